import { LOOKS } from '../ledger/looks.ts';
import { windowOf } from '../ledger/model/window.ts';
import { statusOf } from '../ledger/status.ts';
import type { Commitment, Coverage, OutcomeKind, Status } from '../ledger/types.ts';
import { KINDS, type Kind } from './kinds.ts';

/**
 * What has happened to a commitment up to a moment, each under a key that stays the same however often and from
 * wherever it is computed. Pure: the stored part (what was told before) is given as {@link Told}.
 */
export interface Transition {
  kind: Kind;
  /** Due day that it is about (`YYYY-MM-DD`), or null. */
  day: string | null;
  /** Due day and transition; with the lineage it names the change. */
  key: string;
  /** When it happened in the world, ISO 8601 in UTC. */
  at: string;
  /** Of a moved or corrected deadline: the day before and after; null where there is none. */
  from?: string | null;
  to?: string | null;
  /** How many times the deadline had moved later by then, this move included; 0 where it was brought forward. */
  slip?: number;
  /** Id of the claim or outcome that says so. */
  about?: string;
}

/** `news` is told; `history` had happened before; `overtaken` by a later one found at the same time; `operator` is internal. */
export type Verdict = 'news' | 'history' | 'overtaken' | 'operator';

/** What was recorded before of a commitment or of anything its lineage unites. */
export interface Told {
  kind: Kind;
  key: string;
  day: string | null;
  verdict: Verdict;
  recordedAt: string;
}

export type Judged = Transition & { verdict: Verdict };

const HOUR = 3_600_000;
/** Time after the grace in which coverage may still come in (a poll is due, a feed recovers) before the operator is told. */
const PATIENCE_MS = 6 * HOUR;
/** A first mention older than this when it is recorded was found late, and is no news. */
const FRESH_MS = 48 * HOUR;
/** Statuses after which time changes nothing. */
const CLOSED: ReadonlySet<Status> = new Set([
  'withdrawn',
  'disputed',
  'broken',
  'fulfilled',
  'fulfilled_late',
  'superseded',
]);

const utc = (ms: number): string => new Date(ms).toISOString();
const keyOf = (day: string | null, kind: string, more?: string | null): string =>
  [day ?? '-', kind, ...(more ? [more] : [])].join('#');

/** When the ledger first knew of a commitment, in milliseconds since 1970. */
export const firstRecorded = (commitment: Commitment): number =>
  Math.min(...commitment.mentions.map((m) => Date.parse(m.recordedAt)));

/** True of a commitment that only the shipped samples tell of: it is shown and never alerts anybody. */
export const isSample = (commitment: Commitment): boolean => commitment.mentions.every((m) => m.article.sample);

/** Everything that has happened by a moment, the earliest first. */
export function transitionsOf(commitment: Commitment, coverage: Coverage, now: Date): Transition[] {
  const { status, certainty } = statusOf(commitment, coverage, now);
  const all = [
    { kind: 'stated', day: null, key: keyOf(null, 'stated'), at: utc(Date.parse(commitment.statedAt)) } as Transition,
    ...byTime(commitment, status, now.getTime()),
    ...moves(commitment),
    ...dated(commitment),
    ...outcomes(commitment, status, certainty === 'confirmed', now.getTime()),
  ];
  return all.sort((a, b) => a.at.localeCompare(b.at) || a.key.localeCompare(b.key));
}

const LOOK_KINDS: Partial<Record<(typeof LOOKS)[number]['name'], Kind>> = {
  'in-30-days': 'in-30-days',
  'in-7-days': 'in-7-days',
  'in-1-day': 'in-1-day',
  due: 'due',
  lapsed: 'overdue',
  '30-days-after': 'still-overdue',
};
const LATE: ReadonlySet<Kind> = new Set(['overdue', 'still-overdue']);

/** What the passing of time alone has brought: nothing for what is closed, negated, or has only a start. */
function byTime(commitment: Commitment, status: Status, now: number): Transition[] {
  const { latest, day } = windowOf(commitment.claims);
  const active = commitment.claims.filter((c) => c.state !== 'superseded' && c.latest !== null);
  if (latest === null || day === null || CLOSED.has(status) || commitment.negated) return [];
  if (active.every((claim) => claim.kind === 'start')) return [];
  const due = Date.parse(latest);
  const found: Transition[] = [];
  const add = (kind: Kind, at: number) => found.push({ kind, day, key: keyOf(day, kind), at: utc(at) });
  for (const { name, offset } of LOOKS) {
    const kind = LOOK_KINDS[name];
    // "Overdue" is earned by coverage; the status knows.
    if (!kind || due + offset > now || (LATE.has(kind) && status !== 'overdue')) continue;
    add(kind, due + offset);
  }
  const unverifiedAt = due + offsetOf('lapsed') + PATIENCE_MS;
  if (status === 'lapsed_unverified' && unverifiedAt <= now) add('unverified', unverifiedAt);
  return found;
}

