import { createHash } from 'node:crypto';
import { parseDocument } from 'htmlparser2';
import type { Item } from '../dynamo.ts';
import { get, getMany, type Key, put } from '../items.ts';
import { decodeBytes } from '../read/charset.ts';
import { readMetadata } from '../read/metadata.ts';
import { readPage } from '../read/page.ts';
import type { ReadPage } from '../read/types.ts';
import { canonicalUrl, outletOf } from '../read/url.ts';
import { type ArticleItem, articleOf, type SnapshotRef, unpackArticle } from './article.ts';
import type { BackfillItem, BackfillSource } from './backfill-sources.ts';
import { type CoverageManifest, declareCoverage } from './coverage.ts';
import type { IngestDeps } from './deps.ts';
import { candidatesOf, keyOf, recordEntry, recordRead } from './entries.ts';
import { feedOf } from './feeds.ts';
import { articleItemKey, backfillKey } from './keys.ts';
import { mapLimit } from './limits.ts';
import type { KeptPage } from './snapshots.ts';
import { storeArticle } from './store-article.ts';

/** How far a backfill is. */
export interface BackfillProgress {
  /** Items of the source that are dealt with. */
  done: number;
  /** Of those: articles stored, addresses left for the crawl to fetch, and items of no use. */
  stored: number;
  listed: number;
  unusable: number;
  finished: boolean;
  /** Share of the source that is dealt with, 0 to 1; null where nobody can know. */
  share: number | null;
}

export interface BackfillOptions {
  /** Under this name it is resumed: the same source must be given again. */
  name: string;
  clock: () => Date;
  /** What the archive says it covers, recorded when it is through. */
  covers?: Omit<CoverageManifest, 'name'>[];
  onProgress?: (progress: BackfillProgress) => void;
  /** Told of each item that was of no use, and why. */
  onProblem?: (problem: string) => void;
  /** Stop after this many items of this run, to go on another time. */
  limit?: number;
}

const BATCH = 100;
const AT_ONCE = 16;

/**
 * Brings an archive into the ledger, a batch at a time in constant memory. Killed and started again under its name it
 * goes on after the last full batch; what was done twice changes nothing.
 */
export async function backfill(
  deps: IngestDeps,
  source: BackfillSource,
  options: BackfillOptions,
): Promise<BackfillProgress> {
  const { db } = deps;
  const key = backfillKey(options.name);
  const known = await get<{ progress: BackfillProgress }>(db, key);
  const progress: BackfillProgress = known?.progress ?? {
    done: 0,
    stored: 0,
    listed: 0,
    unusable: 0,
    finished: false,
    share: null,
  };
  if (progress.finished) return progress;
  const stopAt = progress.done + (options.limit ?? Number.POSITIVE_INFINITY);
  const save = async () => {
    await put(db, { ...key, progress, source: source.label, at: options.clock().toISOString() });
    options.onProgress?.({ ...progress });
  };
  const work = async (batch: readonly BackfillItem[]) => {
    for (const result of await takeBatch(deps, batch, options)) progress[result]++;
    progress.done += batch.length;
    progress.share = source.share?.() ?? null;
    await save();
  };
  let batch: BackfillItem[] = [];
  for await (const item of source.items(progress.done)) {
    batch.push(item);
    if (batch.length < BATCH && progress.done + batch.length < stopAt) continue;
    await work(batch);
    batch = [];
    if (progress.done >= stopAt) return progress;
  }
  if (batch.length > 0) await work(batch);
  for (const covers of options.covers ?? []) await declareCoverage(db, { ...covers, name: `backfill.${options.name}` });
  progress.finished = true;
  progress.share = 1;
  await save();
  return progress;
}

type Taken = 'stored' | 'listed' | 'unusable';

/** An article of an archive, read. */
interface Found {
  page: ReadPage;
  bytes: Uint8Array;
  source: Source;
  url: string;
  key: string;
}
type Kept = Found & { kept: KeptPage };

/** Deals with a batch: what is kept already is asked for at once, and one address is stored by one hand at a time. */
async function takeBatch(deps: IngestDeps, batch: readonly BackfillItem[], options: BackfillOptions): Promise<Taken[]> {
  const results: Taken[] = [];
  const articles = new Map<string, Kept[]>();
  const taken = await mapLimit(batch, AT_ONCE, (item) => takeItem(deps, item, options));
  results.push(...taken.filter((found) => typeof found === 'string'));
  const read = taken.filter((found) => typeof found !== 'string');
  const places = await deps.snapshots.put(read.map(({ bytes }) => bytes));
  for (const [i, found] of read.entries())
    articles.set(found.key, [...(articles.get(found.key) ?? []), { ...found, kept: places[i]! }]);
  const kept = await getMany<Item & Partial<Key>>(deps.db, [...articles.keys()].map(articleItemKey));
  const known = new Map(kept.map(unpackArticle).map((article) => [article.key, article]));
  await mapLimit([...articles], AT_ONCE, async ([key, versions]) => {
    let before: ArticleItem | null = known.get(key) ?? null;
    for (const found of versions) {
      before = await store(deps, found, before, options);
      results.push('stored');
    }
  });
  return results;
}

