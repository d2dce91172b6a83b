import { scaleSqrt } from 'd3-scale';
import { html } from 'hono/html';
import { doneAt } from '../actors.ts';
import { type Judged, titleOf } from '../view.ts';
import { type Html, inLang } from './layout.ts';
import { type Lang, STATUS, UI } from './words.ts';

const WIDTH = 760;
const LEFT = 292;
const RIGHT = 22;
const ROW = 24;
const TOP = 8;
const MOST = 20;
const DAY_MS = 86_400_000;
/** Days that a reader thinks in. */
const TICKS = [0, 7, 30, 90, 180, 365, 730, 1460, 2920];
/** Letters of an action that fit to the left. */
const LETTERS = 42;

interface Span {
  item: Judged;
  /** Days from the first statement; null where there is none. */
  due: number | null;
  done: number | null;
  /** Where it is past due until now, or was still open. */
  until: number | null;
}

function spanOf(item: Judged, now: Date): Span {
  const stated = Date.parse(item.commitment.statedAt);
  const days = (at: number): number => Math.max(0, (at - stated) / DAY_MS);
  const { latest } = item.result.due;
  const done = doneAt(item);
  return {
    item,
    due: latest === null ? null : days(Date.parse(latest)),
    done: done === null ? null : days(done),
    until: item.result.status === 'overdue' ? days(now.getTime()) : null,
  };
}

/** How long each of an actor's commitments took or takes: from its statement to its deadline, and to what came of it. */
export function durations(items: readonly Judged[], lang: Lang, now: Date): Html | '' {
  const ui = UI[lang];
  const spans = items
    .map((item) => spanOf(item, now))
    .filter((span) => span.due !== null || span.done !== null)
    .slice(0, MOST);
  if (spans.length < 2) return '';
  const most = Math.max(14, ...spans.flatMap(({ due, done, until }) => [due ?? 0, done ?? 0, until ?? 0]));
  // Weeks and years on one axis: the root keeps the short ones apart.
  const x = scaleSqrt()
    .domain([0, most])
    .range([LEFT, WIDTH - RIGHT]);
  const height = TOP + spans.length * ROW + 26;
  const n = (value: number): string => value.toFixed(1);
  const ticks = TICKS.filter((tick) => tick <= most).filter((tick, i, all) => i === 0 || x(tick) - x(all[i - 1]!) > 24);
  return html`<figure class="scroll story spans" tabindex="0" aria-label="${ui.howLong}">
<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="group" aria-labelledby="spans">
<title id="spans">${ui.howLong}</title>
${ticks.map((tick) => html`<line class="grid" x1="${n(x(tick))}" x2="${n(x(tick))}" y1="${TOP}" y2="${height - 24}"/><text x="${n(x(tick))}" y="${height - 8}" text-anchor="middle">${tick}</text>`)}
<text x="${LEFT - 14}" y="${height - 8}" text-anchor="end">${ui.daysSince}</text>
${spans.map((span, i) => {
  const y = TOP + i * ROW + ROW / 2;
  const { commitment: c, result } = span.item;
  const end = Math.max(span.due ?? 0, span.done ?? 0);
  const words = c.action.replace(/\s+/g, ' ');
  const short = words.length > LETTERS ? `${words.slice(0, LETTERS - 1)}…` : words;
  return html`<a href="${inLang(`/commitments/${c.id}`, lang)}"><title>${titleOf(c)} (${STATUS[lang][result.status]})</title>
<text class="act" x="0" y="${y + 4}">${short}</text>
<line class="span" x1="${LEFT}" x2="${n(x(end))}" y1="${y}" y2="${y}"/>
${span.until === null ? '' : html`<line class="over" x1="${n(x(span.due ?? 0))}" x2="${n(x(span.until))}" y1="${y}" y2="${y}"/>`}
<circle class="stated" cx="${LEFT}" cy="${y}" r="3.5"/>
${span.due === null ? '' : html`<path class="due" d="M${n(x(span.due))} ${y - 7} l6.5 7 l-6.5 7 l-6.5 -7 z"/>`}
${span.done === null ? '' : html`<g class="outcome" transform="translate(${n(x(span.done))} ${y})"><circle r="7"/><path d="M-3.2 0 l2.3 2.8 l4.2 -5.6"/></g>`}</a>`;
})}
</svg>
<figcaption><span class="key stated">${ui.stated}</span><span class="key due">${ui.due.toLowerCase()}</span><span class="key outcome">${ui.done}</span>${spans.some(({ until }) => until !== null) ? html`<span class="key over">${ui.pastDue}</span>` : ''}</figcaption>
</figure>`;
}
