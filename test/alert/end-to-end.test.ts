import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { placeArticle } from '../../lambda/ledger/place.ts';
import { type System, startSystem } from '../../lambda/local/system.ts';
import { promise } from './promises.ts';

let dir: string;
let system: System;
beforeAll(async () => {
  process.env.TAGIH_GROUP_WAIT = '0';
  dir = await mkdtemp(path.join(tmpdir(), 'tagih-'));
  system = await startSystem({ dir, port: 0, samples: false, feeds: false, schedules: false, say: () => {} });
}, 120_000);
afterAll(async () => {
  await system?.stop();
  await rm(dir, { recursive: true, force: true });
});

/** The e-mails in the outbox, oldest first. */
async function mails() {
  const outbox = path.join(dir, 'outbox');
  const names = (await readdir(outbox).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(names.map(async (name) => simpleParser(await readFile(path.join(outbox, name)))));
}

test('the whole way: subscribe on the page, confirm by e-mail, be told that a deadline has passed, unsubscribe', async () => {
  const form = new URLSearchParams({ email: 'ani@example.org', platform: 'telegram', lang: 'id' });
  const asked = await fetch(`${system.url}/v1/subscriptions.html`, { method: 'POST', body: form });
  expect(asked.status).toBe(202);
  await system.queues.deliver.idle();
  const [question] = await mails();
  const confirm = /http\S+\/subscribe\/confirm\?token=[\w-]+/.exec(question?.text ?? '')![0];
  expect(await (await fetch(confirm)).text()).toContain('<form method="post"');
  expect((await fetch(confirm, { method: 'POST' })).status).toBe(200);

  // Stated three hours ago and due two hours ago, recorded four hours ago by the ledger's clock: it has lapsed since.
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  const due = ago(2).toISOString();
  const article = promise({ published: ago(5).toISOString(), due: '2025-03-01' });
  const claim = article.extraction.commitments[0]!.deadline!;
  article.extraction.commitments[0]!.deadline = {
    ...claim,
    due: due.slice(0, 10),
    earliest: due,
    latest: due,
    precision: 'instant',
  };
  const client = new DynamoDBClient({});
  await placeArticle({ client, table: process.env.TAGIH_TABLE! }, article, ago(4));
  client.destroy();
  await system.run('sweep');

  const told = (await mails()).slice(1);
  expect(told.map((mail) => mail.subject)).toEqual([expect.stringMatching(/^Telegram: tenggat .+ baru saja lewat$/)]);
  await system.run('sweep');
  expect(await mails()).toHaveLength(2);

  const end = /http\S+\/unsubscribe\?token=[\w-]+/.exec(told[0]?.text ?? '')![0];
  const oneClick = await fetch(end, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
  expect(oneClick.status).toBe(200);
}, 90_000);
