import { html, raw } from 'hono/html';
import type { MentionType, Topic } from '../../extract/types.ts';
import type { Stats } from '../../ledger/store/changes.ts';
import type { Status } from '../../ledger/types.ts';
import { listIn } from '../commitments.ts';
import { facetsOf } from '../facets.ts';
import { href } from '../links.ts';
import { html as htmlReply } from '../reply.ts';
import type { Judged } from '../view.ts';
import { type Html, inLang, layout } from './layout.ts';
import { rows } from './parts.ts';
import { instant, type Lang, STATUS, TOPIC, TYPE, UI } from './words.ts';

export { listQuery } from '../listing.ts';

type Query = Record<string, string | undefined>;

export interface ListPage {
  lang: Lang;
  items: Judged[];
  /** The filters in force, as the URL has them. */
  query: Query;
  next: string | null;
  /** Instant that the page is seen from, or null for now. */
  at: string | null;
  /** Counts beside the facets. */
  facets: Stats;
}

/** `GET /` */
export const list = listIn({
  html: async ({ items, next }, request, { query: { valid_at: at } }) => {
    const facets = await facetsOf(request.db, request.query.actor);
    const { lang, query } = request;
    return htmlReply(listPage({ lang, items, query, next, at: at?.toISOString() ?? null, facets }));
  },
});

/** The list: what was promised, by whom, by when, and what became of it. */
export function listPage(page: ListPage): string {
  const { lang, items, query, at, next, facets } = page;
  const ui = UI[lang];
  const { cursor: _c, limit: _l, ...shown } = query;
  const data = (ending: string): string => href(`/v1/commitments.${ending}`, shown);
  const body = html`
<h1 class="sr">${ui.commitments}</h1>
${search(page)}
<div class="columns">
<aside aria-label="${ui.filter}">${FACETS.map((facet) => facetOf(facet, page))}</aside>
<div>
${chips(page)}
${at ? html`<p class="notice">${ui.viewedAt} ${instant(at, lang)}. <a href="${href('/', { ...shown, valid_at: undefined })}">${ui.now}</a></p>` : ''}
${items.length === 0 ? html`<p class="empty">${ui.none}</p>` : rows(items, lang, query.valid_at)}
${next ? html`<p class="next"><a rel="next" class="button" href="${href('/', { ...shown, cursor: next })}">${ui.next} →</a></p>` : ''}
<p class="meta">${ui.feedsAs}: <a href="${data('atom')}">Atom</a>, <a href="${data('jsonfeed')}">JSON Feed</a>, <a href="${href('/v1/calendar.ics', { ...shown, sort: undefined })}">iCalendar</a>. ${ui.download}: <a href="${data('csv')}">CSV</a>, <a href="${data('json')}">JSON</a>, <a href="${data('ndjson')}">NDJSON</a>.${facets.total > 0 ? html` ${facets.total} ${ui.results}.` : ''}</p>
</div></div>`;
  return layout({
    lang,
    title: ui.commitments,
    path: '/',
    query: shown,
    body,
    alternates: [
      { href: data('atom'), type: 'application/atom+xml' },
      { href: data('jsonfeed'), type: 'application/feed+json' },
    ],
  });
}

interface Facet {
  name: 'status' | 'topic' | 'type';
  /** In the order in which a reader looks for them. */
  values: readonly string[];
  words: (lang: Lang) => Record<string, string>;
  counts: (facets: Stats) => Record<string, number>;
}

const FACETS: readonly Facet[] = [
  {
    name: 'status',
    values: [
      ...(['overdue', 'due_soon', 'open', 'undated', 'awaiting_anchor'] satisfies Status[]),
      ...(['fulfilled', 'fulfilled_late', 'partly_fulfilled'] satisfies Status[]),
      ...(['disputed', 'broken', 'withdrawn', 'superseded', 'lapsed_unverified'] satisfies Status[]),
    ],
    words: (lang) => STATUS[lang],
    counts: (facets) => facets.byStatus,
  },
  {
    name: 'topic',
    values: Object.keys(TOPIC.en) as Topic[],
    words: (lang) => TOPIC[lang],
    counts: (facets) => facets.byTopic,
  },
  {
    name: 'type',
    values: Object.keys(TYPE.en) as MentionType[],
    words: (lang) => TYPE[lang],
    counts: (facets) => facets.byType,
  },
];

/** What changes nothing of which commitments are listed, or is counted with. */
const NO_FILTERS = new Set(['lang', 'sort', 'cursor', 'limit', 'fields', 'actor']);

/** Links that narrow the list by one of its members. Counts are of everything: beside another filter they would mislead. */
function facetOf({ name, values, words, counts }: Facet, { lang, query, facets }: ListPage): Html {
  const ui = UI[lang];
  const isCounted =
    facets.total > 0 && Object.keys(query).every((key) => !query[key] || key === name || NO_FILTERS.has(key));
  const of = counts(facets);
  const link = (value: string | undefined, label: string, n: number | undefined) => {
    const current = (query[name] || undefined) === value;
    return html`<li><a href="${href('/', { ...query, [name]: value, cursor: undefined })}" aria-current="${current ? 'true' : 'false'}"><span>${label}</span>${
      isCounted ? html`<span class="n">${n ?? 0}</span>` : ''
    }</a></li>`;
  };
  const shown = values.filter((value) => facets.total === 0 || (of[value] ?? 0) > 0 || query[name] === value);
  return html`<nav aria-label="${ui[name]}"><h2>${ui[name]}</h2><ul class="facets">
${link(undefined, ui.all, facets.total)}${shown.map((value) => link(value, words(lang)[value] ?? value, of[value]))}
</ul></nav>`;
}

