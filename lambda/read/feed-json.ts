/** JSON Feed (jsonfeed.org, versions 1 and 1.1). */
import { clip, readChange, readDate } from './feed-entry.ts';
import { htmlToText } from './html.ts';
import type { FeedDocument, FeedEntry } from './types.ts';
import { outletOf, resolveUrl } from './url.ts';

/** @returns the entries of a JSON Feed; `format` null and a problem for any other JSON */
export function readJsonFeed(text: string, url: string): FeedDocument {
  const nothing: FeedDocument = { format: null, title: '', entries: [], problems: [] };
  const problems: string[] = [];
  let feed: unknown;
  try {
    feed = JSON.parse(text);
  } catch {
    const { items, broken } = wholeItems(text);
    if (items.length === 0) return { ...nothing, problems: ['begins like JSON and cannot be parsed as JSON'] };
    feed = { items };
    problems.push(`not whole JSON: ${items.length} items read, ${broken} not`);
  }
  const items = (feed as { items?: unknown } | null)?.items;
  if (!Array.isArray(items)) return { ...nothing, problems: ['JSON without "items": not a JSON Feed'] };
  const entries: FeedEntry[] = [];
  const outlet = outletOf(url);
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
      published: readDate(get('date_published') || get('date_modified'), outlet, index, problems),
      updated: readChange(get('date_modified'), outlet),
      summary: clip(summary === '' ? htmlToText(html) : htmlToText(summary)),
      guid: id === '' ? null : id,
    });
  }
  return { format: 'json', title: htmlToText(String((feed as { title?: unknown }).title ?? '')), entries, problems };
}

/** The items of a feed that is cut short or broken somewhere, each parsed by itself. */
function wholeItems(text: string): { items: unknown[]; broken: number } {
  const items: unknown[] = [];
  let broken = 0;
  const begin = /"items"\s*:\s*\[/.exec(text);
  let depth = 0;
  let from = -1;
  // Strings are stepped over whole; outside of them only braces matter.
  for (const { 0: token, index } of text.slice(begin ? begin.index + begin[0].length : text.length).matchAll(TOKEN)) {
    const at = index + (begin ? begin.index + begin[0].length : 0);
    if (token === '{' && depth++ === 0) from = at;
    else if (token === '}' && --depth === 0) {
      try {
        items.push(JSON.parse(text.slice(from, at + 1)));
      } catch {
        broken++;
      }
    }
    if (depth < 0) break;
  }
  return { items, broken: broken + (depth > 0 ? 1 : 0) };
}

/** A string, also one that the end of the text cuts off: looked for anew behind each of its quotes it would cost a square. */
const TOKEN = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}]/gs;
