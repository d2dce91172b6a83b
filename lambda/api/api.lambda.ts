import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { dbFromEnv } from '../dynamo.ts';
import { NAMESPACE } from '../handler.ts';
import { apiOf } from './router.ts';

const logger = new Logger({ serviceName: 'api' });
const metrics = new Metrics({ namespace: NAMESPACE, serviceName: 'api' });
const answer = apiOf({
  db: dbFromEnv(),
  clock: () => new Date(),
  onFault: (fault) => logger.error('request failed', fault),
});

/** HTTP: the API and the page. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(injectLambdaContext(logger, { resetKeys: true }))
  .use(logMetrics(metrics))
  .handler(async (event, context) => {
    const started = performance.now();
    const result = await answer(event, context);
    metrics.addMetric('Requests', MetricUnit.Count, 1);
    metrics.addMetric('ServerErrors', MetricUnit.Count, (result.statusCode ?? 200) >= 500 ? 1 : 0);
    metrics.addMetric('LatencyMs', MetricUnit.Milliseconds, performance.now() - started);
    return result;
  });
