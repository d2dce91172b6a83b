import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import type { HandlerName } from '../../lambda/bundles.ts';
import { bundleDir } from '../../lambda/local/bundle.ts';

const fileOf = (name: HandlerName) => path.join(bundleDir(name), 'index.mjs');

test.each<[HandlerName, kib: number]>([
  ['poll', 500],
  ['ingest', 1024],
  ['sweep', 500],
  ['deliver', 500],
  ['probe', 50],
])('the bundle of %s is under %i KiB', (name, kib) => {
  expect(statSync(fileOf(name)).size / 1024).toBeLessThan(kib);
});

test('loading a bundle loads nothing of undici, which Node brings along where its http is imported as a module', () => {
  for (const name of ['poll', 'sweep', 'deliver'] as const) {
    const script = `await import(${JSON.stringify(pathToFileURL(fileOf(name)).href)});
      console.log(process.moduleLoadList.filter((one) => one.includes('undici')).length)`;
    const env = { ...process.env, TAGIH_TABLE: 'x', AWS_REGION: 'x', POWERTOOLS_LOG_LEVEL: 'SILENT' };
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env }).toString().trim()).toBe('0');
  }
});

test('the feast days that deadlines are counted from keep their names in the bundle', () => {
  expect(readFileSync(fileOf('ingest'), 'utf8')).toContain('Maulid Nabi Muhammad');
});
