/** Months, years, quarters, semesters, weeks, decades: printed (`Agustus 2017`) or relative (`tahun depan`). */
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
  shiftMonth,
} from '../civil.ts';
import type { Unit } from '../lexicon.ts';
import { readOrdinal } from '../numbers.ts';
import { direction, impliedYear, type Match, monthValue, refYear, type Scan, yearAt } from '../scan.ts';
import { capital, glued, isDash, NUMBER, type Tokens, WORD } from '../tokens.ts';
import { PLACE } from './date.ts';

/** Steps that a word after a unit stands for: `lalu` -1, `ini` 0, `depan` 1; `itu` and `yang sama` point into the text. */
export function deicticAt(t: Tokens, i: number): { step: number | 'text'; end: number; shift?: number } | null {
  switch (t.lower[i]) {
    case 'ini':
    case 'berjalan':
      return { step: 0, end: i + 1 };
    case 'lalu':
    case 'kemarin':
    case 'silam':
      return { step: -1, end: i + 1 };
    case 'depan':
    case 'mendatang':
      return { step: 1, end: i + 1 };
    case 'depannya':
      return { step: 2, end: t.lower[i + 1] === 'lagi' ? i + 2 : i + 1 };
    case 'itu':
      return { step: 'text', end: i + 1 };
    case 'sebelumnya':
      return { step: 'text', end: i + 1, shift: -1 };
    case 'berikutnya':
    case 'selanjutnya':
      return { step: 'text', end: i + 1, shift: 1 };
    case 'yang':
      if (t.lower[i + 1] === 'lalu' || t.lower[i + 1] === 'silam') return { step: -1, end: i + 2 };
      if (t.lower[i + 1] === 'akan' && t.lower[i + 2] === 'datang') return { step: 1, end: i + 3 };
      if (t.lower[i + 1] === 'sama') return { step: 'text', end: i + 2 };
      return null;
    default:
      return null;
  }
}

const date = (from: number, end: number, value: string, rule: string, grain: Match['grain']): Match => ({
  from,
  end,
  type: 'DATE',
  value,
  rule,
  grain,
  day: null,
});

const NAMELIKE_AFTER = new Set(['group', 'grup', 'corp']);

/** `Agustus 2017`, `bulan Agustus`, `Agustus lalu`, `Juni 2025 ini`, `Maret mendatang`, `Juli tahun depan`. */
export function parseMonth(s: Scan, i: number): Match | null {
  const t = s.t;
  const said = t.lower[i] === 'bulan';
  const at = said ? i + 1 : i;
  const lex = t.lex[at];
  if (!lex?.month) return null;
  const month = lex.month;
  // `Jalan 17 Agustus`
  if (t.kind[at - 1] === NUMBER && PLACE.has(t.lower[at - 2] ?? '')) return null;
  let end = at + 1;
  if (lex.shortMonth && t.lower[end] === '.' && yearAt(t, end + 1)) end++;
  let yearIndex = end;
  if (t.lower[end] === 'tahun' || t.lower[end] === ',' || (isDash(t.lower[end]) && glued(t, end - 1)))
    yearIndex = end + 1;
  let year: number | null = yearAt(t, yearIndex) || null;
  if (year !== null) end = yearIndex + 1;
  if (year === null) {
    if (lex.shortMonth || !capital(t, at)) {
      if (!said) return null;
    }
    if (t.kind[at - 1] === NUMBER && !said && t.end[at - 1] === t.start[at]) return null;
    // `Januari-Juni 2025`, `Januari hingga Juni 2025`: the year is the second month's.
    const joiner =
      isDash(t.lower[end]) || t.lower[end] === 'hingga' || t.lower[end] === 'sampai' || t.lower[end] === 'dan';
    if (joiner && t.lex[end + 1]?.month && yearAt(t, end + 2)) {
      const second = yearAt(t, end + 2);
      year = t.lex[end + 1]!.month >= month ? second : second - 1;
      return date(i, end, monthValue(year, month), 'month', 'month');
    }
    if (t.lower[end] === 'tahun') {
      const deictic = deicticAt(t, end + 1);
      const base = deictic?.step === 'text' ? s.lastYear : refYear(s);
      if (deictic && base !== null)
        return date(
          i,
          deictic.end,
          monthValue(base + (deictic.step === 'text' ? 0 : deictic.step), month),
          'month-relative-year',
          'month',
        );
    }
    const deictic = deicticAt(t, end);
    if (deictic && deictic.step !== 'text' && s.ref !== null) {
      const now = civil(s.ref);
      let y = now.year;
      // `akhir Juni mendatang` said in June, `awal Mei lalu` in May, mean this one.
      if (deictic.step < 0 && month > now.month) y--;
      if (deictic.step > 0 && month < now.month) y++;
      return date(i, deictic.end, monthValue(y, month), 'month-relative', 'month');
    }
    if (t.lower[end] === 'nanti') {
      return date(i, end + 1, monthValue(impliedYear(s, month, 28, 1, i), month), 'month-relative', 'month');
    }
    if (!said && isName(t, at)) return null;
    const way = direction(s.t, i, end);
    year = impliedYear(s, month, way > 0 ? 28 : 1, way, i);
    return date(i, end, monthValue(year, month), 'month', 'month');
  }
  const deictic = t.lower[end];
  if (
    deictic === 'ini' ||
    deictic === 'lalu' ||
    deictic === 'mendatang' ||
    deictic === 'silam' ||
    deictic === 'nanti' ||
    deictic === 'kemarin'
  )
    end++;
  else if (deictic === 'yang' && t.lower[end + 1] === 'lalu') end += 2;
  return date(i, end, monthValue(year, month), 'month-year', 'month');
}

