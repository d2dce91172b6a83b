import { saysLate } from '../model/cues.ts';
import { jakartaDay } from '../model/features.ts';
import { FITS, fitOf, isImpossible } from '../model/fit.ts';
import type { Cluster } from '../model/grouping.ts';
import { ENDING } from '../model/link.ts';
import { add, type LinkedReport } from '../model/match.ts';
import { onceOf } from '../model/once.ts';
import type { Candidate } from '../model/score.ts';
import { saidIn } from '../model/tells.ts';
import { isInPart } from '../outcomes/completion.ts';
import { CLAIMED } from '../outcomes/sentence.ts';
import type { OutcomeKind, Report } from '../types.ts';
import { amongOthers } from './among.ts';
import { fallsShort } from './amounts.ts';
import { cannotBe } from './doubts.ts';
import { pileLinks } from './ends.ts';
import { isStillDone } from './own-sense.ts';
import weightsAmong from './own-words-among-weights.data.json' with { type: 'json' };
import weights from './own-words-weights.data.json' with { type: 'json' };
import { type Seen, shares, weigher } from './weigh.ts';

/**
 * At or above this likelihood the sentences of an article tell an end in their own words (`bench/train-links.ts` says how often one
 * is right that is so likely): of stories that no weights had seen 0.868 of all statuses were right from 0.6 on, 0.870 from 0.5 and
 * 0.871 from here on. That only a part is done is told of much that is under way, and must be likelier.
 */
const LIKELY = 0.45;
const LIKELY_PART = 0.6;
/** The same where nothing says of how much. */
const LIKELY_SOME = 0.8;
/** What one sentence tells less likely adds nothing to the others of its article. */
const LEAST = 0.3;
/** So likely at least is what {@link surelyStill} tells. */
const STILL_DONE = 0.6;
/** At or above this likelihood an article tells that a thing is not done, against what rules read in it. */
const SURE_UNDONE = 0.6;

/** The log-odds that a sentence tells of an end, against telling of none: by itself, and among all else that is told. */
const oddsAlone: (seen: Seen) => number = weigher(weights);
const oddsAmong: (seen: Seen) => number = weigher(weightsAmong);

/** What a sentence tells in its own words of how some promise ended (`told.ts`). */
export const isTold = ({ telling }: Report): boolean => telling !== undefined;

/** Kinds by which a promise has ended for good. */
const FINAL: ReadonlySet<string> = new Set(['fulfilled', 'withdrawn']);

/**
 * Links what sentences tell in their own words, where no report that rules read in them is linked, to the promises whose ends they
 * likely tell and that nothing published before them has ended; a contradiction counts after it too.
 * @param every the ends that they may tell ({@link endsTold}).
 * @param linked what rules read is linked to; what is told is added, and what is told otherwise left out.
 */
export function linkInOwnWords(
  promises: readonly Candidate[],
  every: readonly End[],
  linked: Map<Cluster, LinkedReport[]>,
): void {
  withoutDone(every, linked);
  // What is only claimed is told with who denies it.
  const plain = [...linked.values()].flat().filter(({ report }) => report.rule !== CLAIMED);
  const read = new Set(plain.map(({ report }) => placeOf(report)));
  const ends = new Map(promises.map(({ cluster }) => [cluster, endOf(linked.get(cluster) ?? [])]));
  const all = every.filter(({ report }) => !read.has(placeOf(report)));
  const found = new Map<Cluster, LinkedReport[]>();
  for (const { one, report, score } of likelyIn(all.map(surelyStill))) {
    const isOver = Date.parse(report.article.published) >= ends.get(one.cluster)!;
    if (isOver && report.kind !== 'contested') continue;
    if (report.kind === 'fulfilled' && isPromisedThere(report, one.cluster)) continue;
    const isFit = fitOf(report, one.cluster) >= FITS;
    add(found, one.cluster, { report, score, ...(isFit ? {} : { inOtherWords: true as const }) });
  }
  for (const [cluster, links] of found) linked.set(cluster, [...(linked.get(cluster) ?? []), ...oneExtentEach(links)]);
}

