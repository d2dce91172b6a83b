import type { ActorKind, TextSpan } from '../types.ts';
import { DESCRIPTIONS, PERSON_PRONOUNS, PLATFORM_CUES, PREDICATES } from './classes.ts';
import type { ActorEntity, ActorMention } from './entity.ts';
import { holderOf, ministries, postAt, publicId, titles } from './gazetteer.ts';
import { AUTHORITY, CUE, classOf, HONORIFIC, NAMED_ORG, ROLE, SPEECH } from './lexicon.ts';
import type { RawName, TokenView } from './raw.ts';

/** The article's entities while names are being linked. */
interface Linking {
  view: TokenView;
  entities: ActorEntity[];
  mentions: ActorMention[];
  byId: Map<string, ActorEntity>;
  organisations: Map<string, ActorEntity>;
  /** Persons by each word of their names, in order of appearance. */
  persons: Map<string, ActorEntity[]>;
  /** Each person's name with the office printed before it. */
  titled: Map<ActorEntity, TextSpan>;
  /** Name words of each person, for likeness. */
  words: Map<ActorEntity, string[]>;
}

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'’-]+/gu, ' ')
    .trim()
    .split(' ');

/** An organisation's name without company form, brackets and stock code: what later mentions shorten. */
const bare = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\([^)]{0,40}\)?/g, ' ')
    .replace(/[^\p{L}\p{N}&'’-]+/gu, ' ')
    .trim()
    .replace(/^(?:pt|cv|ud) /, '')
    .replace(/ (?:tbk|persero|pt|ltd|inc|llc|corp|tbk pt)$/, '')
    .trim();

/** Joins raw names into entities, each with the fullest of its names, and gives the mentions in order of the text. */
export function link(view: TokenView, raws: RawName[]): { entities: ActorEntity[]; mentions: ActorMention[] } {
  const to: Linking = {
    view,
    entities: [],
    mentions: [],
    byId: new Map(),
    organisations: new Map(),
    persons: new Map(),
    titled: new Map(),
    words: new Map(),
  };
  const found = dropWeak(view, raws);
  appose(view, found);
  const entityOf = new Map<RawName, ActorEntity>();
  for (const raw of found) if (raw.shape === 'organisation') entityOf.set(raw, organisation(to, raw));
  // The longest names first, so that shorter ones find them whichever comes first in the text.
  const people = found.filter((raw) => raw.shape === 'person' || (raw.shape === 'unknown' && raw.last - raw.first > 1));
  people.sort((a, b) => Number(b.actor !== null) - Number(a.actor !== null) || b.last - b.first - (a.last - a.first));
  for (const raw of people) {
    const known = shortOrganisation(to, raw);
    const entity = known ?? person(to, raw, entityOf);
    if (entity) entityOf.set(raw, entity);
  }
  const counts = new Map<string, number>();
  for (const raw of found) if (raw.shape === 'unknown') bump(counts, textOf(view, raw));
  for (const raw of found) {
    if (raw.shape !== 'unknown' || entityOf.has(raw)) continue;
    const entity = single(to, raw, counts.get(textOf(view, raw))!);
    if (entity) entityOf.set(raw, entity);
  }
  resolve(to, found, entityOf);
  return { entities: to.entities, mentions: to.mentions };
}

const textOf = (view: TokenView, raw: RawName): string => view.text.slice(raw.start, raw.end);
const bump = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Names that are ordinary words too stay only where the context speaks for the platform. */
function dropWeak(view: TokenView, raws: RawName[]): RawName[] {
  if (!raws.some((raw) => raw.weak)) return raws;
  const sure = new Set(raws.filter((raw) => raw.actor && !raw.weak).map((raw) => raw.actor!.id));
  const counts = new Map<string, number>();
  for (const raw of raws) if (raw.weak && view.breaks[raw.first] === 0) bump(counts, raw.actor!.id);
  return raws.filter((raw, i) => !raw.weak || supported(view, raws, i, sure, counts.get(raw.actor!.id) ?? 0));
}

/** Names that headings and other names capitalise as well: being frequent proves nothing. */
const COMMON_WORDS = new Set([
  'line',
  'world',
  'temu',
  'pintu',
  'medium',
  'wise',
  'signal',
  'gemini',
  'opera',
  'thread',
]);

function supported(view: TokenView, raws: RawName[], i: number, sure: ReadonlySet<string>, often: number): boolean {
  const raw = raws[i]!;
  const { tokens } = view;
  const single = raw.end - raw.start <= 2;
  // A capital inside the sentence more than once is no slip; single letters need more.
  if (often > 1 && raw.end - raw.start > 3 && !COMMON_WORDS.has(textOf(view, raw).toLowerCase())) return true;
  if (sure.has(raw.actor!.id) && !raw.doubtful && view.breaks[raw.first] === 0) return true;
  for (let k = raw.first - 1; k >= 0 && k >= raw.first - 3; k--) if (PLATFORM_CUES.has(tokens[k]!.lower)) return true;
  const near = (other: RawName | undefined, gap: string): boolean =>
    other?.actor?.kind === 'platform' &&
    gap.length <= 12 &&
    /^[\s,/&()]*(?:dan|atau|hingga|serta|maupun)?[\s,/&(]*$/.test(gap);
  const before = raws[i - 1];
  const after = raws[i + 1];
  if (before && near(before, view.text.slice(before.end, raw.start))) return true;
  if (after && near(after, view.text.slice(raw.end, after.start))) return true;
  if (single) return false;
  const next = tokens[raw.last]?.lower ?? '';
  if (view.breaks[raw.first]! > 0 && !sure.has(raw.actor!.id)) return (classOf(next) & SPEECH) !== 0;
  return PREDICATES.has(next) || (classOf(next) & SPEECH) !== 0;
}

/** `Ketua X, Budi Y,` and `Budi Y, peneliti X,`: office and name belong together. */
function appose(view: TokenView, raws: RawName[]): void {
  const { tokens } = view;
  const merged = new Set<RawName>();
  for (let i = 0; i + 1 < raws.length; i++) {
    const raw = raws[i]!;
    const next = raws[i + 1]!;
    const personal = next.shape === 'person' || next.shape === 'unknown';
    const comma = tokens[raw.last]?.lower === ',' && next.first === raw.last + 1;
    const bracketed =
      tokens[raw.last]?.lower === '(' && tokens[raw.last + 2]?.lower === ')' && next.first <= raw.last + 4;
    if (!personal || next.role !== null || !(comma || bracketed)) continue;
    if (raw.shape === 'office') {
      next.role = raw.role;
      next.lead = raw.lead;
      next.affiliation = raw.affiliation;
      if (next.shape === 'unknown') next.shape = 'person';
      merged.add(raw);
    } else if (raw.shape === 'organisation' && comma && !next.doubtful) {
      // `anggota Komisi Pemilihan Umum (KPU), Evi`: the small-letter office stands before the organisation.
      const role = officeBefore(view, raw);
      if (role === null) continue;
      next.role = role;
      next.affiliation = raw;
      if (next.shape === 'unknown') next.shape = 'person';
    }
  }
  for (const [i, raw] of raws.entries()) {
    // `perwakilan Facebook Jeff Wu dan Alvin Tan`: both represent it.
    const first = raws[i - 1];
    if (first?.shape === 'person' && first.role !== null && raw.role === null && raw.shape === 'person') {
      const gap = raw.first - first.last;
      if (gap === 1 && tokens[first.last]!.lower === 'dan') {
        raw.role = first.role;
        raw.affiliation = first.affiliation;
      }
    }
    if (raw.role !== null || (raw.shape !== 'person' && raw.shape !== 'unknown')) continue;
    behind(view, raws, i);
  }
  if (merged.size === 0) return;
  let kept = 0;
  for (const raw of raws) if (!merged.has(raw)) raws[kept++] = raw;
  raws.length = kept;
}

function officeBefore(view: TokenView, raw: RawName): string | null {
  for (let k = raw.first - 1; k >= 0 && k >= raw.first - 4; k--) {
    const token = view.tokens[k]!;
    if (token.kind !== 'word') return null;
    if (classOf(token.lower) & ROLE) return view.text.slice(token.start, raw.end);
  }
  return null;
}

/** The office behind a name: `Budi Y, peneliti dari X,` or `Budi Y (34), warga X`. */
function behind(view: TokenView, raws: RawName[], i: number): void {
  const { tokens, text } = view;
  const raw = raws[i]!;
  let at = raw.last;
  if (tokens[at]?.lower === '(' && tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.lower === ')') {
    if (raw.shape === 'unknown') raw.shape = 'person';
    at += 3;
  }
  if (tokens[at]?.lower !== ',') {
    const selaku = tokens[at]?.lower === 'selaku' || tokens[at]?.lower === 'sebagai';
    if (!selaku) return;
  }
  at++;
  const first = tokens[at];
  if (first?.kind !== 'word') return;
  const next = raws[i + 1];
  const flags = classOf(first.lower);
  if (!(flags & ROLE) && !titles.has(first.lower)) return;
  if (next?.first === at && (next.shape === 'person' || next.shape === 'unknown')) return;
  let stop = at;
  while (stop < tokens.length && stop < at + 14 && !',.;:"“”'.includes(tokens[stop]!.lower)) stop++;
  if (stop === at) return;
  if (raw.shape === 'unknown') raw.shape = 'person';
  raw.role = text.slice(first.start, tokens[stop - 1]!.end);
  if (next && next.first < stop && (next.shape === 'organisation' || next.shape === 'office')) {
    raw.affiliation = next.shape === 'organisation' ? next : next.affiliation;
  }
}

function entityFor(to: Linking, raw: RawName, kind: ActorKind, id: string | null): ActorEntity {
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
function also(to: Linking, entity: ActorEntity, raw: RawName): void {
  const text = textOf(to.view, raw);
  if (text === entity.fullest.text || entity.aliases.includes(text)) return;
  if (text.length > entity.fullest.text.length) {
    entity.aliases.push(entity.fullest.text);
    entity.fullest = { start: raw.start, end: raw.end, text };
  } else entity.aliases.push(text);
}

function kindOf(raw: RawName): ActorKind {
  if (raw.actor) return raw.actor.kind;
  if (raw.head & AUTHORITY) return 'regulator';
  return raw.head & NAMED_ORG ? 'company' : 'group';
}

function organisation(to: Linking, raw: RawName): ActorEntity {
  const text = textOf(to.view, raw);
  const key = bare(text);
  let entity =
    (raw.actor ? to.byId.get(raw.actor.id) : undefined) ??
    to.organisations.get(key) ??
    (raw.abbreviation ? to.organisations.get(raw.abbreviation.toLowerCase()) : undefined);
  if (!entity) entity = entityFor(to, raw, kindOf(raw), raw.actor && publicId(raw.actor));
  else also(to, entity, raw);
  if (raw.actor) to.byId.set(raw.actor.id, entity);
  if (key !== '') to.organisations.set(key, entity);
  if (raw.abbreviation) to.organisations.set(raw.abbreviation.toLowerCase(), entity);
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
function shortOrganisation(to: Linking, raw: RawName): ActorEntity | null {
  if (raw.role !== null || raw.actor !== null) return null;
  const entity = to.organisations.get(bare(textOf(to.view, raw)));
  if (entity) also(to, entity, raw);
  return entity ?? null;
}

function person(to: Linking, raw: RawName, entityOf: Map<RawName, ActorEntity>): ActorEntity | null {
  const words = wordsOf(textOf(to.view, raw));
  let entity = raw.actor ? to.byId.get(raw.actor.id) : undefined;
  entity ??= alike(to, words, raw);
  if (!entity) {
    if (raw.role === null && raw.actor === null && raw.doubtful && !speaks(to.view, raw) && words.length < 2)
      return null;
    if (raw.role === null && raw.actor === null && placed(to.view, raw)) return null;
    entity = entityFor(to, raw, raw.actor ? 'official' : 'person', raw.actor && publicId(raw.actor));
  } else also(to, entity, raw);
  if (raw.actor) to.byId.set(raw.actor.id, entity);
  const known = to.titled.get(entity);
  if (raw.titled >= 0 && raw.end - raw.titled <= 90 && !(known && known.text.length >= raw.end - raw.titled))
    to.titled.set(entity, { start: raw.titled, end: raw.end, text: to.view.text.slice(raw.titled, raw.end) });
  if (raw.role !== null && (entity.role === null || raw.role.length > entity.role.length)) entity.role = raw.role;
  const side = raw.affiliation ? entityOf.get(raw.affiliation) : undefined;
  entity.affiliation ??= side ?? null;
  learn(to, entity, words);
  if (raw.actor) learn(to, entity, wordsOf(raw.actor.name));
  return entity;
}

function learn(to: Linking, entity: ActorEntity, words: readonly string[]): void {
  const known = to.words.get(entity) ?? [];
  for (const word of words) {
    if (word.length < 2 || known.includes(word)) continue;
    known.push(word);
    const list = to.persons.get(word);
    if (list) list.push(entity);
    else to.persons.set(word, [entity]);
  }
  to.words.set(entity, known);
}

/** A person already known of whom these words are part of the name, spelling slips allowed beside one exact word. */
function alike(to: Linking, words: readonly string[], raw: RawName): ActorEntity | undefined {
  let best: ActorEntity | undefined;
  for (const word of words) {
    for (const entity of to.persons.get(word) ?? []) {
      const known = to.words.get(entity)!;
      const fits = words.every((one) => one.length < 3 || known.some((other) => other === one || slip(one, other)));
      if (!fits) continue;
      if (!best || distance(entity, raw) < distance(best, raw)) best = entity;
    }
  }
  return best;
}

/** Nearer is better, and a name already given before beats one still to come. */
const distance = (entity: ActorEntity, raw: RawName): number =>
  entity.fullest.start <= raw.start ? raw.start - entity.fullest.start : 1e7 + entity.fullest.start - raw.start;

/** True of two spellings of one name (`Pangerapan`, `Pangarepan`): same first letter, at most two letters apart. */
function slip(a: string, b: string): boolean {
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > 1 || a.length < 4 || a.length > 20 || b.length > 20)
    return false;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]! <= (a.length >= 7 ? 2 : 1);
}

/** A single capitalised word that no list knows. */
function single(to: Linking, raw: RawName, count: number): ActorEntity | null {
  const text = textOf(to.view, raw);
  const lower = text.toLowerCase();
  const known = alike(to, [lower], raw);
  if (known) {
    also(to, known, raw);
    return known;
  }
  const company = to.organisations.get(lower);
  if (company) {
    also(to, company, raw);
    return company;
  }
  const speaking = speaks(to.view, raw);
  if (speaking && lower.length >= 4) {
    const nickname = [...to.words].find(([, words]) =>
      words.some((w) => w.includes(lower) || (w.length > 4 && slip(lower, w))),
    );
    if (nickname) {
      learn(to, nickname[0], [lower]);
      also(to, nickname[0], raw);
      return nickname[0];
    }
  }
  if (!speaking && (raw.doubtful || placed(to.view, raw) || (count < 2 && !acts(to.view, raw)))) return null;
  const shout = text === text.toUpperCase();
  const entity = entityFor(to, raw, speaking && !shout ? 'person' : 'company', null);
  if (entity.kind === 'person') learn(to, entity, [lower]);
  else to.organisations.set(lower, entity);
  return entity;
}

const at = (view: TokenView, i: number): string => view.tokens[i]?.lower ?? '';
const flagsAt = (view: TokenView, i: number): number => view.flags[i] ?? 0;

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
  if (at(view, raw.last) === ':' && view.breaks[raw.first]! > 0) return true;
  let next = raw.last;
  if (at(view, next) === '(' && at(view, next + 2) === ')') next += 3;
  while (
    next < raw.last + 5 &&
    (at(view, next) === 'pun' || at(view, next) === 'juga' || at(view, next) === 'kemudian')
  )
    next++;
  return (flagsAt(view, next) & SPEECH) !== 0;
}

const acts = (view: TokenView, raw: RawName): boolean =>
  PREDICATES.has(at(view, raw.last)) || PLATFORM_CUES.has(at(view, raw.first - 1));
const PLACING = new Set(['di', 'ke', 'dari', 'asal', 'sekitar', 'kawasan', 'wilayah', 'jalan']);
const placed = (view: TokenView, raw: RawName): boolean => PLACING.has(at(view, raw.first - 1));

/** Gives every raw name its mention, in order; offices, pronouns and descriptions find whom they stand for. */
function resolve(to: Linking, raws: readonly RawName[], entityOf: Map<RawName, ActorEntity>): void {
  const recent: ActorEntity[] = [];
  const generic = new Map<string, ActorEntity>();
  let speaker: ActorEntity | null = null;
  let person: ActorEntity | null = null;
  let end = -1;
  for (const raw of raws) {
    if (raw.start < end) continue;
    let entity = entityOf.get(raw) ?? null;
    let form: ActorMention['form'] = 'name';
    if (raw.shape === 'office') entity = office(to, raw, entityOf);
    else if (raw.shape === 'pronoun') {
      form = 'pronoun';
      if (to.view.inside[raw.first] !== -1) continue;
      const word = to.view.tokens[raw.first]!.lower;
      const who: ActorEntity | null = speaker ?? person;
      entity = PERSON_PRONOUNS.has(word) ? who : who && (side(to.entities, to.view.published, who) ?? who);
    } else if (raw.shape === 'description') {
      form = 'description';
      const kinds = DESCRIPTIONS.get(to.view.tokens[raw.first]!.lower)!;
      entity = recent.findLast((one) => kinds.includes(one.kind)) ?? null;
    } else if (raw.shape === 'class') {
      form = 'class';
      const key = textOf(to.view, raw).toLowerCase();
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
  to.entities.sort((a, b) => a.fullest.start - b.fullest.start);
  for (const [i, entity] of to.entities.entries()) entity.index = i;
}

/** An office without a name: the person of the article who holds it, else an entity of its own. */
function office(to: Linking, raw: RawName, entityOf: Map<RawName, ActorEntity>): ActorEntity {
  const role = (raw.role ?? textOf(to.view, raw)).toLowerCase();
  const holder = to.entities.find(
    (one) =>
      one.role !== null &&
      (one.kind === 'person' || one.kind === 'official') &&
      sameOffice(one.role.toLowerCase(), role),
  );
  const org = holder ? undefined : officeOf(raw, role, entityOf);
  const current = org === undefined ? null : holderOf(org, role, to.view.published);
  const known = current && to.byId.get(current.id);
  if (known) return known;
  // Who is called by the office alone has it in the fullest name: `Presiden Joko Widodo`.
  const titled = holder && to.titled.get(holder);
  if (titled?.text.toLowerCase().startsWith(role)) holder!.fullest = titled;
  const entity = holder ?? to.organisations.get(`@${role}`) ?? entityFor(to, raw, 'official', null);
  if (!holder) {
    to.organisations.set(`@${role}`, entity);
    entity.role ??= raw.role;
    entity.id ??= current && publicId(current);
    entity.affiliation ??= (raw.affiliation && entityOf.get(raw.affiliation)) ?? null;
  }
  return entity;
}

const sameOffice = (full: string, short: string): boolean =>
  full === short || full.startsWith(`${short} `) || short.startsWith(`${full} `);

const HEADS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:wakil )?menteri (?:koordinator )?(.{3,80})$/, ['kementerian ']],
  [/^(?:wakil )?wali ?kota (.{3,40})$/, ['pemkot ', 'pemerintah kota ']],
  [/^(?:wakil )?bupati (.{3,40})$/, ['pemkab ', 'pemerintah kabupaten ']],
  [/^(?:wakil )?gubernur (.{3,40})$/, ['pemprov ', 'pemerintah provinsi ']],
];

/** The listed organisation whose office this is: by its short title (`Menkomdigi`) or by name. */
function officeOf(raw: RawName, role: string, entityOf: Map<RawName, ActorEntity>): string | undefined {
  const title = titles.get(role.split(' ')[0]!);
  if (title !== undefined) return title;
  if (raw.affiliation) return entityOf.get(raw.affiliation)?.id ?? undefined;
  const ministry = /^(?:wakil )?menteri (.{3,80})$/.exec(role)?.[1];
  return ministry === undefined ? undefined : ministries.get(ministry);
}

/** The organisation that a person speaks for: by the article, else by the post held on the day. */
export function side(entities: readonly ActorEntity[], published: string | null, who: ActorEntity): ActorEntity | null {
  if (who.kind !== 'person' && who.kind !== 'official') return who;
  if (who.affiliation) return who.affiliation;
  const byId = (id: string): ActorEntity | null => entities.find((one) => one.id === id) ?? null;
  if (who.role !== null) {
    const role = who.role
      .toLowerCase()
      .replace(/\([^)]{0,40}\)/g, '')
      .trim();
    for (const [pattern, prefixes] of HEADS) {
      const of = pattern.exec(role)?.[1]?.trim();
      if (of === undefined) continue;
      const found = entities.find((one) =>
        prefixes.some((prefix) => one.fullest.text.toLowerCase().startsWith(prefix + of)),
      );
      if (found) return found;
      const ministry = ministries.get(of);
      if (ministry !== undefined) return byId(ministry);
    }
    const org = titles.get(role.split(' ')[0]!);
    if (org !== undefined) return byId(org);
  }
  const post = who.id === null || published === null ? null : postAt(who.id, published);
  return post && byId(post.org);
}
