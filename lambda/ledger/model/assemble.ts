import type { Commitment, Event, JoinReason, Outcome, Report, Review, Status, StoredMention } from '../types.ts';
import { type Dating, type DeadlineHistory, deadlineHistory } from './claims.ts';
import { saysInTime, saysLate } from './cues.ts';
import { dayText, type Features, jakartaDay } from './features.ts';
import { contentId } from './ids.ts';
import type { LinkedReport } from './match.ts';
import type { Replacement } from './replace.ts';
import { reviewed } from './reviews.ts';
import { countSources, sourceGroups } from './sources.ts';
import { windowOf } from './window.ts';

/** What one promise is put together from. */
export interface Parts {
  /** Its mentions, earliest first; at least one. */
  members: readonly Features[];
  joins: readonly JoinReason[];
  reports: readonly LinkedReport[];
  reviews: readonly Review[];
  replacement: Replacement | null;
  /** Ids of the promises that it replaced. */
  replaced: readonly string[];
}

/** Puts a commitment together from its parts. Pure; the order of reports and reviews does not matter. */
export function assemble({ members, joins, reports, reviews, replacement, replaced }: Parts): Commitment {
  const first = members[0]!.mention;
  const history = deadlineHistory(members, datingsOf(reports));
  const outcomes = outcomesOf(reports, members);
  const mentions = members.map((m) => m.mention);
  const published = [...mentions.map((m) => m.article.published), ...outcomes.map((o) => o.evidence.article.published)];
  const face = faceOf(mentions);
  const machine: Commitment = {
    id: first.id,
    type: first.mention.type,
    modality: first.mention.modality,
    topic: topicOf(mentions),
    obligor: { text: face.obligor.text, actor: face.obligor.actor },
    obligors: (face.obligors.length > 0 ? face.obligors : [face.obligor]).map(({ text, actor }) => ({ text, actor })),
    counterparties: face.counterparties.map(({ text, actor }) => ({ text, actor })),
    speaker: speakerOf(mentions),
    action: actionOf(members),
    condition: mentions.find((m) => m.mention.condition)?.mention.condition?.text ?? null,
    negated: first.mention.negated,
    recurring: mentions.some((m) => m.mention.deadline?.kind === 'recurring'),
    confidence: confidenceOf(mentions),
    statedAt: first.article.published,
    lastReportedAt: published.reduce((a, b) => (Date.parse(b) > Date.parse(a) ? b : a)),
    mentions,
    sources: countSources(mentions.map((m) => m.article)),
    outlets: [...new Set(mentions.map((m) => m.article.outlet))],
    claims: history.claims,
    slips: history.slips,
    outcomes,
    events: eventsOf(mentions, history, outcomes, replacement),
    joins: [...joins],
    reviewed: [],
    reviewedStatus: null,
    confirmedOutcomes: [],
    supersededBy: replacement?.by ?? null,
    ...(replaced.length > 0 ? { supersedes: [...replaced] } : {}),
    notes: [],
  };
  return reviewed(machine, reviews);
}

/** The mention whose parties stand for the whole: the first that names the most of them. */
function faceOf(mentions: readonly StoredMention[]): StoredMention['mention'] {
  return mentions[0]!.mention;
}

function speakerOf(mentions: readonly StoredMention[]): Commitment['speaker'] {
  const speaker = mentions.find((m) => m.mention.speaker)?.mention.speaker;
  return speaker ? { text: speaker.text, actor: speaker.actor } : null;
}

/** The first wording that names its object itself. */
function actionOf(members: readonly Features[]): string {
  return (members.find((m) => !m.pointsBack) ?? members[0]!).mention.mention.action.text;
}

function topicOf(mentions: readonly StoredMention[]): Commitment['topic'] {
  return (mentions.find((m) => m.mention.topic !== 'other') ?? mentions[0]!).mention.topic;
}

/** Several independent sources are wrong together less often than one. */
function confidenceOf(mentions: readonly StoredMention[]): number {
  const best = Math.max(...mentions.map((m) => m.mention.confidence));
  return Math.round(best * 1000) / 1000;
}

function outcomesOf(reports: readonly LinkedReport[], members: readonly Features[]): Outcome[] {
  const sourceOf = new Map<string, string>();
  for (const group of sourceGroups(reports.map(({ report }) => report.article))) {
    for (const article of group) sourceOf.set(article.key, group[0]!.key);
  }
  return reports
    .flatMap(({ report, score, inOtherWords }) => {
      if (report.kind === 'dated') return [];
      const known = members.filter(
        (m) => Date.parse(m.mention.article.published) <= Date.parse(report.article.published),
      );
      const dues = deadlineHistory(known.length > 0 ? known : members.slice(0, 1)).claims;
      const latest = windowOf(dues).day;
      return {
        id: report.id,
        kind: report.kind,
        evidence: { article: report.article, span: report.span, quote: report.quote },
        occurred: report.occurred,
        late: latest !== null && isLate(report, latest, reports),
        source: sourceOf.get(report.article.key) ?? report.article.key,
        rule: report.rule,
        score,
        ...(inOtherWords ? { inOtherWords } : {}),
        recordedAt: report.recordedAt,
      };
    })
    .sort(
      (a, b) =>
        Date.parse(a.evidence.article.published) - Date.parse(b.evidence.article.published) || (a.id < b.id ? -1 : 1),
    );
}

