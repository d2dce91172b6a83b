/** `Klaim itu disangkal Ombudsman`, `SAFEnet menyangkalnya`: what denies that something is done tells that somebody said so. */
export const deniesClaim = (quote: string): boolean => DENIES_CLAIM.test(quote);
const DENIES_CLAIM =
  /\b(?:klaim|pengakuan)(?:nya)?\b[^.;]{0,120}\b(?:(?:di|mem)bantah|disangkal|menyangkal|ditepis|menepis|diragukan|dipertanyakan|(?:tidak|tak) (?:benar|sesuai))\b|\b(?:membantah|menyangkal|menepis|meragukan|mempertanyakan) (?:klaim|pengakuan)\b|\b(?:membantah|menyangkal|menepis)nya\b|\bsilang pendapat\b/i;
