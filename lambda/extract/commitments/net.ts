import { type ByHead, byHead, CLAUSE, type Features } from './feature-names.ts';

/**
 * A network of one hidden layer over the features of a clause. Each unit sees what the features are worth to it, over the root of
 * how many there are, and what the units of the clauses round it are on average: one promise seldom comes alone, while of many
 * clauses that speak of what is to come, in a feature or a report of a match, none may be one.
 */
export interface Net {
  /** What a clause is worth without features. */
  constant: number;
  /** Of each unit what it is without features, and what its output is worth where it is above zero. */
  bias: readonly number[];
  out: readonly number[];
  /** For each of {@link ROUND} what a unit (row) gets from each unit there (column), row by row. */
  round: readonly (readonly number[])[];
  /** What each unit gets from how many clauses there are, one number for each of {@link ROUND}. */
  counts: readonly (readonly number[])[];
  /** The row of each known feature in `table`. */
  rows: ReadonlyMap<string, number>;
  /** Of each row: its weight alone, what it adds to the square of the clause's length, and what it is worth to each unit. */
  table: Float32Array | Int8Array;
  /** What one step of each column is worth: bytes are not made numbers again before they are added up. */
  steps: readonly number[];
}

/**
 * A network as it is kept: names under the part up to their first colon, and the table column by column, a letter for each
 * number ({@link ZERO}): so it packs to what it says.
 */
export interface NetData extends Omit<Net, 'rows' | 'table'> {
  names: Record<string, string[]>;
  table: string;
}

/** Columns of a row before those of the units. */
export const FIRST = 2;
/** What is round a clause: all of the article, what is near it in other sentences, and its own sentence. */
export const ROUND = 3;
/** Sentences before and behind that are near. */
const NEAR = 2;

/** The code of the letter for a step of nothing; letters before and behind it are steps below and above. */
export const ZERO = 63;

/** A clause that is weighed: its features, and the number of its sentence. */
export interface Weighed {
  features: Features;
  sentence: number;
}

/**
 * What the clauses of an article are worth: logarithms of odds before they are calibrated. Given in order of their sentences.
 * Linear in their number.
 */
export function worths(net: Net, clauses: readonly Weighed[]): number[] {
  const size = net.bias.length;
  const alone: number[] = [];
  const units = new Float64Array(clauses.length * size);
  for (const [i, { features }] of clauses.entries()) alone.push(unitsOf(net, features, units, i * size));
  const around = surroundings(
    units.map((unit) => Math.max(0, unit)),
    size,
    clauses.map(({ sentence }) => sentence),
  );
  return alone.map((worth, i) => {
    let sum = worth + net.constant;
    for (let k = 0; k < size; k++) {
      let unit = units[i * size + k]!;
      for (let part = 0; part < ROUND; part++) {
        const from = i * size;
        const weights = net.round[part]!;
        for (let j = 0; j < size; j++) unit += weights[k * size + j]! * around.means[part]![from + j]!;
        unit += net.counts[k]![part]! * around.counts[part]![i]!;
      }
      if (unit > 0) sum += net.out[k]! * unit;
    }
    return sum;
  });
}

/** What a clause's features are worth alone; what they are to the units, by themselves, is written to `units`. */
function unitsOf(net: Net, features: Features, units: Float64Array, at: number): number {
  const { table, steps, bias } = net;
  const sums = sumOfRows(net, features);
  const length = Math.sqrt(sums[1]! * steps[1]!);
  for (let k = 0; k < bias.length; k++) {
    units[at + k] = bias[k]! + (length === 0 ? 0 : (sums[FIRST + k]! * steps[FIRST + k]!) / length);
  }
  return table.length === 0 ? 0 : sums[0]! * steps[0]!;
}

