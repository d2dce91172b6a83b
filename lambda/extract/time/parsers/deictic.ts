/** Words after a unit or a month that say which one: `lalu`, `ini`, `depan`, `itu`. */
import type { Match } from '../scan.ts';
import type { Tokens } from '../tokens.ts';

/** Steps that a word after a unit stands for: `lalu` -1, `ini` 0, `depan` 1; `itu` and `yang sama` point into the text. */
export function deicticAt(t: Tokens, i: number): { step: number | 'text'; end: number; shift?: number } | null {
  switch (t.lower[i]) {
    case 'ini':
    case 'berjalan':
      return { step: 0, end: i + 1 };
    case 'lalu':
    case 'kemarin':
    case 'silam':
      return { step: -1, end: i + 1 };
    case 'depan':
    case 'mendatang':
      return { step: 1, end: i + 1 };
    case 'depannya':
      return { step: 2, end: t.lower[i + 1] === 'lagi' ? i + 2 : i + 1 };
    case 'itu':
      return { step: 'text', end: i + 1 };
    case 'sebelumnya':
      return { step: 'text', end: i + 1, shift: -1 };
    case 'berikutnya':
    case 'selanjutnya':
      return { step: 'text', end: i + 1, shift: 1 };
    case 'yang':
      if (t.lower[i + 1] === 'lalu' || t.lower[i + 1] === 'silam') return { step: -1, end: i + 2 };
      if (t.lower[i + 1] === 'akan' && t.lower[i + 2] === 'datang') return { step: 1, end: i + 3 };
      if (t.lower[i + 1] === 'sama') return { step: 'text', end: i + 2 };
      return null;
    default:
      return null;
  }
}

/** A DATE of a period: no single day. */
export const periodMatch = (from: number, end: number, value: string, rule: string, grain: Match['grain']): Match => ({
  from,
  end,
  type: 'DATE',
  value,
  rule,
  grain,
  day: null,
});

/** Words before which a bare month or year is a time. */
export const TIME_PREPOSITIONS = new Set(
  'pada di sejak hingga sampai dari mulai sebelum setelah sesudah selama per bulan tahun akhir awal pertengahan medio sekitar tiap setiap untuk dengan antara ke'.split(
    ' ',
  ),
);
