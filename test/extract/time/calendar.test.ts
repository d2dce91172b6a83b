import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  CALENDAR_RANGE,
  CALENDAR_VERSION,
  isWorkingDay,
  namedDay,
  namedSpan,
} from '../../../lambda/extract/time/calendar.ts';
import { formatDay } from '../../../lambda/extract/time/civil.ts';

test('the calendar has a version and says which years it knows', () => {
  expect(CALENDAR_VERSION).toMatch(/^id-\d{4}-\d{2}/);
  expect(CALENDAR_RANGE).toEqual({ from: '2015-01-01', to: '2027-12-31' });
});

test.each([
  ['2025-08-15', true, true, 'a plain Friday'],
  ['2025-08-16', false, false, 'a Saturday'],
  ['2025-08-18', false, true, 'the joint leave that the decree of 7 August 2025 added'],
  ['2025-08-19', true, true, 'the Tuesday after'],
  ['2024-04-08', false, true, 'joint leave before Idul Fitri 1445 H'],
  ['2024-04-10', false, false, 'Idul Fitri itself'],
  ['2024-02-14', false, false, 'the general election of 2024'],
  ['2016-06-01', true, true, 'Pancasila Day, a holiday only from 2017 on'],
  ['2017-06-01', false, false, 'Pancasila Day'],
  ['2015-12-09', false, false, 'the regional elections of 2015'],
  ['2031-01-01', true, true, 'a year whose decree is not out: only weekends are known to be free'],
])('%s: working for an authority %s, where joint leave is optional %s (%s)', (date, authority, company) => {
  expect(isWorkingDay(date, { jointLeave: false })).toBe(authority);
  expect(isWorkingDay(date, { jointLeave: true })).toBe(company);
});

test.each([
  // Five working days given to the unregistered platforms in July 2022.
  ['2022-07-23', 5, true, true, '2022-07-29'],
  ['2022-07-21', 5, true, true, '2022-07-27'],
  ['2022-07-21', 5, false, false, '2022-07-28'],
  // Over Independence Day and its joint leave of 2025.
  ['2025-08-11', 7, true, true, '2025-08-19'],
  ['2025-08-11', 7, true, false, '2025-08-20'],
  ['2025-08-11', 7, false, false, '2025-08-21'],
  // Over Nyepi and Idul Fitri 2026, with and without the joint leave around them.
  ['2026-03-16', 5, true, false, '2026-03-27'],
  ['2026-03-16', 5, false, false, '2026-03-30'],
  ['2026-03-16', 5, false, true, '2026-03-24'],
  ['2026-03-16', 0, false, true, '2026-03-16'],
])(
  '%s plus %i working days (anchor counted %s, joint leave working %s) is %s',
  (anchor, n, countAnchor, jointLeave, last) => {
    expect(addWorkingDays(anchor, n, { countAnchor, jointLeave })).toBe(last);
  },
);

describe('named days', () => {
  test.each([
    ['idul fitri', 2015, '2015-07-17'],
    ['idul fitri', 2024, '2024-04-10'],
    ['idul adha', 2025, '2025-06-06'],
    ['imlek', 2026, '2026-02-17'],
    ['nyepi', 2023, '2023-03-22'],
    ['waisak', 2023, '2023-06-04'],
    ['kenaikan isa', 2021, '2021-05-13'],
    ['paskah', 2025, '2025-04-20'],
    ['malam takbiran', 2025, '2025-03-30'],
    ['tahun baru islam', 2025, '2025-06-27'],
    ['isra mikraj', 2027, '2027-01-05'],
    ['natal', 2040, '2040-12-25'],
    ['hari kemerdekaan', 2025, '2025-08-17'],
  ])('%s of %i is %s', (name, year, date) => {
    expect(namedDay(name, year)).toBe(date);
  });

  test('every festival is dated for each year of the data', () => {
    for (let year = 2015; year <= 2027; year++) {
      for (const name of [
        'idul fitri',
        'idul adha',
        'imlek',
        'nyepi',
        'waisak',
        'jumat agung',
        'kenaikan isa',
        'isra mikraj',
        'maulid',
        'tahun baru islam',
      ])
        expect(namedDay(name, year), `${name} ${year}`).not.toBeNull();
      const fast = namedSpan('ramadan', year)!;
      expect(fast.last - fast.first + 1).toBeGreaterThanOrEqual(29);
      expect(fast.last - fast.first + 1).toBeLessThanOrEqual(30);
    }
  });

  test('a moving day of a year without decree is unknown, not guessed', () => {
    expect(namedDay('idul fitri', 2035)).toBeNull();
    expect(namedDay('no such day', 2025)).toBeNull();
  });
});

