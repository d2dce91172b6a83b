/**
 * Polls many feeds with nothing new in them, each under a host name of its own, from one local server that takes 50 ms
 * to answer: seconds, memory, requests to the table. `node bench/crawl.ts [FEEDS]`
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { feedOf } from '../lambda/crawl/feeds.ts';
import { crawlPass } from '../lambda/crawl/pass.ts';
import { testDb } from '../test/engines.ts';
import { bundleScript } from './bundle-script.ts';
import { depsOf, PASSES, type Pass, START } from './crawl-pass.ts';

const LATENCY_MS = 50;
const ENTRIES = 8;

/** On a large machine Node lets its heap grow before it collects. Held to this, a pass shows what it needs. */
const HEAP = ['--max-old-space-size=64', '--max-semi-space-size=4'];

/** Runs the passes over so many feeds that were all read before and have nothing new, each in a process of its own. */
async function crawl(count: number): Promise<Pass[]> {
  const db = await testDb();
  const server = await publishers();
  const folder = await mkdtemp(path.join(tmpdir(), 'tagih-bench-'));
  try {
    const { port } = server.address() as AddressInfo;
    const feeds = Array.from({ length: count }, (_, i) =>
      feedOf({ id: `feed-${i}`, outlet: `outlet-${i}`, url: `http://host-${i}.test/rss`, everyMinutes: 60 }),
    );
    await crawlPass(depsOf(db, port), { feeds, clock: () => new Date(START) });
    // Bundled, as it is deployed: unbundled, a fifth of the memory would be the type stripper's.
    const outfile = path.join(folder, 'crawl.mjs');
    await bundleScript({ entryPoints: [path.join(import.meta.dirname, 'crawl-pass.ts')] }, outfile, {
      '@aws-sdk/credential-provider-node': path.join(import.meta.dirname, '../lambda/credentials.ts'),
    });
    const passes: Pass[] = [];
    for (const name of Object.keys(PASSES)) {
      const args = [...HEAP, outfile, name, String(count), db.engine.endpoint, db.table, String(port)];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      passes.push(JSON.parse(stdout) as Pass);
    }
    return passes;
  } finally {
    server.closeAllConnections();
    server.close();
    await db.stop();
    await rm(folder, { recursive: true });
  }
}

/** The server behind every host: its feeds never change. */
async function publishers(): Promise<Server> {
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
  return server;
}

function feedXml(host: string): string {
  const items = Array.from({ length: ENTRIES }, (_, i) => {
    const date = new Date(START - i * 1_800_000).toUTCString();
    return `<item><title>Berita ${i} dari ${host}</title><link>http://${host}/berita/nomor-${i}-hari-ini</link><pubDate>${date}</pubDate></item>`;
  });
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title>${items.join('')}</channel></rss>`;
}

for (const pass of await crawl(Number(process.argv[2] ?? 1000))) {
  const each = (pass.tableRequests / pass.feeds).toFixed(1);
  console.log(
    `${pass.feeds} feeds, ${pass.case}: ${pass.seconds.toFixed(1)} s, ${pass.cpuSeconds.toFixed(1)} s of processor, ${pass.rssMb.toFixed(0)} MB, ${each} table requests a feed`,
  );
}
