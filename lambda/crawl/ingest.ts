import { outletOf } from '../read/url.ts';
import { type ArticleItem, articleOf, isHeard, loadArticle } from './article.ts';
import { type IngestDeps, isTrusted } from './deps.ts';
import {
  claimEntry,
  type EntryItem,
  type EntryState,
  endEntry,
  instantOf,
  isRevisit,
  keyOf,
  notePages,
  postpone,
} from './entries.ts';
import { HostBusy } from './host-gate.ts';
import type { IngestMessage } from './ingest-message.ts';
import { FAILURES, type FailureRule, PageFailure, type PageRead, readPages } from './pages.ts';
import { backoff, revisitAt } from './schedule.ts';

/** What working on one entry came to. `later`: put off, with its cause; `nothing`: done, unknown, or another has it. */
export interface IngestReport {
  articleKey: string;
  outcome: EntryState | 'later' | 'nothing';
  cause: string | null;
  /** The article that it was read as, and whether the ledger found anything in it. */
  article: { article: string; says: boolean } | null;
}

/** A page that was read before and cannot be had again is no loss: it is not asked for again and again. */
const REVISIT_TRIES = 2;

/**
 * Brings one entry into the ledger: robots.txt, its pages fetched, their bytes kept, the article read and stored,
 * extracted and placed, the pending mark taken off. May run twice, late, or die anywhere in between. A page that
 * cannot be had is put off with its cause, and at last ends as what it is; only what is wrong with our own side
 * (table, snapshots) throws, for the queue to give the message again.
 */
export async function ingestEntry(deps: IngestDeps, message: IngestMessage, now: Date): Promise<IngestReport> {
  const done = (
    outcome: IngestReport['outcome'],
    cause: string | null,
    item: ArticleItem | null = null,
  ): IngestReport => ({
    articleKey: message.articleKey,
    outcome,
    cause,
    article: item && { article: item.id, says: isHeard(item) },
  });
  const entry = await claimEntry(deps.db, message.articleKey, now);
  if (!entry) return done('nothing', null);
  const before = isRevisit(entry) ? await loadArticle(deps, entry.article ?? entry.key) : null;
  try {
    const pages = await readPages(deps, entry.url, now, before);
    if (pages === null) return done(...(await endVisit(deps, entry, before, null, now)));
    const { kind } = pages[0]!.page;
    if (kind === 'video' || kind === 'photo') {
      await endEntry(deps.db, entry, { state: 'skipped', cause: `${kind} page` }, now);
      await notePages(deps.db, entry.outlet, 'read', [instantOf(entry)]);
      return done('skipped', kind);
    }
    const article = articleOf(inputOf(deps, entry, pages));
    // The same text in another frame (teasers, counters) is not worth being kept once more.
    if (before?.key === article.key && before.textHash === article.textHash && before.title === article.title)
      return done(...(await endVisit(deps, entry, before, null, now)));
    const kept = await deps.snapshots.put(pages.map(({ body }) => body));
    article.snapshots = article.snapshots.map((ref, i) => ({ ...ref, ...kept[i] }));
    const { storeArticle } = await import('./store-article.ts');
    // Of a page that was never read there is hardly ever an article; where there is, it is not written over, and read then.
    const isFirst = entry.visits === undefined && article.key === entry.key;
    const known = before?.key === article.key ? before : isFirst ? null : undefined;
    const stored = await storeArticle(deps, article, now, known);
    await notePages(deps.db, entry.outlet, 'read', [instantOf(entry)]);
    return done(...(await endVisit(deps, entry, stored, null, now)), stored);
  } catch (error) {
    if (error instanceof HostBusy) {
      await postpone(deps.db, entry, error.until, null, 0);
      return done('later', error.message);
    }
    if (!(error instanceof PageFailure)) {
      // Our own side failed. The entry is put off like any other, so that one that always breaks us ends some day;
      // whoever watches the queue is told by the error itself.
      const { name, message: text } = error as Error;
      await fail(deps, entry, before, new PageFailure('own', `${name}: ${text}`), now).catch(() => {});
      throw error;
    }
    return done(...(await fail(deps, entry, before, error, now)));
  }
}

/** Ends a reading that worked, or a visit that found nothing new, and says when to look again. */
async function endVisit(
  deps: IngestDeps,
  entry: EntryItem,
  article: ArticleItem | null,
  cause: string | null,
  now: Date,
): Promise<[outcome: IngestReport['outcome'], cause: string | null]> {
  const next =
    article === null || entry.sample
      ? null
      : revisitAt(
          {
            visits: (entry.visits ?? 0) + 1,
            says: article.says ?? 'nothing',
            published: article.published,
            first: entry.foundAt,
          },
          now,
        );
  const end = { state: 'read', cause, revisitAt: next, ...(article ? { article: article.key } : {}) } as const;
  const ended = await endEntry(deps.db, entry, end, now);
  return ended ? ['read', cause] : ['later', 'changed while it was read'];
}

async function fail(
  deps: IngestDeps,
  entry: EntryItem,
  before: ArticleItem | null,
  failure: PageFailure,
  now: Date,
): Promise<[outcome: IngestReport['outcome'], cause: string | null]> {
  const rule: FailureRule = FAILURES[failure.kind];
  const cause = `${failure.kind}: ${failure.message}`;
  const tries = entry.attempts + 1;
  deps.warn('page not read', { feedId: entry.feedId, kind: failure.kind, tries });
  if (before && tries >= Math.min(rule.tries, REVISIT_TRIES)) return endVisit(deps, entry, before, cause, now);
  if (tries >= rule.tries) {
    await endEntry(deps.db, entry, { state: rule.end, cause }, now);
    return [rule.end, cause];
  }
  const at = failure.asked ?? new Date(now.getTime() + backoff(rule.pauseMs, tries, deps.random()));
  await postpone(deps.db, entry, at, cause, 1);
  return ['later', cause];
}

/** The article's own address counts where it stays on the outlet; a page that names another's is a copy, not it. */
function inputOf(deps: IngestDeps, entry: EntryItem, pages: PageRead[]) {
  const { page, snapshot } = pages[0]!;
  const canonical = page.canonicalUrl;
  const isOwn =
    URL.canParse(canonical) &&
    new URL(canonical).pathname !== '/' &&
    (new URL(canonical).host === new URL(snapshot.url).host || outletOf(canonical) === outletOf(entry.url));
  const url = isOwn ? canonical : entry.url;
  return {
    key: isOwn ? keyOf(canonical) : entry.key,
    url,
    // An archive's stories say themselves whose they are; elsewhere the site table knows better than the feed's owner.
    outlet: isTrusted(deps.trusted, entry.url) ? entry.outlet : outletOf(url) || entry.outlet,
    pages,
    listed: { title: entry.title, published: entry.published },
    foundAt: entry.foundAt,
    feedId: entry.feedId,
    sample: entry.sample === true,
  };
}
