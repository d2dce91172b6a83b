import { Webhook } from 'standardwebhooks';
import { changeView } from '../message/json.ts';
import type { Message } from '../message/message.ts';
import type { SendResult } from './channel.ts';
import { type PostOptions, postJson } from './post.ts';

/** The body of a webhook: the same bytes on every try, but for nothing. */
export const webhookBody = (message: Message): string =>
  JSON.stringify({
    type: 'commitments.changed',
    timestamp: message.at,
    data: { message: message.id, changes: message.changes.map((change) => changeView(change, message)) },
  });

/**
 * Signature headers of Standard Webhooks: one signature for each secret, so that a receiver may hold the old or the
 * new one while a secret is replaced. The id stays over retries; the timestamp is of this try.
 */
export function signed(id: string, body: string, secrets: readonly string[], now: Date): Record<string, string> {
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign(id, now, body)).join(' '),
  };
}

/** Sends a message to a webhook. */
export function sendWebhook(
  channel: { url: string; secrets: readonly string[] },
  message: Message,
  options: PostOptions,
): Promise<SendResult> {
  const body = webhookBody(message);
  return postJson(channel.url, body, signed(message.id, body, channel.secrets, options.now), options);
}
