import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { type Db, fromItem, type Item, isConditionFailed, toItem } from './dynamo.ts';

/** The few requests that every room makes of the table, each of one item or one query. */

export interface Key {
  pk: string;
  sk: string;
}

export interface Expression {
  names?: Record<string, string>;
  values?: Item;
}

const bindings = ({ names, values }: Expression) => ({
  ...(names && Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
  ...(values && Object.keys(values).length > 0 ? { ExpressionAttributeValues: toItem(values) } : {}),
});

/** The item under a key, or null: as it is now, or `eventual`, which is half the price, as it was a moment ago. */
export async function get<T>(db: Db, key: Key, { eventual = false } = {}): Promise<T | null> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.table, Key: toItem({ ...key }), ConsistentRead: !eventual }),
  );
  return Item ? fromItem<T>(Item) : null;
}

/** Writes an item; false where its condition does not hold. */
export async function put(db: Db, item: Item, condition?: string, expression: Expression = {}): Promise<boolean> {
  try {
    await db.client.send(
      new PutItemCommand({
        TableName: db.table,
        Item: toItem(item),
        ...(condition ? { ConditionExpression: condition } : {}),
        ...bindings(expression),
      }),
    );
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

/** Changes an item and gives it as it is then; null where the condition does not hold. */
export async function update<T>(
  db: Db,
  key: Key,
  expression: string,
  condition: string | null,
  bound: Expression = {},
): Promise<T | null> {
  try {
    const { Attributes } = await db.client.send(
      new UpdateItemCommand({
        TableName: db.table,
        Key: toItem({ ...key }),
        UpdateExpression: expression,
        ...(condition ? { ConditionExpression: condition } : {}),
        ...bindings(bound),
        ReturnValues: 'ALL_NEW',
      }),
    );
    return fromItem<T>(Attributes ?? {});
  } catch (error) {
    if (isConditionFailed(error)) return null;
    throw error;
  }
}

export interface Find extends Expression {
  condition: string;
  index?: string;
  limit?: number;
  descending?: boolean;
  /** Where the page before ended. */
  from?: Item;
  /** Half the price, where it does not matter what was written a moment ago. */
  eventual?: boolean;
}

/** One page of a query: its items and where it ended, null at the end of the list. */
export async function page<T>(db: Db, find: Find): Promise<{ items: T[]; last: Item | null }> {
  const answer = await db.client.send(
    new QueryCommand({
      TableName: db.table,
      KeyConditionExpression: find.condition,
      ...(find.index ? { IndexName: find.index } : { ConsistentRead: !find.eventual }),
      ...(find.limit ? { Limit: find.limit } : {}),
      ...(find.descending ? { ScanIndexForward: false } : {}),
      ...(find.from ? { ExclusiveStartKey: toItem(find.from) } : {}),
      ...bindings(find),
    } satisfies QueryCommandInput),
  );
  return {
    items: (answer.Items ?? []).map((item) => fromItem<T>(item)),
    last: answer.LastEvaluatedKey ? fromItem(answer.LastEvaluatedKey) : null,
  };
}

/** Everything a query finds, page after page. */
export async function all<T>(db: Db, find: Find): Promise<T[]> {
  const found: T[] = [];
  let from = find.from;
  do {
    const next = await page<T>(db, { ...find, ...(from ? { from } : {}) });
    found.push(...next.items);
    from = next.last ?? undefined;
  } while (from);
  return found;
}

/** The items that a query finds, one after another, up to its limit; pages are fetched as they are needed. */
export async function* each<T>(db: Db, find: Find): AsyncGenerator<T> {
  let left = find.limit ?? Number.POSITIVE_INFINITY;
  let from = find.from;
  do {
    const { limit: _, ...rest } = find;
    const size = Number.isFinite(left) ? { limit: Math.min(left, 1000) } : {};
    const next: { items: T[]; last: Item | null } = await page<T>(db, { ...rest, ...size, ...(from ? { from } : {}) });
    for (const item of next.items) {
      yield item;
      if (--left <= 0) return;
    }
    from = next.last ?? undefined;
  } while (from);
}

const MOST_TRIES = 8;

/**
 * Waits before what a throttled table left undone is asked for again, longer each time.
 * @throws Error after so many tries: whoever called is called again later.
 */
async function patience(tries: number): Promise<void> {
  if (tries === 0) return;
  if (tries === MOST_TRIES) throw new Error('the table is throttled: it leaves requests undone');
  await new Promise((resolve) => setTimeout(resolve, Math.min(1000, 10 * 2 ** tries)));
}

/** Where something pending stands: all that the index `pending` holds. */
export interface Pending extends Key {
  pendingPk: string;
  pendingSk: string;
}

const standing = (partition: string, bound: string, beyond = false): Find => ({
  index: 'pending',
  condition: `pendingPk = :pk AND pendingSk ${beyond ? '>' : '<='} :bound`,
  values: { ':pk': partition, ':bound': bound },
});

/**
 * The keys of what is pending in a partition, up to a sort key (or beyond it), in its order.
 * @param options.after leaves out what stands up to this sort key.
 */
export function pendingKeys(
  db: Db,
  partition: string,
  bound: string,
  limit?: number,
  { beyond = false, after = '' }: { beyond?: boolean; after?: string } = {},
): AsyncGenerator<Pending> {
  // A space more sorts behind the key itself and before all others.
  const first = `${after} `;
  // A range that ends before it begins is refused.
  if (after && first > bound) return (async function* () {})();
  const between = {
    index: 'pending',
    condition: 'pendingPk = :pk AND pendingSk BETWEEN :first AND :bound',
    values: { ':pk': partition, ':first': first, ':bound': bound },
  };
  return each<Pending>(db, { ...(after ? between : standing(partition, bound, beyond)), ...(limit ? { limit } : {}) });
}

/**
 * What is pending in a partition, up to a sort key (or beyond it), in its order, at most `limit` of it: the items as
 * they are now. Those that have been dealt with or put off since the index saw them are left out.
 */
export async function pending<T extends object>(
  db: Db,
  partition: string,
  bound: string,
  limit: number,
  { beyond = false }: { beyond?: boolean } = {},
): Promise<T[]> {
  const { items } = await page<Pending>(db, { ...standing(partition, bound, beyond), limit });
  const places = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item.pendingSk]));
  const found = await getMany<T & Pending>(db, items, { consistent: true });
  return found.filter((item) => item.pendingPk === partition && item.pendingSk === places.get(`${item.pk} ${item.sk}`));
}

