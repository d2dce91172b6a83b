import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Commitment } from '../types.ts';

/** The fingerprint has done its work when sources are counted. */
const slim = (name: string, value: unknown): unknown => (name === 'fingerprint' ? null : value);

/** Anything that JSON can say, compressed: a unit of the table is a kilobyte, and what is said here is wordy. */
export const packJson = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value));

/** @throws SyntaxError or a zlib error on bytes that {@link packJson} did not write. */
export const unpackJson = <T>(body: Uint8Array): T => JSON.parse(inflateRawSync(body).toString('utf8')) as T;

export function pack(commitment: Commitment): Uint8Array {
  return deflateRawSync(JSON.stringify(commitment, slim));
}

/** @throws SyntaxError or a zlib error on bytes that {@link pack} did not write. */
export const unpack = (body: Uint8Array): Commitment => unpackJson<Commitment>(body);
