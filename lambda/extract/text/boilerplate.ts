import type { Span } from '../types.ts';
import { isHeadline } from './headline.ts';
import { LONGEST_LINK } from './inline-links.ts';
import { LINK_MARKERS, READ } from './link-words.ts';
import type { Doc } from './segment.ts';

/** Openings of lines that are the page's, not the article's: advertisement, calls to follow, who made it. */
const OF_PAGE: readonly string[] = [
  'simak video',
  'simak breaking',
  'simak berita',
  'tonton',
  'saksikan',
  'lihat video',
  'scroll to',
  'advertisement',
  '[gambas',
  'gambas:',
  'ikuti berita',
  'ikuti saluran',
  'ikuti kami',
  'cek berita',
  'dapatkan update',
  'dapatkan berita',
  'artikel ini',
  'halaman selanjutnya',
  'halaman:',
  'jangan lupa',
  'klik di sini',
  'https://',
  'http://',
  'copyright',
  '#',
  'pilih saluran',
  'pastikan kamu sudah install',
  'editor:',
  'penulis:',
  'reporter:',
  'sumber:',
  'foto:',
  'topik:',
  'kamu juga bisa',
  'update berita',
  'yuk ',
  'temukan berita',
  'join ',
  'follow ',
  'video:',
  'melawan hoaks',
];

type Sort = 'own' | 'link' | 'page';
const BY_FIRST = Map.groupBy(
  [
    ...[...LINK_MARKERS, `${READ}:`].map((words) => ({ words, sort: 'link' as Sort })),
    ...OF_PAGE.map((words) => ({ words, sort: 'page' as Sort })),
  ],
  ({ words }) => words[0]!,
);

/** A line that only announces those behind it, as far as they are headlines: of many pages the links are cut out, and not it. */
const ANNOUNCERS = /^(?:baca|simak|lihat) juga ?:?$|^baca ?:$|^pilihan editor ?:?$|^berita terkait ?:?$/;

/** Behind this line some publishers append a machine's summary of the same article. */
const APPENDIX = /^-{0,3}\s*ringkasan$/;

const known = new WeakMap<Doc, readonly Sort[]>();

/** For each paragraph whose it is: the article's own, a link to another, or the page's. Two rooms ask it of an article. */
function sortsOf(doc: Doc): readonly Sort[] {
  const sorts = known.get(doc) ?? sorted(doc);
  known.set(doc, sorts);
  return sorts;
}

function sorted({ text, paragraphs, links }: Doc): Sort[] {
  let announced = false;
  let appended = false;
  const opened = new Set<number>();
  for (const { start } of links) opened.add(start);
  const sorts: Sort[] = [];
  for (const span of paragraphs) {
    const opening = text.slice(span.start, Math.min(span.end, span.start + 48)).toLowerCase();
    announced = ANNOUNCERS.test(opening) || (announced && isHeadline(text, span));
    appended ||= APPENDIX.test(opening);
    const sort = announced ? 'link' : sortByOpening(opening);
    // Where it is told which words of a paragraph are the link, the others are the article's.
    if (sort !== undefined && (announced || !(sort === 'link' && opened.has(span.start)))) sorts.push(sort);
    else sorts.push(appended ? 'page' : 'own');
  }
  return sorts;
}

/** What a line is by the words that it opens with. */
function sortByOpening(opening: string): Sort | undefined {
  const rows = BY_FIRST.get(opening[0] ?? '');
  if (rows === undefined) return undefined;
  for (const { words, sort } of rows) if (opening.startsWith(words)) return sort;
  return undefined;
}

/**
 * For each sentence: it is no part of the article's own text. What a page says about itself and about other articles
 * makes no commitment here.
 */
export function boilerplate(doc: Doc): boolean[] {
  const sorts = sortsOf(doc);
  const isLink = insideOf(doc.links);
  const skip: boolean[] = [];
  for (const sentence of doc.sentences) skip.push(sorts[sentence.paragraph] !== 'own' || isLink(sentence));
  return skip;
}

/** Links to other articles, whose news is not this one's: whole paragraphs and what stands within one; in order. */
export function linksElsewhere(doc: Doc): Span[] {
  const sorts = sortsOf(doc);
  const lines: Span[] = [];
  for (let i = 0; i < sorts.length; i++) {
    const line = doc.paragraphs[i]!;
    if (sorts[i] === 'link' && line.end - line.start <= LONGEST_LINK) lines.push(line);
  }
  if (doc.links.length === 0) return lines;
  return [...lines, ...outsideOf(lines, doc.links)].sort((a, b) => a.start - b.start);
}

/** A text with blanks where links stand in it, so that all else keeps its place. */
export function withoutLinks({ text, links }: Doc): string {
  if (links.length === 0) return text;
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of links) {
    parts.push(text.slice(at, start), ' '.repeat(end - start));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** Those of some spans, in order of the text, that do not stand in one of others. */
export function outsideOf<T extends Span>(others: readonly Span[], spans: readonly T[]): readonly T[] {
  if (others.length === 0) return spans;
  const isInside = insideOf(others);
  return spans.filter((span) => !isInside(span));
}

/** Tells of spans that are asked for in order of the text whether they stand in one of others, which are in order too. */
export function insideOf(spans: readonly Span[]): (span: Span) => boolean {
  let at = 0;
  return ({ start, end }) => {
    while (at < spans.length && spans[at]!.end <= start) at++;
    return at < spans.length && spans[at]!.start <= start && spans[at]!.end >= end;
  };
}
