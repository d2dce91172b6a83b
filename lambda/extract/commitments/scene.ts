import { tokenize } from '../text/tokens.ts';
import type { Statement } from '../types.ts';
import type { Candidate } from './candidates.ts';
import { type Lately, latelyNamed } from './lately.ts';
import { indexOfRef, isPerson, type Parties } from './parties.ts';
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
  const spoken = new Array<number>(size).fill(0);
  let at = 0;
  const sentenceOf = parties.mentions.map(({ start, party }) => {
    while (at + 1 < sentences.length && sentences[at]!.end <= start) at++;
    count[party]!++;
    first[party] = Math.min(first[party]!, at);
    return at;
  });
  for (const { candidate } of judged) {
    const party = candidate.subject?.mention?.party;
    if (party !== undefined) acts[party]!++;
  }
  const voices = voicesOf(parties, sentences, statements);
  for (const { speaker } of statements) {
    const party = speaker ? indexOfRef(parties, speaker) : -1;
    if (party >= 0) spoken[party]!++;
  }
  const most = spoken.reduce((a, b) => Math.max(a, b), 1);
  const titleWords = new Set(tokenize(title).flatMap(({ kind, lower }) => (kind === 'word' ? [lower] : [])));
  return {
    parties,
    early: Array.from({ length: Math.min(size, MOST_PARTIES) }, (_, party) => party),
    sentenceOf,
    count,
    first,
    acts,
    spoken,
    voices,
    told: toldBack(text, sentences, parties),
    paragraphOf: sentences.map(({ paragraph }) => paragraph),
    nearest: latelyNamed(parties.mentions, 3, ({ person }) => !person),
    persons: latelyNamed(parties.mentions, 1, ({ person }) => person),
    kinds: parties.all.map(({ generic, kind, actor }) => `${generic ? 'class' : kind}${actor === null ? '' : '+'}`),
    rank: ranksOf(parties, count, acts, first),
    bound: judged.map(({ candidate: { view }, roles: { obligors } }) => ({
      sentence: view.index,
      party: obligors[0] ? indexOfRef(parties, obligors[0]) : -1,
    })),
    placeOf: new Map(judged.map(({ candidate }, i) => [candidate, i])),
    letters: parties.all.map(({ name, actor }) => actor === null && /^[A-Z]{2,6}$/.test(name)),
    government: parties.all.map(({ name }) => /^pemerintah\b/i.test(name)),
    speakers: spoken.filter((n) => n > 0).length,
    chiefSpeaker: spoken.indexOf(most),
    inTitle: parties.all.map(
      ({ name }) => titleWords.size > 0 && nameWords(name).some((word) => word.length > 2 && titleWords.has(word)),
    ),
  };
}

function ranksOf(
  parties: Parties,
  count: readonly number[],
  acts: readonly number[],
  first: readonly number[],
): number[] {
  // Who acts counts twice; of equals the one who comes first.
  const view = (i: number): number => count[i]! + 2 * acts[i]! - 0.01 * Math.min(99, first[i]!);
  const order = parties.all
    .flatMap((party, i) => (isPerson(party) || party.generic ? [] : [i]))
    .sort((a, b) => view(b) - view(a) || a - b);
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

/** The words of a name in lower case. */
const nameWords = (name: string): string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Features of a party by how it stands to a clause (its flags) and its kind. Most parties of an article stand to a
 * clause as others do: they share one list, which is made and weighed once.
 */
export function shared(make: (flags: readonly string[], kind: string) => string[]) {
  const known = new Map<string, string[]>();
  return (flags: readonly string[], kind: string): string[] => {
    const key = `${kind} ${flags.join(' ')}`;
    let features = known.get(key);
    if (features === undefined) {
      features = make(flags, kind);
      known.set(key, features);
    }
    return features;
  };
}
