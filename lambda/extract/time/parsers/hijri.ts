/** Days of the Islamic calendar, by the festivals that the decrees date: `1 Syawal 1447 H`, `10 Zulhijah`. */
import { namedDayNumber, ramadanStart } from '../calendar.ts';
import { type Day, formatDay } from '../civil.ts';
import type { Match, Scan } from '../scan.ts';
import { NUMBER, WORD } from '../tokens.ts';
import { fromHijri, nearest } from './named.ts';

/** A month's festival and the day of the month it falls on. Months without one are not dated. */
const MONTHS: [names: string, festival: string, on: number][] = [
  ['muharram muharam', 'tahun baru islam', 1],
  ['rabiulawal rabiul rabiulawwal', 'maulid', 12],
  ['rajab', 'isra mikraj', 27],
  ['ramadan ramadhan', 'ramadan', 1],
  ['syawal syawwal', 'idul fitri', 1],
  ['zulhijah zulhijjah dzulhijah dzulhijjah', 'idul adha', 10],
];
const BY_NAME = new Map(
  MONTHS.flatMap(([names, festival, on]) => names.split(' ').map((name) => [name, { festival, on }] as const)),
);

const festivalDay = (name: string, year: number): Day | null =>
  name === 'ramadan' ? ramadanStart(year) : namedDayNumber(name, year);

/** `1 Syawal 1447 H`, `10 Zulhijah 1447 Hijriah/2026`; without a year the nearest that the clause allows. */
export function parseHijri(s: Scan, i: number): Match | null {
  const t = s.t;
  if (t.kind[i + 1] !== WORD || t.lower[i]!.length > 2) return null;
  const month = BY_NAME.get(t.lower[i + 1]!);
  const day = Number(t.lower[i]);
  if (!month || day < 1 || day > 30) return null;
  let end = i + 2;
  // `12 Rabiul Awal`, not `Rabiul Akhir`.
  if (t.lower[i + 1] === 'rabiul') {
    if (t.lower[end] !== 'awal' && t.lower[end] !== 'awwal') return null;
    end++;
  }
  let year: number | null = null;
  const printed = Number(t.lower[end]);
  if (t.kind[end] === NUMBER && printed >= 1400 && printed <= 1500) {
    year = fromHijri(printed, month.festival);
    end++;
    if (t.lower[end] === 'h' || t.lower[end]?.startsWith('hij')) end++;
  }
  // `30 Juni 2026 (15 Muharam)`
  const beside = t.lower[i - 1] === '(' && s.lastDay !== null ? { ...s, ref: s.lastDay } : s;
  year ??= nearest(beside, month.festival === 'ramadan' ? 'idul fitri' : month.festival, 0, i);
  const festival = year === null ? null : festivalDay(month.festival, year);
  if (festival === null) return null;
  const at = festival + day - month.on;
  return { from: i, end, type: 'DATE', value: formatDay(at), rule: 'hijri-date', grain: 'day', day: at };
}
