/** Units with a word that says which: `pekan depan`, `kuartal III 2025`, `abad ke-20`, `pekan kedua Juni`. */
import {
  addMonths,
  civil,
  dayOf,
  daysInMonth,
  formatDay,
  formatWeek,
  mondayOf,
  pad2,
  pad4,
  parseDay,
  shiftMonth,
} from '../civil.ts';
import type { Unit } from '../lexicon.ts';
import { readOrdinal } from '../numbers.ts';
import { impliedYear, type Match, monthValue, refYear, type Scan, wayOf, yearAt } from '../scan.ts';
import { capital, glued, isDash, NUMBER, type Tokens, WORD } from '../tokens.ts';
import { deicticAt, periodMatch } from './deictic.ts';
import { MONTHS_IN } from './length.ts';
import { parseMonth } from './month.ts';
import { parseNamed } from './named.ts';

interface Period {
  value: string;
  grain: Match['grain'];
  /** Last month of a period that TIMEX3 has no value for. */
  endValue?: string;
}

/** The `n`-th four months of a year: TIMEX3 has no value for them, so their first and last month. */
const caturwulan = (year: number | null, n: number): Period => ({
  value: monthValue(year, n * 4 - 3),
  endValue: monthValue(year, n * 4),
  grain: 'caturwulan',
});

/** Value and grain of the unit `step` units from the article's day. */
export function relativeUnit(s: Scan, unit: Unit, step: number): Period | null {
  if (s.ref === null)
    return unit === 'year'
      ? { value: 'XXXX', grain: 'year' }
      : unit === 'month'
        ? { value: 'XXXX-XX', grain: 'month' }
        : unit === 'week'
          ? { value: 'XXXX-WXX', grain: 'week' }
          : null;
  const now = civil(s.ref);
  switch (unit) {
    case 'week':
      return { value: formatWeek(s.ref + 7 * step), grain: 'week' };
    case 'month': {
      const [y, m] = shiftMonth(now.year, now.month, step);
      return { value: monthValue(y, m), grain: 'month' };
    }
    case 'quarter': {
      const at = civil(addMonths(s.ref, 3 * step));
      return { value: `${pad4(at.year)}-Q${Math.ceil(at.month / 3)}`, grain: 'quarter' };
    }
    case 'caturwulan': {
      const at = civil(addMonths(s.ref, 4 * step));
      return caturwulan(at.year, Math.ceil(at.month / 4));
    }
    case 'semester': {
      const at = civil(addMonths(s.ref, 6 * step));
      return { value: `${pad4(at.year)}-H${at.month <= 6 ? 1 : 2}`, grain: 'semester' };
    }
    case 'year':
      return { value: pad4(now.year + step), grain: 'year' };
    case 'decade':
      return { value: pad4(now.year + 10 * step).slice(0, 3), grain: 'decade' };
    case 'century':
      return { value: pad4(now.year + 100 * step).slice(0, 2), grain: 'century' };
    default:
      return null;
  }
}

/** `pekan depan`, `bulan ini`, `tahun lalu`, `hari itu`, `tahun yang sama`, `semester ini`. */
export function parseRelativeUnit(s: Scan, i: number): Match | null {
  const t = s.t;
  const unit = t.lex[i]?.unit;
  if (!unit || t.lex[i]!.one) return null;
  // `hari-hari sebelumnya`: many, not one.
  if (isDash(t.lower[i - 1]) && t.lower[i - 2] === t.lower[i]) return null;
  let at = i + 1;
  // `minggu-minggu ini`
  if (isDash(t.lower[at]) && t.lower[at + 1] === t.lower[i] && t.lower[at + 2] === 'ini' && unit !== 'day') at += 2;
  if (
    unit === 'year' &&
    (t.lower[at] === 'fiskal' || t.lower[at] === 'anggaran' || t.lower[at] === 'ajaran' || t.lower[at] === 'buku')
  )
    at++;
  const deictic = deicticAt(t, at) ?? (ends(t, i, at) ? { step: 0, end: at } : null);
  if (!deictic) return null;
  if (unit === 'week' && capital(t, i) && t.lower[i] === 'minggu' && deictic.step === 'text') return null;
  if (unit === 'day') {
    if (deictic.step === 0)
      return {
        from: i,
        end: deictic.end,
        type: 'DATE',
        value: s.ref === null ? 'XXXX-XX-XX' : formatDay(s.ref),
        rule: 'today',
        grain: 'day',
        day: s.ref,
      };
    if (deictic.step === 'text') {
      const last = s.lastDay ?? s.ref;
      const day = last === null ? null : last + (deictic.shift ?? 0);
      return {
        from: i,
        end: deictic.end,
        type: 'DATE',
        value: day === null ? 'XXXX-XX-XX' : formatDay(day),
        rule: 'that-day',
        grain: 'day',
        day,
      };
    }
    return null;
  }
  if (deictic.step === 'text') {
    const shift = deictic.shift ?? 0;
    const year = s.lastYear ?? (shift === 0 ? null : refYear(s));
    if (unit === 'year' && year !== null) return periodMatch(i, deictic.end, pad4(year + shift), 'that-year', 'year');
    if (unit === 'month' && s.lastMonth) {
      const [y, m] = shiftMonth(s.lastMonth[0], s.lastMonth[1], shift);
      return periodMatch(i, deictic.end, monthValue(y, m), 'that-month', 'month');
    }
    if (unit === 'week' && s.lastDay !== null)
      return periodMatch(i, deictic.end, formatWeek(s.lastDay + 7 * shift), 'that-week', 'week');
    return null;
  }
  const at2 = relativeUnit(s, unit, deictic.step);
  return at2 && { ...periodMatch(i, deictic.end, at2.value, `${unit}-relative`, at2.grain), ...at2 };
}

