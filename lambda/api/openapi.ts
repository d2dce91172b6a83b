import document from './openapi.data.json' with { type: 'json' };
import { json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';

/** `GET /openapi.json`: the OpenAPI 3.1 document, as `npm run reference` made it of the table of routes. */
export async function openapi({ origin }: ApiRequest): Promise<Reply> {
  return json({ ...document, servers: [{ url: origin }] }, { maxAge: 3600 });
}
