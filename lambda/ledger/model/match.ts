import type { Report } from '../types.ts';
import { FITS, fitOf, isDoneElsewhere, isImpossible } from './fit.ts';
import type { Cluster } from './join.ts';
import { ENDING, likelyInLedger, likelyInPile, mayTell, type Setting } from './link.ts';
import { type Promised, promisedIn, sharedMatter, type Told, toldIn } from './link-features.ts';

/** A report and how well it fits the promise it is linked to. */
export interface LinkedReport {
  report: Report;
  score: number;
  /** Linked by likeness, not by its party and act. */
  inOtherWords?: true;
}

/**
 * At or above this likelihood a report of the same party and act is linked in the ledger. It is low: that both are the
 * same tells much already.
 */
const LIKELY_SAME = 0.15;
/** At or above this one that tells of another act or names others (`bench/train-links.ts` says how often that is right). */
const LIKELY: Record<Setting, number> = { ledger: 0.3, pile: 0.4 };
/** Words that are not everyday ones, which a report of no end must share with a promise of the ledger and what is around it. */
const SHARED = 2;

/** How reports are linked. */
export interface LinkOptions {
  /** Whether the promises are part of the growing ledger or of a pile; the ledger without it. */
  setting?: Setting;
}

interface Candidate {
  cluster: Cluster;
  promise: Promised;
}

/**
 * Links each report to the promise whose end it most likely tells; one that tells of no end, to the promise that it fits
 * best by its party and act. Pure; a report that fits none is left out.
 */
export function linkReports(
  clusters: readonly Cluster[],
  reports: readonly Report[],
  { setting = 'ledger' }: LinkOptions = {},
): Map<Cluster, LinkedReport[]> {
  const linked = new Map<Cluster, LinkedReport[]>();
  const candidates = clusters.map((cluster) => ({ cluster, promise: promisedIn(cluster) }));
  const rest: Told[] = [];
  for (const report of [...new Map(reports.map((r) => [r.id, r])).values()].sort(byId)) {
    const told = toldIn(report);
    const isEnd = ENDING.has(report.kind);
    const best =
      setting === 'ledger' && isEnd
        ? bestOf(candidates, (one) => chanceOf(told, one), LIKELY_SAME)
        : bestOf(
            candidates,
            (one) => (setting === 'pile' || isOfMatter(told, one) ? fitOf(report, one.cluster) : 0),
            FITS,
          );
    if (best) add(linked, best.one.cluster, { report, score: best.score });
    else if (isEnd) rest.push(told);
  }
  linkTheRest(candidates, rest, linked, setting);
  for (const [cluster, list] of linked) linked.set(cluster, asFarAsNamed(list, cluster));
  return linked;
}

/** Of what dates an event, which no promise tells of, the words are compared by how it fits. */
const isOfMatter = (told: Told, { promise }: Candidate): boolean =>
  told.report.kind === 'dated' || sharedMatter(promise, told) >= SHARED;

function chanceOf(told: Told, { cluster, promise }: Candidate): number {
  const fit = fitOf(told.report, cluster);
  return fit < FITS ? 0 : likelyInLedger(promise, told, fit);
}

/**
 * Links the reports that tell of another act or name others, to promises that nothing published before them has ended:
 * what is known of a day does not change with what is told later.
 */
function linkTheRest(
  candidates: readonly Candidate[],
  rest: readonly Told[],
  linked: Map<Cluster, LinkedReport[]>,
  setting: Setting,
): void {
  const least = LIKELY[setting];
  const likelyIn =
    setting === 'pile' ? likelyInPile : (promise: Promised, told: Told) => likelyInLedger(promise, told, 0);
  const open = candidates.map((one) => ({ ...one, until: endOf(linked.get(one.cluster) ?? []) }));
  for (const told of rest) {
    const { report } = told;
    const published = Date.parse(report.article.published);
    const best = bestOf(
      open,
      ({ cluster, promise, until }) => {
        if (published >= until || !mayTell(promise, told)) return 0;
        const chance = likelyIn(promise, told);
        if (chance < least || isDoneElsewhere(report, promise.parties, promise.targets)) return 0;
        // Last, for it compares the texts of articles.
        return isImpossible(report, cluster) ? 0 : chance;
      },
      least,
    );
    if (best) add(linked, best.one.cluster, { report, score: best.score, inOtherWords: true });
  }
}

/** When it was first told that a promise is wholly done or taken back (ms); infinity where it was not. */
const endOf = (linked: readonly LinkedReport[]): number =>
  Math.min(
    ...linked
      .filter(({ report: { kind } }) => kind === 'fulfilled' || kind === 'withdrawn')
      .map(({ report }) => Date.parse(report.article.published)),
  );

/** The one that scores most, the first of equals; null where none scores at least so much. */
function bestOf<T>(all: readonly T[], scoreOf: (one: T) => number, least: number): { one: T; score: number } | null {
  let best: { one: T; score: number } | null = null;
  for (const one of all) {
    const score = scoreOf(one);
    if (score >= least && (!best || score > best.score)) best = { one, score };
  }
  return best;
}

function add(linked: Map<Cluster, LinkedReport[]>, cluster: Cluster, link: LinkedReport): void {
  const list = linked.get(cluster) ?? [];
  list.push({ ...link, score: Math.round(link.score * 1000) / 1000 });
  linked.set(cluster, list);
}

const byId = (a: Report, b: Report): number => (a.id < b.id ? -1 : 1);

/**
 * Of a duty of several, what some of them did is a part: until those named in reports, taken together in the order of
 * publication, are all of two, or half of more.
 */
function asFarAsNamed(linked: readonly LinkedReport[], cluster: Cluster): LinkedReport[] {
  const bound = new Set(cluster.members[0]!.parties.filter((p) => p !== 'class'));
  if (bound.size < 2) return [...linked];
  const enough = bound.size === 2 && cluster.members[0]!.mention.mention.type === 'obligation' ? 2 : bound.size / 2;
  const met = new Set<string>();
  return [...linked].sort(byPublication).map((link) => {
    if (link.report.kind !== 'fulfilled') return link;
    const named = link.report.parties.slice(0, link.report.named).filter((p) => bound.has(p));
    for (const party of named) met.add(party);
    return named.length > 0 && met.size < enough ? { ...link, report: { ...link.report, kind: 'partly' } } : link;
  });
}

const byPublication = (a: LinkedReport, b: LinkedReport): number =>
  Date.parse(a.report.article.published) - Date.parse(b.report.article.published) ||
  (a.report.id < b.report.id ? -1 : 1);
