import { html } from 'hono/html';
import { STATUS_TABLE } from '../../ledger/status.ts';
import { hashOf } from '../../ledger/store/head.ts';
import type { Commitment, Event, Party } from '../../ledger/types.ts';
import { href } from '../links.ts';
import type { DecidedReply } from '../replies.ts';
import { currentClaim, type Judged, titleOf } from '../view.ts';
import { type Html, inLang, layout } from './layout.ts';
import { badge, dueDay, dueWords, quote, sourceHref } from './parts.ts';
import { replyForm, replyList } from './replies.ts';
import { isDone, timeline } from './timeline.ts';
import { CLAIM_STATE, day, EVENT, instant, type Lang, OUTCOME, STATUS_MEANS, TOPIC, TYPE, UI } from './words.ts';

export interface CommitmentPage {
  lang: Lang;
  judged: Judged;
  replies: readonly DecidedReply[];
  query: Record<string, string | undefined>;
  at: string | null;
  now: Date;
  origin: string;
}

/** One commitment as a story: what it is, why its status, its deadlines, and its history with every quote. */
export function commitmentPage(page: CommitmentPage): string {
  const { lang, judged, query, at, replies } = page;
  const ui = UI[lang];
  const { commitment: c, result } = judged;
  const title = titleOf(c);
  const fact = (name: string, value: Html | string | null) => (value ? html`<dt>${name}</dt><dd>${value}</dd>` : '');
  const first = c.mentions[0];
  const path = `/commitments/${c.id}`;
  const body = html`
<article>
<p class="kicker">${badge(result.status, lang)} <span class="meta"><span>${TYPE[lang][c.type]}</span><span>${TOPIC[lang][c.topic]}</span></span></p>
<h1>${title}</h1>
${at ? html`<p class="notice">${ui.viewedAt} ${instant(at, lang)}. <a href="${href(path, { ...query, valid_at: undefined, as_of: undefined })}">${ui.now}</a></p>` : ''}
${first ? quote(first.quote, first.article, lang, first.mention.action.text) : ''}
${timeline(c, lang, page.now)}
<div class="split">
<section><h2>${ui.why}</h2>${why(judged, lang)}</section>
<section><h2>${ui.evidence}</h2><dl class="facts">
${fact(ui.who, partyLinks(c.obligors, lang))}
${fact(ui.towards, c.counterparties.length > 0 ? partyLinks(c.counterparties, lang) : null)}
${fact(ui.speaker, c.speaker ? partyLinks([c.speaker], lang) : ui.reporter)}
${fact(ui.due, dueWords(judged, lang))}
${fact(ui.condition, c.condition)}
${fact(ui.sources, `${c.sources} (${c.outlets.join(', ')})`)}
${fact(ui.confidence, `${c.confidence.toFixed(2)}, ${c.reviewed.length > 0 ? `${ui.reviewed}: ${c.reviewed.join(', ')}` : ui.machine}`)}
</dl></section>
</div>
${c.claims.length > 1 ? claims(c, lang) : ''}
<h2>${ui.history}</h2>
<ol class="time">${c.events.map((event) => historyLine(event, c, lang))}</ol>
${replies.length > 0 ? html`<h2>${ui.replies}</h2>${replyList(replies, lang)}` : ''}
${c.mentions.some((m) => m.article.sample) ? html`<p class="notice">${ui.sampleNote}</p>` : ''}
${citation(page)}
${replyForm(c.id, lang)}
</article>`;
  return layout({
    lang,
    title,
    path,
    query,
    body,
    alternates: [
      { href: `/v1${path}.json`, type: 'application/json' },
      { href: `/v1${path}.bib`, type: 'application/x-bibtex' },
    ],
  });
}

/** Names, each a link to its record where a list knows it. */
export const partyLinks = (parties: readonly Party[], lang: Lang): Html =>
  html`${parties.map((p, i) => html`${i > 0 ? ', ' : ''}${p.actor ? html`<a href="${inLang(`/actors/${p.actor}`, lang)}">${p.text}</a>` : p.text}`)}`;

