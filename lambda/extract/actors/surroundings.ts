import { PLATFORM_CUES, PREDICATES } from './classes.ts';
import { CUE, HONORIFIC, SPEECH } from './lexicon.ts';
import type { RawName, TokenView } from './raw.ts';

/** What is written at a name, as it is printed elsewhere: in one line, and words apart that a page glued. */
export function textOf({ text, tokens }: TokenView, { start, end, first, last }: RawName): string {
  let parts = '';
  let from = start;
  for (let i = first + 1; i < last; i++) {
    const at = tokens[i]!.start;
    if (at !== tokens[i - 1]!.end || tokens[i]!.kind !== 'word' || tokens[i - 1]!.kind !== 'word') continue;
    parts += `${text.slice(from, at)} `;
    from = at;
  }
  return oneLine(parts + text.slice(from, end));
}

/** A name with one space where it has several or breaks the line, and none within brackets. */
export const oneLine = (name: string): string =>
  BROKEN.test(name) ? name.replace(/\s+/g, ' ').replace(/\( | \)/g, (bracket) => bracket.trim()) : name;
const BROKEN = /[^\S ]| {2}|\( | \)/;

/** Counts one more of a key. */
export const bump = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

/** The token at an index in small letters; empty outside the text. */
export const at = (view: TokenView, i: number): string => view.tokens[i]?.lower ?? '';

/** The class bits of the token at an index; none outside the text. */
export const flagsAt = (view: TokenView, i: number): number => view.flags[i] ?? 0;

/** True of a name beside a speech verb or behind a cue. */
export function speaks(view: TokenView, raw: { first: number; last: number }): boolean {
  let previous = raw.first - 1;
  // `kata dr. Budi`
  while (
    previous > 0 &&
    (at(view, previous) === '.' || flagsAt(view, previous) & HONORIFIC) &&
    previous > raw.first - 5
  )
    previous--;
  const before = flagsAt(view, previous);
  if (before & CUE || at(view, previous) === 'menurut') return true;
  if (at(view, raw.last) === ':' && view.breaks[raw.first]! > 0 && view.inside[raw.last + 1] !== -1) return true;
  let next = raw.last;
  if (at(view, next) === '(' && at(view, next + 2) === ')') next += 3;
  while (
    next < raw.last + 5 &&
    (at(view, next) === 'pun' || at(view, next) === 'juga' || at(view, next) === 'kemudian')
  )
    next++;
  return (flagsAt(view, next) & SPEECH) !== 0;
}

/** True of a name that a predicate follows or a word for platforms precedes. */
export const acts = (view: TokenView, raw: RawName): boolean =>
  PREDICATES.has(at(view, raw.last)) || PLATFORM_CUES.has(at(view, raw.first - 1));

const PLACING = new Set(['di', 'ke', 'dari', 'asal', 'sekitar', 'kawasan', 'wilayah', 'jalan']);

/** True of a name behind a preposition of place. */
export const placed = (view: TokenView, raw: RawName): boolean => PLACING.has(at(view, raw.first - 1));
