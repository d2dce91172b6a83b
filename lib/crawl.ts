import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { ENV } from '../lambda/env.ts';
import type { Config } from './config.ts';
import { every } from './every.ts';
import { Handler } from './handler.ts';
import type { Ledger } from './ledger.ts';
import { WorkQueue } from './queue.ts';

/** Network to ledger: a schedule reads the feeds, a queue holds their entries, a handler reads each page. */
export class Crawl extends Construct {
  readonly poll: Handler;
  readonly ingest: Handler;
  readonly entries: WorkQueue;

  constructor(scope: Construct, id: string, { config, ledger }: { config: Config; ledger: Ledger }) {
    super(scope, id);
    const timeout = Duration.minutes(4);
    this.entries = new WorkQueue(this, 'Entries', {
      visibilityTimeout: Duration.minutes(timeout.toMinutes() * 6),
      maxReceiveCount: 5,
      lost: 'Articles could not be read after five tries; their commitments are missing.',
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
      // Two polls at once would only wait for each other's leases.
      reservedConcurrency: 1,
    });
    this.ingest = new Handler(this, 'Ingest', {
      handler: 'ingest',
      config,
      memorySize: 1024,
      timeout,
      environment: { ...environment, [ENV.snapshotBucket]: ledger.snapshots.bucketName },
    });
    this.ingest.function.addEventSource(
      new SqsEventSource(this.entries.queue, { batchSize: 5, reportBatchItemFailures: true, maxConcurrency: 10 }),
    );
    every(this, 'PollSchedule', config.pollMinutes, this.poll.function, this.entries.deadLetters);
    ledger.table.grantReadWriteData(this.poll.function);
    ledger.table.grantReadWriteData(this.ingest.function);
    ledger.snapshots.grantReadWrite(this.ingest.function);
    this.entries.queue.grantSendMessages(this.poll.function);
  }
}
