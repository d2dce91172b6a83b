import type { TrustedOrigin } from '../crawl/trusted.ts';
import type { Db, Item } from '../dynamo.ts';
import { get, type Key } from '../items.ts';
import {
  type Box,
  changesOf,
  claimBox,
  closeMessage,
  markSent,
  noLongerDead,
  type OpenMessage,
  openMessage,
  putInto,
  putOff,
  rest,
  type SentMessage,
} from './box.ts';
import { nextTry, type SendResult } from './channels/channel.ts';
import type { Post } from './channels/mail.ts';
import type { Publish } from './channels/topic.ts';
import * as keys from './keys.ts';
import { KINDS } from './kinds.ts';
import type { Message } from './message/message.ts';
import type { Tell } from './operator.ts';
import type { DeliverQueue } from './queue.ts';
import { changeFrom, getAll, markDone } from './stored.ts';
import type { Subscription } from './subscription.ts';
import { deactivate, getSubscription, issueToken, markAsked, shapesInUse, subscribersOf } from './subscriptions.ts';
import { type Note, traceOf } from './trace.ts';

/** What delivering works with. */
export interface DeliverDeps {
  db: Db;
  queue: DeliverQueue;
  /** Sends a message by its subscriber's channel. */
  send: Send;
  /** Sends the e-mails that are no messages: confirmations. */
  post: Post;
  /** Publishes a change to the operator's topic; left out where there is none. */
  publish?: Publish;
  tell: Tell;
  /** Told of each change put into boxes, and of each message that was tried. */
  note?: Note;
  /** How long a box waits for what belongs to the same message, in seconds; 20 by default. */
  groupWaitSeconds?: number;
  /** Subscribers that one message of the queue puts changes into the boxes of; 2000 by default. */
  boxesAtOnce?: number;
  /** Address of the public page, without a slash at its end. */
  site: string;
}

export type Send = (subscription: Subscription, message: Message, now: Date) => Promise<SendResult>;

const GROUP_WAIT_S = 20;

/** Boxes filled by one message of the queue: its work is done well within the time that it is given. */
const BOXES_AT_ONCE = 2000;

/**
 * Puts changes into the boxes of everybody who asked for them, so many subscribers at a time; a message to the queue
 * goes on with the rest. May run twice, late, or beside another: a change leaves a box once.
 * @param after id of the subscriber up to whom it has been done; they stand in the order of their ids.
 */
export async function fanOut(deps: DeliverDeps, refs: readonly Key[], now: Date, after?: string): Promise<void> {
  const { db } = deps;
  const found = (await getAll<Item>(db, refs)).map(changeFrom);
  const changes = found.filter((c) => c.verdict === 'news' && c.state === 'open');
  if (changes.length === 0) return;
  const wanted = changes.map((change) => ({ change, facets: change.facets, group: KINDS[change.kind].group }));
  const { subscribers, next } = await subscribersOf(db, wanted, await shapesInUse(db), {
    ...(after ? { after } : {}),
    most: deps.boxesAtOnce ?? BOXES_AT_ONCE,
  });
  await inParallel(subscribers, (one) =>
    putInto(
      db,
      one.subscriber,
      one.wanted.map(({ change }) => change),
      now,
    ),
  );
  // The boxes first: a hint about a box that is not filled yet would find nothing.
  const atOnce = subscribers.filter(({ subscriber }) => subscriber.frequency === 'immediate');
  await deps.queue.send(
    atOnce.map(({ subscriber }) => ({
      message: { kind: 'box', subscription: subscriber.id },
      delaySeconds: deps.groupWaitSeconds ?? GROUP_WAIT_S,
    })),
  );
  if (next !== null) {
    const rest = { kind: 'changes' as const, changes: changes.map(({ pk, sk }) => ({ pk, sk })), after: next };
    return deps.queue.send([{ message: rest, delaySeconds: 0 }]);
  }
  for (const change of changes) {
    deps.note?.('change put into boxes', traceOf(change));
    if (deps.publish) await deps.publish(change);
    await markDone(db, change);
  }
}

const PARALLEL = 16;

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: Math.min(PARALLEL, left.length) }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
    }),
  );
}

/** Empties a subscriber's box: sends what waits as one message, or goes on with the message that is on its way. */
export async function emptyBox(
  deps: DeliverDeps,
  id: string,
  now: Date,
): Promise<SentMessage['result'] | 'later' | 'nothing'> {
  const { db } = deps;
  const box = await claimBox(db, id, now);
  if (!box) return 'nothing';
  const subscription = await getSubscription(db, id);
  const open = await openMessage(db, id, box, now);
  if (!open) {
    await rest(db, id);
    return 'nothing';
  }
  if (subscription?.state !== 'active') {
    const ended = subscription ?? { id, frequency: 'immediate' as const };
    await closeMessage(db, ended, box, open, { result: 'dropped', reason: 'the subscription is not active' }, now);
    return 'dropped';
  }
  const result: SendResult = open.sentAt ? { outcome: 'accepted' } : await send(deps, subscription, open, now);
  if (result.outcome === 'accepted') {
    if (!open.sentAt) await markSent(db, id, box, open, now);
    await closeMessage(db, subscription, box, open, { result: 'sent' }, now);
    return 'sent';
  }
  return fail(deps, subscription, box, open, result, now);
}

