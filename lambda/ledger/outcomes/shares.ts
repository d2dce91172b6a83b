import { FIGURE, MONTHS, numberIn, TIMES, WORD_NUMBER } from '../words/figures.ts';

/** Whether a sentence tells of a part: so many of so many, or that the rest is still to come. */

/** A number with its currency and its thousands: `3.100`, `rp 2,4 miliar`, `dua puluh satu`. */
const AMOUNT = String.raw`(?:rp ?|us\$ ?)?((?:${FIGURE}|${WORD_NUMBER})(?: (?:${Object.keys(TIMES).join('|')}))?)(?![\d/%])\b`;

/** Behind a number that counts time or names a day. */
const OF_TIME = `(?:kali|poin|hari|jam|pekan|minggu|bulan|tahun|${MONTHS.join('|')})`;
/** `3.100 dari 5.000 nasabah`, `209 sertifikat dari total 280`. */
const OF_THEM = new RegExp(
  String.raw`(?<![\w./,-])${AMOUNT}(?! (?:persen|${OF_TIME})\b)(?: [a-z-]+){0,3} dari (?:(?:total|sekitar|seluruh|semua|sebanyak|perkiraan|target|ke-?) ?){0,2}${AMOUNT}(?! (?:persen|kali|poin)\b)`,
  'g',
);
/** `laporan dari 14 di antara 21 penyelenggara`. */
const OUT_OF_THEM = new RegExp(
  String.raw`(?<![\w./,-])${AMOUNT} (?:[a-z-]+ ){0,2}?di antara ${AMOUNT}(?! ${OF_TIME}\b)`,
  'g',
);
/** `Dari 44 tempat usaha dalam daftar, 42 di antaranya`, `dari delapan pengendali, baru dua yang`, `…, hanya 41 persen`. */
const AMONG_THEM = new RegExp(
  String.raw`\bdari (?:(?:total|sekitar|seluruh|semua|sebanyak|ke-?) ?){0,2}${AMOUNT}(?! (?:persen|${OF_TIME})\b)(?: [a-z-]+(?: (?:19|20)\d\d)?){1,10}(?: \([^)]{0,30}\))?(?:,| baru| hanya)(?: [a-z-]+){0,6}? ${AMOUNT}(?! ${OF_TIME}\b)(?<percent> ?(?:persen|%))?`,
  'g',
);
/** `sudah mencairkan 60 persen dari total saldo`: so much of it is done; `mencapai 60 persen dari target` only tells how far it is. */
const PERCENT_OF =
  /\b(?:sudah|telah|baru|berhasil|hanya) (?!mencapai|menembus|melewati|melampaui)me[a-z]{4,} (?:sekitar |hampir |sebanyak )?(\d{1,3}(?:[.,]\d+)?) ?(?:persen|%) dari (?:total|seluruh|semua|keseluruhan|jumlah|target)\b/;
/** `…, sedangkan di dua aplikasi lain pencarian masih …`, `…, sisanya menunggu izin`. */
const REST_OPEN =
  /(?:[,;]|\b(?:sedangkan|sementara|adapun|tetapi|tapi|namun|dan)\b)[^,.;]{0,50}(?<!\b(?:antara|dan|sisi|kata|pihak) )\b(?:lain|lainnya|sisanya|selebihnya|yang tersisa)\b(?!-)[^.;]{0,50}(?<!\b(?:karena|yang) )\b(?:masih|belum|menunggu|terkendala|terganjal|tertahan|menyusul|tak kunjung)\b/;
