/** What the parsers share: the tokens, the article's day, and what the text has spoken of so far. */
import type { TimexType } from '../types.ts';
import { civil, type Day, dayOf, daysInMonth, formatDay, isDate, pad2, pad4 } from './civil.ts';
import { ASKS, type Unit } from './lexicon.ts';
import { capital, isStop, NUMBER, paragraphBreak, type Tokens } from './tokens.ts';

export type Grain = Unit | 'time' | 'weekend' | 'reference';
export type Modifier = 'START' | 'MID' | 'END' | 'APPROX' | 'LESS_THAN' | 'MORE_THAN';

export interface Scan {
  t: Tokens;
  /** The article's day; null where it is not known. */
  ref: Day | null;
  /** What says neither way points forward: the text is a deadline's phrase. */
  forward: boolean;
  /** The last day that the text named. */
  lastDay: Day | null;
  /** The last month (`[year, month]`) and year that the text named. */
  lastMonth: [number, number] | null;
  lastYear: number | null;
  /** Index after the token at which `lastYear` was printed in digits. */
  lastYearAt: number;
  /** Index after the last clock time. */
  lastClockEnd: number;
}

/** One expression found: tokens `[from, end)`. */
export interface Match {
  from: number;
  end: number;
  type: TimexType;
  value: string;
  rule: string;
  grain: Grain;
  /** The day it names, where it names one. */
  day: Day | null;
  mod?: Modifier | undefined;
  note?: string | undefined;
  /** Last day of a range (`2-5 Agustus`), as a TIMEX3 value. */
  endValue?: string | undefined;
  /** A clock time whose day was only taken from the text before. */
  impliedDay?: boolean | undefined;
}

/** Reads one kind of expression at a token; null where it is not there. */
export type Parser = (s: Scan, i: number) => Match | null;

export const UNKNOWN_DAY = 'XXXX-XX-XX';
export const dayValue = (day: Day | null): string => (day === null ? UNKNOWN_DAY : formatDay(day));
export const monthValue = (year: number | null, month: number): string =>
  `${year === null ? 'XXXX' : pad4(year)}-${pad2(month)}`;

export const refYear = (s: Scan): number | null => (s.ref === null ? null : civil(s.ref).year);

/** A year of four digits, 1900 to 2099, at token `i`; 0 where there is none. */
export function yearAt(t: Tokens, i: number): number {
  const word = t.lower[i];
  if (t.kind[i] !== NUMBER || word === undefined || word.length !== 4) return 0;
  const year = Number(word);
  if (year < 1900 || year > 2099) return 0;
  // `2.014`, `2014,5` and `2014/2015` are read elsewhere; a letter glued on makes it a name.
  const after = t.lower[i + 1];
  if (t.end[i] === t.start[i + 1]) {
    if (t.kind[i + 1] === 0 && after !== 'silam') return 0;
    if ((after === '.' || after === ',') && t.kind[i + 2] === NUMBER && t.end[i + 1] === t.start[i + 2]) return 0;
  }
  return year;
}

const FUTURE_CUES = new Set(
  `berjanji menjanjikan berkomitmen bersedia akan bakal mau hendak rencananya berencana direncanakan rencana dijadwalkan jadwal dijadwal ditargetkan menargetkan target
   mematok dipatok membidik dibidik mengincar diincar diagendakan mengagendakan diperkirakan diprediksi lambat telat selambat selambatnya segera nanti diharapkan harap
   berharap harus wajib mesti ingin siap sanggup menyanggupi berniat bertekad menjadwalkan diperpanjang tenggat diundur menunggu ditunda mendatang`.split(
    /\s+/,
  ),
);
/** Operators that bound a time without saying whether it is past: `hingga Maret`. */
const WEAK_CUES = new Set('hingga sampai mulai sebelum maksimal menjelang jelang per batas'.split(' '));

/** Forward, back, unsaid; 0.5 is forward by an operator only. */
export type Direction = -1 | 0 | 0.5 | 1;

const PAST_CUES = new Set(
  `telah sudah lalu sempat pernah kata ujar ucap tutur jelas tegas ungkap papar imbuh tambah terang sebut tulis katanya
   ujarnya ucapnya tuturnya jelasnya tegasnya ungkapnya paparnya imbuhnya tambahnya terangnya sebutnya tulisnya mengatakan
   menyatakan menjelaskan menuturkan menyebut menyebutkan mengungkapkan menegaskan memaparkan menerangkan dikutip dilansir
   mengutip melansir ditemui dihubungi dikonfirmasi keterangan diterima sejak terjadi ditemukan tercatat
   kemarin tadi diketahui dilaporkan melaporkan`.split(/\s+/),
);

const DONE = new Set(['telah', 'sudah']);

const CUES = new Set('kata ujar ucap tutur jelas tegas ungkap papar imbuh tambah terang sebut'.split(' '));
const SAYING =
  /^(?:mengatakan|menyatakan|menjelaskan|menuturkan|menyebut|menyebutkan|mengungkapkan|menegaskan|memaparkan|menerangkan)$/;
