import type { Db } from '../dynamo.ts';
import { type EntryItem, entriesLost } from './entries.ts';
import { type FeedDay, type FeedState, feedsDue, type Gap } from './feed-state.ts';

/**
 * How a feed is, the worst that is true of it first: `blocked` (its server keeps us out), `failing` (it cannot be read),
 * `silent` (it answers, and brings nothing where it used to bring much), `losing` (entries passed unseen between two
 * polls, or its pages cannot be read), `new` (never read yet), `healthy`.
 */
export type FeedCondition = 'blocked' | 'failing' | 'silent' | 'losing' | 'new' | 'healthy';

/** A feed's health, for the API and the page. Instants are ISO 8601 in UTC, null where it has not happened. */
export interface FeedHealth {
  id: string;
  outlet: string;
  url: string;
  /** Where permanent redirects led, if they did. */
  movedTo: string | null;
  kind: 'news' | 'official' | 'archive';
  sample: boolean;
  condition: FeedCondition;
  /** One line for a person. */
  summary: string;
  startedAt: string;
  lastPollAt: string | null;
  lastSuccessAt: string | null;
  /** When an entry was last new. */
  lastNewAt: string | null;
  nextPollAt: string;
  intervalMinutes: number;
  /** New entries in the last 24 hours as far as whole days tell, and what is usual (mean of up to 28 days before). */
  newToday: number;
  usualPerDay: number | null;
  failuresInARow: number;
  lastError: { kind: string; message: string; at: string } | null;
  errors: { kind: string; count: number; last: string }[];
  gapCount: number;
  /** The latest first, up to 20. */
  gaps: Gap[];
  /** Pages of the last seven days that could not be read in the end. */
  lostPages: { count: number; byState: Record<string, number>; latest: { url: string; cause: string; at: string }[] };
  /** What was wrong with the last window, and mended. */
  problems: string[];
  days: FeedDay[];
}

const DAY = 86_400_000;
const HABIT_DAYS = 28;
/** Fewer days than this are no habit. */
const FEWEST_HABIT_DAYS = 3;
/** Silence is called so when, by the habit, so many entries were to be expected: by chance once in 3,000 times. */
const EXPECTED_BEFORE_SILENT = 8;
const SHORTEST_SILENCE_MS = 6 * 3_600_000;
const FAILURES_BEFORE_FAILING = 3;
const RECENT_MS = 7 * DAY;
const MOST_LOST = 500;
const MOST_LOST_SHOWN = 5;
/** So many pages lost in a week are no longer single accidents. */
const LOST_BEFORE_LOSING = 10;

/** The mean of new entries a day over the whole days before today; null before there is a habit. */
export function usualPerDay(days: readonly FeedDay[], now: Date): number | null {
  const today = now.toISOString().slice(0, 10);
  const before = days.filter(({ day }) => day < today).slice(-HABIT_DAYS);
  // The first day's window holds what was published long before.
  const habit = before.slice(days[0] === before[0] ? 1 : 0);
  if (habit.length < FEWEST_HABIT_DAYS) return null;
  return habit.reduce((sum, { fresh }) => sum + fresh, 0) / habit.length;
}

/** True where a feed that answers has brought nothing for a time in which, by its habit, it would have. */
export function isSilent(state: Pick<FeedState, 'days' | 'lastNewAt'>, now: Date): boolean {
  const usual = usualPerDay(state.days, now);
  if (usual === null || state.lastNewAt === undefined) return false;
  const silence = now.getTime() - Date.parse(state.lastNewAt);
  return silence >= SHORTEST_SILENCE_MS && (usual * silence) / DAY >= EXPECTED_BEFORE_SILENT;
}

