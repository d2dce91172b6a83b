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
const FIRST = 2;

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

const LARGEST = 127;

/** A form as it is kept: every number as one of 127 steps up to the largest of its column, or below zero. */
export function packed({ constant, signs, rows, table, steps: units }: Form): FormData {
  const columns = FIRST + signs.length;
  const steps = Array.from({ length: columns }, (_, k) => {
    let largest = 0;
    for (let at = k; at < table.length; at += columns) largest = Math.max(largest, Math.abs(table[at]! * units[k]!));
    return Number((largest / LARGEST).toPrecision(6)) || 1;
  });
  const names: Record<string, string[]> = {};
  for (const name of rows.keys()) {
    const kind = name.slice(0, name.indexOf(':') + 1);
    names[kind] ??= [];
    names[kind].push(name.slice(kind.length));
  }
  const bytes = Object.entries(names).flatMap(([kind, list]) =>
    list.flatMap((name) => {
      const from = rows.get(kind + name)! * columns;
      return steps.map((step, k) =>
        Math.max(-LARGEST, Math.min(LARGEST, Math.round((table[from + k]! * units[k]!) / step))),
      );
    }),
  );
  return {
    constant: Number(constant.toPrecision(6)),
    signs: [...signs],
    steps,
    names,
    table: Buffer.from(Int8Array.from(bytes).buffer).toString('base64'),
  };
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
