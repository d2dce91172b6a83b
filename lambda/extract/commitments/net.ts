import type { Word } from '../text/words.ts';
import { type Bag, type BagData, bagOf, rowsOf, worthOfWords } from './bags.ts';
import type { Features } from './feature-names.ts';
import { type FeatureTable, findRows, tableOf } from './feature-table.ts';

/**
 * A network of one hidden layer over the features of a clause. Each unit sees what the features are worth to it, over the root of
 * how many there are, what the words of its sentence and of the article are worth to it, and what the units of the clauses round it
 * are on average: one promise seldom comes alone, while of many clauses that speak of what is to come, in a feature or a report of a
 * match, none may be one.
 */
export interface Net {
  /** What a clause is worth without features. */
  constant: number;
  /** Of each unit what it is without features, and what its output is worth where it is above zero. */
  bias: ArrayLike<number>;
  out: ArrayLike<number>;
  /** What the words of the article are worth to the units, and those of a clause's sentence. */
  article: Bag;
  sentence: Bag;
  /** For each of {@link ROUND} what a unit (row) gets from each unit there (column), row by row. */
  round: readonly ArrayLike<number>[];
  /** What each unit gets from how many clauses there are (the logarithm of one more), one number for each of {@link ROUND}. */
  counts: readonly ArrayLike<number>[];
  /** The row of each known feature in `table`. */
  rows: ReadonlyMap<string, number>;
  /** Of each row: its weight alone, what it adds to the square of the clause's length, and what it is worth to each unit. */
  table: Float32Array | Int8Array;
  /** What one step of each column is worth: bytes are not made numbers again before they are added up. */
  steps: ArrayLike<number>;
}

/**
 * A network as it is kept: names under the part up to their first colon, and the table column by column, a letter for each
 * number (`ZERO`): so it packs to what it says.
 */
export interface NetData {
  constant: number;
  bias: number[];
  out: number[];
  article: BagData;
  sentence: BagData;
  round: number[][];
  counts: number[][];
  steps: number[];
  names: Record<string, string[]>;
  table: string;
}

/** Columns of a row before those of the units. */
export const FIRST = 2;
/** What is round a clause: all of the article, what is near it in other sentences, and its own sentence. */
export const ROUND = 3;
/** Sentences before and behind that are near. */
const NEAR = 2;

/** A clause that is weighed: its features, and the number and different words of its sentence. */
export interface Weighed {
  features: Features;
  sentence: number;
  words: readonly Word[];
}

/** The clauses of an article, and its different words. */
export interface WeighedArticle {
  clauses: readonly Weighed[];
  words: readonly Word[];
}

/** What the clauses of an article are worth: logarithms of odds before they are calibrated. Linear in their number. */
export function worths(net: Net, { clauses, words }: WeighedArticle): number[] {
  const { out, bias } = net;
  const size = bias.length;
  const units = new Float64Array(clauses.length * size);
  const sums = ownWorths(net, clauses, units);
  addWords(net, clauses, words, units);
  // Of a single clause nothing is round it.
  if (clauses.length > 1) lookRound(net, units, clauses);
  for (let i = 0; i < sums.length; i++) {
    for (let k = 0, at = i * size; k < size; k++, at++) if (units[at]! > 0) sums[i]! += out[k]! * units[at]!;
  }
  return sums;
}

/** Arrays of zeros side by side in memory: to ask for memory takes longer than all that is reckoned in it. */
function arrays<const S extends readonly number[]>(...sizes: S): { [K in keyof S]: Float64Array } {
  let all = 0;
  for (const size of sizes) all += size;
  const memory = new ArrayBuffer(all * Float64Array.BYTES_PER_ELEMENT);
  const side: Float64Array[] = [];
  let at = 0;
  for (const size of sizes) {
    side.push(new Float64Array(memory, at, size));
    at += size * Float64Array.BYTES_PER_ELEMENT;
  }
  return side as { [K in keyof S]: Float64Array };
}

/** Adds to the units of each clause what the words of its sentence and of the article are worth to them. */
function addWords(net: Net, clauses: readonly Weighed[], words: readonly Word[], units: Float64Array): void {
  if (clauses.length === 0) return;
  const size = net.bias.length;
  const [ofArticle, ofSentence] = arrays(size, size);
  worthOfWords(net.article, words, ofArticle);
  for (const [i, { sentence, words: own }] of clauses.entries()) {
    // Clauses of one sentence stand side by side.
    if (i === 0 || sentence !== clauses[i - 1]!.sentence) worthOfWords(net.sentence, own, ofSentence);
    for (let k = 0, at = i * size; k < size; k++, at++) units[at]! += ofArticle[k]! + ofSentence[k]!;
  }
}

