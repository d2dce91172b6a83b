/**
 * Learns the weights of `lambda/ledger/model/pair.ts` from the stories of `test/stories` (those named `held-` left out)
 * and says how well pairs of mentions are told apart, the stories of each of ten parts by weights that saw none of them:
 *
 *   node bench/train-joins.ts [--write]
 *
 * Every pair counts half as it is and half with another class of act than it has: the tables of acts were written with
 * some of these stories in view, and know other stories' words less well. Deterministic: no random number anywhere.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { toPileArticle } from '../lambda/ledger/follow.ts';
import { type Features, featuresOf } from '../lambda/ledger/model/features.ts';
import { pairFeatures } from '../lambda/ledger/model/pair.ts';
import { readMentions } from '../lambda/ledger/model/read-mentions.ts';
import { articlesOf, type Story } from '../test/stories/judge.ts';
import { type Example, fit, foldOf } from './logistic.ts';
import { keyOf, LEARNED as stories, tableOf } from './story-marks.ts';

const OPTIONS = { penalty: () => 8, prior: () => 0, minimumGroups: 3, rounds: 400 };

/** Parts of the stories, each left out once. */
const FOLDS = 10;

interface Pair extends Example {
  act: string;
}

const pairs = stories.flatMap(pairsOf);
let [right, found, all] = [0, 0, 0];
for (let fold = 0; fold < FOLDS; fold++) {
  const inFold = ({ group }: Pair): boolean => foldOf(group, FOLDS) === fold;
  const model = fit(varied(pairs.filter((pair) => !inFold(pair))), OPTIONS);
  for (const pair of pairs.filter(inFold)) {
    const joined = model.score(pair.features) >= 0;
    if (pair.positive) all++;
    if (joined) found++;
    if (joined && pair.positive) right++;
  }
}
console.log(`${stories.length} stories, ${pairs.length} pairs, ${all} of them one promise`);
console.log(`by story: P ${(right / found).toFixed(3)} R ${(right / all).toFixed(3)}`);

const { weights } = fit(varied(pairs), OPTIONS);
const table = tableOf(weights);
if (process.argv.includes('--write')) {
  const file = path.join(import.meta.dirname, '../lambda/ledger/model/pair-weights.data.json');
  writeFileSync(file, `${JSON.stringify(table, null, 2)}\n`);
  console.log(`${Object.keys(table).length} weights written`);
}

/** All pairs of mentions of a story of which a reader marked what they word. */
function pairsOf(story: Story): Pair[] {
  const marked = articlesOf(story).flatMap((article) => {
    return readMentions(toPileArticle(article), article.published, { chosen: true }).flatMap((mention) => {
      const key = keyOf(mention, story, article.text);
      return key === undefined ? [] : [{ key, features: featuresOf(mention) }];
    });
  });
  return marked.flatMap((a, i) =>
    marked.slice(i + 1).map(
      (b): Pair => ({
        features: pairFeatures(a.features, b.features),
        positive: a.key === b.key,
        group: story.chain,
        weight: 1,
        act: actOfNoTable(a.features),
      }),
    ),
  );
}

/** What a pair of one class would say of its acts, had no table known them: half the stories each. */
function actOfNoTable({ words }: Features): string {
  return words.size % 2 === 1 ? 'act:other' : 'act:own-other';
}

function varied(given: readonly Pair[]): Example[] {
  return given.flatMap((pair) => [
    { ...pair, weight: 0.5 },
    { ...pair, weight: 0.5, features: pair.features.map((name) => (name === 'act:same' ? pair.act : name)) },
  ]);
}
