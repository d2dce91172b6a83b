import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';
import { functionFor, HTTP_FUNCTIONS } from '../lambda/api/functions.ts';
import { loadArticle } from '../lambda/crawl/article.ts';
import { coverageOfAll, noteOutlet } from '../lambda/crawl/coverage.ts';
import { keyOf, notePages } from '../lambda/crawl/entries.ts';
import { claimFeed, feedsDue, saveFeed } from '../lambda/crawl/feed-state.ts';
import { feedOf as checked, type Feed, feedsFromEnv } from '../lambda/crawl/feeds.ts';
import type { FetchResult } from '../lambda/crawl/fetch.ts';
import { DEFAULT_GATE, throughGate } from '../lambda/crawl/host-gate.ts';
import { askRobots } from '../lambda/crawl/robots.ts';
import { dbFromEnv } from '../lambda/dynamo.ts';
import { ENV } from '../lambda/env.ts';
import { gatherFresh, readFresh } from '../lambda/ledger/search/segments.ts';
import { archiveFeeds } from '../lambda/local/archive-server.ts';
import { bundleDir } from '../lambda/local/bundle.ts';
import { MANIFEST } from '../lambda/local/samples/archive.ts';
import { startSystem } from '../lambda/local/system.ts';
import { type Counts, modelOf, type Spent, tableOf } from './cost-model.ts';
import { type News, newsOf, plainNews, publishers } from './cost-news.ts';
import { ByRequest, type Consumed } from './cost-requests.ts';
import { bytesKept } from './cost-size.ts';

/**
 * What the product asks of AWS, counted in a run of the very bundles on this machine, and what that costs a month:
 * `node bench/cost.ts`; with `--by-request` also what each kind of request took. Units come from the engine's ConsumedCapacity, indexes included; time is CPU time, of this
 * process with its stand-ins for AWS in it, so rather too much than too little.
 */

const PLAIN = 60;
type Phase = 'poll' | 'ingest' | 'sweep' | 'deliver' | 'api';
const spent = new Map<string, Spent>();
const READS = ['GetItem', 'Query', 'BatchGetItem'];
let upstream = '';
let phase: Phase = 'poll';
const byRequest = new ByRequest();
let label = '';
/** Clients take their endpoint when they are made: the next handler's is set as soon as this one's is in use. */
const FOLLOWS: Partial<Record<Phase, Phase>> = { poll: 'ingest', sweep: 'deliver' };

const proxy = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const name = (request.url ?? '').split('/')[1] as Phase;
  if (name === phase && FOLLOWS[name]) endpoint(FOLLOWS[name]);
  const action = String(request.headers['x-amz-target']).split('.')[1] ?? '';
  const asked = JSON.parse(Buffer.concat(chunks).toString());
  const body = JSON.stringify({ ...asked, ReturnConsumedCapacity: 'INDEXES' });
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
  const consumed = [JSON.parse(text).ConsumedCapacity ?? []].flat() as Consumed[];
  // A write whose condition fails is charged all the same; the engine does not say how much, so the least is taken.
  const units = answer.ok ? consumed.reduce((sum, one) => sum + one.CapacityUnits, 0) : 1;
  const sum = spent.get(name) ?? { requests: 0, read: 0, write: 0 };
  sum.requests += 1;
  if (READS.includes(action)) sum.read += units;
  else sum.write += units;
  spent.set(name, sum);
  byRequest.add(`${label}: ${name}`, action, asked, consumed, !answer.ok);
  // By the shifted clock too: a client whose clock is wrong asks again what was refused.
  const date = new Date().toUTCString();
  response.writeHead(answer.status, { 'content-type': 'application/x-amz-json-1.0', date }).end(text);
});

function endpoint(name: Phase): void {
  phase = name;
  process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/${name}`;
}

/** Articles of general news, counted as they come: `--articles FILE`, JSON lines with `title` and `text`. */
const GENERAL = 600;
/** As many before them, not counted: what a ledger writes once for each word and name, it has mostly written. */
const EARLIER = 600;
/** Articles that come between two sweeps, at 20,000 a day and a sweep every five minutes. */
const BETWEEN = 70;
const given = process.argv.indexOf('--articles');
const numbered = (of: (n: number) => News): News[] => Array.from({ length: PLAIN }, (_, n) => of(n));
const news = {
  polos: numbered((n) => plainNews(n)),
  sebut: numbered((n) => plainNews(n + PLAIN, 'Kementerian Perhubungan')),
};
const general = given < 0 ? [] : newsOf(process.argv[given + 1]!, EARLIER + GENERAL);
/** Parts of the general news, each a feed of its own. */
const parts = new Map<string, News[]>();
const part = (name: string, of: News[]) => {
  for (let at = 0; at < of.length; at += BETWEEN) parts.set(`${name}${at / BETWEEN}`, of.slice(at, at + BETWEEN));
};
part(
  'dulu',
  general.filter((_, n) => n % 2 === 1),
);
part(
  'umum',
  general.filter((_, n) => n % 2 === 0),
);
const publisher = publishers({ ...news, ...Object.fromEntries(parts) });
const feedOf = (name: string) => ({
  id: name,
  outlet: name,
  url: `http://${name}.localhost/feed`,
  everyMinutes: 1440,
});