function search({ lang, query }: ListPage): Html {
  const ui = UI[lang];
  const option = (value: string, label: string, chosen: string | undefined) =>
    chosen === value
      ? html`<option value="${value}" selected>${label}</option>`
      : html`<option value="${value}">${label}</option>`;
  const hidden = (name: string) =>
    query[name] ? html`<input type="hidden" name="${name}" value="${query[name] ?? ''}">` : '';
  return html`<form class="search" action="/" method="get" role="search">
${hidden('lang')}${hidden('status')}${hidden('topic')}${hidden('type')}${hidden('obligor')}${hidden('regulator')}${hidden('platform')}${hidden('official')}
<p class="q"><label for="q">${ui.search}</label><input type="search" id="q" name="q" value="${query.q ?? ''}" placeholder="${ui.searchHint}" maxlength="200"></p>
<p><label for="actor">${ui.actor}</label><input id="actor" name="actor" value="${query.actor ?? ''}" placeholder="kominfo" size="10"></p>
<p><label for="sort">${ui.sort}</label><select id="sort" name="sort"><option value="">${ui.newest}</option>${option('due', ui.soonest, query.sort)}</select></p>
<p><label for="valid_at">${ui.asOf}</label><input type="date" id="valid_at" name="valid_at" value="${(query.valid_at ?? '').slice(0, 10)}"></p>
<p><button>${ui.show}</button></p>
${more(query, lang)}
</form>`;
}

/** The filters that few need, folded away until one is in force. */
const MORE = ['due_from', 'due_to', 'stated_from', 'stated_to', 'outlet', 'confidence_min', 'reviewed'] as const;

function more(query: Query, lang: Lang): Html {
  const ui = UI[lang];
  const isOpen = MORE.some((name) => query[name]);
  const input = (name: (typeof MORE)[number], label: string, attributes: Html) =>
    html`<p><label for="${name}">${label}</label><input id="${name}" name="${name}" value="${query[name] ?? ''}" ${attributes}></p>`;
  const date = html`type="date"`;
  return html`<details class="more"${isOpen ? raw(' open') : ''}><summary>${ui.moreFilters}</summary><div>
${input('due_from', `${ui.due}, ${ui.from}`, date)}${input('due_to', `${ui.due}, ${ui.until}`, date)}
${input('stated_from', `${ui.statedOn}, ${ui.from}`, date)}${input('stated_to', `${ui.statedOn}, ${ui.until}`, date)}
${input('outlet', ui.outlet, html`maxlength="100" placeholder="${ui.all}"`)}
${input('confidence_min', `${ui.confidence} ≥`, html`type="number" min="0" max="1" step="0.05" placeholder="0.8"`)}
<p><label for="reviewed">${ui.reading}</label><select id="reviewed" name="reviewed"><option value="">${ui.all}</option><option value="true"${query.reviewed === 'true' ? raw(' selected') : ''}>${ui.reviewed}</option><option value="false"${query.reviewed === 'false' ? raw(' selected') : ''}>${ui.machine}</option></select></p>
</div></details>`;
}

/** The filters in force, each with a way out of it. */
function chips({ lang, query }: ListPage): Html | '' {
  const labels: Record<string, (value: string) => string> = {
    q: (v) => `“${v}”`,
    actor: (v) => v,
    obligor: (v) => v,
    regulator: (v) => v,
    platform: (v) => v,
    official: (v) => v,
    outlet: (v) => v,
    topic: (v) => TOPIC[lang][v as Topic] ?? v,
    type: (v) => TYPE[lang][v as MentionType] ?? v,
    due_from: (v) => `${UI[lang].due} ≥ ${v}`,
    due_to: (v) => `${UI[lang].due} ≤ ${v}`,
    stated_from: (v) => `${UI[lang].statedOn} ≥ ${v}`,
    stated_to: (v) => `${UI[lang].statedOn} ≤ ${v}`,
    confidence_min: (v) => `${UI[lang].confidence} ≥ ${v}`,
    reviewed: (v) => (v === 'true' ? UI[lang].reviewed : UI[lang].machine),
    status: (v) => STATUS[lang][v as Status] ?? v,
  };
  const active = Object.keys(labels).filter((name) => query[name]);
  if (active.length === 0) return '';
  return html`<p class="chips">${active.map(
    (name) =>
      html`<a href="${href('/', { ...query, [name]: undefined, cursor: undefined })}">${labels[name]!(query[name]!)} <span aria-hidden="true">×</span></a>`,
  )}<a class="clear" href="${inLang('/', lang)}">${UI[lang].clear}</a></p>`;
}
