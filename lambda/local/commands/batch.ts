import { optionalString, runBatch, stringOf } from '../batch.ts';
import { type Command, UsageError } from './command.ts';

const STREAMS = 'Reads one JSON object a line from standard input and prints one a line, in the same order.';

/** `tagih extract`: articles in, temporal expressions, statements and commitments out. */
export const extractCommand: Command = {
  name: 'extract',
  summary: 'articles (JSON lines) to temporal expressions, statements and commitments',
  usage: '< ARTICLES.jsonl',
  details: `${STREAMS}
In:  {"id", "text", "published"?, "title"?, "url"?}
Out: {"id", "timexes", "statements", "commitments"}; a bad line gives {"id", "error"} and exit status 1.`,
  async run() {
    const { extract } = await import('../../extract/extract.ts');
    return runBatch(process.stdin, process.stdout, (row) => {
      const id = stringOf(row, 'id');
      const title = optionalString(row, 'title');
      const url = optionalString(row, 'url');
      const extraction = extract({
        text: stringOf(row, 'text'),
        published: publishedOf(row),
        ...(title === null ? {} : { title }),
        ...(url === null ? {} : { url }),
      });
      return { id, ...extraction };
    });
  },
};

/** @throws Error when `published` is given and is no date. */
function publishedOf(row: Record<string, unknown>): string | null {
  const published = optionalString(row, 'published');
  if (published === null || published === '') return null;
  if (!/^\d{4}-\d{2}-\d{2}/.test(published) || Number.isNaN(Date.parse(published))) {
    throw new Error('"published" must be YYYY-MM-DD or an ISO 8601 date-time');
  }
  return published;
}

/** `tagih read`: pages in, articles out. */
export const readCommand: Command = {
  name: 'read',
  summary: 'pages (JSON lines) to article text, title and date',
  usage: '< PAGES.jsonl',
  details: `${STREAMS}
In:  {"id", "html" | "htmlBase64", "url", "contentType"?}
Out: {"id", "title", "published", "byline", "text", "canonicalUrl"}; a bad line gives {"id", "error"} and exit status 1.`,
  async run() {
    const { readRow } = await import('../../read/batch.ts');
    return runBatch(process.stdin, process.stdout, readRow);
  },
};

/** `tagih feed`: feeds in, entries out. */
export const feedCommand: Command = {
  name: 'feed',
  summary: 'feeds (JSON lines) to entries',
  usage: '< FEEDS.jsonl',
  details: `${STREAMS}
In:  {"id", "xml" | "xmlBase64", "url", "contentType"?}
Out: {"id", "format", "entries", "problems"}; a bad line gives {"id", "error"} and exit status 1.`,
  async run() {
    const { feedRow } = await import('../../read/batch.ts');
    return runBatch(process.stdin, process.stdout, feedRow);
  },
};

/** `tagih follow`: a researcher's own pile of articles in, its ledger out. */
export const followCommand: Command = {
  name: 'follow',
  summary: 'articles (JSON lines) to a ledger of their own, with the status at given instants',
  usage: '[--at INSTANT[,INSTANT…]] < ARTICLES.jsonl',
  details: `Reads all articles, in any order, then prints the commitments, one JSON object a line.
In:  {"id", "url", "outlet", "published" (instant), "title", "text"}
Nothing of the stored ledger is read or touched. A bad line is named on standard error, left out, and gives exit status 1.`,
  options: { at: { type: 'string' } },
  optionHelp: { at: 'instants (ISO 8601, comma-separated) at which each status is wanted' },
  async run(values) {
    const at = typeof values.at === 'string' ? values.at.split(',').map((s) => s.trim()) : [];
    for (const instant of at) {
      if (Number.isNaN(Date.parse(instant))) {
        throw new UsageError(`--at: "${instant}" is not an instant, such as 2026-01-31T12:00:00+07:00`);
      }
    }
    const { followStream } = await import('../follow.ts');
    return followStream(process.stdin, process.stdout, process.stderr, at);
  },
};
