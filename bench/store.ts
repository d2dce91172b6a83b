/**
 * The store against the bare SDK making the same requests of the same engine, in turns, time on the wall:
 * `node bench/store.ts`. The bare side unpacks the items and does nothing with them.
 */
import { BatchGetItemCommand, GetItemCommand, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { get, put } from '../lambda/items.ts';
import { commitmentKey, listPk } from '../lambda/ledger/store/keys.ts';
import { getCommitment, listCommitments } from '../lambda/ledger/store/read.ts';
import { madeLedger, NOW } from './made-ledger.ts';
import { inTurns, median, tellCosts } from './measure.ts';

const COMMITMENTS = 1000;
const ROUNDS = 31;
/** Calls a round, one after another. */
const TIMES = 10;

const db = await madeLedger(COMMITMENTS);
const { client, table: TableName } = db;
try {
  const id = db.ids[COMMITMENTS >> 1]!;
  const key = { ...commitmentKey(id) };
  const partition = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: marshall({ ':pk': key.pk }) };
  let n = 0;
  const item = () => ({ pk: 'BENCH', sk: String(n++ % 50), text: 'x'.repeat(500), numbers: [1, 2, 3] });

  const bareList = async () => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: marshall({ ':pk': listPk('all'), ':from': '0', ':to': '~' }),
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: 25,
      }),
    );
    const Keys = Items.map((raw) => marshall({ ...commitmentKey(unmarshall(raw).id as string) }));
    const answer = await client.send(new BatchGetItemCommand({ RequestItems: { [TableName]: { Keys } } }));
    return (answer.Responses?.[TableName] ?? []).map((raw) => unmarshall(raw));
  };
  const pairs: [what: string, against: string, ours: () => Promise<unknown>, bare: () => Promise<unknown>][] = [
    [
      'store: an item by its key',
      'bare SDK, GetItem',
      () => get(db, key),
      async () =>
        unmarshall(
          (await client.send(new GetItemCommand({ TableName, Key: marshall(key), ConsistentRead: true }))).Item!,
        ),
    ],
    [
      'store: an item written',
      'bare SDK, PutItem',
      () => put(db, item(), 'attribute_exists(pk) OR attribute_not_exists(pk)'),
      () =>
        client.send(
          new PutItemCommand({
            TableName,
            Item: marshall(item()),
            ConditionExpression: 'attribute_exists(pk) OR attribute_not_exists(pk)',
          }),
        ),
    ],
    [
      'store: one commitment',
      'bare SDK, Query',
      () => getCommitment(db, id),
      async () =>
        (await client.send(new QueryCommand({ TableName, ...partition, ConsistentRead: true }))).Items?.map((raw) =>
          unmarshall(raw),
        ),
    ],
    [
      'store: the newest 25 commitments',
      'bare SDK, Query and BatchGetItem',
      () => listCommitments(db, { limit: 25, coverage: 'complete', now: NOW }),
      bareList,
    ],
  ];
  for (const [what, against, ours, bare] of pairs) {
    const repeat = (piece: () => Promise<unknown>) => async () => {
      for (let i = 0; i < TIMES; i++) await piece();
    };
    const costs = await inTurns({ ours: repeat(ours), bare: repeat(bare) }, { rounds: ROUNDS, clock: 'wall' });
    console.log(
      `${what.padEnd(34)} ${(median(costs.ours) / TIMES).toFixed(2)} ms, bare ${(median(costs.bare) / TIMES).toFixed(2)} ms`,
    );
    tellCosts({ what, against }, costs.ours, costs.bare);
  }
} finally {
  await db.stop();
}
