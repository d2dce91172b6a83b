import { articleRef } from '../outcomes/article-ref.ts';
import { inScope } from '../scope.ts';
import type { LedgerArticle, StoredMention } from '../types.ts';
import { mentionId } from './ids.ts';

/** Characters kept of the sentence before a mention. */
const BEFORE = 300;

/** The mentions of an article that the ledger keeps (`scope.ts`), each once. */
export function readMentions(article: LedgerArticle, recordedAt: string): StoredMention[] {
  const ref = articleRef(article);
  const found = new Map<string, StoredMention>();
  for (const mention of article.extraction.commitments) {
    if (!inScope(mention)) continue;
    const { start, end } = mention.sentence;
    const quote = article.text.slice(start, end);
    const id = mentionId(article.key, quote, mention);
    if (found.has(id)) continue;
    const before = article.text.slice(Math.max(0, start - BEFORE), start).trim();
    found.set(id, { id, article: ref, mention, quote, before, recordedAt });
  }
  return [...found.values()];
}
