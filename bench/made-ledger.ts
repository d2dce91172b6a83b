import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Db, type Item, toItem } from '../lambda/dynamo.ts';
import { putMany } from '../lambda/items.ts';
import { placesOf, reportPlaces } from '../lambda/ledger/model/blocks.ts';
import { commitmentsOf } from '../lambda/ledger/model/model.ts';
import { readMentions } from '../lambda/ledger/model/read-mentions.ts';
import { cutsOf } from '../lambda/ledger/model/stretches.ts';
import { waitingPlaces } from '../lambda/ledger/model/tells.ts';
import { readReports } from '../lambda/ledger/outcomes/read.ts';
import { headItem, listItems } from '../lambda/ledger/store/head.ts';
import { archiveKey, blockHeadKey, linkKey, mentionKey, waitKey } from '../lambda/ledger/store/keys.ts';
import { packJson } from '../lambda/ledger/store/packed.ts';
import type { Place } from '../lambda/ledger/types.ts';
import { dynoxideBinary, startEngine } from '../lambda/local/engine.ts';
import { testDb } from '../test/engines.ts';
import { articleOf, toldOf } from './made-articles.ts';

/**
 * Ledgers of any size, for the benches: what placing so many articles of one promise each would have left, and as many
 * reports of one regulator.
 */

export interface MadeLedger extends Db {
  endpoint: string;
  /** Its commitments, in the order of their articles. */
  ids: string[];
  stop(): Promise<void>;
}

/** The moment at which all of them were written, and as of which they are read. */
export const NOW = new Date('2026-06-01T00:00:00Z');

/** Commitments made before they are written: what is in memory at a time. */
const BATCH = 500;

/**
 * A ledger of so many commitments in an engine of its own. Where the engine can import a table it does, from a file:
 * through requests each commitment would take it some milliseconds.
 */
export async function madeLedger(count: number): Promise<MadeLedger> {
  const binary = dynoxideBinary();
  return binary ? imported(binary, count) : written(count);
}

async function written(count: number): Promise<MadeLedger> {
  const db = await testDb();
  const ids: string[] = [];
  for (const batch of batches(count, ids)) await putMany(db, batch);
  return { ...db, endpoint: db.engine.endpoint, ids };
}

async function imported(binary: string, count: number): Promise<MadeLedger> {
  const dir = await mkdtemp(path.join(tmpdir(), 'tagih-ledger-'));
  const { table, description } = await tableDescription();
  const schema = path.join(dir, 'schema.json');
  await writeFile(schema, description);
  const source = path.join(dir, 'source');
  const ids = await writeExport(path.join(source, table, 'data'), count);
  const output = path.join(dir, 'table.sqlite');
  await promisify(execFile)(binary, ['import', '--source', source, '--schema', schema, '--output', output]);
  await rm(source, { recursive: true });
  const engine = await startEngine({ dir });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint: engine.endpoint, region: 'local', credentials });
  return {
    client,
    table,
    endpoint: engine.endpoint,
    ids,
    async stop() {
      client.destroy();
      await engine.stop();
      await rm(dir, { recursive: true });
    },
  };
}

/** The product's table as DescribeTable gives it: what an import goes by. */
async function tableDescription(): Promise<{ table: string; description: string }> {
  const { client, table, stop } = await testDb();
  try {
    return { table, description: JSON.stringify(await client.send(new DescribeTableCommand({ TableName: table }))) };
  } finally {
    await stop();
  }
}

/** Writes all items as an export of DynamoDB has them, a file a batch. @returns the ids of the commitments. */
async function writeExport(folder: string, count: number): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const ids: string[] = [];
  let files = 0;
  for (const batch of batches(count, ids)) {
    const lines = batch.map((item) => `${JSON.stringify({ Item: toItem(item) }, bytesAsBase64)}\n`);
    await writeFile(path.join(folder, `${files++}.json`), lines.join(''));
  }
  return ids;
}

/** By itself JSON writes a member for each byte; of a Buffer it is given what `toJSON` made of it. */
export function bytesAsBase64(this: Record<string, unknown>, name: string, value: unknown): unknown {
  const given = this[name];
  return given instanceof Uint8Array ? Buffer.from(given).toString('base64') : value;
}

/** The items of so many commitments, batch by batch; their ids are added to `ids`. */
function* batches(count: number, ids: string[]): Generator<Item[]> {
  const days = new Map<string, number[]>();
  for (let from = 0; from < count; from += BATCH) {
    const items: Item[] = [];
    for (let n = from; n < Math.min(count, from + BATCH); n++) {
      const [mention] = readMentions(articleOf(n), NOW.toISOString());
      const [home, ...others] = placesOf(mention!) as [Place, ...Place[]];
      for (const { block, day } of [home, ...others]) push(days, block, day);
      const [commitment] = commitmentsOf({ mentions: [mention!], reports: [], reviews: [] });
      const { pendingPk: _, pendingSk: __, ...head } = headItem(commitment!, 1, 'complete', NOW);
      ids.push(commitment!.id);
      items.push(head, ...listItems(commitment!), {
        ...mentionKey(home, mention!.id),
        rev: 1,
        body: packJson(mention),
      });
      for (const other of others) items.push({ ...linkKey(other, mention!.id), rev: 1, home, left: false });
      for (const place of waitingPlaces(mention!)) items.push({ ...waitKey(place, mention!.id), rev: 1, home });
    }
    for (let n = from; n < Math.min(count, from + BATCH); n++) items.push(...archived(n));
    yield items;
  }
  yield [...days].map(([block, own]) => {
    const cuts = new Set(cutsOf(own));
    return { ...blockHeadKey(block), version: own.length, ...(cuts.size > 0 ? { cuts, told: 0 } : {}) };
  });
}

/** Reports told on each day, up to the last one. */
const A_DAY = 270;
/** Numbers beyond those of the articles: what is told is none of what was promised. */
const BEYOND = 2_000_000;
const [TOLD] = readReports(toldOf(BEYOND, NOW.toISOString()), NOW.toISOString());

/** A report of what nobody promised, in its places. */
function archived(n: number): Item[] {
  const { key, id, text, published } = toldOf(
    BEYOND + n,
    new Date(NOW.getTime() - Math.floor(n / A_DAY) * 86_400_000).toISOString(),
  );
  const words = text.slice(0, -1).toLowerCase().split(' ').slice(2);
  const report = { ...TOLD!, id, quote: text, words, article: { ...TOLD!.article, key, id, published } };
  return reportPlaces(report).map((place) => ({ ...archiveKey(place, report.id), rev: 1, body: packJson(report) }));
}

function push(days: Map<string, number[]>, block: string, day: number): void {
  const own = days.get(block);
  if (own) own.push(day);
  else days.set(block, [day]);
}
