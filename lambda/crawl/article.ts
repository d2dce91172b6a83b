import { createHash } from 'node:crypto';
import { EXTRACTOR_VERSION, extract } from '../extract/extract.ts';
import { get, put, update } from '../items.ts';
import { placeArticle, saysNothing } from '../ledger/place.ts';
import type { LedgerArticle } from '../ledger/types.ts';
import { type Fingerprint, fingerprint } from '../read/copies.ts';
import type { ReadPage } from '../read/types.ts';
import type { CrawlDeps } from './deps.ts';
import { articleId, articleItemKey, articleVersionKey } from './keys.ts';

/** Fetched bytes as kept: where, and what they answered to. */
export interface SnapshotRef {
  address: string;
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
  fingerprint: Fingerprint;
  rule: string;
  problems: string[];
  fetchedAt: string;
  /** One for each page of the article, in order. */
  snapshots: SnapshotRef[];
  feedId: string | null;
  sample: boolean;
  /** Text and extractor that the ledger has had: `textHash@version`. */
  placed?: string;
  /** Whether the ledger found anything in it. */
  says?: boolean;
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
    fingerprint: fingerprint(text),
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

/**
 * Keeps an article, and what it was before where its text changed; then extracts its mentions and places them in the
 * ledger. Each step may run twice: versions are kept under their text's hash, the current one is the latest fetched.
 * @param known the article as it is kept now, null where it is not; without it, it is looked up.
 */
export async function storeArticle(
  deps: Pick<CrawlDeps, 'db'>,
  article: ArticleItem,
  now: Date,
  known?: ArticleItem | null,
): Promise<ArticleItem> {
  const { db } = deps;
  const before = known === undefined ? await loadArticle(deps, article.key) : known;
  const earlier = before && before.published < article.published ? before : null;
  const item: ArticleItem = {
    ...article,
    // A publisher that re-dates an article on changing it did not publish it later.
    ...(earlier ? { published: earlier.published, publishedSource: earlier.publishedSource } : {}),
    ...(before?.textHash === article.textHash && before.placed ? { placed: before.placed } : {}),
  };
  const isPlaced = item.placed === versionOf(item);
  const extracted = isPlaced ? null : ledgerArticleOf(item);
  item.says = extracted ? !saysNothing(extracted, now) : before?.says === true;
  // Most articles have nothing for the ledger. One that it never saw needs no request to say so.
  const isSilent = before === null && !item.says;
  if (isSilent) item.placed = versionOf(item);
  await put(db, { ...articleVersionKey(item.key, item.textHash), ...item }, 'attribute_not_exists(pk)');
  if (isSilent) {
    if (await put(db, { ...articleItemKey(item.key), ...item }, 'attribute_not_exists(pk)')) return item;
    // Somebody kept it meanwhile, perhaps with another text.
    return storeArticle(deps, article, now);
  }
  const isLatest = await put(
    db,
    { ...articleItemKey(item.key), ...item },
    'attribute_not_exists(pk) OR fetchedAt <= :fetched',
    { values: { ':fetched': item.fetchedAt } },
  );
  if (isLatest) await placeStored(deps, item, now, extracted);
  return item;
}

/** Extracts a kept article's mentions and places them, unless the ledger has had just that. */
export async function placeStored(
  deps: Pick<CrawlDeps, 'db'>,
  item: ArticleItem,
  now: Date,
  extracted: LedgerArticle | null = null,
): Promise<boolean> {
  const version = versionOf(item);
  if (item.placed === version) return false;
  await placeArticle(deps.db, extracted ?? ledgerArticleOf(item), now);
  await update(deps.db, articleItemKey(item.key), 'SET placed = :version', 'textHash = :hash', {
    values: { ':version': version, ':hash': item.textHash },
  });
  return true;
}

const versionOf = (item: ArticleItem) => `${item.textHash}@${EXTRACTOR_VERSION}`;

/** A kept article as the ledger takes it, extracted. */
export function ledgerArticleOf(item: ArticleItem): LedgerArticle {
  return {
    key: item.key,
    id: item.id,
    url: item.url,
    outlet: item.outlet,
    published: item.published,
    title: item.title,
    text: item.text,
    textHash: item.textHash,
    fetchedAt: item.fetchedAt,
    snapshot: item.snapshots[0]?.address ?? null,
    fingerprint: item.fingerprint,
    extraction: extract({ text: item.text, published: item.published, title: item.title, url: item.url }),
    extractorVersion: EXTRACTOR_VERSION,
    ...(item.sample ? { sample: true } : {}),
  };
}

/** A kept article by its key, or null. */
export const loadArticle = (deps: Pick<CrawlDeps, 'db'>, key: string): Promise<ArticleItem | null> =>
  get<ArticleItem>(deps.db, articleItemKey(key));
