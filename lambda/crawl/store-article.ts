import type { Db } from '../dynamo.ts';
import { EXTRACTOR_VERSION, extract } from '../extract/extract.ts';
import { put, update } from '../items.ts';
import { isPlaced, placeArticle, saysOf } from '../ledger/place.ts';
import type { LedgerArticle } from '../ledger/types.ts';
import { type Fingerprint, fingerprint } from '../read/copies.ts';
import { type ArticleItem, currentArticle, isHeard, loadArticle, packArticle } from './article.ts';
import type { CrawlDeps } from './deps.ts';
import { articleItemKey, articleVersionKey } from './keys.ts';

/**
 * Keeps an article, and what it was before where its text changed; then extracts its mentions and places them in the
 * ledger. The current version is the latest fetched; each other text is kept once, under its hash. Each step may run
 * twice, and beside another: a version that somebody else has made current meanwhile is never written over unkept.
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
  const isKnown = before?.textHash === article.textHash && (await hasHad(db, before));
  const extracted = isKnown ? null : ledgerArticleOf(item);
  const says = extracted ? heardIn(extracted, now) : before?.says;
  if (says) item.says = says;
  // Most articles have nothing for the ledger. One that it never saw needs no request to say so.
  const isSilent = before === null && !isHeard(item);
  if (isSilent) item.placed = versionOf(item);
  const isLatest = before === null || before.fetchedAt <= item.fetchedAt;
  if (before && before.textHash !== item.textHash) {
    const older = isLatest ? before : item;
    await put(
      db,
      { ...packArticle(older), ...articleVersionKey(older.key, older.textHash) },
      'attribute_not_exists(pk)',
    );
  }
  if (!isLatest) return item;
  const isKept = await put(
    db,
    currentArticle(item),
    before ? 'textHash = :hash AND fetchedAt = :at' : 'attribute_not_exists(pk)',
    before ? { values: { ':hash': before.textHash, ':at': before.fetchedAt } } : {},
  );
  // Somebody kept it meanwhile, perhaps with another text.
  if (!isKept) return storeArticle(deps, article, now);
  if (extracted && !isSilent) await place(db, item, extracted, now);
  return item;
}

/** Extracts a kept article's mentions and places them, unless the ledger has had just that. */
export async function placeStored(deps: Pick<CrawlDeps, 'db'>, item: ArticleItem, now: Date): Promise<boolean> {
  if (await hasHad(deps.db, item)) return false;
  await place(deps.db, item, ledgerArticleOf(item), now);
  return true;
}

/** True where the ledger has had a kept article as it is, read by the extractor that runs now. */
const hasHad = async (db: Db, item: ArticleItem): Promise<boolean> =>
  item.placed === versionOf(item) || isPlaced(db, { ...item, extractorVersion: EXTRACTOR_VERSION });

/** Places an article; of one that says nothing, of which the ledger may keep nothing, the article itself notes it. */
async function place(db: Db, item: ArticleItem, extracted: LedgerArticle, now: Date): Promise<void> {
  const { mentions, reports, outOfScope } = await placeArticle(db, extracted, now);
  if (mentions + reports + outOfScope > 0) return;
  await update(db, articleItemKey(item.key), 'SET placed = :version', 'textHash = :hash', {
    values: { ':version': versionOf(item), ':hash': item.textHash },
  });
}

/** What an article says to the ledger, and of one that says nothing, whether it names somebody that might be. */
function heardIn(article: LedgerArticle, now: Date): NonNullable<ArticleItem['says']> {
  const says = saysOf(article, now);
  return says === 'nothing' && article.extraction.named.length > 0 ? 'names' : says;
}

const versionOf = (item: ArticleItem) => `${item.textHash}@${EXTRACTOR_VERSION}`;

/** A kept article as the ledger takes it, extracted. */
export function ledgerArticleOf(item: ArticleItem): LedgerArticle {
  let known: Fingerprint | null = null;
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
    // Of the few that say something alone: it costs as much as reading the text.
    get fingerprint() {
      known ??= fingerprint(item.text);
      return known;
    },
    extraction: extract({ text: item.text, published: item.published, title: item.title, url: item.url }),
    extractorVersion: EXTRACTOR_VERSION,
    ...(item.sample ? { sample: true } : {}),
  };
}
