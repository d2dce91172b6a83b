import { CLAIMED } from '../outcomes/sentence.ts';
import type { Report } from '../types.ts';
import { FITS } from './fit.ts';
import type { Cluster } from './grouping.ts';
import { isEnd } from './link.ts';
import { promisedIn, type Told } from './link-features.ts';
import { type Candidate, chanceInOtherWords, chanceOf, LIKELY, LIKELY_SAME, matterFit } from './score.ts';
import { byPublication, firstTold, saidIn } from './tells.ts';

/** A report and how well it fits the promise it is linked to. */
export interface LinkedReport {
  report: Report;
  score: number;
  /** Linked by likeness, not by its party and act. */
  inOtherWords?: true;
}

/**
 * Links each report to the promise whose end it most likely tells; one that tells of no end, to the promise that it fits
 * best by its party and act. Pure; a report that fits none is left out.
 */
export function linkReports(clusters: readonly Cluster[], reports: readonly Report[]): Map<Cluster, LinkedReport[]> {
  const linked = new Map<Cluster, LinkedReport[]>();
  const all = eachOnce(reports);
  const candidates = clusters.map((cluster) => ({ cluster, promise: promisedIn(cluster) }));
  const candidatesOf = compared(candidates, all);
  const rest: Told[] = [];
  for (const report of all) {
    const own = candidatesOf(report);
    if (own.length === 0) continue;
    const told = saidIn(report);
    const best = isEnd(report)
      ? bestOf(own, (one) => chanceOf(told, one), LIKELY_SAME)
      : bestOf(own, (one) => matterFit(told, one), FITS);
    if (best) add(linked, best.one.cluster, { report, score: best.score });
    else if (isEnd(report)) rest.push(told);
  }
  linkTheRest(candidatesOf, rest, linked);
  for (const [cluster, list] of linked) linked.set(cluster, asFarAsNamed(withDenials(list), cluster));
  return linked;
}

/** Without what is only claimed to be done, where who denies it in the same sentence is not linked to the same promise. */
export const withDenials = (list: readonly LinkedReport[]): LinkedReport[] =>
  list.filter(
    ({ report: { rule, article, span } }) =>
      rule !== CLAIMED ||
      list.some(
        ({ report: other }) =>
          other.kind === 'contested' && other.article.key === article.key && other.span.start === span.start,
      ),
  );

/** The promises that a report is compared with: those of which it might tell by one of their mentions (`tells.ts`). */
function compared(candidates: readonly Candidate[], reports: readonly Report[]): (report: Report) => Candidate[] {
  const found = new Map<string, Candidate[]>();
  for (const one of candidates) {
    const told = new Set(one.cluster.members.flatMap(({ mention }) => firstTold(mention, reports)));
    for (const { id } of told) found.set(id, [...(found.get(id) ?? []), one]);
  }
  return ({ id }) => found.get(id) ?? [];
}

/** Reports without repetition, in an order that does not change with how they came. */
export const eachOnce = (reports: readonly Report[]): Report[] =>
  [...new Map(reports.map((r) => [r.id, r])).values()].sort(byId);

/**
 * Links the reports that tell of another act or name others, to promises that nothing published before them has ended:
 * what is known of a day does not change with what is told later.
 */
function linkTheRest(
  candidatesOf: (report: Report) => readonly Candidate[],
  rest: readonly Told[],
  linked: Map<Cluster, LinkedReport[]>,
): void {
  const ends = new Map([...linked].map(([cluster, list]) => [cluster, endOf(list)]));
  for (const told of rest) {
    const { report } = told;
    const published = Date.parse(report.article.published);
    const best = bestOf(
      candidatesOf(report),
      (one) => (published >= (ends.get(one.cluster) ?? NEVER) ? 0 : chanceInOtherWords(told, one)),
      LIKELY,
    );
    if (best) add(linked, best.one.cluster, { report, score: best.score, inOtherWords: true });
  }
}

