import { Logger } from '@aws-lambda-powertools/logger';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { dbFromEnv } from '../dynamo.ts';
import { type Answering, apiOf } from './router.ts';

/** A handler of one of the functions behind the HTTP API. */
export function httpHandler(answering: Answering) {
  const logger = new Logger({ serviceName: answering.name });
  return (
    middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
      .use(injectLambdaContext(logger, { resetKeys: true }))
      // Requests, faults and latency are counted by the HTTP API itself, which costs nothing.
      .handler(
        apiOf(
          {
            db: dbFromEnv(),
            clock: () => new Date(),
            onFault: (fault) => logger.error('request failed', fault),
          },
          answering,
        ),
      )
  );
}
