import { describe, expect, it } from 'vitest';

// A table of its own: other tests of the process may have filled the one that all share.
const OWN = '../../../lambda/extract/text/words.ts?of-its-own';
const { byWord, MOST_WORDS, numberByWord, numberOf, wordOf } = (await import(
  OWN
)) as typeof import('../../../lambda/extract/text/words.ts');

describe('the numbers of words', () => {
  it('are one for each word, and none for what is too long to be one', () => {
    expect(numberOf('tenggat')).toBe(numberOf('tenggat'));
    expect(numberOf('tenggat')).not.toBe(numberOf('tenggatnya'));
    expect(wordOf('x'.repeat(41))).toEqual({ lower: 'x'.repeat(41), word: -1 });
  });

  it('keep what was found, and find anew for words without one', () => {
    let asked = 0;
    const last = byWord((word) => (asked++ >= 0 ? (word.at(-1) ?? null) : null));
    const length = numberByWord((word) => (asked++ >= 0 ? word.length : 0));
    for (const word of ['denda', 'denda', '']) {
      expect(last(wordOf(word))).toBe(word.at(-1) ?? null);
      expect(length(wordOf(word))).toBe(word.length);
    }
    expect(asked).toBe(4);
    expect([last({ lower: 'izin', word: -1 }), length({ lower: 'izin', word: -1 })]).toEqual(['n', 4]);
    expect(asked).toBe(6);
  });

  it('are no more than there is room for', () => {
    for (let i = 0; i <= MOST_WORDS; i++) numberOf(`kata-${i}`);
    expect(numberOf('kata-0')).toBeGreaterThanOrEqual(0);
    expect(numberOf(`kata-${MOST_WORDS}`)).toBe(-1);
    expect(byWord((word) => word)(wordOf(`kata-${MOST_WORDS}`))).toBe(`kata-${MOST_WORDS}`);
  });
});

it('words that are made to fall together are looked for no further than others', () => {
  // `ao` and `c1` give one sum, and so do all words of as many of them.
  const made = Array.from({ length: 4_096 }, (_, n) =>
    Array.from({ length: 12 }, (_, bit) => (n & (1 << bit) ? 'ao' : 'c1')).join(''),
  );
  const numbered = made.map(numberOf).filter((number) => number >= 0);
  expect(new Set(numbered).size).toBe(numbered.length);
  expect(numbered.length).toBeLessThan(made.length / 10);
});
