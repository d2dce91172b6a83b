import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ReplayQueued, SecretReplaced, SubscriptionEnded } from '../../lambda/api/schema.ts';
import { keyOf } from '../../lambda/crawl/entries.ts';
import { articleId } from '../../lambda/crawl/keys.ts';
import { placeArticle } from '../../lambda/ledger/place.ts';
import { startEngine } from '../../lambda/local/engine.ts';
import { promise } from '../alert/promises.ts';
import { type Newsroom, startNewsroom } from '../crawl/newsroom.ts';
import { mailServer, webhookReceiver } from './receivers.ts';

const root = path.resolve(import.meta.dirname, '../..');
const ago = (hours: number): Date => new Date(Date.now() - hours * 3_600_000);

let dir: string;
let newsroom: Newsroom;
let mail: Awaited<ReturnType<typeof mailServer>>;
let hook: Awaited<ReturnType<typeof webhookReceiver>>;
let child: ChildProcess | null = null;
/** All that the runs have written. */
let logs = '';
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'tagih-'));
  newsroom = await startNewsroom();
  mail = await mailServer();
  hook = await webhookReceiver(204);
});
afterAll(async () => {
  await stop();
  await Promise.all([newsroom.stop(), mail.stop(), hook.stop()]);
  await rm(dir, { recursive: true, force: true });
});

/** `npm start` as a person runs it, with these feeds; resolves with its address when it has caught up. */
async function start(feeds: object[]): Promise<string> {
  const env = {
    ...process.env,
    TAGIH_FEEDS: JSON.stringify(feeds),
    TAGIH_TRUSTED_ORIGINS: `http://kabar.test=127.0.0.1:${newsroom.port}`,
    TAGIH_TRUSTED_WEBHOOKS: hook.origin,
    TAGIH_SMTP_URL: mail.url,
    TAGIH_GROUP_WAIT: '1',
    POWERTOOLS_LOG_LEVEL: 'INFO',
  };
  const args = ['start', '--silent', '--', '--data', dir, '--port', '0', '--no-samples'];
  child = spawn('npm', args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  let output = '';
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    logs += chunk.toString();
  };
  child.stdout!.on('data', hear);
  child.stderr!.on('data', hear);
  while (!output.includes('up to date')) {
    if (child.exitCode !== null) throw new Error(`it ended: ${output}`);
    await Promise.race([once(child.stdout!, 'data'), once(child, 'exit')]);
  }
  return /Tagih is at (\S+)/.exec(output)![1]!;
}

async function stop(): Promise<void> {
  if (!child || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  process.kill(-child.pid!, 'SIGTERM');
  await ended;
  child = null;
}

/** A promise that fell due two hours ago, recorded two hours before that, put into the stopped system's own table. */
async function placeLapsed(): Promise<void> {
  const due = ago(2).toISOString();
  const article = promise({ published: ago(5).toISOString(), due: '2025-03-01' });
  const claim = article.extraction.commitments[0]!.deadline!;
  const instant = { due: due.slice(0, 10), earliest: due, latest: due, precision: 'instant' as const };
  article.extraction.commitments[0]!.deadline = { ...claim, ...instant };
  const engine = await startEngine({ dir: path.join(dir, 'table') });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'local', credentials });
  await placeArticle({ client, table: 'tagih' }, article, ago(4));
  client.destroy();
  await engine.stop();
}

/** An article that came out an hour ago and names a day in thirty days. */
function publishArticle(): void {
  const day = new Date(Date.now() + 30 * 86_400_000).toLocaleDateString('id-ID', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Asia/Jakarta',
  });
  const published = ago(1).toISOString();
  const title = 'TikTok Akan Membuka Kantor Perwakilan di Jakarta';
  const link = 'http://kabar.test/berita/tiktok-kantor';
  newsroom.page(
    'http://kabar.test/rss',
    `<?xml version="1.0"?><rss version="2.0"><channel><title>Kabar</title><link>http://kabar.test/</link><item><title>${title}</title><link>${link}</link><guid>${link}</guid><pubDate>${new Date(published).toUTCString()}</pubDate></item></channel></rss>`,
    { 'content-type': 'application/rss+xml' },
  );
  newsroom.page(
    link,
    `<!doctype html><html lang="id"><head><title>${title}</title><meta property="og:type" content="article"><meta property="article:published_time" content="${published}"></head><body><article><h1>${title}</h1>
<p>JAKARTA – TikTok berjanji akan membuka kantor perwakilan di Jakarta paling lambat ${day}. Janji itu disampaikan kepada Kementerian Komunikasi dan Digital dalam pertemuan di kantor kementerian.</p>
<p>Kementerian menyambut rencana itu. Kantor perwakilan dipandang perlu supaya keluhan pengguna cepat ditangani oleh perusahaan.</p>
<p>Pertemuan tersebut membahas pula keamanan anak di ruang digital dan cara perusahaan menangani laporan dari masyarakat.</p></article></body></html>`,
  );
}