const offsetOf = (name: (typeof LOOKS)[number]['name']): number => LOOKS.find((look) => look.name === name)!.offset;

/** True where a commitment's grace is over and only coverage is missing to call it late: to be looked at again soon. */
export function awaitsCoverage(commitment: Commitment, coverage: Coverage, now: Date): boolean {
  const { latest } = windowOf(commitment.claims);
  if (latest === null || statusOf(commitment, coverage, now).status !== 'lapsed_unverified') return false;
  const since = now.getTime() - Date.parse(latest);
  return since >= offsetOf('lapsed') && since < offsetOf('30-days-after');
}

function moves(commitment: Commitment): Transition[] {
  const seen = new Map<string, number>();
  let slips = 0;
  return commitment.events
    .filter((event) => event.kind === 'deadline-moved')
    .sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || (a.id < b.id ? -1 : 1))
    .map((event) => {
      const { from, to, later } = event.detail as { from: string; to: string; later: boolean };
      if (later) slips++;
      const nth = (seen.get(`${from} ${to}`) ?? 0) + 1;
      seen.set(`${from} ${to}`, nth);
      return {
        kind: 'moved' as const,
        day: to,
        key: keyOf(to, 'moved', nth > 1 ? `${from}#${nth}` : from),
        at: utc(Date.parse(event.occurredAt)),
        from,
        to,
        slip: later ? slips : 0,
        about: event.about ?? undefined,
      };
    });
}

/** A deadline that became known after the commitment itself: its anchor was dated, or a later article names a day. */
function dated(commitment: Commitment): Transition[] {
  const claim = commitment.claims.find((c) => c.latest !== null && c.kind !== 'start');
  if (!claim || claim.rule === 'reviewer' || Date.parse(claim.statedAt) <= Date.parse(commitment.statedAt)) return [];
  const { due: day } = claim;
  return [
    { kind: 'dated', day, key: keyOf(day, 'dated'), at: utc(Date.parse(claim.statedAt)), to: day, about: claim.id },
  ];
}

const OUTCOME_KIND: Record<OutcomeKind, Kind | null> = {
  fulfilled: 'fulfilled',
  partly: 'partly',
  refused: 'refused',
  missed: 'missed',
  broken: 'broken',
  withdrawn: 'withdrawn',
  // Only what contradicts a reported outcome is told: the status `disputed`.
  contested: null,
};
const STATUS_KIND: Partial<Record<Status, Kind>> = {
  fulfilled: 'fulfilled',
  fulfilled_late: 'fulfilled',
  partly_fulfilled: 'partly',
  broken: 'broken',
  withdrawn: 'withdrawn',
  disputed: 'disputed',
  superseded: 'superseded',
};

/** What was reported of it: each kind once, by its first report. A fulfilment is told once, late or not. */
function outcomes(commitment: Commitment, status: Status, isConfirmed: boolean, now: number): Transition[] {
  const reported = commitment.outcomes.filter((o) => Date.parse(o.evidence.article.published) <= now);
  const first = new Map<Kind, { at: number; about?: string }>();
  for (const outcome of reported) {
    let kind = OUTCOME_KIND[outcome.kind];
    // The act that was promised not to happen.
    if (kind === 'fulfilled' && commitment.negated) kind = 'broken';
    const at = Date.parse(outcome.evidence.article.published);
    if (kind && at < (first.get(kind)?.at ?? Number.POSITIVE_INFINITY)) first.set(kind, { at, about: outcome.id });
  }
  const ofStatus = STATUS_KIND[status];
  if (ofStatus && !first.has(ofStatus)) first.set(ofStatus, since(commitment, ofStatus, reported));
  if (first.has('fulfilled') && isConfirmed && status !== 'broken')
    first.set('confirmed', confirmedSince(commitment, reported));
  return [...first].map(([kind, { at, about }]) => ({
    kind: kind === 'fulfilled' && status === 'fulfilled_late' ? ('fulfilled-late' as const) : kind,
    day: null,
    key: keyOf(null, kind),
    at: utc(at),
    ...(about ? { about } : {}),
  }));
}

/** Since when a status holds that no single outcome gives: the last contradiction, else the last review or report. */
function since(commitment: Commitment, kind: Kind, reported: Commitment['outcomes']): { at: number; about?: string } {
  const contested = kind === 'disputed' ? reported.filter((o) => o.kind === 'contested').at(-1) : undefined;
  if (contested) return { at: Date.parse(contested.evidence.article.published), about: contested.id };
  const review = commitment.events.filter((event) => event.kind === 'reviewed').at(-1);
  return { at: Date.parse(review?.occurredAt ?? commitment.lastReportedAt) };
}

function confirmedSince(commitment: Commitment, reported: Commitment['outcomes']): { at: number; about?: string } {
  const review = commitment.events.filter((event) => event.kind === 'reviewed').at(-1);
  const sources = new Set<string>();
  for (const outcome of reported.filter((o) => o.kind === 'fulfilled')) {
    sources.add(outcome.source);
    if (sources.size === 2) return { at: Date.parse(outcome.evidence.article.published), about: outcome.id };
  }
  return { at: Date.parse(review?.occurredAt ?? commitment.lastReportedAt) };
}

