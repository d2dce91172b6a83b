import { html } from 'hono/html';
import type { DecidedReply } from '../replies.ts';
import { type Html, inLang, layout } from './layout.ts';
import { day, type Lang, UI } from './words.ts';

interface Asked {
  lang: Lang;
  query: Record<string, string | undefined>;
}

const OUTCOME: Record<Lang, Record<DecidedReply['outcome'], string>> = {
  id: { published: 'diterbitkan', corrected: 'dikoreksi', declined: 'tidak diterima' },
  en: { published: 'published', corrected: 'corrected', declined: 'declined' },
};

/** The form by which anyone can answer a record. It works without scripts. */
export function replyForm(commitment: string, lang: Lang): Html {
  const ui = UI[lang];
  return html`<details class="reply"><summary>${ui.reply}</summary>
<p>${ui.replyIntro}</p>
<form method="post" action="${inLang(`/v1/commitments/${commitment}/replies.html`, lang)}">
<p><label for="kind">${ui.type}</label><select id="kind" name="kind"><option value="correction">${ui.kindCorrection}</option><option value="reply">${ui.kindReply}</option></select></p>
<p><label for="name">${ui.name}</label><input id="name" name="name" required maxlength="120" autocomplete="name"></p>
<p><label for="organisation">${ui.organisation}</label><input id="organisation" name="organisation" maxlength="160" autocomplete="organization"></p>
<p><label for="contact">${ui.contact}</label><input id="contact" name="contact" type="email" required maxlength="200" autocomplete="email"></p>
<p><label for="text">${ui.yourText}</label><textarea id="text" name="text" required minlength="10" maxlength="4000" rows="5"></textarea></p>
<p><label for="source">${ui.sourceLink}</label><input id="source" name="source" type="url" maxlength="500"></p>
<p class="trap" aria-hidden="true"><label for="website">${ui.leaveEmpty}</label><input id="website" name="website" tabindex="-1" autocomplete="off"></p>
<p><button>${ui.send}</button></p>
</form></details>`;
}

export function replyList(replies: readonly DecidedReply[], lang: Lang, withLink = false): Html {
  const ui = UI[lang];
  return html`<ol class="replies">${replies.map(
    (reply) => html`<li>
<p><strong>${reply.kind === 'correction' ? ui.kindCorrection : ui.kindReply}</strong>${reply.name ? html` ${ui.filedBy} ${reply.name}${reply.organisation ? `, ${reply.organisation}` : ''}` : ''}, ${day(reply.receivedAt, lang)}: <em>${OUTCOME[lang][reply.outcome]}</em>${withLink ? html` (<a href="${inLang(`/commitments/${reply.commitment}`, lang)}">${ui.commitments}</a>)` : ''}</p>
${reply.text ? html`<blockquote>${reply.text}</blockquote>` : ''}
<p>${ui.answer}, ${day(reply.decidedAt, lang)}: ${reply.answer}</p></li>`,
  )}</ol>`;
}

export function thanksPage({ lang, query }: Asked, commitment: string): string {
  const ui = UI[lang];
  const body = html`<h1>${ui.thanks}</h1><p>${ui.thanksText}</p><p><a href="${inLang(`/commitments/${commitment}`, lang)}">←</a> <a href="${inLang('/corrections', lang)}">${ui.corrections}</a></p>`;
  return layout({ lang, title: ui.thanks, path: `/commitments/${commitment}`, query, body });
}

/** The public log of what was asked to be corrected, and what came of it. */
export function correctionsPage({ lang, query }: Asked, items: readonly DecidedReply[], next: string | null): string {
  const ui = UI[lang];
  const body = html`<h1>${ui.corrections}</h1><p>${ui.correctionsIntro}</p>
${items.length === 0 ? html`<p class="empty">${ui.noCorrections}</p>` : replyList(items, lang, true)}
${next ? html`<p class="next"><a rel="next" class="button" href="${inLang('/corrections', lang, { cursor: next })}">${ui.next} →</a></p>` : ''}
<p>${ui.replyIntro}</p>`;
  return layout({ lang, title: ui.corrections, path: '/corrections', query, body });
}
