import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { IngestMessage } from './ingest-message.ts';

export interface IngestQueue {
  /** Hands over messages, each with the seconds it is to wait. A failure is no loss: the sweep finds the entries. */
  send(messages: readonly { message: IngestMessage; delaySeconds: number }[]): Promise<void>;
}

const BATCH = 10;
/** SQS's longest delay. */
export const LONGEST_DELAY_SECONDS = 900;

/** The queue at `url`. The SDK honours `AWS_ENDPOINT_URL_SQS`. */
export function sqsQueue(url: string, client = new SQSClient({})): IngestQueue {
  return {
    async send(messages) {
      for (let i = 0; i < messages.length; i += BATCH) {
        const batch = messages.slice(i, i + BATCH);
        await client.send(
          new SendMessageBatchCommand({
            QueueUrl: url,
            Entries: batch.map(({ message, delaySeconds }, index) => ({
              Id: String(index),
              MessageBody: JSON.stringify(message),
              ...(delaySeconds >= 1 ? { DelaySeconds: Math.min(Math.floor(delaySeconds), LONGEST_DELAY_SECONDS) } : {}),
            })),
          }),
        );
      }
    },
  };
}
