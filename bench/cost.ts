import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';
import { ENV } from '../lambda/env.ts';
import { archiveFeeds } from '../lambda/local/archive-server.ts';
import { bundleDir } from '../lambda/local/bundle.ts';
import { MANIFEST } from '../lambda/local/samples/archive.ts';
import { startSystem } from '../lambda/local/system.ts';
import { type Counts, modelOf, tableOf } from './cost-model.ts';

/**
 * What the product asks of AWS, counted in a run of the very bundles on this machine, and what that costs a month:
 * `node bench/cost.ts`. Units come from the engine's ConsumedCapacity, indexes included; time is CPU time, of this
 * process with its stand-ins for AWS in it, so rather too much than too little.
 */

const PLAIN = 60;
type Phase = 'poll' | 'ingest' | 'sweep' | 'deliver' | 'api';
const spent = new Map<string, { requests: number; read: number; write: number }>();
const READS = ['GetItem', 'Query', 'BatchGetItem'];
let upstream = '';
let phase: Phase = 'poll';
/** Clients take their endpoint when they are made: the next handler's is set as soon as this one's is in use. */
const FOLLOWS: Partial<Record<Phase, Phase>> = { poll: 'ingest', sweep: 'deliver' };

const proxy = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const name = (request.url ?? '').split('/')[1] as Phase;
  if (name === phase && FOLLOWS[name]) endpoint(FOLLOWS[name]);
  const action = String(request.headers['x-amz-target']).split('.')[1] ?? '';
  const body = JSON.stringify({ ...JSON.parse(Buffer.concat(chunks).toString()), ReturnConsumedCapacity: 'INDEXES' });
  const answer = await fetch(upstream, {
    method: 'POST',
    body,
    headers: {
      'content-type': String(request.headers['content-type']),
      'x-amz-target': String(request.headers['x-amz-target']),
      'x-amz-date': String(request.headers['x-amz-date']),
      authorization: String(request.headers.authorization),
    },
  });
  const text = await answer.text();
  const consumed = [JSON.parse(text).ConsumedCapacity ?? []].flat() as { CapacityUnits: number }[];
  // A write whose condition fails is charged all the same; the engine does not say how much, so the least is taken.
  const units = answer.ok ? consumed.reduce((sum, one) => sum + one.CapacityUnits, 0) : 1;
  const sum = spent.get(name) ?? { requests: 0, read: 0, write: 0 };
  sum.requests += 1;
  if (READS.includes(action)) sum.read += units;
  else sum.write += units;
  spent.set(name, sum);
  response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0' }).end(text);
});

function endpoint(name: Phase): void {
  phase = name;
  process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/${name}`;
}

/** A publisher of news in which nobody promises anything: most news. */
const TOPICS = ['banjir', 'konser', 'harga cabai', 'pertandingan', 'kemacetan', 'pameran', 'cuaca', 'wisata'];
const PLACES = ['Bandung', 'Medan', 'Makassar', 'Surabaya', 'Palembang', 'Denpasar', 'Manado', 'Pontianak', 'Jambi'];
/** Within the hours before: what is older is not looked at again. */
const began = Date.now();
const published = (n: number): Date => new Date(began - (n % 20) * 3_600_000);
const plainArticle = (n: number): string => {
  const topic = TOPICS[n % TOPICS.length];
  const place = PLACES[n % PLACES.length];
  const paragraphs = Array.from(
    { length: 14 },
    (_, i) =>
      `<p>Warga nomor ${n * 31 + i} di ${PLACES[(n + i) % PLACES.length]} menceritakan ${TOPICS[(n * 3 + i) % TOPICS.length]} yang terjadi kemarin sore, sementara ${(n * 7 + i * 13) % 90} orang lain berkumpul di tepi jalan dan mengambil foto bersama keluarga mereka.</p>`,
  ).join('');
  return `<html><head><title>Cerita ${n} tentang ${topic} di ${place}</title><meta property="article:published_time" content="${published(n).toISOString()}"></head><body><article><h1>Cerita ${n} tentang ${topic} di ${place}</h1>${paragraphs}</article></body></html>`;
};
const publisher = createServer((request, response) => {
  const number = /^\/berita\/(\d+)/.exec(request.url ?? '')?.[1];
  if (number) return response.writeHead(200, { 'content-type': 'text/html' }).end(plainArticle(Number(number)));
  if (request.url !== '/feed') return response.writeHead(404).end();
  const items = Array.from(
    { length: PLAIN },
    (_, n) =>
      `<item><title>Cerita ${n}</title><link>http://polos.localhost/berita/${n}</link><guid>polos-${n}</guid><pubDate>${published(n).toUTCString()}</pubDate></item>`,
  ).join('');
  return response
    .writeHead(200, { 'content-type': 'application/rss+xml' })
    .end(`<rss version="2.0"><channel><title>Polos</title>${items}</channel></rss>`);
});
const PLAIN_FEED = {
  id: 'polos',
  outlet: 'polos',
  url: 'http://polos.localhost/feed',
  everyMinutes: 1440,
};

