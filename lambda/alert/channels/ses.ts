import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Post } from './mail.ts';

/** Sends by SES from an address that is verified there. The SDK honours `AWS_ENDPOINT_URL_SESV2`. */
export function sesPost(from: string, client = new SESv2Client({})): Post {
  return async ({ to, subject, text, html, headers }) => {
    const content = (Data: string) => ({ Data, Charset: 'UTF-8' });
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: {
            Subject: content(subject),
            Body: { Text: content(text), Html: content(html) },
            Headers: Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
          },
        },
      }),
    );
  };
}
