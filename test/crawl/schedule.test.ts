import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  backoff,
  heeded,
  idleInterval,
  LONGEST_BACKOFF,
  LONGEST_INTERVAL,
  nextInterval,
  revisitAt,
  SHORTEST_INTERVAL,
  type WindowSeen,
} from '../../lambda/crawl/schedule.ts';
import {
  advance,
  EMPTY_WINDOW,
  followsOn,
  packEntries,
  saysChanged,
  seenEntry,
  spanOf,
  unpackEntries,
} from '../../lambda/crawl/window.ts';

const MINUTE = 60_000;
const seen = (size: number, fresh: number, more: Partial<WindowSeen> = {}): WindowSeen => ({
  size,
  fresh,
  rolledOver: false,
  spanMs: null,
  ...more,
});

describe('the interval between two polls', () => {
  test.each<[what: string, seen: WindowSeen, minutes: number]>([
    ['stays while some of the window is new', seen(20, 4), 60],
    ['halves when a third of it is new', seen(21, 7), 30],
    ['grows by half when next to nothing is', seen(20, 1), 90],
    ['falls to a quarter at once when the window rolled over', seen(20, 20, { rolledOver: true }), 15],
    ['is at most a third of the time that the window holds', seen(20, 3, { spanMs: 60 * MINUTE }), 20],
    ['takes no lesson from the span of a window of a few entries', seen(3, 0, { spanMs: 10 * MINUTE }), 90],
  ])('%s', (_, window, minutes) => {
    expect(nextInterval(60 * MINUTE, window) / MINUTE).toBe(minutes);
  });

  test('never leaves its bounds, whatever is seen', () => {
    const anything = fc.record({
      size: fc.nat(500),
      fresh: fc.nat(500),
      rolledOver: fc.boolean(),
      spanMs: fc.option(fc.nat(1e9), { nil: null }),
    });
    fc.assert(
      fc.property(fc.nat(1e9), anything, (interval, window) => {
        for (const next of [nextInterval(interval, window), idleInterval(interval)]) {
          expect(next).toBeGreaterThanOrEqual(SHORTEST_INTERVAL);
          expect(next).toBeLessThanOrEqual(LONGEST_INTERVAL);
        }
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

describe('the pause after failures', () => {
  test('doubles each time and never passes a day', () => {
    const pauses = [1, 2, 3, 4, 12, 500].map((n) => backoff(20 * MINUTE, n, 0.5) / MINUTE);
    expect(pauses).toEqual([20, 40, 80, 160, 1440, 1440]);
  });

  test('is spread by a quarter to either side, still within the day', () => {
    expect(backoff(20 * MINUTE, 1, 0) / MINUTE).toBe(15);
    expect(backoff(20 * MINUTE, 1, 0.999) / MINUTE).toBeCloseTo(25, 0);
    expect(backoff(20 * MINUTE, 40, 0.999)).toBe(LONGEST_BACKOFF);
  });

  test('what a server asks for is heeded up to a day', () => {
    const now = new Date('2026-08-01T00:00:00Z');
    expect(heeded(new Date('2026-08-01T06:00:00Z'), now).toISOString()).toBe('2026-08-01T06:00:00.000Z');
    expect(heeded(new Date('2027-08-01T00:00:00Z'), now).toISOString()).toBe('2026-08-02T00:00:00.000Z');
  });
});

describe('whether a window follows on the one before', () => {
  /** Entries numbered by the hour they were published in, newest first. */
  const window = (...hours: number[]) =>
    hours.map((h) => seenEntry(`berita-${h}`, `Berita ${h}`, new Date(h * 3_600_000).toISOString()));
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => to - i);

  test.each<[what: string, before: number[], next: number[], follows: boolean]>([
    ['a first window has nothing to follow', [], range(1, 20), true],
    ['the same window follows', range(1, 20), range(1, 20), true],
    ['a window that moved by a few follows', range(1, 20), range(5, 24), true],
    ['one that just holds the newest of the one before follows', range(1, 20), range(20, 39), true],
    ['one with nothing known in it does not', range(1, 20), range(21, 40), false],
    ['an old story pinned to both proves nothing', [...range(21, 40), 1], [...range(41, 60), 1], false],
    ['stories taken back do not look like a loss', range(1, 20), [...range(21, 25), ...range(1, 16)], true],
    ['of a short window every entry counts', [5, 4, 3, 1], [9, 8, 7, 1], true],
  ])('%s', (_, before, next, follows) => {
    expect(followsOn(window(...before), window(...next))).toBe(follows);
  });

  test('an empty window is no window: the one before it still counts', () => {
    const first = advance(EMPTY_WINDOW, window(3, 2, 1));
    expect(advance(first, [])).toEqual(first);
    expect(advance(first, window(4, 3)).older.map((e) => e.k)).toEqual(window(2, 1).map((e) => e.k));
  });

  test('a window comes back from the table as it went in', () => {
    const entries = [
      ...window(...range(1, 5)),
      { k: 'a-_b', t: 'x_-', p: null, u: null },
      { k: 'c', t: 'd', p: null, u: 5 },
    ];
    expect(unpackEntries(packEntries(entries))).toEqual(entries);
    expect(unpackEntries(packEntries([]))).toEqual([]);
  });

  test('a pinned story is not the end of the window', () => {
    const entries = window(...range(5000, 5010), 1);
    expect(spanOf(entries)).toEqual({ oldest: 5000 * 3_600_000, newest: 5010 * 3_600_000 });
    expect(spanOf(entries.map((e) => ({ ...e, p: null })))).toBeNull();
  });
});

describe('when a page is looked at again', () => {
  const first = '2026-08-03T00:00:00.000Z';
  const after = (hours: number) => new Date(Date.parse(first) + hours * 3_600_000);
  type Says = Parameters<typeof revisitAt>[0]['says'];
  const visit = (visits: number, says: Says, published = first) => ({ visits, says, published, first });

  test('one that promises three times, in three days', () => {
    expect(revisitAt(visit(1, 'promises'), after(0))).toEqual(after(3));
    expect(revisitAt(visit(2, 'promises'), after(3))).toEqual(after(24));
    expect(revisitAt(visit(3, 'promises'), after(24))).toEqual(after(72));
    expect(revisitAt(visit(4, 'promises'), after(72))).toBeNull();
  });
  test.each<Says>(['something', 'names'])('one of which is known that it %s once', (says) => {
    expect(revisitAt(visit(1, says), after(0))).toEqual(after(6));
    expect(revisitAt(visit(2, says), after(6))).toBeNull();
  });
  test('one that names nobody of the gazetteer never', () => {
    expect(revisitAt(visit(1, 'nothing'), after(0))).toBeNull();
  });
  test('never at once, and not one that was old when it was found', () => {
    expect(revisitAt(visit(1, 'promises'), after(9))).toEqual(after(10));
    expect(revisitAt(visit(1, 'promises', '2026-07-31T00:00:00.000Z'), after(0))).toBeNull();
  });
});

test('an entry says that it changed by its title, or by a date well after the one before', () => {
  const seen = (title: string, updated: string | null) => seenEntry('kunci', title, null, updated);
  const before = seen('Judul', '2026-08-03T00:00:00Z');
  expect(saysChanged(before, seen('Judul', '2026-08-03T00:00:00Z'))).toBe(false);
  expect(saysChanged(before, seen('Judul lain', '2026-08-03T00:00:00Z'))).toBe(true);
  expect(saysChanged(before, seen('Judul', '2026-08-03T00:29:00Z'))).toBe(false);
  expect(saysChanged(before, seen('Judul', '2026-08-03T00:31:00Z'))).toBe(true);
  expect(saysChanged(before, seen('Judul', null))).toBe(false);
  expect(saysChanged(seen('Judul', null), before)).toBe(false);
});
