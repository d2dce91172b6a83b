import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DICTIONARIES } from '../lambda/packed.data.ts';
import { packJson, unpackJson } from '../lambda/packed.ts';

/** What is packed is kept for years: a dictionary that has packed anything is never changed. */
const NEVER_CHANGED: Record<number, string> = { 1: 'fecd7218acd039d2b0ca3ebfbc86399259686e87c4b0135e29e9ccbce996afef' };

describe('what an item holds, packed', () => {
  test('comes back as it was, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // As JSON has it: it knows no negative zero.
        expect(unpackJson(packJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  test('takes a third less than without what all items say', () => {
    const report = {
      id: '9b7bea4112340d70214d',
      article: {
        key: 'contoh.id/a',
        id: 'bb45e91045879cf401ea',
        url: 'https://contoh.id/a',
        outlet: 'contoh',
        title: 'Judul',
      },
      kind: 'fulfilled',
      quote: 'Kementerian telah menerbitkan peraturan tersebut, kata juru bicara kementerian di Jakarta.',
      parties: ['a:komdigi'],
      rule: 'plain-verb',
      recordedAt: '2026-11-28T00:00:00.000Z',
    };
    expect(packJson(report).length).toBeLessThan((deflateRawSync(JSON.stringify(report)).length * 2) / 3);
  });

  test('is refused by name where it was packed with nothing that is known', () => {
    expect(() => unpackJson(Uint8Array.of(99, 1, 2))).toThrow(RangeError);
    expect(() => unpackJson(new Uint8Array())).toThrow(RangeError);
    expect(() => unpackJson(Uint8Array.of(1, 255, 255))).toThrow(Error);
  });

  test.each(Object.entries(DICTIONARIES))('can always be unpacked: dictionary %s is what it was', (number, text) => {
    expect(createHash('sha256').update(text).digest('hex')).toBe(NEVER_CHANGED[Number(number)]);
  });
});
