import type { JoinReason } from '../types.ts';
import { byAge, type Features } from './features.ts';

/** Mentions that are one promise, and why. */
export interface Cluster {
  members: Features[];
  joins: JoinReason[];
}

/** Mentions while they are being put together. */
export interface Grouping {
  /** The earliest first. */
  all: readonly Features[];
  /** Of each group the indexes of its mentions; empty where it has become part of another. */
  groups: number[][];
  /** The group of each mention. */
  groupOf: number[];
  reasons: JoinReason[][];
}

/** Every mention by itself. */
export const apart = (all: readonly Features[]): Grouping => ({
  all,
  groups: all.map((_, i) => [i]),
  groupOf: all.map((_, i) => i),
  reasons: all.map(() => []),
});

/**
 * Makes one of the groups of two mentions, by their indexes: the later becomes part of the earlier.
 * @returns the group that both are in now, and the one that is empty.
 */
export function unite({ groups, groupOf, reasons }: Grouping, i: number, j: number, reason: JoinReason) {
  const [into, from] = [groupOf[i]!, groupOf[j]!].sort((x, y) => x - y) as [number, number];
  groups[into]!.push(...groups[from]!);
  for (const member of groups[from]!) groupOf[member] = into;
  groups[from] = [];
  reasons[into]!.push(...reasons[from]!, reason);
  reasons[from] = [];
  return { into, from };
}

/** Why a reviewer's two mentions are one. */
export const byReviewer = ({ all }: Grouping, i: number, j: number): JoinReason => ({
  a: all[i]!.mention.id,
  b: all[j]!.mention.id,
  score: 1,
  features: { reviewer: 1 },
});

/** The groups as promises. */
export const clustersOf = ({ all, groups, reasons }: Grouping): Cluster[] =>
  groups
    .map((members, g) => ({ members: members.map((i) => all[i]!).sort(byAge), joins: reasons[g]! }))
    .filter(({ members }) => members.length > 0);
