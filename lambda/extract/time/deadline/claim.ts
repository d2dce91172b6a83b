import type { DeadlineClaim, Timex } from '../../types.ts';
import type { Day } from '../civil.ts';
import type { Tokens } from '../tokens.ts';

/** What the readers of deadlines share. */
export interface Context {
  t: Tokens;
  /** The article's day. */
  ref: Day | null;
  /** The expressions that name a day, the first few hundred: events are dated by them. */
  dates: { at: number; day: Day }[];
  /** Days on which the text says that something was said, by the token of their date. */
  statements: { at: number; day: Day }[];
  /** The text is a deadline's phrase and nothing else: what is past, bare or unbounded is meant as one too. */
  phrase: boolean;
  /** The expressions and the tokens `[from, end)` that hold them. */
  spans: { timex: Timex; from: number; end: number }[];
}

/** A claim over tokens `[from, end)`; what is not given is null or its commonest value. */
export function claimOf(
  { t }: Context,
  from: number,
  end: number,
  parts: Omit<Partial<DeadlineClaim>, 'note'> & Pick<DeadlineClaim, 'rule' | 'due'> & { note?: string | undefined },
): DeadlineClaim {
  const start = t.start[from]!;
  const stop = t.end[end - 1]!;
  const claim: DeadlineClaim = {
    start,
    end: stop,
    text: t.text.slice(start, stop),
    earliest: parts.earliest ?? null,
    latest: parts.latest ?? null,
    anchor: parts.anchor ?? null,
    anchorSource: parts.anchorSource ?? null,
    precision: parts.precision ?? null,
    zone: parts.zone ?? 'Asia/Jakarta',
    calendarVersion: parts.calendarVersion ?? null,
    kind: parts.kind ?? 'due',
    rule: parts.rule,
    due: parts.due,
  };
  // Taken away again (`delete`), it would leave an object that is a dictionary, and slow wherever it is read.
  if (parts.note !== undefined) claim.note = parts.note;
  return claim;
}
