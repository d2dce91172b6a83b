import type { Token } from '../text/tokens.ts';
import { numberByWord, numberOf } from '../text/words.ts';
import { names } from './aliases.ts';
import { COMMON, classOf, ORG, PLACE, ROLE, STOP } from './lexicon.ts';

/**
 * Pages whose links or line breaks were cut out glue words: `JakartaPT Maju`, `Microsoftbakal`, `danVincent`. A third of the
 * articles of general news have one. Such a word is parted where what it is made of is known, or stands apart in the article and
 * the glued word only once; a place or a listed name is one word. Linear in the text.
 */
export function unglue(text: string, tokens: Token[]): Token[] {
  let out: Token[] | null = null;
  const article = wordsOf(tokens);
  for (let n = 0; n < tokens.length; n++) {
    let token = tokens[n]!;
    let at = seam(text, token, tokens[n - 1], article);
    if (at >= 0) out ??= tokens.slice(0, n);
    // `Jawa danBandungakan`: what is left may be glued too.
    for (let parts = 1; at >= 0; parts++) {
      const cut = at - token.start;
      out!.push(part(token, token.lower.slice(0, cut), token.start, at, token.capital));
      const isDash = text[at] === '-';
      if (isDash) out!.push({ start: at, end: at + 1, lower: '-', word: -1, kind: 'mark', capital: false });
      const start = isDash ? at + 1 : at;
      const lower = token.lower.slice(start - token.start);
      token = part(token, lower, start, token.end, isUpperCase(text.charCodeAt(start)));
      at = parts < MOST_PARTS ? seam(text, token, out!.at(-1), article) : -1;
    }
    out?.push(token);
  }
  return out ?? tokens;
}

/** A part of a token, in the shape that all tokens have. */
const part = ({ kind }: Token, lower: string, start: number, end: number, capital: boolean): Token => ({
  start,
  end,
  lower,
  word: numberOf(lower),
  kind,
  capital,
});

const isLowerCase = (code: number): boolean => code >= 97 && code <= 122;
const isUpperCase = (code: number): boolean => code >= 65 && code <= 90;

/** Letters of a word that may be glued, and parts that it may have. Nobody reads a word of a thousand letters. */
const [SHORTEST, LONGEST, MOST_PARTS] = [5, 40, 4];

/** The words of an article, counted when that is first asked: most have nothing that looks glued. */
interface Words {
  tokens: readonly Token[];
  /** How often each word stands by itself, and those that do with a capital. */
  counts: Map<string, number> | null;
  capitals: Set<string>;
  /** Each word with a capital, behind the one before it. */
  pairs: Set<string> | null;
}

const wordsOf = (tokens: readonly Token[]): Words => ({ tokens, counts: null, capitals: new Set(), pairs: null });

function countsOf(article: Words): Map<string, number> {
  if (article.counts !== null) return article.counts;
  const counts = new Map<string, number>();
  article.counts = counts;
  for (const { kind, lower, capital } of article.tokens) {
    if (kind !== 'word') continue;
    counts.set(lower, (counts.get(lower) ?? 0) + 1);
    if (capital) article.capitals.add(lower);
  }
  return counts;
}

/** How often a word stands by itself. */
const countOf = (article: Words, lower: string): number => countsOf(article).get(lower) ?? 0;

/** Whether a word stands by itself with a capital; behind another word where that is given. */
function isName(article: Words, lower: string, before?: string): boolean {
  countsOf(article);
  return article.capitals.has(lower) && (before === undefined || isBehind(article, lower, before));
}

function isBehind(article: Words, lower: string, before: string): boolean {
  const { tokens } = article;
  article.pairs ??= new Set(
    tokens.flatMap((token, i) => (token.capital ? `${tokens[i - 1]?.lower ?? ''} ${token.lower}` : [])),
  );
  return article.pairs.has(`${before} ${lower}`);
}

/** What ordinary words are, and no names. */
const ORDINARY = COMMON | ORG | ROLE | STOP;
/** A name of the gazetteer by itself, and no ordinary word that one begins with. */
const isListed = (word: string): boolean =>
  (names.next?.get(word)?.values ?? null) !== null && (classOf(word) & ORDINARY) === 0;
const isPlace = (word: string): boolean => (classOf(word) & PLACE) !== 0;

/** Where a glued word comes apart, or -1. */
function seam(text: string, token: Token, before: Token | undefined, article: Words): number {
  const { start, end, lower } = token;
  const size = end - start;
  if (token.kind !== 'word' || size < SHORTEST || size > LONGEST || lower.length !== size || text[start - 1] === '#')
    return -1;
  // `PTAneka`: the company's form of law before its name.
  if (lower.startsWith('pt') && isUpperCase(text.charCodeAt(start + 2)) && isLowerCase(text.charCodeAt(start + 3)))
    return text.startsWith('PT', start) ? start + 2 : -1;
  for (let i = start + 2; i < end - 1; i++) {
    if (!isUpperCase(text.charCodeAt(i))) continue;
    if (text[i - 1] === '-') return datelineSeam(text, token, i - 1);
    if (isLowerCase(text.charCodeAt(i - 1))) return capitalSeam(token, i, article);
  }
  return token.capital && mayHaveTail(token) ? tailSeam(text, token, before, article) : -1;
}

