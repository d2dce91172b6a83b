import { randomBytes } from 'node:crypto';
import type { Db } from '../dynamo.ts';
import { lineage } from '../extract/actors/gazetteer.ts';
import { put, update } from '../items.ts';
import { newSecret } from './channels/secret.ts';
import * as keys from './keys.ts';
import { DEFAULT_GROUPS, type Group, type Lang } from './kinds.ts';
import type { DeliverQueue } from './queue.ts';
import {
  type Channel,
  FILTERS,
  type Filter,
  type Frequency,
  MOST_POSTINGS,
  postingsOf,
  type Subscription,
} from './subscription.ts';
import { activate, deactivate, issueToken, keepPending, redeemToken } from './subscriptions.ts';

/** What somebody asks for. */
export interface SubscribeRequest {
  email: string;
  channel:
    | { kind: 'email' }
    | { kind: 'webhook' | 'slack'; url: string }
    | { kind: 'telegram'; url: string; chat: string };
  filter: Filter;
  groups?: Group[];
  frequency?: Frequency;
  lang: Lang;
}

/** What they are answered. Secret and token are shown this once. */
export interface Subscribed {
  id: string;
  /** Signs every webhook. */
  secret?: string;
  /** Allows to rotate the secret, replay messages, and end the subscription. */
  token: string;
}

/** A request that cannot be met, with what would be right. */
export class SubscribeRefused extends Error {
  override name = 'SubscribeRefused';
  readonly reason: 'too-many' | 'too-wide';

  constructor(reason: 'too-many' | 'too-wide', message: string) {
    super(message);
    this.reason = reason;
  }
}

/** Confirmations that one address is sent in a day at most: nobody's box is filled by asking in their name. */
const MOST_A_DAY = 5;
const DAY_S = 86_400;
/** Organisations are subscribed to under the last name of their lineage: a ministry stays one when it is renamed. */
const BY_LINEAGE = ['regulator', 'platform'] as const;

/**
 * Keeps what somebody asks for and has their address asked whether they want it; until that is confirmed nothing is
 * sent. The answer is the same whether the address was known or not.
 * @throws SubscribeRefused where the address was asked too often, or the filters combine into too many.
 */
export async function subscribe(
  db: Db,
  queue: DeliverQueue | null,
  request: SubscribeRequest,
  now: Date,
): Promise<Subscribed> {
  const filter = normalized(request.filter);
  const { combinations } = postingsOf(filter);
  if (combinations.length > MOST_POSTINGS) {
    throw new SubscribeRefused(
      'too-wide',
      `the filters combine into ${combinations.length} cases, at most ${MOST_POSTINGS} are kept; make several subscriptions`,
    );
  }
  const email = request.email.trim();
  if (!(await spendConfirmation(db, email, now))) {
    throw new SubscribeRefused('too-many', `at most ${MOST_A_DAY} confirmations a day go to one address`);
  }
  const id = randomBytes(12).toString('base64url');
  const secret = request.channel.kind === 'webhook' ? newSecret() : undefined;
  const channel = (secret ? { ...request.channel, secrets: [secret] } : request.channel) as Channel;
  await keepPending(db, {
    id,
    state: 'pending',
    email,
    channel,
    filter,
    groups: [...(request.groups?.length ? request.groups : DEFAULT_GROUPS)],
    frequency: request.frequency ?? 'immediate',
    lang: request.lang,
    createdAt: now.toISOString(),
  });
  const token = await issueToken(db, id, 'manage', now);
  // A hint; where it is lost, the sweep finds who waits for their confirmation.
  await queue?.send([{ message: { kind: 'confirm', subscription: id }, delaySeconds: 0 }]).catch(() => {});
  return { id, token, ...(secret ? { secret } : {}) };
}

function normalized(filter: Filter): Filter {
  const found: Filter = {};
  for (const name of FILTERS) {
    const values = [...new Set<string>(filter[name] ?? [])];
    if (values.length > 0) Object.assign(found, { [name]: values });
  }
  for (const name of BY_LINEAGE) if (found[name]) found[name] = [...new Set(found[name].map(lineage))];
  return found;
}

async function spendConfirmation(db: Db, email: string, now: Date): Promise<boolean> {
  const key = keys.limitKey(email.toLowerCase(), now.toISOString().slice(0, 10));
  await put(
    db,
    { ...key, used: 0, expiresAt: Math.floor(now.getTime() / 1000) + 2 * DAY_S },
    'attribute_not_exists(pk)',
  );
  const spent = await update(db, key, 'ADD used :one', 'used < :most', { values: { ':one': 1, ':most': MOST_A_DAY } });
  return spent !== null;
}

/** Starts a subscription by the token of its confirmation e-mail; null where the token is not (or no longer) good. */
export async function confirm(db: Db, token: string, now: Date): Promise<Subscription | null> {
  const subscription = await redeemToken(db, token, 'confirm', now);
  if (!subscription || (subscription.state !== 'pending' && subscription.state !== 'active')) return null;
  return (await activate(db, subscription)) ? { ...subscription, state: 'active' } : null;
}

/** Ends a subscription by a message's token or its own; ending it again is no error. Null for a token that is none. */
export async function unsubscribe(db: Db, token: string, now: Date): Promise<Subscription | null> {
  const subscription =
    (await redeemToken(db, token, 'unsubscribe', now)) ?? (await redeemToken(db, token, 'manage', now));
  if (!subscription) return null;
  if (subscription.state !== 'ended') await deactivate(db, subscription, 'ended', 'by the subscriber', now);
  return { ...subscription, state: 'ended' };
}

/** Secrets that sign at a time: the new one, and the one that receivers may still hold. */
const SECRETS = 2;

/**
 * Replaces a webhook's secret: from now on both sign, until the next rotation drops the older.
 * @returns the new secret, shown this once; null where the token is not good or the channel has none.
 */
export async function rotateSecret(db: Db, token: string, now: Date): Promise<string | null> {
  const subscription = await redeemToken(db, token, 'manage', now);
  if (subscription?.channel.kind !== 'webhook') return null;
  const secret = newSecret();
  const { secrets } = subscription.channel;
  const done = await update(
    db,
    keys.subscriptionKey(subscription.id),
    'SET #channel.secrets = :next',
    '#channel.secrets[0] = :newest',
    {
      names: { '#channel': 'channel' },
      values: { ':next': [secret, ...secrets].slice(0, SECRETS), ':newest': secrets[0] },
    },
  );
  return done ? secret : null;
}
