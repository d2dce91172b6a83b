/** The sentences of the stories that are learned from, and weights that saw no part of a story. */
import { toPileArticle } from '../lambda/ledger/follow.ts';
import { readReports } from '../lambda/ledger/outcomes/read.ts';
import { sentencesOf } from '../lambda/ledger/pile/telling/clues.ts';
import type { TellingWeights } from '../lambda/ledger/pile/telling/telling.ts';
import { unpackTelling } from '../lambda/ledger/pile/telling/telling.ts';
import { articlesOf, type Story } from '../test/stories/judge.ts';
import { foldIs } from './story-marks.ts';
import { fitTelling, packTelling, type ToldSentence } from './telling-fit.ts';
import { marksOf } from './telling-labels.ts';

/** Parts of the stories that are left out in turn. */
const PARTS = 5;

/** Stories whose readers marked which articles tell of ends. */
export const isTold = ({ expected }: Story): boolean => expected.some(({ reports }) => (reports?.length ?? 0) > 0);

export function sentencesToLearn(story: Story): ToldSentence[] {
  return articlesOf(story).flatMap((one) => {
    const article = toPileArticle(one);
    return sentencesOf(article, readReports(article, article.published, { chosen: true })).map(({ start, clues }) => ({
      group: story.chain,
      clues,
      kind: marksOf(article.id, start)[0]?.kind ?? null,
    }));
  });
}

/** Weights that saw no part of a story, by its name. */
export function foldsOf(stories: readonly Story[]): (chain: string) => TellingWeights {
  const all = stories.flatMap(sentencesToLearn);
  const partOf = (chain: string): number => foldIs(chain) % PARTS;
  const fits = Array.from({ length: PARTS }, (_, part) =>
    unpackTelling(packTelling(fitTelling(all.filter(({ group }) => partOf(group) !== part)))),
  );
  return (chain) => fits[partOf(chain)]!;
}
