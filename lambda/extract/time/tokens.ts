import { firstThat } from '../text/bisect.ts';
import { numberIn, wordNumbered } from '../text/words.ts';
import { entryOf, type Lex } from './lexicon.ts';

export const WORD = 0;
export const NUMBER = 1;
export const MARK = 2;

/**
 * A text cut once into words, digit runs and single marks; parsers work on these. Parallel arrays, token `i` covering
 * `[start[i], end[i])`. `lower` is a word in lower case without apostrophes, the digits, or the mark itself.
 */
export interface Tokens {
  text: string;
  count: number;
  kind: number[];
  start: number[];
  end: number[];
  lower: string[];
  /** First token of each line that has one, in order. */
  lines: number[];
  /** Dictionary entry of a word that can belong to a temporal expression. */
  lex: (Lex | undefined)[];
}

const isLetter = (c: number): boolean =>
  (c >= 97 && c <= 122) ||
  (c >= 65 && c <= 90) ||
  (c >= 0xc0 && !(c >= 0x2000 && c <= 0x303f) && c !== 0xd7 && c !== 0xf7 && c !== 0xfeff);
const isDigit = (c: number): boolean => c >= 48 && c <= 57;
const isSpace = (c: number): boolean =>
  c <= 32 ||
  c === 0xa0 ||
  c === 0x200b ||
  c === 0xfeff ||
  c === 0x2028 ||
  c === 0x2029 ||
  c === 0x202f ||
  (c >= 0x2000 && c <= 0x200a);
/** ' ‘ ’ ` ´ inside a word: Jum'at, Dzulqa’dah. */
const isApostrophe = (c: number): boolean => c === 39 || c === 0x2018 || c === 0x2019 || c === 96 || c === 0xb4;

let last: Tokens | null = null;

/** Cuts a text into tokens; the last text's tokens are kept, since several readers take the same text in turn. */
export function tokenize(text: string): Tokens {
  if (last !== null && last.text === text) return last;
  const { length } = text;
  // Arrays that grow are copied again and again; a token has some five characters.
  const room = (length >> 2) + 8;
  const kind = new Array<number>(room);
  const start = new Array<number>(room);
  const end = new Array<number>(room);
  const lower = new Array<string>(room);
  const lex = new Array<Lex | undefined>(room);
  const lines = [0];
  let count = 0;
  const enter = (sort: number, from: number, to: number, word: string, entry: Lex | undefined): void => {
    kind[count] = sort;
    start[count] = from;
    end[count] = to;
    lower[count] = word;
    lex[count] = entry;
    count++;
  };
  let i = 0;
  while (i < length) {
    const from = i;
    const c = text.charCodeAt(i);
    i++;
    if (isSpace(c)) {
      if (c === 10 && lines[lines.length - 1] !== count) lines.push(count);
    } else if (isLetter(c)) {
      let plain = true;
      while (i < length) {
        const d = text.charCodeAt(i);
        if (isLetter(d)) i++;
        else if (isApostrophe(d) && i + 1 < length && isLetter(text.charCodeAt(i + 1))) {
          plain = false;
          i++;
        } else break;
      }
      let word = '';
      if (i - from <= 24) {
        const number = numberIn(text, from, i);
        word = number < 0 ? text.slice(from, i).toLowerCase() : wordNumbered(number);
        if (!plain) word = word.replace(/['‘’`´]/g, '');
      }
      const entry = entryOf(word);
      if (entry !== undefined && entry.split > 0 && plain) {
        const [first, second] = [word.slice(0, entry.split), word.slice(entry.split)];
        enter(WORD, from, from + entry.split, first, entryOf(first));
        enter(WORD, from + entry.split, i, second, entryOf(second));
      } else enter(WORD, from, i, word, entry);
    } else if (isDigit(c)) {
      while (i < length && isDigit(text.charCodeAt(i))) i++;
      enter(NUMBER, from, i, i - from <= 12 ? text.slice(from, i) : '', undefined);
    } else enter(MARK, from, i, text[from]!, undefined);
  }
  for (const list of [kind, start, end, lower, lex]) list.length = count;
  last = { text, count, kind, start, end, lower, lines, lex };
  return last;
}

/** First token of the line that holds a token. */
export const lineOf = ({ lines }: Tokens, i: number): number => lines[firstThat(lines, (first) => first > i) - 1]!;

/** Whether token `i + 1` follows token `i` without anything between. */
export const glued = (t: Tokens, i: number): boolean => i >= 0 && i + 1 < t.count && t.end[i] === t.start[i + 1];

/** Whether an empty line lies between tokens `i` and `i + 1`: no expression crosses one. */
export function paragraphBreak(t: Tokens, i: number): boolean {
  if (i < 0 || i + 1 >= t.count) return true;
  const from = t.end[i]!;
  const to = t.start[i + 1]!;
  if (to - from < 2) return false;
  let lines = 0;
  for (let k = from; k < to; k++) if (t.text.charCodeAt(k) === 10) lines++;
  return lines >= 2;
}

/** Whether a word begins with a capital letter. */
export function capital(t: Tokens, i: number): boolean {
  if (i < 0 || i >= t.count || t.kind[i] !== WORD) return false;
  const c = t.text.charCodeAt(t.start[i]!);
  return c >= 65 && c <= 90;
}

/** Whether a word of more than one letter is printed in capitals only. */
export function allCaps(t: Tokens, i: number): boolean {
  if (i < 0 || i >= t.count || t.kind[i] !== WORD || t.end[i]! - t.start[i]! < 2) return false;
  const word = t.text.slice(t.start[i]!, t.end[i]!);
  return word === word.toUpperCase() && word !== word.toLowerCase();
}

/** Whether a dash of any kind. */
export const isDash = (s: string | undefined): boolean => s === '-' || s === '–' || s === '—' || s === '‐' || s === '‑';

/** Whether a mark ends a sentence. */
export const isStop = (s: string | undefined): boolean => s === '.' || s === '!' || s === '?' || s === ';';
