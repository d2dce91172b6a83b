import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, test } from 'vitest';
import { toItem } from '../lambda/dynamo.ts';
import { ENGINES, testDb } from './engines.ts';

describe.each(ENGINES)('the embedded database %s', (name) => {
  test('keeps an item and finds it by a sparse index', async () => {
    const db = await testDb(name);
    try {
      await db.client.send(
        new PutItemCommand({ TableName: db.table, Item: toItem({ pk: 'A', sk: '1', pendingPk: 'P', pendingSk: '1' }) }),
      );
      await db.client.send(new PutItemCommand({ TableName: db.table, Item: toItem({ pk: 'A', sk: '2' }) }));
      const found = await db.client.send(
        new QueryCommand({
          TableName: db.table,
          IndexName: 'pending',
          KeyConditionExpression: 'pendingPk = :p',
          ExpressionAttributeValues: { ':p': { S: 'P' } },
        }),
      );
      expect(found.Items?.map((item) => item.sk?.S)).toEqual(['1']);
    } finally {
      await db.stop();
    }
  });
});
