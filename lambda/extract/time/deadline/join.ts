/** Claims that the text joins into one deadline: `besok atau lusa`, `Juni dan Juli`, `Oktober hingga Desember 2025`. */
import type { DeadlineClaim } from '../../types.ts';

const ALTERNATIVE = new Set(['atau', 'ataupun']);
/** A pair or a range: due by its last day. */
const TOGETHER = new Set(['dan', 'serta', '-', '–', '—', '--', 's/d', 's.d.', 's.d', 'sd']);
/** The word of a range that the second claim took in as its operator. */
const RANGE = /^(?:hingga|sampai|s\.d|s\/d|sd)\b/i;
/** Words of a second claim that give it a meaning of its own beside the first. */
const OWN = /^(?:pada|di|sebelum|paling|selambat|mulai|sejak|per|dalam|setelah)\b/i;

const BEFORE = /^sebelum\b/i;

const TIMED = new Set(['instant', 'day']);
const samePrecision = (a: DeadlineClaim, b: DeadlineClaim): boolean =>
  a.precision === b.precision || (TIMED.has(a.precision ?? '') && TIMED.has(b.precision ?? ''));

/** How `next` goes on from `last`, with nothing but `between` of the text in between; null where it does not. */
function joint(last: DeadlineClaim, next: DeadlineClaim, between: string): 'alternative' | 'range' | 'season' | null {
  if (!last.latest || !next.latest || next.latest < last.latest || next.kind === 'recurring') return null;
  if (last.kind === next.kind) {
    if (ALTERNATIVE.has(between)) return 'alternative';
    if ((between === ',' || between === 'dan') && /depannya/.test(next.text)) return 'alternative';
  }
  // `sebelum Natal dan Tahun Baru`: one season, and what is due before it is due before its first day.
  if (BEFORE.test(last.text) && between === 'dan' && !OWN.test(next.text)) return 'season';
  // A count is no end of a range, save of one that it is counted from.
  if (next.anchor !== null && last.due !== next.anchor) return null;
  if (between === '') return RANGE.test(next.text) ? 'range' : null;
  if (!TOGETHER.has(between)) return null;
  const plain = last.kind === next.kind && !OWN.test(next.text) && !RANGE.test(next.text);
  return plain && samePrecision(last, next) ? 'range' : null;
}

/**
 * Joins claims that stand side by side, in order. An alternative keeps the earlier one's earliest day; a pair or a
 * range is due on its last, whatever its first is (`mulai 4 hingga 7 Juni`).
 */
export function joinClaims(text: string, claims: readonly DeadlineClaim[]): DeadlineClaim[] {
  const joined: DeadlineClaim[] = [];
  for (const claim of claims) {
    const last = joined[joined.length - 1];
    const how = last && joint(last, claim, text.slice(last.end, claim.start).trim());
    if (last && how) {
      joined[joined.length - 1] = {
        ...(how === 'season' ? last : claim),
        start: last.start,
        text: text.slice(last.start, claim.end),
        end: claim.end,
        earliest: how === 'range' ? claim.earliest : last.earliest,
        rule: `${claim.rule}:${how}`,
      };
    } else joined.push(claim);
  }
  return joined;
}
