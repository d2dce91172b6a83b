import type { StoredMention } from '../types.ts';
import { ACTS } from '../words/act-rows.ts';
import { actOf, DOES_IT, pointsBack, withoutGrant } from '../words/acts.ts';
import { deedsOf, deedsOfAct } from '../words/kin.ts';
import { stem } from '../words/stem.ts';
import { CONCEPTS, PLACES } from '../words/synonyms.ts';
import { contentOf, wordsOf } from '../words/words.ts';
import { saysMoved, sureOfBefore } from './cues.ts';
import { counterpartyKeys, isAuthorityKey, obligorKeys } from './parties.ts';
import { formerlyIn, printedIn } from './printed.ts';

/** What joining looks at: a pure function of one mention. */
export interface Features {
  mention: StoredMention;
  parties: string[];
  targets: string[];
  /** Content words of the names of who must act and of whom it is about. */
  names: Set<string>;
  act: string;
  /** The same, and of a sanction the class of what it is. */
  acts: readonly string[];
  /** Content words of the action, without those that only say its class and without the parties' names. */
  words: Set<string>;
  /** Content words nearby, for an action that points back. */
  context: Set<string>;
  pointsBack: boolean;
  /** Numbers and names in the action that tell one promise from another (`pp-tunas`, `16`). */
  numbers: Set<string>;
  /** Places that the action names. */
  places: Set<string>;
  moved: boolean;
  /** How surely it speaks of something promised before (`sureOfBefore`). */
  retold: 0 | 1 | 2 | 3;
  /** It tells the day that held before another was set (`semula dijadwalkan Desember`). */
  former: boolean;
  /** Day number of publication, Jakarta time. */
  day: number;
  due: { day: string; from: number; to: number; precision: string } | null;
  /** Normalised evidence sentence: equal in copies. */
  sentence: string;
  /** Content words of the headline, and of the evidence sentence; of the latter those that a table of concepts knows. */
  title: Set<string>;
  quoted: Set<string>;
  concepts: Set<string>;
  /** Deeds that the words of its action, and its act, may tell of (`words/kin.ts`). */
  deeds: ReadonlySet<number>;
  actDeeds: ReadonlySet<number>;
  /** Days that its sentence prints (`printed.ts`). */
  printed: ReadonlySet<string>;
  /** Of those the ones that it says to have held before. */
  formerly: ReadonlySet<string>;
  /** On whose word it stands: the actor, or the last word of a name; null where nobody is named. */
  speaker: string | null;
  /** Names made of initials in its action, and the initials of its words, in lower case. */
  short: Set<string>;
  initials: Set<string>;
}

const DAY = 86_400_000;
const JAKARTA = 7 * 3_600_000;

/** Day number (days since 1970-01-01) of an instant in Jakarta. */
export const jakartaDay = (instant: string): number => Math.floor((Date.parse(instant) + JAKARTA) / DAY);
/** A day by its number as text (`2025-06-20`). */
export const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Day number of a date (`YYYY-MM-DD`). */
export const dayOf = (date: string): number => Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY);

const places = new Set(PLACES.split(' '));

/** Concepts that say no more than the class of act. */
const actWords = new Map<string, Set<string>>();
for (const { act, verbs, objects, telling } of ACTS) {
  const set = actWords.get(act) ?? new Set<string>();
  for (const word of (telling ? verbs : `${verbs} ${objects}`).split(' ')) set.add(word);
  actWords.set(act, set);
}

/** Class under which events are kept that a party's deadlines count from. */
export const ANCHOR = 'anchor';

/** The class of a mention's act: what an authority threatens with is one class, whatever it is. */
export function mentionAct(mention: StoredMention): string {
  return mention.mention.type === 'sanction' ? 'sanction' : actBy(obligorKeys(mention)[0]!, ownAct(mention));
}

/** The class of what a mention says is to be done, whoever does it. */
const ownAct = (mention: StoredMention): string => actOf(core(mention), `${mention.article.title}. ${mention.before}`);

/** Acts that are a sanction when an authority does them. */
const PUNITIVE = new Set(['charge', 'block', 'freeze-permit', 'sanction', 'stop-service', 'close']);

/** A class of act as it is for the one who does it: an authority that blocks or closes punishes. */
export const actBy = (party: string, act: string): string =>
  PUNITIVE.has(act) && isAuthorityKey(party) ? 'sanction' : act;

