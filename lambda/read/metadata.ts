/** What a page says of itself: meta elements, JSON-LD, canonical link, headings and visible dates. */
import type { Document, Element } from 'domhandler';
import { walk } from './dom.ts';
import { nodesText, squeeze } from './html.ts';

export interface Metadata {
  /** `name`, `property` or `itemprop` of meta elements, in lower case → content; the first of each. */
  meta: Map<string, string>;
  canonical: string | null;
  titleTag: string;
  headings: Element[];
  times: Element[];
  article: LinkedData | null;
  language: string;
  next: string | null;
  /** Links that look like further pages of something: `?page=2`, `/2`. */
  pageLinks: string[];
}

/** The parts of a schema.org article that are of use. */
export interface LinkedData {
  type: string;
  headline: string;
  published: string | null;
  modified: string | null;
  author: string | null;
  body: string;
  free: boolean | null;
}

const PAGE_LINK = /[?&]page=\d|-[^/-]*\/\d{1,2}\/?$/;
const PAGE_LINKS = 100;

export function readMetadata(document: Document): Metadata {
  const found: Metadata = {
    meta: new Map(),
    canonical: null,
    titleTag: '',
    headings: [],
    times: [],
    article: null,
    language: '',
    next: null,
    pageLinks: [],
  };
  walk(document, (element) => {
    const { name, attribs } = element;
    switch (name) {
      case 'meta': {
        const key = (attribs.property ?? attribs.name ?? attribs.itemprop ?? '').toLowerCase();
        const content = attribs.content?.trim();
        if (key !== '' && content && !found.meta.has(key)) found.meta.set(key, content);
        break;
      }
      case 'link': {
        const rel = (attribs.rel ?? '').toLowerCase();
        if (rel === 'canonical') found.canonical ??= attribs.href ?? null;
        else if (rel === 'next') found.next ??= attribs.href ?? null;
        break;
      }
      case 'a': {
        const { href } = attribs;
        if (href && PAGE_LINK.test(href) && found.pageLinks.length < PAGE_LINKS) found.pageLinks.push(href);
        break;
      }
      case 'title':
        if (found.titleTag === '') found.titleTag = squeeze(nodesText(element.children));
        break;
      case 'h1':
        found.headings.push(element);
        break;
      case 'time':
        found.times.push(element);
        break;
      case 'html':
        found.language = (attribs.lang ?? '').toLowerCase();
        break;
      case 'script':
        if (attribs.type && /ld\+json/i.test(attribs.type))
          found.article = better(found.article, nodesTextRaw(element));
        return false;
      case 'svg':
      case 'style':
        return false;
    }
    return true;
  });
  return found;
}

/** Text of a script element. */
function nodesTextRaw(element: Element): string {
  return element.children.map((child) => ('data' in child ? child.data : '')).join('');
}

const ARTICLE_TYPES = /(?:Article|BlogPosting|LiveBlogPosting|Report|WebPage|VideoObject|ImageGallery)$/;
/** The better one type says of a page, the later it stands here. */
const TYPE_RANK = [/WebPage$/, /ImageGallery$/, /VideoObject$/, /BlogPosting|Article|Report/];

function better(known: LinkedData | null, script: string): LinkedData | null {
  let best = known;
  for (const candidate of linkedData(script)) {
    if (!best || rank(candidate) > rank(best)) best = candidate;
  }
  return best;
}

function rank(data: LinkedData): number {
  return TYPE_RANK.findIndex((pattern) => pattern.test(data.type)) + (data.published ? 0.5 : 0);
}

/** The articles a JSON-LD script describes. Scripts with raw line breaks in strings are read too. */
function linkedData(script: string): LinkedData[] {
  if (!script.includes('"@type"') || script.length > 500_000) return [];
  let json: unknown;
  const plain = script
    .trim()
    .replace(/^<!\[CDATA\[|\]\]>$|^\/\/<!\[CDATA\[|\/\/\]\]>$/g, '')
    .replace(/;\s*$/, '');
  try {
    json = JSON.parse(plain);
  } catch {
    try {
      json = JSON.parse(plain.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([}\]])/g, '$1'));
    } catch {
      return [];
    }
  }
  const found: LinkedData[] = [];
  const queue: unknown[] = [json];
  for (let seen = 0; queue.length > 0 && seen < 500; seen++) {
    const value = queue.shift();
    if (Array.isArray(value)) queue.push(...value.slice(0, 100));
    else if (typeof value === 'object' && value !== null) {
      const node = value as Record<string, unknown>;
      const type = [node['@type']]
        .flat()
        .find((name): name is string => typeof name === 'string' && ARTICLE_TYPES.test(name));
      if (type) found.push(dataOf(node, type));
      if (node['@graph']) queue.push(node['@graph']);
      if (node.mainEntity) queue.push(node.mainEntity);
    }
  }
  return found;
}

function dataOf(node: Record<string, unknown>, type: string): LinkedData {
  const text = (value: unknown): string | null =>
    typeof value === 'string' && value.trim() !== '' ? squeeze(value) : null;
  const names = [node.author]
    .flat()
    .map((author) => text(typeof author === 'object' && author !== null ? (author as { name?: unknown }).name : author))
    .filter((name): name is string => name !== null);
  const free = node.isAccessibleForFree;
  return {
    type,
    headline: text(node.headline) ?? text(node.name) ?? '',
    published: text([node.datePublished].flat()[0]) ?? text(node.uploadDate),
    modified: text([node.dateModified].flat()[0]),
    author: names.length > 0 ? names.join(', ') : null,
    body: typeof node.articleBody === 'string' ? node.articleBody : '',
    free: free === false || /^false$/i.test(String(free)) ? false : free === undefined ? null : true,
  };
}
