import { type Db, dbFromEnv } from '../dynamo.ts';
import { ENV, requireEnv } from '../env.ts';
import { type TrustedOrigin, trustedOriginsOf } from './addresses.ts';
import { type FetchOptions, type FetchResult, fetchResource } from './fetch.ts';
import { DEFAULT_GATE, type GatePolicy } from './host-gate.ts';
import { type IngestQueue, sqsQueue } from './queue.ts';
import { type SnapshotStore, s3Snapshots } from './snapshots.ts';

/** What the crawl works with: the table, the network, and everything that tests replace. */
export interface CrawlDeps {
  db: Db;
  fetch: (url: string, options?: FetchOptions) => Promise<FetchResult>;
  queue: IngestQueue;
  snapshots: SnapshotStore;
  sleep: (ms: number) => Promise<void>;
  /** A number in [0, 1). */
  random: () => number;
  gate: GatePolicy;
  /** Origins that need neither spacing nor a public address. */
  trusted: readonly TrustedOrigin[];
  /** Told of what costs one item and not the run. */
  warn: (message: string, details: Record<string, unknown>) => void;
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The crawl's dependencies as the environment names them. The snapshot bucket is needed only to ingest. */
export function crawlDepsFromEnv(warn: CrawlDeps['warn'] = () => {}): CrawlDeps {
  let snapshots: SnapshotStore | null = null;
  const store = () => {
    snapshots ??= s3Snapshots(requireEnv(ENV.snapshotBucket));
    return snapshots;
  };
  return {
    db: dbFromEnv(),
    fetch: fetchResource,
    queue: sqsQueue(requireEnv(ENV.ingestQueueUrl)),
    snapshots: { put: (bytes) => store().put(bytes), get: (address) => store().get(address) },
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
