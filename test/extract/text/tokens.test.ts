import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tokenize } from '../../../lambda/extract/text/tokens.ts';

const words = (text: string): string[] => tokenize(text).map(({ lower }) => lower);

test.each<[string, string, string[]]>([
  [
    'numbers keep their separators',
    'Rp1.500.000, naik 4,5 persen',
    ['rp1', '.', '500.000', ',', 'naik', '4,5', 'persen'],
  ],
  ['a printed date is one token', 'Rabu (2/8/2017)', ['rabu', '(', '2/8/2017', ')']],
  ['hyphens and apostrophes join letters', "take-down Jum'at", ['take-down', "jum'at"]],
  ['a stop between words is a mark', 'selesai.Lalu', ['selesai', '.', 'lalu']],
  ['quotation marks stand alone', '“Kami,” kata', ['“', 'kami', ',', '”', 'kata']],
])('%s', (_, text, expected) => {
  expect(words(text)).toEqual(expected);
});

test.each<[string, boolean]>([
  ['eFishery', true],
  ['tvOne', true],
  ['idEA', true],
  ['diBali', false],
  ['kWh', false],
  ['pinjol', false],
])('%s is a name: %s', (word, isName) => {
  expect(tokenize(word)[0]?.capital).toBe(isName);
});

const WHITE = /[\s\u0000-\u0020\u200b-\u200f\ufeff]/gu;

test('tokens are verbatim stretches in order that leave out white space only', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      const tokens = tokenize(text);
      const inOrder = tokens.every(({ start, end }, i) => end > start && start >= (tokens[i - 1]?.end ?? 0));
      const verbatim = tokens.every(({ start, end, lower }) => text.slice(start, end).toLowerCase() === lower);
      const kept = tokens.map(({ start, end }) => text.slice(start, end)).join('');
      expect([inOrder, verbatim, kept.replace(WHITE, '')]).toEqual([true, true, text.replace(WHITE, '')]);
    }),
    { seed: 3, numRuns: process.env.TAGIH_LONG ? 20_000 : 300 },
  );
});