proxy.listen(0, '127.0.0.1');
publisher.listen(0, '127.0.0.1');
await Promise.all([once(proxy, 'listening'), once(publisher, 'listening')]);
const dir = await mkdtemp(path.join(tmpdir(), 'tagih-cost-'));
const system = await startSystem({ dir, port: 0, samples: true, feeds: false, schedules: false, say: () => {} });
upstream = process.env.AWS_ENDPOINT_URL_DYNAMODB!;
for (const name of [...Object.keys(news), ...parts.keys()])
  process.env[ENV.trustedOrigins] += `,http://${name}.localhost=127.0.0.1:${(publisher.address() as AddressInfo).port}`;

/** Runs some work and says what it took, by handler. */
async function counted(what: string, work: () => Promise<unknown>) {
  spent.clear();
  label = what;
  const before = process.cpuUsage();
  await work();
  const { user, system: kernel } = process.cpuUsage(before);
  const by = Object.fromEntries([...spent].map(([name, sum]) => [name, { ...sum }])) as Partial<Record<Phase, Spent>>;
  return { cpuMs: (user + kernel) / 1000, by };
}
const NONE = { requests: 0, read: 0, write: 0 };
const per = (count: number, counts: Omit<Spent, 'cpuMs'> = NONE) => ({
  requests: counts.requests / count,
  read: counts.read / count,
  write: counts.write / count,
});
const together = (a: Omit<Spent, 'cpuMs'> = NONE, b: Omit<Spent, 'cpuMs'> = NONE) => ({
  requests: a.requests + b.requests,
  read: a.read + b.read,
  write: a.write + b.write,
});
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

/** One pass over these feeds, with all that the queue then does. */
async function passing(what: string, ...feeds: unknown[]) {
  process.env[ENV.extraFeeds] = JSON.stringify(feeds);
  endpoint('poll');
  return counted(what, () => system.run('poll'));
}

async function sweeping(what: string) {
  endpoint('sweep');
  return counted(what, () => system.run('sweep'));
}

/** Feeds that have been followed for weeks remember each day. */
async function grow(feeds: readonly Feed[]): Promise<void> {
  const now = new Date();
  const day = (n: number) => new Date(now.getTime() - n * 86_400_000).toISOString().slice(0, 10);
  const days = Array.from({ length: 35 }, (_, n) => ({
    ...{ day: day(35 - n), polls: 60 + ((n * 7) % 13), fresh: 35 + ((n * 11) % 17), errors: n % 9 === 0 ? 1 : 0 },
  }));
  for (const feed of feeds) {
    const state = await claimFeed(db(), feed, now);
    if (!state || !(await saveFeed(db(), { ...state, days }))) throw new Error(`${feed.id} is being polled`);
  }
}

const db = () => {
  process.env.AWS_ENDPOINT_URL_DYNAMODB = upstream;
  return dbFromEnv();
};

/** What asking a host costs beside the page itself: its place in the order of requests, and its robots.txt. */
async function countedAsk() {
  const at = new Date();
  const host = (n: number) => `host-${n}.test`;
  endpoint('poll');
  const own = dbFromEnv();
  const deps = { db: own, sleep: async () => {} };
  const robots = {
    ok: true,
    status: 200,
    error: null,
    body: Buffer.from('User-agent: *\nDisallow: /cari\n'),
    headers: {},
  };
  const ask = (n: number) =>
    askRobots({ db: own, fetchRobots: async () => robots as unknown as FetchResult }, `http://${host(n)}/a`, at);
  const each = Array.from({ length: PLAIN }, (_, n) => n);
  // The first request is the day's; all others find it kept.
  for (const n of each) await ask(n);
  const gate = await counted('gate', async () => {
    for (const n of each) await throughGate(deps, host(n), DEFAULT_GATE, at, async () => null);
  });
  const rules = await counted('robots', async () => {
    for (const n of each) await ask(n);
  });
  return { gate: gate.by.poll, robots: rules.by.poll };
}

const OUTLETS = 20;

