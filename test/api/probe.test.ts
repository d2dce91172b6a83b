import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ENV } from '../../lambda/env.ts';
import { bundleDir } from '../../lambda/local/bundle.ts';

let server: Server;
let url: string;
let answers: Record<string, [status: number, body: string]>;
let probe: (event: unknown, context: Context) => Promise<void>;
const GOOD: typeof answers = {
  '/v1/commitments?limit=1': [200, '{"items":[],"next":null}'],
  '/v1/stats': [200, '{"commitments":0}'],
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const [status, body] = answers[request.url ?? ''] ?? [404, '{}'];
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
  process.env.POWERTOOLS_METRICS_DISABLED = 'true';
  process.env[ENV.publicUrl] = url;
  ({ handler: probe } = await import(pathToFileURL(path.join(bundleDir('probe'), 'index.mjs')).href));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const run = () => probe({}, { awsRequestId: 'probe', functionName: 'probe' } as Context);

test('an API that gives the list and the counts passes', async () => {
  answers = GOOD;
  await expect(run()).resolves.toBeUndefined();
});

test.each<[string, typeof answers, RegExp]>([
  ['a fault', { ...GOOD, '/v1/stats': [500, '{}'] }, /\/v1\/stats answers 500/],
  ['a page in place of JSON', { ...GOOD, '/v1/stats': [200, '<html>'] }, /\/v1\/stats does not answer/],
  ['an answer without a list', { ...GOOD, '/v1/commitments?limit=1': [200, '{}'] }, /something else than it must/],
])('%s fails the probe and is named', async (_, given, message) => {
  answers = given;
  await expect(run()).rejects.toThrow(message);
});

test('an address where nobody listens fails the probe', async () => {
  process.env[ENV.publicUrl] = 'http://127.0.0.1:9';
  await expect(run()).rejects.toThrow(/does not answer/);
  process.env[ENV.publicUrl] = url;
});
