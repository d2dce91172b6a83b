/** Printed dates: `2 Agustus 2017`, `2-5 Agustus`, `2/8/2017`, `(30/12)`, `2017-08-02`, `tanggal 5`. */
import { civil, dayOf, formatDay, isDate, pad2, shiftMonth } from '../civil.ts';
import { type Match, resolveDay, type Scan, wayOf, yearAt } from '../scan.ts';
import { allCaps, glued, isDash, NUMBER, type Tokens, WORD } from '../tokens.ts';

export interface DateParts {
  day: number;
  month: number;
  year: number | null;
  /** First day of a range. */
  firstDay: number;
  end: number;
}

const small = (t: Tokens, i: number): number => {
  const word = t.lower[i];
  return t.kind[i] === NUMBER && word !== undefined && word.length >= 1 && word.length <= 2 ? Number(word) : 0;
};

const validDay = (day: number, month: number): boolean => isDate(2000, month, day);

/** Index of the second day of `2-5`, `2 s.d. 5`, `2 dan 5`, `2 hingga 5`; `i` itself where there is no range. */
function secondOfRange(t: Tokens, i: number): number {
  const word = t.lower[i + 1];
  if (isDash(word) || word === '/') {
    const again = isDash(t.lower[i + 2]) ? i + 3 : i + 2;
    return small(t, again) ? again : i;
  }
  if (word === 'sampai' && t.lower[i + 2] === 'dengan') return small(t, i + 3) ? i + 3 : i;
  if (word === 'hingga' || word === 'sampai' || word === 'dan' || word === 'sd') return small(t, i + 2) ? i + 2 : i;
  if (word === 's' && t.lower[i + 3] === 'd' && (t.lower[i + 2] === '.' || t.lower[i + 2] === '/')) {
    const at = t.lower[i + 4] === '.' ? i + 5 : i + 4;
    return small(t, at) ? at : i;
  }
  return i;
}

/** `2 Agustus 2017`, `2-5 Agustus`, `2Agustus2017` at token `i`. */
export function writtenDate(t: Tokens, i: number): DateParts | null {
  const first = small(t, i);
  if (first < 1 || first > 31) return null;
  let at = i;
  let day = first;
  if (!t.lex[i + 1]?.month) {
    at = secondOfRange(t, i);
    if (at === i) return null;
    day = small(t, at);
    if (day <= first) return null;
  }
  let next = at + 1;
  // `17 bulan Agustus`, `5-Jul-2025`
  if (isDash(t.lower[next]) && t.lex[next + 1]?.month && glued(t, at)) next++;
  const month = t.lex[next]?.month ?? 0;
  if (month === 0 || !validDay(day, month)) return null;
  // `4 MRT`: an abbreviation in capitals is a month only beside its year.
  const short = t.lex[next]?.shortMonth === true;
  if (short && allCaps(t, next) && !yearAt(t, next + 1)) return null;
  let end = next + 1;
  if (short && t.lower[end] === '.' && t.kind[end + 1] === NUMBER) end++;
  let yearIndex = end;
  if (t.lower[end] === 'tahun' || (isDash(t.lower[end]) && glued(t, end - 1))) yearIndex = end + 1;
  let year = yearAt(t, yearIndex);
  // `3 Januari 2014 orang` does not occur; a count after a date does: `2 Agustus 2000 unit`.
  if (year !== 0) end = yearIndex + 1;
  else if (
    t.lower[end] !== undefined &&
    t.kind[end] === NUMBER &&
    (t.lower[end]!.length === 4 || t.lower[end]!.length === 3)
  )
    year = 0;
  return { day, month, year: year || null, firstDay: first, end };
}

/** `30 / 6 / 2026`, with its year only. */
function spacedDate(t: Tokens, i: number): DateParts | null {
  if (t.lower[i + 1] !== '/' || t.lower[i + 3] !== '/') return null;
  const day = small(t, i);
  const month = small(t, i + 2);
  const year = yearAt(t, i + 4);
  return year && day && month && isDate(year, month, day) ? { day, month, year, firstDay: day, end: i + 5 } : null;
}

