/**
 * The second reader: takes entries out of any XML-like document, however broken. It looks at names without their
 * prefixes, resolves `xml:base`, and never asks for the document to be well-formed.
 */
import type { ChildNode, Document, Element } from 'domhandler';
import { clip, readChange, readDate } from './feed-entry.ts';
import { htmlToText, nodesText, squeeze } from './html.ts';
import { parseXml } from './parse.ts';
import type { FeedDocument, FeedEntry } from './types.ts';
import { outletOf, resolveUrl } from './url.ts';

const FORMATS: Record<string, FeedDocument['format']> = {
  rss: 'rss',
  channel: 'rss',
  feed: 'atom',
  rdf: 'rdf',
  urlset: 'sitemap',
  sitemapindex: 'sitemap',
};

/** Where a date may stand, the best first; names in lower case, without prefixes. */
const DATES = [
  'published',
  'pubdate',
  'publication_date',
  'issued',
  'date',
  'created',
  'updated',
  'modified',
  'lastmod',
];
/** Where it may say when it was last changed. */
const CHANGES = ['updated', 'modified', 'lastmod'];
const SUMMARIES = ['description', 'summary', 'abstract', 'encoded', 'content', 'body'];

/** @returns what can be read; `format` null where there is neither a known root nor an entry */
export function salvageFeed(xml: string, url: string): FeedDocument {
  const document = parseXml(xml);
  const found = collect(document, url);
  const root = found.root ? localName(found.root) : '';
  const problems: string[] = [];
  if (!FORMATS[root] && found.items.length === 0) {
    const html = /<(?:html|body|head)[\s>]/i.test(xml);
    return { format: null, title: '', entries: [], problems: [html ? 'an HTML page, not a feed' : 'not a feed'] };
  }
  const format = FORMATS[root] ?? (found.items.some(({ element }) => localName(element) === 'entry') ? 'atom' : 'rss');
  const cut = root !== '' && !new RegExp(`</(?:[\\w.-]{1,30}:)?${root}\\s*>`, 'i').test(xml.slice(-20_000));
  if (cut) {
    problems.push('the document is cut short');
    dropUnfinished(found.items, xml);
  }
  const entries: FeedEntry[] = [];
  const outlet = outletOf(url);
  for (const [index, { element, base }] of found.items.entries()) {
    const entry = readEntry(element, base, format, index, outlet, problems);
    if (entry.title === '' && entry.link === '') problems.push(`entry ${index + 1} has neither a title nor a link`);
    entries.push(entry);
  }
  const sitemaps = root === 'sitemapindex' ? found.sitemaps : [];
  if (sitemaps.length > 0) problems.push(`an index of ${sitemaps.length} sitemaps`);
  return {
    format,
    title: found.title,
    entries,
    problems,
    ...(sitemaps.length > 0 ? { sitemaps } : {}),
  };
}

interface Item {
  element: Element;
  base: string;
}

interface Found {
  root: Element | null;
  title: string;
  items: Item[];
  sitemaps: string[];
}

const ITEM_NAMES = new Set(['item', 'entry', 'url']);

/** One walk over the document: its root, its title, its entries with the base each is under. */
function collect(document: Document, url: string): Found {
  const found: Found = { root: null, title: '', items: [], sitemaps: [] };
  const stack: { node: ChildNode; base: string }[] = [...document.children]
    .reverse()
    .map((node) => ({ node, base: url }));
  while (stack.length > 0) {
    const { node, base } = stack.pop() as { node: ChildNode; base: string };
    if (!isElement(node)) continue;
    const name = localName(node);
    const here = node.attribs['xml:base'] ? resolveUrl(node.attribs['xml:base'], base) : base;
    if (!found.root && FORMATS[name]) found.root = node;
    const sitemapUrl = name !== 'url' || (node.parent && isElement(node.parent) && localName(node.parent) === 'urlset');
    if (ITEM_NAMES.has(name) && sitemapUrl) {
      found.items.push({ element: node, base: here });
      for (const inner of itemsWithin(node).reverse()) stack.push({ node: inner, base: here });
      continue;
    }
    if (name === 'sitemap') {
      const loc = childText(node, 'loc');
      if (loc) found.sitemaps.push(resolveUrl(loc, here));
      continue;
    }
    const above = node.parent && isElement(node.parent) ? localName(node.parent) : '';
    if (name === 'title' && found.title === '' && (above === 'channel' || above === 'feed')) found.title = textOf(node);
    for (let i = node.children.length - 1; i >= 0; i--) stack.push({ node: node.children[i] as ChildNode, base: here });
  }
  return found;
}

