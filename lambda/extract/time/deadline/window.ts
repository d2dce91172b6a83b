/** From a TIMEX3 value to the days in which it may be due. */
import type { DeadlineClaim, Timex } from '../../types.ts';
import { namedDayNumber } from '../calendar.ts';
import { type Day, dayOf, daysInMonth, formatDay, mondayOfWeek, offsetOf, parseDay } from '../civil.ts';
import { ELECTIONS } from '../named-days.ts';
import type { Tokens } from '../tokens.ts';

export type Precision = DeadlineClaim['precision'];

/** The days an expression covers, and the earliest and latest day by which "by then" may be meant. */
export interface Window {
  first: Day;
  earliest: Day;
  latest: Day;
  precision: NonNullable<Precision>;
  /** `HH:MM` of an expression with a clock time. */
  clock: string | null;
}

/** End of the day, `23:59:59`, in a zone. */
export const endOfDay = (day: Day, zone: string): string => `${formatDay(day)}T23:59:59${offsetOf(zone)}`;

/** The window of a DATE or TIME; null for references and what has no year. See DESIGN's table, Time. */
export function windowOf(timex: Pick<Timex, 'value' | 'mod' | 'endValue'>): Window | null {
  const value = timex.endValue ?? timex.value;
  const day = parseDay(value);
  if (day !== null) {
    const first = timex.endValue ? (parseDay(timex.value) ?? dayOfMonthStart(timex.value) ?? day) : day;
    const clock = /T(\d\d:\d\d)/.exec(value)?.[1] ?? null;
    return { first, earliest: day, latest: day, precision: clock ? 'instant' : 'day', clock };
  }
  const month = /^(\d{4})-(\d{2})$/.exec(value);
  if (month) {
    const first = timex.endValue ? /^\d{4}-(\d{2})$/.exec(timex.value) : null;
    if (first) return monthsWindow(Number(month[1]), Number(first[1]), Number(month[2]), timex.mod);
    return monthWindow(Number(month[1]), Number(month[2]), timex.mod);
  }
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(value);
  if (week) {
    const monday = mondayOfWeek(Number(week[1]), Number(week[2]));
    if (week[3]) return { first: monday + 5, earliest: monday + 5, latest: monday + 6, precision: 'week', clock: null };
    if (timex.mod === 'START')
      return { first: monday, earliest: monday, latest: monday + 2, precision: 'week', clock: null };
    if (timex.mod === 'MID')
      return { first: monday + 2, earliest: monday + 2, latest: monday + 3, precision: 'week', clock: null };
    return { first: monday, earliest: monday + 4, latest: monday + 6, precision: 'week', clock: null };
  }
  const part = /^(\d{4})-([QH])(\d)$/.exec(value);
  if (part) {
    const size = part[2] === 'Q' ? 3 : 6;
    const start = (Number(part[3]) - 1) * size + 1;
    const span = timex.mod === 'START' ? size / 3 : timex.mod === 'MID' ? (size / 3) * 2 : size;
    return months(Number(part[1]), start, start + span - 1, part[2] === 'Q' ? 'quarter' : 'semester');
  }
  if (/^\d{4}$/.test(value)) {
    const year = Number(value);
    if (timex.mod === 'START') return months(year, 1, 3, 'year');
    if (timex.mod === 'MID') return months(year, 5, 8, 'year');
    return { ...months(year, timex.mod === 'END' ? 10 : 1, 12, 'year') };
  }
  const decade = /^(\d{3})$/.exec(value);
  if (decade) {
    const start = Number(decade[1]) * 10;
    const last = start + (timex.mod === 'START' ? 3 : timex.mod === 'MID' ? 6 : 9);
    return {
      first: dayOf(start, 1, 1),
      earliest: dayOf(last, 12, 31),
      latest: dayOf(last, 12, 31),
      precision: 'year',
      clock: null,
    };
  }
  return null;
}

/** The day of polling where the text says `sebelum Pemilu 2024`; null for any other year. */
export function electionDay(t: Tokens, timex: Timex, from: number): Window | null {
  const name = timex.rule === 'year-bare' ? ELECTIONS.get(t.lower[from - 1] ?? '') : undefined;
  const day = name ? namedDayNumber(name, Number(timex.value)) : null;
  return day === null ? null : { first: day, earliest: day, latest: day, precision: 'day', clock: null };
}

function dayOfMonthStart(value: string): Day | null {
  const m = /^(\d{4})-(\d{2})$/.exec(value);
  return m ? dayOf(Number(m[1]), Number(m[2]), 1) : null;
}

/** Of a span of months the first, the first two thirds, or all. */
function monthsWindow(year: number, from: number, to: number, mod: Timex['mod']): Window {
  const size = to - from + 1;
  const span = mod === 'START' ? 1 : mod === 'MID' ? Math.round((size * 2) / 3) : size;
  return months(year, from, from + span - 1, 'semester');
}

function monthWindow(year: number, month: number, mod: Timex['mod']): Window {
  const first = mod === 'MID' ? 11 : mod === 'END' ? 21 : 1;
  const last = mod === 'START' ? 10 : mod === 'MID' ? 20 : daysInMonth(year, month);
  const day = dayOf(year, month, last);
  return { first: dayOf(year, month, first), earliest: day, latest: day, precision: 'month', clock: null };
}

function months(year: number, from: number, to: number, precision: NonNullable<Precision>): Window {
  const last = dayOf(year, to, daysInMonth(year, to));
  return { first: dayOf(year, from, 1), earliest: last, latest: last, precision, clock: null };
}
