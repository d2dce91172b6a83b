import type { Span } from '../types.ts';
import { BEFORE_NAME, BEFORE_NUMBER, OPENERS, TAILS, UNFINISHED } from './abbreviations.ts';
import { inlineLinks, mayLink } from './inline-links.ts';

/** A sentence and the index of the paragraph that holds it. */
export interface Sentence extends Span {
  paragraph: number;
}

/** A text cut into paragraphs and sentences; all spans are without surrounding white space, in order, disjoint. */
export interface Doc {
  text: string;
  paragraphs: Span[];
  sentences: Sentence[];
  /** Links to other articles within paragraphs: sentences of their own, or brackets within one. */
  links: Span[];
}

/** Quotation marks and brackets that may close a sentence after its stop. */
const CLOSERS = '"”’\')]»';
const OPENING_MARKS = '"“‘\'([«*•-–—';

const LONGEST_WORD = 40;

const isSpace = (c: string): boolean => c === ' ' || c === '\t' || c === '\r' || c === '\u00a0' || c === '\u200b';
const isLetter = (c: string): boolean => /\p{L}/u.test(c);
const isUpper = (c: string): boolean => c !== '' && c !== c.toLowerCase();
const isLower = (c: string): boolean => c !== '' && c !== c.toUpperCase();
const isDigit = (c: string): boolean => c >= '0' && c <= '9' && c.length === 1;

/**
 * Cuts a text into paragraphs (its lines, a line broken within a sentence joined to the next) and sentences. A
 * quotation stays with its attribution (`"…," kata X.` is one sentence), a quotation of several sentences is several. A
 * link to another article is a sentence of its own wherever it stands in a line, but in brackets.
 * Never throws; linear in the length of the text.
 */
export function segment(text: string): Doc {
  const paragraphs = joinBrokenLines(text, lines(text));
  const sentences: Sentence[] = [];
  const links: Span[] = [];
  const linked = mayLink(text);
  for (const [paragraph, span] of paragraphs.entries()) {
    let from = span.start;
    for (const { start, end, enclosed } of linked ? inlineLinks(text, span) : []) {
      links.push({ start, end });
      if (enclosed) continue;
      splitParagraph(text, { start: from, end: start }, paragraph, sentences);
      sentences.push({ start, end, paragraph });
      from = end;
    }
    splitParagraph(text, { start: from, end: span.end }, paragraph, sentences);
  }
  return { text, paragraphs, sentences, links };
}

function lines(text: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  const cut = (at: number): void => {
    const span = trim(text, start, at);
    if (span) found.push(span);
    start = at + 1;
  };
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 0x2028 || code === 0x2029) cut(i);
  }
  cut(text.length);
  return found;
}

function trim(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && (isSpace(text[start]!) || text[start] === '\n')) start++;
  while (end > start && (isSpace(text[end - 1]!) || text[end - 1] === '\n')) end--;
  return start < end ? { start, end } : null;
}

/** Some pages break a line inside a sentence (around a link, say): what cannot end or begin there is joined again. */
function joinBrokenLines(text: string, all: Span[]): Span[] {
  const joined: Span[] = [];
  for (const [i, span] of all.entries()) {
    const before = joined.at(-1);
    if (before && (goesOn(text, before, span) || aroundLink(text, before, span, all[i + 1]))) before.end = span.end;
    else joined.push({ start: span.start, end: span.end });
  }
  return joined;
}

const endsSentence = (text: string, span: Span): boolean => '.?!:;"”…'.includes(text[span.end - 1]!);

function goesOn(text: string, before: Span, next: Span): boolean {
  if (endsSentence(text, before)) return text[before.end - 1] !== ':' && continuesMidSentence(text, next, '.,)');
  const word = lastWord(text, before.start, before.end).toLowerCase();
  if (before.end - before.start >= 25 && UNFINISHED.has(word)) return true;
  return continuesMidSentence(text, next, '.,;?!)"”');
}

/** A line that starts small, or with a mark that only ever follows a word, is the rest of the line before. */
function continuesMidSentence(text: string, next: Span, marks: string): boolean {
  const first = text[next.start]!;
  const second = text[next.start + 1] ?? '';
  if (isLetter(first) && isLower(first)) return marks.length > 3 && second !== '.' && second !== ')';
  return marks.includes(first) && (next.end - next.start === 1 || isSpace(second));
}

/** A capitalised link text on a line of its own, the sentence going on before and behind it. */
function aroundLink(text: string, before: Span, next: Span, after: Span | undefined): boolean {
  if (after === undefined || next.end - next.start > 60 || endsSentence(text, before)) return false;
  if (before.end - before.start < 25 && text[before.end - 1] !== '-') return false;
  return !endsSentence(text, next) && continuesMidSentence(text, after, '.,;)');
}

/** The word that ends at `end`; of a longer stretch without a space its last characters, so that cost stays linear. */
function lastWord(text: string, start: number, end: number): string {
  let i = end;
  const first = Math.max(start, end - LONGEST_WORD);
  while (i > first && !isSpace(text[i - 1]!) && text[i - 1] !== '\n' && !'"“(,/'.includes(text[i - 1]!)) i--;
  return text.slice(i, end);
}

