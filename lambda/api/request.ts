import { isIP } from 'node:net';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { Db } from '../dynamo.ts';
import { ENV, PROXY_HEADER } from '../env.ts';
import type { Lang } from './page/words.ts';
import { Problem } from './problem.ts';

/** Representations, each with its ending and its media type. */
export const FORMAT_TYPES = {
  json: 'application/json',
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  html: 'text/html',
  atom: 'application/atom+xml',
  jsonfeed: 'application/feed+json',
  ics: 'text/calendar',
  bib: 'application/x-bibtex',
  csl: 'application/vnd.citationstyles.csl+json',
} as const;

export type Format = keyof typeof FORMAT_TYPES;
export const FORMATS = Object.keys(FORMAT_TYPES) as Format[];

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
  /** Address of whoever asks: for limits only, and never stored or logged as it is. */
  sourceIp: string;
  /** Who asks, where the route needs a token: the name the token was given for. */
  reviewer?: string;
  /** Scheme and host under which this service is reached. */
  origin: string;
}

const ENDINGS = new RegExp(`\\.(${FORMATS.join('|')})$`);

/** Path without its format's ending, and the format that the ending names; only what is under `/v1/` has endings. */
export function endingOf(path: string): { path: string; format: Format | null } {
  const ending = path.startsWith('/v1/') ? ENDINGS.exec(path) : null;
  return ending ? { path: path.slice(0, ending.index), format: ending[1] as Format } : { path, format: null };
}

interface Offer {
  type: string;
  quality: number;
}

/** Media ranges of an Accept header, the most wanted first (RFC 9110, 12.5.1). Never throws. */
export function offersOf(accept: string): Offer[] {
  return accept
    .slice(0, 2000)
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      const quality = q === undefined ? 1 : Number(q.slice(2));
      return { type, quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter((offer) => offer.type !== '')
    .sort((a, b) => b.quality - a.quality);
}

/** The first of a route's formats that an Accept header takes; null where it takes none of them. */
export function negotiated(accept: string | undefined, formats: readonly Format[]): Format | null {
  const first = formats[0] ?? 'json';
  if (accept === undefined || accept.trim() === '') return first;
  for (const { type, quality } of offersOf(accept)) {
    if (quality === 0) continue;
    if (type === '*/*') return first;
    const match = formats.find(
      (format) =>
        FORMAT_TYPES[format] === type || (type.endsWith('/*') && FORMAT_TYPES[format].startsWith(type.slice(0, -1))),
    );
    if (match) return match;
  }
  return null;
}

/** The query of a request. @throws Problem 400 for a parameter that is given twice: which of them counts is a guess. */
export function queryOf(raw: string): Record<string, string> {
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of new URLSearchParams(raw)) {
    if (name in query) {
      throw new Problem(400, 'Bad request', `query/${name}: given more than once`, {
        errors: [{ pointer: `query/${name}`, detail: 'give it once' }],
      });
    }
    query[name] = value;
  }
  return query;
}

/** The event of API Gateway's HTTP API (payload 2.0) as a request. @throws Problem 400 for a malformed query. */
export function requestOf(
  event: APIGatewayProxyEventV2,
  params: Record<string, string>,
  db: Db,
  now: Date,
  format: Format,
): ApiRequest {
  const query = queryOf(event.rawQueryString);
  const { http } = event.requestContext;
  const body =
    event.body === undefined ? null : Buffer.from(event.body, event.isBase64Encoded ? 'base64' : 'utf8').toString();
  return {
    method: http.method,
    path: endingOf(event.rawPath).path,
    params,
    query,
    headers: event.headers as Record<string, string | undefined>,
    body,
    format,
    lang: query.lang === 'en' ? 'en' : 'id',
    now,
    db,
    requestId: event.requestContext.requestId,
    sourceIp: clientOf(event),
    origin: originOf(event),
  };
}

/**
 * Address of whoever asks. What `X-Forwarded-For` says is anybody's word, so it counts only in a request that the
 * configured proxy has signed: its last entry is then the proxy, as the platform saw it, and the one before whom the
 * proxy saw.
 */
function clientOf(event: APIGatewayProxyEventV2): string {
  const { sourceIp } = event.requestContext.http;
  const key = process.env[ENV.proxyKey];
  if (!key || event.headers[PROXY_HEADER] !== key) return sourceIp;
  const seen = (event.headers['x-forwarded-for'] ?? '').split(',').map((part) => part.trim());
  const client = seen.at(-2) ?? '';
  return isIP(client) ? client : sourceIp;
}

/** Where this service is reached, for links that leave it; a configured address beats what the request says. */
function originOf(event: APIGatewayProxyEventV2): string {
  const configured = process.env[ENV.publicUrl];
  if (configured) return configured.replace(/\/$/, '');
  const { host } = event.headers;
  if (host === undefined || !/^[\w.-]+(?::\d{1,5})?$/.test(host)) return 'http://localhost';
  return `${event.headers['x-forwarded-proto'] === 'https' ? 'https' : 'http'}://${host}`;
}
