import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import path from 'node:path';
import type { MailServer, SesRequest } from './mail.ts';
import type { WorkQueue } from './work-queue.ts';

/** What the bundles call on AWS besides the table, answered on this machine. */
export interface LocalServices {
  endpoint: string;
  queueUrl(name: string): string;
  stop(): Promise<void>;
}

export interface LocalServicesOptions {
  queues: () => WorkQueue[];
  /** Folder that stands for S3: one file an object. */
  objectsDir: string;
  /** What stands for SES; without it e-mails are refused. */
  mail?: MailServer;
  /** What is published to a topic. */
  onPublish(message: { subject: string; message: string }): void;
}

/**
 * One server that speaks as much of SQS (JSON), SNS (query) and S3 (REST) as the handlers use: SendMessage,
 * SendMessageBatch, Publish, PutObject, GetObject, HeadObject, and of SES (REST) SendEmail; and what an operator asks of
 * dead-letter queues. Each queue has one of its own, under its name and `-dead`. Everything else is refused by name.
 */
export async function startServices(options: LocalServicesOptions): Promise<LocalServices> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the local services did not get a port');
  const endpoint = `http://127.0.0.1:${address.port}`;
  return {
    endpoint,
    queueUrl: (name) => `${endpoint}/000000000000/${name}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: LocalServicesOptions) {
  const target = String(request.headers['x-amz-target'] ?? '');
  if (target.startsWith('AmazonSQS.')) return sqs(target.slice(10), request, response, options);
  if (request.method === 'POST' && request.url === '/v2/email/outbound-emails') return ses(request, response, options);
  if (request.method === 'POST' && String(request.headers['content-type']).includes('x-www-form-urlencoded')) {
    return sns(request, response, options);
  }
  return s3(request, response, options.objectsDir);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

interface SqsEntry {
  Id: string;
  MessageBody: string;
  DelaySeconds?: number;
}

interface SqsInput extends SqsEntry {
  QueueUrl?: string;
  SourceArn?: string;
  QueueNamePrefix?: string;
  Entries?: SqsEntry[];
}

const DEAD = '-dead';

/** What is asked of queues as such; null for anything else. */
function ofQueues(action: string, input: SqsInput, host: string, queues: readonly WorkQueue[]): object | null {
  const urlOf = (name: string) => `http://${host}/000000000000/${name}`;
  const asked = String(input.QueueUrl ?? input.SourceArn)
    .split(/[/:]/)
    .at(-1)!;
  const ofDead = queues.find(({ name }) => asked === name + DEAD);
  switch (action) {
    case 'ListQueues': {
      const names = queues.flatMap(({ name }) => [name, name + DEAD]);
      return { QueueUrls: names.filter((name) => name.startsWith(input.QueueNamePrefix ?? '')).map(urlOf) };
    }
    case 'ListDeadLetterSourceQueues':
      return { queueUrls: ofDead ? [urlOf(ofDead.name)] : [] };
    case 'GetQueueAttributes': {
      const messages = ofDead ? ofDead.deadLetters.length : queues.find(({ name }) => name === asked)?.depth;
      if (messages === undefined) return null;
      const QueueArn = `arn:aws:sqs:local:000000000000:${asked}`;
      return { Attributes: { QueueArn, ApproximateNumberOfMessages: String(messages) } };
    }
    case 'StartMessageMoveTask':
      if (!ofDead) return null;
      ofDead.redrive();
      return { TaskHandle: `local-${asked}` };
    default:
      return null;
  }
}

async function sqs(action: string, request: IncomingMessage, response: ServerResponse, options: LocalServicesOptions) {
  const input = JSON.parse((await bodyOf(request)).toString()) as SqsInput;
  const name = String(input.QueueUrl).split('/').at(-1);
  const queue = options.queues().find((q) => q.name === name);
  const json = (status: number, value: object) =>
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(value));
  const known = ofQueues(action, input, String(request.headers.host), options.queues());
  if (known) return json(200, known);
  if (!queue) return json(400, { __type: 'com.amazonaws.sqs#QueueDoesNotExist', message: `no queue ${name}` });
  const send = (entry: SqsEntry) => ({
    MessageId: queue.send(entry.MessageBody, entry.DelaySeconds),
    // The SDK compares this digest with its own.
    MD5OfMessageBody: createHash('md5').update(entry.MessageBody).digest('hex'),
  });
  if (action === 'SendMessage') return json(200, send(input));
  if (action === 'SendMessageBatch') {
    return json(200, { Successful: (input.Entries ?? []).map((e) => ({ Id: e.Id, ...send(e) })), Failed: [] });
  }
  return json(400, { __type: 'com.amazonaws.sqs#UnsupportedOperation', message: `${action} is not offered locally` });
}

async function sns(request: IncomingMessage, response: ServerResponse, options: LocalServicesOptions) {
  const form = new URLSearchParams((await bodyOf(request)).toString());
  const action = form.get('Action');
  response.setHeader('content-type', 'text/xml');
  if (action !== 'Publish') {
    response
      .writeHead(400)
      .end(`<ErrorResponse><Error><Code>Unsupported</Code><Message>${action}</Message></Error></ErrorResponse>`);
    return;
  }
  options.onPublish({ subject: form.get('Subject') ?? '', message: form.get('Message') ?? '' });
  response.end(
    '<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>local</MessageId></PublishResult></PublishResponse>',
  );
}

async function ses(request: IncomingMessage, response: ServerResponse, { mail }: LocalServicesOptions) {
  const input = JSON.parse((await bodyOf(request)).toString()) as SesRequest;
  response.setHeader('content-type', 'application/json');
  if (!mail) {
    response.writeHead(400, { 'x-amzn-errortype': 'MessageRejected' }).end('{"message":"no mail server is set up"}');
    return;
  }
  response.end(JSON.stringify({ MessageId: await mail(input) }));
}

async function s3(request: IncomingMessage, response: ServerResponse, dir: string) {
  const key = decodeURIComponent(new URL(request.url ?? '/', 'http://local').pathname);
  const file = path.join(dir, key);
  if (!file.startsWith(dir + path.sep)) {
    response.writeHead(400).end();
    return;
  }
  if (request.method === 'PUT') {
    const bytes = unchunked(request, await bodyOf(request));
    await mkdir(path.dirname(file), { recursive: true });
    // Written beside and renamed, so that a killed run leaves no half object under a good name.
    const partial = `${file}.${process.pid}.part`;
    try {
      await writeFile(partial, bytes);
      await rename(partial, file);
    } catch (error) {
      // A disk that is full must not be kept full by what did not fit.
      await rm(partial, { force: true });
      throw error;
    }
    response.writeHead(200, { etag: `"${createHash('md5').update(bytes).digest('hex')}"` }).end();
    return;
  }
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) {
    response
      .writeHead(404, { 'content-type': 'application/xml' })
      .end(
        request.method === 'HEAD' ? undefined : '<Error><Code>NoSuchKey</Code><Message>no such key</Message></Error>',
      );
    return;
  }
  response.writeHead(200, { 'content-length': bytes.length, 'content-type': 'application/octet-stream' });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

/** The body without the SDK's `aws-chunked` framing, where it used it to append a checksum. */
function unchunked(request: IncomingMessage, body: Buffer): Buffer {
  if (!String(request.headers['content-encoding'] ?? '').includes('aws-chunked')) return body;
  const parts: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', at);
    if (lineEnd < 0) break;
    const size = Number.parseInt(body.toString('latin1', at, lineEnd), 16);
    if (!Number.isFinite(size) || size === 0) break;
    parts.push(body.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