/**
 * What of it is new, and what is to become of each: the transitions not yet recorded, with corrections of what was
 * told and no longer holds.
 * @param told everything recorded of the commitment's lineage, in any order.
 */
export function judge(
  commitment: Commitment,
  transitions: readonly Transition[],
  told: readonly Told[],
  now: Date,
): Judged[] {
  const known = new Set(told.map((t) => t.key));
  const recorded = firstRecorded(commitment);
  const undone = (kind: string): number =>
    told.filter((t) => t.key.startsWith(keyOf(null, 'outcome-undone', kind))).length;
  const fresh = [...renamed(transitions, undone), ...corrections(commitment, transitions, told, now)].filter(
    (t) => !known.has(t.key),
  );
  const correctedAt = new Map(told.filter((t) => t.kind === 'corrected').map((t) => [t.day, t.recordedAt]));
  for (const t of fresh) if (t.kind === 'corrected') correctedAt.set(t.day, now.toISOString());
  const dayKnown = windowKnown(commitment);
  const verdicts = fresh.map((t): Judged => {
    if (isSample(commitment) || isHistory(t, recorded, dayKnown)) return { ...t, verdict: 'history' };
    const corrected = KINDS[t.kind].byTime ? correctedAt.get(t.day) : undefined;
    // A corrected day that has passed already was told with the correction: no second alarm.
    if (corrected !== undefined && t.at <= corrected) return { ...t, verdict: 'overtaken' };
    return { ...t, verdict: 'operatorOnly' in KINDS[t.kind] ? 'operator' : 'news' };
  });
  const isTimely = (t: Judged): boolean => t.verdict === 'news' && KINDS[t.kind].byTime;
  const last = verdicts.filter(isTimely).at(-1);
  return verdicts.map((t) => (isTimely(t) && t !== last ? { ...t, verdict: 'overtaken' } : t));
}

function isHistory(t: Transition, recorded: number, windowKnownAt: number): boolean {
  const at = Date.parse(t.at);
  const { group } = KINDS[t.kind];
  if (group === 'correction') return false;
  if (t.kind === 'stated') return recorded - at > FRESH_MS;
  // "In 30 days" means nothing where the day was named later than that.
  if (group === 'reminder' && at <= windowKnownAt) return true;
  return at <= recorded;
}

/** When the ledger first knew of the day that counts now. */
function windowKnown(commitment: Commitment): number {
  const { day } = windowOf(commitment.claims);
  const known = commitment.mentions.filter((m) => m.mention.deadline?.due === day).map((m) => Date.parse(m.recordedAt));
  if (known.length > 0) return Math.min(...known);
  // A reviewer's day stands in no mention.
  const claim = commitment.claims.find((c) => c.due === day);
  return claim ? Date.parse(claim.statedAt) : 0;
}

/** A fulfilment reported anew after an earlier report was taken back is another change. */
const renamed = (transitions: readonly Transition[], undone: (kind: string) => number): Transition[] =>
  transitions.map((t) => {
    const times = KINDS[t.kind].group === 'outcome' ? undone(t.key.slice(2)) : 0;
    return times > 0 ? { ...t, key: `${t.key}#${times + 1}` } : t;
  });

/** What was told and no longer holds: another day without a move that says so, an outcome that is gone. */
function corrections(
  commitment: Commitment,
  transitions: readonly Transition[],
  told: readonly Told[],
  now: Date,
): Transition[] {
  const at = now.toISOString();
  const news = told
    .filter((t) => t.verdict === 'news')
    .sort((a, b) => a.recordedAt.localeCompare(b.recordedAt) || a.key.localeCompare(b.key));
  const found: Transition[] = [];
  const lastDay = news.filter((t) => t.day !== null || t.kind === 'corrected').at(-1);
  const { day } = windowOf(commitment.claims);
  const isMove = transitions.some((t) => (t.kind === 'moved' || t.kind === 'dated') && t.to === day);
  if (lastDay && lastDay.day !== day && !isMove) {
    const from = lastDay.day;
    const key = keyOf(day, 'corrected', from ?? '-');
    const before = told.filter((t) => t.key === key || t.key.startsWith(`${key}#`)).length;
    found.push({ kind: 'corrected', day, key: before > 0 ? `${key}#${before + 1}` : key, at, from, to: day });
  }
  const holds = new Set(transitions.map((t) => t.key));
  for (const { key, kind } of news) {
    const base = key.split('#').slice(0, 2).join('#');
    const nth = Number(key.split('#')[2] ?? 1);
    if (KINDS[kind].group !== 'outcome' || holds.has(base) || kind === 'confirmed') continue;
    found.push({
      kind: 'outcome-undone',
      day: null,
      key: keyOf(null, 'outcome-undone', `${base.slice(2)}#${nth}`),
      at,
    });
  }
  return found;
}
