import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Example, fit } from '../../bench/logistic.ts';
import { scaleOf } from '../../bench/scaled.ts';
import { fitChoices, printed } from '../../bench/units.ts';
import { commitmentOf, promisesOf } from '../../lambda/ledger/model/model.ts';
import { readMentions } from '../../lambda/ledger/model/read-mentions.ts';
import { nearestTo } from '../../lambda/ledger/pile/near.ts';
import { IN_PILE } from '../../lambda/ledger/pile/pile.ts';
import { common, left, lettersOf, rarityOf } from '../../lambda/ledger/pile/rarity.ts';
import { type Seen, shares, weigher } from '../../lambda/ledger/pile/weigh.ts';
import type { LedgerArticle, Review } from '../../lambda/ledger/types.ts';
import { type Said, said } from './articles.ts';

const mentionsOf = (articles: readonly LedgerArticle[]) => articles.flatMap((a) => readMentions(a, a.published));
const joined = (articles: readonly LedgerArticle[], reviews: readonly Review[] = []) =>
  promisesOf({ mentions: mentionsOf(articles), reports: [], reviews }, IN_PILE).map(commitmentOf);
const inPile = (...all: Said[]) => joined(all.map(said));

const brti = { obligor: 'BRTI=brti' };
const first: Said = ['melempar pilihan biaya itu ke masyarakat', { ...brti, deadline: '2025-06-30' }];
const other: Said = ['menagih hitungan biaya dari operator', { ...brti, on: '2025-06-02', deadline: '2025-06-20' }];
const moved: Said = [
  'terbitnya dokumen diundur ke 30 September',
  { ...brti, on: '2025-06-29', deadline: '2025-09-30' },
];

describe('how much words tell in a pile', () => {
  const rarity = rarityOf([['kantor', 'jakarta'], ['kantor', 'pajak'], ['kantor'], ['kantor', 'denda']]);

  test('the fewer of its texts have a word the more, and one that all have still a little', () => {
    expect(rarity('kantor')).toBeGreaterThan(0);
    expect(rarity('pajak')).toBeGreaterThan(rarity('kantor'));
    expect(rarity('rapat')).toBeGreaterThan(rarity('pajak'));
  });

  test('what two share is told as it is, as a part of the smaller and as a part of both', () => {
    const [both, contained, joint] = common(new Set(['pajak']), new Set(['pajak', 'denda']), () => 1);
    expect([both, contained, joint]).toEqual([1, 1, 0.5]);
    expect(common(new Set(), new Set(['pajak']), () => 1)).toEqual([0, -1, 0]);
  });

  test('what one says and the other does not counts against them', () => {
    expect(left(new Set(['pajak', 'denda']), new Set(['denda']), () => 2)).toBe(2);
  });

  test('words of one root share most of their letters', () => {
    expect(lettersOf('ditutup')).toContain('utu');
    expect([...lettersOf('penutupan')].filter((three) => lettersOf('ditutup').has(three))).toEqual(['utu', 'tup']);
  });
});

describe('weights of numbers', () => {
  test('learned on one scale they judge the numbers themselves', () => {
    const numbers = [10, 20, 30, 40, 50, 60].map((size) => ({ size, none: 1 }));
    const scale = scaleOf(numbers);
    const examples = numbers.map(
      (one): Example => ({
        features: ['bias'],
        numbers: scale.scaled(one),
        positive: one.size > 35,
        group: String(one.size),
        weight: 1,
      }),
    );
    const { weights, score } = fit(examples, { penalty: () => 0.1, prior: () => 0, minimumGroups: 1, rounds: 300 });
    const odds = weigher(scale.unscaled(weights));
    for (const one of numbers) {
      const value = odds({ names: ['bias'], numbers: one });
      expect(value > 0).toBe(one.size > 35);
      expect(value).toBeCloseTo(score(['bias'], scale.scaled(one)), 0);
    }
  });
});

