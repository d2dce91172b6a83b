/** Clock times and parts of day: `pukul 10.00 WIB`, `jam 7 malam`, `14:35 WITA`, `dini hari`, `tadi malam`. */
import { pad2, ZONES } from '../civil.ts';
import { dayValue, type Match, type Scan } from '../scan.ts';
import { glued, isDash, NUMBER, type Tokens } from '../tokens.ts';

export interface Clock {
  /** `T10:00`. */
  value: string;
  end: number;
}

export interface Part {
  /** TIMEX3 part of day: MO, AF, EV, NI. */
  part: string;
  end: number;
}

const AFTER = new Set(['selepas', 'setelah', 'usai', 'sesudah', 'menjelang', 'jelang', 'seusai', 'bakda', 'ba']);
/** Words before a prayer that begin an expression (`selepas magrib`). */
export const AFTER_PRAYER = ['selepas', 'usai', 'seusai', 'bakda'];
export const PRAYERS = new Set(['subuh', 'zuhur', 'dzuhur', 'ashar', 'asar', 'magrib', 'maghrib', 'isya']);

const PRAYER = new Set([
  'ashar',
  'asar',
  'magrib',
  'maghrib',
  'isya',
  'subuh',
  'zuhur',
  'dzuhur',
  'siang',
  'malam',
  'petang',
  'pagi',
  'sore',
  'tengah',
  'fajar',
  'senja',
]);

/** A part of day at token `i`: `malam`, `siang hari`, `dini hari`, `tengah malam`, `selepas ashar`. */
export function partAt(t: Tokens, i: number): Part | null {
  const word = t.lower[i];
  if (word === undefined) return null;
  if (word === 'dini' && t.lower[i + 1] === 'hari') return { part: 'MO', end: i + 2 };
  if (word === 'tengah' && t.lower[i + 1] === 'malam') return { part: 'NI', end: i + 2 };
  if (word === 'tengah' && t.lower[i + 1] === 'hari') return { part: 'MI', end: i + 2 };
  if (word === 'larut' && t.lower[i + 1] === 'malam') return { part: 'NI', end: i + 2 };
  if (word === 'rembang' && t.lower[i + 1] === 'petang') return { part: 'EV', end: i + 2 };
  if (AFTER.has(word) && PRAYER.has(t.lower[i + 1] ?? '')) {
    const inner = partAt(t, i + 1);
    return inner && { part: inner.part, end: inner.end };
  }
  const part = t.lex[i]?.part;
  if (!part) return null;
  const end =
    t.lower[i + 1] === 'hari' && t.lower[i + 2] !== 'ini' && t.lower[i + 2] !== 'raya' && t.lower[i + 2] !== 'itu'
      ? i + 2
      : i + 1;
  return { part, end };
}

/** Hours and minutes at token `i`, without `pukul`. `bare` takes an hour without minutes. */
function hoursAt(
  t: Tokens,
  i: number,
  bare: boolean,
): { hour: number; minute: number; second: string; end: number } | null {
  const digits = t.lower[i];
  if (t.kind[i] !== NUMBER || digits === undefined || digits === '') return null;
  if (digits.length === 4 && bare) {
    // `pukul 1000 WIB`
    const hour = Number(digits.slice(0, 2));
    const minute = Number(digits.slice(2));
    return hour <= 24 && minute < 60 && t.lower[i + 1] !== undefined && ZONES[t.lower[i + 1]!]
      ? { hour, minute, second: '', end: i + 1 }
      : null;
  }
  if (digits.length > 2) return null;
  const hour = Number(digits);
  if (hour > 24) return null;
  const mark = t.lower[i + 1];
  // `pukul 06. 30 WIB` has a blank that does not belong there.
  const apart =
    bare && digits.length === 2 && t.text[t.end[i + 1] ?? 0] === ' ' && t.start[i + 2] === t.end[i + 1]! + 1;
  if (
    (mark === '.' || mark === ':' || mark === ',') &&
    glued(t, i) &&
    t.kind[i + 2] === NUMBER &&
    t.lower[i + 2]!.length === 2 &&
    (t.end[i + 1] === t.start[i + 2] || (apart && !t.lex[i + 3]?.unit && !t.lex[i + 3]?.month))
  ) {
    const minute = Number(t.lower[i + 2]);
    if (minute > 59) return null;
    let end = i + 3;
    let second = '';
    if (
      (t.lower[end] === '.' || t.lower[end] === ':') &&
      glued(t, end - 1) &&
      glued(t, end) &&
      t.kind[end + 1] === NUMBER &&
      t.lower[end + 1]!.length === 2
    ) {
      second = `:${t.lower[end + 1]}`;
      end += 2;
    }
    return { hour, minute, second, end };
  }
  return bare ? { hour, minute: 0, second: '', end: i + 1 } : null;
}

/** The part of day behind a range that begins at token `i` with its mark or word: `-10 pagi`; null where none stands. */
function partAfterRange(t: Tokens, i: number): Part | null {
  if (!isDash(t.lower[i]) && t.lower[i] !== 'sampai' && t.lower[i] !== 'hingga') return null;
  const second = hoursAt(t, i + 1, true);
  return second && partAt(t, second.end);
}

const CLOCK_WORDS = new Set(['pukul', 'jam', 'pkl']);

/** `lewat 15 menit`, `kurang 10`: minutes after or before the hour. */
function minutesBeside(t: Tokens, i: number): { minutes: number; end: number } | null {
  const word = t.lower[i];
  if ((word !== 'lewat' && word !== 'kurang' && word !== 'lebih') || t.kind[i + 1] !== NUMBER) return null;
  const minutes = Number(t.lower[i + 1]);
  if (!(minutes >= 1 && minutes < 60) || (word === 'lebih' && t.lower[i + 2] !== 'menit')) return null;
  return { minutes: word === 'kurang' ? -minutes : minutes, end: t.lower[i + 2] === 'menit' ? i + 3 : i + 2 };
}

