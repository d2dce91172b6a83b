/** A small logistic regression over named features: all that the commitment model needs, nothing random. */

export interface Example {
  features: readonly string[];
  positive: boolean;
  /** Examples of one group (an article) are never split between training and testing. */
  group: string;
  weight: number;
  /** Beside the features, which hold or do not, numbers by name: each counts as often as it says. */
  numbers?: Readonly<Record<string, number>>;
}

export interface Fit {
  weights: Map<string, number>;
  score: (features: readonly string[], numbers?: Readonly<Record<string, number>>) => number;
}

export interface FitOptions {
  /** Strength of the pull of each weight towards zero, by the kind of feature (the part before the colon). */
  penalty: (feature: string) => number;
  /** The weight that a feature is pulled towards. */
  prior: (feature: string) => number;
  /** Features seen in fewer groups than this are left out. */
  minimumGroups: number;
  rounds: number;
}

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));

/** Full-batch gradient descent with per-weight step sizes (Adam): deterministic, and enough for some thousand rows. */
export function fit(examples: readonly Example[], { penalty, prior, minimumGroups, rounds }: FitOptions): Fit {
  const groups = new Map<string, Set<string>>();
  for (const { features, numbers = {}, group } of examples) {
    for (const name of [...features, ...Object.keys(numbers)])
      (groups.get(name) ?? groups.set(name, new Set()).get(name)!).add(group);
  }
  const names = [...groups]
    .filter(([name, seen]) => seen.size >= minimumGroups || prior(name) !== 0)
    .map(([name]) => name);
  names.sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = examples.map(({ features }) =>
    Int32Array.from([...new Set(features)].flatMap((name) => index.get(name) ?? [])),
  );
  const counts = examples.map(({ numbers = {} }) =>
    Object.entries(numbers).flatMap(([name, value]): [number, number][] => {
      const j = index.get(name);
      return j === undefined || value === 0 ? [] : [[j, value]];
    }),
  );
  const pulls = names.map((name) => (name === 'bias' ? 0 : penalty(name)));
  const priors = names.map(prior);
  const w = Float64Array.from(priors);
  const m = new Float64Array(names.length);
  const v = new Float64Array(names.length);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 1; round <= rounds; round++) {
    const gradient = new Float64Array(names.length);
    for (const [i, row] of rows.entries()) {
      let z = 0;
      for (const j of row) z += w[j]!;
      for (const [j, value] of counts[i]!) z += w[j]! * value;
      const slope = (sigmoid(z) - (examples[i]!.positive ? 1 : 0)) * examples[i]!.weight;
      for (const j of row) gradient[j]! += slope;
      for (const [j, value] of counts[i]!) gradient[j]! += slope * value;
    }
    const step = 0.1 * (1 - round / (rounds * 1.1));
    for (let j = 0; j < w.length; j++) {
      const g = (gradient[j]! + pulls[j]! * (w[j]! - priors[j]!)) / total;
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

/** Platt's calibration: slope and offset for which sigmoid(slope * z + offset) fits the outcomes best. */
export function calibrate(points: readonly { z: number; positive: boolean; weight: number }[]): [number, number] {
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 3000; round++) {
    let dSlope = 0;
    let dOffset = 0;
    let n = 0;
    for (const { z, positive, weight } of points) {
      const error = (sigmoid(slope * z + offset) - (positive ? 1 : 0)) * weight;
      dSlope += error * z;
      dOffset += error;
      n += weight;
    }
    slope -= (0.2 * dSlope) / n;
    offset -= (0.5 * dOffset) / n;
  }
  return [slope, offset];
}

/** Numbers that are known of something, and whether it is what is asked. */
export interface Counted {
  numbers: readonly number[];
  positive: boolean;
}

/**
 * Weights of numbers (the first of which should be 1 throughout) for which sigmoid(weights . numbers) fits best, by
 * Newton's method; `pull` holds all but the first back, each as much as it varies.
 */
export function fitNumbers(examples: readonly Counted[], pull: number): number[] {
  const size = examples[0]!.numbers.length;
  const mean = Array.from(
    { length: size },
    (_, k) => sumOver(examples, ({ numbers }) => numbers[k]!) / examples.length,
  );
  const spread = mean.map((m, k) => sumOver(examples, ({ numbers }) => (numbers[k]! - m) ** 2) / examples.length);
  const w = new Array<number>(size).fill(0);
  for (let round = 0; round < 20; round++) {
    const gradient = w.map((value, k) => (k === 0 ? 0 : pull * spread[k]! * value));
    const curve = w.map((_, k) => w.map((_, j) => (j === k && k > 0 ? pull * spread[k]! : 0) + (j === k ? 1e-9 : 0)));
    for (const { numbers, positive } of examples) {
      const p = sigmoid(w.reduce((sum, value, k) => sum + value * numbers[k]!, 0));
      for (let k = 0; k < size; k++) {
        gradient[k]! += (p - (positive ? 1 : 0)) * numbers[k]!;
        for (let j = 0; j < size; j++) curve[k]![j]! += p * (1 - p) * numbers[k]! * numbers[j]!;
      }
    }
    const step = solve(curve, gradient);
    for (let k = 0; k < size; k++) w[k]! -= step[k]!;
  }
  return w;
}

const sumOver = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((sum, one) => sum + of(one), 0);

/** The solution of a system of linear equations, by elimination with the largest pivot; both are used up. */
function solve(rows: number[][], right: number[]): number[] {
  const size = right.length;
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let i = k + 1; i < size; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    [right[k], right[pivot]] = [right[pivot]!, right[k]!];
    for (let i = k + 1; i < size; i++) {
      const share = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j < size; j++) rows[i]![j]! -= share * rows[k]![j]!;
      right[i]! -= share * right[k]!;
    }
  }
  for (let k = size - 1; k >= 0; k--) {
    for (let j = k + 1; j < size; j++) right[k]! -= rows[k]![j]! * right[j]!;
    right[k]! /= rows[k]![k]!;
  }
  return right;
}

/** The fold of a group: the same for the same name always (FNV-1a). */
export function foldOf(group: string, folds: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < group.length; i++) hash = Math.imul(hash ^ group.charCodeAt(i), 0x01000193) >>> 0;
  return hash % folds;
}