/** `sebelum tahun berganti`, `sebelum tahun anggaran berakhir`: the one that runs. */
const ends = (t: Tokens, i: number, at: number): boolean =>
  t.lower[i - 1] === 'sebelum' &&
  (t.lower[at] === 'berakhir' || t.lower[at] === 'berganti') &&
  t.lex[i]?.unit !== 'day';

/** `kuartal III 2025`, `triwulan I-2025`, `semester pertama tahun ini`, `kuartal kedua`. */
export function parseQuarter(s: Scan, i: number): Match | null {
  const t = s.t;
  const two = t.lower[i + 1] === 'wulan';
  const unit = two ? APART.get(t.lower[i]!) : t.lex[i]?.unit;
  if (!unit || MONTHS_IN[unit] === undefined) return null;
  const number = two ? i + 2 : i + 1;
  const said = t.lex[number]?.number ?? 0;
  const ordinal = said >= 1 && said <= 4 ? { value: said, end: number + 1 } : readOrdinal(t, number);
  const size = 12 / MONTHS_IN[unit]!;
  if (!ordinal || ordinal.value > size || ordinal.value === 0) return null;
  const n = ordinal.value < 0 ? size : ordinal.value;
  // `kuartal III atau IV`: the last of the two bounds it.
  const other = OR.has(t.lower[ordinal.end] ?? '') ? readOrdinal(t, ordinal.end + 1) : null;
  const last = other && other.value > n && other.value <= size ? other.value : n;
  let end = last > n ? other!.end : ordinal.end;
  let at = end;
  if (isDash(t.lower[at]) || t.lower[at] === '/' || t.lower[at] === ',' || t.lower[at] === 'tahun') at++;
  if (t.lower[at] === 'tahun') at++;
  if (t.lower[at] === 'anggaran') at++;
  let year: number | null = yearAt(t, at) || null;
  if (year !== null) end = at + 1;
  else if (t.lower[end] === 'tahun') {
    const deictic = deicticAt(t, end + 1);
    const base = deictic?.step === 'text' ? s.lastYear : refYear(s);
    if (deictic && base !== null) {
      year = base + (deictic.step === 'text' ? 0 : deictic.step);
      end = deictic.end;
    }
  }
  year ??= impliedYear(s, Math.min(12, n * (12 / size)), 1, wayOf(s, i, end), i);
  if (unit === 'caturwulan')
    return { ...periodMatch(i, end, '', unit, unit), ...caturwulan(year, n), endValue: monthValue(year, last * 4) };
  const period = `${year === null ? 'XXXX' : pad4(year)}-${unit === 'quarter' ? 'Q' : 'H'}`;
  const match = periodMatch(i, end, `${period}${n}`, unit, unit);
  return last > n ? { ...match, endValue: `${period}${last}` } : match;
}

/** `catur wulan II`, `tri wulan I` */
const APART = new Map<string, Unit>([
  ['catur', 'caturwulan'],
  ['tri', 'quarter'],
]);
export const APART_WORDS: string[] = [...APART.keys()];

const OR = new Set(['atau', 'dan', 'hingga', 'sampai', '-', '–', '/']);

