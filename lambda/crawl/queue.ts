import type { SQSClient } from '@aws-sdk/client-sqs';
import type { IngestMessage } from './ingest-message.ts';

export interface IngestQueue {
  /** Hands over messages, each with the seconds it is to wait. A failure is no loss: the sweep finds the entries. */
  send(messages: readonly { message: IngestMessage; delaySeconds: number }[]): Promise<void>;
}

/** The queue at `url`, by `sqs.ts`. */
export function sqsQueue(url: string, client?: SQSClient): IngestQueue {
  return {
    async send(messages) {
      if (messages.length > 0) await (await import('../sqs.ts')).sendMessages(url, messages, client);
    },
  };
}
