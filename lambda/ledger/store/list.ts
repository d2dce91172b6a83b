import { createHash } from 'node:crypto';
import type { Db, Item } from '../../dynamo.ts';
import type { Topic } from '../../extract/types.ts';
import { getMany, type Key, page } from '../../items.ts';
import { lineageRoot } from '../model/lineage.ts';
import { statusOf } from '../status.ts';
import type { Commitment, Coverage, Status } from '../types.ts';
import { actorsOf, type HeadItem } from './head.ts';
import * as keys from './keys.ts';
import { unpack } from './packed.ts';

/** What a list may be narrowed to. The first of actor, outlet, due, status and topic that is given is the index. */
export interface ListFilter {
  /** Gazetteer id (any of a lineage) or the key of a name no list knows. */
  actor?: string;
  outlet?: string;
  /** First and last due day, `YYYY-MM-DD`. */
  dueFrom?: string;
  dueTo?: string;
  /** As evaluated now; a change that no sweep has stored yet is seen minutes late. */
  status?: Status;
  topic?: Topic;
  /** First and last instant of the first mention, ISO 8601: a range of the keys of every list but that of due days. */
  statedFrom?: string;
  statedTo?: string;
}

export interface ListQuery {
  filter?: ListFilter;
  /** 1 to 100; 25 by default. */
  limit?: number;
  /** `next` of the page before, for the same filter. */
  cursor?: string | null;
  coverage?: Coverage;
  now?: Date;
  /** Oldest first (by due day: latest first). */
  reverse?: boolean;
  /** Anything else that must hold, within the read budget: a page may then be short and still have a cursor. */
  where?: (commitment: Commitment, status: Status) => boolean;
}

export interface ListPage {
  items: Commitment[];
  next: string | null;
}

/** A cursor that is none, or that belongs to another query. */
export class CursorError extends Error {
  override name = 'CursorError';
}

const NOT_HERE = 'this cursor does not belong to this query';

/** Heads read for one page, at most, as a multiple of its length. */
const BUDGET = 8;
/** Heads read in one request, at most. */
const MOST_AT_ONCE = 100;

/** Commitments by an index, newest first (by due day: soonest first). The cost does not depend on the table's size. */
export async function listCommitments(db: Db, query: ListQuery = {}): Promise<ListPage> {
  const { filter = {}, coverage = new Map(), now = new Date() } = query;
  const limit = Math.min(Math.max(query.limit ?? 25, 1), 100);
  if (isEmptyRange(filter)) return { items: [], next: null };
  const source = sourceOf(db, filter, query.reverse ?? false);
  const own = createHash('sha256')
    .update(JSON.stringify(query.reverse ? [filter, 'reverse'] : filter))
    .digest('base64url')
    .slice(0, 8);
  let from = query.cursor ? decode(query.cursor, own) : null;
  const items: Commitment[] = [];
  let budget = limit * BUDGET;
  // What few fit is read in growing bites: as many heads in half as many requests.
  let bite = limit;
  for (;;) {
    const { lines, last } = await source(from, Math.min(bite, budget)).catch((error: unknown) => {
      // A key that is none of this list: somebody wrote the cursor themselves.
      if (query.cursor && error instanceof Error && error.name === 'ValidationException')
        throw new CursorError(NOT_HERE);
      throw error;
    });
    for (const [i, line] of lines.entries()) {
      budget--;
      from = line.at;
      if (!line.head?.body || !line.isCurrent(line.head)) continue;
      const commitment = unpack(line.head.body);
      const { status } = statusOf(commitment, coverage, now);
      if (!matches(commitment, status, filter) || query.where?.(commitment, status) === false) continue;
      items.push(commitment);
      if (items.length === limit) {
        const more = i + 1 < lines.length || last !== null;
        return { items, next: more ? encode(from, own) : null };
      }
    }
    if (last === null) return { items, next: null };
    from = last;
    bite = Math.min(bite * 2, MOST_AT_ONCE);
    if (budget <= 0) return { items, next: encode(from, own) };
  }
}

interface Line {
  head: HeadItem | null;
  /** Key from which the list goes on behind this line. */
  at: Item;
  /** The line may be left over from an earlier state of its commitment. */
  isCurrent(head: HeadItem): boolean;
}

type Source = (from: Item | null, limit: number) => Promise<{ lines: Line[]; last: Item | null }>;

function sourceOf(db: Db, filter: ListFilter, reverse: boolean): Source {
  const range = statedRange(filter);
  if (filter.actor) return fromList(db, `actor:${lineageRoot(filter.actor)}`, range, reverse);
  if (filter.outlet) return fromList(db, `outlet:${filter.outlet}`, range, reverse);
  if (filter.dueFrom || filter.dueTo)
    return byDue(db, filter.dueFrom ?? `${FIRST_YEAR}-01-01`, filter.dueTo ?? `${LAST_YEAR}-12-31`, reverse);
  if (filter.status) return byIndex(db, 'status', keys.statusPk(filter.status), range, reverse);
  if (filter.topic) return byIndex(db, 'topic', keys.topicPk(filter.topic), range, reverse);
  return fromList(db, 'all', range, reverse);
}

/** An index refuses a range that ends before it begins. */
const isEmptyRange = ({ dueFrom, dueTo, statedFrom, statedTo }: ListFilter): boolean =>
  (dueFrom ?? '') > (dueTo ?? '~') || (statedFrom && statedTo ? Date.parse(statedFrom) > Date.parse(statedTo) : false);

