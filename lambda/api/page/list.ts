import { html } from 'hono/html';
import type { Topic } from '../../extract/types.ts';
import type { Status } from '../../ledger/types.ts';
import { currentClaim, type Judged, shortQuote } from '../view.ts';
import { type Html, href, layout } from './layout.ts';
import { day, instant, type Lang, STATUS, STATUS_MEANS, TOPIC, TYPE, UI } from './words.ts';

export interface ListPage {
  lang: Lang;
  items: Judged[];
  /** The filters in force, as the URL has them. */
  query: Record<string, string | undefined>;
  next: string | null;
  /** Instant that the page is seen from, or null for now. */
  at: string | null;
}

/** The list: what was promised, by whom, by when, and what became of it. */
export function listPage(page: ListPage): string {
  const { lang, items, query, at, next } = page;
  const ui = UI[lang];
  const body = html`
<h1>${ui.commitments}</h1>
${facets(page)}
<form class="asof" action="/" method="get">
${Object.entries(query)
  .filter(([name, value]) => value !== undefined && name !== 'valid_at' && name !== 'cursor')
  .map(([name, value]) => html`<input type="hidden" name="${name}" value="${value ?? ''}">`)}
<label for="valid_at">${ui.asOf}</label>
<input type="date" id="valid_at" name="valid_at" value="${query.valid_at ?? ''}">
<button>${ui.show}</button>
${at ? html`<a href="${href('/', { ...query, valid_at: undefined, cursor: undefined })}">${ui.now}</a>` : ''}
</form>
${at ? html`<p class="notice">${ui.viewedAt} ${instant(at, lang)}.</p>` : ''}
${items.length === 0 ? html`<p>${ui.none}</p>` : html`<ol class="list">${items.map((item) => row(item, page))}</ol>`}
${next ? html`<p><a rel="next" href="${href('/', { ...query, cursor: next })}">${ui.next} →</a></p>` : ''}
`;
  return layout({ lang, title: ui.commitments, path: '/', query, body });
}

const FACETS: Status[] = [
  'overdue',
  'due_soon',
  'open',
  'undated',
  'awaiting_anchor',
  'fulfilled',
  'fulfilled_late',
  'partly_fulfilled',
  'disputed',
  'broken',
  'withdrawn',
  'lapsed_unverified',
  'superseded',
];

function facets({ lang, query }: ListPage): Html {
  const ui = UI[lang];
  const link = (status: Status | undefined, label: string) =>
    html`<li><a href="${href('/', { ...query, status, cursor: undefined })}" aria-current="${query.status === status ? 'true' : 'false'}">${label}</a></li>`;
  return html`
<nav aria-label="${ui.status}"><ul class="facets">
${link(undefined, ui.all)}${FACETS.map((status) => link(status, STATUS[lang][status]))}
</ul></nav>
<form class="filter" action="/" method="get">
${lang === 'en' ? html`<input type="hidden" name="lang" value="en">` : ''}
${query.status ? html`<input type="hidden" name="status" value="${query.status}">` : ''}
${query.valid_at ? html`<input type="hidden" name="valid_at" value="${query.valid_at}">` : ''}
<label for="topic">${ui.topic}</label>
<select id="topic" name="topic"><option value="">${ui.all}</option>${(Object.keys(TOPIC[lang]) as Topic[]).map(
    (topic) =>
      query.topic === topic
        ? html`<option value="${topic}" selected>${TOPIC[lang][topic]}</option>`
        : html`<option value="${topic}">${TOPIC[lang][topic]}</option>`,
  )}</select>
<label for="actor">${ui.actor}</label>
<input id="actor" name="actor" value="${query.actor ?? ''}" placeholder="kominfo, facebook …">
<button>${ui.show}</button>
</form>`;
}

export function badge(status: Status, lang: Lang): Html {
  return html`<span class="badge ${status}" title="${STATUS_MEANS[lang][status]}">${STATUS[lang][status]}</span>`;
}

/** The deadline in words: the day, and the phrase it was read from. */
export function dueWords({ commitment, result }: Judged, lang: Lang): Html {
  const ui = UI[lang];
  const claim = currentClaim(commitment);
  if (!claim) return html`${ui.noDeadline}`;
  const named = result.due.day ?? (/^\d{4}-/.test(claim.due) ? claim.due : null);
  const words = named ? day(named, lang) : claim.due === 'vague' ? ui.vague : ui.unanchored;
  return html`${words} (“${claim.text.replace(/\s+/g, ' ')}”)`;
}

function row(item: Judged, { lang, query }: ListPage): Html {
  const ui = UI[lang];
  const c = item.commitment;
  const first = c.mentions[0];
  const to = href(`/commitments/${c.id}`, { lang: lang === 'en' ? 'en' : undefined, valid_at: query.valid_at });
  return html`<li>
${badge(item.result.status, lang)} <span class="meta">${TYPE[lang][c.type]}</span>
<h2><a href="${to}">${c.obligors.map((party) => party.text).join(', ')}: ${c.action.replace(/\s+/g, ' ')}</a></h2>
<p class="meta"><span>${ui.due}: ${dueWords(item, lang)}</span>${c.slips > 0 ? html`<span>${c.slips} ${ui.slips}</span>` : ''}<span>${c.sources} ${ui.sources}</span>${
    first?.article.sample ? html`<span>${ui.sample}</span>` : ''
  }</p>
${first ? quote(first.quote, first.article, lang) : ''}
</li>`;
}

/** A quote with its source a click away. */
export function quote(
  text: string,
  article: { url: string; outlet: string; published: string; title: string },
  lang: Lang,
): Html {
  return html`<blockquote>${shortQuote(text)}<cite><a href="${sourceHref(article.url)}">${article.title}</a>, ${article.outlet}, ${day(article.published, lang)}</cite></blockquote>`;
}

/** Only web addresses become links; the samples' own host is answered by the server that shows the page. */
export function sourceHref(url: string): string {
  if (!/^https?:\/\//.test(url)) return '#';
  const { hostname, pathname } = new URL(url);
  return hostname.endsWith('.tagih.localhost') ? `/samples${pathname}` : url;
}
