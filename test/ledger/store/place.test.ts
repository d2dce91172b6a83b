import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getMany } from '../../../lambda/items.ts';
import { reportPlaces } from '../../../lambda/ledger/model/blocks.ts';
import { blockHeadKey, readingKey } from '../../../lambda/ledger/store/keys.ts';
import { resumePending } from '../../../lambda/ledger/store/pending.ts';
import { placeArticle } from '../../../lambda/ledger/store/place.ts';
import { getCommitment, listCommitments } from '../../../lambda/ledger/store/read.ts';
import { readingOf } from '../../../lambda/ledger/store/reading.ts';
import { addReview } from '../../../lambda/ledger/store/review.ts';
import { loadReading } from '../../../lambda/ledger/store/stored-reading.ts';
import { ENGINES, type TestDb, testDb } from '../../engines.ts';
import { article } from '../articles.ts';
import { registration } from '../samples.ts';
import { expectKilledAnywhere } from './alike.ts';
import { faulty } from './faults.ts';
import { pureLedger, storedLedger } from './ledger.ts';

const now = new Date('2022-10-01T00:00:00Z');
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
const ALL = registration();
const LONG = Boolean(process.env.TAGIH_LONG);

/** A ledger of its own in the shared engine: one table a run would cost more than the test. */
let tables = 0;
async function fresh(db: TestDb): Promise<TestDb> {
  const { createTable } = await import('../../engines.ts');
  const table = `ledger-${++tables}`;
  await createTable(db.client, table);
  return { ...db, table };
}

/** One promise, told on some day. */
const office = (id: string, published: string) =>
  article({
    id,
    published,
    text: 'Telegram akan membuka kantor di Jakarta.',
    mentions: [{ obligor: 'Telegram=telegram', action: 'membuka kantor di Jakarta' }],
  });

const isHead = (pk = '', sk = ''): boolean => pk.startsWith('C#') && sk === 'HEAD';

interface Command {
  constructor: { name: string };
  input: { Item?: { pk?: { S?: string }; sk?: { S?: string } } };
}

/** A table that holds up whoever is about to make some request, by default to publish a commitment, until told to go on. */
function heldUp(db: TestDb, isIt = ({ input: { Item } }: Command) => isHead(Item?.pk?.S, Item?.sk?.S)) {
  const arrived = Promise.withResolvers<void>();
  const open = Promise.withResolvers<void>();
  const client = {
    send: async (command: Command) => {
      if (isIt(command)) {
        arrived.resolve();
        await open.promise;
      }
      return db.client.send(command as never);
    },
  } as unknown as TestDb['client'];
  return { db: { ...db, client }, arrived: arrived.promise, goOn: open.resolve };
}

