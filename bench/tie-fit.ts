/** Which of several promises a sentence tells of, and how each ended, or none: a conditional logistic regression, nothing random. */
import type { Example, Fit } from './logistic.ts';

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
  const size = names.length;
  const w = new Float64Array(size);
  const m = new Float64Array(size);
  const v = new Float64Array(size);
  const odds = new Float64Array(options.length);
  for (let round = 1; round <= ROUNDS; round++) {
    for (const [i, { at, value }] of rows.entries()) {
      let z = 0;
      for (let n = 0; n < at.length; n++) z += w[at[n]!]! * value[n]!;
      odds[i] = z;
    }
    const gradient = new Float64Array(size);
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
    const step = 0.1 * (1 - round / (ROUNDS * 1.1));
    for (let j = 0; j < size; j++) {
      const g = (gradient[j]! + (names[j] === 'bias' ? 0 : PENALTY * w[j]!)) / sentences.length;
      m[j] = 0.9 * m[j]! + 0.1 * g;
      v[j] = 0.999 * v[j]! + 0.001 * g * g;
      w[j]! -= (step * (m[j]! / (1 - 0.9 ** round))) / (Math.sqrt(v[j]! / (1 - 0.999 ** round)) + 1e-8);
    }
  }
  const weights = new Map(names.map((name, i) => [name, w[i]!]));
  const score: Fit['score'] = (features, numbers = {}) => {
    let z = 0;
    for (const name of new Set(features)) z += weights.get(name) ?? 0;
    for (const [name, value] of Object.entries(numbers)) z += (weights.get(name) ?? 0) * value;
    return z;
  };
  return { weights, score };
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
