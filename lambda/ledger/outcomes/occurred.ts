import { mondayOfWeek } from '../../extract/time/civil.ts';
import type { Span, Timex } from '../../extract/types.ts';
import { OPEN, saysInTime } from '../model/cues.ts';
import { dayOf, dayText, jakartaDay } from '../model/features.ts';
import type { LedgerArticle, Report } from '../types.ts';

const DAY = 86_400_000;

/** Sentences from the top of an article that tell its news, which happened today or the day before. */
const LEAD = 3;

/**
 * First and last day on which what a sentence reports can have happened. A day printed in the sentence counts (the last
 * one not after publication), or in what stands behind it and goes on about it, as at the top of an article the next sentence
 * does; without one the lead tells of the day of publication or the day before, unless it was in time, and anything further down
 * only bounds it from above.
 * @param behind the sentences that follow, the nearest first.
 */
export function occurredIn(
  article: LedgerArticle,
  sentence: Span,
  index: number,
  behind: readonly Span[] = [],
): Report['occurred'] {
  const own = dayIn(article, sentence);
  if (own && isNarrow(own))
    return RESUMED.test(article.text.slice(sentence.start, sentence.end)) ? dayBefore(own) : own;
  const published = jakartaDay(article.published);
  const texts = behind.map(({ start, end }) => article.text.slice(start, end));
  for (const [i, span] of behind.entries()) {
    const isOfIt =
      (index < LEAD || GOES_ON.test(texts[i]!)) && !OPEN.test(clauseOfDay(texts[i]!)) && !isOfElse(texts[i]!);
    const went = isOfIt ? dayIn(article, span) : null;
    if (went && went.earliest === went.latest && dayOf(went.latest) >= published - RECENT) return went;
    // The next but one is looked at where the next is short, or where it goes on itself.
    if (texts[i]!.length > SHORT && !GOES_ON.test(texts[i + 1] ?? '')) break;
  }
  if (own) return own;
  const isInTime =
    saysInTime(article.text.slice(sentence.start, sentence.end)) ||
    (texts[0] !== undefined && POINTS_BACK.test(texts[0]) && saysInTime(texts[0]));
  const earliest = index < LEAD && !isInTime ? dayText(published - 1) : null;
  return { earliest, latest: dayText(published) };
}

/** A year that a sentence names says less of when it was than a day that the next one does. */
const isNarrow = ({ earliest, latest }: Report['occurred']): boolean =>
  earliest !== null && dayOf(latest) - dayOf(earliest) <= WIDE;
const WIDE = 45;

/** `kembali mengudara pada Kamis setelah tiga hari menghilang`: what was to stop for a time had done so the day before. */
const RESUMED =
  /\b(?:kembali|lagi)\b[^;]{0,100}?\b(?:setelah|usai|seusai) (?:[a-z]+ ){0,2}(?:hari|pekan|minggu|bulan|sehari|sepekan|seminggu|sebulan) (?:\w+ ){0,2}(?:menghilang|berhenti|dihentikan|absen|disuspensi|dibekukan|ditutup|tutup|diblokir|disetop|vakum|dilarang)\b/i;
const dayBefore = ({ earliest, latest }: Report['occurred']): Report['occurred'] => ({
  earliest: earliest === null ? null : dayText(dayOf(earliest) - 1),
  latest: dayText(dayOf(latest) - 1),
});

/** The clause of a sentence in which its day stands: `Berkas terakhir kami terima 29 Desember, jadi tidak ada yang lewat`. */
const clauseOfDay = (text: string): string => /^[^,;]*\d[^,;]*/.exec(text)?.[0] ?? text;

/** Characters of a sentence that only adds a word to what stands before it: the next one may still be about that. */
const SHORT = 60;
/** Days before publication in which news tells what it says to be done. */
const RECENT = 45;

const PAPER =
  '(?:berkas|dokumen|laporan|surat|data|uang|dana|pembayaran|penyerahan|pengiriman|pemblokiran|pembukaan|peluncuran|permohonan|pendaftaran)(?:nya)?';
