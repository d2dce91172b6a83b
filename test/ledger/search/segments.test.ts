import { describe, expect, test } from 'vitest';
import { all, putMany } from '../../../lambda/items.ts';
import { findCommitments } from '../../../lambda/ledger/search/find.ts';
import { indexChanges, usesOfArticle } from '../../../lambda/ledger/search/index.ts';
import { FRESH, segmentPk } from '../../../lambda/ledger/search/keys.ts';
import { logKey } from '../../../lambda/ledger/store/keys.ts';
import { listCommitments } from '../../../lambda/ledger/store/list.ts';
import { pack } from '../../../lambda/ledger/store/packed.ts';
import { placeArticle } from '../../../lambda/ledger/store/place.ts';
import type { Commitment } from '../../../lambda/ledger/types.ts';
import { stem } from '../../../lambda/ledger/words/stem.ts';
import { mortal } from '../../crawl/newsroom.ts';
import { ENGINES, type TestDb, testDb } from '../../engines.ts';
import { numbers } from '../../numbers.ts';
import { article } from '../articles.ts';

const now = new Date('2023-01-01T00:00:00Z');
const WORDS = 'satelit pajak gudang pabrik kabel taman sungai jembatan kapal beras garam kopi'.split(' ');
const IDS = Array.from({ length: 24 }, (_, n) => (n + 10).toString(16).padStart(2, '0').repeat(10));
const CHANGES = process.env.TAGIH_LONG ? 1000 : 60;
/** Commitments that are gathered here before they become a segment. */
const GATHERED = 7;

/** A commitment as the ledger makes it, to be varied. */
async function sample(db: TestDb): Promise<Commitment> {
  const text = 'Perusahaan Nomor1x akan membuka kantor bulan depan.';
  const mentions = [{ obligor: 'Perusahaan Nomor1x', action: 'membuka kantor' }];
  await placeArticle(db, article({ id: 'contoh', published: '2022-05-01', text, mentions }), now);
  return (await listCommitments(db, { limit: 1 })).items[0]!;
}

interface State {
  words: string[];
  at: string;
  articles: string[];
}

/** A log of changes: words come and go, first mentions move to other weeks, commitments go and come back. */
function logOf(like: Commitment, next: () => number) {
  const states = new Map<string, State>();
  const own = Array.from({ length: CHANGES }, (_, n) => {
    const id = IDS[Math.floor(next() * IDS.length)]!;
    const before = states.get(id);
    const isGone = before !== undefined && next() < 0.1;
    const words = WORDS.filter(() => next() < 0.35);
    const day = Math.floor(next() * 40);
    const statedAt =
      before && next() < 0.7
        ? before.at.slice(0, 24)
        : new Date(Date.UTC(2022, 4, 1 + day, Math.floor(next() * 3))).toISOString();
    const articles = [`artikel-${Math.floor(next() * 6)}`];
    if (isGone) states.delete(id);
    else states.set(id, { words, at: `${statedAt}#${id}`, articles });
    const [mention] = like.mentions;
    const commitment: Commitment = {
      ...like,
      id,
      statedAt,
      action: words.join(' '),
      obligors: [],
      counterparties: [],
      speaker: null,
      mentions: articles.map((one) => ({ ...mention!, quote: '', article: { ...mention!.article, id: one } })),
    };
    return {
      ...logKey(n + 1),
      sequence: n + 1,
      id,
      kind: isGone ? 'tombstone' : 'upsert',
      mergedInto: null,
      recordedAt: now.toISOString(),
      ...(isGone ? {} : { body: pack(commitment) }),
      before: null,
      after: null,
    };
  });
  return { log: own, states };
}

async function pages(db: TestDb, q: string, limit: number): Promise<string[]> {
  const found: string[] = [];
  for (let before: string | null = null; ; ) {
    const { hits, next } = await findCommitments(db, q, { before, limit });
    found.push(...hits.map(({ at }) => at));
    if (next === null) return found;
    before = next;
  }
}

/** All queries of one and of two words find what has them now, and nothing else. */
async function expectFound(db: TestDb, states: ReadonlyMap<string, State>) {
  for (const [i, word] of WORDS.entries()) {
    for (const other of [word, WORDS[(i + 5) % WORDS.length]!]) {
      const expected = [...states.values()]
        .filter(({ words }) => words.includes(word) && words.includes(other))
        .map(({ at }) => at)
        .sort()
        .reverse();
      expect(await pages(db, `${word} ${other} `, 100), `${word} ${other}`).toEqual(expected);
      // Page by page some: that takes more requests.
      if (i % 4 === 0) expect(await pages(db, `${word} ${other} `, 2), `${word} ${other}`).toEqual(expected);
    }
  }
  for (let n = 0; n < 6; n++) {
    const ids = [...states].filter(([, { articles }]) => articles.includes(`artikel-${n}`)).map(([id]) => id);
    expect((await usesOfArticle(db, `artikel-${n}`)).map(({ id }) => id)).toEqual(ids.sort());
  }
}

describe.each(ENGINES)('segments of the search index on %s', (engine) => {
  test('what is found is what has the words now, through changes, kills at any request and several at once', async () => {
    const db = await testDb(engine);
    try {
      const next = numbers(engine.length);
      const { log, states } = logOf(await sample(db), next);
      let killed = 0;
      const step = () =>
        indexChanges(next() < 0.7 ? mortal(db, Math.floor(next() * 15)) : db, now, 9, GATHERED).catch(
          () => void killed++,
        );
      for (let at = 0; at < log.length; ) {
        const more = 1 + Math.floor(next() * 12);
        await putMany(db, log.slice(at, at + more));
        at += more;
        await (next() < 0.3 ? Promise.all([step(), step()]) : step());
      }
      while ((await indexChanges(db, now, 9, GATHERED)).indexed > 0);
      expect(killed).toBeGreaterThan(5);
      await expectFound(db, states);
      const segments = await all<{ sk: string }>(db, {
        condition: 'pk = :pk',
        values: { ':pk': segmentPk(stem('satelit')) },
      });
      expect(segments.length).toBeGreaterThan(5);
      const fresh = await all<{ count: number }>(db, { condition: 'pk = :pk', values: { ':pk': FRESH } });
      expect(fresh.reduce((sum, { count }) => sum + count, 0)).toBeLessThan(GATHERED);
    } finally {
      await db.stop();
    }
  });

  test('a search that runs while a segment is written finds each commitment once', async () => {
    const db = await testDb(engine);
    try {
      const { log, states } = logOf(await sample(db), numbers(7));
      await putMany(db, log);
      while ((await indexChanges(db, now, 50, CHANGES * 2)).indexed > 0);
      await expectFound(db, states);
      const expected = [...states.values()].filter(({ words }) => words.includes('kopi')).map(({ at }) => at);
      const { gatherFresh } = await import('../../../lambda/ledger/search/segments.ts');
      const gathering = gatherFresh(db, 1);
      const seen: string[][] = [];
      for (let n = 0; n < 12; n++) seen.push(await pages(db, 'kopi ', 100));
      await gathering;
      for (const one of seen) expect(one).toEqual(expected.sort().reverse());
    } finally {
      await db.stop();
    }
  });
});
