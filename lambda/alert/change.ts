import { createHash } from 'node:crypto';
import { actorById } from '../extract/actors/gazetteer.ts';
import type { MentionType, Topic } from '../extract/types.ts';
import { lineageRoot } from '../ledger/model/lineage.ts';
import { windowOf } from '../ledger/model/window.ts';
import { SOON_DAYS, statusOf } from '../ledger/status.ts';
import type { Commitment, Coverage, Evidence, Status } from '../ledger/types.ts';
import type { Kind } from './kinds.ts';
import type { Judged, Verdict } from './transitions.ts';

/** What a subscription can ask for, as a change answers it. */
export interface Facets {
  commitment: string[];
  regulator: string[];
  platform: string[];
  official: string[];
  topic: Topic[];
  type: MentionType[];
  status: Status[];
}

/** What a message says of a commitment: enough to be read without coming back. */
export interface Picture {
  commitment: string;
  type: MentionType;
  topic: Topic;
  status: Status;
  action: string;
  obligor: string;
  counterparties: string[];
  speaker: string | null;
  /** Current due day, or null. */
  due: string | null;
  phrase: string | null;
  slips: number;
  sources: number;
  /** Outlets whose reading since then has no gap: the N of "no evidence found in N sources up to T". */
  watched: number | null;
  /** Id of the article that says so: what logs of all handlers name, from the feed to the alert. */
  article?: string;
  /** What says so: a short verbatim quote, where it was printed, and the address. */
  evidence: { quote: string; outlet: string; title: string; url: string; published: string };
  /** Regulator under whose name a message groups it. */
  groupedBy: string;
  sample: boolean;
}

/** A change as it is stored: once, under its lineage, due day and transition. */
export interface Change {
  pk: string;
  sk: string;
  id: string;
  key: string;
  kind: Kind;
  day: string | null;
  at: string;
  from?: string | null;
  to?: string | null;
  slip?: number;
  verdict: Verdict;
  /** `intent` until it is sure that nothing in its lineage tells the same; `void` where something does. */
  state: 'intent' | 'open' | 'void' | 'done';
  recordedAt: string;
  facets: Facets;
  picture: Picture;
  pendingPk?: string;
  pendingSk?: string;
}

const QUOTE_CHARS = 300;

function shortQuote(quote: string): string {
  const flat = quote.replace(/\s+/g, ' ').trim();
  if (flat.length <= QUOTE_CHARS) return flat;
  const cut = flat.lastIndexOf(' ', QUOTE_CHARS);
  return `${flat.slice(0, cut > 0 ? cut : QUOTE_CHARS)} …`;
}

/** Ids that a commitment has had or that were joined into it or split from it: what its alerts may stand under. */
export function lineageIds(commitment: Commitment): string[] {
  const linked = commitment.events.flatMap((e) =>
    (e.kind === 'merged' || e.kind === 'split') && e.about ? [e.about] : [],
  );
  return [...new Set([commitment.id, ...commitment.mentions.map((m) => m.id), ...linked])];
}

/** The values of each filter that a change of this commitment answers to. */
export function facetsOf(commitment: Commitment, status: Status): Facets {
  const day = commitment.statedAt.slice(0, 10);
  const parties = [...commitment.obligors, ...commitment.counterparties, commitment.speaker];
  const named = parties.flatMap((p) => (p?.actor ? [p.actor] : []));
  const ids = [...new Set(named.flatMap((id) => [id, lineageRoot(id), lineageRoot(id, day)]))].sort();
  const ofKind = (...kinds: string[]): string[] => ids.filter((id) => kinds.includes(actorById(id)?.kind ?? 'company'));
  return {
    commitment: lineageIds(commitment),
    regulator: ofKind('regulator'),
    platform: ofKind('platform', 'company'),
    official: ofKind('official'),
    topic: [commitment.topic],
    type: [commitment.type],
    status: [status],
  };
}

/** What a message says of a change, from what is known now. */
export function pictureOf(commitment: Commitment, change: Judged, coverage: Coverage, now: Date): Picture {
  const { status } = statusOf(commitment, coverage, now);
  const { day, latest } = windowOf(commitment.claims);
  const facets = facetsOf(commitment, status);
  const evidence = evidenceOf(commitment, change);
  const regulator = facets.regulator[0] ?? null;
  return {
    commitment: commitment.id,
    type: commitment.type,
    topic: commitment.topic,
    status,
    action: commitment.action,
    obligor: commitment.obligor.text,
    counterparties: commitment.counterparties.map((p) => p.text),
    speaker: commitment.speaker?.text ?? null,
    due: day,
    phrase: commitment.claims.find((c) => c.state === 'current')?.text ?? null,
    slips: commitment.slips,
    sources: commitment.sources,
    watched: watched(coverage, latest),
    article: evidence.article.id,
    evidence: {
      quote: shortQuote(evidence.quote),
      outlet: evidence.article.outlet,
      title: evidence.article.title,
      url: evidence.article.url,
      published: evidence.article.published,
    },
    groupedBy: regulator === null ? commitment.obligor.text : (actorById(regulator)?.name ?? commitment.obligor.text),
    sample: commitment.mentions.every((m) => m.article.sample),
  };
}

/** The sentence that says it: of the outcome or the claim that the change is about, else of the first mention. */
function evidenceOf(commitment: Commitment, change: Judged): Evidence {
  const first = commitment.mentions[0]!;
  return (
    commitment.outcomes.find((o) => o.id === change.about)?.evidence ??
    commitment.claims.find((c) => c.id === change.about)?.evidence ??
    commitment.claims.find((c) => c.state === 'current')?.evidence ?? {
      article: first.article,
      span: first.mention.sentence,
      quote: first.quote,
    }
  );
}

/** Outlets read to within a day of the end of the window that must be covered; null where coverage is only declared. */
function watched(coverage: Coverage, latest: string | null): number | null {
  if (coverage === 'complete' || latest === null) return null;
  const from = Date.parse(latest) - SOON_DAYS * 86_400_000;
  return [...coverage.values()].filter((intervals) =>
    intervals.some((i) => Date.parse(i.from) <= from && Date.parse(i.to) >= Date.parse(latest)),
  ).length;
}

/** A short stable digest of anything, for names. */
export const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
