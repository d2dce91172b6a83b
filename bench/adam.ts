/** Steps against a gradient that learn their own size (Adam), and numbers that are drawn the same each time. */

const [KEEP_MEAN, KEEP_SQUARE] = [0.9, 0.99];

/** Numbers in [0, 1), the same each time (xorshift of 32 bits). */
export function generator(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Weights that are learned together, and what their gradient was. */
export class Weights {
  readonly value: Float64Array;
  readonly gradient: Float64Array;
  private readonly mean: Float64Array;
  private readonly square: Float64Array;
  private readonly pulls: Float64Array;

  constructor(size: number, begin: () => number, pull: (at: number) => number = () => 0) {
    this.pulls = Float64Array.from({ length: size }, (_, i) => pull(i));
    this.value = Float64Array.from({ length: size }, begin);
    this.gradient = new Float64Array(size);
    this.mean = new Float64Array(size);
    this.square = new Float64Array(size);
  }

  /** Moves against the gradient, and forgets it. */
  step(size: number, round: number): void {
    const { value, gradient, mean, square, pulls } = this;
    const [of, ofSquare] = [1 - KEEP_MEAN ** round, 1 - KEEP_SQUARE ** round];
    for (let i = 0; i < value.length; i++) {
      const g = gradient[i]! + pulls[i]! * value[i]!;
      mean[i] = KEEP_MEAN * mean[i]! + (1 - KEEP_MEAN) * g;
      square[i] = KEEP_SQUARE * square[i]! + (1 - KEEP_SQUARE) * g * g;
      value[i]! -= (size * (mean[i]! / of)) / (Math.sqrt(square[i]! / ofSquare) + 1e-8);
      gradient[i] = 0;
    }
  }
}

/** Some rows in another order (Fisher and Yates). */
export function shuffled<T>(rows: readonly T[], random: () => number): T[] {
  const list = [...rows];
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j]!, list[i]!];
  }
  return list;
}
