import weights from './weights.data.json' with { type: 'json' };

/** What `bench/train-commitments.ts` writes: a weight for each feature name, and the calibration of their sum. */
interface Weights {
  /** Of a sum of weights `z` the probability is 1 / (1 + exp(-(slope * z + offset))). */
  slope: number;
  offset: number;
  /** From this probability on a candidate is reported. */
  threshold: number;
  weights: Record<string, number>;
}

const model: Weights = weights;
const WEIGHT = new Map(Object.entries(model.weights));

export const THRESHOLD = model.threshold;

/** The probability that a candidate with these features is a commitment: logistic in the sum of their weights. */
export function probability(features: readonly string[]): number {
  let sum = 0;
  for (const name of features) sum += WEIGHT.get(name) ?? 0;
  return 1 / (1 + Math.exp(-(model.slope * sum + model.offset)));
}
