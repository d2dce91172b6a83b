import http from 'node:http';
import https from 'node:https';
import {
  AddressRefused,
  checkUrl,
  guardedLookup,
  plainLookup,
  type Resolve,
  systemResolve,
} from '../../crawl/addresses.ts';
import { retryAfter } from '../../crawl/fetch.ts';
import type { TrustedOrigin } from '../../crawl/trusted.ts';
import type { SendResult } from './channel.ts';

export interface PostOptions {
  /** Origins exempt from the public-address rule: tests, and an operator's own services. */
  trusted: readonly TrustedOrigin[];
  resolve?: Resolve;
  timeoutMs?: number;
  now: Date;
}

const TIMEOUT_MS = 15_000;

/**
 * Posts JSON to a subscriber's address. The address is checked after its name was looked up, on the very answer that
 * is connected to; redirects are not followed. Answers of 200 to 299 accept, 410 ends, everything else fails.
 */
export function postJson(
  address: string,
  body: string,
  headers: Record<string, string>,
  { trusted, resolve = systemResolve, timeoutMs = TIMEOUT_MS, now }: PostOptions,
): Promise<SendResult> {
  let url: URL;
  try {
    url = new URL(address);
    checkUrl(url, trusted);
  } catch (error) {
    return Promise.resolve({ outcome: 'gone', cause: error instanceof AddressRefused ? error.message : 'no address' });
  }
  const origin = trusted.find((t) => t.origin === url.origin);
  return new Promise((settle) => {
    const client = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      lookup: (origin ? plainLookup : guardedLookup)(resolve),
      ...(origin?.at ? { hostname: origin.at.host, port: origin.at.port } : {}),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Tagih-Webhooks',
        ...headers,
      },
      agent: false,
    });
    const end = (result: SendResult) => {
      clearTimeout(timer);
      client.destroy();
      settle(result);
    };
    const timer = setTimeout(() => end({ outcome: 'failed', cause: `no answer within ${timeoutMs} ms` }), timeoutMs);
    client.on('error', (error) => {
      // A name may lead elsewhere tomorrow; an address that is refused today is tried again like one that is down.
      end({
        outcome: 'failed',
        cause: error instanceof AddressRefused ? error.message : `${error.name}: ${error.message}`,
      });
    });
    client.on('response', (response) => {
      response.resume();
      const status = response.statusCode ?? 0;
      if (status >= 200 && status < 300) return end({ outcome: 'accepted' });
      if (status === 410) return end({ outcome: 'gone', cause: 'the receiver answered 410 Gone' });
      const after = retryAfter({ headers: { 'retry-after': response.headers['retry-after'] ?? '' } }, now);
      end({ outcome: 'failed', cause: `the receiver answered ${status}`, ...(after ? { after } : {}) });
    });
    client.end(body);
  });
}
