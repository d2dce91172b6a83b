import { randomBytes } from 'node:crypto';
import type { Db } from '../dynamo.ts';
import { get, page, pendingKeys, put, putMany, update } from '../items.ts';
import type { Facets } from './change.ts';
import * as keys from './keys.ts';
import type { Group } from './kinds.ts';
import { combinationsFor, postingsOf, type Subscription } from './subscription.ts';

/** The subscriptions as they are stored, and who is found for a change. */

/** Purpose of a token: to confirm a subscription, to end it, or to change it (rotate a secret, replay). */
export type TokenUse = 'confirm' | 'unsubscribe' | 'manage';

interface TokenItem {
  subscription: string;
  use: TokenUse;
  expiresAt: number;
}

const DAY_S = 86_400;
const TOKEN_DAYS: Record<TokenUse, number> = { confirm: 3, unsubscribe: 400, manage: 3650 };

/** A new token for a subscription. Only its hash is stored: whoever reads the table cannot use it. */
export async function issueToken(db: Db, subscription: string, use: TokenUse, now: Date): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const expiresAt = Math.floor(now.getTime() / 1000) + TOKEN_DAYS[use] * DAY_S;
  await put(db, { ...keys.tokenKey(token), subscription, use, expiresAt });
  return token;
}

/** The subscription that a token is for, or null where it is unknown, expired, or for something else. */
export async function redeemToken(db: Db, token: string, use: TokenUse, now: Date): Promise<Subscription | null> {
  const item = await get<TokenItem>(db, keys.tokenKey(token));
  if (!item || item.use !== use || item.expiresAt * 1000 <= now.getTime()) return null;
  return getSubscription(db, item.subscription);
}

export const getSubscription = (db: Db, id: string): Promise<Subscription | null> =>
  get<Subscription>(db, keys.subscriptionKey(id));

/** Keeps a subscription that waits for its confirmation; it is found by nothing until then. */
export async function keepPending(db: Db, subscription: Subscription): Promise<void> {
  const expiresAt = Math.floor(Date.parse(subscription.createdAt) / 1000) + TOKEN_DAYS.confirm * DAY_S;
  await put(
    db,
    {
      ...keys.subscriptionKey(subscription.id),
      ...subscription,
      expiresAt,
      pendingPk: keys.CONFIRMATIONS_PENDING,
      pendingSk: `${subscription.createdAt}#${subscription.id}`,
    },
    'attribute_not_exists(pk)',
  );
}

/** Subscriptions that were made before an instant and whose confirmation e-mail has not been sent. */
export async function unasked(db: Db, before: Date): Promise<string[]> {
  const ids: string[] = [];
  for await (const { pk } of pendingKeys(db, keys.CONFIRMATIONS_PENDING, before.toISOString(), 100))
    ids.push(pk.slice(keys.subscriptionKey('').pk.length));
  return ids;
}

/** Notes that the confirmation e-mail went out. */
export const markAsked = (db: Db, id: string) =>
  update(db, keys.subscriptionKey(id), 'REMOVE pendingPk, pendingSk', 'attribute_exists(pk)');

/** Makes a subscription active and findable. The postings come first: one without an active subscription does no harm. */
export async function activate(db: Db, subscription: Subscription): Promise<boolean> {
  const { shape, combinations } = postingsOf(subscription.filter);
  await update(db, keys.SHAPES, 'ADD shapes :shape', null, { values: { ':shape': new Set([shape]) } });
  await putMany(
    db,
    combinations.map((combination) => ({
      ...keys.postingKey(combination, subscription.id),
      subscription: subscription.id,
      groups: subscription.groups,
      frequency: subscription.frequency,
    })),
  );
  const done = await update(
    db,
    keys.subscriptionKey(subscription.id),
    'SET #state = :active REMOVE expiresAt, reason, pendingPk, pendingSk',
    '#state IN (:pending, :active, :disabled)',
    {
      names: { '#state': 'state' },
      values: { ':active': 'active', ':pending': 'pending', ':disabled': 'disabled' },
    },
  );
  return done !== null;
}

