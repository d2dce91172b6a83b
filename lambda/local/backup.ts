import { createReadStream, createWriteStream } from 'node:fs';
import { cp, mkdir, readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Db } from '../dynamo.ts';
import { putStored } from '../items.ts';

/** A stored item as DynamoDB writes it: `{"pk": {"S": "…"}, …}`, bytes in base64. */
type Stored = Record<string, AttributeValue>;

/** What a backup holds. */
const TABLE_FILE = 'table.json.gz';
const OBJECTS = 'objects';

/** A folder that holds no backup, or a table that is not empty. */
export class CannotRestore extends Error {
  override name = 'CannotRestore';
}

/**
 * Writes every item of a table to `DIR/table.json.gz`, one `{"Item": …}` a line, as DynamoDB's own exports are written.
 * The table may be in use; what is written meanwhile may be missing, and is brought in by the schedules after a restore.
 * @returns how many items there were.
 */
export async function backUpTable(db: Db, dir: string, onProgress: (items: number) => void): Promise<number> {
  let items = 0;
  async function* lines(): AsyncGenerator<string> {
    let from: Stored | undefined;
    do {
      const answer = await db.client.send(
        new ScanCommand({
          TableName: db.table,
          ConsistentRead: true,
          ...(from ? { ExclusiveStartKey: from } : {}),
        }),
      );
      for (const item of answer.Items ?? []) yield `${JSON.stringify({ Item: item }, asBase64)}\n`;
      items += answer.Items?.length ?? 0;
      onProgress(items);
      from = answer.LastEvaluatedKey;
    } while (from);
  }
  await mkdir(dir, { recursive: true });
  // Written beside and renamed: a run that is killed leaves no half backup under a good name.
  const partial = path.join(dir, `${TABLE_FILE}.part`);
  await pipeline(Readable.from(lines()), createGzip(), createWriteStream(partial));
  await rename(partial, path.join(dir, TABLE_FILE));
  return items;
}

/**
 * Writes the items of a backup, or of an export of DynamoDB (`DYNAMODB_JSON`: every `.json.gz` of the folder), into an
 * empty table. Broken off, it is begun anew with `again`, and writes the same.
 * @param again takes a table that is not empty; what it has beside the backup stays.
 * @returns how many items were written.
 * @throws CannotRestore where there is no backup or the table is not empty; Error on a line that is no item.
 */
export async function restoreTable(
  db: Db,
  dir: string,
  { again, onProgress }: { again: boolean; onProgress: (items: number) => void },
): Promise<number> {
  const files = (await readdir(dir).catch(() => [])).filter((name) => name.endsWith('.json.gz')).sort();
  if (files.length === 0) throw new CannotRestore(`${dir} holds no backup: there is no .json.gz in it`);
  const there = again ? null : await db.client.send(new ScanCommand({ TableName: db.table, Limit: 1 }));
  if (there?.Items?.length) throw new CannotRestore(`the table ${db.table} is not empty`);
  let written = 0;
  const batch: Stored[] = [];
  const flush = async () => {
    await putStored(db, batch.splice(0));
    onProgress(written);
  };
  for (const file of files) {
    const text = createReadStream(path.join(dir, file)).pipe(createGunzip());
    for await (const line of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      const { Item } = JSON.parse(line, fromBase64) as { Item?: Stored };
      if (!Item?.pk || !Item.sk) throw new Error(`${file}: item ${written + 1} has no keys of this table`);
      batch.push(Item);
      written++;
      if (batch.length === 25) await flush();
    }
  }
  await flush();
  return written;
}

/** Copies the snapshots of a data folder into a backup, those only that it has not yet: each is named by what it holds. */
export const backUpObjects = (data: string, dir: string): Promise<void> =>
  copyMissing(path.join(data, OBJECTS), path.join(dir, OBJECTS));

/** Copies the snapshots of a backup into a data folder. */
export const restoreObjects = (dir: string, data: string): Promise<void> =>
  copyMissing(path.join(dir, OBJECTS), path.join(data, OBJECTS));

async function copyMissing(from: string, to: string): Promise<void> {
  if ((await stat(from).catch(() => null)) === null) return;
  await cp(from, to, { recursive: true, force: false, errorOnExist: false });
}

/** JSON has no bytes: those of `B` and `BS` are base64, as in DynamoDB's own JSON. */
function asBase64(this: unknown, key: string, value: unknown): unknown {
  const raw = (this as Record<string, unknown>)[key];
  return raw instanceof Uint8Array ? Buffer.from(raw).toString('base64') : value;
}

/** Undoes {@link asBase64}. A member named `B` holding a string is bytes: everything else has its type as its name. */
function fromBase64(key: string, value: unknown): unknown {
  if (key === 'B' && typeof value === 'string') return new Uint8Array(Buffer.from(value, 'base64'));
  if (key === 'BS' && Array.isArray(value))
    return value.map((one) => new Uint8Array(Buffer.from(String(one), 'base64')));
  return value;
}
