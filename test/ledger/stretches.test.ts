import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CROWDED,
  cutsOf,
  lastTold,
  stretchesTold,
  stretchKey,
  stretchOf,
  WHOLE,
} from '../../lambda/ledger/model/stretches.ts';

const days = fc.array(fc.integer({ min: 0, max: WHOLE.days - 1 }), { maxLength: 5 * CROWDED });
/** Many on few days, as when a ministry is on every front page. */
const busy = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 60 }))
  .chain(([from, width]) =>
    fc.array(fc.integer({ min: from, max: from + width }), { minLength: CROWDED, maxLength: 5 * CROWDED }),
  );
const either = fc.oneof(days, busy);
const runs = { numRuns: process.env.TAGIH_LONG ? 5000 : 100 };

test('no more stand in a stretch than are compared, but on one day', () => {
  fc.assert(
    fc.property(either, (all) => {
      const cuts = new Set(cutsOf(all));
      const standing = new Map<string, number>();
      for (const day of all) {
        const stretch = stretchOf(day, cuts);
        const key = stretchKey(stretch);
        standing.set(key, (standing.get(key) ?? 0) + 1);
        if (stretch.days > 1) expect(standing.get(key)).toBeLessThanOrEqual(CROWDED);
      }
    }),
    runs,
  );
});

test('how time is cut does not depend on the order of mentions, and more mentions only cut further', () => {
  fc.assert(
    fc.property(either, fc.nat(), (all, seed) => {
      const cuts = cutsOf(all);
      const shuffled = all.map((day, i) => ({ day, at: ((i + 1) * (seed % 9973)) % 991 })).sort((a, b) => a.at - b.at);
      expect(new Set(cutsOf(shuffled.map((x) => x.day)))).toEqual(new Set(cuts));
      const fewer = cutsOf(all.slice(0, Math.floor(all.length / 2)));
      expect(fewer.filter((cut) => !cuts.includes(cut))).toEqual([]);
    }),
    runs,
  );
});

test('a block that is not crowded is one stretch, and whatever is told later may tell of it', () => {
  const cuts = new Set(cutsOf(Array.from({ length: CROWDED }, (_, i) => i)));
  expect(stretchOf(17_000, cuts)).toEqual(WHOLE);
  expect(stretchesTold(WHOLE.days - 1, cuts)).toEqual([WHOLE]);
});

test('a report tells of the stretch it is in and of those that reach so far, and of none that begins later', () => {
  fc.assert(
    fc.property(busy, fc.nat({ max: WHOLE.days - 1 }), (all, day) => {
      const cuts = new Set(cutsOf(all));
      const told = stretchesTold(day, cuts);
      expect(told).toContainEqual(stretchOf(day, cuts));
      for (const stretch of told) {
        expect(stretch.from).toBeLessThanOrEqual(day);
        expect(lastTold(stretch)).toBeGreaterThanOrEqual(day);
      }
      const reached = [...new Set(all)]
        .map((d) => stretchOf(d, cuts))
        .filter((s) => s.from <= day && lastTold(s) >= day);
      for (const stretch of reached) expect(told).toContainEqual(stretch);
    }),
    runs,
  );
});
