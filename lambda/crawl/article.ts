import { createHash } from 'node:crypto';
import type { Item } from '../dynamo.ts';
import { get } from '../items.ts';
import { packJson, unpackJson } from '../packed.ts';
import type { ReadPage } from '../read/types.ts';
import type { CrawlDeps } from './deps.ts';
import { articleId, articleItemKey, articlesOfMonth, atInstant } from './keys.ts';
import type { KeptPage } from './snapshots.ts';

/** Fetched bytes as kept: where, and what they answered to. */
export interface SnapshotRef extends KeptPage {
  url: string;
  contentType: string | null;
  fetchedAt: string;
  /** What the answer called itself, to be asked conditionally next time. */
  etag?: string | null;
  lastModified?: string | null;
}

/** An article as the crawl keeps it: the latest version of it, or one version. */
export interface ArticleItem {
  key: string;
  id: string;
  url: string;
  outlet: string;
  title: string;
  /** Earliest instant of publication that any version gave. */
  published: string;
  /** Where that came from: the page, the feed, or, failing both, when it was found. */
  publishedSource: 'page' | 'feed' | 'found';
  modified: string | null;
  byline: string | null;
  text: string;
  textHash: string;
  rule: string;
  problems: string[];
  fetchedAt: string;
  /** One for each page of the article, in order. */
  snapshots: SnapshotRef[];
  feedId: string | null;
  sample: boolean;
  /**
   * Text and extractor that the ledger has had: `textHash@version`. Only of an article that says nothing to it: of others
   * the ledger's own reading says so, and they need not be written again.
   */
  placed?: string;
  /** What it says to the ledger (`saysOf`). `names`: nothing, but it names somebody of the gazetteer. */
  says?: 'promises' | 'something' | 'names' | 'nothing';
}

/** What an article is made of: its pages as read, with the bytes they were read from. */
export interface ArticleInput {
  key: string;
  url: string;
  outlet: string;
  pages: { page: ReadPage; snapshot: SnapshotRef }[];
  /** What its feed said of it. */
  listed: { title: string; published: string | null };
  foundAt: string;
  feedId: string | null;
  sample: boolean;
}

/** DynamoDB's items end at 400 KB; a longer text is cut, and says so. */
const MOST_TEXT_BYTES = 300_000;

/** Puts together one article from its pages. Pure. @throws RangeError without a page. */
export function articleOf(input: ArticleInput): ArticleItem {
  const first = input.pages[0];
  if (!first) throw new RangeError('an article has at least one page');
  const { page } = first;
  const problems = input.pages.flatMap((p) => p.page.problems);
  const { text, cut } = bounded(joinPages(input.pages.map((p) => p.page.text)));
  if (cut) problems.push(`text cut at ${MOST_TEXT_BYTES} bytes`);
  const dated = whenPublished(page.published, input.listed.published, input.foundAt, first.snapshot.fetchedAt);
  return {
    key: input.key,
    id: articleId(input.key),
    url: input.url,
    outlet: input.outlet,
    title: page.title || input.listed.title,
    ...dated,
    modified: page.modified,
    byline: page.byline,
    text,
    textHash: createHash('sha256').update(text).digest('hex'),
    rule: page.rule,
    problems: problems.slice(0, 20),
    fetchedAt: first.snapshot.fetchedAt,
    snapshots: input.pages.map((p) => p.snapshot),
    feedId: input.feedId,
    sample: input.sample,
  };
}

/**
 * The text of several pages as one. A later page that holds most of the first is the article as a whole and stands in
 * its place; of any other, only the paragraphs count that no page before it had (leads and notes are repeated).
 */
export function joinPages(texts: readonly string[]): string {
  const [first = '', ...rest] = texts;
  let paragraphs = first.split('\n');
  const begin = new Set(paragraphs);
  for (const text of rest) {
    const page = text.split('\n');
    const known = new Set(paragraphs);
    const repeated = page.filter((p) => begin.has(p)).length;
    const isWhole = repeated >= WHOLE_REPEATS * begin.size && page.length > paragraphs.length;
    paragraphs = isWhole ? page : [...paragraphs, ...page.filter((p) => !known.has(p))];
  }
  return paragraphs.filter((p) => p !== '').join('\n');
}

/** Share of the first page that the whole article repeats; its last paragraph may have been cut. */
const WHOLE_REPEATS = 0.6;

/** The page's own date, unless it lies in the future; else the feed's; else when the entry was found. */
function whenPublished(
  onPage: string | null,
  inFeed: string | null,
  foundAt: string,
  fetchedAt: string,
): Pick<ArticleItem, 'published' | 'publishedSource'> {
  // Publishers' clocks and zones go wrong by hours, not by days.
  const latest = Date.parse(fetchedAt) + 86_400_000;
  const usable = (instant: string | null): instant is string => instant !== null && Date.parse(instant) <= latest;
  if (usable(onPage)) return { published: onPage, publishedSource: 'page' };
  if (usable(inFeed)) return { published: inFeed, publishedSource: 'feed' };
  return { published: foundAt, publishedSource: 'found' };
}

function bounded(text: string): { text: string; cut: boolean } {
  if (Buffer.byteLength(text) <= MOST_TEXT_BYTES) return { text, cut: false };
  const bytes = Buffer.from(text).subarray(0, MOST_TEXT_BYTES);
  // The last character may be cut in two.
  return { text: new TextDecoder().decode(bytes).replace(/�$/, ''), cut: true };
}

/** An article as it is stored: all of it compressed but what conditions and updates speak of. */
export function packArticle({ textHash, fetchedAt, placed, ...article }: ArticleItem): Item {
  return { textHash, fetchedAt, placed, packed: packJson(article) };
}

/** The same as the current version, under its key and listed by when it was published. */
export function currentArticle(article: ArticleItem): Item {
  // In UTC, so that months and order are the same for all.
  const published = new Date(article.published).toISOString();
  return {
    ...packArticle(article),
    ...articleItemKey(article.key),
    listPk: articlesOfMonth(published.slice(0, 7)),
    listSk: atInstant(published, article.id),
  };
}

/** A stored article as it was given to {@link packArticle}. @throws RangeError, SyntaxError or a zlib error on bytes of another. */
export function unpackArticle({ packed, textHash, fetchedAt, placed }: Item): ArticleItem {
  const article = unpackJson<Omit<ArticleItem, 'textHash' | 'fetchedAt' | 'placed'>>(packed as Uint8Array);
  return { ...article, textHash, fetchedAt, ...(placed === undefined ? {} : { placed }) } as ArticleItem;
}

/** True where an article has something for the ledger. */
export const isHeard = ({ says }: Pick<ArticleItem, 'says'>): boolean => says === 'promises' || says === 'something';

/** A kept article by its key, or null. */
export async function loadArticle(deps: Pick<CrawlDeps, 'db'>, key: string): Promise<ArticleItem | null> {
  const item = await get<Item>(deps.db, articleItemKey(key));
  return item && unpackArticle(item);
}
