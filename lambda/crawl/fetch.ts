import http from 'node:http';
import https from 'node:https';
import { ENV } from '../env.ts';
import { AddressRefused, checkUrl, guardedLookup, plainLookup, type Resolve, systemResolve } from './addresses.ts';
import { type BlockKind, blockOf } from './blocks.ts';
import { BadEncoding, readBody, TooLarge } from './body.ts';
import { type TrustedOrigin, trustedOriginsOf } from './trusted.ts';
import { userAgent } from './user-agent.ts';

/** What can go wrong with a request, each under a name that health counts by. */
export type FetchErrorKind =
  | 'bad-address'
  | 'refused-address'
  | 'no-such-host'
  | 'connection-refused'
  | 'connect-timeout'
  | 'headers-timeout'
  | 'total-timeout'
  | 'tls'
  | 'not-http'
  | 'reset'
  | 'wrong-length'
  | 'too-large'
  | 'bad-encoding'
  | 'redirect-loop'
  | 'too-many-redirects'
  | 'bad-redirect'
  | 'unasked-not-modified'
  | 'network';

export interface FetchOptions {
  /** Sent as If-None-Match and If-Modified-Since: what an earlier answer called itself. */
  etag?: string | null;
  lastModified?: string | null;
  accept?: string;
  /** By default what {@link userAgent} makes of the environment. */
  userAgent?: string;
  /** Origins exempt from the public-address rule; by default those of the environment. */
  trusted?: readonly TrustedOrigin[];
  /** Most bytes of the decompressed body. */
  maxBytes?: number;
  maxRedirects?: number;
  /** Milliseconds: until connected (name, TCP, TLS), until the headers, until the last byte over all redirects. */
  connectTimeoutMs?: number;
  headersTimeoutMs?: number;
  totalTimeoutMs?: number;
  resolve?: Resolve;
}

export const FETCH_DEFAULTS = {
  accept: '*/*',
  maxBytes: 8 * 1024 * 1024,
  maxRedirects: 5,
  connectTimeoutMs: 10_000,
  headersTimeoutMs: 20_000,
  totalTimeoutMs: 45_000,
} as const;

export interface FetchResult {
  /** A whole answer with a status of 200 to 299 that is not a closed door. */
  ok: boolean;
  /** What is wrong, as a sentence for a person; null where `ok` or not modified. */
  problem: string | null;
  /** Address asked for. */
  askedUrl: string;
  /** Address that answered, after redirects. */
  url: string;
  /** Where permanent redirects alone lead: to be asked next time instead; null where there was none. */
  permanentUrl: string | null;
  /** 0 where no answer came. */
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Decompressed; what had arrived where `error` is set. */
  body: Buffer;
  contentType: string | null;
  etag: string | null;
  lastModified: string | null;
  error: { kind: FetchErrorKind; message: string } | null;
}

