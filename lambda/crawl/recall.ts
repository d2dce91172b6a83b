import type { Db } from '../dynamo.ts';
import { pendingKeys, update } from '../items.ts';
import type { EntryItem } from './entries.ts';
import { atInstant, ENTRIES_PENDING, ENTRIES_REVISIT, entryKey, entryOf } from './keys.ts';

/**
 * Makes entries pending again whose page is to be looked at once more by `now`, as many as `limit`.
 * @param until when the sweep looks for them, should their messages be lost.
 * @returns those entries, for the queue
 */
export async function recallRead(db: Db, now: Date, until: Date, limit: number): Promise<EntryItem[]> {
  const recalled: EntryItem[] = [];
  for await (const entry of pendingKeys(db, ENTRIES_REVISIT, atInstant(now, '~'), limit)) {
    const key = entryOf(entry);
    const item = await update<EntryItem>(
      db,
      entryKey(key),
      'SET #state = :pending, attempts = :none, revisit = :yes, pendingPk = :pk, pendingSk = :sk',
      'pendingPk = :revisits AND pendingSk = :seen',
      {
        names: { '#state': 'state' },
        values: {
          ':pending': 'pending',
          ':none': 0,
          ':yes': true,
          ':pk': ENTRIES_PENDING,
          ':sk': atInstant(until, key),
          ':revisits': ENTRIES_REVISIT,
          ':seen': entry.pendingSk,
        },
      },
    );
    if (item) recalled.push(item);
  }
  return recalled;
}