/** What the coverage of one outlet takes to read, with a feed and the days of a month; and what its feed takes to find. */
async function countedOutlet(): Promise<{ outlet: Spent; feed: Spent }> {
  const own = db();
  const now = new Date();
  const before = await byOutlets();
  const feeds = await byFeeds();
  for (let n = 0; n < OUTLETS; n++) {
    const outlet = `koran-${n}.test`;
    await noteOutlet(own, outlet);
    const hours = Array.from({ length: 30 * 24 }, (_, hour) =>
      new Date(now.getTime() - hour * 3_600_000).toISOString(),
    );
    await notePages(own, outlet, 'found', hours);
    await notePages(own, outlet, 'read', hours);
    const feed = checked({ id: outlet, outlet, url: `http://${outlet}/feed` });
    const state = await claimFeed(own, feed, now);
    if (state) await saveFeed(own, state);
  }
  const more = (after: Omit<Spent, 'cpuMs'>, than: Omit<Spent, 'cpuMs'>) =>
    per(OUTLETS, { requests: after.requests - than.requests, read: after.read - than.read, write: 0 });
  return { outlet: more(await byOutlets(), before), feed: more(await byFeeds(), feeds) };
}

/** What it takes to find the feeds that are due, where none is. */
async function byFeeds() {
  endpoint('poll');
  const own = dbFromEnv();
  const { by } = await counted('feeds', async () => {
    for await (const _ of feedsDue(own, new Date(Date.now() - 60_000)));
  });
  return by.poll ?? NONE;
}

/**
 * What it takes to write the words of one commitment as part of a segment. Fewer are gathered here than a segment takes, so
 * that more of their words are written for one alone: rather too much than too little.
 */
async function countedGathering(): Promise<{ each: Spent; keptKb: number; gathered: number }> {
  const { length } = await readFresh(db());
  const before = await bytesKept(db());
  endpoint('sweep');
  const own = dbFromEnv();
  const { by, cpuMs } = await counted('gathering', () => gatherFresh(own, 1));
  const keptKb = ((await bytesKept(db())) - before) / length / 1000;
  return { each: { ...per(length, by.sweep), cpuMs: cpuMs / length }, keptKb, gathered: length };
}

/** What was swept, with what is left to be gathered of it. */
const withGathering = (swept: Spent, many: number, each: Spent): Spent => ({
  requests: swept.requests + many * each.requests,
  read: swept.read + many * each.read,
  write: swept.write + many * each.write,
  cpuMs: (swept.cpuMs ?? 0) + many * (each.cpuMs ?? 0),
});

async function byOutlets() {
  endpoint('sweep');
  const own = dbFromEnv();
  const { by } = await counted('coverage', () => coverageOfAll(own));
  return by.sweep ?? NONE;
}

/** Reads a part of the general news, with what is then left to the sweep. */
async function readPart(name: string, what: string) {
  const read = await passing(what, feedOf(name));
  return { read, swept: await sweeping(what) };
}

/** Articles of general news, read and swept as they come; what a sweep takes anyhow is counted by itself. */
async function countGeneral(
  idle: Spent,
): Promise<Pick<Counts, 'general' | 'generalSweep' | 'visits' | 'keptKb'> & { found: number }> {
  const names = [...parts.keys()];
  for (const name of names.filter((one) => one.startsWith('dulu'))) await readPart(name, 'earlier news');
  const counted = names.filter((one) => one.startsWith('umum'));
  const before = await bytesKept(db());
  const fresh = await readFresh(db());
  const done: Awaited<ReturnType<typeof readPart>>[] = [];
  for (const name of counted) done.push(await readPart(name, 'general news'));
  const kept = await bytesKept(db());
  const says = { promises: 3, something: 1, names: 1, nothing: 0 };
  let count = 0;
  let visits = 0;
  for (const name of counted) {
    for (const { path: at } of parts.get(name)!) {
      const article = await loadArticle({ db: db() }, keyOf(`http://${name}.localhost${at}`));
      if (!article) throw new Error(`${at} was not read`);
      visits += says[article.says ?? 'nothing'];
      count++;
    }
  }
  const sum = (of: (one: (typeof done)[number]) => number): number => done.reduce((all, one) => all + of(one), 0);
  const spentOf = (
    of: (one: (typeof done)[number]) => Omit<Spent, 'cpuMs'> | undefined,
    less: Omit<Spent, 'cpuMs'>,
  ) => ({
    requests: sum((one) => (of(one)?.requests ?? 0) - less.requests),
    read: sum((one) => (of(one)?.read ?? 0) - less.read),
    write: sum((one) => (of(one)?.write ?? 0) - less.write),
  });
  const ingested = spentOf((one) => one.read.by.ingest, NONE);
  const swept = spentOf((one) => together(one.swept.by.sweep, one.swept.by.deliver), idle);
  return {
    general: { ...per(count, ingested), cpuMs: sum((one) => one.read.cpuMs) / count },
    generalSweep: { ...per(count, swept), cpuMs: sum((one) => one.swept.cpuMs - (idle.cpuMs ?? 0)) / count },
    visits: visits / count,
    found: ((await readFresh(db())).length - fresh.length) / count,
    keptKb: (kept - before) / count / 1000,
  };
}

