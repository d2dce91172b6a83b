import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { loadArticle } from '../../lambda/crawl/article.ts';
import { isCovered } from '../../lambda/crawl/coverage.ts';
import { entriesWaiting, keyOf, loadEntry } from '../../lambda/crawl/entries.ts';
import { feedsDue } from '../../lambda/crawl/feed-state.ts';
import { feedOf } from '../../lambda/crawl/feeds.ts';
import { ingestEntry } from '../../lambda/crawl/ingest.ts';
import { type IngestMessage, parseIngestMessage } from '../../lambda/crawl/ingest-message.ts';
import { crawlPass, requeueWaiting } from '../../lambda/crawl/pass.ts';
import { CorruptSnapshot, s3Snapshots, snapshotAddress, snapshotObject } from '../../lambda/crawl/snapshots.ts';
import { exportWarc } from '../../lambda/crawl/warc.ts';
import { queued } from '../../lambda/handler.ts';
import { getMany, putMany } from '../../lambda/items.ts';
import { resumePending } from '../../lambda/ledger/store/pending.ts';
import { placeArticle } from '../../lambda/ledger/store/place.ts';
import { dynoxideBinary, startEngine } from '../../lambda/local/engine.ts';
import { type LocalServices, startServices } from '../../lambda/local/services.ts';
import { WorkQueue } from '../../lambda/local/work-queue.ts';
import { type Bench, bench, type Newsroom, rss, startNewsroom } from '../crawl/newsroom.ts';
import { createTable, type TestDb, testDb } from '../engines.ts';
import { registration } from '../ledger/samples.ts';
import { pureLedger, storedLedger } from '../ledger/store/ledger.ts';
import { numbers } from '../numbers.ts';
import { type Throttled, throttled } from './throttle.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-08-03T01:00:00Z');
const now = new Date(START);
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
const FEED = feedOf({ id: 'warta', outlet: 'warta.test', url: 'http://warta.test/rss' });
const link = (n: number) => `http://warta.test/berita/kabar-nomor-${n}-dari-redaksi`;
const pageOf = (n: number) =>
  `<html><head><title>Kabar ${n}</title></head><body><article><h1>Kabar ${n}</h1>${`<p>Pengunjung nomor ${n} bercerita tentang antrean panjang di loket pelayanan sejak pagi sekali.</p>`.repeat(4)}</article></body></html>`;

let db: TestDb;
let room: Newsroom;
let dir: string;
let services: LocalServices;
let tables = 0;
let own: Bench;
beforeAll(async () => {
  db = await testDb();
  room = await startNewsroom();
  dir = await mkdtemp(path.join(tmpdir(), 'tagih-faults-'));
  services = await startServices({ queues: () => [], objectsDir: dir, onPublish: () => {} });
});
beforeEach(async () => {
  const table = `faults-${++tables}`;
  await createTable(db.client, table);
  own = bench({ ...db, table }, room, {
    trusted: [{ origin: 'http://warta.test', at: { host: '127.0.0.1', port: room.port } }],
  });
  publish(2);
});
afterAll(async () => {
  await services.stop();
  await room.stop();
  await db.stop();
  await rm(dir, { recursive: true });
});

/** The feed with its first `count` articles. */
function publish(count: number): void {
  const all = Array.from({ length: count }, (_, n) => n);
  for (const n of all) room.page(link(n), pageOf(n));
  const published = now.toISOString();
  room.page('http://warta.test/rss', rss(all.map((n) => ({ link: link(n), title: `Kabar ${n}`, published }))));
}
const pass = (at: number) => crawlPass(own.deps, { feeds: [FEED], clock: () => new Date(at) });
const messages = (): IngestMessage[] => own.sent.splice(0).map(({ message }) => message);
/** Snapshots as the handlers keep them, asked for once: a full disk is not to be waited for here. */
const store = (bucket: string) =>
  s3Snapshots(
    bucket,
    new S3Client({
      endpoint: services.endpoint,
      region: 'local',
      credentials,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      maxAttempts: 1,
    }),
  );