/** Fields that hold text and nothing else; one that is never closed swallows those after it. */
const PLAIN_FIELDS = new Set(['title', 'link', 'guid', 'id', 'pubdate', 'date', 'published', 'updated']);
const FIELDS = new Set([...PLAIN_FIELDS, ...SUMMARIES, 'author', 'creator', 'category', 'comments', 'enclosure']);

/** The fields of an entry, those set free that stand in one that was never closed. */
function fieldsOf(element: Element): Element[] {
  const fields: Element[] = [];
  const stack = element.children.filter(isElement).reverse();
  for (let field = stack.pop(); field; field = stack.pop()) {
    fields.push(field);
    if (!PLAIN_FIELDS.has(localName(field))) continue;
    const { children } = field;
    const cut = children.findIndex((child) => isElement(child) && FIELDS.has(localName(child)));
    if (cut < 0) continue;
    field.children = children.slice(0, cut);
    stack.push(...children.slice(cut).filter(isElement).reverse());
  }
  return fields;
}

/** Entries that stand in another because it, or a field of it, was never closed. */
function itemsWithin(item: Element): Element[] {
  const found: Element[] = [];
  const stack = item.children.filter(isElement).reverse();
  for (let child = stack.pop(); child; child = stack.pop()) {
    if (child.name === item.name) found.push(child);
    else if (PLAIN_FIELDS.has(localName(child))) stack.push(...child.children.filter(isElement).reverse());
  }
  return found;
}

/** Of a document cut short, the element that the cut goes through may say half of an address: it is left out. */
function dropUnfinished(items: Item[], xml: string): void {
  const last = items.at(-1)?.element;
  if (!last || xml.lastIndexOf(`</${last.name}`) > xml.lastIndexOf(`<${last.name}`)) return;
  const tail = last.children.filter(isElement).at(-1);
  if (tail && xml.lastIndexOf(`</${tail.name}`) <= xml.lastIndexOf(`<${tail.name}`)) {
    last.children = last.children.filter((child) => child !== tail);
  }
  const names = new Set(last.children.filter(isElement).map(localName));
  if (!names.has('title') || !(names.has('link') || names.has('guid') || names.has('id'))) items.pop();
}

