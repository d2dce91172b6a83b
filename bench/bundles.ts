/** Size of each handler's bundle (what a cold start loads, and all of it) and how long a fresh process takes to load it: `node bench/bundles.ts`. */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { HandlerName } from '../lambda/bundles.ts';
import { bundleAll, bundleDir } from '../lambda/local/bundle.ts';

const RUNS = 11;
const kib = (bytes: number): string => `${(bytes / 1024).toFixed(0).padStart(5)} KiB`;
/** What the handlers ask of their environment on loading; nothing is called. */
const ENVIRONMENT = { TAGIH_TABLE: 'x', TAGIH_SNAPSHOTS: 'x', AWS_REGION: 'x', POWERTOOLS_LOG_LEVEL: 'SILENT' };

for (const [name, { start, whole }] of Object.entries(await bundleAll())) {
  const url = pathToFileURL(path.join(bundleDir(name as HandlerName), 'index.mjs')).href;
  const script = `const t = performance.now(); await import(${JSON.stringify(url)}); console.log(performance.now() - t)`;
  const times = Array.from({ length: RUNS }, () =>
    Number(
      execFileSync(process.execPath, ['--input-type=module', '-e', script], {
        env: { ...process.env, ...ENVIRONMENT },
      }),
    ),
  ).sort((a, b) => a - b);
  console.log(
    `${name.padEnd(8)} ${kib(start)} at the start, ${kib(whole)} in all   import ${times[RUNS >> 1]!.toFixed(0).padStart(4)} ms`,
  );
}
