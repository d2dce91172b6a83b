/** JSON Feed (jsonfeed.org, versions 1 and 1.1). */
import { clip, readDate } from './feed-entry.ts';
import { htmlToText } from './html.ts';
import type { FeedDocument, FeedEntry } from './types.ts';
import { resolveUrl } from './url.ts';

/** @returns the entries of a JSON Feed; `format` null and a problem for any other JSON */
export function readJsonFeed(text: string, url: string): FeedDocument {
  const nothing: FeedDocument = { format: null, title: '', entries: [], problems: [] };
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    return { ...nothing, problems: ['begins like JSON and cannot be parsed as JSON'] };
  }
  const items = (feed as { items?: unknown } | null)?.items;
  if (!Array.isArray(items)) return { ...nothing, problems: ['JSON without "items": not a JSON Feed'] };
  const problems: string[] = [];
  const entries: FeedEntry[] = [];
  for (const [index, item] of items.entries()) {
    if (typeof item !== 'object' || item === null) {
      problems.push(`entry ${index + 1} is no object and was skipped`);
      continue;
    }
    const get = (name: string): string => {
      const value = (item as Record<string, unknown>)[name];
      return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
    };
    const id = get('id');
    const link = get('url') || get('external_url') || (/^https?:\/\//i.test(id) ? id : '');
    const html = get('content_html');
    const summary = get('summary') || get('content_text');
    entries.push({
      title: htmlToText(get('title')),
      link: resolveUrl(link, url),
      published: readDate(get('date_published') || get('date_modified'), url, index, problems),
      summary: clip(summary === '' ? htmlToText(html) : htmlToText(summary)),
      guid: id === '' ? null : id,
    });
  }
  return { format: 'json', title: htmlToText(String((feed as { title?: unknown }).title ?? '')), entries, problems };
}
