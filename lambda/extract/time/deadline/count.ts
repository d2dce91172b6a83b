/** Deadlines counted from an anchor: `dalam tujuh hari`, `2x24 jam`, `30 hari kerja sejak izin dicabut`. */
import type { DeadlineClaim } from '../../types.ts';
import { CALENDAR_VERSION } from '../calendar.ts';
import { type Day, formatDay, parseDay } from '../civil.ts';
import { ASKS } from '../lexicon.ts';
import { type Length, lengthAt } from '../parsers/length.ts';
import { direction } from '../scan.ts';
import type { Tokens } from '../tokens.ts';
import { isBehindWhich, isDemanded, isOpening, isOwnAct, isSaidOfAct, isToBeDone } from './asked.ts';
import { type Context, claimOf } from './claim.ts';
import { anchorBehindComma, anchorWords, eventDay, eventEnd, remoteAnchor } from './event.ts';
import { isOnceDone } from './once.ts';
import { type FoundOperator, operatorBefore } from './operators.ts';
import { backward, forward } from './reckon.ts';
import { statedDay } from './statement.ts';
import { endOfDay } from './window.ts';

const GIVEN = new Set(
  'beri memberi diberi diberikan memberikan berikan kasih dikasih mengasih tambahan perpanjangan kelonggaran tenggat batas masa'.split(
    ' ',
  ),
);
const UP_TO = new Set(['hingga', 'sampai', 'sampai dengan', 'terakhir', 'berakhir', 'habis']);
/** Words before a length that only give it where somebody grants the time. */
const NEEDS_GRANT = new Set(['waktu', 'kesempatan', 'waktu selama', 'selama', 'kesempatan selama', 'tempo']);

