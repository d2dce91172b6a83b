import type { Db } from '../dynamo.ts';
import { pendingKeys, update } from '../items.ts';
import { feedsDue } from './feed-state.ts';
import { atInstant, ENTRIES_PENDING, entryKey, entryOf, feedStateKey } from './keys.ts';

/** After every instant that a key begins with. */
const LAST = '~';

/**
 * Gives free whatever a run that died had taken, so that it is done at once and not when its claims run out. Only for
 * a caller who knows that no other worker is on the table: one machine that has just started, or an operator who has
 * stopped everything.
 * @returns how many entries and feeds were given free.
 */
export async function releaseClaims(db: Db, now: Date): Promise<{ entries: number; feeds: number }> {
  let entries = 0;
  for await (const entry of pendingKeys(db, ENTRIES_PENDING, LAST)) {
    const key = entryOf(entry);
    // One that was put off for a cause waits on; one that a worker or the queue had is wanted now.
    const free = 'pendingPk = :pk AND attempts = :none';
    const freed = await update(db, entryKey(key), 'SET pendingSk = :sk REMOVE claimUntil', free, {
      values: { ':sk': atInstant(now, key), ':pk': ENTRIES_PENDING, ':none': 0 },
    });
    if (freed) entries++;
  }
  let feeds = 0;
  for await (const feed of feedsDue(db, null)) {
    if (feed.claimUntil === undefined) continue;
    const freed = await update(
      db,
      feedStateKey(feed.outlet, feed.feedId),
      'REMOVE claim, claimUntil',
      'claimUntil = :until',
      { values: { ':until': feed.claimUntil } },
    );
    if (freed) feeds++;
  }
  return { entries, feeds };
}
