import type { ReadPage } from '../read/types.ts';
import type { ArticleItem, SnapshotRef } from './article.ts';
import { type IngestDeps, isTrusted } from './deps.ts';
import type { EntryState } from './entries.ts';
import { blockKind, type FetchOptions, type FetchResult, isNotModified, isRateLimited, retryAfter } from './fetch.ts';
import { closeGate, throughGate } from './host-gate.ts';
import { askRobots, ROBOTS_MAX_BYTES } from './robots.ts';
import { heeded } from './schedule.ts';
import { snapshotAddress } from './snapshots.ts';

const MINUTE = 60_000;
/** The longest article has some ten pages; more than this is a trap. */
const MOST_PAGES = 20;
/** A page of more is no article; it would take more memory to read than its handler has. */
const PAGE_MAX_BYTES = 4 * 1024 * 1024;
const PAGE_ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5';
const LONGEST_HOST_PAUSE_MS = 60 * MINUTE;

/** A page that cannot be had, and whether it is worth another try. */
export class PageFailure extends Error {
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

export interface FailureRule {
  /** Tries in all, the pause before the second (doubled each time), and what it is called in the end. */
  tries: number;
  pauseMs: number;
  end: EntryState;
}

/** What is done about each kind of failure. */
export const FAILURES = {
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

export type FailureKind = keyof typeof FAILURES;

/** Failures that another try will hardly mend. */
const LASTING: ReadonlySet<FailureKind> = new Set(['closed', 'missing', 'empty', 'refused', 'unreadable']);

/** A page as fetched and read. */
export interface PageRead {
  page: ReadPage;
  snapshot: SnapshotRef;
  body: Buffer;
}

/**
 * All pages of an article, the first first.
 * @param before the article as it was read before: asked for conditionally, and null where its server says that its
 * first page is still the same.
 */
export async function readPages(
  deps: IngestDeps,
  url: string,
  now: Date,
  before: ArticleItem | null,
): Promise<PageRead[] | null> {
  const first = await readOne(deps, url, now, before?.snapshots[0]);
  if (first === null) return null;
  const pages = [first];
  const known = new Set([url, first.snapshot.url]);
  const waiting = [...first.page.nextPages];
  while (waiting.length > 0 && pages.length < MOST_PAGES) {
    const next = waiting.shift()!;
    if (known.has(next) || !URL.canParse(next) || new URL(next).host !== new URL(first.snapshot.url).host) continue;
    known.add(next);
    try {
      const more = await readOne(deps, next, now);
      if (more === null) continue;
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

/**
 * One page: allowed, fetched, read; null where it is still what it was.
 * @param known what was kept of it before.
 * @throws PageFailure, HostBusy
 */
async function readOne(deps: IngestDeps, url: string, now: Date, known?: SnapshotRef): Promise<PageRead | null> {
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
  const options: FetchOptions = {
    accept: PAGE_ACCEPT,
    maxBytes: PAGE_MAX_BYTES,
    ...(known ? { etag: known.etag ?? null, lastModified: known.lastModified ?? null } : {}),
  };
  const result = trusted ? await deps.fetch(url, options) : await politely(deps, url, spacingMs, now, options);
  if (known && isNotModified(result)) return null;
  await checkAnswer(deps, result, now);
  const { readPage } = await import('../read/page.ts');
  const page = readPage(result.body, {
    url: result.url,
    ...(result.contentType ? { contentType: result.contentType } : {}),
  });
  if (page.kind === 'blocked') throw new PageFailure('blocked', 'the page is a challenge or a refusal');
  if (page.kind === 'login' || page.kind === 'paywall')
    throw new PageFailure('closed', `the page is behind a ${page.kind}`);
  if (page.kind === 'empty') throw new PageFailure('empty', page.problems[0] ?? 'no text could be found in it');
  const snapshot: SnapshotRef = {
    address: snapshotAddress(result.body),
    url: result.url,
    contentType: result.contentType,
    fetchedAt: now.toISOString(),
    ...(result.etag ? { etag: result.etag } : {}),
    ...(result.lastModified ? { lastModified: result.lastModified } : {}),
  };
  return { page, snapshot, body: result.body };
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
