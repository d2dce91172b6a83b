import common from './common.data.json' with { type: 'json' };

/**
 * Content words (`contentOf`) of general news, by how many articles they stand in (`node bench/common-words.ts` counts them): in
 * 3 of 100 or more, and in 1 to 3.
 */
const everyday = new Set(common.everyday.split(' '));
const frequent = new Set(common.frequent.split(' '));

/** How much it says that two texts share a content word: 1 of an everyday one, 2 of a frequent one, 3 of a rare one. */
export const weightOf = (word: string): 1 | 2 | 3 => (everyday.has(word) ? 1 : frequent.has(word) ? 2 : 3);

/** Those of some content words that weigh so much or more. */
export const atLeast = (weight: 2 | 3, words: Iterable<string>): Set<string> =>
  new Set([...words].filter((word) => weightOf(word) >= weight));
