/**
 * One article by the network that is learned (`network.ts`), forward and back. Reading has its own pass forward
 * (`lambda/extract/commitments/net.ts`), of a table in bytes and without anything left out.
 */
import { ROUND, type Surroundings, surroundings } from '../lambda/extract/commitments/net.ts';
import type { Weights } from './adam.ts';
import { type BagWeights, DROPPED, type Drawn, type Numbered } from './bag-weights.ts';
import type { NetClause } from './network.ts';

/** What a unit gets of a clause of unit length is stretched so much. */
export const STRETCH = 3;

/** An article's clauses with their features as numbers. */
export interface Row {
  clauses: readonly NetClause[];
  at: Int32Array[];
  /** Length of each clause. */
  length: number[];
  /** Words of the article, and of the sentences of its clauses by the number of these. */
  words: Numbered;
  sentences: Map<number, Numbered>;
}

/** What words are worth. */
export interface Bags {
  article: BagWeights;
  sentence: BagWeights;
}

/** The words of an article, and of the sentences of its clauses, that were not left out. */
interface Words {
  article: Drawn;
  sentences: ReadonlyMap<number, Drawn>;
}

export interface Layers extends Record<string, Weights> {
  alone: Weights;
  features: Weights;
  bias: Weights;
  out: Weights;
  constant: Weights;
  round: Weights;
  counts: Weights;
}

/** What the network makes of an article's clauses. */
interface Forward {
  /** Of each clause the units by its own features, and with what is round it. */
  units: Float64Array;
  whole: Float64Array;
  around: Surroundings;
  /** What each clause is worth. */
  worth: Float64Array;
}

/** Features that are left out count for those that are not. */
const MADE_UP = 1 / (1 - DROPPED);

/** Adds the gradient of an article's clauses, half of whose features are left out. */
export function learn(
  layers: Layers,
  bags: Bags,
  row: Row,
  scale: Float64Array,
  size: number,
  share: number,
  random: () => number,
): void {
  const { alone, features, bias, out, constant } = layers;
  const { clauses, length } = row;
  const words: Words = {
    article: bags.article.draw(row.words, random),
    sentences: new Map([...row.sentences].map(([sentence, list]) => [sentence, bags.sentence.draw(list, random)])),
  };
  const n = clauses.length;
  const kept = row.at.map((list) => list.filter(() => random() >= DROPPED));
  const forward = forwards(layers, row, kept, words, scale, size);
  // The gradient by each unit's sum, and by what each clause gets from round it.
  const bySum = new Float64Array(n * size);
  const byMean = forward.around.means.map(() => new Float64Array(n * size));
  const byWorth = new Float64Array(n);
  for (const [i, { positive, weight }] of clauses.entries()) {
    if (positive === null || weight === 0) continue;
    const slope = (1 / (1 + Math.exp(-forward.worth[i]!)) - (positive ? 1 : 0)) * weight * share;
    byWorth[i] = slope;
    constant.gradient[0]! += slope;
    for (let k = 0; k < size; k++) {
      const unit = forward.whole[i * size + k]!;
      if (unit <= 0) continue;
      out.gradient[k]! += slope * unit;
      bySum[i * size + k] = slope * out.value[k]!;
      backToRound(layers, forward.around, byMean, { i, k, size, by: bySum[i * size + k]! });
    }
  }
  const byArticle = new Float64Array(size);
  const bySentence = new Map([...words.sentences.keys()].map((sentence) => [sentence, new Float64Array(size)]));
  const byOutput = backThrough(byMean, forward.around, size, sentencesOf(row));
  for (let i = 0; i < n; i++) {
    const from = i * size;
    const factor = (STRETCH * MADE_UP) / length[i]!;
    const own = bySentence.get(clauses[i]!.sentence)!;
    for (let k = 0; k < size; k++) {
      if (forward.units[from + k]! > 0) bySum[from + k]! += byOutput[from + k]!;
      bias.gradient[k]! += bySum[from + k]!;
      byArticle[k]! += bySum[from + k]!;
      own[k]! += bySum[from + k]!;
    }
    for (const j of kept[i]!) {
      alone.gradient[j]! += MADE_UP * scale[j]! * byWorth[i]!;
      for (let k = 0; k < size; k++) features.gradient[j * size + k]! += factor * scale[j]! * bySum[from + k]!;
    }
  }
  bags.article.learn(words.article, byArticle);
  for (const [sentence, drawn] of words.sentences) bags.sentence.learn(drawn, bySentence.get(sentence)!);
}

