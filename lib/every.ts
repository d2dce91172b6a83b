import { Duration, TimeZone } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/**
 * Calls `handler` every so many minutes of Jakarta's clock. A call that cannot be made is tried again for a few minutes
 * and then kept in `deadLetters`; the next one makes up for it, because handlers find their own work.
 */
export function every(
  scope: Construct,
  id: string,
  minutes: number,
  handler: IFunction,
  deadLetters: IQueue,
): Schedule {
  return new Schedule(scope, id, {
    schedule: ScheduleExpression.cron({ minute: `*/${minutes}`, timeZone: TimeZone.ASIA_JAKARTA }),
    target: new LambdaInvoke(handler, {
      input: ScheduleTargetInput.fromObject({}),
      retryAttempts: 2,
      maxEventAge: Duration.minutes(5),
      deadLetterQueue: deadLetters,
    }),
  });
}
