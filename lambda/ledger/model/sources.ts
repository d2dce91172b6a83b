import type { ArticleRef } from '../types.ts';

/**
 * How many independent sources a set of articles is: near copies of one text (a wire story on five sites) and the
 * versions of one article count once.
 */
export function countSources(articles: readonly ArticleRef[]): number {
  return sourceGroups(articles).length;
}

/** The articles grouped by source, earliest first within and among groups. */
export function sourceGroups(articles: readonly ArticleRef[]): ArticleRef[][] {
  const sorted = [...new Map(articles.map((a) => [a.key, a])).values()].sort(
    (a, b) => Date.parse(a.published) - Date.parse(b.published) || (a.key < b.key ? -1 : 1),
  );
  const groups: ArticleRef[][] = [];
  for (const article of sorted) {
    const group = groups.find((g) => g.some((other) => sameText(other, article)));
    if (group) group.push(article);
    else groups.push([article]);
  }
  return groups;
}

/** Share of equal places of two MinHash sketches at or above which texts are copies. */
const COPY = 0.5;
/** A wire story is taken over within days. */
const DAYS = 4 * 86_400_000;

function sameText(a: ArticleRef, b: ArticleRef): boolean {
  if (a.textHash === b.textHash) return true;
  if (a.fingerprint.length === 0 || a.fingerprint.length !== b.fingerprint.length) return false;
  if (Math.abs(Date.parse(a.published) - Date.parse(b.published)) > DAYS) return false;
  let equal = 0;
  for (let i = 0; i < a.fingerprint.length; i++) if (a.fingerprint[i] === b.fingerprint[i]) equal++;
  return equal / a.fingerprint.length >= COPY;
}
