import { html } from 'hono/html';
import type { ArticleRef, Commitment, Event } from '../../ledger/types.ts';
import type { Html } from './layout.ts';
import { quote } from './parts.ts';
import { isDone } from './timeline.ts';
import { day, EVENT, type Lang, OUTCOME, UI } from './words.ts';

/** What one article told at one time: several events may rest on the same sentence. */
interface Entry {
  at: string;
  kind: string;
  labels: string[];
  evidence: { article: ArticleRef; quote: string; mark?: string } | null;
  /** Articles that print the same text: one source, not several. */
  copies: ArticleRef[];
}

/** The history as a line of time: each sentence once, with everything that was read from it, and copies folded. */
export function history(c: Commitment, lang: Lang): Html {
  return html`<ol class="time">${entriesOf(c, lang).map((entry) => entryView(entry, lang))}</ol>`;
}

/** A sentence that several articles print word for word is one piece of evidence. */
const sentenceOf = (kind: string, quote: string): string =>
  `${kind}|${quote.replace(/\s+/g, ' ').trim().toLowerCase()}`;

function entriesOf(c: Commitment, lang: Lang): Entry[] {
  const entries: Entry[] = [];
  const bySentence = new Map<string, Entry>();
  for (const event of c.events) {
    const evidence = evidenceOf(event, c);
    const kind = kindOf(event, c);
    const label = labelOf(event, c, lang);
    const sentence = evidence && sentenceOf(kind === 'stated' ? 'mentioned' : kind, evidence.quote);
    const original = sentence ? bySentence.get(sentence) : undefined;
    if (evidence && original && original.evidence?.article.key !== evidence.article.key) {
      original.copies.push(evidence.article);
      continue;
    }
    const before = entries.at(-1);
    const isSame =
      evidence !== null &&
      before?.evidence?.article.key === evidence.article.key &&
      before.evidence.quote === evidence.quote &&
      before.at.slice(0, 10) === event.occurredAt.slice(0, 10);
    const entry: Entry = isSame ? before : { at: event.occurredAt, kind, labels: [], evidence, copies: [] };
    if (!isSame) entries.push(entry);
    else if (entry.kind === 'mentioned') entry.kind = kind;
    if (!entry.labels.includes(label)) entry.labels.push(label);
    if (sentence && !original) bySentence.set(sentence, entry);
  }
  return entries;
}

function evidenceOf(event: Event, c: Commitment): Entry['evidence'] {
  // What was decided about records is no report: it has no sentence of its own.
  if (event.kind === 'merged' || event.kind === 'split') return null;
  const mention = c.mentions.find((m) => m.id === event.about);
  if (mention) return { article: mention.article, quote: mention.quote, mark: mention.mention.action.text };
  const claim = c.claims.find((one) => one.id === event.about);
  if (claim) return { article: claim.evidence.article, quote: claim.evidence.quote, mark: claim.text };
  const outcome = c.outcomes.find((one) => one.id === event.about);
  return outcome ? { article: outcome.evidence.article, quote: outcome.evidence.quote } : null;
}

function kindOf(event: Event, c: Commitment): string {
  const outcome = c.outcomes.find((one) => one.id === event.about);
  if (!outcome) return event.kind;
  return isDone(outcome.kind) ? 'outcome' : 'setback';
}

function labelOf(event: Event, c: Commitment, lang: Lang): string {
  const outcome = c.outcomes.find((one) => one.id === event.about);
  const { from, to } = event.detail;
  if (outcome) return OUTCOME[lang][outcome.kind];
  if (from && to) return `${EVENT[lang][event.kind]}: ${day(String(from), lang)} → ${day(String(to), lang)}`;
  if (event.kind === 'merged') return `${EVENT[lang].merged}: ${UI[lang].joinedNote}`;
  return EVENT[lang][event.kind];
}

function entryView({ at, kind, labels, evidence, copies }: Entry, lang: Lang): Html {
  const outlets = [...new Set(copies.map((article) => article.outlet))].join(', ');
  return html`<li class="${kind}"><time datetime="${at}">${day(at, lang)}</time> <strong>${labels.join('; ')}</strong>
${evidence ? quote(evidence.quote, evidence.article, lang, evidence.mark) : ''}
${outlets ? html`<p class="meta">${UI[lang].copiedBy}: ${outlets}</p>` : ''}
</li>`;
}
