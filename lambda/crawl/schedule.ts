/** When to come back: pure functions of what was seen. All durations are milliseconds. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export const SHORTEST_INTERVAL = 5 * MINUTE;
/** A feed that answers is looked at least so often, so that what silence means is known within hours. */
export const LONGEST_INTERVAL = 4 * HOUR;
/** A feed that fails is never given up: at least so often it is tried again. */
export const LONGEST_BACKOFF = 24 * HOUR;
/**
 * Nothing is put off for longer than the longest pause. What is due later than this was put off by a clock that was
 * wrong, and is due now.
 */
export const NEVER_SO_FAR_AHEAD = LONGEST_BACKOFF + HOUR;
/** True while a claim that was taken until `claimUntil` holds; one that a wrong clock took for ever does not. */
export const isHeld = (claimUntil: string | undefined, now: Date): boolean =>
  claimUntil !== undefined &&
  claimUntil > now.toISOString() &&
  claimUntil <= new Date(now.getTime() + NEVER_SO_FAR_AHEAD).toISOString();

/** A window without a body (304, the same bytes) is asked for in full after so long: servers lie. */
export const FULL_FETCH_EVERY = 6 * HOUR;

/** What a poll of a feed found in its window. */
export interface WindowSeen {
  /** Entries in the window, and those of them that were not known. */
  size: number;
  fresh: number;
  /** Nothing known was left in it: entries were lost between the two polls. */
  rolledOver: boolean;
  /** Time between its oldest and its newest entry; null where they are not dated. */
  spanMs: number | null;
}

/**
 * The interval until the next poll, from the one before. A window that rolled over shortens it to a quarter at once;
 * one of which a third or more is new, to half; one with less than a tenth new lengthens it by half; and a window is
 * looked at three times before it can have passed.
 */
export function nextInterval(interval: number, seen: WindowSeen): number {
  const share = seen.size === 0 ? 0 : seen.fresh / seen.size;
  let next = interval;
  if (seen.rolledOver) next = interval / 4;
  else if (share >= 1 / 3) next = interval / 2;
  else if (share < 1 / 10) next = interval * 1.5;
  // A window of two entries says little about how fast it moves.
  if (seen.spanMs !== null && seen.size >= 5 && seen.fresh > 0) next = Math.min(next, seen.spanMs / 3);
  return clamp(next, SHORTEST_INTERVAL, LONGEST_INTERVAL);
}

/** The interval after a poll that found nothing to read: not modified. */
export const idleInterval = (interval: number): number => clamp(interval * 1.25, SHORTEST_INTERVAL, LONGEST_INTERVAL);

/**
 * How long to stay away after the `failures`th failure in a row: doubled each time, spread by a quarter to either
 * side, never longer than a day.
 * @param random a number in [0, 1).
 */
export function backoff(base: number, failures: number, random: number): number {
  const doubled = Math.min(LONGEST_BACKOFF, base * 2 ** Math.min(30, Math.max(0, failures - 1)));
  return Math.min(LONGEST_BACKOFF, doubled * (0.75 + random / 2));
}

/**
 * How long after its first reading a page is looked at again, by what its article says (`ArticleItem`): publishers
 * correct and complete a story under its old title, mostly in its first hours. An article that names nobody of the
 * gazetteer hardly becomes one that does; where its feed says that it was changed, it is read again all the same.
 */
const REVISITS = {
  promises: [3 * HOUR, 24 * HOUR, 72 * HOUR],
  something: [6 * HOUR],
  names: [6 * HOUR],
  nothing: [],
} as const satisfies Record<string, readonly number[]>;
/** A page first read so long after it was published has its corrections. */
const SETTLED = 48 * HOUR;

/**
 * When to look at a page again that was just read for the `visits`th time; null where that was enough.
 * @param says what the article says to the ledger.
 * @param published when the article was published, `now` when it was read; `first` when it was found.
 */
export function revisitAt(
  { visits, says, published, first }: { visits: number; says: keyof typeof REVISITS; published: string; first: string },
  now: Date,
): Date | null {
  const pause = REVISITS[says].at(visits - 1);
  if (pause === undefined || Date.parse(first) - Date.parse(published) > SETTLED) return null;
  return new Date(Math.max(Date.parse(first) + pause, now.getTime() + HOUR));
}

/** An interval moved by up to a tenth to either side, so that feeds do not march in step. */
export const jittered = (interval: number, random: number): number => interval * (0.9 + random / 5);

/** The moment a server asks us to wait for, held to what we are ready to wait. */
export const heeded = (asked: Date, now: Date): Date =>
  new Date(Math.min(asked.getTime(), now.getTime() + LONGEST_BACKOFF));

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
