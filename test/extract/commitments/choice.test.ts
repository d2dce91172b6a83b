import { describe, expect, it } from 'vitest';
import { type Choice, fitChoice } from '../../../bench/choice.ts';

const OPTIONS = { penalty: 1, prior: () => 0, minimumGroups: 1, rounds: 80 };
const choice = (right: string, group: string, weight?: number): Choice => ({
  options: ['subject', 'quoted'].map((name) => ({ features: [name], right: name === right })),
  group,
  ...(weight === undefined ? {} : { weight }),
});
const margin = (choices: readonly Choice[]): number => {
  const weights = fitChoice(choices, OPTIONS);
  return weights.get('subject')! - weights.get('quoted')!;
};

describe('weights of choices', () => {
  it('give the right options of most choices the largest sum', () => {
    expect(margin([choice('subject', 'a'), choice('subject', 'b'), choice('quoted', 'c')])).toBeGreaterThan(0);
  });

  it('follow choices that count more', () => {
    expect(margin([choice('subject', 'a'), choice('subject', 'b'), choice('quoted', 'c', 4)])).toBeLessThan(0);
  });

  it('learn nothing from a choice without a right option', () => {
    const none: Choice = { options: [{ features: ['quoted'], right: false }], group: 'd', weight: 9 };
    const known = [choice('subject', 'a'), choice('subject', 'b')];
    expect(margin([...known, none])).toBeCloseTo(margin(known), 9);
  });
});