describe.each(ENGINES)('placing on %s', (engine) => {
  let db: TestDb;
  beforeAll(async () => {
    db = await testDb(engine);
    for (const a of ALL) await placeArticle(db, a, now);
  });
  afterAll(() => db.stop());

  test('the stored ledger is what the pure model makes of the same articles', async () => {
    expect(await storedLedger(db)).toEqual(pureLedger(ALL));
    expect(pureLedger(ALL)).toHaveLength(2);
  });

  test('an article placed again changes nothing', async () => {
    const again = await placeArticle(db, ALL[2]!, new Date('2023-01-01T00:00:00Z'));
    expect(again).toMatchObject({ changed: false, written: [] });
  });

  test('a commitment is found by its id with the whole of its deadline history and its outcome', async () => {
    const { items } = await listCommitments(db, { filter: { actor: 'telegram' }, now });
    const registered = items.find((c) => c.type === 'obligation')!;
    const found = (await getCommitment(db, registered.id))!.commitment;
    expect(found.claims.map((c) => [c.due, c.state])).toEqual([
      ['2022-07-20', 'superseded'],
      ['2022-07-27', 'superseded'],
      ['2022-07-29', 'current'],
    ]);
    expect(found.slips).toBe(2);
    expect(found.outcomes.map((o) => o.kind)).toEqual(['fulfilled']);
  });

  test('all articles at once give the ledger that one after the other gives', async () => {
    const own = await fresh(db);
    await Promise.all([...ALL, ...ALL].map((a) => placeArticle(own, a, now)));
    expect(await storedLedger(own)).toEqual(pureLedger(ALL));
  });

  test('killed at any write and started again, the ledger is the same', async () => {
    await expectKilledAnywhere(() => fresh(db), ALL, now, 5);
  }, 600_000);

  test('a mention of one party in a block without links is placed with six requests', async () => {
    const own = await fresh(db);
    const first = article({
      id: 'a1',
      published: '2022-01-01',
      text: 'Telegram akan membuka kantor di Jakarta tahun ini.',
      mentions: [{ obligor: 'Telegram=telegram', action: 'membuka kantor di Jakarta' }],
    });
    const second = article({
      id: 'a2',
      outlet: 'lain',
      published: '2022-01-02',
      text: 'Kantor di Jakarta akan dibuka Telegram.',
      mentions: [{ obligor: 'Telegram=telegram', action: 'Kantor di Jakarta akan dibuka' }],
    });
    await placeArticle(own, first, now);
    const counted = faulty(own);
    // Recorded later, as it is where nobody writes at the same time.
    const result = await placeArticle(counted, second, later(1));
    expect(result.written).toHaveLength(1);
    // One more puts the pointer of a new outlet's list.
    expect(counted.requests).toBeLessThanOrEqual(7);
  });

  test('a report of what nobody promised is kept and raises no block, and no write is refused', async () => {
    const own = await fresh(db);
    const told = article({ id: 'r', published: '2022-02-01', text: 'Telegram sudah membuka kantor di Jakarta.' });
    const { reports } = readingOf(told, now);
    const blocks = new Set(reports.flatMap(reportPlaces).map((place) => place.block));
    expect(blocks.size).toBeGreaterThan(0);
    const counted = faulty(own);
    await placeArticle(counted, told, now);
    // The reading, each report in each of its places, and that all is done.
    expect(counted.writes).toBe(reports.flatMap(reportPlaces).length + 2);
    expect(await getMany(own, [...blocks].map(blockHeadKey))).toEqual([]);
  });

  test('a reading of which nothing follows is kept and left to no sweep', async () => {
    const own = await fresh(db);
    const other = article({
      id: 'o',
      published: '2022-02-01',
      text: 'Warga akan membuka warung di Jakarta.',
      mentions: [{ obligor: 'Warga', action: 'membuka warung di Jakarta' }],
    });
    other.extraction.commitments[0]!.topic = 'other';
    expect(await placeArticle(own, other, now)).toMatchObject({ mentions: 0, reports: 0, outOfScope: 1 });
    expect(await loadReading(own, readingKey(other.key))).toMatchObject({ outOfScope: 1 });
    expect(await resumePending(own, now)).toBe(0);
  });

  test('an earlier report found later gives the commitment its id, and the old id leads there', async () => {
    const own = await fresh(db);
    const [early, late] = ['2022-01-01', '2022-01-05'].map((published, i) => office(`b${i}`, published));
    const before = (await placeArticle(own, late!, now)).written[0]!;
    const after = await placeArticle(own, early!, now);
    expect(after.redirected).toEqual([before]);
    const found = (await getCommitment(own, before))!;
    expect(found.commitment.id).toBe(after.written[0]);
    expect(found.redirectedFrom).toEqual([before]);
    expect(found.commitment.events.map((e) => e.kind)).toContain('merged');
    expect((await listCommitments(own, { now })).items).toHaveLength(1);
  });

  test('of three writers at once, one who publishes late what the last has joined meanwhile leaves nothing behind', async () => {
    const own = await fresh(db);
    const text = 'Telegram akan membuka kantor di Jakarta.';
    const [first, second, third] = ['2022-01-01', '2022-01-03', '2022-01-05'].map((published, i) =>
      article({
        id: `r${i}`,
        outlet: `o${i}`,
        published,
        text,
        mentions: [{ obligor: 'Telegram=telegram', action: 'membuka kantor di Jakarta' }],
      }),
    );
    // Two have read the block and are held up on the way to publish; the last joins what both are about to write.
    const [slow, slower] = [heldUp(own), heldUp(own)];
    const one = placeArticle(slow.db, second!, now);
    await slow.arrived;
    const two = placeArticle(slower.db, third!, now);
    await slower.arrived;
    await placeArticle(own, first!, now);
    slower.goOn();
    await two;
    slow.goOn();
    await one;
    const { items } = await listCommitments(own, { now });
    expect(items.map((c) => c.mentions.length)).toEqual([3]);
  });

  test('an id leads to an older promise of another block, however often its own has been raised and that one not', async () => {
    const own = await fresh(db);
    const told = ['2022-01-03', '2022-01-04', '2022-01-05'].map((published, i) => office(`h${i}`, published));
    // At home with the first of its parties, and linked to the block of the second.
    const joint = article({
      id: 'joint',
      published: '2022-01-01',
      text: 'Discord dan Telegram akan membuka kantor di Jakarta.',
      mentions: [{ obligor: 'Discord=discord + Telegram=telegram', action: 'membuka kantor di Jakarta' }],
    });
    let id: string | undefined;
    for (const [i, one] of told.entries()) [id] = (await placeArticle(own, one, later(i))).written;
    expect((await placeArticle(own, joint, later(3))).redirected).toEqual([id]);
    expect(await storedLedger(own)).toEqual(pureLedger([...told, joint]));
    expect(pureLedger([...told, joint])).toHaveLength(1);
  });

  test('what a retraction leaves to stand for itself is not left behind where another joins it before it is published', async () => {
    const own = await fresh(db);
    const [older, first, second] = ['2022-01-01', '2022-01-03', '2022-01-05'].map((day, i) => office(`s${i}`, day));
    const unsaid = { ...article({ id: 's1', published: '2022-01-03', text: first!.text }), extractorVersion: 'next' };
    // The second has never had a commitment of its own, and its article is done.
    await placeArticle(own, first!, now);
    await placeArticle(own, second!, now);
    const slow = heldUp(own);
    const retracting = placeArticle(slow.db, unsaid, now);
    await slow.arrived;
    await placeArticle(own, older!, now);
    slow.goOn();
    await retracting;
    expect(await storedLedger(own)).toEqual(pureLedger([older!, second!]));
    expect(await resumePending(own, now)).toBe(0);
  });

  test('a promise that is as it was again is not written over by whoever has yet to publish what it was in between', async () => {
    const own = await fresh(db);
    const [first, second] = ['2022-01-03', '2022-01-05'].map((day, i) => office(`t${i}`, day));
    const unsaid = { ...article({ id: 't1', published: '2022-01-05', text: second!.text }), extractorVersion: 'next' };
    await placeArticle(own, first!, now);
    const slow = heldUp(own);
    const joining = placeArticle(slow.db, second!, now);
    await slow.arrived;
    await placeArticle(own, unsaid, now);
    slow.goOn();
    await joining;
    expect(await storedLedger(own)).toEqual(pureLedger([first!]));
  });

  test('what stood there is redirected where two join it at once, each taking the other for known', async () => {
    const ways = [
      ['2022-01-01', '2022-01-02'],
      ['2022-01-02', '2022-01-01'],
    ];
    for (const days of ways) {
      const own = await fresh(db);
      const [last, ...two] = ['2022-01-05', ...days].map((day, i) => office(`q${i}`, day));
      await placeArticle(own, last!, now);
      // Both have written their mentions before either reads the block.
      const held = two.map(() => heldUp(own, (command) => command.constructor.name === 'QueryCommand'));
      const placing = two.map((one, i) => placeArticle(held[i]!.db, one, now));
      await Promise.all(held.map(({ arrived }) => arrived));
      for (const [i, { goOn }] of held.entries()) {
        goOn();
        await placing[i];
      }
      expect(await storedLedger(own)).toEqual(pureLedger([last!, ...two]));
    }
  });

  test('what a reviewer parts is not left behind where another review joins it before it is published', async () => {
    const own = await fresh(db);
    const [first, second] = ['2022-01-03', '2022-01-05'].map((day, i) => office(`p${i}`, day));
    const other = article({
      id: 'p2',
      published: '2022-01-01',
      text: 'Discord akan menghapus akun palsu.',
      mentions: [{ obligor: 'Discord=discord', action: 'menghapus akun palsu' }],
    });
    for (const one of [other, first!, second!]) await placeArticle(own, one, now);
    const [x, a, b] = [other, first!, second!].map((one) => readingOf(one, now).mentions[0]!.id) as [
      string,
      string,
      string,
    ];
    const review = { commitment: a, by: 'r', why: 'dua hal' };
    const slow = heldUp(own);
    const parting = addReview(slow.db, { ...review, action: { kind: 'cannot-link', a, b } }, now);
    await slow.arrived;
    await addReview(own, { ...review, action: { kind: 'must-link', a: x, b } }, now);
    slow.goOn();
    await parting;
    const { items } = await listCommitments(own, { now });
    expect(items.map((c) => c.mentions.map((m) => m.id)).sort()).toEqual([[x, b], [a]].sort());
  });

  test('a promise that a new reading of its article no longer has is retracted, and comes back with the next', async () => {
    const own = await fresh(db);
    const text = 'Telegram akan membuka kantor di Jakarta.';
    const mentions = [{ obligor: 'Telegram=telegram', action: 'membuka kantor di Jakarta' }];
    const read = article({ id: 'c', published: '2022-01-01', text, mentions });
    const reread = { ...article({ id: 'c', published: '2022-01-01', text }), extractorVersion: 'next' };
    const [id] = (await placeArticle(own, read, now)).written;
    await placeArticle(own, reread, now);
    expect(await getCommitment(own, id!)).toBeNull();
    expect((await listCommitments(own, { now })).items).toEqual([]);
    await placeArticle(own, read, now);
    expect((await getCommitment(own, id!))?.commitment.id).toBe(id);
  });
});

test('any order and repetition of the articles gives one and the same stored ledger', async () => {
  const db = await testDb();
  try {
    const expected = pureLedger(ALL);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: ALL.length - 1 }), { maxLength: 6 }),
        fc.integer(),
        async (again, seed) => {
          const own = await fresh(db);
          const order = [...ALL.keys(), ...again].sort((a, b) => ((a * 7919 + seed) % 101) - ((b * 7919 + seed) % 101));
          for (const i of order) await placeArticle(own, ALL[i]!, now);
          expect(await storedLedger(own)).toEqual(expected);
        },
      ),
      { numRuns: LONG ? 200 : 6, seed: 6 },
    );
  } finally {
    await db.stop();
  }
}, 600_000);
