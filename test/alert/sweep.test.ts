import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deadLetters } from '../../lambda/alert/box.ts';
import { listCommitments } from '../../lambda/ledger/store/read.ts';
import { createTable, ENGINES, type TestDb, testDb } from '../engines.ts';
import { faulty } from '../ledger/store/faults.ts';
import { covered, place, promise } from './promises.ts';
import { World } from './world.ts';

describe.each(ENGINES)('sweeping and delivering on %s', (engine) => {
  let shared: TestDb;
  let tables = 0;
  let world: World;
  beforeAll(async () => {
    shared = await testDb(engine);
  });
  afterAll(() => shared.stop());
  beforeEach(async () => {
    const table = `alert-${++tables}`;
    await createTable(shared.client, table);
    world = new World({ client: shared.client, table }, '2025-01-01T05:00:00Z');
  });

  const ids = async () => (await listCommitments(world.db, { now: world.now })).items.map((c) => c.id);
  const toldKinds = async () => {
    const got = new Set(world.received.flatMap((r) => r.changes));
    return (await world.changes(await ids()))
      .filter((c) => got.has(c.id))
      .map((c) => c.kind)
      .toSorted();
  };
  const runTo = async (instant: string) => {
    world.now = new Date(instant);
    await world.sweep();
    await world.drain();
  };

  test('a promise is followed from its reminders to its lapse, each told once', async () => {
    await world.subscribe('ani', { platform: ['telegram'] });
    await place(world.db, [promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-03-01' })], world.now);
    for (const at of [
      '2025-01-01T05:05:00Z',
      '2025-01-31T00:00:00Z',
      '2025-02-23T00:00:00Z',
      '2025-02-28T17:00:00Z',
      '2025-03-01T17:00:00Z',
      '2025-03-02T17:00:00Z',
      '2025-03-31T17:00:00Z',
    ]) {
      await runTo(at);
      await runTo(at);
    }
    expect(await toldKinds()).toEqual(['due', 'in-1-day', 'in-30-days', 'in-7-days', 'overdue', 'still-overdue']);
    expect(world.received).toHaveLength(6);
  });

  test('after an outage of the sweep nothing is lost', async () => {
    await world.subscribe('ani');
    await place(world.db, [promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-01-20' })], world.now);
    await runTo('2025-01-01T05:05:00Z');
    await runTo('2025-01-25T05:00:00Z');
    expect(await toldKinds()).toEqual(['overdue']);
  });

  test('a due instant exactly at the sweep is still in time, and has passed a second later', async () => {
    await world.subscribe('ani');
    await place(world.db, [promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-01-20' })], world.now);
    await runTo('2025-01-20T16:59:59Z');
    expect(await toldKinds()).not.toContain('due');
    await runTo('2025-01-20T17:00:00Z');
    expect(await toldKinds()).toContain('due');
  });

  test('a clock that goes back does not stop what falls due', async () => {
    await world.subscribe('ani');
    await place(world.db, [promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-01-20' })], world.now);
    await runTo('2025-01-20T17:30:00Z');
    await runTo('2025-01-20T16:00:00Z');
    await runTo('2025-01-21T17:00:00Z');
    expect(await toldKinds()).toEqual(['due', 'overdue']);
  });

  test('twenty-five letters of one regulator are one message', async () => {
    await world.subscribe('ani', { regulator: ['komdigi'] });
    const names = Array.from({ length: 25 }, (_, i) => `Layanan${String.fromCharCode(65 + i)}`);
    const letters = names.map((name) =>
      promise({
        id: name,
        obligor: name,
        counterparties: 'Komdigi=komdigi',
        published: '2025-01-01T10:00:00+07:00',
        due: '2025-01-20',
        text: `${name} akan mendaftarkan layanannya paling lambat 2025-01-20, kata Komdigi.`,
      }),
    );
    await place(world.db, letters, world.now);
    await runTo('2025-01-20T17:00:00Z');
    await runTo('2025-01-20T17:05:00Z');
    expect(world.received.map((r) => r.changes.length)).toEqual([25]);
  });

  test('only those who asked hear of it', async () => {
    await world.subscribe('everything');
    await world.subscribe('telegram', { platform: ['telegram'] });
    await world.subscribe('tiktok', { platform: ['tiktok'] });
    await world.subscribe('both', { platform: ['telegram', 'tiktok'], type: ['obligation'] });
    await world.subscribe('pledges', { platform: ['telegram'], type: ['pledge'] });
    await world.subscribe('overdue', { status: ['overdue'] });
    await place(world.db, [promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-01-20' })], world.now);
    await world.subscribe('this', { commitment: await ids() });
    await world.subscribe('reminders', {}, 'immediate', { groups: ['reminder'] });
    await runTo('2025-01-20T17:00:00Z');
    expect(world.received.map((r) => r.subscriber).toSorted()).toEqual([
      'both',
      'everything',
      'overdue',
      'telegram',
      'this',
    ]);
  });

  test('a daily digest leaves at seven in Jakarta with what had come by then, and only if something had', async () => {
    await world.subscribe('ani', {}, 'daily');
    await place(
      world.db,
      [
        promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-01-20' }),
        promise({
          obligor: 'TikTok=tiktok',
          published: '2025-01-01T10:00:00+07:00',
          due: '2025-01-20',
          action: 'membuka kantor perwakilan',
        }),
      ],
      world.now,
    );
    await runTo('2025-01-20T17:00:00Z');
    await runTo('2025-01-20T23:55:00Z');
    expect(world.received).toEqual([]);
    await runTo('2025-01-21T00:00:00Z');
    expect(world.received.map((r) => r.changes.length)).toEqual([2]);
    await runTo('2025-01-21T12:00:00Z');
    expect(world.received).toHaveLength(1);
  });

  test('without coverage nobody hears "overdue"; the operator hears why', async () => {
    await world.subscribe('ani');
    await place(world.db, [promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-01-20' })], world.now);
    world.coverage = covered('2025-01-01T00:00:00Z', '2025-01-15T00:00:00Z');
    for (let day = 20; day < 26; day++) await runTo(`2025-01-${day}T17:00:00Z`);
    expect(await toldKinds()).toEqual(['due']);
    expect(world.notices.map((n) => n.subject)).toEqual(['1 unverified']);
  });

  test('coverage that comes in after the look is noticed soon', async () => {
    await world.subscribe('ani');
    await place(world.db, [promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-01-20' })], world.now);
    world.coverage = covered('2025-01-01T00:00:00Z', '2025-01-21T16:50:00Z');
    await runTo('2025-01-21T17:00:01Z');
    world.coverage = covered('2025-01-01T00:00:00Z', '2025-01-21T17:05:00Z');
    await runTo('2025-01-21T17:15:00Z');
    expect(await toldKinds()).toContain('overdue');
  });

  test('samples and what had lapsed before it was found are kept as history and told to nobody', async () => {
    await world.subscribe('ani');
    await place(
      world.db,
      [
        promise({ published: '2017-08-01T10:00:00+07:00', due: '2017-08-31' }),
        promise({
          obligor: 'TikTok=tiktok',
          action: 'membuka kantor perwakilan',
          published: '2025-01-01T10:00:00+07:00',
          due: '2025-01-20',
          sample: true,
        }),
      ],
      world.now,
    );
    await runTo('2025-01-01T05:05:00Z');
    await runTo('2025-01-22T05:00:00Z');
    expect(world.received).toEqual([]);
    const all = await world.changes(await ids());
    expect(all.length).toBeGreaterThan(2);
    expect(new Set(all.map((c) => c.verdict))).toEqual(new Set(['history']));
  });

  test('what was told under one id is not told again when an earlier report gives the commitment another', async () => {
    await world.subscribe('ani', { platform: ['tiktok'] });
    const office = { obligor: 'TikTok=tiktok', action: 'membuka kantor perwakilan di Jakarta', due: '2025-01-20' };
    await place(
      world.db,
      [promise({ ...office, id: 'b', outlet: 'warta', published: '2025-01-01T11:00:00+07:00' })],
      world.now,
    );
    await runTo('2025-01-15T00:00:00Z');
    const [before] = await ids();
    await place(
      world.db,
      [promise({ ...office, id: 'a', outlet: 'kabar', published: '2025-01-01T10:00:00+07:00' })],
      world.now,
    );
    await runTo('2025-01-15T01:00:00Z');
    const [after, ...others] = await ids();
    expect(others).toEqual([]);
    expect(after).not.toBe(before);
    await runTo('2025-01-20T17:00:00Z');
    await runTo('2025-01-21T17:00:00Z');
    const all = await world.changes([before!, after!]);
    const got = world.received.flatMap((r) => r.changes).map((id) => all.find((c) => c.id === id)?.kind);
    expect(got).toEqual(['in-7-days', 'due', 'overdue']);
  });

  test('a day that is read anew after its alert gives a correction, and no second alarm', async () => {
    await world.subscribe('ani');
    const said = { id: 'a', published: '2025-01-01T10:00:00+07:00' };
    const first = promise({ ...said, due: '2025-01-20' });
    await place(world.db, [first], world.now);
    await runTo('2025-01-01T06:00:00Z');
    await runTo('2025-01-20T17:00:00Z');
    // The same words, counted with another calendar.
    const anew = structuredClone(first);
    const deadline = anew.extraction.commitments[0]!.deadline!;
    Object.assign(deadline, { due: '2025-01-17', calendarVersion: 'revised' });
    deadline.earliest = deadline.latest = '2025-01-17T23:59:59+07:00';
    await place(world.db, [anew], world.now);
    await runTo('2025-01-20T18:00:00Z');
    await runTo('2025-01-21T18:00:00Z');
    const all = await world.changes(await ids());
    const got = world.received.flatMap((r) => r.changes).map((id) => all.find((c) => c.id === id)?.kind);
    expect(got).toEqual(['due', 'corrected']);
  });

  test('a receiver that fails is tried again under the same id, and put aside after the last try', async () => {
    await world.subscribe('ani');
    await place(world.db, [promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-01-20' })], world.now);
    world.refusals = Array.from(
      { length: 9 },
      () => ({ outcome: 'failed', cause: 'the receiver answered 500' }) as const,
    );
    await runTo('2025-01-20T17:00:00Z');
    for (let i = 0; i < 10; i++) {
      world.pass(21);
      await runTo(world.now.toISOString());
    }
    const dead = await deadLetters(world.db);
    expect(dead).toMatchObject([{ subscription: 'ani', result: 'dead', reason: 'the receiver answered 500' }]);
    expect(world.notices.at(-1)?.subject).toContain('not told');
    expect(await world.replay(dead[0]!.id)).toEqual({ outcome: 'accepted' });
    expect(world.received.at(-1)?.message).toBe(dead[0]!.id);
    expect(await deadLetters(world.db)).toEqual([]);
  });

  test('a receiver that answers 410 is not called again, and who asked for it is told', async () => {
    await world.subscribe('ani');
    await place(world.db, [promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-01-20' })], world.now);
    world.refusals = [{ outcome: 'gone', cause: 'the receiver answered 410 Gone' }];
    for (const day of ['20T17', '21T17', '22T17']) await runTo(`2025-01-${day}:00:00Z`);
    expect(world.received).toEqual([]);
    expect(world.posted.map(({ to, text }) => `${to} ${/https\S+\.org/.exec(text)}`)).toEqual([
      'ani@example.org https://hooks.example.org',
    ]);
  });

  test('a sweep with nothing due costs the same with ten times as many commitments', async () => {
    const cost = async () => {
      const counting = faulty(world.db);
      await new World(counting, world.now.toISOString()).sweep();
      return counting.requests;
    };
    const some = (from: number, n: number) =>
      Array.from({ length: n }, (_, i) =>
        promise({
          id: `p${from + i}`,
          obligor: `Layanan${'abcdefghijklmnopqrstuvwxyz'[i % 26]}${from + i}`,
          published: '2025-01-01T10:00:00+07:00',
          due: '2025-12-20',
        }),
      );
    await place(world.db, some(0, 2), world.now);
    await runTo('2025-01-01T05:05:00Z');
    const few = await cost();
    await place(world.db, some(2, 18), world.now);
    await runTo('2025-01-01T05:10:00Z');
    world.now = new Date('2025-01-01T05:10:00Z');
    expect(await cost()).toBe(few);
  });
});
