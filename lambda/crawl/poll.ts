import { createHash } from 'node:crypto';
import type { FeedDocument } from '../read/types.ts';
import { isTrusted, type PollDeps } from './deps.ts';
import {
  claimFeed,
  counted,
  type FeedState,
  type Gap,
  loadWindow,
  saveFeed,
  saveWindow,
  withCoverage,
  withGap,
  withoutFuture,
} from './feed-state.ts';
import type { Feed } from './feeds.ts';
import { blockKind, type FetchResult, isNotModified, isRateLimited, retryAfter } from './fetch.ts';
import { recordFound } from './found.ts';
import { closeGate, HostBusy, throughGate } from './host-gate.ts';
import { backoff, FULL_FETCH_EVERY, heeded, idleInterval, jittered, nextInterval } from './schedule.ts';
import { advance, followsOn, type SeenEntry, spanOf } from './window.ts';

/** What one poll of one feed came to. */
export interface PollReport {
  feedId: string;
  /**
   * `fresh`: new or changed entries; `nothing-new`: read, all known; `unchanged`: the server or the bytes say so;
   * `failed`: see `error`; `busy`: somebody else polls it, or its host has enough to do.
   */
  outcome: 'fresh' | 'nothing-new' | 'unchanged' | 'failed' | 'busy';
  /** Entries in the window; of those never seen; of those seen under another title. */
  entries: number;
  fresh: number;
  changed: number;
  /** Keys of the new and changed entries, in the feed's order. */
  keys: string[];
  gap: Gap | null;
  error: { kind: string; message: string } | null;
  problems: string[];
  /** ISO instant, or null where this poll did not decide it. */
  nextPollAt: string | null;
}

const FEED_ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5';
/** A feed of 16 MB is no feed. */
const FEED_MAX_BYTES = 16 * 1024 * 1024;
/** A server that said "not modified" wrongly is asked without conditions for so long. */
const DISTRUST_MS = 7 * 86_400_000;
/** Caches on the way may be so old without anybody lying. */
const CACHE_AGE_MS = 3_600_000;
/** After so many failures at the address that a redirect gave, the feed's own is tried again. */
const FAILURES_UNTIL_HOME = 3;
/** A host that one feed was rate-limited by is left alone as a whole, but not for longer. */
const LONGEST_HOST_PAUSE_MS = 3_600_000;

/**
 * Polls one feed once: conditional request, entries written once each and marked pending, state and coverage brought
 * up to date, the queue told. Safe to run twice, concurrently, or to die in between: what was written stays written,
 * and the feed falls due again.
 */
export async function pollFeed(deps: PollDeps, feed: Feed, now: Date): Promise<PollReport> {
  const state = await claimFeed(deps.db, feed, now);
  if (!state) return report(feed, 'busy');
  const current: FeedState = { ...withoutFuture(state, now), feed };
  let result: FetchResult;
  try {
    result = await ask(deps, current, now);
  } catch (error) {
    if (!(error instanceof HostBusy)) throw error;
    const nextPollAt = error.until.toISOString();
    await saveFeed(deps.db, { ...current, nextPollAt });
    return { ...report(feed, 'busy'), nextPollAt };
  }
  return settle(deps, current, result, now);
}

const report = (feed: Feed, outcome: PollReport['outcome']): PollReport => ({
  feedId: feed.id,
  outcome,
  entries: 0,
  fresh: 0,
  changed: 0,
  keys: [],
  gap: null,
  error: null,
  problems: [],
  nextPollAt: null,
});

/** Asks the feed's server, conditionally where that can be trusted. */
async function ask(deps: PollDeps, state: FeedState, now: Date): Promise<FetchResult> {
  const url = state.movedTo ?? state.feed.url;
  const conditional = trustsValidators(state, now);
  const request = () =>
    deps.fetch(url, {
      accept: FEED_ACCEPT,
      maxBytes: FEED_MAX_BYTES,
      etag: conditional ? (state.etag ?? null) : null,
      lastModified: conditional ? (state.lastModified ?? null) : null,
    });
  if (isTrusted(deps.trusted, url)) return request();
  return throughGate(deps, new URL(url).host, deps.gate, now, request);
}

