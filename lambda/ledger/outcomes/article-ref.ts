import type { ArticleRef, LedgerArticle } from '../types.ts';

/** What of an article travels with what was read in it: everything but its text. */
export function articleRef(article: LedgerArticle): ArticleRef {
  const { key, id, url, outlet, published, title, textHash, fetchedAt, snapshot, fingerprint, extractorVersion } =
    article;
  return {
    key,
    id,
    url,
    outlet,
    published,
    title,
    textHash,
    fetchedAt,
    snapshot,
    fingerprint: fingerprint !== null && 'sketch' in fingerprint ? fingerprint : null,
    extractorVersion,
    sample: article.sample ?? false,
  };
}
