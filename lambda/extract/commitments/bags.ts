import { MOST_WORDS, numberByWord, type Word } from '../text/words.ts';

/** What the words of a text, in no order, are worth to each unit of a network (`net.ts`). */
export interface Bag {
  /** The row of each known word in `table`, which has a number for each unit. */
  rows: ReadonlyMap<string, number>;
  table: Float32Array | Int8Array;
  /** What one step of each column is worth. */
  steps: ArrayLike<number>;
}

/** A bag as it is kept: words with spaces between, the table column by column, a letter for each number ({@link ZERO}). */
export interface BagData {
  words: string;
  table: string;
  steps: number[];
}

/** The code of the letter for a step of nothing; letters before and behind it are steps below and above. */
export const ZERO = 63;

/** Writes what some different words are to each unit: added up, over the root of how many there are. */
export function worthOfWords(bag: Bag, words: readonly Word[], sums: Float64Array): void {
  const { table, steps } = bag;
  const rowOf = rowFinder(bag);
  const size = steps.length;
  sums.fill(0);
  for (const word of words) {
    const row = rowOf(word) - 1;
    if (row < 0) continue;
    for (let k = 0, at = row * size; k < size; k++, at++) sums[k]! += table[at]!;
  }
  const length = Math.sqrt(words.length) || 1;
  for (let k = 0; k < size; k++) sums[k] = (sums[k]! * steps[k]!) / length;
}

const finders = new WeakMap<Bag, (word: Word) => number>();

/** Finds one more than the row of a word, 0 where the bag has none; made when it is first asked for. */
function rowFinder(bag: Bag): (word: Word) => number {
  const known = finders.get(bag) ?? numberByWord((word) => (bag.rows.get(word) ?? -1) + 1);
  finders.set(bag, known);
  return known;
}

/**
 * The bag that was kept.
 * @throws Error where the table is not as long as its words say.
 */
export function bagOf({ words, table, steps }: BagData): Bag {
  const list = words === '' ? [] : words.split(' ');
  return { rows: new Map(list.map((word, i) => [word, i])), table: rowsOf(table, list.length, steps.length), steps };
}

/**
 * A table row by row, from the letters that it is kept in column by column.
 * @throws Error where there are not as many as rows and columns say: half a table would find nothing, and say nothing.
 */
export function rowsOf(letters: string, rows: number, columns: number): Int8Array {
  if (letters.length !== rows * columns)
    throw new Error('the kept network is cut short: run bench/train-commitments.ts');
  const table = new Int8Array(letters.length);
  for (let k = 0, at = 0; k < columns; k++) {
    for (let row = 0; row < rows; row++, at++) table[row * columns + k] = letters.charCodeAt(at) - ZERO;
  }
  return table;
}

/** Letters of a word that says what a text is about, at least. */
const SHORTEST = 3;

/** Whether a word may say what a text is about; what has a digit is a number, or a page's own name (`20detik`). */
const tells = numberByWord((word) => Number(word.length >= SHORTEST && !/\d/.test(word)));

/** The different words of some tokens, in order. */
export function wordsIn(sentences: readonly (readonly (Word & { kind: string })[])[]): Word[] {
  const found: Word[] = [];
  const others = new Set<string>();
  round++;
  for (const tokens of sentences) {
    for (const token of tokens) {
      if (token.kind !== 'word' || !tells(token)) continue;
      const { lower, word } = token;
      if (word < 0) {
        if (others.has(lower)) continue;
        others.add(lower);
      } else {
        if (lastRound[word] === round) continue;
        lastRound[word] = round;
      }
      found.push(token);
    }
  }
  return found;
}
/** By number of a word when it was last gathered: to see which are new needs no set to be filled. */
const lastRound = new Float64Array(MOST_WORDS);
let round = 0;