function trustsValidators(state: FeedState, now: Date): boolean {
  if (state.feed.quirks.includes('lying-304')) return false;
  if (state.distrustUntil !== undefined && state.distrustUntil > now.toISOString()) return false;
  return state.lastFullAt !== undefined && now.getTime() - Date.parse(state.lastFullAt) < FULL_FETCH_EVERY;
}

async function settle(deps: PollDeps, state: FeedState, result: FetchResult, now: Date): Promise<PollReport> {
  if (isNotModified(result)) return unchanged(deps, { ...state, unmodifiedAt: now.toISOString() }, now);
  const failure = failureOf(result);
  if (failure && !holdsPart(result)) return failed(deps, state, result, failure, now);
  const bodyHash = createHash('sha256').update(result.body).digest('base64url');
  if (!failure && bodyHash === state.bodyHash) {
    const full = state.windowSize ? { lastFullAt: now.toISOString() } : {};
    return unchanged(deps, { ...state, ...validators(result), ...full }, now);
  }
  // Most polls bring nothing new, and need no parser.
  const { readFeed } = await import('../read/feed.ts');
  const document = await readFeed(result.body, {
    url: result.url,
    ...(result.contentType ? { contentType: result.contentType } : {}),
  });
  if (failure) {
    // Part of a feed: what it lists is taken, but it says nothing of what it may have left out.
    const { fresh, changed, keys } = await recordFound(
      deps,
      state.feed,
      document,
      await loadWindow(deps.db, state.feed),
      now,
    );
    return { ...(await failed(deps, state, result, failure, now)), fresh, changed, keys };
  }
  if (document.format === null) {
    const kind = { kind: 'not-a-feed', message: document.problems[0] ?? 'what came is no feed' };
    return failed(deps, state, result, kind, now);
  }
  const moved = result.permanentUrl ? { movedTo: result.permanentUrl } : {};
  return succeeded(deps, { ...state, ...moved }, result, document, bodyHash, now);
}

/** Why an answer is not the feed, under a name from a bounded set; null where it may be. */
function failureOf(result: FetchResult): { kind: string; message: string } | null {
  if (result.error) return result.error;
  const block = blockKind(result);
  if (block) return { kind: `blocked-${block}`, message: result.problem ?? block };
  if (result.status >= 200 && result.status < 300) return null;
  const named = [404, 410, 429, 500, 502, 503, 504].includes(result.status);
  const kind = named ? `http-${result.status}` : `http-${Math.floor(result.status / 100)}xx`;
  return { kind, message: result.problem ?? kind };
}

const PARTIAL = new Set(['wrong-length', 'reset', 'total-timeout', 'too-large', 'bad-encoding']);
const holdsPart = (result: FetchResult): boolean =>
  result.error !== null && PARTIAL.has(result.error.kind) && result.status === 200 && result.body.length > 0;

/** What the answer calls itself; a validator that is no longer sent is forgotten. */
const validators = (result: FetchResult) => ({
  etag: result.etag ?? undefined,
  lastModified: result.lastModified ?? undefined,
});

async function unchanged(deps: PollDeps, state: FeedState, now: Date): Promise<PollReport> {
  const intervalMs = idleInterval(state.intervalMs);
  const next = success({ ...state, intervalMs }, deps.random(), now);
  // Of a feed that lists nothing, "unchanged" says nothing of what it may have left out.
  await saveFeed(deps.db, state.windowSize ? withCoverage(next, null, now) : next);
  return { ...report(state.feed, 'unchanged'), entries: state.windowSize ?? 0, nextPollAt: next.nextPollAt };
}

function success(state: FeedState, random: number, now: Date): FeedState {
  return {
    ...state,
    failures: 0,
    lastPollAt: now.toISOString(),
    lastSuccessAt: now.toISOString(),
    days: counted(state.days, now, { polls: 1 }),
    nextPollAt: new Date(now.getTime() + jittered(state.intervalMs, random)).toISOString(),
  };
}

