import type { Quote } from '../text/quotes.ts';
import type { Token } from '../text/tokens.ts';
import type { ActorKind, ActorRef, Span } from '../types.ts';

/** Somebody of the article: all that name them, and what it says they are. */
export interface ActorEntity {
  /** Position in `ActorIndex.entities`. */
  index: number;
  /** Gazetteer id, or null for somebody no list knows. */
  id: string | null;
  kind: ActorKind;
  /** The fullest name that the article gives: where it stands, and as it is printed in one line (`textOf`). */
  fullest: Span & { text: string };
  /** The office as printed, or null. */
  role: string | null;
  /** The organisation that the office belongs to. */
  affiliation: ActorEntity | null;
  /** Other names that the article uses. */
  aliases: string[];
  /** True of a class (`semua PSE`): no name, yet it can be bound. */
  generic: boolean;
}

/** Where the text names somebody, or stands for a name. */
export interface ActorMention extends Span {
  entity: ActorEntity;
  form: 'name' | 'pronoun' | 'description' | 'class';
}

/** Who the article speaks of, and where. */
export interface ActorIndex {
  /** In order of the text, disjoint. */
  mentions: ActorMention[];
  /** In order of first mention. */
  entities: ActorEntity[];
  /** The article's tokens, for those who go on from here. */
  tokens: Token[];
  /** Word classes of each token (see `lexicon.ts`). */
  flags: Uint16Array;
  /** Its quotations, and for each token which of them holds it, or -1. */
  quotes: readonly Quote[];
  inside: Int32Array;
  /** The mention that covers an offset, or null. */
  mentionAt(offset: number): ActorMention | null;
  /** What `extract` prints for the mention that covers an offset, or null. */
  refAt(offset: number): ActorRef | null;
  /** The mentions that lie wholly within a span. */
  mentionsIn(span: Span): ActorMention[];
  /** The organisation that a person speaks for; an organisation speaks for itself; null where the text does not say. */
  sideOf(entity: ActorEntity): ActorEntity | null;
}

/** A mention as `extract` prints it. */
export const refOf = (mention: ActorMention): ActorRef => ({
  start: mention.start,
  end: mention.end,
  text: mention.entity.fullest.text,
  actor: mention.entity.id,
});