export function featuresOf(mention: StoredMention): Features {
  const { action, deadline, obligor, obligors, counterparties } = mention.mention;
  const act = mentionAct(mention);
  const generic = actWords.get(act) ?? new Set<string>();
  const names = new Set([obligor, ...obligors, ...counterparties].flatMap((p) => contentOf(p.text)));
  const own = contentOf(core(mention).replace(ITSELF, ' ')).filter((w) => !generic.has(w) && !names.has(w));
  const numbers = wordsOf(core(mention)).filter((w) => /^\d+$/.test(w) && !/^(?:19|20)\d\d$/.test(w));
  const quoted = contentOf(mention.quote);
  const context = contentOf(`${mention.article.title} ${mention.before}`).filter((w) => !generic.has(w));
  return {
    mention,
    parties: obligorKeys(mention),
    names,
    targets: counterpartyKeys(mention).filter((key) => key !== 'class'),
    act,
    acts: act === 'sanction' ? [act, ownAct(mention)] : [act],
    words: new Set([...own, ...numbers]),
    context: new Set(context),
    pointsBack: pointsBack(action.text),
    numbers: new Set(numbers),
    places: new Set(wordsOf(core(mention)).flatMap((w) => w.split('-').filter((part) => places.has(part)))),
    moved: saysMoved(`${mention.article.title}. ${mention.quote}`),
    retold: sureOfBefore(mention),
    former: FORMER.test(mention.quote),
    day: jakartaDay(mention.article.published),
    due: dueOf(deadline),
    sentence: wordsOf(mention.quote).join(' '),
    title: new Set(contentOf(mention.article.title)),
    quoted: new Set(quoted),
    concepts: new Set(quoted.filter((word) => word in CONCEPTS)),
    deeds: deedsOf(wordsOf(action.text).map(stem)),
    actDeeds: deedsOfAct(act),
    printed: printedIn(mention.quote),
    formerly: formerlyIn(mention.quote),
    speaker: speakerKey(mention),
    short: new Set((core(mention).match(SHORT_NAME) ?? []).map((w) => w.toLowerCase())),
    initials: initialsIn(core(mention)),
  };
}

function speakerKey({ mention: { speaker, speakerFor } }: StoredMention): string | null {
  if (speaker === null) return null;
  return speaker.actor ?? speakerFor ?? speaker.text.toLowerCase().split(' ').at(-1)!;
}

/** `Kementeriannya akan memulihkan akses`: who must act, named as the speaker's own. */
const ITSELF = /\b(?:kementerian|perusahaan|pihak|instansi|otoritas|perseroan|lembaga|badan|komisi|tim)nya\b/gi;

/** A name made of initials (`PDP`), as printed. */
const SHORT_NAME = /\b\p{Lu}{3,6}\b/gu;
/** Words of which initials are made, at least and at most. */
const [FEWEST, MOST] = [3, 6];

/** The initials of every few words in a row: what a name made of initials may stand for. */
function initialsIn(text: string): Set<string> {
  const first = wordsOf(text).map((word) => word[0]!);
  const found = new Set<string>();
  for (let from = 0; from < first.length; from++)
    for (let n = FEWEST; n <= MOST && from + n <= first.length; n++) found.add(first.slice(from, from + n).join(''));
  return found;
}

/** One names by initials what the other spells out (`lembaga PDP`, `lembaga pelindungan data pribadi`). */
export const spellsOut = (a: Features, b: Features): boolean =>
  [...a.short].some((w) => !b.short.has(w) && b.initials.has(w)) ||
  [...b.short].some((w) => !a.short.has(w) && a.initials.has(w));

/** What is to be done, without by when and without the granting of time. */
const core = (mention: StoredMention): string => {
  const own = withoutGrant(withoutDeadline(mention).replace(DATE, ' ').replace(/\s+/g, ' ').trim());
  // The whole of an action that names its object by a pronoun: `mengajukannya`.
  const object = DOES_IT.exec(own)?.[0] === own ? DOES.exec(mention.before.replace(DATE, ' ')) : null;
  return object ? `${own.slice(0, -'nya'.length)}${object[1]!}` : own;
};

/** What the last verb of the sentence before does something to, up to the end of its clause: ` permohonan sertifikat untuk Pixel`. */
const DOES =
  /^(?:.{0,400} )?me[a-z]{5,}((?: (?!(?:sampai|hingga|pada|karena|lantaran|dan|tetapi|kata|ujar)\b)[\w()-]+){2,12})/s;

/** A sentence about a day that no longer holds. */
const FORMER = /^[^\p{L}]*(?:semula|sebelumnya|awalnya|mulanya|tadinya)\b/iu;

/** A printed date, or part of one: what is left of a deadline that is worded in more than one way. */
const DATE =
  /(?:\b\d{1,2} )?\b(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)\b(?: \d{4}\b)?|\(\d{1,2}\/\d{1,2}(?:\/\d{2,4})?\)/g;

/** The action without the words of its deadline, which some readings of a sentence include. */
function withoutDeadline({ mention: { action, deadline } }: StoredMention): string {
  if (!deadline || deadline.start >= action.end || deadline.end <= action.start) return action.text;
  const from = Math.max(0, deadline.start - action.start);
  return `${action.text.slice(0, from)} ${action.text.slice(Math.max(from, deadline.end - action.start))}`;
}

function dueOf(deadline: StoredMention['mention']['deadline']): Features['due'] {
  if (!deadline?.latest || !/^\d{4}-/.test(deadline.due)) return null;
  const to = jakartaDay(deadline.latest);
  return {
    day: deadline.due,
    from: deadline.earliest ? jakartaDay(deadline.earliest) : to,
    to,
    precision: deadline.precision ?? 'day',
  };
}

/** Content words of its evidence, its headline and the sentence before. */
export const wordsAround = ({ quoted, title, context }: Features): string[] => [...quoted, ...title, ...context];

/** The instant (ms) at which a mention was published. */
export const told = ({ mention }: Features): number => Date.parse(mention.article.published);

/** Earliest first; ties by article and id, so that every order of arrival gives one order. */
export function byAge(a: Features, b: Features): number {
  return (
    told(a) - told(b) ||
    compareText(a.mention.article.key, b.mention.article.key) ||
    a.mention.mention.sentence.start - b.mention.mention.sentence.start ||
    compareText(a.mention.id, b.mention.id)
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