/** Who promised never to do a thing, and is told to do it still by the name of its act, has broken that, whatever else is likely. */
function surelyStill(end: End): End {
  const { one, report, score } = end;
  const isSure = report.kind === 'missed' && one.promise.acts.has(report.act) && isStillDone(report.quote, one.cluster);
  return isSure ? { ...end, score: Math.max(score, STILL_DONE) } : end;
}

/**
 * Leaves out what rules read in an article as done, where its sentences tell more surely that it is not, or not wholly: a verb of the
 * article that stands for the deed of a promise is often that of something beside it.
 */
function withoutDone(all: readonly End[], linked: Map<Cluster, LinkedReport[]>): void {
  const open = likelyIn(all).filter(({ report, score }) => score >= SURE_UNDONE && saysUndone(report));
  for (const { one, report, score: undone } of open) {
    const links = linked.get(one.cluster) ?? [];
    const actions = one.cluster.members.map(({ mention }) => mention.mention.action.text);
    // What names less than was promised is read as a part already.
    const isLesser = (quote: string): boolean => fallsShort(actions, quote);
    const isLess = ({ report: { kind, article, quote }, score }: LinkedReport): boolean =>
      kind === 'fulfilled' && article.key === report.article.key && score < undone && !isLesser(quote);
    if (links.some(isLess))
      linked.set(
        one.cluster,
        links.filter((link) => !isLess(link)),
      );
  }
}

/** The article promises it for a day that is yet to come: what it tells besides is something else. */
const isPromisedThere = ({ article }: Report, { members }: Cluster): boolean =>
  members.some(
    ({ mention, due }) =>
      mention.article.key === article.key && due !== null && due.from > jakartaDay(article.published),
  );

/** `Pembayaran itu mundur sepekan dari yang dijanjikan` */
const cameLate = (quote: string): boolean => saysLate(quote) && !NOT_COME.test(quote);
const NOT_COME = /\b(?:belum|tidak|tak|akan|bakal|masih)\b/i;

const leastOfPart = ({ quote }: Report): number => (isInPart(quote.toLowerCase()) ? LIKELY_PART : LIKELY_SOME);

/** It is not done, or so many of so many are: a part must be told as one; that it came late says that it came. */
const saysUndone = ({ kind, quote }: Report): boolean =>
  (kind === 'missed' && !cameLate(quote)) || (kind === 'partly' && isInPart(quote.toLowerCase()));

/** The sentence in which something is told. */
export const placeOf = ({ article, span }: Report): string => `${article.key} ${span.start}`;

/** When it was first told that a promise is wholly done or taken back (ms); infinity where it was not. */
const endOf = (links: readonly LinkedReport[]): number =>
  Math.min(...links.flatMap(({ report: { kind, article } }) => (FINAL.has(kind) ? Date.parse(article.published) : [])));

/** An end of a promise that a sentence tells of. */
export interface End {
  one: Candidate;
  /** Of its reports of that end the one that fits best. */
  report: Report;
  score: number;
}

/** A promise, by its index too, and a report that may be of it, with what is seen of the two. */
export interface Tie {
  promise: number;
  one: Candidate;
  report: Report;
  seen: Seen;
}

/** What may be told of which promise. */
export function tiesBetween(promises: readonly Candidate[], told: readonly Report[]): Tie[] {
  const seenOf = seenIn(promises, told);
  return promises.flatMap((one, promise) =>
    told.flatMap((report): Tie[] => {
      const seen = seenOf(one, report);
      return seen === null ? [] : [{ promise, one, report, seen }];
    }),
  );
}

/**
 * What sentences may tell, of whichever promise and however it ended: how likely each of these is by a network over what each sees of
 * each, against telling of none; first each sentence by itself, and then among all else that is told (`among.ts`).
 */
export function endsTold(promises: readonly Candidate[], told: readonly Report[]): End[] {
  const ties = tiesBetween(promises, told);
  const among = seenAmong(ties, oddsAlone);
  return endsBy(
    ties,
    among.map((seen) => oddsAmong(seen)),
  );
}

