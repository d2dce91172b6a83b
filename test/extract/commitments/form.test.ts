import { describe, expect, it } from 'vitest';
import { eigenOf, orthonormal } from '../../../bench/eigen.ts';
import type { Example } from '../../../bench/logistic.ts';
import { packed } from '../../../bench/packed-form.ts';
import { fitForm } from '../../../bench/quadratic.ts';
import { type Form, unpacked } from '../../../lambda/extract/commitments/form.ts';
import { worthOf } from '../../../lambda/extract/commitments/model.ts';

/** Promises of offices and hopes of citizens are commitments here, the other two are not: no word alone tells which. */
const KINDS: readonly [string, string, boolean][] = [
  ['who:office', 'what:promise', true],
  ['who:citizen', 'what:hope', true],
  ['who:office', 'what:hope', false],
  ['who:citizen', 'what:promise', false],
];
const EXAMPLES = Array.from({ length: 80 }, (_, i): Example => {
  const [who, what, positive] = KINDS[i % 4]!;
  return { features: ['bias', who, what, `article:${i}`], positive, group: `${i}`, weight: 1 };
});
const FORM = fitForm(EXAMPLES, { scale: () => 1, minimumGroups: 4, most: 3, rank: 4 });

/** What features are worth by their whole names. */
const worthOfNames = (form: Form, names: readonly string[]): number =>
  worthOf(
    form,
    names.flatMap((name) => [name.split(':')[0]!, name.split(':')[1] ?? '']),
  );

describe('a quadratic form', () => {
  it('learns what two features are worth together where neither is worth anything alone', () => {
    for (const [who, what, positive] of KINDS) {
      expect(worthOfNames(FORM, ['bias', who, what]) > 0, `${who} ${what}`).toBe(positive);
    }
  });

  it('leaves out features of too few articles, and counts an unknown feature as nothing', () => {
    expect([...FORM.rows.keys()].sort()).toEqual(['bias', 'what:hope', 'what:promise', 'who:citizen', 'who:office']);
    const known = ['bias', 'who:office', 'what:hope'];
    expect(worthOfNames(FORM, [...known, 'never:seen'])).toBe(worthOfNames(FORM, known));
    expect(worthOfNames(FORM, ['never:seen'])).toBe(FORM.constant);
  });

  it('comes back from its bytes as it was, to a twentieth of its values', () => {
    const kept = unpacked(JSON.parse(JSON.stringify(packed(FORM))));
    for (const [who, what] of KINDS) {
      const features = ['bias', who, what];
      expect(worthOfNames(kept, features)).toBeCloseTo(worthOfNames(FORM, features), 1);
    }
  });

  it('is the same for the same examples, byte for byte', () => {
    const again = fitForm(EXAMPLES, { scale: () => 1, minimumGroups: 4, most: 3, rank: 4 });
    expect(JSON.stringify(packed(again))).toBe(JSON.stringify(packed(FORM)));
  });
});

describe('the linear algebra of the training', () => {
  it('finds the eigenvalues and vectors of a symmetric matrix', () => {
    const matrix = [
      [2, 1, 0],
      [1, -3, 4],
      [0, 4, 1],
    ];
    for (const { value, vector } of eigenOf(matrix)) {
      for (const [i, row] of matrix.entries()) {
        expect(row.reduce((sum, x, j) => sum + x * vector[j]!, 0)).toBeCloseTo(value * vector[i]!, 9);
      }
    }
    const trace = eigenOf(matrix).reduce((sum, { value }) => sum + value, 0);
    expect(trace).toBeCloseTo(0, 9);
  });

  it('makes directions orthogonal and of unit length', () => {
    const made = orthonormal([Float64Array.of(1, 1, 0), Float64Array.of(1, 1.001, 0), Float64Array.of(0, 1, 5)]);
    for (const [i, a] of made.entries()) {
      for (const [j, b] of made.entries()) {
        expect(a.reduce((sum, x, k) => sum + x * b[k]!, 0)).toBeCloseTo(i === j ? 1 : 0, 9);
      }
    }
  });
});
