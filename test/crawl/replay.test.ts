import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ENGINES, type TestDb, testDb } from '../engines.ts';
import { numbers } from '../numbers.ts';
import { rss } from './newsroom.ts';
import { replay, type Snapshot } from './replay.ts';

/**
 * A made-up feed over some weeks: so many stories a day, a window of so many, now and then an empty answer, a changed
 * title, a story pinned to the end; looked at once a day.
 */
function timeline(id: string, seed: number, perDay: number, windowSize: number, days: number): Snapshot[] {
  const random = numbers(seed);
  const START = Date.parse('2025-06-26T00:00:00Z');
  const stories: { link: string; title: string; published: string }[] = [];
  const snapshots: Snapshot[] = [];
  for (let day = 0; day < days; day++) {
    const count = Math.round(perDay * (0.2 + 1.6 * random()));
    for (let i = 0; i < count; i++) {
      const at = START + (day + i / count) * 86_400_000;
      const number = stories.length;
      stories.push({
        link: `https://contoh.test/${id}/berita-nomor-${number}-hari-ini`,
        title: `Berita nomor ${number}`,
        published: new Date(at).toISOString(),
      });
    }
    const changed = stories[Math.floor(random() * stories.length)];
    if (changed && random() < 0.3) changed.title += ' (pembaruan)';
    const window = random() < 0.1 ? [] : stories.slice(-windowSize).reverse();
    snapshots.push({ feed: id, at: new Date(START + (day + 1) * 86_400_000), xml: rss(window) });
  }
  return snapshots;
}

describe.each(ENGINES)('a timeline replayed into %s', (engine) => {
  let db: TestDb;
  beforeAll(async () => {
    db = await testDb(engine);
  });
  afterAll(() => db.stop());

  test.each<[what: string, perDay: number, windowSize: number, days: number]>([
    ['a feed whose window often rolls over between two looks', 20, 12, 14],
    ['a slow feed whose window never does', 2, 20, 20],
  ])('%s: every link once, every gap told, no gap made up', async (what, perDay, windowSize, days) => {
    const id = what.replace(/[^a-z]+/g, '-');
    const result = await replay(db, timeline(id, 7, perDay, windowSize, days));
    expect(result).toMatchObject({ polls: days, found: result.links, strange: 0, falseGaps: 0, missedGaps: 0 });
    expect(result.gaps).toBe(result.rollovers);
    if (perDay > windowSize) expect(result.gaps).toBeGreaterThan(3);
    else expect(result.gaps).toBe(0);
  });
});
