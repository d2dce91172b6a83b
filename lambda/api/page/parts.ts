import { html } from 'hono/html';
import type { Status } from '../../ledger/types.ts';
import { currentClaim, type Judged, shortQuote, titleOf } from '../view.ts';
import { type Html, inLang } from './layout.ts';
import { day, type Lang, STATUS, STATUS_MEANS, TOPIC, TYPE, UI } from './words.ts';

/** Pieces that several pages show alike. */

export function badge(status: Status, lang: Lang): Html {
  return html`<span class="badge ${status}" title="${STATUS_MEANS[lang][status]}">${STATUS[lang][status]}</span>`;
}

/** The day that counts, where one is named. */
export function dueDay({ commitment, result }: Judged): string | null {
  const claim = currentClaim(commitment);
  return result.due.day ?? (claim && /^\d{4}-/.test(claim.due) ? claim.due : null);
}

/** The deadline in words: the day, and the phrase it was read from. */
export function dueWords(judged: Judged, lang: Lang): Html {
  const ui = UI[lang];
  const claim = currentClaim(judged.commitment);
  if (!claim) return html`${ui.noDeadline}`;
  const named = dueDay(judged);
  const words = named ? day(named, lang) : claim.due === 'vague' ? ui.vague : ui.unanchored;
  return html`${words} (“${claim.text.replace(/\s+/g, ' ')}”)`;
}

/** A commitment as a line of a list: when on the left, what on the right. */
export function row(item: Judged, lang: Lang, validAt?: string): Html {
  const ui = UI[lang];
  const c = item.commitment;
  const first = c.mentions[0];
  const due = dueDay(item);
  const to = inLang(`/commitments/${c.id}`, lang, { valid_at: validAt });
  return html`<li class="${item.result.status}">
<div class="when">${badge(item.result.status, lang)}<span class="due">${due ? html`<span class="meta">${currentClaim(c)?.kind === 'start' ? ui.startsOn : ui.dueOn}</span> ${day(due, lang, 'short')}` : html`<span class="meta">${ui.noDay}</span>`}</span>${
    c.slips > 0 ? html`<span class="slips">${c.slips} ${c.slips === 1 ? ui.oneSlip : ui.slips}</span>` : ''
  }</div>
<div class="what">
<h2><a href="${to}">${titleOf(c)}</a></h2>
${first ? quote(first.quote, first.article, lang) : ''}
<p class="meta"><span>${TYPE[lang][c.type]}</span><span>${TOPIC[lang][c.topic]}</span><span>${sourcesWords(c.sources, lang)}</span><span>${c.reviewed.length > 0 ? ui.reviewed : ui.machine}</span>${
    first?.article.sample ? html`<span>${ui.sample}</span>` : ''
  }</p>
</div></li>`;
}

const sourcesWords = (n: number, lang: Lang): string => `${n} ${n === 1 ? UI[lang].oneSource : UI[lang].sources}`;

export const rows = (items: readonly Judged[], lang: Lang, validAt?: string): Html =>
  html`<ol class="list">${items.map((item) => row(item, lang, validAt))}</ol>`;

/** A quote with its source a click away; where a stretch of it is given, that stretch is marked. */
export function quote(
  text: string,
  article: { url: string; outlet: string; published: string; title: string },
  lang: Lang,
  mark?: string,
): Html {
  return html`<blockquote>${marked(shortQuote(text), mark)}<cite><a href="${sourceHref(article.url)}">${article.title || article.url}</a>, ${article.outlet}, ${day(article.published, lang)}</cite></blockquote>`;
}

function marked(text: string, mark: string | undefined): Html | string {
  const part = mark?.replace(/\s+/g, ' ').trim();
  const at = part ? text.indexOf(part) : -1;
  if (!part || at < 0) return text;
  return html`${text.slice(0, at)}<mark>${part}</mark>${text.slice(at + part.length)}`;
}

/** Only web addresses become links; the samples' own host is answered by the server that shows the page. */
export function sourceHref(url: string): string {
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return '#';
  const { hostname, pathname } = new URL(url);
  return hostname.endsWith('.tagih.localhost') ? `/samples${pathname}` : url;
}