/** A sentence about the thing told before it: `Dokumen tersebut …`, `Hal itu …`. */
const POINTS_BACK = new RegExp(
  `^["“]?(?:${PAPER}(?: \\w+)? (?:itu|tersebut|ini)|(?:hal|langkah|semua) (?:itu|tersebut|ini)|itu|ini)\\b`,
  'i',
);
/** The same, telling how it came about: `Berkas terakhir diterima pada 30 Juli`, `Yang terakhir hilang tanggal 6 Maret`. */
const GOES_ON = new RegExp(
  `^["“]?(?:${PAPER}(?: \\w+)?(?: yang(?: \\w+){1,5})? (?:itu |tersebut |terakhir )?(?:baru |akhirnya |sudah |telah )?(?:diterima|diserahkan|disampaikan|dikirim|diantar|dibawa|dibayarkan|dicairkan|dilakukan|diteken|ditandatangani|masuk|sampai|tiba|rampung|selesai|tuntas)|(?:[a-z]+ ){0,3}yang terakhir \\w+|(?:gelombang|tahap|termin|angsuran|kloter|gerai|unit|kiriman|rombongan|bagian) (?:terakhir|pamungkas)(?:nya)?)\\b`,
  'i',
);
/** The day is of the deadline, or of when it was asked or promised: `Tenggatnya jatuh pada 10 Juni`. */
const isOfElse = (sentence: string): boolean => {
  const late = LATE_AGAINST.exec(sentence);
  return OF_ELSE.test(sentence) || (late !== null && /\d/.test(sentence.slice(late.index)));
};
const OF_ELSE =
  /\b(?:(?<!\bsebelum )(?:tenggat|batas (?:waktu|akhir))(?:nya)?(?: itu)? (?:jatuh|ialah|adalah|berakhir|habis|semula)|jatuh tempo pada|dijadwalkan|memanggil|dipanggil|memberi(?:kan)? (?:waktu|tenggat|batas|kesempatan)|memerintahkan|diperintahkan|berjanji|menjanjikan|dijanjikan)\b/i;
/** `molor dari target 10 Juni`: of the deadline where a day stands behind, and of no day otherwise. */
const LATE_AGAINST =
  /\b(?:molor|telat|terlambat|lewat|meleset|lebih lambat) (?:[a-z]+ ){0,4}(?:tenggat|batas|jadwal|target|tanggal yang dijanjikan)\b/i;
/** The narrowest day or stretch of days in a sentence that is not ahead, the last of equals; null without one. */
function dayIn(article: LedgerArticle, sentence: Span): Report['occurred'] | null {
  const published = jakartaDay(article.published);
  const said = saidFrom(article.text.slice(sentence.start, sentence.end));
  let best: { from: number; to: number } | null = null;
  for (const timex of article.extraction.timexes) {
    if (timex.start < sentence.start || timex.end > sentence.end || (timex.type !== 'DATE' && timex.type !== 'TIME'))
      continue;
    // `masuk sekolah pukul 05.30 sudah berjalan sejak Rabu`, `dibacakan dalam berita petang pada Rabu`: an hour alone is of no day.
    if (HOUR_ALONE.test(timex.text)) continue;
    // A day behind `kata …,` is that of the saying; that of `yang pernah diumumkannya pada 2 Agustus` is of something before.
    const before = article.text.slice(sentence.start, timex.start);
    const behind = article.text.slice(timex.end, sentence.end);
    const isSaid =
      timex.start - sentence.start > said ||
      BEFORE_SAYING.test(behind) ||
      (BEFORE_FEAST.test(before) && !/\d/.test(timex.text) && DAY_VALUE.test(timex.value)) ||
      BEFORE_THAT.test(before) ||
      UP_TO_THEN.test(before) ||
      COMPARED_TO.test(before);
    const isOfNoun = (OF_NOUN.test(before) || OF_WHICH.test(before)) && GOES_TO_VERB.test(behind);
    if (isSaid || isOfNoun) continue;
    const whole = weekOf(timex) ?? rangeOf(timex.value);
    // `sudah rampung sebelum Juli`: by its eve, and not long before.
    const range = whole && BEFORE_IT.test(before) ? { from: whole.from - RECENT, to: whole.from - 1 } : whole;
    if (!range || range.from > published) continue;
    const clipped = { from: range.from, to: Math.min(range.to, published) };
    if (
      !best ||
      clipped.to - clipped.from < best.to - best.from ||
      (clipped.to - clipped.from === best.to - best.from && clipped.to > best.to)
    ) {
      best = clipped;
    }
  }
  return best && { earliest: dayText(best.from), latest: dayText(best.to) };
}

