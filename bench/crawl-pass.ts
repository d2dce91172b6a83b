/** One pass over feeds that were read before, measured: what `crawl.ts` bundles and runs in a process of its own. */
import { performance } from 'node:perf_hooks';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { PollDeps } from '../lambda/crawl/deps.ts';
import { fetchResource } from '../lambda/crawl/fetch.ts';
import { DEFAULT_GATE } from '../lambda/crawl/host-gate.ts';
import { pollDue } from '../lambda/crawl/pass.ts';
import type { Db } from '../lambda/dynamo.ts';

/** When the feeds were first read. */
export const START = Date.parse('2026-08-03T00:00:00Z');

/** The passes, by hours after the feeds were first read: so late a full answer is asked for. */
export const PASSES = { '304': 2, 'same bytes': 20 } as const;

export interface Pass {
  feeds: number;
  /** What the server did: said "not modified", or sent the same bytes again. */
  case: keyof typeof PASSES;
  seconds: number;
  /** Processor time of the polling process, engine and server not counted. */
  cpuSeconds: number;
  /** Highest resident memory of the polling process, in MB. */
  rssMb: number;
  tableRequests: number;
}

/** What a pass works with: every host is the local server at `port`. */
export const depsOf = (db: Db, port: number): PollDeps => ({
  db,
  fetch: (url, options) => {
    const { origin } = new URL(url);
    return fetchResource(url, { ...options, trusted: [{ origin, at: { host: '127.0.0.1', port } }] });
  },
  queue: { send: async () => {} },
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: () => 0.5,
  gate: DEFAULT_GATE,
  trusted: [],
  warn: (message, details) => console.error(message, details),
});

async function onePass(
  name: Pass['case'],
  count: number,
  endpoint: string,
  table: string,
  port: number,
): Promise<Pass> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'local', credentials });
  let tableRequests = 0;
  client.middlewareStack.add(
    (next) => (args) => {
      tableRequests++;
      return next(args);
    },
    { step: 'initialize' },
  );
  const began = performance.now();
  const { polls } = await pollDue(depsOf({ client, table }, port), {
    clock: () => new Date(START + PASSES[name] * 3_600_000),
  });
  const seconds = (performance.now() - began) / 1000;
  client.destroy();
  if (polls.length !== count || polls.some((p) => p.outcome !== 'unchanged'))
    throw new Error('not every feed was polled');
  const { user, system } = process.cpuUsage();
  const rssMb = process.resourceUsage().maxRSS / 1024;
  return { feeds: count, case: name, seconds, cpuSeconds: (user + system) / 1e6, rssMb, tableRequests };
}

if (import.meta.main) {
  const [name, count, endpoint = '', table = '', port] = process.argv.slice(2);
  console.log(JSON.stringify(await onePass(name as Pass['case'], Number(count), endpoint, table, Number(port))));
}
