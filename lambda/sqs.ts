import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';

/** SQS takes so many messages at once. */
const BATCH = 10;
/** SQS's longest delay. */
export const LONGEST_DELAY_SECONDS = 900;

let shared: SQSClient | null = null;

function sqs(): SQSClient {
  shared ??= new SQSClient({});
  return shared;
}

/**
 * Sends messages to the queue at `url`, as JSON, each with the seconds it is to wait. The SDK honours
 * `AWS_ENDPOINT_URL_SQS`. A file of its own, loaded with the first message: most runs of a schedule send none.
 */
export async function sendMessages(
  url: string,
  messages: readonly { message: unknown; delaySeconds: number }[],
  client = sqs(),
): Promise<void> {
  for (let i = 0; i < messages.length; i += BATCH) {
    await client.send(
      new SendMessageBatchCommand({
        QueueUrl: url,
        Entries: messages.slice(i, i + BATCH).map(({ message, delaySeconds }, index) => ({
          Id: String(index),
          MessageBody: JSON.stringify(message),
          ...(delaySeconds >= 1 ? { DelaySeconds: Math.min(Math.floor(delaySeconds), LONGEST_DELAY_SECONDS) } : {}),
        })),
      }),
    );
  }
}
