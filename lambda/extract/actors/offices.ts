import { titles } from './aliases.ts';
import { DETERMINERS } from './classes.ts';
import type { ActorEntity } from './entity.ts';
import { holderOf, ministries, postAt, publicId } from './gazetteer.ts';
import { classOf, FOREIGN } from './lexicon.ts';
import { entityFor, type Linking } from './linking.ts';
import type { RawName } from './raw.ts';
import { at, speaks, textOf } from './surroundings.ts';

/** An article names fewer; what names more is searched no further, so that the time stays linear. */
const MOST_ENTITIES = 300;

/**
 * An office without a name: the person of the article who holds it, else an entity of its own.
 * @param meant who has been named, where the office describes him (`Wali Kota Makassar ini`).
 */
export function office(
  to: Linking,
  raw: RawName,
  entityOf: Map<RawName, ActorEntity>,
  meant: ActorEntity | null = null,
): ActorEntity {
  const role = (raw.role ?? textOf(to.view, raw)).toLowerCase();
  const { holder, known, current } = holderIn(to, raw, role, entityOf);
  if (known) return known;
  if (holder) nameInFull(to, holder, role);
  const lone = holder ? null : (meant ?? nameless(to, role));
  if (lone) return lone;
  const entity = holder ?? to.organisations.get(`@${role}`) ?? entityFor(to, raw, 'official', null);
  if (!holder) {
    to.organisations.set(`@${role}`, entity);
    entity.role ??= raw.role;
    entity.id ??= current && publicId(current);
    entity.affiliation ??= (raw.affiliation && entityOf.get(raw.affiliation)) ?? null;
  }
  return entity;
}

/** Who holds an office: a person of the article whose it is, one whom the list names and the article does, and whom the list names. */
function holderIn(to: Linking, raw: RawName, role: string, entityOf: ReadonlyMap<RawName, ActorEntity>) {
  const holder = to.entities
    .slice(0, MOST_ENTITIES)
    .find(
      (one) =>
        one.role !== null &&
        (one.kind === 'person' || one.kind === 'official') &&
        sameOffice(one.role.toLowerCase(), role),
    );
  const org = holder ? undefined : officeOf(raw, role, entityOf);
  const current = org === undefined ? null : holderOf(org, role, to.view.published);
  return { holder, current, known: (current && to.byId.get(current.id)) ?? undefined };
}

/** The person of the article who holds an office that names its body (`ujar Ketua KPPU`); null where nobody is named. */
export function namedHolder(
  to: Linking,
  raw: RawName,
  entityOf: ReadonlyMap<RawName, ActorEntity>,
): ActorEntity | null {
  const role = (raw.role ?? textOf(to.view, raw)).toLowerCase();
  const { holder, known } = holderIn(to, raw, role, entityOf);
  const one = known ?? holder;
  // `Direktur Utama PLN` is not the one whom the article calls `Direktur Utama` of Telkom, or of nobody.
  const body = raw.affiliation === null ? undefined : entityOf.get(raw.affiliation);
  if (one === holder && one?.affiliation !== body && !one?.role?.toLowerCase().startsWith(role)) return null;
  if (!one || one.fullest.text.toLowerCase() === role) return null;
  nameInFull(to, one, role);
  return one;
}

/** Who is called by the office alone has it in the fullest name: `Presiden Joko Widodo`. */
function nameInFull(to: Linking, holder: ActorEntity, role: string): void {
  const titled = to.titled.get(holder);
  if (titled?.text.toLowerCase().startsWith(role)) holder.fullest = titled;
}

/**
 * `Direktur Utama PT , mengungkapkan …`, of which a page lost the names with their links: the one person of the article whom it
 * calls by one word and gives no office; null where there is none, or several.
 */
