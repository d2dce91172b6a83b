/** Months misspelt by one letter (`Agutus`, `Sepetember`, `Desmeber`), where a day and a year stand beside them. */
import { yearAt } from '../scan.ts';
import { type Tokens, WORD } from '../tokens.ts';

/** Months long enough that a word of one other letter is no word of its own. */
const LONG_MONTHS: [name: string, month: number][] = [
  ['januari', 1],
  ['februari', 2],
  ['agustus', 8],
  ['september', 9],
  ['oktober', 10],
  ['november', 11],
  ['desember', 12],
];

/** The month that token `i` misspells, a year behind it; 0 where it does not. */
export function misspeltMonth(t: Tokens, i: number): number {
  const word = t.lower[i];
  if (t.kind[i] !== WORD || word === undefined || word.length < 6 || word.length > 10 || !yearAt(t, i + 1)) return 0;
  for (const [name, month] of LONG_MONTHS) if (word[0] === name[0] && isOneSlip(word, name)) return month;
  return 0;
}

/** Whether a letter left out, put in, changed, or two neighbours swapped make one word of the other. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const restA = a.slice(head, a.length - tail);
  const restB = b.slice(head, b.length - tail);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
