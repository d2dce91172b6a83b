import { readPage } from '../read/page.ts';
import type { ReadPage } from '../read/types.ts';
import { outletOf } from '../read/url.ts';
import { articleOf, type SnapshotRef, storeArticle } from './article.ts';
import { type IngestDeps, isTrusted } from './deps.ts';
import {
  claimEntry,
  type EntryItem,
  type EntryState,
  endEntry,
  instantOf,
  keyOf,
  notePages,
  postpone,
} from './entries.ts';
import { blockKind, type FetchOptions, type FetchResult, isRateLimited, retryAfter } from './fetch.ts';
import { closeGate, HostBusy, throughGate } from './host-gate.ts';
import type { IngestMessage } from './ingest-message.ts';
import { askRobots, ROBOTS_MAX_BYTES } from './robots.ts';
import { backoff, heeded } from './schedule.ts';

/** What working on one entry came to. `later`: put off, with its cause; `nothing`: done, unknown, or another has it. */
export interface IngestReport {
  articleKey: string;
  outcome: EntryState | 'later' | 'nothing';
  cause: string | null;
}

const MINUTE = 60_000;
/** The longest article has some ten pages; more than this is a trap. */
const MOST_PAGES = 20;
const PAGE_ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5';
const LONGEST_HOST_PAUSE_MS = 60 * MINUTE;

/** A page that cannot be had, and whether it is worth another try. */
class PageFailure extends Error {
  override name = 'PageFailure';
  kind: FailureKind;
  /** When the server wants to be asked again. */
  asked: Date | null;
  constructor(kind: FailureKind, message: string, asked: Date | null = null) {
    super(message);
    this.kind = kind;
    this.asked = asked;
  }
}

interface FailureRule {
  /** Tries in all, the pause before the second (doubled each time), and what it is called in the end. */
  tries: number;
  pauseMs: number;
  end: EntryState;
}

/** What is done about each kind of failure. */
const FAILURES = {
  network: { tries: 9, pauseMs: 5 * MINUTE, end: 'failed' },
  server: { tries: 9, pauseMs: 5 * MINUTE, end: 'failed' },
  'rate-limited': { tries: 12, pauseMs: 10 * MINUTE, end: 'blocked' },
  blocked: { tries: 4, pauseMs: 60 * MINUTE, end: 'blocked' },
  closed: { tries: 1, pauseMs: 0, end: 'blocked' },
  missing: { tries: 3, pauseMs: 30 * MINUTE, end: 'gone' },
  empty: { tries: 4, pauseMs: 15 * MINUTE, end: 'failed' },
  refused: { tries: 1, pauseMs: 0, end: 'refused' },
  'robots-unreachable': { tries: 6, pauseMs: 60 * MINUTE, end: 'refused' },
  own: { tries: 20, pauseMs: MINUTE, end: 'failed' },
  unreadable: { tries: 2, pauseMs: 60 * MINUTE, end: 'failed' },
} as const satisfies Record<string, FailureRule>;

type FailureKind = keyof typeof FAILURES;

/** Failures that another try will hardly mend. */
const LASTING: ReadonlySet<FailureKind> = new Set(['closed', 'missing', 'empty', 'refused', 'unreadable']);

/**
 * Brings one entry into the ledger: robots.txt, its pages fetched, their bytes kept, the article read and stored,
 * extracted and placed, the pending mark taken off. May run twice, late, or die anywhere in between. A page that
 * cannot be had is put off with its cause, and at last ends as what it is; only what is wrong with our own side
 * (table, snapshots) throws, for the queue to give the message again.
 */
export async function ingestEntry(deps: IngestDeps, message: IngestMessage, now: Date): Promise<IngestReport> {
  const done = (outcome: IngestReport['outcome'], cause: string | null): IngestReport => ({
    articleKey: message.articleKey,
    outcome,
    cause,
  });
  const entry = await claimEntry(deps.db, message.articleKey, now);
  if (!entry) return done('nothing', null);
  try {
    const pages = await readPages(deps, entry.url, now);
    const { kind } = pages[0]!.page;
    if (kind === 'video' || kind === 'photo') {
      await endEntry(deps.db, entry, { state: 'skipped', cause: `${kind} page` }, now);
      await notePages(deps.db, entry.outlet, 'read', [instantOf(entry)]);
      return done('skipped', kind);
    }
    const article = await storeArticle(deps, articleOf(inputOf(deps, entry, pages)), now);
    await notePages(deps.db, entry.outlet, 'read', [instantOf(entry)]);
    const ended = await endEntry(deps.db, entry, { state: 'read', cause: null, article }, now);
    return ended ? done('read', null) : done('later', 'changed while it was read');
  } catch (error) {
    if (error instanceof HostBusy) {
      await postpone(deps.db, entry, error.until, null, 0);
      return done('later', error.message);
    }
    if (!(error instanceof PageFailure)) {
      // Our own side failed. The entry is put off like any other, so that one that always breaks us ends some day;
      // whoever watches the queue is told by the error itself.
      const { name, message: text } = error as Error;
      await fail(deps, entry, new PageFailure('own', `${name}: ${text}`), now).catch(() => {});
      throw error;
    }
    return done(...(await fail(deps, entry, error, now)));
  }
}

