import { FITS, fitOf, isImpossible } from '../model/fit.ts';
import type { Cluster } from '../model/grouping.ts';
import { isEnd } from '../model/link.ts';
import { promisedIn, type Told } from '../model/link-features.ts';
import { add, asFarAsNamed, bestOf, eachOnce, type LinkedReport, withDenials } from '../model/match.ts';
import { shared } from '../model/overlap.ts';
import type { Candidate } from '../model/score.ts';
import { saidIn } from '../model/tells.ts';
import { CLAIMED } from '../outcomes/sentence.ts';
import type { Report } from '../types.ts';
import { fallsShort } from './amounts.ts';
import { contradictsThat, linkToWhatWasSaid } from './denials.ts';
import { cannotTell } from './doubts.ts';
import { likelihoodOf, pileLinks } from './ends.ts';
import { inItsOwnSense } from './own-sense.ts';
import { isTold, linkInOwnWords } from './own-words.ts';
import { asFarAsCounted, asFarAsListed } from './parts.ts';
import { endsTold, placeOf } from './ties.ts';

/**
 * At or above this likelihood a report tells the end of a promise (`bench/train-links.ts` says how often that is right): as
 * likely as not, for an end that never came costs more trust than one that is seen late.
 */
const LIKELY = 0.5;
/**
 * The same of one that tells of another act than the promise or names others, and that says it is done: of those between the two, in
 * stories that were read, every second one told of something else.
 */
const LIKELY_IN_OTHER_WORDS = 0.6;

/**
 * Links each report of a pile to the promise whose end it most likely tells; one that tells of no end, to the promise that it
 * fits best by its party and act; then what is told of the others in words that no rule reads (`own-words.ts`). Pure; a report that
 * fits none is left out.
 * @param ownWords false for what rules read alone.
 */
export function linkInPile(
  clusters: readonly Cluster[],
  reports: readonly Report[],
  { ownWords = true } = {},
): Map<Cluster, LinkedReport[]> {
  const linked = new Map<Cluster, LinkedReport[]>();
  const every = eachOnce(reports);
  const all = every.filter((report) => !isTold(report));
  const promises = clusters.map((cluster): Candidate => ({ cluster, promise: promisedIn(cluster) }));
  const seenOf = pileLinks(promises, all.filter(isEnd));
  const chance = (told: Told, one: Candidate): number => {
    if (!mayBeOf(told, one)) return 0;
    const seen = seenOf(one, told);
    if (seen !== null) return isInItsWords(told, one.cluster) ? surer(likelihoodOf(seen)) : likelihoodOf(seen);
    // Of another matter it tells of what it fits by party and act alone.
    return fitOf(told.report, one.cluster) >= FITS ? LIKELY : 0;
  };
  const ends: Told[] = [];
  // Of which promise a sentence denies that it is done, its words tell better than the act it names.
  const inWords = new Set(ownWords ? every.filter((one) => isTold(one) && one.kind === 'contested').map(placeOf) : []);
  const denied: Report[] = [];
  const linkByFit = (report: Report): void => {
    const best = bestOf(promises, ({ cluster }) => fitOf(report, cluster), FITS);
    if (best) add(linked, best.one.cluster, { report, score: best.score });
  };
  for (const report of all) {
    if (report.kind === 'contested' && inWords.has(placeOf(report))) {
      denied.push(report);
      continue;
    }
    if (isEnd(report)) {
      ends.push(saidIn(report));
      continue;
    }
    linkByFit(report);
  }
  for (const told of ends) {
    const { report } = told;
    const best = bestOf(promises, (one) => chance(told, one), LIKELY);
    if (best === null) continue;
    const isFit = fitOf(report, best.one.cluster) >= FITS;
    if (!isFit && report.kind === 'fulfilled' && best.score < LIKELY_IN_OTHER_WORDS) continue;
    add(linked, best.one.cluster, { report, score: best.score, ...(isFit ? {} : { inOtherWords: true as const }) });
  }
  if (ownWords) {
    const told = endsTold(promises, every.filter(isTold));
    const denials = every.filter(contradictsThat);
    const pointing = new Set(denials.map(placeOf));
    const [later, first] = [true, false].map((is) => told.filter(({ report }) => pointing.has(placeOf(report)) === is));
    linkInOwnWords(promises, first!, linked);
    const answered = linkToWhatWasSaid(denials, linked);
    linkInOwnWords(
      promises,
      later!.filter(({ report }) => !answered.has(placeOf(report))),
      linked,
    );
  }
  const known = new Set(
    [...linked.values()].flat().flatMap(({ report }) => (report.rule === CLAIMED ? [] : [placeOf(report)])),
  );
  for (const report of denied) if (!known.has(placeOf(report))) linkByFit(report);
  for (const [cluster, list] of linked) {
    const own = plainest(
      withDenials(list).map((one) => inItsOwnSense(one, cluster)),
      cluster,
    );
    const soFar = [asFarAsListed, asFarAsNamed, asFarAsCounted].reduce((links, part) => part(links, cluster), own);
    linked.set(
      cluster,
      soFar.map((one) => inAmount(one, cluster)),
    );
  }
  return linked;
}

/** Content words of an action that tell it from others. */
const ITS_WORDS = 2;
/** Of those so many. */
const MOST_OF_THEM = 0.75;

/** It tells the act of a wording of the promise, and most of what the wording says of it. */
const isInItsWords = ({ report, words }: Told, { members }: Cluster): boolean =>
  members.some(
    (m) => m.act === report.act && m.words.size >= ITS_WORDS && shared(m.words, words) >= MOST_OF_THEM * m.words.size,
  );

/** As sure as two sentences that each tell as much. */
const surer = (chance: number): number => 1 - (1 - chance) ** 2;

/** Nothing says that a report cannot be of a promise. */
export const mayBeOf = (told: Told, { cluster, promise }: Candidate): boolean =>
  !cannotTell(promise, told) && !isImpossible(told.report, cluster);

/**
 * Where an article tells in the act of the promise that it is done in part or refused, what it tells in other words is something else;
 * so is what others did, where it is not done (`operator belum menurunkan kabel`, and the city cut them).
 */
function plainest(list: readonly LinkedReport[], { members }: Cluster): LinkedReport[] {
  const inItsAct = (kinds: ReadonlySet<string>): Set<string> =>
    new Set(
      list.flatMap(({ report: { kind, article }, inOtherWords }) =>
        kinds.has(kind) && !inOtherWords ? [article.key] : [],
      ),
    );
  const open = inItsAct(UNDONE);
  const missed = inItsAct(MISSED);
  const bound = new Set(members.flatMap(({ parties }) => parties));
  const isOfOthers = ({ parties, named }: Report): boolean =>
    named > 0 && !parties.slice(0, named).some((party) => bound.has(party));
  return list.filter(
    ({ report, inOtherWords }) =>
      !(
        report.kind === 'fulfilled' &&
        inOtherWords === true &&
        (open.has(report.article.key) || (missed.has(report.article.key) && isOfOthers(report)))
      ),
  );
}
const UNDONE: ReadonlySet<string> = new Set(['partly', 'refused']);
const MISSED: ReadonlySet<string> = new Set(['missed']);

/** What names less of a thing than was promised is a part of it. */
function inAmount(link: LinkedReport, { members }: Cluster): LinkedReport {
  if (link.report.kind !== 'fulfilled') return link;
  const promised = members.map(({ mention }) => mention.mention.action.text);
  return fallsShort(promised, link.report.quote) ? { ...link, report: { ...link.report, kind: 'partly' } } : link;
}
