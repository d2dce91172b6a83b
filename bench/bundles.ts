/**
 * Size of each handler's bundle and how long a fresh process takes to load it: what a cold start loads, and all of it,
 * with what its first events bring in; in turns with a bundle of nothing but the SDK's client of the table. No compile
 * cache: a new sandbox has none. `node bench/bundles.ts`.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HandlerName } from '../lambda/bundles.ts';
import { bundleAll, bundleDir } from '../lambda/local/bundle.ts';
import { bundleScript } from './bundle-script.ts';
import { median, quantile, tellCosts } from './measure.ts';

const RUNS = 15;
const GOAL_MS = 80;
const kib = (bytes: number): string => `${(bytes / 1024).toFixed(0).padStart(5)} KiB`;
const ms = (time: number): string => `${time.toFixed(0).padStart(4)} ms`;
/** What the handlers ask of their environment on loading; nothing is called. */
const ENVIRONMENT = { TAGIH_TABLE: 'x', TAGIH_SNAPSHOTS: 'x', AWS_REGION: 'x', POWERTOOLS_LOG_LEVEL: 'SILENT' };
const CLIENT_ALONE =
  "import { DynamoDBClient } from '@aws-sdk/client-dynamodb'; export const client = new DynamoDBClient();";

/** Milliseconds that a fresh process takes to import some files, one after the other. */
function importing(files: readonly string[]): number {
  const script = `const t = performance.now();
    for (const file of ${JSON.stringify(files)}) await import(file);
    console.log(performance.now() - t)`;
  const env = { ...process.env, ...ENVIRONMENT };
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env }));
}

const temporary = await mkdtemp(path.join(tmpdir(), 'tagih-bench-'));
try {
  const bare = path.join(temporary, 'bare.mjs');
  await bundleScript({ stdin: { contents: CLIENT_ALONE, resolveDir: import.meta.dirname } }, bare);
  const bareTimes: number[] = [];
  const bundles = Object.entries(await bundleAll()).map(([name, size]) => {
    const dir = bundleDir(name as HandlerName);
    return {
      name,
      ...size,
      index: path.join(dir, 'index.mjs'),
      files: readdirSync(dir, { encoding: 'utf8' })
        .filter((file) => file.endsWith('.mjs'))
        .map((file) => path.join(dir, file)),
      times: { start: [] as number[], whole: [] as number[] },
    };
  });
  // Each in its turn, so that what else the machine does is shared by all.
  for (let run = 0; run < RUNS; run++) {
    bareTimes.push(importing([bare]));
    for (const { index, files, times } of bundles) {
      times.start.push(importing([index]));
      times.whole.push(importing([index, ...files]));
    }
  }
  for (const { name, start, whole, times } of bundles) {
    console.log(
      `${name.padEnd(8)} start ${kib(start)}, import ${ms(median(times.start))} (best ${ms(quantile(times.start, 0))})   all ${kib(whole)}, import ${ms(median(times.whole))}`,
    );
  }
  console.log(`${'the SDK’s DynamoDBClient alone'.padEnd(36)} ${ms(median(bareTimes))}`);
  for (const { name, start, times } of bundles) {
    const note = `${median(times.start).toFixed(0)} ms (goal ${GOAL_MS}), ${kib(start).trim()}`;
    tellCosts(
      { what: `cold import: ${name}`, against: 'the SDK’s DynamoDBClient alone', note },
      times.start,
      bareTimes,
    );
  }
} finally {
  await rm(temporary, { recursive: true });
}
