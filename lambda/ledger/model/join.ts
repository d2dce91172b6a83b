import type { JoinReason, Review } from '../types.ts';
import { byAge, type Features } from './features.ts';
import type { Setting } from './link.ts';
import { joinRetold } from './retold.ts';
import { compare, SAME, type Similarity } from './similarity.ts';

/** Mentions that are one promise, and why. */
export interface Cluster {
  members: Features[];
  joins: JoinReason[];
}

interface Pair extends Similarity {
  i: number;
  j: number;
}

/** Mentions while they are being put together. */
export interface Grouping {
  /** The earliest first. */
  all: readonly Features[];
  /** Of each group the indexes of its mentions; empty where it has become part of another. */
  groups: readonly (readonly number[])[];
  /** The group of each mention. */
  groupOf: readonly number[];
  /** How alike two mentions are; undefined where they are too far apart to be compared. */
  between: (i: number, j: number) => Similarity | undefined;
  /** Makes one of the groups of two mentions. */
  unite: (i: number, j: number, reason: JoinReason) => void;
}

/** Two clusters merge only if their members fit on average nearly as well as the best two: no chains of small likenesses. */
const AVERAGE = SAME - 0.2;
/** No two mentions further apart than this are compared: it keeps a block's cost near linear in its size. */
const FURTHEST_DAYS = 800;

/**
 * Partitions the mentions of a block into promises: a pure function of the mentions and of reviewers' links, whatever
 * order they come in. Best pairs first, as long as nothing forbids the union and the average holds.
 * @param setting whether they are all that a block of the ledger has, or a pile's: of a pile a statement that moves a day is
 * joined to something (`retold.ts`).
 */
export function partition(
  mentions: readonly Features[],
  reviews: readonly Review[] = [],
  setting: Setting = 'ledger',
): Cluster[] {
  const all = [...mentions].sort(byAge);
  const index = new Map(all.map((f, i) => [f.mention.id, i]));
  const linked = links(reviews, index);
  const sims = new Map<number, Similarity>();
  const key = (i: number, j: number): number => (i < j ? i * all.length + j : j * all.length + i);
  const pairs: Pair[] = [];
  for (let i = 0; i < all.length; i++) {
    for (let j = i + 1; j < all.length; j++) {
      if (all[j]!.day - all[i]!.day > FURTHEST_DAYS) break;
      const sim = linked.cannot.has(key(i, j))
        ? { score: -1, veto: 'a reviewer', features: {} }
        : compare(all[i]!, all[j]!);
      sims.set(key(i, j), sim);
      if (sim.score >= SAME && !sim.veto) pairs.push({ ...sim, i, j });
    }
  }
  pairs.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j);
  const groups = all.map((_, i) => [i]);
  const groupOf = all.map((_, i) => i);
  const reasons: JoinReason[][] = all.map(() => []);
  const unite = (i: number, j: number, reason: JoinReason): void => {
    const [into, from] = groupOf[i]! < groupOf[j]! ? [groupOf[i]!, groupOf[j]!] : [groupOf[j]!, groupOf[i]!];
    groups[into]!.push(...groups[from]!);
    for (const member of groups[from]!) groupOf[member] = into;
    groups[from] = [];
    reasons[into]!.push(...reasons[from]!, reason);
    reasons[from] = [];
  };
  for (const [i, j] of linked.must) {
    if (groupOf[i] === groupOf[j]) continue;
    unite(i, j, { a: all[i]!.mention.id, b: all[j]!.mention.id, score: 1, features: { reviewer: 1 } });
  }
  for (const pair of pairs) {
    const a = groupOf[pair.i]!;
    const b = groupOf[pair.j]!;
    if (a === b || !fit(groups[a]!, groups[b]!, sims, key)) continue;
    unite(pair.i, pair.j, {
      a: all[pair.i]!.mention.id,
      b: all[pair.j]!.mention.id,
      score: pair.score,
      features: pair.features,
    });
  }
  if (setting === 'pile') joinRetold({ all, groups, groupOf, between: (i, j) => sims.get(key(i, j)), unite });
  return groups
    .map((members, g) => ({ members: members.map((i) => all[i]!).sort(byAge), joins: reasons[g]! }))
    .filter((cluster) => cluster.members.length > 0);
}

function fit(a: number[], b: number[], sims: Map<number, Similarity>, key: (i: number, j: number) => number): boolean {
  let sum = 0;
  for (const i of a) {
    for (const j of b) {
      const sim = sims.get(key(i, j));
      if (!sim || sim.veto) return false;
      sum += sim.score;
    }
  }
  return sum / (a.length * b.length) >= AVERAGE;
}

function links(reviews: readonly Review[], index: Map<string, number>) {
  const must: [number, number][] = [];
  const cannot = new Set<number>();
  // A later review of the same two overrides an earlier one.
  const last = new Map<string, Review>();
  for (const review of [...reviews].sort((x, y) => x.at.localeCompare(y.at) || x.id.localeCompare(y.id))) {
    if (review.action.kind !== 'must-link' && review.action.kind !== 'cannot-link') continue;
    last.set([review.action.a, review.action.b].sort().join(' '), review);
  }
  for (const { action } of last.values()) {
    if (action.kind !== 'must-link' && action.kind !== 'cannot-link') continue;
    const i = index.get(action.a);
    const j = index.get(action.b);
    if (i === undefined || j === undefined || i === j) continue;
    if (action.kind === 'must-link') must.push([i, j]);
    else cannot.add(Math.min(i, j) * index.size + Math.max(i, j));
  }
  return { must: must.sort((x, y) => x[0] - y[0] || x[1] - y[1]), cannot };
}
