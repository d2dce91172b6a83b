import { appose } from './appose.ts';
import { DESCRIPTIONS, DETERMINERS, PERSON_PRONOUNS, SHORT_HEADS } from './classes.ts';
import { partEmployers } from './employers.ts';
import type { ActorEntity, ActorMention } from './entity.ts';
import { entityFor, type Linking } from './linking.ts';
import { headOf, namedHolder, office, side } from './offices.ts';
import { organisation, shortOrganisation } from './organisations.ts';
import { employ, otherName, person, single } from './people.ts';
import type { RawName, TokenView } from './raw.ts';
import { at, bump, speaks, textOf } from './surroundings.ts';
import { dropWeak } from './weak.ts';

/** Joins raw names into entities, each with the fullest of its names, and gives the mentions in order of the text. */
export function link(view: TokenView, raws: RawName[]): { entities: ActorEntity[]; mentions: ActorMention[] } {
  const to: Linking = {
    view,
    entities: [],
    mentions: [],
    byId: new Map(),
    organisations: new Map(),
    bare: new Map(),
    initials: new Map(),
    persons: new Map(),
    titled: new Map(),
    words: new Map(),
  };
  const found = dropWeak(view, raws);
  appose(view, found);
  partEmployers(view, found);
  const entityOf = new Map<RawName, ActorEntity>();
  for (const raw of found) if (raw.shape === 'organisation') entityOf.set(raw, organisation(to, raw));
  withoutOpeners(view, found);
  // The longest names first, so that shorter ones find them whichever comes first in the text.
  const people = found.filter(mayBePerson).sort(byLength);
  for (const raw of people) {
    const known = shortOrganisation(to, raw);
    const entity = known ?? person(to, raw, entityOf);
    if (entity) entityOf.set(raw, entity);
  }
  const counts = new Map<string, number>();
  for (const raw of found) if (raw.shape === 'unknown') bump(counts, textOf(view, raw));
  for (const [i, raw] of found.entries()) {
    if (raw.shape !== 'unknown' || entityOf.has(raw)) continue;
    const entity = otherName(to, raw, found[i - 1], entityOf) ?? single(to, raw, counts.get(textOf(view, raw))!);
    if (entity) entityOf.set(raw, entity);
  }
  for (const entity of to.entities) employ(to, entity);
  resolve(to, found, entityOf);
  return { entities: to.entities, mentions: to.mentions };
}

/** `Menyusul Budi Santoso`: a sentence's first word before a name that the text has elsewhere is no part of it. */
function withoutOpeners(view: TokenView, raws: readonly RawName[]): void {
  const sure = new Set<string>();
  for (const raw of raws) if (raw.shape === 'person' && !raw.doubtful) sure.add(textOf(view, raw));
  for (const raw of raws) {
    if (!raw.doubtful || raw.shape !== 'person' || raw.last - raw.first < 2) continue;
    const start = view.tokens[raw.first + 1]!.start;
    if (!sure.has(view.text.slice(start, raw.end))) continue;
    raw.first++;
    raw.start = start;
  }
}