/** `kompensasi atas pemadaman 2 Mei lalu sudah diberikan`: right behind a noun, before the verb, the day is that of what the noun tells. */
const OF_NOUN =
  /(?<!\b(?:pada|sejak|hari|tanggal|per|mulai|hingga|sampai|dari|sebelum|setelah|kemarin|lalu|malam|siang|sore|pagi|akhir|awal|pertengahan|bulan|tahun|pekan|minggu|dan|kini|tepat|persis) )(?<=\b[a-z]{4,} )$/;
/** `item yang hilang pada Mei lalu sudah dikembalikan`: the same of the day of a clause that says which. */
const OF_WHICH = /\byang (?:[a-z]+ ){1,4}(?:pada|sejak|di) (?:bulan |tanggal |hari )?$/;
const GOES_TO_VERB = /^(?: lalu| silam| kemarin)? (?:sudah|telah|akhirnya|resmi|baru|kini)\b/;

const HOUR_ALONE = /^(?:(?:pukul|jam) \d{1,2}(?:[.:]\d{2})?(?: ?(?:wib|wita|wit))?|pagi|siang|sore|petang|malam)$/i;

/** `… di Jakarta, Sabtu, menuturkan permintaan maaf itu dibacakan pada Rabu`: the day between commas, of the saying. */
const BEFORE_SAYING =
  /^(?: \([^)]{1,20}\))?, (?:mengatakan|menyatakan|menuturkan|menjelaskan|menyebut(?:kan)?|mengungkapkan|menegaskan|menyampaikan|memastikan|mengaku|membenarkan|memaparkan|menerangkan|menambahkan|mengumumkan|bilang)\b/;

/** `dikirim pada Kamis (28/4) sebelum libur Lebaran` */
const BEFORE_FEAST = /\b(?:sebelum|menjelang|jelang) (?:libur(?:an)? |cuti bersama |hari raya )?$/i;

/** Of a day, and not of a month or a year. */
const DAY_VALUE = /^\d{4}-\d{2}-\d{2}/;

/** Right before a day: what is told was before it. */
const BEFORE_IT = /\bsebelum (?:bulan |tanggal |hari |awal )?$/i;

/** A clause about what was said or planned of that which the sentence reports, up to its day. */
const BEFORE_THAT =
  /\byang (?:pernah|sempat|semula|sebelumnya|dulu|dahulu) (?:telah |sudah )?(?:di|me\w{1,3})(?:umum|janji|rencana|target|sebut|usul|gagas)\w*[^,;:.]{0,80}$/i;

/** `seluruh akun yang dibuat sebelum 2018`: which ones are meant. */
const UP_TO_THEN =
  /\byang (?!di(?:janji|target|jadwal|rencana|tetap|minta|tentu)|berjanji)(?:di|ber|ter|me)[a-z]{3,} (?:[a-z]+ ){0,3}(?:sebelum|hingga|sampai) (?:bulan |tahun |tanggal )?$/i;

