import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import { listIn } from './commitments.ts';
import { STATUS, STATUS_MEANS } from './page/words.ts';
import { typed } from './reply.ts';
import type { ApiRequest } from './request.ts';
import { type Judged, shortQuote, titleOf } from './view.ts';

export { listQuery } from './listing.ts';

type Where = Pick<ApiRequest, 'origin' | 'lang' | 'path' | 'query' | 'now'>;

const title = (lang: Where['lang']) => (lang === 'id' ? 'Tagih: komitmen' : 'Tagih: commitments');

/** Addresses of the page and of the feed itself, with the filters in force. */
function addresses({ origin, query, path }: Where, ending: string) {
  const search = new URLSearchParams(query).toString();
  const tail = search ? `?${search}` : '';
  return { page: `${origin}/${tail}`, self: `${origin}${path}.${ending}${tail}` };
}

/** What a reader of feeds is told of one commitment. */
function entryOf({ commitment: c, result }: Judged, { origin, lang }: Where) {
  const quote = c.mentions[0] ? shortQuote(c.mentions[0].quote) : '';
  return {
    url: `${origin}/commitments/${c.id}`,
    title: `${titleOf(c)} [${STATUS[lang][result.status]}]`,
    text: `${STATUS_MEANS[lang][result.status]}\n\n“${quote}”\n${c.outlets.join(', ')}`,
    published: new Date(c.statedAt),
    updated: new Date(Math.max(Date.parse(c.lastReportedAt), Date.parse(c.statedAt))),
    tags: [c.topic, c.type, result.status],
    author: c.outlets[0] ?? 'Tagih',
  };
}

/** A page of commitments as an Atom feed (RFC 4287). */
export function atomOf(items: readonly Judged[], request: Where): string {
  const { page, self } = addresses(request, 'atom');
  const entries = items.map((item) => entryOf(item, request));
  const updated = entries.map((entry) => entry.updated).sort((a, b) => b.getTime() - a.getTime())[0] ?? new Date(0);
  return generateAtomFeed({
    id: self,
    title: { value: title(request.lang) },
    updated,
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: page, rel: 'alternate', type: 'text/html' },
    ],
    authors: [{ name: 'Tagih' }],
    entries: entries.map((entry) => ({
      id: entry.url,
      title: { value: entry.title },
      published: entry.published,
      updated: entry.updated,
      links: [{ href: entry.url, rel: 'alternate', type: 'text/html' }],
      authors: [{ name: entry.author }],
      categories: entry.tags.map((term) => ({ term })),
      summary: { value: entry.text },
    })),
  });
}

/** A page of commitments as a JSON Feed (version 1.1). */
export function jsonFeedOf(items: readonly Judged[], request: Where, next: string | null): string {
  const { page, self } = addresses(request, 'jsonfeed');
  const feed = generateJsonFeed({
    title: title(request.lang),
    home_page_url: page,
    feed_url: self,
    language: request.lang,
    ...(next ? { next_url: `${request.origin}${next}` } : {}),
    items: items.map((item) => {
      const entry = entryOf(item, request);
      return {
        id: entry.url,
        url: entry.url,
        title: entry.title,
        content_text: entry.text,
        date_published: entry.published,
        date_modified: entry.updated,
        tags: entry.tags,
        authors: [{ name: entry.author }],
      };
    }),
  });
  return `${JSON.stringify(feed)}\n`;
}

/** `GET /v1/commitments.atom` and `.jsonfeed` */
export const list = listIn({
  atom: async ({ items }, request, { headers }) => typed('atom', atomOf(items, request), { headers }),
  jsonfeed: async ({ items }, request, { headers, nextHref }) =>
    typed('jsonfeed', jsonFeedOf(items, request, nextHref), { headers }),
});
