/** The stories of `test/stories` that models are learned from, and which marked commitment each mention words. */
import type { StoredMention } from '../lambda/ledger/types.ts';
import { EXERCISES_DIR, isHeld, SAMPLES, type Story, storiesIn } from '../test/stories/judge.ts';

/** All stories but those named `held-`. */
export const LEARNED: Story[] = [...SAMPLES, ...storiesIn(EXERCISES_DIR, (name) => !isHeld(name))];

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
