import type { ActorEntity, ActorIndex } from '../actors/actors.ts';
import { isRank } from '../actors/commands.ts';
import { firstEndingBehind } from '../text/bisect.ts';
import type { ActorKind, ActorRef, Span } from '../types.ts';
import { type Lately, latelyNamed } from './lately.ts';

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
  /** Index of a party by its fullest name, and by its gazetteer id. */
  byName: ReadonlyMap<string, number>;
  byActor: ReadonlyMap<string, number>;
  /** By party: where it is named, in order of the text. */
  mentionsOf: readonly (readonly PartyMention[])[];
  /** The last two organisations named, classes left out. */
  organisations: Lately;
}

/** The actors of an article as the rules here see them. */
export function partiesOf(actors: ActorIndex): Parties {
  const beside = organisationsBeside(actors);
  const all: Party[] = [];
  const mentionsOf: PartyMention[][] = [];
  for (const entity of actors.entities) {
    const side = actors.sideOf(entity) ?? beside.get(entity.index) ?? null;
    mentionsOf.push([]);
    all.push({
      name: entity.fullest.text,
      actor: entity.id,
      kind: entity.kind,
      organisation: side && side !== entity ? side.index : null,
      generic: entity.generic,
    });
  }
  const mentions: PartyMention[] = [];
  for (const { start, end, entity, form } of actors.mentions) {
    const mention = {
      start,
      end,
      party: entity.index,
      pronoun: form === 'pronoun' || form === 'description',
      person: isPerson(all[entity.index]),
      generic: entity.generic,
    };
    mentions.push(mention);
    mentionsOf[mention.party]!.push(mention);
  }
  const byName = new Map<string, number>();
  const byActor = new Map<string, number>();
  for (const [index, { name, actor }] of all.entries()) {
    if (!byName.has(name)) byName.set(name, index);
    if (actor !== null && !byActor.has(actor)) byActor.set(actor, index);
  }
  const organisations = latelyNamed(mentions, 2, isOrganisation);
  return { all, mentions, byName, byActor, mentionsOf, organisations };
}

const isOrganisation = ({ person, generic }: PartyMention): boolean => !person && !generic;

/**
 * `Direktur Intram Kemenhub, Risal Wasal`, `Polda Metro Jaya, AKBP Argo Wiyono`: the organisation named right before a
 * person, where no office tells.
 */
function organisationsBeside({ mentions }: ActorIndex): Map<number, ActorEntity> {
  const found = new Map<number, ActorEntity>();
  for (let i = 1; i < mentions.length; i++) {
    const mention = mentions[i]!;
    const before = mentions[i - 1]!;
    const { entity } = mention;
    if (mention.form !== 'name' || !PERSONS.has(entity.kind) || PERSONS.has(before.entity.kind)) continue;
    const rank = entity.role !== null && isRank(entity.role) ? entity.role.length + 1 : 0;
    if (before.entity.generic || found.has(entity.index) || mention.start - before.end > NEXT_TO + rank) continue;
    found.set(entity.index, before.entity);
  }
  return found;
}

/** Characters: a comma and a space, or a space. */
const NEXT_TO = 2;
const PERSONS: ReadonlySet<ActorKind> = new Set(['official', 'person']);

export const isPerson = (party: Party | undefined): boolean => party?.kind === 'official' || party?.kind === 'person';

/** The index of the party that a reference names; -1 for none (a class in the article's words, say). */
export const indexOfRef = ({ byName, byActor }: Parties, ref: ActorRef): number =>
  (ref.actor === null ? byName.get(ref.text) : byActor.get(ref.actor)) ?? -1;

/** A party as `extract` prints it. */
export function partyRef(parties: Parties, index: number, at: Span): ActorRef {
  const party = parties.all[index]!;
  return { start: at.start, end: at.end, text: party.name, actor: party.actor };
}

/** Index of the last mention that starts before an offset, which may lie within it; -1 where none does. */
export function lastMentionBefore(mentions: readonly Span[], offset: number): number {
  const at = firstEndingBehind(mentions, offset);
  return at < mentions.length && mentions[at]!.start < offset ? at : at - 1;
}
