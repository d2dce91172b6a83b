import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changesSince, statsByStatus } from '../../../lambda/ledger/store/changes.ts';
import { resumePending } from '../../../lambda/ledger/store/pending.ts';
import { placeArticle } from '../../../lambda/ledger/store/place.ts';
import {
  CursorError,
  commitmentAsOf,
  dueForLook,
  getCommitment,
  listCommitments,
  resolveId,
} from '../../../lambda/ledger/store/read.ts';
import { refreshStatus } from '../../../lambda/ledger/store/refresh.ts';
import { addReview, ReviewError } from '../../../lambda/ledger/store/review.ts';
import { numberChanges } from '../../../lambda/ledger/store/sequencer.ts';
import type { Commitment } from '../../../lambda/ledger/types.ts';
import { createTable, ENGINES, type TestDb, testDb } from '../../engines.ts';
import { article } from '../articles.ts';
import { registration } from '../samples.ts';
import { faulty } from './faults.ts';
import { faceOf, storedLedger } from './ledger.ts';

const now = new Date('2022-10-01T00:00:00Z');
const minutes = (n: number): Date => new Date(now.getTime() + n * 60_000);

/** A copy of the ledger made from the log alone. */
async function copyFrom(db: TestDb): Promise<string[]> {
  const copy = new Map<string, Commitment>();
  let after = 0;
  for (;;) {
    const { changes, last } = await changesSince(db, after, 3);
    if (changes.length === 0) return [...copy.values()].map(faceOf).sort();
    for (const [i, change] of changes.entries()) {
      expect(change.sequence).toBe(after + i + 1);
      if (change.commitment) copy.set(change.id, change.commitment);
      else copy.delete(change.id);
    }
    after = last;
  }
}

