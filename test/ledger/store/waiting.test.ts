import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../../../lambda/dynamo.ts';
import { blocksOf, reportBlocks } from '../../../lambda/ledger/model/blocks.ts';
import { isPosting, postingsOf } from '../../../lambda/ledger/model/postings.ts';
import { readMentions } from '../../../lambda/ledger/model/read-mentions.ts';
import { readReports } from '../../../lambda/ledger/outcomes/read.ts';
import { placeArticle } from '../../../lambda/ledger/store/place.ts';
import { getCommitment, listCommitments } from '../../../lambda/ledger/store/read.ts';
import type { LedgerArticle } from '../../../lambda/ledger/types.ts';
import { createTable, ENGINES, type TestDb, testDb } from '../../engines.ts';
import { article } from '../articles.ts';
import { expectAnyOrder, expectKilledAnywhere } from './alike.ts';
import { pureLedger, storedLedger } from './ledger.ts';

const now = new Date('2026-06-01T00:00:00Z');
const LONG = Boolean(process.env.TAGIH_LONG);

const [FIRST, SECOND, THIRD] = ['penapis konten Garudalaya', 'penyuluh Cendrawasih', 'peladen cadangan Nusawiyata'];

/** A regulator promises to put up a thing, and is told to have switched it on: another act, and nothing else in common but it. */
const promise = (thing = '', id = `p-${thing}`): LedgerArticle => {
  const action = `${thing === SECOND ? 'melatih' : 'memasang'} ${thing}`;
  return article({
    id,
    published: '2025-01-10',
    text: `Komdigi akan ${action}.`,
    mentions: [{ obligor: 'Komdigi=komdigi', action }],
  });
};
const told = (thing = '', id = `r-${thing}`): LedgerArticle =>
  article({
    id,
    outlet: 'lain',
    published: '2025-02-18',
    text: `Komdigi telah menjalankan ${thing} sejak Senin.`,
  });
const ALL = [promise(FIRST), promise(SECOND), told(FIRST), told(THIRD)];
const PURE = pureLedger(ALL);
const idOf = (a: LedgerArticle): string => readMentions(a, a.published)[0]!.id;
const endsOf = async (db: Db, a: LedgerArticle): Promise<string[]> =>
  (await getCommitment(db, idOf(a)))!.commitment.outcomes.map(({ kind }) => kind);

test('a promise and the report of its end by another act meet under a word of both, and in no block', () => {
  const [mention] = readMentions(promise(FIRST), '2025-01-10');
  const [report] = readReports(told(FIRST), '2025-02-18');
  const blocks = reportBlocks(report!);
  expect(blocks.filter((block) => blocksOf(mention!).includes(block))).toEqual([]);
  expect(blocks.filter((block) => postingsOf(mention!).includes(block))).toContain('a:komdigi@garudalaya');
  expect(blocks.filter(isPosting).length).toBeGreaterThan(0);
});

test('what is in the news now and then waits nowhere: all that is told of it stands in its block', () => {
  const sketch = { published: '2025-01-10', text: 'Bukalapak akan membuka gudang Garudalaya di Jakarta.' };
  const mentions = [{ obligor: 'Bukalapak=bukalapak', action: 'membuka gudang Garudalaya di Jakarta' }];
  const [mention] = readMentions(article({ id: 'b', ...sketch, mentions }), '2025-01-10');
  expect(postingsOf(mention!)).toEqual([]);
});

test('neither a number nor a name of its own is a word under which a party waits', () => {
  const text = 'Komdigi akan menerbitkan 250 izin Garudalaya pada 2027, kata Kementerian Komunikasi dan Digital.';
  const action = 'menerbitkan 250 izin Garudalaya pada 2027';
  const mentions = [{ obligor: 'Komdigi=komdigi', action }];
  const [mention] = readMentions(article({ id: 'n', published: '2025-01-10', text, mentions }), '2025-01-10');
  expect(postingsOf(mention!)).toEqual(['a:komdigi@garudalaya']);
});