/** `JAKARTA-Al Ghazali`: the town of a dateline, in capitals at the start of a line, and the first word of the article. */
function datelineSeam(text: string, { start, lower }: Token, dash: number): number {
  if (start > 0 && text[start - 1] !== '\n') return -1;
  const town = lower.slice(0, dash - start);
  const isTown = town.length > 3 && isPlace(town) && text.slice(start, dash) === town.toUpperCase();
  return isTown && isLowerCase(text.charCodeAt(dash + 2)) ? dash : -1;
}

/** A capital within a word: `klaimMenteri`, `danVincent`, `DonaldTrump`; not in a listed name (`TikTok`, `TikTokakan`). */
function capitalSeam({ start, end, lower, capital }: Token, at: number, article: Words): number {
  for (let to = end; to > at; to--) {
    if (names.next?.has(lower.slice(0, to - start)))
      return to < end && isTail(lower.slice(to - start), article) ? to : -1;
  }
  const left = lower.slice(0, at - start);
  const right = lower.slice(at - start);
  if (right === 'tbk') return at;
  // Small letters before a capital are no name's, but `iPhone` and the like.
  if (!capital) return left === 'di' || left === 'ke' || LINKS.has(left) || isKnown(left) ? at : -1;
  const isNamed = isListed(right) || (classOf(right) & (ROLE | ORG | PLACE)) !== 0;
  if (isNamed && isKnown(left)) return at;
  if (left.length < 3 || right.length < 3) return -1;
  const isApart = countOf(article, right) > 0 && (countOf(article, left) > 0 || isKnown(left));
  return isApart && countOf(article, lower) <= 1 ? at : -1;
}

const isKnown = (word: string): boolean => word.length > 2 && classOf(word) !== 0;

/** Small words that are glued to the name behind them. */
const LINKS = new Set(
  'dan dari untuk oleh dengan yang pada bahwa kepada adalah atau bagi bersama terhadap hingga'.split(' '),
);

/** `Cimahiakan`, `Googlemengumumkan`, `Pramono Anungmenyebut`: behind a name the word that was linked no more. */
function tailSeam(text: string, { start, end, lower }: Token, before: Token | undefined, article: Words): number {
  for (let cut = lower.length - SHORTEST_TAIL; cut >= SHORTEST_NAME; cut--) {
    const tail = lower.slice(cut);
    if (!isTail(tail, article)) continue;
    if (text.slice(start + cut, end) !== tail) return -1;
    const left = lower.slice(0, cut);
    if (cut >= LISTED_NAME && (isListed(left) || isPlace(left))) return start + cut;
    if (countOf(article, lower) > 1 || !isName(article, left)) continue;
    // `KPKjuga`; a short tail may be the end of a longer name (`Wulandari`), unless the word before stands before the name too.
    const isAcronym = text.slice(start, start + cut) === left.toUpperCase();
    if (!isAcronym && classOf(left) & ORDINARY) continue;
    const isSure = isAcronym || (cut >= LONG_NAME && tail.length >= LONG_TAIL);
    if (isSure || (before?.capital && isName(article, left, before.lower))) return start + cut;
  }
  return -1;
}

/** Letters of a name before a tail, and of one that a list knows. */
const [SHORTEST_NAME, LISTED_NAME] = [3, 4];
/** Letters of a tail; and of a name and its tail that need nothing else to be told. */
const [SHORTEST_TAIL, LONG_NAME, LONG_TAIL] = [3, 5, 5];
/** Clipped names of ministries: `Kemendikbud` is no `Kemen` that is told of. */
const MINISTRY = /^kemen[a-z]+$/;
/** What stands behind names in news: what links them to the rest, and verbs. */
const TAILS = new Set(
  (
    'akan bakal telah sudah belum masih juga dan atau serta bersama bahwa bisa dapat harus wajib tidak ingin siap segera ' +
    'mulai resmi pada dari untuk dengan oleh dalam sebagai terhadap kepada hingga saat ketika setelah agar yang adalah ' +
    'kembali baru sedang melalui karena lebih sekaligus menjadi merupakan mengatakan menyebut menyebutkan menegaskan ' +
    'mengungkapkan mengungkap menyatakan menjelaskan menyampaikan menambahkan menuturkan meminta mengimbau mengumumkan ' +
    'menargetkan merencanakan berencana berkomitmen berharap memastikan mengaku menilai memberikan melakukan meluncurkan ' +
    'membuka menutup memiliki menggelar membuat menolak memilih'
  ).split(' '),
);
const VERB = /^(?:me[lmnry]|di|ber|ter)[a-z]{4,}$/;
/** Whether a word may be a name and a tail: some end of it looks like one, and it is no word that a list knows. */
const mayHaveTail = numberByWord((word) => {
  if (isPlace(word) || isListed(word) || MINISTRY.test(word)) return 0;
  for (let cut = word.length - SHORTEST_TAIL; cut >= SHORTEST_NAME; cut--) {
    const tail = word.slice(cut);
    if (TAILS.has(tail) || VERB.test(tail)) return 1;
  }
  return 0;
});

/** Any verb that the article has apart is one. */
const isTail = (word: string, article: Words): boolean =>
  TAILS.has(word) || (VERB.test(word) && countOf(article, word) > 0);
