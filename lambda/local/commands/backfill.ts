import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { BackfillProgress } from '../../crawl/backfill.ts';
import { progressBar } from '../progress-bar.ts';
import { type Command, UsageError } from './command.ts';

/** `tagih backfill`: an archive into the ledger. */
export const backfillCommand: Command = {
  name: 'backfill',
  summary: 'brings an archive into the ledger: a sitemap, a WARC, a folder of HTML, or JSON lines',
  usage: 'SOURCE [--data DIR] [--name NAME] [--covers OUTLET=FROM/TO]… [--limit N]',
  details: `SOURCE: the address of a sitemap, a .warc or .warc.gz file, a .ndjson or .jsonl file, or a folder of .html files.
JSON lines: {"url", "html"} or {"url", "title", "published", "text"}, each with an "outlet" if the address does not tell.
Stopped and started again with the same name it goes on where it was. A sitemap's pages are fetched by the crawl.`,
  options: {
    data: { type: 'string', default: 'data' },
    name: { type: 'string' },
    covers: { type: 'string', multiple: true },
    limit: { type: 'string' },
  },
  optionHelp: {
    data: 'folder that keeps everything (default: data)',
    name: 'under which it is resumed (default: the source)',
    covers: 'what the archive leaves nothing out of, e.g. medcom=2020-01-01/2020-12-31',
    limit: 'stop after N items of this run',
  },
  positionals: [1, 1],
  async run(values, [source]) {
    const limit = values.limit === undefined ? undefined : Number(values.limit);
    if (limit !== undefined && !(Number.isInteger(limit) && limit > 0))
      throw new UsageError('--limit: a whole number from 1 up');
    const covers = ((values.covers as string[] | undefined) ?? []).map(coverOf);
    const [{ onData, progressLine }, { backfill }, { crawlDepsFromEnv }, { s3Snapshots }, { ENV, requireEnv }] =
      await Promise.all([
        import('../on-data.ts'),
        import('../../crawl/backfill.ts'),
        import('../../crawl/deps.ts'),
        import('../../crawl/snapshots.ts'),
        import('../../env.ts'),
      ]);
    const line = progressLine();
    const bar = progressBar(() => Date.now());
    return onData(String(values.data), {}, async (system) => {
      const deps = { ...crawlDepsFromEnv(), snapshots: s3Snapshots(requireEnv(ENV.snapshotBucket)) };
      const progress = await backfill(deps, await sourceOf(source!), {
        name: String(values.name ?? source),
        clock: () => new Date(),
        covers,
        ...(limit === undefined ? {} : { limit }),
        onProgress: (at) => line.draw(`${bar(at)} ${wordsOf(at)}`),
        onProblem: (problem) => line.end(problem),
      });
      await system.run('sweep');
      line.end(`${wordsOf(progress)}; ${progress.finished ? 'finished' : 'to be continued'}`);
      return 0;
    });
  },
};

const wordsOf = ({ done, stored, listed, unusable }: BackfillProgress) =>
  `${done} items: ${stored} articles, ${listed} to be fetched, ${unusable} of no use`;

async function sourceOf(source: string) {
  const sources = await import('../../crawl/backfill-sources.ts');
  if (/^https?:\/\//.test(source)) {
    const { fetchResource } = await import('../../crawl/fetch.ts');
    return sources.sitemapSource(source, fetchResource);
  }
  const found = await stat(source).catch(() => null);
  if (!found) throw new Error(`there is no file or folder ${source}`);
  const file = path.resolve(source);
  if (found.isDirectory()) return sources.folderSource(file);
  if (/\.warc(\.gz)?$/i.test(source)) return sources.warcSource(file);
  if (/\.(ndjson|jsonl)$/i.test(source)) return sources.ndjsonSource(file);
  throw new UsageError(`${source} is neither a sitemap's address, a .warc[.gz], a .ndjson or .jsonl, nor a folder`);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** `OUTLET=FROM/TO`, days of Jakarta, the last one whole. */
function coverOf(text: string) {
  const [outlet = '', range = ''] = text.split('=');
  const [from = '', to = ''] = range.split('/');
  if (!outlet || !DAY.test(from) || !DAY.test(to) || from > to) {
    throw new UsageError(`--covers: "${text}" is not OUTLET=FROM/TO, such as medcom=2020-01-01/2020-12-31`);
  }
  const instant = (day: string, time: string) => new Date(`${day}T${time}+07:00`).toISOString();
  return { outlet, covered: [{ from: instant(from, '00:00:00'), to: instant(to, '23:59:59') }] };
}
