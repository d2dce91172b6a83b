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
 * `lambda/extract/commitments/weights.data.json` from all the rest. The same files give the same weights, byte for byte.
 */
import { parseArgs } from 'node:util';
import { decide, weighed } from '../lambda/extract/commitments/commitments.ts';
import { chancesOf, type Models } from '../lambda/extract/commitments/model.ts';
import { type Net, worths } from '../lambda/extract/commitments/net.ts';
import { fitClause, fitObligor, fitSame, fitSpeaker, fitType, writeModels } from './commitment-fits.ts';
import { addScore, averagePrecision, emptyScore, f1, type Score, summary } from './commitment-score.ts';
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

/** The articles of a fold, and the models that saw no part of them. */
interface Fold {
  articles: Prepared[];
  net: Net;
  models: Omit<Models, 'clause'>;
}

console.log(`${training.length} articles, ${clauses.length} with single clauses; cross-validated in ${FOLDS} folds:`);
const folds: Fold[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const inFold = (article: Prepared): boolean => foldOf(`${groupOf(article)}x`, FOLDS) === fold;
  const rest = training.filter((article) => !inFold(article));
  folds.push({
    articles: training.filter(inFold),
    net: fitClause([...rest, ...clauses]),
    models: {
      same: { threshold: 0, weights: fitSame(rest) },
      ...{ obligor: fitObligor(rest), speaker: fitSpeaker(rest), type: fitType(rest) },
    },
  });
}
/** What the clauses of each fold are worth by the network that saw no part of them. */
const points = folds.flatMap(({ articles, net }) =>
  articles.flatMap(({ row, judgement, verdicts }) =>
    worths(net, weighed(judgement)).flatMap((z, i) => {
      const { commitment, gold } = verdicts[i]!;
      // What is a part of another clause's commitment is none beside it.
      const positive = commitment ?? (gold === null || gold.optional ? null : false);
      return positive === null ? [] : [{ z, positive, weight: 1, file: row.file }];
    }),
  ),
);
const [slope, offset] = calibrate(points);
const judgedPoints = points.map(({ z, positive, file }) => ({
  chance: 1 / (1 + Math.exp(-(slope * z + offset))),
  positive,
  file,
}));
/**
 * What differs by less is the same: two trainings that draw other numbers differ by as much. Then the higher confidence, and what
 * merges more, for what is invented costs more trust than what is missed.
 */
const EVEN = { clause: 0.008, same: 0.001 };
const NEWS = /^(?:commitments-dev|[cde])\.jsonl$/;
const best = bestThresholds();
console.log(
  `best: clauses from ${best.clause}, the same from ${best.same}: ${summary(crossed(best.clause, best.same))}`,
);
for (const { name, ids } of parts()) {
  const ordered = averagePrecision(judgedPoints.filter(({ file }) => file === name));
  console.log(`  ${name}: ${summary(crossed(best.clause, best.same, ids))}  clauses ordered ${ordered.toFixed(3)}`);
}
console.log('calibration (confidence: clauses, share right):');
for (let k = 0; k < 10; k++) {
  const bin = judgedPoints.filter(({ chance }) => Math.min(9, Math.floor(chance * 10)) === k);
  const right = bin.filter(({ positive }) => positive).length;
  if (bin.length > 0) console.log(`  ${k / 10} to ${(k + 1) / 10}: ${bin.length}, ${(right / bin.length).toFixed(2)}`);
}

if (held > 0 || values.write) {
  const net = fitClause([...training, ...clauses]);
  const models: Models = {
    clause: { slope, offset, threshold: best.clause, net },
    same: { threshold: best.same, weights: fitSame(training) },
    ...{ obligor: fitObligor(training), speaker: fitSpeaker(training), type: fitType(training) },
  };
  if (held > 0) {
    const score = emptyScore();
    const tested = whole.filter(isHeld);
    for (const article of tested) addArticle(score, article, models);
    console.log(`held back, ${tested.length} articles: ${summary(score)}`);
  }
  if (values.write) writeModels(models);
}

function addArticle(score: Score, { row, judgement }: Prepared, models: Models): void {
  addScore(score, row, decide(judgement, models, chancesOf(models.clause, weighed(judgement))));
}

/** The score of all folds with these thresholds; of some articles only where `ids` names them. */
function crossed(clause: number, same: number, ids?: ReadonlySet<string>): Score {
  const score = emptyScore();
  for (const { articles, net, models } of folds) {
    const all: Models = {
      ...models,
      clause: { slope, offset, threshold: clause, net },
      same: { threshold: same, weights: models.same.weights },
    };
    for (const article of articles) {
      if (ids && !ids.has(article.row.id)) continue;
      addArticle(score, article, all);
    }
  }
  return score;
}

/**
 * The thresholds with which most is found, tried in small steps: from which confidence on a clause counts by the articles of
 * news alone, for what is written for this promises more and more plainly; which clauses are the same by news and by all, each for
 * half: news repeats itself, stories hardly do, and have most of the commitments.
 */
function bestThresholds(): { clause: number; same: number } {
  const news = new Set(training.flatMap(({ row }) => (NEWS.test(row.file) ? [row.id] : [])));
  const clauses = [0.35, 0.4, 0.45, 0.5, 0.55].map((clause) => ({ clause, ...found(clause, 0, news) }));
  const { clause } = alike(clauses, EVEN.clause).at(-1)!;
  const sames = [-0.4, -0.2, 0, 0.2, 0.4].map((same) => ({
    same,
    f: (found(clause, same).f + found(clause, same, news).f) / 2,
  }));
  return { clause, same: alike(sames, EVEN.same)[0]!.same };
}

function found(clause: number, same: number, ids?: ReadonlySet<string>): { f: number } {
  const score = crossed(clause, same, ids);
  const f = f1(score.found, score.system, score.gold);
  console.log(`  from ${clause.toFixed(2)}, same ${same}${ids ? ', of news' : ''}: ${f.toFixed(4)}`);
  return { f };
}

/** Those with which nearly as much is found as with the best, in their order. */
function alike<T extends { f: number }>(tried: readonly T[], even: number): T[] {
  const most = Math.max(...tried.map(({ f }) => f));
  return tried.filter(({ f }) => f > most - even);
}

/** Articles by the file that has them. */
function parts(): { name: string; ids: Set<string> }[] {
  const byFile = new Map<string, Set<string>>();
  for (const { row } of training) (byFile.get(row.file) ?? byFile.set(row.file, new Set()).get(row.file)!).add(row.id);
  return [...byFile].map(([name, ids]) => ({ name, ids }));
}
