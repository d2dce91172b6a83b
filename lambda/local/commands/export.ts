import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { type Command, UsageError } from './command.ts';

const FORMATS = ['ndjson', 'csv', 'warc'] as const;

/** `tagih export`: the ledger, or the pages it was read from, as a file. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'the stored commitments as JSON lines or CSV, or the fetched pages as a WARC',
  usage: '[--data DIR] [--format ndjson|csv|warc] [--out FILE]',
  details: `JSON lines hold each commitment whole, CSV a row for each (columns: /v1/datapackage.json); oldest first.
Says the SHA-256 of what it wrote on standard error. Starts the data folder for itself; while "tagih start" runs, ask
its API instead: /v1/export.ndjson`,
  options: {
    data: { type: 'string', default: 'data' },
    format: { type: 'string', default: 'ndjson' },
    out: { type: 'string' },
  },
  optionHelp: {
    data: 'folder that keeps everything (default: data)',
    format: 'ndjson, csv, or warc (gzipped) (default: ndjson)',
    out: 'file to write; standard output without it',
  },
  async run(values) {
    const format = FORMATS.find((name) => name === values.format);
    if (!format) throw new UsageError(`--format: "${values.format}" is neither ndjson, csv nor warc`);
    const { onData } = await import('../on-data.ts');
    return onData(String(values.data), {}, async ({ url }) => {
      const out = typeof values.out === 'string' ? createWriteStream(values.out) : process.stdout;
      const pieces = format === 'warc' ? warc() : pages(url, format);
      const hash = createHash('sha256');
      for await (const piece of pieces) {
        hash.update(piece);
        await write(out, piece);
      }
      if (out !== process.stdout) {
        out.end();
        await once(out, 'finish');
      }
      process.stderr.write(`sha256 ${hash.digest('hex')}\n`);
      return 0;
    });
  },
};

async function write(out: Writable, piece: string | Uint8Array): Promise<void> {
  if (!out.write(piece)) await once(out, 'drain');
}

/** Every page of the export, as the API gives it. */
async function* pages(url: string, format: 'ndjson' | 'csv'): AsyncGenerator<string> {
  let cursor: string | null = null;
  do {
    const query: string = new URLSearchParams({ limit: '100', ...(cursor ? { cursor } : {}) }).toString();
    const response: Response = await fetch(`${url}/v1/export.${format}?${query}`);
    if (!response.ok) throw new Error(`the API answered ${response.status}`);
    const body = await response.text();
    // One header for the whole file, not one a page.
    yield format === 'csv' && cursor !== null ? body.slice(body.indexOf('\n') + 1) : body;
    cursor = response.headers.get('x-next-cursor');
  } while (cursor);
}

async function* warc(): AsyncGenerator<Uint8Array> {
  const [{ exportWarc }, { articleKeys }, { loadArticle }, { s3Snapshots }, { dbFromEnv }, { ENV, requireEnv }] =
    await Promise.all([
      import('../../crawl/warc.ts'),
      import('../../crawl/entries.ts'),
      import('../../crawl/article.ts'),
      import('../../crawl/snapshots.ts'),
      import('../../dynamo.ts'),
      import('../../env.ts'),
    ]);
  const db = dbFromEnv();
  async function* articles() {
    for await (const key of articleKeys(db, '1990-01', new Date().toISOString().slice(0, 7))) {
      const article = await loadArticle({ db }, key);
      if (article) yield article;
    }
  }
  yield* exportWarc(s3Snapshots(requireEnv(ENV.snapshotBucket)), articles(), (problem) =>
    process.stderr.write(`${problem}\n`),
  );
}
