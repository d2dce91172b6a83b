import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FeedInput } from '../crawl/feeds.ts';
import { answer, MANIFEST } from './samples/archive.ts';

/**
 * The name under which the sample archive is crawled. It is reserved for this machine (RFC 6761), and stays the same
 * whatever port the local run gets, so that a sample article keeps one identity over restarts.
 */
export const ARCHIVE_HOST = 'contoh.tagih.localhost';
const ORIGIN = `http://${ARCHIVE_HOST}`;

/** The archive's feeds as the crawl follows them, each with the time that the manifest says it covers. */
export function archiveFeeds(): FeedInput[] {
  return MANIFEST.outlets.map((outlet) => ({
    id: outlet.id,
    outlet: outlet.id,
    url: `${ORIGIN}${outlet.feed}`,
    kind: 'archive',
    everyMinutes: 1440,
    sample: true,
    covers: outlet.coverage,
  }));
}

/**
 * Answers a request for the archive: under its own name to the crawl, under `/samples/…` to a reader who follows a
 * link from the page.
 * @returns false where the request is for something else.
 */
export function serveArchive(request: IncomingMessage, response: ServerResponse): boolean {
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const asked = String(request.headers.host ?? '').split(':')[0];
  let page: string;
  if (asked === ARCHIVE_HOST) page = path;
  else if (path.startsWith('/samples/')) page = path.slice('/samples'.length);
  else return false;
  const { status, contentType, body } = answer(page, ORIGIN);
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
  return true;
}
