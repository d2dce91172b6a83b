import { findActors } from '../../extract/actors/actors.ts';
import type { Doc } from '../../extract/text/segment.ts';
import type { Span } from '../../extract/types.ts';
import { partyKey } from '../model/parties.ts';
import type { LedgerArticle } from '../types.ts';

/** Who is named where in an article, by party key; people stand for the organisation they speak for. */
export interface Directory {
  /** Keys of everyone named in a stretch, in order, each once. */
  within(span: Span): string[];
  /** Keys of those the first sentences name: what the article is about. */
  leading: string[];
}

/** The first paragraph or two. */
const LEADING_CHARS = 400;

/** Before a name: another body is meant, which belongs to it. */
const OF_ANOTHER =
  /\b(?:anak usaha|anak perusahaan|cucu usaha|induk usaha|mantan (?:pegawai|karyawan|direktur))(?: (?:milik|dari))? (?:PT )?$/i;
/** Characters before a name in which that stands. */
const NEAR = 24;

/** The directory of an article. */
export function directoryOf(article: LedgerArticle, doc: Doc): Directory {
  const actors = findActors(doc, { published: article.published, title: article.title });
  const day = article.published.slice(0, 10);
  const within = (span: Span): string[] => {
    const keys = new Set<string>();
    for (const { entity, start } of actors.mentionsIn(span)) {
      if (OF_ANOTHER.test(article.text.slice(Math.max(0, start - NEAR), start))) continue;
      const side = actors.sideOf(entity) ?? entity;
      const person = side.kind === 'person' || (side.kind === 'official' && side.id === null);
      if (!person) keys.add(side.generic ? 'class' : partyKey({ text: side.fullest.text, actor: side.id }, day));
    }
    return [...keys];
  };
  return { within, leading: within({ start: 0, end: Math.min(LEADING_CHARS, article.text.length) }).slice(0, 4) };
}
