import * as z from 'zod/mini';
import { facetsOf } from './facets.ts';
import { actor, lang, optional } from './parameters.ts';
import { json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import type { Input } from './route.ts';

export const statsQuery = z.strictObject({
  actor: optional(actor, 'Only commitments in which its lineage takes part', 'kominfo'),
  lang,
});

/** `GET /v1/stats`: counts by status, topic, type and month, as of the last numbered change. */
export async function stats(
  { db }: ApiRequest,
  { query }: Input<z.output<typeof statsQuery>, undefined>,
): Promise<Reply> {
  return json(await facetsOf(db, query.actor));
}
