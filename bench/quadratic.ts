/**
 * Learns which features of a clause count together: a support vector machine with a kernel of second degree (so every
 * pair of features has a weight of its own, held back by one penalty), then pressed into a few directions, because
 * thousands of clauses are too many to compare with while reading. Nothing random.
 */
import { FIRST, type Form } from '../lambda/extract/commitments/form.ts';
import { eigenOf, orthonormal } from './eigen.ts';
import type { Example } from './logistic.ts';

export interface FormOptions {
  /** How much a feature counts when two clauses are compared. */
  scale: (feature: string) => number;
  /** Features seen in fewer groups than this are left out. */
  minimumGroups: number;
  /** How much one clause may weigh at most: more follows the labels closer. */
  most: number;
  /** Directions that are kept. */
  rank: number;
  /** What features are worth alone; those that are not seen often enough to be worth anything together are kept too. */
  alone?: ReadonlyMap<string, number>;
  /** What the form is worth, of which a weight is one. */
  unit?: number;
}

/** The kernel of two clauses of unit length is ((1 + STRETCH * a.b) / (1 + STRETCH))^2. */
const STRETCH = 4;
const EPOCHS = 30;
/** Rounds of multiplying, and directions more than are kept, until those that are kept stand still. */
const ROUNDS = 25;
const SPARE = 8;

/** A clause of unit length: which features it has, and how much each counts in it. */
interface Vector {
  at: Int32Array;
  value: Float64Array;
}

/** The form over the features of some examples that tells the positive ones from the others. */
export function fitForm(
  examples: readonly Example[],
  { scale, minimumGroups, most, rank, alone = new Map(), unit: worth = 1 }: FormOptions,
): Form {
  const names = namesOf(examples, minimumGroups);
  const index = new Map(names.map((name, i) => [name, i]));
  const scales = names.map(scale);
  const vectors = examples.map(({ features }): Vector => {
    const at = Int32Array.from(new Set(features.flatMap((name) => index.get(name) ?? [])));
    const length = Math.sqrt(at.reduce((sum, j) => sum + scales[j]! ** 2, 0)) || 1;
    return { at, value: Float64Array.from(at, (j) => scales[j]! / length) };
  });
  const { shares, offset } = support(examples, vectors, names.length, most);
  const chosen = vectors.flatMap(({ at, value }, i) => (shares[i] === 0 ? [] : [{ at, value, share: shares[i]! }]));

  // Multiplied out, the machine is a constant, a weight for each feature and one for each pair of features.
  const unit = (1 + STRETCH) ** 2;
  const linear = new Float64Array(names.length);
  let constant = offset;
  for (const { at, value, share } of chosen) {
    constant += share / unit;
    for (let k = 0; k < at.length; k++) linear[at[k]!]! += (share * value[k]! * 2 * STRETCH) / unit;
  }
  const pairs = (direction: Float64Array): Float64Array => {
    const result = new Float64Array(names.length);
    for (const { at, value, share } of chosen) {
      let along = 0;
      for (let k = 0; k < at.length; k++) along += value[k]! * direction[at[k]!]!;
      along *= (share * STRETCH ** 2) / unit;
      for (let k = 0; k < at.length; k++) result[at[k]!]! += along * value[k]!;
    }
    return result;
  };
  const directions = strongest(pairs, names.length, rank);
  // Scaled here once, so that reading adds up rows as they are.
  const table = names.flatMap((name, j) => [
    alone.get(name) ?? 0,
    scales[j]! ** 2,
    worth * linear[j]! * scales[j]!,
    ...directions.map(({ direction, strength }) => direction[j]! * Math.sqrt(worth * Math.abs(strength)) * scales[j]!),
  ]);
  const others = [...alone.keys()].filter((name) => !index.has(name)).sort();
  const zeros = directions.map(() => 0);
  return {
    constant: worth * constant,
    signs: directions.map(({ strength }) => Math.sign(strength)),
    rows: new Map([...names, ...others].map((name, i) => [name, i])),
    table: new Float32Array([...table, ...others.flatMap((name) => [alone.get(name)!, 0, 0, ...zeros])]),
    steps: Array.from({ length: FIRST + directions.length }, () => 1),
  };
}

