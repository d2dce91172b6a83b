/** Lengths as expressions, and what is counted from them: `dua hari`, `tiga bulan lalu`, `sehari kemudian`. */
import { addMonths, civil, type Day, formatDay, formatWeek, pad4 } from '../civil.ts';
import { ISO_UNIT, type Unit } from '../lexicon.ts';
import { type Match, monthValue, type Scan } from '../scan.ts';
import { glued, isDash, NUMBER, type Tokens, WORD } from '../tokens.ts';
import { durationValue, lengthAt, MONTHS_IN, SMALL } from './length.ts';

/** The TIMEX3 value `n` units from a day, in the unit's own grain. */
export function shiftedValue(
  from: Day,
  n: number,
  unit: Unit,
): { value: string; grain: Match['grain']; day: Day | null } {
  const whole = Math.round(n);
  switch (unit) {
    case 'week':
      return { value: formatWeek(from + whole * 7), grain: 'week', day: null };
    case 'month': {
      const c = civil(addMonths(from, whole));
      return { value: monthValue(c.year, c.month), grain: 'month', day: null };
    }
    case 'quarter':
    case 'caturwulan':
    case 'semester': {
      const c = civil(addMonths(from, whole * MONTHS_IN[unit]!));
      return { value: monthValue(c.year, c.month), grain: 'month', day: null };
    }
    case 'year':
      return { value: pad4(civil(from).year + whole), grain: 'year', day: null };
    case 'decade':
      return { value: pad4(civil(from).year + whole * 10).slice(0, 3), grain: 'decade', day: null };
    case 'century':
      return { value: pad4(civil(from).year + whole * 100).slice(0, 2), grain: 'century', day: null };
    default: {
      const day = from + (unit === 'day' ? whole : 0);
      return { value: formatDay(day), grain: 'day', day };
    }
  }
}

const AGE = new Set(['usia', 'berusia', 'umur', 'berumur', 'bocah', 'anak', 'balita']);

type Tail = { kind: 'ago' | 'ahead' | 'later' | 'earlier' | 'window' | 'none'; end: number };

function tailAt(t: Tokens, i: number): Tail {
  const a = t.lower[i];
  const b = t.lower[i + 1];
  if (a === 'yang' && (b === 'lalu' || b === 'silam')) return { kind: 'ago', end: i + 2 };
  if (a === 'lalu' || a === 'silam') return { kind: 'ago', end: i + 1 };
  if (a === 'kemarin') return { kind: 'window', end: i + 1 };
  if (a === 'lagi') return { kind: 'ahead', end: i + 1 };
  if (a === 'ke' && b === 'depan') return { kind: 'window', end: i + 2 };
  if (a === 'kedepan' || a === 'mendatang') return { kind: 'window', end: i + 1 };
  if (a === 'yang' && b === 'akan' && t.lower[i + 2] === 'datang') return { kind: 'window', end: i + 3 };
  if (a === 'kemudian' || a === 'setelahnya' || a === 'sesudahnya' || a === 'berikutnya' || a === 'berselang')
    return { kind: 'later', end: i + 1 };
  if ((a === 'setelah' || a === 'sesudah') && (b === 'itu' || b === 'nya')) return { kind: 'later', end: i + 2 };
  if (a === 'sebelumnya') return { kind: 'earlier', end: i + 1 };
  if (a === 'terakhir' || a === 'berturut')
    return { kind: 'window', end: a === 'terakhir' ? (b === 'ini' ? i + 2 : i + 1) : i };
  if (a === 'belakangan' || a === 'ini')
    return { kind: 'window', end: a === 'belakangan' && b === 'ini' ? i + 2 : i + 1 };
  return { kind: 'none', end: i };
}

/** A length by itself, or the date it leads to: `dua hari lalu`, `tiga hari lagi`, `sehari kemudian`. */
export function parseDuration(s: Scan, i: number): Match | null {
  const t = s.t;
  if (
    i > 0 &&
    glued(t, i - 1) &&
    (t.kind[i - 1] === WORD ||
      t.kind[i - 1] === NUMBER ||
      t.lower[i - 1] === '.' ||
      t.lower[i - 1] === ',' ||
      t.lower[i - 1] === '/') &&
    t.lower[i - 2] !== undefined &&
    (t.kind[i - 1] === WORD || t.kind[i - 2] === NUMBER)
  )
    return null;
  const length = lengthAt(t, i);
  if (!length) return null;
  const { unit, count } = length;
  if (isCriminalSentence(t, i, length.end)) return null;
  const once = t.lower[length.end];
  if (once === 'sekali')
    return { from: i, end: length.end + 1, type: 'SET', value: length.value, rule: 'set-once', grain: unit, day: null };
  let tail = tailAt(t, length.end);
  // `pemain berusia 28 tahun ini`: the word belongs to the player.
  if (unit === 'year' && t.lower[length.end] === 'ini' && (count.value >= 15 || AGE.has(t.lower[i - 1] ?? '')))
    tail = { kind: 'none', end: length.end };
  const rule = length.working ? 'duration-working-days' : 'duration';
  const plain = (end: number, name = rule): Match => ({
    from: i,
    end,
    type: 'DURATION',
    value: length.value,
    rule: name,
    grain: unit,
    day: null,
  });
  const vague = count.vague || unit === 'moment';
  switch (tail.kind) {
    case 'ago':
      if (vague) return { ...plain(tail.end, 'ago-vague'), type: 'DATE', value: 'PAST_REF', grain: 'reference' };
      return shifted(i, tail.end, -count.value, unit, s.ref, 'ago');
    case 'ahead':
      if (vague) return { ...plain(tail.end, 'ahead-vague'), type: 'DATE', value: 'FUTURE_REF', grain: 'reference' };
      return shifted(i, tail.end, count.value, unit, s.ref, 'ahead');
    case 'later':
    case 'earlier': {
      if (vague || SMALL.has(unit)) return plain(tail.end);
      // `Enam hari berselang, …`: later than what, the article has not said.
      if (tail.kind === 'later' && (s.lastDay ?? null) === null) return plain(tail.end);
      const anchor = s.lastDay ?? s.ref;
      return shifted(i, tail.end, tail.kind === 'later' ? count.value : -count.value, unit, anchor, tail.kind);
    }
    case 'window':
      return plain(tail.end, 'duration-window');
    default:
      return plain(length.end);
  }
}

