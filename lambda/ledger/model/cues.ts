import type { StoredMention } from '../types.ts';

/** What is made to last longer, and has no last day by which a thing is due: `memperpanjang kontrak`, `perpanjangan garansi`. */
export const LASTS =
  ' (?:(?:masa|jangka waktu) )?(?:garansi|kontrak|izin|perizinan|lisensi|kerja sama|sewa|konsesi|berlaku|aktif|jabatan|penahanan|sertifikat|paspor|visa|langganan|sim|stnk|ktp|kartu|polis|tenor|hak guna|hgu|keanggotaan|merek)\\b';

/**
 * Words by which a statement says that a deadline has moved (`diperpanjang hingga`, `diundur`, `memberi tambahan
 * waktu`), as patterns over lower-case text. From the extension rows of real stories: registration of 2022, the
 * consultations of 2026, fines of 2025.
 */
const MOVED: RegExp[] = [
  new RegExp(
    String.raw`(?<!\b(?:menolak|menerima|mendapat|memperoleh|meminta) )\b(?:(?:di|mem)perpanjang|perpanjangan)\b(?!${LASTS})`,
  ),
  /\b(?:di|meng)?undur(?:kan)?\b(?! diri)|(?<!\byang )\bmundur\b(?! dari (?:jabatan|posisi|kursi|lelang|tender|bursa|pencalonan))|\bmemundurkan\b|\bdimundurkan\b|\bpengunduran\b|\bmolor\b/,
  /\b(?:di|men)unda\b|\btunda\b|\bditunda\b|\bpenundaan\b/,
  /\b(?:kami|kita|saya) (?:geser|mundurkan|majukan)\b/,
  /\btambahan waktu\b|\bwaktu tambahan\b|\bkelonggaran (?:waktu|tenggat)\b|\bdispensasi waktu\b/,
  /\b(?:men|di)?(?:ambah|tambah)(?:kan)? waktu\b/,
  /\b(?:tenggat|batas waktu|jadwal|deadline|target)(?: \w+){0,2} baru\b/,
  // `untuk mempercepat pemeriksaan` is what something is for.
  /\b(?:dimajukan|memajukan|dipercepat|(?<!\b(?:untuk|guna|demi|agar|supaya|dapat|bisa) )mempercepat|lebih (?:cepat|awal) dari(?:pada)? (?:jadwal|tenggat|rencana|target))\b/,
  /\b(?:jadwal|tenggat|batas waktu|target)(?: \w+){0,2} (?:semula|sebelumnya|awal)\b/,
  /\b(?:yang )?semula\b.{0,80}\bmenjadi\b/,
  /\b(?:bergeser|digeser|menggeser|direvisi|berubah)\b.{0,60}\b(?:menjadi|ke|jadi)\b/,
  /\b(?:memberi|memberikan|diberi|diberikan|beri|kasih)\b(?: \w+){0,3} (?:waktu|kesempatan)\b(?: \w+){0,2} (?:lagi|tambahan)\b/,
  /\b(?:memberi|memberikan|diberi|diberikan|beri)\b(?: \w+){0,3} (?:kesempatan|peluang) (?:kedua|terakhir)\b/,
];

/** Words that rather say so: `kini dijadwalkan`, `baru bisa digelar` (but also `kantor baru akan dibuka`), `bukan lagi 7 Maret`. */
const RATHER: readonly RegExp[] = [
  /\b(?:kini|sekarang|jadinya|akhirnya)(?: [\p{L}-]+){0,3} (?:dijadwalkan|ditargetkan|direncanakan|dibidik|dipatok|digeser|membidik|mematok|menargetkan|memasang|mengejar|meminta waktu)\b/iu,
  /\b(?:kini|sekarang) (?:harus|wajib|diwajibkan|diberi|diminta)\b/i,
  /\bbaru (?:akan|bakal|bisa|dapat) (?:me|di|ber)[a-z]{3,}|\bbukan lagi\b/i,
  /\b(?:jadwal|target|tenggat|janji) (?:lama|pertama)\b|\b(?:jadwal|target|tenggat|janji)(?: [\p{L}-]+)? (?:tidak|tak) (?:terpenuhi|tercapai|terkejar)\b/iu,
  /\b(?:diulur|mengulur|mulur|digeser|menggeser|bergeser|meleset)\b/i,
  /\b(?:di|men)?(?:jadwal|atur)(?:kan)? ulang\b/i,
  /\bkelonggaran (?:waktu|tenggat|hingga|sampai|lagi)\b|\b(?:melonggarkan|dilonggarkan|melunakkan|dilunakkan) (?:batas|tenggat|waktu|jadwal)\b|\b(?:batas waktu|tenggat|jadwal)(?:nya)? (?:dilonggarkan|dilunakkan)\b|\b(?:tempo|napas) tambahan\b|\btambahan tempo\b/i,
  /\b(?:minta|meminta|butuh|membutuhkan|perlu|memerlukan) (?:tambahan waktu|waktu (?:hingga|sampai|lebih|lagi|tambahan))\b/i,
];

