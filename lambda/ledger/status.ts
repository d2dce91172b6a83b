import { deniesClaim } from './denied-claim.ts';
import { windowOf } from './model/window.ts';
import type { Certainty, Commitment, Coverage, Outcome, Status, StatusResult } from './types.ts';

/**
 * The status of a commitment: a pure function of its history, the calendar (already in its claims' windows), crawl
 * coverage and a moment. {@link STATUS_TABLE} is the published decision table; its first row that fits is the answer.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Days before the latest due instant in which a commitment is due soon; the same days must be covered to call it late. */
export const SOON_DAYS = 7;
/** Hours after the latest due instant that must be covered too: news of a fulfilment takes a day to be printed. */
export const GRACE_HOURS = 24;
/** Hours without a look at an outlet that are no gap. */
export const GAP_HOURS = 24;

/** What the rows look at. */
export interface Situation {
  commitment: Commitment;
  /** Outcomes that have been reported by then. */
  outcomes: readonly Outcome[];
  now: number;
  earliest: number | null;
  latest: number | null;
  covered: boolean;
}

export interface StatusRow {
  status: Status;
  /** Name of the row. */
  row: string;
  /** When it fits, in words for people. */
  when: { id: string; en: string };
  fits(situation: Situation): boolean;
}

const has = (s: Situation, kind: Outcome['kind']): boolean => s.outcomes.some((o) => o.kind === kind);
const isPast = (s: Situation): boolean => s.latest !== null && s.now > s.latest;

/**
 * What is told to be off, and set for a later day in the same article or one after it, was put off: `tidak jadi dimulai bulan ini …
 * paling lambat akhir tahun`.
 */
const isOnlyMoved = ({ commitment: { events }, now }: Situation, { evidence: { article } }: Outcome): boolean =>
  events.some(({ kind, detail, occurredAt }) => {
    const at = Date.parse(occurredAt);
    return kind === 'deadline-moved' && detail.later === true && at >= Date.parse(article.published) && at <= now;
  });

/** The decision table, in order: the first row that fits is the status. */
export const STATUS_TABLE: readonly StatusRow[] = [
  {
    status: 'withdrawn',
    row: 'withdrawn',
    when: {
      id: 'yang membuat atau mewajibkannya menarik kembali, dan tidak ada hari baru sejak itu',
      en: 'the one who made or imposed it took it back, and no later day was set since',
    },
    fits: (s) => s.outcomes.some((o) => o.kind === 'withdrawn' && !isOnlyMoved(s, o)),
  },
  {
    status: 'disputed',
    row: 'disputed',
    when: {
      id: 'sebuah hasil diberitakan atau diklaim dan pihak atau sumber lain membantahnya',
      en: 'an outcome is reported or claimed and a party or second source contradicts it',
    },
    fits: isDisputed,
  },
  {
    status: 'broken',
    row: 'broken',
    when: {
      id: 'yang dilakukan justru sebaliknya, atau sudah mustahil',
      en: 'the opposite was done, or it has become impossible',
    },
    fits: (s) => has(s, 'broken') || (s.commitment.negated && has(s, 'fulfilled')),
  },
  {
    status: 'fulfilled_late',
    row: 'fulfilled-late',
    when: { id: 'terpenuhi setelah tenggat yang saat itu berlaku', en: 'fulfilled after the deadline then current' },
    fits: (s) =>
      !s.commitment.negated && has(s, 'fulfilled') && s.outcomes.every((o) => o.kind !== 'fulfilled' || o.late),
  },
  {
    status: 'fulfilled',
    row: 'fulfilled',
    when: { id: 'terpenuhi', en: 'fulfilled' },
    fits: (s) => !s.commitment.negated && has(s, 'fulfilled'),
  },
  {
    status: 'partly_fulfilled',
    row: 'partly-fulfilled',
    when: {
      id: 'baru sebagian terpenuhi dan belum lewat tenggat',
      en: 'only part is reported done, and it is not past due',
    },
    fits: (s) => has(s, 'partly') && !isPast(s),
  },
  {
    status: 'superseded',
    row: 'superseded',
    when: { id: 'digantikan komitmen lain', en: 'another commitment replaced it' },
    fits: (s) => s.commitment.supersededBy !== null,
  },
  {
    status: 'awaiting_anchor',
    row: 'awaiting-anchor',
    when: {
      id: 'tenggatnya dihitung dari peristiwa yang belum bertanggal',
      en: 'its only claims count from an event not yet dated',
    },
    fits: (s) =>
      s.latest === null && s.commitment.claims.some((c) => c.state !== 'superseded' && c.due === 'unanchored'),
  },
  {
    status: 'undated',
    row: 'undated',
    when: { id: 'tidak ada hari yang disebut', en: 'no claim with a day' },
    fits: (s) => s.latest === null || s.commitment.negated,
  },
  {
    status: 'open',
    row: 'open',
    when: { id: 'lebih dari tujuh hari sebelum tenggat', en: 'before the last 7 days to the latest due instant' },
    fits: (s) => s.now < s.latest! - SOON_DAYS * DAY,
  },
  {
    status: 'due_soon',
    row: 'due-soon',
    when: { id: 'dalam tujuh hari terakhir', en: 'in the last 7 days' },
    fits: (s) => s.now <= s.latest!,
  },
  {
    status: 'overdue',
    row: 'overdue',
    when: {
      id: 'lewat tenggat, pemberitaan terpantau tanpa celah, belum ada bukti',
      en: 'past it, with coverage, and none of the above',
    },
    fits: (s) => s.covered,
  },
  {
    status: 'lapsed_unverified',
    row: 'lapsed-unverified',
    when: { id: 'lewat tenggat, pemantauan tidak lengkap', en: 'past it, without coverage' },
    fits: () => true,
  },
];