/** Years in a unit, roughly. */
const YEARS: Record<Unit, number> = {
  second: 0,
  minute: 0,
  hour: 1 / 8766,
  day: 1 / 365,
  week: 1 / 52,
  month: 1 / 12,
  quarter: 1 / 4,
  caturwulan: 1 / 3,
  semester: 1 / 2,
  year: 1,
  decade: 10,
  century: 100,
  moment: 0,
};

function shifted(from: number, end: number, n: number, unit: Unit, anchor: Day | null, rule: string): Match {
  const small = SMALL.has(unit);
  if (anchor === null)
    return { from, end, type: small ? 'TIME' : 'DATE', value: 'XXXX-XX-XX', rule, grain: 'reference', day: null };
  // `3.000 tahun lalu`: before any calendar that a value can name.
  if (Math.abs(n) * YEARS[unit] > 1900)
    return { from, end, type: 'DATE', value: n < 0 ? 'PAST_REF' : 'FUTURE_REF', rule, grain: 'reference', day: null };
  const at = shiftedValue(anchor, n, unit);
  // Half years back: `setengah tahun lalu` is a month.
  const half = Math.abs(n) === 0.5 && unit === 'year' ? shiftedValue(anchor, n * 12, 'month') : at;
  return {
    from,
    end,
    type: small ? 'TIME' : 'DATE',
    value: half.value,
    rule,
    grain: half.grain,
    day: small ? null : half.day,
  };
}

const PENAL = new Set(['penjara', 'pidana', 'dipidana', 'dipenjara', 'kurungan', 'hukuman']);

/** `pidana penjara paling lama lima tahun`: the measure of a penalty, not a time. */
function isCriminalSentence(t: Tokens, i: number, end: number): boolean {
  let at = i - 1;
  if (t.lower[at] === 'selama') at--;
  const most =
    (t.lower[at] === 'lama' || t.lower[at] === 'singkat' || t.lower[at] === 'sedikit') && t.lower[at - 1] === 'paling';
  if (!most && t.lower[at] !== 'maksimal' && t.lower[at] !== 'minimal' && t.lower[at] !== 'maksimum') return false;
  for (let k = Math.max(0, at - 9); k < at; k++) if (PENAL.has(t.lower[k]!)) return true;
  for (let k = end; k < Math.min(t.count, end + 3); k++) if (PENAL.has(t.lower[k]!)) return true;
  return t.lower[end] === 'dan' && t.lower[end + 1] === '/';
}

/** `berhari-hari`, `bertahun-tahun`, `berjam-jam`. */
export function parseLong({ t }: Scan, i: number): Match | null {
  const unit = t.lex[i + 2]?.unit;
  if (!isDash(t.lower[i + 1]) || !unit) return null;
  return {
    from: i,
    end: i + 3,
    type: 'DURATION',
    value: durationValue(Number.NaN, unit),
    rule: 'duration-long',
    grain: unit,
    day: null,
  };
}

/** `hitungan menit dan jam`, `hitungan hari`. */
export function parseReckoning({ t }: Scan, i: number): Match | null {
  const unit = t.lex[i + 1]?.unit;
  if (t.lower[i] !== 'hitungan' || !unit) return null;
  const second = t.lower[i + 2] === 'dan' || t.lower[i + 2] === 'atau' ? t.lex[i + 3]?.unit : null;
  if (second) {
    const [small, large] = [unit, second].map((u) => durationValue(Number.NaN, u));
    // ISO writes the larger unit first.
    const order: Unit[] = ['hour', 'minute', 'second'];
    const units = [unit, second].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    const value =
      SMALL.has(unit) && SMALL.has(second) ? `PTX${ISO_UNIT[units[0]!]}X${ISO_UNIT[units[1]!]}` : (large ?? small!);
    return { from: i, end: i + 4, type: 'DURATION', value, rule: 'duration-long', grain: unit, day: null };
  }
  return {
    from: i,
    end: i + 2,
    type: 'DURATION',
    value: durationValue(Number.NaN, unit),
    rule: 'duration-long',
    grain: unit,
    day: null,
  };
}
