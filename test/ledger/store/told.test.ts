import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../lambda/dynamo.ts';
import { all } from '../../../lambda/items.ts';
import { reportPlaces } from '../../../lambda/ledger/model/blocks.ts';
import { readMentions } from '../../../lambda/ledger/model/read-mentions.ts';
import { MOST_TOLD } from '../../../lambda/ledger/model/tells.ts';
import { readReports } from '../../../lambda/ledger/outcomes/read.ts';
import * as keys from '../../../lambda/ledger/store/keys.ts';
import { placeArticle } from '../../../lambda/ledger/store/place.ts';
import { getCommitment } from '../../../lambda/ledger/store/read.ts';
import type { LedgerArticle } from '../../../lambda/ledger/types.ts';
import { createTable, ENGINES, type TestDb, testDb } from '../../engines.ts';
import { article } from '../articles.ts';
import { expectAnyOrder, expectKilledAnywhere } from './alike.ts';
import { pureLedger, storedLedger } from './ledger.ts';

const now = new Date('2026-06-01T00:00:00Z');
const LONG = Boolean(process.env.TAGIH_LONG);

const SYLLABLES = ['ba', 'ce', 'do', 'fu', 'gi', 'ha', 'jo', 'lu'];
const thing = (n: number): string =>
  `${SYLLABLES[n % 8]}${SYLLABLES[Math.floor(n / 8) % 8]}${SYLLABLES[Math.floor(n / 64) % 8]}${SYLLABLES[Math.floor(n / 512)]}ra`;
const dayAt = (n: number): string => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);

const promise = (n: number, day: number): LedgerArticle => {
  const action = `memeriksa ${thing(n)} ${thing(3000 + n)}`;
  return article({
    id: `p${n}`,
    outlet: `outlet${n % 5}`,
    published: dayAt(day),
    text: `Komdigi akan ${action} paling lambat ${dayAt(day + 60)}.`,
    mentions: [{ obligor: 'Komdigi=komdigi', action, deadline: `${dayAt(day + 60)}=${dayAt(day + 60)}` }],
  });
};
/** What the regulator is told to have done: of each promise after its own, and of what nobody promised. */
const report = (n: number, day: number, id = `r${n}-${day}`): LedgerArticle =>
  article({
    id,
    outlet: `outlet${n % 7}`,
    published: dayAt(day),
    text: `Komdigi telah memeriksa ${thing(n)} ${thing(3000 + n)}.`,
  });
const PROMISES = [0, 1, 2, 3].map((n) => promise(n, n * 9));
const TOLD = [0, 1, 2].map((n) => report(n, 45 + n * 4));
const OTHERS = Array.from({ length: 24 }, (_, i) => report(100 + i, 2 + i * 2));
const ALL = [...PROMISES, ...TOLD, ...OTHERS];
const PURE = pureLedger(ALL);
const [BLOCK] = reportPlaces(readReports(TOLD[0]!, dayAt(0))[0]!).map((place) => place.block);

/** Sort keys of the reports that stand beside the mentions of the block. */
async function besideIn(db: Db): Promise<string[]> {
  const items = await all<{ sk: string }>(db, {
    condition: 'pk = :pk AND sk BETWEEN :from AND :to',
    values: { ':pk': keys.blockPk(BLOCK!), ...keys.daysBetween(0, 99_999) },
  });
  return items.map(({ sk }) => sk).filter((sk) => keys.standing(sk).kind === 'report');
}

/** Requests and read units of what is done with a table. */
async function costOf(db: Db, work: (db: Db) => Promise<unknown>): Promise<{ requests: number; read: number }> {
  const cost = { requests: 0, read: 0 };
  const send = async (command: { input: object; constructor: { name: string } }) => {
    Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
    const answer = await (db.client.send as (c: unknown) => Promise<Record<string, unknown>>)(command);
    cost.requests++;
    const used = [answer.ConsumedCapacity ?? []].flat() as { CapacityUnits: number }[];
    if (/^(?:Get|BatchGet|Query)/.test(command.constructor.name))
      cost.read += used.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
    return answer;
  };
  await work({ ...db, client: { send } as unknown as Db['client'] });
  return cost;
}

