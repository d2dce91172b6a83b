/**
 * Calendar arithmetic on plain days. A day is the number of days since 1970-01-01 (proleptic Gregorian), so nothing
 * here depends on the zone of the machine.
 */

export type Day = number;

const MS = 86_400_000;

/** Day number of a date from the year 100 on; out-of-range months and days roll over. `month` counts from 1. */
export function dayOf(year: number, month: number, day: number): Day {
  return Math.floor(Date.UTC(year, month - 1, day) / MS);
}

/** Day number of a leading `YYYY-MM-DD`; null where there is none or the date does not exist. */
export function parseDay(iso: string): Day | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!m) return null;
  const year = Number(m[1]);
  const month = Number(m[2]);
  const day = Number(m[3]);
  return isDate(year, month, day) ? dayOf(year, month, day) : null;
}

/** Whether the year, month (from 1) and day name a day that exists. */
export function isDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Year, month (from 1) and day of a day number. */
export function civil(day: Day): { year: number; month: number; day: number } {
  // The days-to-civil algorithm of H. Hinnant: eras of 400 years that begin in March.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

export const pad2 = (n: number): string => (n < 10 ? `0${n}` : String(n));
export const pad4 = (n: number): string => String(n).padStart(4, '0');

/** `YYYY-MM-DD`. */
export function formatDay(day: Day): string {
  const c = civil(day);
  return `${pad4(c.year)}-${pad2(c.month)}-${pad2(c.day)}`;
}

/** 1 Monday … 7 Sunday. */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the day's week. */
export const mondayOf = (day: Day): Day => day - (weekday(day) - 1);

/** ISO 8601 week as TIMEX3 writes it: `2017-W31`. */
export function formatWeek(day: Day): string {
  const thursday = mondayOf(day) + 3;
  const { year } = civil(thursday);
  const week = Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1;
  return `${pad4(year)}-W${pad2(week)}`;
}

/** Monday of an ISO week. */
export function mondayOfWeek(year: number, week: number): Day {
  return mondayOf(dayOf(year, 1, 4)) + (week - 1) * 7;
}

/** The same day of the month `n` months on, or that month's last day where it is shorter. */
export function addMonths(day: Day, n: number): Day {
  const c = civil(day);
  const index = c.year * 12 + (c.month - 1) + n;
  const year = Math.floor(index / 12);
  const month = (((index % 12) + 12) % 12) + 1;
  return dayOf(year, month, Math.min(c.day, daysInMonth(year, month)));
}

/** Shifts a month counted from year 0: `[year, month]` `n` months on. */
export function shiftMonth(year: number, month: number, n: number): [number, number] {
  const index = year * 12 + (month - 1) + n;
  return [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
}

/** Offsets of the zones that Indonesia prints; none has daylight saving. */
export const ZONES: Record<string, { iana: string; offset: string; hours: number }> = {
  wib: { iana: 'Asia/Jakarta', offset: '+07:00', hours: 7 },
  wita: { iana: 'Asia/Makassar', offset: '+08:00', hours: 8 },
  wit: { iana: 'Asia/Jayapura', offset: '+09:00', hours: 9 },
};

/** UTC offset, as `+07:00`, of one of the three IANA zones; Jakarta's for any other. */
export function offsetOf(iana: string): string {
  return Object.values(ZONES).find((z) => z.iana === iana)?.offset ?? '+07:00';
}

/**
 * The local day (Asia/Jakarta) of `YYYY-MM-DD` or an ISO date-time; an instant with an offset is moved to Jakarta.
 * Null where the string is neither.
 */
export function publishedDay(published: string | null): Day | null {
  if (published === null) return null;
  const text = published.trim();
  if (/[Tt ]\d{2}:?\d{2}.{0,20}(?:[Zz]|[+-]\d{2}:?\d{2})$/.test(text)) {
    const ms = Date.parse(text);
    if (!Number.isNaN(ms)) return Math.floor((ms + 7 * 3_600_000) / MS);
  }
  return parseDay(text);
}
