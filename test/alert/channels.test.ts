import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PublishCommand } from '@aws-sdk/client-sns';
import { type ParsedMail, simpleParser } from 'mailparser';
import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, test } from 'vitest';
import { chatText, sendSlack, sendTelegram } from '../../lambda/alert/channels/chat.ts';
import { mailOf, sendMail } from '../../lambda/alert/channels/mail.ts';
import { newSecret } from '../../lambda/alert/channels/secret.ts';
import { sesPost } from '../../lambda/alert/channels/ses.ts';
import { attributesOf, publishTo } from '../../lambda/alert/channels/topic.ts';
import { sendWebhook } from '../../lambda/alert/channels/webhook.ts';
import { htmlOf } from '../../lambda/alert/message/html.ts';
import type { Message } from '../../lambda/alert/message/message.ts';
import { subjectOf } from '../../lambda/alert/message/message.ts';
import { textOf } from '../../lambda/alert/message/text.ts';
import { localMail } from '../../lambda/local/mail.ts';
import { mailServer, webhookReceiver } from '../local/receivers.ts';
import { change, message } from './messages.ts';

const now = new Date();
let closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers) await close();
  closers = [];
});

/** A receiver on a real socket that answers with these statuses in turn, the last one for ever. */
async function receiver(...statuses: number[]) {
  const { origin, got, stop } = await webhookReceiver(...statuses);
  closers.push(stop);
  return { url: `${origin}/hook`, got: got.all, trusted: [{ origin, at: null }] };
}

describe('a webhook', () => {
  test('verifies with the secret, and while it is replaced with the old one and the new one', async () => {
    const [old, fresh] = [newSecret(), newSecret()];
    const { url, got, trusted } = await receiver(204);
    expect(await sendWebhook({ url, secrets: [fresh, old] }, message(), { trusted, now })).toEqual({
      outcome: 'accepted',
    });
    const { headers, body } = got[0]!;
    for (const secret of [old, fresh]) {
      const read = new Webhook(secret).verify(body, headers as Record<string, string>) as {
        data: { changes: { id: string }[] };
      };
      expect(read.data.changes.map((c) => c.id)).toEqual(['chg_1']);
    }
    expect(() => new Webhook(newSecret()).verify(body, headers as Record<string, string>)).toThrow();
    expect(() => new Webhook(old).verify(body.replace('chg_1', 'chg_2'), headers as Record<string, string>)).toThrow();
  });

  test('keeps its id and its body from try to try', async () => {
    const { url, got, trusted } = await receiver(500, 204);
    const channel = { url, secrets: [newSecret()] };
    const first = await sendWebhook(channel, message(), { trusted, now });
    expect(first).toEqual({ outcome: 'failed', cause: 'the receiver answered 500' });
    await sendWebhook(channel, message(), { trusted, now: new Date(now.getTime() + 60_000) });
    expect(new Set(got.map((g) => `${g.headers['webhook-id']} ${g.body}`)).size).toBe(1);
    expect(new Set(got.map((g) => g.headers['webhook-timestamp'])).size).toBe(2);
  });

  test('is put off for as long as the receiver asks', async () => {
    const { url, trusted } = await receiver(503);
    const result = await sendWebhook({ url, secrets: [newSecret()] }, message(), { trusted, now });
    expect(result).toMatchObject({ outcome: 'failed', after: new Date(now.getTime() + 120_000) });
  });

  test('ends at 410, and follows no redirect', async () => {
    const gone = await receiver(410);
    expect(
      await sendWebhook({ url: gone.url, secrets: [newSecret()] }, message(), { trusted: gone.trusted, now }),
    ).toMatchObject({ outcome: 'gone' });
    const moved = await receiver(302);
    expect(
      await sendWebhook({ url: moved.url, secrets: [newSecret()] }, message(), { trusted: moved.trusted, now }),
    ).toMatchObject({ outcome: 'failed' });
  });

  test.each([
    'http://127.0.0.1:8080/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]:8080/',
    'http://10.0.0.8/',
    'ftp://example.org/',
    'http://user:pass@example.org/',
  ])('is not sent to %s', async (url) => {
    const result = await sendWebhook({ url, secrets: [newSecret()] }, message(), { trusted: [], now });
    expect(result.outcome).toBe('gone');
  });

  test('is not sent to a public name that leads to a private address', async () => {
    const { got, url } = await receiver(204);
    const named = url.replace('127.0.0.1', 'hooks.example.org');
    const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
    const result = await sendWebhook({ url: named, secrets: [newSecret()] }, message(), { trusted: [], resolve, now });
    expect(result).toMatchObject({ outcome: 'failed', cause: expect.stringContaining('not on the public Internet') });
    expect(got).toEqual([]);
  });

  test('that answers nothing is given up', async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(
      () => server.closeAllConnections(),
      () => server.close(),
    );
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const result = await sendSlack({ url }, message(), { trusted: [{ origin: url, at: null }], now, timeoutMs: 50 });
    expect(result).toEqual({ outcome: 'failed', cause: 'no answer within 50 ms' });
  });
});

