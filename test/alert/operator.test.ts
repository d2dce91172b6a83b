import { describe, expect, test } from 'vitest';
import { putInto } from '../../lambda/alert/box.ts';
import { backlog, barren, feedTroubles, operatorOf, sweepGap } from '../../lambda/alert/operator.ts';
import { newState } from '../../lambda/crawl/feed-state.ts';
import { feedOf } from '../../lambda/crawl/feeds.ts';
import { healthOf } from '../../lambda/crawl/health.ts';
import { memoryDb } from './memory.ts';
import { change } from './messages.ts';
import { World } from './world.ts';

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

  test('is told when messages wait that were due more than an hour ago', () => {
    expect(backlog(new Date('2025-03-09T22:59:00Z'), now)[0]?.line).toContain('due at 2025-03-09T22:59:00.000Z');
    expect(backlog(new Date('2025-03-09T23:01:00Z'), now)).toEqual([]);
    expect(backlog(null, now)).toEqual([]);
  });

  test('finds the box that has waited longest, and is told once while it waits', async () => {
    const world = new World(memoryDb(), '2025-03-09T22:00:00Z');
    const notices: string[] = [];
    const operator = operatorOf(async ({ text }) => void notices.push(text));
    for (const id of ['ani', 'budi']) {
      await putInto(world.db, { id, frequency: 'immediate' }, [change()], world.now);
      world.pass(0.25);
    }
    for (const hours of [0.25, 0.5, 1]) {
      world.pass(hours);
      await operator.watch(world.db, world.now, {});
    }
    expect(notices).toEqual([expect.stringContaining('due at 2025-03-09T22:00:00.000Z')]);
  });

  test('is told which deadlines nobody was told of, and why', async () => {
    const told: { subject: string; text: string }[] = [];
    await operatorOf(async (notice) => void told.push(notice)).unverified([change()]);
    expect(told[0]?.subject).toMatch(/^1 deadline/);
    expect(told[0]?.text).toContain('due 2025-03-01');
  });
});
