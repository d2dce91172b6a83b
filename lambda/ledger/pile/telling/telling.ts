import type { LedgerArticle, OutcomeKind, Report } from '../../types.ts';
import { type Sentence, sentencesOf } from './clues.ts';
import weights from './weights.data.json' with { type: 'json' };

/** What a sentence of a pile may tell of a promise, in the order of the weights. */
export const TOLD_KINDS = ['fulfilled', 'partly', 'missed', 'withdrawn', 'contested'] as const satisfies OutcomeKind[];
export type ToldKind = (typeof TOLD_KINDS)[number];

/** How likely a sentence tells of some promise that it ended so, 0 to 1 each, together at most 1. */
export type Telling = Readonly<Record<ToldKind, number>>;

/** What each clue is worth for each kind, against telling nothing. */
export type TellingWeights = ReadonlyMap<string, readonly number[]>;

/** As the data file keeps them: of each clue what it is worth for each kind, in steps. */
export interface PackedTelling {
  step: number;
  worth: Record<string, string>;
}

export const unpackTelling = ({ step, worth }: PackedTelling): TellingWeights =>
  new Map(Object.entries(worth).map(([name, row]) => [name, row.split(' ').map((steps) => Number(steps) * step)]));

const learned = unpackTelling(weights);

/** How likely a sentence tells what, by a multinomial logistic model over its clues (`bench/train-telling.ts`). */
export function tellingOf(clues: readonly string[], worth: TellingWeights = learned): Telling {
  const sums = TOLD_KINDS.map(() => 0);
  for (const name of ['bias', ...clues]) {
    const row = worth.get(name);
    if (row) for (let k = 0; k < sums.length; k++) sums[k]! += row[k]!;
  }
  const largest = Math.max(0, ...sums);
  const odds = sums.map((sum) => Math.exp(sum - largest));
  const all = odds.reduce((a, b) => a + b, Math.exp(-largest));
  return Object.fromEntries(TOLD_KINDS.map((kind, k) => [kind, odds[k]! / all])) as Record<ToldKind, number>;
}

/** The sentences of an article, each with how likely it tells what. */
export function tellingsIn(
  article: LedgerArticle,
  reports: readonly Report[],
  worth: TellingWeights = learned,
): (Sentence & { telling: Telling })[] {
  return sentencesOf(article, reports).map((one) => ({ ...one, telling: tellingOf(one.clues, worth) }));
}

/** How likely a sentence tells the end of some promise, however it ended. */
export const anyOf = (telling: Telling): number => TOLD_KINDS.reduce((sum, kind) => sum + telling[kind], 0);

/** What it most likely tells. */
export const likeliestOf = (telling: Telling): ToldKind =>
  TOLD_KINDS.reduce((best, kind) => (telling[kind] > telling[best] ? kind : best));
