import { describe, expect, test } from 'vitest';
import { judge, type Told, transitionsOf } from '../../lambda/alert/transitions.ts';
import type { Claim, Commitment, Coverage, Event, Outcome } from '../../lambda/ledger/types.ts';
import { commitmentsFrom, covered, promise } from './promises.ts';

const at = (instant: string) => new Date(instant);
const ALWAYS = covered('2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z');

/** One commitment, first recorded two hours after its article. */
function commitment(
  due: string | undefined,
  published = '2025-01-01T10:00:00+07:00',
  more: Partial<Commitment> = {},
): Commitment {
  const recorded = new Date(Date.parse(published) + 2 * 3_600_000);
  const [one] = commitmentsFrom([promise({ published, ...(due ? { due } : {}) })], recorded);
  return { ...one!, ...more };
}

const kinds = (c: Commitment, now: string, coverage: Coverage = ALWAYS) =>
  transitionsOf(c, coverage, at(now)).map((t) => t.kind);

/** Everything told by evaluating at each of these instants, one after the other, as the sweep does. */
function told(c: Commitment | ((now: Date) => Commitment), instants: string[], coverage: Coverage = ALWAYS): string[] {
  const store: Told[] = [];
  const out: string[] = [];
  for (const instant of instants) {
    const now = at(instant);
    const current = typeof c === 'function' ? c(now) : c;
    for (const t of judge(current, transitionsOf(current, coverage, now), store, now)) {
      store.push({ ...t, recordedAt: now.toISOString() });
      if (t.verdict === 'news') out.push(`${t.kind}${t.day ? ` ${t.day}` : ''}`);
    }
  }
  return out;
}

const withDue = (c: Commitment, claims: Partial<Claim>[]): Commitment => ({
  ...c,
  claims: claims.map((claim, i) => ({ ...c.claims[0]!, id: `claim-${i}`, ...claim })),
});

const day = (due: string) => ({ due, earliest: `${due}T23:59:59+07:00`, latest: `${due}T23:59:59+07:00` });

function outcome(c: Commitment, kind: Outcome['kind'], published: string, more: Partial<Outcome> = {}): Outcome {
  const article = { ...c.mentions[0]!.article, key: `https://harian.example/${published}`, published };
  return {
    id: `outcome-${kind}-${published}`,
    kind,
    evidence: { article, span: { start: 0, end: 1 }, quote: 'kata' },
    occurred: { earliest: published.slice(0, 10), latest: published.slice(0, 10) },
    late: false,
    source: article.key,
    rule: 'test',
    score: 1,
    recordedAt: published,
    ...more,
  };
}