/** What is seen of ties among all else that is told, by the odds of each alone. */
export function seenAmong(
  ties: readonly Pick<Tie, 'promise' | 'report' | 'seen'>[],
  odds: (seen: Seen) => number,
): Seen[] {
  const ends = groupsOfEnds(
    ties,
    ties.map(({ seen }) => odds(seen)),
  );
  const numbers = amongOthers(
    ends.map(({ same, score }) => {
      const { promise, report } = ties[same[0]!]!;
      const { article, kind, span } = report;
      return {
        ...{ promise, kind: kind as OutcomeKind, article: article.key, published: Date.parse(article.published) },
        ...{ start: span.start, chance: score },
      };
    }),
  );
  const seen: Seen[] = ties.map((tie) => tie.seen);
  for (const [n, { same }] of ends.entries()) {
    for (const i of same) seen[i] = { names: seen[i]!.names, numbers: { ...seen[i]!.numbers, ...numbers[n] } };
  }
  return seen;
}

/** Ties that are of one end, told by one sentence, and how likely they are together. */
function groupsOfEnds(
  ties: readonly Pick<Tie, 'promise' | 'report'>[],
  odds: readonly number[],
): { same: number[]; score: number; chances: ReadonlyMap<number, number> }[] {
  return [...Map.groupBy(ties.keys(), (i) => placeOf(ties[i]!.report)).values()].flatMap((ofSentence) => {
    const shared = shares(ofSentence.map((i) => odds[i]!));
    const chances = new Map(ofSentence.map((i, n) => [i, shared[n]!]));
    const ends = Map.groupBy(ofSentence, (i) => `${ties[i]!.promise} ${ties[i]!.report.kind}`);
    return [...ends.values()].map((same) => ({
      same,
      score: same.reduce((sum, i) => sum + chances.get(i)!, 0),
      chances,
    }));
  });
}

/** The ends that ties tell, each with the report that fits it best. */
function endsBy(ties: readonly Tie[], odds: readonly number[]): End[] {
  return groupsOfEnds(ties, odds).map(({ same, score, chances }) => {
    const { one, report } = ties[same.reduce((a, b) => (chances.get(b)! > chances.get(a)! ? b : a))]!;
    return { one, report, score };
  });
}

/** Of what the sentences tell the ends that are likely enough: by all of an article that tell of the same end, of which the surest is kept. */
export function likelyIn(all: readonly End[]): End[] {
  const likely: End[] = [];
  for (const ofPromise of Map.groupBy(all, ({ one }) => one).values()) {
    const told = ofPromise.filter(({ score }) => score >= LEAST);
    for (const same of Map.groupBy(told, ({ report }) => `${report.kind} ${report.article.key}`).values()) {
      // In order of the text, so that the order in which articles come does not matter.
      same.sort((a, b) => a.report.span.start - b.report.span.start);
      const best = same.reduce((a, b) => (b.score > a.score ? b : a));
      const together = 1 - same.reduce((none, { score }) => none * (1 - score), 1);
      const isLikely = best.report.kind === 'partly' ? best.score >= leastOfPart(best.report) : together >= LIKELY;
      if (isLikely) likely.push({ ...best, score: together });
    }
  }
  return likely;
}

/** What is seen of a promise and a report of a pile, once each; null where it cannot tell of it, or is of another matter. */
export function seenIn(
  promises: readonly Candidate[],
  told: readonly Report[],
): (one: Candidate, report: Report) => Seen | null {
  const linksOf = pileLinks(promises, told);
  const seenOf = onceOf((one: Candidate) =>
    onceOf((report: Report) => {
      const isEnd = ENDING.has(report.kind);
      if (isImpossible(report, one.cluster) || (isEnd && cannotBe(one.promise, saidIn(report)))) return null;
      return linksOf(one, saidIn(report));
    }),
  );
  return (one, report) => seenOf(one)(report);
}

/** How far a thing has come: of one article one of these is true. */
const EXTENTS: ReadonlySet<string> = new Set(['fulfilled', 'partly', 'missed']);

/** Of what one article tells of how far a promise has come, what is likeliest; all else. */
function oneExtentEach(links: readonly LinkedReport[]): LinkedReport[] {
  const best = new Map<string, LinkedReport>();
  for (const link of links) {
    const { kind, article } = link.report;
    const known = best.get(article.key);
    if (EXTENTS.has(kind) && (known === undefined || link.score > known.score)) best.set(article.key, link);
  }
  return links.filter(
    ({ report: { kind, article } }) => !EXTENTS.has(kind) || best.get(article.key)!.report.kind === kind,
  );
}