describe('an e-mail', () => {
  /** Sends through a real SMTP server on this machine, as the local run does. */
  async function through(mail: Message): Promise<ParsedMail> {
    const { url, mails, stop } = await mailServer();
    closers.push(stop);
    const take = localMail({ outboxDir: '', smtpUrl: url });
    const ses = {
      send: async ({ input }: { input: Parameters<typeof take>[0] }) => ({ MessageId: await take(input) }),
    };
    await sesPost('Tagih <tagih@example.org>', ses as never)(mailOf(mail, 'ani@example.org'));
    return mails.nth(1);
  }

  test('arrives with plain text and HTML, a quote, a source, and one-click unsubscribing', async () => {
    const mail = await through(message());
    expect(mail.subject).toBe('Telegram: lewat tenggat 1 Maret 2025, belum ada bukti dipenuhi');
    for (const form of [mail.text ?? '', String(mail.html)]) {
      expect(form).toContain('Telegram wajib mendaftar paling lambat 1 Maret 2025');
      expect(form).toContain('https://harian.example/a');
      expect(form).toContain('https://tagih.example/commitments/c1');
      expect(form).toContain('https://tagih.example/unsubscribe?token=t');
      expect(form).toContain('Tidak ditemukan bukti dipenuhi di 3 sumber');
    }
    const headers = mail.headerLines.map((h) => h.line).join('\n');
    expect(headers).toContain('List-Unsubscribe: <https://tagih.example/unsubscribe?token=t>');
    expect(headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  });

  test('without a mail server becomes a file, whole or not at all', async () => {
    const outboxDir = await mkdtemp(path.join(tmpdir(), 'tagih-'));
    closers.push(() => rm(outboxDir, { recursive: true }));
    const { to, subject, text } = mailOf(message(), 'ani@example.org');
    const Simple = { Subject: { Data: subject }, Body: { Text: { Data: text } } };
    await localMail({ outboxDir })({ Destination: { ToAddresses: [to] }, Content: { Simple } });
    const [file, ...others] = await readdir(outboxDir);
    expect(others).toEqual([]);
    expect((await simpleParser(await readFile(path.join(outboxDir, file!)))).subject).toBe(subject);
  });

  test('that is refused is tried again: the fault may be the sender’s', async () => {
    const refuse = () => Promise.reject(Object.assign(new Error('ani@example.org'), { name: 'MessageRejected' }));
    expect(await sendMail('ani@example.org', message(), refuse)).toEqual({
      outcome: 'failed',
      cause: 'MessageRejected',
    });
  });

  test('says in English what it says in Indonesian', async () => {
    const mail = await through(message({ lang: 'en' }));
    expect(mail.subject).toBe('Telegram: deadline of 1 March 2025 passed, no evidence of fulfilment found');
    expect(mail.text).toContain('No evidence of fulfilment was found in 3 sources read without a gap');
  });

  test('a name with line breaks and markup in it changes neither headers nor page', async () => {
    const evil = message({
      changes: [change({ obligor: 'X\r\nBcc: all@example.org', action: '<script>alert(1)</script>' })],
    });
    const mail = await through(evil);
    expect(mail.bcc).toBeUndefined();
    expect(htmlOf(evil)).not.toContain('<script>');
  });
});

describe('the words of a message', () => {
  test('a moved deadline says from when to when, and which slip it is', () => {
    const moved = message({
      changes: [change({}, { kind: 'moved', from: '2025-03-01', to: '2025-03-10', day: '2025-03-10', slip: 2 })],
    });
    expect(textOf(moved)).toContain('Tenggat bergeser dari 1 Maret 2025 ke 10 Maret 2025, geseran ke-2');
    expect(textOf({ ...moved, lang: 'en' })).toContain('Deadline moved from 1 March 2025 to 10 March 2025, 2nd slip');
  });

  test('twenty-five changes of one regulator have one subject', () => {
    const many = message({
      changes: Array.from({ length: 25 }, (_, i) => change({ obligor: `Layanan ${i}` }, { id: `chg_${i}` })),
    });
    expect(subjectOf(many)).toBe('25 perubahan: Kementerian Komunikasi dan Digital');
    expect(textOf(many).match(/Lewat tenggat/g)).toHaveLength(25);
  });

  test('a chat message is cut between changes and says how many are left', () => {
    const many = message({
      changes: Array.from({ length: 40 }, (_, i) => change({ obligor: `Layanan ${i}` }, { id: `chg_${i}` })),
    });
    const text = chatText(many);
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text).toMatch(/… dan \d+ lagi: https:\/\/tagih\.example\/$/);
  });

  test('a chat gets them as text, and nothing in it reads as markup', async () => {
    const said = message({ changes: [change({ obligor: '<!channel> & Co' })] });
    const { url, got, trusted } = await receiver(200);
    expect(await sendSlack({ url }, said, { trusted, now })).toEqual({ outcome: 'accepted' });
    expect(await sendTelegram({ url, chat: '@tagih' }, said, { trusted, now })).toEqual({ outcome: 'accepted' });
    const [slack, telegram] = got.map(({ body }) => JSON.parse(body) as Record<string, string>);
    expect(slack?.text).toContain('&lt;!channel&gt; &amp; Co (kewajiban)');
    expect(telegram).toMatchObject({ chat_id: '@tagih', text: expect.stringContaining('<!channel> & Co') });
    expect(telegram).not.toHaveProperty('parse_mode');
  });

  test('a change is published with its attributes, once for each', async () => {
    const sent: PublishCommand[] = [];
    const client = { send: async (command: PublishCommand) => void sent.push(command) };
    await publishTo('arn:aws:sns:local:0:changes', 'https://tagih.example', client as never)(change());
    expect(sent).toHaveLength(1);
    expect(sent[0]!.input.MessageAttributes).toEqual(attributesOf(change()));
    expect(JSON.parse(sent[0]!.input.Message!)).toMatchObject({
      id: 'chg_1',
      summary: 'deadline of 1 March 2025 passed, no evidence of fulfilment found',
      commitment: { url: 'https://tagih.example/commitments/c1?lang=en' },
    });
  });

  test('a published change can be filtered by what it is about', () => {
    expect(attributesOf(change())).toMatchObject({
      kind: { StringValue: 'overdue' },
      status: { StringValue: 'overdue' },
      regulator: { DataType: 'String.Array', StringValue: '["komdigi"]' },
    });
  });
});