/** Ends a subscription or puts it out of use; nothing is sent from then on, and nothing finds it. */
export async function deactivate(
  db: Db,
  subscription: Subscription,
  to: 'disabled' | 'ended',
  reason: string,
  now: Date,
): Promise<void> {
  await update(
    db,
    keys.subscriptionKey(subscription.id),
    'SET #state = :to, reason = :reason',
    'attribute_exists(pk)',
    {
      names: { '#state': 'state' },
      values: { ':to': to, ':reason': reason },
    },
  );
  const { combinations } = postingsOf(subscription.filter);
  const expiresAt = Math.floor(now.getTime() / 1000) + DAY_S;
  for (const combination of combinations) {
    // A posting without groups matches nothing, and is gone in a day: those who left cost those who stay nothing.
    await update(
      db,
      keys.postingKey(combination, subscription.id),
      'SET #groups = :none, expiresAt = :at',
      'attribute_exists(pk)',
      { names: { '#groups': 'groups' }, values: { ':none': [], ':at': expiresAt } },
    );
  }
}

/** Who is found for a change: id and how often they want to hear. */
export interface Subscriber {
  id: string;
  frequency: Subscription['frequency'];
}

interface Posting {
  pk: string;
  subscription: string;
  groups: Group[];
  frequency: Subscription['frequency'];
}

/** What is looked for: what a change is about, and its group. */
export interface Wanted {
  facets: Facets;
  group: Group;
}

/** Subscribers, each once with everything that was asked for in their name; `next` where more come after them. */
export interface Found<T> {
  subscribers: { subscriber: Subscriber; wanted: T[] }[];
  next: string | null;
}

/**
 * Those who asked for any of these changes, by the order of their ids, from behind `after` and some `most` at a time.
 * Reads one posting for each of them and none of anybody else: the requests depend on how the filters are combined by
 * anybody, never on how many subscriptions there are.
 */
export async function subscribersOf<T extends Wanted>(
  db: Db,
  changes: readonly T[],
  shapes: ReadonlySet<string>,
  { after = '', most = 1000 }: { after?: string; most?: number } = {},
): Promise<Found<T>> {
  const asked = new Map<string, T[]>();
  for (const change of changes) {
    for (const combination of combinationsFor(change.facets, shapes)) {
      const pk = keys.postingPk(combination);
      asked.set(pk, [...(asked.get(pk) ?? []), change]);
    }
  }
  const lists = await Promise.all(
    [...asked.keys()].map((pk) =>
      page<Posting>(db, {
        condition: after ? 'pk = :pk AND sk > :after' : 'pk = :pk',
        values: { ':pk': pk, ...(after ? { ':after': after } : {}) },
        limit: most,
      }),
    ),
  );
  // Where a list goes on, what lies behind its end is for the next time, of the other lists as well.
  const next = lists.flatMap(({ last }) => (last ? [String(last.sk)] : [])).sort()[0] ?? null;
  const found = new Map<string, { subscriber: Subscriber; wanted: Set<T> }>();
  for (const { pk, subscription: id, groups, frequency } of lists.flatMap(({ items }) => items)) {
    if (next !== null && id > next) continue;
    const wanted = asked.get(pk)!.filter((change) => groups.includes(change.group));
    if (wanted.length === 0) continue;
    const one = found.get(id) ?? { subscriber: { id, frequency }, wanted: new Set() };
    for (const change of wanted) one.wanted.add(change);
    found.set(id, one);
  }
  return {
    subscribers: [...found.values()].map(({ subscriber, wanted }) => ({ subscriber, wanted: [...wanted] })),
    next,
  };
}

/** The combinations of filters that anybody uses. */
export async function shapesInUse(db: Db): Promise<ReadonlySet<string>> {
  return (await get<{ shapes: Set<string> }>(db, keys.SHAPES))?.shapes ?? new Set();
}
