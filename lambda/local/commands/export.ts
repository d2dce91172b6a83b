import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type Command, UsageError } from './command.ts';

/** `tagih export`: the ledger as files. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'the stored commitments as JSON lines or CSV',
  usage: '[--data DIR] [--format ndjson|csv] [--out FILE]',
  details: 'Starts the data folder for itself; while `tagih start` runs, ask its API instead: /v1/commitments.ndjson',
  options: {
    data: { type: 'string', default: 'data' },
    format: { type: 'string', default: 'ndjson' },
    out: { type: 'string' },
  },
  optionHelp: {
    data: 'folder that keeps everything (default: data)',
    format: 'ndjson or csv (default: ndjson)',
    out: 'file to write; standard output without it',
  },
  async run(values) {
    const format = values.format;
    if (format !== 'ndjson' && format !== 'csv')
      throw new UsageError(`--format: "${format}" is neither ndjson nor csv`);
    const { startSystem } = await import('../system.ts');
    const system = await startSystem({
      dir: String(values.data),
      port: 0,
      samples: false,
      feeds: false,
      schedules: false,
      say: (line) => process.stderr.write(`${line}\n`),
    });
    try {
      const out = typeof values.out === 'string' ? createWriteStream(values.out) : process.stdout;
      let cursor: string | null = null;
      let first = true;
      do {
        const query = new URLSearchParams({ limit: '200', ...(cursor ? { cursor } : {}) });
        const response = await fetch(`${system.url}/v1/commitments.${format}?${query}`);
        if (!response.ok) throw new Error(`the API answered ${response.status}`);
        let body = await response.text();
        // One header for the whole file, not one a page.
        if (format === 'csv' && !first) body = body.slice(body.indexOf('\n') + 1);
        if (!out.write(body)) await once(out, 'drain');
        cursor = response.headers.get('x-next-cursor');
        first = false;
      } while (cursor);
      if (out !== process.stdout) {
        out.end();
        await once(out, 'finish');
      }
      return 0;
    } finally {
      await system.stop();
    }
  },
};
