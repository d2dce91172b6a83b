import { html } from 'hono/html';
import { GRACE_HOURS, isCovered, SOON_DAYS, STATUS_TABLE } from '../../ledger/status.ts';
import { hashOf } from '../../ledger/store/head.ts';
import type { Commitment, Coverage, Party } from '../../ledger/types.ts';
import { oneIn } from '../commitments.ts';
import { href } from '../links.ts';
import { type DecidedReply, publishedReplies } from '../replies.ts';
import { html as htmlReply } from '../reply.ts';
import { currentClaim, type Judged, titleOf } from '../view.ts';
import { history } from './history.ts';
import { type Html, inLang, layout } from './layout.ts';
import { MISSED } from './missed.data.ts';
import { badge, dueDay, dueWords, quote, sourceHref } from './parts.ts';
import { replyForm, replyList } from './replies.ts';
import { timeline } from './timeline.ts';
import {
  CLAIM_STATE,
  day,
  instant,
  type Lang,
  number,
  OUTCOME,
  percent,
  STATUS_MEANS,
  TOPIC,
  TYPE,
  UI,
} from './words.ts';

export { oneQuery } from '../commitments.ts';

export interface CommitmentPage {
  lang: Lang;
  judged: Judged;
  replies: readonly DecidedReply[];
  query: Record<string, string | undefined>;
  at: string | null;
  now: Date;
  origin: string;
  /** What was read without a gap: how much of the press a finding of no evidence rests on. */
  coverage: Coverage;
}

/** `GET /commitments/{id}` */
export const getOne = oneIn({
  html: async (judged, { db, lang, query, now, origin }, { headers, at, coverage }) => {
    const replies = await publishedReplies(db, judged.commitment.id);
    return htmlReply(
      commitmentPage({ lang, judged, replies, query, at: at?.toISOString() ?? null, now, origin, coverage }),
      { headers: { 'last-modified': headers['last-modified']! } },
    );
  },
});

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
<section><h2>${ui.why}</h2>${why(page)}</section>
<section><h2>${ui.evidence}</h2><dl class="facts">
${fact(ui.who, partyLinks(c.obligors, lang))}
${fact(ui.towards, c.counterparties.length > 0 ? partyLinks(c.counterparties, lang) : null)}
${fact(ui.speaker, c.speaker ? partyLinks([c.speaker], lang) : ui.reporter)}
${fact(ui.due, dueWords(judged, lang))}
${fact(ui.condition, c.condition)}
${fact(ui.replacedBy, c.supersededBy ? commitmentLink(c.supersededBy, lang) : null)}
${fact(ui.replaces, c.supersedes ? html`${c.supersedes.map((id, i) => html`${i > 0 ? ', ' : ''}${commitmentLink(id, lang)}`)}` : null)}
${fact(ui.sources, `${c.sources} (${c.outlets.join(', ')})`)}
${fact(ui.confidence, `${percent(c.confidence, lang)}, ${c.reviewed.length > 0 ? `${ui.reviewed}: ${c.reviewed.join(', ')}` : ui.machine}`)}
</dl></section>
</div>
${c.claims.length > 1 ? claims(c, lang) : ''}
<h2>${ui.history}</h2>
${history(c, lang)}
${c.notes.length > 0 ? html`<h2>${ui.notes}</h2><ul class="replies">${c.notes.map((note) => html`<li>${note.text} <span class="meta">${note.by}, ${day(note.at, lang)}</span></li>`)}</ul>` : ''}
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

const commitmentLink = (id: string, lang: Lang): Html =>
  html`<a href="${inLang(`/commitments/${id}`, lang)}"><code>${id}</code></a>`;

/** Names, each a link to its record where a list knows it. */
export const partyLinks = (parties: readonly Party[], lang: Lang): Html =>
  html`${parties.map((p, i) => html`${i > 0 ? ', ' : ''}${p.actor ? html`<a href="${inLang(`/actors/${p.actor}`, lang)}">${p.text}</a>` : p.text}`)}`;

/** The status in plain words: what it claims, the row that fitted, and the facts that row looked at. */
function why({ judged: { commitment: c, result }, coverage, lang, now }: CommitmentPage): Html {
  const ui = UI[lang];
  const row = STATUS_TABLE.find((one) => one.row === result.row);
  const claim = currentClaim(c);
  const due = dueDay({ commitment: c, result });
  const outcome = c.outcomes.at(-1);
  const watched = result.status === 'overdue' ? watchedOf(coverage, result.due.latest, now) : null;
  return html`<p class="says">${STATUS_MEANS[lang][result.status]}</p>
<ul>
${watched ? html`<li>${ui.noEvidenceIn.replace('{n}', number(watched.sources, lang)).replace('{until}', day(watched.until, lang))}</li>` : ''}
${result.status === 'overdue' ? html`<li>${missedWords(lang)}</li>` : ''}
${row ? html`<li>${ui.rowSays}: <a href="${inLang('/about', lang)}#${row.row}">${row.when[lang]}</a>.</li>` : ''}
${claim && due ? html`<li>${ui.due} ${day(due, lang)}: “${claim.text.replace(/\s+/g, ' ')}” (${ui.readAs} <code>${claim.rule}</code>).</li>` : ''}
${c.slips > 0 ? html`<li>${slipWords(c, lang)}</li>` : ''}
${outcome ? html`<li>${OUTCOME[lang][outcome.kind]}, <a href="${sourceHref(outcome.evidence.article.url)}">${outcome.evidence.article.outlet}</a>, ${day(outcome.evidence.article.published, lang)}${result.certainty ? html` (${ui[`certainty_${result.certainty}`]})` : ''}.</li>` : ''}
</ul>`;
}

/** How often evidence is missed, as measured (`node bench/evidence.ts`). */
const missedWords = (lang: Lang): string =>
  UI[lang].missedOf
    .replace('{missed}', number(MISSED.ended - MISSED.seen, lang))
    .replace('{all}', number(MISSED.ended, lang));

/** Sources read without a gap around a deadline, and until when; null where coverage is only declared, or of nothing. */
export function watchedOf(
  coverage: Coverage,
  latest: string | null,
  now: Date,
): { sources: number; until: string } | null {
  if (coverage === 'complete' || latest === null) return null;
  const at = Date.parse(latest);
  const from = at - SOON_DAYS * 86_400_000;
  const to = at + GRACE_HOURS * 3_600_000;
  const read = [...coverage.values()].filter((intervals) => isCovered(intervals, from, to));
  const ends = read.flatMap((intervals) => intervals.map((interval) => interval.to)).sort();
  const until = ends.at(-1);
  // An archive may declare its coverage beyond today.
  return until === undefined
    ? null
    : { sources: read.length, until: until < now.toISOString() ? until : now.toISOString() };
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

function citation({ judged: { commitment: c }, lang, now, origin }: CommitmentPage): Html {
  const ui = UI[lang];
  const url = `${origin}/commitments/${c.id}`;
  return html`<section class="cite"><h2>${ui.cite}</h2>
<p>Tagih, “${titleOf(c)}”, ${ui.version} ${hashOf(c).slice(0, 12)}, ${ui.accessed} ${day(now.toISOString(), lang)}. <a href="${url}">${url}</a></p>
<p class="meta"><a href="/v1/commitments/${c.id}.bib">BibTeX</a>, <a href="/v1/commitments/${c.id}.csl">CSL-JSON</a>, <a href="/v1/commitments/${c.id}.json">JSON</a>, <a href="/v1/commitments/${c.id}.ics">iCalendar</a></p></section>`;
}
