import { PublishCommand, type PublishCommandInput, SNSClient } from '@aws-sdk/client-sns';

let shared: SNSClient | null = null;

function sns(): SNSClient {
  shared ??= new SNSClient({});
  return shared;
}

/** Publishes to a topic. The SDK honours `AWS_ENDPOINT_URL_SNS`. A file of its own, loaded with the first message. */
export async function publish(input: PublishCommandInput, client = sns()): Promise<void> {
  await client.send(new PublishCommand(input));
}
