import { tokenize } from '../text/tokens.ts';
import type { Statement } from '../types.ts';
import type { Candidate } from './candidates.ts';
import { type Lately, latelyNamed } from './lately.ts';
import { indexOfRef, isPerson, type Parties, type PartyMention } from './parties.ts';
import type { Roles } from './resolve.ts';
import { toldBack } from './told.ts';

/** What choosing a clause's parties asks of the whole article: who is in it, where, and who speaks. */
export interface Scene {
  parties: Parties;
  /** The parties that are weighed for every clause, by index. */
  early: readonly number[];
  /** Index of the sentence that holds each mention of `parties.mentions`. */
  sentenceOf: readonly number[];
  paragraphOf: readonly number[];
  /** The last three organisations and classes named; the last person. */
  nearest: Lately;
  persons: Lately;
  /** By party: how often named, the first sentence that does, how often the subject of a candidate. */
  count: readonly number[];
  first: readonly number[];
  acts: readonly number[];
  /** By party: its kind, `class` for a class, with a plus where it is listed. */
  kinds: readonly string[];
  /** By party: 0 for the organisation most in view, 1 for the next; -1 for persons and classes. */
  rank: readonly number[];
  /** By party: how many statements are his; and who has most of them, or -1. */
  spoken: readonly number[];
  chiefSpeaker: number;
  /** How many of the parties speak. */
  speakers: number;
  /** By party: a word of its name stands in the title. */
  inTitle: readonly boolean[];
  /** By party: it is no listed one and its name is letters only; it is the government or a part of it. */
  letters: readonly boolean[];
  government: readonly boolean[];
  /** Of each candidate, in order of the text, the sentence and whom the rules name first; -1 for nobody known. */
  bound: readonly { sentence: number; party: number }[];
  placeOf: ReadonlyMap<Candidate, number>;
  /** By sentence: who speaks in it. A party's index, or -1 for a speaker who is none. */
  voices: readonly (readonly Voice[])[];
  /** By sentence: who is reported in it to have said what stands before; -1 for nobody. */
  told: readonly number[];
}

export interface Voice {
  party: number;
  direct: boolean;
}

/**
 * So many parties of an article, those named first, are weighed for every clause: ten times as many as any of 4,200
 * articles names (85). All of them for all clauses would cost the square of the length of a text that is
 * nothing but names and promises: half a minute for a quarter of a million characters, and all memory for more.
 */
const MOST_PARTIES = 1000;

/** Who is weighed for a clause, by index: the parties named first, and of the others those that stand near it. */
export function partiesToWeigh({ parties: { all }, early }: Scene, near: () => Iterable<number>): readonly number[] {
  if (all.length <= MOST_PARTIES) return early;
  const late = [...new Set(near())].filter((party) => party >= MOST_PARTIES);
  return [...early, ...late.sort((a, b) => a - b)];
}

interface Given {
  text: string;
  parties: Parties;
  sentences: readonly { start: number; end: number; paragraph: number }[];
  statements: readonly Statement[];
  title: string;
  judged: readonly { candidate: Candidate; roles: Roles }[];
}

/** The scene of an article; linear in its length and the number of its candidates. */
export function sceneOf({ text, parties, sentences, statements, title, judged }: Given): Scene {
  const size = parties.all.length;
  const count = new Array<number>(size).fill(0);
  const first = new Array<number>(size).fill(Number.POSITIVE_INFINITY);
  const acts = new Array<number>(size).fill(0);
  const sentenceOf: number[] = [];
  let at = 0;
  for (const { start, party } of parties.mentions) {
    while (at + 1 < sentences.length && sentences[at]!.end <= start) at++;
    count[party]!++;
    first[party] = Math.min(first[party]!, at);
    sentenceOf.push(at);
  }
  for (const { candidate } of judged) {
    const party = candidate.subject?.mention?.party;
    if (party !== undefined) acts[party]!++;
  }
  const early: number[] = [];
  for (let party = 0; party < Math.min(size, MOST_PARTIES); party++) early.push(party);
  const paragraphOf: number[] = [];
  for (const { paragraph } of sentences) paragraphOf.push(paragraph);
  const { spoken, speakers, chiefSpeaker } = spokenBy(parties, statements);
  const { kinds, letters, government, inTitle } = namesOf(parties, title);
  const { bound, placeOf } = clausesOf(parties, judged);
  return {
    parties,
    early,
    sentenceOf,
    count,
    first,
    acts,
    voices: voicesOf(parties, sentences, statements),
    told: toldBack(text, sentences, parties),
    paragraphOf,
    nearest: latelyNamed(parties.mentions, 3, isNoPerson),
    persons: latelyNamed(parties.mentions, 1, isAPerson),
    rank: ranksOf(parties, count, acts, first),
    spoken,
    speakers,
    chiefSpeaker,
    kinds,
    letters,
    government,
    inTitle,
    bound,
    placeOf,
  };
}

