/** The handlers: where each is written and what it is called on AWS and in `dist/`. Written once. */
export const HANDLERS = {
  poll: 'crawl/poll.lambda.ts',
  ingest: 'crawl/ingest.lambda.ts',
  sweep: 'alert/sweep.lambda.ts',
  deliver: 'alert/deliver.lambda.ts',
  api: 'api/api.lambda.ts',
  page: 'api/page.lambda.ts',
  feed: 'api/feed.lambda.ts',
  account: 'api/account.lambda.ts',
  probe: 'api/probe.lambda.ts',
} as const;

export type HandlerName = keyof typeof HANDLERS;
