import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putMany } from '../../../lambda/items.ts';
import { toLedgerArticle } from '../../../lambda/ledger/follow.ts';
import { placesOf } from '../../../lambda/ledger/model/blocks.ts';
import { commitmentOf, promisesIn } from '../../../lambda/ledger/model/model.ts';
import { postingsOf } from '../../../lambda/ledger/model/postings.ts';
import { readMentions } from '../../../lambda/ledger/model/read-mentions.ts';
import { CROWDED } from '../../../lambda/ledger/model/stretches.ts';
import { commitmentAsOf } from '../../../lambda/ledger/store/as-of.ts';
import { headItem, listItems } from '../../../lambda/ledger/store/head.ts';
import * as keys from '../../../lambda/ledger/store/keys.ts';
import { packJson } from '../../../lambda/ledger/store/packed.ts';
import { resumePending } from '../../../lambda/ledger/store/pending.ts';
import { placeArticle } from '../../../lambda/ledger/store/place.ts';
import { getCommitment } from '../../../lambda/ledger/store/read.ts';
import { addReview } from '../../../lambda/ledger/store/review.ts';
import type { LedgerArticle } from '../../../lambda/ledger/types.ts';
import { createTable, ENGINES, type TestDb, testDb } from '../../engines.ts';
import { article } from '../articles.ts';
import { faulty } from './faults.ts';
import { pureLedger, storedLedger } from './ledger.ts';

const now = new Date('2026-06-01T00:00:00Z');
const LONG = Boolean(process.env.TAGIH_LONG);

const SYLLABLES = ['ba', 'ce', 'do', 'fu', 'gi', 'ha', 'jo', 'lu'];
/** A name of its own for each thing that is examined. */
const thing = (n: number): string =>
  `${SYLLABLES[n % 8]}${SYLLABLES[Math.floor(n / 8) % 8]}${SYLLABLES[Math.floor(n / 64)]}ra`;
const dayAt = (n: number): string => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);

/** One regulator's many promises of one class of act over most of a year; every third is told a second time. */
const promise = (n: number): LedgerArticle => {
  const about = n % 3 === 2 ? n - 1 : n;
  const due = `paling lambat ${dayAt(300 + 2 * about)}`;
  const action = `memeriksa ${thing(about)}`;
  return article({
    id: `c${n}`,
    outlet: `outlet${n % 7}`,
    published: dayAt(2 * n),
    text: `Komdigi ${n % 3 === 2 ? 'bakal' : 'akan'} ${action} ${due}.`,
    mentions: [{ obligor: 'Komdigi=komdigi', action, deadline: `${due}=${dayAt(300 + 2 * about)}` }],
  });
};
const MANY = Array.from({ length: CROWDED }, (_, n) => promise(n));

/** What links to the crowded block or tells of it: evidence, two who promise together, a day that an event will give. */
const joint = (id: string, day: string, text: string): LedgerArticle =>
  article({
    id,
    published: day,
    text,
    mentions: [
      { obligor: 'Komdigi=komdigi + Kemendag=kemendag', action: 'memeriksa gudang bersama', deadline: '2025-12-01' },
    ],
  });
const MORE = [
  promise(CROWDED),
  article({ id: 'told', published: '2025-09-20', text: `Komdigi telah memeriksa ${thing(9)}, Sabtu (20/9/2025).` }),
  joint('joint', '2025-08-01', 'Komdigi dan Kemendag akan memeriksa gudang bersama.'),
  article({
    id: 'alone',
    outlet: 'lain',
    published: '2025-08-03',
    text: 'Kemendag akan memeriksa gudang bersama.',
    mentions: [{ obligor: 'Kemendag=kemendag', action: 'memeriksa gudang bersama', deadline: '2025-12-01' }],
  }),
  article({
    id: 'count',
    published: '2025-07-22',
    text: 'Komdigi akan memeriksa menara suar paling lambat 30 hari sejak putusan berkekuatan hukum tetap.',
    mentions: [
      {
        obligor: 'Komdigi=komdigi',
        action: 'memeriksa menara suar',
        deadline: 'paling lambat 30 hari sejak putusan berkekuatan hukum tetap=unanchored',
      },
    ],
  }),
  toLedgerArticle({
    id: 'final',
    url: 'https://harian.example/final',
    outlet: 'harian',
    published: '2025-09-05T12:00:00+07:00',
    title: '',
    text: 'Putusan Komdigi terhadap Google berkekuatan hukum tetap sejak 3 September 2025. Perusahaan itu tidak mengajukan upaya hukum lain.',
  }),
];
const PURE = pureLedger([...MANY, ...MORE]);

