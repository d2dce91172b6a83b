import { scaleBand, scaleLinear } from 'd3-scale';
import { html } from 'hono/html';
import * as z from 'zod/mini';
import { listed, listQuery } from '../listing.ts';
import { day as dayOf, lang, optional } from '../parameters.ts';
import { html as htmlReply, type Reply } from '../reply.ts';
import type { ApiRequest } from '../request.ts';
import type { Input } from '../route.ts';
import { type Judged, titleOf } from '../view.ts';
import { type Html, inLang, layout } from './layout.ts';
import { badge, dueDay } from './parts.ts';
import { day, type Lang, month, UI } from './words.ts';

export const calendarPageQuery = z.strictObject({
  from: optional(dayOf, 'First day to show; the first of this month where it is not given', '2022-07-01'),
  lang,
});

const MONTHS = 12;
const shifted = (day: string, months: number): string => {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
};

/** `GET /calendar`: what falls due, by month, a year at a time. */
export async function calendarPage(
  request: ApiRequest,
  { query }: Input<z.output<typeof calendarPageQuery>, undefined>,
): Promise<Reply> {
  const { lang: own, now } = request;
  const ui = UI[own];
  const today = new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
  const from = query.from ?? `${today.slice(0, 7)}-01`;
  const until = shifted(from, MONTHS);
  const lastDay = new Date(Date.parse(`${until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const { items } = await listed(request, {
    ...z.parse(listQuery, { limit: '100' }),
    sort: 'due',
    due_from: from,
    due_to: lastDay,
  });
  const months = new Map<string, typeof items>();
  for (const item of items) {
    const key = (dueDay(item) ?? '').slice(0, 7);
    months.set(key, [...(months.get(key) ?? []), item]);
  }
  const body = html`<h1>${ui.calendar}</h1><p>${ui.calendarIntro}</p>
<nav aria-label="${ui.calendar}" class="pager"><a href="${inLang('/calendar', own, { from: shifted(from, -MONTHS) })}">← ${ui.earlier}</a> <strong>${month(from, own, 'long')} – ${month(lastDay, own, 'long')}</strong> <a href="${inLang('/calendar', own, { from: until })}">${ui.later} →</a>${query.from ? html` <a href="${inLang('/calendar', own)}">${ui.today}</a>` : ''}</nav>
${items.length > 0 ? monthsPlot(from, months, own) : ''}
${items.length === 0 ? html`<p class="empty">${ui.nothingDue}</p>` : ''}
${[...months].map(
  ([key, list]) =>
    html`<h2 id="m${key}">${month(key, own, 'long')}</h2><ul class="dues">${list.map(
      (item) =>
        html`<li><time datetime="${dueDay(item) ?? ''}">${day(dueDay(item) ?? '', own, 'short')}</time><a href="${inLang(`/commitments/${item.commitment.id}`, own)}">${titleOf(item.commitment)}</a>${badge(item.result.status, own)}</li>`,
    )}</ul>`,
)}
<p class="meta"><a href="/v1/calendar.ics">${ui.subscribe} (iCalendar)</a></p>`;
  return htmlReply(layout({ lang: own, title: ui.calendar, path: '/calendar', query: request.query, body }));
}

const WIDTH = 760;
const HEIGHT = 96;
const BASE = 72;

/** How much falls due in each month of the year that is shown. */
function monthsPlot(from: string, months: ReadonlyMap<string, readonly Judged[]>, lang: Lang): Html {
  const keys = Array.from({ length: MONTHS }, (_, i) => shifted(from, i).slice(0, 7));
  const count = (key: string): number => months.get(key)?.length ?? 0;
  const x = scaleBand(keys, [8, WIDTH - 8]).paddingInner(0.25);
  const y = scaleLinear([0, Math.max(1, ...keys.map(count))], [BASE, 16]);
  const n = (value: number): string => value.toFixed(1);
  const bar = (key: string): Html => {
    const left = x(key) ?? 0;
    const middle = left + x.bandwidth() / 2;
    const top = y(count(key));
    return html`<a href="#m${key}"><rect x="${n(left)}" y="${n(top)}" width="${n(x.bandwidth())}" height="${n(BASE - top)}"/><text class="count" x="${n(middle)}" y="${n(top - 4)}" text-anchor="middle">${count(key)}</text></a>`;
  };
  return html`<figure class="scroll story bars" tabindex="0" aria-label="${UI[lang].perMonth}">
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="group" aria-labelledby="bars"><title id="bars">${UI[lang].perMonth}</title>
<line class="axis" x1="0" x2="${WIDTH}" y1="${BASE}" y2="${BASE}"/>
${keys.filter((key) => count(key) > 0).map(bar)}
${keys.map((key) => html`<text x="${n((x(key) ?? 0) + x.bandwidth() / 2)}" y="${HEIGHT - 6}" text-anchor="middle">${month(key, lang)}</text>`)}
</svg></figure>`;
}