/** `Juli Andriani`, `Sebelas Maret`, `Universitas … April`: a month's word inside a name. */
function isName(t: Tokens, i: number): boolean {
  const before = t.lower[i - 1] ?? '';
  if (before === 'sebelas' || before === 'jalan' || before === 'jl' || before === 'universitas') return true;
  if (capital(t, i + 1) && !t.lex[i + 1]?.weekday && !NAMELIKE_AFTER.has(t.lower[i + 1]!)) {
    // After a preposition of time a month may be followed by a name: `pada Agustus Facebook …`.
    return !TIME_PREPOSITIONS.has(before);
  }
  return capital(t, i - 1) && !TIME_PREPOSITIONS.has(before) && t.kind[i - 1] === WORD && t.lower[i] === 'mei';
}

export const TIME_PREPOSITIONS = new Set(
  'pada di sejak hingga sampai dari mulai sebelum setelah sesudah selama per bulan tahun akhir awal pertengahan medio sekitar tiap setiap untuk dengan antara ke'.split(
    ' ',
  ),
);

/** What stands before a number that counts or names something else. */
const NOT_A_YEAR_BEFORE = new Set(
  'rp usd us no nomor nomer pasal ayat seri tipe nip nik kode idr sekitar sebanyak sebesar senilai capai mencapai total ribu juta nomor. hp telepon telp rm eur jalan jl kav rt rw blok kilometer km posisi level angka'.split(
    ' ',
  ),
);
const NOT_A_YEAR_AFTER = new Set(
  'orang unit buah km kilometer meter m kg kilogram gram ton liter watt hp cc mah persen ribu juta miliar triliun rupiah dolar dollar kali jiwa kk hektare hektar ha warga kursi peserta pelari penonton poin halaman mm cm ekor lembar butir paket titik personel prajurit tenaga anak siswa mahasiswa keluarga rumah desa pelanggan saham barel jam menit detik hari bulan tahun pekan minggu wib wita wit mdpl mpdl px piksel rpm pk lot pemain km/jam mbps korban'.split(
    ' ',
  ),
);

/** `tahun 2014`, `2014`, `tahun ini`, `tahun 90-an`, `tahun anggaran 2026`, `tahun ajaran 2025/2026`. */
export function parseYear(s: Scan, i: number): Match | null {
  const t = s.t;
  if (t.lower[i] === 'tahun' || t.lower[i] === 'era' || t.lower[i] === 'dekade') {
    let at = i + 1;
    const kind = t.lower[at];
    const fiscal =
      kind === 'anggaran' ||
      kind === 'fiskal' ||
      kind === 'buku' ||
      kind === 'ajaran' ||
      kind === 'pelajaran' ||
      kind === 'pajak' ||
      kind === 'takwim' ||
      kind === 'akademik';
    if (fiscal) at++;
    if (t.lower[i] === 'tahun' && !fiscal && (t.lower[at] === 'ke' || isDash(t.lower[at]))) return null;
    const decade = decadeAt(t, at);
    if (decade) return { ...decade, from: i };
    const year = t.lower[i] === 'dekade' ? 0 : yearAt(t, at) || olderYear(t, at);
    if (year) {
      // `Nomor 11 Tahun 2008`, `UU 27/2022`: a law's number.
      if (t.lower[i] === 'tahun' && isLawNumber(t, i)) return null;
      let end = at + 1;
      if (fiscal && t.lower[end] === '/' && yearAt(t, end + 1)) end += 2;
      else if (
        t.lower[end] === 'lalu' ||
        t.lower[end] === 'silam' ||
        t.lower[end] === 'mendatang' ||
        t.lower[end] === 'ini' ||
        t.lower[end] === 'nanti'
      )
        end++;
      return date(i, end, pad4(year), fiscal ? 'year-fiscal' : 'year', 'year');
    }
    return null;
  }
  const decade = decadeAt(t, i);
  if (decade) return decade;
  const year = yearAt(t, i);
  if (year === 0) return null;
  if (!bareYear(t, i, year)) return null;
  const past = t.lower[i + 1] === 'lalu' || t.lower[i + 1] === 'silam' || t.lower[i + 1] === 'mendatang';
  return date(i, past && t.lower[i - 1] !== '/' ? i + 2 : i + 1, pad4(year), 'year-bare', 'year');
}

