import type { Bag } from '../lambda/extract/commitments/bags.ts';
import { Weights } from './adam.ts';

/** Which words are learned, and how. */
export interface BagOptions {
  /** Words in fewer articles than this, or in more than this share of them, are left out. */
  least: number;
  most: number;
  /** How strongly the worth of a word is pulled to zero, which is divided by the number of clauses. */
  pull: number;
}

/** Share of the features and words that are left out at every step, so that none is relied on. */
export const DROPPED = 0.5;

/** The different words of a text: how many there are, and the known of them as numbers. */
export interface Numbered {
  all: number;
  known: Int32Array;
}

/** Words of one text that were not left out, what they are worth to the units, and by what factor each counts. */
export interface Drawn {
  kept: Int32Array;
  factor: number;
  worth: Float64Array;
}

/** What the words of a text are worth to the units of a network, as that is learned (`lambda/extract/commitments/bags.ts`). */
export class BagWeights {
  readonly weights: Weights;
  private readonly index: ReadonlyMap<string, number>;
  private readonly size: number;

  /** @param articles of each all words in which it may stand. */
  constructor(articles: readonly (readonly string[])[], size: number, pull: number, { least, most }: BagOptions) {
    const seen = new Map<string, number>();
    for (const words of articles) for (const word of new Set(words)) seen.set(word, (seen.get(word) ?? 0) + 1);
    const names = [...seen].flatMap(([word, times]) =>
      times >= least && times < most * articles.length ? [word] : [],
    );
    this.index = new Map(names.sort().map((word, i) => [word, i]));
    this.size = size;
    this.weights = new Weights(
      names.length * size,
      () => 0,
      () => pull,
    );
  }

  /** A text's different words as they are learned from. */
  numbered(words: readonly string[]): Numbered {
    return { all: words.length, known: Int32Array.from(words.flatMap((word) => this.index.get(word) ?? [])) };
  }

  /** Half of the words of a text, which count for all. */
  draw({ all, known }: Numbered, random: () => number): Drawn {
    const kept = known.filter(() => random() >= DROPPED);
    const factor = 1 / (1 - DROPPED) / (Math.sqrt(all) || 1);
    const worth = new Float64Array(this.size);
    for (const word of kept) {
      for (let k = 0, at = word * this.size; k < this.size; k++, at++) worth[k]! += factor * this.weights.value[at]!;
    }
    return { kept, factor, worth };
  }

  /** Adds to the gradient what it is by the units' sums. */
  learn({ kept, factor }: Drawn, byUnit: Float64Array): void {
    for (const word of kept) {
      for (let k = 0, at = word * this.size; k < this.size; k++, at++)
        this.weights.gradient[at]! += factor * byUnit[k]!;
    }
  }

  /** As it reads. */
  bag(): Bag {
    const { value } = this.weights;
    return { rows: this.index, table: Float32Array.from(value), steps: Array.from({ length: this.size }, () => 1) };
  }
}
