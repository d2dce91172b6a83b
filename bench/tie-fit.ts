/** Which of several promises a sentence tells of, and how each ended, or none: a conditional logistic regression, nothing random. */
import { descend } from './descent.ts';
import { type Example, type Fit, fitted } from './logistic.ts';

/** An option of a sentence. Of one sentence several may be right; where none is, that it tells of none is. */
export interface Option extends Example {
  sentence: string;
}

/** How strongly each weight is pulled towards zero, and how often all sentences are gone through. */
const [PENALTY, ROUNDS] = [3, 300];
/** Features seen in fewer groups than this are left out. */
const GROUPS = 3;

/**
 * Weights by which the right options of most sentences have the most of all that their options weigh, or none has much: against
 * telling of nothing, which weighs nothing. Full-batch Adam: deterministic.
 */
export function fitTies(options: readonly Option[]): Fit {
  const { names, rows } = indexed(options);
  const sentences = [...Map.groupBy(options.keys(), (i) => options[i]!.sentence).values()];
  const w = new Float64Array(names.length);
  const pull = (j: number): number => (names[j] === 'bias' ? 0 : PENALTY);
  descend(w, { rounds: ROUNDS, total: sentences.length, pull }, (gradient) => {
    const odds = rows.map(({ at, value }) => {
      let z = 0;
      for (let n = 0; n < at.length; n++) z += w[at[n]!]! * value[n]!;
      return z;
    });
    for (const own of sentences) {
      const largest = own.reduce((most, i) => Math.max(most, odds[i]!), 0);
      const weights = own.map((i) => Math.exp(odds[i]! - largest));
      const all = weights.reduce((a, b) => a + b, Math.exp(-largest));
      const right = weights.reduce((sum, weight, k) => sum + (options[own[k]!]!.positive ? weight : 0), 0);
      for (const [k, i] of own.entries()) {
        const slope = weights[k]! / all - (options[i]!.positive ? weights[k]! / right : 0);
        const { at, value } = rows[i]!;
        for (let n = 0; n < at.length; n++) gradient[at[n]!]! += slope * value[n]!;
      }
    }
  });
  return fitted(names, w);
}

interface Row {
  at: Int32Array;
  value: Float64Array;
}

/** Features and numbers of options by index, and what each has there. */
function indexed(options: readonly Option[]): { names: string[]; rows: Row[] } {
  const groups = new Map<string, Set<string>>();
  for (const { features, numbers = {}, group } of options)
    for (const name of [...features, ...Object.keys(numbers)])
      (groups.get(name) ?? groups.set(name, new Set()).get(name)!).add(group);
  const names = [...groups].filter(([, seen]) => seen.size >= GROUPS).map(([name]) => name);
  names.sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = options.map(({ features, numbers = {} }) => {
    const held = [...new Set(features)].map((name): [string, number] => [name, 1]);
    const own = [...held, ...Object.entries(numbers)].filter(([name, value]) => value !== 0 && index.has(name));
    return {
      at: Int32Array.from(own, ([name]) => index.get(name)!),
      value: Float64Array.from(own, ([, value]) => value),
    };
  });
  return { names, rows };
}
