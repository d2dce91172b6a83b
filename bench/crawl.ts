/**
 * Polls many feeds with nothing new in them, each under a host name of its own, from one local server that takes 50 ms
 * to answer: seconds, memory, requests to the table. `node bench/crawl.ts [FEEDS]`
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { PollDeps } from '../lambda/crawl/deps.ts';
import { feedOf } from '../lambda/crawl/feeds.ts';
import { fetchResource } from '../lambda/crawl/fetch.ts';
import { DEFAULT_GATE } from '../lambda/crawl/host-gate.ts';
import { crawlPass, pollDue } from '../lambda/crawl/pass.ts';
import type { Db } from '../lambda/dynamo.ts';
import { testDb } from '../test/engines.ts';
import { bundleScript } from './bundle-script.ts';

const LATENCY_MS = 50;
const ENTRIES = 8;
const START = Date.parse('2026-08-03T00:00:00Z');

/** On a large machine Node lets its heap grow before it collects. Held to this, a pass shows what it needs. */
const HEAP = ['--max-old-space-size=64', '--max-semi-space-size=4'];

/** The passes, by hours after the feeds were first read: so late a full answer is asked for. */
const PASSES = { '304': 2, 'same bytes': 20 } as const;

interface CrawlBench {
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

/** Runs passes over feeds that were all read before and have nothing new, each in a process of its own. */
async function benchCrawl(count: number): Promise<CrawlBench[]> {
  const db = await testDb();
  const folder = await mkdtemp(path.join(tmpdir(), 'tagih-bench-'));
  const server = createServer((request, response) => {
    const etag = `"${request.headers.host}"`;
    setTimeout(() => {
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else {
        const xml = feedXml(request.headers.host ?? '');
        response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(xml);
      }
    }, LATENCY_MS);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  try {
    const feeds = Array.from({ length: count }, (_, i) =>
      feedOf({ id: `feed-${i}`, outlet: `outlet-${i}`, url: `http://host-${i}.test/rss`, everyMinutes: 60 }),
    );
    await crawlPass(depsOf(db, port), { feeds, clock: () => new Date(START) });
    const results: CrawlBench[] = [];
    // Bundled, as it is deployed: unbundled, a fifth of the memory would be the type stripper's.
    const outfile = path.join(folder, 'crawl.mjs');
    await bundleScript({ entryPoints: [import.meta.filename] }, outfile, {
      '@aws-sdk/credential-provider-node': fileURLToPath(new URL('../lambda/credentials.ts', import.meta.url)),
    });
    for (const name of Object.keys(PASSES)) {
      const args = [...HEAP, outfile, 'pass', name, String(count), db.engine.endpoint, db.table, String(port)];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      results.push(JSON.parse(stdout) as CrawlBench);
    }
    return results;
  } finally {
    server.closeAllConnections();
    server.close();
    await db.stop();
    await rm(folder, { recursive: true });
  }
}

/** One pass, measured: what the child process does. */
async function onePass(
  name: keyof typeof PASSES,
  count: number,
  at: { endpoint: string; table: string; port: number },
): Promise<CrawlBench> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: at.endpoint, region: 'local', credentials });
  let tableRequests = 0;
  client.middlewareStack.add(
    (next) => (args) => {
      tableRequests++;
      return next(args);
    },
    { step: 'initialize' },
  );
  const began = performance.now();
  const { polls } = await pollDue(depsOf({ client, table: at.table }, at.port), {
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

const depsOf = (db: Db, port: number): PollDeps => ({
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

function feedXml(host: string): string {
  const items = Array.from({ length: ENTRIES }, (_, i) => {
    const date = new Date(START - i * 1_800_000).toUTCString();
    return `<item><title>Berita ${i} dari ${host}</title><link>http://${host}/berita/nomor-${i}-hari-ini</link><pubDate>${date}</pubDate></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title>${items.join('')}</channel></rss>`;
}

if (import.meta.main) {
  const [role, name, count, endpoint = '', table = '', port] = process.argv.slice(2);
  if (role === 'pass') {
    const result = await onePass(name as keyof typeof PASSES, Number(count), { endpoint, table, port: Number(port) });
    console.log(JSON.stringify(result));
  } else {
    for (const r of await benchCrawl(Number(role ?? 1000))) {
      const each = (r.tableRequests / r.feeds).toFixed(1);
      console.log(
        `${r.feeds} feeds, ${r.case}: ${r.seconds.toFixed(1)} s, ${r.cpuSeconds.toFixed(1)} s of processor, ${r.rssMb.toFixed(0)} MB, ${each} table requests a feed`,
      );
    }
  }
}
