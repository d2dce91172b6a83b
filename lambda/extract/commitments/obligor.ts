import { classOf, PLACE } from '../actors/lexicon.ts';
import type { Token } from '../text/tokens.ts';
import type { ActorRef, Span } from '../types.ts';
import type { Candidate } from './candidates.ts';
import type { Range } from './clause.ts';
import { isRegulated, PREPOSITIONS, PUBLIC_NOUNS, QUANTIFIERS } from './lexicon/words.ts';
import { best, sumsOf, type Weights } from './model.ts';
import { type Clause, clauseOf } from './obligor-clause.ts';
import { lastMentionBefore, type Parties, partyRef } from './parties.ts';
import type { Roles } from './resolve.ts';
import { partiesToWeigh, type Scene, standingOf } from './scene.ts';
import type { View } from './view.ts';

/** Somebody who may be the one bound, with what speaks for it. */
export interface Option {
  ref: ActorRef | null;
  /** Index of the party; -1 for a class or name in the article's words. */
  party: number;
  /** It is what the rules chose. */
  byRule: boolean;
  features: string[];
}

/**
 * Who may be bound by a candidate: every party of the article, the group of words that is the subject or is addressed,
 * and whomever the rules chose. The features say where each stands to the clause and how much the article is about it.
 */
export function obligorOptions(text: string, candidate: Candidate, roles: Roles, scene: Scene): Option[] {
  const rule = roles.obligors[0];
  if (rule === undefined) return [];
  const clause = clauseOf(candidate, roles, scene, rule);
  const options: Option[] = [];
  const known = new Map<string, string[]>();
  // Who orders others is not bound by the order.
  const orders = new Set(candidate.addressee ? [clause.subject, clause.subjectSide] : []);
  for (const party of partiesToWeigh(scene, () => beside(clause))) {
    if (scene.first[party] === Number.POSITIVE_INFINITY && party !== clause.rule) continue;
    if (orders.has(party) && party !== clause.rule) continue;
    const flags = partyFlags(party, clause, scene);
    const kind = scene.kinds[party]!;
    const standing = standingOf(flags, kind);
    const features = known.get(standing) ?? featuresOf(flags, kind, clause);
    known.set(standing, features);
    options.push({ ref: null, party, byRule: party === clause.rule, features });
  }
  const phrases = new Set<string>();
  const add = (phrase: ActorRef, flags: string[], kind: string): void => {
    if (phrases.has(phrase.text)) return;
    phrases.add(phrase.text);
    options.push({
      ref: phrase,
      party: -1,
      byRule: clause.rule < 0 && phrase.text === rule.text,
      features: featuresOf(flags, kind, clause),
    });
  };
  const { subject, addressee, view } = candidate;
  if (clause.rule < 0) add(rule, ['rule', `rule:${roles.by}`], phraseKind(view, rule));
  for (const [name, range] of [['subject', subject] as const, ['addressee', addressee] as const]) {
    if (range === null || range.mention !== undefined) continue;
    // `Pusat data Google di Batam`: a thing that names its owner stands for the owner.
    if (name === 'subject' && subject?.inner?.generic === false) continue;
    const phrase = phraseOf(text, view, range);
    if (phrase) add(phrase, [`as:${name}`], phraseKind(view, phrase));
  }
  return options;
}

/** The parties that have something to do with a clause. */
function beside({ rule, subjectSide, speaker, speakerSide, sentence, before, nearest, bound }: Clause): number[] {
  return [rule, subjectSide, speaker, speakerSide, bound.before, bound.after, ...sentence, ...before, ...nearest];
}

function partyFlags(party: number, clause: Clause, scene: Scene): string[] {
  const flags: string[] = [];
  const flag = (holds: boolean | undefined, word: string): void => {
    if (holds) flags.push(word);
  };
  if (party === clause.rule) flags.push('rule', `rule:${clause.by}`);
  flag(party === clause.subject, 'subject');
  flag(party === clause.subjectSide, 'subject-side');
  flag(party === clause.inner && party !== clause.subject, 'inner');
  flag(party === clause.addressee, 'addressee');
  flag(party === clause.speaker, 'speaker');
  flag(party === clause.speakerSide, 'speaker-side');
  flag(clause.agents.has(party), 'agent');
  flag(clause.within.has(party), 'within');
  const place = clause.places.get(party);
  if (place !== undefined) flags.push(`place:${place}`);
  flag(scene.rank[party] === 0, 'main');
  flag(scene.rank[party] === 1, 'second');
  flag(scene.inTitle[party], 'title');
  flag(scene.first[party]! <= 1, 'lead');
  flags.push(COUNTS[Math.min(4, Math.floor(Math.log2(scene.count[party] || 1)))]!);
  const near = clause.nearest.indexOf(party);
  if (near >= 0) flags.push(NEAREST[near]!);
  flag(clause.sentence.has(party), 'sentence');
  flag(clause.venues.has(party), 'venue');
  flag(clause.before.has(party), 'before');
  if (scene.acts[party]! > 0) flags.push(ACTS[Math.min(2, scene.acts[party]!)]!);
  flag(scene.letters[party], 'letters');
  flag(scene.government[party], 'government');
  flag(scene.first[party]! > clause.candidate.view.index, 'later');
  flag(party === clause.bound.before, clause.bound.near ? 'bound-before' : 'bound-earlier');
  flag(party === clause.bound.after, 'bound-after');
  const chief = scene.chiefSpeaker;
  flag(chief >= 0 && scene.parties.all[chief]!.organisation === party, 'chief-side');
  flag(chief === party, 'chief');
  return flags;
}

