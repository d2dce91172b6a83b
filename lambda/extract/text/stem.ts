import { remembered } from './remembered.ts';
import { byWord } from './words.ts';

/**
 * A key under which the forms of an Indonesian word fall together: `menerbitkan`, `diterbitkan` and `penerbitan` give
 * one. It is no dictionary stem: meN- swallows the first t, p, k or s of a stem, so the key leaves them off throughout
 * (`erbit`), which a dictionary would be needed to undo. After the affix order in Sneddon, *Indonesian: A
 * Comprehensive Grammar*, chapter 1.
 */

const SUFFIXES = ['lah', 'kah', 'pun', 'nya', 'ku', 'mu', 'kan', 'an', 'i'];
const SHORTEST = 3;

/** The key of a lower-case word. Never throws; the key of an empty word is empty. */
export const stemKey = remembered(compute);

/** The key of a word of a text. */
export const stemOf = byWord(stemKey);

function compute(word: string): string {
  let stem = word;
  for (const clitic of SUFFIXES.slice(0, 6)) {
    if (stem.length > clitic.length + 3 && stem.endsWith(clitic)) {
      stem = stem.slice(0, -clitic.length);
      break;
    }
  }
  const bare = withoutPrefix(stem);
  for (const suffix of SUFFIXES.slice(6)) {
    if (bare.length > suffix.length + SHORTEST - 1 && bare.endsWith(suffix)) {
      if (suffix === 'i' && bare === stem) break; // `kami`, `izin dari`: a bare word keeps its vowel
      return dropFirst(bare.slice(0, -suffix.length));
    }
  }
  return dropFirst(bare);
}

const PREFIXES: readonly (readonly [string, number])[] = [
  // Prefix, and how many of its letters to take off. Longest first.
  ['meny', 4],
  ['meng', 4],
  ['peny', 4],
  ['peng', 4],
  ['mem', 3],
  ['men', 3],
  ['pem', 3],
  ['pen', 3],
  ['ber', 3],
  ['ter', 3],
  ['me', 2],
  ['di', 2],
  ['ke', 2],
];

function withoutPrefix(word: string): string {
  for (const [prefix, length] of PREFIXES) {
    if (word.length >= length + SHORTEST && word.startsWith(prefix)) return word.slice(length);
  }
  return word;
}

const isVowel = (c: string | undefined): boolean => c !== undefined && 'aeiou'.includes(c);

function dropFirst(stem: string): string {
  return stem.length > SHORTEST && 'tpks'.includes(stem[0]!) && isVowel(stem[1]) ? stem.slice(1) : stem;
}