/** Words of a headline, or of what stands around a statement, by which a thing is awaited longer than was said. */
const LATE =
  /\b(?:belum(?! lama ini)|meleset|terlambat|telat|tertunda|molor|mulur|tersendat|urung|mandek|mangkrak|(?:tak|tidak) (?:juga|kunjung)|masih (?:ditunggu|dibahas|digodok|menunggu|kosong)|baru (?:separuh|sebagian|setengah)|(?:minta|butuh|perlu) waktu|napas|dilonggarkan|kelonggaran|sisanya|tagih|gigit jari|(?:tenggat|batas waktu|jadwal|tahun|lebaran|masa)(?:nya)? (?:\p{L}+ )?lewat|lewat (?:tenggat|batas|tahun|dari jadwal))\b|\blewat,/iu;

/**
 * How surely a statement says that it sets a new day for something promised before: it does, it rather does, or only the
 * headline or the sentence before does, or that a thing is late; 0 where nothing says so.
 */
export function sureOfBefore({
  quote,
  before,
  article,
}: Pick<StoredMention, 'quote' | 'before' | 'article'>): 0 | 1 | 2 | 3 {
  if (saysMoved(quote)) return 3;
  if (saysRather(quote)) return 2;
  const around = `${article.title}. ${before}`;
  return saysMoved(around) || LATE.test(around) || LATE.test(quote) ? 1 : 0;
}

/** True where the text around a deadline says that it replaces an earlier one. Linear: patterns have no nested repeats. */
export function saysMoved(text: string): boolean {
  const lower = text.toLowerCase();
  return MOVED.some((pattern) => pattern.test(lower));
}

/** True where it says that the new day is a later one. */
export const saysLater = (text: string): boolean => LATER.test(text);
const LATER =
  /\b(?:(?:di|mem)perpanjang|perpanjangan|(?:di|meng)undur(?:kan)?(?! diri)|mundur|memundurkan|dimundurkan|pengunduran|molor|(?:di|men)unda|tunda|penundaan|tambahan waktu|waktu tambahan)\b/i;

/** True where it rather says so. */
export const saysRather = (text: string): boolean => RATHER.some((pattern) => pattern.test(text));

/** True where another tells it otherwise, or retells what was told: `berbeda dengan keterangan kementerian`, `menurut jadwal yang diumumkan`. */
export const differs = (text: string): boolean => OTHERWISE.test(text);
const OTHERWISE =
  /\b(?:(?:berbeda|lain|beda) (?:dengan|dari|halnya)|(?:versi|menurut|berdasarkan) (?:versi|salinan|dokumen|surat|jadwal|naskah|catatan)) /i;

/** True where a thing is said to have come after its day: `terlambat tiga hari`, `lewat sehari dari batas`, `telat`. */
export const saysLate = (text: string): boolean => AFTER_DAY.test(text);
const AFTER_DAY =
  /\b(?:terlambat|telat|lebih lambat (?:dari|daripada)|(?:mundur|molor|meleset) (?:[a-z\d]+ ){0,3}(?:hari|pekan|minggu|bulan|sehari|sepekan|seminggu|sebulan) dari|(?:lewat|selepas|melewati|melampaui) (?:[a-z]+ ){0,2}(?:tenggat|batas|jadwal|rencana|target|janji)|lewat (?:[a-z]+ )?(?:hari|pekan|minggu|bulan|sehari|sepekan|sebulan)|(?:hari|pekan|minggu|bulan|sehari|sepekan|sebulan) (?:lewat|setelah|selepas|melewati|melampaui) (?:[a-z]+ ){0,2}(?:tenggat|batas|jadwal))\b/i;

/** It is not, is only asked for, or should have been. */
export const OPEN =
  /\b(?:tidak|tak|belum|bukan|gagal|seharusnya|semestinya|mestinya|meminta|diminta|wajib|harus|agar|akan)\b/i;

/** What is said to have been done before its day, whatever day that was. */
const IN_TIME =
  /\b(?:tepat waktu|(?:dalam|masih dalam|tanpa (?:menunggu|melewati)) (?:batas waktu|tenggat)(?: yang (?:dijanjikan|ditetapkan|diberikan|ditentukan))?|(?:pada|di) hari terakhir|sesuai (?:dengan )?(?:jadwal|tenggat|target)|sebelum (?:tenggat|batas (?:waktu|akhir)|jatuh tempo|jadwal)|(?:lebih|terlalu) (?:awal|cepat) (?:dari|daripada) (?:tenggat|batas|jadwal|janji|target|rencana)|(?:menjelang|jelang) (?:tenggat|batas (?:waktu|akhir))|lebih (?:awal|cepat) dari yang (?:dijanjikan|dijadwalkan|ditargetkan))\b/i;
/** It says that it was done by its day: `sebelum tenggat`, `tepat waktu`, `pada hari terakhir`. */
export const saysInTime = (text: string): boolean => IN_TIME.test(text) && !OPEN.test(text);