proxy.listen(0, '127.0.0.1');
publisher.listen(0, '127.0.0.1');
await Promise.all([once(proxy, 'listening'), once(publisher, 'listening')]);
const dir = await mkdtemp(path.join(tmpdir(), 'tagih-cost-'));
const system = await startSystem({ dir, port: 0, samples: true, feeds: false, schedules: false, say: () => {} });
upstream = process.env.AWS_ENDPOINT_URL_DYNAMODB!;
process.env[ENV.trustedOrigins] += `,http://polos.localhost=127.0.0.1:${(publisher.address() as AddressInfo).port}`;

/** Runs some work and says what it took, by handler. */
async function counted(work: () => Promise<unknown>) {
  spent.clear();
  const before = process.cpuUsage();
  await work();
  const { user, system: kernel } = process.cpuUsage(before);
  return { cpuMs: (user + kernel) / 1000, by: Object.fromEntries(spent) as Partial<Record<Phase, Counts['idlePoll']>> };
}
const NONE = { requests: 0, read: 0, write: 0 };
/** Moves the clock on, so that everything is due again. */
function later(hours: number): void {
  const Real = Date;
  const shift = hours * 3_600_000;
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(Real.now() + shift);
      else super(...(given as [number]));
    }
    static override now(): number {
      return Real.now() + shift;
    }
  } as DateConstructor;
}

try {
  endpoint('poll');
  process.env[ENV.extraFeeds] = JSON.stringify([PLAIN_FEED]);
  const plain = await counted(() => system.run('poll'));
  process.env[ENV.extraFeeds] = JSON.stringify(archiveFeeds());
  endpoint('poll');
  const rich = await counted(() => system.run('poll'));
  endpoint('sweep');
  const firstSweep = await counted(() => system.run('sweep'));
  endpoint('sweep');
  const sweep = await counted(() => system.run('sweep'));
  // One more, so that nothing of the first runs is left over.
  endpoint('poll');
  await system.run('poll');
  // Six hours after its first reading a page is looked at again; this publisher never says "not modified".
  later(7);
  process.env[ENV.extraFeeds] = '[]';
  endpoint('poll');
  const visited = await counted(() => system.run('poll'));
  process.env[ENV.extraFeeds] = JSON.stringify(archiveFeeds());
  endpoint('poll');
  await system.run('poll');
  later(25);
  endpoint('poll');
  const again = await counted(() => system.run('poll'));
  endpoint('api');
  const api = (await import(`${pathToFileURL(path.join(bundleDir('api'), 'index.mjs')).href}?counted`)) as {
    handler: (event: unknown, context: Context) => Promise<{ statusCode: number }>;
  };
  const asked = ['/v1/commitments', '/v1/commitments?status=overdue', '/v1/feeds', '/v1/stats', '/'];
  let served = 0;
  const reading = await counted(async () => {
    for (const url of [...asked, ...asked]) {
      const [rawPath, rawQueryString = ''] = url.split('?');
      const { statusCode } = await api.handler(
        {
          version: '2.0',
          rawPath,
          rawQueryString,
          headers: { host: 'localhost' },
          queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
          requestContext: { http: { method: 'GET', path: rawPath, sourceIp: '192.0.2.1' }, stage: '$default' },
          isBase64Encoded: false,
        },
        { awsRequestId: 'cost', functionName: 'api' } as Context,
      );
      if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
      served += 1;
    }
  });
  const feeds = archiveFeeds().length;
  const { articles } = MANIFEST;
  const per = (count: number, counts: typeof NONE = NONE) => ({
    requests: counts.requests / count,
    read: counts.read / count,
    write: counts.write / count,
  });
  const counts: Counts = {
    plain: { ...per(PLAIN, plain.by.ingest), cpuMs: plain.cpuMs / PLAIN },
    rich: { ...per(articles, rich.by.ingest), cpuMs: rich.cpuMs / articles },
    entry: per(PLAIN, plain.by.poll),
    revisit: {
      requests: ((visited.by.ingest?.requests ?? 0) + (visited.by.poll?.requests ?? 0)) / PLAIN,
      read: ((visited.by.ingest?.read ?? 0) + (visited.by.poll?.read ?? 0)) / PLAIN,
      write: ((visited.by.ingest?.write ?? 0) + (visited.by.poll?.write ?? 0)) / PLAIN,
      cpuMs: visited.cpuMs / PLAIN,
    },
    idlePoll: { ...per(feeds, again.by.poll), cpuMs: again.cpuMs / feeds },
    idleSweep: { ...(sweep.by.sweep ?? NONE), cpuMs: sweep.cpuMs },
    richSweep: { ...per(articles, firstSweep.by.sweep), cpuMs: firstSweep.cpuMs / articles },
    request: { ...per(served, reading.by.api), cpuMs: reading.cpuMs / served },
  };
  console.log(`${PLAIN} plain articles, ${articles} of the sample archive, ${served} requests\n`);
  console.log(tableOf(counts, modelOf(counts)));
} finally {
  await system.stop();
  proxy.closeAllConnections();
  proxy.close();
  publisher.closeAllConnections();
  publisher.close();
  await rm(dir, { recursive: true, force: true });
}
