/**
 * Every measurement, one after another, and the ratios of all of them in one table at the end: `npm run bench` (some
 * minutes on two idle cores), `npm run bench -- --full` for the largest sizes (an hour and more). Each part is a script
 * of its own and can be run by itself; ratios are taken side by side, because a machine's milliseconds say little. A
 * part that fails or does not end is told of, and the others go on.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { asLine, RATIOS_FILE, type Ratio } from './measure.ts';

/** Title, script, its arguments, and those of a full run where they differ. */
const PARTS: [title: string, script: string, args?: string[], full?: string[]][] = [
  ['Temporal expressions and deadlines', 'time.ts'],
  ['All of extract', 'extract.ts'],
  ['Reading pages', 'read.ts'],
  ['Reading feeds', 'feeds.ts'],
  ['Polling feeds with nothing new', 'crawl.ts', ['300'], ['1000']],
  ['The store beside the bare SDK', 'store.ts'],
  ['Growth of the ledger', 'ledger.ts', ['1000', '10000', '100000'], ['1000', '10000', '100000', '1000000']],
  ['Pages and throughput of the API', 'api.ts', ['5000'], ['100000']],
  ['Memory over a long backfill', 'backfill.ts', ['100000', 'instant'], ['1000000', 'instant']],
  ['Bundles and cold imports', 'bundles.ts'],
];

/** A part that takes longer hangs, or the machine has other work: on two idle cores the longest takes three minutes. */
const MOST_MINUTES = { everyday: 20, full: 240 };

const isFull = process.argv.includes('--full');
const dir = mkdtempSync(path.join(tmpdir(), 'tagih-bench-'));
const file = path.join(dir, 'ratios.jsonl');
const load = (): string => loadavg()[0]!.toFixed(1);
const began = performance.now();
console.log(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, load ${load()} at the start`,
);
const failed: string[] = [];
for (const [title, script, args = [], full = args] of PARTS) {
  const given = isFull ? full : args;
  const started = performance.now();
  console.log(`\n## ${title}  (node bench/${[script, ...given].join(' ')})`);
  const { status, signal } = spawnSync(process.execPath, [path.join(import.meta.dirname, script), ...given], {
    stdio: 'inherit',
    env: { ...process.env, [RATIOS_FILE]: file },
    timeout: (isFull ? MOST_MINUTES.full : MOST_MINUTES.everyday) * 60_000,
    killSignal: 'SIGKILL',
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`(${seconds} s)`);
  if (status === 0) continue;
  failed.push(`bench/${script} broke off after ${seconds} s (${signal ?? `exit status ${status}`})`);
  console.log(failed.at(-1));
}
const ratios = (existsSync(file) ? readFileSync(file, 'utf8') : '')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as Ratio);
console.log('\n## Ratios: cost of ours by theirs, taken in turns; median and quartiles of the rounds\n');
for (const ratio of ratios) console.log(asLine(ratio));
console.log(`\n${((performance.now() - began) / 60_000).toFixed(1)} minutes in all, load ${load()} at the end`);
for (const line of failed) console.log(line);
rmSync(dir, { recursive: true });
process.exitCode = failed.length > 0 ? 1 : 0;
