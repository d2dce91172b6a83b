import { createHash } from 'node:crypto';
import { WARCParser, WARCRecord, WARCSerializer } from 'warcio';
import type { ArticleItem } from './article.ts';
import type { SnapshotStore } from './snapshots.ts';
import { ROBOT_NAME } from './user-agent.ts';

/** A page of a web archive. */
export interface WarcPage {
  url: string;
  body: Uint8Array;
  contentType: string | null;
  fetchedAt: string | null;
}

/** A record that could not be used, and why. */
export interface WarcProblem {
  problem: string;
}

const MOST_BYTES = 8 * 1024 * 1024;

/**
 * The HTML pages of a WARC file (plain or gzipped), one at a time: memory does not grow with the file. Records of
 * other kinds are passed over; broken ones are said.
 * @param skip pages to pass over without unpacking them, when a run is resumed.
 */
export async function* readWarc(source: AsyncIterable<Uint8Array>, skip = 0): AsyncGenerator<WarcPage | WarcProblem> {
  const parser = new WARCParser(source);
  let passed = 0;
  for (;;) {
    let record: WARCRecord | null;
    try {
      record = await parser.parse();
    } catch (error) {
      yield { problem: `the archive cannot be read on: ${(error as Error).message}` };
      return;
    }
    if (!record) return;
    const contentType = header(record, 'content-type');
    if (!isPage(record, contentType) || passed++ < skip) continue;
    const url = record.warcTargetURI ?? '';
    if (record.warcContentLength > MOST_BYTES) {
      yield { problem: `${url} is larger than ${MOST_BYTES} bytes` };
      continue;
    }
    try {
      const body = await record.readFully(true);
      yield { url, body, contentType, fetchedAt: instant(record.warcDate ?? null) };
    } catch (error) {
      yield { problem: `${url} cannot be unpacked: ${(error as Error).message}` };
    }
  }
}

function isPage(record: WARCRecord, contentType: string | null): boolean {
  if (record.warcType === 'response') {
    const status = Number(record.httpHeaders?.statusCode);
    return status === 200 && /html/i.test(contentType ?? 'text/html');
  }
  return record.warcType === 'resource' && /html/i.test(contentType ?? '');
}

function header(record: WARCRecord, name: string): string | null {
  const http = record.httpHeaders?.headers.get(name);
  return http ?? (record.warcType === 'resource' ? (record.warcHeader('Content-Type') ?? null) : null);
}

function instant(date: string | null): string | null {
  const at = Date.parse(date ?? '');
  return Number.isFinite(at) ? new Date(at).toISOString() : null;
}

/**
 * The kept bytes of articles as a gzipped WARC 1.1 file, one piece after another. The same articles give the same
 * bytes. A snapshot that is missing or corrupt is left out and told.
 */
export async function* exportWarc(
  snapshots: SnapshotStore,
  articles: AsyncIterable<ArticleItem>,
  onProblem: (problem: string) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const info = new TextEncoder().encode(`software: ${ROBOT_NAME}\r\nformat: WARC File Format 1.1\r\n`);
  yield await packed({ type: 'warcinfo', date: EPOCH, id: 'warcinfo' }, info);
  for await (const article of articles) {
    for (const ref of article.snapshots) {
      const { address, url, contentType, fetchedAt } = ref;
      let body: Buffer;
      try {
        body = await snapshots.get(ref);
      } catch (error) {
        onProblem(`${url}: ${(error as Error).message}`);
        continue;
      }
      yield await packed(
        { type: 'response', url, date: fetchedAt, id: `${address} ${url} ${fetchedAt}`, contentType },
        body,
      );
    }
  }
}

const EPOCH = '1970-01-01T00:00:00Z';

interface RecordHead {
  type: 'warcinfo' | 'response';
  url?: string;
  date: string;
  /** What the record's id is made of. */
  id: string;
  contentType?: string | null;
}

async function packed({ type, url, date, id, contentType }: RecordHead, body: Uint8Array): Promise<Uint8Array> {
  const record = WARCRecord.create(
    {
      warcVersion: 'WARC/1.1',
      type,
      date: date.replace(/\.\d+Z$/, 'Z'),
      ...(url === undefined ? {} : { url }),
      warcHeaders: { 'WARC-Record-ID': `<urn:uuid:${uuidOf(id)}>` },
      ...(type === 'response'
        ? {
            statusline: 'HTTP/1.1 200 OK',
            httpHeaders: { 'Content-Type': contentType ?? 'text/html', 'Content-Length': String(body.length) },
          }
        : {}),
    },
    once(body),
  );
  return WARCSerializer.serialize(record, { gzip: true });
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A UUID (version 8: of its content) so that the same record has the same id in every export. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
