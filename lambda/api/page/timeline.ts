import { scaleUtc } from 'd3-scale';
import { html } from 'hono/html';
import type { Commitment, OutcomeKind } from '../../ledger/types.ts';
import type { Html } from './layout.ts';
import { day, type Lang, month, OUTCOME, UI } from './words.ts';

const WIDTH = 760;
const MARGIN = { left: 18, right: 18 };
const AXIS_Y = 62;
const HEIGHT = 86;
const DAY_MS = 86_400_000;

/** Outcomes that speak for its being kept; the others speak against. */
export const isDone = (kind: OutcomeKind): boolean => kind === 'fulfilled' || kind === 'partly';

interface Mark {
  at: number;
  kind: 'stated' | 'mentioned' | 'due' | 'was-due' | 'outcome' | 'setback';
  label: string;
}

/** A point in time of the chart, at noon in Jakarta where only a day is known. */
const timeOf = (value: string): number => Date.parse(value.length === 10 ? `${value}T12:00:00+07:00` : value);
const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(value);

function marksOf(c: Commitment, lang: Lang): Mark[] {
  const ui = UI[lang];
  const mentions = c.mentions.map(
    (m, i): Mark => ({
      at: timeOf(m.article.published),
      kind: i === 0 ? 'stated' : 'mentioned',
      label: `${i === 0 ? ui.stated : ui.mentionedAgain}, ${m.article.outlet}, ${day(m.article.published, lang)}`,
    }),
  );
  const dues = c.claims
    .filter((claim) => isDay(claim.due))
    .map(
      (claim): Mark => ({
        at: timeOf(claim.due),
        kind: claim.state === 'superseded' ? 'was-due' : 'due',
        label: `${claim.state === 'superseded' ? ui.wasDue : ui.due}: ${day(claim.due, lang)} (“${claim.text}”)`,
      }),
    );
  const outcomes = c.outcomes.map(
    (o): Mark => ({
      at: timeOf(o.occurred.latest),
      kind: isDone(o.kind) ? 'outcome' : 'setback',
      label: `${OUTCOME[lang][o.kind]}, ${day(o.occurred.latest, lang)}`,
    }),
  );
  return [...mentions, ...dues, ...outcomes].filter((mark) => Number.isFinite(mark.at));
}

/** The same day's marks would hide each other: each of a row keeps its distance from the one before. */
function spread(points: { x: number }[], least: number): void {
  points.sort((a, b) => a.x - b.x);
  for (let i = 1; i < points.length; i++) {
    const [before, point] = [points[i - 1]!, points[i]!];
    if (point.x - before.x < least) point.x = Math.min(WIDTH - MARGIN.right, before.x + least);
  }
}

/** A commitment's story as a line of time: when it was said, when it was due each time, and what came of it. */
export function timeline(c: Commitment, lang: Lang, now: Date): Html | '' {
  const marks = marksOf(c, lang);
  const times = marks.map((mark) => mark.at);
  if (marks.length < 2) return '';
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const pad = Math.max(DAY_MS * 3, (last - first) * 0.05);
  const x = scaleUtc()
    .domain([new Date(first - pad), new Date(last + pad)])
    .range([MARGIN.left, WIDTH - MARGIN.right]);
  const ticks = x.ticks(6);
  const span = last - first;
  const placed = marks.map((mark) => ({ ...mark, x: x(new Date(mark.at)) }));
  const rowOf = (...kinds: Mark['kind'][]) => {
    const row = placed.filter((mark) => kinds.includes(mark.kind));
    spread(row, 11);
    return row;
  };
  const said = rowOf('stated', 'mentioned');
  const due = rowOf('due', 'was-due');
  const done = rowOf('outcome', 'setback');
  const today = now.getTime() > first - pad && now.getTime() < last + pad ? x(now) : null;
  const moves = due
    .slice(1)
    .map((to, i) => ({ from: due[i]!, to }))
    .filter(({ from }) => from.kind === 'was-due');
  const text = (at: number): 'start' | 'middle' | 'end' => (at < 60 ? 'start' : at > WIDTH - 60 ? 'end' : 'middle');
  const n = (value: number): string => value.toFixed(1);
  return html`
<figure class="scroll story" tabindex="0" aria-label="${UI[lang].timeline}">
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="tl">
<title id="tl">${UI[lang].timeline}: ${marks.map((mark) => mark.label).join('; ')}</title>
<line class="axis" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${AXIS_Y}" y2="${AXIS_Y}"/>
${ticks.map(
  (tick) =>
    html`<line class="tick" x1="${n(x(tick))}" x2="${n(x(tick))}" y1="${AXIS_Y}" y2="${AXIS_Y + 5}"/><text class="tick" x="${n(x(tick))}" y="${AXIS_Y + 19}" text-anchor="${text(x(tick))}">${span > 60 * DAY_MS ? month(tick.toISOString(), lang) : day(tick.toISOString(), lang, 'short')}</text>`,
)}
${today === null ? '' : html`<line class="today" x1="${n(today)}" x2="${n(today)}" y1="18" y2="${AXIS_Y}"/>`}
${moves.map(({ from, to }) => {
  const rise = Math.max(22, AXIS_Y - 22 - Math.abs(to.x - from.x) / 3);
  return html`<path class="move" d="M${n(from.x)} ${AXIS_Y - 12} C ${n(from.x)} ${n(rise)}, ${n(to.x)} ${n(rise)}, ${n(to.x)} ${AXIS_Y - 12}"/>`;
})}
${due.map((mark) => html`<path class="${mark.kind}" d="M${n(mark.x)} ${AXIS_Y - 8} l7 7 l-7 7 l-7 -7 z"><title>${mark.label}</title></path>`)}
${said.map((mark) => html`<circle class="${mark.kind}" cx="${n(mark.x)}" cy="${AXIS_Y}" r="${mark.kind === 'stated' ? 6 : 4}"><title>${mark.label}</title></circle>`)}
${done.map((mark) => html`<g class="${mark.kind}" transform="translate(${n(mark.x)} ${AXIS_Y})"><title>${mark.label}</title><circle r="8"/><path d="${mark.kind === 'outcome' ? 'M-3.5 0 l2.5 3 l4.5 -6' : 'M-3 -3 l6 6 m0 -6 l-6 6'}"/></g>`)}
</svg>
<figcaption>${legend(said.length > 1, due, done, lang)}</figcaption>
</figure>`;
}

function legend(again: boolean, due: { kind: string }[], done: { kind: string }[], lang: Lang): Html {
  const ui = UI[lang];
  const entries: [string, string][] = [['stated', ui.stated]];
  if (again) entries.push(['mentioned', ui.mentionedAgain]);
  if (due.some(({ kind }) => kind === 'was-due')) entries.push(['was-due', ui.wasDue]);
  if (due.some(({ kind }) => kind === 'due')) entries.push(['due', ui.due.toLowerCase()]);
  if (done.some(({ kind }) => kind === 'outcome')) entries.push(['outcome', ui.outcomes.toLowerCase()]);
  if (done.some(({ kind }) => kind === 'setback')) entries.push(['setback', ui.setbacks]);
  return html`${entries.map(([kind, words]) => html`<span class="key ${kind}">${words}</span>`)}`;
}
