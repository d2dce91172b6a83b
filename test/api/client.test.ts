import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { requestOf } from '../../lambda/api/request.ts';
import type { Db } from '../../lambda/dynamo.ts';
import { ENV, PROXY_HEADER } from '../../lambda/env.ts';

const EDGE = '203.0.113.9';

function sourceIpOf(headers: Record<string, string>): string {
  const http = { method: 'GET', path: '/', sourceIp: EDGE, protocol: 'HTTP/1.1', userAgent: '' };
  const event = { rawPath: '/', rawQueryString: '', headers, requestContext: { requestId: 'r', http } };
  return requestOf(event as unknown as APIGatewayProxyEventV2, {}, {} as Db, new Date(0), 'json').sourceIp;
}

describe('the address that limits count by', () => {
  afterEach(() => vi.unstubAllEnvs());

  test.each<[string, string | undefined, Record<string, string>, string]>([
    [
      'is the caller’s where no proxy is configured, whatever is claimed',
      undefined,
      { 'x-forwarded-for': '1.1.1.1, 2.2.2.2' },
      EDGE,
    ],
    [
      'is whom the proxy saw, where the proxy signed',
      'key',
      { 'x-forwarded-for': `198.51.100.7, ${EDGE}`, [PROXY_HEADER]: 'key' },
      '198.51.100.7',
    ],
    [
      'is not what that one claimed before',
      'key',
      { 'x-forwarded-for': `1.1.1.1, 2001:db8::7, ${EDGE}`, [PROXY_HEADER]: 'key' },
      '2001:db8::7',
    ],
    ['is the caller’s where the proxy was passed by', 'key', { 'x-forwarded-for': `1.1.1.1, ${EDGE}` }, EDGE],
    [
      'is the caller’s where the signature is wrong',
      'key',
      { 'x-forwarded-for': `1.1.1.1, ${EDGE}`, [PROXY_HEADER]: 'other' },
      EDGE,
    ],
    [
      'is the caller’s where what is forwarded is no address',
      'key',
      { 'x-forwarded-for': `unknown, ${EDGE}`, [PROXY_HEADER]: 'key' },
      EDGE,
    ],
    ['is the caller’s where nothing is forwarded', 'key', { [PROXY_HEADER]: 'key' }, EDGE],
  ])('%s', (_name, key, headers, expected) => {
    vi.stubEnv(ENV.proxyKey, key);
    expect(sourceIpOf(headers)).toBe(expected);
  });
});
