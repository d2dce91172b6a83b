import { describe, expect, test } from 'vitest';
import table from '../../lambda/ledger/pile/kindred.data.json' with { type: 'json' };
import { kindredIn } from '../../lambda/ledger/pile/kindred.ts';
import { stem } from '../../lambda/ledger/words/stem.ts';

const meet = (a: string, b: string): boolean => {
  const other = kindredIn(b);
  return [...kindredIn(a)].some((word) => other.has(word));
};

describe('words that news uses for each other', () => {
  test.each([
    ['membagikan rice cooker', 'penanak nasi disalurkan'],
    ['diambil kembali', 'penarikan'],
    ['lokapasar', 'e-commerce'],
    ['tuntas', 'kelar'],
    ['menunda', 'diundur'],
    // A word that no row has stands for itself.
    ['satelit', 'satelit itu'],
  ])('are one: %s, %s', (a, b) => {
    expect(meet(a, b)).toBe(true);
  });

  test.each([
    ['menaikkan', 'menurunkan'],
    ['mencabut izin', 'menerbitkan'],
    ['rapat', 'gempa'],
    ['', 'apa saja'],
  ])('are not: %s, %s', (a, b) => {
    expect(meet(a, b)).toBe(false);
  });

  test('a number of a day, a function word or a single letter is no word', () => {
    expect(kindredIn('pada 12 a yang')).toEqual(new Set());
  });

  test('every stem stands in one row, and no row holds one word alone', () => {
    const rowsOf = new Map<string, Set<number>>();
    for (const [row, words] of table.rows.entries())
      for (const word of words.split(' '))
        for (const key of [stem(word), word.split('-').map(stem).join(' ')])
          rowsOf.set(key, (rowsOf.get(key) ?? new Set()).add(row));
    expect([...rowsOf].filter(([, rows]) => rows.size > 1)).toEqual([]);
    for (const row of table.rows) expect(row.split(' ').length).toBeGreaterThan(1);
  });
});
