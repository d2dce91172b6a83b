import type { Db, Item } from '../../dynamo.ts';
import { all, get, pendingKeys, put, update } from '../../items.ts';
import { statusOf } from '../status.ts';
import type { Coverage } from '../types.ts';
import type { HeadItem, Logged } from './head.ts';
import * as keys from './keys.ts';
import { unpack } from './packed.ts';

/** A line of the change log. A copy of the ledger is made by applying them in order, the last of an id winning. */
export interface LogEntry extends Item {
  /** From 1, without gaps. */
  sequence: number;
  id: string;
  kind: 'upsert' | 'tombstone';
  /** For a tombstone: the id that took its place, or null where its mentions were retracted. */
  mergedInto: string | null;
  recordedAt: string;
  /** The commitment, packed; absent in a tombstone. */
  body?: Uint8Array;
  /** The write that it numbers. */
  of: string;
  before: Logged | null;
  after: Logged | null;
}

interface Lease {
  owner: string;
  until: string;
  last: number;
}

/** Changes whose counts are moved together: one write for each count, not one for each change. */
const TOGETHER = 50;
/** How long a sequencer may be silent before another takes over, in milliseconds. */
const LEASE_MS = 60_000;

/**
 * Numbers pending changes: one at a time, by whoever holds the lease, each once and without gaps. Safe to call from
 * several places; those without the lease do nothing.
 * @param owner name of the caller, different for each run.
 * @returns how many changes were numbered, or null where another holds the lease.
 */
export async function numberChanges(
  db: Db,
  owner: string,
  now: Date,
  coverage: Coverage,
  limit = 500,
): Promise<number | null> {
  const lease = await takeLease(db, owner, now);
  if (!lease) return null;
  let { last } = lease;
  let numbered = 0;
  const ids: string[] = [];
  for await (const { pk } of pendingKeys(db, keys.CHANGE_PENDING, '~', limit)) ids.push(keys.commitmentIn(pk));
  // A run that was cut off may have written entries that it did not count.
  const left: LogEntry[] = [];
  for (
    let over = await get<LogEntry>(db, keys.logKey(last + 1));
    over;
    over = await get<LogEntry>(db, keys.logKey(last + 1))
  ) {
    left.push(over);
    last++;
  }
  await finish(db, left);
  for (let isOurs = true; isOurs && ids.length > 0; ) {
    const entries: LogEntry[] = [];
    for (const id of ids.splice(0, TOGETHER)) {
      const entry = await entryFor(db, id, last + 1, coverage, now);
      if (!entry) continue;
      // Somebody else has taken over: the lease was lost while this run was held up.
      isOurs = await put(db, { ...keys.logKey(entry.sequence), ...entry }, 'attribute_not_exists(pk)');
      if (!isOurs) break;
      entries.push(entry);
      last++;
    }
    await finish(db, entries);
    numbered += entries.length;
  }
  await update(db, keys.SEQUENCER, 'SET #last = :last, #until = :now', '#owner = :owner AND #last <= :last', {
    names: { '#last': 'last', '#until': 'until', '#owner': 'owner' },
    values: { ':last': last, ':owner': owner, ':now': now.toISOString() },
  });
  return numbered;
}

async function takeLease(db: Db, owner: string, now: Date): Promise<Lease | null> {
  const until = new Date(now.getTime() + LEASE_MS).toISOString();
  return update<Lease>(
    db,
    keys.SEQUENCER,
    'SET #owner = :owner, #until = :until, #last = if_not_exists(#last, :zero)',
    'attribute_not_exists(pk) OR #until <= :now OR #owner = :owner',
    {
      names: { '#owner': 'owner', '#until': 'until', '#last': 'last' },
      values: { ':owner': owner, ':until': until, ':zero': 0, ':now': now.toISOString() },
    },
  );
}

