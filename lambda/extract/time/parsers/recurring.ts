/** Sets: `setiap tiga bulan`, `tiap Senin`, `setiap akhir pekan`, `dua kali sehari`. */
import { pad2 } from '../civil.ts';
import type { Match, Scan } from '../scan.ts';
import { NUMBER, WORD } from '../tokens.ts';
import { partAt } from './clock.ts';
import { writtenDate } from './date.ts';
import { weekdayAt } from './day.ts';
import { durationValue, lengthAt } from './length.ts';

const NYA = new Map([
  ['harinya', 'P1D'],
  ['minggunya', 'P1W'],
  ['pekannya', 'P1W'],
  ['bulannya', 'P1M'],
  ['tahunnya', 'P1Y'],
  ['jamnya', 'PT1H'],
  ['malamnya', 'XXXX-XX-XXTNI'],
]);

export function parseSet(s: Scan, i: number): Match | null {
  const t = s.t;
  let at = i + 1;
  if (t.lower[i] === 'tiap' && t.lower[at] === '-' && t.lower[at + 1] === 'tiap') at += 2;
  const set = (end: number, value: string): Match => ({
    from: i,
    end: t.lower[end] === 'sekali' ? end + 1 : end,
    type: 'SET',
    value,
    rule: 'set',
    grain: 'reference',
    day: null,
  });
  const nya = NYA.get(t.lower[at] ?? '');
  if (nya) return set(at + 1, nya);
  const edge = t.lower[at] === 'akhir' || t.lower[at] === 'awal' || t.lower[at] === 'pertengahan';
  if (edge && t.lex[at + 1]?.unit) {
    const unit = t.lex[at + 1]!.unit!;
    return set(at + 2, unit === 'week' && t.lower[at] === 'akhir' ? 'XXXX-WXX-WE' : durationValue(1, unit));
  }
  if (t.lower[at] === 'hari' || weekdayAt(t, at)) {
    const index = t.lower[at] === 'hari' && weekdayAt(t, at + 1) ? at + 1 : at;
    const day = weekdayAt(t, index);
    if (day) {
      const part = partAt(t, index + 1);
      return set(part ? part.end : index + 1, `XXXX-WXX-${day}${part ? `T${part.part}` : ''}`);
    }
    if (t.lower[at + 1] === 'kerja') return set(at + 2, 'P1D');
  }
  if (t.lower[at] === 'tanggal' || t.lower[at] === 'tgl') {
    at++;
    const day = Number(t.lower[at]);
    if (t.kind[at] === NUMBER && day >= 1 && day <= 31 && !t.lex[at + 1]?.month)
      return set(at + 1, `XXXX-XX-${pad2(day)}`);
  }
  const date = writtenDate(t, at);
  if (date && date.year === null) return set(date.end, `XXXX-${pad2(date.month)}-${pad2(date.day)}`);
  const lex = t.lex[at];
  if (!lex) {
    const length = t.kind[at] === WORD ? null : lengthAt(t, at);
    return length && !length.count.vague ? set(length.end, length.value) : null;
  }
  if (lex.unit && lex.unit !== 'moment' && !lex.one) return set(at + 1, durationValue(1, lex.unit));
  if (lex.month && !lex.shortMonth) return set(at + 1, `XXXX-${pad2(lex.month)}`);
  const part = partAt(t, at);
  if (part) return set(part.end, `XXXX-XX-XXT${part.part}`);
  const length = lengthAt(t, at);
  if (length) return set(length.end, length.value);
  return null;
}