const isAPerson = ({ person }: PartyMention): boolean => person;
const isNoPerson = ({ person }: PartyMention): boolean => !person;

/** Who says how much. */
function spokenBy(
  parties: Parties,
  statements: readonly Statement[],
): Pick<Scene, 'spoken' | 'speakers' | 'chiefSpeaker'> {
  const spoken = new Array<number>(parties.all.length).fill(0);
  for (const { speaker } of statements) {
    const party = speaker ? indexOfRef(parties, speaker) : -1;
    if (party >= 0) spoken[party]!++;
  }
  let speakers = 0;
  let most = 1;
  for (const count of spoken) {
    if (count > 0) speakers++;
    most = Math.max(most, count);
  }
  return { spoken, speakers, chiefSpeaker: spoken.indexOf(most) };
}

/** What the parties' names and kinds tell. */
function namesOf({ all }: Parties, title: string): Pick<Scene, 'kinds' | 'letters' | 'government' | 'inTitle'> {
  const titleWords = new Set<string>();
  for (const { kind, lower } of tokenize(title)) if (kind === 'word') titleWords.add(lower);
  const kinds: string[] = [];
  const letters: boolean[] = [];
  const government: boolean[] = [];
  const inTitle: boolean[] = [];
  for (const { name, generic, kind, actor } of all) {
    kinds.push(`${generic ? 'class' : kind}${actor === null ? '' : '+'}`);
    letters.push(actor === null && /^[A-Z]{2,6}$/.test(name));
    government.push(/^pemerintah\b/i.test(name));
    inTitle.push(titleWords.size > 0 && hasWordOf(titleWords, name));
  }
  return { kinds, letters, government, inTitle };
}

/** Where each clause stands and whom the rules bind by it. */
function clausesOf(parties: Parties, judged: Given['judged']): Pick<Scene, 'bound' | 'placeOf'> {
  const bound: { sentence: number; party: number }[] = [];
  const placeOf = new Map<Candidate, number>();
  for (const { candidate, roles } of judged) {
    const [first] = roles.obligors;
    placeOf.set(candidate, bound.length);
    bound.push({ sentence: candidate.view.index, party: first ? indexOfRef(parties, first) : -1 });
  }
  return { bound, placeOf };
}

function ranksOf(
  parties: Parties,
  count: readonly number[],
  acts: readonly number[],
  first: readonly number[],
): number[] {
  const order: number[] = [];
  const inView = new Float64Array(parties.all.length);
  for (let i = 0; i < parties.all.length; i++) {
    const party = parties.all[i]!;
    if (isPerson(party) || party.generic) continue;
    // Who acts counts twice; of equals the one who comes first.
    inView[i] = count[i]! + 2 * acts[i]! - 0.01 * Math.min(99, first[i]!);
    order.push(i);
  }
  order.sort((a, b) => inView[b]! - inView[a]! || a - b);
  const rank = new Array<number>(parties.all.length).fill(-1);
  for (const [place, party] of order.entries()) rank[party] = place;
  return rank;
}

function voicesOf(
  parties: Parties,
  sentences: Given['sentences'],
  statements: readonly Statement[],
): readonly (readonly Voice[])[] {
  const voices: Voice[][] = sentences.map(() => []);
  let from = 0;
  for (const { content, speaker, direct } of statements) {
    while (from < sentences.length && sentences[from]!.end <= content.start) from++;
    for (let i = from; i < sentences.length && sentences[i]!.start < content.end; i++) {
      voices[i]!.push({ party: speaker ? indexOfRef(parties, speaker) : -1, direct });
    }
  }
  return voices;
}

/** Whether one of the words is a word of a name, and no short one. */
function hasWordOf(words: ReadonlySet<string>, name: string): boolean {
  for (const word of name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    if (word.length > 2 && words.has(word)) return true;
  }
  return false;
}

/**
 * Names how a party stands to a clause (its flags) and its kind. Most parties of an article stand to a clause as others
 * do: they share one list of features, which is made and weighed once.
 */
export const standingOf = (flags: readonly string[], kind: string): string => `${kind} ${flags.join(' ')}`;
