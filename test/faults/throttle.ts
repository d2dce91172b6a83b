import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TestDb } from '../engines.ts';

/** A table behind a proxy that refuses requests as DynamoDB does when they are too many. */
export interface Throttled {
  db: TestDb;
  /** Share of the requests that are refused; 1 is all. */
  refuse: number;
  /** Batches are answered with all of it undone so many times. */
  undone: number;
  refused: number;
  stop(): Promise<void>;
}

/** @param random numbers in [0, 1), the same each time. */
export async function throttled(db: TestDb, random: () => number): Promise<Throttled> {
  const server = createServer(async (asked, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const action = String(asked.headers['x-amz-target']).split('.')[1];
    const json = (status: number, value: object) =>
      answer.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(value));
    if (random() < self.refuse) {
      self.refused++;
      return json(400, {
        __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
        message: 'The level of configured provisioned throughput for the table was exceeded.',
      });
    }
    if (action?.startsWith('Batch') && self.undone > 0) {
      self.undone--;
      const all = JSON.parse(body.toString()).RequestItems;
      return json(200, action === 'BatchGetItem' ? { Responses: {}, UnprocessedKeys: all } : { UnprocessedItems: all });
    }
    const { hostname, port } = new URL(db.engine.endpoint);
    const passed = request(
      { hostname, port, method: asked.method, path: asked.url, headers: asked.headers },
      (given) => {
        answer.writeHead(given.statusCode ?? 500, given.headers);
        given.pipe(answer);
      },
    );
    passed.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  // As the handlers make it; in a short run it gives up sooner, for its pauses are long.
  const client = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: process.env.TAGIH_LONG ? 5 : 2,
  });
  const self: Throttled = {
    db: { ...db, client },
    refuse: 0,
    undone: 0,
    refused: 0,
    async stop() {
      client.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return self;
}
