import * as z from 'zod/mini';
import type { Db } from '../dynamo.ts';
import { actorById, type GazetteerActor, gazetteer } from '../extract/actors/gazetteer.ts';
import { getMany } from '../items.ts';
import { lineageRoot } from '../ledger/model/lineage.ts';
import { statsByStatus } from '../ledger/store/changes.ts';
import { statsKey } from '../ledger/store/keys.ts';
import type { Commitment } from '../ledger/types.ts';
import { type Listed, listed, listQuery, MOST_PER_PAGE, obligorsOf } from './listing.ts';
import { count, cursor, lang, oneOf, optional, yesNo } from './parameters.ts';
import { notFound, Problem } from './problem.ts';
import { json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import type { Input } from './route.ts';
import { type Judged, summary } from './view.ts';

export const actorsQuery = z.strictObject({
  kind: optional(oneOf(['regulator', 'official', 'platform', 'company', 'group', 'person']), 'Kind of actor'),
  recorded: optional(yesNo, 'Whether any commitment is recorded of it'),
  limit: count(1, 200, 100, 'Most items of a page'),
  cursor: optional(cursor, 'next of the page before'),
  lang,
});

/** An actor as the API shows it. */
const actorView = (a: GazetteerActor) => ({
  id: a.id,
  kind: a.kind,
  name: a.name,
  aliases: [...a.aliases],
  company: a.company ?? null,
  from: a.from ?? null,
  to: a.to ?? null,
  predecessor: a.predecessor ?? null,
  successor: a.successor ?? null,
  lineage: lineageRoot(a.id),
  posts: (a.posts ?? []).map(({ org, post, from, to }) => ({ org, post, from: from ?? null, to: to ?? null })),
  verified: a.verified,
});
export type ActorLine = ReturnType<typeof actorView> & { commitments: number };

const KEEP_MS = 60_000;
const kept = new WeakMap<Db, { at: number; counts: Promise<Map<string, number>> }>();

/** Commitments of every lineage that any listed actor belongs to; kept for a minute. */
function countsNow(db: Db, now: Date): Promise<Map<string, number>> {
  const known = kept.get(db);
  if (known && now.getTime() - known.at < KEEP_MS) return known.counts;
  const roots = [...new Set(gazetteer.map((actor) => lineageRoot(actor.id)))];
  const counts = getMany<{ pk: string; total?: number }>(
    db,
    roots.map((root) => statsKey(root)),
  ).then((items) => new Map(items.map((item) => [item.pk, item.total ?? 0])));
  kept.set(db, { at: now.getTime(), counts });
  counts.catch(() => kept.delete(db));
  return counts;
}

/** `GET /v1/actors`: who is listed, by name. */
export async function actors(
  request: ApiRequest,
  { query }: Input<z.output<typeof actorsQuery>, undefined>,
): Promise<Reply> {
  const counts = await countsNow(request.db, request.now);
  const lines: ActorLine[] = gazetteer
    .map((a) => ({ ...actorView(a), commitments: counts.get(statsKey(lineageRoot(a.id)).pk) ?? 0 }))
    .filter(
      (a) =>
        (!query.kind || a.kind === query.kind) &&
        (query.recorded === undefined || a.commitments > 0 === query.recorded),
    )
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const after = query.cursor ? Buffer.from(query.cursor, 'base64url').toString('utf8') : '';
  if (query.cursor && !actorById(after)) {
    throw new Problem(400, 'Bad request', 'query/cursor: this cursor does not belong to this query', {
      errors: [{ pointer: 'query/cursor', detail: 'take it from "next" of the page before' }],
    });
  }
  const rest = lines.filter((a) => a.id > after);
  const items = rest.slice(0, query.limit);
  const next = rest.length > items.length ? Buffer.from(items.at(-1)?.id ?? '').toString('base64url') : null;
  return json({ items, next }, { maxAge: 300 });
}

/** Everybody of whom something is recorded, the busiest first; a lineage once. */
export async function recorded(request: ApiRequest): Promise<ActorLine[]> {
  const counts = await countsNow(request.db, request.now);
  const seen = new Set<string>();
  return gazetteer
    .map((a) => ({ ...actorView(a), commitments: counts.get(statsKey(lineageRoot(a.id)).pk) ?? 0 }))
    .filter(
      (a) => a.commitments > 0 && a.kind !== 'official' && a.id === a.lineage && !seen.has(a.id) && seen.add(a.id),
    )
    .sort((a, b) => b.commitments - a.commitments || (a.name < b.name ? -1 : 1));
}

/** Commitments that an actor's record is made from, at most. */
const MOST_OF_RECORD = 200;

/**
 * An actor, the latest commitments it takes part in, those of them that are its own, and what became of these.
 * @throws Problem 404 where nobody is listed under the id.
 */
export async function recordFor(request: ApiRequest) {
  const row = actorById(request.params.id ?? '');
  if (!row) throw notFound(`there is no actor ${(request.params.id ?? '').slice(0, 80)}; /v1/actors lists them`);
  const filter = row.kind === 'official' ? { official: row.id } : { actor: row.id };
  const query = z.parse(listQuery, filter);
  const items: Judged[] = [];
  let page: Listed;
  let from: string | undefined;
  do {
    page = await listed(request, { ...query, limit: MOST_PER_PAGE, cursor: from });
    items.push(...page.items);
    from = page.next ?? undefined;
  } while (from !== undefined && items.length < MOST_OF_RECORD && page.items.length > 0);
  const root = lineageRoot(row.id);
  const isOwn = (c: Commitment): boolean =>
    row.kind === 'official'
      ? c.speaker?.actor === row.id || c.obligors.some((p) => p.actor === row.id)
      : obligorsOf(c).includes(root);
  const own = items.filter((item) => isOwn(item.commitment));
  const record = recordOf(own, from === undefined);
  return { view: actorView(row), record, own, items };
}

/** `GET /v1/actors/{id}` */
export async function actor(request: ApiRequest): Promise<Reply> {
  const { view, record, items } = await recordFor(request);
  const stats = await statsByStatus(request.db, view.lineage);
  return json({ ...view, record, stats, commitments: items.slice(0, 25).map(summary) });
}

const DAY_MS = 86_400_000;
const median = (numbers: number[]): number | null => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  const value = sorted.length % 2 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return Math.round(value * 10) / 10;
};

