/** Time given to somebody, and terms moved for somebody, who is named within or behind the marker. */
import { entryOf } from '../time/lexicon.ts';
import { isVerbLike, NOMINAL } from './clause.ts';
import { MARKERS, type Marker } from './lexicon/markers.ts';
import { ACT_LINKS, isRegulated, WHOLE } from './lexicon/words.ts';
import type { View } from './view.ts';

/** What such wording counts as: a marker that no list of forms can hold. */
interface Given {
  length: number;
  form: string;
  marker: Marker;
}

const TIME_GIVEN = MARKERS.find(({ rule }) => rule === 'time-given')!;
const GIVEN_TO = MARKERS.find(({ rule }) => rule === 'time-given-passive')!;
const given = (length: number): Given => ({ length, form: 'memberi waktu', marker: TIME_GIVEN });

/** Verbs by which a term is moved for somebody, and what is moved. */
const MOVES_TERM = new Set(
  'memperpanjang melonggarkan mengundurkan mengundur memundurkan menggeser mengulur memajukan menambah menunda'.split(
    ' ',
  ),
);
const TERM_NOUNS = new Set(['batas', 'tenggat', 'waktu', 'jadwal', 'tempo', 'deadline', 'masa']);
const FOR = new Set(['bagi', 'kepada', 'untuk', 'buat']);

/**
 * `melonggarkan batas bagi operator untuk memasang …`, `memperpanjang tenggat pelaporan oleh emiten`: more time for those
 * who are named behind it, and what for.
 */
export function termMoved(tokens: View['tokens'], at: number): Given | null {
  if (!MOVES_TERM.has(tokens[at]!.lower) || !TERM_NOUNS.has(tokens[at + 1]?.lower ?? '')) return null;
  let act = at + 2;
  while (TERM_NOUNS.has(tokens[act]?.lower ?? '')) act++;
  // `memperpanjang masa pelarangan … oleh bank`: how long it lasts, and no last day.
  const isNoun = NOMINAL.test(tokens[act]?.lower ?? '') && tokens[at + 1]!.lower !== 'masa';
  for (let i = act; i + 1 < tokens.length && i < at + 14; i++) {
    if (tokens[i]!.kind === 'mark') {
      // `memperpanjang batas penyerahan rencana penyehatan keuangan (RPK) bagi …`
      if (tokens[i]!.lower === '(' || tokens[i]!.lower === ')') continue;
      return null;
    }
    const next = tokens[i + 1]!;
    // `untuk memasang` alone names nobody.
    if (!(FOR.has(tokens[i]!.lower) || (isNoun && tokens[i]!.lower === 'oleh')) || isVerbLike(next.lower)) continue;
    if (isNoun) return next.capital || isRegulated(next.lower) ? given(act - at) : null;
    return toAct(tokens, i) ? given(1) : null;
  }
  return null;
}

/** `memberi TikTok waktu tujuh hari`, `memberi bank-bank itu kesempatan untuk`: the one addressed stands within the marker. */
export function timeGivenTo(tokens: View['tokens'], at: number): Given | null {
  // `menolak memberi`, `tak lagi memberi`: nothing is given.
  if ([tokens[at - 1], tokens[at - 2]].some((token) => GIVES_NOT.has(token?.lower ?? ''))) return null;
  if (GIVEN.has(tokens[at]!.lower)) return timeGivenBy(tokens, at);
  return timeWithin(tokens, at) < 0 ? null : given(1);
}

/** `pelaku usaha diberi Kepala LKPP waktu tiga pekan guna memindahkan …`: the one who gives it stands within the marker. */
function timeGivenBy(tokens: View['tokens'], at: number): Given | null {
  if (!tokens[at + 1]?.capital) return null;
  for (let i = at + 2; i < tokens.length && i < at + NAMED_WITHIN; i++) {
    const { lower, kind, capital } = tokens[i]!;
    if (TIME.has(lower))
      return toAct(tokens, i) ? { length: i + 1 - at, form: 'diberi waktu', marker: GIVEN_TO } : null;
    if (kind === 'mark' || (!capital && (NOT_WITHIN.has(lower) || isVerbLike(lower)))) return null;
  }
  return null;
}
const GIVEN = new Set(['diberi', 'diberikan', 'dikasih']);

const GIVES_NOT = new Set(['menolak', 'enggan', 'tidak', 'tak', 'batal', 'belum', 'ogah']);

