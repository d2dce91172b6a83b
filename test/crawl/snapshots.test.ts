import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sqsQueue } from '../../lambda/crawl/queue.ts';
import { CorruptSnapshot, s3Snapshots, snapshotAddress, snapshotObject } from '../../lambda/crawl/snapshots.ts';
import { type LocalServices, startServices } from '../../lambda/local/services.ts';
import { WorkQueue } from '../../lambda/local/work-queue.ts';

const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
let dir: string;
let services: LocalServices;
let client: S3Client;
const received: { body: string; delay: number }[] = [];
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'tagih-objects-'));
  const queue = new WorkQueue({
    name: 'ingest',
    handler: async () => undefined,
    batchSize: 1,
    concurrency: 1,
    maxReceiveCount: 1,
    retryMs: 1,
    onDeadLetter: () => {},
  });
  queue.send = (body, delay = 0) => {
    received.push({ body, delay });
    return String(received.length);
  };
  services = await startServices({ queues: () => [queue], objectsDir: dir, onPublish: () => {} });
  client = new S3Client({ endpoint: services.endpoint, region: 'local', credentials, forcePathStyle: true });
});
afterAll(async () => {
  client.destroy();
  await services.stop();
  await rm(dir, { recursive: true });
});

const object = (bytes: Uint8Array) => path.join(dir, 'kotak', snapshotObject(snapshotAddress(bytes)));

test('bytes come back as they were put, under the address of what they are, kept once and gzipped', async () => {
  const store = s3Snapshots('kotak', client);
  const bytes = Buffer.from('<html>Isi halaman</html>'.repeat(200));
  const [page] = await store.put([bytes]);
  expect(page).toEqual({ address: snapshotAddress(bytes) });
  expect(await store.put([bytes])).toEqual([page]);
  expect((await store.get(page!)).equals(bytes)).toBe(true);
  const kept = await readFile(object(bytes));
  expect(kept.length).toBeLessThan(bytes.length / 4);
  expect(gunzipSync(kept).equals(bytes)).toBe(true);
  expect(await readdir(path.dirname(object(bytes)))).toHaveLength(1);
});

test('pages kept together are one object, and each comes back by itself under its own address', async () => {
  const store = s3Snapshots('bersama', client);
  const pages = ['satu', 'dua', 'tiga', 'dua'].map((text) => Buffer.from(`<html>${text}</html>`.repeat(50)));
  const kept = await store.put(pages);
  expect(kept.map(({ address }) => address)).toEqual(pages.map(snapshotAddress));
  for (const [i, page] of kept.entries()) expect((await store.get(page)).equals(pages[i]!)).toBe(true);
  // Kept again, as after a crash, they stand where they stood.
  expect(await store.put(pages)).toEqual(kept);
  const files = (await readdir(path.join(dir, 'bersama'), { recursive: true })).filter((name) => name.endsWith('.gz'));
  expect(files).toHaveLength(1);
  // Any tool unpacks the object to all of its pages.
  const whole = path.join(dir, 'bersama', files[0]!);
  expect(gunzipSync(await readFile(whole)).equals(Buffer.concat(pages))).toBe(true);
  // What rots in it costs the page that stood there, and no other.
  const bytes = await readFile(whole);
  bytes.fill(0, Number(kept[1]!.pack!.split(':')[1]), Number(kept[2]!.pack!.split(':')[1]));
  await writeFile(whole, bytes);
  await expect(store.get(kept[1]!)).rejects.toThrow(CorruptSnapshot);
  for (const i of [0, 2, 3]) expect((await store.get(kept[i]!)).equals(pages[i]!)).toBe(true);
});

test('nothing is no object', async () => {
  expect(await s3Snapshots('kosong', client).put([])).toEqual([]);
  await expect(readdir(path.join(dir, 'kosong'))).rejects.toThrow();
});

test.each<[what: string, kept: Buffer]>([
  ['other bytes', gzipSync('lain')],
  ['something that was never packed', Buffer.from('bukan gzip')],
  ['half an object', gzipSync(Buffer.alloc(5000, 'abc')).subarray(0, 20)],
])('a snapshot that holds %s is called corrupt, not believed', async (what, kept) => {
  const store = s3Snapshots('kotak', client);
  const bytes = Buffer.from(`asli: ${what}`);
  const [page] = await store.put([bytes]);
  await writeFile(object(bytes), kept);
  await expect(store.get(page!)).rejects.toThrow(CorruptSnapshot);
});

test('a snapshot that is not there is an error', async () => {
  await expect(s3Snapshots('kotak', client).get({ address: '0'.repeat(64) })).rejects.toThrow();
});

test('messages reach the queue in batches, with their delays in whole seconds', async () => {
  const queue = sqsQueue(
    services.queueUrl('ingest'),
    new SQSClient({ endpoint: services.endpoint, region: 'local', credentials }),
  );
  const messages = Array.from({ length: 23 }, (_, i) => ({
    message: { articleKey: `k${i}`, url: `https://a.test/${i}`, feedId: 'a' },
    delaySeconds: i * 60.5,
  }));
  await queue.send(messages);
  expect(received).toHaveLength(23);
  expect(received.map(({ delay }) => delay)).toEqual(
    messages.map(({ delaySeconds }) => Math.min(900, Math.floor(delaySeconds))),
  );
  expect(JSON.parse(received[7]!.body)).toEqual(messages[7]!.message);
});
