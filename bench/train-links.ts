/**
 * Learns the weights of `lambda/ledger/model/link.ts` from the stories of `test/stories` (those named `held-` left out)
 * and says how well reports are linked, each story by weights that saw no part of it, and how well on the stories held:
 *
 *   node bench/train-links.ts [--write]
 *
 * The stories name the articles that tell of an end, not the sentences: of such an article the sentence that fits best
 * by the weights of the round before is learned from. Run it after `train-joins.ts`. Deterministic: no random number.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { toLedgerArticle } from '../lambda/ledger/follow.ts';
import { ENDING, linkFeatures, mayTell, promisedIn, toldIn } from '../lambda/ledger/model/link.ts';
import { isImpossible } from '../lambda/ledger/model/match.ts';
import { promisesOf } from '../lambda/ledger/model/model.ts';
import { readMentions } from '../lambda/ledger/model/read-mentions.ts';
import { readReports } from '../lambda/ledger/outcomes/read.ts';
import type { LedgerArticle } from '../lambda/ledger/types.ts';
import { articlesOf, ENDED, EXERCISES_DIR, isHeld, type Story, storiesIn } from '../test/stories/judge.ts';
import { type Example, type Fit, fit } from './logistic.ts';
import { keyOf, LEARNED, tableOf } from './story-marks.ts';

const OPTIONS = { penalty: () => 2, prior: () => 0, minimumGroups: 3, rounds: 300 };
const FOLDS = 10;
const ROUNDS = 5;
const THRESHOLDS = [0.2, 0.3, 0.4, 0.5, 0.6];

/** A promise and an article published after it, with the features of each report of the article that may be of it. */
interface Pair {
  story: string;
  /** The article tells of its end. */
  isEnd: boolean;
  reports: string[][];
}

/** Stories whose readers marked which articles tell of ends. */
const isMarked = ({ expected }: Story): boolean => expected.some(({ reports }) => (reports?.length ?? 0) > 0);
const learned = LEARNED.filter(isMarked);
const pairs = learned.flatMap(pairsOf);

const scored = [...Array(FOLDS).keys()].flatMap((fold) => {
  const names = new Set(learned.filter((_, i) => i % FOLDS === fold).map(({ chain }) => chain));
  const model = learn(pairs.filter(({ story }) => !names.has(story)));
  return pairs.filter(({ story }) => names.has(story)).map((pair) => ({ pair, p: likeliest(pair, model) }));
});
say(`${learned.length} stories, by story`, scored);
const model = learn(pairs);
const held = storiesIn(EXERCISES_DIR, isHeld).filter(isMarked);
say(
  `${held.length} stories held`,
  held.flatMap(pairsOf).map((pair) => ({ pair, p: likeliest(pair, model) })),
);
if (process.argv.includes('--write')) {
  const file = path.join(import.meta.dirname, '../lambda/ledger/model/link-weights.data.json');
  const table = tableOf(model.weights);
  writeFileSync(file, `${JSON.stringify(table, null, 2)}\n`);
  console.log(`${Object.keys(table).length} weights written`);
}

function pairsOf(story: Story): Pair[] {
  const articles = articlesOf(story).map(toLedgerArticle);
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const reports = articles
    .flatMap((a) => readReports(a, a.published, { forPile: true }))
    .filter(({ kind }) => ENDING.has(kind));
  const mentions = articles.flatMap((a) => readMentions(a, a.published));
  return promisesOf({ mentions, reports: [], reviews: [] }).flatMap(({ cluster }) => {
    const keys = cluster.members.flatMap(({ mention }) => keyOf(mention, story, texts.get(mention.article.id)!) ?? []);
    const expected = story.expected.find(({ key }) => key === mostOf(keys));
    const promise = promisedIn(cluster);
    return articles.flatMap((article) => {
      const own = reports
        .filter((report) => report.article.key === article.key && !isImpossible(report, cluster))
        .map(toldIn)
        .filter((told) => mayTell(promise, told))
        .map((told) => linkFeatures(promise, told));
      const isEnd = expected !== undefined && tellsEnd(expected, article);
      return isEnd || own.length > 0 ? [{ story: story.chain, isEnd, reports: own }] : [];
    });
  });
}

function mostOf(keys: readonly string[]): string | undefined {
  const times = (key: string): number => keys.filter((other) => other === key).length;
  return [...keys].sort((a, b) => times(b) - times(a))[0];
}

/** A reader named the article among the reports, and saw it ended afterwards. */
function tellsEnd({ reports, statusAt }: Story['expected'][number], { id, published }: LedgerArticle): boolean {
  if (!reports?.includes(id)) return false;
  const next = statusAt
    .filter(({ at }) => Date.parse(at) > Date.parse(published))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0];
  return next === undefined || ENDED.has(next.status);
}

function learn(from: readonly Pair[]): Fit {
  let score = (features: readonly string[]): number =>
    features.filter((name) => name === 'act:same' || name === 'party:own' || name.startsWith('ratio')).length;
  let model: Fit | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const examples = from.flatMap(({ story, isEnd, reports }): Example[] => {
      if (reports.length === 0) return [];
      const best = [...reports].sort((a, b) => score(b) - score(a))[0]!;
      const shown = isEnd ? [best] : reports;
      // An article that reports much is no more against a promise than one that reports little.
      const weight = 1 / Math.sqrt(shown.length);
      return shown.map((features) => ({ features, positive: isEnd, group: story, weight }));
    });
    model = fit(examples, OPTIONS);
    score = model.score;
  }
  return model!;
}

function likeliest({ reports }: Pair, { score }: Fit): number {
  return Math.max(0, ...reports.map((features) => 1 / (1 + Math.exp(-score(features)))));
}

function say(name: string, all: readonly { pair: Pair; p: number }[]): void {
  const ends = all.filter(({ pair }) => pair.isEnd).length;
  console.log(`${name}: ${all.length} pairs of promise and article, of ${ends} the article tells the end`);
  for (const threshold of THRESHOLDS) {
    const taken = all.filter(({ p }) => p >= threshold);
    const right = taken.filter(({ pair }) => pair.isEnd).length;
    console.log(`  from ${threshold}: P ${(right / taken.length).toFixed(3)} R ${(right / ends).toFixed(3)}`);
  }
}
