/** Of a year, in order. */
export const MONTHS = 'januari februari maret april mei juni juli agustus september oktober november desember'.split(
  ' ',
);

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
