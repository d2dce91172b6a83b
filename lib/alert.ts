import { Duration, Stack } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { ENV } from '../lambda/env.ts';
import { above } from './alarms.ts';
import type { Config } from './config.ts';
import { Every } from './every.ts';
import { grantTable } from './grants.ts';
import { Handler } from './handler.ts';
import type { Ledger } from './ledger.ts';
import { written } from './metrics.ts';
import { WorkQueue } from './queue.ts';

/** Changes of status to people: a schedule finds what has become due, a queue holds what is to be told. */
export class Alert extends Construct {
  readonly sweep: Handler;
  readonly deliver: Handler;
  readonly deliveries: WorkQueue;
  /** Where the operator hears of what does not work. */
  readonly topic: Topic;
  /** Every change, with attributes to filter by, for whatever the operator wants to connect. */
  readonly changes: Topic;
  readonly alarms: Alarm[];

  constructor(scope: Construct, id: string, { config, ledger }: { config: Config; ledger: Ledger }) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    const untold = new Queue(this, 'Untold', {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    if (config.operatorEmail) {
      this.topic.addSubscription(new EmailSubscription(config.operatorEmail, { deadLetterQueue: untold }));
    }
    this.changes = new Topic(this, 'Changes', { enforceSSL: true });
    const timeout = Duration.minutes(2);
    this.deliveries = new WorkQueue(this, 'Deliveries', {
      visibilityTimeout: Duration.minutes(timeout.toMinutes() * 6),
      maxReceiveCount: 8,
      lost: 'Alerts could not be delivered after eight tries; somebody was not told of a change.',
      late: 'Alerts wait for more than an hour to be sent; people hear of changes late.',
      lateAfter: Duration.hours(1),
      runbook: 'deliver',
    });
    const environment = {
      [ENV.table]: ledger.table.tableName,
      [ENV.deliverQueueUrl]: this.deliveries.queue.queueUrl,
      [ENV.operatorTopicArn]: this.topic.topicArn,
    };
    this.sweep = new Handler(this, 'Sweep', {
      handler: 'sweep',
      config,
      memorySize: 512,
      timeout,
      environment,
      alone: true,
    });
    this.deliver = new Handler(this, 'Deliver', {
      handler: 'deliver',
      config,
      memorySize: 512,
      timeout,
      environment: {
        ...environment,
        [ENV.changesTopicArn]: this.changes.topicArn,
        ...(config.mailFrom ? { [ENV.mailFrom]: config.mailFrom } : {}),
      },
    });
    if (config.mailFrom) grantMail(this.deliver, config.mailFrom);
    this.deliver.function.addEventSource(
      new SqsEventSource(this.deliveries.queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 5 }),
    );
    grantTable(this.sweep.function, ledger.table);
    grantTable(this.deliver.function, ledger.table);
    this.deliveries.queue.grantSendMessages(this.sweep.function);
    this.deliveries.queue.grantSendMessages(this.deliver.function);
    this.topic.grantPublish(this.sweep.function);
    this.topic.grantPublish(this.deliver.function);
    this.changes.grantPublish(this.deliver.function);
    const schedule = new Every(this, 'SweepSchedule', {
      config,
      minutes: config.sweepMinutes,
      handler: this.sweep,
      sign: written(config, 'sweep', 'CommitmentsLooked'),
      silence: 'No sweep has ended for a while: no lapsed deadline is noticed, so no alert is made.',
      runbook: 'sweep',
    });
    this.alarms = [
      ...this.sweep.alarms,
      ...this.deliver.alarms,
      ...this.deliveries.alarms,
      ...schedule.alarms,
      above(this, 'OperatorUntold', {
        says: 'Notices to the operator could not be delivered; other alarms may not reach anybody.',
        runbook: 'operator',
        metric: untold.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5) }),
        threshold: 1,
      }),
      above(this, 'MessagesGivenUp', {
        says: 'Messages to subscribers were given up after their last try; somebody was not told of a change.',
        runbook: 'deliver',
        metric: written(config, 'deliver', 'MessagesDead'),
        threshold: 1,
      }),
    ];
  }
}

/** Lets a handler send from one address: as an identity of its own, or by that of its domain, whichever SES verified. */
function grantMail(handler: Handler, from: string): void {
  const identity = (resourceName: string) =>
    Stack.of(handler).formatArn({ service: 'ses', resource: 'identity', resourceName });
  handler.function.addToRolePolicy(
    new PolicyStatement({
      actions: ['ses:SendEmail'],
      resources: [identity(from), identity(from.slice(from.lastIndexOf('@') + 1))],
      conditions: { StringEquals: { 'ses:FromAddress': from } },
    }),
  );
}