describe('the passing of time', () => {
  const c = commitment('2025-03-01');

  test.each([
    ['30 days before, to the second', '2025-01-30T23:59:59+07:00', 'in-30-days'],
    ['7 days before, to the second', '2025-02-22T23:59:59+07:00', 'in-7-days'],
    ['1 day before, to the second', '2025-02-28T23:59:59+07:00', 'in-1-day'],
    ['the second after the last one in time', '2025-03-02T00:00:00+07:00', 'due'],
    ['the second after the day of grace', '2025-03-03T00:00:00+07:00', 'overdue'],
    ['30 days after', '2025-03-31T23:59:59+07:00', 'still-overdue'],
  ])('%s it has happened, and a second before it had not', (_, instant, kind) => {
    expect(kinds(c, instant)).toContain(kind);
    expect(kinds(c, new Date(Date.parse(instant) - 1000).toISOString())).not.toContain(kind);
  });

  test.each([
    ['Jakarta', '+07:00', '2025-03-02T00:00:00+07:00'],
    ['Makassar', '+08:00', '2025-03-01T23:00:00+07:00'],
    ['Jayapura', '+09:00', '2025-03-01T22:00:00+07:00'],
  ])('23:59:59 in %s has passed when the next day begins there', (city, offset, passed) => {
    const there = withDue(c, [{ ...day('2025-03-01'), latest: `2025-03-01T23:59:59${offset}`, zone: `Asia/${city}` }]);
    expect(kinds(there, passed)).toContain('due');
    expect(kinds(there, new Date(Date.parse(passed) - 1000).toISOString())).not.toContain('due');
  });

  test('a day that exists every four years falls due like any other', () => {
    const leap = commitment('2028-02-29', '2027-12-01T10:00:00+07:00');
    expect(told(leap, ['2028-01-31T00:00:00+07:00', '2028-02-29T00:00:00+07:00', '2028-03-01T00:00:00+07:00'])).toEqual(
      ['stated', 'in-30-days 2028-02-29', 'in-1-day 2028-02-29', 'due 2028-02-29'],
    );
  });

  test('each stage is told once, however often it is looked at', () => {
    const instants = Array.from({ length: 200 }, (_, i) =>
      new Date(Date.UTC(2025, 0, 1) + i * 43_200_000).toISOString(),
    );
    expect(told(c, [...instants, ...instants])).toEqual([
      'stated',
      'in-30-days 2025-03-01',
      'in-7-days 2025-03-01',
      'in-1-day 2025-03-01',
      'due 2025-03-01',
      'overdue 2025-03-01',
      'still-overdue 2025-03-01',
    ]);
  });

  test('a clock that goes back repeats nothing', () => {
    expect(told(c, ['2025-03-02T00:00:00+07:00', '2025-02-22T23:59:59+07:00', '2025-03-02T00:00:00+07:00'])).toEqual([
      'stated',
      'due 2025-03-01',
    ]);
  });

  test('after an outage only the last stage is told, not those that it overtook', () => {
    expect(told(c, ['2025-01-02T00:00:00Z', '2025-03-05T00:00:00Z'])).toEqual(['stated', 'overdue 2025-03-01']);
  });

  test('a reminder of a day that was named later than the reminder would have come is none', () => {
    const near = commitment('2025-01-05');
    expect(told(near, ['2025-01-02T00:00:00Z'])).toEqual(['stated']);
  });

  test.each([
    ['has only a start', withDue(c, [{ kind: 'start' }])],
    ['says that something will not be done', { ...c, negated: true }],
    ['has no day', commitment(undefined)],
    ['has been fulfilled', { ...c, outcomes: [outcome(c, 'fulfilled', '2025-01-05T10:00:00+07:00')] }],
    ['has been withdrawn', { ...c, outcomes: [outcome(c, 'withdrawn', '2025-01-05T10:00:00+07:00')] }],
  ])('what %s is never late', (_, one) => {
    expect(kinds(one, '2025-06-01T00:00:00Z').filter((k) => ['due', 'overdue', 'in-7-days'].includes(k))).toEqual([]);
  });
});

describe('overdue is earned by coverage', () => {
  const c = commitment('2025-03-01');
  const gap = covered('2025-02-27T00:00:00Z', '2025-03-10T00:00:00Z');

  test('without it nobody is told that a deadline was missed', () => {
    expect(told(c, ['2025-01-02T00:00:00Z', '2025-03-03T00:00:00Z', '2025-03-10T00:00:00Z'], gap)).not.toContain(
      'overdue 2025-03-01',
    );
  });

  test('the operator hears of it instead, after six hours in which coverage might still come in', () => {
    expect(kinds(c, '2025-03-03T05:59:59+07:00', gap)).not.toContain('unverified');
    const now = at('2025-03-03T06:00:00+07:00');
    const judged = judge(c, transitionsOf(c, gap, now), [], now);
    expect(judged.find((t) => t.kind === 'unverified')?.verdict).toBe('operator');
  });

  test('coverage that comes in later makes it overdue then', () => {
    const until = (to: string) => covered('2025-01-01T00:00:00Z', to);
    const store: Told[] = [];
    const look = (now: string, coverage: Coverage) =>
      judge(c, transitionsOf(c, coverage, at(now)), store, at(now)).flatMap((t) => {
        store.push({ ...t, recordedAt: now });
        return t.verdict === 'news' ? [t.kind] : [];
      });
    look('2025-03-02T00:00:00+07:00', until('2025-03-01T16:50:00Z'));
    expect(look('2025-03-03T00:00:00+07:00', until('2025-03-02T16:50:00Z'))).toEqual([]);
    expect(look('2025-03-03T00:15:00+07:00', until('2025-03-02T17:10:00Z'))).toEqual(['overdue']);
  });
});

