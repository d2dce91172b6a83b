/** What `read` gives: feeds and their entries, pages and their articles. Instants are ISO 8601 in UTC (`…Z`). */

export interface FeedEntry {
  title: string;
  /** Absolute where it could be made so. */
  link: string;
  /** ISO instant, or null where no date was printed or it could not be read. */
  published: string | null;
  /** When it says that it was last changed; null where it does not say. */
  updated?: string | null;
  summary: string;
  /** The publisher's own id, as printed; never an identity by itself. */
  guid: string | null;
}

export interface FeedDocument {
  format: 'rss' | 'atom' | 'rdf' | 'json' | 'sitemap' | null;
  title: string;
  entries: FeedEntry[];
  /** Of a sitemap index: the sitemaps it names. */
  sitemaps?: string[];
  /** What was wrong and mended or skipped, one sentence each. */
  problems: string[];
}

export type PageKind = 'article' | 'video' | 'photo' | 'blocked' | 'paywall' | 'login' | 'empty';

/** A page read: what EXTRACT.md calls the output of `tagih read`, with what the crawl needs beside it. */
export interface ReadPage {
  kind: PageKind;
  title: string;
  published: string | null;
  modified: string | null;
  byline: string | null;
  /** Clean paragraphs joined by `\n`. */
  text: string;
  /** The dateline its text begins with ("JAKARTA, KOMPAS.com"), where it has one; it stays in the text. */
  dateline?: string;
  canonicalUrl: string;
  /** Id of the outlet in the site table, or the registrable host. */
  outlet: string;
  /** Addresses of the article's further pages, in order. */
  nextPages: string[];
  /** Name of the site rule or of the general reader that took the text out. */
  rule: string;
  problems: string[];
}