/** `2/8/2017`, `02/08`, `30-12-2014`, `2-3/8/2025`, `2017-08-02` at token `i`. `loose` takes `2/8` too. */
export function numericDate(t: Tokens, i: number, loose: boolean): DateParts | null {
  if (t.kind[i] !== NUMBER) return null;
  if (!glued(t, i)) return spacedDate(t, i);
  if (t.lower[i]!.length === 4 && (isDash(t.lower[i + 1]) || t.lower[i + 1] === '/')) {
    const year = Number(t.lower[i]);
    const month = small(t, i + 2);
    const day = small(t, i + 4);
    if (
      t.lower[i + 3] === t.lower[i + 1] &&
      year >= 1900 &&
      year <= 2099 &&
      isDate(year, month, day) &&
      t.lower[i + 2]!.length === 2
    )
      return { day, month, year, firstDay: day, end: i + 5 };
    return null;
  }
  const first = small(t, i);
  let at = i;
  if (isDash(t.lower[i + 1]) && small(t, i + 2) > first && t.lower[i + 3] === '/') at = i + 2;
  const day = small(t, at);
  const mark = t.lower[at + 1];
  const month = small(t, at + 2);
  if (day === 0 || month === 0 || !validDay(day, month) || !glued(t, at) || !glued(t, at + 1)) return null;
  if (mark !== '/' && mark !== '-' && mark !== '.') return null;
  let year = 0;
  let end = at + 3;
  if (t.lower[at + 3] === mark && glued(t, at + 2)) {
    const digits = t.kind[at + 4] === NUMBER && glued(t, at + 3) ? t.lower[at + 4]! : '';
    const n = Number(digits);
    if (digits.length === 4 && n >= 1900 && n <= 2099 && isDate(n, month, day)) year = n;
    else if (digits.length === 2 && (mark === '/' || loose)) year = 2000 + n;
    // `(19/6/205)`, `(9/6/)`: a slip in the year leaves day and month.
    else if (!(loose && mark === '/' && digits.length !== 4) && !(loose && mark === '/' && n > 2099)) return null;
    end = digits === '' ? at + 4 : at + 5;
  } else if (mark !== '/') return null;
  if (year === 0 && end === at + 3) {
    // A bare `2/8` is a fraction or a share as often as a date.
    const twoDigits = t.lower[at]!.length === 2 && t.lower[at + 2]!.length === 2;
    const bracketed = t.lower[i - 1] === '(' && t.lower[end] === ')';
    if (!loose && !bracketed && !(twoDigits && DATE_BEFORE.has(t.lower[i - 1] ?? ''))) return null;
    if (t.lower[end] === '/' || (t.lower[end] === '%' && glued(t, end - 1))) return null;
  }
  return { day, month, year: year || null, firstDay: first, end };
}

const DATE_BEFORE = new Set([
  'tanggal',
  'tgl',
  'pada',
  'hingga',
  'sampai',
  'mulai',
  'sejak',
  'per',
  '(',
  'dari',
  'sebelum',
]);

/** The year of `1 Juli tahun depan`, from the words behind the date; null where they name none. */
function saidYear(s: Scan, i: number): number | null {
  if (s.t.lower[i] !== 'tahun' || s.ref === null) return null;
  const word = s.t.lower[i + 1];
  const step = word === 'depan' ? 1 : word === 'ini' ? 0 : word === 'lalu' ? -1 : null;
  return step === null ? null : civil(s.ref).year + step;
}

/** The year of `13 Juni` in `13 Juni dan 23 November 2000`, `28 Desember-3 Januari 2026`; null where no such day stands behind it. */
function lastYear(t: Tokens, { day, month, end }: DateParts): number | null {
  const word = t.lower[end] ?? '';
  if (!UNTIL.has(word) && !isDash(word)) return null;
  const last = writtenDate(t, end + 1);
  if (last === null || last.year === null) return null;
  return month < last.month || (month === last.month && day <= last.day) ? last.year : last.year - 1;
}
const UNTIL = new Set(['dan', 'hingga', 'sampai']);