/**
 * A contradiction counts against an outcome that was reported before or beside it by somebody else; a copy of the
 * report, or the report's own article, is not a second voice. What is told only afterwards was not contradicted.
 */
function isDisputed(s: Situation): boolean {
  const contested = s.outcomes.filter((o) => o.kind === 'contested');
  if (contested.length === 0) return false;
  const claimed = s.outcomes.filter((o) => o.kind === 'fulfilled' || o.kind === 'broken');
  return contested.some(
    (c) => deniesClaim(c.evidence.quote) || claimed.some((f) => f.id !== c.id && toldAt(f) <= toldAt(c)),
  );
}

/**
 * Where of what was disputed it is told a day later or more that it is done (`membantah … belum`, and then `memastikan … sudah`), the
 * contradiction held until then: it is settled, and what it contradicted counts for nothing.
 */
function withoutSettled(outcomes: readonly Outcome[]): readonly Outcome[] {
  const done = outcomes.filter((o) => o.kind === 'fulfilled');
  const settled = outcomes.filter(
    (o) =>
      o.kind === 'contested' &&
      done.some((f) => toldAt(f) >= toldAt(o) + DAY) &&
      (deniesClaim(o.evidence.quote) || done.some((f) => toldAt(f) <= toldAt(o))),
  );
  if (settled.length === 0) return outcomes;
  const until = Math.max(...settled.map(toldAt));
  return outcomes.filter((o) => !settled.includes(o) && !(o.kind === 'fulfilled' && toldAt(o) <= until));
}

const toldAt = ({ evidence: { article } }: Outcome): number => Date.parse(article.published);

/** What is known of a commitment at a moment: mentions are already cut to it by the caller; outcomes are here. */
function situationOf(commitment: Commitment, coverage: Coverage, now: number): Situation {
  const outcomes = withoutSettled(commitment.outcomes.filter((o) => toldAt(o) <= now));
  const window = windowOf(commitment.claims);
  const latest = window.latest === null ? null : Date.parse(window.latest);
  return {
    commitment,
    outcomes,
    now,
    earliest: window.earliest === null ? null : Date.parse(window.earliest),
    latest,
    covered: latest !== null && isCoveredFor(commitment.outlets, coverage, latest),
  };
}