const sentencesOf = ({ clauses }: Row): number[] => clauses.map(({ sentence }) => sentence);

function forwards(
  { alone, features, bias, out, constant, round, counts }: Layers,
  row: Row,
  kept: readonly Int32Array[],
  words: Words,
  scale: Float64Array,
  size: number,
): Forward {
  const n = row.clauses.length;
  const units = new Float64Array(n * size);
  const worth = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const factor = (STRETCH * MADE_UP) / row.length[i]!;
    worth[i] = constant.value[0]!;
    const own = words.sentences.get(row.clauses[i]!.sentence)!.worth;
    for (let k = 0; k < size; k++) units[i * size + k] = bias.value[k]! + words.article.worth[k]! + own[k]!;
    for (const j of kept[i]!) {
      worth[i]! += MADE_UP * scale[j]! * alone.value[j]!;
      for (let k = 0; k < size; k++) units[i * size + k]! += factor * scale[j]! * features.value[j * size + k]!;
    }
  }
  const outputs = units.map((unit) => Math.max(0, unit));
  const around = surroundings(outputs, size, sentencesOf(row));
  const whole = units.map((own, at) => {
    const [k, from] = [at % size, at - (at % size)];
    let unit = own;
    for (let part = 0; part < ROUND; part++) {
      const mean = around.means[part]!;
      const weights = (part * size + k) * size;
      for (let j = 0; j < size; j++) unit += round.value[weights + j]! * mean[from + j]!;
      unit += counts.value[k * ROUND + part]! * Math.log1p(around.counts[part]![from / size]!);
    }
    return unit;
  });
  for (let at = 0; at < whole.length; at++) {
    if (whole[at]! > 0) worth[Math.floor(at / size)]! += out.value[at % size]! * whole[at]!;
  }
  return { units, whole, around, worth };
}

/** From the gradient by unit `k` of clause `i`: that of what it gets from round it, and by the means that stand there. */
function backToRound(
  { round, counts }: Layers,
  around: Surroundings,
  byMean: readonly Float64Array[],
  { i, k, size, by }: { i: number; k: number; size: number; by: number },
): void {
  const from = i * size;
  for (let part = 0; part < ROUND; part++) {
    const mean = around.means[part]!;
    const own = (part * size + k) * size;
    for (let j = 0; j < size; j++) {
      round.gradient[own + j]! += by * mean[from + j]!;
      byMean[part]![from + j]! += by * round.value[own + j]!;
    }
    counts.gradient[k * ROUND + part]! += by * Math.log1p(around.counts[part]![i]!);
  }
}

/**
 * The gradient by the outputs of each clause, from that by what each gets from round it. Who is near whom goes both ways: what
 * every clause hands back, over how many are round it, is gathered as its outputs were.
 */
function backThrough(
  byMean: readonly Float64Array[],
  { counts }: Surroundings,
  size: number,
  sentences: readonly number[],
): Float64Array {
  const total = new Float64Array(sentences.length * size);
  for (const [part, gradient] of byMean.entries()) {
    const many = (at: number): number => Math.max(1, counts[part]![Math.floor(at / size)]!);
    const { means } = surroundings(
      gradient.map((g, at) => g / many(at)),
      size,
      sentences,
    );
    for (let at = 0; at < total.length; at++) total[at]! += means[part]![at]! * many(at);
  }
  return total;
}
