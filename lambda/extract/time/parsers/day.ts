/** What may follow a day: `… siang`, `… kemarin`, `… mendatang`, `… pukul 10.00 WIB`; and weekdays. */
import { civil, type Day, dayOf, isDate, mondayOf, weekday } from '../civil.ts';
import { dayValue, type Match, type Scan, wayOf } from '../scan.ts';
import { capital, glued, isDash, NUMBER, paragraphBreak, type Tokens, WORD } from '../tokens.ts';
import { clockAt, partAt } from './clock.ts';
import { type DateParts, dateMatch, numericDate, writtenDate } from './date.ts';

/** Loose words that go with a printed day and change nothing about it. */
const TRAIL = new Set([
  'kemarin',
  'lalu',
  'mendatang',
  'nanti',
  'besok',
  'lusa',
  'tadi',
  'silam',
  'ini',
  'esok',
  'depan',
]);

/** End of `kemarin`, `yang lalu`, `pekan lalu`, `yang akan datang` at token `i`; `i` where there is none. */
export function trailEnd(t: Tokens, i: number): number {
  const word = t.lower[i];
  if (word === undefined) return i;
  if (word === 'hari' && t.lower[i + 1] === 'ini') return i + 2;
  if (word === 'yang' && (t.lower[i + 1] === 'lalu' || t.lower[i + 1] === 'silam')) return i + 2;
  if (word === 'yang' && t.lower[i + 1] === 'akan' && t.lower[i + 2] === 'datang') return i + 3;
  if (
    (word === 'pekan' || word === 'minggu' || word === 'bulan' || word === 'tahun') &&
    (t.lower[i + 1] === 'lalu' || t.lower[i + 1] === 'depan' || t.lower[i + 1] === 'ini')
  )
    return i + 2;
  return TRAIL.has(word) ? i + 1 : i;
}

const RELATIVE = new Set([
  'today',
  'yesterday',
  'tomorrow',
  'day-after-tomorrow',
  'weekday-past',
  'weekday-future',
  'weekday-next-week',
  'weekday-last-week',
]);
const APPROX = new Set(['sekitar', 'sekira', 'kira', 'jelang', 'menjelang']);

/** Takes in what belongs to the day: loose deictics, the part of day, the clock time. */
export function extendDay(s: Scan, found: Match): Match {
  let m = found;
  const t = s.t;
  if (m.grain !== 'day') return m;
  let end = m.end;
  let value = '';
  let grew = false;
  for (let turn = 0; turn < 4 && end < t.count && !paragraphBreak(t, end - 1); turn++) {
    const part = value.length <= 3 ? partAt(t, end) : null;
    if (part && !(value !== '' && t.lower[end] !== 'hari') && followsPart(t, part.end)) {
      value = `T${part.part}`;
      end = part.end;
      grew = true;
      continue;
    }
    const trail = trailEnd(t, end);
    if (trail > end && !(t.lower[end] === 'ini' && !endsPhrase(t, trail))) {
      end = trail;
      continue;
    }
    // `kemarin (19/6)`: the printed date stands beside the word.
    if (t.lower[end] === '(' && value === '' && m.day !== null && RELATIVE.has(m.rule)) {
      const parts = numericDate(t, end + 1, true);
      const printed = parts && t.lower[parts.end] === ')' ? dateMatch(s, parts, m.from, m.rule) : null;
      if (printed?.day != null) {
        m = { ...m, day: printed.day, value: printed.value };
        end = parts!.end + 1;
        continue;
      }
    }
    let at = end;
    if (APPROX.has(t.lower[at]!)) at += 1;
    if (t.lower[at] === 'pukul' || t.lower[at] === 'jam' || t.lower[at] === 'pkl' || t.kind[at] === NUMBER) {
      const clock = clockAt(t, at);
      if (clock) {
        value = value === '' ? clock.value : `T${inPart(clock.value.slice(1), value.slice(1))}`;
        end = clock.end;
        grew = true;
      }
    }
    break;
  }
  if (end === m.end) return m;
  const day = dayValue(m.day);
  const base = m.day === null ? m.value : m.endValue ? m.endValue : day;
  if (!grew) return { ...m, end };
  const { from, rule, mod, note, impliedDay } = m;
  const time = base + value;
  return {
    from,
    end,
    type: 'TIME',
    value: time,
    rule,
    grain: 'time',
    day: m.day,
    mod,
    note,
    endValue: undefined,
    impliedDay,
  };
}

