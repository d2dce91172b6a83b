import { Duration } from 'aws-cdk-lib';
import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { above } from './alarms.ts';

export interface WorkQueueProps {
  /** Longer than its handler may run, so that a message is not given twice while it is worked on. */
  visibilityTimeout: Duration;
  maxReceiveCount: number;
  /** First line of the alarm on messages put aside: what does not happen to them. */
  lost: string;
  /** First line of the alarm on messages that wait too long, and how long that is. */
  late: string;
  lateAfter: Duration;
  runbook: string;
}

/**
 * A queue, the place where its hopeless messages go, and the alarms on both. A standard queue, not FIFO: the spacing of
 * requests to a host is kept in the table, over all processes, and a slow host must not hold back the messages behind it.
 */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;
  readonly alarms: Alarm[];

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.deadLetters = new Queue(this, 'DeadLetters', {
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    this.queue = new Queue(this, 'Queue', {
      visibilityTimeout: props.visibilityTimeout,
      retentionPeriod: Duration.days(4),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceiveCount },
    });
    const period = Duration.minutes(5);
    this.alarms = [
      above(this, 'DeadLettersWaiting', {
        says: props.lost,
        runbook: props.runbook,
        metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period }),
        threshold: 1,
      }),
      above(this, 'Late', {
        says: props.late,
        runbook: props.runbook,
        metric: this.queue.metricApproximateAgeOfOldestMessage({ period }),
        threshold: props.lateAfter.toSeconds(),
      }),
    ];
  }
}
