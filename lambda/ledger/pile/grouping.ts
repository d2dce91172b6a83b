import { byAge, type Features } from '../model/features.ts';
import type { Cluster } from '../model/join.ts';
import { rounded } from '../model/similarity.ts';
import type { JoinReason } from '../types.ts';
import { likelihood } from './weigh.ts';

/** Mentions while they are being put together. */
export interface Grouping {
  /** The earliest first. */
  all: readonly Features[];
  /** Log-odds that two mentions are one promise; minus infinity where they may not be. */
  odds: readonly (readonly number[])[];
  /** Of each group the indexes of its mentions; empty where it has become part of another. */
  groups: number[][];
  groupOf: number[];
  /** Of two groups the sum of the odds over their pairs. */
  sums: number[][];
  reasons: JoinReason[][];
}

/** Every mention by itself. */
export const groupingOf = (all: readonly Features[], odds: Grouping['odds']): Grouping => ({
  all,
  odds,
  groups: all.map((_, i) => [i]),
  groupOf: all.map((_, i) => i),
  sums: odds.map((row) => [...row]),
  reasons: all.map(() => []),
});

/** Makes one of the groups of two mentions; what is forbidden between two members stays forbidden. */
export function unite({ groups, groupOf, sums, reasons }: Grouping, i: number, j: number, reason: JoinReason): void {
  const [into, from] = [groupOf[i]!, groupOf[j]!].sort((x, y) => x - y) as [number, number];
  groups[into]!.push(...groups[from]!);
  for (const member of groups[from]!) groupOf[member] = into;
  groups[from] = [];
  for (let other = 0; other < groups.length; other++) {
    if (other === into) continue;
    sums[into]![other]! += sums[from]![other]!;
    sums[other]![into] = sums[into]![other]!;
  }
  reasons[into]!.push(...reasons[from]!, reason);
  reasons[from] = [];
}

/** Why two mentions were joined. Its score is how likely they are one promise. */
export function reasonOf({ all, odds }: Grouping, i: number, j: number, features: JoinReason['features']): JoinReason {
  const [early, late] = i < j ? [i, j] : [j, i];
  const score = rounded(likelihood(odds[early]![late]!));
  return { a: all[early]!.mention.id, b: all[late]!.mention.id, score, features };
}

/** The groups as promises. */
export const clustersOf = ({ all, groups, reasons }: Grouping): Cluster[] =>
  groups
    .map((members, g) => ({ members: members.map((i) => all[i]!).sort(byAge), joins: reasons[g]! }))
    .filter(({ members }) => members.length > 0);
