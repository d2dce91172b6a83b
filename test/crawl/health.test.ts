import { describe, expect, test } from 'vitest';
import type { FeedState } from '../../lambda/crawl/feed-state.ts';
import { counted, type FeedDay, newState, withGap } from '../../lambda/crawl/feed-state.ts';
import { BadFeeds, feedOf, feedsFromEnv } from '../../lambda/crawl/feeds.ts';
import { healthOf, isSilent, usualPerDay } from '../../lambda/crawl/health.ts';
import { outletOf } from '../../lambda/read/url.ts';

const DAY = 86_400_000;
const NOW = new Date('2026-08-31T12:00:00Z');
const ago = (days: number) => new Date(NOW.getTime() - days * DAY);
const feed = feedOf({ id: 'kabar', outlet: 'kabar', url: 'https://kabar.test/rss' });

/** A feed with a habit: so many new entries on each of the last days. */
function withHabit(perDay: number, days = 15, more: Partial<FeedState> = {}): FeedState {
  let list: FeedDay[] = [];
  for (let d = days; d >= 1; d--) list = counted(list, ago(d), { polls: 24, fresh: d === days ? 500 : perDay });
  return {
    ...newState(feed, ago(days)),
    days: list,
    lastSuccessAt: NOW.toISOString(),
    lastNewAt: NOW.toISOString(),
    ...more,
  };
}

describe('the habit of a feed', () => {
  test('is the mean of whole days, the first window and today left out', () => {
    const state = withHabit(12);
    expect(usualPerDay(counted(state.days, NOW, { fresh: 99 }), NOW)).toBe(12);
  });

  test('needs some days', () => {
    expect(usualPerDay(withHabit(12, 3).days, NOW)).toBeNull();
  });

  test('days beyond the last few weeks are forgotten', () => {
    expect(withHabit(1, 90).days.length).toBeLessThanOrEqual(35);
  });
});

describe('silence', () => {
  test.each<[what: string, perDay: number, silentDays: number, silent: boolean]>([
    ['a busy feed without news for half a day is silent', 40, 0.5, true],
    ['for five hours it is not, however busy', 400, 5 / 24, false],
    ['a slow feed may be quiet for days', 1, 5, false],
    ['but not for weeks', 1, 14, true],
    ['a feed that hardly ever had anything is never silent', 0.1, 30, false],
  ])('%s', (_, perDay, silentDays, silent) => {
    expect(isSilent(withHabit(perDay, 15, { lastNewAt: ago(silentDays).toISOString() }), NOW)).toBe(silent);
  });
});

describe('the condition of a feed', () => {
  const error = (kind: string) => ({ kind, message: kind, at: NOW.toISOString() });
  const gap = { from: ago(3).toISOString(), to: ago(2).toISOString() };
  test.each<[condition: string, what: string, state: FeedState]>([
    ['healthy', 'reads and has news', withHabit(10)],
    ['healthy', 'one failure is no trouble yet', withHabit(10, 15, { failures: 1, lastError: error('reset') })],
    ['failing', 'three in a row are', withHabit(10, 15, { failures: 3, lastError: error('http-500') })],
    [
      'blocked',
      'a closed door is, the first time',
      withHabit(10, 15, { failures: 1, lastError: error('blocked-challenge') }),
    ],
    ['silent', 'answers with nothing new', withHabit(40, 15, { lastNewAt: ago(1).toISOString() })],
    ['losing', 'lost entries this week', withGap(withHabit(10), gap, ago(2))],
    ['healthy', 'lost entries long ago', withGap(withHabit(10), gap, ago(12))],
    ['new', 'was never read', newState(feed, NOW)],
    ['failing', 'was never read and failed', { ...newState(feed, NOW), failures: 1, lastError: error('no-such-host') }],
  ])('%s: %s', (condition, _, state) => {
    const health = healthOf(state, [], NOW);
    expect(health.condition).toBe(condition);
    expect(health.summary.length).toBeGreaterThan(10);
  });
});

describe('the list of feeds', () => {
  test('the built-in one is sound, medcom first, and what nobody could check is off', () => {
    const feeds = feedsFromEnv({});
    expect(feeds[0]).toMatchObject({ id: 'medcom', enabled: true });
    expect(feeds.filter((f) => f.enabled && f.verified === null)).toEqual([]);
    expect(feeds.filter((f) => f.kind === 'official').every((f) => !f.enabled)).toBe(true);
  });

  test('each feed has the outlet under which its articles are kept, so that what it covers counts for them', () => {
    const feeds = feedsFromEnv({});
    expect(feeds.map(({ id, outlet }) => [id, outlet])).toEqual(feeds.map(({ id, url }) => [id, outletOf(url)]));
  });

  test('the environment replaces it and adds to it', () => {
    const env = {
      TAGIH_FEEDS: '[{"id":"a","outlet":"a","url":"https://a.test/rss"}]',
      TAGIH_EXTRA_FEEDS: '[{"id":"b","outlet":"b","url":"http://b.test/rss","sample":true,"kind":"archive"}]',
    };
    expect(feedsFromEnv(env).map(({ id, sample, everyMinutes }) => [id, sample, everyMinutes])).toEqual([
      ['a', false, 20],
      ['b', true, 20],
    ]);
    expect(feedsFromEnv({ TAGIH_FEEDS: '[]' })).toEqual([]);
  });

  test.each([
    ['not JSON', '{', 'not JSON'],
    ['no list', '{}', 'array'],
    ['an address that is none', '[{"id":"a","outlet":"a","url":"kabar"}]', '0.url'],
    ['an address of another kind', '[{"id":"a","outlet":"a","url":"file:///etc/passwd"}]', '0.url'],
    ['a word too many', '[{"id":"a","outlet":"a","url":"https://a.test","interval":5}]', 'interval'],
    [
      'an id twice',
      '[{"id":"a","outlet":"a","url":"https://a.test"},{"id":"a","outlet":"b","url":"https://b.test"}]',
      'two feeds',
    ],
  ])('%s is refused with its fault named', (_, value, says) => {
    expect(() => feedsFromEnv({ TAGIH_FEEDS: value })).toThrow(BadFeeds);
    expect(() => feedsFromEnv({ TAGIH_FEEDS: value })).toThrow(says);
  });
});
