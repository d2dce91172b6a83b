import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type FollowArticle, followRows } from '../ledger/follow.ts';
import { parseRow, stringOf } from './batch.ts';

/**
 * Reads articles (JSON lines), places them in a ledger of their own and prints it (EXTRACT.md, `tagih follow`).
 * @returns the exit status: 1 if a line could not be used (each is named on `complaints`), else 0.
 */
export async function followStream(
  input: Readable,
  output: Writable,
  complaints: Writable,
  at: string[],
): Promise<0 | 1> {
  const articles: FollowArticle[] = [];
  let failed: 0 | 1 = 0;
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    try {
      articles.push(articleOf(parseRow(line)));
    } catch (error) {
      failed = 1;
      complaints.write(`line ${number}: ${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
  for (const row of followRows(articles, at)) {
    if (!output.write(`${JSON.stringify(row)}\n`)) await once(output, 'drain');
  }
  return failed;
}

function articleOf(row: Record<string, unknown>): FollowArticle {
  const published = stringOf(row, 'published');
  if (Number.isNaN(Date.parse(published))) throw new Error('"published" must be an ISO 8601 instant');
  return {
    id: stringOf(row, 'id'),
    url: stringOf(row, 'url'),
    outlet: stringOf(row, 'outlet'),
    published,
    title: stringOf(row, 'title'),
    text: stringOf(row, 'text'),
  };
}
