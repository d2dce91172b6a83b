import type { Db } from '../../../lambda/dynamo.ts';

const WRITES = new Set(['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', 'BatchWriteItemCommand']);

/** Counts the requests of a database, and dies at the n-th write: before it, or after it has been made. */
export function faulty(
  db: Db,
  dieAt = Number.POSITIVE_INFINITY,
  after = false,
): Db & { writes: number; requests: number } {
  const counted = { table: db.table, writes: 0, requests: 0 } as Db & { writes: number; requests: number };
  counted.client = {
    send: async (command: { constructor: { name: string } }) => {
      counted.requests++;
      const isWrite = WRITES.has(command.constructor.name);
      if (isWrite) counted.writes++;
      if (isWrite && counted.writes === dieAt && !after) throw new Error('killed before a write');
      const answer = await (db.client.send as (c: unknown) => Promise<unknown>)(command);
      if (isWrite && counted.writes === dieAt && after) throw new Error('killed after a write');
      return answer;
    },
  } as unknown as Db['client'];
  return counted;
}
