import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, createServer, request } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Db } from '../lambda/dynamo.ts';
import { ENV } from '../lambda/env.ts';
import { getMany, page } from '../lambda/items.ts';
import { commitmentKey, listPk } from '../lambda/ledger/store/keys.ts';
import { bundleAll, bundleDir, bundlesAreFresh } from '../lambda/local/bundle.ts';
import { type HttpHandler, serve } from '../lambda/local/http.ts';
import { bytesAsBase64, type MadeLedger, madeLedger } from './made-ledger.ts';
import { median, quantile, tell, tellCosts } from './measure.ts';

/**
 * How fast the API's bundle answers over HTTP, with 1,000 commitments and with many, side by side in one run, and how
 * that compares with what the engine alone gives through the SDK and with a bare HTTP handler that makes the same two
 * requests and sends the items as they are: `node bench/api.ts [MANY]` (5,000 by default).
 */

const SMALL = 1000;
const WARM = 10;
const SAMPLES = 120;
const AT_ONCE = 8;
/** Of served requests and of bare queries, each in turn. */
const ROUNDS = 7;
const ROUND_REQUESTS = 100;

/** Pages of the list. Every index below is longer than a page's read budget at either size. */
const QUERIES: [name: string, query: string][] = [
  ['newest', ''],
  ['of the largest actor', 'actor=komdigi'],
  ['of a topic', 'topic=tax'],
  ['overdue', 'status=overdue'],
  ['by due day', 'due_from=2026-06-01'],
  ['rare: an actor’s obligations with a floor', 'actor=komdigi&type=obligation&confidence_min=0.95'],
  ['rare: a sanction, reviewed, with a floor', 'type=sanction&reviewed=true&confidence_min=0.95'],
];

const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

/** Milliseconds from asking to the answer's last byte. @throws Error for an answer that is no success. */
function timed(url: string, encoding = 'identity'): Promise<number> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    request(url, { agent, headers: { 'accept-encoding': encoding } }, (response) => {
      response.on('error', reject).on('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - started);
        else reject(new Error(`${url}: ${response.statusCode}`));
      });
      response.resume();
    })
      .on('error', reject)
      .end();
  });
}

/** How many times a second a piece of work is done, so many at once. */
async function rate(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let left = ROUND_REQUESTS;
  const one = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return (ROUND_REQUESTS * 1000) / (performance.now() - started);
}

/** Where the serving process answers as barely as can be. */
const BARE = '/bare';

interface Stand {
  url: string;
  bareUrl: string;
  db: MadeLedger;
  stop(): Promise<void>;
}

/** An engine that holds so many commitments, and the API's bundle before it, each a process of its own. */
async function stand(count: number): Promise<Stand> {
  const db = await madeLedger(count);
  const child = fork(import.meta.filename, ['serve'], {
    env: {
      ...process.env,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: db.endpoint,
      POWERTOOLS_LOG_LEVEL: 'SILENT',
      POWERTOOLS_METRICS_DISABLED: 'true',
      [ENV.table]: db.table,
    },
  });
  const [port] = (await once(child, 'message')) as [number];
  return {
    url: `http://127.0.0.1:${port}/v1/commitments`,
    bareUrl: `http://127.0.0.1:${port}${BARE}`,
    db,
    async stop() {
      child.kill();
      await db.stop();
    },
  };
}

