import { coverageOf } from '../crawl/coverage.ts';
import { feedsDue } from '../crawl/feed-state.ts';
import type { Db } from '../dynamo.ts';
import type { Coverage, Interval } from '../ledger/types.ts';

/** When each followed outlet was read without a gap, as of now. One query of the feeds and two an outlet. */
export async function coverageNow(db: Db): Promise<Coverage> {
  const outlets = new Set<string>();
  for await (const state of feedsDue(db, null)) outlets.add(state.outlet);
  const intervals = await Promise.all(
    [...outlets].map(async (outlet) => [outlet, await coverageOf(db, outlet)] as const),
  );
  return new Map<string, Interval[]>(intervals);
}