/** `tahun 1831`: years before 1900 only after the word, and not of another era (`tahun 1447 Hijriah`). */
function olderYear(t: Tokens, i: number): number {
  const word = t.lower[i] ?? '';
  const era = t.lower[i + 1] ?? '';
  if (t.kind[i] !== NUMBER || word.length !== 4 || era === 'h' || era === 'saka' || era.startsWith('hij')) return 0;
  const year = Number(word);
  return year >= 1000 && year < 1900 ? year : 0;
}

function isLawNumber(t: Tokens, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 7); k--) {
    const word = t.lower[k]!;
    if (word === 'nomor' || word === 'no' || word === 'nomer') return true;
    if (t.kind[k] === WORD && k < i - 4 && word.length > 6) return false;
    if (word === ',' || word === ';') return false;
  }
  return (t.kind[i - 1] === NUMBER || t.lower[i - 1] === ')') && capital(t, i);
}

function bareYear(t: Tokens, i: number, year: number): boolean {
  const before = t.lower[i - 1] ?? '';
  // `tahun 2018` that was not read as a year is a law's number; `UUD 1945` is its name.
  if (before === 'tahun' || before === 'uud') return false;
  if (i > 0 && glued(t, i - 1)) {
    if (t.kind[i - 1] !== 2) return t.kind[i - 1] === WORD && !!t.lex[i - 1]?.month;
    if (isDash(before)) {
      // `2014-2019`, `III-2025`; a `-` after a letter makes a code.
      if (!yearAt(t, i - 2) && t.kind[i - 2] !== WORD) return false;
      if (t.kind[i - 2] === WORD && glued(t, i - 2) && !t.lex[i - 2]?.month) return false;
    } else if (before === '/') {
      if (!yearAt(t, i - 2)) return false;
    } else if (
      before !== '(' &&
      before !== '"' &&
      before !== '“' &&
      before !== "'" &&
      before !== '‘' &&
      before !== '[' &&
      before !== ','
    )
      return false;
  }
  if (
    NOT_A_YEAR_BEFORE.has(before) ||
    before === '$' ||
    before === '€' ||
    before === '+' ||
    before === '#' ||
    before === '@'
  )
    return false;
  const after = t.lower[i + 1] ?? '';
  if (NOT_A_YEAR_AFTER.has(after)) return false;
  if (
    after === '%' ||
    after === '+' ||
    after === '°' ||
    (after === '/' && t.kind[i + 2] === NUMBER && !yearAt(t, i + 2))
  )
    return false;
  if (isDash(after) && t.kind[i + 2] === NUMBER && glued(t, i) && !yearAt(t, i + 2)) {
    return false;
  }
  if (
    TIME_PREPOSITIONS.has(before) ||
    before === '(' ||
    before === 'periode' ||
    before === 'musim' ||
    before === '-' ||
    before === '–'
  )
    return year >= 1900;
  if (i === 0) return year >= 1990 && year <= 2049;
  // After a word with a capital (`Pilpres 2014`, `APBN 2026`) or an event's noun; never at random.
  if (t.kind[i - 1] === WORD) return year >= 1945 && year <= 2049;
  // `(GIIAS) 2025`, `U17 2025`
  const named = before === ')' || (t.kind[i - 1] === NUMBER && i > 1 && glued(t, i - 2) && t.kind[i - 2] === WORD);
  return year >= 1990 && year <= 2049 && (before === ',' || before === '/' || named);
}