describe('a network that judges what is seen', () => {
  const options = { units: 8, epochs: 200, pull: 0.01, dropped: 0, batch: 16, step: 0.02 };
  const seen = (names: string[], numbers: Record<string, number> = {}) => ({ names, numbers });
  const repeated = <T>(rows: readonly T[]): (T & { group: string })[] =>
    Array.from({ length: 40 }, (_, i) => rows.map((row) => ({ ...row, group: String(i) }))).flat();

  /** Each example by itself against none. */
  const fitEach = (rows: readonly { seen: Seen; positive: boolean; group: string }[]) => {
    const alone = rows.map((row, i) => ({ ...row, choice: String(i) }));
    return fitChoices(alone, ({ choice }) => choice, options);
  };

  test('numbers are judged on their own scale, and one far beyond all that was learned from counts no more than those', () => {
    const rows = [10, 20, 30, 40, 50, 60].map((size) => ({ seen: seen([], { size, none: 1 }), positive: size > 35 }));
    const odds = weigher(fitEach(repeated(rows)));
    for (const { seen, positive } of rows) expect(odds(seen) > 0).toBe(positive);
    expect(odds(seen([], { size: 1e9, none: 1 }))).toBe(odds(seen([], { size: 1e6, none: 1 })));
  });

  test('what two things tell only together is learned', () => {
    const rows = [
      { seen: seen([]), positive: false },
      { seen: seen(['a']), positive: true },
      { seen: seen(['b']), positive: true },
      { seen: seen(['a', 'b']), positive: false },
    ];
    const odds = weigher(fitEach(repeated(rows)));
    for (const { seen, positive } of rows) expect(odds(seen) > 0).toBe(positive);
  });

  test('of a choice the right one is likeliest, and none of a choice without a right one is likely', () => {
    const rows = [
      { seen: seen(['right']), positive: true, choice: 'one' },
      { seen: seen(['wrong']), positive: false, choice: 'one' },
      { seen: seen(['wrong']), positive: false, choice: 'none' },
    ];
    const examples = repeated(rows).map((row) => ({ ...row, choice: `${row.choice} ${row.group}` }));
    const odds = weigher(fitChoices(examples, ({ choice }) => choice, options));
    const [right, wrong] = shares([odds(seen(['right'])), odds(seen(['wrong']))]);
    expect(right).toBeGreaterThan(0.8);
    expect(wrong).toBeLessThan(0.1);
    expect(shares([odds(seen(['wrong']))])[0]).toBeLessThan(0.2);
  });

  test('the same examples give the same network, as its data file prints it', () => {
    const rows = repeated([
      { seen: seen(['a'], { size: 1 }), positive: true },
      { seen: seen([], { size: 2 }), positive: false },
    ]);
    const [one, other] = [fitEach(rows), fitEach(rows)];
    expect(one).toEqual(other);
    expect(JSON.parse(printed(one))).toEqual(one);
  });
});

