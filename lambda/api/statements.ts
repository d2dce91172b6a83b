import * as z from 'zod/mini';
import { listed, listQuery } from './listing.ts';
import { actor, optional } from './parameters.ts';
import { json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import type { Input } from './route.ts';
import { annotation, mentionEvidence, party } from './view.ts';

export const statementsQuery = z.extend(z.omit(listQuery, { fields: true, valid_at: true, sort: true }), {
  speaker: optional(actor, 'Whoever said it', 'rudiantara'),
});

/**
 * `GET /v1/statements`: the sentences that commitments rest on, and who said each. A page is that of the commitments
 * it comes from, so its length in statements varies.
 */
export async function statements(
  request: ApiRequest,
  { query }: Input<z.output<typeof statementsQuery>, undefined>,
): Promise<Reply> {
  const { speaker, ...rest } = query;
  const found = await listed(request, {
    ...rest,
    ...(speaker && !rest.official && !rest.actor ? { actor: speaker } : {}),
    sort: undefined,
    fields: undefined,
    valid_at: undefined,
  });
  const items = found.items.flatMap(({ commitment: c }) =>
    c.mentions
      .filter((m) => !speaker || m.mention.speaker?.actor === speaker)
      .map((m) => ({
        id: m.id,
        commitment: c.id,
        speaker: m.mention.speaker && party(m.mention.speaker),
        obligor: party(m.mention.obligor),
        type: m.mention.type,
        evidence: annotation(mentionEvidence(m)),
      })),
  );
  return json({ items, next: found.next });
}
