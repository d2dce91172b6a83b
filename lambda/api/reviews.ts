import * as z from 'zod/mini';
import { addReview, ReviewError } from '../ledger/store/review.ts';
import type { ReviewAction } from '../ledger/types.ts';
import { coverageNow } from './coverage.ts';
import { oneOf, STATUSES, TOPICS, TYPES } from './parameters.ts';
import { Problem } from './problem.ts';
import { json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import type { Input } from './route.ts';

const id = z.string().check(z.regex(/^[\w-]{1,100}$/, 'an id as the API gives it'));
const text = (most: number) =>
  z.string().check(z.trim(), z.minLength(1, 'some words'), z.maxLength(most, `at most ${most} characters`));

const correct = <F extends string, V extends z.ZodMiniType>(field: F, value: V) =>
  z.strictObject({ kind: z.literal('correct'), field: z.literal(field), value });

/** What a reviewer may do: DESIGN's reviews, as JSON. */
const action = z.union([
  z.strictObject({ kind: z.literal('confirm'), field: oneOf(['commitment', 'outcome']), about: id }),
  correct('action', text(1000)),
  correct('obligor', text(200)),
  correct('type', oneOf(TYPES)),
  correct('topic', oneOf(TOPICS)),
  correct('due', z.nullable(z.iso.date('a day such as 2022-07-29'))),
  correct('status', z.nullable(oneOf(STATUSES))),
  correct('condition', z.nullable(text(1000))),
  z.strictObject({ kind: z.literal('reject'), about: id }),
  z.strictObject({ kind: z.literal('must-link'), a: id, b: id }),
  z.strictObject({ kind: z.literal('cannot-link'), a: id, b: id }),
  z.strictObject({ kind: z.literal('annotate'), text: text(2000) }),
]);

export const reviewBody = z.strictObject({ action, why: text(1000) });

/** `POST /v1/commitments/{id}/reviews`: adds a reviewer's event; nothing that was said before is taken away. */
export async function review(
  request: ApiRequest,
  { body }: Input<unknown, z.output<typeof reviewBody>>,
): Promise<Reply> {
  const { db, now, params, reviewer } = request;
  try {
    const added = await addReview(
      db,
      {
        commitment: params.id ?? '',
        action: body.action as ReviewAction,
        by: reviewer ?? '',
        why: body.why,
      },
      now,
      await coverageNow(db, now),
    );
    const { id: reviewId, commitment, by, at } = added.review;
    return json({ id: reviewId, commitment, by, at, written: added.written }, { status: 201 });
  } catch (error) {
    if (error instanceof ReviewError) throw new Problem(404, 'Not found', error.message);
    throw error;
  }
}
