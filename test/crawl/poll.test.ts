import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { coverageOf, isCovered } from '../../lambda/crawl/coverage.ts';
import { entriesWaiting, loadEntry } from '../../lambda/crawl/entries.ts';
import { claimFeed, feedState, feedsDue } from '../../lambda/crawl/feed-state.ts';
import { type Feed, feedOf } from '../../lambda/crawl/feeds.ts';
import { crawlPass, requeueWaiting } from '../../lambda/crawl/pass.ts';
import { pollFeed } from '../../lambda/crawl/poll.ts';
import { ENGINES, type TestDb, testDb } from '../engines.ts';
import { type Bench, bench, type Line, mortal, type Newsroom, rss, startNewsroom } from './newsroom.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-08-03T00:00:00Z');
const at = (hours: number) => new Date(START + hours * HOUR);

describe.each(ENGINES)('polling a feed, kept in %s', (engine) => {
  let db: TestDb;
  let room: Newsroom;
  beforeAll(async () => {
    db = await testDb(engine);
    room = await startNewsroom();
  });
  afterAll(async () => {
    await room.stop();
    await db.stop();
  });

  let n = 0;
  let site: string;
  let feed: Feed;
  let own: Bench;
  beforeEach(() => {
    n++;
    site = `http://kabar${n}.test`;
    feed = feedOf({ id: `kabar-${n}`, outlet: `kabar${n}`, url: `${site}/rss`, everyMinutes: 60 });
    own = bench(db, room);
  });

  /** Stories numbered by the hour they were published in. */
  const story = (hour: number, title = `Kabar jam ke-${hour}`): Line => ({
    link: `${site}/berita/kabar-jam-ke-${hour}-yang-ditulis-redaksi`,
    title,
    published: at(hour).toISOString(),
  });
  const window = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => story(to - i));
  const offer = (lines: readonly Line[], headers: Record<string, string> = {}) =>
    room.page(`${site}/rss`, rss(lines), { 'content-type': 'application/rss+xml', ...headers });
  const poll = (hours: number) => pollFeed(own.deps, feed, at(hours));
  const state = async () => (await feedState(db, feed))!;
  const waiting = async () => {
    const keys: string[] = [];
    for (const entry of await entriesWaiting(db, at(1e5), 5000)) if (entry.feedId === feed.id) keys.push(entry.key);
    return keys;
  };

  test('every entry is written once, pending, and the queue is told', async () => {
    offer(window(-3, 0));
    const first = await poll(0);
    expect(first).toMatchObject({ outcome: 'fresh', entries: 4, fresh: 4, changed: 0, gap: null, error: null });
    offer(window(-1, 2));
    const second = await poll(2);
    expect(second).toMatchObject({ outcome: 'fresh', entries: 4, fresh: 2, gap: null });
    expect(await poll(3)).toMatchObject({ outcome: 'unchanged' });
    expect(await waiting()).toHaveLength(6);
    expect(own.sent.map(({ message }) => message.articleKey).sort()).toEqual([...first.keys, ...second.keys].sort());
    expect(await loadEntry(db, first.keys[0]!)).toMatchObject({ state: 'pending', feedId: feed.id, revision: 1 });
  });

  test('messages for one host leave spaced as the host wants it', async () => {
    offer(window(-2, 0));
    await poll(0);
    expect(own.sent.map(({ delaySeconds }) => delaySeconds)).toEqual([0, 1, 2]);
  });

  test('what waits on a host is handed over again spaced alike, but on one that is our own at once', async () => {
    const delays = async (hours: number) => {
      own.sent.length = 0;
      await requeueWaiting(own.deps, at(hours));
      return own.sent.flatMap(({ message, delaySeconds }) => (message.feedId === feed.id ? [delaySeconds] : []));
    };
    offer(window(-2, 0));
    await poll(0);
    expect((await delays(1)).sort()).toEqual([0, 1, 2]);
    own.deps.trusted = [{ origin: site, at: { host: '127.0.0.1', port: room.port } }];
    expect(await delays(2)).toEqual([0, 0, 0]);
  });

  test('a queue that cannot be reached loses nothing: the sweep hands the entries over later', async () => {
    offer(window(-2, 0));
    own.deps.queue = { send: () => Promise.reject(new Error('no queue')) };
    expect(await poll(0)).toMatchObject({ fresh: 3 });
    own = bench(db, room);
    await requeueWaiting(own.deps, at(0.01));
    expect(own.sent.filter(({ message }) => message.feedId === feed.id)).toHaveLength(0);
    await requeueWaiting(own.deps, at(0.2));
    await requeueWaiting(own.deps, at(0.2));
    expect(own.sent.filter(({ message }) => message.feedId === feed.id)).toHaveLength(3);
  });

  test('what a server calls its answer is sent back, and "not modified" believed for hours, not for ever', async () => {
    room.route(`${site}/rss`, (request, response) => {
      if (request.headers['if-none-match'] === '"v1"') response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"v1"' }).end(rss(window(-3, 0)));
    });
    expect((await poll(0)).outcome).toBe('fresh');
    for (const hour of [1, 2, 3, 4, 5]) expect((await poll(hour)).outcome).toBe('unchanged');
    expect(room.headers.slice(-5).every((h) => h['if-none-match'] === '"v1"')).toBe(true);
    await poll(7);
    expect(room.headers.at(-1)?.['if-none-match']).toBeUndefined();
  });

  test('a 304 that lies is found out, taken back from the coverage, and not believed again', async () => {
    let lines = window(-9, 0);
    room.route(`${site}/rss`, (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"always"' }).end(rss(lines));
    });
    await poll(0);
    lines = window(20, 30);
    for (const hour of [1, 3, 5]) expect((await poll(hour)).outcome).toBe('unchanged');
    const found = await poll(31);
    expect(found).toMatchObject({
      outcome: 'fresh',
      fresh: 11,
      gap: { from: at(0).toISOString(), to: at(20).toISOString() },
    });
    expect(found.problems.join()).toContain('not modified');
    expect((await state()).covered).toEqual([
      { from: at(-9).toISOString(), to: at(0).toISOString() },
      { from: at(20).toISOString(), to: at(31).toISOString() },
    ]);
    await poll(32);
    expect(room.headers.at(-1)?.['if-none-match']).toBeUndefined();
  });

  test('a window with nothing known in it is a gap, and the next poll comes soon', async () => {
    offer(window(-19, 0));
    await poll(0);
    offer(window(30, 49));
    const lost = await poll(50);
    expect(lost.gap).toEqual({ from: at(0).toISOString(), to: at(30).toISOString(), foundAt: at(50).toISOString() });
    expect(Date.parse(lost.nextPollAt!) - at(50).getTime()).toBeLessThanOrEqual(16 * 60_000);
    expect((await state()).gapCount).toBe(1);
    // Its pages were not read yet, which is no coverage either.
    expect(await coverageOf(db, feed.outlet)).toEqual([]);
  });

  test('an outage that the window survives is no gap', async () => {
    offer(window(-19, 0));
    await poll(0);
    room.page(`${site}/rss`, 'rusak', {}, 500);
    for (const hour of [1, 3, 6]) expect((await poll(hour)).outcome).toBe('failed');
    offer(window(-9, 10));
    expect((await poll(11)).gap).toBeNull();
    const { covered } = await state();
    expect(isCovered(covered, at(-18).toISOString(), at(11).toISOString(), 0)).toBe(true);
  });

  test('an empty feed says nothing, and what was known before it still counts', async () => {
    offer(window(-9, 0));
    await poll(0);
    offer([]);
    expect(await poll(10)).toMatchObject({ outcome: 'nothing-new', entries: 0, gap: null });
    // The same nothing again is no more than nothing.
    expect(await poll(12)).toMatchObject({ outcome: 'unchanged' });
    expect((await state()).covered.at(-1)?.to).toBe(at(0).toISOString());
    offer(window(12, 20));
    expect((await poll(20)).gap).toMatchObject({ from: at(0).toISOString() });
  });

  test('a changed title makes the article wanted again, once', async () => {
    offer([story(0)]);
    const { keys } = await poll(0);
    offer([story(0, 'Judul yang diganti redaksi')]);
    expect(await poll(1)).toMatchObject({ outcome: 'fresh', fresh: 0, changed: 1 });
    expect((await loadEntry(db, keys[0]!))?.revision).toBe(2);
    offer([story(0, 'Judul yang diganti redaksi'), story(-1)]);
    expect(await poll(2)).toMatchObject({ fresh: 1, changed: 0 });
  });

  test('a publisher that changes titles for ever is not followed for ever', async () => {
    let changes = 0;
    for (let hour = 0; hour < 22; hour++) {
      offer([story(0, `Judul percobaan ${hour}`)]);
      changes += (await poll(hour)).changed;
    }
    expect(changes).toBe(19);
  });

  test('one identity is one entry, however the feed links to it', async () => {
    offer([
      story(0),
      { ...story(0), link: `${story(0).link}?utm_source=rss&utm_medium=feed` },
      { ...story(0), link: `${story(0).link}#komentar` },
      { link: `${site}/`, title: 'Beranda' },
      { link: 'mailto:redaksi@kabar.test', title: 'Surat' },
    ]);
    const report = await poll(0);
    expect(report).toMatchObject({ entries: 1, fresh: 1 });
    expect(report.problems).toHaveLength(2);
  });

  test.each<[what: string, kind: string, body: string | Buffer, headers: Record<string, string>, status?: number]>([
    [
      'HTML instead of XML',
      'not-a-feed',
      '<html><head><title>Beranda</title></head><body><p>Halo</p></body></html>',
      {},
    ],
    ['a challenge page', 'blocked-challenge', '<title>Just a moment...</title>', { 'cf-mitigated': 'challenge' }, 403],
    ['gone for good', 'http-410', '', {}, 410],
    ['not found', 'http-404', '', {}, 404],
    ['a teapot', 'http-4xx', '', {}, 418],
    ['an image', 'not-a-feed', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), { 'content-type': 'image/png' }],
    ['broken gzip', 'bad-encoding', gzipSync('<rss>').subarray(0, 14), { 'content-encoding': 'gzip' }],
  ])('%s is the failure %s, counted, and tried again later each time', async (_, kind, body, headers, status = 200) => {
    room.page(`${site}/rss`, body, headers, status);
    let pause = 0;
    for (let i = 0, hour = 0; i < 8; i++) {
      const report = await poll(hour);
      expect(report).toMatchObject({ outcome: 'failed', error: { kind } });
      const next = (Date.parse(report.nextPollAt!) - at(hour).getTime()) / HOUR;
      expect(next).toBeGreaterThanOrEqual(Math.min(pause, 24));
      expect(next).toBeLessThanOrEqual(24);
      pause = next;
      hour += next;
    }
    expect(await state()).toMatchObject({ failures: 8, errors: { [kind]: { count: 8 } }, covered: [] });
    offer(window(-3, 0));
    expect(await poll(1000)).toMatchObject({ outcome: 'fresh' });
    expect((await state()).failures).toBe(0);
  });

  test.each([
    ['429 with seconds', 429, '7200'],
    ['429 with a date', 429, at(2).toUTCString()],
    ['503 with seconds', 503, '7200'],
  ])('%s is obeyed, for the feed and for a while for its host', async (_, status, retryAfter) => {
    room.page(`${site}/rss`, 'nanti', { 'retry-after': retryAfter }, status);
    const report = await poll(0);
    expect(report.nextPollAt).toBe(at(2).toISOString());
    const sister = feedOf({ id: `${feed.id}-b`, outlet: feed.outlet, url: `${site}/rss-lain` });
    const before = room.asked.length;
    expect(await pollFeed(own.deps, sister, at(0.5))).toMatchObject({
      outcome: 'busy',
      nextPollAt: at(1).toISOString(),
    });
    expect(room.asked.length).toBe(before);
  });

  test('a permanent redirect is remembered once a feed was read there, and forgotten when it breaks', async () => {
    room.route(`${site}/rss`, (_, response) => response.writeHead(301, { location: '/feed-baru' }).end());
    room.page(`${site}/feed-baru`, rss(window(-2, 0)));
    await poll(0);
    room.asked.length = 0;
    await poll(1);
    expect(room.asked).toEqual([`${site}/feed-baru`]);
    room.routes.delete(`${site}/feed-baru`);
    for (const hour of [2, 5, 12]) await poll(hour);
    offer(window(-2, 1));
    room.asked.length = 0;
    expect((await poll(40)).outcome).toBe('fresh');
    expect(room.asked).toEqual([`${site}/rss`]);
  });

  test('a feed cut off half-way gives the entries that came, and is a failure all the same', async () => {
    const whole = rss(window(-9, 0));
    room.route(`${site}/rss`, (_, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml', 'content-length': String(whole.length) });
      response.write(whole.slice(0, whole.length / 2), () => response.socket?.resetAndDestroy());
    });
    const report = await poll(0);
    expect(report.outcome).toBe('failed');
    expect(['wrong-length', 'reset']).toContain(report.error?.kind);
    expect(report.fresh).toBeGreaterThanOrEqual(3);
    expect((await state()).covered).toEqual([]);
    offer(window(-9, 0));
    const whole2 = await poll(1);
    expect(report.fresh + whole2.fresh).toBe(10);
  });

  test('titles in a charset that the header lies about come out right', async () => {
    const xml = rss([{ ...story(0), title: 'Kafé di Jalan Braga' }]).replace('UTF-8', 'ISO-8859-1');
    room.page(`${site}/rss`, Buffer.from(xml, 'latin1'), { 'content-type': 'application/rss+xml; charset=utf-8' });
    const { keys } = await poll(0);
    expect((await loadEntry(db, keys[0]!))?.title).toBe('Kafé di Jalan Braga');
  });

  test('two polls at the same moment are one', async () => {
    offer(window(-3, 0));
    const reports = await Promise.all([poll(0), poll(0), poll(0)]);
    expect(reports.map((r) => r.outcome).sort()).toEqual(['busy', 'busy', 'fresh']);
    expect(await waiting()).toHaveLength(4);
  });

  test('a poll that died is found again as due, and nothing is doubled', async () => {
    offer(window(-3, 0));
    // Somebody claims the feed and is never heard of again.
    expect(await claimFeed(db, feed, at(0))).not.toBeNull();
    expect((await poll(0.05)).outcome).toBe('busy');
    const due: string[] = [];
    for await (const { feedId } of feedsDue(db, at(0.1))) due.push(feedId);
    expect(due).toContain(feed.id);
    expect(await poll(0.1)).toMatchObject({ outcome: 'fresh', fresh: 4 });
  });

  test('killed at any request to the table, polls after it find every entry once and no gap that is none', async () => {
    offer(window(-39, 0));
    await poll(0);
    let died = 0;
    for (let hour = 1; hour <= 20; hour++) {
      // The feed moves on by a story an hour while polls die ever later.
      offer(window(hour - 39, hour));
      await pollFeed({ ...own.deps, db: mortal(db, hour - 1) }, feed, at(hour)).catch(() => died++);
    }
    expect(died).toBeGreaterThan(5);
    offer(window(-18, 21));
    expect(await poll(21)).toMatchObject({ gap: null });
    const keys = await waiting();
    expect(keys).toHaveLength(61);
    expect(new Set(keys).size).toBe(61);
    expect((await state()).gapCount).toBe(0);
  });

  test('entries written by a poll that died before its end are not reported lost', async () => {
    offer(window(-9, 0));
    await poll(0);
    offer(window(-4, 5));
    const send = own.deps.queue.send;
    own.deps.queue.send = () => {
      throw Object.assign(new Error('killed'), { name: 'Killed' });
    };
    own.deps.warn = () => {
      throw new Error('killed');
    };
    await expect(poll(6)).rejects.toThrow('killed');
    own = bench(db, room);
    own.deps.queue.send = send;
    expect(await poll(7)).toMatchObject({ fresh: 0, gap: null });
    expect(await waiting()).toHaveLength(15);
  });
});