/** `pm`, `a.m.` at token `i`. */
function halfAt(t: Tokens, i: number): { pm: boolean; end: number } | null {
  const word = t.lower[i];
  if (word === 'pm' || word === 'am') return { pm: word === 'pm', end: i + 1 };
  if ((word !== 'p' && word !== 'a') || t.lower[i + 1] !== '.' || t.lower[i + 2] !== 'm' || !glued(t, i + 1))
    return null;
  return { pm: word === 'p', end: t.lower[i + 3] === '.' && glued(t, i + 2) ? i + 4 : i + 3 };
}

/** A clock time at token `i`; without `pukul` only where a zone follows. */
export function clockAt(t: Tokens, i: number, afterClock = false): Clock | null {
  let at = i;
  const word = t.lower[i]!;
  const named = CLOCK_WORDS.has(word);
  const said = named || afterClock;
  if (named) at = t.lower[i + 1] === '.' ? i + 2 : i + 1;
  // `jam 8-10 pagi`: an hour alone behind the dash, with its part of day.
  const lone = afterClock && hoursAt(t, at, true);
  const read = hoursAt(t, at, named || (!!lone && partAt(t, lone.end) !== null));
  let time: { hour: number; minute: number; second: string; end: number } | null = read;
  if (named && !read) {
    const spoken = t.lex[at]?.number ?? 0;
    const next = t.lex[at + 1]?.number ?? 0;
    // `jam setengah lima` is half an hour before five.
    if (spoken === 0.5 && next >= 1 && next <= 12)
      time = { hour: next === 1 ? 12 : next - 1, minute: 30, second: '', end: at + 2 };
    else if (spoken >= 1 && spoken <= 12) {
      time = { hour: spoken, minute: 0, second: '', end: at + 1 };
      if (t.lower[at + 1] === 'belas') time = { hour: spoken + 10, minute: 0, second: '', end: at + 2 };
    }
  }
  if (!time) return null;
  let end = time.end;
  let hour = time.hour;
  // `jam 24 jam`, `jam 3 hari`: a count, not a clock.
  const counted = t.lex[end]?.unit;
  if (said && counted && counted !== 'day' && counted !== 'moment') return null;
  const zone = ZONES[t.lower[end] ?? ''];
  if (zone) end++;
  else if (!said) {
    // `10.00-12.00 WIB`
    if (!(isDash(t.lower[end]) && hoursAt(t, end + 1, false) && ZONES[t.lower[hoursAt(t, end + 1, false)!.end] ?? '']))
      return null;
  }
  const shift = zone ? null : minutesBeside(t, end);
  if (shift && time.minute === 0) {
    hour += shift.minutes < 0 ? -1 : 0;
    time = { ...time, minute: (shift.minutes + 60) % 60 };
    end = shift.end;
  }
  const half = zone ? null : halfAt(t, end);
  if (half) {
    if (half.pm && hour < 12) hour += 12;
    end = half.end;
  }
  const part = partAt(t, end);
  if (part && t.lower[end] !== 'setelah' && t.lower[end] !== 'usai') {
    end = part.end;
    if (t.lower[end] === 'ini' || t.lower[end] === 'tadi' || t.lower[end] === 'kemarin') end++;
    if (part.part === 'NI' && hour === 12) hour = 24;
    else if (hour < 12 && (part.part === 'EV' || part.part === 'NI' || (part.part === 'AF' && hour < 8))) {
      if (!(part.part === 'NI' && hour < 5)) hour += 12;
    }
    if (!zone && ZONES[t.lower[end] ?? '']) end++;
  } else {
    const later = said && hour < 12 ? partAfterRange(t, end)?.part : undefined;
    if (later === 'EV' || (later === 'AF' && hour < 8) || (later === 'NI' && hour >= 5)) hour += 12;
  }
  if (hour === 24) hour = time.minute === 0 ? 24 : 0;
  return { value: `T${pad2(hour)}:${pad2(time.minute)}${time.second}`, end };
}

const CLOCK_JOINERS = new Set([
  '-',
  'hingga',
  'sampai',
  'sampai dengan',
  'dan',
  'atau',
  's / d',
  's . d',
  's . d .',
  'sd',
]);

/** Whether tokens `[from, end)` join a second clock time to one that ended before them. */
export function isClockGap(t: Tokens, from: number, end: number): boolean {
  if (from < 0 || end <= from || end - from > 4) return false;
  const words = t.lower.slice(from, end).join(' ');
  return isDash(words) || CLOCK_JOINERS.has(words);
}

/** A clock time standing by itself: its day is the one last spoken of, else the article's. */
export function parseClock(s: Scan, i: number): Match | null {
  if (i > 0 && glued(s.t, i - 1) && s.t.kind[i] === NUMBER && !isDash(s.t.lower[i - 1]) && s.t.lower[i - 1] !== '(')
    return null;
  // `pukul 10.00-12.00`, `pukul 08.00 hingga 16.00`: the second needs no word of its own.
  const clock = clockAt(s.t, i, isClockGap(s.t, s.lastClockEnd, i));
  if (!clock) return null;
  const day = s.lastDay ?? s.ref;
  return {
    from: i,
    end: clock.end,
    type: 'TIME',
    value: dayValue(day) + clock.value,
    rule: 'clock',
    grain: 'time',
    day,
    impliedDay: true,
  };
}