/** A verb by its affix. */
const ACT = /^(?:me[mnlrwy]|di|ber|ter)[a-z]{4}/;
const NO_ACT = new Set(
  `direktur direksi dirjen digital dinas dirinya menteri mereka media menurut menit meter meski melalui berita berbagai bersama
   berdasarkan bernama berikut tersebut terhadap terkait termasuk tentang terbaru tertulis terakhir tersendiri terutama`.split(
    /\s+/,
  ),
);

/** Words of telling that are also what somebody is asked to do. */
const TOLD = new Set(
  'melaporkan menyatakan menjelaskan menyebutkan mengungkapkan memaparkan menerangkan keterangan'.split(' '),
);
/** Words by which a past day is told from the day of the saying. */
const AGO = new Set(['lalu', 'kemarin', 'tadi']);
/** Words right before a verb of telling that make it one of what is to come. */
const TO_COME = new Set(['akan', 'bakal', 'wajib', 'harus', 'segera']);
/** Words before `keterangan` that make it the place of a saying. */
const SAID_IN = new Set('dalam lewat melalui menurut pada dari berdasarkan mengutip siaran'.split(' '));
/** How far before a verb of telling stands what asks for it. */
const ASKED_BEFORE = 10;

/** `meminta Gojek melaporkan pemutusan kerja dalam tujuh hari`: the telling is what is asked, and to come. */
function isAskedToTell(t: Tokens, at: number): boolean {
  if (SAID_IN.has(t.lower[at - 1] ?? '')) return false;
  for (let i = at - 1; i >= Math.max(0, at - ASKED_BEFORE); i--) {
    const word = t.lower[i]!;
    if (isStop(word) || word === ',' || word === 'yang' || word === '"') return false;
    if (ASKS.has(word) || DUE_BY.has(word)) return true;
  }
  return false;
}

/** `PT Terang`, `Bank Papar`: a word of speech that is part of a name. */
function isName(t: Tokens, i: number): boolean {
  return i > 0 && capital(t, i) && capital(t, i - 1) && !isStop(t.lower[i - 1]);
}

/**
 * Which way an expression without a year or week points, from its clause: 1 forward (`akan`, `hingga`, `dijadwalkan`
 * before it, or `akan` soon after), -1 back (a verb of speech or a past auxiliary), 0 unsaid. The nearest word decides.
 */
export function direction(t: Tokens, from: number, end: number): Direction {
  const stop = Math.max(0, from - 24);
  let weak = false;
  let asked = false;
  let acted = false;
  let closed = false;
  let told = false;
  for (let i = from - 1; i >= stop; i--) {
    const word = t.lower[i]!;
    if (
      (isStop(word) && t.end[i] !== t.start[i + 1]) ||
      word === '"' ||
      word === '”' ||
      word === '“' ||
      paragraphBreak(t, i)
    )
      break;
    if (FUTURE_CUES.has(word)) return 1;
    // `sudah akan diumumkan`, `harus sudah menyetorkan`; `sudah diperintahkan berhenti` tells of what is asked.
    if (DONE.has(word) && (DUE_BY.has(t.lower[i - 1] ?? '') || DUE_BY.has(t.lower[i + 1] ?? ''))) return 1;
    if (DONE.has(word) && asked) break;
    if (ASKS.has(word)) asked = true;
    if (word === ',' && acted) closed = true;
    // `Uang itu, ujar Budi, dikembalikan dalam 14 hari`: who says so stands between.
    if (closed && CUES.has(word) && t.lower[i - 1] === ',') continue;
    // `…, lalu mengumumkan hasilnya`: then, and not ago (`pekan lalu`).
    if (word === 'lalu' && ACT.test(t.lower[i + 1] ?? '') && (t.lower[i - 1] === ',' || !t.lex[i - 1])) continue;
    if (PAST_CUES.has(word) && !isName(t, i)) {
      // `akan dilaporkan ke polisi pada September`; `menampilkan keterangan tentang penerbit`.
      if (TO_COME.has(t.lower[i - 1] ?? '')) return 1;
      if (word === 'keterangan' && !SAID_IN.has(t.lower[i - 1] ?? '') && !asked) continue;
      if (TOLD.has(word) && isAskedToTell(t, i)) return 1;
      // `akan memeriksa berkas pekan depan, lalu mengumumkan hasilnya pada 15 Juli`: what the verb before it says holds of both.
      if (JOINS.has(t.lower[i - 1] ?? '')) {
        told = true;
        continue;
      }
      // `Menteri, yang pekan lalu menggelar rapat, meminta …`: what is past stands before what is asked.
      if (weak || (asked && AGO.has(word))) break;
      // `mengatakan logo itu dibagikan pada April`: the day of what is said, not of the saying.
      if (acted && SAYING.test(word)) break;
      return -1;
    }
    if (ACT.test(word) && !NO_ACT.has(word)) acted = true;
    if (WEAK_CUES.has(word) && !(word === 'sampai' && t.lower[i + 1] === 'di')) weak = true;
  }
  if (told) return -1;
  for (let i = end; i < Math.min(t.count, end + 7); i++) {
    const word = t.lower[i]!;
    if (isStop(word)) break;
    // `Senin, Budi mengatakan ia akan …`: the day of the saying.
    if (word.startsWith('me') && PAST_CUES.has(word)) return weak ? 0 : -1;
    if (word === 'akan' || word === 'bakal' || word === 'mendatang' || word === 'nanti') return 1;
    // `Juli sudah harus jalan`
    if (word === 'sudah' && (DUE_BY.has(t.lower[i + 1] ?? '') || DUE_BY.has(t.lower[i - 1] ?? ''))) return 1;
    if (DONE.has(word)) return weak ? 0 : -1;
  }
  // `meminta emiten menyampaikan laporan tahunan 2023 sebelum Juni`: by then it is to be done.
  return weak ? (asked ? 1 : 0.5) : 0;
}

