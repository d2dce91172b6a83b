import { html as markup } from 'hono/html';
import * as z from 'zod';
import { messageOwner } from '../alert/box.ts';
import { GROUPS } from '../alert/kinds.ts';
import { type DeliverQueue, sqsDeliverQueue } from '../alert/queue.ts';
import {
  confirm,
  rotateSecret,
  SubscribeRefused,
  type SubscribeRequest,
  subscribe,
  unsubscribe,
} from '../alert/subscribe.ts';
import type { Filter } from '../alert/subscription.ts';
import { redeemToken } from '../alert/subscriptions.ts';
import { AddressRefused, checkUrl, trustedOriginsOf } from '../crawl/addresses.ts';
import { ENV } from '../env.ts';
import { actorById } from '../extract/actors/gazetteer.ts';
import { type Limit, spend } from './limits.ts';
import { inLang, layout } from './page/layout.ts';
import type { Lang } from './page/words.ts';
import { lang, langOnly, oneOf, STATUSES, TOPICS, TYPES } from './parameters.ts';
import { notFound, Problem } from './problem.ts';
import { html, json, type Reply } from './reply.ts';
import type { ApiRequest } from './request.ts';
import { type Input, type Route, route } from './route.ts';

/** Subscribing to alerts: asked for here, confirmed by e-mail, ended with one click. */

const MOST_VALUES = 20;
/** A form sends one value; JSON sends a list. */
const several = <S extends z.ZodType>(schema: S) =>
  z
    .union([z.literal('').transform(() => []), schema.transform((value) => [value]), z.array(schema).max(MOST_VALUES)])
    .optional();
const actorOf = (...kinds: string[]) =>
  z
    .string()
    .max(80)
    .refine(
      (id) => kinds.includes(actorById(id)?.kind ?? ''),
      `an id of a listed ${kinds.join(' or ')} (see /v1/actors)`,
    );

const filters = {
  commitment: several(z.string().regex(/^[0-9a-f]{20}$/, 'an id of a commitment')),
  regulator: several(actorOf('regulator')),
  platform: several(actorOf('platform', 'company')),
  official: several(actorOf('official')),
  topic: several(oneOf(TOPICS)),
  type: several(oneOf(TYPES)),
  status: several(oneOf(STATUSES)),
};

const address = z.url({ protocol: /^https?$/, error: 'a web address' }).max(500);

export const subscribeBody = z.strictObject({
  email: z
    .email('an e-mail address')
    .max(200)
    .meta({ description: 'Asked to confirm; told when a webhook is put out of use' }),
  channel: oneOf(['email', 'webhook', 'slack', 'telegram']).default('email'),
  url: z
    .union([z.literal(''), address])
    .optional()
    .meta({ description: 'Where a webhook is sent' }),
  chat: z.string().max(80).optional().meta({ description: 'Telegram’s chat_id' }),
  ...filters,
  groups: several(oneOf(GROUPS)),
  frequency: oneOf(['immediate', 'daily', 'weekly']).default('immediate'),
  lang: oneOf(['id', 'en']).default('id'),
  website: z.literal('', 'leave this empty').optional().meta({ description: 'A field that people do not see' }),
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
    if (request.format === 'html') return html(said(request, 'asked'), { status: 202, headers });
    return json({ ...made, state: 'pending' }, { status: 202, headers });
  } catch (error) {
    if (!(error instanceof SubscribeRefused)) throw error;
    throw error.reason === 'too-many'
      ? new Problem(429, 'Too many requests', error.message, { headers: { 'retry-after': '86400' } })
      : new Problem(400, 'Bad request', error.message);
  }
}

const SAID = {
  id: {
    asked: ['Periksa surel Anda', 'Kami mengirim tautan konfirmasi. Sebelum dibuka, tidak ada yang dikirim.'],
    confirm: ['Konfirmasi langganan', 'Mulai kirim peringatan ke alamat ini.', 'Mulai'],
    confirmed: ['Langganan dimulai', 'Peringatan berikutnya akan sampai kepada Anda.'],
    end: ['Berhenti berlangganan', 'Tidak ada lagi peringatan dari langganan ini.', 'Berhenti'],
    ended: ['Langganan dihentikan', 'Tidak ada lagi yang dikirim.'],
    form: [
      'Berlangganan peringatan',
      'Dikabari ketika tenggat mendekat, lewat, bergeser, atau dipenuhi.',
      'Berlangganan',
    ],
  },
  en: {
    asked: ['Check your e-mail', 'We sent a link to confirm. Until it is opened nothing is sent.'],
    confirm: ['Confirm the subscription', 'Start sending alerts to this address.', 'Start'],
    confirmed: ['The subscription has started', 'The next alert will reach you.'],
    end: ['Unsubscribe', 'No more alerts of this subscription.', 'Unsubscribe'],
    ended: ['The subscription has ended', 'Nothing more is sent.'],
    form: ['Subscribe to alerts', 'Be told when a deadline comes near, passes, moves or is met.', 'Subscribe'],
  },
} as const;

function said(request: ApiRequest, what: 'asked' | 'confirmed' | 'ended'): string {
  const [title, text] = SAID[request.lang][what];
  return layout({
    lang: request.lang,
    title,
    path: request.path,
    query: {},
    body: markup`<h1>${title}</h1><p>${text}</p>`,
  });
}

/** A page with one button: programs that look at links before people do must not confirm or end anything. */
function asked(request: ApiRequest, what: 'confirm' | 'end', token: string): string {
  const [title, text, button] = SAID[request.lang][what];
  const action = inLang(request.path, request.lang, { token });
  const body = markup`<h1>${title}</h1><p>${text}</p><form method="post" action="${action}"><p><button>${button}</button></p></form>`;
  return layout({ lang: request.lang, title, path: request.path, query: { token }, body });
}

