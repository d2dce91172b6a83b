import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstEndingBehind, firstThat } from '../../lambda/extract/text/bisect.ts';

test('the first item of an ordered list that something holds of is the one that a look at each finds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.nat(55), (items, least) => {
      const list = items.sort((a, b) => a - b);
      const at = list.findIndex((item) => item >= least);
      expect(firstThat(list, (item) => item >= least)).toBe(at < 0 ? list.length : at);
    }),
  );
});

test('a span that ends at an offset does not end behind it', () => {
  const spans = [
    { start: 0, end: 4 },
    { start: 6, end: 9 },
  ];
  expect([3, 4, 8, 9].map((offset) => firstEndingBehind(spans, offset))).toEqual([0, 1, 1, 2]);
});
