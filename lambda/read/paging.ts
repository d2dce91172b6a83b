/** The further pages of an article. */
import type { Metadata } from './metadata.ts';
import type { Site } from './sites.ts';
import { articleKey, resolveUrl } from './url.ts';

/** Most pages of one article that are asked for. */
const MOST = 20;

/** Which page of an article an address asks for, from 1; 1 where it does not say. */
export function pageNumber(url: string): number {
  const match = /[?&]page=(\d{1,2})(?:&|#|$)/i.exec(url) ?? /\/[^/-]*-[^/-]*-[^/]*\/(\d{1,2})\/?(?:[?#]|$)/.exec(url);
  return match ? Number(match[1]) : 1;
}

/**
 * The addresses of an article's further pages, in order: the one that gives the whole where the publisher has it, else
 * page 2, 3, … as the page links them. Empty on any page but the first.
 * @param more whether the rule's mark of a longer article is on the page
 */
export function nextPages(url: string, meta: Metadata, site: Site | null, more: boolean): string[] {
  if (pageNumber(url) > 1) return [];
  const key = articleKey(url);
  const numbered = new Map<number, string>();
  for (const href of meta.next ? [meta.next, ...meta.pageLinks] : meta.pageLinks) {
    const link = resolveUrl(href, url);
    const number = pageNumber(link);
    if (number > 1 && !numbered.has(number) && articleKey(link) === key) numbered.set(number, link);
  }
  if (site?.wholePage && (more || numbered.size > 0)) {
    const { query } = site.wholePage;
    if (url.includes(query)) return [];
    const bare = url.replace(/#.*$/, '').replace(/[?&]page=\d+/i, '');
    return [`${bare}${bare.includes('?') ? '&' : '?'}${query}`];
  }
  return [...numbered]
    .sort(([a], [b]) => a - b)
    .slice(0, MOST)
    .map(([, link]) => link);
}
