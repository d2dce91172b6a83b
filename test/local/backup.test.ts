import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { paginateScan } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Db, fromItem } from '../../lambda/dynamo.ts';
import { putMany } from '../../lambda/items.ts';
import { placeArticle } from '../../lambda/ledger/place.ts';
import { listCommitments } from '../../lambda/ledger/store/list.ts';
import { backUpObjects, backUpTable, CannotRestore, restoreObjects, restoreTable } from '../../lambda/local/backup.ts';
import { ENGINES, type TestDb, testDb } from '../engines.ts';
import { registration } from '../ledger/samples.ts';

const quiet = () => {};
const fresh = { again: false, onProgress: quiet };

async function everything(db: Db): Promise<unknown[]> {
  const items: Record<string, string>[] = [];
  for await (const { Items = [] } of paginateScan({ client: db.client }, { TableName: db.table, ConsistentRead: true }))
    items.push(...Items.map((item) => fromItem<Record<string, string>>(item)));
  return items.sort((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));
}

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'tagih-backup-'));
});
afterAll(() => rm(dir, { recursive: true }));

describe.each(ENGINES)('a backup of a table on %s', (name) => {
  let db: TestDb;
  let other: TestDb;
  let to: string;
  beforeAll(async () => {
    [db, other] = await Promise.all([testDb(name), testDb(ENGINES.at(-1))]);
    to = path.join(dir, name);
    for (const article of registration()) await placeArticle(db, article, new Date('2022-07-20T03:00:00Z'));
    // More than one batch and one page of everything that an item may hold.
    const kinds = { text: 'teks “é”', number: 1.5, yes: true, none: null, list: [1, 'a'], map: { B: 'b', BS: ['s'] } };
    const items = Array.from({ length: 400 }, (_, n) => ({ pk: `X#${n}`, sk: 'X', ...kinds, pad: 'x'.repeat(4000) }));
    await putMany(db, [...items, { pk: 'Y', sk: 'Y', bytes: new Uint8Array([0, 255, 7]), set: new Set(['a', 'b']) }]);
    expect(await backUpTable(db, to, quiet)).toBeGreaterThan(401);
  });
  afterAll(() => Promise.all([db.stop(), other.stop()]));

  test('comes back in an empty table as it was, item by item, and the ledger reads the same', async () => {
    const items = await restoreTable(other, to, fresh);
    const [was, is] = [await everything(db), await everything(other)];
    expect(is).toHaveLength(items);
    expect(is).toEqual(was);
    const list = (of: Db) => listCommitments(of, { limit: 50 }).then((page) => page.items);
    expect((await list(db)).length).toBeGreaterThan(0);
    expect(await list(other)).toEqual(await list(db));
  });

  test('is not written over what a table holds, unless asked; then what is beside it stays', async () => {
    await expect(restoreTable(other, to, fresh)).rejects.toThrow(CannotRestore);
    await putMany(other, [{ pk: 'Z', sk: 'Z' }]);
    await restoreTable(other, to, { again: true, onProgress: quiet });
    expect(await everything(other)).toHaveLength((await everything(db)).length + 1);
  });

  test('may be an export of DynamoDB: several files of the same lines', async () => {
    const exported = path.join(dir, `${name}-export`);
    await mkdir(exported);
    const line = (n: number) => `{"Item":{"pk":{"S":"E#${n}"},"sk":{"S":"E"},"bytes":{"B":"AP8H"},"n":{"N":"${n}"}}}\n`;
    await writeFile(path.join(exported, 'abc.json.gz'), gzipSync(line(1) + line(2)));
    await writeFile(path.join(exported, 'def.json.gz'), gzipSync(line(3)));
    expect(await restoreTable(other, exported, { again: true, onProgress: quiet })).toBe(3);
    expect(await everything(other)).toContainEqual({ pk: 'E#3', sk: 'E', bytes: new Uint8Array([0, 255, 7]), n: 3 });
  });

  test('that is none, or holds what is no item, is refused by name', async () => {
    await expect(restoreTable(other, path.join(dir, 'nothing'), fresh)).rejects.toThrow('holds no backup');
    const odd = path.join(dir, `${name}-odd`);
    await mkdir(odd);
    await writeFile(path.join(odd, 'a.json.gz'), gzipSync('{"Item":{"id":{"S":"1"}}}\n'));
    await expect(restoreTable(other, odd, { again: true, onProgress: quiet })).rejects.toThrow(
      'a.json.gz: item 1 has no keys of this table',
    );
  });
});

test('snapshots are copied where they are missing, and never written over', async () => {
  const [data, to, back] = [path.join(dir, 'data'), path.join(dir, 'kept'), path.join(dir, 'back')];
  await mkdir(path.join(data, 'objects/snapshots/pages/aa'), { recursive: true });
  await writeFile(path.join(data, 'objects/snapshots/pages/aa/1.gz'), 'satu');
  await backUpObjects(data, to);
  await writeFile(path.join(data, 'objects/snapshots/pages/aa/1.gz'), 'lain');
  await writeFile(path.join(data, 'objects/snapshots/pages/aa/2.gz'), 'dua');
  await backUpObjects(data, to);
  await restoreObjects(to, back);
  const read = (name: string) => readFile(path.join(back, 'objects/snapshots/pages/aa', name), 'utf8');
  expect([await read('1.gz'), await read('2.gz')]).toEqual(['satu', 'dua']);
  // A folder without any is no error: a table alone can be backed up.
  await backUpObjects(path.join(dir, 'nowhere'), to);
});
