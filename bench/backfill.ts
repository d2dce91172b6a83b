/**
 * Brings a made archive into the ledger, kills the run on the way and starts it again: articles a second, and the
 * resident memory as the archive is worked through. With `instant` the table and the store of pages answer at once and
 * keep nothing, so that what is measured is the tracker's own process; else it is the whole product on one machine.
 *
 *   nice node bench/backfill.ts [ARTICLES] [instant] [FOLDER]     whole, a million articles need some 30 GB in FOLDER
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type BackfillProgress, backfill } from '../lambda/crawl/backfill.ts';
import { ndjsonSource } from '../lambda/crawl/backfill-sources.ts';
import { type CrawlDeps, crawlDepsFromEnv, type IngestDeps, sleep } from '../lambda/crawl/deps.ts';
import { fetchResource } from '../lambda/crawl/fetch.ts';
import { DEFAULT_GATE } from '../lambda/crawl/host-gate.ts';
import { s3Snapshots, snapshotAddress } from '../lambda/crawl/snapshots.ts';
import type { Db } from '../lambda/dynamo.ts';
import { ENV, requireEnv } from '../lambda/env.ts';
import { onData } from '../lambda/local/on-data.ts';
import { tell } from './measure.ts';

/** Share of the archive after which the run is killed. */
const KILL_AT = 0.3;
/** Lines printed over the whole run. */
const MARKS = 20;

/** One article in so many says who shall do what by when, as in a general newspaper. */
const WITH_COMMITMENT = 50;

const PLACES = ['Bandung', 'Medan', 'Makassar', 'Surabaya', 'Kupang', 'Jayapura', 'Padang', 'Pontianak', 'Ambon'];
const THINGS = ['harga beras', 'jalan lintas', 'jaringan air bersih', 'panen jagung', 'angkutan kota', 'pasar induk'];
const ENDS = ['kata pedagang di sana', 'menurut warga', 'tulis dinas setempat', 'ujar seorang petani'];
const PROMISES = [
  'Kominfo meminta Telegram membuka kantor perwakilan di Indonesia paling lambat',
  'OJK mewajibkan penyelenggara pinjaman daring menyampaikan laporan paling lambat',
  'Google menyatakan akan menurunkan iklan yang menyesatkan paling lambat',
];

/** A number that looks random and is the same in every run. */
const mixed = (n: number, salt: number) => {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  return (x ^ (x >>> 13)) >>> 0;
};
const pick = (list: readonly string[], n: number, salt: number) => list[mixed(n, salt) % list.length] ?? '';

/** An article of the archive as a line of JSON. */
function article(n: number): string {
  const published = new Date(Date.UTC(2016, 0, 1) + n * 240_000);
  const day = new Date(published.getTime() + 10 * 86_400_000);
  const sentences = Array.from({ length: 14 }, (_, i) => {
    const figure = 100 + (mixed(n, i) % 90_000);
    return `Di ${pick(PLACES, n, i)} ${pick(THINGS, n, i + 50)} tercatat ${figure} pada hari ke-${mixed(n, i + 90) % 365}, ${pick(ENDS, n, i + 70)}.`;
  });
  if (n % WITH_COMMITMENT === 0) {
    const due = new Intl.DateTimeFormat('id', { day: 'numeric', month: 'long', year: 'numeric' }).format(day);
    sentences.splice(2, 0, `${pick(PROMISES, n, 7)} ${due}.`);
  }
  const paragraphs = [0, 4, 8, 12].map((at) => sentences.slice(at, at + 4).join(' '));
  return JSON.stringify({
    url: `https://arsip-${n % 7}.test/berita/kabar-nomor-${n}`,
    title: `Kabar ${n} dari ${pick(PLACES, n, 3)}`,
    published: published.toISOString(),
    text: paragraphs.join('\n'),
  });
}

