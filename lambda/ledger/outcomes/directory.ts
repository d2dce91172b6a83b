import { type ActorEntity, findActors } from '../../extract/actors/actors.ts';
import type { Doc } from '../../extract/text/segment.ts';
import type { Span } from '../../extract/types.ts';
import { partyKey } from '../model/parties.ts';
import type { LedgerArticle } from '../types.ts';
import { bodyOf, isNotNow } from './bodies.ts';

/** Who is named where in an article, by party key; people stand for the organisation they speak for. */
export interface Directory {
  /** Keys of everyone named in a stretch, in order, each once. */
  within(span: Span): string[];
  /** Keys of those the first sentences name: what the article is about. */
  leading: string[];
  /** The key of the body whose office a person holds, by his fullest name; null of others, and where nothing says it. */
  bodyOf(name: string): string | null;
}

/** The first paragraph or two. */
const LEADING_CHARS = 400;

/** Before a name: another body is meant, which belongs to it, or a house that is called after it (`pengelola Gedung Bursa Efek Indonesia`). */
const OF_ANOTHER =
  /\b(?:(?:anak usaha|anak perusahaan|cucu usaha|induk usaha|mantan (?:pegawai|karyawan|direktur))(?: (?:milik|dari))? (?:PT )?|(?:gedung|menara|halaman|lobi) )$/i;
/** Characters before a name in which that stands. */
const NEAR = 24;

/** Nobody of a list who promises for himself, unless he holds an office. */
const isPerson = ({ kind, id }: ActorEntity): boolean => kind === 'person' || (kind === 'official' && id === null);

/** The directory of an article. */
export function directoryOf(article: LedgerArticle, doc: Doc): Directory {
  const actors = findActors(doc, { published: article.published, title: article.title });
  const day = article.published.slice(0, 10);
  const keyOf = (entity: ActorEntity): string | null => {
    const side = actors.sideOf(entity) ?? entity;
    if (isPerson(side)) return side.role === null ? null : bodyOf(side.role, day);
    return side.generic ? 'class' : partyKey({ text: side.fullest.text, actor: side.id }, day);
  };
  const within = (span: Span): string[] => {
    const keys = new Set<string>();
    for (const { entity, start } of actors.mentionsIn(span)) {
      if (OF_ANOTHER.test(article.text.slice(Math.max(0, start - NEAR), start))) continue;
      const key = keyOf(entity);
      if (key !== null) keys.add(key);
    }
    return [...keys];
  };
  const ofPerson = (name: string): string | null => {
    const entity = actors.entities.find((one) => isPerson(one) && one.fullest.text === name);
    if (entity === undefined || isNotNow(entity.role ?? '')) return null;
    const key = keyOf(entity);
    return key === 'class' ? null : key;
  };
  return {
    bodyOf: ofPerson,
    within,
    leading: within({ start: 0, end: Math.min(LEADING_CHARS, article.text.length) }).slice(0, 4),
  };
}
