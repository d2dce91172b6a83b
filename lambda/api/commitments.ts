import * as z from 'zod';
import { STATUS_TABLE, statusOf } from '../ledger/status.ts';
import { getCommitment } from '../ledger/store/read.ts';
import { coverageNow } from './coverage.ts';
import { facetsOf } from './facets.ts';
import { href } from './links.ts';
import { type ListQuery, listed, listQuery } from './listing.ts';
import { lang, moment, optional } from './parameters.ts';
import { notFound, Problem } from './problem.ts';
import { html, json, type Reply, typed } from './reply.ts';
import type { ApiRequest } from './request.ts';
import type { Input } from './route.ts';
import { MEASURES } from './terms.ts';
import { detail, type Judged, summary } from './view.ts';

export { listQuery };

/** `GET /v1/commitments` and the list page: one read in every format; its writer is loaded where it is asked for. */
export async function list(request: ApiRequest, { query }: Input<ListQuery, undefined>): Promise<Reply> {
  const { format, origin } = request;
  const found = await listed(request, query);
  const { items, next } = found;
  const nextHref = next ? href(request.path, { ...request.query, cursor: next }) : null;
  const headers: Record<string, string> = {
    link: [
      `<${origin}/v1/datapackage.json>; rel="describedby"`,
      ...(nextHref ? [`<${nextHref}>; rel="next"`] : []),
    ].join(', '),
    ...(next ? { 'x-next-cursor': next } : {}),
    ...(format === 'csv' || format === 'ndjson' ? MEASURES : {}),
  };
  switch (format) {
    case 'html': {
      const [{ listPage }, facets] = await Promise.all([
        import('./page/list.ts'),
        facetsOf(request.db, request.query.actor),
      ]);
      const at = query.valid_at?.toISOString() ?? null;
      return html(listPage({ lang: request.lang, items, query: request.query, next, at, facets }));
    }
    case 'csv':
      return typed('csv', (await import('./csv.ts')).csvOf(items), { headers });
    case 'ndjson':
      return typed('ndjson', items.map((item) => `${JSON.stringify(chosen(summary(item), query.fields))}\n`).join(''), {
        headers,
      });
    case 'atom':
      return typed('atom', (await import('./syndication.ts')).atomOf(items, request), { headers });
    case 'jsonfeed':
      return typed('jsonfeed', (await import('./syndication.ts')).jsonFeedOf(items, request, nextHref), { headers });
    case 'ics':
      return typed('ics', (await import('./calendar.ts')).calendarOf(items, request), { headers });
    default:
      return json({ items: items.map((item) => chosen(summary(item), query.fields)), next }, { headers });
  }
}

/** The members that were asked for; all of them where none were. */
const chosen = <T extends object>(line: T, fields: string[] | undefined): Partial<T> =>
  fields ? (Object.fromEntries(fields.map((name) => [name, line[name as keyof T]])) as Partial<T>) : line;

export const oneQuery = z.strictObject({
  valid_at: optional(moment, 'What today’s knowledge says of that moment', '2022-07-25'),
  as_of: optional(moment, 'What the tracker said at that moment, from what was recorded by then', '2026-01-31'),
  lang,
});

/** `GET /v1/commitments/{id}` and its page. An id that was merged away leads on. */
export async function getOne(
  request: ApiRequest,
  { query }: Input<z.output<typeof oneQuery>, undefined>,
): Promise<Reply> {
  const { db, now, params, format } = request;
  if (query.valid_at && query.as_of) {
    throw new Problem(400, 'Bad request', 'query/as_of: either as_of or valid_at', {
      errors: [{ pointer: 'query/as_of', detail: 'leave out one of as_of and valid_at' }],
    });
  }
  const id = params.id ?? '';
  const found = await getCommitment(db, id);
  if (!found) throw notFound(`there is no commitment ${id.slice(0, 80)}`);
  if (found.redirectedFrom.length > 0) return moved(request, found.commitment.id);
  const coverage = await coverageNow(db, now);
  const at = query.valid_at ?? query.as_of ?? null;
  let judged: Judged = { commitment: found.commitment, result: statusOf(found.commitment, coverage, now) };
  if (at) {
    const { commitmentAsOf } = await import('../ledger/store/as-of.ts');
    const then = await commitmentAsOf(db, id, at, query.as_of ? 'known' : 'valid');
    if (!then) throw notFound(`commitment ${id} was not known at ${at.toISOString()}`);
    judged = { commitment: then, result: statusOf(then, coverage, at) };
  }
  const headers = {
    'last-modified': new Date(found.recordedAt).toUTCString(),
    link: `<${request.origin}/commitments/${judged.commitment.id}>; rel="canonical", <${request.origin}/v1/commitments/${judged.commitment.id}.bib>; rel="cite-as"; type="application/x-bibtex"`,
  };
  switch (format) {
    case 'html': {
      const [{ commitmentPage }, { publishedReplies }] = await Promise.all([
        import('./page/commitment.ts'),
        import('./replies.ts'),
      ]);
      const replies = await publishedReplies(db, judged.commitment.id);
      return html(
        commitmentPage({
          lang: request.lang,
          judged,
          replies,
          query: request.query,
          at: at?.toISOString() ?? null,
          now,
          origin: request.origin,
          coverage,
        }),
        { headers: { 'last-modified': headers['last-modified'] } },
      );
    }
    case 'bib':
      return typed('bib', (await import('./citation.ts')).bibtexOf(judged, request), { headers });
    case 'csl':
      return typed('csl', (await import('./citation.ts')).cslOf(judged, request), { headers });
    case 'ics':
      return typed('ics', (await import('./calendar.ts')).calendarOf([judged], request), { headers });
    default:
      return json(detail(judged), { headers });
  }
}

/** Leads to where a merged commitment is now, in the same format. */
function moved({ path, format, query, params }: ApiRequest, to: string): Reply {
  const from = path.slice(0, path.lastIndexOf('/'));
  const ending = path.startsWith('/v1/') && format !== 'json' ? `.${format}` : '';
  return {
    status: 301,
    type: 'text/plain; charset=utf-8',
    body: `${params.id} is now ${to}\n`,
    headers: { location: href(`${from}/${to}${ending}`, query) },
  };
}

/** `GET /v1/statuses`: the published decision table, in order; the first row that fits is the status. */
export async function statuses(): Promise<Reply> {
  return json({ items: STATUS_TABLE.map(({ status, row, when }) => ({ status, row, when })) }, { maxAge: 3600 });
}
