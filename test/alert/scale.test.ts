import { afterAll, beforeAll, expect, test } from 'vitest';
import { MOST_MEMBERS } from '../../lambda/alert/box.ts';
import type { Change } from '../../lambda/alert/change.ts';
import { postingKey, SHAPES, subscriptionKey } from '../../lambda/alert/keys.ts';
import { DEFAULT_GROUPS } from '../../lambda/alert/kinds.ts';
import { stored } from '../../lambda/alert/stored.ts';
import { postingsOf, type Subscription } from '../../lambda/alert/subscription.ts';
import type { Db } from '../../lambda/dynamo.ts';
import { putMany, update } from '../../lambda/items.ts';
import { createTable, type TestDb, testDb } from '../engines.ts';
import { change } from './messages.ts';
import { World } from './world.ts';

const LONG = Boolean(process.env.TAGIH_LONG);
const SUBSCRIPTIONS = LONG ? 100_000 : 1000;
const MATCHING = SUBSCRIPTIONS / 100;
const CHANGES = 100;
const AT = '2025-03-02T17:00:00Z';

/** Subscriptions of which so many want what happens, spread evenly among the others. */
const subscriptions = (n: number, matching: number): Subscription[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `s${i}`,
    state: 'active',
    email: `s${i}@example.org`,
    channel: { kind: 'email' },
    filter: { regulator: ['komdigi'], platform: [i % (n / matching) === 0 ? 'telegram' : `p${i % 97}`] },
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

/** Counts requests and the items that they give. */
function counted(db: Db): Db & { requests: number; items: number } {
  const counting = { table: db.table, requests: 0, items: 0 } as Db & { requests: number; items: number };
  counting.client = {
    send: async (command: unknown) => {
      counting.requests++;
      const answer = (await (db.client.send as (c: unknown) => Promise<unknown>)(command)) as {
        Items?: unknown[];
        Item?: unknown;
        Responses?: Record<string, unknown[]>;
      };
      counting.items += (answer.Items ?? answer.Responses?.[db.table] ?? (answer.Item ? [answer.Item] : [])).length;
      return answer;
    },
  } as unknown as Db['client'];
  return counting;
}

// The engine that loads faster: its data are in this process, so memory is compared, not bounded.
let db: TestDb;
beforeAll(async () => {
  db = await testDb('dynalite');
});
afterAll(() => db.stop());

/** What telling `matching` of `n` subscribers of every change costs. */
async function cost(n: number, matching: number) {
  const table = `scale-${n}`;
  await createTable(db.client, table);
  const own = { client: db.client, table };
  await load(own, subscriptions(n, matching));
  const all = changes(CHANGES);
  await putMany(own, all.map(stored));
  const counting = counted(own);
  const world = new World(counting, AT);
  // Several pages, however few subscribers there are.
  world.boxesAtOnce = Math.min(world.boxesAtOnce, matching / 5);
  const { rss } = process.memoryUsage();
  const started = performance.now();
  for (let i = 0; i < CHANGES; i += 25) {
    await world.work({ kind: 'changes', changes: all.slice(i, i + 25).map(({ pk, sk }) => ({ pk, sk })) });
  }
  await world.drain();
  const seconds = (performance.now() - started) / 1000;
  expect(new Set(world.received.map((r) => r.subscriber)).size).toBe(matching);
  expect(new Set(world.received.flatMap((r) => r.changes.map((id) => `${r.subscriber} ${id}`))).size).toBe(
    matching * CHANGES,
  );
  expect(world.received.length).toBe(matching * Math.ceil(CHANGES / MOST_MEMBERS));
  const { requests, items } = counting;
  return { requests, items, seconds, grownMb: (process.memoryUsage().rss - rss) / 2 ** 20 };
}

test(
  `of ${SUBSCRIPTIONS} subscriptions the ${MATCHING} that match are told ${CHANGES} changes, at the cost of as many among few`,
  async () => {
    const few = await cost(SUBSCRIPTIONS / 10, MATCHING);
    const many = await cost(SUBSCRIPTIONS, MATCHING);
    if (LONG) console.log({ few, many });
    expect({ requests: many.requests, items: many.items }).toEqual({ requests: few.requests, items: few.items });
    // What is told together is written together: a few requests a subscriber and a few a change, not so many of each pair.
    expect(many.requests).toBeLessThanOrEqual(25 * MATCHING + 3 * CHANGES);
  },
  LONG ? 3_600_000 : 60_000,
);
