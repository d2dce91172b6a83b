/** The stories of `test/stories` that models are learned from, and which marked commitment each mention words. */
import type { StoredMention } from '../lambda/ledger/types.ts';
import { EXERCISES_DIR, isHeld, SAMPLES, type Story, storiesIn } from '../test/stories/judge.ts';
import { foldOf } from './logistic.ts';

/** All stories but those named `held-`. */
export const LEARNED: Story[] = [...SAMPLES, ...storiesIn(EXERCISES_DIR, (name) => !isHeld(name))];

/** Parts into which stories are cut for testing, each left out once. */
export const FOLDS = 10;
/** The part that a story is in, by its name. */
export const foldIs = (chain: string): number => foldOf(chain, FOLDS);

/**
 * Piles of several matters each: the stories of a fold put together, a few at a time, so that what is learned of a pile does
 * not take all of it for one matter. Keys are told apart by the story that they are of ({@link storyOfKey}).
 * @param size how many stories make a pile; those of a fold that fill none are left out.
 */
export function mixed(stories: readonly Story[], size = 4): Story[] {
  const own = stories.filter(({ articlesFrom }) => articlesFrom === undefined);
  return [...Array(FOLDS).keys()].flatMap((fold) => {
    const some = own.filter(({ chain }) => foldIs(chain) === fold);
    return Array.from({ length: Math.floor(some.length / size) }, (_, k) =>
      merged(some.slice(k * size, (k + 1) * size)),
    );
  });
}

function merged(some: readonly Story[]): Story {
  const named = (chain: string, key: string): string => `${chain}\n${key}`;
  return {
    chain: some[0]!.chain,
    articles: some.flatMap(({ chain, articles }) =>
      articles.map((article) => ({
        ...article,
        commitments: article.commitments.map((marked) => ({ ...marked, key: named(chain, marked.key) })),
      })),
    ),
    expected: some.flatMap(({ chain, expected }) => expected.map((one) => ({ ...one, key: named(chain, one.key) }))),
  };
}

/** A story as a smaller pile: every other article of it. What is seen of two among others should not hang on how many those are. */
export const halves = (story: Story): Story[] =>
  [0, 1].map((odd) => ({ ...story, articles: story.articles.filter((_, i) => i % 2 === odd) }));

/** Of a key of a mixed pile the story. */
export const storyOfKey = (key: string): string => key.split('\n')[0]!;

/** The key of the commitment that a reader marked where a mention stands; undefined where none is marked. */
export function keyOf({ article, mention }: StoredMention, story: Story, text: string): string | undefined {
  const { start, end } = mention.sentence;
  const own = story.articles.find(({ id }) => id === article.id)!.commitments;
  const fits = own.filter(({ sentence }) => {
    const at = text.indexOf(sentence);
    return at < end && start < at + sentence.length;
  });
  const name = wordsOf(mention.obligor.text);
  return (fits.find(({ obligor }) => wordsOf(obligor).some((word) => name.includes(word))) ?? fits[0])?.key;
}

/** Weights as their data file keeps them: in hundredths, by name, without those too small to show. */
export function tableOf(weights: Iterable<readonly [string, number]>): Record<string, number> {
  return Object.fromEntries(
    [...weights]
      .map(([name, weight]) => [name, Math.round(weight * 100) / 100] as const)
      .filter(([, weight]) => Math.abs(weight) >= 0.05)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
