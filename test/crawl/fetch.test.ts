import { once } from 'node:events';
import { createServer } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AddressRefused, checkUrl } from '../../lambda/crawl/addresses.ts';
import {
  blockKind,
  type FetchErrorKind,
  type FetchOptions,
  fetchResource,
  isBlocked,
  isNotModified,
  isRateLimited,
  retryAfter,
} from '../../lambda/crawl/fetch.ts';
import { trustedOriginsOf } from '../../lambda/crawl/trusted.ts';
import { type BadServer, type BEHAVIOURS, startBadServer } from './bad-server.ts';

let server: BadServer;
beforeAll(async () => {
  server = await startBadServer();
});
afterAll(() => server.stop());

/** Names of the tests' own: no question leaves this machine. */
const resolve: FetchOptions['resolve'] = async (host) => {
  if (host === 'intranet.test') return [{ address: '10.1.2.3', family: 4 }];
  if (host === 'both.test')
    return [
      { address: '127.0.0.1', family: 4 },
      { address: '::1', family: 6 },
    ];
  throw Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
};

/** Where a test waits for a limit the limit is short; elsewhere it must not be met on a busy machine. */
const IMPATIENT: { [name in keyof typeof BEHAVIOURS]?: FetchOptions } = {
  'slow-drip': { totalTimeoutMs: 300 },
  'slow-headers': { headersTimeoutMs: 100 },
  'never-answers': { headersTimeoutMs: 100 },
};

const ask = (name: keyof typeof BEHAVIOURS, options: FetchOptions = {}) =>
  fetchResource(`${server.origin}/${name}`, {
    userAgent: 'test',
    trusted: trustedOriginsOf(server.origin),
    ...IMPATIENT[name],
    maxBytes: 1024 * 1024,
    resolve,
    ...options,
  });

async function untilClosed() {
  for (let i = 0; i < 200 && server.open() > 0; i++) await new Promise((done) => setImmediate(done));
}
afterEach(async () => {
  await untilClosed();
  expect(server.open(), 'sockets left open').toBe(0);
});

describe('a server that misbehaves', () => {
  const ERRORS: [behaviour: keyof typeof BEHAVIOURS, says: FetchErrorKind, what: string][] = [
    ['slow-drip', 'total-timeout', 'a body that drips for ever is cut off'],
    ['slow-headers', 'headers-timeout', 'headers that drip for ever are cut off'],
    ['never-answers', 'headers-timeout', 'a server that says nothing is left'],
    ['endless-body', 'too-large', 'a body without an end is cut at the cap'],
    ['endless-headers', 'not-http', 'headers without an end are refused'],
    ['gzip-bomb', 'too-large', 'a gzip bomb is stopped at the cap'],
    ['brotli-bomb', 'too-large', 'a brotli bomb is stopped at the cap'],
    ['truncated-gzip', 'bad-encoding', 'a gzip stream that ends early is an error'],
    ['broken-gzip', 'bad-encoding', 'a broken gzip stream is an error'],
    ['unknown-encoding', 'bad-encoding', 'an encoding that nobody knows is an error'],
    ['redirect-loop', 'redirect-loop', 'redirects in a circle are found out'],
    ['redirect-on-and-on', 'too-many-redirects', 'redirects without an end are left'],
    ['redirect-to-metadata', 'refused-address', 'a redirect to the metadata service is refused'],
    ['redirect-to-private-name', 'refused-address', 'a redirect to a name with a private address is refused'],
    ['redirect-to-mapped-loopback', 'refused-address', 'a redirect to loopback written as IPv6 is refused'],
    ['redirect-to-decimal-loopback', 'refused-address', 'a redirect to loopback written as a number is refused'],
    ['redirect-to-file', 'refused-address', 'a redirect to a file is refused'],
    ['redirect-to-nonsense', 'bad-redirect', 'a redirect to no address is an error'],
    ['wrong-length', 'wrong-length', 'fewer bytes than announced is an error'],
    ['reset-half-way', 'reset', 'a reset half-way is an error'],
    ['chunks-cut-off', 'reset', 'chunks without a last one are an error'],
    ['reset-at-once', 'reset', 'a reset before the answer is an error'],
    ['closes-at-once', 'reset', 'a connection closed without an answer is an error'],
    ['not-http', 'not-http', 'something that is not HTTP is an error'],
    ['not-modified-unasked', 'unasked-not-modified', '"not modified" that nobody asked about is an error'],
  ];
  test.each(ERRORS)('%s → %s: %s', async (behaviour, kind) => {
    const result = await ask(behaviour);
    expect(result.error?.kind).toBe(kind);
    expect(result.ok).toBe(false);
    expect(result.problem).toContain(kind);
    expect(result.body.length).toBeLessThanOrEqual(1024 * 1024);
  });

  const TOLERATED: [behaviour: keyof typeof BEHAVIOURS, what: string][] = [
    ['plain-called-gzip', 'plain bytes that call themselves gzip are read'],
    ['gzip-unsaid', 'gzip that does not say so is read'],
    ['deflate-raw', 'deflate without its header is read'],
    ['deflate-zlib', 'deflate with its header is read'],
  ];
  test.each(TOLERATED)('%s: %s', async (behaviour) => {
    const result = await ask(behaviour);
    expect(result.problem).toBeNull();
    expect(result.body.toString()).toContain('Isi halaman ini pendek saja.');
  });

  test('what had arrived before a reset is kept beside the error', async () => {
    expect((await ask('reset-half-way')).body.toString()).toContain('Isi halaman');
    expect((await ask('wrong-length')).body.toString()).toContain('Isi halaman');
  });

  test('a redirect without an address is the answer itself', async () => {
    const result = await ask('redirect-nowhere');
    expect([result.status, result.error, result.ok]).toEqual([302, null, false]);
  });

  test('a bomb costs memory of the order of the cap, not of what it unfolds to', async () => {
    const before = process.memoryUsage().arrayBuffers;
    await ask('gzip-bomb');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(24 * 1024 * 1024);
  });
});

