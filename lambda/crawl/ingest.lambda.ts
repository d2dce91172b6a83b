import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { dbFromEnv } from '../dynamo.ts';
import { ENV, requireEnv } from '../env.ts';
import { queued, type Run } from '../handler.ts';
import type { IngestDeps } from './deps.ts';
import { type Gathering, gathering } from './gather.ts';
import { parseIngestMessage } from './ingest-message.ts';
import { articleId } from './keys.ts';
import { s3Snapshots } from './snapshots.ts';

let deps: IngestDeps | null = null;
/** Of each batch that runs: its pages are kept together. */
const batches = new WeakMap<Run, Gathering>();

/** What reading a page and extracting from it takes, loaded while the first page is on its way. */
const reading = async () => {
  await import('../read/page.ts');
  await import('./store-article.ts');
};

/** Brings the entries of a batch into the ledger, each by itself. */
export const handler = queued('ingest', parseIngestMessage, async (message, run) => {
  const { logger, metrics } = run;
  // Files of their own: a start waits for the table's client, not for what asks publishers.
  const [{ ingestEntry }, { crawlDepsFromEnv }] = await Promise.all([import('./ingest.ts'), import('./deps.ts')]);
  deps ??= {
    ...crawlDepsFromEnv((text, details) => logger.warn(text, details as Record<string, string>), dbFromEnv()),
    snapshots: s3Snapshots(requireEnv(ENV.snapshotBucket)),
  };
  const all = deps;
  const batch = batches.get(run) ?? gathering(all.snapshots);
  batches.set(run, batch);
  const ingested = batch.working((snapshots) => ingestEntry({ ...all, snapshots }, message, new Date()));
  // Where it cannot be loaded, ingesting says so.
  await Promise.all([ingested, reading().catch(() => {})]);
  const { outcome, article } = await ingested;
  if (outcome !== 'nothing')
    logger.info('entry worked on', { entry: articleId(message.articleKey), outcome, ...(article ?? {}) });
  if (outcome === 'read') metrics.addMetric('ArticlesRead', MetricUnit.Count, 1);
  else if (outcome !== 'nothing' && outcome !== 'later' && outcome !== 'skipped') {
    metrics.addMetric('PagesLost', MetricUnit.Count, 1);
  }
});
