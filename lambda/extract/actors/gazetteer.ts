import type { ActorKind } from '../types.ts';
import officials from './gazetteer-officials.data.json' with { type: 'json' };
import platforms from './gazetteer-platforms.data.json' with { type: 'json' };
import regulators from './gazetteer-regulators.data.json' with { type: 'json' };

/** A post somebody held. Dates are `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; left out where no source gives them. */
export interface Post {
  /** Gazetteer id of the organisation. */
  org: string;
  post: string;
  from?: string;
  to?: string;
  /** False where the dates are from memory and no source available to the project confirms them. */
  datesVerified?: boolean;
  /** Months in which dated news showed them in the post: the least that is known where `from` and `to` are not. */
  seen?: readonly string[];
}

/** One row of the gazetteer. */
export interface GazetteerActor {
  id: string;
  kind: ActorKind;
  name: string;
  aliases: readonly string[];
  /** Aliases that are ordinary words or other names too: they count only with context. */
  context?: readonly string[];
  /** Short titles of those who head it (`Menkomdigi`). */
  titles?: readonly string[];
  /** The company behind a platform, as printed. */
  company?: string;
  from?: string;
  to?: string;
  predecessor?: string;
  successor?: string;
  /** An official's posts, oldest first. */
  posts?: readonly Post[];
  /** False where no source available to the project confirms the row. */
  verified: boolean;
  /** Where the row comes from. */
  source: string;
}

/** Begins the id of an organisation that is known by name only, so that a run of capitals is cut right. */
export const NAME_ONLY = '~';

/** The id that the tracker publishes, or null for an organisation known by name only. */
export const publicId = (actor: GazetteerActor): string | null => (actor.id.startsWith(NAME_ONLY) ? null : actor.id);

/** Every listed regulator, official and platform. */
export const gazetteer: readonly GazetteerActor[] = [
  ...rows(regulators, 'regulator'),
  ...rows(officials, 'official'),
  ...rows(platforms, 'platform'),
];

/** The rows of a list; a handler's bundle leaves out that a row is verified, and that it has no other names. */
function rows(list: readonly object[], kind: ActorKind): GazetteerActor[] {
  const usual: Pick<GazetteerActor, 'aliases' | 'verified'> = { aliases: [], verified: true };
  return list.map((row) => ({ ...usual, ...(row as GazetteerActor), kind }));
}

const byId = new Map(gazetteer.map((actor) => [actor.id, actor]));

/** The row of an id, or undefined. */
export const actorById = (id: string): GazetteerActor | undefined => byId.get(id);

const idsByName = new Map(
  gazetteer.flatMap((actor) => {
    const id = publicId(actor);
    return id === null ? [] : [actor.name, ...actor.aliases].map((name) => [name.toLowerCase(), id] as const);
  }),
);

/** The id of whoever goes by a name, in whatever letters; undefined of a name that no row has. */
export const idOfName = (name: string): string | undefined => idsByName.get(name.toLowerCase());

/**
 * The id under which an actor and all its predecessors and successors fall together: the last of the chain
 * (`kominfo` and `komdigi` share `komdigi`). An id that no list knows is its own lineage.
 */
export function lineage(id: string): string {
  let at = id;
  const seen = new Set<string>();
  while (!seen.has(at)) {
    seen.add(at);
    const next = byId.get(at)?.successor;
    if (next === undefined) break;
    at = next;
  }
  return at;
}

/** True of a regulator or an official of one; false of platforms, companies and ids that no list knows. */
export function isAuthority(id: string): boolean {
  const actor = byId.get(id);
  if (actor === undefined) return false;
  if (actor.kind === 'regulator') return true;
  return actor.posts?.some((post) => byId.get(post.org)?.kind === 'regulator') ?? false;
}

/**
 * The post that an official held on a day (`YYYY-MM-DD`), or null where none is known for it. A post without dates
 * counts only for the months in which it was seen; with one date missing that side is open.
 */
export function postAt(officialId: string, date: string): Post | null {
  const posts = byId.get(officialId)?.posts ?? [];
  for (let i = posts.length - 1; i >= 0; i--) {
    const post = posts[i]!;
    if (post.from === undefined && post.to === undefined) {
      const seen = post.seen;
      if (seen?.length && date.slice(0, 7) >= seen[0]! && date.slice(0, 7) <= seen.at(-1)!) return post;
      continue;
    }
    if (post.from !== undefined && date < post.from) continue;
    if (post.to !== undefined && date.slice(0, post.to.length) > post.to) continue;
    return post;
  }
  return null;
}

/** Ministries by what their ministers are called after (`komunikasi dan digital`). */
export const ministries = new Map<string, string>();
for (const { id, kind, name } of gazetteer) {
  const of = kind === 'regulator' ? /^kementerian (.+)$/.exec(name.toLowerCase())?.[1] : undefined;
  if (of !== undefined) ministries.set(of, id);
}

/**
 * The official who held the headship (or the deputy's place) of an organisation on a day, or null where the list
 * knows none or several. `office` is the lower-case office as printed.
 */
export function holderOf(org: string, office: string, published: string | null): GazetteerActor | null {
  if (published === null) return null;
  const deputy = /^wa(?:kil|men)/.test(office);
  let found: GazetteerActor | null = null;
  for (const actor of heads.get(org) ?? []) {
    const post = postAt(actor.id, published);
    if (post?.org !== org || post.post.startsWith('Wakil') !== deputy) continue;
    if (
      !/^(?:Wakil )?(?:Menteri|Kepala|Ketua|Gubernur|Kapolri|Jaksa Agung|Direktur Jenderal|Plt Menteri)/.test(post.post)
    )
      continue;
    if (/^(?:kepala|ketua)/i.test(post.post) && post.post.split(' ').length > 3) continue;
    if (found) return null;
    found = actor;
  }
  return found;
}
const heads = new Map<string, GazetteerActor[]>();
for (const actor of gazetteer) {
  for (const { org } of actor.posts ?? []) heads.set(org, [...(heads.get(org) ?? []), actor]);
}

/** The listed officials of an organisation, whenever they held their posts. */
export const officialsOf = (org: string): readonly GazetteerActor[] => heads.get(org) ?? [];
