import type { Span } from '../types.ts';
import { FEWEST_WORDS, headlineEnd } from './headline.ts';
import { LINK_MARKERS, READ } from './link-words.ts';

/** Characters of a link at most: a longer stretch says something itself. */
export const LONGEST_LINK = 200;

/** An opening of a link with what must stand behind it in running text: a colon, or a dash between spaces. */
const MARKER = new RegExp(`(?:${[...LINK_MARKERS, READ].join('|')})[ \\u00a0]{0,2}(?::|[-–—](?=[ \\u00a0]))`, 'giu');
const DASH = /[-–—]$/;
const BARE = new RegExp(`^${READ}[ \\u00a0]{0,2}[:–—-]`, 'i');
/** Without one of these a text has no link: most have none, and are not read any closer. Marks are rarer than letters. */
const HINT = /[:–—-](?<=(?:juga|selengkapnya|editor|terkait|baca)[ \u00a0]{0,2}.)/i;

/** True of a text that may have links within its paragraphs. */
export const mayLink = (text: string): boolean => HINT.test(text);

/**
 * Links to other articles within a paragraph, in order: `… besok. Baca juga: Harga Kuota Naik Menurut dia, …`, `… besok
 * (Baca juga: Harga Kuota Naik) …`. Pages print them on lines of their own; where the text was taken out of a page the
 * lines may be glued together, so that a headline runs into the next sentence without a stop. Its end is its bracket,
 * a full stop, or where its capitals stop. A paragraph that is nothing but a link is none of these. Linear in the length
 * of the paragraph; never throws.
 */
export function inlineLinks(text: string, { start, end }: Span): InlineLink[] {
  const found: InlineLink[] = [];
  const paragraph = text.slice(start, end);
  const markers = [...paragraph.matchAll(MARKER)].filter((marker) => opensLink(paragraph, marker));
  for (const [i, { 0: marker, index }] of markers.entries()) {
    if (index === 0 && paragraph.length <= LONGEST_LINK) continue;
    const from = start + index;
    const behind = from + marker.length;
    const next = markers[i + 1];
    const limit = lineEnd(text, behind, next ? start + openingOf(paragraph, next.index) : end);
    const bracket = openingOf(paragraph, index);
    const enclosed = bracket < index;
    const stop = enclosed ? bracketEnd(text, behind, limit) : headlineEnd(text, behind, limit, LONGEST_LINK);
    if (stop < 0 || stop - from > LONGEST_LINK || from < (found.at(-1)?.end ?? 0)) continue;
    found.push({ start: enclosed ? start + bracket : from, end: stop, enclosed });
  }
  return found;
}

/** Where the link of a marker begins: at its bracket, or at the marker itself. */
function openingOf(text: string, index: number): number {
  const before = last(text, index);
  return before >= 0 && '(['.includes(text[before]!) ? before : index;
}

/** A link within a paragraph; one in brackets may stand in the middle of a sentence. */
export interface InlineLink extends Span {
  enclosed: boolean;
}

const isSpace = (c: string): boolean => c === ' ' || c === '\u00a0' || c === '\t' || c === '\n' || c === '\r';

/** The end of the line that a headline stands in, which may be the one after its marker. */
function lineEnd(text: string, from: number, limit: number): number {
  let first = from;
  while (first < limit && isSpace(text[first]!)) first++;
  // No farther than anybody looks, so that many links in one line cost no more than their number.
  const end = text.slice(first, Math.min(limit, first + 2 * LONGEST_LINK)).indexOf('\n');
  return end < 0 ? limit : first + end;
}

/** Index of the last character before `at` that is no white space; -1 without. */
function last(text: string, at: number): number {
  let before = at - 1;
  while (before >= 0 && isSpace(text[before]!)) before--;
  return before;
}

/**
 * Pages print `Baca Juga:` with a capital, and even in the middle of a glued sentence (`Pertama, Baca juga: …`) nobody
 * else does. In small letters it opens a sentence or stands in brackets; a bare `Baca:` must do so as well.
 */
function opensLink(text: string, { 0: marker, index }: RegExpExecArray): boolean {
  // `Berita terkait - yang beredar - tidak benar`: behind a dash a headline begins with a capital.
  if (
    DASH.test(marker) &&
    !/^[ \u00a0]*["“]?\p{Lu}/u.test(text.slice(index + marker.length, index + marker.length + 4))
  )
    return false;
  const capital = marker[0] !== marker[0]!.toLowerCase();
  const isBare = BARE.test(marker);
  if (capital && !isBare) return true;
  const before = last(text, index);
  if (before === index - 1 && before >= 0 && /\p{L}/u.test(text[before]!)) return false;
  return (capital || !isBare) && (before < 0 || '([.?!…"”'.includes(text[before]!));
}

/** Behind the bracket that closes a link; -1 where none does, or too little stands in it. */
function bracketEnd(text: string, from: number, limit: number): number {
  let depth = 1;
  const most = Math.min(limit, from + LONGEST_LINK);
  for (let i = from; i < most; i++) {
    if ('(['.includes(text[i]!)) depth++;
    else if (')]'.includes(text[i]!) && --depth === 0)
      return text.slice(from, i).trim().split(/\s+/).length < FEWEST_WORDS ? -1 : i + 1;
  }
  return -1;
}
