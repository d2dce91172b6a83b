import {
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  type QueryCommandInput,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { type Db, fromItem, type Item, isConditionFailed, toItem } from '../dynamo.ts';

export interface Key {
  pk: string;
  sk: string;
}

/** Names (`#name`) and values (`:value`) of an expression. */
export interface Expression {
  names?: Record<string, string>;
  values?: Item;
}

const bindings = ({ names, values }: Expression) => ({
  ...(names && Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
  ...(values && Object.keys(values).length > 0 ? { ExpressionAttributeValues: toItem(values) } : {}),
});

/** The item under a key as it is now, or null. */
export async function getItem<T>(db: Db, key: Key): Promise<T | null> {
  const { Item } = await db.client.send(
    new GetItemCommand({ TableName: db.table, Key: toItem({ ...key }), ConsistentRead: true }),
  );
  return Item ? fromItem<T>(Item) : null;
}

/** Writes an item; false where its condition does not hold. */
export async function putItem(db: Db, item: Item, condition?: string, expression: Expression = {}): Promise<boolean> {
  return held(() =>
    db.client.send(
      new PutItemCommand({
        TableName: db.table,
        Item: toItem(item),
        ...(condition ? { ConditionExpression: condition } : {}),
        ...bindings(expression),
      }),
    ),
  );
}

/** Changes an item and gives it as it is then; null where the condition does not hold. */
export async function updateItem<T>(
  db: Db,
  key: Key,
  update: string,
  condition: string | null,
  expression: Expression,
): Promise<T | null> {
  try {
    const { Attributes } = await db.client.send(
      new UpdateItemCommand({
        TableName: db.table,
        Key: toItem({ ...key }),
        UpdateExpression: update,
        ...(condition ? { ConditionExpression: condition } : {}),
        ...bindings(expression),
        ReturnValues: 'ALL_NEW',
      }),
    );
    return fromItem<T>(Attributes ?? {});
  } catch (error) {
    if (isConditionFailed(error)) return null;
    throw error;
  }
}

async function held(write: () => Promise<unknown>): Promise<boolean> {
  try {
    await write();
    return true;
  } catch (error) {
    if (isConditionFailed(error)) return false;
    throw error;
  }
}

export interface QueryOptions extends Expression {
  condition: string;
  index?: string;
  /** Stop after so many items. */
  limit?: number;
  descending?: boolean;
}

/** The items that a query finds, page after page, up to its limit. */
export async function* query<T>(db: Db, options: QueryOptions): AsyncGenerator<T> {
  let left = options.limit ?? Number.POSITIVE_INFINITY;
  let start: QueryCommandInput['ExclusiveStartKey'];
  do {
    const page = await db.client.send(
      new QueryCommand({
        TableName: db.table,
        KeyConditionExpression: options.condition,
        ...(options.index ? { IndexName: options.index } : { ConsistentRead: true }),
        ...(Number.isFinite(left) ? { Limit: Math.min(left, 1000) } : {}),
        ...(options.descending ? { ScanIndexForward: false } : {}),
        ...(start ? { ExclusiveStartKey: start } : {}),
        ...bindings(options),
      }),
    );
    for (const item of page.Items ?? []) {
      yield fromItem<T>(item);
      if (--left <= 0) return;
    }
    start = page.LastEvaluatedKey;
  } while (start);
}

/** All items that a query finds. */
export async function queryAll<T>(db: Db, options: QueryOptions): Promise<T[]> {
  const all: T[] = [];
  for await (const item of query<T>(db, options)) all.push(item);
  return all;
}
