import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import * as z from 'zod';
import { ENV, requireEnv } from '../env.ts';
import { queued } from '../handler.ts';

const message = z.object({ subject: z.string().min(1).max(100), text: z.string().min(1) });

let sns: SNSClient | null = null;

/** Tells the topic of each message of a batch, each by itself. */
export const handler = queued(
  'deliver',
  (body) => message.parse(body),
  async ({ subject, text }) => {
    sns ??= new SNSClient({});
    await sns.send(new PublishCommand({ TopicArn: requireEnv(ENV.operatorTopicArn), Subject: subject, Message: text }));
  },
);
