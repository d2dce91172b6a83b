import { html } from 'hono/html';
import { type FeedHealth, feedHealth } from '../../crawl/health.ts';
import { html as htmlReply, type Reply } from '../reply.ts';
import type { ApiRequest } from '../request.ts';
import { layout } from './layout.ts';
import { CONDITION, day, instant, type Lang, UI } from './words.ts';

/** `GET /feeds` */
export async function feeds({ db, now, lang, query }: ApiRequest): Promise<Reply> {
  return htmlReply(feedsHtml(lang, await feedHealth(db, now), query), { maxAge: 30 });
}

/** The health of every source: a line each, the trouble in words. */
export function feedsHtml(lang: Lang, items: FeedHealth[], query: Record<string, string | undefined>): string {
  const ui = UI[lang];
  const when = (value: string | null | undefined) => (value ? instant(value, lang) : '–');
  const body = html`
<h1>${ui.feedHealth}</h1>
<p class="prose">${ui.feedsIntro}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${ui.feedHealth}"><table>
<thead><tr><th scope="col">${ui.outlet}</th><th scope="col">${ui.state}</th><th scope="col">${ui.coveredSince}</th><th scope="col">${ui.lastSuccess}</th><th scope="col">${ui.entries}</th><th scope="col">${ui.gaps}</th><th scope="col">${ui.nextPoll}</th></tr></thead>
<tbody>${items.map(
    (feed) =>
      html`<tr><td>${feed.outlet}${feed.id === feed.outlet ? '' : html`<br><span class="meta">${feed.id}</span>`}${feed.sample ? html` <span class="meta">(${ui.sample})</span>` : ''}</td><td>${CONDITION[lang][feed.condition]}${
        feed.lastError && feed.failuresInARow > 0 ? html`<br><span class="meta">${feed.lastError.message}</span>` : ''
      }</td><td>${day(feed.startedAt, lang)}</td><td>${when(feed.lastSuccessAt)}</td><td>${feed.newToday}</td><td>${feed.gapCount}</td><td>${when(feed.nextPollAt)}</td></tr>`,
  )}</tbody></table></div>`;
  return layout({ lang, title: ui.feedHealth, path: '/feeds', query, body });
}
