import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { get, put, update } from '../items.ts';
import { resolveId } from '../ledger/store/read.ts';
import { type Limit, spend } from './limits.ts';
import { oneOf } from './parameters.ts';
import { notFound, Problem } from './problem.ts';
import {
  DECIDED,
  listOf,
  OUTCOMES,
  PENDING,
  publicView,
  type RepliesQuery,
  type ReplyItem,
  replyKey,
} from './replies.ts';
import { html, json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import type { Input } from './route.ts';

export { repliesQuery } from './replies.ts';

/** Filing a reply, and a moderator's decision on it. */

const line = (most: number, least = 0) =>
  z.pipe(
    z
      .string()
      .check(
        z.minLength(least, `at least ${least} characters`),
        z.maxLength(most, `at most ${most} characters`),
        z.regex(least > 0 ? /\S/ : /^/, 'some words'),
      ),
    z.transform((text) => text.trim()),
  );

export const replyBody = z.strictObject({
  kind: oneOf(['reply', 'correction']),
  name: line(120, 1),
  organisation: z.optional(line(160)),
  contact: z
    .email('an e-mail address; it is not published')
    .check(z.maxLength(200), z.meta({ description: 'Never published' })),
  text: line(4000, 10),
  source: z.optional(
    z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'a web address' }).check(z.maxLength(500))]),
  ),
  /** A field that people do not see and machines fill in. */
  website: z.optional(z.literal('', 'leave this empty')),
});
type ReplyBody = z.output<typeof replyBody>;

export const decisionBody = z.strictObject({
  outcome: oneOf(OUTCOMES),
  answer: line(2000, 1).check(z.meta({ description: 'Why: it is published beside the reply' })),
});

const BY_PERSON: Limit = { name: 'replies', most: 5, windowSeconds: 3600 };
const BY_COMMITMENT: Limit = { name: 'replies-of-commitment', most: 20, windowSeconds: 86_400 };

/** `POST /v1/commitments/{id}/replies`: kept for a moderator. */
export async function fileReply(request: ApiRequest, { body }: Input<unknown, ReplyBody>): Promise<Reply> {
  const { db, now, params } = request;
  const commitment = await resolveId(db, params.id ?? '');
  if (!commitment) throw notFound(`there is no commitment ${(params.id ?? '').slice(0, 80)}`);
  const headers = await spend(db, BY_PERSON, request.sourceIp, now);
  await spend(db, BY_COMMITMENT, commitment, now);
  const id = randomBytes(10).toString('hex');
  const receivedAt = now.toISOString();
  const { website: _, ...told } = body;
  await put(
    db,
    {
      ...replyKey(commitment, id),
      ...told,
      organisation: told.organisation || null,
      source: told.source || null,
      id,
      commitment,
      receivedAt,
      state: 'pending',
      statusPk: PENDING,
      statusSk: `${receivedAt}#${id}`,
    },
    'attribute_not_exists(pk)',
  );
  if (request.format === 'html') {
    const { thanksPage } = await import('./page/replies.ts');
    return html(thanksPage(request, commitment), { status: 202, headers });
  }
  return json({ id, commitment, state: 'pending', receivedAt }, { status: 202, headers });
}

/** `GET /v1/replies`: what waits for a moderator. */
export async function pendingReplies(request: ApiRequest, { query }: Input<RepliesQuery, undefined>): Promise<Reply> {
  const found = await listOf(request.db, PENDING, query);
  const items = found.items.map(({ pk: _p, sk: _s, ...item }) => {
    const { statusPk: _a, statusSk: _b, ...told } = item as typeof item & { statusPk: string; statusSk: string };
    return told;
  });
  return json({ items, next: found.next }, { maxAge: 0 });
}

/** `POST /v1/commitments/{id}/replies/{reply}`: a moderator's decision, final. */
export async function decide(
  request: ApiRequest,
  { body }: Input<unknown, z.output<typeof decisionBody>>,
): Promise<Reply> {
  const { db, now, params, reviewer } = request;
  const key = replyKey(params.id ?? '', params.reply ?? '');
  const decidedAt = now.toISOString();
  const item = await update<ReplyItem>(
    db,
    key,
    'SET #state = :state, answer = :answer, decidedAt = :at, decidedBy = :by, statusPk = :pk, statusSk = :sk REMOVE contact',
    '#state = :pending',
    {
      names: { '#state': 'state' },
      values: {
        ':state': body.outcome,
        ':answer': body.answer,
        ':at': decidedAt,
        ':by': reviewer,
        ':pk': DECIDED,
        ':sk': `${decidedAt}#${params.reply}`,
        ':pending': 'pending',
      },
    },
  );
  if (item) return json(publicView(item));
  if (await get(db, key)) throw new Problem(409, 'Conflict', 'this reply has been decided on; a decision is final');
  throw notFound('there is no such reply to this commitment');
}
