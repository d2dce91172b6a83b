/**
 * The names by which `lib/` tells `lambda/` where things are, written once. `lib/` sets them, handlers read them.
 */
export const ENV = {
  table: 'TAGIH_TABLE',
  snapshotBucket: 'TAGIH_SNAPSHOTS',
  ingestQueueUrl: 'TAGIH_INGEST_QUEUE_URL',
  deliverQueueUrl: 'TAGIH_DELIVER_QUEUE_URL',
  operatorTopicArn: 'TAGIH_OPERATOR_TOPIC_ARN',
  /** Comma-separated host patterns exempt from the private-address rule; set by the local run for its sample archive only. */
  trustedOrigins: 'TAGIH_TRUSTED_ORIGINS',
  /** JSON list of the feeds to follow, as `lambda/crawl/feeds.ts` defines them; without it the built-in list. */
  feeds: 'TAGIH_FEEDS',
  publicUrl: 'TAGIH_PUBLIC_URL',
  userAgentContact: 'TAGIH_CONTACT',
} as const;

/**
 * The value of a required environment variable.
 * @throws Error naming the variable when it is not set.
 */
export function requireEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`environment variable ${name} is not set`);
  return value;
}
