import { byAge, type Features } from '../model/features.ts';
import { byReviewer, type Cluster, clustersOf } from '../model/grouping.ts';
import { FURTHEST_DAYS, linked } from '../model/join.ts';
import { heldBefore } from '../model/printed.ts';
import { compare, oddsOfScore, rounded, type Similarity } from '../model/similarity.ts';
import type { JoinReason, Review } from '../types.ts';
import type { Apart } from './anew.ts';
import { tellBare } from './bare.ts';
import { type PileGrouping, pileGrouping, reasonOf, uniteInPile } from './grouping.ts';
import { oddsOf, pilePairs } from './pairs.ts';
import { joinRetold } from './retold.ts';
import { lessSurely } from './two.ts';

/**
 * Two groups are one promise while the log-odds of their mentions are on average as high: a little below even, for a promise in
 * two pieces is wrong twice. `bench/train-joins.ts` says how many promises are whole so and by other bars, each story by weights
 * that did not see it.
 */
const LEAST = -0.3;

/**
 * Partitions the mentions of a pile into promises: the two groups first that are most surely one, by the average over all
 * their pairs, until none is. A pure function of the mentions and of reviewers' links, whatever order they come in.
 * @param apart mentions that are not joined, unless a reviewer does.
 */
export function partitionPile(
  mentions: readonly Features[],
  reviews: readonly Review[] = [],
  apart: readonly Apart[] = [],
): Cluster[] {
  const all = [...mentions].sort(byAge);
  const index = new Map(all.map((f, i) => [f.mention.id, i]));
  const { must, cannot } = linked(reviews, index);
  for (const [early, late] of apart) cannot.add(index.get(early)! * all.length + index.get(late)!);
  const likeness = all.map((a, i) => all.map((b, j): Similarity | null => (i < j ? compare(a, b) : null)));
  const like = (i: number, j: number): Similarity => likeness[Math.min(i, j)]![Math.max(i, j)]!;
  const pairOf = pilePairs(all, like);
  const odds = all.map(() => all.map(() => Number.NEGATIVE_INFINITY));
  const strangers = new Set<number>();
  for (let i = 0; i < all.length; i++) {
    for (let j = i + 1; j < all.length; j++) {
      if (all[j]!.day - all[i]!.day > FURTHEST_DAYS) break;
      if (like(i, j).veto !== null || cannot.has(i * all.length + j)) continue;
      const seen = pairOf(i, j);
      if (seen === null) strangers.add(i * all.length + j);
      // Of two matters the ledger's own comparison tells, on its own scale.
      odds[i]![j] = seen === null ? oddsOfScore(like(i, j).score) + LEAST : oddsOf(seen);
      odds[i]![j]! -= lessSurely(all[i]!, all[j]!);
      odds[j]![i] = odds[i]![j]!;
    }
  }
  tellMoved(all, odds);
  tellBare(all, odds);
  const grouping = pileGrouping(all, odds);
  for (const [i, j] of must) {
    if (grouping.groupOf[i] === grouping.groupOf[j]) continue;
    uniteInPile(grouping, i, j, byReviewer(grouping, i, j));
  }
  joinSurest(grouping, LEAST, (i, j) => like(i, j).features);
  joinRetold(grouping, LEAST, (i, j) => !strangers.has(i * all.length + j));
  return clustersOf(grouping);
}

/** By so much surer, in log-odds, that a statement moves the promise which was due on the day that it says held before. */
const HELD_THEN = 4;

/**
 * A statement that moves a day and says which (`dari 30 Juni menjadi 31 Juli`) moves what an earlier article says to be due then, where
 * any does: of 60 such pairs of the stories of `test/stories` all are one promise, of 108 with promises of other days beside them 4.
 */
function tellMoved(all: readonly Features[], odds: number[][]): void {
  for (const [j, late] of all.entries()) {
    if (!late.moved || late.formerly.size === 0) continue;
    const held = all
      .slice(0, j)
      .map((early) => (early.due === null || early.day >= late.day ? null : heldBefore(late.formerly, early.due.day)));
    if (!held.some((how, i) => how === 'day' && odds[i]![j]! > Number.NEGATIVE_INFINITY)) continue;
    for (const [i, how] of held.entries()) {
      if (how !== 'day' && how !== 'no') continue;
      odds[i]![j]! += how === 'day' ? HELD_THEN : -HELD_THEN;
      odds[j]![i] = odds[i]![j]!;
    }
  }
}

/**
 * Makes one of the two groups that are most surely one, by the average over all pairs of their mentions, and so on until none
 * is so sure.
 * @param least log-odds that the average must reach.
 * @param featuresOf what two mentions were compared by.
 */
export function joinSurest(
  grouping: PileGrouping,
  least: number,
  featuresOf: (i: number, j: number) => JoinReason['features'],
): void {
  for (let best = surest(grouping, least); best !== null; best = surest(grouping, least)) {
    const [i, j] = closest(grouping, best.a, best.b);
    uniteInPile(grouping, i, j, reasonOf(grouping, i, j, { ...featuresOf(i, j), average: rounded(best.average) }));
  }
}

/** The two groups that are most surely one; null where none is likely enough. The first of equals. */
function surest({ groups, sums }: PileGrouping, least: number): { a: number; b: number; average: number } | null {
  let best: { a: number; b: number; average: number } | null = null;
  for (let a = 0; a < groups.length; a++) {
    if (groups[a]!.length === 0) continue;
    for (let b = a + 1; b < groups.length; b++) {
      if (groups[b]!.length === 0) continue;
      const average = sums[a]![b]! / (groups[a]!.length * groups[b]!.length);
      if (average >= least && (best === null || average > best.average)) best = { a, b, average };
    }
  }
  return best;
}

/** Of two groups the two mentions that are most surely one. */
function closest({ groups, odds }: PileGrouping, a: number, b: number): [number, number] {
  let best: [number, number] = [groups[a]![0]!, groups[b]![0]!];
  for (const i of groups[a]!) for (const j of groups[b]!) if (odds[i]![j]! > odds[best[0]]![best[1]]!) best = [i, j];
  return best;
}