async function fail(
  deps: DeliverDeps,
  subscription: Subscription,
  box: Box,
  open: OpenMessage,
  result: Exclude<SendResult, { outcome: 'accepted' }>,
  now: Date,
): Promise<'later' | 'dead' | 'dropped'> {
  const { db } = deps;
  if (result.outcome === 'gone') {
    await deactivate(db, subscription, 'disabled', result.cause, now);
    await sayDisabled(deps, subscription);
    await closeMessage(db, subscription, box, open, { result: 'dropped', reason: result.cause }, now);
    return 'dropped';
  }
  const until = nextTry(open.attempts, now, result.after);
  if (until) {
    await putOff(db, subscription.id, box, open, until);
    return 'later';
  }
  await closeMessage(db, subscription, box, open, { result: 'dead', reason: result.cause }, now);
  await deps.tell({
    subject: `A subscriber was not told of ${open.members.length} change(s): every try failed`,
    text: `Message ${open.id} of subscription ${subscription.id} (${subscription.channel.kind}) was put aside after ${open.attempts + 1} tries. The last failed because ${result.cause}. Its changes are kept; see docs/alerts.md on replaying it.`,
  });
  return 'dead';
}

/** Who asked for a webhook hears that it is out of use; where that fails the operator does. */
async function sayDisabled({ post, tell }: DeliverDeps, { id, channel, email, lang }: Subscription): Promise<void> {
  if (channel.kind === 'email') return;
  try {
    // The origin alone: the rest of an address may hold a token.
    const { disabledMail } = await import('./channels/mail.ts');
    await post(disabledMail(email, lang, new URL(channel.url).origin));
  } catch (error) {
    await tell({
      subject: 'A webhook was put out of use and its subscriber could not be told',
      text: `Subscription ${id} (${channel.kind}) answers no more; the e-mail about it failed with ${(error as Error).name}.`,
    });
  }
}

/** The message of a box as its channel gets it. */
async function messageOf(
  deps: DeliverDeps,
  subscription: Subscription,
  open: OpenMessage,
  now: Date,
): Promise<Message> {
  const isMail = subscription.channel.kind === 'email';
  // Each message has a token of its own, for only hashes are stored.
  const token = isMail ? await issueToken(deps.db, subscription.id, 'unsubscribe', now) : null;
  return {
    id: open.id,
    lang: subscription.lang,
    frequency: subscription.frequency,
    at: open.at,
    changes: await changesOf(deps.db, open.members),
    site: deps.site,
    unsubscribeUrl: token && `${deps.site}/unsubscribe?token=${token}`,
  };
}

async function send(deps: DeliverDeps, subscription: Subscription, open: OpenMessage, now: Date): Promise<SendResult> {
  const message = await messageOf(deps, subscription, open, now);
  const result = await deps.send(subscription, message, now);
  // Ids alone: an address, or a cause that may repeat one, does not belong in a log.
  deps.note?.('message tried', {
    message: message.id,
    subscription: subscription.id,
    channel: subscription.channel.kind,
    outcome: result.outcome,
    changes: message.changes.map(traceOf),
  });
  return result;
}

/**
 * The channels as they are: e-mail by `post`, everything else by HTTP to public addresses and the trusted ones. Each is
 * loaded with its first message.
 */
export const sendBy =
  (post: Post, trusted: readonly TrustedOrigin[]): Send =>
  async (subscription, message, now) => {
    const { channel } = subscription;
    const options = { trusted, now };
    switch (channel.kind) {
      case 'email':
        return (await import('./channels/mail.ts')).sendMail(subscription.email, message, post);
      case 'webhook':
        return (await import('./channels/webhook.ts')).sendWebhook(channel, message, options);
      case 'slack':
        return (await import('./channels/chat.ts')).sendSlack(channel, message, options);
      case 'telegram':
        return (await import('./channels/chat.ts')).sendTelegram(channel, message, options);
    }
  };

/**
 * Sends a message again, under the same id and with the same members: one that was put aside, or one that the receiver
 * lost.
 * @returns null for an id that is no message, or whose subscription is not active.
 */
export async function replay(deps: DeliverDeps, message: string, now: Date): Promise<SendResult | null> {
  const sent = await get<SentMessage>(deps.db, keys.messageKey(message));
  const subscription = sent && (await getSubscription(deps.db, sent.subscription));
  if (subscription?.state !== 'active') return null;
  const open = { id: sent!.id, members: sent!.members, at: sent!.openedAt, attempts: 0 };
  const result = await send(deps, subscription, open, now);
  if (result.outcome === 'accepted') await noLongerDead(deps.db, message, now);
  return result;
}

/** Asks a new subscriber by e-mail whether they want it. A repeated e-mail does no harm; its link does the same. */
export async function askToConfirm(deps: DeliverDeps, id: string, now: Date): Promise<void> {
  const subscription = await getSubscription(deps.db, id);
  if (subscription?.state !== 'pending') return;
  const token = await issueToken(deps.db, id, 'confirm', now);
  const { email, lang } = subscription;
  const { confirmationMail } = await import('./channels/mail.ts');
  await deps.post(confirmationMail(email, lang, `${deps.site}/subscribe/confirm?token=${token}`));
  await markAsked(deps.db, id);
}

/** Sends a message again because its subscriber asks; a failure is tried again by the queue. */
export async function replayOrFail(deps: DeliverDeps, message: string, now: Date): Promise<void> {
  const result = await replay(deps, message, now);
  if (result && result.outcome === 'failed') throw new Error(`the replay failed: ${result.cause}`);
}
