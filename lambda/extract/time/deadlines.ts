import type { DeadlineClaim, Timex } from '../types.ts';
import { addWorkingDayNumbers, CALENDAR_VERSION } from './calendar.ts';
import { addMonths, type Day, formatDay, parseDay, publishedDay, ZONES } from './civil.ts';
import { type Context, claimOf } from './deadline/claim.ts';
import { countClaim } from './deadline/count.ts';
import { type FoundOperator, operatorBefore } from './deadline/operators.ts';
import { statementDays } from './deadline/statement.ts';
import { vagueEnd } from './deadline/vague.ts';
import { endOfDay, type Window, windowOf } from './deadline/window.ts';
import { direction } from './scan.ts';
import { findTimexes } from './timexes.ts';
import { capital, isDash, NUMBER, type Tokens, tokenize, WORD } from './tokens.ts';

export interface DeadlineOptions {
  published: string | null;
  sentences?: { start: number; end: number }[];
}

/**
 * Every expression of the text that can say by when, or when, something is to be done, in order: operator and date,
 * bare dates still to come, counts (`dalam tujuh hari`, `2x24 jam`, `lima hari kerja`), vague, unanchored, recurring
 * ones and starts (`mulai X`). `timexes` are those of `findTimexes` over the same text. Never throws.
 */
export function findDeadlines(text: string, timexes: Timex[], options: DeadlineOptions): DeadlineClaim[] {
  return claimsOf(text, timexes, publishedDay(options.published), false);
}

/** Events are looked for among so many expressions; an article has some ten. */
const MOST_DATES = 300;

function claimsOf(text: string, timexes: Timex[], ref: Day | null, phrase: boolean): DeadlineClaim[] {
  const t = tokenize(text);
  const spans = timexes.map((x) => ({ timex: x, from: tokenAt(t, x.start), end: tokenAt(t, x.end) }));
  const dates = spans.slice(0, MOST_DATES).flatMap((s) => {
    const day = parseDay(s.timex.value);
    return day === null ? [] : [{ at: s.from, day }];
  });
  const statements = phrase ? [] : statementDays(t, spans, ref);
  const context: Context = { t, ref, phrase, dates, statements, spans };
  const claims: DeadlineClaim[] = [];
  for (let k = 0; k < spans.length; k++) {
    const claim = timexClaim(context, k);
    if (claim) claims.push(claim);
  }
  for (let i = 0; i < t.count; i++) {
    if (t.kind[i] !== WORD) continue;
    const end = vagueEnd(t, i);
    if (end > 0) {
      claims.push(claimOf(context, i, end, { rule: 'vague', due: 'vague', precision: 'vague' }));
      i = end - 1;
    } else if (t.lower[i] === 'h') {
      const claim = dayCount(context, i, spans[firstAtOrAfter(spans, i + 3)]);
      if (claim) claims.push(claim);
    }
  }
  return joinAlternatives(text, withoutOverlap(claims));
}

