/** What is told of ends in piles, in whatever words, is learned from: promises, and the sentences that readers marked of them (`train-links.ts`). */
import { toPileArticle } from '../lambda/ledger/follow.ts';
import { promisedIn } from '../lambda/ledger/model/link-features.ts';
import { promisesOf } from '../lambda/ledger/model/model.ts';
import { readMentions } from '../lambda/ledger/model/read-mentions.ts';
import { readReports } from '../lambda/ledger/outcomes/read.ts';
import { seenIn } from '../lambda/ledger/pile/own-words.ts';
import { IN_PILE } from '../lambda/ledger/pile/pile.ts';
import type { TellingWeights } from '../lambda/ledger/pile/telling/telling.ts';
import { toldInPile } from '../lambda/ledger/pile/told.ts';
import { articlesOf, type Story } from '../test/stories/judge.ts';
import { keyOfPromise } from './link-pairs.ts';
import { storyOfKey } from './story-marks.ts';
import { marksOf } from './telling-labels.ts';
import type { Option } from './tie-fit.ts';

/** A promise and a sentence that may tell of it. */
export interface Tie extends Option {
  /** The promise, and how it ended. */
  end: string;
}

/** Of a pile of several matters each so many ties across matters are learned from. */
const EACH = 8;

/**
 * A story that is compared whole, as a pile is; or several, of which the ties across matters are learned from.
 * @param worth of the model of sentences, which must not have seen the story.
 */
export function tiesOf(story: Story, worth: TellingWeights, across = false): Tie[] {
  const articles = articlesOf(story).map(toPileArticle);
  const mentions = articles.flatMap((a) => readMentions(a, a.published, { chosen: true }));
  const told = articles.flatMap((a) =>
    toldInPile(a, a.published, readReports(a, a.published, { chosen: true }), worth),
  );
  const promises = promisesOf({ mentions, reports: [], reviews: [] }, IN_PILE).map(({ cluster }) => ({
    cluster,
    promise: promisedIn(cluster),
  }));
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const seenOf = seenIn(promises, told);
  const matterOf = matters(story);
  let nth = 0;
  return promises.flatMap((one, i) => {
    const key = keyOfPromise(one, story, texts);
    const own = matterOf(one.cluster.members[0]!.mention.article.id);
    return told.flatMap((report): Tie[] => {
      const { article, span, kind } = report;
      if (across && (matterOf(article.id) === own || nth++ % EACH !== 0)) return [];
      const seen = seenOf(one, report);
      if (seen === null) return [];
      const positive = !across && marksOf(article.id, span.start).some((m) => m.key === key && m.kind === kind);
      const { names: features, numbers } = seen;
      const sentence = `${story.chain} ${article.id} ${span.start}`;
      return [{ features, numbers, positive, group: story.chain, weight: 1, sentence, end: `${i} ${kind}` }];
    });
  });
}

/** The matter of each article of a pile of several: articles that promise nothing are of their own. */
function matters({ articles }: Story): (id: string) => string {
  const found = new Map(articles.map(({ id, commitments: [first] }) => [id, first ? storyOfKey(first.key) : id]));
  return (id) => found.get(id)!;
}