const NEVER = Number.POSITIVE_INFINITY;

/** When it was first told that a promise is wholly done or taken back (ms); infinity where it was not. */
const endOf = (linked: readonly LinkedReport[]): number =>
  Math.min(
    ...linked
      .filter(({ report: { kind } }) => kind === 'fulfilled' || kind === 'withdrawn')
      .map(({ report }) => Date.parse(report.article.published)),
  );

/** The one that scores most, the first of equals; null where none scores at least so much. */
export function bestOf<T>(
  all: readonly T[],
  scoreOf: (one: T) => number,
  least: number,
): { one: T; score: number } | null {
  let best: { one: T; score: number } | null = null;
  for (const one of all) {
    const score = scoreOf(one);
    if (score >= least && (!best || score > best.score)) best = { one, score };
  }
  return best;
}

/** Adds a link to those of a promise, its score in thousandths. */
export function add(linked: Map<Cluster, LinkedReport[]>, cluster: Cluster, link: LinkedReport): void {
  const list = linked.get(cluster) ?? [];
  list.push({ ...link, score: Math.round(link.score * 1000) / 1000 });
  linked.set(cluster, list);
}

const byId = (a: Report, b: Report): number => (a.id < b.id ? -1 : 1);

/**
 * Of a duty of several, what some of them did is a part: until those named in reports, taken together in the order of
 * publication, are all (of what several pledge, half), or it is told of all of so many (`data dari tiga operator`).
 */
export function asFarAsNamed(linked: readonly LinkedReport[], cluster: Cluster): LinkedReport[] {
  const bound = new Set(cluster.members[0]!.parties.filter((p) => p !== 'class'));
  if (bound.size < 2) return [...linked];
  const enough = cluster.members[0]!.mention.mention.type === 'obligation' ? bound.size : bound.size / 2;
  const met = new Set<string>();
  return [...linked]
    .sort((a, b) => byPublication(a.report, b.report))
    .map((link) => {
      const { kind, quote, parties } = link.report;
      const isDone = kind === 'fulfilled';
      if (!(isDone || kind === 'partly') || saysAll(quote, bound.size)) return link;
      const all = parties.slice(0, link.report.named).filter((p) => bound.has(p));
      // `X sudah menghapusnya, sedangkan iklan di Y masih bermunculan`: who is named first has.
      const named = isDone && BUT_NOT.test(quote) ? all.slice(0, 1) : all;
      // Some of several: the sentence may say itself that the others have not.
      if (isDone || named.length < bound.size) for (const party of named) met.add(party);
      return isDone && named.length > 0 && met.size < enough
        ? { ...link, report: { ...link.report, kind: 'partly' } }
        : link;
    });
}

/** Of others it is told that they have not. */
const BUT_NOT = /\b(?:sedangkan|sementara|tetapi|tapi|namun|adapun)\b[^.;]{0,120}\b(?:masih|belum|tidak|tak)\b/i;

/** Such as are told to do something together. */
const KIND =
  '(?:operator|platform|perusahaan|penyelenggara|penyedia|pengendali|pengelola|aplikasi|layanan|situs|bank|emiten|lembaga|kementerian|raksasa|lokapasar|maskapai|pihak|pelaku)';
const ALL = new RegExp(
  String.raw`\b(?:(?:semua|seluruh) ${KIND}|semuanya|seluruhnya|(?:kini|sudah|telah) lengkap)\b`,
  'i',
);
const SO_MANY: readonly (RegExp | undefined)[] = [
  ...[undefined, undefined],
  ...['dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh'].map(
    (word) => new RegExp(String.raw`\b(?:ke${word}nya|(?:ke)?${word} ${KIND})\b`, 'i'),
  ),
];

/** It is told of all of so many: `data dari tiga operator`, `ketiganya`, `kini lengkap`. */
const saysAll = (quote: string, many: number): boolean => ALL.test(quote) || SO_MANY[many]?.test(quote) === true;
