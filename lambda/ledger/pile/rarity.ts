/** How much words tell in a pile, all of whose articles are of one matter: what most of it says tells nothing. */

/** What a word tells, from 0. */
export type Rarity = (word: string) => number;

/** What a word tells by how few of some sets have it: the logarithm of all over those; nothing where all have it. */
export function rarityOf(sets: readonly Iterable<string>[]): Rarity {
  const having = new Map<string, number>();
  for (const set of sets) for (const word of set) having.set(word, (having.get(word) ?? 0) + 1);
  return (word) => Math.max(0, Math.log((OTHERS + sets.length) / (SELDOM + (having.get(word) ?? 0))));
}
/**
 * What is counted beside those that have a word, and beside all: in a pile of two articles a word of both still tells
 * something.
 */
const [SELDOM, OTHERS] = [0.5, 6];

/** What two sets share: as it is, as a part of the smaller and as a part of both; -1 where nothing in them tells anything. */
export function common(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: Rarity): [number, number, number] {
  let [both, ofA, ofB] = [0, 0, 0];
  for (const word of a) {
    const worth = rarity(word);
    ofA += worth;
    if (b.has(word)) both += worth;
  }
  for (const word of b) ofB += rarity(word);
  const least = Math.min(ofA, ofB);
  const joint = ofA + ofB - both;
  return [both, least > 0 ? both / least : -1, joint > 0 ? both / joint : -1];
}

/** What of some words is not among others. */
export function left(words: ReadonlySet<string>, others: ReadonlySet<string>, rarity: Rarity): number {
  let sum = 0;
  for (const word of words) if (!others.has(word)) sum += rarity(word);
  return sum;
}

const LETTERS = 3;

/** Every three letters in a row of a text: words of one root share most of them (`ditutup`, `penutupan`). */
export function lettersOf(text: string): Set<string> {
  const found = new Set<string>();
  const padded = ` ${text.toLowerCase()} `;
  for (let i = 0; i + LETTERS <= padded.length; i++) found.add(padded.slice(i, i + LETTERS));
  return found;
}
