/**
 * Trains the models that `extract/commitments` decides by, and says how good they are.
 *
 *   node bench/train-commitments.ts [--write] [--held K] [--texts TEXTS.jsonl[.gz]] LABELS.jsonl|CHAIN.json …
 *
 * A line of LABELS is an article: `{id, text, published, title?, commitments: […]}` with every commitment marked, or
 * `{…, clauses: [{verb, at, commitment}]}` with a yes or no for some of its clauses (offsets of the verb and of the
 * marker). The labels in `bench/labels` hold offsets only, because the articles are their publishers': their texts come
 * from TEXTS (`{id, text, published, title?}` a line). A CHAIN is a story's file with its `articles`. `--held K` leaves
 * out the articles whose name hashes to 0 modulo K and scores them at the end; `--write` writes
 * `lambda/extract/commitments/weights.data.json` from all the rest. Deterministic: no random number anywhere.
 */
import { parseArgs } from 'node:util';
import { decide } from '../lambda/extract/commitments/commitments.ts';
import { type ClauseModel, type Models, worthOf } from '../lambda/extract/commitments/model.ts';
import { fitClause, fitObligor, fitSame, fitSpeaker, writeModels } from './commitment-fits.ts';
import { addScore, emptyScore, f1, type Score, summary } from './commitment-score.ts';
import { type Prepared, prepare, rowsOf } from './commitment-training.ts';
import { calibrate, foldOf } from './logistic.ts';

const FOLDS = 8;
const { values, positionals } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    held: { type: 'string', default: '0' },
    texts: { type: 'string', multiple: true, default: [] },
  },
  allowPositionals: true,
});
if (positionals.length === 0) {
  console.error('usage: node bench/train-commitments.ts [--write] [--held K] LABELS.jsonl …');
  process.exit(2);
}

const held = Number(values.held);
const isHeld = ({ row }: Prepared): boolean => held > 0 && foldOf(row.id, held) === 0;
const prepared = rowsOf(positionals, values.texts).map(prepare);
const whole = prepared.filter(({ row }) => row.clauses === undefined);
const clauses = prepared.filter(({ row }) => row.clauses !== undefined);
const training = whole.filter((article) => !isHeld(article));

/** Articles of one story are never split between learning and testing: they word the same promises. */
const groupOf = ({ row }: Prepared): string => (STORIES.test(row.file) ? row.id.replace(/-?\d+$/, '') : row.id);
const STORIES = /\.json$|samples|exercises/;

/** A fold's models and the sums of weights of its articles' candidates, from models that saw no part of them. */
interface Fold {
  articles: Prepared[];
  clause: Pick<ClauseModel, 'weights' | 'form'>;
  models: Omit<Models, 'clause'>;
}

console.log(`${training.length} articles, ${clauses.length} with single clauses; cross-validated in ${FOLDS} folds:`);
const folds: Fold[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const inFold = (article: Prepared): boolean => foldOf(`${groupOf(article)}x`, FOLDS) === fold;
  const rest = training.filter((article) => !inFold(article));
  folds.push({
    articles: training.filter(inFold),
    clause: fitClause([...rest, ...clauses]),
    models: { same: { threshold: 0, weights: fitSame(rest) }, obligor: fitObligor(rest), speaker: fitSpeaker(rest) },
  });
}
const points = folds.flatMap(({ articles, clause }) =>
  articles.flatMap(({ judgement, verdicts }) =>
    judgement.judged.flatMap(({ features }, i) => {
      const positive = verdicts[i]!.commitment;
      return positive === null ? [] : [{ z: worthOf(clause, features), positive, weight: 1 }];
    }),
  ),
);
const [slope, offset] = calibrate(points);
const likelihood = (z: number): number => 1 / (1 + Math.exp(-(slope * z + offset)));
const best = bestThresholds();
console.log(
  `best: clauses from ${best.clause}, the same from ${best.same}: ${summary(crossed(best.clause, best.same))}`,
);
for (const { name, ids } of parts()) {
  if (ids.size > 0) console.log(`  ${name}: ${summary(crossed(best.clause, best.same, ids))}`);
}
console.log('calibration (confidence: clauses, share right):');
for (let k = 0; k < 10; k++) {
  const bin = points.filter(({ z }) => Math.min(9, Math.floor(likelihood(z) * 10)) === k);
  const right = bin.filter(({ positive }) => positive).length;
  if (bin.length > 0) console.log(`  ${k / 10} to ${(k + 1) / 10}: ${bin.length}, ${(right / bin.length).toFixed(2)}`);
}

if (held > 0 || values.write) {
  const clause = fitClause([...training, ...clauses]);
  const models: Models = {
    clause: { slope, offset, threshold: best.clause, ...clause },
    same: { threshold: best.same, weights: fitSame(training) },
    ...{ obligor: fitObligor(training), speaker: fitSpeaker(training) },
  };
  if (held > 0) {
    const score = emptyScore();
    const tested = whole.filter(isHeld);
    for (const article of tested)
      addArticle(score, article, models, (features) => likelihood(worthOf(clause, features)));
    console.log(`held back, ${tested.length} articles: ${summary(score)}`);
  }
  if (values.write) writeModels(models);
}

function addArticle(
  score: Score,
  { row, judgement }: Prepared,
  models: Models,
  chance: (features: readonly string[]) => number,
): void {
  addScore(score, row, decide(judgement, models, chance));
}

/** The score of all folds with these thresholds; of some articles only where `ids` names them. */
function crossed(clause: number, same: number, ids?: ReadonlySet<string>): Score {
  const score = emptyScore();
  for (const { articles, clause: fit, models } of folds) {
    const all: Models = {
      ...models,
      clause: { slope, offset, threshold: clause, ...fit },
      same: { threshold: same, weights: models.same.weights },
    };
    for (const article of articles) {
      if (ids && !ids.has(article.row.id)) continue;
      addArticle(score, article, all, (features) => likelihood(worthOf(fit, features)));
    }
  }
  return score;
}

/** The thresholds with which most is found, tried in small steps. */
function bestThresholds(): { clause: number; same: number } {
  let most = { clause: 0, same: 0, f: 0 };
  for (const clause of [0.4, 0.45, 0.5, 0.55, 0.6]) {
    for (const same of [-0.4, -0.2, 0, 0.2, 0.4]) {
      const score = crossed(clause, same);
      const f = f1(score.found, score.system, score.gold);
      console.log(`  from ${clause.toFixed(2)}, same ${same}: ${f.toFixed(3)}`);
      if (f > most.f) most = { clause, same, f };
    }
  }
  return most;
}

/** Articles by the file that has them. */
function parts(): { name: string; ids: Set<string> }[] {
  const byFile = new Map<string, Set<string>>();
  for (const { row } of training) (byFile.get(row.file) ?? byFile.set(row.file, new Set()).get(row.file)!).add(row.id);
  return [...byFile].map(([name, ids]) => ({ name, ids }));
}
