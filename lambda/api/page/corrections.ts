import { decidedReplies, type RepliesQuery } from '../replies.ts';
import { html, type Reply } from '../reply.ts';
import type { ApiRequest } from '../request.ts';
import type { Input } from '../route.ts';
import { correctionsPage } from './replies.ts';

export { repliesQuery } from '../replies.ts';

/** `GET /corrections` */
export async function corrections(request: ApiRequest, { query }: Input<RepliesQuery, undefined>): Promise<Reply> {
  const { items, next } = await decidedReplies(request.db, query);
  return html(correctionsPage(request, items, next));
}
