import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Commitment } from '../types.ts';

/** The fingerprint has done its work when sources are counted. */
const slim = (name: string, value: unknown): unknown => (name === 'fingerprint' ? null : value);

export function pack(commitment: Commitment): Uint8Array {
  return deflateRawSync(JSON.stringify(commitment, slim));
}

/** @throws SyntaxError or a zlib error on bytes that {@link pack} did not write. */
export function unpack(body: Uint8Array): Commitment {
  return JSON.parse(inflateRawSync(body).toString('utf8')) as Commitment;
}