const mentionOf = (a: LedgerArticle) => readMentions(a, now.toISOString())[0]!;
const idOf = (a: LedgerArticle): string => mentionOf(a).id;

test('a crowded block has one and the same ledger in any order and repetition of its articles', () => {
  const all = [...MANY, ...MORE];
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 996 }), { minLength: 20, maxLength: 20 }), (order) => {
      const twice = [...all, ...all.slice(0, order[0]! % all.length)];
      const shuffled = twice.map((a, i) => ({ a, at: (order[i % 20]! * (i + 1)) % 997 })).sort((x, y) => x.at - y.at);
      expect(pureLedger(shuffled.map((x) => x.a))).toEqual(PURE);
    }),
    { numRuns: LONG ? 200 : 4, seed: 6 },
  );
});

let tables = 0;
/** A table that holds articles, each of one mention in one block, as placing them one by one would have left it. */
async function seeded(db: TestDb, articles: readonly LedgerArticle[]): Promise<TestDb> {
  const table = `crowded-${++tables}`;
  await createTable(db.client, table);
  const own = { ...db, table };
  const mentions = articles.map((a) => ({ ...mentionOf(a), recordedAt: a.published }));
  await putMany(own, [
    { ...keys.blockHeadKey(placesOf(mentions[0]!)[0]!.block), version: articles.length },
    ...mentions.map((m) => ({ ...keys.mentionKey(placesOf(m)[0]!, m.id), rev: 1, body: packJson(m) })),
    ...promisesIn({ mentions, reports: [], reviews: [] })
      .map(commitmentOf)
      .flatMap((c) => [headItem(c, articles.length, 'complete', now), ...listItems(c)]),
  ]);
  return own;
}

