import { createHash } from 'node:crypto';

/** The keys of everything the crawl stores, in one place. Instants in keys are ISO 8601 in UTC, so that they sort. */

/** Partition of the index `pending`: every feed that is followed, by its id. */
export const FEEDS_FOLLOWED = 'FEED';
/** Partition of the index `pending`: every entry whose article is not in the ledger yet. */
export const ENTRIES_PENDING = 'ENTRY';

/** Partition of the index `pending`: entries that were read and whose page is to be looked at once more. */
export const ENTRIES_REVISIT = 'REVISIT';

/** Partition of the index `status`: entries whose page could not be had in the end, by when that was. */
export const ENTRIES_LOST = 'ENTRY-LOST';

/** Partition of the index `list`: articles by month (`YYYY-MM`) of their publication. */
export const articlesOfMonth = (month: string) => `ARTICLES#${month}`;

export const feedStateKey = (outlet: string, feedId: string) => ({ pk: `OUTLET#${outlet}`, sk: `FEED#${feedId}` });
export const feedWindowKey = (outlet: string, feedId: string) => ({ pk: `OUTLET#${outlet}`, sk: `WINDOW#${feedId}` });
/** Covered intervals of a feed that no longer fit its state, by the start of the first. */
export const closedCoverageKey = (outlet: string, feedId: string, from: string) => ({
  pk: `OUTLET#${outlet}`,
  sk: `CLOSED#${feedId}#${from}`,
});
export const archiveKey = (outlet: string, name: string) => ({ pk: `OUTLET#${outlet}`, sk: `ARCHIVE#${name}` });
/** Between these sort keys lies all that says what an outlet's feeds and archives cover. */
export const COVERAGE_RANGE = { from: 'ARCHIVE#', to: 'FEED#￿' } as const;
/** Which hours of a UTC day had entries, and of which pages were read. */
export const pagesDayKey = (outlet: string, day: string) => ({ pk: `OUTLET#${outlet}`, sk: `PAGES#${day}` });

export const entryKey = (articleKey: string) => ({ pk: `ENTRY#${articleKey}`, sk: 'ENTRY' });
/** The article key of an entry's item. */
export const entryOf = ({ pk }: { pk: string }): string => pk.slice(entryKey('').pk.length);
export const articleItemKey = (articleKey: string) => ({ pk: `ARTICLE#${articleKey}`, sk: 'ARTICLE' });
/** The key of an article from its item's. */
export const articleOfItem = ({ pk }: { pk: string }): string => pk.slice(articleItemKey('').pk.length);
export const articleVersionKey = (articleKey: string, textHash: string) => ({
  pk: `ARTICLE#${articleKey}`,
  sk: `VERSION#${textHash}`,
});
export const hostKey = (host: string) => ({ pk: `HOST#${host}`, sk: 'GATE' });
export const robotsKey = (origin: string) => ({ pk: `HOST#${origin}`, sk: 'ROBOTS' });
/** Every outlet whose coverage anything is known of, followed or not. */
export const OUTLETS = 'OUTLETS';
/** The coverage of all outlets, as it was last worked out. */
export const COVERAGE = { pk: 'COVERAGE', sk: 'ALL' };
export const outletKey = (outlet: string) => ({ pk: OUTLETS, sk: outlet });
/** Up to where pages that are to be looked at again were handed over. */
export const RECALLED = { pk: 'RECALLED', sk: 'UP-TO' };
export const feedListKey = () => ({ pk: 'FEEDS', sk: 'LIST' });
export const backfillKey = (name: string) => ({ pk: `BACKFILL#${name}`, sk: 'PROGRESS' });

/** Sort key of an index partition ordered by instant: unique, and found again from the item itself. */
export const atInstant = (at: Date | string, id: string) => `${typeof at === 'string' ? at : at.toISOString()}#${id}`;

/** A short stable digest for names in lists and ids: `length` characters of URL-safe base 64. */
export const digest = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, length);

/** The public id of an article: of its key alone, so that every version and every run gives the same. */
export const articleId = (articleKey: string): string =>
  createHash('sha256').update(articleKey).digest('hex').slice(0, 20);
