import { windowOf } from './model/window.ts';
import { GRACE_HOURS } from './status.ts';
import type { Commitment } from './types.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * When a commitment is worth a look, in milliseconds from its latest due instant: reminders 30, 7 and 1 days before,
 * the instant after it, the end of the grace that coverage needs, and 30 days after.
 */
export const LOOKS: readonly {
  name: 'in-30-days' | 'in-7-days' | 'in-1-day' | 'due' | 'lapsed' | '30-days-after';
  offset: number;
}[] = [
  { name: 'in-30-days', offset: -30 * DAY },
  { name: 'in-7-days', offset: -7 * DAY },
  { name: 'in-1-day', offset: -DAY },
  { name: 'due', offset: 1000 },
  { name: 'lapsed', offset: GRACE_HOURS * HOUR + 1000 },
  { name: '30-days-after', offset: 30 * DAY },
];

/** The first instant after a moment at which the commitment is to be looked at, or null where none is left. */
export function nextLook(commitment: Commitment, after: Date): string | null {
  const { latest } = windowOf(commitment.claims);
  if (latest === null) return null;
  const due = Date.parse(latest);
  const next = LOOKS.map((l) => due + l.offset).find((instant) => instant > after.getTime());
  return next === undefined ? null : new Date(next).toISOString();
}
