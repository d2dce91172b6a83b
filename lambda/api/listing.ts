import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { getMany } from '../items.ts';
import { lineageRoot } from '../ledger/model/lineage.ts';
import { findCommitments } from '../ledger/search/find.ts';
import { statusOf } from '../ledger/status.ts';
import { statsByStatus } from '../ledger/store/changes.ts';
import { actorsOf, type HeadItem } from '../ledger/store/head.ts';
import { commitmentKey } from '../ledger/store/keys.ts';
import { CursorError, type ListFilter, listCommitments } from '../ledger/store/list.ts';
import { unpack } from '../ledger/store/packed.ts';
import type { Commitment, Coverage, Party, Status } from '../ledger/types.ts';
import { coverageNow } from './coverage.ts';
import { count, cursor, fieldsOf, filters, lang, moment, oneOf, optional } from './parameters.ts';
import { Problem } from './problem.ts';
import type { ApiRequest } from './request.ts';
import { type Judged, SUMMARY_MEMBERS } from './view.ts';

export const MOST_PER_PAGE = 100;
export const SORTS = ['-stated', 'stated', 'due', '-due'] as const;

/** Query of everything that lists commitments. */
export const listQuery = z.strictObject({
  ...filters,
  sort: optional(
    oneOf(SORTS),
    'By first mention or by due day; - for descending. Newest first where it is not given; by due day, what has none is left out',
  ),
  valid_at: optional(moment, 'See every commitment as today’s knowledge has it of that day', '2022-07-25'),
  limit: count(1, MOST_PER_PAGE, 25, 'Most items of a page; a page may be shorter and still have a next'),
  cursor: optional(cursor, 'next of the page before, with the same parameters'),
  fields: optional(
    fieldsOf(SUMMARY_MEMBERS),
    'Members to give, with commas between (JSON and NDJSON)',
    'id,status,deadline',
  ),
  lang,
});
export type ListQuery = z.output<typeof listQuery>;

export interface Listed {
  items: Judged[];
  next: string | null;
}

/** Heads that a search may read for one page, as a multiple of its length. */
const SEARCH_BUDGET = 4;

/**
 * One page of commitments as a query asks for them.
 * @throws Problem 400 for a cursor of another query, a range that ends before it begins, or an order a search has not.
 */
export async function listed({ db, now }: Pick<ApiRequest, 'db' | 'now'>, query: ListQuery): Promise<Listed> {
  checkRanges(query);
  const coverage = await coverageNow(db, now);
  const own = ownOf(query);
  const from = query.cursor ? opened(query.cursor, own) : null;
  const found = query.q
    ? await searched(db, query, from, coverage, now)
    : await byIndex(db, query, from, coverage, now);
  const next = found.next === null ? null : `${own}.${found.next}`;
  if (!query.valid_at) {
    return { items: found.items.map((c) => ({ commitment: c, result: statusOf(c, coverage, now) })), next };
  }
  const at = query.valid_at;
  const then = await Promise.all(found.items.map((c) => judgedAt(db, c.id, at, coverage)));
  // Seen from another day the status is another: it is filtered here, and a page may be short.
  const items = then.filter(
    (item): item is Judged => item !== null && (!query.status || item.result.status === query.status),
  );
  return { items, next };
}

type Db = ApiRequest['db'];

async function byIndex(db: Db, query: ListQuery, from: string | null, coverage: Coverage, now: Date) {
  try {
    return await listCommitments(db, {
      limit: query.limit,
      cursor: from,
      coverage,
      now,
      reverse: query.sort === 'stated' || query.sort === '-due',
      filter: await filterOf(db, query),
      where: (c, status) => accepts(query, c, status),
    });
  } catch (error) {
    const isForged = from !== null && error instanceof Error && error.name === 'ValidationException';
    if (error instanceof CursorError || isForged) throw badCursor();
    throw error;
  }
}

async function searched(db: Db, query: ListQuery, from: string | null, coverage: Coverage, now: Date) {
  const items: Commitment[] = [];
  let before = from === null ? null : Buffer.from(from, 'base64url').toString('utf8');
  let budget = query.limit * SEARCH_BUDGET;
  for (;;) {
    const { hits, next } = await findCommitments(db, query.q ?? '', { before, limit: query.limit });
    const heads = new Map(
      (
        await getMany<HeadItem>(
          db,
          hits.map((hit) => commitmentKey(hit.id)),
        )
      ).map((head) => [head.id, head]),
    );
    for (const hit of hits) {
      before = hit.at;
      budget--;
      const head = heads.get(hit.id);
      if (!head?.body || head.topicSk !== hit.at) continue;
      const commitment = unpack(head.body);
      if (!accepts(query, commitment, statusOf(commitment, coverage, now).status)) continue;
      items.push(commitment);
      if (items.length === query.limit) {
        const isLast = next === null && hit === hits.at(-1);
        return { items, next: isLast ? null : encoded(hit.at) };
      }
    }
    if (next === null) return { items, next: null };
    before = next;
    if (budget <= 0 || hits.length === 0) return { items, next: encoded(next) };
  }
}

const encoded = (at: string): string => Buffer.from(at).toString('base64url');

/** A commitment as it was at a moment, by today's knowledge; null before it was stated. */
export async function judgedAt(db: Db, id: string, at: Date, coverage: Coverage): Promise<Judged | null> {
  const { commitmentAsOf } = await import('../ledger/store/as-of.ts');
  const commitment = await commitmentAsOf(db, id, at, 'valid');
  return commitment && { commitment, result: statusOf(commitment, coverage, at) };
}

