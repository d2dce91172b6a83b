/** Lengths counted on from a day, and back. */
import { addWorkingDayNumbers, subtractWorkingDayNumbers } from '../calendar.ts';
import { addMonths, type Day } from '../civil.ts';
import type { Unit } from '../lexicon.ts';
import { type Length, MONTHS_IN } from '../parsers/length.ts';

/** Earliest and latest last day of a length counted on from a day. */
export function forward(anchor: Day, length: Length): { earliest: Day; latest: Day } {
  const { value, upper } = length.count;
  if (length.working) {
    return {
      earliest: addWorkingDayNumbers(anchor, value, { jointLeave: true, countAnchor: true }),
      latest: addWorkingDayNumbers(anchor, upper, { jointLeave: false, countAnchor: false }),
    };
  }
  return { earliest: plus(anchor, value, length), latest: plus(anchor, upper, length) };
}

/** A length counted back from a day: the act is due that long before it. */
export function backward(day: Day, length: Length): { earliest: Day; latest: Day } {
  const { value, upper } = length.count;
  if (length.working) {
    const earliest = subtractWorkingDayNumbers(day, upper, { jointLeave: false });
    return { earliest, latest: subtractWorkingDayNumbers(day, value, { jointLeave: true }) };
  }
  return { earliest: plus(day, -upper, length), latest: plus(day, -value, length) };
}

function plus(anchor: Day, n: number, length: Length): Day {
  const { rest } = length;
  const first = plusUnits(anchor, n, length.unit);
  return rest ? plusUnits(first, Math.sign(n) * rest.value, rest.unit) : first;
}

function plusUnits(anchor: Day, n: number, unit: Unit): Day {
  switch (unit) {
    case 'hour':
      return anchor + Math.trunc(n / 24) + (Math.abs(n) >= 24 && n % 24 !== 0 ? Math.sign(n) : 0);
    case 'day':
      return anchor + Math.ceil(n);
    case 'week':
      return anchor + Math.ceil(n * 7);
    case 'month':
      return addHalf(anchor, n, 15);
    case 'quarter':
    case 'caturwulan':
    case 'semester':
      return addHalf(anchor, n * MONTHS_IN[unit]!, 15);
    case 'minute':
    case 'second':
      return anchor;
    case 'year':
      return addMonths(anchor, Math.round(n * 12));
    case 'decade':
      return addMonths(anchor, Math.round(n * 120));
    default:
      return addMonths(anchor, Math.round(n * 1200));
  }
}

function addHalf(anchor: Day, months: number, half: number): Day {
  const whole = Math.trunc(months);
  return addMonths(anchor, whole) + (months === whole ? 0 : Math.sign(months) * half);
}