describe('addresses', () => {
  test.each([
    ['http://127.0.0.1:9/', 'refused-address'],
    ['http://[::1]/', 'refused-address'],
    ['http://0x7f.1/', 'refused-address'],
    ['http://10.0.0.8/', 'refused-address'],
    ['http://100.64.1.1/', 'refused-address'],
    ['http://[fd00:ec2::254]/latest/', 'refused-address'],
    ['http://[64:ff9b::a9fe:a9fe]/', 'refused-address'],
    ['http://both.test/', 'refused-address'],
    ['http://user:secret@example.com/', 'refused-address'],
    ['http://example.com:25/', 'refused-address'],
    ['ftp://example.com/', 'refused-address'],
    ['nonsense', 'bad-address'],
    ['http://nobody.test/', 'no-such-host'],
  ] as const)('%s is %s', async (url, kind) => {
    const result = await fetchResource(url, { userAgent: 'test', trusted: [], resolve, totalTimeoutMs: 500 });
    expect(result.error?.kind).toBe(kind);
    expect(result.status).toBe(0);
  });

  test('no way of writing a reserved IPv4 address gets through', () => {
    const reserved = fc.oneof(
      fc.tuple(fc.constantFrom(0, 10, 127), fc.nat(255), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(169), fc.constant(254), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(192), fc.constant(168), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), fc.nat(255), fc.nat(255)),
      fc.tuple(fc.integer({ min: 224, max: 255 }), fc.nat(255), fc.nat(255), fc.nat(255)),
    );
    const forms: ((...parts: number[]) => string)[] = [
      (...p) => p.join('.'),
      (...p) => p.map((n) => `0x${n.toString(16)}`).join('.'),
      (...p) => p.map((n) => `0${n.toString(8)}`).join('.'),
      (a = 0, b = 0, c = 0, d = 0) => String(((a * 256 + b) * 256 + c) * 256 + d),
      (a = 0, b = 0, c = 0, d = 0) => `${a}.${b}.${c * 256 + d}`,
      (...p) => `[::ffff:${p.join('.')}]`,
      (...p) => `[64:ff9b::${p.join('.')}]`,
      (...p) => `[::${p.join('.')}]`,
      (...p) => `${p.join('.')}.`,
    ];
    fc.assert(
      fc.property(reserved, fc.constantFrom(...forms), (parts, form) => {
        const url = new URL(`http://${form(...parts)}/`);
        expect(() => checkUrl(url, []), url.href).toThrow(AddressRefused);
      }),
      { numRuns: process.env.TAGIH_LONG ? 20_000 : 500, seed: 5 },
    );
  });

  test('a port where nobody listens is a refused connection', async () => {
    const idle = createServer();
    idle.listen(0, '127.0.0.1');
    await once(idle, 'listening');
    const { port } = idle.address() as { port: number };
    idle.close();
    await once(idle, 'close');
    const origin = `http://127.0.0.1:${port}`;
    const result = await fetchResource(origin, { userAgent: 'test', trusted: trustedOriginsOf(origin) });
    expect(result.error?.kind).toBe('connection-refused');
  });

  test('a server that does not speak TLS is an error of its own', async () => {
    const origin = server.origin.replace('http:', 'https:');
    const result = await fetchResource(origin, { userAgent: 'test', trusted: trustedOriginsOf(origin) });
    expect(result.error?.kind).toBe('tls');
  });

  test('a trusted origin is asked by its name where it really listens', async () => {
    const trusted = trustedOriginsOf(`http://arsip.test=127.0.0.1:${server.port}`);
    const result = await fetchResource('http://arsip.test/good', { userAgent: 'test', trusted, resolve });
    expect([result.status, result.url]).toEqual([200, 'http://arsip.test/good']);
    expect(server.requests.at(-1)?.headers.host).toBe('arsip.test');
  });

  test('a typing error in the trusted origins trusts nobody', () => {
    expect(trustedOriginsOf('127.0.0.1, *, file:///, http://a.test=nowhere')).toEqual([]);
  });
});