/** The entry for a commitment's pending change; null where it has been numbered since the index was read. */
async function entryFor(db: Db, id: string, sequence: number, coverage: Coverage, now: Date): Promise<LogEntry | null> {
  const items = await all<HeadItem & { logged?: Logged; of?: string }>(db, {
    condition: 'pk = :pk AND sk BETWEEN :from AND :to',
    values: { ':pk': keys.commitmentKey(id).pk, ':from': 'HEAD', ':to': 'LOGGED' },
  });
  const head = items.find((item) => item.sk === 'HEAD');
  const logged = items.find((item) => item.sk === 'LOGGED');
  if (!head?.pendingPk) return null;
  const commitment = head.body ? unpack(head.body) : null;
  const { loggedOf } = await import('./head.ts');
  return {
    sequence,
    id,
    kind: commitment ? 'upsert' : 'tombstone',
    mergedInto: head.mergedInto ?? null,
    recordedAt: head.recordedAt,
    ...(head.body ? { body: head.body } : {}),
    of: `${head.basis}#${head.hash}#${head.status ?? ''}`,
    before: logged?.logged ?? null,
    after: commitment ? loggedOf(commitment, head.status ?? statusOf(commitment, coverage, now).status) : null,
  };
}

/**
 * What follows from numbered changes, which follow one another: the counts, what was said last, and the marks taken off.
 * Each may run twice.
 */
async function finish(db: Db, entries: readonly LogEntry[]): Promise<void> {
  const counted = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    for (const of of ['all', ...new Set([...(entry.before?.actors ?? []), ...(entry.after?.actors ?? [])])]) {
      counted.set(of, [...(counted.get(of) ?? []), entry]);
    }
  }
  for (const [of, own] of counted) {
    if ((await count(db, of, own)) || own.length === 1) continue;
    // Somebody has counted some of them, or all.
    for (const entry of own) await count(db, of, [entry]);
  }
  for (const entry of entries) {
    await put(db, { ...keys.loggedKey(entry.id), logged: entry.after, sequence: entry.sequence, of: entry.of });
    const [basis, hash, status] = entry.of.split('#');
    await update(
      db,
      keys.commitmentKey(entry.id),
      'REMOVE pendingPk, pendingSk',
      status ? 'basis = :basis AND #hash = :hash AND #status = :status' : 'basis = :basis AND #hash = :hash',
      {
        names: { '#hash': 'hash', ...(status ? { '#status': 'status' } : {}) },
        values: { ':basis': Number(basis), ':hash': hash, ...(status ? { ':status': status } : {}) },
      },
    );
  }
}

/**
 * Moves a count from what was said before some changes to what is said after them; once for each sequence number.
 * @returns false where one of them, or a later one, has been counted.
 */
async function count(db: Db, of: string, entries: readonly LogEntry[]): Promise<boolean> {
  const moves = new Map<string, number>();
  const move = (logged: Logged | null, by: number): void => {
    if (logged === null || (of !== 'all' && !logged.actors.includes(of))) return;
    const names = [
      `status:${logged.status}`,
      `topic:${logged.topic}`,
      `type:${logged.type}`,
      `month:${logged.month}`,
      'total',
    ];
    for (const name of names) moves.set(name, (moves.get(name) ?? 0) + by);
  };
  for (const { before, after } of entries) {
    move(before, -1);
    move(after, 1);
  }
  const changed = [...moves].filter(([, by]) => by !== 0);
  // Some that cancel each other out are noted all the same: who has read only part of them must not count that.
  if (changed.length === 0 && entries.length === 1) return true;
  const names = Object.fromEntries(changed.map(([name], i) => [`#c${i}`, name]));
  const values = Object.fromEntries(changed.map(([, by], i) => [`:c${i}`, by]));
  const adds = changed.map((_, i) => `#c${i} :c${i}`).join(', ');
  const moved = await update(
    db,
    keys.statsKey(of),
    `SET upTo = :last${adds && ` ADD ${adds}`}`,
    'attribute_not_exists(upTo) OR upTo < :first',
    { names, values: { ...values, ':first': entries[0]!.sequence, ':last': entries.at(-1)!.sequence } },
  );
  return moved !== null;
}
