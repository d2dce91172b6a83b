/** A small logistic regression over named features, and the calibration of what a model says; nothing random. */

import { descend } from './descent.ts';

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

/** Full-batch gradient descent (`descent.ts`): deterministic, and enough for some thousand rows. */
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
  const counted = examples.map(({ numbers = {} }) =>
    Object.entries(numbers).filter(([name, value]) => value !== 0 && index.has(name)),
  );
  const counts = counted.map((own) => Int32Array.from(own, ([name]) => index.get(name)!));
  const values = counted.map((own) => Float64Array.from(own, ([, value]) => value));
  const w = Float64Array.from(names, prior);
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const pull = (j: number): number => (names[j] === 'bias' ? 0 : penalty(names[j]!));
  descend(w, { rounds, total, pull }, (gradient) => {
    for (let i = 0; i < rows.length; i++) {
      const [row, count, value] = [rows[i]!, counts[i]!, values[i]!];
      let z = 0;
      for (let n = 0; n < row.length; n++) z += w[row[n]!]!;
      for (let n = 0; n < count.length; n++) z += w[count[n]!]! * value[n]!;
      const slope = (sigmoid(z) - (examples[i]!.positive ? 1 : 0)) * examples[i]!.weight;
      for (let n = 0; n < row.length; n++) gradient[row[n]!]! += slope;
      for (let n = 0; n < count.length; n++) gradient[count[n]!]! += slope * value[n]!;
    }
  });
  return fitted(names, w);
}

/** Weights by name, and the sum of those that hold of something. */
export function fitted(names: readonly string[], w: Float64Array): Fit {
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

/** The fold of a group: the same for the same name always (FNV-1a). */
export function foldOf(group: string, folds: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < group.length; i++) hash = Math.imul(hash ^ group.charCodeAt(i), 0x01000193) >>> 0;
  return hash % folds;
}
