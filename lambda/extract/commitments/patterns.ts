import type { Candidate } from './candidates.ts';
import { verbClass } from './lexicon/verbs.ts';
import { HEDGES, HOPES, isRegulated, PAST, PUBLIC_NOUNS } from './lexicon/words.ts';
import { indexOfRef, isPerson, type Parties } from './parties.ts';
import type { Roles } from './resolve.ts';
import { clauseFrom } from './subject.ts';

/**
 * Constructions that the annotation guide names: each joins several conditions that no single word shows. `prior` is
 * the weight that the model starts from (in log-odds), so that a construction too rare in the labelled articles still
 * counts for what the guide says of it.
 */
interface Pattern {
  name: string;
  prior: number;
  holds: (clause: Clause) => boolean;
}

/** A candidate with what the patterns ask of it. */
interface Clause {
  candidate: Candidate;
  roles: Roles;
  verb: string;
  words: ReadonlySet<string>;
  /** It speaks of hope, or hedges. */
  hopeful: boolean;
  /** An authority orders, speaks or acts in it. */
  authority: boolean;
  /** Those bound are named, or are a class that authorities regulate. */
  bindable: boolean;
  /** The one bound or bound to act is an organisation or a person with a name. */
  named: boolean;
  /** A class that authorities regulate, and all of it. */
  regulated: boolean;
  everyone: boolean;
  dated: boolean;
  /** The day is after that of the article. */
  ahead: boolean;
  /** The one bound is in the gazetteer. */
  listed: boolean;
  /** An order or a term is laid on a group of words that are not people at large. */
  tasked: boolean;
  /** Its deadline is so many hours, days or working days. */
  counted: boolean;
}

function has(words: ReadonlySet<string>, ...any: string[]): boolean {
  for (const word of any) if (words.has(word)) return true;
  return false;
}

function rule({ candidate: { rules } }: Clause, ...any: string[]): boolean {
  for (const name of rules) if (any.includes(name)) return true;
  return false;
}

const hopeful = ({ hopeful: found }: Clause): boolean => found;
const past = ({ candidate }: Clause): boolean => {
  const { view, at, subject } = candidate;
  for (let i = subject?.to ?? Math.max(0, at - 3); i < at; i++) if (PAST.has(view.tokens[i]!.lower)) return true;
  return false;
};

