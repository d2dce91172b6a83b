import type { Seen } from '../lambda/ledger/pile/weigh.ts';

/** Puts numbers on the scale on which each number of some examples has mean 0 and spread 1, so that all are held back alike. */
export function scalerOf(all: readonly Seen['numbers'][]): (numbers: Seen['numbers']) => Record<string, number> {
  const scales = Object.keys(all[0] ?? {}).map((name) => {
    const mean = meanOf(all.map((numbers) => numbers[name]!));
    const own = Math.sqrt(meanOf(all.map((numbers) => (numbers[name]! - mean) ** 2)));
    // What is always the same tells nothing, whatever is left of it by rounding.
    return { name, mean, spread: own < 1e-9 ? 1 : own };
  });
  return (numbers) =>
    Object.fromEntries(scales.map(({ name, mean, spread }) => [name, (numbers[name]! - mean) / spread]));
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
