import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { findCommitments } from '../../../lambda/ledger/search/find.ts';
import { indexChanges, usesOfArticle } from '../../../lambda/ledger/search/index.ts';
import { gatherFresh } from '../../../lambda/ledger/search/segments.ts';
import { searchWords } from '../../../lambda/ledger/search/terms.ts';
import { placeArticle } from '../../../lambda/ledger/store/place.ts';
import { numberChanges } from '../../../lambda/ledger/store/sequencer.ts';
import { ENGINES, type TestDb, testDb } from '../../engines.ts';
import { article } from '../articles.ts';

const now = new Date('2023-01-01T00:00:00Z');
const COMPANIES = 7;

/** Offices that different companies are to open, one a day. */
const offices = () =>
  Array.from({ length: COMPANIES }, (_, i) =>
    article({
      id: `kantor-${i}`,
      published: `2022-05-0${i + 1}`,
      text: `Perusahaan Nomor${i}x akan membuka kantor di Kota${i % 2 ? 'genap' : 'ganjil'} bulan depan.`,
      mentions: [{ obligor: `Perusahaan Nomor${i}x`, action: 'membuka kantor' }],
    }),
  );

describe.each(ENGINES)('searching on %s', (engine) => {
  let db: TestDb;
  const log = async () => {
    while ((await numberChanges(db, 'test', now, new Map())) ?? 0) {
      // Until all are numbered.
    }
  };
  beforeAll(async () => {
    db = await testDb(engine);
    for (const one of offices()) await placeArticle(db, one, now);
    await log();
    await indexChanges(db, now);
  });
  afterAll(() => db.stop());

  const found = async (q: string, limit = 100) => (await findCommitments(db, q, { before: null, limit })).hits;

  test.each<[string, string, number]>([
    ['a word as it is printed', 'kantor', COMPANIES],
    ['another form of the verb', 'pembukaan', COMPANIES],
    ['two words that both must be there', 'kantor kotagenap', 3],
    ['a word that is only begun', 'kotagan', 4],
    ['a name', 'nomor3x', 1],
    ['words in any order and case', 'KotaGanjil BUKA', 4],
    ['a word that is nowhere', 'satelit', 0],
    ['a word that is nowhere beside one that is everywhere', 'kantor satelit', 0],
    ['function words alone', 'yang dan di', 0],
    ['nothing', '', 0],
  ])('%s (%s) finds %i', async (_name, q, n) => {
    expect(await found(q)).toHaveLength(n);
  });

  test('a word that is only begun is found before it is gathered and after, and is not written where it stands', async () => {
    const text = 'Perusahaan Nomor8x akan membuka kantor di Kotabaru bulan depan.';
    const mentions = [{ obligor: 'Perusahaan Nomor8x', action: 'membuka kantor' }];
    await gatherFresh(db, 1);
    await placeArticle(db, article({ id: 'kantor-8', published: '2022-06-08', text, mentions }), now);
    await log();
    await indexChanges(db, now);
    expect(await found('nomor8')).toHaveLength(1);
    const sent = vi.spyOn(db.client, 'send');
    await gatherFresh(db, 1);
    const written = JSON.stringify(sent.mock.calls.map(([command]) => command.input)).match(
      /"pk":{"S":"SEARCH2#V#\w+/g,
    );
    sent.mockRestore();
    expect(written!.map((pk) => pk.slice(-2)).sort()).toEqual(expect.arrayContaining(['ko', 'no']));
    expect(written!.map((pk) => pk.slice(-2))).not.toContain('ka');
    expect(await found('nomor8')).toHaveLength(1);
    expect(await found('kotagan')).toHaveLength(4);
  });

  test('what is found comes newest first, and pages of one hold each once', async () => {
    const whole = await found('kantor');
    expect(whole.map((hit) => hit.at)).toEqual(
      whole
        .map((hit) => hit.at)
        .toSorted()
        .reverse(),
    );
    const paged: string[] = [];
    for (let before: string | null = null; ; ) {
      const { hits, next } = await findCommitments(db, 'kantor', { before, limit: 1 });
      paged.push(...hits.map((hit) => hit.id));
      if (next === null) break;
      before = next;
    }
    expect(paged).toEqual(whole.map((hit) => hit.id));
  });

  test('indexing again changes nothing; a change takes out the words that are gone', async () => {
    expect((await indexChanges(db, now)).indexed).toBe(0);
    const [first] = offices();
    const text = 'Perusahaan Nomor0x akan membuka gudang di Kotabaru bulan depan.';
    const mentions = [{ obligor: 'Perusahaan Nomor0x', action: 'membuka gudang' }];
    await placeArticle(db, article({ id: 'kantor-0', published: '2022-05-01', text, mentions }), now);
    await log();
    await indexChanges(db, now);
    expect(await found('nomor0x kantor')).toEqual([]);
    expect(await found('nomor0x gudang')).toHaveLength(1);
    expect((await usesOfArticle(db, first!.id)).map((use) => use.mentions.length)).toEqual([1]);
  });
});

test('any text gives words, and none of them half a character', () => {
  for (const text of ['𠮷野家', '👨‍👩‍👧', '\ud800', 'a-b-c', '=1+1', `${'x'.repeat(10_000)} ya`]) {
    for (const { word, stem } of searchWords(text)) expect([word.length > 0, stem.length > 0]).toEqual([true, true]);
  }
});
