import { html } from 'hono/html';
import type { MentionType, Topic } from '../../extract/types.ts';
import type { Stats } from '../../ledger/store/changes.ts';
import type { Status } from '../../ledger/types.ts';
import { href } from '../links.ts';
import type { Judged } from '../view.ts';
import { type Html, inLang, layout } from './layout.ts';
import { rows } from './parts.ts';
import { instant, type Lang, STATUS, TOPIC, TYPE, UI } from './words.ts';

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
<aside aria-label="${ui.filter}">${statusFacets(page)}</aside>
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

/** The order in which a reader looks for them, in the groups that they are shown in. */
const GROUPS: Status[][] = [
  ['overdue', 'due_soon', 'open', 'undated', 'awaiting_anchor'],
  ['fulfilled', 'fulfilled_late', 'partly_fulfilled'],
  ['disputed', 'broken', 'withdrawn', 'superseded', 'lapsed_unverified'],
];

function statusFacets({ lang, query, facets }: ListPage): Html {
  const ui = UI[lang];
  const hasCounts = facets.total > 0 && !query.valid_at;
  const link = (status: Status | undefined, label: string, n: number | undefined) => {
    const current = (query.status || undefined) === status;
    return html`<li><a class="${status ?? 'all'}" href="${href('/', { ...query, status, cursor: undefined })}" aria-current="${current ? 'true' : 'false'}"><span>${label}</span>${
      hasCounts ? html`<span class="n">${n ?? 0}</span>` : ''
    }</a></li>`;
  };
  const isShown = (status: Status): boolean =>
    !hasCounts || (facets.byStatus[status] ?? 0) > 0 || query.status === status;
  return html`<nav aria-label="${ui.status}"><h2>${ui.status}</h2><ul class="facets">
${link(undefined, ui.all, facets.total)}${GROUPS.flat()
  .filter(isShown)
  .map((status) => link(status, STATUS[lang][status], facets.byStatus[status]))}
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
${hidden('lang')}${hidden('status')}${hidden('outlet')}${hidden('regulator')}${hidden('platform')}${hidden('official')}
<p class="q"><label for="q">${ui.search}</label><input type="search" id="q" name="q" value="${query.q ?? ''}" placeholder="${ui.searchHint}" maxlength="200"></p>
<p><label for="actor">${ui.actor}</label><input id="actor" name="actor" value="${query.actor ?? ''}" placeholder="kominfo" size="10"></p>
<p><label for="topic">${ui.topic}</label><select id="topic" name="topic"><option value="">${ui.all}</option>${(Object.keys(TOPIC[lang]) as Topic[]).map((t) => option(t, TOPIC[lang][t], query.topic))}</select></p>
<p><label for="type">${ui.type}</label><select id="type" name="type"><option value="">${ui.all}</option>${(Object.keys(TYPE[lang]) as MentionType[]).map((t) => option(t, TYPE[lang][t], query.type))}</select></p>
<p><label for="sort">${ui.sort}</label><select id="sort" name="sort"><option value="">${ui.newest}</option>${option('due', ui.soonest, query.sort)}</select></p>
<p><label for="valid_at">${ui.asOf}</label><input type="date" id="valid_at" name="valid_at" value="${(query.valid_at ?? '').slice(0, 10)}"></p>
<p><button>${ui.show}</button></p>
</form>`;
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
    stated_from: (v) => `≥ ${v}`,
    stated_to: (v) => `≤ ${v}`,
  };
  const active = Object.keys(labels).filter((name) => query[name]);
  if (active.length === 0) return '';
  return html`<p class="chips">${active.map(
    (name) =>
      html`<a href="${href('/', { ...query, [name]: undefined, cursor: undefined })}">${labels[name]!(query[name]!)} <span aria-hidden="true">×</span></a>`,
  )}<a class="clear" href="${inLang('/', lang)}">${UI[lang].clear}</a></p>`;
}
