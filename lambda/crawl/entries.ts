import type { Db } from '../dynamo.ts';
import type { FeedEntry } from '../read/types.ts';
import { articleKey, canonicalUrl } from '../read/url.ts';
import type { Feed } from './feeds.ts';
import { atInstant, digest, ENTRIES_PENDING, entryKey, pagesDayKey } from './keys.ts';
import { deleteItem, getItem, putItem, query, updateItem } from './store.ts';

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
  foundAt: string;
  state: EntryState;
  attempts: number;
  /** Raised whenever the publisher changes the entry: a page read before that is not the last word. */
  revision: number;
  cause?: string;
  endedAt?: string;
  sample?: boolean;
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
  for (const { link, title, published } of entries) {
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
    if (!candidates.has(key))
      candidates.set(key, { key, url: canonicalUrl(link), title: title.slice(0, MOST_TITLE_LENGTH), published });
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

/** What writing an entry did: it is new, its publisher changed it, or there was nothing to do. */
export type EntryWrite = 'new' | 'changed' | 'known';

/**
 * Writes an entry once, marked pending in the same write. One that is known under another title is pending again:
 * publishers that change a title change the article.
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
    foundAt: now.toISOString(),
    state: 'pending',
    attempts: 0,
    revision: 1,
    ...(feed.sample ? { sample: true } : {}),
    ...pending,
  };
  if (await putItem(db, { ...entryKey(entry.key), ...item }, 'attribute_not_exists(pk)')) return 'new';
  const changed = await updateItem<EntryItem>(
    db,
    entryKey(entry.key),
    'SET title = :title, #state = :pending, attempts = :none, pendingPk = :pk, pendingSk = :sk, revision = revision + :one',
    // Only the feed that found it says that it changed: two feeds of one outlet often word titles differently.
    'feedId = :feed AND title <> :title AND #state <> :pending',
    {
      names: { '#state': 'state' },
      values: {
        ':title': entry.title,
        ':pending': 'pending',
        ':none': 0,
        ':one': 1,
        ':pk': pending.pendingPk,
        ':sk': pending.pendingSk,
        ':feed': feed.id,
      },
    },
  );
  return changed ? 'changed' : 'known';
}

export const loadEntry = (db: Db, key: string): Promise<EntryItem | null> => getItem<EntryItem>(db, entryKey(key));

/** Takes a pending entry for one worker; null where it is done, unknown, or another has it. */
export function claimEntry(db: Db, key: string, now: Date): Promise<EntryItem | null> {
  return updateItem<EntryItem>(
    db,
    entryKey(key),
    'SET claimUntil = :until, pendingSk = :sk',
    '#state = :pending AND (attribute_not_exists(claimUntil) OR claimUntil <= :now)',
    {
      names: { '#state': 'state' },
      values: {
        ':pending': 'pending',
        ':now': now.toISOString(),
        ':until': new Date(now.getTime() + ENTRY_CLAIM_MS).toISOString(),
        ':sk': atInstant(new Date(now.getTime() + ENTRY_CLAIM_MS), key),
      },
    },
  );
}

/** Ends the work on an entry. One that its publisher changed meanwhile stays pending. */
export async function endEntry(
  db: Db,
  entry: EntryItem,
  state: EntryState,
  cause: string | null,
  now: Date,
): Promise<boolean> {
  const ended = await updateItem(
    db,
    entryKey(entry.key),
    `SET #state = :state, endedAt = :now${cause ? ', cause = :cause' : ''} REMOVE pendingPk, pendingSk, claimUntil${cause ? '' : ', cause'}`,
    'revision = :revision',
    {
      names: { '#state': 'state' },
      values: {
        ':state': state,
        ':now': now.toISOString(),
        ':revision': entry.revision,
        ...(cause ? { ':cause': cause.slice(0, 300) } : {}),
      },
    },
  );
  if (!ended) await postpone(db, entry, now, null, 0);
  return ended !== null;
}

/** Puts an entry off until `at`, counting `tries` more attempts; the sweep brings it back then. */
export async function postpone(db: Db, entry: EntryItem, at: Date, cause: string | null, tries: number): Promise<void> {
  await updateItem(
    db,
    entryKey(entry.key),
    `SET pendingSk = :sk, attempts = attempts + :tries${cause ? ', cause = :cause' : ''} REMOVE claimUntil`,
    '#state = :pending',
    {
      names: { '#state': 'state' },
      values: {
        ':sk': atInstant(at, entry.key),
        ':tries': tries,
        ':pending': 'pending',
        ...(cause ? { ':cause': cause.slice(0, 300) } : {}),
      },
    },
  );
}

/** The entries that wait since before `now`, the longest waiting first. */
export async function* entriesWaiting(db: Db, now: Date, limit: number): AsyncGenerator<EntryItem> {
  yield* query<EntryItem>(db, {
    index: 'pending',
    condition: 'pendingPk = :pk AND pendingSk <= :now',
    values: { ':pk': ENTRIES_PENDING, ':now': atInstant(now, '~') },
    limit,
  });
}

/**
 * Moves a waiting entry's turn, so that it is handed over once; false where somebody else did.
 * @param until when the sweep looks again, should the message be lost.
 */
export async function handOver(db: Db, entry: EntryItem, until: Date): Promise<boolean> {
  const moved = await updateItem(db, entryKey(entry.key), 'SET pendingSk = :sk', 'pendingSk = :seen', {
    values: { ':sk': atInstant(until, entry.key), ':seen': entry.pendingSk },
  });
  return moved !== null;
}

/** Forgets an entry that never was: for tests and for an operator's clean-up. */
export const removeEntry = (db: Db, key: string): Promise<boolean> => deleteItem(db, entryKey(key));

/**
 * Notes hours of a day in which an outlet listed pages (`found`) or one of its pages was read (`read`). Adding to a
 * set twice changes nothing.
 */
export async function notePages(
  db: Db,
  outlet: string,
  what: 'found' | 'read',
  instants: readonly string[],
): Promise<void> {
  const days = new Map<string, Set<string>>();
  for (const instant of instants) {
    const day = instant.slice(0, 10);
    days.set(day, (days.get(day) ?? new Set()).add(instant.slice(11, 13)));
  }
  for (const [day, hours] of days) {
    await updateItem(db, pagesDayKey(outlet, day), 'SET #day = :day ADD #what :hours', null, {
      names: { '#day': 'day', '#what': what },
      values: { ':day': day, ':hours': hours },
    });
  }
}

/** The instant by which an entry's hour is counted: in UTC, when it was published or else found. */
export function instantOf(entry: { published: string | null; foundAt: string }): string {
  const published = entry.published === null ? Number.NaN : Date.parse(entry.published);
  const found = Date.parse(entry.foundAt);
  // A date in the future is a mistake of the feed's.
  return new Date(Number.isFinite(published) ? Math.min(published, found) : found).toISOString();
}