const FORM_WORDS: Record<
  Lang,
  Record<'email' | 'platform' | 'regulator' | 'frequency' | 'immediate' | 'daily' | 'weekly' | 'any', string>
> = {
  id: {
    email: 'Surel',
    platform: 'Platform',
    regulator: 'Regulator',
    frequency: 'Seberapa sering',
    immediate: 'seketika',
    daily: 'harian',
    weekly: 'mingguan',
    any: 'semua',
  },
  en: {
    email: 'E-mail',
    platform: 'Platform',
    regulator: 'Regulator',
    frequency: 'How often',
    immediate: 'at once',
    daily: 'daily',
    weekly: 'weekly',
    any: 'all',
  },
};

/** `GET /subscribe`: the form, usable without scripts. */
export async function subscribePage(request: ApiRequest): Promise<Reply> {
  const [title, text, button] = SAID[request.lang].form;
  const words = FORM_WORDS[request.lang];
  const field = (name: 'regulator' | 'platform', placeholder: string) =>
    markup`<p><label for="${name}">${words[name]} (id)</label><input id="${name}" name="${name}" maxlength="80" placeholder="${words.any}; ${placeholder}"></p>`;
  const body = markup`<h1>${title}</h1><p>${text}</p>
<form method="post" action="${inLang('/v1/subscriptions.html', request.lang)}">
<p><label for="email">${words.email}</label><input id="email" name="email" type="email" required maxlength="200" autocomplete="email"></p>
${field('regulator', 'komdigi')}${field('platform', 'tiktok')}
<p><label for="frequency">${words.frequency}</label><select id="frequency" name="frequency">${(['immediate', 'daily', 'weekly'] as const).map((f) => markup`<option value="${f}">${words[f]}</option>`)}</select></p>
<input type="hidden" name="lang" value="${request.lang}">
<p class="trap" aria-hidden="true"><label for="website">-</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>
<p><button>${button}</button></p></form>`;
  return html(layout({ lang: request.lang, title, path: '/subscribe', query: {}, body }));
}

const byToken = z.strictObject({ token: z.string().min(20).max(80), lang });
type ByToken = z.output<typeof byToken>;
const NO_TOKEN = 'this link is not, or no longer, good';

const page =
  (what: 'confirm' | 'end') =>
  async (request: ApiRequest, { query }: Input<ByToken, unknown>): Promise<Reply> =>
    html(asked(request, what, query.token), { maxAge: 0 });

/** `POST /subscribe/confirm?token=…` */
export async function confirmIt(request: ApiRequest, { query }: Input<ByToken, unknown>): Promise<Reply> {
  if (!(await confirm(request.db, query.token, request.now))) throw notFound(NO_TOKEN);
  return html(said(request, 'confirmed'));
}

/** `POST /unsubscribe?token=…`: by the page's button, or by a mail program (RFC 8058). */
export async function endIt(request: ApiRequest, { query }: Input<ByToken, unknown>): Promise<Reply> {
  if (!(await unsubscribe(request.db, query.token, request.now))) throw notFound(NO_TOKEN);
  return html(said(request, 'ended'));
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
  const ended = await unsubscribe(request.db, await managed(request), request.now);
  return json({ id: ended?.id, state: 'ended' });
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

const tag = 'Alerts';
const Subscribed = z.object({
  id: z.string(),
  token: z.string(),
  secret: z.string().optional(),
  state: z.literal('pending'),
});

/** The rows of the table of routes that concern alerts. */
export const SUBSCRIPTION_ROUTES: readonly Route[] = [
  route({
    method: 'POST',
    path: '/v1/subscriptions',
    tag,
    summary: 'Subscribe to alerts',
    description:
      'By e-mail, or by webhook (Standard Webhooks; the secret is shown once). Nothing is sent until the address has confirmed. Filters that are given must all fit, each by one of its values.',
    query: langOnly,
    body: subscribeBody,
    status: 202,
    reply: Subscribed,
    formats: ['json', 'html'],
    answer: subscribeTo,
  }),
  route({
    method: 'DELETE',
    path: '/v1/subscriptions/{id}',
    tag,
    summary: 'End a subscription',
    query: langOnly,
    answer: remove,
  }),
  route({
    method: 'POST',
    path: '/v1/subscriptions/{id}/rotate',
    tag,
    summary: 'Replace a webhook’s secret; the one before signs beside it until the next time',
    query: langOnly,
    answer: rotate,
  }),
  route({
    method: 'POST',
    path: '/v1/subscriptions/{id}/messages/{message}/replay',
    tag,
    summary: 'Send a message again under its id',
    query: langOnly,
    status: 202,
    answer: replayIt,
  }),
  route({
    method: 'GET',
    path: '/subscribe',
    summary: 'Subscribe, as a page',
    query: langOnly,
    formats: ['html'],
    answer: subscribePage,
  }),
  route({
    method: 'GET',
    path: '/subscribe/confirm',
    summary: 'Confirm a subscription',
    query: byToken,
    formats: ['html'],
    answer: page('confirm'),
  }),
  route({
    method: 'POST',
    path: '/subscribe/confirm',
    summary: 'Confirm a subscription',
    query: byToken,
    formats: ['html'],
    answer: confirmIt,
  }),
  route({
    method: 'GET',
    path: '/unsubscribe',
    summary: 'End a subscription',
    query: byToken,
    formats: ['html'],
    answer: page('end'),
  }),
  route({
    method: 'POST',
    path: '/unsubscribe',
    summary: 'End a subscription',
    query: byToken,
    formats: ['html'],
    answer: endIt,
  }),
];