test('the season of Christmas and New Year crosses the year', () => {
  const season = namedSpan('nataru', 2025)!;
  expect([formatDay(season.first), formatDay(season.last)]).toEqual(['2025-12-24', '2026-01-01']);
});

test('a string that is no date is refused by name', () => {
  expect(() => isWorkingDay('18 Agustus', { jointLeave: true })).toThrow('18 Agustus');
});

test.each([
  ['idul fitri', 2015, '2015-07-17'],
  ['idul fitri', 2020, '2020-05-24'],
  ['idul fitri', 2021, '2021-05-13'],
  ['idul fitri', 2027, '2027-03-10'],
  ['idul adha', 2018, '2018-08-22'],
  ['idul adha', 2023, '2023-06-29'],
  ['maulid', 2021, '2021-10-19'],
  ['tahun baru islam', 2021, '2021-08-10'],
  ['nyepi', 2023, '2023-03-22'],
  ['waisak', 2023, '2023-06-04'],
  ['imlek', 2024, '2024-02-10'],
  ['jumat agung', 2026, '2026-04-03'],
  ['pemilu', 2019, '2019-04-17'],
  ['pilkada', 2020, '2020-12-09'],
])('%s %i was on %s, though its holiday may have been moved', (name, year, day) => {
  expect(namedDay(name, year)).toBe(day);
});

test('a festival whose holiday was moved leaves the moved day free, and its own a working day', () => {
  expect(isWorkingDay('2021-10-20', { jointLeave: false })).toBe(false);
  expect(isWorkingDay('2021-10-19', { jointLeave: false })).toBe(true);
});

describe('festivals before the decrees that the data holds', () => {
  const YEARS = Array.from({ length: 15 }, (_, i) => 2000 + i);
  /** How many days a day is from the given one of another calendar, as ICU reckons it; null where more than two. */
  const apart = (date: string, calendar: string, month: number, day: number): number | null => {
    const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
    for (const k of [0, -1, 1, -2, 2]) {
      const parts = format.formatToParts(new Date(Date.parse(`${date}T05:00:00Z`) + k * 86_400_000));
      const of = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
      if (of('month') === month && of('day') === day) return Math.abs(k);
    }
    return null;
  };

  test.each([
    ['idul fitri', 'islamic-umalqura', 10, 1, 1],
    ['idul adha', 'islamic-umalqura', 12, 10, 1],
    ['imlek', 'chinese', 1, 1, 0],
  ])('%s is within a day of its calendar', (name, calendar, month, day, most) => {
    for (const year of YEARS)
      expect(apart(namedDay(name, year)!, calendar, month, day), `${year}`).toBeLessThanOrEqual(most);
  });

  test.each([
    ['nyepi', 0, 1.2],
    ['waisak', 14.77, 1.2],
  ])('%s stands by its moon', (name, age, most) => {
    const month = 29.530588853;
    for (const year of YEARS) {
      const days = (Date.parse(`${namedDay(name, year)}T05:00:00Z`) - Date.UTC(2000, 0, 6, 18, 14)) / 86_400_000;
      const off = (((days - age) % month) + month) % month;
      expect(Math.min(off, month - off), `${year}`).toBeLessThan(most);
    }
  });

  test('the fast begins a month before Idul Fitri, and Good Friday is a Friday', () => {
    for (const year of YEARS.slice(1)) {
      const { first, last } = namedSpan('ramadan', year)!;
      expect([29, 30]).toContain(last - first + 1);
      expect(new Date(`${namedDay('jumat agung', year)}T00:00:00Z`).getUTCDay()).toBe(5);
    }
  });
});
