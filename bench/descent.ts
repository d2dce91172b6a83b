/** What full-batch learning shares: steps against a gradient whose size each weight learns (Adam). Nothing random. */

/** What pulls weights back, and by how much is learned. */
export interface Descent {
  rounds: number;
  /** What the gradient is of: so much of it is one. */
  total: number;
  /** Strength of the pull of each weight, by its index, towards where it began. */
  pull: (at: number) => number;
}

/**
 * Moves weights, in place, against the gradient of all that is learned from, in steps that grow smaller.
 * @param add adds that gradient, at the weights as they are, to an array of zeros.
 */
export function descend(
  w: Float64Array,
  { rounds, total, pull }: Descent,
  add: (gradient: Float64Array) => void,
): void {
  const begun = Float64Array.from(w);
  const pulls = Float64Array.from(w, (_, j) => pull(j));
  const m = new Float64Array(w.length);
  const v = new Float64Array(w.length);
  for (let round = 1; round <= rounds; round++) {
    const gradient = new Float64Array(w.length);
    add(gradient);
    const step = 0.1 * (1 - round / (rounds * 1.1));
    for (let j = 0; j < w.length; j++) {
      const g = (gradient[j]! + pulls[j]! * (w[j]! - begun[j]!)) / total;
      m[j] = 0.9 * m[j]! + 0.1 * g;
      v[j] = 0.999 * v[j]! + 0.001 * g * g;
      w[j]! -= (step * (m[j]! / (1 - 0.9 ** round))) / (Math.sqrt(v[j]! / (1 - 0.999 ** round)) + 1e-8);
    }
  }
}
