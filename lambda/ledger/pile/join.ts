import { byAge, type Features } from '../model/features.ts';
import { byReviewer, type Cluster, clustersOf } from '../model/grouping.ts';
import { FURTHEST_DAYS, linked } from '../model/join.ts';
import { shared } from '../model/overlap.ts';
import { heldBefore } from '../model/printed.ts';
import { compare, oddsOfScore, rounded, type Similarity } from '../model/similarity.ts';
import type { JoinReason, Review } from '../types.ts';
import { terms } from '../words/words.ts';
import { type Apart, SAYS_MOVED } from './anew.ts';
import { tellBare } from './bare.ts';
import { ALREADY } from './doubts.ts';
import { type PileGrouping, pileGrouping, reasonOf, uniteInPile } from './grouping.ts';
import { oddsOf, pilePairs } from './pairs.ts';
import { joinRetold } from './retold.ts';

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
      if (areUnlike(all[i]!, all[j]!) || presupposes(all[j]!, all[i]!)) odds[i]![j]! -= UNLIKE;
      if (isWithAnother(all[i]!, all[j]!) || isInstead(all[i]!, all[j]!)) odds[i]![j]! -= WITH_ANOTHER;
      if (areOfTwo(all[i]!, all[j]!)) odds[i]![j]! -= OF_TWO;
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

/**
 * By so much less likely, in log-odds, two are one that say nothing alike of what is to be done, and by when: of 71 such pairs of the
 * stories of `test/stories` that are likely otherwise 42 are two.
 */
const UNLIKE = 2;

/** So few words say what is to be done only by what stands around them. */
const ITS_WORDS = 2;

/** Another act, no word of it in both, another day, and nothing by which the later one points back to what was promised. */
const areUnlike = (early: Features, late: Features): boolean =>
  early.act !== late.act &&
  early.due !== null &&
  late.due !== null &&
  early.due.to !== late.due.to &&
  late.retold < SAYS_MOVED &&
  !late.pointsBack &&
  !REST.test(late.mention.quote) &&
  early.words.size >= ITS_WORDS &&
  late.words.size >= ITS_WORDS &&
  shared(early.words, late.words) === 0;

/** `memusnahkan kaleng yang sudah ditarik`: what is to be done then has the other done before it, and is none of it. */
function presupposes(late: Features, { act, words }: Features): boolean {
  if (late.act === act) return false;
  const all = terms(late.mention.mention.action.text);
  return all.some(
    ({ word }, i) =>
      word === 'yang' &&
      (ALREADY.has(all[i + 1]?.word ?? '') || OFFERED.has(all[i + 1]?.word ?? '')) &&
      all[i + 2] !== undefined &&
      words.has(all[i + 2]!.concept),
  );
}

/** By so much less likely, in log-odds, two are one that are pledged by two, as other deeds. */
const OF_TWO = 4;

/** `Peruri akan membuka sambungan`, `DJP menerbitkan petunjuk`: each promises for itself, another act in other words. */
function areOfTwo(early: Features, late: Features): boolean {
  const isOwn = ({ mention, parties }: Features): boolean =>
    mention.mention.type === 'pledge' && parties.length > 0 && !parties.includes('class');
  if (early.act === late.act || !isOwn(early) || !isOwn(late) || late.retold >= SAYS_MOVED) return false;
  const [one, other] = [early, late].map(({ parties, targets }) => new Set([...parties, ...targets]));
  return (
    shared(one!, other!) === 0 &&
    early.words.size >= ITS_WORDS &&
    late.words.size >= ITS_WORDS &&
    shared(early.words, late.words) <= 1
  );
}

/** By so much less likely, in log-odds, two are one that name different ones with whom it is to be done. */
const WITH_ANOTHER = 8;

/** `perjanjian dengan Bank DKI`, `perjanjian dengan Bank Jatim`. */
function isWithAnother(early: Features, late: Features): boolean {
  const [one, other] = [early, late].map(({ mention }) => WITH.exec(mention.mention.action.text)?.[1]?.toLowerCase());
  if (!one || !other || early.act !== late.act) return false;
  const own = one.split(' ').filter((word) => !KINDS.has(word));
  return own.length > 0 && !other.split(' ').some((word) => own.includes(word) || own.some((w) => w.startsWith(word)));
}
/** `Sebagai gantinya, KPU akan memuat daftar itu di lamannya`: what comes instead of what an earlier article promised. */
const isInstead = (early: Features, late: Features): boolean =>
  early.day < late.day && INSTEAD.test(late.mention.quote) && !INSTEAD.test(early.mention.quote);
const INSTEAD = /^[^\p{L}]*sebagai (?:ganti|pengganti|kompensasi)(?:nya)?\b/iu;

const WITH = /\bdengan ((?:\p{Lu}[\p{L}\d-]+)(?: \p{Lu}[\p{L}\d-]+){0,3})/u;
const KINDS: ReadonlySet<string> = new Set(['bank', 'pt', 'pemerintah', 'kementerian', 'komisi', 'badan']);

/** `pelanggan yang menolak perpanjangan itu` */
const OFFERED: ReadonlySet<string> = new Set(['menolak', 'menerima', 'mendapat', 'memperoleh']);

/** What is left of what was promised. */
const REST = /\b(?:sisa|sisanya|selebihnya)\b/i;

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
