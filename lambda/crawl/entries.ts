import type { Db } from '../dynamo.ts';
import { each, get, type Key, pending, put, update, wholeItems } from '../items.ts';
import type { FeedEntry } from '../read/types.ts';
import { articleKey, canonicalUrl } from '../read/url.ts';
import type { Feed } from './feeds.ts';

import {
  articleOfItem,
  articlesOfMonth,
  atInstant,
  digest,
  ENTRIES_LOST,
  ENTRIES_PENDING,
  ENTRIES_REVISIT,
  entryKey,
  pagesDayKey,
} from './keys.ts';
import { isHeld, NEVER_SO_FAR_AHEAD } from './schedule.ts';

/**
 * What became of an entry's page. `pending` until it is in the ledger; `blocked`, `failed`, `gone` and `refused`
 * (robots.txt) are ends that health shows; `skipped` is a video or photo page, which has no text to read.
 */
export type EntryState = 'pending' | 'read' | 'blocked' | 'failed' | 'gone' | 'refused' | 'skipped';

/** One line of a feed whose article is wanted. Instants are ISO 8601 in UTC. */
export interface EntryItem {
  key: string;
  url: string;
  feedId: string;
  outlet: string;
  title: string;
  published: string | null;
  /** When its feed says that it was last changed. */
  updated?: string | null;
  foundAt: string;
  state: EntryState;
  attempts: number;
  /** Raised whenever the publisher changes the entry: a page read before that is not the last word. */
  revision: number;
  cause?: string;
  endedAt?: string;
  /** Key of the article that its page turned out to be. */
  article?: string;
  sample?: boolean;
  /** How often its page was read. */
  visits?: number;
  claimUntil?: string;
  pendingPk?: string;
  pendingSk?: string;
}

/** Time that the queue has to bring an entry before the sweep looks after it. */
export const QUEUE_HEAD_START_MS = 5 * 60_000;
/** Time that a worker has for one entry. */
export const ENTRY_CLAIM_MS = 5 * 60_000;

/** An entry of a feed that leads to a page of its own, under its identity. */
export interface Candidate {
  key: string;
  url: string;
  title: string;
  published: string | null;
  updated: string | null;
}

/**
 * The entries of a feed that can be followed, each identity once, in the feed's order; and what is wrong with the
 * others. A link to a front page is no article.
 */
export function candidatesOf(
  entries: readonly FeedEntry[],
  since: string | null,
): { candidates: Candidate[]; problems: string[] } {
  const candidates = new Map<string, Candidate>();
  const problems: string[] = [];
  for (const { link, title, published, updated = null } of entries) {
    if (!URL.canParse(link) || !/^https?:$/.test(new URL(link).protocol) || link.length > MOST_URL_LENGTH) {
      problems.push(`an entry has no usable link: ${link.slice(0, 100) || '(none)'}`);
      continue;
    }
    const { pathname, search } = new URL(link);
    if (pathname === '/' && search === '') {
      problems.push(`an entry leads to a front page: ${link.slice(0, 100)}`);
      continue;
    }
    if (since !== null && published !== null && published.slice(0, 10) < since) continue;
    const key = keyOf(link);
    if (candidates.has(key)) continue;
    candidates.set(key, { key, url: canonicalUrl(link), title: title.slice(0, MOST_TITLE_LENGTH), published, updated });
  }
  return { candidates: [...candidates.values()], problems };
}

/** The identity of an address, short enough to be a key: what is longer than that is cut and told apart by a digest. */
export function keyOf(url: string): string {
  const key = articleKey(url);
  return Buffer.byteLength(key) <= MOST_KEY_BYTES ? key : `${key.slice(0, 200)}~${digest(key, 32)}`;
}

const MOST_KEY_BYTES = 800;
const MOST_URL_LENGTH = 2048;
const MOST_TITLE_LENGTH = 500;

/** A publisher that tries out titles on its readers is not followed for ever. */
const MOST_REVISIONS = 20;

/** What writing an entry did: it is new, its publisher changed it, or there was nothing to do. */
export type EntryWrite = 'new' | 'changed' | 'known';

/**
 * Writes an entry once, marked pending in the same write. One that is known under another title, or changed earlier, is
 * pending again: publishers that change a title change the article. Whoever is reading the page meanwhile has the older revision, and
 * does not end it.
 */
