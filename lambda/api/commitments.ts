import * as z from 'zod/mini';
import { statusOf } from '../ledger/status.ts';
import { getCommitment } from '../ledger/store/read.ts';
import type { Coverage } from '../ledger/types.ts';
import { coverageNow } from './coverage.ts';
import { href } from './links.ts';
import { type Listed, type ListQuery, listed, listQuery } from './listing.ts';
import { lang, moment, optional } from './parameters.ts';
import { notFound, Problem } from './problem.ts';
import type { Reply } from './reply.ts';
import type { ApiRequest, Format } from './request.ts';
import type { Input } from './route.ts';
import { MEASURES } from './terms.ts';
import type { Judged } from './view.ts';

export { listQuery };

/** How a page of the list is written in one format. */
export type ListWriter = (
  found: Listed,
  request: ApiRequest,
  told: { query: ListQuery; headers: Record<string, string>; nextHref: string | null },
) => Promise<Reply>;

/** The list in the formats of one function: one read in all of them. */
export const listIn =
  (writers: Partial<Record<Format, ListWriter>>) =>
  async (request: ApiRequest, { query }: Input<ListQuery, undefined>): Promise<Reply> => {
    const { format, origin } = request;
    const found = await listed(request, query);
    const { next } = found;
    const nextHref = next ? href(request.path, { ...request.query, cursor: next }) : null;
    const headers: Record<string, string> = {
      link: [
        `<${origin}/v1/datapackage.json>; rel="describedby"`,
        ...(nextHref ? [`<${nextHref}>; rel="next"`] : []),
      ].join(', '),
      ...(next ? { 'x-next-cursor': next } : {}),
      ...(format === 'csv' || format === 'ndjson' ? MEASURES : {}),
    };
    return writers[format]!(found, request, { query, headers, nextHref });
  };

export const oneQuery = z.strictObject({
  valid_at: optional(moment, 'What today’s knowledge says of that moment', '2022-07-25'),
  as_of: optional(moment, 'What the tracker said at that moment, from what was recorded by then', '2026-01-31'),
  lang,
});

/** How one commitment is written in one format. */
export type OneWriter = (
  judged: Judged,
  request: ApiRequest,
  told: { headers: Record<string, string>; at: Date | null; coverage: Coverage },
) => Promise<Reply>;

/** One commitment in the formats of one function. An id that was merged away leads on. */
export const oneIn =
  (writers: Partial<Record<Format, OneWriter>>) =>
  async (request: ApiRequest, { query }: Input<z.output<typeof oneQuery>, undefined>): Promise<Reply> => {
    const { db, now, params } = request;
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
    return writers[request.format]!(judged, request, { headers, at, coverage });
  };

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
