import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import middy from '@middy/core';
import type { Context, SQSBatchItemFailure, SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { ENV, METRICS_NAMESPACE } from './env.ts';

/** What every handler is handed beside its event. */
export interface Run {
  now: Date;
  logger: Logger;
  metrics: Metrics;
  /** Milliseconds until the platform stops this run. */
  remainingMs(): number;
}

/** Where metrics are written: the stage's own namespace. */
const NAMESPACE = process.env[ENV.metricsNamespace] ?? METRICS_NAMESPACE;

function instruments(service: string) {
  return {
    logger: new Logger({ serviceName: service }),
    metrics: new Metrics({ namespace: NAMESPACE, serviceName: service }),
  };
}

function run({ logger, metrics }: ReturnType<typeof instruments>, context: Context): Run {
  return {
    now: new Date(),
    logger,
    metrics,
    remainingMs: () => context.getRemainingTimeInMillis?.() ?? Number.POSITIVE_INFINITY,
  };
}

/**
 * Adds counts to a run's metrics, and leaves out those of nothing: CloudWatch charges a metric for each hour in which
 * it is written, and shows what is missing as nothing.
 */
export function count(metrics: Metrics, counts: Record<string, number>): void {
  for (const [name, n] of Object.entries(counts)) if (n > 0) metrics.addMetric(name, MetricUnit.Count, n);
}

/** Writes a run's metrics at its end, however it ends; the package's own also complains of each run that counted nothing. */
function writeMetrics(metrics: Metrics) {
  const write = (): void => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  return { after: write, onError: write };
}

/** A handler that a schedule calls: `work` gets no event, because a schedule says nothing but "now". */
export function scheduled(service: string, work: (run: Run) => Promise<void>) {
  const tools = instruments(service);
  return middy<unknown, void>()
    .use(injectLambdaContext(tools.logger, { resetKeys: true }))
    .use(writeMetrics(tools.metrics))
    .handler(async (_event, context) => {
      await work(run(tools, context));
    });
}

/**
 * A handler that a queue calls. Each message is parsed and worked on by itself; those that fail are reported back, so
 * that the queue gives them again and at last puts them aside, while the others are done.
 * @param parse checks a message's JSON and throws with a cause on one that cannot be used.
 */
export function queued<T>(service: string, parse: (body: unknown) => T, work: (message: T, run: Run) => Promise<void>) {
  const tools = instruments(service);
  return middy<SQSEvent, SQSBatchResponse>()
    .use(injectLambdaContext(tools.logger, { resetKeys: true }))
    .use(writeMetrics(tools.metrics))
    .handler(async (event, context) => {
      const shared = run(tools, context);
      const results = await Promise.allSettled(
        event.Records.map(async (record) => work(parse(jsonOf(record.body)), shared)),
      );
      const batchItemFailures: SQSBatchItemFailure[] = [];
      results.forEach((result, index) => {
        if (result.status === 'fulfilled') return;
        const { messageId } = event.Records[index]!;
        // The cause, never the message: it may hold an address or a name that does not belong in a log.
        tools.logger.error('message failed', { messageId, cause: describe(result.reason) });
        batchItemFailures.push({ itemIdentifier: messageId });
      });
      return { batchItemFailures };
    });
}

/** @throws TypeError that shows nothing of the text, as the parser's own error does. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError('the message is not JSON');
  }
}

/** An error's name and message, without its stack or properties. */
export function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
