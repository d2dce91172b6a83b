/** The batch contract: one row in, one row out, for `tagih read` and `tagih feed`. */
import { readFeed } from './feed.ts';
import { readPage } from './page.ts';

type Row = Record<string, unknown>;

/**
 * `{"id", "html" | "htmlBase64", "url", "contentType"?}` to `{"id", "title", "published", "byline", "text",
 * "canonicalUrl"}`.
 * @throws Error saying which member is missing or of the wrong kind
 */
export async function readRow(row: Row): Promise<object> {
  const page = readPage(source(row, 'html'), optionsOf(row));
  return {
    id: row.id ?? null,
    title: page.title,
    published: page.published,
    byline: page.byline,
    text: page.text,
    canonicalUrl: page.canonicalUrl,
  };
}

/**
 * `{"id", "xml" | "xmlBase64", "url", "contentType"?}` to `{"id", "format", "entries", "problems"}`.
 * @throws Error saying which member is missing or of the wrong kind
 */
export async function feedRow(row: Row): Promise<object> {
  const feed = await readFeed(source(row, 'xml'), optionsOf(row));
  return {
    id: row.id ?? null,
    format: feed.format,
    entries: feed.entries.map(({ title, link, published, summary }) => ({ title, link, published, summary })),
    problems: feed.problems,
  };
}

/** The document: characters under `name`, or bytes in base64 under `nameBase64`. */
function source(row: Row, name: 'html' | 'xml'): Uint8Array | string {
  const text = row[name];
  if (typeof text === 'string') return text;
  const encoded = row[`${name}Base64`];
  if (typeof encoded !== 'string') throw new Error(`"${name}" or "${name}Base64" must be a string`);
  if (!/^[A-Za-z0-9+/_-]*={0,2}\s*$/.test(encoded)) throw new Error(`"${name}Base64" is not base64`);
  return Buffer.from(encoded, 'base64');
}

function optionsOf(row: Row): { url: string; contentType?: string } {
  const { url, contentType } = row;
  if (typeof url !== 'string') throw new Error('"url" must be a string');
  if (contentType === undefined || contentType === null) return { url };
  if (typeof contentType !== 'string') throw new Error('"contentType" must be a string');
  return { url, contentType };
}