/** Days in Jakarta as instants. */
const startOf = (day: string): string => `${day}T00:00:00+07:00`;
const endOf = (day: string): string => `${day}T23:59:59.999+07:00`;

/** What the store can narrow by its keys. Of several actors, the one with the fewest commitments is the index. */
async function filterOf(db: Db, query: ListQuery): Promise<ListFilter> {
  const actors = [query.actor, query.obligor, query.regulator, query.platform, query.official].filter(
    (id) => id !== undefined,
  );
  const bySort = query.sort === 'due' || query.sort === '-due';
  const statedTo = [query.stated_to && endOf(query.stated_to), query.valid_at?.toISOString()]
    .filter((instant) => instant !== undefined)
    .sort((a, b) => Date.parse(a) - Date.parse(b))[0];
  const [actor] = bySort ? [] : await rarestFirst(db, actors);
  return {
    ...(actor ? { actor } : {}),
    ...(query.outlet && !bySort ? { outlet: query.outlet } : {}),
    ...(query.due_from || bySort ? { dueFrom: query.due_from ?? '2010-01-01' } : {}),
    ...(query.due_to ? { dueTo: query.due_to } : {}),
    ...(query.topic ? { topic: query.topic } : {}),
    ...(query.status && !query.valid_at ? { status: query.status } : {}),
    ...(query.stated_from ? { statedFrom: startOf(query.stated_from) } : {}),
    ...(statedTo ? { statedTo } : {}),
  };
}

async function rarestFirst(db: Db, actors: string[]): Promise<string[]> {
  if (actors.length < 2) return actors;
  const counted = await Promise.all(
    actors.map(async (id) => ({ id, total: (await statsByStatus(db, lineageRoot(id))).total })),
  );
  return counted.sort((a, b) => a.total - b.total).map(({ id }) => id);
}

const everyone = (c: Commitment): Party[] => [...c.obligors, ...c.counterparties, ...(c.speaker ? [c.speaker] : [])];

/** True where a commitment is what a query asks for, whatever index it was found by. */
export function accepts(query: ListQuery, c: Commitment, status: Status): boolean {
  const takesPart = (id: string): boolean => actorsOf(c).includes(lineageRoot(id));
  const stated = Date.parse(c.statedAt);
  const dueDay = query.due_from || query.due_to ? (statusOf(c, 'complete', new Date(0)).due.day ?? '') : '';
  const rules: (boolean | undefined)[] = [
    query.status && !query.valid_at ? status === query.status : undefined,
    query.topic && c.topic === query.topic,
    query.type && c.type === query.type,
    query.outlet && c.outlets.includes(query.outlet),
    query.actor && takesPart(query.actor),
    query.regulator && takesPart(query.regulator),
    query.platform && takesPart(query.platform),
    query.official && everyone(c).some((party) => party.actor === query.official),
    query.obligor && obligorsOf(c).includes(lineageRoot(query.obligor)),
    query.confidence_min !== undefined ? c.confidence >= query.confidence_min : undefined,
    query.reviewed !== undefined ? c.reviewed.length > 0 === query.reviewed : undefined,
    query.sample !== undefined ? c.mentions.every((m) => m.article.sample) === query.sample : undefined,
    query.stated_from ? stated >= Date.parse(startOf(query.stated_from)) : undefined,
    query.stated_to ? stated <= Date.parse(endOf(query.stated_to)) : undefined,
    query.valid_at ? stated <= query.valid_at.getTime() : undefined,
    query.due_from ? dueDay >= query.due_from : undefined,
    query.due_to ? dueDay !== '' && dueDay <= query.due_to : undefined,
  ].map((rule) => (rule === undefined ? undefined : Boolean(rule)));
  return rules.every((rule) => rule !== false);
}

/** Lineages of everyone who must act. */
export const obligorsOf = (c: Commitment): string[] => actorsOf({ ...c, counterparties: [], speaker: null });

function checkRanges(query: ListQuery): void {
  const wrong = (name: string, detail: string): Problem =>
    new Problem(400, 'Bad request', `query/${name}: ${detail}`, { errors: [{ pointer: `query/${name}`, detail }] });
  if (query.due_from && query.due_to && query.due_from > query.due_to)
    throw wrong('due_to', 'a day not before due_from');
  if (query.stated_from && query.stated_to && query.stated_from > query.stated_to) {
    throw wrong('stated_to', 'a day not before stated_from');
  }
  if (query.q && query.sort && query.sort !== '-stated')
    throw wrong('sort', '-stated: what is searched for comes newest first');
}

/** A cursor is good for one query: everything but the page's length, its language and its members is part of it. */
function ownOf({ limit: _l, cursor: _c, lang: _g, fields: _f, ...rest }: ListQuery): string {
  return createHash('sha256')
    .update(JSON.stringify(rest))
    .digest('base64url')
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 8);
}

function opened(text: string, own: string): string {
  if (!text.startsWith(`${own}.`)) throw badCursor();
  return text.slice(own.length + 1);
}

const badCursor = (): Problem =>
  new Problem(400, 'Bad request', 'query/cursor: this cursor does not belong to this query', {
    errors: [{ pointer: 'query/cursor', detail: 'take it from "next" of the page before, with the same parameters' }],
  });
