import { readCount } from '../../extract/time/numbers.ts';
import { tokenize } from '../../extract/time/tokens.ts';

/** A number in figures, its thousands apart and its decimals behind a comma: `3.100`, `2,4`. The source of an expression. */
export const FIGURE = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?`;

const UNIT = 'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan';
const TENS = `(?:${UNIT}) (?:belas|puluh(?: (?:${UNIT}))?)|sepuluh|sebelas|${UNIT}`;
/** A number in words, below a thousand: `dua ratus dua puluh lima`. The source of an expression. */
export const WORD_NUMBER = `(?:(?:(?:${UNIT}) ratus|seratus)(?: (?:${TENS}))?|seribu|${TENS})\\b`;

/** Words that multiply the number before them. */
export const TIMES: Readonly<Record<string, number>> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 };

/** Months, in order: a number before one names a day and counts nothing. */
export const MONTHS = 'januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember'.split(
  '|',
);

/** The value of a number in figures or in words, in lower case: `3.100`, `2,4 miliar`, `dua puluh satu`; NaN where it is none. */
export function numberIn(number: string): number {
  const words = number.split(' ');
  const times = TIMES[words.at(-1)!] ?? 1;
  const own = times === 1 ? number : words.slice(0, -1).join(' ');
  const value = /^\d/.test(own)
    ? Number(own.replaceAll('.', '').replace(',', '.'))
    : (readCount(tokenize(own), 0)?.value ?? Number.NaN);
  return value * times;
}
