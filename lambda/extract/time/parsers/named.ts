/** Named days and seasons: `Lebaran 2024`, `Hari Raya Idul Fitri 1446 H`, `HUT ke-80 RI`, `Ramadan`, `musim hujan`. */
import { namedDayNumber, namedSpan } from '../calendar.ts';
import { civil, formatDay, pad4 } from '../civil.ts';
import { DAY_NAMES, LONG_NAMES, LOWER_CASE_STARTS } from '../named-days.ts';
import { type Direction, impliedYear, type Match, refYear, type Scan, wayOf, yearAt } from '../scan.ts';
import { capital, isDash, NUMBER, type Tokens, WORD } from '../tokens.ts';
import { extendDay } from './day.ts';

const LONGEST = 5;
const BEFORE_NEW_YEAR = new Set([
  'sebelum',
  'jelang',
  'menjelang',
  'libur',
  'hingga',
  'sampai',
  'perayaan',
  'setelah',
  'usai',
  'malam',
]);
const BEFORE_FAST = new Set(['sebelum', 'jelang', 'menjelang', 'awal', 'pertengahan', 'akhir', 'hingga', 'libur']);
const FESTIVE = new Set(['bulan', 'suci', 'puasa', 'selama', 'pada', 'jelang', 'menjelang', 'sambut', 'saat', 'di']);
/** Words that may stand before a name and belong to it. */
const PREFIX = new Set(['hari', 'raya', 'suci', 'besar', 'peringatan']);

interface Found {
  name: string;
  long: boolean;
  end: number;
}

function nameAt(t: Tokens, i: number): Found | null {
  let at = i;
  let found: Found | null = null;
  // `Hari Raya Idul Fitri`: try with and without the prefix words.
  for (let skip = 0; skip < 3; skip++) {
    let key = '';
    for (let k = 0; k < LONGEST && at + k < t.count; k++) {
      if (t.kind[at + k] !== WORD) break;
      key = k === 0 ? t.lower[at]! : `${key} ${t.lower[at + k]}`;
      const day = DAY_NAMES.get(key);
      const long = LONG_NAMES.has(key);
      if ((day !== undefined || long) && (!found || at + k + 1 > found.end))
        found = { name: day ?? key, long, end: at + k + 1 };
    }
    if (found || !PREFIX.has(t.lower[at]!)) break;
    at++;
  }
  return found;
}

/** Gregorian year in which the festivals of a Hijri year fell, 1436 to 1448 (2015 to 2027). */
export const fromHijri = (year: number, name: string): number =>
  // The Hijri year began with Muharram, the year before its own Idul Fitri.
  year + (name === 'tahun baru islam' || name === 'maulid' ? 578 : 579);

/** A year after a name: `2024`, `1445 H`, `1445 Hijriah/2024`, `tahun ini`, `ke-80`. */
function yearAfter(s: Scan, i: number, name: string): { year: number | null; end: number } {
  const t = s.t;
  let at = i;
  let end = i;
  let year: number | null = null;
  if (t.lower[at] === 'ke' && isDash(t.lower[at + 1]) && t.kind[at + 2] === NUMBER) {
    at += 3;
    end = at;
    if (t.lower[at] === 'ri' || t.lower[at] === 'republik') {
      at += t.lower[at] === 'republik' ? 2 : 1;
      end = at;
    }
  }
  if (t.lower[at] === 'tahun') at++;
  const digits = t.lower[at] ?? '';
  if (t.kind[at] === NUMBER && digits.length === 4) {
    const n = Number(digits);
    if (n >= 1400 && n <= 1500) {
      year = fromHijri(n, name);
      end = at + 1;
      if (t.lower[end] === 'h' || t.lower[end]?.startsWith('hij')) end++;
      const slash = t.lower[end] === '/' || t.lower[end] === 'atau' ? end + 1 : end;
      if (yearAt(t, slash)) {
        year = yearAt(t, slash);
        end = slash + 1;
        if (t.lower[end] === 'm' || t.lower[end] === 'masehi') end++;
      }
    } else if (yearAt(t, at)) {
      year = yearAt(t, at);
      end = at + 1;
    }
  } else if (t.lower[at - 1] === 'tahun' && at > i) {
    const base = refYear(s);
    const step = t.lower[at] === 'ini' ? 0 : t.lower[at] === 'depan' ? 1 : t.lower[at] === 'lalu' ? -1 : null;
    if (base !== null && step !== null) {
      year = base + step;
      end = at + 1;
    }
  }
  if (
    year === null &&
    (t.lower[end] === 'lalu' || t.lower[end] === 'mendatang' || t.lower[end] === 'nanti' || t.lower[end] === 'kemarin')
  )
    end++;
  return { year, end };
}

