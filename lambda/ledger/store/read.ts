import type { Db } from '../../dynamo.ts';
import { all, each, get, type Key } from '../../items.ts';
import type { Commitment, Event } from '../types.ts';
import type { HeadItem } from './head.ts';
import * as keys from './keys.ts';
import { unpack } from './packed.ts';

export { commitmentAsOf } from './as-of.ts';
export { CursorError, type ListFilter, type ListPage, type ListQuery, listCommitments } from './list.ts';

/** A commitment as it stands, or what became of its id. */
export interface Found {
  commitment: Commitment;
  /** When the ledger last wrote it. */
  recordedAt: string;
  /** Ids that led here, the one asked for first; empty where it was asked for by its own. */
  redirectedFrom: string[];
}

/** Redirects followed before giving up. */
const HOPS = 10;

/**
 * A commitment by its id, or by any id it ever had, with merges and splits in its history.
 * @returns null for an id never given, or one whose mentions were all retracted.
 */
export async function getCommitment(db: Db, id: string): Promise<Found | null> {
  const redirectedFrom: string[] = [];
  let at = id;
  for (let hop = 0; hop < HOPS; hop++) {
    const items = await all<HeadItem & { event?: Event }>(db, {
      condition: 'pk = :pk',
      values: { ':pk': keys.commitmentKey(at).pk },
    });
    const head = items.find((item) => item.sk === 'HEAD');
    if (!head) return null;
    if (head.body) {
      const commitment = unpack(head.body);
      const own = items.flatMap((item) => item.event ?? []);
      commitment.events = [...commitment.events, ...own].sort((a, b) => a.occurredAt.localeCompare(b.occurredAt));
      return { commitment, recordedAt: head.recordedAt, redirectedFrom };
    }
    if (!head.mergedInto) return null;
    redirectedFrom.push(at);
    at = head.mergedInto;
  }
  return null;
}

/** The id that an id now stands for, or null. */
export async function resolveId(db: Db, id: string): Promise<string | null> {
  let at = id;
  for (let hop = 0; hop < HOPS; hop++) {
    const head = await get<HeadItem>(db, keys.commitmentKey(at));
    if (!head) return null;
    if (head.body) return at;
    if (!head.mergedInto) return null;
    at = head.mergedInto;
  }
  return null;
}

/** Ids of commitments whose next look falls between two instants, soonest first: the alert sweep's question. */
export async function* dueForLook(db: Db, from: Date, to: Date): AsyncGenerator<string> {
  const lastDay = to.toISOString().slice(0, 10);
  for (let day = from.toISOString().slice(0, 10); day <= lastDay; day = dayAfter(day)) {
    const looks = each<Key>(db, {
      index: 'next',
      condition: 'nextPk = :pk AND nextSk BETWEEN :from AND :to',
      values: { ':pk': keys.nextPk(day), ':from': from.toISOString(), ':to': `${to.toISOString()}~` },
    });
    for await (const { pk } of looks) yield keys.commitmentIn(pk);
  }
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
