/**
 * The one table, as data: `lib/ledger.ts` makes it on AWS, the synthesized template makes it locally. Everything
 * the product stores is an item of it; what keys an item has is written in the room that owns the item
 * (`crawl/keys.ts`, `ledger/store/keys.ts`, `alert/keys.ts`).
 */
export interface IndexDefinition {
  name: string;
  partitionKey: string;
  sortKey: string;
}

export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Seconds since 1970; DynamoDB removes the item some time after. Readers filter on it themselves. */
  timeToLive: 'expiresAt',
  /**
   * All keys are strings. All indexes are sparse: an item without the attributes is not in them. And all hold the keys
   * alone: an entry is paid for once, when it comes or goes, and not with each change of what it stands for.
   */
  indexes: [
    /** What must still follow from a write: a sweep finds here what the queues lost. Read by `items.ts`'s `pending`. */
    { name: 'pending', partitionKey: 'pendingPk', sortKey: 'pendingSk' },
    /** What falls due for a look, by day bucket: the alert sweep reads it. */
    { name: 'next', partitionKey: 'nextPk', sortKey: 'nextSk' },
    /** All articles, by month. */
    { name: 'list', partitionKey: 'listPk', sortKey: 'listSk' },
    /** Commitments by stored status, and other single-valued listings. */
    { name: 'status', partitionKey: 'statusPk', sortKey: 'statusSk' },
    /** Commitments by due day. */
    { name: 'due', partitionKey: 'duePk', sortKey: 'dueSk' },
    /** Commitments by topic. */
    { name: 'topic', partitionKey: 'topicPk', sortKey: 'topicSk' },
  ] satisfies IndexDefinition[],
} as const;