class FetchFailure extends Error {
  override name = 'FetchFailure';
  kind: FetchErrorKind;
  constructor(kind: FetchErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

interface Hop {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
  error: Error | null;
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/**
 * Fetches an address. Never throws for what the network or the server does: the result says what happened, and
 * holds what had arrived. Whatever happens, its socket is closed when the promise settles.
 */
export async function fetchResource(address: string, options: FetchOptions = {}): Promise<FetchResult> {
  const trusted = options.trusted ?? trustedOriginsOf(process.env[ENV.trustedOrigins]);
  const deadline = Date.now() + (options.totalTimeoutMs ?? FETCH_DEFAULTS.totalTimeoutMs);
  const seen = new Set<string>();
  let url = address;
  let permanentUrl: string | null = null;
  let onlyPermanent = true;
  let last: Hop = { status: 0, headers: {}, body: Buffer.alloc(0), error: null };
  const result = (error: FetchResult['error']): FetchResult => {
    const answer: FetchResult = {
      ok: false,
      problem: null,
      askedUrl: address,
      url,
      permanentUrl,
      status: last.status,
      headers: last.headers,
      body: last.body,
      contentType: last.headers['content-type'] ?? null,
      etag: last.headers.etag ?? null,
      lastModified: last.headers['last-modified'] ?? null,
      error,
    };
    answer.ok = error === null && answer.status >= 200 && answer.status < 300 && !isBlocked(answer);
    answer.problem = problemOf(answer);
    return answer;
  };
  try {
    for (let hops = 0; ; hops++) {
      const target = parse(url);
      checkUrl(target, trusted);
      target.hash = '';
      if (seen.has(target.href)) throw new FetchFailure('redirect-loop', `the redirects come back to ${target.href}`);
      seen.add(target.href);
      last = await request(target, { ...options, trusted }, deadline);
      if (last.error) throw last.error;
      const location = last.headers.location;
      if (!REDIRECTS.has(last.status) || location === undefined) break;
      if (hops >= (options.maxRedirects ?? FETCH_DEFAULTS.maxRedirects)) {
        throw new FetchFailure('too-many-redirects', `more than ${hops} redirects`);
      }
      url = follow(location, target);
      onlyPermanent &&= PERMANENT.has(last.status);
      if (onlyPermanent) permanentUrl = url;
    }
    if (last.status === 304 && !options.etag && !options.lastModified) {
      throw new FetchFailure('unasked-not-modified', 'the server said "not modified" to an unconditional request');
    }
    return result(null);
  } catch (error) {
    return result(named(error));
  }
}

function parse(address: string): URL {
  if (!URL.canParse(address)) throw new FetchFailure('bad-address', `not an address: ${address.slice(0, 200)}`);
  return new URL(address);
}

function follow(location: string, from: URL): string {
  // Header bytes are Latin-1 to Node; publishers write UTF-8 there.
  const text = Buffer.from(location, 'latin1').toString('utf8');
  const usable = text.includes('�') ? location : text;
  if (!URL.canParse(usable, from.href)) {
    throw new FetchFailure('bad-redirect', `redirected to something that is no address: ${location.slice(0, 200)}`);
  }
  return new URL(usable, from.href).href;
}

/** One request and its answer; the socket is closed at the end, whichever way it ends. */
function request(url: URL, options: FetchOptions, deadline: number): Promise<Hop> {
  const { connectTimeoutMs, headersTimeoutMs, maxBytes } = { ...FETCH_DEFAULTS, ...defined(options) };
  const trusted = options.trusted?.find((t) => t.origin === url.origin);
  const resolve = options.resolve ?? systemResolve;
  return new Promise((settle, reject) => {
    const client = (url.protocol === 'https:' ? https : http).request(url, {
      agent: false,
      lookup: trusted ? plainLookup(resolve) : guardedLookup(resolve),
      // A trusted origin may live elsewhere than its name says; it is still asked by its name.
      ...(trusted?.at ? { hostname: trusted.at.host, port: trusted.at.port } : {}),
      headers: { host: url.host, ...requestHeaders(options) },
      maxHeaderSize: 64 * 1024,
    });
    const timers: NodeJS.Timeout[] = [];
    const limit = (kind: FetchErrorKind, ms: number) => {
      const timer = setTimeout(() => client.destroy(new FetchFailure(kind, `nothing after ${ms} ms`)), Math.max(1, ms));
      timers.push(timer);
      return timer;
    };
    const finish = (act: () => void) => {
      for (const timer of timers) clearTimeout(timer);
      client.destroy();
      act();
    };
    limit('total-timeout', deadline - Date.now());
    limit('headers-timeout', headersTimeoutMs);
    const connecting = limit('connect-timeout', connectTimeoutMs);
    client.on('socket', (socket) => {
      socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () => clearTimeout(connecting));
    });
    client.on('error', (error) => finish(() => reject(error)));
    client.on('response', (response) => {
      for (const timer of timers.slice(1)) clearTimeout(timer);
      const headers = flat(response.headers);
      const hop = (body: Buffer, error: Error | null): Hop => ({
        status: response.statusCode ?? 0,
        headers,
        body,
        error,
      });
      // A redirect's body is of no use to anybody.
      if (REDIRECTS.has(response.statusCode ?? 0) && headers.location !== undefined) {
        finish(() => settle(hop(Buffer.alloc(0), null)));
        return;
      }
      // Destroying a request destroys its response with an error that does not say why; the reason is ours.
      let why: Error | null = null;
      client.removeAllListeners('error');
      client.on('error', (error) => {
        why ??= error;
      });
      response.on('error', (error) => {
        why ??= error;
      });
      readBody(response, headers['content-encoding'] ?? '', maxBytes).then(
        (read) => finish(() => settle(hop(read.bytes, endOf(read.error, why, read.wireBytes, headers)))),
        (error: Error) => finish(() => reject(error)),
      );
    });
    client.end();
  });
}

/** How a body ended: null where it is whole. */
function endOf(
  error: Error | null,
  why: Error | null,
  wireBytes: number,
  headers: Record<string, string>,
): Error | null {
  if (error === null) return null;
  if (why instanceof FetchFailure) return why;
  if (error instanceof TooLarge || error instanceof BadEncoding || error instanceof FetchFailure) return error;
  const announced = Number(headers['content-length'] ?? Number.NaN);
  if (wireBytes < announced) {
    return new FetchFailure('wrong-length', `${announced} bytes announced, ${wireBytes} came`);
  }
  return error;
}

function requestHeaders(options: FetchOptions): http.OutgoingHttpHeaders {
  return {
    'user-agent': options.userAgent ?? userAgent(),
    accept: options.accept ?? FETCH_DEFAULTS.accept,
    'accept-language': 'id, en;q=0.5',
    'accept-encoding': 'gzip, deflate, br',
    connection: 'close',
    ...(options.etag ? { 'if-none-match': options.etag } : {}),
    ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
  };
}

function flat(headers: http.IncomingHttpHeaders): Record<string, string> {
  const all: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) all[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return all;
}

const defined = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Partial<T>;

const BY_CODE: Record<string, FetchErrorKind> = {
  ENOTFOUND: 'no-such-host',
  EAI_AGAIN: 'no-such-host',
  ENODATA: 'no-such-host',
  ECONNREFUSED: 'connection-refused',
  EHOSTUNREACH: 'connection-refused',
  ENETUNREACH: 'connection-refused',
  ETIMEDOUT: 'connect-timeout',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
};

function named(error: unknown): { kind: FetchErrorKind; message: string } {
  if (error instanceof FetchFailure) return { kind: error.kind, message: error.message };
  if (error instanceof AddressRefused) return { kind: 'refused-address', message: error.message };
  if (error instanceof TooLarge) return { kind: 'too-large', message: error.message };
  if (error instanceof BadEncoding) return { kind: 'bad-encoding', message: error.message };
  const { code = '', message = String(error) } = error as NodeJS.ErrnoException;
  return { kind: kindOfCode(code), message };
}

function kindOfCode(code: string): FetchErrorKind {
  if (code.startsWith('HPE_')) return 'not-http';
  if (/^(?:ERR_SSL|ERR_TLS|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_|EPROTO)/.test(code)) return 'tls';
  return BY_CODE[code] ?? 'network';
}

/** The server says that what we have is still what it has. */
export const isNotModified = (result: FetchResult): boolean => result.error === null && result.status === 304;

/** The server asks us to come less often, or later. */
export const isRateLimited = (result: FetchResult): boolean =>
  result.status === 429 || (result.status === 503 && result.headers['retry-after'] !== undefined && !isBlocked(result));

/** What kind of closed door the answer is, or null. */
export const blockKind = (result: FetchResult): BlockKind | null =>
  result.status === 0 || result.status === 304 || result.status === 429 ? null : blockOf(result);

function problemOf(result: FetchResult): string | null {
  if (result.error) return `${result.error.kind}: ${result.error.message}`;
  if (result.ok || result.status === 304) return null;
  const block = blockKind(result);
  return block ? `${block} page (status ${result.status})` : `status ${result.status}`;
}

/** A challenge, a login, a paywall or a refusal: to be recorded and respected. */
export const isBlocked = (result: FetchResult): boolean => blockKind(result) !== null;

/**
 * The moment before which the server does not want to see us again, from `Retry-After` in seconds or as a date;
 * null where it does not say, or says something unreadable or past.
 */
export function retryAfter(result: Pick<FetchResult, 'headers'>, now: Date): Date | null {
  const value = result.headers['retry-after']?.trim();
  if (value === undefined || value === '') return null;
  const at = /^\d{1,9}$/.test(value) ? now.getTime() + Number(value) * 1000 : Date.parse(value);
  return Number.isFinite(at) && at > now.getTime() ? new Date(at) : null;
}