/** Nobody writes such a sentence, and what looks at pairs within one must not see a whole book of them. */
const LONGEST_SENTENCE = 2000;

/** A sentence in parts that are no longer than that, cut between words where there are any. */
function bounded(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  while (span.end - start > LONGEST_SENTENCE) {
    let end = start + LONGEST_SENTENCE;
    const least = end - LONGEST_SENTENCE / 2;
    while (end > least && !isSpace(text[end]!)) end--;
    if (end === least) end = start + LONGEST_SENTENCE;
    // Not between the halves of a letter beyond the first plane.
    if (/[\uDC00-\uDFFF]/.test(text[end]!)) end--;
    const part = trim(text, start, end);
    if (part) parts.push(part);
    start = end;
  }
  const rest = trim(text, start, span.end);
  return rest ? [...parts, rest] : parts;
}

/** Character codes of the marks that end a sentence: `.`, `?`, `!` and `…`. */
const STOP = 46;
const QUESTION = 63;
const SHOUT = 33;
const ELLIPSIS = 0x2026;

function splitParagraph(text: string, { start, end }: Span, paragraph: number, out: Sentence[]): void {
  let from = start;
  const cut = (at: number): void => {
    const span = trim(text, from, at);
    if (span === null) return;
    if (span.end - span.start <= LONGEST_SENTENCE) out.push({ start: span.start, end: span.end, paragraph });
    else for (const part of bounded(text, span)) out.push({ start: part.start, end: part.end, paragraph });
    from = at;
  };
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    // Nearly all are letters, and those are none of them.
    if (code > QUESTION ? code !== ELLIPSIS : code !== STOP && code !== QUESTION && code !== SHOUT) continue;
    const stop = i;
    while (i + 1 < end && '.?!…'.includes(text[i + 1]!)) i++;
    while (i + 1 < end && CLOSERS.includes(text[i + 1]!) && !opensHere(text, i + 1, end)) i++;
    const at = boundary(text, from, stop, i + 1, end);
    if (at > 0) {
      cut(Math.min(at, i + 1));
      from = at;
      i = at - 1;
    }
  }
  cut(end);
}

/** A straight mark glued before a letter after a stop (`lalu."Kami`) opens the next quotation. */
function opensHere(text: string, at: number, end: number): boolean {
  const c = text[at]!;
  return (c === '"' || c === "'") && at + 1 < end && isLetter(text[at + 1]!) && isUpper(text[at + 1]!);
}

/** Where the sentence that has a stop at `stop` ends (`after` is behind the stop's closing marks); 0: it goes on. */
function boundary(text: string, from: number, stop: number, after: number, end: number): number {
  if (after >= end) return end;
  const next = text[after]!;
  const glued = !isSpace(next);
  if (glued && (next === ',' || next === ';')) {
    // Paragraphs glued by commas: `ujarnya.,"Kami …`.
    const follower = text[after + 1] ?? '';
    if (stop + 1 < after || text[stop] !== '.' || lastWord(text, from, stop).length > 3) {
      if (follower === '"' || follower === '“' || (isUpper(follower) && isLower(text[after + 2] ?? '')))
        return after + 1;
    }
    return 0;
  }
  let at = after;
  while (at < end && isSpace(text[at]!)) at++;
  if (at >= end) return end;
  const follower = text[at]!;
  const opens = isUpper(follower) || isDigit(follower) || OPENING_MARKS.includes(follower) || !isLetter(follower);
  if (!opens || ',;:)'.includes(follower)) return 0;
  if (glued) return gluedBoundary(text, from, stop, after, end) ? after : 0;
  if (text[stop] !== '.') return after;
  return isAbbreviation(text, from, stop, at, end) ? 0 : after;
}

/** `dilakukan.Ia`: no space after the stop, yet a new sentence; `S.H`, `3.500`, `Liputan6.com` are none. */
function gluedBoundary(text: string, from: number, stop: number, after: number, end: number): boolean {
  const before = text[stop - 1] ?? '';
  const follower = text[after]!;
  if (isDigit(follower)) return false;
  if (isUpper(follower)) {
    const word = lastWord(text, from, stop);
    return (
      (isLower(before) || isDigit(before) || before === ')') &&
      word.length > 2 &&
      !word.includes('.') &&
      !word.includes('@') &&
      (isLower(text[after + 1] ?? '') || after + 1 >= end)
    );
  }
  return follower === '"' || follower === '“';
}

function isAbbreviation(text: string, from: number, stop: number, next: number, end: number): boolean {
  const word = lastWord(text, from, stop);
  const lower = word.toLowerCase();
  const follower = text[next]!;
  if (BEFORE_NUMBER.has(lower)) return isDigit(follower);
  if (BEFORE_NAME.has(lower)) return isLetter(follower) || isDigit(follower);
  // The number of a list item at the start of a sentence: `1. OJK …`.
  if (word.length <= 2 && /^\d+$/.test(word) && trim(text, from, stop - word.length) === null) return true;
  const initial = word.length === 1 && isUpper(word);
  if (!initial && !TAILS.has(lower)) return false;
  if (!isLetter(follower)) return follower === '(';
  let i = next;
  while (i < end && isLetter(text[i]!)) i++;
  return !OPENERS.has(text.slice(next, i).toLowerCase());
}