/** Of one that is named nothing is done: `… sudah …, sementara Lazada belum.`, and in a sentence of its own. */
const BUT_ONE = /\b(?:sudah|telah)\b.{0,200}, [^.;,]{2,60}(?<!\batau) belum(?: juga)?[.”"]*$/;
/** `baru dinikmati pengguna Android, sedangkan pengguna iPhone belum, meski …`, `…, sedangkan di Lazada masih tersisa 61 tautan`. */
const BUT_SOME =
  /\b(?:sudah|telah|baru)\b[^.;]{5,160}, (?:sedangkan|sementara) (?:[\w-]+ ){1,4}(?:masih (?:tersisa|menyisakan)\b|belum(?: juga)?,)/;
const ONE_NOT_YET = /^[^.;]{3,120}(?<!\b(?:atau|masih)) (?:masih )?belum(?: juga)?[.”"]*$/;
/** A sentence behind, about the rest: `Sisanya menunggu …`, `Enam lainnya tertahan …`, `Tiga nama lain masih ditunggu`. */
const NEXT_OPEN =
  /^["“]?(?:(?:adapun|sementara|sedangkan|namun|tetapi)[, ]+)?(?:[\w.-]+ ){0,3}(?<!\b(?:antara|dan|sisi|kata|pihak) )(?:lain|lainnya|sisanya|selebihnya)\b(?!.{0,60}\b(?:sudah|telah)\b).{0,60}(?<!\byang )\b(?:masih|belum|menunggu|terkendala|terganjal|tertahan|menyusul|tak kunjung)\b/;

/** Whether fewer of some things than there are is told of: `3.100 dari 5.000 nasabah`. @param lower the sentence in lower case. */
export function isShare(lower: string): boolean {
  for (const { 1: part, 2: all, index } of [...lower.matchAll(OF_THEM), ...lower.matchAll(OUT_OF_THEM)])
    if (numberIn(part!) < numberIn(all!) && !isAmong(part!, lower.slice(0, index))) return true;
  for (const { 1: all, 2: part, groups } of lower.matchAll(AMONG_THEM))
    if (numberIn(part!) < (groups?.percent === undefined ? numberIn(all!) : WHOLE)) return true;
  return REST_OPEN.test(lower) || isPercentOf(lower) || BUT_ONE.test(lower) || BUT_SOME.test(lower);
}
/** `sinetron itu merupakan satu dari sepuluh acara`, `Hukuman itu satu dari empat butir`: what it is among, and not how much is done. */
const isAmong = (part: string, before: string): boolean =>
  IS_ONE_OF.test(before) || (part === 'satu' && THAT.test(before));
const IS_ONE_OF = /\b(?:merupakan|adalah|ialah|menjadi|termasuk|sebagai|salah)(?: salah)? $/;
const THAT = /\b(?:itu|ini|tersebut) $/;
/** Hundredths of all. */
const WHOLE = 100;

/** Whether a sentence tells that the rest of what the one before it tells of is still to come. */
export const isRestOpen = (lower: string): boolean =>
  NEXT_STAGE.test(lower) ||
  NEXT_OPEN.test(lower) ||
  ONE_NOT_YET.test(lower) ||
  ONE_BEHIND.test(lower) ||
  SO_MUCH_YET.test(lower);
/** `Tahap berikutnya menyusul bulan depan.` */
const NEXT_STAGE =
  /^["“]?(?:tahap|gelombang|termin|kloter)(?:an)? (?:berikutnya|selanjutnya|kedua|lanjutan|terakhir)\b[^.;]{0,40}\b(?:menyusul|akan|bakal|dijadwalkan|ditargetkan|tinggal)\b/;
/** `Prosesnya baru 20 persen.` */
const SO_MUCH_YET =
  /^["“]?(?:proses|progres|realisasi|capaian|pengerjaan|pekerjaan|kemajuan)(?:nya)? (?:itu )?(?:baru|masih) (?:mencapai |sekitar |di angka )?\d{1,2}(?:[.,]\d+)? ?(?:persen|%)/;
/** `Bukalapak baru 640 usaha`: of another that is named, so many and no more. */
const ONE_BEHIND =
  /^["“]?(?:(?:adapun|sementara|sedangkan|namun|tetapi)[, ]+)?(?:[\w.-]+ ){1,2}(?<!\b(?:layanan|biaya|tarif|harga|aturan|iuran|cukai|denda|batas|kuota|produk|paket|unit|kantor|gerai|gedung|akun|fitur|kapal|mobil) )baru (?:sekitar |sebanyak )?\d[\d.,]* (?!rupiah|persen|hari|pekan|bulan|tahun)/;

/** Whether so many hundredths of some things are told to be done. */
export const isPercentOf = (lower: string): boolean => PERCENT_OF.test(lower);

/** Where the sentence before tells that some have not, so many others that have: `Sebanyak 677 emiten lainnya sudah menggelar RUPS`. */
export const isOfOthers = (lower: string, previous: string): boolean =>
  SO_MANY_OTHERS.test(lower) && STILL_NOT.test(previous);
/** The sentence before says that it is only a part: `Tapi baru sebagian.` */
export const isOnlyPart = (previous: string): boolean => ONLY_PART.test(previous);
const ONLY_PART =
  /^["“]?(?:(?:tapi|namun|tetapi|akan tetapi|sayangnya|itu pun|hanya saja)[, ]+)?(?:itu |jumlahnya )?(?:baru|masih|hanya|cuma) (?:sebagian|separuh(?:nya)?|setengah(?:nya)?)(?: (?:kecil|saja))?[.”"]*\s*$/;
const SO_MANY_OTHERS = new RegExp(
  String.raw`(?<![\w.])(?:\d[\d.]*|${WORD_NUMBER}|belasan|puluhan|ratusan|selebihnya|sisanya) (?:[a-z-]+ ){0,3}(?:lain|lainnya)\b[^.;]{0,30}\b(?:sudah|telah)\b|\b(?:selebihnya|sisanya)\b[^.;]{0,30}\b(?:sudah|telah)\b`,
);
const STILL_NOT = /\b(?:belum|(?:tidak|tak) (?:me|di|ber)[a-z]{3,}|gagal|absen)\b/;
