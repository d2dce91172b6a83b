import * as z from 'zod/mini';
import { messageOwner } from '../alert/box.ts';
import { GROUPS } from '../alert/kinds.ts';
import { type DeliverQueue, sqsDeliverQueue } from '../alert/queue.ts';
import { rotateSecret, SubscribeRefused, type SubscribeRequest, subscribe, unsubscribe } from '../alert/subscribe.ts';
import type { Filter } from '../alert/subscription.ts';
import { redeemToken } from '../alert/subscriptions.ts';
import { AddressRefused, checkUrl } from '../crawl/addresses.ts';
import { trustedOriginsOf } from '../crawl/trusted.ts';
import { ENV } from '../env.ts';
import { actorById } from '../extract/actors/gazetteer.ts';
import { type Limit, spend } from './limits.ts';
import { empty, oneOf, STATUSES, TOPICS, TYPES } from './parameters.ts';
import { notFound, Problem } from './problem.ts';
import { html, json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import type { Input } from './route.ts';

/** Subscribing to alerts, by JSON or by the form of the page (`page/subscribe.ts`). */

const MOST_VALUES = 20;
/** A form sends one value; JSON sends a list. */
const several = <S extends z.ZodMiniType>(schema: S) =>
  z.optional(
    z.union([
      empty((): z.output<S>[] => []),
      z.pipe(
        schema,
        z.transform((value: z.output<S>) => [value]),
      ),
      z.array(schema).check(z.maxLength(MOST_VALUES)),
    ]),
  );
const actorOf = (...kinds: string[]) =>
  z.string().check(
    z.maxLength(80),
    z.refine(
      (id) => kinds.includes(actorById(id)?.kind ?? ''),
      `an id of a listed ${kinds.join(' or ')} (see /v1/actors)`,
    ),
  );

const filters = {
  commitment: several(z.string().check(z.regex(/^[0-9a-f]{20}$/, 'an id of a commitment'))),
  regulator: several(actorOf('regulator')),
  platform: several(actorOf('platform', 'company')),
  official: several(actorOf('official')),
  topic: several(oneOf(TOPICS)),
  type: several(oneOf(TYPES)),
  status: several(oneOf(STATUSES)),
};

const address = z.url({ protocol: /^https?$/, error: 'a web address' }).check(z.maxLength(500));

export const subscribeBody = z.strictObject({
  email: z
    .email('an e-mail address')
    .check(z.maxLength(200), z.meta({ description: 'Asked to confirm; told when a webhook is put out of use' })),
  channel: z._default(oneOf(['email', 'webhook', 'slack', 'telegram']), 'email'),
  url: z.optional(z.union([z.literal(''), address])).check(z.meta({ description: 'Where a webhook is sent' })),
  chat: z.optional(z.string().check(z.maxLength(80))).check(z.meta({ description: 'Telegram’s chat_id' })),
  ...filters,
  groups: several(oneOf(GROUPS)),
  frequency: z._default(oneOf(['immediate', 'daily', 'weekly']), 'immediate'),
  lang: z._default(oneOf(['id', 'en']), 'id'),
  website: z
    .optional(z.literal('', 'leave this empty'))
    .check(z.meta({ description: 'A field that people do not see' })),
});
type SubscribeBody = z.output<typeof subscribeBody>;

const BY_PERSON: Limit = { name: 'subscriptions', most: 20, windowSeconds: 3600 };

let queue: DeliverQueue | null | undefined;
/** Without a queue the sweep finds new subscriptions by itself, some minutes later. */
function queueFromEnv(): DeliverQueue | null {
  if (queue === undefined) {
    const url = process.env[ENV.deliverQueueUrl];
    queue = url ? sqsDeliverQueue(url) : null;
  }
  return queue;
}

/** @throws Problem 400 where the channel lacks what it needs, or leads where nothing is sent. */
function channelOf({ channel, url, chat }: SubscribeBody): SubscribeRequest['channel'] {
  const wrong = (field: string, detail: string) =>
    new Problem(400, 'Bad request', `body/${field}: ${detail}`, { errors: [{ pointer: `body/${field}`, detail }] });
  if (channel === 'email') return { kind: 'email' };
  if (!url) throw wrong('url', `a ${channel} needs an address`);
  try {
    checkUrl(new URL(url), trustedOriginsOf(process.env[ENV.trustedWebhooks]));
  } catch (error) {
    throw wrong('url', error instanceof AddressRefused ? error.message : 'a web address');
  }
  if (channel !== 'telegram') return { kind: channel, url };
  if (!chat) throw wrong('chat', 'telegram needs a chat');
  return { kind: 'telegram', url, chat };
}

/** `POST /v1/subscriptions`: kept until it is confirmed by e-mail. */
export async function subscribeTo(request: ApiRequest, { body }: Input<unknown, SubscribeBody>): Promise<Reply> {
  const headers = await spend(request.db, BY_PERSON, request.sourceIp, request.now);
  const filter = Object.fromEntries(
    Object.keys(filters).map((name) => [name, body[name as keyof typeof filters] ?? []]),
  ) as Filter;
  try {
    const made = await subscribe(
      request.db,
      queueFromEnv(),
      {
        email: body.email,
        channel: channelOf(body),
        filter,
        ...(body.groups?.length ? { groups: body.groups } : {}),
        frequency: body.frequency,
        lang: body.lang,
      },
      request.now,
    );
    if (request.format === 'html') {
      const { said } = await import('./page/subscribe.ts');
      return html(said(request, 'asked'), { status: 202, headers });
    }
    return json({ ...made, state: 'pending' }, { status: 202, headers });
  } catch (error) {
    if (!(error instanceof SubscribeRefused)) throw error;
    throw error.reason === 'too-many'
      ? new Problem(429, 'Too many requests', error.message, { headers: { 'retry-after': '86400' } })
      : new Problem(400, 'Bad request', error.message);
  }
}

/** The token of an Authorization header. @throws Problem 401 where there is none. */
function bearer(request: ApiRequest): string {
  const token = /^Bearer ([\w-]{20,80})$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token) return token;
  throw new Problem(401, 'Unauthorized', 'send the token that the subscription was answered with', {
    headers: { 'www-authenticate': 'Bearer' },
  });
}

const refused = () => new Problem(403, 'Forbidden', 'the token is not of this subscription');

/** `DELETE /v1/subscriptions/{id}` */
export async function remove(request: ApiRequest): Promise<Reply> {
  await unsubscribe(request.db, await managed(request), request.now);
  return json({ id: request.params.id, state: 'ended' });
}

/** `POST /v1/subscriptions/{id}/rotate`: a new secret; the one before signs beside it. */
export async function rotate(request: ApiRequest): Promise<Reply> {
  const secret = await rotateSecret(request.db, await managed(request), request.now);
  if (!secret) throw new Problem(409, 'Conflict', 'this subscription has no secret');
  return json({ secret });
}

/** `POST /v1/subscriptions/{id}/messages/{message}/replay`: the message again, under its id. */
export async function replayIt(request: ApiRequest): Promise<Reply> {
  await managed(request);
  const message = request.params.message ?? '';
  if ((await messageOwner(request.db, message)) !== request.params.id) throw notFound('there is no such message');
  await queueFromEnv()?.send([{ message: { kind: 'replay', message }, delaySeconds: 0 }]);
  return json({ message, state: 'queued' }, { status: 202 });
}

async function managed(request: ApiRequest): Promise<string> {
  const token = bearer(request);
  const subscription = await redeemToken(request.db, token, 'manage', request.now);
  if (!subscription || subscription.id !== request.params.id) throw refused();
  return token;
}
