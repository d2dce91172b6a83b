import type { Db } from '../dynamo.ts';
import { get, getMany, type Key, type Pending, pendingKeys, put, update } from '../items.ts';
import type { Interval } from '../ledger/types.ts';
import { packJson, unpackJson } from '../packed.ts';
import { cutAfter, extend, noteOutlet } from './coverage.ts';
import type { Feed } from './feeds.ts';
import { closedCoverageKey, digest, FEEDS_FOLLOWED, feedListKey, feedStateKey, feedWindowKey } from './keys.ts';
import { isHeld, NEVER_SO_FAR_AHEAD } from './schedule.ts';
import { EMPTY_WINDOW, type FeedWindow, packEntries, unpackEntries } from './window.ts';

/** One day of a feed, as counted by UTC. */
export interface FeedDay {
  day: string;
  polls: number;
  fresh: number;
  errors: number;
}

/** Entries that must have been published and were never seen. */
export interface Gap extends Interval {
  /** When it was found. */
  foundAt: string;
}

/** What is known of a feed. Instants are ISO 8601 in UTC; null where it has not happened yet. */
export interface FeedState {
  feedId: string;
  outlet: string;
  feed: Feed;
  startedAt: string;
  /** Set when the feed is no longer in the list: it is not polled and keeps its history. */
  retiredAt?: string;
  nextPollAt: string;
  intervalMs: number;
  /** Where permanent redirects led, asked instead of the feed's own address. */
  movedTo?: string;
  etag?: string;
  lastModified?: string;
  bodyHash?: string;
  /** Validators are not sent while a lie is remembered. */
  distrustUntil?: string;
  lastPollAt?: string;
  lastSuccessAt?: string;
  /** When a body was last read, and when a server last said that it was still the same. */
  lastFullAt?: string;
  unmodifiedAt?: string;
  lastNewAt?: string;
  windowSize?: number;
  failures: number;
  lastError?: { kind: string; message: string; at: string };
  /** How often each kind of error came, and when last: a bounded set of kinds. */
  errors: Record<string, { count: number; last: string }>;
  covered: Interval[];
  /** The latest first. */
  gaps: Gap[];
  gapCount: number;
  /** The latest last. */
  days: FeedDay[];
  problems: string[];
  claim?: string;
  claimUntil?: string;
}

const MOST_INTERVALS = 40;
const MOST_GAPS = 20;
const MOST_DAYS = 35;
/** A poll that has not ended after so long has died. */
export const CLAIM_MS = 5 * 60_000;
const MINUTE_MS = 60_000;

export function newState(feed: Feed, now: Date): FeedState {
  return {
    feedId: feed.id,
    outlet: feed.outlet,
    feed,
    startedAt: now.toISOString(),
    nextPollAt: now.toISOString(),
    intervalMs: feed.everyMinutes * MINUTE_MS,
    failures: 0,
    errors: {},
    covered: [],
    gaps: [],
    gapCount: 0,
    days: [],
    problems: [],
  };
}

/** What of a state conditions, updates and other readers speak of; the rest is packed, to stay under a kilobyte. */
type Bare = Pick<
  FeedState,
  'feedId' | 'outlet' | 'feed' | 'startedAt' | 'retiredAt' | 'nextPollAt' | 'movedTo' | 'etag' | 'lastModified'
> &
  Pick<FeedState, 'bodyHash' | 'covered' | 'claim' | 'claimUntil'>;

/** A state as stored. */
type StoredState = Bare & { packed: Uint8Array } & Partial<Pending>;

/** Days, of which there are many, as numbers: how long after the one before (the first: after 1970), and the counts. */
const DAY_MS = 86_400_000;
const packDays = (days: readonly FeedDay[]): string => {
  let before = 0;
  return days
    .map(({ day, polls, fresh, errors }) => {
      const at = Date.parse(day) / DAY_MS;
      const apart = at - before;
      before = at;
      return [apart, polls, fresh, errors].join(':');
    })
    .join(',');
};

function unpackDays(packed: string): FeedDay[] {
  if (packed === '') return [];
  let at = 0;
  return packed.split(',').map((part) => {
    const [apart = 0, polls = 0, fresh = 0, errors = 0] = part.split(':').map(Number);
    at += apart;
    return { day: new Date(at * DAY_MS).toISOString().slice(0, 10), polls, fresh, errors };
  });
}

function stateOf({ packed, pk: _pk, sk: _sk, pendingPk: _in, pendingSk: _at, ...bare }: StoredState): FeedState {
  const { days, ...rest } = unpackJson<Omit<FeedState, keyof Bare | 'days'> & { days: string }>(packed);
  return { ...bare, ...rest, days: unpackDays(days) };
}