describe.each(ENGINES)('a pass over the feeds, kept in %s', (engine) => {
  let db: TestDb;
  let room: Newsroom;
  beforeAll(async () => {
    db = await testDb(engine);
    room = await startNewsroom();
  });
  afterAll(async () => {
    await room.stop();
    await db.stop();
  });

  test('polls what is due, follows the list as it changes, and is not stopped by one that breaks', async () => {
    const own = bench(db, room);
    const feedAt = (name: string) =>
      feedOf({ id: name, outlet: name, url: `http://${name}.test/rss`, everyMinutes: 30 });
    for (const name of ['satu', 'dua', 'tiga']) {
      room.page(
        `http://${name}.test/rss`,
        rss([{ link: `http://${name}.test/a-b-c-d`, title: name, published: at(0).toISOString() }]),
      );
    }
    room.page('http://dua.test/rss', 'bukan feed');
    const pass = (hours: number, names: string[]) =>
      crawlPass(own.deps, { feeds: names.map(feedAt), clock: () => at(hours) });
    const outcomes = async (hours: number, names: string[]) =>
      Object.fromEntries((await pass(hours, names)).polls.map((p) => [p.feedId, p.outcome]));
    expect(await outcomes(0, ['satu', 'dua'])).toEqual({ satu: 'fresh', dua: 'failed' });
    expect(await outcomes(0.1, ['satu', 'dua'])).toEqual({});
    expect(await outcomes(0.2, ['satu', 'tiga'])).toEqual({ tiga: 'fresh' });
    expect(await outcomes(5, ['satu', 'tiga'])).toEqual({ satu: 'unchanged', tiga: 'unchanged' });
    expect(await outcomes(5.2, ['satu', 'tiga', 'dua'])).toEqual({ dua: 'failed' });
  });

  test('stops beginning polls when there is no time left, and says how many wait', async () => {
    const own = bench(db, room);
    const feeds = ['empat', 'lima'].map((name) => feedOf({ id: name, outlet: name, url: `http://${name}.test/rss` }));
    const report = await crawlPass(own.deps, { feeds, clock: () => at(100), outOfTime: () => true });
    expect(report.polls).toEqual([]);
    expect(report.left).toBe(2);
  });

  test('an archive declares what it covers through its feed', async () => {
    const own = bench(db, room);
    const covers = { from: '2017-06-01T00:00:00+07:00', to: '2025-12-31T23:59:59+07:00' };
    const feed = feedOf({
      id: 'arsip',
      outlet: 'arsip',
      url: 'http://arsip.test/rss',
      kind: 'archive',
      sample: true,
      covers,
    });
    await crawlPass(own.deps, { feeds: [feed], clock: () => at(200) });
    expect(await coverageOf(db, 'arsip')).toEqual([
      { from: '2017-05-31T17:00:00.000Z', to: '2025-12-31T16:59:59.000Z' },
    ]);
  });
});
