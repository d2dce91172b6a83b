import { coverageOf } from '../crawl/coverage.ts';
import { feedsDue } from '../crawl/feed-state.ts';
import type { Db } from '../dynamo.ts';
import type { Coverage, Interval } from '../ledger/types.ts';

/** Coverage changes with every poll, and a minute's delay changes no status. */
const KEEP_MS = 60_000;
const kept = new WeakMap<Db, { at: number; coverage: Promise<Coverage> }>();

/** When each followed outlet was read without a gap; kept for a minute. */
export function coverageNow(db: Db, now: Date): Promise<Coverage> {
  const known = kept.get(db);
  if (known && now.getTime() - known.at < KEEP_MS) return known.coverage;
  const coverage = load(db);
  kept.set(db, { at: now.getTime(), coverage });
  // A failure is not kept: the next request asks again.
  coverage.catch(() => kept.delete(db));
  return coverage;
}

async function load(db: Db): Promise<Coverage> {
  const outlets = new Set<string>();
  for await (const state of feedsDue(db, null)) outlets.add(state.outlet);
  const intervals = await Promise.all(
    [...outlets].map(async (outlet) => [outlet, await coverageOf(db, outlet)] as const),
  );
  return new Map<string, Interval[]>(intervals);
}