async function writeArchive(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  for (let n = 0; n < count; n += 1000) {
    const lines = Array.from({ length: Math.min(1000, count - n) }, (_, i) => `${article(n + i)}\n`);
    if (!out.write(lines.join(''))) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

/** What the child says after each batch. */
interface Seen extends BackfillProgress {
  /** Resident megabytes of the tracker's process, and of what it started: the database. */
  ownMb: number;
  engineMb: number;
}

const text = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};
const residentMb = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(text(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
const childrenMb = (pid: number): number =>
  text(`/proc/${pid}/task/${pid}/children`)
    .split(' ')
    .filter(Boolean)
    .reduce((sum, child) => sum + residentMb(Number(child)) + childrenMb(Number(child)), 0);

/** The child: works until it is through or killed, and says how far it is. */
async function work(file: string, dir: string, isInstant: boolean): Promise<void> {
  const run = (deps: IngestDeps) =>
    backfill(deps, ndjsonSource(file), {
      name: 'bench',
      clock: () => new Date(),
      onProgress: (progress) => {
        const seen: Seen = { ...progress, ownMb: residentMb(process.pid), engineMb: childrenMb(process.pid) };
        process.stdout.write(`${JSON.stringify(seen)}\n`);
      },
      onProblem: (problem) => process.stderr.write(`${problem}\n`),
    });
  if (isInstant) await run(instantDeps(path.join(dir, 'progress.json')));
  else {
    await onData(dir, {}, () => run({ ...crawlDepsFromEnv(), snapshots: s3Snapshots(requireEnv(ENV.snapshotBucket)) }));
  }
}

/** A table that agrees to everything and keeps nothing but how far the backfill is. */
function instantDeps(progressFile: string): IngestDeps {
  const client = {
    async send({ input }: { input: { Key?: { pk?: { S?: string } }; Item?: { pk?: { S?: string } } } }) {
      const isProgress = (input.Item ?? input.Key)?.pk?.S?.startsWith('BACKFILL#');
      if (!isProgress) return {};
      if (input.Item) writeFileSync(progressFile, JSON.stringify(input.Item));
      const kept = text(progressFile);
      return kept ? { Item: JSON.parse(kept) as object } : {};
    },
  } as unknown as DynamoDBClient;
  return {
    ...crawlDepsOf({ client, table: 'bench' }),
    snapshots: {
      put: async (pages) => pages.map((bytes) => ({ address: snapshotAddress(bytes) })),
      get: async () => Buffer.alloc(0),
    },
  };
}

const crawlDepsOf = (db: Db): CrawlDeps => ({
  db,
  fetch: fetchResource,
  sleep,
  random: () => 0.5,
  gate: DEFAULT_GATE,
  trusted: [],
  warn: () => {},
});

/** Starts the child and follows it to its end, or to where it is to be killed. */
async function follow(args: string[], killAt: number, onSeen: (seen: Seen) => void): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), 'work', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const seen = JSON.parse(line) as Seen;
    onSeen(seen);
    if (seen.done >= killAt) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  if (child.exitCode !== 0 && child.signalCode !== 'SIGKILL') throw new Error('the backfill broke off');
}

async function bench(count: number, isInstant: boolean, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const dir = await mkdtemp(path.join(folder, 'tagih-backfill-'));
  const file = path.join(dir, 'archive.ndjson');
  await writeArchive(file, count);
  const data = path.join(dir, 'data');
  await mkdir(data);
  const began = performance.now();
  let last: Seen | null = null;
  let mark = 0;
  const peaks = { own: 0, engine: 0 };
  /** Most memory in the first and in the last third of the articles: what grows shows between them. */
  const thirds = { first: 0, last: 0 };
  const onSeen = (seen: Seen) => {
    last = seen;
    peaks.own = Math.max(peaks.own, seen.ownMb);
    if (seen.done <= count / 3) thirds.first = Math.max(thirds.first, seen.ownMb);
    if (seen.done > (count * 2) / 3) thirds.last = Math.max(thirds.last, seen.ownMb);
    peaks.engine = Math.max(peaks.engine, seen.engineMb);
    if (seen.done < mark && !seen.finished) return;
    mark = seen.done + count / MARKS;
    const seconds = (performance.now() - began) / 1000;
    console.log(
      `${String(seen.done).padStart(9)} articles  ${seconds.toFixed(0).padStart(6)} s  ${seen.ownMb.toFixed(0).padStart(5)} MB${isInstant ? '' : `, database ${seen.engineMb.toFixed(0)} MB`}`,
    );
  };
  const args = [file, data, isInstant ? 'instant' : 'whole'];
  await follow(args, count * KILL_AT, onSeen);
  console.log('          killed and started again');
  await follow(args, Number.POSITIVE_INFINITY, onSeen);
  const seconds = (performance.now() - began) / 1000;
  const { done, stored } = last ?? { done: 0, stored: 0 };
  console.log(
    `${stored} of ${done} stored in ${seconds.toFixed(0)} s (${(count / seconds).toFixed(0)}/s); most memory ${peaks.own.toFixed(0)} MB${isInstant ? '' : `, database ${peaks.engine.toFixed(0)} MB`}`,
  );
  tell({
    what: `memory: last third of ${count.toLocaleString('en')} articles`,
    against: 'its first third',
    ratio: thirds.last / thirds.first,
    note: `most ${peaks.own.toFixed(0)} MB`,
  });
  await rm(dir, { recursive: true });
  if (stored !== count) throw new Error(`${count - stored} articles were not stored`);
}

const [first, ...rest] = process.argv.slice(2);
if (first === 'work') await work(rest[0] ?? '', rest[1] ?? '', rest[2] === 'instant');
else await bench(Number(first ?? 5000), rest[0] === 'instant', rest.at(rest[0] === 'instant' ? 1 : 0) ?? tmpdir());