describe.each(LONG ? ENGINES : ENGINES.slice(0, 1))('a regulator with many acts of one class, on %s', (engine) => {
  let shared: TestDb;
  let db: TestDb;
  beforeAll(async () => {
    shared = await testDb(engine);
    db = await seeded(shared, MANY);
    for (const a of MORE) await placeArticle(db, a, now);
  }, 120_000);
  afterAll(() => shared.stop());

  const of = async (own: TestDb, id: string) => (await getCommitment(own, id))!.commitment;

  test('has the ledger that the pure model makes of the same articles', async () => {
    expect(await storedLedger(db)).toEqual(PURE);
    expect(PURE.length).toBeGreaterThan(CROWDED / 2);
  });

  test('keeps evidence, anchors and promises of several across the cut', async () => {
    expect((await of(db, idOf(MANY[9]!))).outcomes.map((o) => o.kind)).toEqual(['fulfilled']);
    const count = MORE.find((a) => a.id === 'count')!;
    expect((await of(db, idOf(count))).claims.map((c) => c.due)).toContain('2025-10-03');
    const together = await of(db, idOf(MORE.find((a) => a.id === 'joint')!));
    expect(together.mentions.map((m) => m.article.id)).toEqual(['joint', 'alone']);
  });

  test('takes a mention along when a new reading gives its article another date, over the cut and back', async () => {
    const moved = { ...MORE[0]!, published: MANY[0]!.published, extractorVersion: 'next' };
    await placeArticle(db, moved, now);
    expect(await storedLedger(db)).toEqual(pureLedger([...MANY, moved, ...MORE.slice(1)]));
    await placeArticle(db, MORE[0]!, now);
    expect(await storedLedger(db)).toEqual(PURE);
  }, 120_000);

  test('has the same ledger whatever came last', async () => {
    const own = await seeded(shared, [...MANY.slice(1), MORE[0]!]);
    const pure = pureLedger([...MANY, MORE[0]!]);
    await placeArticle(own, MANY[0]!, now);
    expect(await storedLedger(own)).toEqual(pure);
  }, 120_000);

  // Each that finds the block crowded writes the whole of it.
  test.runIf(LONG)(
    'has the same ledger where it becomes crowded under many at once',
    async () => {
      const own = await seeded(shared, MANY.slice(3));
      await Promise.all([...MORE, ...MANY.slice(0, 3)].map((a) => placeArticle(own, a, now)));
      expect(await storedLedger(own)).toEqual(PURE);
    },
    600_000,
  );

  test.runIf(LONG)(
    'has the same ledger when killed while the block becomes crowded',
    async () => {
      const pure = pureLedger([...MANY, MORE[0]!, MORE[1]!]);
      let alive = false;
      for (let dieAt = 1; !alive; dieAt += 7) {
        const own = await seeded(shared, MANY);
        const dying = faulty(own, dieAt, dieAt % 2 === 0);
        await placeArticle(dying, MORE[0]!, now).then(
          () => {
            alive = true;
          },
          () => undefined,
        );
        await resumePending(own, now);
        for (const a of [MORE[0]!, MORE[1]!]) await placeArticle(own, a, now);
        expect(await storedLedger(own), `killed at write ${dieAt}`).toEqual(pure);
      }
    },
    3_600_000,
  );

  test('places one more mention with six requests, and two for each word under which it waits', async () => {
    const counted = faulty(db);
    const again = { ...MANY[0]!, key: 'https://outlet9.example/again', id: 'again', outlet: 'outlet9' };
    const { written } = await placeArticle(counted, again, now);
    expect(written).toHaveLength(1);
    // One more puts the pointer of a new outlet's list.
    expect(counted.requests - counted.toPostings).toBeLessThanOrEqual(7);
    const [mention] = readMentions(again, again.published);
    expect(postingsOf(mention!)).not.toEqual([]);
    expect(counted.toPostings).toBe(2 * postingsOf(mention!).length);
  });

  test('joins what a reviewer links across the cut, keeps it so, and parts it again', async () => {
    const [a, b] = [idOf(MANY[3]!), idOf(MANY[CROWDED - 4]!)];
    const link = (kind: 'must-link' | 'cannot-link', at: Date) =>
      addReview(db, { commitment: a, action: { kind, a, b }, by: 'r', why: 'satu hal' }, at);
    await link('must-link', now);
    expect((await of(db, b)).id).toBe(a);
    const more = { ...MANY[CROWDED - 4]!, key: 'https://outlet8.example/more', id: 'more', outlet: 'outlet8' };
    await placeArticle(db, more, now);
    expect((await of(db, a)).mentions.map((m) => m.article.id)).toContain('more');
    await link('cannot-link', new Date('2026-06-02T00:00:00Z'));
    expect((await of(db, b)).id).toBe(b);
    expect((await of(db, b)).mentions.map((m) => m.article.id)).toContain('more');
  });

  test('knows what it said before the cut, and what today’s knowledge says of then', async () => {
    const id = idOf(MANY[9]!);
    const known = (at: string) => commitmentAsOf(db, id, new Date(at), 'known');
    expect((await known('2025-12-01T00:00:00Z'))?.outcomes).toEqual([]);
    expect((await known('2026-06-01T00:00:00Z'))?.outcomes).toHaveLength(1);
    const valid = await commitmentAsOf(db, id, new Date('2025-10-01T00:00:00Z'), 'valid');
    expect(valid?.outcomes).toHaveLength(1);
  });
});
