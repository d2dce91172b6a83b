import { CLAUSE_PARTS, type Features, partsOf } from './feature-names.ts';

/**
 * The rows of the features of clauses by their parts. Each part that some feature has is a number, and three numbers are
 * looked up in one short list. A map of the second tails within a map of the first within one of the heads would lie in
 * memory that nothing else has just read, and waiting for that was most of what a clause cost.
 */
export interface FeatureTable {
  /** Numbers of all parts; that of an empty one is 0. */
  parts: ReadonlyMap<string, number>;
  /** The three parts of each feature, row by row. */
  keys: Int32Array;
  /** Where a feature is found by its parts, there or soon behind: one more than its row, 0 of nothing. */
  places: Uint16Array | Uint32Array;
}

/** A table of the rows, from 0 on, that are given by whole names. */
export function tableOf(rows: ReadonlyMap<string, number>): FeatureTable {
  const parts = new Map([['', 0]]);
  const numberOf = (part: string): number => {
    const number = parts.get(part) ?? parts.size;
    parts.set(part, number);
    return number;
  };
  const keys = new Int32Array(rows.size * CLAUSE_PARTS);
  // More than half of the places are empty: that something is no feature is nearly always seen at the first.
  const room = 2 ** Math.ceil(Math.log2(rows.size * 2 + 2));
  const places = rows.size < 2 ** 16 - 1 ? new Uint16Array(room) : new Uint32Array(room);
  for (const [name, row] of rows) {
    const [head, first, second] = partsOf(name).map(numberOf) as [number, number, number];
    keys.set([head, first, second], row * CLAUSE_PARTS);
    let place = mixed(head, first, second) & (places.length - 1);
    while (places[place] !== 0) place = (place + 1) & (places.length - 1);
    places[place] = row + 1;
  }
  return { parts, keys, places };
}

/** Adds the row of each of a clause's features that has one, in order. */
export function findRows({ parts, keys, places }: FeatureTable, features: Features, found: number[]): void {
  const last = places.length - 1;
  let name = '';
  let head: number | undefined;
  for (let n = 0; n < features.length; n += CLAUSE_PARTS) {
    // One head after another is the same, and most features have one tail.
    if (features[n] !== name) {
      name = features[n]!;
      head = parts.get(name);
    }
    if (head === undefined) continue;
    const first = parts.get(features[n + 1]!);
    if (first === undefined) continue;
    const second = features[n + 2] === '' ? 0 : parts.get(features[n + 2]!);
    if (second === undefined) continue;
    for (let place = mixed(head, first, second) & last; places[place] !== 0; place = (place + 1) & last) {
      const row = places[place]! - 1;
      const at = row * CLAUSE_PARTS;
      if (keys[at] !== head || keys[at + 1] !== first || keys[at + 2] !== second) continue;
      found.push(row);
      break;
    }
  }
}

/** Three numbers as one, near ones far apart. */
function mixed(head: number, first: number, second: number): number {
  const all = Math.imul(Math.imul(head * 31 + first, MIXER) + second, MIXER);
  return all ^ (all >>> 15);
}
/** A large odd number. */
const MIXER = 0x9e3779b1;
