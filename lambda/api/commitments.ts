import { stringify } from 'csv-stringify/sync';
import * as z from 'zod';
import type { Topic } from '../extract/types.ts';
import { STATUS_TABLE, statusOf } from '../ledger/status.ts';
import { CursorError, commitmentAsOf, getCommitment, listCommitments } from '../ledger/store/read.ts';
import type { Coverage, Status } from '../ledger/types.ts';
import { coverageNow } from './coverage.ts';
import { commitmentPage } from './page/commitment.ts';
import { href } from './page/layout.ts';
import { listPage } from './page/list.ts';
import { TOPIC } from './page/words.ts';
import { checked, notFound, Problem } from './problem.ts';
import { json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import { detail, type Judged, summary } from './view.ts';

const STATUSES = [...new Set(STATUS_TABLE.map((row) => row.status))] as [Status, ...Status[]];
const TOPICS = Object.keys(TOPIC.en) as [Topic, ...Topic[]];
const day = z.iso.date('a day such as 2017-08-16');
/** A form sends every field, filled in or not. */
const orEmpty = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** A day, seen at its end in Jakarta, or an instant. */
const moment = z
  .union(
    [z.iso.date(), z.iso.datetime({ offset: true })],
    'a day such as 2017-08-16, or an instant such as 2017-08-16T12:00:00+07:00',
  )
  .transform((value) => new Date(value.length === 10 ? `${value}T23:59:59+07:00` : value));

const listQuery = z.strictObject({
  limit: z.coerce
    .number('a whole number from 1 to 100')
    .int()
    .min(1, 'a whole number from 1 to 100')
    .max(100, 'a whole number from 1 to 100')
    .default(25),
  cursor: orEmpty(z.string()),
  status: orEmpty(z.enum(STATUSES, `one of ${STATUSES.join(', ')}`)),
  topic: orEmpty(z.enum(TOPICS, `one of ${TOPICS.join(', ')}`)),
  actor: orEmpty(z.string().trim().min(1).max(100)),
  outlet: orEmpty(z.string().trim().min(1).max(100)),
  due_from: orEmpty(day),
  due_to: orEmpty(day),
  valid_at: orEmpty(moment),
  lang: orEmpty(z.enum(['id', 'en'])),
});

type ListQuery = z.output<typeof listQuery>;

/** `GET /v1/commitments` and the list page: one read, four formats. */
export async function list(request: ApiRequest): Promise<Reply> {
  const query = checked(listQuery, request.query, 'query');
  const { items, next } = await page(request, query);
  if (request.format === 'html') {
    const at = query.valid_at ? query.valid_at.toISOString() : null;
    const { limit: _, ...shown } = request.query;
    return {
      type: 'text/html; charset=utf-8',
      body: listPage({ lang: request.lang, items, query: shown, next, at }),
    };
  }
  const headers: Record<string, string> = next
    ? { 'x-next-cursor': next, link: `<${href(request.path, { ...request.query, cursor: next })}>; rel="next"` }
    : {};
  if (request.format === 'csv') return { type: 'text/csv; charset=utf-8', body: csv(items), headers };
  if (request.format === 'ndjson') {
    return {
      type: 'application/x-ndjson',
      body: items.map((item) => `${JSON.stringify(summary(item))}\n`).join(''),
      headers,
    };
  }
  return json({ items: items.map(summary), next }, { headers });
}

async function page(request: ApiRequest, query: ListQuery): Promise<{ items: Judged[]; next: string | null }> {
  const { db, now } = request;
  const coverage = await coverageNow(db, now);
  const at = query.valid_at ?? null;
  try {
    const found = await listCommitments(db, {
      limit: query.limit,
      cursor: query.cursor ?? null,
      coverage,
      now,
      filter: {
        ...(query.actor ? { actor: query.actor } : {}),
        ...(query.outlet ? { outlet: query.outlet } : {}),
        ...(query.due_from ? { dueFrom: query.due_from } : {}),
        ...(query.due_to ? { dueTo: query.due_to } : {}),
        ...(query.topic ? { topic: query.topic } : {}),
        // Seen from another day the status is another; then it is filtered below, and a page may be short.
        ...(query.status && !at ? { status: query.status } : {}),
      },
      ...(at ? { where: (c) => Date.parse(c.statedAt) <= at.getTime() } : {}),
    });
    if (!at)
      return {
        items: found.items.map((c) => ({ commitment: c, result: statusOf(c, coverage, now) })),
        next: found.next,
      };
    const then = await Promise.all(found.items.map((c) => judgedAt(request, c.id, at, coverage)));
    const items = then.filter((item) => item !== null && (!query.status || item.result.status === query.status));
    return { items: items as Judged[], next: found.next };
  } catch (error) {
    if (error instanceof CursorError) {
      throw new Problem(400, 'Bad request', `query/cursor: ${error.message}`, {
        errors: [{ pointer: 'query/cursor', detail: 'take it from "next" of the page before, with the same filters' }],
      });
    }
    throw error;
  }
}

async function judgedAt({ db }: ApiRequest, id: string, at: Date, coverage: Coverage): Promise<Judged | null> {
  const commitment = await commitmentAsOf(db, id, at, 'valid');
  return commitment && { commitment, result: statusOf(commitment, coverage, at) };
}

const oneQuery = z.strictObject({
  valid_at: orEmpty(moment),
  as_of: orEmpty(moment),
  lang: orEmpty(z.enum(['id', 'en'])),
});

/** `GET /v1/commitments/{id}` and its page. An id that was merged away leads on. */
export async function getOne(request: ApiRequest): Promise<Reply> {
  const { db, now, params } = request;
  const query = checked(oneQuery, request.query, 'query');
  const id = params.id ?? '';
  const found = await getCommitment(db, id);
  if (!found) throw notFound(`there is no commitment ${id.slice(0, 80)}`);
  if (found.redirectedFrom.length > 0) {
    const path = request.path.replace(encodeURIComponent(id), encodeURIComponent(found.commitment.id));
    return {
      status: 301,
      type: 'text/plain; charset=utf-8',
      body: '',
      headers: { location: href(path, request.query) },
    };
  }
  const coverage = await coverageNow(db, now);
  const at = query.valid_at ?? query.as_of ?? null;
  let judged: Judged = { commitment: found.commitment, result: statusOf(found.commitment, coverage, now) };
  if (at) {
    const then = await commitmentAsOf(db, id, at, query.as_of ? 'known' : 'valid');
    if (!then) throw notFound(`commitment ${id} was not known at ${at.toISOString()}`);
    judged = { commitment: then, result: statusOf(then, coverage, at) };
  }
  if (request.format === 'html') {
    return {
      type: 'text/html; charset=utf-8',
      body: commitmentPage({ lang: request.lang, judged, query: request.query, at: at?.toISOString() ?? null }),
    };
  }
  return json(detail(judged));
}

/** `GET /v1/statuses`: the published decision table, in order; the first row that fits is the status. */
export async function statuses(): Promise<Reply> {
  return json({ items: STATUS_TABLE.map(({ status, row, when }) => ({ status, row, when })) }, { maxAge: 3600 });
}

/** A cell that a spreadsheet would run as a formula is made text (OWASP, CSV injection). */
const harmless = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value);
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
};

function csv(items: Judged[]): string {
  const rows = items.map((item) => {
    const s = summary(item);
    return {
      id: s.id,
      type: s.type,
      status: s.status,
      certainty: s.certainty,
      obligor: s.obligor.text,
      obligor_id: s.obligor.actor,
      counterparties: s.counterparties.map((party) => party.text).join('; '),
      speaker: s.speaker?.text,
      action: s.action,
      topic: s.topic,
      deadline_phrase: s.deadline?.phrase,
      due: s.deadline?.due,
      earliest: s.deadline?.earliest,
      latest: s.deadline?.latest,
      slips: s.slips,
      stated_at: s.statedAt,
      sources: s.sources,
      outlets: s.outlets.join('; '),
      quote: s.quote?.selector[0]?.exact,
      source: s.quote?.source,
      confidence: s.confidence,
      read_by: s.readBy,
      reviewed: s.reviewed.join('; '),
      sample: s.sample,
    };
  });
  const columns = Object.keys(rows[0] ?? { id: '' });
  return stringify(
    rows.map((row) => Object.values(row).map(harmless)),
    { header: true, columns, record_delimiter: 'windows' },
  );
}