/** First and last sort key of what was first stated in the filter's range. */
const statedRange = (filter: ListFilter): { ':from': string; ':to': string } => ({
  ':from': filter.statedFrom ? new Date(filter.statedFrom).toISOString() : '0',
  ':to': filter.statedTo ? `${new Date(filter.statedTo).toISOString()}~` : '~',
});

/** A cursor says where in its own list it stood; anything else was written by somebody else. */
function belongs(from: Item | null, name: string, value: string): void {
  if (from && from[name] !== value) throw new CursorError(NOT_HERE);
}

function fromList(db: Db, list: keys.ListName, range: ReturnType<typeof statedRange>, reverse: boolean): Source {
  return async (from, limit) => {
    belongs(from, 'pk', keys.listPk(list));
    const found = await page<{ pk: string; sk: string; id: string }>(db, {
      condition: 'pk = :pk AND sk BETWEEN :from AND :to',
      values: { ':pk': keys.listPk(list), ...range },
      descending: !reverse,
      limit,
      ...(from ? { from } : {}),
    });
    const heads = await getMany<HeadItem>(
      db,
      found.items.map((line) => keys.commitmentKey(line.id)),
    );
    const byId = new Map(heads.map((head) => [head.id, head]));
    const lines = found.items.map(({ pk, sk, id }) => ({
      head: byId.get(id) ?? null,
      at: { pk, sk },
      isCurrent: (head: HeadItem) => head.topicSk === sk,
    }));
    return { lines, last: found.last };
  };
}

function byIndex(
  db: Db,
  index: 'status' | 'topic',
  pk: string,
  range: ReturnType<typeof statedRange>,
  reverse: boolean,
): Source {
  return async (from, limit) => {
    belongs(from, `${index}Pk`, pk);
    const found = await page<Key & Item>(db, {
      index,
      condition: `${index}Pk = :pk AND ${index}Sk BETWEEN :from AND :to`,
      values: { ':pk': pk, ...range },
      descending: !reverse,
      limit,
      ...(from ? { from } : {}),
    });
    return { lines: await indexLines(db, found.items, index), last: found.last };
  };
}

/** The heads that entries of an index stand for; where one has moved within it since, the entry is left over. */
async function indexLines(db: Db, entries: readonly (Key & Item)[], index: string): Promise<Line[]> {
  const heads = new Map((await getMany<HeadItem>(db, entries)).map((head) => [head.pk, head]));
  return entries.map((at) => ({
    head: heads.get(at.pk) ?? null,
    at,
    isCurrent: (head) => head[`${index}Pk`] === at[`${index}Pk`] && head[`${index}Sk`] === at[`${index}Sk`],
  }));
}

/** The index is cut by year: a page that ends one goes on in the next. */
function byDue(db: Db, fromDay: string, toDay: string, reverse: boolean): Source {
  const first = Math.max(Number(fromDay.slice(0, 4)), FIRST_YEAR);
  const last = Math.min(Number(toDay.slice(0, 4)), LAST_YEAR);
  const [begin, end, step] = reverse ? [last, first, -1] : [first, last, 1];
  return async (from, limit) => {
    let year = from ? Number(String(from.duePk).slice(-4)) : begin;
    let start = from && 'pk' in from ? from : null;
    for (; (end - year) * step >= 0; year += step, start = null) {
      const found = await page<Key & Item>(db, {
        index: 'due',
        condition: 'duePk = :pk AND dueSk BETWEEN :from AND :to',
        values: { ':pk': keys.duePk(String(year)), ':from': fromDay, ':to': `${toDay}~` },
        descending: reverse,
        limit,
        ...(start ? { from: start } : {}),
      });
      if (found.items.length === 0 && !found.last && year !== end) continue;
      const next = found.last ?? (year === end ? null : { duePk: keys.duePk(String(year + step)) });
      return { lines: await indexLines(db, found.items, 'due'), last: next };
    }
    return { lines: [], last: null };
  };
}

/** No deadline of the news read here lies outside. */
const FIRST_YEAR = 2010;
const LAST_YEAR = 2060;

function matches(c: Commitment, status: Status, filter: ListFilter): boolean {
  if (filter.status && status !== filter.status) return false;
  if (filter.topic && c.topic !== filter.topic) return false;
  if (filter.outlet && !c.outlets.includes(filter.outlet)) return false;
  if (filter.statedFrom && Date.parse(c.statedAt) < Date.parse(filter.statedFrom)) return false;
  if (filter.statedTo && Date.parse(c.statedAt) > Date.parse(filter.statedTo)) return false;
  if (filter.actor && !actorsOf(c).includes(lineageRoot(filter.actor))) return false;
  if (filter.dueFrom || filter.dueTo) {
    const day = statusOf(c, 'complete', new Date(0)).due.day;
    if (!day || (filter.dueFrom && day < filter.dueFrom) || (filter.dueTo && day > filter.dueTo)) return false;
  }
  return true;
}

const encode = (from: Item, own: string): string => Buffer.from(JSON.stringify([own, from])).toString('base64url');

function decode(cursor: string, own: string): Item {
  try {
    const [of, from] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [string, Item];
    if (of === own && typeof from === 'object' && from !== null) return from;
  } catch {
    // Fall through: whatever it is, it is no cursor of this query.
  }
  throw new CursorError(NOT_HERE);
}