// A flag that is put together for every party would have to be hashed for every one of them, too.
const COUNTS = [0, 1, 2, 3, 4].map((size) => `count:${size}`);
const NEAREST = [0, 1, 2].map((place) => `near:${place}`);
const ACTS = [0, 1, 2].map((times) => `acts:${times}`);

/** Flags crossed with the clause (see `feature-names.ts`). */
function featuresOf(flags: readonly string[], kind: string, clause: Clause): string[] {
  const { context, type, candidate, quoted, subjectKind } = clause;
  const sort = `kind:${kind}`;
  const found = [sort, '', sort, clause.typeAndVoice];
  const [ofQuoted, ofSubject] = [`${kind}|${quoted}`, `${kind}|${subjectKind}`];
  for (const flag of flags) {
    found.push(flag, '', flag, context, flag, type, flag, kind);
    if (!CHIEF.test(flag)) continue;
    found.push(flag, candidate.rule, flag, ofQuoted, flag, ofSubject);
  }
  for (const act of clause.acts) found.push(act, kind);
  const both = (a: string, b: string): void => {
    if (flags.includes(a) && flags.includes(b)) found.push(`${a}&${b}`, '');
  };
  both('rule', 'subject');
  both('rule', 'title');
  both('speaker-side', 'main');
  both('main', 'title');
  return found;
}

/** Flags that say how a party stands in the clause itself. */
const CHIEF = /^(?:rule|subject|speaker|as:)/;

/** The subject or addressee in the article's words, without the adjuncts before it; null where nothing is left. */
function phraseOf(text: string, { tokens }: View, { from, to }: Range): ActorRef | null {
  let first = from;
  while (first < to && (PREPOSITIONS.has(tokens[first]!.lower) || tokens[first]!.kind === 'mark')) first++;
  let last = to;
  // `Indonesia dalam waktu dekat akan …`: what is said of the time is no part of a name.
  let behind = first;
  while (behind < to && tokens[behind]!.capital) behind++;
  if (behind > first && behind < to && PREPOSITIONS.has(tokens[behind]!.lower) && !JOINS.has(tokens[behind]!.lower))
    last = behind;
  while (last > first && tokens[last - 1]!.kind === 'mark') last--;
  if (last === first || last - first > LONGEST || isPronoun(tokens[first]!) || isPronoun(tokens[last - 1]!))
    return null;
  const start = tokens[first]!.start;
  const { end } = tokens[last - 1]!;
  return { start, end, text: text.slice(start, end), actor: null };
}

/** Who is meant has a name elsewhere: `kami`, `Minggu depan kami`. */
const isPronoun = ({ lower }: Token): boolean => PRONOUNS.has(lower);
const PRONOUNS = new Set('kami kita saya aku dia ia beliau pihaknya'.split(' '));

const JOINS = new Set(['dan', 'serta', 'atau', 'bersama']);

/** Words of a group that names somebody. */
const LONGEST = 14;

function phraseKind({ tokens }: View, { start, end }: ActorRef): string {
  const inside = tokens.filter((token) => token.start >= start && token.end <= end);
  const first = inside[0];
  if (first === undefined) return 'phrase';
  const noun = QUANTIFIERS.has(first.lower) ? (inside[1] ?? first) : first;
  if (classOf(first.lower) & PLACE) return 'place';
  if (isRegulated(noun.lower)) return noun === first ? 'regulated' : 'all-regulated';
  if (PUBLIC_NOUNS.has(noun.lower)) return 'public';
  if (noun !== first) return 'all';
  return inside.every((token) => token.capital || token.kind !== 'word') ? 'capitals' : 'words';
}

/** An option as `extract` prints it: where its party stands in the sentence, or where the clause begins. */
export function refOfOption({ ref, party }: Option, { view, at }: Candidate, parties: Parties): ActorRef {
  if (ref) return ref;
  const mention = view.mentionAt.find((other) => other?.party === party);
  return partyRef(parties, party, mention ?? lastBefore(parties, party, view.end) ?? view.tokens[at]!);
}

function lastBefore({ mentionsOf }: Parties, party: number, offset: number): Span | undefined {
  const own = mentionsOf[party] ?? [];
  return own[lastMentionBefore(own, offset)];
}

/**
 * Of the options of one wording that which is likeliest by all wordings of the commitment: each says with what
 * probability it means whom, and all of them mean the same one.
 */
export function likeliest(
  weights: Weights,
  options: readonly Option[],
  others: readonly (readonly Option[])[],
): Option | undefined {
  if (others.length === 0) return best(weights, options);
  const own = logOdds(weights, options);
  const said = others.map((other) => logOdds(weights, other));
  let chosen: Option | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const option of options) {
    const key = keyOf(option);
    const sum = said.reduce((total, odds) => total + (odds.get(key) ?? LEAST), own.get(key)!);
    if (sum <= most) continue;
    chosen = option;
    most = sum;
  }
  return chosen;
}

/** A wording that does not know somebody, or thinks him very unlikely, rules him out no more than this. */
const LEAST = -6;

const keyOf = ({ party, ref }: Option): number | string => (party >= 0 ? party : (ref?.text ?? ''));

/** The logarithm of each option's probability. */
function logOdds(weights: Weights, options: readonly Option[]): Map<number | string, number> {
  const sums = sumsOf(weights, options);
  const largest = sums.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const all = Math.log(sums.reduce((total, sum) => total + Math.exp(sum - largest), 0));
  return new Map(options.map((option, i) => [keyOf(option), Math.max(LEAST, sums[i]! - largest - all)]));
}
