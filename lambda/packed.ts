import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { DICTIONARIES } from './packed.data.ts';

/** What items are packed with now. */
const CURRENT = 1;

const KNOWN = new Map<number, Buffer>();

/** @throws RangeError for a number that no dictionary has. */
function dictionary(number: number): Buffer {
  const known = KNOWN.get(number);
  if (known) return known;
  const text = DICTIONARIES[number];
  if (text === undefined) throw new RangeError(`nothing was ever packed with dictionary ${number}`);
  // The lines are for who reads the file.
  const bytes = Buffer.from(text.replaceAll('\n', ' '));
  KNOWN.set(number, bytes);
  return bytes;
}

/**
 * Anything that JSON can say, compressed: a unit of the table is a kilobyte, and what is said here is wordy. Most of what
 * one item says, all say: it is compressed against a text of that, whose number is the first byte.
 */
export function packJson(value: unknown, replacer?: (name: string, value: unknown) => unknown): Uint8Array {
  const body = deflateRawSync(JSON.stringify(value, replacer), { dictionary: dictionary(CURRENT), level: 9 });
  return Buffer.concat([Buffer.of(CURRENT), body]);
}

/** @throws RangeError, SyntaxError or a zlib error on bytes that {@link packJson} did not write. */
export function unpackJson<T>(packed: Uint8Array): T {
  const body = inflateRawSync(packed.subarray(1), { dictionary: dictionary(packed[0] ?? 0) });
  return JSON.parse(body.toString('utf8')) as T;
}
