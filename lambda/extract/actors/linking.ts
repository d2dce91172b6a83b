import type { ActorKind, TextSpan } from '../types.ts';
import type { ActorEntity, ActorMention } from './entity.ts';
import type { RawName, TokenView } from './raw.ts';
import { textOf } from './surroundings.ts';

/** The article's entities while names are being linked. */
export interface Linking {
  view: TokenView;
  entities: ActorEntity[];
  mentions: ActorMention[];
  byId: Map<string, ActorEntity>;
  organisations: Map<string, ActorEntity>;
  /** What {@link bare} leaves of organisations' names: an article has the same names again and again. */
  bare: Map<string, string>;
  /** Organisations by the initials of their names; null where two have the same. */
  initials: Map<string, ActorEntity | null>;
  /** Persons by each word of their names, in order of appearance. */
  persons: Map<string, ActorEntity[]>;
  /** Each person's name with the office printed before it. */
  titled: Map<ActorEntity, TextSpan>;
  /** Name words of each person, for likeness. */
  words: Map<ActorEntity, string[]>;
}

/** The words of a name, in small letters, without marks. */
export const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’-]+/gu, ' ')
    .trim()
    .split(' ');

/** An organisation's name without company form, brackets and stock code: what later mentions shorten. */
export const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\([^)]{0,40}\)?/g, ' ')
    .replace(/[^\p{L}\p{N}&'’-]+/gu, ' ')
    .trim()
    .replace(/^(?:pt|cv|ud) /, '')
    .replace(/ (?:tbk|persero|pt|ltd|inc|llc|corp|tbk pt)$/, '')
    .trim();

const MOST_ALIASES = 30;

/** A new entity named as a raw name has it. */
export function entityFor(to: Linking, raw: RawName, kind: ActorKind, id: string | null): ActorEntity {
  const entity: ActorEntity = {
    index: to.entities.length,
    id,
    kind,
    fullest: { start: raw.start, end: raw.end, text: textOf(to.view, raw) },
    role: raw.role,
    affiliation: null,
    aliases: [],
    generic: false,
  };
  to.entities.push(entity);
  return entity;
}

/** Keeps the longer of two names as the fullest, the other as an alias. */
export function also(to: Linking, entity: ActorEntity, raw: RawName): void {
  const text = textOf(to.view, raw);
  if (text === entity.fullest.text || entity.aliases.length > MOST_ALIASES || entity.aliases.includes(text)) return;
  if (text.length > entity.fullest.text.length) {
    entity.aliases.push(entity.fullest.text);
    entity.fullest = { start: raw.start, end: raw.end, text };
  } else entity.aliases.push(text);
}
