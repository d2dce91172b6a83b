import { describe, expect, test } from 'vitest';
import { barren, feedTroubles, operatorOf, sweepGap } from '../../lambda/alert/operator.ts';
import { newState } from '../../lambda/crawl/feed-state.ts';
import { feedOf } from '../../lambda/crawl/feeds.ts';
import { healthOf } from '../../lambda/crawl/health.ts';
import { change } from './messages.ts';

const now = new Date('2025-03-10T00:00:00Z');
const feed = feedOf({ id: 'harian', outlet: 'harian', url: 'https://harian.example/rss' });
const health = (more: object) => ({ ...healthOf(newState(feed, now), [], now), ...more });
const day = (n: number, fresh: number) => ({ day: `2025-03-0${n}`, polls: 10, fresh, errors: 0 });

describe('the operator', () => {
  test.each(['blocked', 'failing', 'silent', 'losing'] as const)(
    'is told of a feed that is %s, in a sentence',
    (condition) => {
      const [trouble] = feedTroubles([health({ condition, summary: 'since yesterday' })]);
      expect(trouble?.line).toMatch(/^harian .+\(since yesterday\)$/);
    },
  );

  test('is not told of a feed that is well or new', () => {
    expect(feedTroubles([health({ condition: 'healthy' }), health({ condition: 'new' })])).toEqual([]);
  });

  test('is told that the sweep had not run, once it runs again', () => {
    expect(sweepGap('2025-03-09T23:55:00Z', now)).toBeNull();
    expect(sweepGap('2025-03-09T12:00:00Z', now)).toContain('12 hours');
    expect(sweepGap(null, now)).toBeNull();
  });

  test('is told when entries come in and nothing is found in them any more', () => {
    const feeds = [health({ days: [day(7, 10), day(8, 300), day(9, 300)] })];
    expect(barren(feeds, '2025-03-06T00:00:00Z', now)[0]?.line).toContain('600 entries');
    expect(barren(feeds, '2025-03-09T00:00:00Z', now)).toEqual([]);
    expect(barren([health({ days: [day(9, 20)] })], '2025-03-01T00:00:00Z', now)).toEqual([]);
  });

  test('is told which deadlines nobody was told of, and why', async () => {
    const told: { subject: string; text: string }[] = [];
    await operatorOf(async (notice) => void told.push(notice)).unverified([change()]);
    expect(told[0]?.subject).toMatch(/^1 deadline/);
    expect(told[0]?.text).toContain('due 2025-03-01');
  });
});
