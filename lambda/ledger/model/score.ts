import { FITS, fitIfPossible, fitOf, isDoneElsewhere, isImpossible } from './fit.ts';
import type { Cluster } from './grouping.ts';
import { likelyInLedger, mayTell } from './link.ts';
import { type Promised, sharedMatter, type Told } from './link-features.ts';

/** A promise, and what of it is compared with reports. */
export interface Candidate {
  cluster: Cluster;
  promise: Promised;
}

/**
 * At or above this likelihood a report of the same party and act is linked in the ledger. It is low: that both are the
 * same tells much already.
 */
export const LIKELY_SAME = 0.3;
/** At or above this one that tells of another act or names others (`bench/train-links.ts` says how often that is right). */
export const LIKELY = 0.4;
/** Words that are not everyday ones, which a report of no end must share with a promise of the ledger and what is around it. */
const SHARED = 2;

/**
 * How likely a report tells the end of a promise of the ledger by its party and act.
 * @returns 0 below `least` and where it does not fit by these.
 */
export function chanceOf(told: Told, { cluster, promise }: Candidate, least = LIKELY_SAME): number {
  const fit = fitIfPossible(told.report, cluster);
  const chance = fit < FITS ? 0 : likelyInLedger(promise, told, fit);
  return chance < least || isImpossible(told.report, cluster) ? 0 : chance;
}

/**
 * How likely a report that tells of another act or names others tells the end of a promise.
 * @returns 0 below `least` and where it cannot.
 */
export function chanceInOtherWords(told: Told, { cluster, promise }: Candidate, least = LIKELY): number {
  const { report } = told;
  if (!mayTell(promise, told)) return 0;
  const chance = likelyInLedger(promise, told, 0);
  if (chance < least || isDoneElsewhere(report, promise.parties, promise.targets)) return 0;
  // Last, for it compares the texts of articles.
  return isImpossible(report, cluster) ? 0 : chance;
}

/** How well a report of no end fits a promise of the ledger: it must speak of the same matter. */
export const matterFit = (told: Told, one: Candidate): number =>
  isOfMatter(told, one) ? fitOf(told.report, one.cluster) : 0;

/** Of what dates an event, which no promise tells of, the words are compared by how it fits. */
const isOfMatter = (told: Told, { promise }: Candidate): boolean =>
  told.report.kind === 'dated' || sharedMatter(promise, told) >= SHARED;
