import type { DeadlineClaim, Timex } from '../../types.ts';
import { type Day, formatDay, ZONES } from '../civil.ts';
import { direction } from '../scan.ts';
import { capital, isDash, NUMBER, WORD } from '../tokens.ts';
import { isDemanded } from './asked.ts';
import { type Context, claimOf } from './claim.ts';
import { eventBefore } from './event.ts';
import type { FoundOperator } from './operators.ts';
import { endOfDay, type Window } from './window.ts';

/** `sebelum 2026 berakhir` is by its last day. */
const OVER = new Set(['berakhir', 'berganti', 'habis', 'usai', 'selesai', 'tutup']);

/** Operators that make even a day already past a deadline (that has passed). */
const STRONG = /paling lambat|paling telat|selambat|tenggat|batas|jatuh tempo|deadline/;

/** Rules of expressions that look ahead by themselves. */
const AHEAD = new Set(['tomorrow', 'day-after-tomorrow', 'later-today']);

/** The claim of a DATE or TIME with the operator before it; null where it states no deadline. */
export function dateClaim(c: Context, k: number, found: FoundOperator | null, window: Window): DeadlineClaim | null {
  const { timex, from, end } = c.spans[k]!;
  const bound = datesAnEvent(c, timex, found, window) ? eventBefore(c.t, (found?.from ?? from) - 1) : -1;
  if (bound >= 0)
    return dateClaim(c, k, { operator: 'before', from: bound, words: 'sebelum', actStarts: false }, window);
  // `menjelang Ramadan` is before its first day, `menjelang akhir Juni` by its last.
  const eve = (found?.words === 'menjelang' || found?.words === 'jelang') && timex.endValue !== undefined;
  const operator = eve ? 'before' : (found?.operator ?? 'at');
  if (operator === 'not-before' || operator === 'least') return null;
  // `sepakat menyalurkan 1.000 rumah sepanjang 2025`: by the end of it, where somebody is still to do it.
  const isAhead = (): boolean => direction(c.t, from, end) > 0 || isDemanded(c.t, found!.from);
  if (operator === 'past' && (found!.words !== 'sepanjang' || !isAhead())) return null;
  if (!c.phrase && (isNamePart(c, k, found) || isSpan(c, k, found, window) || isDateline(c, k))) return null;
  const strong = found !== null && STRONG.test(found.words);
  if (c.ref !== null && !c.phrase) {
    const way = direction(c.t, from, end);
    if (window.latest < c.ref && !(strong && way >= 0 && c.ref - window.latest < 60)) return null;
    // The article's own day is when things were said, unless the clause looks ahead (`besok`, said the day before).
    const today = window.latest === c.ref && (found === null || operator === 'at');
    if (today && way < 1 && !AHEAD.has(timex.rule)) return null;
  }
  // `5 Agustus` in `sejak 5 Agustus` is past unless it is to come.
  let { earliest, latest } = window;
  let precision = window.precision;
  const zone = zoneOf(timex.text);
  let rule = `${operator === 'at' ? 'on' : operator}-${timex.mod ? `${timex.mod.toLowerCase()}-` : ''}${window.precision}`;
  const over = operator === 'before' && OVER.has(c.t.lower[end] ?? '');
  if (over) earliest = latest = window.latest;
  else if (operator === 'before') {
    // `sebelum Jumat malam` is on Friday still.
    if (/T(?:MI|AF|EV|NI)$/.test(timex.value)) earliest = latest = window.latest;
    // Midnight is the end of the day before.
    else if (window.clock === '00:00') earliest = latest = window.first - 1;
    else if (window.clock === null) {
      // `sebelum akhir tahun` is by its last day at the latest, the day before by the strictest reading.
      const closing = timex.rule.startsWith('tutup-');
      earliest = closing ? window.latest : timex.mod === 'END' ? window.latest - 1 : window.first - 1;
      latest = timex.mod === 'END' ? window.latest : timex.mod ? window.latest - 1 : window.first - 1;
      if (precision === 'instant') precision = 'day';
    }
    rule = `before-${window.precision}`;
  }
  // A clock time bounds a deadline; of an act on a day it is when the act is due to begin, and the day is the bound.
  const bounded = operator === 'by' || operator === 'before' || operator === 'within' || c.phrase;
  const clock = operator === 'before' && window.clock === '00:00' ? '24:00' : window.clock;
  if (!(clock && bounded) && precision === 'instant') precision = 'day';
  const start = found ? found.from : from;
  return claimOf(c, start, over ? end + 1 : end, {
    rule,
    // By the strictest reading of `sebelum`, on which readers agree.
    due: formatDay(operator === 'before' && timex.mod === 'END' ? earliest : latest),
    earliest: clock ? instantOf(earliest, clock, zone) : endOfDay(earliest, zone),
    latest: clock && bounded ? instantOf(latest, clock, zone) : endOfDay(latest, zone),
    precision,
    zone,
    kind: operator === 'start' && !found?.actStarts && !timex.endValue ? 'start' : 'due',
    note: timex.note,
  });
}

