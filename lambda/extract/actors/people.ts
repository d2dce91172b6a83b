import type { ActorEntity } from './entity.ts';
import { type GazetteerActor, officialsOf, publicId } from './gazetteer.ts';
import { also, entityFor, type Linking, wordsOf } from './linking.ts';
import type { RawName } from './raw.ts';
import { slip } from './slip.ts';
import { acts, oneLine, placed, speaks, textOf } from './surroundings.ts';

/** The entity of a person’s name: listed, a shorter or misspelt form of one known, or new; null for a place. */
export function person(to: Linking, raw: RawName, entityOf: Map<RawName, ActorEntity>): ActorEntity | null {
  const words = wordsOf(textOf(to.view, raw));
  raw.actor ??= officialOf(raw, words);
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
    to.titled.set(entity, { start: raw.titled, end: raw.end, text: oneLine(to.view.text.slice(raw.titled, raw.end)) });
  if (raw.role !== null && (entity.role === null || raw.role.length > entity.role.length)) entity.role = raw.role;
  const side = raw.affiliation ? entityOf.get(raw.affiliation) : employer(to, raw.role);
  entity.affiliation ??= side ?? null;
  learn(to, entity, words);
  if (raw.actor) learn(to, entity, wordsOf(raw.actor.name));
  return entity;
}

/** `Ketua Umum HPKI`: an office that ends with the name of an organisation of the article. */
function employer(to: Linking, role: string | null): ActorEntity | undefined {
  const words = role?.toLowerCase().split(/\s+/) ?? [];
  for (let n = Math.min(4, words.length - 1); n > 0; n--) {
    const found = to.organisations.get(words.slice(-n).join(' '));
    if (found) return found;
  }
  return undefined;
}

/** Names the body of an officer (`Direktur Produksi Trans7`) by what the article names elsewhere. */
export function employ(to: Linking, entity: ActorEntity): void {
  if (entity.kind === 'person') entity.affiliation ??= employer(to, entity.role) ?? null;
}

/** A listed official of the organisation that the office names, whose name is this one but for the spelling. */
function officialOf(raw: RawName, words: readonly string[]): GazetteerActor | null {
  const org = raw.affiliation?.actor?.id;
  if (raw.role === null || org === undefined) return null;
  for (const official of officialsOf(org)) {
    const known = wordsOf(official.name);
    const sure = words.some((word) => word.length > 3 && known.includes(word));
    if (sure && words.every((word) => known.some((other) => other === word || slip(word, other)))) return official;
  }
  return null;
}

/** Words kept of a name and its spellings: nobody has more, and each is compared with all that come after. */
const MOST_WORDS = 16;

function learn(to: Linking, entity: ActorEntity, words: readonly string[]): void {
  const known = to.words.get(entity) ?? [];
  for (const word of words) {
    if (word.length < 2 || known.length >= MOST_WORDS || known.includes(word)) continue;
    known.push(word);
    const list = to.persons.get(word);
    if (list) list.push(entity);
    else to.persons.set(word, [entity]);
  }
  to.words.set(entity, known);
}

/** So many namesakes, or candidates for a nickname, are looked at: a list of ten thousand names is no article. */
const MOST_KIN = 16;

function firstOf<K, V>(map: ReadonlyMap<K, V>, most: number): [K, V][] {
  const found: [K, V][] = [];
  for (const entry of map) if (found.push(entry) >= most) break;
  return found;
}

/** A person already known of whom these words are part of the name, spelling slips allowed beside one exact word. */
function alike(to: Linking, words: readonly string[], raw: RawName): ActorEntity | undefined {
  let best: ActorEntity | undefined;
  for (const word of words) {
    for (const entity of (to.persons.get(word) ?? []).slice(-MOST_KIN)) {
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

/** Stands between a name and another name of the same person: `Budi Santoso alias Ucok`. */
const ALSO_CALLED = new Set(
  'atau alias akrab biasa kerap sering karib disapa dipanggil sapaan dikenal yang dengan nama sebagai ,'.split(' '),
);
const CALLED = new Set(['atau', 'alias', 'disapa', 'dipanggil', 'sapaan']);

/** The person right before, where the words between say that this is his other name; null where they do not. */
export function otherName(
  to: Linking,
  raw: RawName,
  before: RawName | undefined,
  entityOf: ReadonlyMap<RawName, ActorEntity>,
): ActorEntity | null {
  const known = before?.shape === 'person' ? entityOf.get(before) : undefined;
  if (!before || !known || raw.actor !== null || raw.first - before.last > 6 || raw.last - raw.first > 1) return null;
  let said = false;
  for (let i = before.last; i < raw.first; i++) {
    const { lower } = to.view.tokens[i]!;
    if (!ALSO_CALLED.has(lower)) return null;
    said ||= CALLED.has(lower);
  }
  const text = textOf(to.view, raw);
  if (!said || wordsOf(known.fullest.text).length < 2 || text === text.toUpperCase()) return null;
  learn(to, known, [text.toLowerCase()]);
  also(to, known, raw);
  return known;
}

/** `Bamsoet` of `Bambang Soesatyo`, `Zulhas` of `Zulkifli Hasan`: the beginnings of the first two names. */
function isContracted(short: string, [first, second]: readonly string[]): boolean {
  if (!first || !second || short.length < 5) return false;
  for (let cut = 2; cut <= short.length - 2; cut++) {
    const rest = short.slice(cut);
    // A last letter may be from further behind (`Soe(saty)o`, `Soe(sa)t`).
    const isSecond =
      second.startsWith(rest) ||
      (rest.length > 3 && second.startsWith(rest.slice(0, -1)) && second.includes(rest.at(-1)!));
    if (first.startsWith(short.slice(0, cut)) && isSecond) return true;
  }
  return false;
}

/** A single capitalised word that no list knows. */
export function single(to: Linking, raw: RawName, count: number): ActorEntity | null {
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
    const nickname = firstOf(to.words, MOST_KIN).find(
      ([, words]) =>
        words.some((w) => w.includes(lower) || (w.length > 4 && slip(lower, w))) || isContracted(lower, words),
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
