import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimEntry, entriesWaiting, keyOf, notePages, recordEntry } from '../../lambda/crawl/entries.ts';
import { claimFeed, feedsDue } from '../../lambda/crawl/feed-state.ts';
import { feedOf } from '../../lambda/crawl/feeds.ts';
import { pagesDayKey } from '../../lambda/crawl/keys.ts';
import type { Db } from '../../lambda/dynamo.ts';
import { get } from '../../lambda/items.ts';
import { ENGINES, type TestDb, testDb } from '../engines.ts';

const START = Date.parse('2026-08-03T00:00:00Z');
const after = (minutes: number) => new Date(START + minutes * 60_000);
const FEED = feedOf({ id: 'klaim', outlet: 'klaim.test', url: 'http://klaim.test/rss' });

describe.each(ENGINES)('what somebody works on, kept in %s', (engine) => {
  let db: TestDb;
  beforeAll(async () => {
    db = await testDb(engine);
  });
  afterAll(() => db.stop());

  test('an entry is passed over by the sweep until its claim runs out', async () => {
    const url = 'http://klaim.test/berita/satu-dua-tiga';
    const entry = { key: keyOf(url), url, title: 'Satu', published: null, updated: null };
    await recordEntry(db, FEED, entry, after(0));
    const waiting = async (minutes: number) => (await entriesWaiting(db, after(minutes), 10)).map(({ key }) => key);
    expect(await waiting(6)).toEqual([entry.key]);
    expect(await claimEntry(db, entry.key, after(6))).not.toBeNull();
    expect(await waiting(10)).toEqual([]);
    // Whoever had it is dead: it waits where it waited before.
    expect(await waiting(12)).toEqual([entry.key]);
  });

  test('a feed is passed over until its claim runs out, and is followed all the while', async () => {
    const due = async (minutes: number | null) => {
      const ids: string[] = [];
      for await (const { feedId } of feedsDue(db, minutes === null ? null : after(minutes))) ids.push(feedId);
      return ids;
    };
    expect(await claimFeed(db, FEED, after(0))).not.toBeNull();
    expect(await claimFeed(db, FEED, after(1))).toBeNull();
    expect(await due(1)).toEqual([]);
    expect(await due(null)).toEqual([FEED.id]);
    expect(await due(6)).toEqual([FEED.id]);
  });

  test('an hour that was noted is not asked for again, and no hour is left out', async () => {
    let requests = 0;
    const client = new Proxy(db.client, {
      get(target, name) {
        if (name !== 'send') return Reflect.get(target, name);
        return (command: never) => {
          requests++;
          return target.send(command);
        };
      },
    });
    const counted: Db = { ...db, client };
    const note = (...hours: string[]) =>
      notePages(
        counted,
        'klaim.test',
        'read',
        hours.map((hour) => `2026-08-03T${hour}:10:00.000Z`),
      );
    await note('01');
    await note('01', '02');
    await note('02', '01');
    expect(requests).toBe(2);
    // Another process knows nothing of it, and does no harm.
    await notePages({ ...db, client: new Proxy(db.client, {}) }, 'klaim.test', 'read', ['2026-08-03T01:10:00.000Z']);
    const kept = await get<{ read: Set<string> }>(db, pagesDayKey('klaim.test', '2026-08-03'));
    expect([...kept!.read].sort()).toEqual(['01', '02']);
  });
});
