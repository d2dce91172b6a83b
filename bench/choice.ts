/** Choosing one of several options by named features: a conditional logistic regression, nothing random. */

import { descend } from './descent.ts';

export interface Choice {
  options: readonly { features: readonly string[]; right: boolean }[];
  /** Choices of one group (an article) are never split between training and testing. */
  group: string;
  /** How much it counts; 1 where nothing is said. */
  weight?: number;
}

export interface ChoiceOptions {
  /** Strength of the pull of each weight towards its prior. */
  penalty: number;
  prior: (feature: string) => number;
  /** Features seen in fewer groups than this are left out. */
  minimumGroups: number;
  rounds: number;
}

/**
 * Weights by which the right options of most choices have the largest sum. Where several options are right any of
 * them will do. Choices without a right option teach nothing. Full-batch Adam: deterministic.
 */
export function fitChoice(
  choices: readonly Choice[],
  { penalty, prior, minimumGroups, rounds }: ChoiceOptions,
): Map<string, number> {
  const useful = choices.filter(({ options }) => options.some(({ right }) => right));
  const groups = new Map<string, Set<string>>();
  for (const { options, group } of useful) {
    for (const { features } of options) {
      for (const name of features) (groups.get(name) ?? groups.set(name, new Set()).get(name)!).add(group);
    }
  }
  const names = [...groups].filter(([, seen]) => seen.size >= minimumGroups).map(([name]) => name);
  names.sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = useful.map(({ options }) =>
    options.map(({ features }) => Int32Array.from(features.flatMap((name) => index.get(name) ?? []))),
  );
  const w = Float64Array.from(names, prior);
  descend(w, { rounds, total: useful.length, pull: () => penalty }, (gradient) => {
    for (const [i, row] of rows.entries()) addGradient(gradient, w, row, useful[i]!);
  });
  return new Map(names.map((name, i) => [name, w[i]!]));
}

function addGradient(
  gradient: Float64Array,
  w: Float64Array,
  row: readonly Int32Array[],
  { options, weight = 1 }: Choice,
): void {
  const sums = row.map((features) => features.reduce((sum, j) => sum + w[j]!, 0));
  const largest = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp(sum - largest));
  const all = odds.reduce((a, b) => a + b, 0);
  const right = odds.reduce((sum, odd, i) => sum + (options[i]!.right ? odd : 0), 0);
  for (const [i, features] of row.entries()) {
    const slope = weight * (odds[i]! / all - (options[i]!.right ? odds[i]! / right : 0));
    for (const j of features) gradient[j]! += slope;
  }
}
