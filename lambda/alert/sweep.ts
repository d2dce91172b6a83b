import { randomUUID } from 'node:crypto';
import type { Db } from '../dynamo.ts';
import { resumePending } from '../ledger/place.ts';
import { dueForLook } from '../ledger/store/read.ts';
import { refreshStatus } from '../ledger/store/refresh.ts';
import { numberChanges } from '../ledger/store/sequencer.ts';
import { coverageNow } from './coverage.ts';

/** What one sweep did. */
export interface SweepReport {
  resumed: number;
  looked: number;
  numbered: number | null;
}

/** Work kept so short a time ago is still somebody's; the sweep takes up what is older. */
const IN_PROGRESS_MS = 5 * 60_000;
/** How far back a look may have been missed. */
const BACK_MS = 3 * 86_400_000;

/** One sweep: what was cut off is ended, what falls due is looked at, and changes get their numbers. */
export async function sweep(db: Db, now: Date): Promise<SweepReport> {
  const coverage = await coverageNow(db);
  const resumed = await resumePending(db, now, new Date(now.getTime() - IN_PROGRESS_MS), coverage);
  let looked = 0;
  for await (const { id } of dueForLook(db, new Date(now.getTime() - BACK_MS), now)) {
    await refreshStatus(db, id, coverage, now);
    looked++;
  }
  let numbered: number | null = 0;
  const owner = randomUUID();
  for (let more: number | null = 1; more; ) {
    more = await numberChanges(db, owner, now, coverage);
    numbered = more === null ? null : (numbered ?? 0) + more;
  }
  return { resumed, looked, numbered };
}
