import type { Span } from '../types.ts';
import { firstThat } from './bisect.ts';
import type { Token } from './tokens.ts';

/** A stretch between quotation marks, marks included. */
export interface Quote extends Span {
  /** Both marks are there. */
  closed: boolean;
}

const OPENERS = '“„«';
/** True of the code of a double quotation mark: `"`, `«`, `»`, `“`, `”`, `„`. */
const isMark = (code: number): boolean =>
  code === 0x22 || (code > 0xaa && (code === 0xab || code === 0xbb || (code >= 0x201c && code <= 0x201e)));
const isSpace = (c: string): boolean => c === '' || c === '\n' || /\s/.test(c);
const AFTER_CLOSING = '.,;:!?)]}-—–…';

/** A quotation over more lines than this is a mark that was never closed. */
const MOST_LINES = 4;

/**
 * The quotations of a text, in order, disjoint, nested ones left inside the outer: straight and curly marks, spaces
 * inside the marks, marks of the wrong direction, quotations over several paragraphs (each opened anew, closed once),
 * and unclosed ones, which end with their line. Linear in the length of the text.
 */
export function findQuotes(text: string, lines: readonly Span[]): Quote[] {
  const quotes: Quote[] = [];
  /** A quotation left open at the end of its line, and how many lines ago. */
  let pending: { start: number; end: number; lines: number } | null = null;
  for (const line of lines) {
    const stack: number[] = [];
    let strayClose = -1;
    let firstOpen = -1;
    const from = quotes.length;
    for (let i = line.start; i < line.end; i++) {
      if (!isMark(text.charCodeAt(i))) continue;
      const opens = opening(text, i, line, stack.length > 0);
      if (opens) {
        if (firstOpen < 0) firstOpen = i;
        if (stack.length < 8) stack.push(i);
      } else if (stack.length > 0) {
        const start = stack.pop()!;
        if (stack.length > 0) continue;
        quotes.push({ start, end: i + 1, closed: true });
      } else if (strayClose < 0) strayClose = i;
    }
    if (pending !== null) {
      const goesOn = strayClose >= 0 && (firstOpen < 0 || strayClose < firstOpen);
      const reopened = firstOpen === line.start;
      if (goesOn) {
        quotes.splice(from, 0, { start: pending.start, end: strayClose + 1, closed: true });
        pending = null;
      } else if (reopened && quotes.length > from && quotes[from]!.start === firstOpen) {
        quotes[from] = { ...quotes[from]!, start: pending.start };
        pending = null;
      } else if (reopened && stack.length > 0 && stack[0] === firstOpen && pending.lines < MOST_LINES) {
        pending = { start: pending.start, end: line.end, lines: pending.lines + 1 };
        continue;
      } else if (firstOpen < 0 && pending.lines < MOST_LINES && quotes.length === from) {
        pending = { ...pending, lines: pending.lines + 1 };
        continue;
      } else {
        quotes.splice(from, 0, { start: pending.start, end: pending.end, closed: false });
        pending = null;
      }
    }
    if (stack.length > 0) {
      const start = unclosedFrom(stack, quotes);
      if (start >= 0) pending = { start, end: line.end, lines: 1 };
    }
  }
  if (pending !== null) quotes.push({ start: pending.start, end: pending.end, closed: false });
  return quotes;
}

/** The outermost mark left open that lies behind the last closed quotation. */
function unclosedFrom(stack: readonly number[], quotes: readonly Quote[]): number {
  const last = quotes.at(-1)?.end ?? 0;
  return stack.find((start) => start >= last) ?? -1;
}

function opening(text: string, i: number, line: Span, open: boolean): boolean {
  const c = text[i]!;
  const before = i > line.start ? text[i - 1]! : '';
  const after = i + 1 < line.end ? text[i + 1]! : '';
  const spaceAfter = isSpace(after) || AFTER_CLOSING.includes(after);
  if (c === '"') {
    if (!open) return !(spaceAfter && !isSpace(before)) || (after === '.' && isSpace(before));
    return isSpace(before) && !spaceAfter;
  }
  // Curly marks say which they are, but are set the wrong way round now and then.
  if (OPENERS.includes(c)) return !(open && !isSpace(before) && spaceAfter);
  return !open && isSpace(before) && !isSpace(after) && !AFTER_CLOSING.includes(after);
}

/** For each token the index of the quotation that holds it, or -1. */
export function coverage(tokens: readonly Token[], quotes: readonly Quote[]): Int32Array {
  const inside = new Int32Array(tokens.length).fill(-1);
  let at = 0;
  for (const [i, quote] of quotes.entries()) {
    while (at < tokens.length && tokens[at]!.start < quote.start) at++;
    for (; at < tokens.length && tokens[at]!.start < quote.end; at++) inside[at] = i;
  }
  return inside;
}

/** Index of the first token that starts at or behind an offset. */
export const tokenFrom = (tokens: readonly Token[], offset: number): number =>
  firstThat(tokens, ({ start }) => start >= offset);
