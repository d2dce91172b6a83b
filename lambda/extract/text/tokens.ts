import type { Span } from '../types.ts';
import { numberIn, type Word, wordNumbered } from './words.ts';

/** A word, number or punctuation mark of the text. */
export interface Token extends Span, Word {
  /** `word`: has a letter; `number`: digits (with their separators); `mark`: one punctuation character. */
  kind: 'word' | 'number' | 'mark';
  /** The first character is a capital letter, or the one behind it is, as brands have it (`eFishery`, `tvOne`). */
  capital: boolean;
}

const QUOTES = new Set(['"', '“', '”', '„', '«', '»']);

/** True of a double quotation mark of any shape. */
export const isQuote = (token: Token | undefined): boolean => token?.kind === 'mark' && QUOTES.has(token.lower);

const DIGIT = 1;
const LETTER = 2;
const SPACE = 3;
const MARK = 4;

const CLASS = new Uint8Array(128).fill(MARK);
for (let code = 0; code <= 32; code++) CLASS[code] = SPACE;
for (let code = 48; code <= 57; code++) CLASS[code] = DIGIT;
for (let code = 65; code <= 90; code++) CLASS[code] = CLASS[code + 32] = LETTER;

function classOf(code: number): number {
  if (code < 128) return CLASS[code]!;
  // Latin-1 and general punctuation are marks or spaces; everything else beyond ASCII counts as a letter.
  if (code === 0xa0 || code === 0xfeff || (code >= 0x2000 && code <= 0x200f) || code === 0x2028 || code === 0x2029) {
    return SPACE;
  }
  if ((code >= 0xa1 && code <= 0xbf) || (code >= 0x2010 && code <= 0x2060)) return MARK;
  return LETTER;
}

/** A mark that joins when it stands between two letters or digits: `take-down`, `Jum'at`, `30/6`, `4,5`, `S.H`. */
const isJoiner = (c: string): boolean => c === '-' || c === "'" || c === '’' || c === '/' || c === '.' || c === ',';

/**
 * The tokens of `text` between two offsets, in order. Numbers keep their separators (`1.500`, `4,5`, `2/8/2017`),
 * words their hyphens and apostrophes. Linear in the length of the stretch; never throws.
 */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  let i = from;
  while (i < to) {
    const kind = classOf(text.charCodeAt(i));
    if (kind === SPACE) {
      i++;
      continue;
    }
    const start = i;
    if (kind === MARK) {
      i++;
      tokens.push({ start, end: i, lower: text[start]!, word: -1, kind: 'mark', capital: false });
      continue;
    }
    let letters = false;
    while (i < to) {
      const here = classOf(text.charCodeAt(i));
      if (here === LETTER) letters = true;
      else if (here !== DIGIT && !joins(text, i, to, letters)) break;
      i++;
    }
    const word = letters ? numberIn(text, start, i) : -1;
    const lower = word < 0 ? text.slice(start, i).toLowerCase() : wordNumbered(word);
    const capital = text.charCodeAt(start) !== lower.charCodeAt(0) || isBrand(text, start, i);
    tokens.push({ start, end: i, lower, word, kind: letters ? 'word' : 'number', capital });
  }
  return tokens;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** `iNews`, `tvOne`: a small letter or two before a capital; but `diBali` and `keRusia` are words that a page glued, and `kWh` is a unit. */
function isBrand(text: string, start: number, end: number): boolean {
  if (end - start < SHORTEST_BRAND || isCapital(text.charCodeAt(start))) return false;
  if (isCapital(text.charCodeAt(start + 1))) return true;
  return isCapital(text.charCodeAt(start + 2)) && !GLUED.has(text.slice(start, start + 2));
}
const SHORTEST_BRAND = 4;
const GLUED = new Set(['di', 'ke', 'se', 'an', 'ya']);

function joins(text: string, i: number, to: number, letters: boolean): boolean {
  const c = text[i]!;
  if (!isJoiner(c) || i + 1 >= to) return false;
  const next = classOf(text.charCodeAt(i + 1));
  const nextIsDigit = next === DIGIT;
  if (c === '.' || c === ',') return nextIsDigit && !letters;
  if (c === '/') return nextIsDigit && !letters;
  return nextIsDigit || next === LETTER;
}
