import * as z from 'zod/mini';
import { statusOf } from '../ledger/status.ts';
import { changesSince } from '../ledger/store/changes.ts';
import { coverageNow } from './coverage.ts';
import { count, lang } from './parameters.ts';
import { json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import type { Input } from './route.ts';
import { detail } from './view.ts';

export const changesQuery = z.strictObject({
  cursor: count(0, 999_999_999_999, 0, 'Sequence number after which to begin; 0 for all'),
  limit: count(1, 200, 100, 'Most changes of a page'),
  lang,
});

/** `GET /v1/changes`: the append-only log, from which a copy can be kept. `next` is where to go on, always given. */
export async function changes(
  request: ApiRequest,
  { query: { cursor, limit } }: Input<z.output<typeof changesQuery>, undefined>,
): Promise<Reply> {
  const found = await changesSince(request.db, cursor, limit);
  const coverage = await coverageNow(request.db, request.now);
  return json(
    {
      items: found.changes.map(({ commitment, ...change }) => ({
        ...change,
        commitment:
          commitment && detail({ commitment, result: statusOf(commitment, coverage, new Date(change.recordedAt)) }),
      })),
      next: found.last,
    },
    { maxAge: 0 },
  );
}
