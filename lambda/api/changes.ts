import * as z from 'zod';
import { statusOf } from '../ledger/status.ts';
import { changesSince } from '../ledger/store/changes.ts';
import { coverageNow } from './coverage.ts';
import { checked } from './problem.ts';
import { json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import { detail } from './view.ts';

const query = z.strictObject({
  cursor: z.coerce.number('a whole number, 0 for the first').int().min(0).default(0),
  limit: z.coerce.number('a whole number from 1 to 500').int().min(1).max(500).default(100),
  lang: z.string().optional(),
});

/** `GET /v1/changes`: the append-only log, from which a copy can be kept. `next` is where to go on, always given. */
export async function changes(request: ApiRequest): Promise<Reply> {
  const { cursor, limit } = checked(query, request.query, 'query');
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
