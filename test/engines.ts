import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Db } from '../lambda/dynamo.ts';
import { dynoxideBinary, type Engine, startEngine, untilActive } from '../lambda/local/engine.ts';
import { TABLE } from '../lambda/table.ts';

/** The engines that this machine can run: the store's contract holds on each. */
export const ENGINES: Engine['name'][] = dynoxideBinary() ? ['dynoxide', 'dynalite'] : ['dynalite'];

export interface TestDb extends Db {
  engine: Engine;
  stop(): Promise<void>;
}

/** A fresh in-memory engine with the product's table. */
export async function testDb(name: Engine['name'] = ENGINES[0]!): Promise<TestDb> {
  const engine = await startEngine({ dir: null, engine: name });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
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
