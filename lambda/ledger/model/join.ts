import type { Review } from '../types.ts';
import { byAge, type Features } from './features.ts';
import { apart, byReviewer, type Cluster, clustersOf, unite } from './grouping.ts';
import { likeness } from './likeness.ts';
import { SAME, type Similarity } from './similarity.ts';

interface Pair extends Similarity {
  i: number;
  j: number;
}

/** Two clusters merge only if their members fit on average: no chains of small likenesses. */
const AVERAGE = SAME;
/** No two mentions further apart than this are compared: it keeps a block's cost near linear in its size. */
export const FURTHEST_DAYS = 800;

/**
 * Partitions the mentions of a block into promises: a pure function of the mentions and of reviewers' links, whatever
 * order they come in. Best pairs first, as long as nothing forbids the union and the average holds.
 */
export function partition(mentions: readonly Features[], reviews: readonly Review[] = []): Cluster[] {
  const all = [...mentions].sort(byAge);
  const index = new Map(all.map((f, i) => [f.mention.id, i]));
  const reviewed = linked(reviews, index);
  const sims = new Map<number, Similarity>();
  const key = (i: number, j: number): number => (i < j ? i * all.length + j : j * all.length + i);
  const pairs: Pair[] = [];
  for (let i = 0; i < all.length; i++) {
    for (let j = i + 1; j < all.length; j++) {
      if (all[j]!.day - all[i]!.day > FURTHEST_DAYS) break;
      const sim = reviewed.cannot.has(key(i, j))
        ? { score: -1, veto: 'a reviewer', features: {} }
        : likeness(all[i]!, all[j]!);
      sims.set(key(i, j), sim);
      if (sim.score >= SAME && !sim.veto) pairs.push({ ...sim, i, j });
    }
  }
  pairs.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j);
  const grouping = apart(all);
  const { groups, groupOf } = grouping;
  for (const [i, j] of reviewed.must) if (groupOf[i] !== groupOf[j]) unite(grouping, i, j, byReviewer(grouping, i, j));
  // What a reviewer has put together may be worded unlike each other: who is like one of it is like all.
  const together = groupOf.map((group) => [...groups[group]!]);
  const likest = (i: number, j: number): number => {
    let best = Number.NEGATIVE_INFINITY;
    for (const one of together[i]!)
      for (const other of together[j]!) best = Math.max(best, sims.get(key(one, other))?.score ?? best);
    return best;
  };
  for (const pair of pairs) {
    const a = groupOf[pair.i]!;
    const b = groupOf[pair.j]!;
    if (a === b || !fit(groups[a]!, groups[b]!, (i, j) => sims.get(key(i, j)), likest)) continue;
    unite(grouping, pair.i, pair.j, {
      a: all[pair.i]!.mention.id,
      b: all[pair.j]!.mention.id,
      score: pair.score,
      features: pair.features,
    });
  }
  return clustersOf(grouping);
}

/** Whether two groups fit on average, and nothing forbids it. */
function fit(
  a: readonly number[],
  b: readonly number[],
  simOf: (i: number, j: number) => Similarity | undefined,
  likest: (i: number, j: number) => number,
): boolean {
  let sum = 0;
  for (const i of a) {
    for (const j of b) {
      const sim = simOf(i, j);
      if (!sim || sim.veto) return false;
      sum += likest(i, j);
    }
  }
  return sum / (a.length * b.length) >= AVERAGE;
}

/**
 * What reviewers say of mentions, by their indexes: pairs that must be one promise, and keys `i * index.size + j` (i before j) of
 * those that cannot.
 * @param index the place of each mention's id.
 */
export function linked(reviews: readonly Review[], index: Map<string, number>) {
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
