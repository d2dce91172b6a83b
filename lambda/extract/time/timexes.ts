import type { Timex } from '../types.ts';
import { civil, publishedDay } from './civil.ts';
import { isAttribution } from './deadline/statement.ts';
import { parseAt } from './grammar.ts';
import { dayValue, type Match, type Scan, yearAt } from './scan.ts';
import { setWith } from './sets.ts';
import { allCaps, lineOf, MARK, type Tokens, tokenize } from './tokens.ts';

/**
 * Every temporal expression of an Indonesian text, in order, none overlapping, with TIMEX3 type and value and the name
 * of the rule that read it. `published` (`YYYY-MM-DD` or an ISO date-time, without zone Asia/Jakarta) anchors relative
 * expressions; without it they keep `X` for what is unknown. Never throws; linear in the text's length.
 */
export function findTimexes(text: string, options: { published: string | null }): Timex[] {
  return timexesOf(text, publishedDay(options.published), false);
}

/** `findTimexes` of a deadline's phrase alone: what says neither way points forward. */
export function findPhraseTimexes(phrase: string, ref: number | null): Timex[] {
  return timexesOf(phrase, ref, true);
}

function timexesOf(text: string, ref: number | null, forward: boolean): Timex[] {
  const t = tokenize(text);
  const found: Timex[] = [];
  for (const match of scan(t, ref, forward)) found.push(timexOf(t, match));
  return found;
}

/** The expressions as the parsers read them; `findDeadlines` works on what they give as `Timex`. */
export function scan(t: Tokens, ref: number | null, forward = false): Match[] {
  const s: Scan = {
    t,
    ref,
    forward,
    lastDay: null,
    lastMonth: null,
    lastYear: null,
    lastYearAt: -100,
    lastClockEnd: -100,
  };
  const found: Match[] = [];
  let i = 0;
  while (i < t.count) {
    const match = parseAt(s, i);
    if (match === null || match.end <= i) {
      i++;
      continue;
    }
    const set = setWith(t, found[found.length - 1], match);
    if (set && set.from < match.from && found[found.length - 1]?.from === set.from) found.pop();
    remember(s, set ?? match);
    found.push(set ?? match);
    i = match.end;
  }
  return joinClocks(t, found);
}

/** What later expressions may point back to. */
function remember(s: Scan, m: Match): void {
  for (let k = m.from; k < m.end; k++) {
    if (yearAt(s.t, k)) {
      s.lastYear = yearAt(s.t, k);
      s.lastYearAt = m.end;
    }
  }
  if (m.grain === 'time') s.lastClockEnd = m.end;
  if (m.type === 'DURATION' || m.type === 'SET') return;
  if (m.day !== null && !m.impliedDay) {
    if (inCaption(s.t, m.from)) return;
    // `…, kata Budi, Senin (8/6)`: a story of the days before goes on from its own day.
    const since = s.lastDay === null ? 0 : m.day - s.lastDay;
    if (since > 0 && since <= 7 && m.rule.startsWith('weekday') && isAttribution(s.t, m.from)) return;
    s.lastDay = m.day;
    const c = civil(m.day);
    s.lastMonth = [c.year, c.month];
  } else if (m.grain === 'month' && !m.value.includes('X')) {
    s.lastMonth = [Number(m.value.slice(0, 4)), Number(m.value.slice(5, 7))];
  }
}

/**
 * Whether the expression stands in a photo caption (`AFP PHOTO / BAY ISMOYO …`, `KOMPAS/RIZA …`, `Foto: …`): its date is
 * the photo's, and the story goes on from the day before it.
 */
function inCaption(t: Tokens, from: number): boolean {
  const i = lineOf(t, from);
  let caps = 0;
  let slash = false;
  for (let k = i; k < Math.min(from, i + 8); k++) {
    if (t.kind[k] === MARK) {
      if (t.lower[k] === '/') slash = true;
      else break;
    } else if (allCaps(t, k)) caps++;
    else break;
  }
  return slash && caps >= 2;
}

const BETWEEN = new Set([',', 'pada', 'hari', 'tanggal']);

/** A clock time before its day: `pukul 09.00 WIB, Senin (5/5)` takes that day; without a word between the two are one. */
function joinClocks(t: Tokens, found: Match[]): Match[] {
  const joined: Match[] = [];
  for (let k = found.length - 1; k >= 0; k--) {
    const m = found[k]!;
    const next = joined[joined.length - 1];
    if (
      m.impliedDay &&
      next &&
      next.from - m.end <= 2 &&
      next.day !== null &&
      (next.grain === 'day' || next.impliedDay === false)
    ) {
      let plain = true;
      for (let i = m.end; i < next.from; i++) if (!BETWEEN.has(t.lower[i]!)) plain = false;
      if (plain) {
        const value = dayValue(next.day) + m.value.slice(m.value.indexOf('T'));
        if (next.from === m.end && next.grain === 'day') {
          joined.pop();
          joined.push({ ...m, end: next.end, value, day: next.day, impliedDay: undefined });
        } else joined.push({ ...m, value, day: next.day, impliedDay: false });
        continue;
      }
    }
    joined.push(m);
  }
  return joined.reverse();
}

function timexOf(t: Tokens, m: Match): Timex {
  const start = t.start[m.from]!;
  const end = t.end[m.end - 1]!;
  const text = t.text.slice(start, end);
  const { type, value, rule, mod, endValue, note } = m;
  if (!mod && !endValue && !note) return { start, end, text, type, value, rule };
  // Of each kind that news is full of one literal: what is added to an object later has no shape that lasts.
  if (mod && !endValue && !note) return { start, end, text, type, value, rule, mod };
  if (endValue && !mod && !note) return { start, end, text, type, value, rule, endValue };
  const timex: Timex = { start, end, text, type, value, rule };
  if (mod) timex.mod = mod;
  if (endValue) timex.endValue = endValue;
  if (note) timex.note = note;
  return timex;
}