function namesOf(examples: readonly Example[], minimumGroups: number): string[] {
  const groups = new Map<string, Set<string>>();
  for (const { features, group } of examples) {
    for (const name of features) (groups.get(name) ?? groups.set(name, new Set()).get(name)!).add(group);
  }
  return [...groups].flatMap(([name, seen]) => (seen.size >= minimumGroups ? [name] : [])).sort();
}

/**
 * Dual coordinate descent: what each clause has a share of in the decision (signed), and the offset. The offset is the
 * weight of a constant that every clause has besides.
 */
function support(
  examples: readonly Example[],
  vectors: readonly Vector[],
  features: number,
  most: number,
): { shares: Float64Array; offset: number } {
  const kernel = kernelOf(vectors, features);
  const n = vectors.length;
  const shares = new Float64Array(n);
  const score = new Float64Array(n);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let i = 0; i < n; i++) {
      const { positive, weight } = examples[i]!;
      const sign = positive ? 1 : -1;
      const row = kernel[i]!;
      const wanted = sign * shares[i]! + (1 - sign * score[i]!) / (row[i]! + CONSTANT);
      const next = sign * Math.max(0, Math.min(most * weight, wanted));
      const change = next - shares[i]!;
      if (Math.abs(change) < 1e-6) continue;
      shares[i] = next;
      for (let j = 0; j < n; j++) score[j]! += change * (row[j]! + CONSTANT);
    }
  }
  return { shares, offset: CONSTANT * shares.reduce((sum, share) => sum + share, 0) };
}

/** The kernel of the constant that gives the offset. */
const CONSTANT = 1;

function kernelOf(vectors: readonly Vector[], features: number): Float32Array[] {
  const having: number[][] = Array.from({ length: features }, () => []);
  const worth: number[][] = Array.from({ length: features }, () => []);
  for (const [i, { at, value }] of vectors.entries()) {
    for (let k = 0; k < at.length; k++) {
      having[at[k]!]!.push(i);
      worth[at[k]!]!.push(value[k]!);
    }
  }
  const members = having.map((list) => Int32Array.from(list));
  const values = worth.map((list) => Float64Array.from(list));
  return vectors.map(({ at, value }) => {
    const row = new Float32Array(vectors.length);
    for (let k = 0; k < at.length; k++) {
      const list = members[at[k]!]!;
      const others = values[at[k]!]!;
      const mine = value[k]!;
      for (let m = 0; m < list.length; m++) row[list[m]!]! += mine * others[m]!;
    }
    for (let j = 0; j < row.length; j++) row[j] = ((1 + STRETCH * row[j]!) / (1 + STRETCH)) ** 2;
    return row;
  });
}

/** The directions along which a symmetric map stretches most, by subspace iteration from fixed beginnings. */
function strongest(
  map: (direction: Float64Array) => Float64Array,
  size: number,
  rank: number,
): { direction: Float64Array; strength: number }[] {
  let basis = orthonormal(
    Array.from({ length: Math.min(size, rank + SPARE) }, (_, k) =>
      Float64Array.from(
        { length: size },
        (_, j) => (Math.imul((j + 1) ^ ((k + 1) << 20), 0x9e3779b1) >>> 8) / 2 ** 24 - 0.5,
      ),
    ),
  );
  for (let round = 0; round < ROUNDS; round++) basis = orthonormal(basis.map(map));
  const images = basis.map(map);
  const small = basis.map((a) => images.map((b) => a.reduce((sum, value, j) => sum + value * b[j]!, 0)));
  return eigenOf(small)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, rank)
    .map(({ value, vector }) => ({
      strength: value,
      direction: Float64Array.from({ length: size }, (_, j) =>
        vector.reduce((sum, share, k) => sum + share * basis[k]![j]!, 0),
      ),
    }));
}
