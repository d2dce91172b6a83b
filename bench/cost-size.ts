import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Db } from '../lambda/dynamo.ts';
import { TABLE } from '../lambda/table.ts';

/** Bytes that DynamoDB counts of a value, by its documentation: text in UTF-8, numbers two digits a byte. */
function bytesOf(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return Math.ceil(value.N.replace(/[-.]/g, '').length / 2) + 1;
  if (value.B !== undefined) return value.B.length;
  if (value.L !== undefined) return 3 + value.L.reduce((sum, one) => sum + 1 + bytesOf(one), 0);
  if (value.M !== undefined) return 3 + bytesOfItem(value.M) + Object.keys(value.M).length;
  if (value.SS !== undefined) return value.SS.reduce((sum, one) => sum + Buffer.byteLength(one), 0);
  return 1;
}

const bytesOfItem = (item: Record<string, AttributeValue>): number =>
  Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + bytesOf(value), 0);

/** What DynamoDB adds to each item and to each entry of an index. */
const OVERHEAD = 100;

/** Bytes that the whole table takes, with its indexes. */
export async function bytesKept(db: Db): Promise<number> {
  let sum = 0;
  let from: Record<string, AttributeValue> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await db.client.send(
      new ScanCommand({ TableName: db.table, ExclusiveStartKey: from }),
    );
    for (const item of Items) {
      sum += bytesOfItem(item) + OVERHEAD;
      for (const { partitionKey, sortKey } of TABLE.indexes) {
        if (!item[partitionKey] || !item[sortKey]) continue;
        const keys = [TABLE.partitionKey, TABLE.sortKey, partitionKey, sortKey].map((name) => [name, item[name]!]);
        sum += bytesOfItem(Object.fromEntries(keys)) + OVERHEAD;
      }
    }
    from = LastEvaluatedKey;
  } while (from);
  return sum;
}
