import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { Metrics } from '@aws-lambda-powertools/metrics';
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
  .handler(answer);
