import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { SendMessageBatchCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { redrive } from '../../lambda/local/redrive.ts';
import { type LocalServices, startServices } from '../../lambda/local/services.ts';
import { WorkQueue } from '../../lambda/local/work-queue.ts';

describe('the services that stand for AWS on one machine, called with the real SDK', () => {
  let dir: string;
  let services: LocalServices;
  const received: string[] = [];
  const published: string[] = [];
  const queue = new WorkQueue({
    name: 'ingest',
    handler: async (event) => {
      received.push(...event.Records.map((record) => record.body));
      return { batchItemFailures: [] };
    },
    batchSize: 10,
    concurrency: 1,
    maxReceiveCount: 3,
    retryMs: 1,
    onDeadLetter() {},
  });
  const sdk = () => ({
    endpoint: services.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });

  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), 'tagih-'));
    services = await startServices({
      queues: () => [queue],
      objectsDir: path.join(dir, 'objects'),
      onPublish: ({ subject, message }) => published.push(`${subject}: ${message}`),
    });
  });
  afterAll(async () => {
    await queue.stop();
    await services.stop();
    await rm(dir, { recursive: true });
  });

  test('messages that were put aside are counted, and moved back to the queue that they came from', async () => {
    let works = false;
    const done: string[] = [];
    const failing = new WorkQueue({
      name: 'Tagih-uji-CrawlEntries',
      handler: async (event) => {
        if (works) done.push(...event.Records.map(({ body }) => body));
        return {
          batchItemFailures: works ? [] : event.Records.map(({ messageId }) => ({ itemIdentifier: messageId })),
        };
      },
      batchSize: 5,
      concurrency: 1,
      maxReceiveCount: 1,
      retryMs: 1,
      onDeadLetter() {},
    });
    const other = await startServices({
      queues: () => [failing, queue],
      objectsDir: path.join(dir, 'other'),
      onPublish() {},
    });
    try {
      for (const body of ['satu', 'dua', 'tiga']) failing.send(body);
      await failing.idle();
      const client = new SQSClient({ ...sdk(), endpoint: other.endpoint });
      const held = { deadLetters: 'Tagih-uji-CrawlEntries-dead', queue: 'Tagih-uji-CrawlEntries', messages: 3 };
      expect(await redrive(client, 'Tagih-uji-', false)).toEqual([{ ...held, task: null }]);
      works = true;
      expect(await redrive(client, 'Tagih-uji-', true)).toEqual([{ ...held, task: expect.any(String) }]);
      await failing.idle();
      expect(done.sort()).toEqual(['dua', 'satu', 'tiga']);
      expect(await redrive(client, 'Tagih-uji-', true)).toEqual([{ ...held, messages: 0, task: null }]);
      expect(await redrive(client, 'Tagih-lain-', true)).toEqual([]);
    } finally {
      await failing.stop();
      await other.stop();
    }
  });

  test('take single messages and batches', async () => {
    const client = new SQSClient(sdk());
    const QueueUrl = services.queueUrl('ingest');
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'one' }));
    const answer = await client.send(
      new SendMessageBatchCommand({
        QueueUrl,
        Entries: [
          { Id: '0', MessageBody: 'two' },
          { Id: '1', MessageBody: 'tiga · three' },
        ],
      }),
    );
    await queue.idle();
    expect(answer.Successful?.map((entry) => entry.Id)).toEqual(['0', '1']);
    expect(received.toSorted()).toEqual(['one', 'tiga · three', 'two']);
  });

  test('name a queue that is not there', async () => {
    const client = new SQSClient(sdk());
    const send = client.send(new SendMessageCommand({ QueueUrl: services.queueUrl('other'), MessageBody: 'x' }));
    await expect(send).rejects.toThrow('no queue other');
  });

  test('keep objects as files, whole or not at all', async () => {
    const client = new S3Client({ ...sdk(), forcePathStyle: true });
    const bytes = new Uint8Array([0, 255, 13, 10, 128]);
    await client.send(new PutObjectCommand({ Bucket: 'snapshots', Key: 'ab/cd.gz', Body: bytes }));
    const object = await client.send(new GetObjectCommand({ Bucket: 'snapshots', Key: 'ab/cd.gz' }));
    expect(await object.Body?.transformToByteArray()).toEqual(bytes);
    expect(await readdir(path.join(dir, 'objects', 'snapshots', 'ab'))).toEqual(['cd.gz']);
    await expect(client.send(new GetObjectCommand({ Bucket: 'snapshots', Key: 'none' }))).rejects.toThrow(
      'no such key',
    );
  });

  test('keep objects inside their folder whatever the key', async () => {
    const response = await fetch(`${services.endpoint}/snapshots/..%2f..%2f..%2fescaped`, { method: 'PUT', body: 'x' });
    expect(response.status).toBe(400);
  });

  test('hand on what is published to a topic', async () => {
    const client = new SNSClient(sdk());
    await client.send(
      new PublishCommand({ TopicArn: 'arn:aws:sns:local:0:operator', Subject: 'feed silent', Message: 'medcom' }),
    );
    expect(published).toEqual(['feed silent: medcom']);
  });
});