/** `1990-an`, `90-an`. */
function decadeAt(t: Tokens, i: number): Match | null {
  if (t.kind[i] !== NUMBER) return null;
  const digits = t.lower[i]!;
  let end = i + 1;
  if (isDash(t.lower[end])) end++;
  if (t.lower[end] !== 'an') return null;
  if (
    digits.length === 4 &&
    digits.endsWith('0') &&
    (digits.startsWith('19') || digits.startsWith('20') || digits.startsWith('18'))
  )
    return date(i, end + 1, digits.slice(0, 3), 'decade', 'decade');
  if (digits.length === 2 && digits.endsWith('0') && t.lower[i - 1] === 'tahun')
    return date(i, end + 1, `19${digits[0]}`, 'decade', 'decade');
  return null;
}

/** Value and grain of the unit `step` units from the article's day. */
export function relativeUnit(s: Scan, unit: Unit, step: number): { value: string; grain: Match['grain'] } | null {
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
  let at = i + 1;
  if (
    unit === 'year' &&
    (t.lower[at] === 'fiskal' || t.lower[at] === 'anggaran' || t.lower[at] === 'ajaran' || t.lower[at] === 'buku')
  )
    at++;
  const deictic = deicticAt(t, at);
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
    if (unit === 'year' && year !== null) return date(i, deictic.end, pad4(year + shift), 'that-year', 'year');
    if (unit === 'month' && s.lastMonth) {
      const [y, m] = shiftMonth(s.lastMonth[0], s.lastMonth[1], shift);
      return date(i, deictic.end, monthValue(y, m), 'that-month', 'month');
    }
    if (unit === 'week' && s.lastDay !== null)
      return date(i, deictic.end, formatWeek(s.lastDay + 7 * shift), 'that-week', 'week');
    return null;
  }
  const at2 = relativeUnit(s, unit, deictic.step);
  return at2 && date(i, deictic.end, at2.value, `${unit}-relative`, at2.grain);
}

/** `kuartal III 2025`, `triwulan I-2025`, `semester pertama tahun ini`, `kuartal kedua`. */
export function parseQuarter(s: Scan, i: number): Match | null {
  const t = s.t;
  const unit = t.lex[i]?.unit;
  if (unit !== 'quarter' && unit !== 'semester') return null;
  const ordinal = readOrdinal(t, i + 1);
  const size = unit === 'quarter' ? 4 : 2;
  if (!ordinal || ordinal.value > size || ordinal.value === 0) return null;
  const n = ordinal.value < 0 ? size : ordinal.value;
  let end = ordinal.end;
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
  year ??= impliedYear(s, Math.min(12, n * (12 / size)), 1, direction(s.t, i, end), i);
  const letter = unit === 'quarter' ? 'Q' : 'H';
  return date(i, end, `${year === null ? 'XXXX' : pad4(year)}-${letter}${n}`, unit, unit);
}

/** `abad ke-20`, `abad 21`. */
export function parseCentury(s: Scan, i: number): Match | null {
  if (s.t.lex[i]?.unit !== 'century' || s.t.lex[i]!.one) return null;
  const ordinal = readOrdinal(s.t, i + 1);
  if (!ordinal || ordinal.value < 1 || ordinal.value > 22) return null;
  return date(i, ordinal.end, pad2(ordinal.value - 1), 'century', 'century');
}

/** `pekan pertama Agustus`, `minggu kedua bulan depan`: a week of a month. */
export function parseWeekOfMonth(s: Scan, i: number): Match | null {
  const t = s.t;
  if (t.lex[i]?.unit !== 'week' || t.lex[i]!.one) return null;
  const ordinal = readOrdinal(t, i + 1);
  if (!ordinal || ordinal.value > 5) return null;
  const inner =
    parseMonth(s, ordinal.end) ?? (t.lower[ordinal.end] === 'bulan' ? parseRelativeUnit(s, ordinal.end) : null);
  if (inner?.grain !== 'month' || inner.value.includes('X')) return null;
  const year = Number(inner.value.slice(0, 4));
  const month = Number(inner.value.slice(5, 7));
  // The n-th seven days of the month, by the week that holds most of them.
  const middle = ordinal.value < 0 ? daysInMonth(year, month) - 3 : ordinal.value * 7 - 3;
  const monday = mondayOf(dayOf(year, month, middle));
  return date(i, inner.end, formatWeek(monday), 'week-of-month', 'week');
}
