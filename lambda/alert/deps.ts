import { trustedOriginsOf } from '../crawl/trusted.ts';
import { type Db, dbFromEnv } from '../dynamo.ts';
import { ENV, requireEnv } from '../env.ts';
import type { Mail, Post } from './channels/mail.ts';
import { publishTo, tellTopic } from './channels/topic.ts';
import { type DeliverDeps, sendBy } from './deliver.ts';
import { sqsDeliverQueue } from './queue.ts';

/** Where the page is, without a slash at its end. */
export const siteFromEnv = (): string => (process.env[ENV.publicUrl] ?? '').replace(/(?<!\/)\/+$/, '');

/** SES, or where no sender is set a refusal that says what to set. */
export function postFromEnv(): Post {
  const from = process.env[ENV.mailFrom];
  let post: Post | null = null;
  if (from)
    return async (mail) => {
      post ??= (await import('./channels/ses.ts')).sesPost(from);
      await post(mail);
    };
  return (_: Mail) => Promise.reject(Object.assign(new Error(`${ENV.mailFrom} is not set`), { name: 'NoSender' }));
}

/** What delivering works with, as the environment names it. */
export function deliverDepsFromEnv(db: Db = dbFromEnv()): DeliverDeps {
  const topic = process.env[ENV.changesTopicArn];
  const site = siteFromEnv();
  const post = postFromEnv();
  const groupWait = process.env[ENV.groupWaitSeconds];
  return {
    db,
    queue: sqsDeliverQueue(requireEnv(ENV.deliverQueueUrl)),
    send: sendBy(post, trustedOriginsOf(process.env[ENV.trustedWebhooks])),
    post,
    ...(topic ? { publish: publishTo(topic, site) } : {}),
    tell: tellTopic(requireEnv(ENV.operatorTopicArn)),
    site,
    ...(groupWait ? { groupWaitSeconds: Number(groupWait) } : {}),
  };
}
