/** Who wrote an article. */
import type { Document, Element } from 'domhandler';
import { classId, walk } from './dom.ts';
import { htmlToText, squeeze } from './html.ts';
import type { Metadata } from './metadata.ts';
import { textOf } from './parts.ts';
import { matcher } from './select.ts';
import type { Site } from './sites.ts';

const AUTHOR_META = [
  'author',
  'article:author',
  'dtk:author',
  'content_author',
  'byl',
  'dc.creator',
  'sailthru.author',
];

/** Who wrote an article: as its head, its rule or its page names somebody; null where none of them does. */
export function bylineOf(
  document: Document,
  meta: Metadata,
  site: Site | null,
  parts: readonly Element[],
): string | null {
  const named = [meta.article?.author, ...AUTHOR_META.map((name) => meta.meta.get(name))].find(
    (name) => name && isPerson(name, site),
  );
  if (named) return squeeze(htmlToText(named)).replace(/^by\s+/i, '');
  for (const selector of site?.author ?? []) {
    const text = textOf(parts.find(matcher(selector)) ?? null).replace(INTRODUCED, '');
    if (text !== '' && text.length < 120) return text;
  }
  return shownAuthor(document, site);
}

const INTRODUCED = /^(?:(?:written |posted |reported )?by|oleh|penulis|pewarta|reporter|jurnalis)\s*:?\s+/i;
/** Names of the part of a page that says who wrote it, and of parts that name other people. */
const AUTHOR_PART = /\b(?:byline|author|post-author|entry-author|author[-_]{1,2}name|penulis|reporter)\b/;
const OTHERS_PART = /comment|komentar|related|avatar|bio|follow/;
/** A name and nothing else: up to five words that begin with a capital, particles aside. */
const NAME = /^\p{Lu}[\p{L}'’.-]*(?:\s(?:\p{Lu}[\p{L}'’.-]*|bin|binti|van|von|de|da|di|al)){0,4}$/u;

/** The author that a page of no rule shows its readers: marked as such, else where its class says so. */
function shownAuthor(document: Document, site: Site | null): string | null {
  let marked: string | null = null;
  let named: string | null = null;
  walk(document, (element) => {
    if (marked) return false;
    const { rel = '', itemprop = '' } = element.attribs;
    const isMarked = /\bauthor\b/.test(`${rel} ${itemprop}`);
    const name = classId(element);
    if (OTHERS_PART.test(name)) return false;
    if (!isMarked && (named !== null || !AUTHOR_PART.test(name))) return true;
    const text = textOf(element).replace(INTRODUCED, '');
    if (text.length > 60 || !NAME.test(text) || !isPerson(text, site)) return true;
    if (isMarked) marked = text;
    else named = text;
    return false;
  });
  return marked ?? named;
}

/** Whether an author named in the head is somebody, and not the outlet itself or an address. */
function isPerson(name: string, site: Site | null): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const own = site ? [site.name, site.id, ...site.hosts].map(plain) : [];
  return (
    name.length < 200 &&
    !/^https?:|^\/|@|^(?:admin|redaksi|editor|null|undefined)$/i.test(name.trim()) &&
    !own.some((word) => plain(name).includes(word))
  );
}