export function countClaim(c: Context, k: number, operator: FoundOperator | null): DeadlineClaim | null {
  const { t } = c;
  const { timex, from, end } = c.spans[k]!;
  const length = lengthFrom(t, from, end);
  const stated = statedDay(c, from);
  if (!length) return null;
  const kind = operator?.operator ?? null;
  if (kind === 'not-before' || (kind === 'least' && !anchorWords(t, end))) return null;
  if (isShareOfTime(t, end) || isPeriodOfShare(c, k, operator) || isPriceFor(t, from, operator)) return null;
  // `tanpa rating usia dalam dua pekan` says by when.
  const isWithin = operator?.words.startsWith('dalam') === true;
  if (!c.phrase && ((isAge(t, from) && !isWithin) || t.lower[end] === 'pertama')) return null;
  // `tinggal tiga hari lagi sebelum ditutup` runs from now; `…, terhitung sejak surat diterima` may stand further on.
  const near = anchorWords(t, end) ?? anchorBehindComma(t, end);
  const far = near ? null : remoteAnchor(t, end, c.spans[k + 1]?.from ?? t.count);
  const anchor = near?.back && timex.rule === 'ahead' ? null : (near ?? far);
  // `mundur dua pekan dari ketentuan awal`: by how much a day moved, and not from when.
  if (!c.phrase && (isShift(t, from) || isMovedBy(c, k))) return null;
  // `diterima dua hari kerja setelah tenggat`: how late it was, where nobody is still to do it.
  if (anchor && !c.phrase && LAST_DAY.has(t.lower[anchor.end]!) && direction(t, from, end) <= 0 && !isDemanded(t, from))
    return null;
  const tail = t.lower[end - 1];
  const ahead =
    timex.rule === 'ahead' ||
    (timex.rule === 'duration-window' &&
      (tail === 'depan' || tail === 'mendatang' || tail === 'datang' || tail === 'kedepan'));
  // `dalam satu-dua hari ini` looks ahead where somebody is to act.
  const soon = tail === 'ini' && operator?.operator === 'within' && (c.phrase || direction(t, from, end) > 0);
  if (timex.rule === 'duration-window' && !ahead && !soon && !c.phrase) return null;
  const times = length.times;
  const bounded = kind === 'within' || kind === 'by' || kind === 'least';
  const isLongest = isAtLongest(t, operator);
  const no = t.lower[from - 1] === 'tidak' || t.lower[from - 1] === 'tak';
  const atMost = isAtMost(t, from) && (c.phrase || no || direction(t, from, end) > 0 || isDemanded(t, from, ASKS));
  const granted =
    c.phrase ||
    atMost ||
    soon ||
    (operator !== null && NEEDS_GRANT.has(operator.words)
      ? isGranted(t, operator.from, from)
      : bounded || isGranted(t, from, from));
  if (!granted && !ahead && !length.working && !times && !anchor) return null;
  const way = direction(t, from, end);
  const isOnce = !anchor && !ahead && isOnceDone(t, operator?.from ?? from);
  if (timex.mod === 'MORE_THAN' && !atMost) return null;
  // `dalam sehari` is a rate where nobody is to act; `dalam 45 hari kerja` is hardly ever said of what merely happened.
  if (!c.phrase && operator?.words === 'dalam' && isShareADay(t, operator.from, length)) return null;
  if (
    !c.phrase &&
    operator?.words.startsWith('dalam') &&
    !(times && isDemanded(t, from)) &&
    !anchor &&
    !ahead &&
    !isLongest &&
    !isOnce &&
    ((way < 0 && !(isDemanded(t, from) && isBehindWhich(t, operator.from))) ||
      (isRate(t, operator.from) && !isToBeDone(t, operator.from)) ||
      !(
        way > 0 ||
        length.working ||
        isOwnAct(t, operator.from) ||
        isDemanded(t, from) ||
        isOpening(t, operator.from, end) ||
        isSaidOfAct(t, operator.from, end)
      ))
  )
    return null;
  // The hundred working days of a government are a name.
  if (!c.phrase && length.working && length.count.value === 100 && kind !== 'by' && way <= 0) return null;
  // `hingga tiga tahun` is up to three years.
  if (kind === 'by' && UP_TO.has(operator!.words) && !ahead && !length.working && !times && !anchor) return null;
  const due = way > 0 || (way >= 0 && isDemanded(t, from, ASKS));
  // `tersisa dua tahun` of a sentence is none.
  if (!c.phrase && operator !== null && LEFT.has(operator.words) && !due) return null;
  // `berlangsung selama lima hari kerja`: how long something took, unless it is yet to come or granted.
  if (!c.phrase && operator?.words === 'selama' && !due && !isGranted(t, operator.from, from)) return null;
  // `masa karantina selama 90 hari mulai 1 September`: how long a thing is to last, and no day by which.
  if (!c.phrase && !ahead && isLength(t, operator) && !length.working && !isGranted(t, operator!.from, from))
    return null;
  if (!granted && far && !length.working && !times) return null;
  const base = anchor && anchorDay(c, k, anchor.end, stated);
  // `Sehari setelah rapat umum pada 25 Juni`, `30 hari setelah diundangkan pada 2 Juni`: nothing of it has happened when that is to come.
  const isIssued = anchor !== null && ISSUED.has(t.lower[anchor.end] ?? '');
  const anchored = base?.source === 'text' ? base.day! : null;
  const isToCome =
    c.ref !== null && anchored !== null && (isIssued ? lastOf(anchored, length, anchor!.back) : anchored) > c.ref;
  if (!granted && anchor && !length.working && !times && !due && !isToCome && !isNow(t, anchor.end)) return null;
  const start = operator !== null && (granted || bounded) && !NEEDS_GRANT.has(operator.words) ? operator.from : from;
  if (length.count.vague || Number.isNaN(length.count.value))
    return claimOf(c, start, end, { rule: 'vague-count', due: 'vague', precision: 'vague' });
  if (length.unit === 'minute' || length.unit === 'second') return null;
  const rule = ruleOf(length, anchor?.back ?? false);

  const since = kind === 'by' && ahead ? startBefore(c, k, operator!.from) : null;
  if (since) return dated(c, since.from, end, rule, forward(since.day, length), since.day, 'text', length);
  if (anchor && base) {
    const stop = far ? end : base.end;
    if (base.day === null)
      return claimOf(c, start, stop, { rule: `${rule}:event`, due: 'unanchored', anchorSource: 'event' });
    const window = anchor.back ? backward(base.day, length) : forward(base.day, length);
    return dated(c, start, stop, rule, window, base.day, base.source, length);
  }
  if (isOnce) return claimOf(c, start, end, { rule: `${rule}:event`, due: 'unanchored', anchorSource: 'event' });
  if (stated === null) return claimOf(c, start, end, { rule, due: 'unanchored' });
  return dated(c, start, end, rule, forward(stated, length), stated, stated === c.ref ? 'published' : 'text', length);
}

