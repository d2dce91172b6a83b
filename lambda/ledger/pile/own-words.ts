import { saysLate } from '../model/cues.ts';
import { jakartaDay } from '../model/features.ts';
import { FITS, fitOf } from '../model/fit.ts';
import type { Cluster } from '../model/grouping.ts';
import { add, type LinkedReport } from '../model/match.ts';
import type { Candidate } from '../model/score.ts';
import { isInPart } from '../outcomes/completion.ts';
import { CLAIMED } from '../outcomes/sentence.ts';
import type { Report } from '../types.ts';
import { fallsShort } from './amounts.ts';
import { isStillDone } from './own-sense.ts';
import { type End, placeOf } from './ties.ts';

/**
 * At or above this likelihood the sentences of an article tell an end in their own words (`bench/train-links.ts` says how often one
 * is right that is so likely): a little below even, for what is told so is likelier than any other end, and than none mostly. That
 * only a part is done is told of much that is under way, and must be likelier.
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

/** When it was first told that a promise is wholly done or taken back (ms); infinity where it was not. */
const endOf = (links: readonly LinkedReport[]): number =>
  Math.min(...links.flatMap(({ report: { kind, article } }) => (FINAL.has(kind) ? Date.parse(article.published) : [])));

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
