import { createReadStream, type ReadStream, statSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { readFeed } from '../read/feed.ts';
import type { FetchResult } from './fetch.ts';
import { readWarc } from './warc.ts';

/** One thing of a backfill: a page, a text that somebody took out of one, an address to be fetched, or a problem. */
export type BackfillItem =
  | {
      kind: 'page';
      url: string | null;
      body: Uint8Array;
      contentType: string | null;
      fetchedAt: string | null;
      outlet?: string;
    }
  | { kind: 'text'; url: string; title: string; text: string; published: string; outlet?: string }
  | { kind: 'address'; url: string; title: string; published: string | null }
  | { kind: 'problem'; problem: string };

/** Where a backfill comes from. Its items come in the same order every time. */
export interface BackfillSource {
  /** What a person reads while it runs. */
  label: string;
  /** The items after the first `skip`, one at a time. */
  items(skip: number): AsyncIterable<BackfillItem>;
  /** Share of it that has been read, 0 to 1; missing where that is not known before the end. */
  share?(): number;
}

/** A folder of HTML files, with its subfolders, in order of name. An address is read from each page itself. */
export function folderSource(dir: string): BackfillSource {
  return {
    label: dir,
    async *items(skip) {
      let passed = 0;
      for await (const file of htmlFiles(dir)) {
        if (passed++ < skip) continue;
        try {
          const [body, { mtime }] = await Promise.all([readFile(file), stat(file)]);
          yield { kind: 'page', url: null, body, contentType: null, fetchedAt: mtime.toISOString() };
        } catch (error) {
          yield { kind: 'problem', problem: `${path.relative(dir, file)}: ${(error as Error).message}` };
        }
      }
    },
  };
}

async function* htmlFiles(dir: string): AsyncGenerator<string> {
  const entries = await readdir(dir, { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) yield* htmlFiles(file);
    else if (entry.isFile() && /\.html?$/i.test(entry.name)) yield file;
  }
}

/**
 * Lines of JSON, gzipped or not: each `{"url", "html" | "htmlBase64", "contentType"?, "fetchedAt"?, "outlet"?}` or
 * `{"url", "title", "text", "published", "outlet"?}`.
 */
export function ndjsonSource(file: string): BackfillSource {
  const bytes = readingOf(file);
  return {
    label: file,
    share: bytes.share,
    async *items(skip) {
      let number = 0;
      const stream = bytes.open();
      const input = file.endsWith('.gz') ? stream.pipe(createGunzip()) : stream;
      for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
        if (line.trim() === '' || number++ < skip) continue;
        yield rowOf(line, number);
      }
    },
  };
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function rowOf(line: string, number: number): BackfillItem {
  let row: Record<string, unknown>;
  try {
    row = JSON.parse(line) as Record<string, unknown>;
  } catch (error) {
    return { kind: 'problem', problem: `line ${number} is not JSON: ${(error as Error).message}` };
  }
  const url = text(row?.url);
  if (url === null) return { kind: 'problem', problem: `line ${number} has no "url"` };
  const outlet = text(row.outlet) === null ? {} : { outlet: text(row.outlet)! };
  const html = text(row.html);
  const packed = text(row.htmlBase64);
  if (html !== null || packed !== null) {
    const body = html !== null ? Buffer.from(html) : Buffer.from(packed!, 'base64');
    // Characters were decoded when the line was written; bytes in base64 were not.
    const contentType = html !== null ? 'text/html; charset=utf-8' : text(row.contentType);
    return { kind: 'page', url, body, contentType, fetchedAt: text(row.fetchedAt), ...outlet };
  }
  const body = text(row.text);
  const published = text(row.published);
  if (body === null) return { kind: 'problem', problem: `line ${number} has neither "html" nor "text"` };
  if (published === null || !Number.isFinite(Date.parse(published))) {
    return { kind: 'problem', problem: `line ${number} has no "published" instant` };
  }
  return {
    kind: 'text',
    url,
    title: text(row.title) ?? '',
    text: body,
    published: new Date(published).toISOString(),
    ...outlet,
  };
}

/** A WARC file, gzipped or not. */
export function warcSource(file: string): BackfillSource {
  const bytes = readingOf(file);
  return {
    label: file,
    share: bytes.share,
    async *items(skip) {
      for await (const page of readWarc(bytes.open(), skip)) {
        if ('problem' in page) yield { kind: 'problem', problem: page.problem };
        else yield { kind: 'page', ...page };
      }
    },
  };
}

/** A sitemap or an index of sitemaps: its addresses, to be fetched as politely as those of feeds. */
export function sitemapSource(url: string, fetch: (url: string) => Promise<FetchResult>): BackfillSource {
  return {
    label: url,
    async *items(skip) {
      let passed = 0;
      const waiting = [url];
      const seen = new Set(waiting);
      while (waiting.length > 0) {
        const next = waiting.shift()!;
        const result = await fetch(next);
        if (!result.ok) {
          if (passed++ >= skip) yield { kind: 'problem', problem: `${next}: ${result.problem}` };
          continue;
        }
        const { contentType } = result;
        const document = await readFeed(result.body, { url: result.url, ...(contentType ? { contentType } : {}) });
        for (const sitemap of document.sitemaps ?? []) {
          if (!seen.has(sitemap)) waiting.push(sitemap);
          seen.add(sitemap);
        }
        for (const { link, title, published } of document.entries) {
          if (passed++ >= skip) yield { kind: 'address', url: link, title, published };
        }
      }
    },
  };
}

/** A file read from its beginning, and how much of it has been. */
function readingOf(file: string): { open(): ReadStream; share(): number } {
  let stream: ReadStream | null = null;
  let size = 0;
  return {
    open() {
      size = statSync(file).size;
      stream = createReadStream(file);
      return stream;
    },
    share: () => (size > 0 ? Math.min(1, (stream?.bytesRead ?? 0) / size) : 0),
  };
}
