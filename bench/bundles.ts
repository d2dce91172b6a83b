/**
 * Size of each handler's bundle and how long a fresh process takes to load it: what a cold start loads, and all of it,
 * with what its first events bring in. No compile cache: a new sandbox has none. `node bench/bundles.ts`.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { HandlerName } from '../lambda/bundles.ts';
import { bundleAll, bundleDir } from '../lambda/local/bundle.ts';

const RUNS = 21;
const kib = (bytes: number): string => `${(bytes / 1024).toFixed(0).padStart(5)} KiB`;
const ms = (time: number): string => `${time.toFixed(0).padStart(4)} ms`;
/** What the handlers ask of their environment on loading; nothing is called. */
const ENVIRONMENT = { TAGIH_TABLE: 'x', TAGIH_SNAPSHOTS: 'x', AWS_REGION: 'x', POWERTOOLS_LOG_LEVEL: 'SILENT' };

/** Milliseconds that a fresh process takes to import some files, one after the other. */
function importing(files: readonly string[]): number {
  const script = `const t = performance.now();
    for (const file of ${JSON.stringify(files)}) await import(file);
    console.log(performance.now() - t)`;
  const env = { ...process.env, ...ENVIRONMENT };
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', script], { env }));
}

const bundles = Object.entries(await bundleAll()).map(([name, size]) => {
  const dir = bundleDir(name as HandlerName);
  return {
    name,
    ...size,
    index: path.join(dir, 'index.mjs'),
    files: readdirSync(dir).map((file) => path.join(dir, file)),
    times: { start: [] as number[], whole: [] as number[] },
  };
});
// Each in its turn, so that what else the machine does is shared by all.
for (let run = 0; run < RUNS; run++) {
  for (const { index, files, times } of bundles) {
    times.start.push(importing([index]));
    times.whole.push(importing([index, ...files]));
  }
}
const sorted = (times: number[]): number[] => times.sort((a, b) => a - b);
for (const { name, start, whole, times } of bundles) {
  const [first, all] = [sorted(times.start), sorted(times.whole)];
  console.log(
    `${name.padEnd(8)} start ${kib(start)}, import ${ms(first[RUNS >> 1]!)} (best ${ms(first[0]!)})   all ${kib(whole)}, import ${ms(all[RUNS >> 1]!)}`,
  );
}
