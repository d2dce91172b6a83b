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

/** Sums of rows, one for each column: whole numbers of a form that is kept in bytes. */
type Sums = Float64Array | Int32Array;

/** The sums of a clause without features. */
export const noSums = ({ signs, table }: Form): Sums =>
  table instanceof Int8Array ? new Int32Array(FIRST + signs.length) : new Float64Array(FIRST + signs.length);

/** Adds the row of a feature that a clause has. */
export function addRow({ table }: Form, sums: Sums, row: number): void {
  const columns = sums.length;
  const from = row * columns;
  for (let k = 0; k < columns; k++) sums[k]! += table[from + k]!;
}

/** What features are worth whose rows have been added up. */
export function ofSums({ constant, signs, steps }: Form, sums: Sums): number {
  const alone = sums[0]! * steps[0]!;
  const square = sums[1]! * steps[1]!;
  if (square === 0) return alone + constant;
  let pairs = 0;
  for (let k = 0; k < signs.length; k++) pairs += signs[k]! * (sums[FIRST + k]! * steps[FIRST + k]!) ** 2;
  return alone + constant + (sums[2]! * steps[2]!) / Math.sqrt(square) + pairs / square;
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
