import type { Change } from '../change.ts';
import { type Group, KINDS } from '../kinds.ts';
import { type Message, pageOf, sectionsOf, subjectOf, titleOf } from './message.ts';
import { STATUS_NAME, TYPE_NAME } from './names.ts';
import { dayName, headline, reason, WORDS } from './words.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const esc = (text: string): string => text.replace(/[&<>"']/g, (char) => ESCAPES[char]!);
/** Only web addresses become links. */
const link = (url: string, text: string): string =>
  /^https?:\/\//.test(url) ? `<a href="${esc(url)}" style="color:#0b57a4">${esc(text)}</a>` : esc(text);

/** Colours of a change's edge: dark enough to be told apart without them, for the words say it too. */
const EDGE: Record<Group, string> = {
  new: '#5f6b7a',
  reminder: '#8a5a00',
  due: '#8a5a00',
  overdue: '#a4262c',
  moved: '#6b3fa0',
  outcome: '#1d6b37',
  correction: '#0b57a4',
};

/** Where it is dark, for programs that ask; elsewhere the styles of the elements hold. */
const DARK =
  '@media (prefers-color-scheme:dark){body,.t{background:#16181b!important;color:#e6e6e6!important}.m{color:#b4b4b4!important}blockquote{background:#24272b!important}a{color:#8ab8f0!important}}';

/**
 * A message as an HTML e-mail: one column, no script, no image, no remote style, readable where styles are dropped.
 * Several changes have a title above them; one is its own.
 */
export function htmlOf(message: Message): string {
  const words = WORDS[message.lang];
  const { changes } = message;
  const sections = sectionsOf(changes);
  const title = titleOf(message);
  const body = sections
    .map((section) => {
      const count = section.changes.length > 1 ? ` (${section.changes.length})` : '';
      return `<h2 style="font-size:17px;line-height:1.3;margin:26px 0 12px">${esc(section.name + count)}</h2>${section.changes.map((change) => changeHtml(change, message)).join('')}`;
    })
    .join('');
  const unsubscribe = message.unsubscribeUrl
    ? `<br>${esc(words.reason)} ${link(message.unsubscribeUrl, words.unsubscribe)}.`
    : '';
  return page(
    message.lang,
    subjectOf(message),
    `${title ? `<h1 style="font-size:22px;line-height:1.3;margin:12px 0 0">${esc(title)}</h1>` : ''}${body}<p class="m" style="font-size:13px;color:#555;border-top:1px solid #ccc;padding-top:12px;margin:28px 0 0">${esc(words.machine)} ${esc(words.about)}${unsubscribe}</p>`,
  );
}

function changeHtml(change: Change, message: Message): string {
  const { lang } = message;
  const words = WORDS[lang];
  const { picture } = change;
  const { evidence } = picture;
  const title = headline(change, lang);
  return `<div style="border-left:4px solid ${EDGE[KINDS[change.kind].group]};padding:2px 0 2px 14px;margin:0 0 22px">
<h3 style="font-size:16px;line-height:1.35;margin:0 0 6px">${esc(title.charAt(0).toUpperCase() + title.slice(1))}</h3>
<p style="margin:0 0 6px"><strong>${esc(picture.obligor)}</strong> (${esc(TYPE_NAME[lang][picture.type])}): ${esc(picture.action)}</p>
<p class="m" style="margin:0 0 6px;font-size:14px;color:#444">${esc(words.status)}: ${esc(STATUS_NAME[lang][picture.status])} · ${esc(words.due)}: ${esc(dayName(picture.due, lang))}</p>
<p style="margin:0 0 6px;font-size:14px">${esc(words.why)}: ${esc(reason(change, lang))}</p>
<blockquote style="margin:8px 0;padding:8px 12px;background:#f4f4f2;font-style:italic">“${esc(evidence.quote)}”</blockquote>
<p style="margin:0;font-size:14px">${esc(words.source)}: ${link(evidence.url, evidence.title || evidence.url)}, ${esc(evidence.outlet)}, ${esc(dayName(evidence.published, lang))}<br>${link(pageOf(message, picture.commitment), words.record)}</p>
</div>`;
}

/** The frame of every e-mail. `content` is HTML. */
function page(lang: string, title: string, content: string): string {
  return `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><style>${DARK}</style><title>${esc(title)}</title></head><body style="margin:0;background:#fff;color:#1a1a1a;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif"><div class="t" style="max-width:640px;margin:0 auto;padding:20px"><p class="m" style="margin:0;font-size:14px;font-weight:700;letter-spacing:.02em;color:#444">Tagih</p>${content}</div></body></html>`;
}

/** The e-mail that asks whether a subscription is wanted. */
export function confirmationHtml(lang: Message['lang'], url: string): string {
  const words = WORDS[lang];
  return page(
    lang,
    words.confirmSubject,
    `<p>${esc(words.confirmText)}</p><p style="margin:20px 0"><a href="${esc(url)}" style="display:inline-block;background:#0b57a4;color:#fff!important;padding:10px 18px;border-radius:4px;text-decoration:none;font-weight:600">${esc(words.confirm)}</a></p><p class="m" style="font-size:14px;color:#555;word-break:break-all">${esc(url)}</p><p class="m" style="font-size:14px;color:#555">${esc(words.confirmIgnore)}</p>`,
  );
}

/** A short notice about a subscription. */
export const noticeHtml = (lang: Message['lang'], title: string, text: string): string =>
  page(lang, title, `<p>${esc(text)}</p>`);
