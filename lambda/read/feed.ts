/**
 * Feeds: RSS, RDF, Atom, JSON Feed and sitemaps, clean or not. `rss-parser` reads what it can; where it refuses, loses
 * entries or would lose what a person could read (see {@link trustworthy}), the salvage reader takes the document as
 * it is. The reading with more entries wins.
 */
import Parser from 'rss-parser';
import { decodeBytes } from './charset.ts';
import { clip, readChange, readDate } from './feed-entry.ts';
import { readJsonFeed } from './feed-json.ts';
import { mendXml } from './feed-mend.ts';
import { salvageFeed } from './feed-salvage.ts';
import { htmlToText } from './html.ts';
import type { FeedDocument, FeedEntry } from './types.ts';
import { outletOf, resolveUrl } from './url.ts';

export interface FeedOptions {
  /** Where it came from: relative links are resolved against it. */
  url: string;
  /** The `Content-Type` header, for its charset. */
  contentType?: string;
}

/**
 * Reads a feed in its publisher's order.
 * @returns the entries that can be read and the problems met; `format` is null for what is no feed at all
 * @throws nothing: no bytes make it fail or hang
 */
export async function readFeed(bytes: Uint8Array | string, options: FeedOptions): Promise<FeedDocument> {
  const decoded =
    typeof bytes === 'string' ? { text: bytes, encoding: 'utf-8' } : decodeBytes(bytes, options.contentType);
  const text = decoded.text.replace(/^\ufeff/, '');
  const problems: string[] = [];
  if (decoded.encoding === 'mixed') problems.push('bytes that are not UTF-8 among UTF-8, read as windows-1252');
  if (/^\s*[{[]/.test(text)) return withProblems(readJsonFeed(text, options.url), problems);
  if (/^\s*$/.test(text)) return { format: null, title: '', entries: [], problems: ['the document is empty'] };
  const mended = mendXml(text);
  problems.push(...mended.problems);
  const given = trustworthy(mended.xml) ? await readWithRssParser(mended.xml, options.url) : null;
  if (given && given.entries.length >= countEntries(mended.xml)) return withProblems(given, problems);
  const salvaged = salvageFeed(mended.xml, options.url);
  const best = given && given.entries.length > salvaged.entries.length ? given : salvaged;
  return withProblems(best, problems);
}

function withProblems(feed: FeedDocument, problems: string[]): FeedDocument {
  return { ...feed, problems: [...problems, ...feed.problems] };
}

/** How many entries the source shows, comments and CDATA aside. */
function countEntries(xml: string): number {
  return xml.match(/<(?:[\w.-]{1,30}:)?(?:item|entry)[\s>/]/gi)?.length ?? 0;
}

/**
 * Whether `rss-parser` keeps all that matters: it knows no `xml:base`, no prefixed elements, no types of Atom text, no
 * JSON and no sitemaps, and does not say so.
 */
function trustworthy(xml: string): boolean {
  const root = /<(rss|feed|rdf:RDF)[\s>]/.exec(xml)?.[1];
  if (!root || /\bxml:base\s*=/.test(xml)) return false;
  // Elements in a title: it keeps the text before them only.
  if (/<title[^>]{0,200}>[^<]{0,2000}<(?!\/|!\[CDATA\[)/.test(xml)) return false;
  return !/<title[^>]{0,200}\b(?:type|mode)\s*=/.test(xml);
}

/** Where an item may say when it was last changed. */
const CHANGES = ['updated', 'modified', 'atom:updated', 'a10:updated', 'dcterms:modified'];

/** Fields of an item as `rss-parser` gives them: strings, or objects where an element had attributes or children. */
type Given = Record<string, unknown>;

async function readWithRssParser(xml: string, url: string): Promise<FeedDocument | null> {
  let parsed: { title?: unknown; items: Given[] };
  try {
    parsed = (await new Parser({
      defaultRSS: 2,
      customFields: {
        item: ['feedburner:origLink', 'published', 'issued', 'created', 'dc:title', ...CHANGES],
      },
    }).parseString(xml)) as unknown as typeof parsed;
  } catch {
    return null;
  }
  const root = /<(rss|feed|rdf:RDF)[\s>]/.exec(xml)?.[1];
  const format = root === 'feed' ? 'atom' : root === 'rss' ? 'rss' : 'rdf';
  const problems: string[] = [];
  const entries: FeedEntry[] = [];
  const outlet = outletOf(url);
  for (const [index, item] of parsed.items.entries()) {
    // An element with children or attributes where text was expected: the salvage reader knows what to do with it.
    if ([item.title, item.link].some((value) => value !== undefined && typeof value !== 'string')) return null;
    const guid = string(item.guid) || string(item.id);
    const link = string(item['feedburner:origLink']) || string(item.link) || (/^https?:\/\//i.test(guid) ? guid : '');
    const printed = ['pubDate', 'date', 'published', 'updated', 'issued', 'modified', 'created']
      .map((name) => string(item[name]))
      .find(Boolean);
    const changed = CHANGES.map((name) => string(item[name])).find(Boolean);
    const title = htmlToText(string(item.title));
    // Neither a title nor a link where the source may have one under another name.
    if (title === '' || link === '') return null;
    const published = readDate(printed, outlet, index, problems);
    entries.push({
      title,
      link: resolveUrl(link, url),
      published,
      updated: changed === printed ? published : readChange(changed, outlet),
      summary: clip(htmlToText(string(item.content) || string(item.summary) || string(item['content:encoded']))),
      guid: guid || null,
    });
  }
  return { format, title: htmlToText(string(parsed.title)), entries, problems };
}

function string(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