try {
  const plain = await passing('plain', feedOf('polos'));
  const named = await passing('named', feedOf('sebut'));
  const rich = await passing('samples', ...archiveFeeds());
  const firstSweep = await sweeping('samples');
  const found = (await readFresh(db())).length;
  const sweep = await sweeping('idle');
  // One more, so that nothing of the first runs is left over.
  endpoint('poll');
  await system.run('poll');
  // Six hours after its first reading a page that names somebody is looked at again; nobody says "not modified" here.
  later(7);
  const visited = await passing('revisits');
  await passing('', ...archiveFeeds());
  await grow(feedsFromEnv().filter(({ kind }) => kind === 'archive'));
  later(25);
  const again = await passing('idle', ...archiveFeeds());
  label = 'robots.txt';
  const ask = await countedAsk();
  // As on every five minutes: it keeps the coverage that readers are answered by.
  await sweeping('before readers');
  endpoint('api');
  type Asked = { handler: (event: unknown, context: Context) => Promise<{ statusCode: number }> };
  const functions = new Map<string, Asked>();
  for (const name of HTTP_FUNCTIONS) {
    const index = pathToFileURL(path.join(bundleDir(name), 'index.mjs')).href;
    functions.set(name, (await import(`${index}?counted`)) as Asked);
  }
  const asked = ['/v1/commitments', '/v1/commitments?status=overdue', '/v1/feeds', '/v1/stats', '/'];
  let served = 0;
  const reading = await counted('api', async () => {
    for (const url of [...asked, ...asked]) {
      const [rawPath = '', rawQueryString = ''] = url.split('?');
      const { statusCode } = await functions.get(functionFor('GET', rawPath)!)!.handler(
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
  const idleSweep = { ...(sweep.by.sweep ?? NONE), cpuMs: sweep.cpuMs };
  const ofNews = general.length > 0 ? await countGeneral(idleSweep) : null;
  const { each, keptKb, gathered } = await countedGathering();
  // Last: its outlets make every sweep after it dearer.
  const { outlet, feed } = await countedOutlet();
  // By the claim of each poll, and without what else the passes found to do.
  const polls = byRequest.of('idle: poll', /^UpdateItem OUTLET\/FEED SET claim/).requests;
  const polled = byRequest.of('idle: poll', /^(Put|Update)Item OUTLET\//);
  const { articles } = MANIFEST;
  const counts: Counts = {
    plain: { ...per(PLAIN, plain.by.ingest), cpuMs: plain.cpuMs / PLAIN },
    named: { ...per(PLAIN, named.by.ingest), cpuMs: named.cpuMs / PLAIN },
    rich: { ...per(articles, rich.by.ingest), cpuMs: rich.cpuMs / articles },
    entry: per(PLAIN, plain.by.poll),
    revisit: { ...per(PLAIN, together(visited.by.ingest, visited.by.poll)), cpuMs: visited.cpuMs / PLAIN },
    gate: per(PLAIN, ask.gate),
    robots: per(PLAIN, ask.robots),
    idlePoll: { ...per(polls, again.by.poll), write: polled.units / polls, cpuMs: again.cpuMs / polls },
    idleSweep,
    outlet,
    feed,
    richSweep: withGathering(
      { ...per(articles, firstSweep.by.sweep), cpuMs: firstSweep.cpuMs / articles },
      found / articles,
      each,
    ),
    request: { ...per(served, reading.by.api), cpuMs: reading.cpuMs / served },
    ...ofNews,
    ...(ofNews?.generalSweep
      ? {
          generalSweep: withGathering(ofNews.generalSweep, ofNews.found, each),
          keptKb: (ofNews.keptKb ?? 0) + ofNews.found * keptKb,
        }
      : {}),
  };
  const of = ofNews ? `, ${GENERAL} of general news` : '';
  console.log(
    `${PLAIN} plain articles, as many that name somebody, ${articles} of the sample archive${of}; ${gathered} commitments gathered, of which each took ${each.write.toFixed(1)} units\n`,
  );
  console.log(tableOf(counts, modelOf(counts)));
  if (process.argv.includes('--by-request')) console.log(`\nWhat each kind of request took\n${byRequest}`);
} finally {
  await system.stop();
  proxy.closeAllConnections();
  proxy.close();
  publisher.closeAllConnections();
  publisher.close();
  await rm(dir, { recursive: true, force: true });
}
