import { html } from 'hono/html';
import type { Commitment, Event } from '../../ledger/types.ts';
import { type Judged, shortQuote } from '../view.ts';
import { type Html, href, layout } from './layout.ts';
import { badge, dueWords, quote, sourceHref } from './list.ts';
import { CLAIM_STATE, day, EVENT, instant, type Lang, OUTCOME, STATUS_MEANS, TOPIC, TYPE, UI } from './words.ts';

export interface CommitmentPage {
  lang: Lang;
  judged: Judged;
  query: Record<string, string | undefined>;
  at: string | null;
}

/** One commitment as a story: what it is, why its status, its deadlines, and its history with every quote. */
export function commitmentPage({ lang, judged, query, at }: CommitmentPage): string {
  const ui = UI[lang];
  const { commitment: c, result } = judged;
  const title = `${c.obligors.map((party) => party.text).join(', ')}: ${c.action.replace(/\s+/g, ' ')}`;
  const fact = (name: string, value: Html | string | null) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : '');
  const body = html`
<h1>${title}</h1>
<p>${badge(result.status, lang)} <span class="meta"><span>${TYPE[lang][c.type]}</span><span>${TOPIC[lang][c.topic]}</span><span>${c.reviewed.length > 0 ? ui.reviewed : ui.machine}</span><span>${ui.confidence} ${c.confidence.toFixed(2)}</span></span></p>
${c.mentions.some((m) => m.article.sample) ? html`<p class="notice">${ui.sampleNote}</p>` : ''}
${at ? html`<p class="notice">${ui.viewedAt} ${instant(at, lang)}. <a href="${href(`/commitments/${c.id}`, { ...query, valid_at: undefined })}">${ui.now}</a></p>` : ''}
<dl class="facts">
${fact(ui.who, c.obligors.map((party) => party.text).join(', '))}
${fact(ui.towards, c.counterparties.map((party) => party.text).join(', '))}
${fact(ui.speaker, c.speaker?.text ?? ui.reporter)}
${fact(ui.due, dueWords(judged, lang))}
${fact(ui.condition, c.condition)}
${fact(ui.why, html`${STATUS_MEANS[lang][result.status]} <span class="meta">(${ui.rule} ${result.row})</span>`)}
</dl>
${c.claims.length > 0 ? claims(c, lang) : ''}
${c.outcomes.length > 0 ? outcomes(c, lang) : ''}
<h2>${ui.history}</h2>
<ol class="time">${c.events.map((event) => timeline(event, c, lang))}</ol>
<p class="meta"><a href="/v1/commitments/${c.id}">JSON</a></p>
`;
  return layout({ lang, title, path: `/commitments/${c.id}`, query, body });
}

function claims(c: Commitment, lang: Lang): Html {
  const ui = UI[lang];
  const due = (value: string) =>
    value === 'vague' ? ui.vague : value === 'unanchored' ? ui.unanchored : day(value, lang);
  return html`<h2>${ui.deadlines}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${ui.deadlines}"><table>
<thead><tr><th scope="col">${ui.due}</th><th scope="col">“…”</th><th scope="col">${ui.state}</th><th scope="col">${ui.outlet}</th><th scope="col">${ui.rule}</th></tr></thead>
<tbody>${c.claims.map(
    (claim) =>
      html`<tr><td>${due(claim.due)}</td><td>“${claim.text.replace(/\s+/g, ' ')}”</td><td>${CLAIM_STATE[lang][claim.state]}</td><td><a href="${sourceHref(claim.evidence.article.url)}">${claim.evidence.article.outlet}</a>, ${day(claim.statedAt, lang)}</td><td>${claim.rule}</td></tr>`,
  )}</tbody></table></div>`;
}

function outcomes(c: Commitment, lang: Lang): Html {
  return html`<h2>${UI[lang].outcomes}</h2>
${c.outcomes.map((outcome) => html`<p><strong>${OUTCOME[lang][outcome.kind]}</strong></p>${quote(outcome.evidence.quote, outcome.evidence.article, lang)}`)}`;
}

/** One event of the history, with the quote it rests on where it has one. */
function timeline(event: Event, c: Commitment, lang: Lang): Html {
  const mention = c.mentions.find((m) => m.id === event.about);
  const claim = c.claims.find((one) => one.id === event.about);
  const outcome = c.outcomes.find((one) => one.id === event.about);
  const what = outcome ? `${EVENT[lang][event.kind]}: ${OUTCOME[lang][outcome.kind]}` : EVENT[lang][event.kind];
  const { from, to } = event.detail;
  return html`<li class="${event.kind}"><strong>${day(event.occurredAt, lang)}</strong> ${what}${
    from && to ? html`: ${day(String(from), lang)} → ${day(String(to), lang)}` : ''
  }
${mention ? quote(mention.quote, mention.article, lang) : ''}
${!mention && claim ? html`<blockquote>${shortQuote(claim.evidence.quote)}</blockquote>` : ''}
${outcome ? quote(outcome.evidence.quote, outcome.evidence.article, lang) : ''}
</li>`;
}