describe('history is not news', () => {
  test('what had happened before a commitment was first recorded is kept and told to nobody', () => {
    const [late] = commitmentsFrom(
      [promise({ published: '2017-08-01T10:00:00+07:00', due: '2017-08-31' })],
      at('2026-11-01T00:00:00Z'),
    );
    const now = at('2026-11-02T00:00:00Z');
    const judged = judge(late!, transitionsOf(late!, 'complete', now), [], now);
    expect(judged.map((t) => t.kind)).toContain('overdue');
    expect(new Set(judged.map((t) => t.verdict))).toEqual(new Set(['history']));
  });

  test('what happens afterwards is news, though its article was found late', () => {
    const [late] = commitmentsFrom(
      [promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-03-01' })],
      at('2025-02-25T00:00:00Z'),
    );
    expect(told(late!, ['2025-02-25T00:00:00Z', '2025-03-02T00:00:00+07:00'])).toEqual(['due 2025-03-01']);
  });

  test('a sample story never alerts anybody', () => {
    const [sample] = commitmentsFrom(
      [promise({ published: '2025-01-01T10:00:00+07:00', due: '2025-03-01', sample: true })],
      at('2025-01-01T05:00:00Z'),
    );
    expect(told(sample!, ['2025-01-02T00:00:00Z', '2025-03-02T00:00:00+07:00', '2025-03-05T00:00:00Z'])).toEqual([]);
  });
});

describe('a deadline that moves', () => {
  const base = commitment('2025-03-01');
  const moveTo = (from: string, to: string, when: string, later = true): Event => ({
    id: `move-${from}-${to}-${when}`,
    kind: 'deadline-moved',
    occurredAt: when,
    recordedAt: when,
    about: 'claim-1',
    detail: { from, to, later },
  });
  const moved: Commitment = {
    ...withDue(base, [
      { ...day('2025-03-01'), state: 'superseded' },
      { ...day('2025-03-10'), state: 'current', statedAt: '2025-02-20T03:00:00Z' },
    ]),
    events: [moveTo('2025-03-01', '2025-03-10', '2025-02-20T03:00:00Z')],
  };

  test('is told with its days and how often it has slipped', () => {
    const twice: Commitment = {
      ...moved,
      claims: withDue(base, [{ ...day('2025-03-20') }]).claims,
      events: [...moved.events, moveTo('2025-03-10', '2025-03-20', '2025-03-05T03:00:00Z')],
    };
    const moves = transitionsOf(twice, ALWAYS, at('2025-03-06T00:00:00Z')).filter((t) => t.kind === 'moved');
    expect(moves.map(({ from, to, slip }) => ({ from, to, slip }))).toEqual([
      { from: '2025-03-01', to: '2025-03-10', slip: 1 },
      { from: '2025-03-10', to: '2025-03-20', slip: 2 },
    ]);
  });

  test('brought forward is no slip', () => {
    const sooner = { ...moved, events: [moveTo('2025-03-10', '2025-03-01', '2025-02-20T03:00:00Z', false)] };
    expect(transitionsOf(sooner, ALWAYS, at('2025-02-21T00:00:00Z')).find((t) => t.kind === 'moved')?.slip).toBe(0);
  });

  test('falls due on its new day and not on its old one', () => {
    const look = (now: Date) => (now < at('2025-02-20T03:00:00Z') ? base : moved);
    expect(
      told(look, [
        '2025-02-19T00:00:00Z',
        '2025-02-20T05:00:00Z',
        '2025-03-02T05:00:00Z',
        '2025-03-04T05:00:00Z',
        '2025-03-11T05:00:00Z',
      ]),
    ).toEqual(['stated', 'in-30-days 2025-03-01', 'moved 2025-03-10', 'in-7-days 2025-03-10', 'due 2025-03-10']);
  });
});

describe('a reading that changes after an alert', () => {
  const first = commitment('2025-03-28');
  const revised = withDue(first, [{ ...day('2025-03-31'), calendarVersion: '2' }]);
  const earlier = withDue(first, [{ ...day('2025-03-27'), calendarVersion: '2' }]);

  test('a revised calendar gives a correction, and the alarm of the right day when that comes', () => {
    const look = (now: Date) => (now < at('2025-03-29T12:00:00Z') ? first : revised);
    expect(told(look, ['2025-03-29T00:00:00Z', '2025-03-29T13:00:00Z', '2025-04-01T00:00:00+07:00'])).toEqual([
      'stated',
      'due 2025-03-28',
      'corrected 2025-03-31',
      'due 2025-03-31',
    ]);
  });

  test('a day that has passed already is corrected without a second alarm', () => {
    const look = (now: Date) => (now < at('2025-03-31T00:00:00Z') ? first : earlier);
    expect(
      told(look, ['2025-03-30T01:00:00Z', '2025-03-31T01:00:00Z', '2025-04-01T00:00:00Z', '2025-04-10T00:00:00Z']),
    ).toEqual(['stated', 'overdue 2025-03-28', 'corrected 2025-03-27']);
  });

  test('a day corrected back again is told again', () => {
    const look = (now: Date) => (now.getUTCDate() % 2 === 0 ? revised : first);
    expect(
      told(look, [
        '2025-03-29T01:00:00Z',
        '2025-03-30T01:00:00Z',
        '2025-03-31T01:00:00Z',
        '2025-04-02T01:00:00Z',
      ]).filter((x) => x.startsWith('corrected')),
    ).toEqual(['corrected 2025-03-31', 'corrected 2025-03-28', 'corrected 2025-03-31']);
  });
});

describe('outcomes', () => {
  const c = commitment('2025-03-01');
  const done: Commitment = { ...c, outcomes: [outcome(c, 'fulfilled', '2025-02-10T10:00:00+07:00')] };

  test('a fulfilment closes: it is told once, and nothing falls due afterwards', () => {
    const second = outcome(c, 'fulfilled', '2025-02-11T10:00:00+07:00');
    const look = (now: Date) =>
      now < at('2025-02-10T05:00:00Z')
        ? c
        : now < at('2025-02-11T05:00:00Z')
          ? done
          : { ...done, outcomes: [...done.outcomes, second] };
    expect(
      told(look, ['2025-02-01T00:00:00Z', '2025-02-10T06:00:00Z', '2025-02-11T06:00:00Z', '2025-06-01T00:00:00Z']),
    ).toEqual(['stated', 'in-30-days 2025-03-01', 'fulfilled', 'confirmed']);
  });

  test('a report taken back is corrected, and the deadline runs on', () => {
    const look = (now: Date) => (now > at('2025-02-10T05:00:00Z') && now < at('2025-02-20T00:00:00Z') ? done : c);
    expect(
      told(look, ['2025-02-01T00:00:00Z', '2025-02-10T06:00:00Z', '2025-02-20T06:00:00Z', '2025-03-03T00:00:00+07:00']),
    ).toEqual(['stated', 'in-30-days 2025-03-01', 'fulfilled', 'outcome-undone', 'overdue 2025-03-01']);
  });

  test('a fulfilment reported anew after that is told again', () => {
    const again: Commitment = { ...c, outcomes: [outcome(c, 'fulfilled', '2025-02-25T10:00:00+07:00')] };
    const look = (now: Date) =>
      now < at('2025-02-12T00:00:00Z') ? done : now < at('2025-02-25T05:00:00Z') ? c : again;
    expect(
      told(look, ['2025-02-10T06:00:00Z', '2025-02-13T00:00:00Z', '2025-02-26T00:00:00Z']).filter(
        (x) => !x.startsWith('in-'),
      ),
    ).toEqual(['stated', 'fulfilled', 'outcome-undone', 'fulfilled']);
  });

  test('the act that was promised not to happen is a breach when it is reported', () => {
    const never: Commitment = { ...done, negated: true };
    expect(kinds(never, '2025-03-01T00:00:00Z')).toContain('broken');
    expect(kinds(never, '2025-03-01T00:00:00Z')).not.toContain('fulfilled');
  });

  test('a contradiction is told as a dispute', () => {
    const disputed = { ...done, outcomes: [...done.outcomes, outcome(c, 'contested', '2025-02-12T10:00:00+07:00')] };
    expect(kinds(disputed, '2025-03-01T00:00:00Z')).toContain('disputed');
  });
});