/** `tadi malam (29/12/2014)`, `pukul 10.00 WIB (30/12)`: a time takes the day printed beside it. */
export function withPrintedDay(s: Scan, m: Match): Match {
  const t = s.t;
  const part = /T([A-Z]{2})$/.exec(m.value)?.[1];
  const at = APPROX.has(t.lower[m.end] ?? '') ? m.end + 1 : m.end;
  if (part && (t.lower[at] === 'pukul' || t.lower[at] === 'jam' || t.lower[at] === 'pkl')) {
    const clock = clockAt(t, at);
    if (clock) return { ...m, end: clock.end, value: m.value.slice(0, -2) + inPart(clock.value.slice(1), part) };
  }
  if (t.lower[m.end] !== '(') return m;
  const parts = numericDate(t, m.end + 1, true);
  if (!parts || t.lower[parts.end] !== ')') return m;
  const printed = dateMatch(s, parts, m.from, m.rule);
  if (printed?.day == null) return m;
  const time = m.value.slice(m.value.indexOf('T'));
  return { ...m, end: parts.end + 1, day: printed.day, value: printed.value + time, impliedDay: undefined };
}

/** `malam ini jam 8` is 20:00, `malam ini jam 12` the day's end. */
function inPart(clock: string, part: string): string {
  const hour = Number(clock.slice(0, 2));
  const rest = clock.slice(2);
  if (part === 'NI' && hour === 12) return `24${rest}`;
  const afternoon = (part === 'AF' && hour < 8) || part === 'EV' || (part === 'NI' && hour >= 5);
  return afternoon && hour < 12 ? `${hour + 12}${rest}` : clock;
}

/** `Selasa malam takbiran`, `Kamis malam Jumat`: the part belongs to what follows. */
function followsPart(t: Tokens, i: number): boolean {
  return t.lower[i] !== 'takbiran' && !(t.lex[i]?.weekday && capital(t, i));
}

/** Whether a phrase can end before token `i`: a mark, a small word, or the text's end. */
function endsPhrase(t: Tokens, i: number): boolean {
  return i >= t.count || t.kind[i] !== WORD || !capital(t, i);
}

const NOT_A_DAY_BEFORE = new Set(
  'pasar kompas koran harian tabloid edisi republika tempo tribun media salat shalat sholat solat khotbah khutbah sekolah ibadah misa majalah toko pt cv km kapal musik film lagu novel band hotel restoran'.split(
    ' ',
  ),
);
const NOT_A_DAY_AFTER = new Set(['agung', 'berkah', 'curhat', 'bersih', 'kliwon', 'keliling']);

/** Weekday at token `i`, 0 where the word is none: `Minggu` is Sunday with a capital only, `minggu` the week. */
export function weekdayAt(t: Tokens, i: number): number {
  const day = t.lex[i]?.weekday ?? 0;
  if (day === 0) return 0;
  if (day === 7 && t.lower[i] === 'minggu') {
    // `minggu pagi` is Sunday even in lower case, `dua minggu pagi` is not.
    const morning = !!t.lex[i + 1]?.part && !t.lex[i - 1]?.number && t.kind[i - 1] !== NUMBER;
    if (!capital(t, i) && t.lower[i - 1] !== 'hari' && !morning) return 0;
    if (morning && !capital(t, i)) return day;
    const next = t.lower[i + 1];
    // `Minggu depan` is next week.
    if (next === 'depan' || next === 'ini' || next === 'lalu') return 0;
    if (/^ke$/.test(next ?? '')) return 0;
  }
  const before = t.lower[i - 1] ?? '';
  // The paper Tempo, but `jatuh tempo Senin`.
  const due = before === 'tempo' && t.lower[i - 2] === 'jatuh';
  if ((NOT_A_DAY_BEFORE.has(before) && !due) || NOT_A_DAY_AFTER.has(t.lower[i + 1] ?? '')) return 0;
  if (
    !capital(t, i) &&
    t.lower[i - 1] !== 'hari' &&
    t.lower[i] !== 'jumat' &&
    t.lower[i] !== 'kamis' &&
    t.lower[i] !== 'rabu' &&
    t.lower[i] !== 'sabtu' &&
    t.lower[i] !== 'senin' &&
    t.lower[i] !== 'selasa'
  )
    return 0;
  return day;
}

