import { titles } from './aliases.ts';
import type { ActorEntity } from './entity.ts';
import { holderOf, ministries, postAt, publicId } from './gazetteer.ts';
import { classOf, FOREIGN } from './lexicon.ts';
import { entityFor, type Linking } from './linking.ts';
import type { RawName } from './raw.ts';
import { textOf } from './surroundings.ts';

/** An article names fewer; what names more is searched no further, so that the time stays linear. */
const MOST_ENTITIES = 300;

/** An office without a name: the person of the article who holds it, else an entity of its own. */
export function office(to: Linking, raw: RawName, entityOf: Map<RawName, ActorEntity>): ActorEntity {
  const role = (raw.role ?? textOf(to.view, raw)).toLowerCase();
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
  [/^(?:plt\.? |wakil )?(?:direktur jenderal|dirjen) (.{3,80})$/, ['direktorat jenderal ', 'ditjen ']],
  [/^(?:plt\.? |wakil )?kepala (badan .{3,80}|otoritas .{3,80}|pusat .{3,80})$/, ['']],
  [/^(?:wakil )?wali ?kota (.{3,40})$/, ['pemkot ', 'pemko ', 'pemerintah kota ']],
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
