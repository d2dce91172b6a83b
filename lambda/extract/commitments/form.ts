/**
 * A quadratic form over features: it says what features are worth together, where a sum of weights says what each is
 * worth alone. Of all pairs of features only the directions that matter most are kept.
 */
export interface Form {
  constant: number;
  /** For each direction whether its square counts for (1) or against (-1). */
  signs: readonly number[];
  /** The row of each known feature in `table`. */
  rows: ReadonlyMap<string, number>;
  /** Of each row: what it adds to the square of a clause's length, to the linear part, and along each direction. */
  table: Float32Array | Int8Array;
  /** What one step of each column is worth: bytes are not made numbers again before they are added up. */
  steps: readonly number[];
}

/** A form as it is kept: names under the part up to their first colon, and a row of bytes for each, in base64. */
export interface FormData {
  constant: number;
  signs: number[];
  /** What one step of each column is worth. */
  steps: number[];
  names: Record<string, string[]>;
  table: string;
}

/** Columns of a row before those of the directions. */
export const FIRST = 2;

/** What a clause's features are worth together; the features differ. With no known one it is the constant. */
export function togetherOf({ constant, signs, rows, table, steps }: Form, features: readonly string[]): number {
  const sums = new Float64Array(FIRST + signs.length);
  for (const name of features) {
    const row = rows.get(name);
    if (row === undefined) continue;
    for (let k = 0, at = row * sums.length; k < sums.length; k++, at++) sums[k]! += table[at]!;
  }
  for (let k = 0; k < sums.length; k++) sums[k]! *= steps[k]!;
  const [square, linear] = sums as unknown as [number, number];
  if (square === 0) return constant;
  let pairs = 0;
  for (let k = 0; k < signs.length; k++) pairs += signs[k]! * sums[FIRST + k]! ** 2;
  return constant + linear / Math.sqrt(square) + pairs / square;
}

/**
 * The form that was kept.
 * @throws Error where the table is not as long as its names say: half a table would find nothing, and say nothing.
 */
export function unpacked({ constant, signs, steps, names, table }: FormData): Form {
  const rows = new Map<string, number>();
  for (const [kind, list] of Object.entries(names)) for (const name of list) rows.set(kind + name, rows.size);
  const { buffer, byteOffset, length } = Buffer.from(table, 'base64');
  if (length !== rows.size * steps.length)
    throw new Error('the kept form is cut short: run bench/train-commitments.ts');
  return { constant, signs, rows, table: new Int8Array(buffer, byteOffset, length), steps };
}
