import type { Commitment, Event } from '../types.ts';
import { contentId } from './ids.ts';

/**
 * A commitment's history as it stands at a moment: its events, and for each deadline that has passed by then unmet,
 * when it passed. A deadline that was moved before it came does not pass; one that was moved afterwards did.
 */
export function historyAt(commitment: Commitment, now: Date): Event[] {
  const passed = commitment.claims.flatMap((claim): Event[] => {
    if (claim.latest === null || claim.kind === 'start' || claim.state === 'rival') return [];
    const latest = Date.parse(claim.latest);
    if (latest >= now.getTime()) return [];
    const next = commitment.claims.find((c) => c.id === claim.replacedBy);
    if (next && Date.parse(next.statedAt) <= latest) return [];
    if (commitment.outcomes.some((o) => o.kind === 'fulfilled' && !isAfter(o.occurred.earliest, claim.due))) return [];
    const occurredAt = new Date(latest + 1000).toISOString();
    return [
      {
        id: contentId('event', 'deadline-passed', claim.id),
        kind: 'deadline-passed',
        occurredAt,
        recordedAt: occurredAt,
        about: claim.id,
        detail: { due: claim.due },
      },
    ];
  });
  return [...commitment.events, ...passed].sort(
    (a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || (a.id < b.id ? -1 : 1),
  );
}

const isAfter = (day: string | null, due: string): boolean => day !== null && day > due;