/** In the process of its own: the bundle as Lambda has it, behind a socket. */
async function serveBundle(): Promise<void> {
  const { handler } = (await import(pathToFileURL(path.join(bundleDir('api'), 'index.mjs')).href)) as {
    handler: HttpHandler;
  };
  const client = new DynamoDBClient();
  const db: Db = { client, table: process.env[ENV.table] ?? '' };
  const server = createServer((incoming, response) => {
    if (incoming.url !== BARE) void serve(handler, incoming, response);
    else {
      void bare(db).then((items) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ items }, bytesAsBase64));
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  process.send?.((server.address() as { port: number }).port);
}

/** The list's newest page as the engine alone gives it: the two requests that the page is made from. */
async function bare(db: Db): Promise<unknown[]> {
  const { items } = await page<{ id: string }>(db, {
    condition: 'pk = :pk AND sk BETWEEN :from AND :to',
    values: { ':pk': listPk('all'), ':from': '0', ':to': '~' },
    descending: true,
    limit: 25,
  });
  return getMany(
    db,
    items.map(({ id }) => commitmentKey(id)),
  );
}

async function pages(small: Stand, large: Stand, many: number): Promise<void> {
  console.log(
    `${'p99 (median) of a page, ms'.padEnd(44)}${'1,000'.padStart(16)}${many.toLocaleString('en').padStart(16)}   ratio of p99`,
  );
  const all = { small: [] as number[], large: [] as number[] };
  for (const [name, query] of QUERIES) {
    const times = { small: [] as number[], large: [] as number[] };
    const ask = (at: Stand) => timed(`${at.url}?${query}`);
    for (let i = 0; i < WARM; i++) await Promise.all([ask(small), ask(large)]);
    // In turn, so that whatever else the machine does falls on both alike.
    for (let i = 0; i < SAMPLES; i++) {
      times.small.push(await ask(small));
      times.large.push(await ask(large));
    }
    all.small.push(...times.small);
    all.large.push(...times.large);
    line(name, times.small, times.large);
  }
  line('all of them together', all.small, all.large);
  tell({
    what: `API: p99 of a page of ${many.toLocaleString('en')}`,
    against: 'of 1,000',
    ratio: quantile(all.large, 0.99) / quantile(all.small, 0.99),
    note: `p50 ${(median(all.large) / median(all.small)).toFixed(2)}`,
  });
}

function line(name: string, small: number[], large: number[]): void {
  const cell = (times: number[]): string =>
    `${quantile(times, 0.99).toFixed(1)} (${median(times).toFixed(1)})`.padStart(16);
  console.log(
    `${name.padEnd(44)}${cell(small)}${cell(large)}${(quantile(large, 0.99) / quantile(small, 0.99)).toFixed(2).padStart(14)}`,
  );
}

async function throughput(at: Stand): Promise<void> {
  const kinds: [string, () => Promise<unknown>][] = [
    ['engine alone, through the SDK', () => bare(at.db)],
    ['bare HTTP handler', () => timed(at.bareUrl)],
    ['API, newest 25 as JSON', () => timed(at.url)],
    ['API, the same in brotli', () => timed(at.url, 'br')],
    ['API, as NDJSON with four fields', () => timed(`${at.url}.ndjson?fields=id,status,action,deadline`)],
  ];
  const rates = kinds.map(() => [] as number[]);
  for (const [, work] of kinds) await rate(work);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, [, work]] of kinds.entries()) rates[i]!.push(await rate(work));
  }
  console.log(
    `\n${'a second, median of rounds in turn'.padEnd(44)}${'requests'.padStart(16)}${'of the engine'.padStart(16)}`,
  );
  for (const [i, [name]] of kinds.entries()) {
    const share = median(rates[i]!.map((n, round) => n / rates[0]![round]!));
    console.log(
      `${name.padEnd(44)}${median(rates[i]!).toFixed(0).padStart(16)}${`${(share * 100).toFixed(0)}%`.padStart(16)}`,
    );
  }
  // Of rates, theirs by ours is our cost by theirs.
  const what = 'API: the newest 25 as JSON, a request';
  tellCosts({ what, against: 'bare HTTP handler' }, rates[1]!, rates[2]!);
  tellCosts({ what, against: 'engine alone, through the SDK' }, rates[0]!, rates[2]!);
}

if (process.argv[2] === 'serve') await serveBundle();
else {
  if (!(await bundlesAreFresh())) await bundleAll();
  const many = Number(process.argv[2] ?? 5000);
  const [small, large] = [await stand(SMALL), await stand(many)];
  try {
    await pages(small, large, many);
    await throughput(large);
  } finally {
    await Promise.all([small.stop(), large.stop()]);
    agent.destroy();
  }
}
