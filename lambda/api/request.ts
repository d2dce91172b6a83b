import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Db } from '../dynamo.ts';
import type { Lang } from './page/words.ts';

export const FORMATS = ['json', 'csv', 'ndjson', 'html'] as const;
export type Format = (typeof FORMATS)[number];

/** A request as a route sees it: nothing of the platform in it. */
export interface ApiRequest {
  method: string;
  /** Path without a format's ending. */
  path: string;
  params: Record<string, string>;
  query: Record<string, string>;
  /** Names in lower case. */
  headers: Record<string, string | undefined>;
  body: string | null;
  /** By the path's ending, else by Accept, else JSON. */
  format: Format;
  lang: Lang;
  now: Date;
  db: Db;
  requestId: string;
}

const ENDINGS = /\.(json|csv|ndjson|html)$/;
const TYPES: [string, Format][] = [
  ['text/csv', 'csv'],
  ['application/x-ndjson', 'ndjson'],
  ['application/json', 'json'],
  ['text/html', 'html'],
];

/** Path without its format's ending, and the format that was asked for. */
export function formatOf(path: string, accept: string | undefined): { path: string; format: Format } {
  const ending = path.startsWith('/v1/') ? ENDINGS.exec(path) : null;
  if (ending) return { path: path.slice(0, ending.index), format: ending[1] as Format };
  const wanted = (accept ?? '').split(',').map((part) => part.split(';')[0]?.trim().toLowerCase());
  const match = TYPES.find(([type]) => wanted.includes(type));
  return { path, format: match?.[1] ?? 'json' };
}

/** The event of API Gateway's HTTP API (payload 2.0) as a request. */
export function requestOf(
  event: APIGatewayProxyEventV2,
  params: Record<string, string>,
  db: Db,
  now: Date,
): ApiRequest {
  const headers = event.headers as Record<string, string | undefined>;
  const query = Object.fromEntries(new URLSearchParams(event.rawQueryString));
  const { path, format } = formatOf(event.rawPath, headers.accept);
  const body =
    event.body === undefined ? null : Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8').toString();
  return {
    method: event.requestContext.http.method,
    path,
    params,
    query,
    headers,
    body,
    format,
    lang: query.lang === 'en' ? 'en' : 'id',
    now,
    db,
    requestId: event.requestContext.requestId,
  };
}