/** `Q1 2026`, `Q3`; `H1 2026` only with its year, since `H1` is also a hall or a hotel's wing. */
export function parseQuarterLetter(s: Scan, i: number): Match | null {
  const t = s.t;
  const n = Number(t.lower[i + 1]);
  if (!capital(t, i) || !glued(t, i) || t.kind[i + 1] !== NUMBER || !(n >= 1 && n <= (t.lower[i] === 'q' ? 4 : 2)))
    return null;
  const at = isDash(t.lower[i + 2]) || t.lower[i + 2] === '/' || t.lower[i + 2] === 'tahun' ? i + 3 : i + 2;
  const printed = yearAt(t, at);
  const said = printed || t.lower[i + 2] !== 'tahun' || s.ref === null ? null : deicticAt(t, i + 3);
  const step = typeof said?.step === 'number' ? said.step : null;
  if (!printed && step === null && t.lower[i] === 'h') return null;
  const end = printed ? at + 1 : step === null ? i + 2 : said!.end;
  const year =
    printed || (step === null ? 0 : civil(s.ref!).year + step) || impliedYear(s, n * 3, 1, wayOf(s, i, end), i);
  const unit = t.lower[i] === 'q' ? 'quarter' : 'semester';
  return periodMatch(
    i,
    end,
    `${year === null ? 'XXXX' : pad4(year)}-${unit === 'quarter' ? 'Q' : 'H'}${n}`,
    unit,
    unit,
  );
}

/** `3Q26`, `2H 2026`, as the pages of business write them. */
export function parseNumberQuarter(s: Scan, i: number): Match | null {
  const t = s.t;
  const letter = t.lower[i + 1];
  if ((letter !== 'q' && letter !== 'h') || !capital(t, i + 1) || !glued(t, i) || t.lower[i]!.length !== 1) return null;
  const n = Number(t.lower[i]);
  const digits = t.kind[i + 2] === NUMBER ? t.lower[i + 2]! : '';
  const year = digits.length === 2 && glued(t, i + 1) ? 2000 + Number(digits) : yearAt(t, i + 2);
  const unit = letter === 'q' ? 'quarter' : 'semester';
  if (!year || n < 1 || n > 12 / MONTHS_IN[unit]!) return null;
  return periodMatch(i, i + 3, `${pad4(year)}-${letter.toUpperCase()}${n}`, unit, unit);
}

/** `abad ke-20`, `abad 21`. */
export function parseCentury(s: Scan, i: number): Match | null {
  if (s.t.lex[i]?.unit !== 'century' || s.t.lex[i]!.one) return null;
  const ordinal = readOrdinal(s.t, i + 1);
  if (!ordinal || ordinal.value < 1 || ordinal.value > 22) return null;
  return periodMatch(i, ordinal.end, pad2(ordinal.value - 1), 'century', 'century');
}

/** `Juli minggu kedua`: the month before its week. */
export function parseMonthWeek(s: Scan, i: number): Match | null {
  const month = parseMonth(s, i);
  const at = month?.end ?? i;
  if (!month || s.t.lex[at]?.unit !== 'week' || s.t.lex[at]!.one) return null;
  const ordinal = readOrdinal(s.t, at + 1);
  if (!ordinal || ordinal.value > 5 || !(s.t.kind[at + 1] === WORD)) return null;
  return weekOfMonth(i, ordinal.end, month.value, ordinal.value);
}

/** `pekan pertama Agustus`, `minggu kedua bulan depan`: a week of a month; `pekan pertama Ramadan`. */
export function parseWeekOfMonth(s: Scan, i: number): Match | null {
  const t = s.t;
  if (t.lex[i]?.unit !== 'week' || t.lex[i]!.one) return null;
  const ordinal = readOrdinal(t, i + 1);
  if (!ordinal || ordinal.value > 5) return null;
  const season = ordinal.value > 0 && ordinal.value < 5 ? parseNamed(s, ordinal.end) : null;
  if (season?.rule === 'named-season') {
    const first = parseDay(season.value)! + (ordinal.value - 1) * 7;
    return { ...season, from: i, value: formatDay(first), endValue: formatDay(first + 6) };
  }
  const inner =
    parseMonth(s, ordinal.end) ?? (t.lower[ordinal.end] === 'bulan' ? parseRelativeUnit(s, ordinal.end) : null);
  return inner?.grain === 'month' ? weekOfMonth(i, inner.end, inner.value, ordinal.value) : null;
}

/** The `n`-th seven days of a month (`YYYY-MM`), -1 the last, by the week that holds most of them. */
function weekOfMonth(from: number, end: number, value: string, n: number): Match | null {
  if (value.includes('X')) return null;
  const year = Number(value.slice(0, 4));
  const month = Number(value.slice(5, 7));
  const middle = n < 0 ? daysInMonth(year, month) - 3 : n * 7 - 3;
  return periodMatch(from, end, formatWeek(mondayOf(dayOf(year, month, middle))), 'week-of-month', 'week');
}
