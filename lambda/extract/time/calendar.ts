/**
 * Working days of Indonesia, 2015 to 2027, and named days since 2000, from the joint ministerial decrees (SKB) on national
 * holidays and joint leave. Joint leave (*cuti bersama*) binds authorities, companies may choose, so it is kept apart.
 */
import { addMonths, type Day, dayOf, formatDay, parseDay, weekday } from './civil.ts';
import data from './holidays.data.json' with { type: 'json' };
import { EARLIER_DAYS, FESTIVALS_APART, FIXED_DAYS, MOVING_DAYS, OFFSET_DAYS, RAMADAN_STARTS } from './named-days.ts';

/** Changes with every change of the holiday data; kept in each claim that counted working days. */
export const CALENDAR_VERSION: string = data.version;
/** The years whose decrees the data holds; outside them only weekends and fixed-date holidays are known. */
export const CALENDAR_RANGE: { from: string; to: string } = { from: data.from, to: data.to };

/** The days of a list; one without its year (`05-01`) is of the year after the one before it. */
function datesOf(list: string): string[] {
  let year = 0;
  return list.split(' ').map((date) => {
    const whole = date.length > 5 ? date : `${year + 1}-${date}`;
    year = Number(whole.slice(0, 4));
    return whole;
  });
}

/** The data's days, which stand there by their names, in order of date. */
const DAYS = Object.entries(data.days)
  .flatMap(([kind, names]) =>
    Object.entries(names).flatMap(([name, dates]) => datesOf(dates).map((date) => ({ kind, name, date }))),
  )
  .sort((a, b) => (a.date < b.date ? -1 : 1));
const PUBLIC = new Set<Day>();
const JOINT_LEAVE = new Set<Day>();
for (const row of DAYS) {
  const day = parseDay(row.date)!;
  (row.kind === 'public' ? PUBLIC : JOINT_LEAVE).add(day);
}

const firstKnown = parseDay(data.from)!;
const lastKnown = parseDay(data.to)!;

/**
 * Monday to Friday less national holidays; with `jointLeave`, joint leave counts as a working day too.
 * Outside the data's years only the weekend is known to be free.
 */
export function isWorkingDayNumber(day: Day, options: { jointLeave: boolean }): boolean {
  if (weekday(day) > 5 || PUBLIC.has(day)) return false;
  return options.jointLeave || !JOINT_LEAVE.has(day);
}

/** `isWorkingDayNumber` of a `YYYY-MM-DD`; throws a RangeError on any other string. */
export function isWorkingDay(date: string, options: { jointLeave: boolean }): boolean {
  return isWorkingDayNumber(required(date), options);
}

/**
 * The `n`-th working day from `anchor`. With `countAnchor` the anchor is the first where it is itself a working day;
 * else counting begins the day after. `n` below 1 gives the anchor. `n` is capped at 20,000 (some 80 years).
 */
export function addWorkingDayNumbers(
  anchor: Day,
  n: number,
  options: { jointLeave: boolean; countAnchor: boolean },
): Day {
  let left = Math.min(Math.floor(n), 20_000);
  if (!(left >= 1)) return anchor;
  let day = options.countAnchor ? anchor : anchor + 1;
  for (;;) {
    if (isWorkingDayNumber(day, options) && --left === 0) return day;
    day++;
  }
}

/** `addWorkingDayNumbers` from a `YYYY-MM-DD` to a `YYYY-MM-DD`; throws a RangeError on any other string. */
export function addWorkingDays(
  anchor: string,
  n: number,
  options: { jointLeave: boolean; countAnchor: boolean },
): string {
  return formatDay(addWorkingDayNumbers(required(anchor), n, options));
}

/** The `n`-th working day before `day` (joint leave as in the options). */
export function subtractWorkingDayNumbers(day: Day, n: number, options: { jointLeave: boolean }): Day {
  let left = Math.min(Math.floor(n), 20_000);
  let at = day;
  while (left >= 1) {
    at--;
    if (isWorkingDayNumber(at, options)) left--;
  }
  return at;
}

/** Whether the decrees that fix the day's year are in the data. */
export const isCalendarKnown = (day: Day): boolean => day >= firstKnown && day <= lastKnown;

const DECREED = new Map<string, Day[]>();
for (const row of DAYS) {
  if (row.kind !== 'public') continue;
  const day = parseDay(row.date)!;
  for (const [name, pattern] of MOVING_DAYS) {
    if (
      !row.name
        .replace(/ \(perkiraan\)/g, '')
        .split('; ')
        .includes(pattern)
    )
      continue;
    const key = `${name} ${row.date.slice(0, 4)}`;
    DECREED.set(key, [...(DECREED.get(key) ?? []), day]);
  }
}

/**
 * The day number of a named day (`lebaran`, `natal`, `imlek`, … as `named-days.ts` lists them) in a Gregorian year;
 * null where the data has no such year. Where a moon day falls twice in a year, the first.
 */
export function namedDayNumber(name: string, year: number): Day | null {
  const fixed = FIXED_DAYS.get(name);
  if (fixed) return dayOf(year, fixed[0], fixed[1]);
  const apart = FESTIVALS_APART.get(`${name} ${year}`) ?? EARLIER_DAYS.get(`${name} ${year}`);
  if (apart) return parseDay(apart);
  const decreed = DECREED.get(`${name} ${year}`);
  if (decreed) return decreed[0]!;
  const offset = OFFSET_DAYS.get(name);
  if (!offset) return null;
  const base = namedDayNumber(offset.from, year);
  if (base === null) return null;
  return offset.months ? addMonths(base, offset.months) : base + offset.days;
}

/** `namedDayNumber` as `YYYY-MM-DD`. */
export function namedDay(name: string, year: number): string | null {
  const day = namedDayNumber(name, year);
  return day === null ? null : formatDay(day);
}

/** First and last day of Ramadan, or of the Christmas and New Year season; null where the data has no such year. */
export function namedSpan(name: 'ramadan' | 'nataru', year: number): { first: Day; last: Day } | null {
  if (name === 'nataru') return { first: dayOf(year, 12, 24), last: dayOf(year + 1, 1, 1) };
  const first = ramadanStart(year);
  const end = namedDayNumber('idul fitri', year);
  return first !== null && end !== null ? { first, last: end - 1 } : null;
}

/** First day of the fast in a Gregorian year; null where the data has no such year. */
export function ramadanStart(year: number): Day | null {
  const start = RAMADAN_STARTS.get(year);
  return start ? parseDay(`${year}-${start}`) : null;
}

function required(date: string): Day {
  const day = parseDay(date);
  if (day === null) throw new RangeError(`not a date (YYYY-MM-DD): ${date}`);
  return day;
}
