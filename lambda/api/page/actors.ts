import { html } from 'hono/html';
import { actorById } from '../../extract/actors/gazetteer.ts';
import { type ActorLine, type ActorRecord, recorded, recordFor } from '../actors.ts';
import { html as htmlReply, type Reply } from '../reply.ts';
import type { ApiRequest } from '../request.ts';
import type { Judged } from '../view.ts';
import { durations } from './durations.ts';
import { type Html, inLang, layout } from './layout.ts';
import { rows } from './parts.ts';
import { day, type Lang, number, STATUS, UI } from './words.ts';

interface Asked {
  lang: Lang;
  query: Record<string, string | undefined>;
}

/** `GET /actors` */
export async function actors(request: ApiRequest): Promise<Reply> {
  return htmlReply(actorsPage(request, await recorded(request)), { maxAge: 60 });
}

/** `GET /actors/{id}` */
export async function actor(request: ApiRequest): Promise<Reply> {
  const { view, record, own, items } = await recordFor(request);
  return htmlReply(actorPage(request, { actor: view, record, own, now: request.now, items: items.slice(0, 50) }));
}

/** Everybody of whom something is recorded, by kind. */
export function actorsPage({ lang, query }: Asked, lines: readonly ActorLine[]): string {
  const ui = UI[lang];
  const kinds = ['regulator', 'platform', 'company', 'group'] as const;
  const body = html`<h1>${ui.actors}</h1><p>${ui.actorsIntro}</p>
<div class="kinds">${kinds.map((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    if (own.length === 0) return '';
    return html`<section><h2>${ui[kind]}</h2><ul class="names">${own.map(
      (line) =>
        html`<li><a href="${inLang(`/actors/${line.id}`, lang)}">${line.name}</a> <span class="n">${line.commitments}</span></li>`,
    )}</ul></section>`;
  })}</div>`;
  return layout({ lang, title: ui.actors, path: '/actors', query, body });
}

interface ActorPage {
  actor: Omit<ActorLine, 'commitments'>;
  record: ActorRecord;
  /** Its own commitments: what the record counts. */
  own: readonly Judged[];
  now: Date;
  items: readonly Judged[];
}

/** One actor: who it is, what it kept, what it kept late, what lapsed, and how long it takes. */
export function actorPage({ lang, query }: Asked, { actor, record, own, now, items }: ActorPage): string {
  const ui = UI[lang];
  const other = (id: string | null, label: string) =>
    id
      ? html`<dt>${label}</dt><dd><a href="${inLang(`/actors/${id}`, lang)}">${actorById(id)?.name ?? id}</a></dd>`
      : '';
  const body = html`<p class="kicker meta">${ui[actor.kind]}</p><h1>${actor.name}</h1>
<dl class="facts">
${actor.aliases.length > 0 ? html`<dt>${ui.alsoKnown}</dt><dd>${actor.aliases.join(', ')}</dd>` : ''}
${other(actor.predecessor, ui.before)}${other(actor.successor, ui.after)}
${actor.posts.length > 0 ? html`<dt>${ui.posts}</dt><dd>${actor.posts.map((post) => html`${post.post}, <a href="${inLang(`/actors/${post.org}`, lang)}">${actorById(post.org)?.name ?? post.org}</a>${period(post, lang)}<br>`)}</dd>` : ''}
</dl>
<section aria-labelledby="record"><h2 id="record">${ui.record}</h2>
${record.counted > 0 ? recordBar(record, lang) : html`<p class="empty">${ui.none}</p>`}
<p class="meta">${ui.recordNote} ${ui.counted}: ${record.counted}${record.complete ? '' : '+'}${record.medianDaysToFulfil === null ? '' : html` · ${ui.medianDays}: ${number(record.medianDaysToFulfil, lang)}`}${record.medianDaysLate === null ? '' : html` · ${ui.medianLate}: ${number(record.medianDaysLate, lang)}`}${record.slips > 0 ? html` · ${record.slips} ${ui.slips}` : ''}</p>${durations(own, lang, now)}</section>
<h2>${ui.takesPart}</h2>
${items.length > 0 ? rows(items, lang) : html`<p class="empty">${ui.none}</p>`}
<p class="meta"><a href="/v1/actors/${actor.id}">JSON</a>, <a href="${inLang('/', lang, { [actor.kind === 'official' ? 'official' : 'actor']: actor.id })}">${ui.filter}</a></p>`;
  return layout({ lang, title: actor.name, path: `/actors/${actor.id}`, query, body });
}

function period({ from, to }: { from: string | null; to: string | null }, lang: Lang): string {
  const ui = UI[lang];
  const named = (value: string): string => (value.length === 10 ? day(value, lang) : value);
  return `${from ? ` ${ui.from} ${named(from)}` : ''}${to ? ` ${ui.until} ${named(to)}` : ''}`;
}

/** Shares of the record as one bar, each with its number; the numbers are text, so nothing rests on colour alone. */
function recordBar(record: ActorRecord, lang: Lang): Html {
  const ui = UI[lang];
  const parts = [
    ['kept', record.kept, ui.kept],
    ['late', record.late, ui.late],
    ['overdue', record.overdue, ui.overdueN],
    ['lapsed', record.lapsedUnverified, STATUS[lang].lapsed_unverified],
    ['broken', record.broken, ui.brokenN],
    ['open', record.open, ui.openN],
    ['undated', record.undated, ui.undatedN],
    ['other', record.other + record.withdrawn, ui.otherN],
  ] as const;
  const shown = parts.filter(([, n]) => n > 0);
  return html`<ul class="record">${shown.map(([kind, n, label]) => html`<li class="${kind}" style="flex-grow:${n}"><strong>${n}</strong> ${label}</li>`)}</ul>`;
}