/** When a commitment was first reported fulfilled, in milliseconds since 1970; null where it was not. */
export function doneAt({ commitment: c }: Judged): number | null {
  const days = c.outcomes.filter((o) => o.kind === 'fulfilled').map((o) => Date.parse(o.occurred.latest));
  return days.length > 0 ? Math.min(...days) : null;
}

/** What became of an actor's own commitments. */
export function recordOf(items: readonly Judged[], complete: boolean) {
  const of = (...statuses: string[]): Judged[] => items.filter((item) => statuses.includes(item.result.status));
  const kept = of('fulfilled');
  const late = of('fulfilled_late');
  const toFulfil = [...kept, ...late].flatMap((item) => {
    const done = doneAt(item);
    return done === null ? [] : [Math.max(0, (done - Date.parse(item.commitment.statedAt)) / DAY_MS)];
  });
  const daysLate = late.flatMap((item) => {
    const done = doneAt(item);
    return done === null || !item.result.due.latest ? [] : [(done - Date.parse(item.result.due.latest)) / DAY_MS];
  });
  const counts = {
    kept: kept.length,
    late: late.length,
    overdue: of('overdue').length,
    lapsedUnverified: of('lapsed_unverified').length,
    broken: of('broken').length,
    withdrawn: of('withdrawn').length,
    open: of('open', 'due_soon', 'partly_fulfilled').length,
    undated: of('undated', 'awaiting_anchor').length,
  };
  return {
    counted: items.length,
    complete,
    ...counts,
    other: items.length - Object.values(counts).reduce((sum, n) => sum + n, 0),
    slips: items.reduce((sum, item) => sum + item.commitment.slips, 0),
    medianDaysToFulfil: median(toFulfil),
    medianDaysLate: median(daysLate.filter((days) => days > 0)),
  };
}
export type ActorRecord = ReturnType<typeof recordOf>;
