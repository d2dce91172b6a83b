import type { StoredMention } from '../types.ts';

/**
 * Words by which a statement says that a deadline has moved (`diperpanjang hingga`, `diundur`, `memberi tambahan
 * waktu`), as patterns over lower-case text. From the extension rows of real stories: registration of 2022, the
 * consultations of 2026, fines of 2025.
 */
const MOVED: RegExp[] = [
  /\b(?:di|mem)perpanjang\b|\bperpanjangan\b/,
  /\b(?:di|meng)?undur(?:kan)?\b|\bmundur\b|\bmemundurkan\b|\bdimundurkan\b|\bpengunduran\b|\bmolor\b/,
  /\b(?:di|men)unda\b|\btunda\b|\bditunda\b|\bpenundaan\b/,
  /\btambahan waktu\b|\bwaktu tambahan\b|\bkelonggaran (?:waktu|tenggat)\b|\bdispensasi waktu\b/,
  /\b(?:men|di)?(?:ambah|tambah)(?:kan)? waktu\b/,
  /\b(?:tenggat|batas waktu|jadwal|deadline|target)(?: \w+){0,2} baru\b/,
  /\b(?:dimajukan|memajukan|dipercepat|mempercepat|lebih cepat dari (?:jadwal|tenggat|rencana|target))\b/,
  /\b(?:jadwal|tenggat|batas waktu|target)(?: \w+){0,2} (?:semula|sebelumnya|awal)\b/,
  /\b(?:yang )?semula\b.{0,80}\bmenjadi\b/,
  /\b(?:bergeser|digeser|menggeser|direvisi|berubah)\b.{0,60}\b(?:menjadi|ke|jadi)\b/,
  /\b(?:memberi|memberikan|diberi|diberikan|beri|kasih)\b(?: \w+){0,3} (?:waktu|kesempatan)\b(?: \w+){0,2} (?:lagi|tambahan)\b/,
  /\b(?:memberi|memberikan|diberi|diberikan|beri)\b(?: \w+){0,3} (?:kesempatan|peluang) (?:kedua|terakhir)\b/,
];

/** Words that rather say so: `kini dijadwalkan`, `baru bisa digelar`, `bukan lagi 7 Maret`. */
const RATHER =
  /\b(?:kini|sekarang|jadinya|akhirnya) (?:dijadwalkan|ditargetkan|direncanakan|dibidik|dipatok|digeser)\b|\bbaru (?:akan|bakal|bisa|dapat) (?:me|di|ber)[a-z]{3,}|\bbukan lagi\b|\b(?:jadwal|target|tenggat|janji) (?:lama|pertama)\b|\b(?:diulur|mengulur|mulur|digeser|menggeser|bergeser|meleset)\b/i;

/**
 * How surely a statement says that it sets a new day for something promised before: it does, it rather does, or only the
 * headline or the sentence before does; 0 where nothing says so.
 */
export function sureOfBefore({
  quote,
  before,
  article,
}: Pick<StoredMention, 'quote' | 'before' | 'article'>): 0 | 1 | 2 | 3 {
  if (saysMoved(quote)) return 3;
  if (RATHER.test(quote)) return 2;
  return saysMoved(`${article.title}. ${before}`) ? 1 : 0;
}

/** True where the text around a deadline says that it replaces an earlier one. Linear: patterns have no nested repeats. */
export function saysMoved(text: string): boolean {
  const lower = text.toLowerCase();
  return MOVED.some((pattern) => pattern.test(lower));
}
