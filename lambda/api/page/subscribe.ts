import { html as markup } from 'hono/html';
import * as z from 'zod/mini';
import { confirm, unsubscribe } from '../../alert/subscribe.ts';
import { gazetteer } from '../../extract/actors/gazetteer.ts';
import { lang } from '../parameters.ts';
import { notFound } from '../problem.ts';
import { html, type Reply } from '../reply.ts';
import type { ApiRequest } from '../request.ts';
import type { Input } from '../route.ts';
import { inLang, layout } from './layout.ts';
import type { Lang } from './words.ts';

/** The pages of a subscription: asked for by a form, confirmed and ended with one click. */

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

/** A page that says what has just been done. */
export function said(request: ApiRequest, what: 'asked' | 'confirmed' | 'ended'): string {
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
  const field = (name: 'regulator' | 'platform') =>
    markup`<p><label for="${name}">${words[name]}</label><select id="${name}" name="${name}"><option value="">${words.any}</option>${gazetteer
      .filter((actor) => actor.kind === name && !actor.successor)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'id'))
      .map((actor) => markup`<option value="${actor.id}">${actor.name}</option>`)}</select></p>`;
  const body = markup`<h1>${title}</h1><p>${text}</p>
<form class="stack" method="post" action="${inLang('/v1/subscriptions.html', request.lang)}">
<p><label for="email">${words.email}</label><input id="email" name="email" type="email" required maxlength="200" autocomplete="email"></p>
${field('regulator')}${field('platform')}
<p><label for="frequency">${words.frequency}</label><select id="frequency" name="frequency">${(['immediate', 'daily', 'weekly'] as const).map((f) => markup`<option value="${f}">${words[f]}</option>`)}</select></p>
<input type="hidden" name="lang" value="${request.lang}">
<p class="trap" aria-hidden="true"><label for="website">-</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>
<p><button>${button}</button></p></form>`;
  return html(layout({ lang: request.lang, title, path: '/subscribe', query: {}, body }));
}

export const byToken = z.strictObject({ token: z.string().check(z.minLength(20), z.maxLength(80)), lang });
type ByToken = z.output<typeof byToken>;
const NO_TOKEN = 'this link is not, or no longer, good';

/** `GET /subscribe/confirm` */
export const confirmPage = async (request: ApiRequest, { query }: Input<ByToken, unknown>): Promise<Reply> =>
  html(asked(request, 'confirm', query.token), { maxAge: 0 });

/** `GET /unsubscribe` */
export const endPage = async (request: ApiRequest, { query }: Input<ByToken, unknown>): Promise<Reply> =>
  html(asked(request, 'end', query.token), { maxAge: 0 });

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
