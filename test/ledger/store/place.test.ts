import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { followedBy } from '../../../lambda/ledger/follow.ts';
import { commitmentOf } from '../../../lambda/ledger/model/model.ts';
import { readMentions } from '../../../lambda/ledger/model/read-mentions.ts';
import { readReports } from '../../../lambda/ledger/outcomes/read.ts';
import { hashOf } from '../../../lambda/ledger/store/head.ts';
import { placeArticle } from '../../../lambda/ledger/store/place.ts';
import { getCommitment, listCommitments } from '../../../lambda/ledger/store/read.ts';
import type { LedgerArticle } from '../../../lambda/ledger/types.ts';
import { ENGINES, type TestDb, testDb } from '../../engines.ts';
import { registration } from '../samples.ts';

const now = new Date('2022-10-01T00:00:00Z');

const pure = (articles: LedgerArticle[]) =>
  followedBy(
    articles.flatMap((a) => readMentions(a, a.published)),
    articles.flatMap((a) => readReports(a, a.published)),
  ).map(commitmentOf);

describe.each(ENGINES)('placing on %s', (engine) => {
  let db: TestDb;
  beforeAll(async () => {
    db = await testDb(engine);
    for (const article of registration()) await placeArticle(db, article, now);
  });
  afterAll(() => db.stop());

  test('the stored ledger is what the pure model makes of the same articles', async () => {
    const { items } = await listCommitments(db, { limit: 100, now });
    const slim = (c: { mentions: unknown }) =>
      hashOf(JSON.parse(JSON.stringify(c, (k, v) => (k === 'fingerprint' ? [] : v))));
    expect(items.map(slim).sort()).toEqual(pure(registration()).map(slim).sort());
  });

  test('an article placed again changes nothing', async () => {
    const again = await placeArticle(db, registration()[2]!, new Date('2023-01-01T00:00:00Z'));
    expect(again).toMatchObject({ changed: false, written: [] });
  });

  test('a commitment is found by its id with the whole of its deadline history', async () => {
    const { items } = await listCommitments(db, { filter: { actor: 'telagram' }, now });
    const registered = items.find((c) => c.type === 'obligation')!;
    const found = await getCommitment(db, registered.id);
    expect(found?.commitment.claims.map((c) => [c.due, c.state])).toEqual([
      ['2022-07-20', 'superseded'],
      ['2022-07-27', 'superseded'],
      ['2022-07-29', 'current'],
    ]);
    expect(found?.commitment.slips).toBe(2);
    expect(found?.commitment.outcomes.map((o) => o.kind)).toEqual(['fulfilled']);
  });
});
