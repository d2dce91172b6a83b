import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Db } from '../dynamo.ts';
import { all, get, page, put, update } from '../items.ts';
import { resolveId } from '../ledger/store/read.ts';
import { type Limit, spend } from './limits.ts';
import { count, cursor, lang, oneOf, optional } from './parameters.ts';
import { notFound, Problem } from './problem.ts';
import { html, json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import type { Input } from './route.ts';

/** The right of reply: anyone may answer a record or ask for it to be corrected; what came of it is public. */

const line = (most: number, least = 0) =>
  z
    .string()
    .min(least, `at least ${least} characters`)
    .max(most, `at most ${most} characters`)
    .regex(least > 0 ? /\S/ : /^/, 'some words')
    .transform((text) => text.trim());

export const replyBody = z.strictObject({
  kind: oneOf(['reply', 'correction']),
  name: line(120, 1),
  organisation: line(160).optional(),
  contact: z.email('an e-mail address; it is not published').max(200).meta({ description: 'Never published' }),
  text: line(4000, 10),
  source: z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'a web address' }).max(500)]).optional(),
  /** A field that people do not see and machines fill in. */
  website: z.literal('', 'leave this empty').optional(),
});
type ReplyBody = z.output<typeof replyBody>;

export const OUTCOMES = ['published', 'corrected', 'declined'] as const;
export const decisionBody = z.strictObject({
  outcome: oneOf(OUTCOMES),
  answer: line(2000, 1).meta({ description: 'Why: it is published beside the reply' }),
});

/** A reply as it is kept. */
interface ReplyItem {
  pk: string;
  sk: string;
  id: string;
  commitment: string;
  kind: 'reply' | 'correction';
  name: string;
  organisation: string | null;
  contact: string;
  text: string;
  source: string | null;
  receivedAt: string;
  state: 'pending' | (typeof OUTCOMES)[number];
  decidedAt?: string;
  decidedBy?: string;
  answer?: string;
}

/** What everybody may see of a reply that has been decided on. */
export type DecidedReply = ReturnType<typeof publicView>;

const replyKey = (commitment: string, id: string) => ({ pk: `REPLIES#${commitment}`, sk: `REPLY#${id}` });
/** Partitions of the index `status`. */
const PENDING = 'REPLY#pending';
const DECIDED = 'REPLY#decided';

const BY_PERSON: Limit = { name: 'replies', most: 5, windowSeconds: 3600 };
const BY_COMMITMENT: Limit = { name: 'replies-of-commitment', most: 20, windowSeconds: 86_400 };

const publicView = (item: ReplyItem) => ({
  id: item.id,
  commitment: item.commitment,
  kind: item.kind,
  name: item.state === 'declined' ? '' : item.name,
  organisation: item.state === 'declined' ? null : item.organisation,
  // What was declined is not spread by the log that says so.
  text: item.state === 'declined' ? '' : item.text,
  source: item.state === 'declined' ? null : item.source,
  receivedAt: item.receivedAt,
  decidedAt: item.decidedAt ?? item.receivedAt,
  outcome: (item.state === 'pending' ? 'declined' : item.state) as (typeof OUTCOMES)[number],
  answer: item.answer ?? '',
});

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

export const repliesQuery = z.strictObject({
  limit: count(1, 100, 25, 'Most items of a page'),
  cursor: optional(cursor, 'next of the page before'),
  lang,
});
type RepliesQuery = z.output<typeof repliesQuery>;

async function listOf(db: Db, partition: string, query: RepliesQuery) {
  const from = query.cursor ? Buffer.from(query.cursor, 'base64url').toString('utf8') : '~';
  const found = await page<ReplyItem & { statusSk: string }>(db, {
    index: 'status',
    condition: 'statusPk = :pk AND statusSk < :from',
    values: { ':pk': partition, ':from': from || '0' },
    descending: true,
    limit: query.limit,
  });
  const last = found.items.at(-1);
  return { items: found.items, next: found.last && last ? Buffer.from(last.statusSk).toString('base64url') : null };
}

/** `GET /v1/corrections`: every reply that was decided on, and what came of it. */
export async function corrections(request: ApiRequest, { query }: Input<RepliesQuery, undefined>): Promise<Reply> {
  const found = await listOf(request.db, DECIDED, query);
  const items = found.items.map(publicView);
  if (request.format === 'html') {
    const { correctionsPage } = await import('./page/replies.ts');
    return html(correctionsPage(request, items, found.next));
  }
  return json({ items, next: found.next });
}

/** `GET /v1/replies`: what waits for a moderator. */
export async function pendingReplies(request: ApiRequest, { query }: Input<RepliesQuery, undefined>): Promise<Reply> {
  const found = await listOf(request.db, PENDING, query);
  const items = found.items.map(({ pk: _p, sk: _s, ...item }) => {
    const { statusPk: _a, statusSk: _b, ...told } = item as typeof item & { statusPk: string };
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

/** Replies to a commitment that were published or led to a correction, the latest first. */
export async function publishedReplies(db: Db, commitment: string): Promise<DecidedReply[]> {
  const items = await all<ReplyItem>(db, {
    condition: 'pk = :pk',
    values: { ':pk': replyKey(commitment, '').pk },
  });
  return items
    .filter((item) => item.state === 'published' || item.state === 'corrected')
    .map(publicView)
    .sort((a, b) => b.decidedAt.localeCompare(a.decidedAt));
}
