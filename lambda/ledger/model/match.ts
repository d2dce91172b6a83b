import { countAndEvent } from '../outcomes/anchors.ts';
import type { Report, StoredMention } from '../types.ts';
import { contentOf } from '../words/words.ts';
import { actBy, dayOf, jakartaDay } from './features.ts';
import type { Cluster } from './join.ts';
import { ENDING, likelihood, promisedIn, toldIn } from './link.ts';
import { overlap } from './overlap.ts';
import { isAuthorityKey } from './parties.ts';
import { sourceGroups } from './sources.ts';

/** A report and how well it fits the promise it is linked to. */
export interface LinkedReport {
  report: Report;
  score: number;
  /** Linked by likeness, not by its party and act. */
  inOtherWords?: true;
}

/** At or above this a report is linked. */
const FITS = 0.5;
/**
 * At or above this likelihood a report is linked that tells of another act or names others (`bench/train-links.ts` says
 * how often that is right).
 */
const LIKELY = 0.4;
/** A report this long after the last mention or deadline tells of something else. */
const STALE_DAYS = 420;

/** How reports are linked. */
export interface LinkOptions {
  /**
   * Links also what tells of another act or names others, by what the model of `link.ts` has learned: in a pile that is
   * compared whole. In the growing ledger such reports stand in other blocks than their promise.
   */
  inOtherWords?: boolean;
}

/**
 * Links each report to the promise it fits best, among those whose parties and class of act it may speak of. Pure; a
 * report that fits none is left out.
 */
export function linkReports(
  clusters: readonly Cluster[],
  reports: readonly Report[],
  { inOtherWords = false }: LinkOptions = {},
): Map<Cluster, LinkedReport[]> {
  const linked = new Map<Cluster, LinkedReport[]>();
  const rest: Report[] = [];
  for (const report of [...new Map(reports.map((r) => [r.id, r])).values()].sort(byId)) {
    const best = bestOf(clusters, (cluster) => fitOf(report, cluster), FITS);
    if (best) add(linked, best.one, { report, score: best.score });
    else rest.push(report);
  }
  if (inOtherWords) linkTheRest(clusters, rest, linked);
  for (const [cluster, list] of linked) linked.set(cluster, asFarAsNamed(list, cluster));
  return linked;
}

/**
 * Links the reports that tell of another act or name others, to promises that nothing published before them has ended:
 * what is known of a day does not change with what is told later.
 */
function linkTheRest(
  clusters: readonly Cluster[],
  rest: readonly Report[],
  linked: Map<Cluster, LinkedReport[]>,
): void {
  const promises = clusters.map((cluster) => ({
    cluster,
    promise: promisedIn(cluster),
    until: endOf(linked.get(cluster) ?? []),
  }));
  for (const report of rest) {
    if (!ENDING.has(report.kind)) continue;
    const told = toldIn(report);
    const published = Date.parse(report.article.published);
    const best = bestOf(
      promises,
      ({ cluster, promise, until }) => {
        if (published >= until) return 0;
        const chance = likelihood(promise, told);
        if (chance < LIKELY || isDoneElsewhere(report, promise.parties, promise.targets)) return 0;
        return isImpossible(report, cluster) ? 0 : chance;
      },
      LIKELY,
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

/** How well a dated event is the one that a deadline of the promise counts from. */
function datesAnchorOf(report: Report, cluster: Cluster): number {
  const events = cluster.members.flatMap((m) => {
    const deadline = m.mention.mention.deadline;
    return deadline?.due === 'unanchored' ? (countAndEvent(deadline.text)?.event ?? []) : [];
  });
  return events.length === 0 ? 0 : overlap(new Set(events), new Set(report.words));
}

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

/** Whether a report stands in the article that a mention stands in, or in a near copy of it. */
const isSameText = (report: Report, mention: StoredMention): boolean =>
  report.article.key === mention.article.key || sourceGroups([report.article, mention.article]).length === 1;

/** True where the words of a report name one whom no list knows (`memblokir Zangi`). */
function namesOne(report: Report, keys: ReadonlySet<string>): boolean {
  const words = new Set(report.words);
  return [...keys].some(
    (key) => key.startsWith('n:') && contentOf(key.slice(2).replaceAll('-', ' ')).every((w) => words.has(w)),
  );
}

/** What happened before it was promised, is told in the article that promises it, or long after, is no outcome of it. */
export function isImpossible(report: Report, { members }: Cluster): boolean {
  const first = members[0]!;
  const told = jakartaDay(report.article.published);
  if (told < first.day || dayOf(report.occurred.latest) < first.day) return true;
  if (told > Math.max(...members.map((m) => Math.max(m.day, m.due?.to ?? 0))) + STALE_DAYS) return true;
  return isSameText(report, first.mention);
}

/** Done to somebody else by name (`telah bertemu Telegram`), it is not what was promised (`bertemu Twitter`). */
function isDoneElsewhere(report: Report, parties: ReadonlySet<string>, targets: ReadonlySet<string>): boolean {
  if (targets.size === 0 || report.parties.some((p) => targets.has(p))) return false;
  return report.parties.slice(0, report.named).some((p) => p !== 'class' && !isAuthorityKey(p) && !parties.has(p));
}

function fitOf(report: Report, cluster: Cluster): number {
  const first = cluster.members[0]!;
  const parties = new Set(cluster.members.flatMap((m) => m.parties));
  const targets = new Set(cluster.members.flatMap((m) => m.targets));
  // What some members of a class did is not what the class was told to do.
  const others = report.parties.slice(0, report.named).filter((p) => p !== 'class' && !isAuthorityKey(p));
  const named = report.parties.findIndex((p) => parties.has(p));
  // Of a class without a name the report may name only who told it to act.
  const byTarget = parties.has('class') && others.length === 0 ? report.parties.findIndex((p) => targets.has(p)) : -1;
  const by = named >= 0 ? named : byTarget;
  if (by >= 0 && report.kind === 'dated') return datesAnchorOf(report, cluster);
  if (by < 0 || !cluster.members.some((m) => m.act === actBy(named >= 0 ? report.parties[by]! : 'class', report.act)))
    return 0;
  if (parties.size === 1 && parties.has('class') && others.length > 0) return 0;
  if (isImpossible(report, cluster)) return 0;
  const words = new Set(cluster.members.flatMap((m) => [...m.words]));
  const likeness = words.size === 0 ? 0.5 : overlap(words, new Set(report.words));
  const isNamed = by < report.named;
  // A verb that no class knows, told plainly, must be about the same things.
  if (report.act.startsWith('~') && report.rule.startsWith('plain-verb') && likeness < 0.5) return 0;
  let score = (isNamed ? 0.4 : 0.3) + 0.35 * likeness;
  if (isDoneElsewhere(report, parties, targets)) return 0;
  const elsewhere = others.filter((p) => !parties.has(p));
  // Others by name did it, and who promised is known from the surroundings only.
  if (!isNamed && elsewhere.length > 0 && !elsewhere.some((p) => targets.has(p))) return 0;
  if (first.act === 'sanction') {
    if (targets.size > 0 && !report.parties.some((p) => targets.has(p)) && !namesOne(report, targets)) return 0;
    score += targets.size > 0 ? 0.1 : 0;
  }
  // A finished act of a narrow class by the same party is rarely another one.
  if (!first.act.startsWith('~')) score += 0.1;
  return score;
}