function nameless({ entities }: Linking, role: string): ActorEntity | null {
  if (!CUT_OFF.test(role)) return null;
  const [one, another] = entities
    .slice(0, MOST_ENTITIES)
    .filter(({ kind, role, fullest }) => kind === 'person' && role === null && !fullest.text.includes(' '));
  return one !== undefined && another === undefined ? one : null;
}
const CUT_OFF = / (?:pt|cv)$/;

/** `Wali kota mengatakan …`, where one has been named: heads of local governments, of whom an article mostly has one. */
export function headOf(to: Linking, raw: RawName, key: string): ActorEntity | undefined {
  if (!LOCAL_HEADS.has(key) || to.view.inside[raw.first] !== -1) return undefined;
  if (!speaks(to.view, raw) && !DETERMINERS.has(at(to.view, raw.last))) return undefined;
  return to.entities
    .slice(0, MOST_ENTITIES)
    .find(({ role, kind }) => kind !== 'group' && role !== null && role.toLowerCase().startsWith(`${key} `));
}
const LOCAL_HEADS = new Set(['gubernur', 'bupati', 'wali kota']);

const sameOffice = (full: string, short: string): boolean =>
  full === short || full.startsWith(`${short} `) || short.startsWith(`${full} `);

const HEADS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:wakil )?menteri (?:koordinator )?(.{3,80})$/, ['kementerian ']],
  [/^(?:plt\.? |wakil )?(?:direktur jenderal|dirjen) (.{3,80})$/, ['direktorat jenderal ', 'ditjen ']],
  [/^(?:plt\.? |wakil )?kepala (badan .{3,80}|otoritas .{3,80}|pusat .{3,80})$/, ['']],
  [/^(?:wakil )?wali ?kota (.{3,40})$/, ['pemkot ', 'pemko ', 'pemerintah kota ']],
  [/^(?:wakil )?bupati (.{3,40})$/, ['pemkab ', 'pemerintah kabupaten ']],
  [/^(?:wakil )?gubernur (.{3,40})$/, ['pemprov ', 'pemerintah provinsi ']],
];

/** The listed organisation whose office this is: by its short title (`Menkomdigi`) or by name. */
function officeOf(raw: RawName, role: string, entityOf: ReadonlyMap<RawName, ActorEntity>): string | undefined {
  const title = titles.get(role.split(' ')[0]!);
  if (title !== undefined) return title;
  if (raw.affiliation) return entityOf.get(raw.affiliation)?.id ?? undefined;
  const ministry = /^(?:wakil )?menteri (.{3,80})$/.exec(role)?.[1];
  return ministry === undefined ? undefined : ministries.get(ministry);
}

/** `Kementerian Perdagangan` and what may stand behind it, but no other country's: its minister would have been called so. */
const isOf = (name: string, office: string): boolean =>
  name.startsWith(office) &&
  !name
    .slice(office.length)
    .split(' ')
    .some((word) => classOf(word) & FOREIGN);

function officeNamed(entities: readonly ActorEntity[], prefixes: readonly string[], of: string): ActorEntity | null {
  for (const entity of entities) {
    const name = entity.fullest.text.toLowerCase();
    for (const prefix of prefixes) if (isOf(name, prefix + of)) return entity;
  }
  return null;
}

/** The organisation that a person speaks for: by the article, else by the post held on the day. */
export function side(all: readonly ActorEntity[], published: string | null, who: ActorEntity): ActorEntity | null {
  if (who.kind !== 'person' && who.kind !== 'official') return who;
  if (who.affiliation) return who.affiliation;
  const entities = all.slice(0, MOST_ENTITIES);
  const byId = (id: string): ActorEntity | null => entities.find((one) => one.id === id) ?? null;
  if (who.role !== null) {
    const role = who.role
      .toLowerCase()
      .replace(/\([^)]{0,40}\)/g, '')
      .trim();
    for (const [pattern, prefixes] of HEADS) {
      const of = pattern.exec(role)?.[1]?.trim();
      if (of === undefined) continue;
      const found = officeNamed(entities, prefixes, of);
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
