/** Datelines: "JAKARTA, KOMPAS.com - ", "Jakarta (ANTARA) - ", "Liputan6.com, Jakarta - ", "Jakarta: ". */

/** How far into a paragraph a dateline ends at the latest, in characters. */
const LONGEST = 70;
const MOST_WORDS = 7;

/**
 * The dateline an article begins with, without the dash after it; null where it begins with a sentence. It stays in
 * the text, where offsets count it.
 */
export function datelineOf(text: string): string | null {
  const head = text.slice(0, LONGEST);
  const match = /(?<!\s)\s*(?:\s--?\s|\s?[–—]\s|\s-(?=\p{Lu}|["“])|:\s)/u.exec(head);
  if (!match || match.index < 3 || head.slice(0, match.index).includes('\n')) return null;
  const dateline = head.slice(0, match.index).trim();
  const words = dateline.split(/[\s,]+/);
  if (words.length > MOST_WORDS || /["“”?!]/.test(dateline)) return null;
  const named = words.every((word) => /^[(\p{Lu}\d]/u.test(word) || /\.(?:com|co\.id|id)\)?$/i.test(word));
  const source =
    /\.(?:com|co\.id|id|net|tv)\b/i.test(dateline) ||
    /\([^)]{2,30}\)|\bCN[BN]C? Indonesia\b|^\p{Lu}{4,}/u.test(dateline);
  return named && (source || words.length <= 3) ? dateline : null;
}

/** A text without its dateline and the mark behind that; all of it where it has none. */
export function behindDateline(text: string): string {
  const dateline = datelineOf(text);
  return dateline === null ? text : text.slice(text.indexOf(dateline) + dateline.length).replace(/^\s*[-–—:]+\s*/, '');
}
