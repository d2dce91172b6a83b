/** Learns what the clues of a sentence say of how a promise ended: a multinomial logistic regression, nothing random. */
import {
  type PackedTelling,
  type TellingWeights,
  TOLD_KINDS,
  type ToldKind,
} from '../lambda/ledger/pile/telling/telling.ts';

import { descend } from './descent.ts';

/** A sentence, and what it tells: null where nothing. */
export interface ToldSentence {
  /** Sentences of one group (a story) are never split between training and testing. */
  group: string;
  clues: readonly string[];
  kind: ToldKind | null;
}

/** How strongly a weight is pulled towards zero, and how often all sentences are gone through. */
const [PENALTY, ROUNDS] = [10, 120];
/** Clues seen in fewer groups than this are left out. */
const GROUPS = 5;
const KINDS = TOLD_KINDS.length;

/** Weights of each clue for each kind, against telling nothing. Full-batch Adam: deterministic. */
export function fitTelling(sentences: readonly ToldSentence[]): TellingWeights {
  const { names, rows } = indexed(sentences);
  const wanted = sentences.map(({ kind }) => (kind === null ? KINDS : TOLD_KINDS.indexOf(kind)));
  const w = new Float64Array(names.length * KINDS);
  const odds = new Float64Array(KINDS);
  const pull = (j: number): number => (j < KINDS ? 0 : PENALTY);
  descend(w, { rounds: ROUNDS, total: rows.length, pull }, (gradient) => {
    for (const [i, row] of rows.entries()) {
      odds.fill(0);
      for (const j of row) for (let k = 0; k < KINDS; k++) odds[k]! += w[j * KINDS + k]!;
      const largest = odds.reduce((a, b) => Math.max(a, b), 0);
      let all = Math.exp(-largest);
      for (let k = 0; k < KINDS; k++) all += odds[k] = Math.exp(odds[k]! - largest);
      for (let k = 0; k < KINDS; k++) odds[k] = odds[k]! / all - (wanted[i] === k ? 1 : 0);
      for (const j of row) for (let k = 0; k < KINDS; k++) gradient[j * KINDS + k]! += odds[k]!;
    }
  });
  return new Map(names.map((name, i) => [name, [...w.subarray(i * KINDS, (i + 1) * KINDS)]]));
}

/** The clues of sentences as numbers, `bias` first. */
function indexed(sentences: readonly ToldSentence[]): { names: string[]; rows: Int32Array[] } {
  const groups = new Map<string, Set<string>>();
  for (const { clues, group } of sentences)
    for (const name of clues) (groups.get(name) ?? groups.set(name, new Set()).get(name)!).add(group);
  const seen = [...groups].filter(([, own]) => own.size >= GROUPS).map(([name]) => name);
  const names = ['bias', ...seen.sort()];
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = sentences.map(({ clues }) => Int32Array.from([0, ...clues.flatMap((name) => index.get(name) ?? [])]));
  return { names, rows };
}

const STEP = 0.05;

/** Weights as their data file keeps them, without clues that are worth nothing in steps. */
export function packTelling(weights: TellingWeights): PackedTelling {
  const rows = [...weights]
    .map(([name, row]) => [name, row.map((worth) => Math.round(worth / STEP))] as const)
    .filter(([, row]) => row.some((steps) => steps !== 0))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { step: STEP, worth: Object.fromEntries(rows.map(([name, row]) => [name, row.join(' ')])) };
}
