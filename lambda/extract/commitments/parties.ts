import type { ActorIndex } from '../actors/actors.ts';
import type { ActorKind, ActorRef, Span } from '../types.ts';

/** Somebody who can be bound or bind: one row for each actor of the article. */
export interface Party {
  /** The fullest name that the article gives. */
  name: string;
  actor: string | null;
  kind: ActorKind;
  /** Index of the organisation that a person speaks for, where the article tells. */
  organisation: number | null;
  /** A class (`semua PSE`), not a name. */
  generic: boolean;
}

/** Where the text names a party, or refers to one by a pronoun. */
export interface PartyMention extends Span {
  party: number;
  /** A pronoun or description: the name stands elsewhere. */
  pronoun: boolean;
  person: boolean;
  generic: boolean;
}

/** The parties of one article; mentions in order of the text. */
export interface Parties {
  all: readonly Party[];
  mentions: readonly PartyMention[];
}

/** The actors of an article as the rules here see them. */
export function partiesOf(actors: ActorIndex): Parties {
  const all = actors.entities.map((entity): Party => {
    const side = actors.sideOf(entity);
    return {
      name: entity.fullest.text,
      actor: entity.id,
      kind: entity.kind,
      organisation: side && side !== entity ? side.index : null,
      generic: entity.generic,
    };
  });
  const mentions = actors.mentions.map(({ start, end, entity, form }) => ({
    start,
    end,
    party: entity.index,
    pronoun: form === 'pronoun' || form === 'description',
    person: isPerson(all[entity.index]),
    generic: entity.generic,
  }));
  return { all, mentions };
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
