import type { Db } from '../dynamo.ts';
import { get, getMany, type Pending, pendingKeys, put } from '../items.ts';
import { type EntryItem, handOver } from './entries.ts';
import { atInstant, ENTRIES_REVISIT, RECALLED } from './keys.ts';

/** Entries whose page is to be looked at once more, and what is to be noted once the queue has them. */
export interface Recalled {
  entries: EntryItem[];
  /** Notes up to where they were handed over. Cut off before it, they are handed over again, and their worker finds nothing. */
  note: () => Promise<void>;
}

/** Who was handed over so long ago and still waits was lost on the way. */
const LOST_AFTER_MS = 60 * 60_000;

/**
 * The entries whose page is due to be looked at again since the last time this was asked, as many as `limit`. Nothing is
 * written to them: each is handed over once as time passes its moment, by one note of how far that has come. Those that
 * were lost on the way, which are few, are handed over again, each with its moment moved.
 * @param until when those are looked for again.
 */
export async function recallRead(db: Db, now: Date, until: Date, limit: number): Promise<Recalled> {
  const upTo = (await get<{ upTo: string }>(db, RECALLED))?.upTo ?? '';
  const due: Pending[] = [];
  const past = atInstant(now, '~');
  // A note from a clock that was ahead is none.
  const from = upTo <= past ? upTo : '';
  for await (const key of pendingKeys(db, ENTRIES_REVISIT, past, limit, { after: from })) due.push(key);
  const entries = await getMany<EntryItem & Pending>(db, due, { consistent: true });
  const fresh = entries.filter(({ pendingPk }) => pendingPk === ENTRIES_REVISIT);
  const lostBy = atInstant(new Date(now.getTime() - LOST_AFTER_MS), '~');
  const lost: EntryItem[] = [];
  if (from !== '') {
    const bound = lostBy < from ? lostBy : from;
    const keys: Pending[] = [];
    for await (const key of pendingKeys(db, ENTRIES_REVISIT, bound, limit)) keys.push(key);
    for (const entry of await getMany<EntryItem & Pending>(db, keys, { consistent: true }))
      if (entry.pendingPk === ENTRIES_REVISIT && (await handOver(db, entry, until))) lost.push(entry);
  }
  const last = due.length < limit ? past : due.at(-1)!.pendingSk;
  return {
    entries: [...fresh, ...lost],
    note: async () => {
      if (due.length > 0 || from === '') await put(db, { ...RECALLED, upTo: last });
    },
  };
}
