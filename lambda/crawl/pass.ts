import { declareCoverage } from './coverage.ts';
import type { PollDeps } from './deps.ts';
import { entriesWaiting, handOver } from './entries.ts';
import { feedsDue, syncFeeds } from './feed-state.ts';
import type { Feed } from './feeds.ts';
import { mapLimit } from './limits.ts';
import { type PollReport, pollFeed } from './poll.ts';
import { recallRead } from './recall.ts';
import { LONGEST_DELAY_MS, spacedMessages } from './spacing.ts';

/** What one pass of the schedule did. */
export interface PassReport {
  polls: PollReport[];
  /** Entries that had waited too long and were handed to the queue again. */
  requeued: number;
  /** Feeds due that there was no time for. */
  left: number;
}

export interface PassOptions {
  feeds: readonly Feed[];
  /** The clock: a pass takes minutes. */
  clock: () => Date;
  /** True when there is no time to begin another poll. */
  outOfTime?: () => boolean;
  /** Polls at once. */
  parallel?: number;
  /** Told of each poll as it ends. */
  onPoll?: (report: PollReport) => void;
}

const PARALLEL = 32;
const MOST_REQUEUED = 2000;
/** Pages that are looked at again are no news: so many a pass, and the others the next time. */
const MOST_RECALLED = 300;
/** A message that was sent again has so long until it is sent once more. */
const REQUEUE_AFTER_MS = 20 * 60_000;

/** One pass: the list of feeds brought up to date, every feed that is due polled, lost entries handed over again. */
export async function crawlPass(deps: PollDeps, options: PassOptions): Promise<PassReport> {
  const { clock } = options;
  if (await syncFeeds(deps.db, options.feeds, clock())) await declareArchives(deps, options.feeds);
  const polled = await pollDue(deps, options);
  const now = clock();
  const until = new Date(now.getTime() + LONGEST_DELAY_MS + REQUEUE_AFTER_MS);
  const messageOf = spacedMessages(deps);
  const recalled = await recallRead(deps.db, now, until, MOST_RECALLED);
  await deps.queue.send(recalled.entries.map((entry) => messageOf(entry, entry.feedId)));
  await recalled.note();
  const requeued = await requeueWaiting(deps, clock());
  return { ...polled, requeued };
}

/** Polls every feed that is due, many at once. */
export async function pollDue(
  deps: PollDeps,
  { clock, outOfTime = () => false, parallel = PARALLEL, onPoll }: Omit<PassOptions, 'feeds'>,
): Promise<Pick<PassReport, 'polls' | 'left'>> {
  const due: Feed[] = [];
  for await (const state of feedsDue(deps.db, clock())) due.push(state.feed);
  let left = 0;
  const polls = await mapLimit(due, parallel, async (feed): Promise<PollReport | null> => {
    if (outOfTime()) {
      left++;
      return null;
    }
    const report = await poll(deps, feed, clock());
    if (report) onPoll?.(report);
    return report;
  });
  return { polls: polls.filter((p) => p !== null), left };
}

/** One feed's trouble, even with our own table, must not keep the others from being polled. */
async function poll(deps: PollDeps, feed: Feed, now: Date): Promise<PollReport | null> {
  try {
    return await pollFeed(deps, feed, now);
  } catch (error) {
    const { name, message } = error as Error;
    deps.warn('poll broke off', { feedId: feed.id, cause: `${name}: ${message}` });
    return null;
  }
}

async function declareArchives(deps: PollDeps, feeds: readonly Feed[]): Promise<void> {
  for (const { id, outlet, covers } of feeds) {
    if (covers) await declareCoverage(deps.db, { name: id, outlet, covered: [covers] });
  }
}

/** Hands entries to the queue that have waited longer than the queue takes: their message was lost, or they were put off. */
export async function requeueWaiting(deps: PollDeps, now: Date): Promise<number> {
  const messageOf = spacedMessages(deps);
  const messages: ReturnType<typeof messageOf>[] = [];
  for (const entry of await entriesWaiting(deps.db, now, MOST_REQUEUED)) {
    const message = messageOf(entry, entry.feedId);
    const until = new Date(now.getTime() + message.delaySeconds * 1000 + REQUEUE_AFTER_MS);
    if (await handOver(deps.db, entry, until)) messages.push(message);
  }
  await deps.queue.send(messages);
  return messages.length;
}