describe('conditional requests and redirects', () => {
  test('what an answer called itself is sent back, and "not modified" is told apart', async () => {
    const first = await ask('good-304');
    expect([first.ok, first.etag, isNotModified(first)]).toEqual([true, '"a1"', false]);
    const second = await ask('good-304', { etag: first.etag });
    expect([second.status, isNotModified(second), second.problem]).toEqual([304, true, null]);
  });

  test('permanent redirects are reported as far as they are permanent', async () => {
    expect((await ask('moved-for-good')).permanentUrl).toBe(`${server.origin}/good`);
    const mixed = await ask('moved-then-detour');
    expect([mixed.permanentUrl, mixed.url]).toEqual([`${server.origin}/detour`, `${server.origin}/good`]);
    expect((await ask('detour')).permanentUrl).toBeNull();
  });

  test('a request says who asks and what it can read', async () => {
    await ask('good', { userAgent: 'TagihBot/1.0 (complaints: a@b.example)' });
    const { headers } = server.requests.at(-1)!;
    expect(headers['user-agent']).toBe('TagihBot/1.0 (complaints: a@b.example)');
    expect(headers['accept-encoding']).toBe('gzip, deflate, br');
  });
});

describe('servers that ask for patience', () => {
  const now = new Date('2017-08-02T07:30:00Z');
  test.each([
    ['429-seconds', '2017-08-02T07:32:00.000Z'],
    ['429-date', '2017-08-02T08:00:00.000Z'],
    ['429-nonsense', null],
    ['503-seconds', '2017-08-02T07:31:00.000Z'],
  ] as const)('%s → not before %s', async (behaviour, at) => {
    const result = await ask(behaviour);
    expect(isRateLimited(result)).toBe(true);
    expect(isBlocked(result)).toBe(false);
    expect(retryAfter(result, now)?.toISOString() ?? null).toBe(at);
  });

  test('a date that has passed is no date', () => {
    const headers = { 'retry-after': 'Wed, 02 Aug 2017 07:00:00 GMT' };
    expect(retryAfter({ headers }, now)).toBeNull();
  });
});

describe('closed doors', () => {
  test.each([
    ['challenge-403', 'challenge'],
    ['challenge-200', 'challenge'],
    ['forbidden-403', 'forbidden'],
    ['censored-200', 'legal'],
    ['login-redirect', 'login'],
    ['wants-password', 'login'],
    ['wants-money', 'paywall'],
    ['taken-down', 'legal'],
    ['good', null],
    ['429-seconds', null],
  ] as const)('%s is %s', async (behaviour, kind) => {
    const result = await ask(behaviour);
    expect(blockKind(result)).toBe(kind);
    expect(isBlocked(result)).toBe(kind !== null);
    if (kind) expect(result.ok).toBe(false);
  });
});