function readEntry(
  element: Element,
  base: string,
  format: FeedDocument['format'],
  index: number,
  outlet: string,
  problems: string[],
): FeedEntry {
  const children = fieldsOf(element);
  const guid = firstOf(children, ['guid', 'id']);
  const guidText = guid ? squeeze(nodesText(guid.children)) : '';
  const news = children.find((child) => localName(child) === 'news');
  const summary = SUMMARIES.map((name) => children.find((child) => localName(child) === name)).find(Boolean);
  const date = firstDate([...children, ...(news ? news.children.filter(isElement) : [])]);
  let link = linkOf(element, children, base);
  if (link === '' && /^https?:\/\//i.test(guidText)) link = guidText;
  return {
    title:
      titleOf(children, prefixOf(element)) || (news ? childText(news, 'title') : '') || (element.attribs.title ?? ''),
    link: link === '' ? '' : resolveUrl(link, base),
    published: readDate(date, outlet, index, problems),
    updated: readChange(firstDate(children, CHANGES), outlet),
    summary: summary && format !== 'sitemap' ? clip(textOf(summary)) : '',
    guid: guidText === '' ? null : guidText,
  };
}

/** The first title with text in it: the entry's own, Dublin Core's, or that of any other extension. */
function titleOf(children: readonly Element[], own: string): string {
  const titles = children.filter((child) => localName(child) === 'title');
  const rank = (title: Element) => [own, 'dc', prefixOf(title)].indexOf(prefixOf(title));
  for (const title of titles.sort((a, b) => rank(a) - rank(b))) {
    const text = textOf(title);
    if (text !== '') return text;
  }
  return '';
}

/** The address of the article: an alternate link before others, the text of a link before its attributes. */
function linkOf(element: Element, children: readonly Element[], base: string): string {
  const original = children.find((child) => /^origlink$/i.test(localName(child)));
  if (original) return squeeze(nodesText(original.children));
  const links = children.filter((child) => localName(child) === 'link' || localName(child) === 'loc');
  const rank = (link: Element): number => {
    const rel = (link.attribs.rel ?? 'alternate').toLowerCase();
    const type = link.attribs.type ?? '';
    return (
      (rel === 'alternate' ? 0 : rel === 'self' ? 2 : rel === 'via' || rel === 'related' ? 3 : 4) +
      (type !== '' && !/html/i.test(type) ? 0.5 : 0)
    );
  };
  for (const link of links.slice().sort((a, b) => rank(a) - rank(b))) {
    const text =
      squeeze(nodesText(link.children)) ||
      (link.attribs.href ?? '').trim() ||
      (link.attribs['rdf:resource'] ?? '').trim();
    if (text === '' || rank(link) >= 4) continue;
    return link.attribs['xml:base'] ? resolveUrl(text, resolveUrl(link.attribs['xml:base'], base)) : text;
  }
  return (element.attribs['rdf:about'] ?? element.attribs.href ?? element.attribs.HREF ?? '').trim();
}

function firstDate(children: readonly Element[], names: readonly string[] = DATES): string | undefined {
  for (const name of names) {
    for (const child of children) {
      if (localName(child) !== name) continue;
      const text = squeeze(nodesText(child.children));
      if (text !== '') return text;
    }
  }
  return undefined;
}

/** The text of an element that may hold plain text, escaped HTML, elements of XHTML, or any of them in base 64. */
function textOf(element: Element): string {
  const raw = nodesText(element.children);
  const type = (element.attribs.type ?? '').toLowerCase();
  const mode = (element.attribs.mode ?? element.attribs.encoding ?? '').toLowerCase();
  const isBytes = mode === 'base64' || type === 'application/octet-stream';
  const packed = raw.replace(/\s+/g, '');
  if (isBytes && BASE64.test(packed)) return htmlToText(Buffer.from(packed, 'base64').toString('utf8'));
  // Text that stands in elements is text, also where it looks like markup.
  const isPlain = type === 'text' || type === 'text/plain' || (type === 'xhtml' && element.children.some(isElement));
  return isPlain ? squeeze(decodeEntities(raw)) : htmlToText(raw);
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** Entities that the mending kept as text because XML does not know them. */
function decodeEntities(text: string): string {
  return /&[a-zA-Z]/.test(text) ? htmlToText(text.replace(/</g, '&lt;')) : text;
}

function firstOf(children: readonly Element[], names: readonly string[]): Element | undefined {
  return children.find((child) => names.includes(localName(child)));
}

function childText(element: Element, name: string): string {
  const child = element.children.find((node): node is Element => isElement(node) && localName(node) === name);
  return child ? textOf(child) : '';
}

function isElement(node: ChildNode | Document | Element['parent']): node is Element {
  return node !== null && 'attribs' in node;
}

function localName(element: Element): string {
  const name = element.name.toLowerCase();
  return name.slice(name.indexOf(':') + 1);
}

function prefixOf(element: Element): string {
  const colon = element.name.indexOf(':');
  return colon < 0 ? '' : element.name.slice(0, colon).toLowerCase();
}
