import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { queued } from '../handler.ts';
import { askToConfirm, type DeliverDeps, emptyBox, fanOut, replayOrFail } from './deliver.ts';
import { deliverDepsFromEnv } from './deps.ts';
import { deliverMessage } from './queue.ts';

let deps: DeliverDeps | null = null;

/** Puts changes into the boxes of those who asked for them, and sends what is due. */
export const handler = queued('deliver', deliverMessage, async (message, { metrics, logger }) => {
  deps ??= { ...deliverDepsFromEnv(), note: (text, details) => logger.info(text, details as Record<string, string>) };
  // A delayed message may come long after its batch began.
  const now = new Date();
  if (message.kind === 'changes') return fanOut(deps, message.changes, now, message.after);
  if (message.kind === 'confirm') return askToConfirm(deps, message.subscription, now);
  if (message.kind === 'replay') return replayOrFail(deps, message.message, now);
  const result = await emptyBox(deps, message.subscription, now);
  if (result === 'sent') metrics.addMetric('MessagesSent', MetricUnit.Count, 1);
  if (result === 'dead') metrics.addMetric('MessagesDead', MetricUnit.Count, 1);
});
