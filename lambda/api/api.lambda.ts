import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { dbFromEnv } from '../dynamo.ts';
import { apiOf } from './router.ts';

const logger = new Logger({ serviceName: 'api' });
const answer = apiOf({
  db: dbFromEnv(),
  clock: () => new Date(),
  onFault: (fault) => logger.error('request failed', fault),
});

/** HTTP: the API and the page. */
export const handler = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
  .use(injectLambdaContext(logger, { resetKeys: true }))
  // Requests, faults and latency are counted by the HTTP API itself, which costs nothing.
  .handler(answer);
