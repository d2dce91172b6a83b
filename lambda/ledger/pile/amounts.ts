import { FIGURE, MONTHS, numberIn, TIMES, WORD_NUMBER } from '../words/figures.ts';
import { stem } from '../words/stem.ts';

/** How many of what a text speaks of: `10.000 unit`, `Rp 2,5 miliar`. */
interface Amount {
  value: number;
  /** The stem of what is counted, or the currency. */
  unit: string;
}

const AMOUNT = new RegExp(
  String.raw`(?<![\w./,-]|salah |masing |tahap |gelombang |bulan |tahun )(?:(rp|us\$|usd) ?)?((?:${FIGURE}|${WORD_NUMBER})(?: (?:${Object.keys(TIMES).join('|')}))?)(?: ([a-z]{3,}))?(?![\d/])`,
  'g',
);
/** Behind a number these count no things: days, dates, hours; and hundredths may be a bound from above. */
const NO_THING = new Set([
  ...MONTHS,
  ...'hari jam pekan minggu bulan tahun menit detik kali dan atau dari yang di ke per pada hingga sampai untuk wib wita wit lalu lebih itu orang persen'.split(
    ' ',
  ),
]);

/** The amounts that a text names. Linear. */
function amountsIn(text: string): Amount[] {
  const found: Amount[] = [];
  for (const [, currency, number, thing] of text.toLowerCase().matchAll(AMOUNT)) {
    const unit = currency === undefined ? (thing !== undefined && !NO_THING.has(thing) ? stem(thing) : null) : 'rp';
    if (unit === null) continue;
    found.push({ value: numberIn(number!), unit });
  }
  return found;
}

/** It is told of all, whatever else is counted. */
const WHOLE = /\b(?:seluruh|semua)(?:nya)?\b/i;
/** So near to what was promised, it is that. */
const NEARLY = 0.98;

/**
 * Whether what is told falls short of what was promised: it names less of the same thing, and nowhere as much.
 * @param promised the actions of the promise.
 */
export function fallsShort(promised: readonly string[], told: string): boolean {
  if (WHOLE.test(told)) return false;
  const most = new Map<string, number>();
  for (const { value, unit } of promised.flatMap(amountsIn)) most.set(unit, Math.max(most.get(unit) ?? 0, value));
  const all = amountsIn(told);
  return [...most].some(([unit, value]) => {
    const own = all.filter((one) => one.unit === unit);
    return own.length > 0 && own.every((one) => one.value < value * NEARLY);
  });
}
