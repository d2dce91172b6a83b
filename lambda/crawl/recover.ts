import type { Db } from '../dynamo.ts';
import { each, update } from '../items.ts';
import { atInstant, ENTRIES_PENDING, entryKey, FEEDS_NEXT, feedStateKey } from './keys.ts';

/**
 * Gives free whatever a run that died had taken, so that it is done at once and not when its claims run out. Only for
 * a caller who knows that no other worker is on the table: one machine that has just started, or an operator who has
 * stopped everything.
 * @returns how many entries and feeds were given free.
 */
export async function releaseClaims(db: Db, now: Date): Promise<{ entries: number; feeds: number }> {
  let entries = 0;
  for await (const entry of each<{ key: string; attempts: number; pendingSk: string }>(db, {
    index: 'pending',
    condition: 'pendingPk = :pk',
    values: { ':pk': ENTRIES_PENDING },
  })) {
    // One that was put off for a cause waits on; one that a worker or the queue had is wanted now.
    if (entry.attempts > 0) continue;
    const freed = await update(db, entryKey(entry.key), 'SET pendingSk = :sk REMOVE claimUntil', 'pendingPk = :pk', {
      values: { ':sk': atInstant(now, entry.key), ':pk': ENTRIES_PENDING },
    });
    if (freed) entries++;
  }
  let feeds = 0;
  for await (const feed of each<{ outlet: string; feedId: string; nextPollAt: string; claimUntil?: string }>(db, {
    index: 'next',
    condition: 'nextPk = :pk',
    values: { ':pk': FEEDS_NEXT },
  })) {
    if (feed.claimUntil === undefined) continue;
    const freed = await update(
      db,
      feedStateKey(feed.outlet, feed.feedId),
      'SET nextSk = :sk REMOVE claim, claimUntil',
      'claimUntil = :until',
      { values: { ':sk': atInstant(feed.nextPollAt, feed.feedId), ':until': feed.claimUntil } },
    );
    if (freed) feeds++;
  }
  return { entries, feeds };
}
