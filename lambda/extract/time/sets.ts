/** What makes an expression a set together with the words or the expression beside it. */
import { pad2 } from './civil.ts';
import { isClockGap } from './parsers/clock.ts';
import { type Match, UNKNOWN_DAY } from './scan.ts';
import { NUMBER, type Tokens } from './tokens.ts';

const ALSO = new Set([',', 'dan', 'serta', 'atau', '&']);
const WEEKDAY_SET = /^XXXX-WXX-(\d)/;

/**
 * The set that an expression is, or is together with the one before it: in `setiap Kamis dan Jumat` every Friday, in
 * `tanggal 15 tiap bulan` both (it then begins where the one before does), in `dua kali seminggu` how often and not how
 * long; the hours of a set belong to no single day. Null where it is what it was read as.
 */
export function setWith(t: Tokens, before: Match | undefined, m: Match): Match | null {
  if (before && isDayOfMonth(t, before, m)) {
    const value = `XXXX-XX-${pad2(Number(t.lower[before.end - 1]))}`;
    return { ...m, from: before.from, value, rule: 'set-day' };
  }
  if (before && isNextWeekday(t, before, m))
    return { ...m, type: 'SET', value: weekdayOf(t, m), rule: 'set-also', grain: 'reference', day: null };
  if (before && isClockOfSet(t, before, m))
    return {
      ...m,
      value: UNKNOWN_DAY + m.value.slice(m.value.indexOf('T')),
      rule: 'set-clock',
      day: null,
      impliedDay: undefined,
    };
  const times = timesBefore(t, m);
  return times < 0 || (before && before.end > times) ? null : { ...m, from: times, type: 'SET', rule: 'set-rate' };
}

/** `tanggal 15` right before `tiap bulan`. */
function isDayOfMonth(t: Tokens, before: Match, m: Match): boolean {
  if (m.type !== 'SET' || m.value !== 'P1M' || before.end !== m.from || before.end - before.from !== 2) return false;
  return (t.lower[before.from] === 'tanggal' || t.lower[before.from] === 'tgl') && t.kind[before.end - 1] === NUMBER;
}

/** A bare weekday that goes on a list of weekdays, the first of them behind `setiap`. */
function isNextWeekday(t: Tokens, before: Match, m: Match): boolean {
  if (before.type !== 'SET' || !WEEKDAY_SET.test(before.value) || weekdayOf(t, m) === '') return false;
  if (m.from === before.end || m.from - before.end > 2) return false;
  for (let i = before.end; i < m.from; i++) if (!ALSO.has(t.lower[i]!)) return false;
  return true;
}

/** `setiap Kamis, pukul 09.00-15.00`: hours of every such day, not of the day of the report. */
function isClockOfSet(t: Tokens, before: Match, m: Match): boolean {
  if (!m.impliedDay || (before.type !== 'SET' && before.rule !== 'set-clock') || m.from - before.end > 4) return false;
  return (
    m.from === before.end ||
    (m.from === before.end + 1 && t.lower[before.end] === ',') ||
    isClockGap(t, before.end, m.from)
  );
}

/** The set of a match that is a weekday alone, or with `hari`; empty where it is more, or something else. */
function weekdayOf(t: Tokens, m: Match): string {
  const at = t.lower[m.from] === 'hari' ? m.from + 1 : m.from;
  const day = t.lex[at]?.weekday;
  return day && m.end === at + 1 ? `XXXX-WXX-${day}` : '';
}

/** Index of the number of `dua kali seminggu`, `tiga kali dalam sebulan`; -1 where the length is none of a rate. */
function timesBefore(t: Tokens, m: Match): number {
  if (m.type !== 'DURATION' || m.end !== m.from + 1 || !t.lower[m.from]!.startsWith('se')) return -1;
  const times = t.lower[m.from - 1] === 'dalam' ? m.from - 2 : m.from - 1;
  if (t.lower[times] === 'sekali') return times;
  if (t.lower[times] !== 'kali' || times < 1) return -1;
  return t.kind[times - 1] === NUMBER || t.lex[times - 1]?.number ? times - 1 : -1;
}
