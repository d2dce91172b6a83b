import { html } from 'hono/html';
import * as z from 'zod';
import { listed, listQuery } from '../listing.ts';
import { day as dayOf, lang, optional } from '../parameters.ts';
import { html as htmlReply, type Reply } from '../reply.ts';
import type { ApiRequest } from '../request.ts';
import type { Input } from '../route.ts';
import { titleOf } from '../view.ts';
import { inLang, layout } from './layout.ts';
import { badge, dueDay } from './parts.ts';
import { day, month, UI } from './words.ts';

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
    ...listQuery.parse({ limit: '100' }),
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
${items.length === 0 ? html`<p class="empty">${ui.nothingDue}</p>` : ''}
${[...months].map(
  ([key, list]) =>
    html`<h2>${month(key, own, 'long')}</h2><ul class="dues">${list.map(
      (item) =>
        html`<li><time datetime="${dueDay(item) ?? ''}">${day(dueDay(item) ?? '', own, 'short')}</time><a href="${inLang(`/commitments/${item.commitment.id}`, own)}">${titleOf(item.commitment)}</a>${badge(item.result.status, own)}</li>`,
    )}</ul>`,
)}
<p class="meta"><a href="/v1/calendar.ics">${ui.subscribe} (iCalendar)</a></p>`;
  return htmlReply(layout({ lang: own, title: ui.calendar, path: '/calendar', query: request.query, body }));
}
