import { inflateRawSync } from 'node:zlib';

/**
 * What features are worth, each alone (a sum of weights) and together: a quadratic form over them, of which only the
 * directions that matter most are kept.
 */
export interface Form {
  constant: number;
  /** For each direction whether its square counts for (1) or against (-1). */
  signs: readonly number[];
  /** The row of each known feature in `table`. */
  rows: ReadonlyMap<string, number>;
  /** Of each row: its weight, and what it adds to the square of a clause's length, to the linear part, and along each direction. */
  table: Float32Array | Int8Array;
  /** What one step of each column is worth: bytes are not made numbers again before they are added up. */
  steps: readonly number[];
}

/** A form as it is kept: names under the part up to their first colon, and a row of bytes for each, deflated, in base64. */
export interface FormData {
  constant: number;
  signs: number[];
  /** What one step of each column is worth. */
  steps: number[];
  names: Record<string, string[]>;
  table: string;
}

/** Columns of a row before those of the directions. */
export const FIRST = 3;

/** What a clause's features are worth by their whole names; the features differ. With no known one it is the constant. */
export function worthByNames(form: Form, features: readonly string[]): number {
  const sums = noSums(form);
  for (const name of features) {
    const row = form.rows.get(name);
    if (row !== undefined) addRow(form, sums, row);
  }
  return ofSums(form, sums);
}

/** The sums of a clause without features: one for each column. */
export const noSums = ({ signs }: Form): Float64Array => new Float64Array(FIRST + signs.length);

/** Adds the row of a feature that a clause has. */
export function addRow({ table }: Form, sums: Float64Array, row: number): void {
  for (let k = 0, at = row * sums.length; k < sums.length; k++, at++) sums[k]! += table[at]!;
}

/** What features are worth whose rows have been added up; the sums are used up by it. */
export function ofSums({ constant, signs, steps }: Form, sums: Float64Array): number {
  for (let k = 0; k < sums.length; k++) sums[k]! *= steps[k]!;
  const [alone, square, linear] = sums as unknown as [number, number, number];
  if (square === 0) return alone + constant;
  let pairs = 0;
  for (let k = 0; k < signs.length; k++) pairs += signs[k]! * sums[FIRST + k]! ** 2;
  return alone + constant + linear / Math.sqrt(square) + pairs / square;
}

/**
 * The form that was kept.
 * @throws Error where the table is not as long as its names say: half a table would find nothing, and say nothing.
 */
export function unpacked({ constant, signs, steps, names, table }: FormData): Form {
  const rows = new Map<string, number>();
  for (const [kind, list] of Object.entries(names)) for (const name of list) rows.set(kind + name, rows.size);
  const { buffer, byteOffset, length } = inflateRawSync(Buffer.from(table, 'base64'));
  if (length !== rows.size * steps.length)
    throw new Error('the kept form is cut short: run bench/train-commitments.ts');
  return { constant, signs, rows, table: new Int8Array(buffer, byteOffset, length), steps };
}
