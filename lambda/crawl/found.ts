import type { FeedDocument } from '../read/types.ts';
import type { PollDeps } from './deps.ts';
import { type Candidate, candidatesOf, instantOf, notePages, recordEntry } from './entries.ts';
import type { Feed } from './feeds.ts';
import { mapLimit } from './limits.ts';
import { spacedMessages } from './spacing.ts';
import { type FeedWindow, type SeenEntry, saysChanged, seenEntry } from './window.ts';

const WRITES_AT_ONCE = 8;

/** What a feed's entries came to. */
export interface Found {
  /** The window, in the feed's order. */
  seen: SeenEntry[];
  /** Those of it that the window before did not hold. */
  unknown: SeenEntry[];
  /** Entries written for the first time, and those written again because they changed. */
  fresh: number;
  changed: number;
  /** Keys of both, in the feed's order. */
  keys: string[];
  problems: string[];
}

/** Writes the entries that the window does not know, or that say they were changed since, and tells the queue. */
export async function recordFound(
  deps: PollDeps,
  feed: Feed,
  document: FeedDocument,
  window: FeedWindow,
  now: Date,
): Promise<Found> {
  const { candidates, problems } = candidatesOf(document.entries, feed.since);
  const known = new Map([...window.older, ...window.current].map((e) => [e.k, e]));
  const seen = candidates.map((c) => ({ candidate: c, entry: seenEntry(c.key, c.title, c.published, c.updated) }));
  const unsure = seen.filter(({ entry }) => {
    const before = known.get(entry.k);
    return !before || saysChanged(before, entry);
  });
  const writes = await mapLimit(unsure, WRITES_AT_ONCE, async (it) => ({
    ...it,
    write: await recordEntry(deps.db, feed, it.candidate, now),
  }));
  const written = writes.filter(({ write }) => write !== 'known');
  const fresh = written.filter(({ write }) => write === 'new');
  if (fresh.length > 0) {
    const foundAt = now.toISOString();
    const instants = fresh.map(({ candidate }) => instantOf({ published: candidate.published, foundAt }));
    await notePages(deps.db, feed.outlet, 'found', instants);
  }
  if (written.length > 0)
    await tell(
      deps,
      feed,
      written.map(({ candidate }) => candidate),
    );
  return {
    seen: seen.map(({ entry }) => entry),
    unknown: unsure.filter(({ entry }) => !known.has(entry.k)).map(({ entry }) => entry),
    fresh: fresh.length,
    changed: written.length - fresh.length,
    keys: written.map(({ candidate }) => candidate.key),
    problems: [...document.problems, ...problems].slice(0, MOST_PROBLEMS),
  };
}

const MOST_PROBLEMS = 10;

/** Hands the entries to the queue, spaced for their hosts. What gets lost here is found again by the sweep. */
async function tell(deps: PollDeps, feed: Feed, entries: readonly Candidate[]): Promise<void> {
  const messageOf = spacedMessages(deps);
  const messages = entries.map((entry) => messageOf(entry, feed.id));
  try {
    await deps.queue.send(messages);
  } catch (error) {
    deps.warn('queue not reached; the sweep will find the entries', { feedId: feed.id, cause: (error as Error).name });
  }
}