/** `sepekan sebelum Idulfitri`, `sehari lewat dari batas 5 Mei`: the day that another is told by. */
const COMPARED_TO =
  /\b(?:hari|pekan|minggu|bulan|jam|sehari|sepekan|seminggu|sebulan|lebih (?:awal|cepat|lambat|dulu)|terlambat|telat|lewat|tepat) (?:\w+ ){0,2}(?:sebelum|setelah|sesudah|selepas|menjelang|jelang|dari|daripada|dibanding|ketimbang)(?: (?:tenggat|batas|waktu|akhir|jadwal|target|rencana|janji|semula|awal|yang|dijanjikan|ditetapkan|dijadwalkan|tanggal|hari|raya|idul ?fitri|idul ?adha|lebaran|natal|nyepi|imlek|waisak|pada))* $/i;

/** Where a sentence goes over to who said it and when; its length where it does not. */
function saidFrom(sentence: string): number {
  const m =
    /,["”]? (?:(?:kata|ujar|ucap|tutur|jelas|terang|imbuh|sebut|ungkap|papar|keluh|cetus|tegas|tandas|tulis)(?:nya)?|demikian|menurut)\b/.exec(
      sentence,
    );
  return m ? m.index : sentence.length;
}

/** True of a sentence all of whose days, that of the saying aside, lie after publication: its plain verbs tell of what is to come. */
export const onlyAhead = (article: LedgerArticle, sentence: Span): boolean => daysAhead(article, sentence) !== null;

/**
 * True of such a sentence where what is done is done by that day: `Agustus nanti fitur itu sudah bisa dipakai`, `baru dibagikan pada
 * April`. `Sudah diteken dan berlaku 1 Juli` is done.
 */
export function doneByThen(article: LedgerArticle, sentence: Span): boolean {
  const first = daysAhead(article, sentence);
  if (first === null) return false;
  const done = DONE.exec(article.text.slice(sentence.start, sentence.end));
  return done === null || sentence.start + done.index > first;
}
const DONE = /\b(?:sudah|telah)\b/i;

/** Where the first of the days of a sentence stands, if all of them lie after publication; else null. */
function daysAhead(article: LedgerArticle, { start, end }: Span): number | null {
  const published = jakartaDay(article.published);
  const said = start + saidFrom(article.text.slice(start, end));
  let first: number | null = null;
  for (const timex of article.extraction.timexes) {
    if (timex.start < start || timex.end > said || (timex.type !== 'DATE' && timex.type !== 'TIME')) continue;
    const range = rangeOf(timex.value);
    if (range === null) continue;
    if (range.from <= published) return null;
    first ??= timex.start;
  }
  return first;
}

/** True of a sentence that prints one day which is not ahead. */
export function hasDay(article: LedgerArticle, { start, end }: Span): boolean {
  const published = jakartaDay(article.published);
  return article.extraction.timexes.some((t) => {
    const range = t.start >= start && t.end <= end ? rangeOf(t.value) : null;
    return range !== null && range.from === range.to && range.to <= published;
  });
}

/** Days of a week (`pekan lalu`), or of the part of it that is named (`awal pekan ini`: to Wednesday); null of anything else. */
function weekOf({ value, mod }: Timex): { from: number; to: number } | null {
  const m = /^(\d{4})-W(\d{2})$/.exec(value);
  if (!m) return null;
  const monday = mondayOfWeek(Number(m[1]), Number(m[2]));
  if (mod === 'START') return { from: monday, to: monday + 2 };
  return { from: mod === 'END' ? monday + 3 : monday, to: monday + 6 };
}

/** Days of a TIMEX3 date: of a day, a month or a year; null for anything vaguer. */
function rangeOf(value: string): { from: number; to: number } | null {
  const m = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(value);
  if (!m) return null;
  const year = Number(m[1]);
  const month = m[2] ? Number(m[2]) : null;
  const at = (y: number, mo: number, d: number): number => Math.floor(Date.UTC(y, mo, d) / DAY);
  if (month === null) return { from: at(year, 0, 1), to: at(year, 11, 31) };
  if (!m[3]) return { from: at(year, month - 1, 1), to: at(year, month, 0) };
  const day = at(year, month - 1, Number(m[3]));
  return { from: day, to: day };
}
