/** Words that point from the article's day or from the day last spoken of: `kemarin`, `kini`, `nanti`, `keesokan harinya`. */
import { formatDay } from '../civil.ts';
import { dayValue, type Match, type Scan } from '../scan.ts';
import { isDash, isStop, type Tokens } from '../tokens.ts';
import { AFTER_PRAYER, PRAYERS, partAt } from './clock.ts';
import { extendDay } from './day.ts';

interface Phrase {
  words: string[];
  value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF' | 'PXX';
}

const phrase = (text: string, value: Phrase['value']): Phrase => ({ words: text.split(' '), value });

/** Longest first under each first word. */
const PHRASES: Phrase[] = [
  ...[
    'sekarang ini',
    'sekarang',
    'kini',
    'saat ini',
    'saat sekarang ini',
    'saat sekarang',
    'dewasa ini',
    'hari - hari ini',
    'masa kini',
    'waktu ini',
    'detik ini',
    'masa sekarang',
  ].map((p) => phrase(p, 'PRESENT_REF')),
  ...[
    'saat itu',
    'waktu itu',
    'ketika itu',
    'kala itu',
    'masa itu',
    'baru - baru ini',
    'belakangan ini',
    'akhir - akhir ini',
    'masa lalu',
    'masa silam',
    'masa lampau',
    'tempo hari',
    'kemarin - kemarin',
    'belum lama ini',
    'tahun - tahun sebelumnya',
    'tahun - tahun lalu',
    'masa - masa lalu',
    'dahulu kala',
    'dulu kala',
  ].map((p) => phrase(p, 'PAST_REF')),
  ...[
    'nanti',
    'kelak',
    'masa depan',
    'masa mendatang',
    'masa yang akan datang',
    'waktu dekat',
    'waku dekat',
    'waktu dekat ini',
    'waktu mendatang',
    'sebentar lagi',
    'saat mendatang',
    'hari - hari mendatang',
    'tahun - tahun mendatang',
    'bulan - bulan mendatang',
  ].map((p) => phrase(p, 'FUTURE_REF')),
  ...['sejenak', 'sebentar'].map((p) => phrase(p, 'PXX')),
];
const BY_FIRST = new Map<string, Phrase[]>();
for (const p of PHRASES) {
  const list = BY_FIRST.get(p.words[0]!) ?? [];
  list.push(p);
  list.sort((a, b) => b.words.length - a.words.length);
  BY_FIRST.set(p.words[0]!, list);
}
/** First words that are no lexicon entries of another kind. */
export const REFERENCE_WORDS: string[] = [
  ...BY_FIRST.keys(),
  'kemarin',
  'besok',
  'esok',
  'keesokan',
  'lusa',
  'dulu',
  'dahulu',
  'tadi',
  'semalam',
  'ke',
];

const at = (from: number, end: number, value: string, rule: string): Match => ({
  from,
  end,
  type: value === 'PXX' ? 'DURATION' : 'DATE',
  value,
  rule,
  grain: 'reference',
  day: null,
});

function startsWith(t: Tokens, i: number, words: string[]): boolean {
  for (let k = 0; k < words.length; k++) {
    const word = words[k]!;
    if (word === '-' ? !isDash(t.lower[i + k]) : t.lower[i + k] !== word) return false;
  }
  return true;
}

export function parseReference(s: Scan, i: number): Match | null {
  const t = s.t;
  const word = t.lower[i]!;
  switch (word) {
    case 'kemarin':
      if (t.lower[i + 1] === 'lusa') return relativeDay(s, i, i + 2, -2, 'day-before-yesterday');
      if (isDash(t.lower[i + 1])) break;
      return relativeDay(s, i, i + 1, -1, 'yesterday');
    case 'besok':
    case 'esok':
      if (t.lower[i + 1] === 'lusa') return relativeDay(s, i, i + 2, 2, 'day-after-tomorrow');
      if (word === 'esok' && (t.lower[i + 1] === 'harinya' || (t.lower[i + 1] === 'hari' && t.lower[i + 2] !== 'ini')))
        return nextDay(s, i, i + 2);
      return relativeDay(s, i, i + 1, 1, 'tomorrow');
    case 'keesokan':
      return nextDay(s, i, t.lower[i + 1] === 'harinya' || t.lower[i + 1] === 'hari' ? i + 2 : i + 1);
    case 'lusa':
      return relativeDay(s, i, i + 1, 2, 'day-after-tomorrow');
    case 'semalam':
      return {
        from: i,
        end: i + 1,
        type: 'TIME',
        value: `${dayValue(s.ref === null ? null : s.ref - 1)}TNI`,
        rule: 'last-night',
        grain: 'time',
        day: s.ref === null ? null : s.ref - 1,
      };
    case 'tadi':
    case 'nanti': {
      const part = partAt(t, i + 1);
      if (part) {
        const day = s.ref === null ? null : word === 'tadi' && part.part === 'NI' ? s.ref - 1 : s.ref;
        let end = part.end;
        if (t.lower[end] === 'ini') end++;
        return {
          from: i,
          end,
          type: 'TIME',
          value: `${dayValue(day)}T${part.part}`,
          rule: word === 'tadi' ? 'earlier-today' : 'later-today',
          grain: 'time',
          day,
        };
      }
      if (word === 'tadi') return null;
      break;
    }
    case 'dulu':
    case 'dahulu': {
      // A particle after a verb or in `lebih dulu`; a time where it opens the clause or follows `sejak`, `zaman`.
      if (t.lower[i + 1] === 'kala') break;
      const before = t.lower[i - 1];
      if (
        before === 'sejak' ||
        before === 'zaman' ||
        before === 'jaman' ||
        before === 'masa' ||
        before === 'dari' ||
        before === 'seperti' ||
        before === undefined ||
        isStop(before) ||
        before === '"' ||
        before === '“'
      )
        return at(i, i + 1, 'PAST_REF', 'past-reference');
      return null;
    }
    case 'ke':
      // `Ke depan, …` opening a clause.
      if (
        t.lower[i + 1] === 'depan' &&
        (i === 0 || isStop(t.lower[i - 1]) || t.lower[i - 1] === '"' || t.lower[i - 1] === '“') &&
        t.text[t.start[i]!] === 'K'
      )
        return at(i, i + 2, 'FUTURE_REF', 'future-reference');
      return null;
    default:
  }
  for (const p of BY_FIRST.get(word) ?? []) {
    if (!startsWith(t, i, p.words)) continue;
    return at(i, i + p.words.length, p.value, `${p.value.toLowerCase().replace('_', '-')}`);
  }
  return null;
}

