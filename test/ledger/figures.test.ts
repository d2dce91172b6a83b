import { expect, test } from 'vitest';
import { numberIn } from '../../lambda/ledger/words/figures.ts';

test.each([
  ['3.100', 3100],
  ['2,4 miliar', 2.4e9],
  ['tujuh', 7],
  ['sebelas', 11],
  ['dua belas', 12],
  ['dua puluh satu', 21],
  ['tiga ratus', 300],
  ['dua puluh juta', 20e6],
  ['seribu', 1000],
])('a number in figures or in words has its value: %s', (text, value) => {
  expect(numberIn(text)).toBeCloseTo(value);
});
