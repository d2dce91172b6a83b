import { expect, test } from 'vitest';
import { slip } from '../../../lambda/extract/actors/slip.ts';

test.each([
  ['pangerapan', 'pangarepan', true],
  ['samuel', 'semuel', true],
  ['hafid', 'hafidz', true],
  ['hafid', 'hafdi', true],
  ['pangerapan', 'pangestu', false],
  ['budi', 'bayu', false],
  ['budi', 'rudi', false],
  ['ali', 'alo', false],
  ['wirya', 'wirya', true],
])('%s and %s are spellings of one name: %s', (a, b, expected) => {
  expect(slip(a, b)).toBe(expected);
  expect(slip(b, a)).toBe(expected);
});