export function parseNamed(s: Scan, i: number): Match | null {
  const t = s.t;
  if (!capital(t, i) && !LOWER_CASE_STARTS.has(t.lower[i]!)) return null;
  if (t.lower[i] === 'tahun' && !capital(t, i) && !BEFORE_NEW_YEAR.has(t.lower[i - 1] ?? '')) return null;
  let found = nameAt(t, i);
  // `HUT ke-80 RI`, `HUT Ke-80 Kemerdekaan RI`
  if (!found && t.lower[i] === 'hut' && t.lower[i + 1] === 'ke' && t.kind[i + 3] === NUMBER) {
    let end = i + 4;
    if (t.lower[end] === 'kemerdekaan') end++;
    if (t.lower[end] === 'ri' || t.lower[end] === 'republik')
      found = { name: 'hari kemerdekaan', long: false, end: t.lower[end] === 'ri' ? end + 1 : end + 2 };
  }
  if (!found) return null;
  // `Ramadhan Sananta`, `Dery Ramadan`: a person.
  if (
    found.long &&
    found.end === i + 1 &&
    found.name.startsWith('ramad') &&
    !yearAt(t, i + 1) &&
    (capital(t, i + 1) || (capital(t, i - 1) && !FESTIVE.has(t.lower[i - 1] ?? '')))
  )
    return null;
  // `sebelum puasa`; elsewhere fasting.
  if (t.lower[i] === 'puasa' && (!BEFORE_FAST.has(t.lower[i - 1] ?? '') || t.kind[i + 1] === NUMBER)) return null;
  // `Hari Kemerdekaan AS`
  if (
    found.name === 'hari kemerdekaan' &&
    capital(t, found.end) &&
    t.lower[found.end] !== 'ri' &&
    t.lower[found.end] !== 'indonesia' &&
    t.lower[found.end] !== 'ke'
  )
    return null;
  if (found.name === 'natal' && capital(t, found.end) && found.end === i + 1) return null;
  const { year, end } = yearAfter(s, found.end, found.name);
  const way = wayOf(s, i, end);
  const trail = t.lower[end - 1];
  const forward = trail === 'mendatang' || trail === 'nanti' ? 1 : trail === 'lalu' || trail === 'kemarin' ? -1 : way;
  if (found.long) {
    const span = LONG_NAMES.get(found.name)!;
    const y = year ?? nearest(s, span === 'ramadan' ? 'idul fitri' : 'natal', forward, i);
    const days = y === null ? null : namedSpan(span, y);
    if (days === null) return null;
    return {
      from: i,
      end,
      type: 'DATE',
      value: formatDay(days.first),
      rule: 'named-season',
      grain: 'month',
      day: null,
      endValue: formatDay(days.last),
    };
  }
  const y = year ?? nearest(s, found.name, forward, i);
  const day = y === null ? null : namedDayNumber(found.name, y);
  if (day === null) return null;
  return extendDay(s, { from: i, end, type: 'DATE', value: formatDay(day), rule: 'named-day', grain: 'day', day });
}

/** The year whose named day the clause means: the next one forward, the last one back, else the nearest. */
export function nearest(s: Scan, name: string, way: Direction, from: number): number | null {
  if (s.ref === null) return null;
  const now = civil(s.ref).year;
  // Of a year without data nothing is known, and that of the next is not meant.
  if (namedDayNumber(name, now) === null) return null;
  let best: number | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const year of [now - 1, now, now + 1]) {
    const day = namedDayNumber(name, year);
    if (day === null) continue;
    const gap = day - s.ref;
    // A day of this very week is meant whatever the clause says.
    if (Math.abs(gap) > 7 && ((way === 1 && gap < 0) || (way < 0 && gap > 0))) continue;
    if (Math.abs(gap) < distance) {
      best = year;
      distance = Math.abs(gap);
    }
  }
  return best ?? impliedYear(s, 6, 1, way, from);
}

const SEASONS = new Map([
  ['hujan', 'WI'],
  ['penghujan', 'WI'],
  ['dingin', 'WI'],
  ['kemarau', 'SU'],
  ['panas', 'SU'],
  ['semi', 'SP'],
  ['gugur', 'FA'],
]);

/** `musim penghujan`, `musim panas 2025`. */
export function parseSeason(s: Scan, i: number): Match | null {
  const season = SEASONS.get(s.t.lower[i + 1] ?? '');
  if (!season) return null;
  let end = i + 2;
  let year = yearAt(s.t, end) || null;
  if (year !== null) end++;
  else if (s.t.lower[end] === 'ini') end++;
  year ??= refYear(s);
  return {
    from: i,
    end,
    type: 'DATE',
    value: `${year === null ? 'XXXX' : pad4(year)}-${season}`,
    rule: 'season',
    grain: 'quarter',
    day: null,
  };
}
