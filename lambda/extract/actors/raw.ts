import type { Quote } from '../text/quotes.ts';
import type { Token } from '../text/tokens.ts';
import type { Span } from '../types.ts';
import type { GazetteerActor } from './gazetteer.ts';

/** What one place of the text seems to name, before places are linked into entities. */
export interface RawName extends Span {
  /** Index of the first token, and of the one behind the last. */
  first: number;
  last: number;
  shape: 'person' | 'organisation' | 'office' | 'unknown' | 'class' | 'description' | 'pronoun';
  actor: GazetteerActor | null;
  /** The office as printed before or behind a person's name. */
  role: string | null;
  /** Where the office begins that is printed right before the name; -1 without. */
  titled: number;
  /** Token with which the whole phrase begins, the office included. */
  lead: number;
  /** The organisation that the office belongs to. */
  affiliation: RawName | null;
  /** `KPPU` of `Komisi Pengawas Persaingan Usaha (KPPU)`. */
  abbreviation: string | null;
  /** Word classes of the organisation's head. */
  head: number;
  /** Only the sentence's start may have capitalised it. */
  doubtful: boolean;
  /** An alias that needs context to count. */
  weak: boolean;
}

/** The article's tokens with their sentence and paragraph breaks. */
export interface TokenView {
  text: string;
  tokens: Token[];
  /** Class bits of each token (see `lexicon.ts`). */
  flags: Uint16Array;
  /** 1: first word of a sentence or of a quotation; 2: first word of a paragraph. */
  breaks: Uint8Array;
  /** The quotations of the text, and for each token which of them holds it, or -1. */
  quotes: Quote[];
  inside: Int32Array;
  /** `YYYY-MM-DD`, or null. */
  published: string | null;
}

/** A raw name over tokens `[first, last)`. */
export function rawName(view: TokenView, first: number, last: number, fields: Partial<RawName>): RawName {
  return {
    start: view.tokens[first]!.start,
    end: view.tokens[last - 1]!.end,
    first,
    last,
    shape: fields.shape ?? 'unknown',
    actor: fields.actor ?? null,
    role: fields.role ?? null,
    titled: fields.titled ?? -1,
    lead: fields.lead ?? first,
    affiliation: fields.affiliation ?? null,
    abbreviation: fields.abbreviation ?? null,
    head: fields.head ?? 0,
    doubtful: fields.doubtful ?? false,
    weak: fields.weak ?? false,
  };
}
