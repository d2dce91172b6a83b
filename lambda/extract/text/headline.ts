import type { Span } from '../types.ts';
import { BEFORE_NAME, BEFORE_NUMBER } from './abbreviations.ts';
import { HEADS, SMALL_WORDS, STARTERS } from './link-words.ts';

/** Words of a headline in title case at least: fewer capitals before small letters open a sentence. */
export const FEWEST_WORDS = 3;
/** Words before the first small one among which a sentence may begin. */
const FARTHEST = 6;
/** Characters of the text round a headline in which a name of two words is looked for again. */
const AROUND = 2000;

/** A run of characters without white space, cut where two were glued together. */
interface Word extends Span {
  text: string;
  /** Without the marks round it. */
  core: string;
  /** That in small letters. */
  lower: string;
}

/** Characters of a headline that stands by itself, at most. */
const LONGEST_LINE = 150;
/** Letters of a word whose capital counts, and the part of such words that have one at least. */
const [COUNTED, CAPITALS] = [4, 0.6];
/** So few such words are no headline, and title case has no verb in small letters. */
const FEWEST_COUNTED = 2;
const SMALL_VERB = /^(?:me[a-z]|di|ber|ter)[a-z]{4,}$/;

/**
 * Whether the first line of a paragraph is a headline: in title case, and no sentence with its full stop. Of 1,298
 * paragraphs behind `Baca juga` 480 are; all others are the article's own.
 */
export function isHeadline(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, Math.min(end, start + LONGEST_LINE + 1)).split('\n', 1)[0]!;
  if (line.length > LONGEST_LINE || /(?:(?<!\.\.)[.]|[:;,])["”’')]?\s*$/.test(line)) return false;
  const words = (line.match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? []).filter(
    (word) => word.length >= COUNTED && !SMALL_WORDS.has(word),
  );
  if (words.length < FEWEST_COUNTED || words.some((word) => SMALL_VERB.test(word))) return false;
  return words.filter((word) => /^\p{Lu}/u.test(word)).length >= CAPITALS * words.length;
}

/**
 * Where a headline that begins at `from` ends: with a full stop, else where its capitals do, which is before the sentence
 * that goes on in small letters. A headline without capitals ends with its sentence. -1 where that is more than `most`
 * characters on. Looks at no more than that and what stands round it.
 */
export function headlineEnd(text: string, from: number, limit: number, most: number): number {
  const all = wordsIn(text, from, Math.min(limit, from + most + FARTHEST * 10));
  const last = all.findIndex((_, i) => isStop(all, i));
  const seen = last < 0 ? all : all.slice(0, last + 1);
  const whole = last < 0 && limit > from + most ? -1 : (seen.at(-1)?.end ?? -1);
  for (let small = 1; small < seen.length; small++) {
    if (!isSmall(seen[small]!)) continue;
    const next = sentenceStart(text, from, seen, small);
    if (next < FEWEST_WORDS) return whole;
    // No headline ends with `dan`: the small word is one of its own (`Wuling Air ev dan …`).
    if (!SMALL_WORDS.has(seen[next - 1]!.text)) return seen[next - 1]!.end;
  }
  return whole;
}

/** `PelakuUntuk`, `SUGBK!Seperti`, `ke-4Hingga`, `DOGESebelum`: two words that a page’s lines have glued. */
const JOINT =
  /(?<=\p{Ll}{3}|\d|\p{L}[!?.]”?)(?=["“]?\p{Lu}\p{Ll}{2})|(?<=\p{Ll})(?="\p{Lu}\p{Ll})|(?<=\p{Lu}{3})(?=\p{Lu}\p{Ll}{4})/u;

/** A word without the marks round it. */
function coreOf(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && !OF_WORD.test(word[start]!)) start++;
  while (end > start && !OF_WORD.test(word[end - 1]!)) end--;
  return word.slice(start, end);
}
const OF_WORD = /[\p{L}\p{N}@#]/u;

function wordsIn(text: string, from: number, limit: number): Word[] {
  const found: Word[] = [];
  for (const { 0: run, index } of text.slice(from, limit).matchAll(/[^\s\u00a0]+/g)) {
    const joint = run.length > 40 ? -1 : run.search(JOINT);
    const parts = joint > 0 ? [run.slice(0, joint), run.slice(joint)] : [run];
    let start = from + index;
    for (const part of parts) {
      const core = coreOf(part);
      found.push({ start, end: start + part.length, text: part, core, lower: core.toLowerCase() });
      start += part.length;
    }
  }
  return found;
}

/** A word in small letters that headlines do not write so. */
const isSmall = ({ core }: Word): boolean => /^\p{Ll}[\p{Ll}'’/-]*$/u.test(core) && !SMALL_WORDS.has(core);

/** Ends with a full stop that is no abbreviation's. */
function isStop(all: readonly Word[], i: number): boolean {
  const { text, lower } = all[i]!;
  if (!/[.…]["”’')]?$/.test(text)) return false;
  const isNumber = /^\d{1,2}$/.test(lower) && all[i + 1] !== undefined;
  return lower.length > 1 && !isNumber && !BEFORE_NAME.has(lower) && !BEFORE_NUMBER.has(lower);
}

const isCapital = ({ text }: Word): boolean => /^[^\p{L}\p{N}]*\p{Ll}?\p{Lu}/u.test(text);

/** Index of the first word of the sentence in which `small` stands, before which there is a headline. */
function sentenceStart(text: string, from: number, all: readonly Word[], small: number): number {
  let first = small - 1;
  while (first > 0 && !isCapital(all[first]!)) first--;
  while (first > FEWEST_WORDS && isName(text, from, all[first - 1]!, all[first]!)) first--;
  const least = Math.max(0, first - FARTHEST);
  const marked = all.findLastIndex(({ text }, i) => i <= first && /^(?:["“]|\d\.$)/.test(text));
  if (marked > least && !all.slice(marked, first).some(({ text }) => /.["”]/.test(text))) return marked;
  for (let i = first; i > least; i--) {
    if (!opens(all, i, i === first)) continue;
    // `Perdana Menteri …`, `Menurut Wakil Ketua …`
    while (i > 1 && HEADS.has(all[i]!.lower) && (HEADS.has(all[i - 1]!.lower) || STARTERS.has(all[i - 1]!.lower))) i--;
    return i;
  }
  return first;
}

/**
 * A word that opens sentences, or names of several words. What is only glued on may be a name in two capitals
 * (`WhatsApp`), unless small letters follow.
 */
function opens(all: readonly Word[], i: number, isLast: boolean): boolean {
  const word = all[i]!;
  const before = all[i - 1]!;
  if (word.start === before.end && (isLast || /[^\p{L}]$/u.test(before.text))) return true;
  if (!isCapital(word) || before.text.endsWith(':')) return false;
  return STARTERS.has(word.lower) || HEADS.has(word.lower);
}

/** `… Piala FA? Pep Guardiola sendiri …`: two capitalised words that stand together elsewhere in the text. */
function isName(text: string, from: number, first: Word, second: Word): boolean {
  if (!isCapital(first) || !/[\p{L}\p{N}]$/u.test(first.text)) return false;
  const name = text.slice(first.start, second.start + second.text.indexOf(second.core) + second.core.length);
  const before = text.slice(Math.max(0, from - AROUND), from);
  return before.includes(name) || text.slice(second.end, second.end + AROUND).includes(name);
}
