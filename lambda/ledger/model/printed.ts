import { MONTHS } from '../words/figures.ts';

/** Days as news prints them: `30 Juni`, `Juni`, `(30/6/2025)`, `2025`. */
const PRINTED =
  /(?<!\d)(\d{1,2})\/(\d{1,2})(?!\d)|(?:(?<!\d)(\d{1,2}) )?\b([a-z]{3,9})\b|(?<!\d)((?:19|20)\d\d)(?!\d)/gi;

/** The days, months and years that a sentence prints: `6-30`, `6`, `2025`. */
export function printedIn(quote: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, day, month, before, word, year] of quote.matchAll(PRINTED)) {
    if (year !== undefined) found.add(year);
    const which = month === undefined ? MONTHS.indexOf(word?.toLowerCase() ?? '') + 1 : Number(month);
    if (which < 1) continue;
    found.add(String(which));
    const of = day ?? before;
    if (of !== undefined) found.add(`${which}-${Number(of)}`);
  }
  return found;
}

/** How much of a day (`YYYY-MM-DD`) is printed: `mundur dari 30 Juni` tells which promise it moves. */
export function tellsDay(printed: ReadonlySet<string>, due: string): 'day' | 'month' | 'year' | 'no' {
  const [year, month, day] = due.split('-').map(Number) as [number, number, number];
  if (printed.has(`${month}-${day}`)) return 'day';
  if (printed.has(String(month))) return 'month';
  return printed.has(String(year)) ? 'year' : 'no';
}

/** Words that lead up to the day which held before. */
const LEADS_BACK =
  /\b(?:dari|semula|sebelumnya|awalnya|mulanya|tadinya|sedianya|bukan(?: lagi)?|(?:rencana|jadwal|target|batas|tenggat|janji)(?:nya)? (?:awal|semula|lama|pertama))(?: (?:dijadwalkan|ditargetkan|direncanakan|jadwal|rencana|target|tenggat|batas|waktu|akhir|awal|semula|sebelumnya|tanggal|pada|hari|(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu),?|paling lambat)){0,4} \(?/gi;
/** Characters of a printed day. */
const DAY_LENGTH = 16;

/** The days that a statement says to have held before: `dari 31 Maret menjadi 16 Maret`, `mundur dari batas semula 24 Juni`. */
export function formerlyIn(quote: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { 0: words, index } of quote.matchAll(LEADS_BACK)) {
    const behind = quote.slice(index + words.length, index + words.length + DAY_LENGTH);
    const first = FIRST.exec(behind);
    if (first) for (const day of printedIn(first[0])) if (!/^\d{4}$/.test(day)) found.add(day);
  }
  return found;
}
const FIRST = /^(?:\d{1,2}\/\d{1,2}(?!\d)|(?:\d{1,2} )?[A-Za-z]{3,9}\b)/;

/** Whether a promise was due on a day that a statement says to have held before: on the day or in the month, or not; null where it says none. */
export function heldBefore(formerly: ReadonlySet<string>, due: string): 'day' | 'month' | 'no' | null {
  if (formerly.size === 0) return null;
  const [, month, day] = due.split('-').map(Number) as [number, number, number];
  if (formerly.has(`${month}-${day}`)) return 'day';
  const isMonthOnly = ![...formerly].some((one) => one.includes('-'));
  return isMonthOnly && formerly.has(String(month)) ? 'month' : 'no';
}
