import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  combine,
  coverageOf,
  cutAfter,
  declareCoverage,
  extend,
  type Interval,
  isCovered,
  normalize,
  unreadStretches,
} from '../../lambda/crawl/coverage.ts';
import { notePages } from '../../lambda/crawl/entries.ts';
import { ENGINES, type TestDb, testDb } from '../engines.ts';

const day = (n: number, hour = 0) => new Date(Date.UTC(2026, 7, n, hour)).toISOString();
const span = (from: string, to: string): Interval => ({ from, to });

describe('intervals', () => {
  test('those that touch or overlap are one', () => {
    expect(normalize([span(day(3), day(5)), span(day(1), day(3)), span(day(8), day(9))])).toEqual([
      span(day(1), day(5)),
      span(day(8), day(9)),
    ]);
  });

  test('what was claimed beyond an instant can be taken back', () => {
    expect(cutAfter([span(day(1), day(4)), span(day(6), day(8))], day(3))).toEqual([span(day(1), day(3))]);
  });

  test('extending in any order gives the same intervals', () => {
    const interval = fc
      .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 6 }))
      .map(([from, length]) => span(day(from), day(from + length)));
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 12 }), (list) => {
        const forth = list.reduce<Interval[]>((all, one) => extend(all, one), []);
        const back = [...list].reverse().reduce<Interval[]>((all, one) => extend(all, one), []);
        expect(back).toEqual(forth);
        expect(normalize(forth)).toEqual(forth);
        for (const one of list) expect(isCovered(forth, one.from, one.to, 0)).toBe(true);
      }),
      { numRuns: process.env.TAGIH_LONG ? 5000 : 100, seed: 5 },
    );
  });
});

describe('whether silence means anything', () => {
  const from = day(3);
  const to = day(11);
  test.each<[what: string, intervals: Interval[], covered: boolean]>([
    ['one interval over the whole time covers it', [span(day(1), day(20))], true],
    ['nothing covers nothing', [], false],
    ['a gap of exactly a day is tolerated', [span(day(1), day(5)), span(day(6), day(20))], true],
    ['a gap of an hour more is not', [span(day(1), day(5)), span(day(6, 1), day(20))], false],
    ['beginning a day late is tolerated', [span(day(4), day(20))], true],
    ['beginning later is not', [span(day(4, 1), day(20))], false],
    ['ending a day early is tolerated', [span(day(1), day(10))], true],
    ['ending earlier is not', [span(day(1), day(9, 23))], false],
    ['coverage on either side alone covers nothing', [span(day(1), day(2)), span(day(12), day(20))], false],
    ['single moments a day apart are enough', [3, 4, 5, 6, 7, 8, 9, 10].map((n) => span(day(n), day(n))), true],
  ])('%s', (_, intervals, covered) => {
    expect(isCovered(intervals, from, to)).toBe(covered);
  });
});

describe("an outlet's coverage", () => {
  const feed = (intervals: Interval[], startedAt = intervals[0]?.from ?? day(1), retiredAt: string | null = null) => ({
    intervals,
    startedAt,
    retiredAt,
  });

  test('is where all its feeds cover, each from when it was first followed', () => {
    const main = feed([span(day(1), day(10)), span(day(12), day(20))]);
    const later = feed([span(day(15), day(18))]);
    expect(combine([main, later], [], [])).toEqual([span(day(1), day(10)), span(day(12), day(18))]);
  });

  test('a feed that is no longer followed has no say afterwards', () => {
    const main = feed([span(day(1), day(20))]);
    const retired = feed([span(day(1), day(5))], day(1), day(5));
    expect(combine([main, retired], [], [])).toEqual([span(day(1), day(20))]);
  });

  test('a feed that never answered is a wrong address and takes nothing away', () => {
    expect(combine([feed([span(day(1), day(20))]), feed([], day(2))], [], [])).toEqual([span(day(1), day(20))]);
  });

  test('an archive speaks for itself, whatever the feeds missed', () => {
    const holes = [span(day(1), day(20))];
    expect(combine([feed([span(day(1), day(3))])], [span(day(2), day(9))], holes)).toEqual([span(day(2), day(9))]);
  });

  test('hours whose pages could not be read are no coverage, until reading works again', () => {
    const pages = [
      { day: '2026-08-03', found: ['01', '05', '09'], read: ['01'] },
      { day: '2026-08-04', found: ['02', '08', '11'], read: ['08', '11'] },
      { day: '2026-08-05', found: ['03', '04'], read: ['03'] },
    ];
    expect(unreadStretches(pages)).toEqual([span(day(3, 5), day(4, 3)), span(day(5, 4), day(5, 5))]);
  });
});

describe.each(ENGINES)('coverage kept in %s', (engine) => {
  let db: TestDb;
  beforeAll(async () => {
    db = await testDb(engine);
  });
  afterAll(() => db.stop());

  test('an archive declares what it covers, and declaring again replaces it', async () => {
    await declareCoverage(db, { name: 'cerita', outlet: 'contoh', covered: [span(day(1), day(9))] });
    await declareCoverage(db, { name: 'cerita', outlet: 'contoh', covered: [span(day(2), day(5))] });
    await declareCoverage(db, { name: 'lain', outlet: 'contoh', covered: [span(day(7), day(8))] });
    expect(await coverageOf(db, 'contoh')).toEqual([span(day(2), day(5)), span(day(7), day(8))]);
    expect(await coverageOf(db, 'contoh', span(day(3), day(4)))).toEqual([span(day(3), day(4))]);
    expect(await coverageOf(db, 'nobody')).toEqual([]);
  });

  test('noting the same hours twice changes nothing', async () => {
    for (let i = 0; i < 2; i++) {
      await notePages(db, 'jam', 'found', [day(3, 4), day(3, 5), day(4, 4)]);
      await notePages(db, 'jam', 'read', [day(3, 4)]);
    }
    expect(await coverageOf(db, 'jam')).toEqual([]);
    await declareCoverage(db, { name: 'a', outlet: 'jam', covered: [span(day(1), day(9))] });
    expect(await coverageOf(db, 'jam')).toEqual([span(day(1), day(9))]);
  });
});