async function takeItem(deps: IngestDeps, item: BackfillItem, options: BackfillOptions): Promise<Found | Taken> {
  const unusable = (problem: string): 'unusable' => {
    options.onProblem?.(problem);
    return 'unusable';
  };
  switch (item.kind) {
    case 'problem':
      return unusable(item.problem);
    case 'address':
      return list(deps, item, options, options.clock(), unusable);
    case 'text':
      return foundAs(pageOfText(item), Buffer.from(item.text), { ...item, contentType: 'text/plain', fetchedAt: null });
    case 'page': {
      const { contentType } = item;
      const url = item.url ?? addressIn(item.body);
      if (url === null) return unusable('a page does not say its address');
      const page = readPage(item.body, { url, ...(contentType ? { contentType } : {}) });
      if (page.kind !== 'article') return unusable(`${url} is no article that can be read (${page.kind})`);
      return foundAs(page, item.body, { ...item, url });
    }
  }
}

function foundAs(page: ReadPage, bytes: Uint8Array, source: Source): Found {
  const url = page.canonicalUrl || canonicalUrl(source.url);
  return { page, bytes, source, url, key: keyOf(url) };
}

/** The address that a page gives itself. */
function addressIn(body: Uint8Array): string | null {
  const { canonical, meta } = readMetadata(parseDocument(decodeBytes(body).text));
  const said = canonical ?? meta.get('og:url') ?? '';
  return URL.canParse(said) && /^https?:$/.test(new URL(said).protocol) ? said : null;
}

function pageOfText(item: Extract<BackfillItem, { kind: 'text' }>): ReadPage {
  return {
    kind: 'article',
    title: item.title,
    published: item.published,
    modified: null,
    byline: null,
    text: item.text,
    canonicalUrl: canonicalUrl(item.url),
    outlet: item.outlet ?? outletOf(item.url),
    nextPages: [],
    rule: 'given',
    problems: [],
  };
}

interface Source {
  url: string;
  contentType: string | null;
  fetchedAt: string | null;
  outlet?: string;
}

async function store(
  deps: IngestDeps,
  { page, kept, source, url, key }: Kept,
  before: ArticleItem | null,
  options: BackfillOptions,
): Promise<ArticleItem> {
  const now = options.clock();
  const fetchedAt = source.fetchedAt ?? now.toISOString();
  const snapshot: SnapshotRef = {
    ...kept,
    url: source.url,
    contentType: source.contentType,
    fetchedAt,
  };
  const feedId = feedIdOf(options.name);
  const outlet = source.outlet ?? (outletOf(url) || page.outlet);
  const input = {
    key,
    url,
    outlet,
    pages: [{ page, snapshot }],
    listed: { title: page.title, published: page.published },
    foundAt: now.toISOString(),
    feedId,
    sample: false,
  };
  const article = await storeArticle(deps, articleOf(input), now, before);
  await recordRead(deps.db, { url, feedId, outlet, title: article.title }, article, now);
  return article;
}

/** Backfills stand as feeds of their own beside the entries they bring. */
const feedIdOf = (name: string) => `backfill.${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;

async function list(
  deps: IngestDeps,
  item: Extract<BackfillItem, { kind: 'address' }>,
  options: BackfillOptions,
  now: Date,
  unusable: (problem: string) => 'unusable',
): Promise<'listed' | 'unusable'> {
  const entry = {
    link: item.url,
    title: item.title,
    published: item.published,
    updated: null,
    summary: '',
    guid: null,
  };
  const { candidates, problems } = candidatesOf([entry], null);
  const candidate = candidates[0];
  if (!candidate) return unusable(problems[0] ?? `${item.url} cannot be used`);
  const feed = feedOf({ id: feedIdOf(options.name), outlet: outletOf(item.url), url: item.url, kind: 'archive' });
  // Pending in the table is enough: the sweep hands it to the queue, as many at a time as it can take.
  await recordEntry(deps.db, feed, candidate, now);
  return 'listed';
}
