import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { EmailIdentity } from 'aws-cdk-lib/aws-ses';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { ENV } from '../lambda/env.ts';
import type { Config } from './config.ts';
import { every } from './every.ts';
import { Handler } from './handler.ts';
import type { Ledger } from './ledger.ts';
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
  /** The sweep watches deadlines; this watches the sweep. */
  readonly deadMansSwitch: Alarm;

  constructor(scope: Construct, id: string, { config, ledger }: { config: Config; ledger: Ledger }) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { enforceSSL: true });
    if (config.operatorEmail) this.topic.addSubscription(new EmailSubscription(config.operatorEmail));
    this.changes = new Topic(this, 'Changes', { enforceSSL: true });
    const timeout = Duration.minutes(2);
    this.deliveries = new WorkQueue(this, 'Deliveries', {
      visibilityTimeout: Duration.minutes(timeout.toMinutes() * 6),
      maxReceiveCount: 8,
      lost: 'Alerts could not be delivered after eight tries; somebody was not told of a change.',
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
      reservedConcurrency: 1,
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
    if (config.mailFrom) {
      EmailIdentity.fromEmailIdentityName(this, 'Sender', config.mailFrom).grantSendEmail(this.deliver.function);
    }
    this.deliver.function.addEventSource(
      new SqsEventSource(this.deliveries.queue, { batchSize: 10, reportBatchItemFailures: true, maxConcurrency: 5 }),
    );
    every(this, 'SweepSchedule', config.sweepMinutes, this.sweep.function, this.deliveries.deadLetters);
    ledger.table.grantReadWriteData(this.sweep.function);
    ledger.table.grantReadWriteData(this.deliver.function);
    this.deliveries.queue.grantSendMessages(this.sweep.function);
    this.deliveries.queue.grantSendMessages(this.deliver.function);
    this.topic.grantPublish(this.sweep.function);
    this.topic.grantPublish(this.deliver.function);
    this.changes.grantPublish(this.deliver.function);
    this.deadMansSwitch = new Alarm(this, 'SweepNotRun', {
      alarmDescription: `The sweep has not run for a quarter of an hour: no lapsed deadline is noticed.\nRunbook: docs/runbook.md#sweep`,
      metric: this.sweep.function.metricInvocations({ period: Duration.minutes(15) }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      // Silence is what this alarm is for.
      treatMissingData: TreatMissingData.BREACHING,
    });
  }
}