export const PATTERNS: readonly Pattern[] = [
  // An authority orders, requires or forbids, and says whom.
  {
    name: 'order-by-authority',
    prior: 1.6,
    holds: (c) => rule(c, 'order', 'time-given') && c.authority && c.bindable && !hopeful(c),
  },
  {
    name: 'duty-of-named',
    prior: 1.4,
    holds: (c) =>
      rule(c, 'duty-passive', 'ban', 'time-given-passive') && (c.named || (c.regulated && c.authority)) && !hopeful(c),
  },
  // `TikTok diberi waktu tujuh hari untuk menghapus …`: rare in the labelled articles, and never anything else.
  {
    name: 'time-given-to-act',
    prior: 2.2,
    holds: (c) =>
      rule(c, 'time-given', 'time-given-passive') && (c.bindable || c.tasked) && c.candidate.deadline !== null,
  },
  // `PT X wajib membayar denda dalam 30 hari sejak putusan`: a count of days is set for somebody, not by a standing law.
  {
    name: 'duty-of-named-in-days',
    prior: 2,
    holds: (c) => rule(c, 'duty', 'duty-passive', 'order', 'ban') && c.named && c.counted && !hopeful(c),
  },
  {
    name: 'duty-said-by-authority',
    prior: 0.9,
    holds: (c) => rule(c, 'duty') && c.authority && c.bindable && !hopeful(c) && !c.words.has('kita'),
  },
  {
    name: 'all-of-class-must',
    prior: 3.2,
    holds: (c) => rule(c, 'duty', 'duty-passive', 'ban', 'order') && c.everyone && c.regulated && c.authority,
  },
  {
    name: 'urge-by-authority',
    prior: 0.9,
    holds: (c) => rule(c, 'urge', 'urged') && c.authority && c.bindable && c.candidate.act !== null,
  },
  // A sanction hangs over a class or a condition, and an authority says so.
  {
    name: 'sanction-by-authority',
    prior: 1.4,
    holds: (c) => c.candidate.type === 'sanction' && c.authority && !c.words.has('pasal') && !c.words.has('penjara'),
  },
  // Several agree on an act.
  {
    name: 'agree-to-act',
    prior: 1.2,
    holds: (c) =>
      rule(c, 'agree') && has(c.words, 'sepakat', 'bersepakat', 'menyepakati') && !rule(c, 'sanction') && c.named,
  },
  {
    name: 'agree-on-day',
    prior: 1.2,
    holds: (c) =>
      rule(c, 'agree') &&
      has(c.words, 'sepakat', 'bersepakat', 'menyepakati') &&
      !c.words.has('bahwa') &&
      c.named &&
      c.ahead &&
      !hopeful(c) &&
      !past(c),
  },
  // A measured or dated goal.
  {
    name: 'measured-target',
    prior: 0.9,
    holds: (c) => rule(c, 'target') && (c.dated || c.candidate.view.tokens.some((token) => token.kind === 'number')),
  },
  // A named party's own concrete act to come.
  {
    name: 'named-will-act',
    prior: 0.7,
    holds: (c) =>
      rule(c, 'will', 'plan', 'schedule', 'promise') &&
      c.named &&
      c.roles.by !== 'inferred' &&
      verbClass(c.verb) === 'act' &&
      !c.words.has('terus') &&
      !hopeful(c),
  },
  {
    name: 'dated-act-to-come',
    prior: 0.8,
    holds: (c) =>
      rule(c, 'will', 'plan', 'schedule', 'target') && c.dated && !hopeful(c) && verbClass(c.verb) !== 'state',
  },
  // `kami jalankan 1 Agustus`, `diumumkan DJP pada Agustus`: a plain verb with a day to come is the plan of who does it.
  {
    name: 'our-dated-act',
    prior: 1.2,
    holds: (c) => rule(c, 'dated-act') && c.candidate.act?.agent !== undefined && c.ahead && !hopeful(c),
  },
  {
    name: 'body-dated-act',
    prior: 0.6,
    holds: (c) => rule(c, 'dated-act', 'extend') && c.listed && c.ahead && !hopeful(c) && !past(c),
  },
  {
    name: 'named-dated-act',
    prior: 0.4,
    holds: (c) => rule(c, 'dated-act', 'extend') && c.named && !c.listed && c.ahead && !hopeful(c) && !past(c),
  },
  // `menutup dompet digitalnya paling lambat 30 April`: nobody tells so of what is over; `sebelum 30 April` is said of both.
  {
    name: 'act-by-last-day',
    prior: 1.6,
    holds: (c) => rule(c, 'dated-act') && c.ahead && !hopeful(c) && LAST_DAY.test(c.candidate.deadline?.text ?? ''),
  },
  // A thing that will be done, by an authority or company that the article is about.
  {
    name: 'thing-will-be-done',
    prior: 0.3,
    holds: (c) =>
      rule(c, 'will', 'plan') && c.candidate.act?.voice === 'passive' && c.roles.by === 'inferred' && !hopeful(c),
  },
  // Efforts: `akan terus`, slogans without day or measure.
  {
    name: 'endless-effort',
    prior: -1.2,
    holds: (c) => has(c.words, 'terus', 'selalu', 'senantiasa') && !c.dated,
  },
  {
    name: 'undated-slogan',
    prior: -0.5,
    holds: (c) => verbClass(c.verb) === 'slogan' && !c.dated && c.candidate.type === 'pledge',
  },
  { name: 'forecast', prior: -1, holds: (c) => verbClass(c.verb) === 'state' && !c.dated && !rule(c, 'duty-passive') },
  { name: 'hope-or-hedge', prior: -0.8, holds: hopeful },
  { name: 'already-done', prior: -0.7, holds: past },
  // People at large, and all of us.
  {
    name: 'public-must',
    prior: -1.2,
    holds: ({ candidate, roles }) =>
      candidate.type === 'obligation' && PUBLIC_NOUNS.has(roles.obligors[0]?.text.split(' ')[0]?.toLowerCase() ?? ''),
  },
  { name: 'we-must', prior: -1, holds: (c) => rule(c, 'duty', 'ban') && has(c.words, 'kita', 'anda', 'kamu', 'saya') },
];

