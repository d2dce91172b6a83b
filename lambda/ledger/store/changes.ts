import type { Db } from '../../dynamo.ts';
import { get, page } from '../../items.ts';
import type { Commitment, Status } from '../types.ts';
import * as keys from './keys.ts';
import { unpack } from './packed.ts';
import type { LogEntry } from './sequencer.ts';

/** A public change, as given out. */
export interface Change {
  sequence: number;
  id: string;
  kind: 'upsert' | 'tombstone';
  mergedInto: string | null;
  recordedAt: string;
  commitment: Commitment | null;
  /** Status before and after, as the log said it. */
  from: Status | null;
  to: Status | null;
}

/**
 * Changes after a sequence number, in order and without gaps.
 * @param after 0 for the first.
 * @returns the changes, and the number to go on from.
 */
export async function changesSince(db: Db, after: number, limit = 100): Promise<{ changes: Change[]; last: number }> {
  const changes: Change[] = [];
  let last = after;
  while (changes.length < limit) {
    const bucket = keys.logPk(last + 1);
    const found = await page<LogEntry>(db, {
      condition: 'pk = :pk AND sk > :after',
      values: { ':pk': bucket, ':after': keys.logSk(last) },
      limit: limit - changes.length,
    });
    for (const entry of found.items) changes.push(changeOf(entry));
    if (found.items.length === 0) break;
    last = changes.at(-1)!.sequence;
  }
  return { changes, last };
}

function changeOf(entry: LogEntry): Change {
  return {
    sequence: entry.sequence,
    id: entry.id,
    kind: entry.kind,
    mergedInto: entry.mergedInto,
    recordedAt: entry.recordedAt,
    commitment: entry.body ? unpack(entry.body) : null,
    from: entry.before?.status ?? null,
    to: entry.after?.status ?? null,
  };
}

/** Counts of commitments, as of the last numbered change. */
export interface Stats {
  total: number;
  byStatus: Record<string, number>;
  byTopic: Record<string, number>;
  byType: Record<string, number>;
  /** By month of the first mention, `YYYY-MM`. */
  byMonth: Record<string, number>;
  /** Sequence number up to which they count. */
  upTo: number;
}

/** Counts over the whole ledger, or over one actor's commitments: one request, whatever the size. */
export async function statsByStatus(db: Db, actor?: string): Promise<Stats> {
  const item = await get<Record<string, number>>(db, keys.statsKey(actor ?? 'all'));
  const group = (prefix: string): Record<string, number> =>
    Object.fromEntries(
      Object.entries(item ?? {})
        .filter(([name, n]) => name.startsWith(`${prefix}:`) && n !== 0)
        .map(([name, n]) => [name.slice(prefix.length + 1), n])
        .sort(),
    );
  return {
    total: item?.total ?? 0,
    byStatus: group('status'),
    byTopic: group('topic'),
    byType: group('type'),
    byMonth: group('month'),
    upTo: item?.upTo ?? 0,
  };
}