function itemOf(state: FeedState) {
  const { feedId, outlet, feed, startedAt, retiredAt, nextPollAt, movedTo, etag, lastModified, ...more } = state;
  const { bodyHash, covered, claim, claimUntil, days, ...rest } = more;
  const bare: Bare = {
    ...{ feedId, outlet, feed, startedAt, retiredAt, nextPollAt, movedTo, etag, lastModified },
    ...{ bodyHash, covered, claim, claimUntil },
  };
  return {
    ...feedStateKey(outlet, feedId),
    ...bare,
    packed: packJson({ ...rest, days: packDays(days) }),
    ...(retiredAt || !feed.enabled ? {} : { pendingPk: FEEDS_FOLLOWED, pendingSk: feedId }),
  };
}

/**
 * Takes a feed for one poll; null where somebody else has it. While it is claimed it is passed over among what is due, and
 * after a poll that died it is found again.
 */
export async function claimFeed(db: Db, feed: Feed, now: Date): Promise<FeedState | null> {
  const claim = digest(`${feed.id} ${now.toISOString()} ${Math.random()}`, 16);
  const until = new Date(now.getTime() + CLAIM_MS).toISOString();
  const take = () =>
    update<StoredState>(
      db,
      feedStateKey(feed.outlet, feed.id),
      'SET claim = :claim, claimUntil = :until',
      'attribute_exists(pk) AND (attribute_not_exists(claimUntil) OR claimUntil <= :now OR claimUntil > :never)',
      {
        values: {
          ':claim': claim,
          ':until': until,
          ':now': now.toISOString(),
          ':never': new Date(now.getTime() + NEVER_SO_FAR_AHEAD).toISOString(),
        },
      },
    );
  const taken = await take();
  if (taken) return stateOf(taken);
  const made = await put(db, itemOf(newState(feed, now)), 'attribute_not_exists(pk)');
  const first = made ? await take() : null;
  return first && stateOf(first);
}

/** What is known of a feed, or null. */
export async function feedState(db: Db, { outlet, id }: Pick<Feed, 'outlet' | 'id'>): Promise<FeedState | null> {
  const stored = await get<StoredState>(db, feedStateKey(outlet, id));
  return stored && stateOf(stored);
}

/** Writes what a poll found and gives the feed free; false where the claim was lost meanwhile. */
export async function saveFeed(db: Db, state: FeedState): Promise<boolean> {
  const kept = await closeOldCoverage(db, state);
  const { claim, claimUntil: _, ...rest } = kept;
  return put(db, itemOf(rest), 'claim = :claim', { values: { ':claim': claim } });
}

/** Moves the oldest intervals out of the state before it grows: under a key of their own, so twice does no harm. */
async function closeOldCoverage(db: Db, state: FeedState): Promise<FeedState> {
  if (state.covered.length <= MOST_INTERVALS) return state;
  const old = state.covered.slice(0, MOST_INTERVALS / 2);
  await put(db, {
    ...closedCoverageKey(state.outlet, state.feedId, old[0]!.from),
    feedId: state.feedId,
    covered: old,
  });
  return { ...state, covered: state.covered.slice(MOST_INTERVALS / 2) };
}

interface WindowItem {
  current: string;
  older: string;
}

export async function loadWindow(db: Db, feed: Feed): Promise<FeedWindow> {
  const item = await get<WindowItem>(db, feedWindowKey(feed.outlet, feed.id));
  return item ? { current: unpackEntries(item.current), older: unpackEntries(item.older) } : EMPTY_WINDOW;
}

export function saveWindow(db: Db, feed: Feed, window: FeedWindow): Promise<boolean> {
  const item: WindowItem = { current: packEntries(window.current), older: packEntries(window.older) };
  return put(db, { ...feedWindowKey(feed.outlet, feed.id), ...item });
}

/**
 * The feeds due by `now` that nobody polls, the longest waiting first; all that are followed without it. All are read: they
 * are polled several times an hour, and an index in the order of their next poll would cost two writes for each.
 */
export async function* feedsDue(db: Db, now: Date | null): AsyncGenerator<FeedState> {
  const keys: Pending[] = [];
  for await (const key of pendingKeys(db, FEEDS_FOLLOWED, '~')) keys.push(key);
  const states = await statesAt(db, keys, false);
  if (!now) return yield* states;
  const isDue = ({ nextPollAt, claimUntil }: FeedState): boolean =>
    !isHeld(claimUntil, now) && !isHeld(nextPollAt, now);
  // What was read may be a moment old. What is due is asked for as it is now, so that it is not polled twice.
  const due = states.filter(isDue).map(({ outlet, feedId }) => feedStateKey(outlet, feedId));
  const still = (await statesAt(db, due, true)).filter(isDue);
  yield* still.sort((a, b) => (a.nextPollAt < b.nextPollAt ? -1 : 1));
}