describe('in a pile, whose owner chose what belongs together', () => {
  test('a statement that moves a day finds the likeliest promise before it, however it is worded', () => {
    const all = inPile(first, other, moved);
    expect(all.map(({ mentions }) => mentions.length).sort()).toEqual([1, 2]);
    expect(all.find(({ mentions }) => mentions.length === 2)!.claims.map(({ due }) => due)).toContain('2025-09-30');
  });

  test('of two promises it moves the one that was due on the day which it says held before', () => {
    const kai = { obligor: 'KAI=kai' };
    const trial: Said = ['memulai uji coba tiket digital di stasiun', { ...kai, deadline: '2025-06-20' }];
    const review: Said = ['mengevaluasi hasilnya', { ...kai, on: '2025-06-02', deadline: '2025-06-27' }];
    const late: Said = [
      'evaluasi uji coba tiket digital di stasiun dimundurkan dari 27 Juni menjadi 11 Juli',
      { ...kai, on: '2025-06-22', deadline: '2025-07-11' },
    ];
    const all = inPile(trial, review, late);
    expect(all.map(({ claims }) => claims.map(({ due }) => due)).sort()).toEqual([
      ['2025-06-20'],
      ['2025-06-27', '2025-07-11'],
    ]);
  });

  test('one that moves nothing stays by itself', () => {
    const plain: Said = ['terbitnya dokumen pada 30 September', { ...brti, on: '2025-06-29', deadline: '2025-09-30' }];
    expect(inPile(first, other, plain)).toHaveLength(3);
  });

  test('a day that one listed company moves is not the promise of another', () => {
    const own: Said = ['meluncurkan layanan 5G di Papua', { obligor: 'Telkomsel=telkomsel', deadline: '2025-06-30' }];
    const moved: Said = [
      'pembukaan gerai barunya diundur ke 31 Agustus',
      { obligor: 'Indosat=indosat', on: '2025-06-20', deadline: '2025-08-31' },
    ];
    expect(inPile(own, moved)).toHaveLength(2);
  });

  /** What a reviewer says of the first two mentions of some articles. */
  const review = (articles: readonly LedgerArticle[], kind: 'must-link' | 'cannot-link'): Review => {
    const [a, b] = mentionsOf(articles).map(({ id }) => id) as [string, string];
    return { id: 'r', at: '2025-07-01T00:00:00Z', by: 'x', why: '', commitment: a, action: { kind, a, b } };
  };

  test('what a reviewer parted is not put together again', () => {
    const articles = [first, moved].map(said);
    expect(joined(articles)).toHaveLength(1);
    expect(joined(articles, [review(articles, 'cannot-link')])).toHaveLength(2);
  });

  test('what a reviewer joined is one though something forbids it', () => {
    const not: Said = ['tidak akan melempar pilihan biaya itu ke masyarakat', { ...brti, negated: true }];
    const articles = [first, not].map(said);
    expect(joined(articles)).toHaveLength(2);
    expect(joined(articles, [review(articles, 'must-link')])).toHaveLength(1);
  });

  test('the order in which articles come does not matter, nor that some come twice', () => {
    const articles = [first, other, moved, ['membuka kantor di Jakarta'] as Said, ['kantornya diresmikan'] as Said].map(
      said,
    );
    const partsOf = (all: readonly LedgerArticle[]) =>
      joined(all)
        .map(({ mentions }) =>
          mentions
            .map(({ id }) => id)
            .sort()
            .join(' '),
        )
        .sort();
    const expected = partsOf(articles);
    const anyOrder = fc.shuffledSubarray([...articles, ...articles], { minLength: 2 * articles.length });
    fc.assert(
      fc.property(anyOrder, (all) => {
        expect(partsOf(all)).toEqual(expected);
      }),
      { numRuns: 30, seed: 6 },
    );
  });

  test('what is to be done at two places, and shares nothing else, is two promises', () => {
    const surabaya: Said = ['membuka akademi pengembang di Surabaya', { deadline: '2025-09-30' }];
    const jakarta: Said = ['membuka gerai resmi di Jakarta', { deadline: '2025-11-30' }];
    expect(inPile(surabaya, jakarta)).toHaveLength(2);
  });

  test('an empty pile, one mention and one twice make none, one and one', () => {
    expect(inPile()).toEqual([]);
    expect(inPile(first)).toHaveLength(1);
    expect(joined([said(first, 0), said(first, 0)])).toHaveLength(1);
  });

  test('the same words years apart are two promises', () => {
    const later: Said = [first[0], { ...brti, on: '2029-06-02', deadline: '2029-06-30' }];
    expect(inPile(first, later)).toHaveLength(2);
  });

  test('a join says how likely it is and what it looked at', () => {
    const [one] = inPile(['membuka kantor di Jakarta'], ['pembukaan kantor di Jakarta']);
    const [join] = one!.joins;
    expect(join!.score).toBeGreaterThan(0.5);
    expect(join!.score).toBeLessThanOrEqual(1);
    expect(Object.keys(join!.features)).toContain('average');
  });
});

describe('a pile of several matters', () => {
  const words = (text: string) => new Set(text.split(' '));
  const of = (key: string, text: string, source = key) => ({ key, source, words: words(text) });
  const kereta = of('kereta', 'masinis lokomotif rel peron');
  const telur = of('telur', 'peternak kandang telur pakan');

  test('the articles most like one are those that share its unusual words, itself among them', () => {
    const like = of('stasiun', 'peron masinis loket');
    expect(nearestTo(kereta, [telur, like, kereta], 2)).toEqual(new Set(['kereta', 'stasiun']));
  });

  test('of articles alike the first by name are taken, in whatever order they come', () => {
    const empty = ['c', 'a', 'b'].map((key) => of(key, ''));
    expect(nearestTo(kereta, empty, 3)).toEqual(new Set(['kereta', 'a', 'b']));
    expect(nearestTo(kereta, [...empty].reverse(), 3)).toEqual(new Set(['kereta', 'a', 'b']));
  });

  test('copies of one text take one place, and all of them are near', () => {
    const copies = ['satu', 'dua', 'tiga'].map((key) => of(key, 'masinis lokomotif rel peron', 'satu'));
    const like = of('stasiun', 'peron masinis loket');
    expect(nearestTo(kereta, [...copies, like, telur], 3)).toEqual(
      new Set(['kereta', 'satu', 'dua', 'tiga', 'stasiun']),
    );
  });

  test('keys of articles may be anything', () => {
    const named = [first, first].map((one, i) => ({ ...said(one, i), key: `berita ${i}, satu.txt` }));
    expect(joined(named)).toHaveLength(1);
  });
});
