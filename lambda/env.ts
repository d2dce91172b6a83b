/**
 * The names by which `lib/` tells `lambda/` where things are, written once. `lib/` sets them, handlers read them.
 */
export const ENV = {
  table: 'TAGIH_TABLE',
  snapshotBucket: 'TAGIH_SNAPSHOTS',
  ingestQueueUrl: 'TAGIH_INGEST_QUEUE_URL',
  deliverQueueUrl: 'TAGIH_DELIVER_QUEUE_URL',
  operatorTopicArn: 'TAGIH_OPERATOR_TOPIC_ARN',
  /**
   * Comma-separated `http://NAME=ADDRESS:PORT`: origins exempt from the private-address rule, and where they really
   * listen. Set by the local run for its sample archive, so that an article keeps one address over restarts.
   */
  trustedOrigins: 'TAGIH_TRUSTED_ORIGINS',
  /** JSON list of the feeds to follow, as `lambda/crawl/feeds.ts` defines them; without it the built-in list. */
  feeds: 'TAGIH_FEEDS',
  /** File with such a list, which a deployment puts beside the bundle: an environment holds 4 KB and no more. */
  feedsFile: 'TAGIH_FEEDS_FILE',
  /** JSON list of feeds beside those: the local run's sample archive. */
  extraFeeds: 'TAGIH_EXTRA_FEEDS',
  /** Topic of every change, with attributes to filter by; left out, changes are not published. */
  changesTopicArn: 'TAGIH_CHANGES_TOPIC_ARN',
  /** Sender of e-mails, verified with SES. */
  mailFrom: 'TAGIH_MAIL_FROM',
  /** Seconds that alerts wait for what belongs to the same message; 20 where it is not set. */
  groupWaitSeconds: 'TAGIH_GROUP_WAIT',
  /** Comma-separated origins that webhooks may be sent to although their address is not public. */
  trustedWebhooks: 'TAGIH_TRUSTED_WEBHOOKS',
  /** The local run's mail server, `smtp://…`; without it e-mails become files in the data folder's `outbox`. */
  smtpUrl: 'TAGIH_SMTP_URL',
  publicUrl: 'TAGIH_PUBLIC_URL',
  /** What the trusted proxy before the API says in `PROXY_HEADER`; left out where there is none. */
  proxyKey: 'TAGIH_PROXY_KEY',
  userAgentContact: 'TAGIH_CONTACT',
  /** Where metrics are written, so that stages side by side do not mix theirs; by default `METRICS_NAMESPACE`. */
  metricsNamespace: 'TAGIH_METRICS_NAMESPACE',
} as const;

/** Header by which the API knows a request that its own proxy passed on. */
export const PROXY_HEADER = 'x-tagih-proxy';

/** CloudWatch's namespace for the metrics of every handler. */
export const METRICS_NAMESPACE = 'Tagih';

/**
 * The value of a required environment variable.
 * @throws Error naming the variable when it is not set.
 */
export function requireEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`environment variable ${name} is not set`);
  return value;
}