/** The sums of the rows of features, in steps: whole numbers of a network that is kept in bytes. */
function sumOfRows(net: Net, features: Features): Float64Array | Int32Array {
  const { table, steps } = net;
  const columns = steps.length;
  const sums = table instanceof Int8Array ? new Int32Array(columns) : new Float64Array(columns);
  const places = placesOf(net);
  let head = '';
  let tails: ReadonlyMap<string, number> | undefined;
  for (let i = 0; i < features.length; i += 2) {
    // One head after another is the same.
    if (features[i] !== head) {
      head = features[i]!;
      tails = places.get(head);
    }
    const place = tails?.get(features[i + 1]!);
    if (place === undefined) continue;
    const from = place * columns;
    for (let k = 0; k < columns; k++) sums[k]! += table[from + k]!;
  }
  return sums;
}

const placesByNet = new WeakMap<Net, ByHead<number>>();

/** The rows of a network by head and tail of their names; made when they are first asked for. */
function placesOf(net: Net): ByHead<number> {
  const known = placesByNet.get(net) ?? byHead(net.rows, CLAUSE);
  placesByNet.set(net, known);
  return known;
}

/** Of each clause, and each of {@link ROUND}: the mean output of the other clauses there, and the logarithm of how many there are. */
export interface Surroundings {
  means: readonly Float64Array[];
  counts: readonly Float64Array[];
}

/**
 * What is round each clause.
 * @param outputs of the units, clause by clause.
 * @param sentences of the clauses, in order.
 */
export function surroundings(outputs: Float64Array, size: number, sentences: readonly number[]): Surroundings {
  const n = sentences.length;
  const all = new Float64Array(size);
  const own = new Map<number, { count: number; sum: Float64Array }>();
  for (let i = 0; i < n; i++) {
    const there = own.get(sentences[i]!) ?? { count: 0, sum: new Float64Array(size) };
    own.set(sentences[i]!, there);
    there.count++;
    for (let k = 0; k < size; k++) {
      all[k]! += outputs[i * size + k]!;
      there.sum[k]! += outputs[i * size + k]!;
    }
  }
  const means = Array.from({ length: ROUND }, () => new Float64Array(n * size));
  const counts = Array.from({ length: ROUND }, () => new Float64Array(n));
  for (let i = 0; i < n; i++) {
    const sentence = sentences[i]!;
    const here = own.get(sentence)!;
    let near = 0;
    for (let other = sentence - NEAR; other <= sentence + NEAR; other++) {
      const there = other === sentence ? undefined : own.get(other);
      if (there === undefined) continue;
      near += there.count;
      for (let k = 0; k < size; k++) means[1]![i * size + k]! += there.sum[k]!;
    }
    const [others, beside] = [n - 1, here.count - 1];
    for (let k = 0; k < size; k++) {
      const at = i * size + k;
      means[0]![at] = (all[k]! - outputs[at]!) / Math.max(1, others);
      means[1]![at]! /= Math.max(1, near);
      means[2]![at] = (here.sum[k]! - outputs[at]!) / Math.max(1, beside);
    }
    counts[0]![i] = Math.log1p(others);
    counts[1]![i] = Math.log1p(near);
    counts[2]![i] = Math.log1p(beside);
  }
  return { means, counts };
}

/**
 * The network that was kept.
 * @throws Error where the table is not as long as its names say: half a table would find nothing, and say nothing.
 */
export function unpacked({ names, table, ...kept }: NetData): Net {
  const rows = new Map<string, number>();
  for (const [kind, list] of Object.entries(names)) for (const name of list) rows.set(kind + name, rows.size);
  const columns = kept.steps.length;
  if (table.length !== rows.size * columns)
    throw new Error('the kept network is cut short: run bench/train-commitments.ts');
  const bytes = new Int8Array(table.length);
  for (let k = 0, at = 0; k < columns; k++) {
    for (let row = 0; row < rows.size; row++, at++) bytes[row * columns + k] = table.charCodeAt(at) - ZERO;
  }
  return { ...kept, rows, table: bytes };
}
