/** Deadlines without a day: `segera`, `dalam waktu dekat`, `secepatnya`. Phrases as data, longest first. */
import { paragraphBreak, type Tokens } from '../tokens.ts';

const PHRASES = [
  'dalam waktu dekat ini',
  'dalam waktu dekat',
  'dalam waku dekat',
  'di waktu dekat',
  'pada waktu dekat',
  'waktu dekat ini',
  'waktu dekat',
  'waku dekat',
  'dalam waktu yang tidak terlalu lama',
  'dalam waktu yang tidak lama',
  'dalam waktu tidak terlalu lama',
  'dalam waktu tidak lama',
  'dalam waktu tak lama',
  'dalam waktu tak terlalu lama',
  'dalam waktu yang tak terlalu lama',
  'dalam waktu yang tak lama',
  'dlm waktu dekat',
  'dalam waktu singkat',
  'dalam tempo singkat',
  'dalam hitungan hari',
  'dalam waktu sesingkat - singkatnya',
  'dalam tempo sesingkat - singkatnya',
  'dalam waktu yang sesingkat - singkatnya',
  'dalam tempo yang sesingkat - singkatnya',
  'sesingkat - singkatnya',
  'dalam waktu secepatnya',
  'dalam waktu segera',
  'suatu saat nanti',
  'suatu hari nanti',
  ...['belum', 'tidak', 'tak'].flatMap((no) => [
    `waktu yang ${no} ditentukan`,
    `waktu yang ${no} dapat ditentukan`,
    `waktu yang ${no} bisa dipastikan`,
  ]),
  'pada kesempatan pertama',
  'kesempatan pertama',
  'pada waktunya',
  'pada saatnya',
  'pada waktu yang tepat',
  'pada saat yang tepat',
  'di waktu yang tepat',
  'selekasnya',
  'selekas mungkin',
  'tidak lama lagi',
  'tak lama lagi',
  'sebentar lagi',
  'dengan segera',
  'sesegera mungkin',
  'segera mungkin',
  'secepat mungkin',
  'secepat - cepatnya',
  'secepatnya',
  'sesegeranya',
  'segera',
].map((p) => p.split(' '));

/** First words; entries in the lexicon, so that a text's other words are passed over at once. */
export const VAGUE_WORDS: string[] = [...new Set(PHRASES.map((p) => p[0]!))];

const BY_FIRST = new Map<string, string[][]>();
for (const p of PHRASES) {
  const list = BY_FIRST.get(p[0]!) ?? [];
  list.push(p);
  list.sort((a, b) => b.length - a.length);
  BY_FIRST.set(p[0]!, list);
}

/** Tokens `[i, end)` of a vague deadline at token `i`; 0 where there is none. */
export function vagueEnd(t: Tokens, i: number, phrase = false): number {
  const list = BY_FIRST.get(t.lower[i]!);
  if (!list) return 0;
  for (const words of list) {
    // `suatu hari nanti` answers when asked by when; in a story it is a manner of speech.
    if (words[0] === 'suatu' && !phrase) continue;
    let k = 0;
    while (k < words.length && t.lower[i + k] === words[k] && (k === 0 || !paragraphBreak(t, i + k - 1))) k++;
    if (k === words.length) return i + k;
  }
  return 0;
}
