import { coverageOfAll, keptCoverage } from '../crawl/coverage.ts';
import type { Db } from '../dynamo.ts';
import type { Coverage } from '../ledger/types.ts';

/** Coverage changes with every poll, and a minute's delay changes no status. */
const KEEP_MS = 60_000;
const kept = new WeakMap<Db, { at: number; coverage: Promise<Coverage> }>();

/** When each outlet was read without a gap; kept for a minute, once a sweep has kept it. */
export function coverageNow(db: Db, now: Date): Promise<Coverage> {
  const known = kept.get(db);
  if (known && now.getTime() - known.at < KEEP_MS) return known.coverage;
  // As the sweep kept it: one item instead of two queries for every outlet.
  const coverage: Promise<Coverage> = keptCoverage(db, now).then((last) => {
    // Before the first sweep it is that of a system which is only filling: asked again each time.
    if (last === null) kept.delete(db);
    return last ?? coverageOfAll(db);
  });
  kept.set(db, { at: now.getTime(), coverage });
  // A failure is not kept: the next request asks again.
  coverage.catch(() => kept.delete(db));
  return coverage;
}
