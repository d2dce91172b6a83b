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

/** True where the text around a deadline says that it replaces an earlier one. Linear: patterns have no nested repeats. */
export function saysMoved(text: string): boolean {
  const lower = text.toLowerCase();
  return MOVED.some((pattern) => pattern.test(lower));
}
