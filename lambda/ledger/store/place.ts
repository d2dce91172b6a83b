import type { Db } from '../../dynamo.ts';
import type { Coverage, LedgerArticle } from '../types.ts';
import { writeReading } from './consequences.ts';
import { keepReading, readingOf } from './reading.ts';

/** What placing an article did. */
export interface PlaceResult {
  mentions: number;
  reports: number;
  /** Commitments of the article that the ledger does not keep. */
  outOfScope: number;
  /** Ids of the commitments it changed. */
  written: string[];
  /** Ids that now lead elsewhere. */
  redirected: string[];
  /** False where the ledger had just this reading already. */
  changed: boolean;
}

/** What is known of coverage while placing; the sweep, which knows more, looks at what is past due. */
const NONE: Coverage = new Map();

/**
 * Places what an article says in the ledger. Idempotent; articles may come in any order, at the same time, twice, and
 * may be cut off at any write: placing again, or {@link resumePending}, ends at the same ledger.
 */
export async function placeArticle(
  db: Db,
  article: LedgerArticle,
  now: Date,
  coverage: Coverage = NONE,
): Promise<PlaceResult> {
  const fresh = readingOf(article, now);
  const counts = { mentions: fresh.mentions.length, reports: fresh.reports.length, outOfScope: fresh.outOfScope };
  const reading = await keepReading(db, fresh);
  if (!reading) return { ...counts, written: [], redirected: [], changed: false };
  // A reading that stood there already may be what somebody left half-way.
  const again = reading !== fresh;
  return { ...counts, ...(await writeReading(db, reading, coverage, now, again)), changed: true };
}
