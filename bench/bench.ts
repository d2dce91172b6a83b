/**
 * Every measurement, one after another: `npm run bench`. Each is a script of its own and can be run by itself; ratios
 * are taken side by side in one run, because a machine's milliseconds say little.
 */
import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import path from 'node:path';

const PARTS: [title: string, script: string, ...args: string[]][] = [
  ['Temporal expressions and deadlines', 'time.ts'],
  ['All of extract', 'extract.ts'],
  ['Reading pages', 'read.ts'],
  ['Polling 1,000 feeds with nothing new', 'crawl.ts', '1000'],
  ['Requests and read units of the ledger', 'ledger.ts', process.argv.includes('--full') ? '1000000' : '20000'],
  ['Pages and throughput of the API', 'api.ts', process.argv.includes('--full') ? '100000' : '20000'],
  ['Bundles and cold imports', 'bundles.ts'],
];

console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB`,
);
let failed = 0;
for (const [title, script, ...args] of PARTS) {
  console.log(`\n## ${title}  (node bench/${[script, ...args].join(' ')})`);
  const { status } = spawnSync(process.execPath, [path.join(import.meta.dirname, script), ...args], {
    stdio: 'inherit',
  });
  if (status !== 0) failed++;
}
process.exitCode = failed > 0 ? 1 : 0;
