import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amongOthers, type Telling } from '../../lambda/ledger/pile/among.ts';

const told = (over: Partial<Telling>): Telling => ({
  ...{ promise: 1, kind: 'fulfilled', article: 'a', published: 1, start: 0, chance: 0.5 },
  ...over,
});

describe('what else is told beside an end', () => {
  test('another sentence of the article that tells the same end speaks for it, and one that tells otherwise is told apart', () => {
    const [own] = amongOthers([
      told({}),
      told({ start: 80, chance: 0.8 }),
      told({ start: 160, chance: 0.5 }),
      told({ start: 80, kind: 'missed', chance: 0.1 }),
    ]);
    expect(own).toMatchObject({ again: 0.8, otherwise: 0.1, ofOthers: 0, sentences: 3, place: 0 });
    expect(own!.together).toBeCloseTo(0.9);
  });

  test('what its own sentence tells besides is no other sentence', () => {
    const [own] = amongOthers([told({}), told({ kind: 'partly' }), told({ promise: 2, chance: 0.9 })]);
    expect(own).toMatchObject({ again: 0, otherwise: 0, ofOthers: 0, sentences: 1 });
  });

  test('what the article tells of other promises is the surest of them', () => {
    const [own] = amongOthers([
      told({}),
      told({ promise: 2, start: 80, chance: 0.3 }),
      told({ promise: 3, start: 160, chance: 0.6 }),
    ]);
    expect(own).toMatchObject({ ofOthers: 0.6 });
  });

  test('what was told of the promise by articles before counts, and what is told at the same time or later does not', () => {
    const all = amongOthers([
      told({ article: 'b', published: 2 }),
      told({ article: 'a', published: 1, chance: 0.7 }),
      told({ article: 'a', published: 1, kind: 'withdrawn', chance: 0.2 }),
      told({ article: 'c', published: 2, chance: 0.9 }),
      told({ article: 'd', published: 3, kind: 'missed', chance: 0.4 }),
    ]);
    expect(all[0]).toMatchObject({ soBefore: 0.7, doneBefore: 0.7, offBefore: 0.2 });
    expect(all[1]).toMatchObject({ soBefore: 0, doneBefore: 0, offBefore: 0 });
    expect(all[4]).toMatchObject({ soBefore: 0, doneBefore: 0.9, offBefore: 0.2 });
  });

  const tellings = fc.array(
    fc.record({
      promise: fc.integer({ min: 0, max: 3 }),
      kind: fc.constantFrom('fulfilled' as const, 'missed' as const, 'withdrawn' as const),
      article: fc.constantFrom('a', 'b', 'c'),
      start: fc.integer({ min: 0, max: 4 }),
      chance: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { maxLength: 20 },
  );
  const dated = tellings.map((all) => all.map((one): Telling => ({ ...one, published: one.article.charCodeAt(0) })));

  test('it is the same in whatever order ends come', () => {
    fc.assert(
      fc.property(dated, (all) => {
        const back = amongOthers([...all].reverse()).reverse();
        for (const [i, own] of amongOthers(all).entries())
          for (const [name, value] of Object.entries(own)) expect(back[i]![name]).toBeCloseTo(value, 9);
      }),
      { numRuns: 100 },
    );
  });

  test('what is published later changes nothing', () => {
    fc.assert(
      fc.property(dated, (all) => {
        const then = all.filter(({ article }) => article < 'c');
        expect(amongOthers(then)).toEqual(amongOthers(all).filter((_, i) => all[i]!.article < 'c'));
      }),
      { numRuns: 100 },
    );
  });
});
