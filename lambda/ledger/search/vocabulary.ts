import type { Db } from '../../dynamo.ts';
import { all, putMany } from '../../items.ts';
import { vocabularyPk } from './keys.ts';

/**
 * The words that were printed, each with its stem: what a word that is only begun may become. They are written with the
 * segment that they come from, those that begin alike as one item, and never taken away.
 */

/** A word as printed, and its stem. */
export type Printed = readonly [word: string, stem: string];

interface VocabularyItem {
  pk: string;
  /** The segment that it was written with. */
  sk: string;
  /** Words and stems by turns, with spaces between. */
  words: string;
}

const pairsIn = ({ words }: VocabularyItem): Printed[] => {
  const parts = words.split(' ');
  return Array.from({ length: parts.length / 2 }, (_, i) => [parts[2 * i]!, parts[2 * i + 1]!] as const);
};

const itemsOf = (db: Db, pk: string) => all<VocabularyItem>(db, { condition: 'pk = :pk', values: { ':pk': pk } });

/**
 * A word that is only begun is sought among words as printed and among stems: `daft` finds `pendaftaran`. A stem with which
 * its word begins is found by that.
 */
const soughtAs = (words: readonly Printed[]): Printed[] =>
  words.flatMap(([word, stem]) =>
    word.startsWith(stem)
      ? [[word, stem] as const]
      : [
          [word, stem],
          [stem, stem],
        ],
  );

/** Partitions that are read at once. */
const TOGETHER = 20;

/** Writes words that are not in the vocabulary. Running again with the same segment writes no less than before. */
export async function keepWords(db: Db, words: readonly Printed[], segment: string): Promise<void> {
  const byPk = new Map<string, Map<string, string>>();
  for (const [word, stem] of soughtAs(words)) {
    const pk = vocabularyPk(word);
    byPk.set(pk, (byPk.get(pk) ?? new Map<string, string>()).set(word, stem));
  }
  const partitions = [...byPk];
  for (let at = 0; at < partitions.length; at += TOGETHER) {
    const found = await Promise.all(
      partitions.slice(at, at + TOGETHER).map(async ([pk, own]) => {
        const items = await itemsOf(db, pk);
        const known = new Set(items.flatMap(pairsIn).map(([word]) => word));
        const fresh = [...own].filter(([word]) => !known.has(word));
        const before = items.filter(({ sk }) => sk === segment).flatMap(pairsIn);
        return { pk, sk: segment, fresh, words: [...before, ...fresh].flat().join(' ') };
      }),
    );
    await putMany(
      db,
      found.filter(({ fresh }) => fresh.length > 0).map(({ pk, sk, words }) => ({ pk, sk, words })),
    );
  }
}

/**
 * Words that begin like this one, in the order of the alphabet.
 * @param fresh words that the vocabulary may not have yet.
 * @param most how many are enough.
 */
export async function wordsBegun(db: Db, begun: string, fresh: readonly Printed[], most: number): Promise<Printed[]> {
  const kept = (await itemsOf(db, vocabularyPk(begun))).flatMap(pairsIn);
  const found = new Map([...kept, ...soughtAs(fresh)].filter(([word]) => word.startsWith(begun)));
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, most);
}
