import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { deserialize } from 'node:v8';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { HTTP_FUNCTIONS } from '../../lambda/api/functions.ts';
import type { HandlerName } from '../../lambda/bundles.ts';
import { bundleDir } from '../../lambda/local/bundle.ts';

const fileOf = (name: HandlerName) => path.join(bundleDir(name), 'index.mjs');

test.each<[HandlerName, kib: number]>([
  ['poll', 500],
  ['ingest', 1088],
  ['sweep', 500],
  ['deliver', 500],
  ['api', 500],
  ['page', 500],
  ['feed', 500],
  ['account', 500],
  ['probe', 50],
])('the bundle of %s is under %i KiB, with all that it may load', (name, kib) => {
  const bytes = readdirSync(bundleDir(name)).reduce(
    (sum, file) => sum + statSync(path.join(bundleDir(name), file)).size,
    0,
  );
  expect(bytes / 1024).toBeLessThan(kib);
});

test('loading a bundle loads nothing of undici, which Node brings along where its http is imported as a module', () => {
  for (const name of ['poll', 'sweep', 'deliver', ...HTTP_FUNCTIONS] as const) {
    const script = `await import(${JSON.stringify(pathToFileURL(fileOf(name)).href)});
      console.log(process.moduleLoadList.filter((one) => one.includes('undici')).length)`;
    const env = { ...process.env, TAGIH_TABLE: 'x', AWS_REGION: 'x', POWERTOOLS_LOG_LEVEL: 'SILENT' };
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env }).toString().trim()).toBe('0');
  }
});

test('a start loads none of Node that no first event needs', () => {
  const script = (name: HandlerName) => `await import(${JSON.stringify(pathToFileURL(fileOf(name)).href)});
    console.log(process.moduleLoadList.filter((one) => /NativeModule (zlib|fs.promises|worker_threads|readline|dns)$/.test(one)).join())`;
  for (const name of ['poll', 'ingest', 'sweep', 'deliver', ...HTTP_FUNCTIONS] as const) {
    const env = { ...process.env, TAGIH_TABLE: 'x', AWS_REGION: 'x', POWERTOOLS_LOG_LEVEL: 'SILENT' };
    const loaded = execFileSync(process.execPath, ['--input-type=module', '-e', script(name)], { env });
    expect(loaded.toString().trim(), name).toBe('');
  }
});

test('long lists lie packed beside the bundle as their modules have them', async () => {
  const lists = {
    sites: await import('../../lambda/read/sites.data.ts'),
    trim: await import('../../lambda/read/trim.data.ts'),
    boilerplate: await import('../../lambda/read/boilerplate.data.ts'),
    parts: await import('../../lambda/read/parts.data.ts'),
    cues: await import('../../lambda/ledger/outcomes/cues.data.ts'),
    denials: await import('../../lambda/ledger/outcomes/denials.data.ts'),
    'short-names': await import('../../lambda/ledger/model/short-names.data.ts'),
  };
  for (const [name, list] of Object.entries(lists)) {
    const [file = '', ...more] = readdirSync(bundleDir('ingest')).filter((one) => one.replace(/-\w{8}$/, '') === name);
    expect(more).toEqual([]);
    const packed = readFileSync(path.join(bundleDir('ingest'), file));
    expect(deserialize(brotliDecompressSync(packed)), name).toEqual({ ...list });
  }
});

test('the feast days that deadlines are counted from keep their names in the bundle', () => {
  const files = readdirSync(bundleDir('ingest')).map((name) => path.join(bundleDir('ingest'), name));
  expect(files.some((file) => readFileSync(file, 'utf8').includes('Maulid Nabi Muhammad'))).toBe(true);
});