/** Turns the parts into a match from token `from`; null where such a day does not exist. */
export function dateMatch(s: Scan, parts: DateParts, from: number, rule: string): Match | null {
  const way = parts.year === null ? wayOf(s, from, parts.end) : 0;
  const day = resolveDay(
    s,
    { ...parts, year: parts.year ?? saidYear(s, parts.end) ?? lastYear(s.t, parts) },
    way,
    from,
  );
  if (day === null) {
    if (parts.year !== null || s.ref !== null) return null;
    const value = `XXXX-${pad2(parts.month)}-${pad2(parts.day)}`;
    return { from, end: parts.end, type: 'DATE', value, rule, grain: 'day', day: null };
  }
  const match: Match = { from, end: parts.end, type: 'DATE', value: formatDay(day), rule, grain: 'day', day };
  if (parts.firstDay !== parts.day) {
    match.value = formatDay(day - (parts.day - parts.firstDay));
    match.endValue = formatDay(day);
  }
  return match;
}

/** A date that begins with its day number. */
export function parseDate(s: Scan, i: number): Match | null {
  const t = s.t;
  if (i > 0 && glued(t, i - 1) && (t.kind[i - 1] === NUMBER || t.lower[i - 1] === '/' || t.lower[i - 1] === '.'))
    return null;
  const written = writtenDate(t, i);
  if (written) {
    // `SD 15 Juli` is a school, `sd 15 Juli` is `sampai dengan`.
    if (t.kind[i - 1] === WORD && PLACE.has(t.lower[i - 1]!) && (t.lower[i - 1] !== 'sd' || allCaps(t, i - 1)))
      return null;
    if (i > 0 && glued(t, i - 1) && t.kind[i - 1] === WORD && t.lower[i - 1]!.length < 4) return null;
    return dateMatch(s, written, i, 'date-written');
  }
  if (i > 0 && glued(t, i - 1) && t.kind[i - 1] === WORD) return null;
  const numeric = numericDate(t, i, false);
  return numeric ? dateMatch(s, numeric, i, 'date-numeric') : null;
}

/** `tanggal 5`, `tgl 17 Agustus`: the word and its day; the month is the text's or the article's. */
export function parseDayOfMonth(s: Scan, i: number): Match | null {
  const t = s.t;
  const parts = writtenDate(t, i + 1) ?? numericDate(t, i + 1, true);
  if (parts) return dateMatch(s, parts, i, 'date-written');
  const day = small(t, i + 1);
  if (day < 1 || day > 31 || (t.lower[i + 2] === '.' && t.kind[i + 3] === NUMBER)) return null;
  // `tanggal 15 sampai 20 bulan ini`
  const second = t.lower[i + 2] === 'dan' ? i + 1 : secondOfRange(t, i + 1);
  const until = second > i + 1 && small(t, second) > day && small(t, second) <= 31 ? small(t, second) : day;
  let end = until > day ? second + 1 : i + 2;
  const bare = end;
  let month: [number, number] | null = s.lastMonth;
  if (month === null && s.ref !== null) {
    const c = civil(s.ref);
    month = [c.year, c.month];
  }
  if (t.lower[end] === 'bulan' && s.ref !== null) {
    const c = civil(s.ref);
    const index = c.year * 12 + c.month - 1 + (t.lower[end + 1] === 'depan' ? 1 : t.lower[end + 1] === 'lalu' ? -1 : 0);
    if (t.lower[end + 1] === 'ini' || t.lower[end + 1] === 'depan' || t.lower[end + 1] === 'lalu') {
      month = [Math.floor(index / 12), (index % 12) + 1];
      end += 2;
    }
  }
  // `pada tanggal 5` of what is to come, said on the 20th, is next month's.
  const unsaid = s.lastMonth === null && end === bare;
  if (month !== null && unsaid && s.ref !== null && day < civil(s.ref).day && wayOf(s, i, end) === 1)
    month = shiftMonth(month[0], month[1], 1);
  if (month === null || !isDate(month[0], month[1], until)) return null;
  const at = dayOf(month[0], month[1], day);
  const match: Match = {
    from: i,
    end,
    type: 'DATE',
    value: formatDay(at),
    rule: 'day-of-month',
    grain: 'day',
    day: at,
  };
  return until > day ? { ...match, endValue: formatDay(at + until - day), day: at + until - day } : match;
}

/** What a date gives its name to: streets, universities, stadiums. */
export const PLACE = new Set(
  'jalan jl jln universitas univ stadion rs rsud rsu gedung smp sma smk sd sdn smpn sman masjid lapangan taman pasar gang gg bandara kampus yayasan untag pelabuhan jembatan simpang terminal'.split(
    ' ',
  ),
);