/**
 * The status at a moment.
 * @param at the moment; outcomes published later do not count.
 */
export function statusOf(commitment: Commitment, coverage: Coverage, at: Date): StatusResult {
  const now = at.getTime();
  const situation = situationOf(commitment, coverage, now);
  const window = windowOf(commitment.claims);
  if (commitment.reviewedStatus !== null) {
    return {
      status: commitment.reviewedStatus,
      row: 'reviewer',
      certainty: 'confirmed',
      due: window,
      nextChangeAt: null,
    };
  }
  const row = STATUS_TABLE.find((r) => r.fits(situation))!;
  return {
    status: row.status,
    row: row.row,
    certainty: certaintyOf(row.status, situation),
    due: window,
    nextChangeAt: nextChange(row.status, situation),
  };
}

/** Confirmed by two independent sources or a reviewer; the copies of a text are one source. */
function certaintyOf(status: Status, s: Situation): Certainty | null {
  const kinds: Partial<Record<Status, Outcome['kind'][]>> = {
    withdrawn: ['withdrawn'],
    broken: ['broken', 'fulfilled'],
    fulfilled: ['fulfilled'],
    fulfilled_late: ['fulfilled'],
    partly_fulfilled: ['partly'],
  };
  const wanted = kinds[status];
  if (!wanted) return null;
  const proof = s.outcomes.filter((o) => wanted.includes(o.kind));
  if (proof.some((o) => s.commitment.confirmedOutcomes.includes(o.id))) return 'confirmed';
  // What only seems to be told (another act, other names) confirms nothing.
  const plain = proof.filter((o) => !o.inOtherWords);
  return new Set(plain.map((o) => o.source)).size >= 2 ? 'confirmed' : 'reported';
}

function nextChange(status: Status, s: Situation): string | null {
  if (s.latest === null) return null;
  const after = (ms: number): string => new Date(ms).toISOString();
  if (status === 'open') return after(s.latest - SOON_DAYS * DAY);
  // The instant after the last one in time.
  if (status === 'due_soon' || status === 'partly_fulfilled') return after(s.latest + 1000);
  if (status === 'lapsed_unverified' && s.now <= s.latest + GRACE_HOURS * HOUR)
    return after(s.latest + GRACE_HOURS * HOUR);
  return null;
}

/** Covered from 7 days before to 24 hours after the deadline: by the outlet that reported it first, or by two others. */
function isCoveredFor(outlets: readonly string[], coverage: Coverage, latest: number): boolean {
  if (coverage === 'complete') return true;
  const from = latest - SOON_DAYS * DAY;
  const to = latest + GRACE_HOURS * HOUR;
  const covers = (outlet: string): boolean => isCovered(coverage.get(outlet) ?? [], from, to);
  if (outlets[0] !== undefined && covers(outlets[0])) return true;
  let others = 0;
  for (const outlet of coverage.keys()) {
    if (outlet !== outlets[0] && covers(outlet) && ++others === 2) return true;
  }
  return false;
}

/** True where the intervals leave no gap of more than 24 hours between two instants (milliseconds since 1970). */
export function isCovered(intervals: readonly { from: string; to: string }[], from: number, to: number): boolean {
  const sorted = intervals
    .map((i) => ({ from: Date.parse(i.from), to: Date.parse(i.to) }))
    .filter((i) => i.to >= from && i.from <= to)
    .sort((a, b) => a.from - b.from);
  let until = from;
  for (const interval of sorted) {
    if (interval.from - until > GAP_HOURS * HOUR) return false;
    until = Math.max(until, interval.to);
  }
  // The end must have been seen, whatever gap would be allowed in between.
  return sorted.length > 0 && until >= to;
}
