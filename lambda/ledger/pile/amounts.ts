import { stem } from '../words/stem.ts';

/** How many of what a text speaks of: `10.000 unit`, `Rp 2,5 miliar`. */
interface Amount {
  value: number;
  /** The stem of what is counted, or the currency. */
  unit: string;
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`;
const AMOUNT = new RegExp(
  String.raw`(?<![\d./,-])(?:(rp|us\$|usd) ?)?(${NUMBER})(?: (ribu|juta|miliar|triliun))?(?: ([a-z]{3,}))?(?![\d/])`,
  'g',
);
const TIMES: Readonly<Record<string, number>> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 };
/** Behind a number these count no things: days, dates, hours; and hundredths may be a bound from above. */
const NO_THING =
  /^(?:hari|jam|pekan|minggu|bulan|tahun|menit|detik|kali|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|dan|atau|dari|yang|di|ke|per|pada|hingga|sampai|untuk|wib|wita|wit|lalu|lebih|itu|orang|persen)$/;

/** The amounts that a text names. Linear. */
function amountsIn(text: string): Amount[] {
  const found: Amount[] = [];
  for (const [, currency, digits, times, thing] of text.toLowerCase().matchAll(AMOUNT)) {
    const unit = currency === undefined ? (thing !== undefined && !NO_THING.test(thing) ? stem(thing) : null) : 'rp';
    if (unit === null) continue;
    const value = Number(digits!.replaceAll('.', '').replace(',', '.')) * (TIMES[times ?? ''] ?? 1);
    found.push({ value, unit });
  }
  return found;
}

/** So near to what was promised, it is that. */
const NEARLY = 0.98;

/**
 * Whether what is told falls short of what was promised: it names less of the same thing, and nowhere as much.
 * @param promised the actions of the promise.
 */
export function fallsShort(promised: readonly string[], told: string): boolean {
  const most = new Map<string, number>();
  for (const { value, unit } of promised.flatMap(amountsIn)) most.set(unit, Math.max(most.get(unit) ?? 0, value));
  const all = amountsIn(told);
  return [...most].some(([unit, value]) => {
    const own = all.filter((one) => one.unit === unit);
    return own.length > 0 && own.every((one) => one.value < value * NEARLY);
  });
}
