import type { Token } from '../text/tokens.ts';
import { names } from './aliases.ts';
import { classOf, PLACE, STOP } from './lexicon.ts';

/**
 * Pages whose links or line breaks were cut out glue words: `JakartaPT Maju`, `Microsoftbakal`, `danVincent`. A third of the
 * articles of general news have one. Such a word is parted where one of the two is known, or where the article has both apart and
 * the glued one only once; a listed name never is.
 */
export function unglue(text: string, tokens: Token[]): Token[] {
  let out: Token[] | null = null;
  const article = wordsOf(tokens);
  for (let n = 0; n < tokens.length; n++) {
    let token = tokens[n]!;
    let at = seam(text, token, article);
    if (at >= 0) out ??= tokens.slice(0, n);
    // `LaLigasoalPiala`: what is left may be glued too.
    for (; at >= 0; at = seam(text, token, article)) {
      const cut = at - token.start;
      out!.push({ ...token, end: at, lower: token.lower.slice(0, cut) });
      const isDash = text[at] === '-';
      if (isDash) out!.push({ start: at, end: at + 1, lower: '-', kind: 'mark', capital: false });
      const start = isDash ? at + 1 : at;
      const lower = token.lower.slice(start - token.start);
      token = { ...token, start, lower, capital: isUpperCase(text.charCodeAt(start)) };
    }
    out?.push(token);
  }
  return out ?? tokens;
}

const isLowerCase = (code: number): boolean => code >= 97 && code <= 122;
const isUpperCase = (code: number): boolean => code >= 65 && code <= 90;

/** The words of an article, counted when that is first asked: most have nothing that looks glued. */
interface Words {
  /** How often a word stands by itself. */
  count(lower: string): number;
  /** Whether it does with a capital. */
  isName(lower: string): boolean;
}

function wordsOf(tokens: readonly Token[]): Words {
  let counts: Map<string, number> | undefined;
  const capitals = new Set<string>();
  const known = (): Map<string, number> => {
    if (counts !== undefined) return counts;
    counts = new Map();
    for (const { kind, lower, capital } of tokens) {
      if (kind !== 'word') continue;
      counts.set(lower, (counts.get(lower) ?? 0) + 1);
      if (capital) capitals.add(lower);
    }
    return counts;
  };
  return { count: (lower) => known().get(lower) ?? 0, isName: (lower) => known().size > 0 && capitals.has(lower) };
}

/** Letters of a word that may be glued, at least. */
const SHORTEST = 5;

/** Where a glued word comes apart, or -1. */
function seam(text: string, token: Token, article: Words): number {
  const { start, end, lower } = token;
  if (token.kind !== 'word' || end - start < SHORTEST || lower.length !== end - start) return -1;
  // `PTAneka`: the company's form of law before its name.
  if (lower.startsWith('pt') && isUpperCase(text.charCodeAt(start + 2)) && isLowerCase(text.charCodeAt(start + 3)))
    return text.startsWith('PT', start) ? start + 2 : -1;
  for (let i = start + 2; i < end - 1; i++) {
    if (!isUpperCase(text.charCodeAt(i))) continue;
    if (text[i - 1] === '-') return datelineSeam(text, token, i - 1);
    if (isLowerCase(text.charCodeAt(i - 1))) return capitalSeam(token, i, article);
  }
  return token.capital ? tailSeam(text, token, article) : -1;
}

/** `JAKARTA-Al Ghazali`: the town of a dateline, in capitals, and the first word of the article. */
function datelineSeam(text: string, { start, lower }: Token, dash: number): number {
  const town = lower.slice(0, dash - start);
  const isTown = town.length > 3 && (classOf(town) & PLACE) !== 0 && text.slice(start, dash) === town.toUpperCase();
  return isTown && isLowerCase(text.charCodeAt(dash + 2)) ? dash : -1;
}

/** A capital within a word: `klaimMenteri`, `danVincent`, `DonaldTrump`; not in a listed name (`TikTok`, `TikTokakan`). */
function capitalSeam({ start, end, lower }: Token, at: number, article: Words): number {
  for (let to = end; to > at; to--) {
    if (names.next?.has(lower.slice(0, to - start))) return to < end && isTail(lower.slice(to - start)) ? to : -1;
  }
  const left = lower.slice(0, at - start);
  const right = lower.slice(at - start);
  if (right === 'tbk') return at;
  if (left.length === 2) return left === 'di' || left === 'ke' ? at : -1;
  if (classOf(left) !== 0 || LINKS.has(left)) return at;
  const isApart = right.length > 2 && article.count(left) > 0 && article.count(right) > 0;
  return isApart && article.count(lower) <= 1 ? at : -1;
}

/** Small words that are glued to the name behind them. */
const LINKS = new Set(
  'dan dari untuk oleh dengan yang pada bahwa kepada adalah atau bagi bersama terhadap hingga'.split(' '),
);

/** `Cimahiakan`, `Googlemengumumkan`, `Pramono Anungmenyebut`: behind a name the word that was linked no more. */
function tailSeam(text: string, { start, end, lower }: Token, article: Words): number {
  if (names.next?.has(lower) || MINISTRY.test(lower)) return -1;
  for (let cut = lower.length - SHORTEST_TAIL; cut >= SHORTEST_NAME; cut--) {
    if (!OPENS_TAIL.has(lower[cut]!) || !isTail(lower.slice(cut))) continue;
    const left = lower.slice(0, cut);
    if (text.slice(start + cut, end) !== lower.slice(cut)) return -1;
    if (left.length >= LISTED_NAME && (names.next?.has(left) || classOf(left) & PLACE)) return start + cut;
    const isOwn = article.isName(left) && (classOf(left) & STOP) === 0 && article.count(lower) <= 1;
    if (isOwn && lower.length >= CERTAIN) return start + cut;
  }
  return -1;
}

/** Letters of a name before a tail, of a listed one, and of both together where the article has the name apart. */
const [SHORTEST_NAME, LISTED_NAME, CERTAIN] = [3, 4, 7];
const SHORTEST_TAIL = 3;
/** Clipped names of ministries: `Kemendikbud` is no `Kemen` that is told of. */
const MINISTRY = /^kemen[a-z]+$/;
/** What stands behind names in news: what links them to the rest, and verbs. */
const TAILS = new Set(
  (
    'akan bakal telah sudah belum masih juga dan atau serta bersama bahwa bisa dapat harus wajib tidak ingin siap segera ' +
    'mulai resmi pada dari untuk dengan oleh dalam sebagai terhadap kepada hingga saat ketika setelah agar yang adalah ' +
    'kembali baru sedang melalui karena lebih sekaligus menjadi'
  ).split(' '),
);
const VERB = /^(?:me[lmnry]|di|ber|ter)[a-z]{4,}$/;
const isTail = (word: string): boolean => TAILS.has(word) || VERB.test(word);
/** The first letters of tails. */
const OPENS_TAIL = new Set([...[...TAILS].map((tail) => tail[0]!), 'm', 'd', 'b', 't']);
