import { Duration } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { ENV } from '../lambda/env.ts';
import { below } from './alarms.ts';
import type { Config } from './config.ts';
import { Every } from './every.ts';
import { grantObjects, grantTable } from './grants.ts';
import { Handler } from './handler.ts';
import type { Ledger } from './ledger.ts';
import { written } from './metrics.ts';
import { WorkQueue } from './queue.ts';

/** Network to ledger: a schedule reads the feeds, a queue holds their entries, a handler reads each page. */
export class Crawl extends Construct {
  readonly poll: Handler;
  readonly ingest: Handler;
  readonly entries: WorkQueue;
  readonly alarms: Alarm[];

  constructor(scope: Construct, id: string, { config, ledger }: { config: Config; ledger: Ledger }) {
    super(scope, id);
    const timeout = Duration.minutes(4);
    this.entries = new WorkQueue(this, 'Entries', {
      visibilityTimeout: Duration.minutes(timeout.toMinutes() * 6),
      maxReceiveCount: 5,
      lost: 'Articles could not be read after five tries; their commitments are missing.',
      late: 'Articles wait for more than two hours to be read; what they report is known late.',
      lateAfter: Duration.hours(2),
      runbook: 'ingest',
    });
    const environment = {
      [ENV.table]: ledger.table.tableName,
      [ENV.userAgentContact]: config.contact,
      [ENV.ingestQueueUrl]: this.entries.queue.queueUrl,
    };
    this.poll = new Handler(this, 'Poll', {
      handler: 'poll',
      config,
      memorySize: 512,
      timeout,
      environment,
      feedsFile: config.feedsFile,
      // Two polls at once would only wait for each other's leases.
      alone: true,
    });
    this.ingest = new Handler(this, 'Ingest', {
      handler: 'ingest',
      config,
      // Most of its time it waits, and what computing costs does not depend on the memory.
      memorySize: 512,
      timeout,
      environment: { ...environment, [ENV.snapshotBucket]: ledger.snapshots.bucketName },
    });
    this.ingest.function.addEventSource(
      new SqsEventSource(this.entries.queue, {
        batchSize: 8,
        // Articles of a batch wait for their pages together, and waiting is most of what they cost.
        maxBatchingWindow: Duration.seconds(40),
        reportBatchItemFailures: true,
        maxConcurrency: 10,
      }),
    );
    grantTable(this.poll.function, ledger.table);
    grantTable(this.ingest.function, ledger.table);
    grantObjects(this.ingest.function, ledger.snapshots, 'pages/');
    this.entries.queue.grantSendMessages(this.poll.function);
    const schedule = new Every(this, 'PollSchedule', {
      config,
      minutes: config.pollMinutes,
      handler: this.poll,
      sign: written(config, 'poll', 'FeedsPolled'),
      silence: 'No poll of the feeds has ended for a while: no feed is read, so new articles are missed.',
      runbook: 'poll',
    });
    this.alarms = [
      ...this.poll.alarms,
      ...this.ingest.alarms,
      ...this.entries.alarms,
      ...schedule.alarms,
      below(this, 'NothingRead', {
        says: 'Not one article was read within a day: the tracker runs and learns nothing.',
        runbook: 'ingest',
        metric: written(config, 'ingest', 'ArticlesRead', Duration.days(1)),
        threshold: 1,
      }),
    ];
  }
}