async function fail(
  deps: IngestDeps,
  entry: EntryItem,
  failure: PageFailure,
  now: Date,
): Promise<[outcome: IngestReport['outcome'], cause: string]> {
  const rule: FailureRule = FAILURES[failure.kind];
  const cause = `${failure.kind}: ${failure.message}`;
  const tries = entry.attempts + 1;
  deps.warn('page not read', { feedId: entry.feedId, kind: failure.kind, tries });
  if (tries >= rule.tries) {
    await endEntry(deps.db, entry, { state: rule.end, cause }, now);
    return [rule.end, cause];
  }
  const at = failure.asked ?? new Date(now.getTime() + backoff(rule.pauseMs, tries, deps.random()));
  await postpone(deps.db, entry, at, cause, 1);
  return ['later', cause];
}

/** A page as fetched, kept and read. */
interface PageRead {
  page: ReadPage;
  snapshot: SnapshotRef;
}

/** All pages of an article, the first first. */
async function readPages(deps: IngestDeps, url: string, now: Date): Promise<PageRead[]> {
  const first = await readOne(deps, url, now);
  const pages = [first];
  const known = new Set([url, first.snapshot.url]);
  const waiting = [...first.page.nextPages];
  while (waiting.length > 0 && pages.length < MOST_PAGES) {
    const next = waiting.shift()!;
    if (known.has(next) || !URL.canParse(next) || new URL(next).host !== new URL(first.snapshot.url).host) continue;
    known.add(next);
    try {
      const more = await readOne(deps, next, now);
      pages.push(more);
      waiting.push(...more.page.nextPages);
    } catch (error) {
      // What may come back is waited for; what will not must not cost the pages that are there.
      if (!(error instanceof PageFailure) || !LASTING.has(error.kind)) throw error;
      first.page.problems.push(`further page ${next}: ${error.message}`);
    }
  }
  return pages;
}

/** One page: allowed, fetched, kept, read. @throws PageFailure, HostBusy */
async function readOne(deps: IngestDeps, url: string, now: Date): Promise<PageRead> {
  const trusted = isTrusted(deps.trusted, url);
  let spacingMs = deps.gate.spacingMs;
  if (!trusted) {
    const robots = await askRobots(
      { db: deps.db, fetchRobots: (at) => politely(deps, at, spacingMs, now, { maxBytes: ROBOTS_MAX_BYTES }) },
      url,
      now,
    );
    if (!robots.allowed) {
      throw new PageFailure(
        robots.unreachable ? 'robots-unreachable' : 'refused',
        robots.why ?? 'robots.txt forbids it',
      );
    }
    spacingMs = Math.max(spacingMs, robots.crawlDelayMs ?? 0);
  }
  const result = trusted
    ? await deps.fetch(url, { accept: PAGE_ACCEPT })
    : await politely(deps, url, spacingMs, now, { accept: PAGE_ACCEPT });
  await checkAnswer(deps, result, now);
  const fetchedAt = now.toISOString();
  const address = await deps.snapshots.put(result.body);
  const page = readPage(result.body, {
    url: result.url,
    ...(result.contentType ? { contentType: result.contentType } : {}),
  });
  if (page.kind === 'blocked') throw new PageFailure('blocked', 'the page is a challenge or a refusal');
  if (page.kind === 'login' || page.kind === 'paywall')
    throw new PageFailure('closed', `the page is behind a ${page.kind}`);
  if (page.kind === 'empty') throw new PageFailure('empty', page.problems[0] ?? 'no text could be found in it');
  return { page, snapshot: { address, url: result.url, contentType: result.contentType, fetchedAt } };
}

const politely = (
  deps: IngestDeps,
  url: string,
  spacingMs: number,
  now: Date,
  options: FetchOptions,
): Promise<FetchResult> =>
  throughGate(deps, new URL(url).host, { ...deps.gate, spacingMs }, now, () => deps.fetch(url, options));

/** @throws PageFailure where the answer is not the page. */
async function checkAnswer(deps: IngestDeps, result: FetchResult, now: Date): Promise<void> {
  if (result.ok) return;
  const why = result.problem ?? `status ${result.status}`;
  if (isRateLimited(result)) {
    const asked = retryAfter(result, now);
    if (asked && !isTrusted(deps.trusted, result.askedUrl)) {
      const pause = Math.min(asked.getTime(), now.getTime() + LONGEST_HOST_PAUSE_MS);
      await closeGate(deps.db, new URL(result.askedUrl).host, new Date(pause));
    }
    throw new PageFailure('rate-limited', why, asked && heeded(asked, now));
  }
  const block = blockKind(result);
  if (block) throw new PageFailure(block === 'login' || block === 'paywall' ? 'closed' : 'blocked', why);
  if (result.error) {
    const hopeless = [
      'bad-address',
      'refused-address',
      'too-large',
      'redirect-loop',
      'too-many-redirects',
      'bad-redirect',
    ];
    throw new PageFailure(hopeless.includes(result.error.kind) ? 'unreadable' : 'network', why);
  }
  if (result.status === 404 || result.status === 410) throw new PageFailure('missing', why);
  throw new PageFailure(result.status >= 500 ? 'server' : 'unreadable', why);
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
