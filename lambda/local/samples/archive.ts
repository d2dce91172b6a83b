import { generateRssFeed } from 'feedsmith';
import { ORIGIN_NOTE, OUTLETS } from './outlets.ts';
import { frontPageHtml, notFoundHtml, storyHtml } from './page.ts';
import { feedPath, homePath, pathOf } from './paths.ts';
import { ARTICLES, type SampleArticle } from './stories.ts';

/** The address under which the archive is known when the one who serves it names no other. Nothing answers there. */
export const SAMPLE_ORIGIN = 'http://samples.invalid';

/** First and last instant between which an outlet of the archive declares to have missed nothing of its stories. */
const COVERAGE = { from: '2017-06-01T00:00:00+07:00', to: '2026-11-30T23:59:59+07:00' } as const;

/** What the archive says of itself: its outlets, their feeds, what they cover, and where its texts come from. */
export const MANIFEST = {
  name: 'Arsip contoh Tagih',
  origin: ORIGIN_NOTE,
  limits:
    'The archive holds a few articles a story and declares to be complete for those stories, so that the lapse of a ' +
    'deadline can be shown. A status that rests on it shows how the tracker works; it is not a finding about anybody.',
  articles: ARTICLES.length,
  outlets: OUTLETS.map(({ id, name, sections }) => ({
    id,
    name,
    sections,
    home: homePath(id),
    feed: feedPath(id),
    coverage: COVERAGE,
    articles: ARTICLES.filter((article) => article.outlet === id).map(pathOf),
  })),
} as const;

/**
 * An outlet's feed as RSS 2.0, newest first, with every article of the archive in it.
 * @param origin scheme, host and port under which the archive is served; links are made absolute with it.
 * @returns undefined for an outlet that the archive does not have.
 */
export function feedXml(outletId: string, origin: string = SAMPLE_ORIGIN): string | undefined {
  const outlet = OUTLETS.find((o) => o.id === outletId);
  if (outlet === undefined) return undefined;
  const articles = articlesOf(outletId);
  return generateRssFeed({
    title: outlet.name,
    link: origin + homePath(outlet.id),
    description: `${outlet.tagline}. ${ORIGIN_NOTE.id}`,
    language: 'id',
    ...(articles[0] === undefined ? {} : { lastBuildDate: new Date(articles[0].published) }),
    items: articles.map((article) => ({
      title: article.title,
      link: origin + pathOf(article),
      description: teaser(article),
      categories: [{ name: article.section }],
      guid: { value: article.id, isPermaLink: false },
      pubDate: new Date(article.published),
    })),
  });
}

/**
 * The page at a path (`/contoh-harian/2017/08/02/…`), or an outlet's front page (`/contoh-harian/`).
 * @param origin as in `feedXml`; goes into the canonical address.
 * @returns undefined where the archive has no such page.
 */
export function pageHtml(path: string, origin: string = SAMPLE_ORIGIN): string | undefined {
  const article = ARTICLES.find((a) => pathOf(a) === path);
  if (article !== undefined) {
    const outlet = OUTLETS.find((o) => o.id === article.outlet);
    return outlet && storyHtml(article, outlet, articlesOf(outlet.id), origin);
  }
  const outlet = OUTLETS.find((o) => path === homePath(o.id));
  return outlet && frontPageHtml(outlet, articlesOf(outlet.id), origin);
}

/** What the archive answers at a path: the whole of a server but the sockets. */
export function answer(
  path: string,
  origin: string = SAMPLE_ORIGIN,
): { status: 200 | 404; contentType: string; body: string } {
  const outlet = OUTLETS.find((o) => path === feedPath(o.id));
  const xml = outlet && feedXml(outlet.id, origin);
  if (xml !== undefined) return { status: 200, contentType: 'application/rss+xml; charset=utf-8', body: xml };
  const html = pageHtml(path, origin);
  const contentType = 'text/html; charset=utf-8';
  return html === undefined
    ? { status: 404, contentType, body: notFoundHtml() }
    : { status: 200, contentType, body: html };
}

function articlesOf(outletId: string): SampleArticle[] {
  return ARTICLES.filter((article) => article.outlet === outletId).reverse();
}

/** The first sentences of an article, cut at a word, as feeds print them. */
function teaser(article: SampleArticle): string {
  const text = article.paragraphs[0] ?? '';
  return text.length <= 160 ? text : `${text.slice(0, text.lastIndexOf(' ', 160))}…`;
}

export { feedPath, ORIGIN_NOTE, OUTLETS, pathOf };
