import { CreateTableCommand, DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import type { Db } from '../lambda/dynamo.ts';
import { dynoxideBinary, type Engine, startEngine, untilActive } from '../lambda/local/engine.ts';
import { TABLE } from '../lambda/table.ts';

/** The engines that this machine can run: the store's contract holds on each. */
export const ENGINES: Engine['name'][] = dynoxideBinary() ? ['dynoxide', 'dynalite'] : ['dynalite'];

export interface TestDb extends Db {
  engine: Engine;
  stop(): Promise<void>;
}

/**
 * The engines ask for a signature and look at none of it, and making one is a third of what a request costs here. Requests
 * that are really signed are what the bundles, and whatever runs on `npm start`'s engine, send.
 */
const UNSIGNED: DynamoDBClientConfig['signer'] = {
  async sign(request) {
    const scope = 'local/20260101/local/dynamodb/aws4_request';
    Object.assign(request.headers, {
      authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0`,
      'x-amz-date': '20260101T000000Z',
    });
    return request;
  },
};

/** A fresh in-memory engine with the product's table. */
export async function testDb(name: Engine['name'] = ENGINES[0]!): Promise<TestDb> {
  const engine = await startEngine({ dir: null, engine: name });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    signer: UNSIGNED,
    // What a command passes through is put together once, not with every request.
    cacheMiddleware: true,
  });
  const table = 'tagih-test';
  await createTable(client, table);
  return {
    client,
    table,
    engine,
    async stop() {
      client.destroy();
      await engine.stop();
    },
  };
}

/** Creates the table from its definition (`lambda/table.ts`), which the synthesized template repeats, ready for use. */
export async function createTable(client: DynamoDBClient, table: string): Promise<void> {
  const keys = [TABLE.partitionKey, TABLE.sortKey, ...TABLE.indexes.flatMap((i) => [i.partitionKey, i.sortKey])];
  await client.send(
    new CreateTableCommand({
      TableName: table,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: keys.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
      KeySchema: [
        { AttributeName: TABLE.partitionKey, KeyType: 'HASH' },
        { AttributeName: TABLE.sortKey, KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: TABLE.indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: [
          { AttributeName: index.partitionKey, KeyType: 'HASH' },
          { AttributeName: index.sortKey, KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    }),
  );
  await untilActive(client, table);
}