/** Gives every raw name its mention, in order; offices, pronouns and descriptions find whom they stand for. */
function resolve(to: Linking, raws: readonly RawName[], entityOf: Map<RawName, ActorEntity>): void {
  const recent: ActorEntity[] = [];
  const generic = new Map<string, ActorEntity>();
  let speaker: ActorEntity | null = null;
  let person: ActorEntity | null = null;
  let end = -1;
  for (const [i, raw] of raws.entries()) {
    if (raw.start < end) continue;
    // `meminta direksi PT Telkom menyerahkan …`: who runs it answers for it.
    if (raw.shape === 'class' && isRunBy(to, raw, raws[i + 1])) continue;
    const over = officeOver(raws, i);
    const holder = over && namedHolder(to, over, entityOf);
    if (holder) {
      to.mentions.push({
        start: over.start,
        end: to.view.tokens[raw.first - 1]!.end,
        entity: holder,
        form: 'description',
      });
      if (to.view.inside[over.first] === -1) {
        person = holder;
        if (speaks(to.view, over)) speaker = holder;
      }
    }
    let entity = entityOf.get(raw) ?? null;
    let form: ActorMention['form'] = 'name';
    if (raw.shape === 'office') {
      const isTakenUp = DETERMINERS.has(at(to.view, raw.last)) && to.view.inside[raw.first] === -1;
      entity = office(to, raw, entityOf, isTakenUp ? (speaker ?? person) : null);
    } else if (raw.shape === 'pronoun') {
      form = 'pronoun';
      if (to.view.inside[raw.first] !== -1) continue;
      const word = to.view.tokens[raw.first]!.lower;
      const who: ActorEntity | null = speaker ?? person;
      entity = PERSON_PRONOUNS.has(word) ? who : who && (side(to.entities, to.view.published, who) ?? who);
    } else if (raw.shape === 'description') {
      form = 'description';
      const { lower } = to.view.tokens[raw.first]!;
      const short = SHORT_HEADS.has(lower) && raw.last - raw.first === 1;
      const kinds = DESCRIPTIONS.get(lower) ?? [];
      const meant = (one: ActorEntity): boolean =>
        short ? one.fullest.text.toLowerCase().replace(/^pt /, '').startsWith(`${lower} `) : kinds.includes(one.kind);
      entity = recent.findLast(meant) ?? null;
    } else if (raw.shape === 'class') {
      form = 'class';
      const key = textOf(to.view, raw).toLowerCase();
      const known = DESCRIBED.get(key);
      // `bank sentral` right after Bank Indonesia, where no other country's is meant.
      const last = recent.at(-1);
      const meant = known && last?.id === known && !isForeign(to, raw) ? last : headOf(to, raw, key);
      if (meant) {
        to.mentions.push({ start: raw.start, end: raw.end, entity: meant, form: 'description' });
        end = raw.end;
        if (meant !== last) speaker = person = meant;
        continue;
      }
      entity = generic.get(key) ?? entityFor(to, raw, raw.head ? 'regulator' : 'group', null);
      entity.generic = true;
      generic.set(key, entity);
    }
    if (!entity) continue;
    to.mentions.push({ start: raw.start, end: raw.end, entity, form });
    end = raw.end;
    if (entity.kind === 'person' || entity.kind === 'official') {
      // Whom a quotation names is spoken of; the pronouns outside mean whoever speaks.
      if (to.view.inside[raw.first] !== -1) continue;
      person = entity;
      // Who stands first in a sentence or speaks is meant by the pronouns after it; an object is not.
      const leads = to.view.breaks[raw.lead]! > 0 || at(to.view, raw.lead - 1) === ',' || speaks(to.view, raw);
      if (form === 'name' && (leads || speaker === null)) speaker = entity;
    } else if (!entity.generic) recent.push(entity);
    if (recent.length > 40) recent.shift();
  }
  to.entities.sort(byPlace);
  for (const [i, entity] of to.entities.entries()) entity.index = i;
}

/** `Ketua KPPU`: the office whose body a name is; null where it is of none. */
function officeOver(raws: readonly RawName[], i: number): RawName | null {
  const raw = raws[i]!;
  const next = raws[i + 1];
  return raw.shape === 'organisation' && next?.shape === 'office' && next.affiliation === raw && next.start < raw.start
    ? next
    : null;
}

const mayBePerson = ({ shape, first, last }: RawName): boolean =>
  shape === 'person' || (shape === 'unknown' && last - first > 1);

/** Listed ones first, and the longest. */
const byLength = (a: RawName, b: RawName): number =>
  Number(b.actor !== null) - Number(a.actor !== null) || b.last - b.first - (a.last - a.first);

const byPlace = (a: ActorEntity, b: ActorEntity): number => a.fullest.start - b.fullest.start;

/** Ordinary words by which news calls one body of the gazetteer. */
const DESCRIBED: ReadonlyMap<string, string> = new Map([['bank sentral', 'bi']]);

/** Behind it stands whose it is: `bank sentral Jepang`, `bank sentral di AS`, `bank sentral negara maju`. */
function isForeign({ view }: Linking, { last }: RawName): boolean {
  const next = view.tokens[last];
  return next !== undefined && (next.capital || OF_OTHERS.has(next.lower));
}
const OF_OTHERS = new Set('di dunia negara global lain lainnya asing utama besar ('.split(' '));

/** Those who run a body, named right before it. */
const RUNNING = new Set(['direksi', 'manajemen', 'pengelola']);
const isRunBy = ({ view }: Linking, { first, last }: RawName, next: RawName | undefined): boolean =>
  last - first === 1 && RUNNING.has(view.tokens[first]!.lower) && next?.shape === 'organisation' && next.first === last;
