import type { Seen, Weights } from '../lambda/ledger/pile/weigh.ts';
import { tableOf } from './story-marks.ts';

/** Numbers on one scale, so that all are held back alike. */
export interface Scale {
  scaled: (numbers: Seen['numbers']) => Record<string, number>;
  /** Weights of scaled numbers as a network without units that judges the numbers themselves. */
  unscaled: (weights: ReadonlyMap<string, number>) => Weights;
}

/** Significant digits kept of what a unit of a number is worth. */
const DIGITS = 4;

/** The scale on which each number of some examples has mean 0 and spread 1. */
export function scaleOf(all: readonly Seen['numbers'][]): Scale {
  const names = Object.keys(all[0] ?? {});
  const mean: Record<string, number> = {};
  const spread: Record<string, number> = {};
  for (const name of names) {
    mean[name] = meanOf(all.map((numbers) => numbers[name]!));
    const own = Math.sqrt(meanOf(all.map((numbers) => (numbers[name]! - mean[name]!) ** 2)));
    // What is always the same tells nothing, whatever is left of it by rounding.
    spread[name] = own < 1e-9 ? 1 : own;
  }
  return {
    scaled: (numbers) =>
      Object.fromEntries(names.map((name) => [name, (numbers[name]! - mean[name]!) / spread[name]!])),
    unscaled: (weights) => {
      let bias = weights.get('bias') ?? 0;
      const numbers: Record<string, number[]> = {};
      for (const name of names) {
        const weight = (weights.get(name) ?? 0) / spread[name]!;
        bias -= weight * mean[name]!;
        numbers[name] = [0, 1, Number(weight.toPrecision(DIGITS))];
      }
      const held = [...weights].filter(([name]) => !names.includes(name) && name !== 'bias');
      const sums = Object.entries(tableOf([...held, ['bias', bias]])).map(([name, weight]) => [name, [weight]]);
      return { begin: [0], out: [], names: Object.fromEntries(sums), numbers };
    },
  };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
