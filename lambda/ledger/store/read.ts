import { createHash } from 'node:crypto';
import type { Db, Item } from '../../dynamo.ts';
import type { Topic } from '../../extract/types.ts';
import { blocksOf } from '../model/blocks.ts';
import { lineageRoot } from '../model/lineage.ts';
import { commitmentAt, commitmentOf, type Joined, promisesOf } from '../model/model.ts';
import { statusOf } from '../status.ts';
import type { Commitment, Coverage, Event, Report, Review, Status, StoredMention } from '../types.ts';
import { actorsOf, type HeadItem, unpack } from './head.ts';
import { all, get, getMany, page } from './items.ts';
import * as keys from './keys.ts';

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

/** Heads read for one page, at most, as a multiple of its length. */
const BUDGET = 8;

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
  for (;;) {
    const { lines, last } = await source(from, Math.min(limit, budget));
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

function fromList(db: Db, list: keys.ListName, range: ReturnType<typeof statedRange>, reverse: boolean): Source {
  return async (from, limit) => {
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
    const found = await page<HeadItem>(db, {
      index,
      condition: `${index}Pk = :pk AND ${index}Sk BETWEEN :from AND :to`,
      values: { ':pk': pk, ...range },
      descending: !reverse,
      limit,
      ...(from ? { from } : {}),
    });
    return { lines: found.items.map((head) => indexLine(head, index)), last: found.last };
  };
}

function indexLine(head: HeadItem, index: string): Line {
  const at = { pk: head.pk, sk: head.sk, [`${index}Pk`]: head[`${index}Pk`], [`${index}Sk`]: head[`${index}Sk`] };
  return { head, at, isCurrent: () => true };
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
      const found = await page<HeadItem>(db, {
        index: 'due',
        condition: 'duePk = :pk AND dueSk BETWEEN :from AND :to',
        values: { ':pk': keys.duePk(String(year)), ':from': fromDay, ':to': `${toDay}~` },
        descending: reverse,
        limit,
        ...(start ? { from: start } : {}),
      });
      if (found.items.length === 0 && !found.last && year !== end) continue;
      const next = found.last ?? (year === end ? null : { duePk: keys.duePk(String(year + step)) });
      return { lines: found.items.map((head) => indexLine(head, 'due')), last: next };
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
  throw new CursorError('this cursor does not belong to this query');
}

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

/** Commitments whose next look falls between two instants, soonest first: the alert sweep's question. */
export async function* dueForLook(db: Db, from: Date, to: Date): AsyncGenerator<Commitment> {
  const lastDay = to.toISOString().slice(0, 10);
  for (let day = from.toISOString().slice(0, 10); day <= lastDay; day = dayAfter(day)) {
    let start: Item | undefined;
    do {
      const found = await page<HeadItem>(db, {
        index: 'next',
        condition: 'nextPk = :pk AND nextSk BETWEEN :from AND :to',
        values: { ':pk': keys.nextPk(day), ':from': from.toISOString(), ':to': `${to.toISOString()}~` },
        ...(start ? { from: start } : {}),
      });
      for (const head of found.items) if (head.body) yield unpack(head.body);
      start = found.last ?? undefined;
    } while (start);
  }
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * A commitment as of a moment.
 * @param sense `known`: what the ledger said then, from what was recorded by then; `valid`: what today's knowledge says of then.
 * @returns null where nothing was known or published by then.
 */
export async function commitmentAsOf(
  db: Db,
  id: string,
  at: Date,
  sense: 'known' | 'valid',
): Promise<Commitment | null> {
  const found = await getCommitment(db, id);
  if (!found) return null;
  const blocks = new Set(found.commitment.mentions.flatMap(blocksOf));
  const mentions: StoredMention[] = [];
  const reports: Report[] = [];
  const reviews: Review[] = [];
  for (const block of [...blocks].sort()) {
    for (const { sk, data } of await all<{ sk: string; data: unknown }>(db, {
      condition: 'pk = :pk',
      values: { ':pk': keys.blockPk(block) },
    })) {
      if (sk.startsWith('M#')) mentions.push(data as StoredMention);
      if (sk.startsWith('R#')) reports.push(data as Report);
      if (sk.startsWith('V#')) reviews.push(data as Review);
    }
  }
  const key = found.commitment.block;
  const holds = (joined: Joined): boolean =>
    joined.cluster.members.some((m) => found.commitment.mentions.some((x) => x.id === m.mention.id));
  if (sense === 'valid') {
    const joined = promisesOf({ key, mentions, reports, reviews }).find(holds);
    return joined ? commitmentAt(joined, at) : null;
  }
  const by = at.getTime();
  const known = <T extends { recordedAt: string; retractedAt?: string }>(list: T[]): T[] =>
    list
      .filter((x) => Date.parse(x.recordedAt) <= by)
      .map((x) => (x.retractedAt && Date.parse(x.retractedAt) > by ? { ...x, retractedAt: undefined } : x));
  const joined = promisesOf({
    key,
    mentions: known(mentions),
    reports: known(reports),
    reviews: reviews.filter((r) => Date.parse(r.at) <= by),
  }).find(holds);
  return joined ? commitmentOf(joined) : null;
}
