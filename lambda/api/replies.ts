import * as z from 'zod/mini';
import type { Db } from '../dynamo.ts';
import { all, wholePage } from '../items.ts';
import { count, cursor, lang, optional } from './parameters.ts';
import { json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import type { Input } from './route.ts';

/** The right of reply: anyone may answer a record or ask for it to be corrected; what came of it is public. */

export const OUTCOMES = ['published', 'corrected', 'declined'] as const;
/** A reply as it is kept. */
export interface ReplyItem {
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

export const replyKey = (commitment: string, id: string) => ({ pk: `REPLIES#${commitment}`, sk: `REPLY#${id}` });
/** Partitions of the index `status`. */
export const PENDING = 'REPLY#pending';
export const DECIDED = 'REPLY#decided';

/** What everybody may see of a reply. */
export const publicView = (item: ReplyItem) => ({
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

export const repliesQuery = z.strictObject({
  limit: count(1, 100, 25, 'Most items of a page'),
  cursor: optional(cursor, 'next of the page before'),
  lang,
});
export type RepliesQuery = z.output<typeof repliesQuery>;

/** A page of one partition of replies, the latest first. */
export async function listOf(db: Db, partition: string, query: RepliesQuery) {
  const from = query.cursor ? Buffer.from(query.cursor, 'base64url').toString('utf8') : '~';
  const { items, last } = await wholePage<ReplyItem>(db, {
    index: 'status',
    condition: 'statusPk = :pk AND statusSk < :from',
    values: { ':pk': partition, ':from': from || '0' },
    descending: true,
    limit: query.limit,
  });
  return { items, next: last ? Buffer.from(String(last.statusSk)).toString('base64url') : null };
}

/** A page of the replies that were decided on, as everybody may see them. */
export async function decidedReplies(db: Db, query: RepliesQuery) {
  const { items, next } = await listOf(db, DECIDED, query);
  return { items: items.map(publicView), next };
}

/** `GET /v1/corrections`: every reply that was decided on, and what came of it. */
export async function corrections(request: ApiRequest, { query }: Input<RepliesQuery, undefined>): Promise<Reply> {
  return json(await decidedReplies(request.db, query));
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
