import { randomUUID } from 'node:crypto';
import type { Db, Item } from '../dynamo.ts';
import { get, type Key, pendingKeys, put, putMany, update, wholePage } from '../items.ts';
import type { Change } from './change.ts';
import * as keys from './keys.ts';
import { changeFrom, getAll } from './stored.ts';
import { dueFor, type Subscription } from './subscription.ts';
import type { Subscriber } from './subscriptions.ts';

/**
 * A subscriber's box: changes wait in it, leave it together as one message, and leave it once. Which changes a message
 * holds is fixed by one write before it is sent; that it was sent is one write after.
 */
export interface Box {
  /** Changes put in and not yet known to have left, as {@link refOf} writes them. */
  waiting?: Set<string>;
  /** How many messages were made of it. */
  made?: number;
  open?: OpenMessage;
  /** Who is at work on it, and until when. */
  claim?: string;
  claimUntil?: string;
  pendingPk?: string;
  pendingSk?: string;
}

/** A message with its members fixed. */
export interface OpenMessage {
  id: string;
  members: string[];
  at: string;
  attempts: number;
  /** Set by the write after it was accepted: it is never sent again. */
  sentAt?: string;
}

/** Where a change is stored, in one short word: a box may hold thousands. */
export const refOf = ({ pk, sk }: Key): string => `${pk} ${sk}`;

function keyOf(ref: string): Key {
  const space = ref.indexOf(' ');
  return { pk: ref.slice(0, space), sk: ref.slice(space + 1) };
}

/** How long somebody at work on a box may be silent before another takes over. */
const CLAIM_MS = 3 * 60_000;
/** Changes in one message; more go in the next. */
export const MOST_MEMBERS = 100;
/** So many changes make a digest leave before its hour: an item of the table has its limit. */
const FULL = 2000;
/** Boxes that one sweep hands over; more wait for the next. */
const MOST_DUE = 10_000;
/** How long it is remembered that a change was told. */
const REMEMBER_S = 400 * 86_400;

/**
 * Puts changes into a subscriber's box, by one write. One that has left may be put in again: it is known when the next
 * message is made, and leaves no second time.
 */
export async function putInto(
  db: Db,
  { id, frequency }: Subscriber,
  changes: readonly Key[],
  now: Date,
): Promise<void> {
  const box = await update<Box>(
    db,
    keys.boxKey(id),
    'SET pendingPk = :pending, pendingSk = if_not_exists(pendingSk, :due) ADD waiting :fresh',
    null,
    {
      values: {
        ':pending': keys.BOXES_PENDING,
        ':due': `${dueFor(frequency, now).toISOString()}#${id}`,
        ':fresh': new Set(changes.map(refOf)),
      },
    },
  );
  if ((box?.waiting?.size ?? 0) < FULL) return;
  await update(db, keys.boxKey(id), 'SET pendingSk = :now', 'attribute_not_exists(#open) AND pendingSk > :now', {
    names: { '#open': 'open' },
    values: { ':now': `${now.toISOString()}#${id}` },
  });
}

const dueBy = (db: Db, now: Date, most: number) => pendingKeys(db, keys.BOXES_PENDING, `${now.toISOString()}~`, most);

/** Subscriptions whose box is due, the longest waiting first. */
export async function* boxesDue(db: Db, now: Date): AsyncGenerator<string> {
  for await (const { pk } of dueBy(db, now, MOST_DUE)) yield pk.slice('BOX#'.length);
}

/** When the box that has waited longest was due, or null where none is. */
export async function oldestBoxDue(db: Db, now: Date): Promise<Date | null> {
  for await (const { pendingSk } of dueBy(db, now, 1)) return new Date(pendingSk.slice(0, pendingSk.indexOf('#')));
  return null;
}

/** Takes a box for a while; null where it is somebody else's, is not due, or has nothing in it. */
export async function claimBox(db: Db, id: string, now: Date): Promise<Box | null> {
  return update<Box>(
    db,
    keys.boxKey(id),
    'SET claim = :claim, claimUntil = :until',
    'pendingSk <= :now AND (attribute_not_exists(claimUntil) OR claimUntil <= :instant)',
    {
      values: {
        ':claim': randomUUID(),
        ':until': new Date(now.getTime() + CLAIM_MS).toISOString(),
        ':now': `${now.toISOString()}~`,
        ':instant': now.toISOString(),
      },
    },
  );
}

/** The message that is to be sent from a claimed box: the one already open, or a new one with its members fixed. */
export async function openMessage(db: Db, id: string, box: Box, now: Date): Promise<OpenMessage | null> {
  if (box.open) return box.open;
  const waiting = [...(box.waiting ?? [])].sort();
  const told = await getAll<Key>(
    db,
    waiting.map((ref) => keys.toldKey(id, ref)),
  );
  const left = new Set(told.map(keys.toldRef));
  if (left.size > 0) await take(db, id, box, left);
  const fresh = waiting.filter((ref) => !left.has(ref));
  if (fresh.length === 0) return null;
  const made = (box.made ?? 0) + 1;
  const open: OpenMessage = {
    id: keys.messageId(id, made),
    members: fresh.slice(0, MOST_MEMBERS),
    at: now.toISOString(),
    attempts: 0,
  };
  const done = await update(
    db,
    keys.boxKey(id),
    'SET #open = :open, made = :made',
    'claim = :claim AND attribute_not_exists(#open)',
    { names: { '#open': 'open' }, values: { ':open': open, ':made': made, ':claim': box.claim } },
  );
  return done ? open : null;
}