describe('a full disk', () => {
  test.skipIf(!existsSync('/dev/full'))(
    'costs no entry and leaves no half snapshot: it is read when there is room again',
    async () => {
      own.deps.snapshots = store('penuh');
      await pass(START);
      const [message] = messages();
      const file = path.join(dir, 'penuh', snapshotObject(snapshotAddress(Buffer.from(pageOf(0)))));
      await mkdir(path.dirname(file), { recursive: true });
      // Whatever is written there, the kernel answers ENOSPC.
      await symlink('/dev/full', `${file}.${process.pid}.part`);
      await expect(ingestEntry(own.deps, message!, now)).rejects.toThrow();
      expect(await readdir(path.dirname(file))).toEqual([]);
      expect(await loadEntry(own.deps.db, message!.articleKey)).toMatchObject({ state: 'pending', attempts: 1 });
      const later = new Date(START + HOUR);
      expect(await ingestEntry(own.deps, message!, later)).toMatchObject({ outcome: 'read' });
      const { snapshots } = (await loadArticle(own.deps, keyOf(link(0))))!;
      expect((await own.deps.snapshots.get(snapshots[0]!)).toString()).toBe(pageOf(0));
    },
  );
});

describe('a corrupt snapshot', () => {
  test('is called so and costs itself: the others are exported, and reading the page again mends it', async () => {
    own.deps.snapshots = store('rusak');
    await pass(START);
    for (const message of messages()) await ingestEntry(own.deps, message, now);
    const articles = await Promise.all([0, 1].map(async (n) => (await loadArticle(own.deps, keyOf(link(n))))!));
    const { address } = articles[0]!.snapshots[0]!;
    await writeFile(path.join(dir, 'rusak', snapshotObject(address)), 'bukan gzip');
    await expect(own.deps.snapshots.get({ address })).rejects.toThrow(CorruptSnapshot);
    const exported = async () => {
      const problems: string[] = [];
      let pieces = 0;
      const given = (async function* () {
        yield* articles;
      })();
      for await (const _ of exportWarc(own.deps.snapshots, given, (problem) => problems.push(problem))) pieces++;
      return { problems, pieces };
    };
    expect(await exported()).toEqual({ problems: [expect.stringContaining(address)], pieces: 2 });
    await own.deps.snapshots.put([Buffer.from(pageOf(0))]);
    expect(await exported()).toEqual({ problems: [], pieces: 3 });
  });
});

describe('a clock that jumps', () => {
  const waiting = async (at: number) => {
    const keys: string[] = [];
    for (const { key } of await entriesWaiting(own.deps.db, new Date(at), 10)) keys.push(key);
    return keys;
  };

  test('a year ahead and back keeps no feed and no entry waiting for a year, and claims no coverage of it', async () => {
    await pass(START);
    messages();
    const ahead = START + 365 * DAY;
    publish(3);
    await pass(ahead);
    // One was put off then, and one is claimed by a worker that died then.
    room.page(link(0), 'galat', {}, 500);
    for (const message of messages().slice(0, 2)) await ingestEntry(own.deps, message, new Date(ahead)).catch(() => {});
    const back = START + 2 * HOUR;
    expect((await waiting(back)).length).toBeGreaterThan(0);
    publish(4);
    const { polls } = await pass(back);
    expect(polls.map(({ fresh }) => fresh)).toEqual([1]);
    const { value: state } = await feedsDue(own.deps.db, null).next();
    expect(state!.covered.at(-1)!.to).toBe(new Date(back).toISOString());
    expect(
      isCovered(state!.covered, new Date(START + 10 * DAY).toISOString(), new Date(START + 20 * DAY).toISOString()),
    ).toBe(false);
    await requeueWaiting(own.deps, new Date(back + HOUR));
    for (const message of messages()) await ingestEntry(own.deps, message, new Date(back + HOUR));
    for (const n of [0, 1, 2, 3]) expect(await loadArticle(own.deps, keyOf(link(n))), link(n)).not.toBeNull();
  });

  test('an hour back reads nothing twice', async () => {
    await pass(START);
    for (const message of messages()) await ingestEntry(own.deps, message, now);
    const asked = room.asked.filter((url) => url === link(0)).length;
    await pass(START - HOUR);
    for (const message of messages()) await ingestEntry(own.deps, message, new Date(START - HOUR));
    expect(room.asked.filter((url) => url === link(0))).toHaveLength(asked);
  });

  test('does not hold up the messages of the local queue', async () => {
    const given: string[] = [];
    const queue = queueOf(async ({ Records }) => {
      given.push(...Records.map(({ body }) => body));
      return { batchItemFailures: [] };
    });
    const real = Date.now;
    try {
      Date.now = () => real() + 10 * DAY;
      queue.send('a', 0.01);
      Date.now = real;
      await queue.idle();
    } finally {
      Date.now = real;
    }
    expect(given).toEqual(['a']);
  });
});