/** The states under these keys, without those that are followed no longer. */
async function statesAt(db: Db, keys: readonly Key[], consistent: boolean): Promise<FeedState[]> {
  const items = await getMany<StoredState & Pending>(db, keys, { consistent });
  return items.filter(({ pendingPk }) => pendingPk === FEEDS_FOLLOWED).map(stateOf);
}

/** A state without what a clock that was ahead has claimed: coverage and readings of a time that has not come. */
export function withoutFuture(state: FeedState, now: Date): FeedState {
  const at = now.toISOString();
  const isAhead = (instant: string | undefined): boolean => instant !== undefined && instant > at;
  if (!isAhead(state.covered.at(-1)?.to) && !isAhead(state.lastFullAt)) return state;
  return {
    ...state,
    covered: cutAfter(state.covered, at),
    ...(isAhead(state.lastFullAt) ? { lastFullAt: at } : {}),
  };
}

/**
 * Makes the followed feeds those of the list: new ones are due at once, changed ones take the new facts, missing
 * ones are retired and keep their history. Reads one item when the list is the one already known.
 */
export async function syncFeeds(db: Db, feeds: readonly Feed[], now: Date): Promise<boolean> {
  const version = digest(JSON.stringify(feeds), 32);
  const known = await get<{ version: string }>(db, feedListKey());
  if (known?.version === version) return false;
  const wanted = new Map(feeds.filter((f) => f.enabled).map((f) => [f.id, f]));
  for await (const state of feedsDue(db, null)) {
    const feed = wanted.get(state.feedId);
    if (!feed || feed.outlet !== state.outlet) await retire(db, state, now);
  }
  for (const feed of wanted.values()) await follow(db, feed, now);
  await put(db, { ...feedListKey(), version, at: now.toISOString() });
  return true;
}

async function follow(db: Db, feed: Feed, now: Date): Promise<void> {
  await noteOutlet(db, feed.outlet);
  if (await put(db, itemOf(newState(feed, now)), 'attribute_not_exists(pk)')) return;
  const key = feedStateKey(feed.outlet, feed.id);
  const state = await get<StoredState>(db, key);
  if (!state) return;
  const moved = state.feed.url !== feed.url;
  const resumed = state.retiredAt !== undefined;
  // A new address is asked at once; between two lists nothing was read, which is no coverage.
  await update(
    db,
    key,
    `SET feed = :feed${moved || resumed ? ', nextPollAt = :now, pendingPk = :followed, pendingSk = :id' : ''}${resumed || moved ? ' REMOVE retiredAt, movedTo, etag, lastModified, bodyHash' : ''}`,
    null,
    {
      values: {
        ':feed': feed,
        ...(moved || resumed ? { ':now': now.toISOString(), ':followed': FEEDS_FOLLOWED, ':id': feed.id } : {}),
      },
    },
  );
}

async function retire(db: Db, state: FeedState, now: Date): Promise<void> {
  await update(db, feedStateKey(state.outlet, state.feedId), 'SET retiredAt = :now REMOVE pendingPk, pendingSk', null, {
    values: { ':now': now.toISOString() },
  });
}

/** Counts on one day of a feed, oldest days forgotten. */
export function counted(days: readonly FeedDay[], now: Date, add: Partial<Omit<FeedDay, 'day'>>): FeedDay[] {
  const day = now.toISOString().slice(0, 10);
  const last = days.at(-1);
  const today = last?.day === day ? last : { day, polls: 0, fresh: 0, errors: 0 };
  const next = {
    day,
    polls: today.polls + (add.polls ?? 0),
    fresh: today.fresh + (add.fresh ?? 0),
    errors: today.errors + (add.errors ?? 0),
  };
  return [...(last?.day === day ? days.slice(0, -1) : days), next].slice(-MOST_DAYS);
}

/** The state after entries were found lost between what was last read and the new window. */
export function withGap(state: FeedState, gap: Interval, now: Date): FeedState {
  return {
    ...state,
    covered: cutAfter(state.covered, gap.from),
    gaps: [{ ...gap, foundAt: now.toISOString() }, ...state.gaps].slice(0, MOST_GAPS),
    gapCount: state.gapCount + 1,
  };
}

/** The state after nothing was missed from `from` (what was last read, unless given) to `now`. */
export function withCoverage(state: FeedState, from: string | null, now: Date): FeedState {
  const to = now.toISOString();
  const start = from ?? state.covered.at(-1)?.to ?? to;
  return { ...state, covered: extend(state.covered, { from: start, to }) };
}
