import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_MEMBERS } from '../../lambda/alert/box.ts';
import type { Change } from '../../lambda/alert/change.ts';
import { postingKey, SHAPES, subscriptionKey } from '../../lambda/alert/keys.ts';
import { DEFAULT_GROUPS } from '../../lambda/alert/kinds.ts';
import { postingsOf, type Subscription } from '../../lambda/alert/subscription.ts';
import type { Db } from '../../lambda/dynamo.ts';
import { putMany, update } from '../../lambda/items.ts';
import { createTable, type TestDb, testDb } from '../engines.ts';
import { faulty } from '../ledger/store/faults.ts';
import { change } from './messages.ts';
import { World } from './world.ts';

const LONG = Boolean(process.env.TAGIH_LONG);
const SUBSCRIPTIONS = LONG ? 100_000 : 1000;
const CHANGES = LONG ? 100 : 10;
const AT = '2025-03-02T17:00:00Z';

/** Subscriptions of which one in a hundred wants what happens. */
const subscriptions = (n: number): Subscription[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `s${i}`,
    state: 'active',
    email: `s${i}@example.org`,
    channel: { kind: 'email' },
    filter: { regulator: ['komdigi'], platform: [i % 100 === 0 ? 'telegram' : `p${i % 97}`] },
    groups: [...DEFAULT_GROUPS],
    frequency: 'immediate',
    lang: 'id',
    createdAt: AT,
  }));

async function load(db: Db, list: readonly Subscription[]): Promise<void> {
  const items = list.flatMap((subscription) => {
    const { combinations } = postingsOf(subscription.filter);
    const { id, groups, frequency } = subscription;
    return [
      { ...subscriptionKey(id), ...subscription },
      ...combinations.map((c) => ({ ...postingKey(c, id), subscription: id, groups, frequency })),
    ];
  });
  await putMany(db, items);
  await update(db, SHAPES, 'ADD shapes :s', null, {
    values: { ':s': new Set(list.map((s) => postingsOf(s.filter).shape)) },
  });
}

const changes = (n: number): Change[] =>
  Array.from({ length: n }, (_, i) => change({}, { pk: `ALERT#c${i}`, id: `chg_${i}`, state: 'open' }));

let db: TestDb;
beforeAll(async () => {
  db = await testDb();
});
afterAll(() => db.stop());

/** Requests of putting changes into boxes and of emptying them, with so many subscriptions loaded. */
async function cost(n: number, count: number) {
  const table = `scale-${n}`;
  await createTable(db.client, table);
  const own = { client: db.client, table };
  await load(own, subscriptions(n));
  const all = changes(count);
  await putMany(
    own,
    all.map((one) => ({ ...one })),
  );
  const counting = faulty(own);
  const world = new World(counting, AT);
  const started = performance.now();
  for (let i = 0; i < count; i += 25) {
    await world.work({ kind: 'changes', changes: all.slice(i, i + 25).map(({ pk, sk }) => ({ pk, sk })) });
  }
  const filled = performance.now();
  await world.drain();
  const emptied = performance.now();
  const matching = n / 100;
  expect(new Set(world.received.map((r) => r.subscriber)).size).toBe(matching);
  expect(world.received.flatMap((r) => r.changes)).toHaveLength(matching * count);
  expect(world.received.length).toBe(matching * Math.ceil(count / MOST_MEMBERS));
  return { matching, requests: counting.requests, fillMs: filled - started, emptyMs: emptied - filled };
}

test(
  `of ${SUBSCRIPTIONS} subscriptions only the one in a hundred that match are read, and each is told everything`,
  async () => {
    const few = await cost(SUBSCRIPTIONS / 10, CHANGES);
    const many = await cost(SUBSCRIPTIONS, CHANGES);
    if (LONG) console.log({ few, many });
    // Ten times as many match, and ten times as many requests are made: those that do not match cost nothing.
    expect(many.requests / many.matching).toBeLessThanOrEqual(few.requests / few.matching);
  },
  LONG ? 1_800_000 : 60_000,
);
