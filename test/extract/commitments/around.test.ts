import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counted, fitNumbers } from '../../../bench/logistic.ts';
import { roundThem } from '../../../lambda/extract/commitments/around.ts';

const chance = fc.double({ min: 0, max: 1, noNaN: true });
const clauses = fc
  .array(fc.tuple(chance, fc.nat(30)), { minLength: 1, maxLength: 40 })
  .map((list) => list.sort((a, b) => a[1] - b[1]));

describe('what is round a clause', () => {
  it('is nothing where it stands alone', () => {
    const [numbers] = roundThem([0.5], [4]);
    expect(numbers).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('is the other clauses, never the clause itself, in its sentence and up to two away', () => {
    const [first, , , last] = roundThem([0.9, 0.2, 0.6, 0.3], [0, 0, 2, 9]);
    expect(first!.slice(2)).toEqual([Math.log1p(3), expect.closeTo(1.1 / 3), 0.6, Math.log1p(1.1), 0.2, 1, 0.6, 0.6]);
    expect(last!.slice(6)).toEqual([0, 0, 0, 0]);
  });

  it('is the same in whatever order the clauses of a sentence are given, and finite', () => {
    fc.assert(
      fc.property(clauses, (list) => {
        const numbers = roundThem(
          list.map(([p]) => p),
          list.map(([, sentence]) => sentence),
        );
        const back = [...list].reverse();
        const reversed = roundThem(
          back.map(([p]) => p),
          back.map(([, sentence]) => sentence),
        ).reverse();
        for (const [i, row] of numbers.entries()) {
          for (const [k, value] of row.entries()) {
            expect(Number.isFinite(value)).toBe(true);
            expect(reversed[i]![k]).toBeCloseTo(value, 9);
          }
        }
      }),
    );
  });

  it('is reckoned for a hundred thousand clauses of one sentence as quickly as for those of many', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => (i % 10) / 10);
    expect(
      roundThem(
        many,
        many.map(() => 3),
      ),
    ).toHaveLength(100_000);
  });
});

describe('weights of numbers', () => {
  it('are those that the examples were made by', () => {
    const wanted = [-1, 2, 0.5];
    const examples = Array.from({ length: 4000 }, (_, i): Counted => {
      const numbers = [1, ((i * 37) % 101) / 50 - 1, ((i * 53) % 97) / 24 - 2];
      const p = 1 / (1 + Math.exp(-numbers.reduce((sum, value, k) => sum + value * wanted[k]!, 0)));
      return { numbers, positive: ((i * 7919) % 1009) / 1009 < p };
    });
    for (const [k, weight] of fitNumbers(examples, 0).entries())
      expect(Math.abs(weight - wanted[k]!)).toBeLessThan(0.2);
  });

  it('are held nearer to nothing by a pull, the first apart', () => {
    const examples = Array.from(
      { length: 40 },
      (_, i): Counted => ({ numbers: [1, i % 2], positive: i % 2 === 1 || i < 8 }),
    );
    const [free, held] = [fitNumbers(examples, 0.1), fitNumbers(examples, 10)];
    expect(Math.abs(held[1]!)).toBeLessThan(Math.abs(free[1]!));
  });
});
