import type { ActorKind } from '../types.ts';
import type { ActorEntity } from './entity.ts';
import { type GazetteerActor, publicId } from './gazetteer.ts';
import { AUTHORITY, classOf, NAMED_ORG } from './lexicon.ts';
import { also, bare, entityFor, type Linking } from './linking.ts';
import type { RawName } from './raw.ts';
import { textOf } from './surroundings.ts';

function kindOf(raw: RawName): ActorKind {
  if (raw.actor) return raw.actor.kind;
  if (raw.head & AUTHORITY) return 'regulator';
  return raw.head & NAMED_ORG ? 'company' : 'group';
}

/**
 * Under what a listed organisation's names fall together. A platform and its company are one id, yet an article that
 * says `Meta` does not say `Facebook`: each of their names keeps a fullest form of its own.
 */
const family = (actor: GazetteerActor, key: string): string =>
  actor.kind === 'platform' ? `${actor.id}:${key.split(' ')[0]}` : actor.id;

/** `PT Bank Rakyat Indonesia (Persero) Tbk` is later `BRI`, introduced or not: the initials of three to five words; null of others. */
function initialsOf(key: string): string | null {
  const words = key.split(' ').filter(isNamed);
  return words.length >= 3 && words.length <= 5 ? words.map(firstOf).join('') : null;
}
const isNamed = (word: string): boolean => word !== 'dan';
const firstOf = (word: string): string | undefined => word[0];

/** Of names that no list knows: whose initials a name is, or who was named before by the initials of a name alone. */
function byInitials(to: Linking, key: string, initials: string | null): ActorEntity | undefined {
  const whole = to.initials.get(key);
  if (whole) return whole;
  const short = initials === null ? undefined : to.organisations.get(initials);
  return short?.id === null && short.fullest.text === initials?.toUpperCase() ? short : undefined;
}

/** Under what an organisation's name is kept. */
function keyOf(to: Linking, name: string): string {
  const key = to.bare.get(name) ?? bare(name);
  to.bare.set(name, key);
  return key;
}

/** The entity of an organisation’s name: known by id, by name, by abbreviation, or new. */
export function organisation(to: Linking, raw: RawName): ActorEntity {
  const text = textOf(to.view, raw);
  const key = keyOf(to, text);
  const id = raw.actor ? family(raw.actor, key) : null;
  const initials = initialsOf(key);
  let entity =
    (id !== null ? to.byId.get(id) : undefined) ??
    to.organisations.get(key) ??
    (raw.abbreviation ? to.organisations.get(raw.abbreviation.toLowerCase()) : undefined) ??
    (id === null || publicId(raw.actor!) === null ? byInitials(to, key, initials) : undefined);
  if (!entity) entity = entityFor(to, raw, kindOf(raw), raw.actor && publicId(raw.actor));
  else also(to, entity, raw);
  if (id !== null) to.byId.set(id, entity);
  if (key !== '') to.organisations.set(key, entity);
  if (raw.abbreviation) to.organisations.set(raw.abbreviation.toLowerCase(), entity);
  if (initials !== null && entity.id === null) {
    const known = to.initials.get(initials);
    to.initials.set(initials, known === undefined || known === entity ? entity : null);
  }
  if (kindOf(raw) === 'company') {
    // `PT Tower Bersama Infrastructure` is later `Tower Bersama`, or `Tower`.
    const parts = key.split(' ');
    for (let n = 1; n < Math.min(parts.length, 6); n++) {
      const head = parts.slice(0, n).join(' ');
      if (!to.organisations.has(head) && (n > 1 || (head.length > 3 && classOf(head) === 0)))
        to.organisations.set(head, entity);
    }
  }
  return entity;
}

/** A name that shortens an organisation's: linked to it. */
export function shortOrganisation(to: Linking, raw: RawName): ActorEntity | null {
  if (raw.role !== null || raw.actor !== null) return null;
  const entity = to.organisations.get(keyOf(to, textOf(to.view, raw)));
  if (entity) also(to, entity, raw);
  return entity ?? null;
}
