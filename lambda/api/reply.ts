import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { FORMAT_TYPES, type Format } from './request.ts';

/** What a route answers, before what HTTP adds to it. */
export interface Reply {
  status?: number;
  /** Media type with charset. */
  type: string;
  body: string;
  headers?: Record<string, string>;
  /** Seconds for which a shared cache may keep it; 0 forbids keeping. */
  maxAge?: number;
}

export interface ReplyContext {
  method: string;
  /** Request headers, names in lower case. */
  headers: Record<string, string | undefined>;
  requestId: string;
}

/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING_BYTES = 1024;

const SECURITY: Record<string, string> = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'strict-origin-when-cross-origin',
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
};

/** Turns a route's answer into HTTP's: strong ETag, 304, compression, caching, CORS for reads, request id. */
export async function finish(reply: Reply, context: ReplyContext): Promise<APIGatewayProxyStructuredResultV2> {
  const status = reply.status ?? 200;
  const reads = context.method === 'GET' || context.method === 'HEAD';
  const bytes = Buffer.from(reply.body);
  const encoding =
    status === 200 && bytes.length >= WORTH_COMPRESSING_BYTES ? accepted(context.headers['accept-encoding']) : null;
  const headers: Record<string, string> = {
    'content-type': reply.type,
    'x-request-id': context.requestId,
    vary: 'accept, accept-encoding',
    ...SECURITY,
    ...(reads
      ? {
          'access-control-allow-origin': '*',
          'access-control-expose-headers':
            'etag, last-modified, link, retry-after, ratelimit, ratelimit-policy, x-content-sha256, x-next-cursor, x-request-id, x-schema-version',
        }
      : {}),
    'cache-control': reads && status === 200 ? `public, max-age=${reply.maxAge ?? 60}` : 'no-store',
    ...reply.headers,
  };
  if (status === 200 && reads) {
    // A tag names one representation, so the encoding is part of it (RFC 9110, 8.8.3).
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}${encoding ? `-${encoding}` : ''}"`;
    headers.etag = etag;
    if (matches(context.headers['if-none-match'], etag)) {
      delete headers['content-type'];
      return { statusCode: 304, headers };
    }
  }
  if (encoding === null) return { statusCode: status, headers, body: reply.body };
  headers['content-encoding'] = encoding;
  const compressed = encoding === 'br' ? await brotli(bytes) : await promisify(gzip)(bytes);
  return { statusCode: status, headers, body: compressed.toString('base64'), isBase64Encoded: true };
}

/** Quality 4: at the default of 11 a page of results takes longer to compress than to make. */
const brotli = (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });

function accepted(header: string | undefined): 'br' | 'gzip' | null {
  const offers = (header ?? '').split(',').map((part) => part.trim().toLowerCase());
  const takes = (name: string) =>
    offers.some((offer) => offer.split(';')[0] === name && !/;\s*q=0(?:\.0+)?$/.test(offer));
  if (takes('br')) return 'br';
  return takes('gzip') ? 'gzip' : null;
}

function matches(header: string | undefined, etag: string): boolean {
  if (!header) return false;
  const bare = (tag: string) => tag.trim().replace(/^W\//, '');
  return header.trim() === '*' || header.split(',').some((tag) => bare(tag) === etag);
}

/** A reply in a format, under its media type. */
export const typed = (format: Format, body: string, extra: Partial<Reply> = {}): Reply => ({
  type: `${FORMAT_TYPES[format]}; charset=utf-8`,
  body,
  ...extra,
});

export const html = (body: string, extra: Partial<Reply> = {}): Reply => typed('html', body, extra);

export const json = (value: unknown, extra: Partial<Reply> = {}): Reply => ({
  type: 'application/json; charset=utf-8',
  body: `${JSON.stringify(value)}\n`,
  ...extra,
});