/** What a rule counts from: that it is in force so long after is never told as done. */
const ISSUED = new Set(['diundangkan', 'ditetapkan', 'diterbitkan', 'terbit', 'disahkan', 'ditandatangani', 'diteken']);

/** The last day of a count from a day on, or before it. */
const lastOf = (day: Day, length: Length, isBack: boolean): Day =>
  length.count.vague || Number.isNaN(length.count.value) || length.unit === 'minute' || length.unit === 'second'
    ? day
    : (isBack ? backward(day, length) : forward(day, length)).latest;

/** `sejak 1 Juni hingga 30 hari ke depan`: the printed day directly before the bound, from its operator on. */
function startBefore(c: Context, k: number, bound: number): { day: Day; from: number } | null {
  const before = c.spans[k - 1];
  if (before?.end !== bound) return null;
  const day = parseDay(before.timex.value);
  const operator = operatorBefore(c.t, before.from);
  return day !== null && operator?.operator === 'start' ? { day, from: operator.from } : null;
}

/** `paling lama tiga hari dalam sebulan`, `dua jam sehari`: how much of each, not by when. */
const isShareOfTime = (t: Tokens, end: number): boolean =>
  PERIOD.test(t.lower[t.lower[end] === 'dalam' ? end + 1 : end] ?? '');
const PERIOD = /^se(?:hari|pekan|minggu|bulan|tahun|kuartal)$/;

/** The `dalam sebulan`, or `sehari`, of such a share. */
function isPeriodOfShare({ t, spans }: Context, k: number, operator: FoundOperator | null): boolean {
  const before = spans[k - 1];
  const from = operator?.words === 'dalam' ? operator.from : spans[k]!.from;
  if (before === undefined || before.end !== from) return false;
  return lengthFrom(t, before.from, before.end) !== null && isShareOfTime(t, before.end);
}

/** Two hundred years, in days. */
const FARTHEST = 73_050;

function dated(
  c: Context,
  start: number,
  end: number,
  rule: string,
  window: { earliest: Day; latest: Day },
  anchor: Day,
  anchorSource: DeadlineClaim['anchorSource'],
  length: Length,
): DeadlineClaim | null {
  // No deadline lies beyond this; a figure that large counts something else.
  if (window.latest - anchor > FARTHEST || anchor - window.earliest > FARTHEST) return null;
  return claimOf(c, start, end, {
    rule,
    due: formatDay(window.latest),
    earliest: endOfDay(window.earliest, 'Asia/Jakarta'),
    latest: endOfDay(window.latest, 'Asia/Jakarta'),
    precision: 'day',
    anchor: formatDay(anchor),
    anchorSource,
    calendarVersion: length.working ? CALENDAR_VERSION : null,
  });
}

/** The length inside an expression, past words like `sekitar` or `kurang dari`. */
function lengthFrom(t: Tokens, from: number, end: number): Length | null {
  for (let i = from; i < Math.min(end, from + 4); i++) {
    const length = lengthAt(t, i);
    if (length) return length;
  }
  return null;
}

