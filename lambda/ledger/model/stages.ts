/** Nouns of what is done in parts, each a promise of its own: `tahap pertama`, `gelombang ke-2`. */
const PARTS = 'tahap(?:an)?|gelombang|fase|termin|batch|putaran|seri|kloter|cicilan|angsuran';
const NUMBERS: Readonly<Record<string, number>> = {
  ...{ pertama: 1, perdana: 1, satu: 1, i: 1, kedua: 2, dua: 2, ii: 2, ketiga: 3, tiga: 3, iii: 3 },
  ...{ keempat: 4, empat: 4, iv: 4, kelima: 5, lima: 5, v: 5, keenam: 6, enam: 6, vi: 6, ketujuh: 7, tujuh: 7, vii: 7 },
  ...{ kedelapan: 8, delapan: 8, viii: 8, kesembilan: 9, sembilan: 9, ix: 9, kesepuluh: 10, sepuluh: 10 },
};
/** A number that counts no part: `dua puluh`, `5 tahun`. */
const COUNTS = '(?! (?:belas|puluh|ratus|ribu|juta|tahun|bulan|pekan|hari|persen)|[.,]\\d)';
const NUMBER = `(?:ke-?)?(?:${Object.keys(NUMBERS).join('|')}|\\d{1,2})\\b${COUNTS}`;
/** A list of them is short: `tahap pertama, kedua, dan ketiga`. */
const STAGE = new RegExp(`\\b(?:${PARTS}) (${NUMBER}(?:(?:,| dan|, dan| hingga| sampai) ${NUMBER}){0,5})`, 'giu');
const WORD = /[a-z]+|\d+/gi;

/** The numbers of the parts that a text speaks of. Linear. */
function stagesIn(text: string): Set<number> {
  const found = new Set<number>();
  for (const [, list] of text.matchAll(STAGE)) {
    for (const [word] of list!.toLowerCase().matchAll(WORD)) {
      const number = NUMBERS[word] ?? NUMBERS[`ke${word}`] ?? Number(word);
      if (Number.isInteger(number)) found.add(number);
    }
  }
  return found;
}

/** Names whether two texts speak of one part of what is done in parts: the same, another, or only one of them of any. */
export function stageFeatures(a: string, b: string): string[] {
  const [own, other] = [stagesIn(a), stagesIn(b)];
  if (own.size === 0 && other.size === 0) return [];
  if (own.size === 0 || other.size === 0) return ['stage:one'];
  return [[...own].some((number) => other.has(number)) ? 'stage:same' : 'stage:other'];
}
