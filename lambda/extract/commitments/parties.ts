import type { ActorKind, ActorRef, Span } from '../types.ts';

/** Somebody who can be bound or bind: one row for each actor of the article. */
export interface Party {
  /** The fullest name that the article gives. */
  name: string;
  actor: string | null;
  kind: ActorKind;
  /** Index of the organisation that a person speaks for, where the article tells. */
  organisation: number | null;
}

/** Where the text names a party, or refers to one by a pronoun. */
export interface PartyMention extends Span {
  party: number;
  pronoun: boolean;
}

/** The parties of one article; mentions in order of the text. */
export interface Parties {
  all: readonly Party[];
  mentions: readonly PartyMention[];
}

export const isPerson = (party: Party | undefined): boolean => party?.kind === 'official' || party?.kind === 'person';

/** A party as `extract` prints it. */
export function partyRef(parties: Parties, index: number, at: Span): ActorRef {
  const party = parties.all[index]!;
  return { start: at.start, end: at.end, text: party.name, actor: party.actor };
}

/** Index of the first mention that ends after an offset; binary search. */
export function firstMentionAfter(mentions: readonly Span[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
