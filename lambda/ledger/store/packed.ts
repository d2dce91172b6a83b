import { packJson, unpackJson } from '../../packed.ts';
import type { Commitment } from '../types.ts';

export { packJson, unpackJson } from '../../packed.ts';

/** The fingerprint has done its work when sources are counted. */
const slim = (name: string, value: unknown): unknown => (name === 'fingerprint' ? null : value);

export const pack = (commitment: Commitment): Uint8Array => packJson(commitment, slim);

/** @throws RangeError, SyntaxError or a zlib error on bytes that {@link pack} did not write. */
export const unpack = (body: Uint8Array): Commitment => unpackJson<Commitment>(body);