export async function recordEntry(db: Db, feed: Feed, entry: Candidate, now: Date): Promise<EntryWrite> {
  const pending = {
    pendingPk: ENTRIES_PENDING,
    pendingSk: atInstant(new Date(now.getTime() + QUEUE_HEAD_START_MS), entry.key),
  };
  const item: EntryItem = {
    key: entry.key,
    url: entry.url,
    feedId: feed.id,
    outlet: feed.outlet,
    title: entry.title,
    published: entry.published,
    updated: entry.updated,
    foundAt: now.toISOString(),
    state: 'pending',
    attempts: 0,
    revision: 1,
    ...(feed.sample ? { sample: true } : {}),
    ...pending,
  };
  if (await put(db, { ...entryKey(entry.key), ...item }, 'attribute_not_exists(pk)')) return 'new';
  const changed = await update<EntryItem>(
    db,
    entryKey(entry.key),
    'SET title = :title, updated = :updated, #state = :pending, attempts = :none, pendingPk = :pk, pendingSk = :sk, revision = revision + :one REMOVE statusPk, statusSk, cause',
    // Only the feed that found it says that it changed: two feeds of one outlet often word titles differently.
    'feedId = :feed AND (title <> :title OR updated < :updated) AND revision < :most',
    {
      names: { '#state': 'state' },
      values: {
        ':title': entry.title,
        ':updated': entry.updated,
        ':pending': 'pending',
        ':none': 0,
        ':one': 1,
        ':pk': pending.pendingPk,
        ':sk': pending.pendingSk,
        ':feed': feed.id,
        ':most': MOST_REVISIONS,
      },
    },
  );
  return changed ? 'changed' : 'known';
}

export const loadEntry = (db: Db, key: string): Promise<EntryItem | null> => get<EntryItem>(db, entryKey(key));

/** True of an entry that was read and whose page is looked at once more. */
export const isRevisit = ({ pendingPk }: Pick<EntryItem, 'pendingPk'>): boolean => pendingPk === ENTRIES_REVISIT;

/**
 * Takes an entry for one worker that is pending, or whose page is due to be looked at again; null where it is done,
 * unknown, or another has it. Its place among what waits stays as it is, which is two writes less: while it is claimed
 * the sweep passes it over.
 */
export function claimEntry(db: Db, key: string, now: Date): Promise<EntryItem | null> {
  return update<EntryItem>(
    db,
    entryKey(key),
    'SET claimUntil = :until',
    '(#state = :pending OR (pendingPk = :revisits AND pendingSk <= :due)) AND (attribute_not_exists(claimUntil) OR claimUntil <= :now OR claimUntil > :never)',
    {
      names: { '#state': 'state' },
      values: {
        ':pending': 'pending',
        ':revisits': ENTRIES_REVISIT,
        ':due': atInstant(now, '~'),
        ':now': now.toISOString(),
        ':never': new Date(now.getTime() + NEVER_SO_FAR_AHEAD).toISOString(),
        ':until': new Date(now.getTime() + ENTRY_CLAIM_MS).toISOString(),
      },
    },
  );
}

/** Ends that are a loss, as against pages that were read or have nothing to read. */
const LOSSES: ReadonlySet<EntryState> = new Set(['blocked', 'failed', 'gone', 'refused']);

/** How work on an entry ended. */
export interface EntryEnd {
  state: EntryState;
  cause: string | null;
  /** Key of the article, where there is one. */
  article?: string;
  /** When to look at its page again; by default not at all. */
  revisitAt?: Date | null;
}

/**
 * Ends the work on an entry. One that its publisher changed meanwhile stays pending.
 * @returns false in that case.
 */
export async function endEntry(
  db: Db,
  entry: EntryItem,
  { state, cause, article, revisitAt = null }: EntryEnd,
  now: Date,
): Promise<boolean> {
  const lost = LOSSES.has(state);
  const set = ['#state = :state', 'endedAt = :now', 'attempts = :none'];
  const remove = ['claimUntil'];
  if (revisitAt) set.push('pendingPk = :revisits', 'pendingSk = :revisit');
  else remove.push('pendingPk', 'pendingSk');
  if (state === 'read') set.push('visits = :visits');
  if (cause) set.push('cause = :cause');
  else remove.push('cause');
  if (article) set.push('article = :article');
  if (lost) set.push('statusPk = :list', 'statusSk = :at');
  else remove.push('statusPk', 'statusSk');
  const ended = await update(
    db,
    entryKey(entry.key),
    `SET ${set.join(', ')} REMOVE ${remove.join(', ')}`,
    'revision = :revision',
    {
      names: { '#state': 'state' },
      values: {
        ':state': state,
        ':none': 0,
        ':now': now.toISOString(),
        ':revision': entry.revision,
        ...(cause ? { ':cause': cause.slice(0, 300) } : {}),
        ...(revisitAt ? { ':revisits': ENTRIES_REVISIT, ':revisit': atInstant(revisitAt, entry.key) } : {}),
        ...(state === 'read' ? { ':visits': (entry.visits ?? 0) + 1 } : {}),
        ...(article ? { ':article': article } : {}),
        ...(lost ? { ':list': ENTRIES_LOST, ':at': atInstant(now, entry.key) } : {}),
      },
    },
  );
  if (!ended) await postpone(db, entry, now, null, 0);
  return ended !== null;
}

/** Notes an article that came by another way than a feed, so that a feed that lists it too does not bring it again. */
export async function recordRead(
  db: Db,
  entry: Pick<EntryItem, 'url' | 'feedId' | 'outlet' | 'title'>,
  article: { key: string; published: string },
  now: Date,
): Promise<void> {
  const item: EntryItem = {
    ...entry,
    key: article.key,
    published: article.published,
    foundAt: now.toISOString(),
    endedAt: now.toISOString(),
    state: 'read',
    attempts: 0,
    revision: 1,
    article: article.key,
  };
  await put(db, { ...entryKey(article.key), ...item }, 'attribute_not_exists(pk)');
}