/** Wordings of a deadline that say it is the last day. */
const LAST_DAY = /^(?:paling (?:lambat|lama|telat)|selambat|maksimal|tak lebih|tidak lebih)/i;

/** The names of the patterns that hold of a candidate. */
export function patternsOf(candidate: Candidate, roles: Roles, parties: Parties, published: string | null): string[] {
  const clause = clauseOf(candidate, roles, parties, published);
  const found: string[] = [];
  for (const { name, holds } of PATTERNS) if (holds(clause)) found.push(name);
  return found;
}

const DOUBTS: ReadonlySet<string> = new Set([...HOPES, ...HEDGES]);
const ALL: ReadonlySet<string> = new Set(['semua', 'seluruh', 'setiap', 'tiap', 'segenap']);

function namesRegulator({ view: { mentionAt } }: Candidate, { all }: Parties): boolean {
  for (const mention of mentionAt) if (mention !== undefined && all[mention.party]!.kind === 'regulator') return true;
  return false;
}

function clauseOf(candidate: Candidate, roles: Roles, parties: Parties, published: string | null): Clause {
  const { view, act, action, subject, at, deadline } = candidate;
  const words = new Set<string>();
  let hopes = false;
  for (let i = Math.max(0, Math.min(clauseFrom(subject, at), at) - 1); i < Math.min(action.to, action.from + 12); i++) {
    const { lower } = view.tokens[i]!;
    words.add(lower);
    hopes ||= DOUBTS.has(lower);
  }
  const spoken = roles.speaker ? parties.all[indexOfRef(parties, roles.speaker)] : undefined;
  const side = spoken && isPerson(spoken) && spoken.organisation !== null ? parties.all[spoken.organisation] : spoken;
  const subjectKind = subject?.mention ? parties.all[subject.mention.party]!.kind : undefined;
  const obligor = roles.obligors[0];
  const party = obligor ? parties.all[indexOfRef(parties, obligor)] : undefined;
  const group = obligor?.text.toLowerCase().split(/\s+/) ?? [];
  const regulated = group.slice(0, 3).some((word) => isRegulated(word));
  return {
    candidate,
    roles,
    verb: act ? view.tokens[act.verb]!.lower : '',
    words,
    hopeful: hopes,
    authority:
      subjectKind === 'regulator' ||
      subjectKind === 'official' ||
      side?.kind === 'regulator' ||
      spoken?.kind === 'official' ||
      namesRegulator(candidate, parties),
    bindable: (party !== undefined && !party.generic) || regulated,
    named: party !== undefined && !party.generic,
    regulated,
    everyone: ALL.has(group[0] ?? ''),
    ahead: deadline !== null && published !== null && /^\d/.test(deadline.due) && deadline.due > published,
    listed: party !== undefined && party.actor !== null,
    tasked: act !== null && group.length > 0 && !PUBLIC_NOUNS.has(group[0]!) && !PUBLIC_NOUNS.has(group[1] ?? ''),
    dated: deadline !== null && /^\d/.test(deadline.due),
    counted: deadline !== null && /^(?:working-days|calendar-days|hours)/.test(deadline.rule),
  };
}
