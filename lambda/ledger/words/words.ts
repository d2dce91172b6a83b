import { stem } from './stem.ts';
import { CONCEPTS, FUNCTION_WORDS, STOP_WORDS } from './synonyms.ts';

/** `Rp340` is two words, as `Rp 340` is. */
const WORD = /rp(?=\d)|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/giu;

/** The words of a text in lower case, hyphens kept (`take-down`, `anak-anak`). Linear; never throws. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** Indexes of the words of a text that are printed with a capital though they open neither it nor a quotation. */
export function namesIn(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  let at = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (at > 0 && CAPITAL.test(word) && !OPENS.test(text.slice(Math.max(0, index - 2), index))) found.add(at);
    at++;
  }
  return found;
}

const CAPITAL = /^\p{Lu}/u;
/** What a sentence begins behind: a quotation mark, or the dash of a dateline. */
const OPENS = /["“‘'–—]|- $|[.:] $/;

const conceptOfStem = new Map<string, string>();
/** Two-word expressions of the concept table: first stem → second stem → concept. */
const pairs = new Map<string, Map<string, string>>();
for (const [name, words] of Object.entries(CONCEPTS)) {
  for (const word of words.split(' ')) {
    const [first, second] = word.split('-').map(stem);
    if (second === undefined) conceptOfStem.set(first!, name);
    else pairs.set(first!, (pairs.get(first!) ?? new Map<string, string>()).set(second, name));
  }
}
const stops = new Set(STOP_WORDS.split(' '));

/** A content word: the concept it stands for (its stem where it is in no row of the table) and where it stood. */
export interface Term {
  concept: string;
  stem: string;
  /** As printed, lower case. */
  word: string;
  /** Index among the words of the text. */
  at: number;
}

const functionWords = new Set(FUNCTION_WORDS.split(' '));

/** True of a word that is never a verb or an object. */
export const isFunctionWord = (word: string): boolean => functionWords.has(word);

/** True of a word that carries nothing by itself. */
export const isStopWord = (word: string): boolean => stops.has(word);

/** Every word of a text as a term, function words included, in order. */
export function terms(text: string): Term[] {
  const words = wordsOf(text);
  const stems = words.map((word) => stem(word.includes('-') ? reduplication(word) : word));
  return words.map((word, at) => {
    const own = stems[at]!;
    const pair = pairs.get(own)?.get(stems[at + 1] ?? '');
    return { concept: pair ?? conceptOfStem.get(own) ?? own, stem: own, word, at };
  });
}

/** `anak-anak` → `anak`; other compounds keep both parts. */
function reduplication(word: string): string {
  const [first, second] = word.split('-');
  return first !== undefined && first === second ? first : word;
}

/** The content words of a text as concepts, each once, in order. */
export function contentOf(text: string): string[] {
  const found = new Set<string>();
  for (const term of terms(text)) {
    if (term.word.length > 1 && !stops.has(term.word) && !/^\d{1,2}$/.test(term.word)) found.add(term.concept);
  }
  return [...found];
}