const JOINS = new Set(['lalu', 'kemudian', 'dan', 'serta']);

/** `harus sudah menyetorkan`: done by then, and so to come. */
const DUE_BY = new Set(['harus', 'wajib', 'mesti', 'akan', 'bakal']);

/** `direction` of an expression of the scan. */
export function wayOf(s: Scan, from: number, end: number): Direction {
  const way = direction(s.t, from, end);
  if (!s.forward) return way;
  // `Juli sudah jalan`, said of what is to come.
  return way >= 0 || s.t.lower[end] === 'sudah' ? 1 : way;
}

/** A year printed shortly before in the same sentence governs a month or date without one. */
function yearNearby(s: Scan, from: number): number | null {
  if (s.lastYear === null || from - s.lastYearAt > 12) return null;
  for (let i = s.lastYearAt; i < from; i++) if (isStop(s.t.lower[i]) || paragraphBreak(s.t, i)) return null;
  return s.lastYear;
}

/** Days by which a day may be past and still be what a clause about the future names. */
const PAST = 45;

/** Whether the year last printed says when, and does not belong to a thing: `Pada 2020`, `sejak tahun 2020`. */
function isOwnYear({ t, lastYearAt }: Scan): boolean {
  const before = t.lower[lastYearAt - 2] ?? '';
  return SINCE.has(before === 'tahun' ? (t.lower[lastYearAt - 3] ?? '') : before);
}
const SINCE = new Set(['pada', 'sejak', 'di', 'dari', 'mulai']);

/** Whether the year last printed is the one that a plan, a budget or a wage is for, which are settled in the year before: `UMP 2020`. */
function isPlannedYear({ t, lastYearAt }: Scan): boolean {
  for (let i = lastYearAt - 2; i >= lastYearAt - 4 && i >= 0; i--) {
    if (SINCE.has(t.lower[i]!)) return false;
    if (PLANNED.has(t.lower[i]!)) return true;
  }
  return false;
}
const PLANNED = new Set(
  'apbn rapbn apbd rapbd ppas rkp rkpd rkab rka dipa ump umk umr umsk bpih ruptl prolegnas propemperda upah'.split(' '),
);

/** The year of a day and month printed without one. `way` as `direction` gives it. */
export function impliedYear(s: Scan, month: number, day: number, way: Direction, from: number): number | null {
  const near = yearNearby(s, from);
  const at = (y: number): Day => dayOf(y, month, Math.min(day, daysInMonth(y, month)));
  // `akan mengumumkan audit bansos 2020 pada akhir Agustus`: the year of a thing, not of what is to come.
  if (near !== null && !(way === 1 && s.ref !== null && at(near) < s.ref - PAST && !isOwnYear(s))) {
    // `mengunggah RAPBD 2020 paling lambat 15 November`, said in November 2019.
    const isBefore = s.ref !== null && near === civil(s.ref).year + 1 && at(near - 1) >= s.ref && isPlannedYear(s);
    return isBefore ? near - 1 : near;
  }
  if (s.ref === null) return null;
  const year = civil(s.ref).year;
  if (way === 1) {
    // What is a little past is meant as past, whatever the clause says.
    if (at(year) >= s.ref - PAST) return year;
    return year + 1;
  }
  if (way < 0) return at(year) <= s.ref + 15 ? year : year - 1;
  let best = year;
  for (const y of [year - 1, year + 1]) {
    if (Math.abs(at(y) - s.ref) < Math.abs(at(best) - s.ref)) best = y;
  }
  return best;
}

/** The day of a printed day and month, with or without year; null where it does not exist or has no year. */
export function resolveDay(
  s: Scan,
  parts: { day: number; month: number; year: number | null },
  way: Direction,
  from: number,
): Day | null {
  const year = parts.year ?? impliedYear(s, parts.month, parts.day, way, from);
  if (year === null || !isDate(year, parts.month, parts.day)) return null;
  return dayOf(year, parts.month, parts.day);
}
