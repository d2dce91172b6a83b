/** Pages: bytes to an article's title, dates, byline and clean text. */

import type { Document, Element } from 'domhandler';
import { withoutBoilerplate } from './boilerplate.ts';
import { bylineOf } from './byline.ts';
import { decodeBytes } from './charset.ts';
import { datelineOf } from './dateline.ts';
import { parsePrintedDate } from './dates.ts';
import { classId, type Line, linesOf, walk } from './dom.ts';
import { readGeneral } from './general.ts';
import { htmlToText, sayingLength } from './html.ts';
import { kindOf } from './kind.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { nextPages, pageNumber } from './paging.ts';
import { parsePage } from './parse.ts';
import { textOf, unread } from './parts.ts';
import { matcher, selectAll } from './select.ts';
import { type Site, siteOfHost } from './sites.ts';
import { trimArticle } from './trim.ts';
import type { ReadPage } from './types.ts';
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
  const document = parsePage(html);
  const meta = readMetadata(document);
  const address = addressOf(options.url, meta);
  const site = siteFor(options.url, meta);
  const parts = partsOf(document, site);
  const body = readBody(document, meta, site, parts);
  const text = body.lines.map((line) => line.text).join('\n');
  const title = titleOf(meta, site, parts);
  const dateline = datelineOf(text);
  const number = pageNumber(options.url);
  return {
    kind: kindOf({ html, document, meta, site, url: options.url, title, text }),
    title,
    published: publishedOf(document, meta, site, parts),
    modified: modifiedOf(meta, site),
    byline: bylineOf(document, meta, site, parts),
    text,
    ...(dateline ? { dateline } : {}),
    canonicalUrl: address,
    outlet: outletOf(address),
    nextPages: nextPages(options.url, meta, site, body.more),
    rule: body.rule,
    problems: number > 1 ? [`page ${number} of an article, not its beginning`] : [],
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
/** Shortest text, in characters, for which a rule's selector is believed to have found the article. */
const SHORTEST_BODY = 200;

interface Body {
  lines: readonly Pick<Line, 'text'>[];
  rule: string;
  /** Whether the rule's mark of an article on several pages was seen. */
  more: boolean;
}

function readBody(document: Document, meta: Metadata, site: Site | null, parts: readonly Element[]): Body {
  const context = { titles: titlesOf(meta) };
  const blocks = (site?.body ?? []).map((selector) => together(parts.filter(matcher(selector))));
  const more = parts.some(matcher(site?.wholePage?.when ?? ''));
  const drop = matcher((site?.drop ?? []).join(', '));
  for (const roots of blocks) {
    const lines = roots.flatMap((root) => linesOf(root, (element) => drop(element) || unread(element, SITE_PASS)));
    const own = trimArticle(withoutBoilerplate(lines), context);
    if (lengthOf(own) > SHORTEST_BODY && isAbout(own, context.titles))
      return { lines: own, rule: site?.id ?? '', more };
  }
  const lines = trimArticle(withoutBoilerplate(readGeneral(document).lines), context);
  const told = toldBody(meta, lines);
  return told ? { lines: told, rule: 'json-ld', more } : { lines, rule: 'general', more };
}

/** Whatever the page calls its article: a line that says no more is no text of it. */
function titlesOf(meta: Metadata): string[] {
  const titles = [meta.meta.get('og:title'), meta.meta.get('twitter:title'), meta.article?.headline, meta.titleTag];
  return [...titles.filter((title) => title !== undefined), ...meta.headings.map(textOf)];
}

function lengthOf(lines: readonly Pick<Line, 'text'>[]): number {
  return lines.reduce((sum, line) => sum + line.text.length, 0);
}

/** All that any of a rule's selectors finds, in document order and in one pass over the page. */
function partsOf(document: Document, site: Site | null): Element[] {
  if (!site) return [];
  const { body = [], title = [], date = [], author = [], wholePage } = site;
  const selectors = [...body, ...title, ...date, ...author, ...(wholePage ? [wholePage.when] : [])];
  return selectors.length === 0 ? [] : selectAll(selectors, document);
}

/** The first of some elements in document order, with those beside it: paragraphs that are all named alike. */
function together(elements: readonly Element[]): Element[] {
  const parent = elements[0]?.parent;
  return elements.filter((element) => element.parent === parent);
}

/** Share of a headline's longer words that an article must use, for a rule to be believed. */
const TITLE_WORDS = 0.25;

/** Whether a text speaks of what the page's title says: a selector that no longer fits may find another article's. */
function isAbout(lines: readonly Line[], titles: readonly string[]): boolean {
  const words = new Set(
    (
      titles
        .join(' ')
        .toLowerCase()
        .match(/\p{L}{5,}/gu) ?? []
    ).slice(0, 60),
  );
  if (words.size < 4) return true;
  const text = lines.map((line) => line.text.toLowerCase()).join(' ');
  return [...words].filter((word) => text.includes(word)).length >= words.size * TITLE_WORDS;
}

/** Shortest article text in JSON-LD that may stand for a page whose own text cannot be found. */
const TOLD_LEAST = 250;

/** The text that JSON-LD tells, where the page shows not half of it (it is put in place by a script). */
function toldBody(meta: Metadata, lines: readonly Line[]): Pick<Line, 'text'>[] | null {
  const told = meta.article?.body ?? '';
  if (sayingLength(told) < TOLD_LEAST || lengthOf(lines) > told.length * 0.5) return null;
  return told
    .split(/[\r\n]+/)
    .map((text) => ({ text: htmlToText(text.trim()) }))
    .filter(({ text }) => text !== '');
}

function titleOf(meta: Metadata, site: Site | null, parts: readonly Element[]): string {
  for (const selector of site?.title ?? []) {
    const text = textOf(parts.find(matcher(selector)) ?? null);
    if (text !== '') return text;
  }
  const heading = meta.headings.length === 1 ? textOf(meta.headings[0] ?? null) : '';
  const said = htmlToText(meta.meta.get('og:title') ?? meta.article?.headline ?? '');
  // A heading that the page's own title begins with is the headline without the outlet's name.
  if (heading.length >= 15 && (said === '' || plainStart(said, heading))) return heading;
  return said || heading || textOf(meta.headings[0] ?? null) || withoutOutlet(meta.titleTag);
}

/** Longest name of an outlet at the end of a title element, and the shortest headline before it, in characters. */
const OUTLET_LENGTH = 30;
const HEADLINE_LENGTH = 15;

/** "Headline | Outlet" without the outlet. A dash may also stand in a headline: what follows it must be short. */
function withoutOutlet(title: string): string {
  const mark = [...title.matchAll(/(?<!\s)\s+(?:[|»•·–—-]|::)(?=\s+\S)/gu)].at(-1);
  if (!mark) return title;
  const headline = title.slice(0, mark.index);
  const outlet = title.slice(mark.index + mark[0].length).trim();
  const isName = outlet.length <= Math.min(OUTLET_LENGTH, headline.length / 2) && outlet.split(' ').length <= 4;
  return isName && sayingLength(headline) >= HEADLINE_LENGTH ? headline : title;
}

function plainStart(long: string, short: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return plain(long).startsWith(plain(short));
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

function publishedOf(document: Document, meta: Metadata, site: Site | null, parts: readonly Element[]): string | null {
  const options = site ? { outlet: site.id } : {};
  const told = [meta.article?.published, ...PUBLISHED_META.map((name) => meta.meta.get(name))];
  for (const text of told) {
    const instant = text ? parsePrintedDate(text, options) : null;
    if (!instant) continue;
    // A day without a time: the page may print the time.
    if (/\d[:T.]\d\d/.test(text ?? '')) return instant;
    const shown = shownDate(document, meta, site, parts);
    return shown && Math.abs(Date.parse(shown) - Date.parse(instant)) < 86_400_000 ? shown : instant;
  }
  return shownDate(document, meta, site, parts);
}

const DATE_PART = /date|time|tanggal|waktu|publish|posted|\btgl\b/;

/** The date a page shows its readers: where the rule says, in a `<time>`, or in what is named like a date. */
function shownDate(document: Document, meta: Metadata, site: Site | null, parts: readonly Element[]): string | null {
  const options = site ? { outlet: site.id } : {};
  for (const selector of site?.date ?? []) {
    for (const element of parts.filter(matcher(selector)).slice(0, 5)) {
      const instant = parsePrintedDate(textOf(element), options);
      if (instant) return instant;
    }
  }
  for (const element of meta.times.slice(0, 5)) {
    const instant = parsePrintedDate(element.attribs.datetime ?? textOf(element), options);
    if (instant) return instant;
  }
  let day: string | null = null;
  let moment: string | null = null;
  walk(document, (element) => {
    if (moment) return false;
    if (!DATE_PART.test(`${classId(element)} ${element.attribs.itemprop ?? ''}`)) return true;
    const text = element.attribs.content ?? element.attribs.datetime ?? textOf(element);
    if (text.length > 120) return true;
    const instant = parsePrintedDate(text, options);
    if (instant && /\d[:.]\d\d/.test(text)) moment = instant;
    else day ??= instant;
    return !instant;
  });
  return moment ?? day;
}

function modifiedOf(meta: Metadata, site: Site | null): string | null {
  const options = site ? { outlet: site.id } : {};
  for (const text of [meta.article?.modified, ...MODIFIED_META.map((name) => meta.meta.get(name))]) {
    const instant = text ? parsePrintedDate(text, options) : null;
    if (instant) return instant;
  }
  return null;
}
