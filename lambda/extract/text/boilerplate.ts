import type { Span } from '../types.ts';

/** Openings of lines that are the page's, not the article's: links to other pieces, advertisement, calls to follow. */
const OPENINGS: readonly string[] = [
  ...[
    'baca juga',
    'baca selengkapnya',
    'baca:',
    'simak juga',
    'simak video',
    'simak breaking',
    'simak berita',
    'tonton',
  ],
  ...[
    'saksikan',
    'lihat juga',
    'lihat video',
    'scroll to',
    'advertisement',
    '[gambas',
    '[video',
    'gambas:',
    'ikuti berita',
  ],
  ...[
    'ikuti saluran',
    'ikuti kami',
    'cek berita',
    'dapatkan update',
    'dapatkan berita',
    'pilihan editor',
    'artikel ini',
  ],
  ...[
    'halaman selanjutnya',
    'halaman:',
    'jangan lupa',
    'klik di sini',
    'https://',
    'http://',
    'copyright',
    '#',
    'pilih saluran',
  ],
  ...[
    'pastikan kamu sudah install',
    'editor:',
    'penulis:',
    'reporter:',
    'sumber:',
    'foto:',
    'berita terkait',
    'topik:',
  ],
  ...['kamu juga bisa', 'update berita', 'yuk ', 'temukan berita', 'join ', 'follow ', 'video:', 'melawan hoaks'],
];

const BY_FIRST = Map.groupBy(OPENINGS, (words) => words[0]!);

/** A line that only announces the next one, which is then another article's headline. */
const ANNOUNCERS = /^(?:baca|simak|lihat) juga ?:?$|^baca ?:$|^pilihan editor ?:?$|^berita terkait ?:?$/;

/** Behind this line some publishers append a machine's summary of the same article. */
const APPENDIX = /^-{0,3}\s*ringkasan$/;

/**
 * For each paragraph: it is no part of the article's own text. What a page says about itself and about other articles
 * makes no commitment here.
 */
export function boilerplate(text: string, paragraphs: readonly Span[]): boolean[] {
  let announced = false;
  let appended = false;
  return paragraphs.map((span) => {
    const opening = text.slice(span.start, Math.min(span.end, span.start + 48)).toLowerCase();
    if (APPENDIX.test(opening)) appended = true;
    if (appended) return true;
    const heading = announced;
    announced = ANNOUNCERS.test(opening);
    if (announced || heading) return true;
    return BY_FIRST.get(opening[0] ?? '')?.some((words) => opening.startsWith(words)) ?? false;
  });
}

/** What opens a line that names another article. */
const LINK = /^(?:baca|simak|lihat) (?:juga|selengkapnya)\b|^baca ?:|^pilihan editor\b|^berita terkait\b/;
/** Characters of a headline at most: a longer line says something itself. */
const LONGEST_LINK = 200;

/** For each paragraph: it is a link to another article, whose news is not this one's. */
export function linksElsewhere(text: string, paragraphs: readonly Span[]): boolean[] {
  let announced = false;
  return paragraphs.map((span) => {
    const opening = text.slice(span.start, Math.min(span.end, span.start + 48)).toLowerCase();
    const isHeadline = announced;
    announced = ANNOUNCERS.test(opening);
    return (announced || isHeadline || LINK.test(opening)) && span.end - span.start <= LONGEST_LINK;
  });
}
