import { firstEndingBehind } from '../text/bisect.ts';
import { insideOf, linksElsewhere } from '../text/boilerplate.ts';
import type { Doc } from '../text/segment.ts';
import type { Span } from '../types.ts';
import { type ActorIndex, type ActorMention, refOf } from './entity.ts';
import { link } from './link.ts';
import { side } from './offices.ts';
import type { RawName } from './raw.ts';
import { scan, view } from './scan.ts';

export type { ActorEntity, ActorIndex, ActorMention } from './entity.ts';
export { refOf } from './entity.ts';

/** What is known of the article beside its text. */
export interface ActorOptions {
  /** `YYYY-MM-DD` or an instant; chooses among the posts that an official held. */
  published: string | null;
  title?: string;
}

/**
 * Finds everybody whom an article names: listed or not, by name, office, class or pronoun, each mention with the
 * entity it stands for; links to other articles (`Baca juga: …`) name nobody. Pure; never throws; its time grows with the
 * length of the text.
 */
export function findActors(doc: Doc, options: ActorOptions): ActorIndex {
  const published = options.published?.slice(0, 10) ?? null;
  const seen = view(doc, published);
  const { entities, mentions } = link(seen, ofArticle(doc, scan(seen)));
  const mentionAt = (offset: number): ActorMention | null => {
    const mention = mentions[firstEndingBehind(mentions, offset)];
    return mention && mention.start <= offset ? mention : null;
  };
  return {
    mentions,
    entities,
    tokens: seen.tokens,
    flags: seen.flags,
    quotes: seen.quotes,
    inside: seen.inside,
    mentionAt,
    refAt: (offset) => {
      const mention = mentionAt(offset);
      return mention && refOf(mention);
    },
    mentionsIn: (span: Span) => {
      const found: ActorMention[] = [];
      for (let i = firstEndingBehind(mentions, span.start); i < mentions.length && mentions[i]!.end <= span.end; i++)
        if (mentions[i]!.start >= span.start) found.push(mentions[i]!);
      return found;
    },
    sideOf: (entity) => side(entities, published, entity),
  };
}

/** Names that stand in no link to another article. */
function ofArticle(doc: Doc, raw: RawName[]): RawName[] {
  const links = linksElsewhere(doc);
  if (links.length === 0) return raw;
  const isLinked = insideOf(links);
  return raw.filter(({ start }) => !isLinked({ start, end: start }));
}
