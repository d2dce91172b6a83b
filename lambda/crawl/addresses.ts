import { lookup as dnsLookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { TrustedOrigin } from './trusted.ts';

/** Why an address may not be fetched. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';
}

/** One answer of a name look-up. */
export interface Address {
  address: string;
  family: number;
}

/** Names to addresses; the system's resolver by default, replaced in tests. */
export type Resolve = (host: string) => Promise<Address[]>;

/** Asks the system's resolver for every address of a host. */
export const systemResolve: Resolve = (host) =>
  new Promise((resolve, reject) => {
    dnsLookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

/**
 * True for an address on the public Internet. Everything that IANA reserves is not: private, loopback, link-local
 * (the cloud's metadata service among them), carrier-grade NAT, multicast, documentation, and the IPv6 forms that
 * carry an IPv4 address inside (mapped, NAT64, 6to4, Teredo), of which the mapped one is judged by what it carries.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.process(address);
  if (ip.range() !== 'unicast') return false;
  // Of IPv6 only 2000::/3 is given out to the public; what is left of `::/96` may carry an IPv4 address.
  return ip.kind() === 'ipv4' || ((ip as ipaddr.IPv6).parts[0]! & 0xe000) === 0x2000;
}

/**
 * A `lookup` for `node:http` that gives only public addresses. The check is made on the very answer that is
 * connected to, so that a name cannot change its mind between check and use.
 */
export function guardedLookup(resolve: Resolve): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (found) => {
        const allowed = found.filter((a) => isPublicAddress(a.address));
        const wanted = options.family === 4 || options.family === 6 ? options.family : null;
        const usable = wanted === null ? allowed : allowed.filter((a) => a.family === wanted);
        const first = usable[0];
        if (!first) {
          const seen = found.map((a) => a.address).join(', ') || 'no address';
          done(new AddressRefused(`${host} leads to ${seen}, which is not on the public Internet`), '', 0);
        } else if (options.all) {
          done(null, usable);
        } else {
          done(null, first.address, first.family);
        }
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };
}

/** A `lookup` without the check, for origins that the operator trusts. */
export function plainLookup(resolve: Resolve): LookupFunction {
  return (host, options, done) => {
    resolve(host).then(
      (found) => {
        const first = found[0];
        if (!first) done(new Error(`${host} has no address`), '', 0);
        else if (options.all) done(null, found);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };
}

/** Ports that are somebody's mail server or shell, never a web page. */
const LOWEST_FREE_PORT = 1024;
const WEB_PORTS = new Set([80, 443]);

/**
 * Checks what can be said of a URL without asking the network. Needed beside {@link guardedLookup} because Node asks
 * no resolver for a host that already is an address.
 * @throws AddressRefused naming what is wrong.
 */
export function checkUrl(url: URL, trusted: readonly TrustedOrigin[]): void {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new AddressRefused(`${url.protocol} is not fetched, only http: and https:`);
  }
  if (url.username !== '' || url.password !== '') throw new AddressRefused('an address with a password is not fetched');
  if (trusted.some((t) => t.origin === url.origin)) return;
  const port = url.port === '' ? null : Number(url.port);
  if (port !== null && port < LOWEST_FREE_PORT && !WEB_PORTS.has(port)) {
    throw new AddressRefused(`port ${port} is not a web server's`);
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !isPublicAddress(host)) {
    throw new AddressRefused(`${host} is not on the public Internet`);
  }
}
