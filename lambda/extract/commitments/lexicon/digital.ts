import { numberByWord, type Word } from '../../text/words.ts';

/**
 * Words that show a text to be about digital matters: networks and devices, services and their makers, money and data
 * that move by them, and what is done against their misuse. Lower case; two words match in sequence; `*` at the end
 * matches any ending. A word that news uses in another sense as often (`operator`, `akun`, `jaringan`) is left out, or
 * stands with the one that tells.
 */
const DIGITAL: readonly string[] = [
  // Networks, spectrum, broadcasting, devices.
  'internet, telekomunikasi, seluler, operator seluler, frekuensi, spektrum, pita lebar, broadband, 4g, 5g, 2g, 3g',
  'bts, satelit, fiber optik, serat optik, palapa ring, starlink, wifi, wi-fi, siaran, penyiaran, multipleksing',
  'mux, set top, stb, dekoder, analog switch, imei, ceir, kartu sim, kartu perdana, kartu prabayar, esim, e-sim',
  'ponsel, gawai, smartphone, mhz, ghz',
  // Services and their makers.
  'digital*, online, daring, aplikasi, platform*, e-commerce, ecommerce, lokapasar, marketplace, media sosial',
  'medsos, situs, laman, website, konten, startup, rintisan, streaming, ott, gim, game, siber*, elektronik, pse',
  'komputasi, cloud, algoritma, deepfake, chatbot, judol, kecerdasan artifisial, kecerdasan buatan',
  'artificial intelligence, ojol, aplikator, dns, pesan instan',
  // Money and data that move by them.
  'fintech, pinjol, pindar, p2p, peer-to-peer, lending, paylater, kripto, crypto, bitcoin, qris, e-wallet',
  'dompet digital, uang elektronik, tekfin, robot trading, coretax, e-money, pmse, data pribadi, pusat data, pdn',
  'pdns, pdp, server, ransomware, peretas*, diretas, kebocoran data, hoaks, biometrik',
].flatMap((row) => row.split(', '));

/** Words that tell alone (null), or only with the one behind them, which is one of these. */
const TELLING = new Map<string, string[] | null>();
for (const [first, second] of DIGITAL.map((word) => word.split(' '))) {
  if (second === undefined) TELLING.set(first!, null);
  else if (TELLING.get(first!) !== null) TELLING.set(first!, [...(TELLING.get(first!) ?? []), second]);
}
const BEGINNINGS = DIGITAL.flatMap((word) => (word.endsWith('*') ? [word.slice(0, -1)] : []));
const BEGINNING = new RegExp(`^(?:${BEGINNINGS.join('|')})`);
/** Most words begin with none of these letters, and are not looked at further. */
const FIRST_LETTERS = new Set(BEGINNINGS.map((beginning) => beginning.charCodeAt(0)));

/** Where one word in this many is of digital matters a text is about them. */
const SHARE = 120;

/** Whether a text is about digital matters, by its words in lower case. */
export function isAboutDigital(words: readonly string[]): boolean {
  let count = 0;
  for (let i = 0; i < words.length; i++) if (isDigital(words[i]!, words[i + 1] ?? '')) count++;
  return areEnough(count, words.length);
}

/** Whether so many of so many words make a text one about digital matters. */
export const areEnough = (count: number, words: number): boolean => count > 0 && count * SHARE >= words;

/** Whether a word tells with any word behind it, only with some, or never. */
const [NEVER, WITH_SOME, ALWAYS] = [0, 1, 2];
function powerOf(word: string): number {
  const seconds = TELLING.get(word);
  if (seconds === null || (FIRST_LETTERS.has(word.charCodeAt(0)) && BEGINNING.test(word))) return ALWAYS;
  return seconds === undefined ? NEVER : WITH_SOME;
}

/** True of a word of the list, or one that with the next makes a pair of it. Lower case. */
const isDigital = (word: string, next: string): boolean => tells(powerOf(word), word, next);

/** The same of a word of a text. */
export const isDigitalWord = (word: Word, next: string): boolean => tells(powerOfWord(word), word.lower, next);
const powerOfWord = numberByWord(powerOf);

const tells = (power: number, word: string, next: string): boolean =>
  power !== NEVER && (power === ALWAYS || TELLING.get(word)!.includes(next));
