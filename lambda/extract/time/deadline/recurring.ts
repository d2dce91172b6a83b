import type { DeadlineClaim, Timex } from '../../types.ts';
import { addMonths, type Day, formatDay, formatWeek } from '../civil.ts';
import { isDash, NUMBER } from '../tokens.ts';
import { type Context, claimOf } from './claim.ts';
import { operatorBefore } from './operators.ts';
import { endOfDay, windowOf } from './window.ts';

/** `setiap tiga bulan`: due at the end of the period that runs. */
export function recurringClaim(c: Context, timex: Timex, from: number, end: number): DeadlineClaim {
  const found = /^P(\d+)([DWMY])$/.exec(timex.value);
  let day: Day | null = null;
  let precision: DeadlineClaim['precision'] = null;
  if (found && c.ref !== null) {
    const n = Number(found[1]);
    const year = formatDay(c.ref).slice(0, 4);
    const month = formatDay(c.ref).slice(0, 7);
    if (found[2] === 'D') [day, precision] = [c.ref + n - 1, 'day'];
    else if (found[2] === 'W')
      [day, precision] = [windowOf({ value: formatWeek(c.ref) })!.latest + 7 * (n - 1), 'week'];
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

const SIGNS = new Map([
  ['min', '-'],
  ['minus', '-'],
  ['plus', '+'],
]);

/** `H-7 Lebaran`, `H+3`: days before or after a named or printed day. */
export function dayCount(c: Context, i: number, following: Context['spans'][number] | undefined): DeadlineClaim | null {
  const { t } = c;
  const mark = SIGNS.get(t.lower[i + 1] ?? '') ?? t.lower[i + 1];
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
