import { feedHealth } from '../crawl/health.ts';
import { json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';

/** `GET /v1/feeds`: what every followed feed last did, and what was missed. */
export async function feeds(request: ApiRequest): Promise<Reply> {
  return json({ items: await feedHealth(request.db, request.now) }, { maxAge: 30 });
}