/** Verbs by which time is given. */
const GIVING = new Set(['memberi', 'memberikan', 'beri', 'berikan', 'kasih']);
const TIME = new Set(['waktu', 'tenggat', 'kesempatan', 'tempo', 'deadline', 'batas', 'tambahan', 'kelonggaran']);
/** Tokens of the one addressed, at most: `memberi 97 penyelenggara pinjaman daring (pindar) kesempatan`. */
const NAMED_WITHIN = 12;

/** What does not stand within a name or a class: behind it something else is given, or said. */
const NOT_WITHIN = new Set(
  'kepada pada di ke dari dengan tanpa oleh terhadap bagi atas tentang soal mengenai sebelum sesudah setelah sesuai tahu karena jika bila'.split(
    ' ',
  ),
);
/** What a chance is given for where it is none to do one's duty. */
const TREATS = new Set('mencoba menikmati menggunakan belajar memanfaatkan merasakan mengikuti'.split(' '));

/** Where the time stands that is given to whoever is named before it; -1 where `at` gives something else. */
export function timeWithin(tokens: View['tokens'], at: number): number {
  if (!GIVING.has(tokens[at]!.lower)) return -1;
  // `memberi ISP yang belum melapor kesempatan`: what those have or have not done.
  let told = false;
  for (let i = at + 1; i < tokens.length && i < at + NAMED_WITHIN; i++) {
    const { lower, kind, capital } = tokens[i]!;
    if (TIME.has(lower)) return i > at + 1 && (tokens[at + 1]!.capital || isGroup(tokens, at + 1, i)) ? i : -1;
    // `memberi Telegram tujuh hari kerja untuk menghapus kanal itu`
    if (i > at + 1 && tokens[at + 1]!.capital && isLength(tokens, i) && toAct(tokens, i)) return i;
    if (kind === 'mark' ? !WITHIN_MARKS.has(lower) : !capital && (NOT_WITHIN.has(lower) || ACT_LINKS.has(lower)))
      return -1;
    const isTold = told && (HAVING.has(tokens[i - 1]!.lower) || LEFT.has(lower));
    if (kind === 'word' && !capital && isVerbLike(lower) && !isTold) return -1;
    told ||= lower === 'yang' && (tokens[i - 1]!.capital || (i <= at + 3 && isRegulated(tokens[at + 1]!.lower)));
  }
  return -1;
}
/** `yang belum melapor`: what those who are named have or have not done. */
/** `yang tersisa`: which of them. */
const LEFT = new Set(['tersisa', 'terdampak', 'terdaftar', 'tertinggal', 'terlambat', 'bersangkutan', 'bermasalah']);
const HAVING = new Set(['belum', 'tidak', 'tak', 'sudah', 'telah']);
const WITHIN_MARKS = new Set(['(', ')', ',', "'", '’']);

/** So many days, weeks or months begin there: `tujuh hari`, `30 hari`, `dua belas hari`, `sepekan`. */
function isLength(tokens: View['tokens'], i: number): boolean {
  const entry = entryOf(tokens[i]!.lower);
  if (entry?.one) return true;
  const isCount = tokens[i]!.kind === 'number' || (entry?.number ?? 0) > 0;
  return isCount && [tokens[i + 1], tokens[i + 2]].some((token) => token && entryOf(token.lower)?.unit);
}

/** A class that authorities regulate, however many, which is given time to do what is said behind it. */
function isGroup(tokens: View['tokens'], from: number, time: number): boolean {
  let head = from;
  while (head < time && (tokens[head]!.kind === 'number' || WHOLE.has(tokens[head]!.lower))) head++;
  // `memberi semua SPPG waktu`
  return (isRegulated(tokens[head]!.lower) || (head > from && tokens[head]!.capital)) && toAct(tokens, time);
}

/** Tokens of a stretch of time, at most: `tambahan sampai 31 Maret 2026 pukul 23.59 WIB`. */
const TERM = 14;
/** Whether what is to be done is said behind it: `untuk` and a verb. */
const toAct = (tokens: View['tokens'], from: number): boolean => {
  for (let i = from + 1; i + 1 < tokens.length && i < from + TERM; i++)
    if (tokens[i]!.lower === 'untuk' || tokens[i]!.lower === 'guna')
      return isVerbLike(tokens[i + 1]!.lower) && !TREATS.has(tokens[i + 1]!.lower);
  return false;
};

/** What such wording begins with. */
export const FIRST_GIVEN: readonly string[] = [...GIVING, ...GIVEN, ...MOVES_TERM];
