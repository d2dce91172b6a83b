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
  /** How alike two mentions are; minus infinity where they may not be one. */
  const scores = all.map(() => new Float64Array(all.length).fill(Number.NEGATIVE_INFINITY));
  const pairs: Pair[] = [];
  for (let i = 0; i < all.length; i++) {
    for (let j = i + 1; j < all.length; j++) {
      if (all[j]!.day - all[i]!.day > FURTHEST_DAYS) break;
      if (reviewed.cannot.has(i * all.length + j)) continue;
      const sim = likeness(all[i]!, all[j]!);
      if (sim.veto !== null) continue;
      scores[i]![j] = sim.score;
      scores[j]![i] = sim.score;
      if (sim.score >= SAME) pairs.push({ ...sim, i, j });
    }
  }
  pairs.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j);
  const grouping = apart(all);
  const { groups, groupOf } = grouping;
  for (const [i, j] of reviewed.must) if (groupOf[i] !== groupOf[j]) unite(grouping, i, j, byReviewer(grouping, i, j));
  const sums = sumsBetween(groups, scores);
  for (const pair of pairs) {
    const [a, b] = [groupOf[pair.i]!, groupOf[pair.j]!];
    if (a === b || sums[a]![b]! < AVERAGE * groups[a]!.length * groups[b]!.length) continue;
    const { into, from } = unite(grouping, pair.i, pair.j, {
      a: all[pair.i]!.mention.id,
      b: all[pair.j]!.mention.id,
      score: pair.score,
      features: pair.features,
    });
    for (let other = 0; other < sums.length; other++) {
      sums[into]![other]! += sums[from]![other]!;
      sums[other]![into] = sums[into]![other]!;
    }
  }
  return clustersOf(grouping);
}

/**
 * Of every two groups the sum of how alike their mentions are, pair by pair; minus infinity where two of them may not be one.
 * What a reviewer has put together may be worded unlike each other: who is like one of it is like all.
 */
function sumsBetween(groups: readonly (readonly number[])[], scores: readonly Float64Array[]): Float64Array[] {
  const sums = scores.map((row) => Float64Array.from(row));
  for (const [a, own] of groups.entries()) {
    for (const [b, others] of groups.entries()) {
      if (a === b || own.length * others.length <= 1) continue;
      let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (const i of own) {
        for (const j of others) {
          least = Math.min(least, scores[i]![j]!);
          most = Math.max(most, scores[i]![j]!);
        }
      }
      sums[a]![b] = Number.isFinite(least) ? most * own.length * others.length : least;
    }
  }
  return sums;
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
