import weights from './weights.data.json' with { type: 'json' };

/** A weight for each feature that the training saw often enough; the others count nothing. */
export type Weights = ReadonlyMap<string, number>;

/** Whether a clause is a commitment: logistic in the sum of its features' weights. */
export interface ClauseModel {
  /** Of a sum of weights `z` the probability is 1 / (1 + exp(-(slope * z + offset))). */
  slope: number;
  offset: number;
  /** From this probability on a candidate is reported. */
  threshold: number;
  weights: Weights;
}

/** Whether two clauses word one commitment: from this sum of weights on. */
export interface PairModel {
  threshold: number;
  weights: Weights;
}

/** All that `bench/train-commitments.ts` learns. */
export interface Models {
  clause: ClauseModel;
  same: PairModel;
  /** Of several who may be bound, or may have said it, the one with the largest sum of weights. */
  obligor: Weights;
  speaker: Weights;
}

/** The models that `weights.data.json` holds, in the form that the training script writes. */
export function modelsOf(data: ModelData): Models {
  const table = (rows: Record<string, number>): Weights => new Map(Object.entries(rows));
  return {
    clause: { ...data.clause, weights: table(data.clause.weights) },
    same: { ...data.same, weights: table(data.same.weights) },
    obligor: table(data.obligor),
    speaker: table(data.speaker),
  };
}

export interface ModelData {
  clause: Omit<ClauseModel, 'weights'> & { weights: Record<string, number> };
  same: Omit<PairModel, 'weights'> & { weights: Record<string, number> };
  obligor: Record<string, number>;
  speaker: Record<string, number>;
}

export const MODELS: Models = modelsOf(weights);

/** The sum of the weights of some features. */
export function sumOf(weights: Weights, features: readonly string[]): number {
  let sum = 0;
  for (const name of features) sum += weights.get(name) ?? 0;
  return sum;
}

/** The probability that a candidate with these features is a commitment. */
export function probability({ slope, offset, weights }: ClauseModel, features: readonly string[]): number {
  return 1 / (1 + Math.exp(-(slope * sumOf(weights, features) + offset)));
}

/** Of several options that with the largest sum of weights, the first of equals; undefined of none. */
export function best<T extends { features: readonly string[] }>(
  weights: Weights,
  options: readonly T[],
): T | undefined {
  let chosen: T | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const option of options) {
    const sum = sumOf(weights, option.features);
    if (sum > most) {
      chosen = option;
      most = sum;
    }
  }
  return chosen;
}
