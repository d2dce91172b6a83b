/** What is told of ends in piles, in whatever words, is learned from: promises, and the sentences that readers marked of them (`train-links.ts`). */
import { toPileArticle } from '../lambda/ledger/follow.ts';
import { promisedIn } from '../lambda/ledger/model/link-features.ts';
import { promisesOf } from '../lambda/ledger/model/model.ts';
import { readMentions } from '../lambda/ledger/model/read-mentions.ts';
import { readReports } from '../lambda/ledger/outcomes/read.ts';
import { IN_PILE } from '../lambda/ledger/pile/pile.ts';
import type { TellingWeights } from '../lambda/ledger/pile/telling/telling.ts';
import { type Tie as PileTie, tiesBetween } from '../lambda/ledger/pile/ties.ts';
import { toldInPile } from '../lambda/ledger/pile/told.ts';
import { articlesOf, type Story } from '../test/stories/judge.ts';
import { keyOfPromise } from './link-pairs.ts';
import { storyOfKey } from './story-marks.ts';
import { marksOf } from './telling-labels.ts';
import type { SeenExample } from './units.ts';

/** A promise and a sentence that may tell of it. */
export interface Tie extends SeenExample, Pick<PileTie, 'promise' | 'report'> {
  /** The sentence: of one several ties may be so. Where none is, that it tells of none is. */
  sentence: string;
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
  const matterOf = matters(story);
  const keys = promises.map((one) => keyOfPromise(one, story, texts));
  let nth = 0;
  return tiesBetween(promises, told).flatMap(({ promise, one, report, seen }): Tie[] => {
    const { article, span, kind } = report;
    const own = matterOf(one.cluster.members[0]!.mention.article.id);
    if (across && (matterOf(article.id) === own || nth++ % EACH !== 0)) return [];
    const positive = !across && marksOf(article.id, span.start).some((m) => m.key === keys[promise] && m.kind === kind);
    const sentence = `${across ? 'across ' : ''}${story.chain} ${article.id} ${span.start}`;
    const end = `${promise} ${kind}`;
    return [{ seen, positive, group: story.chain, sentence, end, promise, report }];
  });
}

/** The matter of each article of a pile of several: articles that promise nothing are of their own. */
function matters({ articles }: Story): (id: string) => string {
  const found = new Map(articles.map(({ id, commitments: [first] }) => [id, first ? storyOfKey(first.key) : id]));
  return (id) => found.get(id)!;
}
