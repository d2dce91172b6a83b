import type { Db, Item } from '../../dynamo.ts';
import { pending } from '../../items.ts';
import type { Coverage } from '../types.ts';
import type { ReviewItem } from './consequences.ts';
import * as keys from './keys.ts';
import { readingFrom } from './stored-reading.ts';

/**
 * Ends what was cut off: every reading and review whose consequences are not all written, oldest first.
 * @param before only what was kept before this instant, so that work in progress is left to itself.
 * @returns how many were ended.
 */
export async function resumePending(
  db: Db,
  now: Date,
  before: Date = now,
  coverage: Coverage = new Map(),
  limit = 100,
): Promise<number> {
  const items = await pending<Item>(db, keys.LEDGER_PENDING, `${before.toISOString()}~`, limit);
  if (items.length === 0) return 0;
  // What placing brings along is most of what a sweep would load, and seldom wanted.
  const { writeReading, writeReview } = await import('./consequences.ts');
  for (const item of items) {
    if (item.sk === 'READING') await writeReading(db, readingFrom(item), coverage, now, true);
    else await writeReview(db, item as unknown as ReviewItem, coverage, now);
  }
  return items.length;
}