function isGranted(t: Tokens, operatorFrom: number, from: number): boolean {
  for (let i = Math.max(0, Math.min(operatorFrom, from) - 6); i < from; i++)
    if (
      GIVEN.has(t.lower[i]!) &&
      t.lower[i + 1] !== 'tahu' &&
      (t.lower[i] !== 'masa' || i === Math.min(operatorFrom, from) - 1)
    )
      return true;
  return false;
}

const AGE = new Set(['usia', 'berusia', 'umur', 'berumur', 'usianya', 'genap']);

function isAge(t: Tokens, from: number): boolean {
  // `akun anak di bawah 16 tahun`
  if (t.lower[from - 1] === 'bawah' || t.lower[from - 1] === 'atas') return true;
  for (let i = Math.max(0, from - 4); i < from; i++) if (AGE.has(t.lower[i]!)) return true;
  return false;
}

function isShift(t: Tokens, from: number): boolean {
  const word = t.lower[from - 1] ?? '';
  return SHIFTS.has(word) || (COMPARED.has(word) && t.lower[from - 2] === 'lebih');
}
const SHIFTS = new Set(['mundur', 'maju', 'molor', 'terlambat', 'meleset', 'bergeser']);
const COMPARED = new Set(['lambat', 'cepat', 'awal']);

/** `diperpanjang sepekan menjadi 27 Juli`: by how much, beside the day that it comes to. */
function isMovedBy({ t, spans }: Context, k: number): boolean {
  const { from, end } = spans[k]!;
  const next = spans[k + 1];
  const isTo = next !== undefined && next.from - end <= 2 && TO_DAY.has(t.lower[end] ?? '');
  // `memperpanjang tenggat itu sepekan menjadi 27 Juli`
  const isMoved = t.lower.slice(Math.max(0, from - MOVED_WITHIN), from).some((word) => MOVED.has(word));
  return isTo && isMoved && parseDay(next.timex.value) !== null;
}
const MOVED_WITHIN = 5;
const TO_DAY = new Set(['menjadi', 'hingga', 'sampai', 'ke']);
const MOVED = new Set(
  'diperpanjang memperpanjang diundur diundurkan mengundur dimundurkan memundurkan digeser menggeser ditunda menunda'.split(
    ' ',
  ),
);

/** The day by which something was due. */
const LAST_DAY = new Set(['tenggat', 'batas', 'deadline', 'jadwal', 'target']);

/** Only `selama` leads it in, and no word for a time that is given. */
const isLength = (t: Tokens, operator: FoundOperator | null): boolean =>
  operator !== null && operator.words === 'selama' && !GIVEN.has(t.lower[operator.from - 1] ?? '');

/** What is left of a time. */
const LEFT = new Set(
  'waktu tinggal, waktunya tinggal, sisa waktu, sisa waktunya, waktu tersisa, tersisa, tersisa waktu, waktu yang tersisa'.split(
    ', ',
  ),
);

/** `paling lama dalam 90 hari`: no rate. */
const isAtLongest = (t: Tokens, operator: FoundOperator | null): boolean =>
  operator !== null && t.lower[operator.from] === 'paling' && LONGEST.has(t.lower[operator.from + 1]!);
const LONGEST = new Set(['lama', 'lambat', 'telat', 'akhir']);

/** `kurang dari 24 jam`, `tidak lebih dari 14 hari`. */
function isAtMost(t: Tokens, from: number): boolean {
  if (t.lower[from] === 'kurang' && t.lower[from + 1] === 'dari') return true;
  return t.lower[from] === 'lebih' && (t.lower[from - 1] === 'tidak' || t.lower[from - 1] === 'tak');
}

/** `naik 5 persen dalam sehari`: a rate. */
function isRate(t: Tokens, from: number): boolean {
  for (let i = Math.max(0, from - 6); i < from; i++)
    if (t.lower[i] === 'persen' || t.lower[i] === '%' || t.lower[i] === 'kali') return true;
  return false;
}

