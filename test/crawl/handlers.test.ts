import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { loadArticle } from '../../lambda/crawl/article.ts';
import { keyOf } from '../../lambda/crawl/entries.ts';
import { parseIngestMessage } from '../../lambda/crawl/ingest-message.ts';
import { s3Snapshots } from '../../lambda/crawl/snapshots.ts';
import { type LocalServices, startServices } from '../../lambda/local/services.ts';
import { context, WorkQueue } from '../../lambda/local/work-queue.ts';
import { type TestDb, testDb } from '../engines.ts';
import { type Newsroom, rss, startNewsroom } from './newsroom.ts';

let db: TestDb;
let room: Newsroom;
let services: LocalServices;
let dir: string;
const queued: string[] = [];

beforeAll(async () => {
  db = await testDb();
  room = await startNewsroom();
  dir = await mkdtemp(path.join(tmpdir(), 'tagih-handlers-'));
  const queue = new WorkQueue({
    name: 'ingest',
    handler: async () => undefined,
    batchSize: 1,
    concurrency: 1,
    maxReceiveCount: 1,
    retryMs: 1,
    onDeadLetter: () => {},
  });
  queue.send = (body) => String(queued.push(body));
  services = await startServices({ queues: () => [queue], objectsDir: dir, onPublish: () => {} });
  const env = {
    AWS_REGION: 'local',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: db.engine.endpoint,
    AWS_ENDPOINT_URL_SQS: services.endpoint,
    AWS_ENDPOINT_URL_S3: services.endpoint,
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
    TAGIH_TABLE: db.table,
    TAGIH_SNAPSHOTS: 'kotak',
    TAGIH_INGEST_QUEUE_URL: services.queueUrl('ingest'),
    TAGIH_TRUSTED_ORIGINS: `http://warta.test=127.0.0.1:${room.port}`,
    TAGIH_FEEDS: JSON.stringify([{ id: 'warta', outlet: 'warta', url: 'http://warta.test/rss' }]),
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await services.stop();
  await room.stop();
  await db.stop();
  await rm(dir, { recursive: true });
});

const event = (...bodies: string[]): SQSEvent => ({
  Records: bodies.map((body, i) => ({ messageId: `m${i}`, body }) as SQSEvent['Records'][number]),
});

test('the schedule finds an entry, the queue brings it, and a bad message fails alone', async () => {
  const link = 'http://warta.test/berita/otoritas-minta-laporan-baru';
  const sentence =
    'Otoritas meminta perusahaan menyerahkan laporan lengkap sebelum akhir bulan kepada kantor pusat di Jakarta.';
  room.page(
    'http://warta.test/rss',
    rss([{ link, title: 'Otoritas Minta Laporan', published: '2026-08-03T01:00:00Z' }]),
  );
  room.page(
    link,
    `<html><head><title>Otoritas Minta Laporan</title></head><body><article><h1>Otoritas Minta Laporan</h1>${`<p>${sentence}</p>`.repeat(3)}</article></body></html>`,
  );
  const poll = await import('../../lambda/crawl/poll.lambda.ts');
  const ingest = await import('../../lambda/crawl/ingest.lambda.ts');

  await poll.handler({}, context('poll'));
  expect(queued.map((body) => JSON.parse(body))).toEqual([{ articleKey: keyOf(link), url: link, feedId: 'warta' }]);
  const answer = await ingest.handler(event('{}', queued[0]!, 'bukan JSON'), context('ingest'));
  expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm0' }, { itemIdentifier: 'm2' }] });
  expect((await loadArticle({ db }, keyOf(link)))?.text).toContain(sentence);
  // Again, as queues do: nothing happens, and nothing fails.
  expect(await ingest.handler(event(queued[0]!), context('ingest'))).toEqual({ batchItemFailures: [] });
});

test('the pages of a batch are one object, and each article knows its own place in it', async () => {
  const links = ['satu', 'dua', 'tiga'].map((n) => `http://warta.test/berita/kabar-${n}-dari-pasar`);
  const pageOf = (link: string) =>
    `<html><head><title>Kabar Pasar</title></head><body><article><h1>Kabar Pasar</h1>${`<p>Pedagang di pasar itu bercerita tentang ${link.slice(25)} dan harga sayur yang turun sejak pekan lalu.</p>`.repeat(4)}</article></body></html>`;
  for (const link of links) room.page(link, pageOf(link));
  room.page(
    'http://warta.test/rss',
    rss(links.map((link) => ({ link, title: link, published: '2026-08-04T01:00:00Z' }))),
  );
  const { pollFeed } = await import('../../lambda/crawl/poll.ts');
  const { feedOf } = await import('../../lambda/crawl/feeds.ts');
  const { bench } = await import('./newsroom.ts');
  const own = bench(db, room, {
    trusted: [{ origin: 'http://warta.test', at: { host: '127.0.0.1', port: room.port } }],
  });
  await pollFeed(own.deps, feedOf({ id: 'pasar', outlet: 'warta', url: 'http://warta.test/rss' }), new Date());
  const ingest = await import('../../lambda/crawl/ingest.lambda.ts');
  const bodies = own.sent.map(({ message }) => JSON.stringify(message));
  expect(await ingest.handler(event(...bodies), context('ingest'))).toEqual({ batchItemFailures: [] });
  const articles = await Promise.all(links.map(async (link) => (await loadArticle({ db }, keyOf(link)))!));
  const places = articles.map(({ snapshots }) => snapshots[0]!.pack?.split(':')[0]);
  expect(new Set(places).size).toBe(1);
  const store = s3Snapshots('kotak');
  for (const [i, { snapshots }] of articles.entries())
    expect((await store.get(snapshots[0]!)).toString()).toBe(pageOf(links[i]!));
});

test.each([
  ['nothing', null],
  ['a list', []],
  ['a key that is a number', { articleKey: 1, url: 'https://a.test/', feedId: 'a' }],
  ['no feed', { articleKey: 'a', url: 'https://a.test/' }],
  ['another kind of address', { articleKey: 'a', url: 'file:///etc/passwd', feedId: 'a' }],
])('a message that holds %s is refused by name', (_, body) => {
  expect(() => parseIngestMessage(body)).toThrow(/^the message/);
});
