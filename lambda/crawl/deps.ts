import { type Db, dbFromEnv } from '../dynamo.ts';
import { ENV } from '../env.ts';
import { type FetchOptions, type FetchResult, fetchResource } from './fetch.ts';
import { DEFAULT_GATE, type GatePolicy } from './host-gate.ts';
import type { IngestQueue } from './queue.ts';
import type { SnapshotStore } from './snapshots.ts';
import { type TrustedOrigin, trustedOriginsOf } from './trusted.ts';

/** What the whole crawl works with: the table, the network, and what tests replace. */
export interface CrawlDeps {
  db: Db;
  fetch: (url: string, options?: FetchOptions) => Promise<FetchResult>;
  sleep: (ms: number) => Promise<void>;
  /** A number in [0, 1). */
  random: () => number;
  gate: GatePolicy;
  /** Origins that need neither spacing nor a public address. */
  trusted: readonly TrustedOrigin[];
  /** Told of what costs one item and not the run. */
  warn: (message: string, details: Record<string, unknown>) => void;
}

/** Polling hands entries to a queue; it keeps no pages, and its bundle knows no S3. */
export interface PollDeps extends CrawlDeps {
  queue: IngestQueue;
}

/** Ingesting keeps pages; it sends nothing, and its bundle knows no SQS. */
export interface IngestDeps extends CrawlDeps {
  snapshots: SnapshotStore;
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What both handlers need, as the environment names it. */
export function crawlDepsFromEnv(warn: CrawlDeps['warn'] = () => {}, db: Db = dbFromEnv()): CrawlDeps {
  return {
    db,
    fetch: fetchResource,
    sleep,
    random: Math.random,
    gate: DEFAULT_GATE,
    trusted: trustedOriginsOf(process.env[ENV.trustedOrigins]),
    warn,
  };
}

/** True for an address on an origin that the operator trusts. */
export const isTrusted = (trusted: readonly TrustedOrigin[], url: string): boolean =>
  URL.canParse(url) && trusted.some((t) => t.origin === new URL(url).origin);