/** Index of the token that begins at or after an offset. */
function tokenAt(t: Tokens, offset: number): number {
  let low = 0;
  let high = t.count;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (t.start[mid]! < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

function firstAtOrAfter(spans: Context['spans'], token: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (spans[mid]!.from < token) low = mid + 1;
    else high = mid;
  }
  return low;
}

function timexClaim(c: Context, k: number): DeadlineClaim | null {
  const { timex, from, end } = c.spans[k]!;
  const operator = operatorBefore(c.t, from);
  if (timex.type === 'DURATION' || timex.rule === 'ahead') return countClaim(c, k, operator);
  if (timex.type === 'SET') return recurringClaim(c, timex, from, end);
  const window = windowOf(timex);
  if (!window) return null;
  return dateClaim(c, k, operator, window);
}

/** Operators that make even a day already past a deadline (that has passed). */
const STRONG = /paling lambat|paling telat|selambat|tenggat|batas|jatuh tempo|deadline/;

function dateClaim(c: Context, k: number, found: FoundOperator | null, window: Window): DeadlineClaim | null {
  const { timex, from, end } = c.spans[k]!;
  const operator = found?.operator ?? 'at';
  if (operator === 'not-before' || operator === 'least' || operator === 'past') return null;
  if (isNamePart(c, k, found) || (!c.phrase && isSpan(timex, found, c.ref, window))) return null;
  const strong = found !== null && STRONG.test(found.words);
  if (c.ref !== null && !c.phrase) {
    const way = direction(c.t, from, end);
    if (window.latest < c.ref && !(strong && way >= 0 && c.ref - window.latest < 60)) return null;
    if (window.latest === c.ref && !found && way <= 0) return null;
    if (window.latest === c.ref && operator === 'at' && way <= 0) return null;
  }
  // `5 Agustus` in `sejak 5 Agustus` is past unless it is to come.
  let { earliest, latest } = window;
  let precision = window.precision;
  const zone = zoneOf(timex.text);
  let rule = `${operator === 'at' ? 'on' : operator}-${timex.mod ? `${timex.mod.toLowerCase()}-` : ''}${window.precision}`;
  if (operator === 'before') {
    if (window.clock === null) {
      // `sebelum akhir tahun` is by its last day at the latest, the day before by the strictest reading.
      earliest = timex.mod === 'END' ? window.latest - 1 : window.first - 1;
      latest = timex.mod === 'END' ? window.latest : timex.mod ? window.latest - 1 : window.first - 1;
      if (precision === 'instant') precision = 'day';
    }
    rule = `before-${window.precision}`;
  }
  // A clock time bounds a deadline; of an act on a day it is when the act is due to begin, and the day is the bound.
  const bounded = operator === 'by' || operator === 'before' || c.phrase;
  const clock = window.clock;
  if (!(clock && bounded) && precision === 'instant') precision = 'day';
  const start = found ? found.from : from;
  return claimOf(c, start, end, {
    rule,
    due: formatDay(latest),
    earliest: clock ? instantOf(earliest, clock, zone) : endOfDay(earliest, zone),
    latest: clock && bounded ? instantOf(latest, clock, zone) : endOfDay(latest, zone),
    precision,
    zone,
    kind: operator === 'start' && !found?.actStarts && !timex.endValue ? 'start' : 'due',
    note: timex.note,
  });
}

/** `Piala Dunia 2026`, `BSU 2025`, `2025/2026`: a year that is part of a name. */
function isNamePart(c: Context, k: number, found: FoundOperator | null): boolean {
  const { timex, from } = c.spans[k]!;
  if (found !== null || timex.rule !== 'year-bare' || from === 0) return false;
  const { t } = c;
  const before = t.lower[from - 1]!;
  return t.kind[from - 1] === WORD
    ? capital(t, from - 1)
    : t.kind[from - 1] === NUMBER || before === ')' || before === '/' || isDash(before);
}

/** `selama 2025`, `hingga hari ini`, `per malam`, `sejak Januari`: how long or since when, not by when. */
function isSpan(timex: Timex, found: FoundOperator | null, ref: Day | null, window: Window): boolean {
  if (found === null) return false;
  if (found.words === 'selama') return true;
  const now = timex.rule === 'today' || timex.rule.startsWith('that-') || timex.rule === 'part-that-day';
  if (now && (found.words === 'hingga' || found.words === 'sampai' || found.words === 'sampai dengan')) return true;
  if (timex.rule === 'part-bare' && found.operator !== 'at') return true;
  if (found.words === 'per' && timex.rule.startsWith('part')) return true;
  return (found.words === 'sejak' || found.words === 'dari') && ref !== null && window.first <= ref && !timex.endValue;
}

function instantOf(day: Day, clock: string, zone: string): string {
  const offset = endOfDay(day, zone).slice(19);
  // 23.59 is printed for the day's end.
  return clock === '24:00' || clock === '23:59' ? endOfDay(day, zone) : `${formatDay(day)}T${clock}:00${offset}`;
}

function zoneOf(text: string): string {
  const named = /\b(wita|wit|wib)\b/i.exec(text);
  return ZONES[named?.[1]?.toLowerCase() ?? 'wib']!.iana;
}

/** `setiap tiga bulan`: due at the end of the period that runs. */
function recurringClaim(c: Context, timex: Timex, from: number, end: number): DeadlineClaim {
  const found = /^P(\d+)([DWMY])$/.exec(timex.value);
  let day: Day | null = null;
  let precision: DeadlineClaim['precision'] = null;
  if (found && c.ref !== null) {
    const n = Number(found[1]);
    const year = formatDay(c.ref).slice(0, 4);
    const month = formatDay(c.ref).slice(0, 7);
    if (found[2] === 'D') [day, precision] = [c.ref + n - 1, 'day'];
    else if (found[2] === 'W') [day, precision] = [windowOf({ value: weekOf(c.ref) })!.latest + 7 * (n - 1), 'week'];
    else if (found[2] === 'Y') [day, precision] = [windowOf({ value: String(Number(year) + n - 1) })!.latest, 'year'];
    else if (n === 3)
      [day, precision] = [windowOf({ value: `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}` })!.latest, 'quarter'];
    else if (n === 6)
      [day, precision] = [windowOf({ value: `${year}-H${Number(month.slice(5)) <= 6 ? 1 : 2}` })!.latest, 'semester'];
    else [day, precision] = [windowOf({ value: formatDay(addMonths(c.ref, n - 1)).slice(0, 7) })!.latest, 'month'];
  }
  return claimOf(c, from, end, {
    rule: 'recurring',
    due: day === null ? 'unanchored' : formatDay(day),
    earliest: day === null ? null : endOfDay(day, 'Asia/Jakarta'),
    latest: day === null ? null : endOfDay(day, 'Asia/Jakarta'),
    precision,
    kind: 'recurring',
  });
}

const weekOf = (day: Day): string => findTimexes('pekan ini', { published: formatDay(day) })[0]!.value;

/** `H-7 Lebaran`, `H+3`: days before or after a named or printed day. */
function dayCount(c: Context, i: number, following: Context['spans'][number] | undefined): DeadlineClaim | null {
  const { t } = c;
  const mark = t.lower[i + 1];
  if (
    t.text[t.start[i]!] !== 'H' ||
    !(isDash(mark) || mark === '+') ||
    t.kind[i + 2] !== NUMBER ||
    t.lower[i + 2]!.length > 3
  )
    return null;
  const n = Number(t.lower[i + 2]);
  const next = following && following.from <= i + 4 ? following : undefined;
  const window = next ? windowOf(next.timex) : null;
  const operator = operatorBefore(t, i);
  const start = operator ? operator.from : i;
  if (!next || !window)
    return claimOf(c, start, i + 3, { rule: 'day-count', due: 'unanchored', anchorSource: 'event' });
  const day = window.first + (mark === '+' ? n : -n);
  return claimOf(c, start, next.end, {
    rule: 'day-count',
    due: formatDay(day),
    earliest: endOfDay(day, 'Asia/Jakarta'),
    latest: endOfDay(day, 'Asia/Jakarta'),
    precision: 'day',
    anchor: formatDay(window.first),
    anchorSource: 'text',
  });
}

/** In order; of overlapping claims the longer (a vague word inside a dated phrase is no claim of its own). */
function withoutOverlap(claims: DeadlineClaim[]): DeadlineClaim[] {
  claims.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: DeadlineClaim[] = [];
  for (const claim of claims) {
    const last = kept[kept.length - 1];
    if (last && claim.start < last.end) {
      if (claim.end - claim.start > last.end - last.start) kept[kept.length - 1] = claim;
      continue;
    }
    kept.push(claim);
  }
  return kept;
}

/** `besok atau lusa`, `tahun depan, tahun depannya lagi`: one deadline with the later as its latest day. */
function joinAlternatives(text: string, claims: DeadlineClaim[]): DeadlineClaim[] {
  const joined: DeadlineClaim[] = [];
  for (const claim of claims) {
    const last = joined[joined.length - 1];
    const between = last ? text.slice(last.end, claim.start).trim() : '';
    const alternative = between === 'atau' || ((between === ',' || between === 'dan') && /depannya/.test(claim.text));
    if (last?.latest && claim.latest && alternative && last.kind === claim.kind && claim.latest >= last.latest) {
      joined[joined.length - 1] = {
        ...claim,
        start: last.start,
        text: text.slice(last.start, claim.end),
        earliest: last.earliest,
        rule: `${claim.rule}:alternative`,
      };
    } else joined.push(claim);
  }
  return joined;
}

const PRECISION = ['instant', 'day', 'week', 'month', 'quarter', 'semester', 'year'];
const rank = (claim: DeadlineClaim): number => {
  if (claim.due === 'vague') return 20;
  if (claim.due === 'unanchored') return 10;
  const at = PRECISION.indexOf(claim.precision ?? 'year');
  // A printed date beats a count of the same precision; a start is no deadline where another is.
  return at + (claim.anchor !== null ? 0.5 : 0) + (claim.kind === 'start' ? 8 : 0);
};

/** Of several expressions for one deadline the most precise; of equally precise ones the last. Null for none. */
export function mostPrecise(claims: DeadlineClaim[]): DeadlineClaim | null {
  let best: DeadlineClaim | null = null;
  for (const claim of claims) if (best === null || rank(claim) <= rank(best)) best = claim;
  return best;
}

/**
 * A phrase alone to its window: `paling lambat lima hari kerja` said on `stated` (else `published`). `authority`: the
 * obligor is an authority, so joint leave never counts as working. Null where the phrase has no deadline.
 */
export function resolveDeadline(
  phrase: string,
  options: { published: string; authority?: boolean; stated?: string },
): DeadlineClaim | null {
  const published = options.stated ?? options.published;
  const claims = claimsOf(phrase, findTimexes(phrase, { published }), publishedDay(published), true);
  const claim = mostPrecise(claims);
  return claim && forObligor(claim, { authority: options.authority ?? false });
}

/**
 * The claim with the window that holds for its obligor: a count of working days ends earliest with the anchor counted
 * and, unless the obligor is an authority, joint leave counted as working (DESIGN, Time). Other claims are unchanged.
 */
export function forObligor(claim: DeadlineClaim, options: { authority: boolean }): DeadlineClaim {
  const counted = /^working-days:(\d+)/.exec(claim.rule);
  const anchor = claim.anchor === null ? null : parseDay(claim.anchor);
  if (!counted || anchor === null || claim.latest === null) return claim;
  const n = Number(counted[1]);
  const earliest = addWorkingDayNumbers(anchor, n, { jointLeave: !options.authority, countAnchor: true });
  return { ...claim, earliest: endOfDay(earliest, claim.zone), calendarVersion: CALENDAR_VERSION };
}
