import type { Features } from '../model/features.ts';
import { apart, type Grouping, unite } from '../model/grouping.ts';
import { rounded } from '../model/similarity.ts';
import type { JoinReason } from '../types.ts';
import { likelihood } from './weigh.ts';

/** Mentions of a pile while they are being put together, and how surely any two groups are one. */
export interface PileGrouping extends Grouping {
  /** Log-odds that two mentions are one promise; minus infinity where they may not be. */
  odds: readonly (readonly number[])[];
  /** Of two groups the sum of the odds over their pairs. */
  sums: number[][];
}

/** Every mention by itself. */
export const pileGrouping = (all: readonly Features[], odds: PileGrouping['odds']): PileGrouping => ({
  ...apart(all),
  odds,
  sums: odds.map((row) => [...row]),
});

/** Makes one of the groups of two mentions; what is forbidden between two members stays forbidden. */
export function uniteInPile(grouping: PileGrouping, i: number, j: number, reason: JoinReason): void {
  const { into, from } = unite(grouping, i, j, reason);
  const { sums } = grouping;
  for (let other = 0; other < sums.length; other++) {
    if (other === into) continue;
    sums[into]![other]! += sums[from]![other]!;
    sums[other]![into] = sums[into]![other]!;
  }
}

/** Why two mentions were joined. Its score is how likely they are one promise. */
export function reasonOf(
  { all, odds }: PileGrouping,
  i: number,
  j: number,
  features: JoinReason['features'],
): JoinReason {
  const [early, late] = i < j ? [i, j] : [j, i];
  const score = rounded(likelihood(odds[early]![late]!));
  return { a: all[early]!.mention.id, b: all[late]!.mention.id, score, features };
}