type Handler = ConstructorParameters<typeof WorkQueue>[0]['handler'];
function queueOf(handler: Handler, dead: string[] = []): WorkQueue {
  const onDeadLetter = (body: string) => dead.push(body);
  return new WorkQueue({
    name: 'faults',
    handler,
    batchSize: 5,
    concurrency: 2,
    maxReceiveCount: 3,
    retryMs: 1,
    onDeadLetter,
  });
}

describe('a poisoned message', () => {
  const POISON = [
    'bukan JSON, rahasia: orang@example.org',
    '"',
    'null',
    '[]',
    '{"articleKey":"orang@example.org"}',
    '{"articleKey":"a","url":"file:///etc/passwd","feedId":"warta"}',
    '{"__proto__":{"articleKey":"a","url":"http://a.test/","feedId":"a"}}',
    JSON.stringify({ articleKey: 'a'.repeat(100_000), url: 'http://a.test/', feedId: 'a' }),
    `${'['.repeat(20_000)}`,
  ];

  test('is put aside after its tries, holds up none of the others, and no log line shows what it held', async () => {
    vi.stubEnv('POWERTOOLS_DEV', 'true');
    const logged: unknown[] = [];
    const spies = (['error', 'warn', 'info', 'log'] as const).map((level) =>
      vi.spyOn(console, level).mockImplementation((...line) => void logged.push(...line)),
    );
    try {
      await pass(START);
      const handler = queued('faults', parseIngestMessage, async (message) => {
        await ingestEntry(own.deps, message, now);
      }) as unknown as Handler;
      const dead: string[] = [];
      const queue = queueOf(handler, dead);
      const good = messages().map((message) => JSON.stringify(message));
      for (const body of [...POISON.slice(0, 5), ...good, ...POISON.slice(5)]) queue.send(body);
      await queue.idle();
      expect(dead.toSorted()).toEqual(POISON.toSorted());
      for (const n of [0, 1]) expect(await loadArticle(own.deps, keyOf(link(n)))).not.toBeNull();
      expect(logged.length).toBeGreaterThanOrEqual(POISON.length);
      for (const secret of ['orang@example.org', 'rahasia', 'passwd', 'aaaaaaaa']) {
        expect(JSON.stringify(logged)).not.toContain(secret);
      }
    } finally {
      for (const spy of spies) spy.mockRestore();
      vi.unstubAllEnvs();
    }
  });
});

