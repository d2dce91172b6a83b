import { digest } from './keys.ts';

/** An entry as a window remembers it. */
export interface SeenEntry {
  /** Digest of the article key. */
  k: string;
  /** Digest of the title. */
  t: string;
  /** Milliseconds since 1970 at which it says it was published; null where it does not say. */
  p: number | null;
  /** The same of its last change. */
  u: number | null;
}

/** What is remembered of a feed's entries between two polls. */
export interface FeedWindow {
  /** The last window that held anything, in the feed's order. */
  current: SeenEntry[];
  /** Entries of windows before it, the latest first: they may come back. */
  older: SeenEntry[];
}

export const EMPTY_WINDOW: FeedWindow = { current: [], older: [] };
/** Some that come and go; an entry older than these is still known by its own item. */
const MOST_OLDER = 60;

export const seenEntry = (
  articleKey: string,
  title: string,
  published: string | null,
  updated: string | null = null,
): SeenEntry => ({
  k: digest(articleKey, 12),
  t: digest(title.replace(/\s+/g, ' ').trim(), 6),
  p: instantOrNull(published),
  u: instantOrNull(updated),
});

const instantOrNull = (instant: string | null): number | null => {
  const at = instant === null ? Number.NaN : Date.parse(instant);
  return Number.isFinite(at) ? at : null;
};

/** A change within so long of the one before is the same work at a story, or a feed that dates everything "now". */
export const CHANGE_APART_MS = 30 * 60_000;

/** True where an entry that is known says by its title or its date that its article was changed. */
export const saysChanged = (before: SeenEntry, now: SeenEntry): boolean =>
  before.t !== now.t || (before.u !== null && now.u !== null && now.u - before.u >= CHANGE_APART_MS);

/** The window after a poll. An empty one is forgotten: it says nothing of what may have been lost. */
export function advance(window: FeedWindow, next: readonly SeenEntry[]): FeedWindow {
  if (next.length === 0) return window;
  const now = new Set(next.map((e) => e.k));
  const older = [...window.current, ...window.older].filter((e) => !now.has(e.k));
  return { current: [...next], older: older.slice(0, MOST_OLDER) };
}

/**
 * True where the new window is seen to follow on the one before without a hole. A list that moves loses its oldest
 * entries first, so that the newest of the one before must still be in it; an old story pinned to every window
 * proves nothing. Of the newer half any will do, since publishers take single stories back.
 */
export function followsOn(before: readonly SeenEntry[], next: readonly SeenEntry[]): boolean {
  if (before.length === 0) return true;
  const now = new Set(next.map((e) => e.k));
  const dated = before.every((e) => e.p !== null);
  const ordered = dated ? [...before].sort((a, b) => b.p! - a.p!) : before;
  const newer = ordered.slice(0, Math.max(SMALL_WINDOW, Math.ceil(ordered.length / 2)));
  return newer.some((e) => now.has(e.k));
}

/** In a window of so few entries every one counts. */
const SMALL_WINDOW = 8;

/** The oldest and the newest date of the part of a window that runs in order, newest first; null without dates. */
export function spanOf(entries: readonly SeenEntry[]): { oldest: number; newest: number } | null {
  const dates = entries.flatMap((e) => (e.p === null || !Number.isFinite(e.p) ? [] : [e.p]));
  const newest = dates[0];
  if (newest === undefined || dates.length < entries.length / 2) return null;
  let oldest = newest;
  let latest = newest;
  for (const date of dates) {
    // A jump of more than a month back is a pinned or misdated story, not the window's end.
    if (oldest - date > JUMP_MS) break;
    oldest = Math.min(oldest, date);
    latest = Math.max(latest, date);
  }
  return { oldest, newest: latest };
}

const JUMP_MS = 30 * 86_400_000;

/** The entries as one short string: what a table charges for is bytes. */
export const packEntries = (entries: readonly SeenEntry[]): string =>
  entries.map(({ k, t, p, u }) => [k, t, packed(p), packed(u)].join('.').replace(/(?<!\.)\.+$/, '')).join(',');

const packed = (at: number | null): string => (at === null ? '' : at.toString(36));
const unpacked = (at: string): number | null => (at === '' ? null : Number.parseInt(at, 36));

/** The entries that {@link packEntries} packed. */
export const unpackEntries = (packed: string): SeenEntry[] =>
  packed === ''
    ? []
    : packed.split(',').map((part) => {
        const [k = '', t = '', p = '', u = ''] = part.split('.');
        return { k, t, p: unpacked(p), u: unpacked(u) };
      });