/** The keys of the articles published in some months (`YYYY-MM`, both inclusive), in order of publication. */
export async function* articleKeys(db: Db, from: string, to: string): AsyncGenerator<string> {
  for (let month = from; month <= to; month = monthAfter(month)) {
    const articles = each<Key>(db, {
      index: 'list',
      condition: 'listPk = :pk',
      values: { ':pk': articlesOfMonth(month) },
    });
    for await (const article of articles) yield articleOfItem(article);
  }
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
}

/** Puts an entry off until `at`, counting `tries` more attempts; the sweep brings it back then. */
export async function postpone(db: Db, entry: EntryItem, at: Date, cause: string | null, tries: number): Promise<void> {
  await update(
    db,
    entryKey(entry.key),
    `SET pendingSk = :sk, attempts = attempts + :tries${cause ? ', cause = :cause' : ''} REMOVE claimUntil`,
    '#state = :pending OR pendingPk = :revisits',
    {
      names: { '#state': 'state' },
      values: {
        ':sk': atInstant(at, entry.key),
        ':tries': tries,
        ':pending': 'pending',
        ':revisits': ENTRIES_REVISIT,
        ...(cause ? { ':cause': cause.slice(0, 300) } : {}),
      },
    },
  );
}

/**
 * The entries that wait since before `now` and that nobody works on, the longest waiting first; then those that a wrong
 * clock put off.
 */
export async function entriesWaiting(db: Db, now: Date, limit: number): Promise<EntryItem[]> {
  const never = new Date(now.getTime() + NEVER_SO_FAR_AHEAD);
  const waiting = await pending<EntryItem>(db, ENTRIES_PENDING, atInstant(now, '~'), limit);
  const misplaced = await pending<EntryItem>(db, ENTRIES_PENDING, atInstant(never, '~'), limit, { beyond: true });
  return [...waiting, ...misplaced].filter(({ claimUntil }) => !isHeld(claimUntil, now));
}

/**
 * Moves a waiting entry's turn, so that it is handed over once; false where somebody else did.
 * @param until when the sweep looks again, should the message be lost.
 */
export async function handOver(db: Db, entry: EntryItem, until: Date): Promise<boolean> {
  const moved = await update(db, entryKey(entry.key), 'SET pendingSk = :sk', 'pendingSk = :seen', {
    values: { ':sk': atInstant(until, entry.key), ':seen': entry.pendingSk },
  });
  return moved !== null;
}

/** Entries whose page could not be had in the end, the latest first. */
export async function* entriesLost(db: Db, since: Date, limit: number): AsyncGenerator<EntryItem> {
  yield* wholeItems<EntryItem & Key>(db, {
    index: 'status',
    condition: 'statusPk = :pk AND statusSk >= :since',
    values: { ':pk': ENTRIES_LOST, ':since': since.toISOString() },
    descending: true,
    limit,
  });
}

/**
 * What this process has noted, by client: an outlet's articles come several an hour, and what is noted stays so. Only
 * saves requests; another process notes it again, which changes nothing.
 */
const NOTED = new WeakMap<Db['client'], Set<string>>();
const MOST_NOTED = 20_000;

/**
 * Notes hours of a day in which an outlet listed pages (`found`) or one of its pages was read (`read`). Adding to a
 * set twice changes nothing, and what this process has noted before it does not ask for again.
 */
export async function notePages(
  db: Db,
  outlet: string,
  what: 'found' | 'read',
  instants: readonly string[],
): Promise<void> {
  const noted = NOTED.get(db.client) ?? new Set();
  NOTED.set(db.client, noted);
  if (noted.size > MOST_NOTED) noted.clear();
  const name = (hour: string) => `${db.table} ${outlet} ${what} ${hour}`;
  const days = new Map<string, Set<string>>();
  for (const instant of instants) {
    const day = instant.slice(0, 10);
    if (!noted.has(name(instant.slice(0, 13)))) days.set(day, (days.get(day) ?? new Set()).add(instant.slice(11, 13)));
  }
  for (const [day, hours] of days) {
    await update(db, pagesDayKey(outlet, day), 'SET #day = :day ADD #what :hours', null, {
      names: { '#day': 'day', '#what': what },
      values: { ':day': day, ':hours': hours },
    });
    for (const hour of hours) noted.add(name(`${day}T${hour}`));
  }
}

/** The instant by which an entry's hour is counted: in UTC, when it was published or else found. */
export function instantOf(entry: { published: string | null; foundAt: string }): string {
  const published = entry.published === null ? Number.NaN : Date.parse(entry.published);
  const found = Date.parse(entry.foundAt);
  // A date in the future is a mistake of the feed's.
  return new Date(Number.isFinite(published) ? Math.min(published, found) : found).toISOString();
}
