import type { Db } from '../dynamo.ts';
import { all, get, put } from '../items.ts';
import type { Interval } from '../ledger/types.ts';
import { packJson, unpackJson } from '../packed.ts';
import { archiveKey, COVERAGE, COVERAGE_RANGE, OUTLETS, outletKey, pagesDayKey } from './keys.ts';

export type { Interval };

/**
 * What silence means: for each outlet the intervals in which nothing that it published was missed. An interval is
 * closed, its ends ISO instants in UTC.
 */

const HOUR = 3_600_000;
/** The longest gap that an interval may have and still count as covered (DESIGN, 4). */
export const TOLERATED_GAP_MS = 24 * HOUR;

type Span = readonly [from: number, to: number];
const spans = (intervals: readonly Interval[]): Span[] =>
  intervals.map(({ from, to }) => [Date.parse(from), Date.parse(to)] as const).filter(([a, b]) => a <= b);
const intervalOf = ([from, to]: Span): Interval => ({
  from: new Date(from).toISOString(),
  to: new Date(to).toISOString(),
});

/** The intervals in order, those that touch or overlap joined. */
export function normalize(intervals: readonly Interval[]): Interval[] {
  return united(spans(intervals)).map(intervalOf);
}

function united(list: readonly Span[]): Span[] {
  const sorted = [...list].sort((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = out.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

/** What lies in both lists, each in order. */
function common(a: readonly Span[], b: readonly Span[]): Span[] {
  const out: Span[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = a[i]!;
    const y = b[j]!;
    const from = Math.max(x[0], y[0]);
    const to = Math.min(x[1], y[1]);
    if (from <= to) out.push([from, to]);
    if (x[1] < y[1]) i++;
    else j++;
  }
  return out;
}

/** What lies in the first list and in none of the holes. */
function without(a: readonly Span[], holes: readonly Span[]): Span[] {
  const outside: Span[] = [];
  let at = Number.NEGATIVE_INFINITY;
  for (const [from, to] of united(holes)) {
    if (from > at) outside.push([at, from]);
    at = Math.max(at, to);
  }
  outside.push([at, Number.POSITIVE_INFINITY]);
  // A hole's own edge is not covered: cutting leaves no single instants.
  return common(a, outside).filter(([from, to]) => from < to || !holes.some((h) => h[0] <= from && from <= h[1]));
}

/** The intervals with one more joined to them. */
export const extend = (intervals: readonly Interval[], more: Interval): Interval[] => normalize([...intervals, more]);

/** The intervals up to an instant, what was claimed beyond it taken back. */
export function cutAfter(intervals: readonly Interval[], at: string): Interval[] {
  return common(spans(intervals), [[Number.NEGATIVE_INFINITY, Date.parse(at)]]).map(intervalOf);
}

/**
 * True where from one instant to another no gap is longer than is tolerated, before the first and after the last
 * interval included. A range that no interval touches is not covered, however short.
 */
export function isCovered(
  intervals: readonly Interval[],
  from: string,
  to: string,
  toleratedMs: number = TOLERATED_GAP_MS,
): boolean {
  const range: Span = [Date.parse(from), Date.parse(to)];
  const within = common(united(spans(intervals)), [range]);
  let at = range[0];
  for (const [a, b] of within) {
    if (a - at > toleratedMs) return false;
    at = b;
  }
  return within.length > 0 && range[1] - at <= toleratedMs;
}

/** What one feed of an outlet says of it. */
export interface FeedCoverage {
  intervals: Interval[];
  /** Since when it has been followed, and until when where it no longer is. */
  startedAt: string;
  retiredAt: string | null;
}

/** Which hours of one UTC day had entries, and of which at least one page was read. Hours as `00` to `23`. */
export interface PagesDay {
  day: string;
  found: string[];
  read: string[];
}

/**
 * The intervals in which pages were listed and none could be read: from the first such hour to the last before one
 * in which reading worked.
 */
export function unreadStretches(days: readonly PagesDay[]): Interval[] {
  const hours = days.flatMap(({ day, found, read }) =>
    [...new Set([...found, ...read])].map((hour) => ({
      at: Date.parse(`${day}T${hour}:00:00Z`),
      ok: read.includes(hour),
    })),
  );
  const holes: [number, number][] = [];
  let open: [number, number] | null = null;
  for (const { at, ok } of hours.sort((a, b) => a.at - b.at)) {
    if (ok) {
      if (open) holes.push(open);
      open = null;
    } else if (open) open[1] = at + HOUR;
    else open = [at, at + HOUR];
  }
  if (open) holes.push(open);
  return holes.map(intervalOf);
}

/**
 * An outlet's coverage from what its feeds and archives cover: an archive's word stands by itself; of the feeds each
 * must cover an instant from when it was first followed to when it no longer was.
 */
export function combine(
  feeds: readonly FeedCoverage[],
  archives: readonly Interval[],
  holes: readonly Interval[],
): Interval[] {
  let all: Span[] | null = null;
  for (const feed of feeds) {
    const own = united(spans(feed.intervals));
    // A feed that never answered is a wrong address, not a hole in the outlet.
    if (own.length === 0) continue;
    // Before it was followed, apart from what its first window reached back to, a feed has no say.
    const first = Math.min(Date.parse(feed.startedAt), own[0]![0]);
    const silent: Span[] = [[Number.NEGATIVE_INFINITY, first]];
    if (feed.retiredAt !== null) silent.push([Date.parse(feed.retiredAt), Number.POSITIVE_INFINITY]);
    const noGap = united([...own, ...silent]);
    all = all === null ? noGap : common(all, noGap);
  }
  // Only where at least one feed speaks.
  const spoken = united(feeds.flatMap((feed) => spans(feed.intervals)));
  const byFeeds = without(common(all ?? [], spoken), spans(holes));
  return united([...byFeeds, ...spans(archives)]).map(intervalOf);
}

interface CoverageItem {
  sk: string;
  covered?: Interval[];
  startedAt?: string;
  retiredAt?: string;
  feedId?: string;
}

/** Days to either side of a range within which a stretch of unread pages may reach into it. */
const MARGIN_MS = 2 * 24 * HOUR;

/**
 * The intervals in which nothing that an outlet published was missed, in order; some seconds old, as is what it is asked for.
 * @param range leaves out what lies outside; by default all that is known.
 */
export async function coverageOf(db: Db, outlet: string, range?: Interval): Promise<Interval[]> {
  const pk = feedStatePartition(outlet);
  const [items, days] = await Promise.all([
    all<CoverageItem>(db, {
      condition: 'pk = :pk AND sk BETWEEN :from AND :to',
      values: { ':pk': pk, ':from': COVERAGE_RANGE.from, ':to': COVERAGE_RANGE.to },
      eventual: true,
    }),
    pagesDays(db, outlet, range),
  ]);
  const closed = new Map<string, Interval[]>();
  const archives: Interval[] = [];
  for (const item of items) {
    if (item.sk.startsWith('ARCHIVE#')) archives.push(...(item.covered ?? []));
    if (item.sk.startsWith('CLOSED#') && item.feedId) {
      closed.set(item.feedId, [...(closed.get(item.feedId) ?? []), ...(item.covered ?? [])]);
    }
  }
  const feeds = items
    .filter((item) => item.sk.startsWith('FEED#'))
    .map((item) => ({
      intervals: [...(closed.get(item.feedId ?? '') ?? []), ...(item.covered ?? [])],
      startedAt: item.startedAt ?? new Date(0).toISOString(),
      retiredAt: item.retiredAt ?? null,
    }));
  const whole = combine(feeds, archives, unreadStretches(days));
  return range ? common(spans(whole), spans([range])).map(intervalOf) : whole;
}

const feedStatePartition = (outlet: string) => archiveKey(outlet, '').pk;

async function pagesDays(db: Db, outlet: string, range?: Interval): Promise<PagesDay[]> {
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const from = range ? day(Date.parse(range.from) - MARGIN_MS) : '0000';
  const to = range ? day(Date.parse(range.to) + MARGIN_MS) : '9999';
  const items = await all<{ day: string; found?: Set<string>; read?: Set<string> }>(db, {
    condition: 'pk = :pk AND sk BETWEEN :from AND :to',
    values: {
      ':pk': feedStatePartition(outlet),
      ':from': pagesDayKey(outlet, from).sk,
      ':to': pagesDayKey(outlet, to).sk,
    },
    eventual: true,
  });
  return items.map((item) => ({ day: item.day, found: [...(item.found ?? [])], read: [...(item.read ?? [])] }));
}

/** What an archive says of itself: everything that an outlet published in these intervals is in it, or was looked at. */
export interface CoverageManifest {
  /** Name of the archive; declaring again under the same name replaces what it said. */
  name: string;
  outlet: string;
  covered: Interval[];
}

/** Records what an archive (samples, a backfill) covers. */
export async function declareCoverage(db: Db, manifest: CoverageManifest): Promise<void> {
  const { name, outlet } = manifest;
  await put(db, { ...archiveKey(outlet, name), name, outlet, covered: normalize(manifest.covered) });
  await noteOutlet(db, outlet);
}

/** Lists an outlet among those of which there is coverage. */
export const noteOutlet = (db: Db, outlet: string): Promise<boolean> => put(db, outletKey(outlet));

/**
 * The coverage of every outlet that was ever followed or had an archive: what a status needs. One query of the
 * outlets and two an outlet.
 */
export async function coverageOfAll(db: Db): Promise<Map<string, Interval[]>> {
  const outlets = await all<{ sk: string }>(db, { condition: 'pk = :pk', values: { ':pk': OUTLETS } });
  return new Map(await Promise.all(outlets.map(async ({ sk }) => [sk, await coverageOf(db, sk)] as const)));
}

/** What is kept of the coverage may be so old: it is kept with each sweep, and some minutes more change no status. */
const KEPT_FOR_MS = 10 * 60_000;

/**
 * Keeps the coverage of all outlets as one item, so that whoever only wants to know it need not ask for every outlet.
 * A failure is no loss.
 */
export async function keepCoverage(db: Db, coverage: ReadonlyMap<string, Interval[]>, now: Date): Promise<void> {
  await put(db, { ...COVERAGE, at: now.toISOString(), packed: packJson([...coverage]) });
}

/** The coverage of all outlets as it was kept some minutes ago; null where that is longer ago, or never was. */
export async function keptCoverage(db: Db, now: Date): Promise<Map<string, Interval[]> | null> {
  const kept = await get<{ at: string; packed: Uint8Array }>(db, COVERAGE);
  const age = kept ? now.getTime() - Date.parse(kept.at) : Number.NaN;
  return kept && age >= 0 && age < KEPT_FOR_MS ? new Map(unpackJson<[string, Interval[]][]>(kept.packed)) : null;
}