/** A feed's health from its state and the pages it lost. Pure. */
export function healthOf(state: FeedState, lost: readonly EntryItem[], now: Date): FeedHealth {
  const condition = conditionOf(state, lost, now);
  const today = now.toISOString().slice(0, 10);
  const byState: Record<string, number> = {};
  for (const entry of lost) byState[entry.state] = (byState[entry.state] ?? 0) + 1;
  const health: Omit<FeedHealth, 'summary'> = {
    id: state.feedId,
    outlet: state.outlet,
    url: state.feed.url,
    movedTo: state.movedTo ?? null,
    kind: state.feed.kind,
    sample: state.feed.sample,
    condition,
    startedAt: state.startedAt,
    lastPollAt: state.lastPollAt ?? null,
    lastSuccessAt: state.lastSuccessAt ?? null,
    lastNewAt: state.lastNewAt ?? null,
    nextPollAt: state.nextPollAt,
    intervalMinutes: Math.round(state.intervalMs / 60_000),
    newToday: state.days.find(({ day }) => day === today)?.fresh ?? 0,
    usualPerDay: usualPerDay(state.days, now),
    failuresInARow: state.failures,
    lastError: state.lastError ?? null,
    errors: Object.entries(state.errors)
      .map(([kind, { count, last }]) => ({ kind, count, last }))
      .sort((a, b) => b.count - a.count),
    gapCount: state.gapCount,
    gaps: state.gaps,
    lostPages: {
      count: lost.length,
      byState,
      latest: lost.slice(0, MOST_LOST_SHOWN).map(({ url, cause = '', endedAt = '' }) => ({ url, cause, at: endedAt })),
    },
    problems: state.problems,
    days: state.days,
  };
  return { ...health, summary: summaryOf(health) };
}

function conditionOf(state: FeedState, lost: readonly EntryItem[], now: Date): FeedCondition {
  if (state.failures > 0 && state.lastError?.kind.startsWith('blocked-')) return 'blocked';
  if (state.failures >= FAILURES_BEFORE_FAILING || (state.failures > 0 && !state.lastSuccessAt)) return 'failing';
  if (!state.lastSuccessAt) return 'new';
  // An archive is complete on its first day, and is not read page by page as news comes in.
  if (state.feed.kind === 'archive') return lost.length > 0 ? 'losing' : 'healthy';
  if (isSilent(state, now)) return 'silent';
  const recent = state.gaps.some((gap) => now.getTime() - Date.parse(gap.foundAt) < RECENT_MS);
  return recent || lost.length >= LOST_BEFORE_LOSING ? 'losing' : 'healthy';
}

function summaryOf(health: Omit<FeedHealth, 'summary'>): string {
  const { condition, lastError, lastNewAt, lastSuccessAt } = health;
  const usual = health.usualPerDay === null ? '' : `, usually ${Math.round(health.usualPerDay)} a day`;
  const next = `next poll ${minute(health.nextPollAt)}`;
  switch (condition) {
    case 'new':
      return `not read yet; ${next}`;
    case 'blocked':
    case 'failing':
      return `${condition} since ${lastSuccessAt ? minute(lastSuccessAt) : 'the first poll'}: ${lastError?.message ?? 'unknown'} (${health.failuresInARow} in a row); ${next}`;
    case 'silent':
      return `silent since ${lastNewAt ? minute(lastNewAt) : 'the first poll'}${usual}; ${next}`;
    default: {
      const lost = health.lostPages.count > 0 ? `, ${health.lostPages.count} pages lost in 7 days` : '';
      const gaps = health.gapCount > 0 ? `, ${health.gapCount} gaps so far` : '';
      return `${condition}: ${health.newToday} new today${usual}${gaps}${lost}; ${next}`;
    }
  }
}

const minute = (instant: string) => `${instant.slice(0, 16).replace('T', ' ')}Z`;

/** The health of every feed that is followed, by id. Costs one query of the feeds and one of the lost pages. */
export async function feedHealth(db: Db, now: Date = new Date()): Promise<FeedHealth[]> {
  const lost = new Map<string, EntryItem[]>();
  for await (const entry of entriesLost(db, new Date(now.getTime() - RECENT_MS), MOST_LOST)) {
    lost.set(entry.feedId, [...(lost.get(entry.feedId) ?? []), entry]);
  }
  const all: FeedHealth[] = [];
  for await (const state of feedsDue(db, null)) all.push(healthOf(state, lost.get(state.feedId) ?? [], now));
  return all.sort((a, b) => (a.id < b.id ? -1 : 1));
}
