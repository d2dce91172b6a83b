import { Duration, TimeZone } from 'aws-cdk-lib';
import type { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { above, below } from './alarms.ts';
import type { Config } from './config.ts';
import type { Handler } from './handler.ts';

export interface EveryProps {
  config: Config;
  minutes: number;
  handler: Handler;
  /** A metric that the handler writes at the end of each good run, whatever its value. */
  sign: Metric;
  /** First line of the alarm on silence: what does not happen. */
  silence: string;
  runbook: string;
}

/** Runs missed before silence is an alarm, and the shortest silence that is one. */
const MISSED_RUNS = 3;
const SHORTEST_MINUTES = 15;

/**
 * Calls a handler every so many minutes of Jakarta's clock. A call that cannot be made or that fails is kept in a queue
 * of its own, for the record: the next call makes up for it, because handlers find their own work, so there is nothing
 * to redrive. That no run *ends well* is an alarm, and so is that nothing is heard at all.
 */
export class Every extends Construct {
  readonly alarms: Alarm[];

  constructor(scope: Construct, id: string, { minutes, handler, sign, silence, runbook }: EveryProps) {
    super(scope, id);
    const missed = new Queue(this, 'Missed', {
      retentionPeriod: Duration.days(4),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    // The scheduler calls asynchronously: without a place of its own a failed run would leave nothing but a log line.
    handler.function.configureAsyncInvoke({
      retryAttempts: 0,
      maxEventAge: Duration.minutes(5),
      onFailure: new SqsDestination(missed),
    });
    // The target's own grant would take in every version and alias of the function.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    role.addToPolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [handler.function.functionArn] }),
    );
    missed.grantSendMessages(role);
    new Schedule(this, 'Schedule', {
      schedule: ScheduleExpression.cron({ minute: `*/${minutes}`, timeZone: TimeZone.ASIA_JAKARTA }),
      target: new LambdaInvoke(handler.function, {
        input: ScheduleTargetInput.fromObject({}),
        retryAttempts: 2,
        maxEventAge: Duration.minutes(5),
        deadLetterQueue: missed,
        role: role.withoutPolicyUpdates(),
      }),
    });
    const quiet = Math.max(SHORTEST_MINUTES, minutes * MISSED_RUNS);
    this.alarms = [
      below(this, 'Silent', {
        says: silence,
        runbook,
        metric: sign.with({ statistic: 'SampleCount', period: Duration.minutes(quiet) }),
        threshold: 1,
      }),
      above(this, 'MissedWaiting', {
        says: `Runs of ${handler.handler} failed or could not be started; the next ones make up for them if they do better.`,
        runbook,
        metric: missed.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
        threshold: MISSED_RUNS,
      }),
    ];
  }
}