async function subscribe(url: string, body: object): Promise<{ id: string; token: string; secret: string }> {
  const answer = await fetch(`${url}/v1/subscriptions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(202);
  return (await answer.json()) as { id: string; token: string; secret: string };
}

const linkIn = (text: string | undefined, route: string): string =>
  new RegExp(`http\\S+/${route}\\?token=[\\w-]+`).exec(text ?? '')![0];

test('through `npm start`: asked for on the page and by the API, confirmed by e-mail, told by e-mail and webhook, ended with one click', async () => {
  let url = await start([]);
  const form = new URLSearchParams({ email: 'ani@example.org', lang: 'id' });
  const asked = await fetch(`${url}/v1/subscriptions.html`, { method: 'POST', body: form });
  expect(asked.status).toBe(202);
  const hooked = { email: 'budi@example.org', channel: 'webhook', lang: 'en' };
  const everything = ['new', 'reminder', 'due', 'overdue', 'moved', 'outcome', 'correction'];
  const made = await subscribe(url, { ...hooked, url: `${hook.origin}/hook`, groups: everything });
  const inside = await fetch(`${url}/v1/subscriptions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...hooked, url: 'http://10.0.0.8/hook' }),
  });
  expect(inside.status).toBe(400);
  await mail.mails.nth(2);
  for (const question of mail.mails.all) {
    const confirm = linkIn(question.text, 'subscribe/confirm');
    // Looking at the link starts nothing: programs look at links before people do.
    expect(await (await fetch(confirm)).text()).toContain('<form method="post"');
    expect((await fetch(confirm, { method: 'POST' })).status).toBe(200);
  }
  await stop();

  await placeLapsed();
  publishArticle();
  url = await start([{ id: 'kabar', outlet: 'kabar', url: 'http://kabar.test/rss' }]);

  // Ani asked for what anybody is told who names nothing: the lapse, and not that something new was said.
  const told = await mail.mails.nth(3);
  expect(told.subject).toMatch(/^Telegram: tenggat .+ baru saja lewat$/);
  expect([told.to].flat()[0]?.text).toBe('ani@example.org');

  const changes: { kind: string; id: string; commitment: { obligor: string; due: string } }[] = [];
  const messages = new Set<string>();
  for (let n = 1; changes.length < 3; n++) {
    const { headers, body } = await hook.got.nth(n);
    const read = new Webhook(made.secret).verify(body, headers as Record<string, string>) as {
      data: { changes: typeof changes };
    };
    changes.push(...read.data.changes);
    messages.add(String(headers['webhook-id']));
  }
  expect(changes.map(({ kind, commitment }) => `${commitment.obligor} ${kind}`).toSorted()).toEqual([
    'Telegram due',
    'Telegram stated',
    'TikTok stated',
  ]);

  // While a secret is replaced both sign, and a message sent again has the id that it had.
  const own = `${url}/v1/subscriptions/${made.id}`;
  const bearer = { authorization: `Bearer ${made.token}` };
  const rotated = await fetch(`${own}/rotate`, { method: 'POST', headers: bearer });
  const { secret } = SecretReplaced.parse(await rotated.json());
  const before = hook.got.all.length;
  const again = await fetch(`${own}/messages/${[...messages][0]}/replay`, { method: 'POST', headers: bearer });
  expect(again.status).toBe(202);
  expect(ReplayQueued.parse(await again.json()).message).toBe([...messages][0]);
  const { headers, body } = await hook.got.nth(before + 1);
  expect(headers['webhook-id']).toBe([...messages][0]);
  expect(secret).not.toBe(made.secret);
  for (const one of [secret, made.secret]) new Webhook(one).verify(body, headers as Record<string, string>);

  const header = told.headerLines.find(({ key }) => key === 'list-unsubscribe')!.line;
  const end = /<(http\S+)>/.exec(header)![1]!.replace(/^http:\/\/[^/]+/, url);
  const oneClick = await fetch(end, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) });
  expect(oneClick.status).toBe(200);
  const ended = await fetch(own, { method: 'DELETE', headers: bearer });
  expect(SubscriptionEnded.parse(await ended.json()).id).toBe(made.id);
  expect(mail.mails.all).toHaveLength(3);

  // One id leads through the logs of all handlers, from the feed to the message; and no address stands in them.
  const id = articleId(keyOf('http://kabar.test/berita/tiktok-kantor'));
  const lines = logs.split('\n').filter((line) => line.startsWith('{'));
  const said = lines
    .filter((line) => line.includes(id))
    .map((line) => JSON.parse(line) as { service: string; message: string; function_request_id: string });
  expect([...new Set(said.map(({ service, message }) => `${service}: ${message}`))]).toEqual([
    'poll: entries found',
    'ingest: entry worked on',
    'sweep: change to be told',
    'deliver: change put into boxes',
    'deliver: message tried',
  ]);
  for (const { function_request_id } of said) expect(function_request_id).toMatch(/^[\w-]{36}$/);
  expect(lines.join('\n')).not.toMatch(/@example\.org|\/hook/);
}, 120_000);
