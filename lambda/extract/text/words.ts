/**
 * Words by number. What a word is, whatever stands round it, is asked of all words of an article again and again: its
 * class, its stem, what it is worth to a network. By its number each of these is found in a list of its own; a map would
 * have to go through the word's letters and through memory that nothing else has just read.
 */

/** So many words have a number, those that are met first: nearly all words of an article were in others before it. */
export const MOST_WORDS = 60_000;
/** Letters of a word that has one at most; what is longer is an address, or words that a page glued. */
const LONGEST = 40;

/** A word in small letters, with its number; -1 where it has none. */
export interface Word {
  lower: string;
  word: number;
}

const numbers = new Map<string, number>();

/** The number of a word in small letters: one less than how many there are, or -1 of what has none. */
export function numberOf(lower: string): number {
  const known = numbers.get(lower);
  if (known !== undefined) return known;
  if (numbers.size >= MOST_WORDS || lower.length > LONGEST) return -1;
  numbers.set(lower, numbers.size);
  return numbers.size - 1;
}

/** A word that stands in no text. */
export const wordOf = (lower: string): Word => ({ lower, word: numberOf(lower) });

/** The same function of a word, which keeps what it has found. */
export function byWord<V extends string | readonly string[] | null>(find: (lower: string) => V): (word: Word) => V {
  const known = new Array<V | undefined>(MOST_WORDS).fill(undefined);
  return ({ lower, word }) => {
    if (word < 0) return find(lower);
    let found = known[word];
    if (found === undefined) {
      found = find(lower);
      known[word] = found;
    }
    return found;
  };
}

/** The same function of a word, which keeps what it has found: a whole number from 0 to 65,534, or true or false as 1 and 0. */
export function numberByWord(find: (lower: string) => number): (word: Word) => number {
  const known = new Uint16Array(MOST_WORDS).fill(UNKNOWN);
  return ({ lower, word }) => {
    if (word < 0) return find(lower);
    let found = known[word]!;
    if (found === UNKNOWN) {
      found = find(lower);
      known[word] = found;
    }
    return found;
  };
}
const UNKNOWN = 0xffff;
