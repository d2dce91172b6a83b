import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { expect, onTestFinished, test } from 'vitest';
import { bundling } from '../../lambda/local/bundle.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What a bundle of `crawl/objects.ts` says to a store of objects that answers so, and what it makes of the answers. */
async function askedBy(script: string, answer: (request: string, response: ServerResponse) => void) {
  const dir = await mkdtemp(path.join(tmpdir(), 'tagih-lighter-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  const entryPoints = { objects: path.join(root, 'lambda/crawl/objects.ts') };
  await build({ ...bundling('ingest'), entryPoints, outdir: dir });
  const asked: { request: string; headers: IncomingMessage['headers']; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const line = `${request.method} ${request.url}`;
    asked.push({ request: line, headers: request.headers, body: (await buffer(request)).toString() });
    answer(line, response);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const code = `const { putObject, getObject } = await import(${JSON.stringify(pathToFileURL(path.join(dir, 'objects.mjs')).href)});
    console.log(JSON.stringify([${script}]));`;
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_REGION: 'ap-southeast-3',
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
  };
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], { env });
  return { asked, made: JSON.parse(stdout)[0] as unknown };
}

const wrong = (response: ServerResponse, status: number, code: string): void => {
  response.writeHead(status, { 'content-type': 'application/xml' });
  response.end(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>So it is</Message></Error>`);
};

test('an object is put as bytes and signed for one region, again where the store is busy', async () => {
  let busy = true;
  const { asked } = await askedBy("await putObject('bucket', 'a b/c.gz', Buffer.from('bytes'))", (_, response) => {
    if (busy) wrong(response, 503, 'SlowDown');
    else response.end();
    busy = false;
  });
  expect(asked.map(({ request, body }) => [request, body])).toEqual(
    Array(2).fill(['PUT /bucket/a%20b/c.gz?x-id=PutObject', 'bytes']),
  );
  const { headers } = asked[1]!;
  expect(headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/ap-southeast-3\/s3\/aws4_request, SignedHeaders=\S+, Signature=[\da-f]{64}$/,
  );
  expect(headers['x-amz-security-token']).toBe('token');
  expect(headers['content-type']).toBe('application/gzip');
  expect(Object.keys(headers).filter((name) => /checksum|trailer|s3session/.test(name))).toEqual([]);
});

test('an object is got as bytes, whatever checksum comes with it; one that is not there is NoSuchKey', async () => {
  const { asked, made } = await askedBy(
    `[Buffer.from(await getObject('bucket', 'a')).toString(), await getObject('bucket', 'b').catch(({ name, message }) => [name, message])]`,
    (request, response) => {
      if (request.includes('/b?')) return wrong(response, 404, 'NoSuchKey');
      response.setHeader('x-amz-checksum-crc64nvme', 'AAAAAAAAAAA=');
      response.end('bytes');
    },
  );
  expect(asked.map(({ request }) => request)).toEqual(['GET /bucket/a?x-id=GetObject', 'GET /bucket/b?x-id=GetObject']);
  expect(made).toEqual(['bytes', ['NoSuchKey', 'So it is']]);
});