/** One page of a partition of an index, which holds keys alone. */
export interface FindWhole extends Find {
  /** By convention its keys are called `INDEXPk` and `INDEXSk`. */
  index: string;
  values: Item & { ':pk': string };
}

/**
 * One page of what stands in an index: the items as the table has them, in the order of the index, eventually. Those that
 * have left the partition since the index saw them are left out, so that a page may be short.
 */
export async function wholePage<T extends Key>(db: Db, find: FindWhole): Promise<{ items: T[]; last: Item | null }> {
  const { items: keys, last } = await page<Key>(db, find);
  const items = await getMany<T & Item>(db, keys);
  return { items: items.filter((item) => item[`${find.index}Pk`] === find.values[':pk']), last };
}

/** The same, page after page, up to its limit. */
export async function* wholeItems<T extends Key>(db: Db, find: FindWhole): AsyncGenerator<T> {
  let left = find.limit ?? Number.POSITIVE_INFINITY;
  let from = find.from;
  do {
    const next: { items: T[]; last: Item | null } = await wholePage<T>(db, {
      ...find,
      limit: Math.min(left, 100),
      ...(from ? { from } : {}),
    });
    for (const item of next.items) {
      yield item;
      if (--left <= 0) return;
    }
    from = next.last ?? undefined;
  } while (from);
}

/** Items by key, in the order of the keys; missing ones left out. Eventually consistent unless asked otherwise. */
export async function getMany<T extends Partial<Key>>(
  db: Db,
  keys: readonly Key[],
  { consistent = false }: { consistent?: boolean } = {},
): Promise<T[]> {
  const found = new Map<string, T>();
  for (let at = 0; at < keys.length; at += 100) {
    let ask: Key[] = keys.slice(at, at + 100).map(({ pk, sk }) => ({ pk, sk }));
    for (let tries = 0; ask.length > 0; tries++) {
      await patience(tries);
      const answer = await db.client.send(
        new BatchGetItemCommand({
          RequestItems: {
            [db.table]: {
              Keys: ask.map((key) => toItem({ ...key })),
              ...(consistent ? { ConsistentRead: true } : {}),
            },
          },
        }),
      );
      for (const raw of answer.Responses?.[db.table] ?? []) {
        const item = fromItem<T>(raw);
        found.set(`${item.pk} ${item.sk}`, item);
      }
      ask = (answer.UnprocessedKeys?.[db.table]?.Keys ?? []).map((key) => fromItem<Key>(key));
    }
  }
  return keys.flatMap((key) => found.get(`${key.pk} ${key.sk}`) ?? []);
}

/** Writes items that need no condition, 25 a request. */
export const putMany = (db: Db, items: readonly Item[]): Promise<void> =>
  putStored(
    db,
    items.map((item) => toItem(item)),
  );

/** The same of items as DynamoDB writes them (`{"pk": {"S": "…"}, …}`). */
export const putStored = (db: Db, items: readonly Record<string, AttributeValue>[]): Promise<void> =>
  writeMany(
    db,
    items.map((Item) => ({ PutRequest: { Item } })),
  );

/** Takes items away, 25 a request; what is not there is no error. */
export const removeMany = (db: Db, keys: readonly Key[]): Promise<void> =>
  writeMany(
    db,
    keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: toItem({ pk, sk }) } })),
  );

async function writeMany(db: Db, requests: readonly WriteRequest[]): Promise<void> {
  for (let at = 0; at < requests.length; at += 25) {
    let left = requests.slice(at, at + 25);
    for (let tries = 0; left.length > 0; tries++) {
      await patience(tries);
      const answer = await db.client.send(new BatchWriteItemCommand({ RequestItems: { [db.table]: left } }));
      left = answer.UnprocessedItems?.[db.table] ?? [];
    }
  }
}
