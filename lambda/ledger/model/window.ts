import type { Commitment } from '../types.ts';

/** The window that counts: of the current claim, widened to the latest of its rivals. */
export function windowOf(claims: Commitment['claims']): {
  earliest: string | null;
  latest: string | null;
  day: string | null;
} {
  const active = claims.filter((c) => c.state !== 'superseded' && c.latest !== null);
  if (active.length === 0) return { earliest: null, latest: null, day: null };
  const last = active.reduce((a, b) => (Date.parse(b.latest!) > Date.parse(a.latest!) ? b : a));
  const current = active.find((c) => c.state === 'current') ?? active[0]!;
  return { earliest: current.earliest ?? current.latest, latest: last.latest, day: last.due };
}
