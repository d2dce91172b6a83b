import type { Db } from '../../../lambda/dynamo.ts';
import { isPosting } from '../../../lambda/ledger/model/postings.ts';

/** The names of a request that say which partition it is to. */
interface Asked {
  Item?: { pk?: { S?: string } };
  ExpressionAttributeValues?: Record<string, { S?: string }>;
}

const WRITES = new Set(['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand', 'BatchWriteItemCommand']);

/** Of the requests, those to what waits under postings. */
interface Counted {
  writes: number;
  requests: number;
  toPostings: number;
}

/** Counts the requests of a database, and dies at the n-th write: before it, or after it has been made. */
export function faulty(db: Db, dieAt = Number.POSITIVE_INFINITY, after = false): Db & Counted {
  const counted = { table: db.table, writes: 0, requests: 0, toPostings: 0 } as Db & Counted;
  counted.client = {
    send: async (command: { constructor: { name: string }; input: Asked }) => {
      counted.requests++;
      const pk = command.input.Item?.pk ?? command.input.ExpressionAttributeValues?.[':pk'];
      if (isPosting(pk?.S ?? '')) counted.toPostings++;
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
