import {
  GetQueueAttributesCommand,
  paginateListDeadLetterSourceQueues,
  paginateListQueues,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';

/** A queue's messages that were put aside. */
export interface PutAside {
  /** Name of the dead-letter queue, and of the queue that its messages come from. */
  deadLetters: string;
  queue: string;
  /** About how many there are. */
  messages: number;
  /** The task that moves them back; null where nothing was to be moved, or nothing was asked for. */
  task: string | null;
}

/**
 * Looks at the dead-letter queues of a stage and has their messages moved back to where they came from. Only queues
 * that another names as its dead-letter queue: records of failed runs and of undelivered notices are no work. Moving
 * twice is harmless: what a message is about is in the table, and is done once.
 * @param prefix of the queues' names: the stack's.
 * @param move false only looks.
 * @throws the SDK's errors: no credentials, no right to move.
 */
export async function redrive(client: SQSClient, prefix: string, move: boolean): Promise<PutAside[]> {
  const found: PutAside[] = [];
  for await (const { QueueUrls = [] } of paginateListQueues({ client }, { QueueNamePrefix: prefix, MaxResults: 100 })) {
    for (const QueueUrl of QueueUrls) {
      const source = await sourceOf(client, QueueUrl);
      if (source === null) continue;
      const { Attributes } = await client.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'] }),
      );
      const messages = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
      const task =
        move && messages > 0
          ? await client.send(new StartMessageMoveTaskCommand({ SourceArn: Attributes?.QueueArn }))
          : null;
      found.push({ deadLetters: nameOf(QueueUrl), queue: nameOf(source), messages, task: task?.TaskHandle ?? null });
    }
  }
  return found;
}

/** The queue whose dead letters a queue holds, or null where it holds none's. */
async function sourceOf(client: SQSClient, QueueUrl: string): Promise<string | null> {
  for await (const { queueUrls = [] } of paginateListDeadLetterSourceQueues({ client }, { QueueUrl })) {
    if (queueUrls[0]) return queueUrls[0];
  }
  return null;
}

const nameOf = (url: string): string => url.slice(url.lastIndexOf('/') + 1);