describe.each(LONG ? ENGINES : ENGINES.slice(0, 1))('a block in which much is told, on %s', (engine) => {
  let db: TestDb;
  let tables = 0;
  const fresh = async (): Promise<TestDb> => {
    const table = `told-${++tables}`;
    await createTable(db.client, table);
    return { ...db, table };
  };
  beforeAll(async () => {
    db = await testDb(engine);
    for (const a of ALL) await placeArticle(db, a, now);
  });
  afterAll(() => db.stop());

  test('has the ledger that the pure model makes of the same articles, with the ends of what was promised', async () => {
    expect(await storedLedger(db)).toEqual(PURE);
    for (const { id } of PROMISES.slice(0, 3).map((a) => readMentions(a, dayAt(0))[0]!))
      expect((await getCommitment(db, id))?.commitment.outcomes.map((o) => o.kind)).toEqual(['fulfilled']);
  });

  test('reads with its mentions only what may tell of one of them', async () => {
    expect(await besideIn(db)).toHaveLength(TOLD.length);
  });

  test('finds for a mention that comes last what was told long before it came', async () => {
    const own = await fresh();
    for (const a of [...OTHERS, ...TOLD]) await placeArticle(own, a, now);
    expect(await besideIn(own)).toEqual([]);
    const [id] = (await placeArticle(own, PROMISES[1]!, now)).written;
    expect((await getCommitment(own, id!))?.commitment.outcomes.map((o) => o.kind)).toEqual(['fulfilled']);
    for (const a of PROMISES) await placeArticle(own, a, now);
    expect(await storedLedger(own)).toEqual(PURE);
  });

  test('is the same for any order and repetition of the articles, and for all at once', async () => {
    await expectAnyOrder(fresh, ALL, now, { numRuns: LONG ? 100 : 1, seed: 7 });
  }, 600_000);

  test('is the same when killed at any write', async () => {
    // A mention between two reports of it, one told before it came and one after.
    const articles = [promise(0, 0), report(1, 30), promise(1, 9), report(1, 33, 'second'), report(0, 40)];
    await expectKilledAnywhere(fresh, articles, now, 3);
  }, 600_000);

  test('forgets a report that its article tells no more, also where a mention found it meanwhile', async () => {
    const own = await fresh();
    const told = report(1, 45);
    const silent = { ...told, text: 'Komdigi belum memberi keterangan.', textHash: 'other', extractorVersion: 'next' };
    await placeArticle(own, told, now);
    await Promise.all([placeArticle(own, PROMISES[1]!, now), placeArticle(own, silent, now)]);
    expect(await storedLedger(own)).toEqual(pureLedger([PROMISES[1]!]));
    await placeArticle(own, told, now);
    expect(await storedLedger(own)).toEqual(pureLedger([PROMISES[1]!, told]));
  });

  test('costs the same however much has been told in it', async () => {
    const costs = [];
    // More of each day than count ({@link MOST_TOLD}).
    for (const many of [100, LONG ? 1000 : 200]) {
      const own = await fresh();
      for (const a of PROMISES) await placeArticle(own, a, now);
      for (let i = 0; i < many; i++) await placeArticle(own, report(100 + i, 100 + (i % 10)), now);
      const mention = {
        ...PROMISES[1]!,
        id: 'same',
        key: 'https://outlet9.example/same',
        published: `${dayAt(150)}T12:00:00+07:00`,
      };
      costs.push([
        await costOf(own, (metered) => placeArticle(metered, promise(50, 151), now)),
        await costOf(own, (metered) => placeArticle(metered, mention, now)),
        await costOf(own, (metered) => placeArticle(metered, report(99, 152), now)),
        await costOf(own, (metered) => placeArticle(metered, report(50, 153), now)),
      ]);
    }
    expect(costs[1]).toEqual(costs[0]);
  }, 600_000);

  test('counts of reports of one kind and age the first, in whatever order they come', async () => {
    const hour = (i: number): string => `${dayAt(49)}T${String(i).padStart(2, '0')}:00:00+07:00`;
    const many = Array.from({ length: 3 * MOST_TOLD }, (_, i) => ({
      ...report(1, 49, `same${i}`),
      published: hour(i),
    }));
    const pure = pureLedger([PROMISES[1]!, ...many]);
    for (const order of [many, many.toReversed()]) {
      const own = await fresh();
      for (const a of [...order.slice(0, MOST_TOLD), PROMISES[1]!, ...order.slice(MOST_TOLD)])
        await placeArticle(own, a, now);
      expect(await storedLedger(own)).toEqual(pure);
    }
    const own = await fresh();
    for (const a of [PROMISES[1]!, ...many]) await placeArticle(own, a, now);
    expect((await besideIn(own)).length).toBeLessThanOrEqual(2 * MOST_TOLD);
  });
});
