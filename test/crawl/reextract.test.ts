import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArticleItem, currentArticle } from '../../lambda/crawl/article.ts';
import { keyOf } from '../../lambda/crawl/entries.ts';
import { articleId } from '../../lambda/crawl/keys.ts';
import { reextract } from '../../lambda/crawl/reextract.ts';
import { ledgerArticleOf } from '../../lambda/crawl/store-article.ts';
import type { Db } from '../../lambda/dynamo.ts';
import { put } from '../../lambda/items.ts';
import { placeArticle } from '../../lambda/ledger/place.ts';
import { statusOf } from '../../lambda/ledger/status.ts';
import { listCommitments } from '../../lambda/ledger/store/list.ts';
import { getCommitment } from '../../lambda/ledger/store/read.ts';
import { addReview } from '../../lambda/ledger/store/review.ts';
import type { LedgerArticle } from '../../lambda/ledger/types.ts';
import { ENGINES, type TestDb, testDb } from '../engines.ts';

const SENTENCE =
  'Kementerian Komunikasi dan Digital akan menerbitkan aturan pajak digital paling lambat 5 Oktober 2026.';
const URL_OF = 'http://ulang.test/berita/aturan-pajak-digital-terbit';
const at = (day: number): Date => new Date(Date.UTC(2026, 7, day));

const kept: ArticleItem = {
  key: keyOf(URL_OF),
  id: articleId(keyOf(URL_OF)),
  url: URL_OF,
  outlet: 'ulang.test',
  title: 'Aturan Pajak Digital Segera Terbit',
  published: '2026-08-03T00:00:00Z',
  publishedSource: 'page',
  modified: null,
  byline: null,
  text: `Warga menunggu kabar itu sejak pagi di kantor kementerian.\n${SENTENCE}\nRapat berikutnya diadakan pekan depan.`,
  textHash: 'teks-satu',
  rule: 'test',
  problems: [],
  fetchedAt: '2026-08-03T01:00:00Z',
  snapshots: [],
  feedId: 'ulang',
  sample: false,
};

/** Calls `look` before and after every request that writes. */
function watched(db: Db, look: () => Promise<void>): Db {
  const client = new Proxy(db.client, {
    get(target, name) {
      if (name !== 'send') return Reflect.get(target, name);
      return async (command: { constructor: { name: string } }) => {
        const writes = /Put|Update|Write/.test(command.constructor.name);
        if (writes) await look();
        const answer = await target.send(command as never);
        if (writes) await look();
        return answer;
      };
    },
  });
  return { ...db, client };
}

let db: TestDb;
beforeAll(async () => {
  db = await testDb(ENGINES[0]);
});
afterAll(() => db.stop());

test('read again by a new extractor, what a reviewer set stays, the rest follows, and no reader meets a gap', async () => {
  // As an earlier extractor read it: another action, and no deadline.
  const now = ledgerArticleOf(kept);
  const [mention] = now.extraction.commitments;
  const action = { ...mention!.action, text: 'menerbitkan aturan', end: mention!.action.start + 18 };
  const earlier = { ...mention!, action, deadline: null };
  const before = { ...now, extraction: { ...now.extraction, commitments: [earlier] }, extractorVersion: '0.0.1' };
  await put(db, currentArticle({ ...kept, placed: `${kept.textHash}@0.0.1` }));
  await placeArticle(db, before, at(3));
  const [first] = (await listCommitments(db, { limit: 10 })).items;
  expect(first).toMatchObject({ action: 'menerbitkan aturan', claims: [] });
  const review = { commitment: first!.id, by: 'r1', why: 'dibaca sendiri' };
  await addReview(db, { ...review, action: { kind: 'correct', field: 'action', value: 'menerbitkan PMK' } }, at(4));
  await addReview(db, { ...review, action: { kind: 'correct', field: 'topic', value: 'payments' } }, at(4));

  let looks = 0;
  const look = async () => {
    looks++;
    const { items } = await listCommitments(db, { limit: 10 });
    const found = await getCommitment(db, first!.id);
    for (const commitment of [...items, found?.commitment])
      expect(commitment).toMatchObject({ action: 'menerbitkan PMK', topic: 'payments' });
    expect(items).toHaveLength(1);
  };
  const months = { from: '2026-08', to: '2026-08' };
  const problems: string[] = [];
  const done = await reextract(
    { db: watched(db, look) },
    { ...months, clock: () => at(10), onProblem: (problem) => problems.push(problem) },
  );
  expect(problems).toEqual([]);
  expect(done).toEqual({ looked: 1, placed: 1 });
  expect(looks).toBeGreaterThan(10);

  const after = (await getCommitment(db, first!.id))!.commitment;
  expect(statusOf(after, new Map(), at(10)).due.day).toBe('2026-10-05');
  expect(after.mentions[0]?.mention.action).toEqual(mention!.action);
  // What it said before is not forgotten, and a second run has nothing to do.
  expect(after.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['stated', 'reviewed']));
  expect(await reextract({ db }, { ...months, clock: () => at(11) })).toEqual({ looked: 1, placed: 0 });
});

test('a promise that a new extractor no longer finds leads to what it was joined with, or says that it is retracted', async () => {
  const other = (n: number, published: string): ArticleItem => ({
    ...kept,
    key: `lain.test/${n}`,
    id: articleId(`lain.test/${n}`),
    url: `http://lain.test/${n}`,
    published,
    text: `Kabar ke-${n}.\nOtoritas Jasa Keuangan akan meluncurkan aplikasi pinjaman digital paling lambat 9 Oktober 2026.`,
    textHash: `lain-${n}`,
  });
  const [one, two] = [other(1, '2026-08-04T00:00:00Z'), other(2, '2026-08-05T00:00:00Z')].map(ledgerArticleOf);
  const without = (article: LedgerArticle): LedgerArticle => ({
    ...article,
    extraction: { ...article.extraction, commitments: [] },
  });
  await placeArticle(db, one!, at(5));
  await placeArticle(db, two!, at(6));
  const mine = async () =>
    (await listCommitments(db, { limit: 10 })).items.filter(({ obligor }) => obligor.actor === 'ojk');
  const [joined] = await mine();
  expect(joined?.mentions).toHaveLength(2);
  await placeArticle(db, without(one!), at(7));
  const [rest] = await mine();
  expect(rest?.mentions.map(({ article }) => article.id)).toEqual([two!.id]);
  expect((await getCommitment(db, joined!.id))?.commitment.id).toBe(rest!.id);
  await placeArticle(db, without(two!), at(8));
  expect(await mine()).toEqual([]);
  expect(await getCommitment(db, rest!.id)).toBeNull();
});