let tables = 0;
describe.each(ENGINES)('the ledger on %s', (engine) => {
  let engineDb: TestDb;
  let db: TestDb;
  beforeAll(async () => {
    engineDb = await testDb(engine);
  });
  afterAll(() => engineDb.stop());
  beforeEach(async () => {
    const table = `changes-${++tables}`;
    await createTable(engineDb.client, table);
    db = { ...engineDb, table };
  });
  const place = async (...articles: ReturnType<typeof registration>) => {
    for (const a of articles) await placeArticle(db, a, now);
  };
  const number = (owner = 'me', at = now) => numberChanges(db, owner, at, 'complete');

  test('a copy made from the log is the ledger, and numbers have no gaps', async () => {
    for (const a of registration()) {
      await placeArticle(db, a, now);
      await number();
    }
    expect(await copyFrom(db)).toEqual(await storedLedger(db));
    expect(await number()).toBe(0);
  });

  test('a sequencer that dies at any write loses no change and counts none twice', async () => {
    await place(...registration());
    const alive = faulty(db);
    await numberChanges(alive, 'alive', now, 'complete');
    const expected = await statsByStatus(db);
    for (let dieAt = 1; dieAt <= alive.writes; dieAt += process.env.TAGIH_LONG ? 1 : 6) {
      const table = `changes-${++tables}`;
      await createTable(engineDb.client, table);
      db = { ...engineDb, table };
      await place(...registration());
      await expect(numberChanges(faulty(db, dieAt, dieAt % 2 === 0), 'dying', now, 'complete')).rejects.toThrow(
        'killed',
      );
      await number('next', minutes(2));
      await number('next', minutes(3));
      expect(await copyFrom(db), `killed at write ${dieAt}`).toEqual(await storedLedger(db));
      expect({ ...(await statsByStatus(db)), upTo: 0 }).toEqual({ ...expected, upTo: 0 });
    }
  });

  test('a sequencer that is held up at any write while another takes over loses no change and counts none twice', async () => {
    await place(...registration());
    const alive = faulty(db);
    await numberChanges(alive, 'alive', now, 'complete');
    const expected = [await statsByStatus(db), await statsByStatus(db, 'telegram')];
    for (let holdAt = 2; holdAt <= alive.writes; holdAt += process.env.TAGIH_LONG ? 1 : 3) {
      const table = `changes-${++tables}`;
      await createTable(engineDb.client, table);
      db = { ...engineDb, table };
      const [first, ...others] = registration();
      await place(first!);
      let writes = 0;
      const client = Object.assign(Object.create(db.client), {
        async send(command: { constructor: { name: string } }) {
          const isWrite = /^(Put|Update)/.test(command.constructor.name);
          if (isWrite && ++writes === holdAt) {
            // More has come when the other takes over, so that what the two count overlaps in part.
            await place(...others);
            await number('other', minutes(2));
          }
          return (db.client.send as (c: unknown) => Promise<unknown>)(command);
        },
      });
      await numberChanges({ ...db, client }, 'slow', now, 'complete');
      if (writes < holdAt) {
        expect(holdAt).toBeGreaterThan(5);
        break;
      }
      await number('next', minutes(4));
      await number('next', minutes(6));
      expect(await copyFrom(db), `held up at write ${holdAt}`).toEqual(await storedLedger(db));
      const counts = [await statsByStatus(db), await statsByStatus(db, 'telegram')];
      expect(
        counts.map((one) => ({ ...one, upTo: 0 })),
        `held up at write ${holdAt}`,
      ).toEqual(expected.map((one) => ({ ...one, upTo: 0 })));
    }
  });

  test('one sequencer at a time: another waits until the lease has run out', async () => {
    await place(registration()[0]!);
    await expect(numberChanges(faulty(db, 2), 'dead', now, 'complete')).rejects.toThrow('killed');
    expect(await number('other', now)).toBeNull();
    expect(await number('other', minutes(2))).toBe(1);
  });

  test('counts follow the ledger: of all, and of one actor', async () => {
    await place(...registration());
    await number();
    expect(await statsByStatus(db)).toMatchObject({
      total: 2,
      byStatus: { fulfilled: 2 },
      byType: { pledge: 1, obligation: 1 },
    });
    expect((await statsByStatus(db, 'telegram')).total).toBe(2);
    expect((await statsByStatus(db, 'nobody')).total).toBe(0);
  });

  test('lists go on where their cursor says, and a cursor of another list is refused', async () => {
    const subjects = [
      'studio Bandung',
      'gudang Medan',
      'museum Solo',
      'taman Batam',
      'kampus Ambon',
      'galeri Bogor',
      'asrama Palu',
    ];
    const many = Array.from({ length: 7 }, (_, i) =>
      article({
        id: `m${i}`,
        outlet: i % 2 ? 'ganjil' : 'genap',
        published: `2022-0${i + 1}-01`,
        text: `Telegram akan membangun ${subjects[i]}.`,
        mentions: [
          {
            obligor: 'Telegram=telegram',
            action: `membangun ${subjects[i]}`,
            deadline: `hingga=2023-0${i + 1}-15`,
          },
        ],
      }),
    );
    await place(...many);
    const collect = async (filter: Parameters<typeof listCommitments>[1]) => {
      const days: string[] = [];
      let cursor: string | null = null;
      do {
        const page = await listCommitments(db, { ...filter, limit: 2, cursor, now });
        expect(page.items.length).toBeLessThanOrEqual(2);
        days.push(...page.items.map((c) => c.statedAt.slice(0, 7)));
        cursor = page.next;
      } while (cursor);
      return days;
    };
    const newest = ['07', '06', '05', '04', '03', '02', '01'].map((m) => `2022-${m}`);
    expect(await collect({})).toEqual(newest);
    expect(await collect({ filter: { actor: 'telegram' } })).toEqual(newest);
    expect(await collect({ filter: { topic: 'registration' } })).toEqual(newest);
    expect(await collect({ filter: { status: 'open' } })).toEqual(newest);
    expect(await collect({ filter: { outlet: 'ganjil' } })).toEqual(['2022-06', '2022-04', '2022-02']);
    expect(await collect({ filter: { dueFrom: '2023-03-01', dueTo: '2023-05-31' } })).toEqual([
      '2022-03',
      '2022-04',
      '2022-05',
    ]);
    expect(await collect({ filter: { topic: 'tax' } })).toEqual([]);
    const { next } = await listCommitments(db, { limit: 2, now });
    await expect(listCommitments(db, { limit: 2, cursor: next, filter: { actor: 'telegram' }, now })).rejects.toThrow(
      CursorError,
    );
    await expect(listCommitments(db, { cursor: 'nonsense', now })).rejects.toThrow(CursorError);
    const [own] = JSON.parse(Buffer.from(next!, 'base64url').toString()) as [string];
    const forged = Buffer.from(JSON.stringify([own, { pk: 'C#x', sk: 'HEAD' }])).toString('base64url');
    await expect(listCommitments(db, { limit: 2, cursor: forged, now })).rejects.toThrow(CursorError);
  });

  test('the sweep finds what is due for a look, and moves it on', async () => {
    const early = new Date('2022-06-25T00:00:00Z');
    for (const a of registration().slice(0, 2)) await placeArticle(db, a, early);
    const looks = async (from: string, to: string) => {
      const found: string[] = [];
      for await (const id of dueForLook(db, new Date(from), new Date(to))) found.push(id);
      return found;
    };
    const inSeven = '2022-07-13T16:59:59.000Z';
    expect(await looks('2022-06-25T00:00:00Z', '2022-07-13T16:00:00Z')).toEqual([]);
    const [id] = await looks('2022-07-01T00:00:00Z', inSeven);
    expect(id).toBeDefined();
    const refreshed = await refreshStatus(db, id!, 'complete', new Date(inSeven));
    expect(refreshed).toMatchObject({ result: { status: 'due_soon' }, before: 'open' });
    expect(await looks('2022-07-01T00:00:00Z', '2022-07-19T16:59:58Z')).toEqual([]);
    expect(await looks('2022-07-01T00:00:00Z', '2022-07-19T16:59:59Z')).toEqual([id]);
    expect(
      (await listCommitments(db, { filter: { status: 'due_soon' }, coverage: 'complete', now: new Date(inSeven) }))
        .items,
    ).toHaveLength(1);
  });

  test('a reviewer’s field stays as set, whatever is read later', async () => {
    const all = registration();
    await place(all[0]!);
    const { items } = await listCommitments(db, { now });
    const id = items[0]!.id;
    const by = { commitment: id, by: 'r1', why: 'surat resmi' };
    await addReview(db, { ...by, action: { kind: 'correct', field: 'due', value: '2022-08-31' } }, now);
    await place(all[1]!, all[2]!);
    const { commitment } = (await getCommitment(db, id))!;
    expect(commitment.claims.filter((c) => c.state === 'current').map((c) => c.due)).toEqual(['2022-08-31']);
    expect(commitment.reviewed).toEqual(['due']);
    expect(commitment.events.filter((e) => e.kind === 'reviewed')[0]?.detail).toMatchObject({
      by: 'r1',
      why: 'surat resmi',
    });
  });

  test('reviewers split and merge, and both can be undone', async () => {
    await place(...registration());
    const { items } = await listCommitments(db, { now });
    const one = items.find((c) => c.mentions.length > 1)!;
    const [a, b] = one.mentions;
    const link = (kind: 'cannot-link' | 'must-link', at: Date) =>
      addReview(db, { commitment: one.id, by: 'r1', why: 'dua hal', action: { kind, a: a!.id, b: b!.id } }, at);
    await link('cannot-link', minutes(1));
    const apart = (await listCommitments(db, { now })).items;
    expect(apart.find((c) => c.mentions.some((m) => m.id === a!.id))!.mentions.map((m) => m.id)).not.toContain(b!.id);
    await link('must-link', minutes(2));
    const together = (await getCommitment(db, one.id))!.commitment;
    expect(together.mentions.map((m) => m.id)).toEqual(one.mentions.map((m) => m.id));
    expect(await resolveId(db, b!.id)).toBe(one.id);
    expect(await resumePending(db, now)).toBe(0);
    await expect(
      addReview(db, { commitment: 'none', by: 'r1', why: '', action: { kind: 'annotate', text: 'x' } }, now),
    ).rejects.toThrow(ReviewError);
  });

  test('as of a moment: what was known then, and what is known today of then', async () => {
    const all = registration();
    const days = ['2022-06-22', '2022-06-24', '2022-07-21', '2022-07-26', '2022-09-15'].map(
      (d) => new Date(`${d}T12:00:00Z`),
    );
    for (const [i, day] of days.entries()) await placeArticle(db, all[i]!, day);
    const id = (await listCommitments(db, { now })).items[0]!.id;
    const dues = async (at: string, sense: 'known' | 'valid') =>
      (await commitmentAsOf(db, id, new Date(at), sense))?.claims
        .filter((c) => c.state === 'current')
        .map((c) => c.due);
    expect(await dues('2022-07-01T00:00:00Z', 'known')).toEqual(['2022-07-20']);
    expect(await dues('2022-07-26T00:00:00Z', 'known')).toEqual(['2022-07-27']);
    expect(await dues('2022-07-26T00:00:00Z', 'valid')).toEqual(['2022-07-29']);
    const outcomes = async (sense: 'known' | 'valid') =>
      (await commitmentAsOf(db, id, new Date('2022-08-01T00:00:00Z'), sense))?.outcomes.length;
    expect(await outcomes('known')).toBe(0);
    expect(await outcomes('valid')).toBe(1);
    expect(await commitmentAsOf(db, id, new Date('2022-06-01T00:00:00Z'), 'known')).toBeNull();
  });
});
