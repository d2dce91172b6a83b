import { sourceGroups } from '../model/sources.ts';
import type { ArticleRef } from '../types.ts';
import { weightOf } from '../words/rarity.ts';

/**
 * So many of the sources most like it are looked at beside an article: as many as a matter mostly has. A pile may hold many
 * matters, and what is seen of two things among others must not hang on how many others there are.
 */
const NEAREST = 8;

/** An article of a pile, by what it promises and reports. */
export interface PileArticle {
  key: string;
  /** The same of near copies ({@link sourcesOf}): however often a text is printed, it is one source. */
  source: string;
  /** Content words of what it promises and reports, and of what is around that. */
  words: ReadonlySet<string>;
}

/** Of each article by its key the source that it is of. */
export const sourcesOf = (articles: readonly ArticleRef[]): ReadonlyMap<string, string> =>
  new Map(sourceGroups(articles).flatMap((group) => group.map(({ key }) => [key, group[0]!.key] as const)));

/** Everyday words tell nothing of what an article is about. */
const LEAST = 2;

/**
 * The articles most like one, by what of the unusual words of either the other has too, with itself and all copies of each;
 * of equals the first by key.
 * @param all those that may be taken.
 * @param most of how many sources, its own counted.
 */
export function nearestTo(one: PileArticle, all: readonly PileArticle[], most = NEAREST): ReadonlySet<string> {
  const ranked = all
    .filter(({ source }) => source !== one.source)
    .map((other) => ({ other, like: likeness(one.words, other.words) }))
    .sort((a, b) => b.like - a.like || (a.other.key < b.other.key ? -1 : 1));
  const sources = new Set([one.source]);
  for (const { other } of ranked) {
    if (sources.size >= most) break;
    sources.add(other.source);
  }
  return new Set([one.key, ...all.flatMap(({ key, source }) => (sources.has(source) ? [key] : []))]);
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let both = 0;
  for (const word of small) if (large.has(word)) both += worth(word);
  const least = Math.min(worthOf(a), worthOf(b));
  return least === 0 ? 0 : both / least;
}

const worth = (word: string): number => {
  const weight = weightOf(word);
  return weight < LEAST ? 0 : weight;
};

const worths = new WeakMap<ReadonlySet<string>, number>();
function worthOf(words: ReadonlySet<string>): number {
  let sum = worths.get(words);
  if (sum === undefined) {
    sum = 0;
    for (const word of words) sum += worth(word);
    worths.set(words, sum);
  }
  return sum;
}
