/** Pages: bytes to an article's title, dates, byline and clean text. */

import type { Document } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { withoutBoilerplate } from './boilerplate.ts';
import { decodeBytes } from './charset.ts';
import { parsePrintedDate } from './dates.ts';
import { type Line, linesOf } from './dom.ts';
import { readGeneral } from './general.ts';
import { htmlToText, squeeze } from './html.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { textOf, unread } from './parts.ts';
import { matcher, selectAll, selectOne } from './select.ts';
import { type Site, siteOfHost } from './sites.ts';
import { type TrimContext, trimArticle } from './trim.ts';
import type { PageKind, ReadPage } from './types.ts';
import { canonicalUrl, outletOf, resolveUrl } from './url.ts';

export interface PageOptions {
  url: string;
  /** The `Content-Type` header, for its charset. */
  contentType?: string;
}

/**
 * Reads a page.
 * @returns the article, or what kind of page it is instead (`kind`) with what can be said of it
 * @throws nothing: no bytes make it fail or hang
 */
export function readPage(bytes: Uint8Array | string, options: PageOptions): ReadPage {
  const html = typeof bytes === 'string' ? bytes : decodeBytes(bytes, options.contentType).text;
  const problems: string[] = [];
  const document = parseDocument(html);
  const meta = readMetadata(document);
  const address = addressOf(options.url, meta);
  const site = siteFor(options.url, meta);
  const context = { titles: titlesOf(meta) };
  const body = readBody(document, site, context);
  const text = body.lines.map((line) => line.text).join('\n');
  const kind: PageKind = text === '' ? 'empty' : 'article';
  return {
    kind,
    title: titleOf(document, meta, site),
    published: publishedOf(document, meta, site),
    modified: modifiedOf(meta, site),
    byline: bylineOf(document, meta, site),
    text,
    canonicalUrl: address,
    outlet: outletOf(address),
    nextPages: [],
    rule: body.rule,
    problems,
  };
}

/** The page's own word for its address counts where it stays with the same publisher. */
function addressOf(url: string, meta: Metadata): string {
  const own = canonicalUrl(url);
  const said = meta.canonical ?? meta.meta.get('og:url');
  if (!said) return own;
  const canonical = canonicalUrl(resolveUrl(said, url));
  return outletOf(canonical) === outletOf(own) && /^https?:\/\/[^/]+\/./.test(canonical) ? canonical : own;
}

/** The rules to read with: the address decides; a copy under an unknown one is known by the address it names. */
function siteFor(url: string, meta: Metadata): Site | null {
  const candidates = [url, meta.canonical ?? '', meta.meta.get('og:url') ?? ''];
  for (const candidate of candidates) {
    const site = siteOfHost(hostOf(candidate));
    if (site) return site;
  }
  return null;
}

function hostOf(url: string): string {
  return /^(?:https?:)?\/\/([^/:?#]+)/i.exec(url.trim())?.[1] ?? '';
}

/** Inside a body that a rule found, parts are left out as in the general reader's first pass. */
const SITE_PASS = { unlikely: true, clean: false, hidden: false };

interface Body {
  lines: Line[];
  rule: string;
}

function titlesOf(meta: Metadata): string[] {
  const titles = [meta.meta.get('og:title'), meta.meta.get('twitter:title'), meta.article?.headline, meta.titleTag];
  return [...titles.filter((title) => title !== undefined), ...meta.headings.map(textOf)];
}

function readBody(document: Document, site: Site | null, context: TrimContext): Body {
  for (const selector of site?.body ?? []) {
    const root = selectOne(selector, document);
    if (!root) continue;
    const drop = matcher((site?.drop ?? []).join(', '));
    const lines = trimArticle(
      withoutBoilerplate(linesOf(root, (element) => drop(element) || unread(element, SITE_PASS))),
      context,
    );
    if (lines.reduce((sum, line) => sum + line.text.length, 0) > 200) return { lines, rule: site?.id ?? '' };
  }
  return { lines: trimArticle(withoutBoilerplate(readGeneral(document).lines), context), rule: 'general' };
}

function titleOf(document: Document, meta: Metadata, site: Site | null): string {
  for (const selector of site?.title ?? []) {
    const text = textOf(selectOne(selector, document));
    if (text !== '') return text;
  }
  const og = meta.meta.get('og:title');
  if (og) return htmlToText(og);
  if (meta.article?.headline) return htmlToText(meta.article.headline);
  return textOf(meta.headings[0] ?? null) || meta.titleTag;
}

const PUBLISHED_META = [
  'article:published_time',
  'datepublished',
  'dtk:publishdate',
  'publishdate',
  'content_publisheddate',
  'jpnncom_news_pubdate',
  'pubdate',
  'publish-date',
  'date',
  'dc.date',
  'dc.date.issued',
];
const MODIFIED_META = ['article:modified_time', 'datemodified', 'og:updated_time', 'lastmod'];

function publishedOf(document: Document, meta: Metadata, site: Site | null): string | null {
  const options = site ? { outlet: site.id } : {};
  const candidates: (string | null | undefined)[] = [
    meta.article?.published,
    ...PUBLISHED_META.map((name) => meta.meta.get(name)),
  ];
  for (const text of candidates) {
    const instant = text ? parsePrintedDate(text, options) : null;
    if (instant) return instant;
  }
  for (const selector of site?.date ?? []) {
    for (const element of selectAll(selector, document).slice(0, 5)) {
      const instant = parsePrintedDate(textOf(element), options);
      if (instant) return instant;
    }
  }
  for (const element of meta.times.slice(0, 5)) {
    const instant = parsePrintedDate(element.attribs.datetime ?? textOf(element), options);
    if (instant) return instant;
  }
  return null;
}

function modifiedOf(meta: Metadata, site: Site | null): string | null {
  const options = site ? { outlet: site.id } : {};
  for (const text of [meta.article?.modified, ...MODIFIED_META.map((name) => meta.meta.get(name))]) {
    const instant = text ? parsePrintedDate(text, options) : null;
    if (instant) return instant;
  }
  return null;
}

function bylineOf(document: Document, meta: Metadata, site: Site | null): string | null {
  for (const selector of site?.author ?? []) {
    const text = textOf(selectOne(selector, document));
    if (text !== '' && text.length < 120) return text;
  }
  const named =
    meta.article?.author ?? meta.meta.get('author') ?? meta.meta.get('dtk:author') ?? meta.meta.get('content_author');
  return named && !/^https?:/.test(named) ? squeeze(named) : null;
}
