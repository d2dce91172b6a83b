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
import { chanceBy, chancesOf, roundThem, sentencesOf } from '../lambda/extract/commitments/around.ts';
import { decide } from '../lambda/extract/commitments/commitments.ts';
import type { Form } from '../lambda/extract/commitments/form.ts';
import { type Models, probability, worthOf } from '../lambda/extract/commitments/model.ts';
import { fitClause, fitObligor, fitSame, fitSpeaker, writeModels } from './commitment-fits.ts';
import { addScore, averagePrecision, emptyScore, f1, type Score, summary } from './commitment-score.ts';
import { type Prepared, prepare, rowsOf } from './commitment-training.ts';
import { type Counted, calibrate, fitNumbers, foldOf } from './logistic.ts';

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
  form: Form;
  models: Omit<Models, 'clause'>;
}

console.log(`${training.length} articles, ${clauses.length} with single clauses; cross-validated in ${FOLDS} folds:`);
const folds: Fold[] = [];
for (let fold = 0; fold < FOLDS; fold++) {
  const inFold = (article: Prepared): boolean => foldOf(`${groupOf(article)}x`, FOLDS) === fold;
  const rest = training.filter((article) => !inFold(article));
  folds.push({
    articles: training.filter(inFold),
    form: fitClause([...rest, ...clauses]),
    models: { same: { threshold: 0, weights: fitSame(rest) }, obligor: fitObligor(rest), speaker: fitSpeaker(rest) },
  });
}
const points = folds.flatMap(({ articles, form }) =>
  articles.flatMap(({ judgement, verdicts }) =>
    judgement.judged.flatMap(({ features }, i) => {
      const positive = verdicts[i]!.commitment;
      return positive === null ? [] : [{ z: worthOf(form, features), positive, weight: 1 }];
    }),
  ),
);
const [slope, offset] = calibrate(points);
/** Of each fold the numbers of its candidates, by models that saw no part of them: what is round them is learned from these. */
const surrounded = folds.map(({ articles, form }) =>
  articles.flatMap(({ row, judgement: { judged }, verdicts }): (Counted & { file: string })[] => {
    const alone = judged.map(({ features }) => probability({ slope, offset, form }, features));
    return roundThem(alone, sentencesOf(judged)).flatMap((numbers, i) => {
      const { commitment, gold } = verdicts[i]!;
      // What is a part of another clause's commitment is none beside it.
      const positive = commitment ?? (gold === null || gold.optional ? null : false);
      return positive === null ? [] : [{ numbers, positive, file: row.file }];
    });
  }),
);
const PULL = 1;
const arounds = folds.map((_, k) => fitNumbers(surrounded.filter((_, other) => other !== k).flat(), PULL));
const judgedPoints = surrounded.flatMap((counted, k) =>
  counted.map(({ numbers, positive, file }) => ({ chance: chanceBy(arounds[k]!, numbers), positive, file })),
);
/**
 * What differs by less is the same: then the higher confidence, and what merges more, for what is invented costs more trust
 * than what is missed.
 */
const EVEN = 0.001;
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
  const form = fitClause([...training, ...clauses]);
  const around = fitNumbers(surrounded.flat(), PULL);
  const models: Models = {
    clause: { slope, offset, around, threshold: best.clause, form },
    same: { threshold: best.same, weights: fitSame(training) },
    ...{ obligor: fitObligor(training), speaker: fitSpeaker(training) },
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
  addScore(score, row, decide(judgement, models, chancesOf(models.clause, judgement.judged)));
}

/** The score of all folds with these thresholds; of some articles only where `ids` names them. */
function crossed(clause: number, same: number, ids?: ReadonlySet<string>): Score {
  const score = emptyScore();
  for (const [k, { articles, form, models }] of folds.entries()) {
    const all: Models = {
      ...models,
      clause: { slope, offset, around: arounds[k]!, threshold: clause, form },
      same: { threshold: same, weights: models.same.weights },
    };
    for (const article of articles) {
      if (ids && !ids.has(article.row.id)) continue;
      addArticle(score, article, all);
    }
  }
  return score;
}

/** The thresholds with which most is found, tried in small steps; of those that find alike the ones that give least. */
function bestThresholds(): { clause: number; same: number } {
  const tried = [0.4, 0.45, 0.5].flatMap((clause) =>
    [-0.4, -0.2, 0, 0.2, 0.4].map((same) => {
      const score = crossed(clause, same);
      const f = f1(score.found, score.system, score.gold);
      console.log(`  from ${clause.toFixed(2)}, same ${same}: ${f.toFixed(3)}`);
      return { clause, same, f };
    }),
  );
  const most = Math.max(...tried.map(({ f }) => f));
  const alike = tried.filter(({ f }) => f > most - EVEN);
  return alike.sort((a, b) => b.clause - a.clause || a.same - b.same)[0]!;
}

/** Articles by the file that has them. */
function parts(): { name: string; ids: Set<string> }[] {
  const byFile = new Map<string, Set<string>>();
  for (const { row } of training) (byFile.get(row.file) ?? byFile.set(row.file, new Set()).get(row.file)!).add(row.id);
  return [...byFile].map(([name, ids]) => ({ name, ids }));
}
