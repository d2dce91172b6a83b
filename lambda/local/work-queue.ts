import { randomUUID } from 'node:crypto';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';

interface Message {
  id: string;
  body: string;
  receives: number;
  /** Milliseconds of the process's own time from which it may be given: no setting of the clock moves it. */
  visibleAt: number;
}

export interface WorkQueueOptions {
  name: string;
  handler: (event: SQSEvent, context: Context) => Promise<SQSBatchResponse | undefined>;
  batchSize: number;
  /** How many batches are worked on at once. */
  concurrency: number;
  maxReceiveCount: number;
  /** Milliseconds until a failed message is given again. */
  retryMs: number;
  onDeadLetter(body: string): void;
}

/**
 * What SQS does for the bundles on AWS: keeps messages, gives them in batches, gives failed ones again and puts
 * hopeless ones aside. It forgets everything when the process ends: a queue is a hint, and the schedules find again
 * what it lost.
 */
export class WorkQueue {
  readonly name: string;
  readonly deadLetters: string[] = [];
  #options: WorkQueueOptions;
  #waiting: Message[] = [];
  #running = 0;
  #stopped = false;
  #timer: NodeJS.Timeout | null = null;
  #idle: (() => void)[] = [];

  constructor(options: WorkQueueOptions) {
    this.name = options.name;
    this.#options = options;
  }

  /** Puts the messages that were put aside back in their queue. @returns how many there were. */
  redrive(): number {
    const bodies = this.deadLetters.splice(0);
    for (const body of bodies) this.send(body);
    return bodies.length;
  }

  get depth(): number {
    return this.#waiting.length + this.#running;
  }

  send(body: string, delaySeconds = 0): string {
    const id = randomUUID();
    this.#waiting.push({ id, body, receives: 0, visibleAt: performance.now() + delaySeconds * 1000 });
    this.#pump();
    return id;
  }

  /** Resolves when nothing is waiting or worked on. */
  async idle(): Promise<void> {
    if (this.depth === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Takes no more work and waits for what is being done. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    while (this.#running > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const done of this.#idle.splice(0)) done();
  }

  #pump(): void {
    if (this.#stopped) return;
    while (this.#running < this.#options.concurrency) {
      const batch = this.#take();
      if (batch.length === 0) break;
      this.#running++;
      void this.#work(batch).finally(() => {
        this.#running--;
        this.#pump();
        if (this.depth === 0) for (const done of this.#idle.splice(0)) done();
      });
    }
    this.#wakeForNext();
  }

  #take(): Message[] {
    const now = performance.now();
    const batch: Message[] = [];
    this.#waiting = this.#waiting.filter((message) => {
      if (batch.length >= this.#options.batchSize || message.visibleAt > now) return true;
      batch.push(message);
      return false;
    });
    return batch;
  }

  #wakeForNext(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#waiting.length === 0 || this.#running >= this.#options.concurrency) return;
    const next = Math.min(...this.#waiting.map((message) => message.visibleAt));
    this.#timer = setTimeout(() => this.#pump(), Math.max(1, next - performance.now()));
  }

  async #work(batch: Message[]): Promise<void> {
    for (const message of batch) message.receives++;
    let failed: Set<string>;
    try {
      const answer = await this.#options.handler(
        { Records: batch.map((m) => record(this.name, m)) },
        context(this.name),
      );
      failed = new Set((answer?.batchItemFailures ?? []).map((failure) => failure.itemIdentifier));
    } catch {
      // A handler that throws has done none of its messages, as on AWS.
      failed = new Set(batch.map((message) => message.id));
    }
    for (const message of batch.filter(({ id }) => failed.has(id))) {
      if (message.receives >= this.#options.maxReceiveCount) {
        this.deadLetters.push(message.body);
        this.#options.onDeadLetter(message.body);
      } else {
        message.visibleAt = performance.now() + this.#options.retryMs * message.receives;
        this.#waiting.push(message);
      }
    }
  }
}

function record(queue: string, message: Message): SQSRecord {
  const sent = String(Date.now());
  return {
    messageId: message.id,
    receiptHandle: message.id,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receives),
      SentTimestamp: sent,
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: sent,
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:local:000000000000:${queue}`,
    awsRegion: 'local',
  };
}

/** The context that a handler is given; the local run has no time limit of its own. */
export function context(functionName: string): Context {
  return {
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${functionName}`,
    memoryLimitInMB: '1024',
    awsRequestId: randomUUID(),
    logGroupName: functionName,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => 240_000,
    done() {},
    fail() {},
    succeed() {},
  };
}
