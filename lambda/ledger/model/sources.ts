import { COPY_DAYS, type Fingerprint, groupCopies } from '../../read/copies.ts';
import type { ArticleRef } from '../types.ts';

/**
 * How many independent sources a set of articles is: near copies of one text (a wire story on five sites) and the
 * versions of one article count once.
 */
export function countSources(articles: readonly ArticleRef[]): number {
  return sourceGroups(articles).length;
}

/** What stands for a text without a fingerprint: like no other. */
const NONE: Fingerprint = { shingles: 0, sketch: '', figures: '', names: '' };

/** The articles grouped by source, earliest first within and among groups. A pure function of the set. */
export function sourceGroups(articles: readonly ArticleRef[]): ArticleRef[][] {
  const byKey = new Map(articles.map((a) => [a.key, a]));
  const groups = groupCopies(
    [...byKey.values()].map((a) => ({
      id: a.key,
      published: new Date(a.published).toISOString(),
      // The same text to the letter is one source, however short.
      key: a.textHash,
      fingerprint: a.fingerprint ?? NONE,
    })),
  );
  return groups.map((group) => group.members.map((key) => byKey.get(key)!));
}

/** Whether two articles are one source. Of two that are no versions of one text and lie far apart nothing needs to be compared. */
export function areOneSource(a: ArticleRef, b: ArticleRef): boolean {
  if (a.key === b.key || a.textHash === b.textHash) return true;
  const apart = Math.abs(Date.parse(a.published) - Date.parse(b.published));
  return apart <= COPY_DAYS * 86_400_000 && sourceGroups([a, b]).length === 1;
}
