import { readFile } from 'node:fs/promises';
import type { Command } from './command.ts';
import { UsageError } from './command.ts';

/** `tagih explain`: one article for a person, with everything that was found in it and why. */
export const explainCommand: Command = {
  name: 'explain',
  summary: 'one article with its statements, commitments, deadlines and the rules that found them',
  usage: 'FILE|URL [--published DATE] [--width N]',
  details: `FILE may be HTML, plain text, or one JSON object with "text" and "published".
A plain text has no date of its own: give it with --published, or relative expressions stay unresolved.`,
  options: { published: { type: 'string' }, width: { type: 'string' } },
  optionHelp: { published: 'day of publication, YYYY-MM-DD', width: 'columns to wrap at (default: the terminal)' },
  positionals: [1, 1],
  async run(values, [source]) {
    const published = typeof values.published === 'string' ? values.published : null;
    if (published !== null && Number.isNaN(Date.parse(published))) {
      throw new UsageError(`--published: "${published}" is not a date, such as 2017-08-02`);
    }
    const width = values.width === undefined ? (process.stdout.columns ?? 100) : Number(values.width);
    if (!Number.isInteger(width) || width < 40) throw new UsageError('--width: a whole number from 40 up');
    const { explain } = await import('../explain.ts');
    const article = await load(source!);
    process.stdout.write(
      explain({ ...article, published: published ?? article.published }, { width, colour: colourWanted() }),
    );
    return 0;
  },
};

/** The conventions of no-color.org and of FORCE_COLOR, then what the terminal is. */
function colourWanted(): boolean {
  if (process.env.NO_COLOR) return false;
  if (process.env.FORCE_COLOR && process.env.FORCE_COLOR !== '0') return true;
  return process.stdout.isTTY === true;
}

interface Loaded {
  title: string;
  text: string;
  published: string | null;
  source: string;
}

async function load(source: string): Promise<Loaded> {
  const { readPage } = await import('../../read/page.ts');
  if (/^https?:\/\//.test(source)) {
    const { fetchResource } = await import('../../crawl/fetch.ts');
    const result = await fetchResource(source);
    if (!result.ok) throw new Error(`${source} could not be fetched: ${result.problem ?? `status ${result.status}`}`);
    const page = readPage(result.body, {
      url: result.url,
      ...(result.contentType ? { contentType: result.contentType } : {}),
    });
    if (page.kind !== 'article') throw new Error(`${source} is no article that can be read (${page.kind})`);
    return { title: page.title, text: page.text, published: page.published, source: page.canonicalUrl };
  }
  const bytes = await readFile(source).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      error.code === 'ENOENT' ? `there is no file ${source}` : `${source} cannot be read (${error.code})`,
    );
  });
  const text = new TextDecoder().decode(bytes);
  if (text.trimStart().startsWith('{')) {
    const row = JSON.parse(text) as { text?: unknown; title?: unknown; published?: unknown };
    if (typeof row.text !== 'string') throw new Error(`${source} is JSON without a "text"`);
    return {
      title: typeof row.title === 'string' ? row.title : '',
      text: row.text,
      published: typeof row.published === 'string' ? row.published : null,
      source,
    };
  }
  if (/<(?:html|body|article|p|div)\b/i.test(text)) {
    const page = readPage(bytes, { url: `file://${source}` });
    return { title: page.title, text: page.text, published: page.published, source };
  }
  return { title: '', text, published: null, source };
}
