import { type ActorEntity, type ActorIndex, type ActorMention, refOf } from '../actors/entity.ts';
import { classOf, HONORIFIC, ROLE } from '../actors/lexicon.ts';
import { firstEndingBehind } from '../text/bisect.ts';
import type { Quote } from '../text/quotes.ts';
import { tokenFrom } from '../text/quotes.ts';
import type { Doc } from '../text/segment.ts';
import type { Token } from '../text/tokens.ts';
import type { ActorRef, Span, Statement, TextSpan } from '../types.ts';

/** What is known while an article is read from first sentence to last. */
export interface Reading {
  doc: Doc;
  actors: ActorIndex;
  tokens: readonly Token[];
  quotes: readonly Quote[];
  /** For each token the index of the quotation around it, or -1. */
  inside: Int32Array;
  /** Who spoke last, as of where the reading is. */
  speaker: ActorMention | null;
  /** Which person spoke last. */
  person: ActorMention | null;
  out: Statement[];
}

/** Who is said to say something, by which word, found by which rule. */
export interface Attribution {
  cue: TextSpan | null;
  speaker: ActorMention | null;
  rule: string;
}

/** Words and numbers in a span, counted to fifty. */
export function countWords(to: Reading, span: Span): number {
  let words = 0;
  for (
    let i = tokenFrom(to.tokens, span.start);
    i < to.tokens.length && to.tokens[i]!.start < span.end && words < 50;
    i++
  )
    if (to.tokens[i]!.kind !== 'mark') words++;
  return words;
}

/** Adds a statement and remembers who made it. */
export function push(to: Reading, content: Span, isDirect: boolean, { cue, speaker, rule }: Attribution): void {
  const ref: ActorRef | null = speaker && refOf(speaker);
  to.out.push({ content: { start: content.start, end: content.end }, direct: isDirect, cue, speaker: ref, rule });
  if (speaker) spoke(to, speaker);
}

/** Remembers who spoke last. */
export function spoke(to: Reading, speaker: ActorMention): void {
  // A class (`warga`) is quoted in passing; the clitics after it mean whoever had a name.
  if (speaker.entity.generic && to.speaker) return;
  to.speaker = speaker;
  if (isPerson(speaker.entity)) to.person = speaker;
}

/** Whom a mention means: for a pronoun whoever spoke last, which the text alone does not tell the list of actors. */
export const meant = (to: Reading, mention: ActorMention): ActorMention =>
  mention.form === 'pronoun' && isPerson(mention.entity) && to.person
    ? { ...to.person, start: mention.start, end: mention.end }
    : mention;

/** The token at an index as a cue. */
export const cueOf = (to: Reading, i: number): TextSpan => {
  const { start, end } = to.tokens[i]!;
  return { start, end, text: to.doc.text.slice(start, end) };
};

/** Where the sentence that holds a token ends; no farther than `limit`. */
export function sentenceEnd(to: Reading, token: number, limit: number): number {
  const { sentences } = to.doc;
  const { start } = to.tokens[token]!;
  return Math.min(sentences[firstEndingBehind(sentences, start)]?.end ?? limit, limit);
}

/** `dr. Budi`, `Drs. H. Budi`: the stop is the abbreviation's. */
export const abbreviated = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1];
  if (before === undefined || before.end !== tokens[i]!.start) return false;
  const length = before.end - before.start;
  return length <= 2 || (classOf(before.lower) & (length <= 4 ? HONORIFIC | ROLE : HONORIFIC)) !== 0;
};

/** True of a person, listed or not. */
export const isPerson = (entity: ActorEntity): boolean => entity.kind === 'person' || entity.kind === 'official';

/** Who the clitic of `katanya` stands for: whoever spoke last, else the person named last. */
export function spokeLast(to: Reading, quote: Span): ActorMention | null {
  if (to.speaker) return to.speaker;
  const { mentions } = to.actors;
  const at = firstEndingBehind(mentions, quote.start);
  for (let i = at - 1; i >= 0 && i >= at - 40; i--) if (isPerson(mentions[i]!.entity)) return mentions[i]!;
  return null;
}

/** Start of the paragraph around an offset. */
export function lineStart(to: Reading, offset: number): number {
  const { paragraphs } = to.doc;
  return paragraphs[firstEndingBehind(paragraphs, offset)]?.start ?? 0;
}

/** True of tokens `[from, stop)` with a quotation among them. */
export function hasQuote(to: Reading, from: number, stop: number): boolean {
  for (let i = from; i < stop; i++) if (to.inside[i] !== -1) return true;
  return false;
}

/** The next comma outside quotations in `[from, stop)`, or -1. */
export function commaAfter(to: Reading, from: number, stop: number): number {
  for (let i = from; i < stop; i++) if (to.tokens[i]!.lower === ',' && to.inside[i] === -1) return i;
  return -1;
}