/** Kinds by which a thing is told as not done, or not wholly. */
const UNDONE: ReadonlySet<Outcome['kind'] | 'dated'> = new Set(['missed', 'partly', 'refused']);

/**
 * Whether what is told came after the last day: by the day of what its article tells most surely of it with a day; else by what it
 * says; else because it was told as undone once that day had passed (in the stories of `test/stories` all 81 that were done after that were
 * late).
 * @param latest the last day, `YYYY-MM-DD`.
 * @param reports all that is told of the promise.
 */
function isLate(report: Report, latest: string, reports: readonly LinkedReport[]): boolean {
  const { key, published } = report.article;
  const beside = reports.filter(({ report: { article, kind } }) => kind === report.kind && article.key === key);
  if (beside.some((other) => saysInTime(other.report.quote))) return false;
  const dated = beside.filter((other) => lateByDay(other.report, latest) !== null);
  if (dated.length > 0) {
    // A day that is printed says more than that it was news.
    const printed = dated.filter((other) => !isOnlyNews(other.report));
    const best = (printed.length > 0 ? printed : dated).reduce((a, b) =>
      b.score > a.score || (b.score === a.score && b.report.id < a.report.id) ? b : a,
    );
    return lateByDay(best.report, latest)!;
  }
  if (dayText(jakartaDay(published)) > latest && saysLate(report.quote)) return true;
  return reports.some(
    ({ report: { kind, article } }) =>
      UNDONE.has(kind) &&
      dayText(jakartaDay(article.published)) > latest &&
      Date.parse(article.published) < Date.parse(published),
  );
}

/** Whether the day that a report prints is after the last one; null where it prints none, or a stretch that holds it. */
function lateByDay({ occurred: { earliest, latest: by } }: Report, latest: string): boolean | null {
  if (earliest !== null && earliest > latest) return true;
  return earliest !== null && by <= latest ? false : null;
}

/** It says of its day only that it was news: published then, or the day after. */
const isOnlyNews = ({ occurred: { earliest, latest }, article }: Report): boolean => {
  const day = jakartaDay(article.published);
  return earliest === dayText(day - 1) && latest === dayText(day);
};

/** Events that deadlines count from, dated: the earliest report of each counts. */
const datingsOf = (reports: readonly LinkedReport[]): Dating[] =>
  reports
    .filter(({ report }) => report.kind === 'dated')
    .map(({ report }) => ({ report, day: report.occurred.latest }))
    .sort(
      (a, b) =>
        Date.parse(a.report.article.published) - Date.parse(b.report.article.published) ||
        (a.report.id < b.report.id ? -1 : 1),
    );

function eventsOf(
  mentions: readonly StoredMention[],
  history: DeadlineHistory,
  outcomes: readonly Outcome[],
  replacement: Replacement | null,
): Event[] {
  const event = (
    kind: Event['kind'],
    about: string,
    occurredAt: string,
    recordedAt: string,
    detail: Event['detail'] = {},
  ): Event => ({
    id: contentId('event', kind, about),
    kind,
    occurredAt,
    recordedAt,
    about,
    detail,
  });
  const recordedOf = new Map(mentions.map((m) => [m.article.published, m.recordedAt]));
  return [
    ...mentions.map((m, i) =>
      event(i === 0 ? 'stated' : 'mentioned', m.id, m.article.published, m.recordedAt, { outlet: m.article.outlet }),
    ),
    ...history.moves.map((m) =>
      event('deadline-moved', m.claim, m.at, recordedOf.get(m.at) ?? m.at, { from: m.from, to: m.to, later: m.later }),
    ),
    ...outcomes.map((o) =>
      event('outcome-reported', o.id, o.occurred.earliest ?? o.occurred.latest, o.recordedAt, {
        kind: o.kind,
        outlet: o.evidence.article.outlet,
      }),
    ),
    ...(replacement
      ? [event('superseded', replacement.mention, replacement.at, replacement.recordedAt, { by: replacement.by })]
      : []),
  ].sort((a, b) => a.occurredAt.localeCompare(b.occurredAt) || a.id.localeCompare(b.id));
}

/** Statuses a reviewer may set by hand. */
export const REVIEWABLE: readonly Status[] = [
  'withdrawn',
  'disputed',
  'broken',
  'fulfilled',
  'fulfilled_late',
  'partly_fulfilled',
  'superseded',
];