async function failed(
  deps: PollDeps,
  state: FeedState,
  result: FetchResult,
  error: { kind: string; message: string },
  now: Date,
): Promise<PollReport> {
  const failures = state.failures + 1;
  const own = now.getTime() + backoff(state.intervalMs, failures, deps.random());
  const asked = isRateLimited(result) || result.status === 503 ? retryAfter(result, now) : null;
  const nextPollAt = asked
    ? new Date(Math.max(heeded(asked, now).getTime(), now.getTime() + state.intervalMs / 4)).toISOString()
    : new Date(own).toISOString();
  if (asked && !isTrusted(deps.trusted, result.url)) {
    const pause = Math.min(asked.getTime(), now.getTime() + LONGEST_HOST_PAUSE_MS);
    await closeGate(deps.db, new URL(result.askedUrl).host, new Date(pause));
  }
  const count = (state.errors[error.kind]?.count ?? 0) + 1;
  const next: FeedState = {
    ...state,
    failures,
    lastPollAt: now.toISOString(),
    lastError: { kind: error.kind, message: error.message.slice(0, 300), at: now.toISOString() },
    errors: { ...state.errors, [error.kind]: { count, last: now.toISOString() } },
    days: counted(state.days, now, { polls: 1, errors: 1 }),
    nextPollAt,
  };
  if (failures >= FAILURES_UNTIL_HOME) delete next.movedTo;
  await saveFeed(deps.db, next);
  deps.warn('feed not read', { feedId: state.feedId, kind: error.kind, failures });
  return { ...report(state.feed, 'failed'), error, nextPollAt };
}

async function succeeded(
  deps: PollDeps,
  state: FeedState,
  result: FetchResult,
  document: FeedDocument,
  bodyHash: string,
  now: Date,
): Promise<PollReport> {
  const window = await loadWindow(deps.db, state.feed);
  const { seen, unknown, fresh, changed, keys, problems } = await recordFound(deps, state.feed, document, window, now);
  const span = spanOf(seen);
  const first = state.lastFullAt === undefined;
  const rolledOver = seen.length > 0 && !followsOn(window.current, seen);

  let next: FeedState = {
    ...state,
    ...validators(result),
    bodyHash,
    windowSize: seen.length,
    problems,
    ...(fresh > 0 ? { lastNewAt: now.toISOString() } : {}),
  };
  if (wasLiedTo(state, result, unknown)) {
    next.distrustUntil = new Date(now.getTime() + DISTRUST_MS).toISOString();
    problems.push('the server said "not modified" although there were new entries');
  }
  if (seen.length > 0) {
    next.lastFullAt = now.toISOString();
    delete next.unmodifiedAt;
    const windowSeen = {
      size: seen.length,
      // Of the first window everything is new, which says nothing of how fast it moves.
      fresh: first ? 0 : fresh,
      rolledOver,
      spanMs: span && span.newest - span.oldest,
    };
    if (!first) next.intervalMs = nextInterval(state.intervalMs, windowSeen);
  }
  let gap: Gap | null = null;
  if (rolledOver) {
    const from = state.lastFullAt ?? state.startedAt;
    const oldest = span && span.oldest > Date.parse(from) && span.oldest < now.getTime() ? span.oldest : now.getTime();
    gap = { from, to: new Date(oldest).toISOString(), foundAt: now.toISOString() };
    next = withCoverage(withGap(next, gap, now), gap.to, now);
  } else if (seen.length > 0) {
    const reach = span && span.oldest < now.getTime() ? new Date(span.oldest).toISOString() : now.toISOString();
    next = withCoverage(next, state.covered.length === 0 ? reach : null, now);
  }
  next = success(next, deps.random(), now);
  next.days = counted(next.days, now, { fresh });
  await saveWindow(deps.db, state.feed, advance(window, seen));
  await saveFeed(deps.db, next);
  const outcome = fresh + changed > 0 ? 'fresh' : 'nothing-new';
  return {
    ...report(state.feed, outcome),
    fresh,
    changed,
    keys,
    entries: seen.length,
    gap,
    problems,
    nextPollAt: next.nextPollAt,
  };
}

/** Entries that were there before the server last said "not modified", or another body under the same name. */
function wasLiedTo(state: FeedState, result: FetchResult, fresh: readonly SeenEntry[]): boolean {
  if (state.unmodifiedAt === undefined || fresh.length === 0) return false;
  const sameName =
    (result.etag !== null && result.etag === state.etag) ||
    (result.etag === null && result.lastModified !== null && result.lastModified === state.lastModified);
  const before = Date.parse(state.unmodifiedAt) - CACHE_AGE_MS;
  return sameName || fresh.some((e) => e.p !== null && e.p < before && e.p > Date.parse(state.lastFullAt ?? ''));
}
