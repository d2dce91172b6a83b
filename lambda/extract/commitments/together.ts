import { firstEndingBehind } from '../text/bisect.ts';
import { POINTERS_BACK } from '../text/demonstratives.ts';
import type { ActorRef } from '../types.ts';
import { type Article, refOf } from './article.ts';
import { isPerson, type PartyMention } from './parties.ts';

/** Words for so many who were named together. */
const SIZES: ReadonlyMap<string, number> = new Map([
  ...['kedua', 'keduanya', 'dua'].map((word) => [word, 2] as const),
  ...['ketiga', 'ketiganya', 'tiga'].map((word) => [word, 3] as const),
  ...['keempat', 'keempatnya', 'empat'].map((word) => [word, 4] as const),
  ...['kelima', 'kelimanya', 'lima'].map((word) => [word, 5] as const),
  ...['keenam', 'keenamnya', 'enam'].map((word) => [word, 6] as const),
  ...['ketujuh', 'ketujuhnya', 'tujuh'].map((word) => [word, 7] as const),
  ...['kedelapan', 'kedelapannya', 'delapan'].map((word) => [word, 8] as const),
]);

/** How many a group of words such as `ketiga perusahaan` or `keduanya` speaks of; 0 where it points to no list. */
export function countOf(words: readonly string[]): number {
  const size = SIZES.get(words[0] ?? '') ?? 0;
  if (size === 0) return 0;
  const pointed = words[0]!.startsWith('ke') || POINTERS_BACK.has(words.at(-1)!);
  // `kedua menteri itu`, `dua warga itu`: no organisations.
  const kind = words[1] ?? '';
  return pointed && (kind === '' || POINTERS_BACK.has(kind) || KINDS.has(kind)) ? size : 0;
}

/** Nouns for organisations that promise and are bound. */
const KINDS = new Set(
  (
    'perusahaan platform aplikasi aplikator lokapasar marketplace e-commerce bank penyedia penyelenggara operator situs ' +
    'layanan raksasa entitas lembaga pihak korporasi badan kementerian otoritas emiten maskapai pengembang penerbit startup'
  ).split(' '),
);

/** Characters back to the end of a list: two or three sentences. */
const REACH = 700;

/** Mentions that are looked back at: a hostile text stays linear. */
const BACK = 60;
/** What stands between two names of a list. */
const BETWEEN = /^\)?\.?(?:,\s+(?:(?:dan|serta|maupun|hingga|atau)\s+)?|\s+(?:dan|serta|maupun|hingga|atau)\s+)$/;

/**
 * The last `size` organisations that were named in one list before an offset, in order (`Shopee dan SPX Express`);
 * empty where no list of that length was.
 */
export function namedTogether({ parties, text }: Article, offset: number, size: number): ActorRef[] {
  const { all, mentions } = parties;
  const fits = ({ party, pronoun }: PartyMention): boolean => !pronoun && !all[party]!.generic && !isPerson(all[party]);
  let list: PartyMention[] = [];
  const end = firstEndingBehind(mentions, offset) - 1;
  for (let i = end; i >= 0 && i > end - BACK; i--) {
    const mention = mentions[i]!;
    if (mention.end < offset - REACH && list.length === 0) break;
    if (mention.end > offset || !fits(mention)) continue;
    const next = list[0];
    if (next === undefined || !BETWEEN.test(text.slice(mention.end, next.start))) {
      if (list.length === size) break;
      list = [mention];
    } else list = [mention, ...list];
  }
  const distinct = new Set(list.map(({ party }) => party));
  return list.length === size && distinct.size === size ? list.map((mention) => refOf(parties, mention)) : [];
}
