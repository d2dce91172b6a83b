import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { ENV, requireEnv } from './env.ts';

/** A stored item, unmarshalled. */
export type Item = Record<string, unknown>;

/** Everything a store function needs: the client and the table's name. */
export interface Db {
  client: DynamoDBClient;
  table: string;
}

/** Undefined members are left out rather than refused, so that optional fields need no ceremony. */
export const toItem = (value: Item) => marshall(value, { removeUndefinedValues: true });
export const fromItem = <T = Item>(item: Parameters<typeof unmarshall>[0]): T => unmarshall(item) as T;

/**
 * The table a handler works on, from its environment. The SDK itself honours `AWS_ENDPOINT_URL_DYNAMODB`, which is
 * how the same bundle runs on one machine.
 * @throws Error naming the variable when the table's name is not set.
 */
export function dbFromEnv(): Db {
  // What a command passes through is put together once, and not with every request.
  return { client: new DynamoDBClient({ maxAttempts: 5, cacheMiddleware: true }), table: requireEnv(ENV.table) };
}

/** True when a conditional write was refused because its condition did not hold. */
export const isConditionFailed = (error: unknown): boolean =>
  error instanceof Error && error.name === 'ConditionalCheckFailedException';