function relativeDay(s: Scan, from: number, end: number, step: number, rule: string): Match {
  const day = s.ref === null ? null : s.ref + step;
  return extendDay(s, { from, end, type: 'DATE', value: dayValue(day), rule, grain: 'day', day });
}

/** `keesokan harinya`: the day after the one last spoken of. */
function nextDay(s: Scan, from: number, end: number): Match {
  const anchor = s.lastDay ?? s.ref;
  const day = anchor === null ? null : anchor + 1;
  return extendDay(s, {
    from,
    end,
    type: 'DATE',
    value: day === null ? 'XXXX-XX-XX' : formatDay(day),
    rule: 'next-day',
    grain: 'day',
    day,
  });
}

const NO_PART_BEFORE = new Set(
  'jam sif terlalu lebih satu dua tiga selamat pasar makan klub kelab hiburan sarapan salat shalat sholat solat kunang bunga baju gaun tidur mata jaga ronda shift kelas sekolah kuliah program acara wisata puasa'.split(
    ' ',
  ),
);

/** `malam ini`, `siang itu`, `pagi tadi`, and a bare `malam`, of the day last spoken of. */
export function parsePart(s: Scan, i: number): Match | null {
  const t = s.t;
  if (AFTER_PRAYER.includes(t.lower[i]!) && !PRAYERS.has(t.lower[i + 1] ?? '')) return null;
  const part = partAt(t, i);
  if (!part) return null;
  const next = t.lower[part.end];
  const make = (end: number, day: number | null, rule: string): Match => ({
    from: i,
    end,
    type: 'TIME',
    value: `${dayValue(day)}T${part.part}`,
    rule,
    grain: 'time',
    day,
  });
  if (next === 'ini') return make(part.end + 1, s.ref, 'part-today');
  // `sore hari ini`, `pagi hari itu`
  const whose = next === 'hari' ? t.lower[part.end + 1] : undefined;
  if (whose === 'ini') return make(part.end + 2, s.ref, 'part-today');
  if (whose === 'itu') return make(part.end + 2, s.lastDay ?? s.ref, 'part-that-day');
  if (next === 'tadi')
    return make(part.end + 1, s.ref === null ? null : part.part === 'NI' ? s.ref - 1 : s.ref, 'earlier-today');
  if (next === 'nanti') return make(part.end + 1, s.ref, 'later-today');
  if (next === 'kemarin' || next === 'lalu')
    return make(part.end + 1, s.ref === null ? null : s.ref - 1, 'part-yesterday');
  const last = s.lastDay ?? s.ref;
  const word = t.lower[i]!;
  // `Sorenya, …`, opening its clause.
  const before = t.lower[i - 1];
  if (word.endsWith('nya'))
    return before === undefined || isStop(before) || before === ',' || before === '"' || before === '“'
      ? make(part.end, last, 'part-that-day')
      : null;
  if (next === 'harinya' || (next === 'itu' && !NO_PART_BEFORE.has(t.lower[i - 1] ?? '')))
    return make(part.end + 1, last, 'part-that-day');
  if (NO_PART_BEFORE.has(t.lower[i - 1] ?? '') || isDash(t.lower[i - 1]) || isDash(next)) return null;
  if (t.lex[i]?.part && part.end === i + 1) {
    // `magrib`, `fajar`, `senja` alone are prayers and names.
    if (word !== 'pagi' && word !== 'siang' && word !== 'sore' && word !== 'petang' && word !== 'malam') return null;
    const c = t.text.charCodeAt(t.start[i]!);
    if (c >= 65 && c <= 90 && i > 0 && !isStop(t.lower[i - 1])) return null;
    if (t.lex[part.end]?.weekday && word === 'malam') return null;
    if (
      next === 'takbiran' ||
      next === 'tahun' ||
      next === 'natal' ||
      next === 'puncak' ||
      next === 'final' ||
      next === 'penghargaan' ||
      next === 'minggu'
    )
      return null;
  }
  return make(part.end, last, 'part-bare');
}
