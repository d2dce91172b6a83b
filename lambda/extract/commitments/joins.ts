/** Commas that join what stands on both sides of them into one subject. */
import { classOf, ROLE } from '../actors/lexicon.ts';
import { isQuote } from '../text/tokens.ts';
import { isVerbLike } from './clause.ts';
import { WHOLE } from './lexicon/words.ts';
import type { View } from './view.ts';

/** Marks across which neither subject nor act reaches. */
export const BARRIERS = new Set([';', ':', '(', ')', '[', ']', '-', '–', '—', '?', '!', '…']);

/** A comma within a list of kinds that `semua` or its like opens: `Semua bank, koperasi, dan pegadaian wajib`. */
function joinsClasses(tokens: View['tokens'], comma: number, end: number): boolean {
  let linked = false;
  for (let i = comma + 1; i < end && i < comma + LIST; i++) {
    if (isVerbLike(tokens[i]!.lower)) return false;
    linked ||= LINKS.has(tokens[i]!.lower);
  }
  for (let i = comma - 1; linked && i >= 0 && i > comma - LIST; i--) {
    const { lower } = tokens[i]!;
    if (WHOLE.has(lower)) return true;
    if (isVerbLike(lower) || isQuote(tokens[i]!) || BARRIERS.has(lower)) return false;
  }
  return false;
}

const LINKS = new Set(['dan', 'serta', 'maupun', 'atau']);

/** A comma within a list of names (`TikTok, Shopee, dan Lazada akan`) or before an apposition of the same party. */
export function joinsList({ tokens, mentionAt }: View, comma: number, end: number): boolean {
  if (mentionAt[comma] !== undefined) return true;
  if (joinsClasses(tokens, comma, end)) return true;
  if (joinsHolder(tokens, mentionAt, comma)) return true;
  const before = mentionAt[comma - 1];
  if (before === undefined) return false;
  let i = comma + 1;
  if (tokens[i]?.lower === 'dan' || tokens[i]?.lower === 'serta' || tokens[i]?.lower === 'hingga') return true;
  for (; i < end && i < comma + LIST; i++) {
    const { lower } = tokens[i]!;
    if (lower === 'dan' || lower === 'serta' || lower === 'maupun') return mentionAt[i + 1] !== undefined;
    if (lower !== ',' && mentionAt[i] === undefined) return false;
  }
  return false;
}

/**
 * `Gubernur Jawa Barat, Dedi Mulyadi, dan Wali Kota Bandung, Muhammad Farhan, akan`: a comma between an office and who
 * holds it, where there are several.
 */
function joinsHolder(tokens: View['tokens'], mentionAt: View['mentionAt'], comma: number): boolean {
  if (mentionAt[comma + 1]?.person !== true) return false;
  let first = comma;
  while (first > 0 && comma - first < LIST && tokens[first - 1]!.capital && mentionAt[first - 1] === undefined) first--;
  if (first === comma || !(classOf(tokens[first]!.lower) & ROLE)) return false;
  if (LINKS.has(tokens[first - 1]?.lower ?? '')) return true;
  // The first of them: behind its holder the list goes on.
  const holder = mentionAt[comma + 1]!;
  let behind = comma + 1;
  while (mentionAt[behind] === holder) behind++;
  return tokens[behind]?.lower === ',' && LINKS.has(tokens[behind + 1]?.lower ?? '');
}

/** Words of a list of names, at most. */
const LIST = 40;