describe('a throttled table', () => {
  let slow: Throttled;
  beforeEach(async () => {
    slow = await throttled({ ...db, table: own.deps.db.table }, numbers(7));
  });
  afterEach(() => slow.stop());

  test('loses nothing: what is refused is asked for again, and the ledger is the same', async () => {
    slow.refuse = 0.2;
    const articles = registration().slice(0, process.env.TAGIH_LONG ? undefined : 2);
    for (const article of articles) {
      // As a queue gives a message again that failed.
      let placed = false;
      for (let tries = 0; tries < 50 && !placed; tries++) {
        placed = await placeArticle(slow.db, article, now).then(
          () => true,
          () => false,
        );
      }
      expect(placed).toBe(true);
    }
    slow.refuse = 0;
    await resumePending(slow.db, now);
    expect(slow.refused).toBeGreaterThan(2);
    expect(await storedLedger(slow.db)).toEqual(pureLedger(articles));
  });

  test('that refuses everything fails the message, and its entry is read when the table answers again', async () => {
    await pass(START);
    const [message] = messages();
    slow.refuse = 1;
    await expect(ingestEntry({ ...own.deps, db: slow.db }, message!, now)).rejects.toThrow(/throughput/);
    expect(await loadEntry(own.deps.db, message!.articleKey)).toMatchObject({ state: 'pending', attempts: 0 });
    slow.refuse = 0;
    expect(await ingestEntry({ ...own.deps, db: slow.db }, message!, now)).toMatchObject({ outcome: 'read' });
  });

  test('that leaves part of a batch undone is given it again, with pauses, and not for ever', async () => {
    const keys = Array.from({ length: 30 }, (_, i) => ({ pk: 'P', sk: String(i) }));
    const items = keys.map((key) => ({ ...key, about: 'kabar' }));
    slow.undone = 3;
    await putMany(slow.db, items);
    slow.undone = 3;
    expect(await getMany(slow.db, keys)).toHaveLength(30);
    slow.undone = 1000;
    await expect(putMany(slow.db, items)).rejects.toThrow(/throttled/);
    expect(slow.undone).toBeGreaterThan(900);
  });
});

describe('two instances', () => {
  test('on one table poll each feed once, fetch each page once and make one ledger', async () => {
    publish(12);
    const other = bench(own.deps.db, room, { trusted: own.deps.trusted });
    const before = room.asked.length;
    const both = [own, other];
    await Promise.all(both.map(({ deps }) => crawlPass(deps, { feeds: [FEED], clock: () => now })));
    const sent = both.flatMap(({ sent }) => sent.splice(0).map(({ message }) => message));
    await Promise.all(both.flatMap(({ deps }) => [...sent, ...sent].map((message) => ingestEntry(deps, message, now))));
    const asked = room.asked.slice(before);
    expect(asked.filter((url) => url.endsWith('/rss'))).toHaveLength(1);
    expect(asked.filter((url) => url.includes('/berita/')).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, n) => link(n)).toSorted(),
    );
    const articles = registration();
    await Promise.all(both.flatMap(({ deps }) => articles.map((article) => placeArticle(deps.db, article, now))));
    expect(await storedLedger(own.deps.db)).toEqual(pureLedger(articles));
  });
});

test.skipIf(dynoxideBinary() === null)(
  'an embedded database that is killed comes back with all that it had answered for',
  async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'tagih-engine-'));
    const engine = await startEngine({ dir: folder, engine: 'dynoxide' });
    const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'local', credentials, maxAttempts: 8 });
    try {
      await createTable(client, 'tagih');
      for (let i = 0; i < 3; i++) {
        await client.send(new PutItemCommand({ TableName: 'tagih', Item: { pk: { S: 'P' }, sk: { S: String(i) } } }));
        const pid = engine.pid!;
        process.kill(pid, 'SIGKILL');
        const Key = { pk: { S: 'P' }, sk: { S: String(i) } };
        const { Item } = await client.send(new GetItemCommand({ TableName: 'tagih', Key, ConsistentRead: true }));
        expect(Item).toEqual(Key);
        expect(engine.pid).not.toBe(pid);
      }
    } finally {
      client.destroy();
      await engine.stop();
      await rm(folder, { recursive: true });
    }
  },
);
