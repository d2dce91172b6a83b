import { createHash } from 'node:crypto';
import type { Db, Item } from '../../dynamo.ts';
import { get, type Key } from '../../items.ts';
import type { LedgerArticle, Place, Report, StoredMention } from '../types.ts';
import { packJson, unpackJson } from './packed.ts';

/** What an article gave, all readings of it together: kept first, and marked pending until its consequences are written. */
export interface Reading extends Item {
  pk: string;
  sk: string;
  articleKey: string;
  /** Rises with every change. */
  rev: number;
  /** Of the last reading, without recorded times. */
  hash: string;
  /** Which text of the article it was last read from, and by which extractor ({@link sourceOf}). */
  of: string;
  /** Those of earlier readings that are no more are kept, retracted. */
  mentions: StoredMention[];
  reports: Report[];
  /** Every home that each mention has had: a new table of acts may move it, or another date of its article. */
  homes: Record<string, Place[]>;
  /** Every other place that each mention has been linked to, and every place that each report has been put in. */
  others: Record<string, Place[]>;
  /** Commitments of the article that the ledger does not keep (`scope.ts`). */
  outOfScope: number;
  recordedAt: string;
  pendingPk?: string;
  pendingSk?: string;
}

/** A short name for one text of an article as one extractor reads it. */
export const sourceOf = ({
  textHash,
  extractorVersion,
}: Pick<LedgerArticle, 'textHash' | 'extractorVersion'>): string =>
  createHash('sha256').update(`${textHash}@${extractorVersion}`).digest('base64url').slice(0, 16);

/** What of a reading is compressed when it is stored: all that it found. */
type Found = Pick<Reading, 'mentions' | 'reports' | 'homes' | 'others'>;

/** A reading as its item. */
export function stored({ mentions, reports, homes, others, ...reading }: Reading): Item {
  return { ...reading, body: packJson({ mentions, reports, homes, others } satisfies Found) };
}

/** A reading from its item. @throws SyntaxError or a zlib error on an item that is none. */
export function readingFrom({ body, ...item }: Item): Reading {
  return { ...item, ...unpackJson<Found>(body as Uint8Array) } as unknown as Reading;
}

/** What the ledger was last given of an article; null where it never was. */
export async function loadReading(db: Db, key: Key): Promise<Reading | null> {
  const item = await get<Item>(db, key);
  return item && readingFrom(item);
}