test('what a class must do waits under whoever demanded it', () => {
  const text = 'Komdigi mewajibkan seluruh platform memasang penapis konten Garudalaya.';
  const action = 'memasang penapis konten Garudalaya';
  const mentions = [{ type: 'obligation' as const, obligor: 'seluruh platform', speaker: 'Komdigi=komdigi', action }];
  const [mention] = readMentions(article({ id: 'c', published: '2025-01-10', text, mentions }), '2025-01-10');
  expect(postingsOf(mention!)).toContain('a:komdigi@garudalaya');
});

test('what only examines, warns or is talked of looks for no promise in other words', () => {
  const text = 'Komdigi telah memeriksa penapis konten Garudalaya.';
  const reports = readReports(article({ id: 'e', published: '2025-02-18', text }), '2025-02-18');
  expect(reports.length).toBeGreaterThan(0);
  expect(reports.flatMap(reportBlocks).filter(isPosting)).toEqual([]);
});

describe.each(ENGINES)('ends that are told by another act, on %s', (engine) => {
  let db: TestDb;
  let tables = 0;
  const fresh = async (): Promise<TestDb> => {
    const table = `waiting-${++tables}`;
    await createTable(db.client, table);
    return { ...db, table };
  };
  const placed = async (...articles: LedgerArticle[]): Promise<TestDb> => {
    const own = await fresh();
    for (const a of articles) await placeArticle(own, a, now);
    return own;
  };
  beforeAll(async () => {
    db = await testDb(engine);
  });
  afterAll(() => db.stop());

  test('are those of the promise that they speak of, whichever of the two came first', async () => {
    for (const articles of [ALL, ALL.toReversed()]) {
      const own = await placed(...articles);
      expect(await storedLedger(own)).toEqual(PURE);
      expect(await endsOf(own, promise(FIRST))).toEqual(['fulfilled']);
      expect(await endsOf(own, promise(SECOND))).toEqual([]);
    }
  });

  test('are the same for any order and repetition of the articles, and for all at once', async () => {
    await expectAnyOrder(fresh, ALL, now, { numRuns: LONG ? 200 : 4, seed: 11 });
  }, 600_000);

  test('are the same when killed at any write', async () => {
    for (const articles of [ALL, ALL.toReversed()]) await expectKilledAnywhere(fresh, articles, now, 4);
  }, 600_000);

  test('are no longer those of a promise whose article turns out to speak of something else', async () => {
    const own = await placed(...ALL);
    const corrected = { ...promise(THIRD), key: promise(FIRST).key, id: promise(FIRST).id };
    await placeArticle(own, corrected, now);
    expect(await endsOf(own, corrected)).toEqual(['fulfilled']);
    const found = await getCommitment(own, idOf(corrected));
    expect(found!.commitment.outcomes.map(({ evidence }) => evidence.quote)).toEqual([expect.stringContaining(THIRD)]);
    // And back again.
    await placeArticle(own, promise(FIRST), now);
    const back = await getCommitment(own, idOf(promise(FIRST)));
    expect(back!.commitment.outcomes.map(({ evidence }) => evidence.quote)).toEqual([expect.stringContaining(FIRST)]);
  });

  test('are found also where the deadline of the promise has been corrected since', async () => {
    const text = `Komdigi akan memasang ${FIRST} paling lambat 20 Februari 2025.`;
    const mentions = [
      { obligor: 'Komdigi=komdigi', action: `memasang ${FIRST}`, deadline: '20 Februari 2025=2025-02-20' },
    ];
    const { key } = promise(FIRST);
    const corrected = { ...article({ id: 'p2', published: '2025-01-10', text, mentions }), key };
    const own = await placed(promise(FIRST), corrected, told(FIRST));
    const { items } = await listCommitments(own, { now });
    expect(items.map(({ outcomes }) => outcomes.map(({ kind }) => kind))).toEqual([['fulfilled']]);
  });

  test('are gone where their article no longer tells them, and there again when it does', async () => {
    const own = await placed(...ALL);
    const silent = { ...told(THIRD), key: told(FIRST).key, id: told(FIRST).id };
    await placeArticle(own, silent, now);
    expect(await endsOf(own, promise(FIRST))).toEqual([]);
    await placeArticle(own, told(FIRST), now);
    expect(await endsOf(own, promise(FIRST))).toEqual(['fulfilled']);
  });
});
