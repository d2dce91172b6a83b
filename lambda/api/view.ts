import { hashOf } from '../ledger/store/head.ts';
import type { Claim, Commitment, Evidence, Outcome, Party, StatusResult, StoredMention } from '../ledger/types.ts';

/** A commitment with its status at some instant: what every format and the page are made from. */
export interface Judged {
  commitment: Commitment;
  result: StatusResult;
}

/** The claim whose day counts now: the current one, or nothing where no deadline was ever stated. */
export const currentClaim = (commitment: Commitment): Claim | null =>
  commitment.claims.find((claim) => claim.state === 'current') ?? null;

/** Quotes are short: longer ones are cut at a word (DESIGN: article bodies are not republished). */
const QUOTE_CHARS = 400;

export function shortQuote(quote: string): string {
  const flat = quote.replace(/\s+/g, ' ').trim();
  if (flat.length <= QUOTE_CHARS) return flat;
  const cut = flat.lastIndexOf(' ', QUOTE_CHARS);
  return `${flat.slice(0, cut > 0 ? cut : QUOTE_CHARS)} …`;
}

/** One line that says who is to do what. */
export const titleOf = (c: Commitment): string =>
  `${c.obligors.map((one) => one.text).join(', ')}: ${c.negated ? 'tidak ' : ''}${c.action.replace(/\s+/g, ' ')}`;

/** Evidence as a W3C Web Annotation target: the quote, where it stands, and the hash of the text it stands in. */
export function annotation({ article, span, quote }: Evidence) {
  return {
    source: article.url,
    outlet: article.outlet,
    title: article.title,
    article: article.id,
    published: article.published,
    fetchedAt: article.fetchedAt,
    snapshot: article.snapshot,
    extractorVersion: article.extractorVersion,
    sample: article.sample,
    textSha256: article.textHash,
    selector: [
      { type: 'TextQuoteSelector', exact: shortQuote(quote) },
      { type: 'TextPositionSelector', start: span.start, end: span.end },
    ],
  };
}

export const mentionEvidence = (m: StoredMention): Evidence => ({
  article: m.article,
  span: m.mention.sentence,
  quote: m.quote,
});

const claimView = (claim: Claim) => ({
  id: claim.id,
  phrase: claim.text,
  due: claim.due,
  earliest: claim.earliest,
  latest: claim.latest,
  rule: claim.rule,
  anchor: claim.anchor,
  precision: claim.precision,
  zone: claim.zone,
  calendarVersion: claim.calendarVersion,
  kind: claim.kind,
  state: claim.state,
  reason: claim.reason,
  statedAt: claim.statedAt,
  evidence: annotation(claim.evidence),
});

const outcomeView = (outcome: Outcome) => ({
  id: outcome.id,
  kind: outcome.kind,
  occurred: outcome.occurred,
  rule: outcome.rule,
  score: outcome.score,
  evidence: annotation(outcome.evidence),
});

export const party = ({ text, actor }: Party): Party => ({ text, actor });

/** Members of a commitment in a list, by the names that can be asked for. */
export const SUMMARY_MEMBERS = (
  'id url page type status statusRule certainty action negated modality topic obligor obligors counterparties speaker ' +
  'condition recurring deadline slips statedAt lastReportedAt sources outlets quote confidence readBy reviewed sample ' +
  'supersededBy supersedes'
).split(' ');

/** A commitment as a line of a list. Every member is documented in the OpenAPI document. */
export function summary({ commitment: c, result }: Judged) {
  const claim = currentClaim(c);
  const first = c.mentions[0];
  return {
    id: c.id,
    url: `/v1/commitments/${c.id}`,
    page: `/commitments/${c.id}`,
    type: c.type,
    status: result.status,
    statusRule: result.row,
    certainty: result.certainty,
    action: c.action,
    negated: c.negated,
    modality: c.modality,
    topic: c.topic,
    obligor: party(c.obligor),
    obligors: c.obligors.map(party),
    counterparties: c.counterparties.map(party),
    speaker: c.speaker && party(c.speaker),
    condition: c.condition,
    recurring: c.recurring,
    deadline: claim
      ? {
          phrase: claim.text,
          due: claim.due,
          earliest: result.due.earliest,
          latest: result.due.latest,
          rule: claim.rule,
        }
      : null,
    slips: c.slips,
    statedAt: c.statedAt,
    lastReportedAt: c.lastReportedAt,
    sources: c.sources,
    outlets: c.outlets,
    quote: first ? annotation(mentionEvidence(first)) : null,
    confidence: c.confidence,
    readBy: 'machine' as const,
    reviewed: c.reviewed,
    sample: c.mentions.every((mention) => mention.article.sample),
    supersededBy: c.supersededBy,
    supersedes: c.supersedes ?? [],
  };
}

/** A commitment whole: with every mention, deadline, outcome and event. */
export function detail(judged: Judged) {
  const { commitment: c } = judged;
  return {
    ...summary(judged),
    version: hashOf(c).slice(0, 12),
    mentions: c.mentions.map((m) => ({
      id: m.id,
      rule: m.mention.rule,
      confidence: m.mention.confidence,
      action: m.mention.action.text,
      speaker: m.mention.speaker ? { text: m.mention.speaker.text, actor: m.mention.speaker.actor } : null,
      recordedAt: m.recordedAt,
      evidence: annotation(mentionEvidence(m)),
    })),
    deadlines: c.claims.map(claimView),
    outcomes: c.outcomes.map(outcomeView),
    history: c.events,
    joins: c.joins,
    notes: c.notes,
  };
}