const take = (db: Db, id: string, box: Box, left: ReadonlySet<string>) =>
  update(db, keys.boxKey(id), 'DELETE waiting :left', 'claim = :claim', {
    values: { ':left': left, ':claim': box.claim },
  });

/** The changes of a message, in the order in which they happened. */
export async function changesOf(db: Db, members: readonly string[]): Promise<Change[]> {
  const changes = (await getAll<Item>(db, members.map(keyOf))).map(changeFrom);
  return changes.sort((a, b) => a.at.localeCompare(b.at) || (a.id < b.id ? -1 : 1));
}

/** The mark: one write that says the message was accepted. Nothing but a crash just before it can repeat a message. */
export const markSent = async (db: Db, id: string, box: Box, open: OpenMessage, now: Date): Promise<boolean> =>
  (await update(db, keys.boxKey(id), 'SET #open.sentAt = :now', '#open.id = :id AND claim = :claim', {
    names: { '#open': 'open' },
    values: { ':now': now.toISOString(), ':id': open.id, ':claim': box.claim },
  })) !== null;

/** What became of a message, kept for the subscriber's questions and for replay. */
export interface SentMessage {
  id: string;
  subscription: string;
  members: string[];
  /** When its members were fixed, and when it was closed. */
  openedAt: string;
  at: string;
  result: 'sent' | 'dead' | 'dropped';
  reason?: string;
}

/** Closes a message: its members have left, the box is free, and due again where more waits. */
export async function closeMessage(
  db: Db,
  subscription: Pick<Subscription, 'id' | 'frequency'>,
  box: Box,
  open: OpenMessage,
  result: Pick<SentMessage, 'result' | 'reason'>,
  now: Date,
): Promise<void> {
  const { id } = subscription;
  const at = now.toISOString();
  const isDead = result.result === 'dead';
  const expiresAt = Math.floor(now.getTime() / 1000) + REMEMBER_S;
  await put(db, {
    ...keys.messageKey(open.id),
    id: open.id,
    subscription: id,
    members: open.members,
    openedAt: open.at,
    at,
    ...result,
    ...(isDead ? { statusPk: keys.DEAD_LETTERS, statusSk: `${at}#${open.id}` } : {}),
    expiresAt,
  });
  // Before the members leave the box: whoever puts one of them in again finds it told.
  await putMany(
    db,
    open.members.map((ref) => ({ ...keys.toldKey(id, ref), message: open.id, expiresAt })),
  );
  const closed = await update<Box>(
    db,
    keys.boxKey(id),
    'REMOVE #open, claim, claimUntil SET pendingSk = :due DELETE waiting :members',
    '#open.id = :id AND claim = :claim',
    {
      names: { '#open': 'open' },
      values: {
        ':id': open.id,
        ':claim': box.claim,
        ':members': new Set(open.members),
        // A full message leaves more behind that is due as well.
        ':due': `${(open.members.length < MOST_MEMBERS ? dueFor(subscription.frequency, now) : now).toISOString()}#${id}`,
      },
    },
  );
  if (closed && !closed.waiting?.size) await rest(db, id);
}

/** Takes an empty box out of the index of what is due, unless something was put in meanwhile. */
export async function rest(db: Db, id: string): Promise<void> {
  await update(
    db,
    keys.boxKey(id),
    'REMOVE pendingPk, pendingSk, claim, claimUntil',
    'attribute_not_exists(waiting) AND attribute_not_exists(#open)',
    { names: { '#open': 'open' } },
  );
}

/** Puts a message off until an instant, and gives the box free. */
export async function putOff(db: Db, id: string, box: Box, open: OpenMessage, until: Date): Promise<void> {
  await update(
    db,
    keys.boxKey(id),
    'SET #open.attempts = :attempts, pendingSk = :until REMOVE claim, claimUntil',
    '#open.id = :id AND claim = :claim',
    {
      names: { '#open': 'open' },
      values: {
        ':attempts': open.attempts + 1,
        ':until': `${until.toISOString()}#${id}`,
        ':id': open.id,
        ':claim': box.claim,
      },
    },
  );
}

/** Messages that could not be delivered, the latest first. */
export async function deadLetters(db: Db, limit = 100): Promise<SentMessage[]> {
  const { items } = await wholePage<SentMessage & Key>(db, {
    index: 'status',
    condition: 'statusPk = :pk',
    values: { ':pk': keys.DEAD_LETTERS },
    descending: true,
    limit,
  });
  return items;
}

/** Takes a message that was delivered after all from among those that could not be. */
export const noLongerDead = (db: Db, message: string, now: Date) =>
  update(
    db,
    keys.messageKey(message),
    'SET #result = :sent, #at = :now REMOVE statusPk, statusSk, reason',
    '#result = :dead',
    {
      names: { '#result': 'result', '#at': 'at' },
      values: { ':sent': 'sent', ':dead': 'dead', ':now': now.toISOString() },
    },
  );

/** The subscription that a message was for, or null for an id that is no message. */
export const messageOwner = async (db: Db, message: string): Promise<string | null> =>
  (await get<SentMessage>(db, keys.messageKey(message)))?.subscription ?? null;
