import { ScanCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { oldestBoxDue, putInto } from '../../lambda/alert/box.ts';
import {
  confirm,
  rotateSecret,
  SubscribeRefused,
  type SubscribeRequest,
  subscribe,
  unsubscribe,
} from '../../lambda/alert/subscribe.ts';
import { dueFor } from '../../lambda/alert/subscription.ts';
import { getSubscription, issueToken, shapesInUse, subscribersOf } from '../../lambda/alert/subscriptions.ts';
import type { Db } from '../../lambda/dynamo.ts';
import { createTable, ENGINES, type TestDb, testDb } from '../engines.ts';
import { faulty } from '../ledger/store/faults.ts';
import { memoryDb } from './memory.ts';
import { change } from './messages.ts';
import { place, promise } from './promises.ts';
import { World } from './world.ts';

const now = new Date('2025-01-01T05:00:00Z');
const wish: SubscribeRequest = {
  email: 'ani@example.org',
  channel: { kind: 'email' },
  filter: { regulator: ['kominfo'] },
  lang: 'id',
};
const asked = { facets: change().facets, group: 'overdue' as const };
const found = async (db: Db) =>
  (await subscribersOf(db, [asked], await shapesInUse(db))).subscribers.map((one) => one.subscriber.id);

describe.each(ENGINES)('subscribing on %s', (engine) => {
  let shared: TestDb;
  let db: Db;
  let tables = 0;
  beforeAll(async () => {
    shared = await testDb(engine);
  });
  afterAll(() => shared.stop());
  beforeEach(async () => {
    db = { client: shared.client, table: `subscribe-${++tables}` };
    await createTable(shared.client, db.table);
  });

  test('nothing is found before the address has confirmed, and nothing after it has ended', async () => {
    const { id } = await subscribe(db, null, wish, now);
    expect(await found(db)).toEqual([]);
    const token = await issueToken(db, id, 'confirm', now);
    expect((await confirm(db, token, now))?.state).toBe('active');
    expect(await found(db)).toEqual([id]);
    const end = await issueToken(db, id, 'unsubscribe', now);
    expect((await unsubscribe(db, end, now))?.state).toBe('ended');
    expect((await unsubscribe(db, end, now))?.state).toBe('ended');
    expect(await found(db)).toEqual([]);
  });

  test('a ministry is subscribed to under whatever name it has had', async () => {
    const { id } = await subscribe(db, null, wish, now);
    await confirm(db, await issueToken(db, id, 'confirm', now), now);
    expect((await getSubscription(db, id))?.filter.regulator).toEqual(['komdigi']);
  });

  test('a token is good for what it was given for, until it expires, and is nowhere stored', async () => {
    const { id, token: manage } = await subscribe(db, null, wish, now);
    const token = await issueToken(db, id, 'confirm', now);
    expect(await unsubscribe(db, token, now)).toBeNull();
    expect(await confirm(db, manage, now)).toBeNull();
    expect(await confirm(db, token, new Date('2025-01-05T00:00:00Z'))).toBeNull();
    expect(await confirm(db, 'x'.repeat(32), now)).toBeNull();
    const { Items } = await db.client.send(new ScanCommand({ TableName: db.table }));
    expect(Items!.length).toBeGreaterThan(3);
    for (const secret of [token, manage]) expect(JSON.stringify(Items)).not.toContain(secret);
  });

  test('an ended subscription does not start again by an old confirmation', async () => {
    const { id, token } = await subscribe(db, null, wish, now);
    const old = await issueToken(db, id, 'confirm', now);
    await confirm(db, old, now);
    await unsubscribe(db, token, now);
    expect(await confirm(db, old, now)).toBeNull();
  });

  test('one address is asked five times a day at most', async () => {
    for (let i = 0; i < 5; i++) await subscribe(db, null, wish, now);
    await expect(subscribe(db, null, { ...wish, email: 'ANI@example.org' }, now)).rejects.toThrow(SubscribeRefused);
    await subscribe(db, null, wish, new Date('2025-01-02T05:00:00Z'));
  });

  test('filters that combine into too many cases are refused with what to do', async () => {
    const many = Array.from({ length: 30 }, (_, i) => `p${i}`);
    await expect(subscribe(db, null, { ...wish, filter: { platform: many, official: many } }, now)).rejects.toThrow(
      /several subscriptions/,
    );
  });

  test('a rotated secret signs beside the one before, and a third drops the first', async () => {
    const webhook = { kind: 'webhook', url: 'https://hooks.example.org/' } as const;
    const { id, token, secret } = await subscribe(db, null, { ...wish, channel: webhook }, now);
    const second = await rotateSecret(db, token, now);
    const third = await rotateSecret(db, token, now);
    const { channel } = (await getSubscription(db, id))!;
    expect(channel).toMatchObject({ secrets: [third, second] });
    expect(secret).toMatch(/^whsec_/);
  });

  test('finding who asked reads one posting for each of them, and none of the others', async () => {
    const world = new World(db, now.toISOString());
    for (let i = 0; i < 30; i++) await world.subscribe(`other-${i}`, { platform: [`p${i}`], topic: ['tax'] });
    await world.subscribe('mine', { platform: ['telegram'], topic: ['registration'] });
    const counting = faulty(db);
    const before = counting.requests;
    const shapes = await shapesInUse(counting);
    const { subscribers } = await subscribersOf(counting, [asked], shapes);
    expect(subscribers.map((one) => one.subscriber.id)).toEqual(['mine']);
    // One for the shapes in use, one for the only combination that anybody uses and the change answers to.
    expect(counting.requests - before).toBe(2);
  });
});

test('subscribers are found page by page, each once with all that they asked for', async () => {
  const world = new World(memoryDb(), now.toISOString());
  for (const i of [3, 1, 4, 5, 2]) await world.subscribe(`ani-${i}`, { platform: ['telegram'] });
  await world.subscribe('ani-2b', { topic: ['registration'] });
  await world.subscribe('ani-4b', { platform: ['tiktok'] });
  const moved = { ...asked, group: 'moved' as const };
  const seen: string[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < 10; pages++) {
    const { subscribers, next } = await subscribersOf(world.db, [asked, moved], await shapesInUse(world.db), {
      most: 2,
      ...(after ? { after } : {}),
    });
    for (const { subscriber, wanted } of subscribers) {
      seen.push(subscriber.id);
      expect(wanted).toEqual([asked, moved]);
    }
    if (next === null) break;
    after = next;
  }
  expect(seen.toSorted()).toEqual(['ani-1', 'ani-2', 'ani-2b', 'ani-3', 'ani-4', 'ani-5']);
});

test.each([
  ['daily', '2025-01-01T05:00:00Z', '2025-01-02T00:00:00Z'],
  ['daily', '2025-01-01T23:59:59Z', '2025-01-02T00:00:00Z'],
  ['daily', '2028-02-28T12:00:00Z', '2028-02-29T00:00:00Z'],
  ['weekly', '2025-01-01T05:00:00Z', '2025-01-06T00:00:00Z'],
  ['weekly', '2025-01-06T00:00:00Z', '2025-01-13T00:00:00Z'],
  ['immediate', '2025-01-01T05:00:00Z', '2025-01-01T05:00:00Z'],
] as const)('a %s digest after %s leaves at %s', (frequency, from, to) => {
  expect(dueFor(frequency, new Date(from)).toISOString()).toBe(new Date(to).toISOString());
});

test('a digest that has grown too large leaves before its hour', async () => {
  const { db } = new World(memoryDb(), now.toISOString());
  const put = (from: number, n: number) =>
    putInto(
      db,
      { id: 'ani', frequency: 'weekly' },
      Array.from({ length: n }, (_, i) => ({ pk: `ALERT#c${from + i}`, sk: 'T#2025-03-01#overdue' })),
      now,
    );
  await put(0, 1999);
  expect(await oldestBoxDue(db, now)).toBeNull();
  await put(1999, 1);
  expect(await oldestBoxDue(db, now)).toEqual(now);
});

describe('killed while a message is sent', () => {
  const ready = async () => {
    const world = new World(memoryDb(), now.toISOString());
    await world.subscribe('ani');
    await place(world.db, [promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-01-20' })], world.now);
    world.now = new Date('2025-01-20T17:00:00Z');
    await world.sweep();
    await world.work(world.queue.shift()!);
    return world;
  };
  const box = { kind: 'box', subscription: 'ani' } as const;

  test.each(
    Array.from({ length: 7 }, (_, i) => [i + 1, false] as const).flatMap(
      ([n]) =>
        [
          [n, false],
          [n, true],
        ] as const,
    ),
  )('at write %i (made: %s), it repeats only when that write is the mark', async (at, after) => {
    const world = await ready();
    await world.work(box, { at, after });
    for (let i = 0; i < 3; i++) {
      world.pass(1);
      await world.work(box);
    }
    // Claim, opening, mark: the third write is the one that says the message was accepted.
    const isBeforeMark = at === 3 && !after;
    expect(world.received.map((r) => r.message)).toHaveLength(isBeforeMark ? 2 : 1);
    expect(new Set(world.received.map((r) => r.message)).size).toBe(1);
  });

  test('a message can be sent again under its id', async () => {
    const world = await ready();
    await world.work(box);
    expect(await world.replay(world.received[0]!.message)).toEqual({ outcome: 'accepted' });
    const [first, again] = world.received;
    expect(again).toEqual(first);
    expect(await world.replay('msg_none')).toBeNull();
  });
});
