import { FITS, fitOf, isDoneElsewhere, isImpossible } from '../model/fit.ts';
import type { Cluster } from '../model/join.ts';
import { promisedIn, type Told } from '../model/link-features.ts';
import { add, asFarAsNamed, bestOf, eachOnce, type LinkedReport } from '../model/match.ts';
import { isEnd, LIKELY_SAME } from '../model/score.ts';
import { saidIn } from '../model/tells.ts';
import type { Report } from '../types.ts';
import { cannotTell } from './doubts.ts';
import { likelihoodOf, type PilePromise, pileLinks } from './ends.ts';

/**
 * At or above this likelihood a report tells the end of a promise (`bench/train-links.ts` says how often that is right): as
 * likely as not, for an end that never came costs more trust than one that is seen late.
 */
const LIKELY = 0.5;

/**
 * Links each report of a pile to the promise whose end it most likely tells; one that tells of no end, to the promise that it
 * fits best by its party and act. Pure; a report that fits none is left out.
 */
export function linkInPile(clusters: readonly Cluster[], reports: readonly Report[]): Map<Cluster, LinkedReport[]> {
  const linked = new Map<Cluster, LinkedReport[]>();
  const all = eachOnce(reports);
  const promises = clusters.map((cluster): PilePromise => ({ cluster, promise: promisedIn(cluster) }));
  const seenOf = pileLinks(promises, all.filter(isEnd));
  const chance = (told: Told, one: PilePromise): number => {
    if (!mayBeOf(told, one) || startsCount(told.report, linked.get(one.cluster))) return 0;
    const seen = seenOf(one, told);
    const isFit = fitOf(told.report, one.cluster) >= FITS;
    // Of another matter it tells of what it fits by party and act alone.
    if (seen === null) return isFit ? LIKELY : 0;
    const likely = likelihoodOf(seen);
    return isFit && likely >= LIKELY_SAME ? Math.max(likely, LIKELY) : likely;
  };
  const ends: Told[] = [];
  for (const report of all) {
    if (isEnd(report)) {
      ends.push(saidIn(report));
      continue;
    }
    const best = bestOf(promises, ({ cluster }) => fitOf(report, cluster), FITS);
    if (best) add(linked, best.one.cluster, { report, score: best.score });
  }
  for (const told of ends) {
    const { report } = told;
    const best = bestOf(promises, (one) => chance(told, one), LIKELY);
    if (best === null) continue;
    const isFit = fitOf(report, best.one.cluster) >= FITS;
    add(linked, best.one.cluster, { report, score: best.score, ...(isFit ? {} : { inOtherWords: true as const }) });
  }
  for (const [cluster, list] of linked) linked.set(cluster, asFarAsNamed(list, cluster));
  return linked;
}

/** The sentence tells of the event that a deadline of the promise counts from: the time runs from it, and is not over. */
const startsCount = ({ article, span }: Report, linked: readonly LinkedReport[] = []): boolean =>
  linked.some(
    ({ report }) => report.kind === 'dated' && report.article.key === article.key && report.span.start === span.start,
  );

/** Nothing says that a report cannot be of a promise. */
export const mayBeOf = (told: Told, { cluster, promise }: PilePromise): boolean =>
  !cannotTell(promise, told) &&
  !isDoneElsewhere(told.report, promise.parties, promise.targets) &&
  !isImpossible(told.report, cluster);
