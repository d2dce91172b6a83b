import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { dbFromEnv } from '../dynamo.ts';
import { ENV, requireEnv } from '../env.ts';
import { count, scheduled } from '../handler.ts';
import type { CrawlDeps } from './deps.ts';
import { articleId } from './keys.ts';
import { sqsQueue } from './queue.ts';

/** A poll that begins later than this before the end might not finish. */
const LAST_START_MS = 60_000;

/** Polls every feed that is due and hands lost entries to the queue again. */
export const handler = scheduled('poll', async ({ logger, metrics, remainingMs }) => {
  const warn: CrawlDeps['warn'] = (message, details) => logger.warn(message, details as Record<string, string>);
  // Files of their own: a start waits for the table's client, not for what asks publishers, nor for the schema of the list.
  const [{ crawlPass }, { crawlDepsFromEnv }, { feedsFromEnv }] = await Promise.all([
    import('./pass.ts'),
    import('./deps.ts'),
    import('./feeds.ts'),
  ]);
  const deps = { ...crawlDepsFromEnv(warn, dbFromEnv()), queue: sqsQueue(requireEnv(ENV.ingestQueueUrl)) };
  const { polls, requeued, left } = await crawlPass(deps, {
    feeds: feedsFromEnv(),
    clock: () => new Date(),
    outOfTime: () => remainingMs() < LAST_START_MS,
  });
  for (const { feedId, keys } of polls)
    if (keys.length > 0) logger.info('entries found', { feedId, entries: keys.map(articleId) });
  const sum = (of: (poll: (typeof polls)[number]) => number) => polls.reduce((total, poll) => total + of(poll), 0);
  // Also when it is none: its absence is the alarm on silence.
  metrics.addMetric('FeedsPolled', MetricUnit.Count, polls.length);
  count(metrics, {
    FeedsFailed: sum((poll) => (poll.outcome === 'failed' ? 1 : 0)),
    FeedsLeft: left,
    FeedGaps: sum((poll) => (poll.gap ? 1 : 0)),
  });
  // What nobody is woken by is a line of the log, which costs a thousandth of a metric.
  logger.info('feeds polled', { polled: polls.length, found: sum((poll) => poll.fresh), requeued });
});
