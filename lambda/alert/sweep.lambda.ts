import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { dbFromEnv } from '../dynamo.ts';
import { ENV, requireEnv } from '../env.ts';
import { count, scheduled } from '../handler.ts';
import { catchUp } from '../ledger/search/index.ts';
import { tellTopic } from './channels/topic.ts';
import { operatorOf } from './operator.ts';
import { sqsDeliverQueue } from './queue.ts';
import { type SweepDeps, sweep } from './sweep.ts';

let deps: SweepDeps | null = null;

/** What is begun later than this before the end might not finish. */
const LAST_START_MS = 20_000;

/** Looks at what falls due, numbers the ledger's changes, and hands over what is to be told. */
export const handler = scheduled('sweep', async ({ now, logger, metrics, remainingMs }) => {
  deps ??= {
    db: dbFromEnv(),
    queue: sqsDeliverQueue(requireEnv(ENV.deliverQueueUrl)),
    operator: operatorOf(tellTopic(requireEnv(ENV.operatorTopicArn))),
  };
  const outOfTime = () => remainingMs() < LAST_START_MS;
  const report = await sweep(
    {
      ...deps,
      outOfTime,
      note: (message, details) => logger.info(message, details as Record<string, string>),
      warn: (message, details) => logger.warn(message, details),
    },
    now,
  );
  // Also when it is none: its absence is the alarm on silence.
  metrics.addMetric('CommitmentsLooked', MetricUnit.Count, report.looked);
  count(metrics, { TransitionsRecorded: report.recorded });
  // After the alerts, which matter more: the search index follows the same log.
  const indexed = await catchUp(deps.db, now, outOfTime);
  // What nobody is woken by is a line of the log, which costs a thousandth of a metric.
  logger.info('swept', { ...report, indexed });
});
