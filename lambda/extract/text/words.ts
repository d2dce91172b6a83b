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

/** The words that have a number, by it. */
const spelled: string[] = [];
/** Of each of them a number that its letters give. */
const sums = new Int32Array(MOST_WORDS);
/** Where a word is found by that number, there or soon behind: one more than its own, 0 of nothing. */
const places = new Uint16Array(2 ** 17);
const LAST_PLACE = places.length - 1;
/** Places behind its own in which a word is looked for: a text of words made to have one sum costs no more than others. */
const PLACES_BEHIND = 64;

/** The number of a word in small letters: one less than how many there are, or -1 of what has none. */
export function numberOf(lower: string): number {
  if (lower.length > LONGEST) return -1;
  let sum = 0;
  for (let i = 0; i < lower.length; i++) sum = added(sum, lower.charCodeAt(i));
  return found(sum, lower, 0, lower.length);
}

/** The number of the word that stands between two offsets of a text, whatever letters of it are capital ones. */
export function numberIn(text: string, start: number, end: number): number {
  if (end - start > LONGEST) return numberOf(text.slice(start, end).toLowerCase());
  let sum = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    // What a letter beyond these is in small only the language's own function knows.
    if (code > 127) return numberOf(text.slice(start, end).toLowerCase());
    sum = added(sum, small(code));
  }
  return found(sum, text, start, end);
}

/** A word by its number, in small letters: the same string whoever asks, so that nothing has to compare its letters. */
export const wordNumbered = (number: number): string => spelled[number]!;

const small = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);
const added = (sum: number, code: number): number => (Math.imul(sum, 31) + code) | 0;

/** The number of the word with a sum, which is entered where it is new; its letters, but for capitals, are the text's. */
function found(sum: number, text: string, start: number, end: number): number {
  let place = (sum ^ (sum >>> 15)) & LAST_PLACE;
  for (let behind = 0; places[place] !== 0; place = (place + 1) & LAST_PLACE) {
    if (behind++ === PLACES_BEHIND) return -1;
    const number = places[place]! - 1;
    if (sums[number] === sum && isSpelled(spelled[number]!, text, start, end)) return number;
  }
  const number = spelled.length;
  if (number >= MOST_WORDS) return -1;
  spelled.push(text.slice(start, end).toLowerCase());
  sums[number] = sum;
  places[place] = number + 1;
  return number;
}

function isSpelled(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== small(text.charCodeAt(start + i))) return false;
  return true;
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
