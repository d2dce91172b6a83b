import type { Span } from '../types.ts';

/** Openings of lines that lead to other articles. */
const LINKS: readonly string[] = [
  'baca juga',
  'baca selengkapnya',
  'baca:',
  'simak juga',
  'lihat juga',
  'pilihan editor',
  'berita terkait',
];
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
  '[video',
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
    ...LINKS.map((words) => ({ words, sort: 'link' as Sort })),
    ...OF_PAGE.map((words) => ({ words, sort: 'page' as Sort })),
  ],
  ({ words }) => words[0]!,
);

/** A line that only announces the next one, which is then another article's headline. */
const ANNOUNCERS = /^(?:baca|simak|lihat) juga ?:?$|^baca ?:$|^pilihan editor ?:?$|^berita terkait ?:?$/;

/** Behind this line some publishers append a machine's summary of the same article. */
const APPENDIX = /^-{0,3}\s*ringkasan$/;

/** Characters of a headline at most: a longer line says something itself. */
const LONGEST_LINK = 200;

const known = new WeakMap<readonly Span[], readonly Sort[]>();

/** For each paragraph whose it is: the article's own, a link to another, or the page's. Two rooms ask it of an article. */
function sortsOf(text: string, paragraphs: readonly Span[]): readonly Sort[] {
  const sorts = known.get(paragraphs) ?? sorted(text, paragraphs);
  known.set(paragraphs, sorts);
  return sorts;
}

function sorted(text: string, paragraphs: readonly Span[]): Sort[] {
  let announced = false;
  let appended = false;
  return paragraphs.map((span) => {
    const opening = text.slice(span.start, Math.min(span.end, span.start + 48)).toLowerCase();
    const isHeadline = announced;
    announced = ANNOUNCERS.test(opening);
    appended ||= APPENDIX.test(opening);
    if (announced || isHeadline) return 'link';
    const row = BY_FIRST.get(opening[0] ?? '')?.find(({ words }) => opening.startsWith(words));
    return row?.sort ?? (appended ? 'page' : 'own');
  });
}

/**
 * For each paragraph: it is no part of the article's own text. What a page says about itself and about other articles
 * makes no commitment here.
 */
export const boilerplate = (text: string, paragraphs: readonly Span[]): boolean[] =>
  sortsOf(text, paragraphs).map((sort) => sort !== 'own');

/** For each paragraph: it is a link to another article, whose news is not this one's. */
export const linksElsewhere = (text: string, paragraphs: readonly Span[]): boolean[] =>
  sortsOf(text, paragraphs).map(
    (sort, i) => sort === 'link' && paragraphs[i]!.end - paragraphs[i]!.start <= LONGEST_LINK,
  );