/** Behind a second weekday that shares the week of the first (`Senin sampai Kamis pekan lalu`); `end` where there is none. */
function behindRange(t: Tokens, end: number): number {
  const isJoined = SHARES_WEEK.has(t.lower[end] ?? '') || isDash(t.lower[end]);
  return isJoined && weekdayAt(t, end + 1) > 0 && isWeek(t.lower[end + 2]) ? end + 2 : end;
}
const SHARES_WEEK = new Set(['sampai', 'hingga', 'dan', 'atau']);
const isWeek = (word: string | undefined): boolean => word === 'pekan' || word === 'minggu';

/** The day a bare weekday names, by its clause or by a word like `lalu`, `depan`, `pekan depan` after it. */
function resolveWeekday(s: Scan, day: number, from: number, end: number): { day: Day | null; rule: string } {
  const { t, ref } = s;
  if (ref === null) return { day: null, rule: 'weekday' };
  const monday = mondayOf(ref);
  const to = behindRange(t, end);
  const next = t.lower[to];
  const after = t.lower[to + 1];
  if (isWeek(next)) {
    if (after === 'depan' || after === 'mendatang') return { day: monday + 7 + day - 1, rule: 'weekday-next-week' };
    if (after === 'lalu' || after === 'kemarin') return { day: monday - 7 + day - 1, rule: 'weekday-last-week' };
    if (after === 'ini') return { day: monday + day - 1, rule: 'weekday-this-week' };
  }
  const past = ref - ((weekday(ref) - day + 7) % 7);
  const future = ref + ((day - weekday(ref) + 7) % 7);
  if (next === 'lalu' || next === 'silam' || next === 'kemarin' || (next === 'yang' && after === 'lalu'))
    return { day: past === ref ? ref - 7 : past, rule: 'weekday-past' };
  if (next === 'depan' || next === 'mendatang' || (next === 'yang' && after === 'akan'))
    return { day: future === ref ? ref + 7 : future, rule: 'weekday-future' };
  if (next === 'besok' || next === 'nanti' || next === 'lusa' || next === 'esok')
    return { day: future, rule: 'weekday-future' };
  const way = wayOf(s, from, end);
  return way > 0 ? { day: future, rule: 'weekday-future-clause' } : { day: past, rule: 'weekday' };
}

/** Days from publication within which a date without a year is of the year in which its weekday is right. */
const NEAR_DAYS = 45;

/** `pada akhir 2024, … Senin (12/6)`: near publication the weekday tells the year, whatever year was printed before. */
function yearByWeekday(s: Scan, parts: DateParts, day: number): DateParts {
  if (parts.year !== null || s.ref === null) return parts;
  const { year } = civil(s.ref);
  const right = [year, year - 1, year + 1].find((one) => {
    const at = isDate(one, parts.month, parts.day) ? dayOf(one, parts.month, parts.day) : null;
    return at !== null && Math.abs(at - s.ref!) <= NEAR_DAYS && weekday(at) === day;
  });
  return right === undefined ? parts : { ...parts, year: right };
}