/** The status in plain words: what it claims, the row that fitted, and the facts that row looked at. */
function why({ commitment: c, result }: Judged, lang: Lang): Html {
  const ui = UI[lang];
  const row = STATUS_TABLE.find((one) => one.row === result.row);
  const claim = currentClaim(c);
  const due = dueDay({ commitment: c, result });
  const outcome = c.outcomes.at(-1);
  return html`<p class="says">${STATUS_MEANS[lang][result.status]}</p>
<ul>
${row ? html`<li>${ui.rowSays}: <a href="${inLang('/about', lang)}#${row.row}">${row.when[lang]}</a>.</li>` : ''}
${claim && due ? html`<li>${ui.due} ${day(due, lang)}: “${claim.text.replace(/\s+/g, ' ')}” (${ui.readAs} <code>${claim.rule}</code>).</li>` : ''}
${c.slips > 0 ? html`<li>${slipWords(c, lang)}</li>` : ''}
${outcome ? html`<li>${OUTCOME[lang][outcome.kind]}, <a href="${sourceHref(outcome.evidence.article.url)}">${outcome.evidence.article.outlet}</a>, ${day(outcome.evidence.article.published, lang)}${result.certainty ? html` (${ui[`certainty_${result.certainty}`]})` : ''}.</li>` : ''}
</ul>`;
}

function slipWords(c: Commitment, lang: Lang): string {
  const ui = UI[lang];
  const days = c.claims
    .filter((claim) => /^\d{4}-/.test(claim.due) && claim.state !== 'rival')
    .map((claim) => claim.due);
  return `${c.slips} ${ui.slips}: ${[...new Set(days)].map((value) => day(value, lang)).join(' → ')}.`;
}

function claims(c: Commitment, lang: Lang): Html {
  const ui = UI[lang];
  const due = (value: string) =>
    value === 'vague' ? ui.vague : value === 'unanchored' ? ui.unanchored : day(value, lang);
  return html`<h2>${ui.deadlines}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${ui.deadlines}"><table>
<thead><tr><th scope="col">${ui.due}</th><th scope="col">${ui.deadlineWords}</th><th scope="col">${ui.state}</th><th scope="col">${ui.source}</th><th scope="col">${ui.rule}</th></tr></thead>
<tbody>${c.claims.map(
    (claim) =>
      html`<tr class="${claim.state}"><td>${due(claim.due)}</td><td>“${claim.text.replace(/\s+/g, ' ')}”</td><td>${CLAIM_STATE[lang][claim.state]}</td><td><a href="${sourceHref(claim.evidence.article.url)}">${claim.evidence.article.outlet}</a>, ${day(claim.statedAt, lang)}</td><td><code>${claim.rule}</code></td></tr>`,
  )}</tbody></table></div>`;
}

/** One event of the history, with the quote it rests on where it has one. */
function historyLine(event: Event, c: Commitment, lang: Lang): Html {
  const mention = c.mentions.find((m) => m.id === event.about);
  const claim = c.claims.find((one) => one.id === event.about);
  const outcome = c.outcomes.find((one) => one.id === event.about);
  const what = outcome ? `${EVENT[lang][event.kind]}: ${OUTCOME[lang][outcome.kind]}` : EVENT[lang][event.kind];
  const { from, to } = event.detail;
  const kind = outcome ? (isDone(outcome.kind) ? 'outcome' : 'setback') : event.kind;
  return html`<li class="${kind}"><time datetime="${event.occurredAt}">${day(event.occurredAt, lang)}</time> <strong>${what}</strong>${
    from && to ? html`: ${day(String(from), lang)} → ${day(String(to), lang)}` : ''
  }
${mention ? quote(mention.quote, mention.article, lang, mention.mention.action.text) : ''}
${!mention && claim ? quote(claim.evidence.quote, claim.evidence.article, lang, claim.text) : ''}
${outcome ? quote(outcome.evidence.quote, outcome.evidence.article, lang) : ''}
</li>`;
}

function citation({ judged: { commitment: c }, lang, now, origin }: CommitmentPage): Html {
  const ui = UI[lang];
  const url = `${origin}/commitments/${c.id}`;
  return html`<section class="cite"><h2>${ui.cite}</h2>
<p>Tagih, “${titleOf(c)}”, ${ui.version} ${hashOf(c).slice(0, 12)}, ${ui.accessed} ${day(now.toISOString(), lang)}. <a href="${url}">${url}</a></p>
<p class="meta"><a href="/v1/commitments/${c.id}.bib">BibTeX</a>, <a href="/v1/commitments/${c.id}.csl">CSL-JSON</a>, <a href="/v1/commitments/${c.id}.json">JSON</a>, <a href="/v1/commitments/${c.id}.ics">iCalendar</a></p></section>`;
}