/** Adds to the units of each clause what they get from what is round it. */
function lookRound({ bias, round, counts }: Net, units: Float64Array, clauses: readonly Weighed[]): void {
  const size = bias.length;
  const [outputs, gained] = arrays(units.length, size);
  for (let at = 0; at < units.length; at++) outputs[at] = Math.max(0, units[at]!);
  const sentences: number[] = [];
  for (const { sentence } of clauses) sentences.push(sentence);
  const around = surroundings(outputs, size, sentences);
  for (let part = 0; part < ROUND; part++) {
    const weights = round[part]!;
    const means = around.means[part]!;
    const many = around.counts[part]!;
    for (let i = 0; i < clauses.length; i++) {
      if (many[i] === 0) continue;
      const from = i * size;
      const crowd = Math.log1p(many[i]!);
      for (let k = 0; k < size; k++) gained[k] = counts[k]![part]! * crowd;
      for (let j = 0; j < size; j++) {
        const mean = means[from + j]!;
        // Most units are silent most of the time.
        if (mean === 0) continue;
        for (let k = 0, at = j; k < size; k++, at += size) gained[k]! += weights[at]! * mean;
      }
      for (let k = 0; k < size; k++) units[from + k]! += gained[k]!;
    }
  }
}

/**
 * What each clause's features are worth alone, the constant included; what they are to the units, by themselves, is written to
 * `units`. Sums of rows are in steps, whole numbers of a network that is kept in bytes.
 */
function ownWorths(net: Net, clauses: readonly Weighed[], units: Float64Array): number[] {
  const { table, steps, bias, constant } = net;
  const known = featuresOf(net);
  const columns = steps.length;
  const sums = new Float64Array(columns);
  const rows: number[] = [];
  const own: number[] = [];
  for (let i = 0; i < clauses.length; i++) {
    rows.length = 0;
    findRows(known, clauses[i]!.features, rows);
    sums.fill(0);
    // Row by row, as they lie in memory.
    for (let n = 0; n < rows.length; n++) {
      for (let k = 0, at = rows[n]! * columns; k < columns; k++, at++) sums[k]! += table[at]!;
    }
    for (let k = 0; k < columns; k++) sums[k]! *= steps[k]!;
    const length = Math.sqrt(sums[1]!) || 1;
    for (let k = 0, at = i * bias.length; k < bias.length; k++, at++) units[at] = bias[k]! + sums[FIRST + k]! / length;
    own.push(constant + sums[0]!);
  }
  return own;
}

const tables = new WeakMap<Net, FeatureTable>();

/** The rows of a network by the parts of their names; made when they are first asked for. */
function featuresOf(net: Net): FeatureTable {
  const known = tables.get(net) ?? tableOf(net.rows);
  tables.set(net, known);
  return known;
}

/** Of each clause, and each of {@link ROUND}: the mean output of the other clauses there, and how many there are. */
export interface Surroundings {
  means: readonly Float64Array[];
  counts: readonly Float64Array[];
}

/**
 * What is round each clause.
 * @param outputs of the units, clause by clause.
 * @param sentences of the clauses, by number.
 */
export function surroundings(outputs: Float64Array, size: number, sentences: readonly number[]): Surroundings {
  const n = sentences.length;
  const [all, sums] = arrays(size, n * size);
  const means = arrays(...new Array<number>(ROUND).fill(n * size));
  const counts = arrays(...new Array<number>(ROUND).fill(n));
  // Of each sentence its clauses, and where in `sums` the sum of their outputs begins.
  const own = new Map<number, { count: number; from: number }>();
  for (let i = 0; i < n; i++) {
    let there = own.get(sentences[i]!);
    if (there === undefined) {
      there = { count: 0, from: own.size * size };
      own.set(sentences[i]!, there);
    }
    there.count++;
    for (let k = 0, at = i * size; k < size; k++, at++) {
      all[k]! += outputs[at]!;
      sums[there.from + k]! += outputs[at]!;
    }
  }
  for (let i = 0; i < n; i++) {
    const sentence = sentences[i]!;
    const here = own.get(sentence)!;
    let near = 0;
    for (let other = sentence - NEAR; other <= sentence + NEAR; other++) {
      const there = other === sentence ? undefined : own.get(other);
      if (there === undefined) continue;
      near += there.count;
      for (let k = 0; k < size; k++) means[1]![i * size + k]! += sums[there.from + k]!;
    }
    const [others, beside] = [n - 1, here.count - 1];
    for (let k = 0; k < size; k++) {
      const at = i * size + k;
      means[0]![at] = (all[k]! - outputs[at]!) / Math.max(1, others);
      means[1]![at]! /= Math.max(1, near);
      means[2]![at] = (sums[here.from + k]! - outputs[at]!) / Math.max(1, beside);
    }
    counts[0]![i] = others;
    counts[1]![i] = near;
    counts[2]![i] = beside;
  }
  return { means, counts };
}

/**
 * The network that was kept.
 * @throws Error where the table is not as long as its names say: half a table would find nothing, and say nothing.
 */
export function unpacked({ names, table, article, sentence, ...kept }: NetData): Net {
  const rows = new Map<string, number>();
  for (const [kind, list] of Object.entries(names)) for (const name of list) rows.set(kind + name, rows.size);
  return {
    constant: kept.constant,
    bias: Float64Array.from(kept.bias),
    out: Float64Array.from(kept.out),
    article: bagOf(article),
    sentence: bagOf(sentence),
    round: kept.round.map((weights) => Float64Array.from(weights)),
    counts: kept.counts.map((weights) => Float64Array.from(weights)),
    steps: Float64Array.from(kept.steps),
    rows,
    table: rowsOf(table, rows.size, kept.steps.length),
  };
}