/** `Selasa (30/12/2014)`, `Rabu, 2 Agustus 2017`, `Jumat pekan depan`, `Sabtu-Minggu (2-3/8/2025)`, `Selasa siang`. */
export function parseWeekday(s: Scan, i: number): Match | null {
  const t = s.t;
  let at = i;
  if (t.lower[i] === 'hari') at = i + 1;
  const day = weekdayAt(t, at);
  if (day === 0) return null;
  let end = at + 1;
  let last = day;
  let range = false;
  if ((isDash(t.lower[end]) || t.lower[end] === '/') && weekdayAt(t, end + 1)) {
    const second = weekdayAt(t, end + 1);
    const dated = t.lower[end + 2];
    if (dated === '(' || dated === ',') {
      last = second;
      end += 2;
      range = true;
    }
  }
  if (paragraphBreak(t, end - 1)) return weekdayMatch(s, i, end, day);
  // `Minggu malam (8/6/2025)`, `Selasa sore, 17 Juni 2025`: the part of day stands before the date.
  const between = partAt(t, end);
  const dated = between && partedDate(t, between.end);
  if (between && dated) {
    const inner = dateMatch(s, dated.parts, i, 'weekday-date');
    if (inner?.day != null) {
      if (weekday(inner.day) !== day) clash(inner);
      const whole = extendDay(s, { ...inner, end: dated.end });
      if (whole.type === 'TIME') return whole;
      return { ...whole, type: 'TIME', grain: 'time', value: `${inner.value}T${between.part}` };
    }
  }
  let open = end;
  if (t.lower[open] === ',' && t.lower[open + 1] === '(') open++;
  let match: Match | null = null;
  if (t.lower[open] === '(') {
    const parts = numericDate(t, open + 1, true) ?? writtenDate(t, open + 1);
    if (parts) {
      const close = t.lower[parts.end] === ')' ? parts.end + 1 : parts.end;
      match = dateMatch(s, yearByWeekday(s, parts, last), i, 'weekday-date');
      if (match) match.end = close;
    }
  } else {
    let next = open;
    if (t.lower[next] === ',') next++;
    if (t.lower[next] === 'tanggal' || t.lower[next] === 'tgl') next++;
    const parts =
      t.kind[next] === NUMBER
        ? (writtenDate(t, next) ?? numericDate(t, next, next === open || t.lower[open] !== ','))
        : null;
    if (parts) match = dateMatch(s, yearByWeekday(s, parts, last), i, 'weekday-date');
  }
  if (match) {
    if (match.day !== null && weekday(match.day) !== last && !range) {
      clash(match);
    }
    return extendDay(s, match);
  }
  if (range) return weekdayMatch(s, i, at + 1, day);
  return weekdayMatch(s, i, end, day);
}

function clash(match: Match): void {
  match.rule = 'weekday-date-clash';
  match.note = `the weekday printed is not that of ${match.endValue ?? match.value}; the numerals win`;
}

function partedDate(t: Tokens, i: number): { parts: DateParts; end: number } | null {
  if (t.lower[i] === '(') {
    const parts = numericDate(t, i + 1, true) ?? writtenDate(t, i + 1);
    return parts && { parts, end: t.lower[parts.end] === ')' ? parts.end + 1 : parts.end };
  }
  const at = t.lower[i] === ',' || t.lower[i] === 'tanggal' ? i + 1 : i;
  const parts = writtenDate(t, at);
  return parts && (parts.year !== null || at === i) ? { parts, end: parts.end } : null;
}

function weekdayMatch(s: Scan, from: number, end: number, day: number): Match | null {
  const t = s.t;
  // `7Minggu`, `Jumatan`
  if (from > 0 && glued(t, from - 1) && t.kind[from - 1] === NUMBER) return null;
  const resolved = resolveWeekday(s, day, from, end);
  const value = resolved.day === null ? `XXXX-WXX-${day}` : dayValue(resolved.day);
  return extendDay(s, { from, end, type: 'DATE', value, rule: resolved.rule, grain: 'day', day: resolved.day });
}