/** Whether a day to come that stands alone or behind `pada` may date an event named before it. */
const datesAnEvent = (c: Context, timex: Timex, found: FoundOperator | null, window: Window): boolean =>
  timex.type === 'DATE' &&
  window.precision === 'day' &&
  (c.ref === null || window.latest > c.ref) &&
  (found === null || OF_EVENT.has(found.words));

/** `sebelum layanan ditutup pada 27 Juli`: words before the day that may be the event's own. */
const OF_EVENT = new Set('pada dimulai berlaku ditutup berakhir jatuh'.split(' '));

/** `Piala Dunia 2026`, `BSU 2025`, `2025/2026`: a year that is part of a name. */
function isNamePart(c: Context, k: number, found: FoundOperator | null): boolean {
  const { timex, from } = c.spans[k]!;
  // `Kalender Pendidikan Tahun 2024/2025`
  if (found === null && timex.rule === 'year' && timex.endValue) return true;
  const { t } = c;
  // `acara Metro Hari Ini`
  if (timex.rule === 'today' && from > 0) return [from - 1, from, c.spans[k]!.end - 1].every((i) => capital(t, i));
  if (found === null && timex.rule === 'named-day' && isOccasion(c, k)) return true;
  if (found !== null || timex.rule !== 'year-bare' || from === 0) return false;
  const before = t.lower[from - 1]!;
  // `musim 2019/2020`
  const { end } = c.spans[k]!;
  if (SEASONS.has(before) || (t.lower[end] === '/' && t.kind[end + 1] === NUMBER)) return true;
  return t.kind[from - 1] === WORD
    ? capital(t, from - 1)
    : t.kind[from - 1] === NUMBER || before === ')' || before === '/' || isDash(before);
}

const SEASONS = new Set(['musim', 'edisi', 'angkatan', 'ajaran', 'akademik', 'periode']);

/** `tarif Lebaran`, `tiket Natal`: right behind a noun a feast says of what sort that is, and not when something is done. */
function isOccasion({ t, spans }: Context, k: number): boolean {
  const { from, end } = spans[k]!;
  const before = t.lower[from - 1] ?? '';
  if (t.kind[from - 1] !== WORD || capital(t, from - 1)) return false;
  return !WHEN_BEFORE.test(before) && !WHEN_BEHIND.has(t.lower[end] ?? '') && end - from === 1;
}
/** A verb, or a word that leads in when something is done. */
const WHEN_BEFORE =
  /^(?:me[mnlrwy]|di|ber|ter)[a-z]{3}|^(?:saat|ketika|waktu|hari|malam|pas|begitu|bertepatan|bersamaan|momen|momentum|masa|musim|libur|liburan|dan|atau|selesai|rampung|tuntas|terbit|buka|kelar|usai|seusai|setelah|sesudah|bersih|mulus|pulih|normal|aman|lancar|siap)$/;
const WHEN_BEHIND = new Set(['nanti', 'mendatang', 'ini', 'depan', 'kelak', 'besok']);

/**
 * `selama 2025`, `hingga hari ini`, `per malam`, `sejak Januari`: how long or since when, not by when. What shall go on
 * for a time to come (`akan diberikan selama Juni-Juli`) is due by its end.
 */
function isSpan(c: Context, k: number, found: FoundOperator | null, window: Window): boolean {
  if (found === null) return false;
  const { timex, from, end } = c.spans[k]!;
  const { ref } = c;
  if (found.words === 'selama') return direction(c.t, from, end) < 1;
  const now = timex.rule === 'today' || timex.rule.startsWith('that-') || timex.rule === 'part-that-day';
  if (now && (found.words === 'hingga' || found.words === 'sampai' || found.words === 'sampai dengan')) return true;
  if (timex.rule === 'part-bare' && found.operator !== 'at') return true;
  if (found.words === 'per' && timex.rule.startsWith('part')) return true;
  return (found.words === 'sejak' || found.words === 'dari') && ref !== null && window.first <= ref && !timex.endValue;
}

const SPEAKS =
  /^(?:mengatakan|menyatakan|menyebut|menyebutkan|menjelaskan|menuturkan|mengungkapkan|menegaskan|memaparkan|menerangkan|menyampaikan|mengungkap|berkata|membenarkan|menilai|menambahkan|mengaku|memastikan)$/;

/** `Budi di Jakarta, Selasa (10/6/2025), mengatakan …`: the day on which the speaker spoke. */
function isDateline(c: Context, k: number): boolean {
  const { end } = c.spans[k]!;
  const after = c.t.lower[end] === ',' ? end + 1 : end;
  return SPEAKS.test(c.t.lower[after] ?? '');
}

function instantOf(day: Day, clock: string, zone: string): string {
  const offset = endOfDay(day, zone).slice(19);
  // 23.59 is printed for the day's end.
  return clock === '24:00' || clock === '23:59' ? endOfDay(day, zone) : `${formatDay(day)}T${clock}:00${offset}`;
}

function zoneOf(text: string): string {
  const named = /\b(wita|wit|wib)\b/i.exec(text);
  return ZONES[named?.[1]?.toLowerCase() ?? 'wib']!.iana;
}