/** `Rp 25 ribu sebulan mulai 1 Agustus`: what each costs. */
const isPriceFor = (t: Tokens, from: number, operator: FoundOperator | null): boolean =>
  operator === null &&
  EACH.has(t.lower[from]!) &&
  AMOUNTS.has(t.lower[from - 1] ?? '') &&
  !AHEAD.has(t.lower[from + 1] ?? '');
const AHEAD = new Set(['lagi', 'depan', 'ke', 'kedepan', 'mendatang', 'sejak', 'setelah', 'sesudah']);
const EACH = new Set(['sehari', 'sepekan', 'seminggu', 'sebulan', 'setahun', 'semalam', 'sejam']);
const AMOUNTS = new Set(['ribu', 'juta', 'miliar', 'triliun', 'rupiah', 'dolar', 'persen', '%', 'kali']);

/** `turun maksimal 15% dalam sehari terhitung Senin`: a rate that holds from then on. */
const isShareADay = (t: Tokens, from: number, { unit, count }: Length): boolean =>
  unit === 'day' && count.value === 1 && isRate(t, from);

const isNow = (t: Tokens, i: number): boolean =>
  t.lower[i] === 'sekarang' || (t.lower[i] === 'hari' && t.lower[i + 1] === 'ini') || t.lower[i] === 'saat';

/** The day a count starts from: a printed one, now, or an event that the text dates elsewhere. */
function anchorDay(
  c: Context,
  k: number,
  from: number,
  stated: Day | null,
): { day: Day | null; end: number; source: DeadlineClaim['anchorSource'] } {
  const { t } = c;
  const next = c.spans[k + 1];
  if (next && next.from - from <= 1 && next.from >= from) {
    const day = parseDay(next.timex.value);
    // `tujuh hari kerja terhitung mulai besok`: tomorrow is the first of them.
    const isFirst = next.timex.rule === 'tomorrow' && COUNTED_IN.has(t.lower[from - 1]!);
    if (day !== null) return { day: isFirst ? day - 1 : day, end: next.end, source: 'text' };
    if (next.timex.value === 'PRESENT_REF') return { day: stated, end: next.end, source: 'published' };
  }
  if (t.lower[from] === 'sekarang') return { day: stated, end: from + 1, source: 'published' };
  const end = Math.max(from, eventEnd(t, from));
  // The event's own phrase may end in its date: `sejak diundangkan pada 2 Maret 2026`.
  const soon = c.spans.slice(k + 1, k + 5);
  const inside = soon.find((s) => s.from >= from && s.from <= end && parseDay(s.timex.value) !== null);
  if (inside) return { day: parseDay(inside.timex.value), end: inside.end, source: 'text' };
  // `sejak penetapan dibacakan, Selasa (25/6)`: the day behind the comma, once it is past.
  const beside = t.lower[end] === ',' ? soon.find((s) => s.from === end + 1) : undefined;
  const told = beside ? parseDay(beside.timex.value) : null;
  if (beside && told !== null && c.ref !== null && told <= c.ref) return { day: told, end: beside.end, source: 'text' };
  const found = eventDay(t, from, end, c.dates, c.ref);
  return { day: found, end, source: found === null ? 'event' : 'text' };
}

const COUNTED_IN = new Set(['mulai', 'terhitung', 'dihitung', 'sejak', 'dari']);

function ruleOf(length: Length, back: boolean): string {
  const { value, upper } = length.count;
  const n = `${back ? '-before' : ''}:${value === upper ? value : `${value}-${upper}`}`;
  if (length.working) return `working-days${n}`;
  switch (length.unit) {
    case 'hour':
      return `hours${n}`;
    case 'day':
      return `calendar-days${n}`;
    default:
      return `${length.unit}s${n}`;
  }
}
