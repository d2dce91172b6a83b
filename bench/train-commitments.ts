/**
 * Trains the model that `extract/commitments` decides by, and says how good it is.
 *
 *   node bench/train-commitments.ts [--write] [--held K] [--texts TEXTS.jsonl[.gz]] LABELS.jsonl|CHAIN.json …
 *
 * A line of LABELS is an article: `{id, text, published, title?, commitments: […]}` with every commitment marked, or
 * `{…, clauses: [{verb, at, commitment}]}` with a yes or no for some of its clauses (offsets of the verb and of the
 * marker). The labels in `bench/labels` hold offsets only, because the articles are their publishers': their texts come
 * from TEXTS (`{id, text, published, title?}` a line). A CHAIN is a story's file with its `articles`. `--held K` leaves out the articles whose name hashes to 0 modulo K and scores them at the end; `--write`
 * writes `lambda/extract/commitments/weights.data.json` from all the rest. Deterministic: no random number anywhere.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decide, type Judged, judge } from '../lambda/extract/commitments/commitments.ts';
import { PATTERNS } from '../lambda/extract/commitments/patterns.ts';
import { read } from '../lambda/extract/extract.ts';
import { addScore, emptyScore, f1, type LabelledArticle, labelOf, type Score, summary } from './commitment-labels.ts';
import { type BareRow, linesOf, textsOf, withText } from './label-files.ts';
import { calibrate, type Example, type Fit, fit, foldOf } from './logistic.ts';

interface ClauseLabel {
  verb: number;
  at: number;
  commitment: boolean;
}

interface Row extends LabelledArticle {
  clauses?: ClauseLabel[];
}

interface Prepared {
  row: Row;
  judged: Judged[];
  labels: (boolean | null)[];
}

const FOLDS = 8;
/** Labels of single clauses were made without the whole article in view: they count somewhat less. */
const CLAUSE_WEIGHT = 0.7;
const PRIORS = new Map(PATTERNS.map(({ name, prior }) => [`pattern:${name}`, prior]));

const OPTIONS = {
  // Features of one word are pulled harder to zero than features of a class of words; patterns to their priors.
  penalty: (name: string): number =>
    name.startsWith('pattern:') ? 2 : /^(?:stem|object|head|prev|form):/.test(name) ? 3 : name.includes('+') ? 2 : 1,
  prior: (name: string): number => PRIORS.get(name) ?? 0,
  minimumGroups: 2,
  rounds: 300,
};

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
const rows = rowsOf(positionals, values.texts);
const whole = rows.filter((row) => row.clauses === undefined);
const training = whole.filter((row) => held === 0 || foldOf(row.id, held) !== 0).map(prepare);
const tested = whole.filter((row) => held > 0 && foldOf(row.id, held) === 0).map(prepare);
const clauses = rows.filter((row) => row.clauses !== undefined).map(prepare);

const crossed = crossValidate(training, clauses);
const points = pointsOf(training, crossed);
const [slope, offset] = calibrate(points);
const likelihood = (z: number): number => 1 / (1 + Math.exp(-(slope * z + offset)));

console.log(`${training.length} articles, ${clauses.length} with single clauses; cross-validated in ${FOLDS} folds:`);
const curve: { threshold: number; f: number }[] = [];
for (let step = 6; step <= 14; step++) {
  const threshold = step / 20;
  const score = emptyScore();
  for (const article of training) addArticle(score, article, (i) => likelihood(crossed.get(article)![i]!), threshold);
  console.log(`  from ${threshold.toFixed(2)}: ${summary(score)}`);
  curve.push({ threshold, f: f1(score.found, score.system, score.gold) });
}
// One article moves a single point of the curve: the best threshold is the best with its neighbours.
const smooth = (i: number): number => (curve[i - 1]!.f + curve[i]!.f + curve[i + 1]!.f) / 3;
let middle = 1;
for (let i = 2; i < curve.length - 1; i++) if (smooth(i) > smooth(middle)) middle = i;
const best = curve[middle]!;
console.log('calibration (confidence: clauses, share right):');
for (let k = 0; k < 10; k++) {
  const bin = points.filter(({ z }) => Math.min(9, Math.floor(likelihood(z) * 10)) === k);
  const right = bin.filter(({ positive }) => positive).length;
  if (bin.length > 0) console.log(`  ${k / 10} to ${(k + 1) / 10}: ${bin.length}, ${(right / bin.length).toFixed(2)}`);
}

const final = fit(examples([...training, ...clauses]), OPTIONS);
if (tested.length > 0) {
  const score = emptyScore();
  for (const article of tested) {
    addArticle(score, article, (i) => likelihood(final.score(article.judged[i]!.features)), best.threshold);
  }
  console.log(`held back, ${tested.length} articles: ${summary(score)}`);
}
if (values.write) write(final);

/** The articles of label files, each once; one whose every commitment is marked before one with single clauses. */
function rowsOf(files: readonly string[], texts: readonly string[]): Row[] {
  const known = textsOf(texts);
  const seen = new Map<string, Row>();
  for (const file of files) {
    for (const raw of linesOf(file)) {
      const row = 'text' in raw ? (raw as unknown as Row) : withText(raw as unknown as BareRow, known);
      if (!Array.isArray(row.commitments) && !Array.isArray(row.clauses)) continue;
      const before = seen.get(row.id);
      if (before === undefined || before.clauses !== undefined) seen.set(row.id, row);
    }
  }
  return [...seen.values()];
}

function prepare(row: Row): Prepared {
  const { doc, input } = read({ text: row.text, published: row.published ?? null, title: row.title });
  const judged = judge(doc, input);
  const perSentence = new Map<number, number>();
  for (const { candidate } of judged) {
    perSentence.set(candidate.view.index, (perSentence.get(candidate.view.index) ?? 0) + 1);
  }
  const labels = judged.map((item) =>
    row.clauses === undefined
      ? labelOf(item, row, perSentence.get(item.candidate.view.index) === 1)
      : clauseLabel(item, row.clauses),
  );
  return { row, judged, labels };
}

function clauseLabel({ candidate }: Judged, known: readonly ClauseLabel[]): boolean | null {
  const { tokens } = candidate.view;
  const verb = tokens[candidate.act?.verb ?? candidate.at]!.start;
  const at = tokens[candidate.at]!.start;
  return (known.find((label) => label.verb === verb) ?? known.find((label) => label.at === at))?.commitment ?? null;
}

function examples(articles: readonly Prepared[]): Example[] {
  return articles.flatMap(({ row, judged, labels }) =>
    judged.flatMap(({ features }, i) => {
      const positive = labels[i];
      if (positive === null || positive === undefined) return [];
      return [{ features, positive, group: row.id, weight: row.clauses === undefined ? 1 : CLAUSE_WEIGHT }];
    }),
  );
}

/** For each article the sums of weights of its candidates, from a model that saw no part of the article. */
function crossValidate(articles: readonly Prepared[], extra: readonly Prepared[]): Map<Prepared, number[]> {
  const scores = new Map<Prepared, number[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const inFold = (article: Prepared): boolean => foldOf(`${article.row.id}x`, FOLDS) === fold;
    const model: Fit = fit(examples([...articles.filter((article) => !inFold(article)), ...extra]), OPTIONS);
    for (const article of articles) {
      if (inFold(article))
        scores.set(
          article,
          article.judged.map(({ features }) => model.score(features)),
        );
    }
  }
  return scores;
}

function pointsOf(
  articles: readonly Prepared[],
  scores: ReadonlyMap<Prepared, number[]>,
): { z: number; positive: boolean; weight: number }[] {
  return articles.flatMap((article) =>
    article.labels.flatMap((positive, i) =>
      positive === null ? [] : [{ z: scores.get(article)![i]!, positive, weight: 1 }],
    ),
  );
}

function addArticle(
  score: Score,
  { row, judged }: Prepared,
  probability: (index: number) => number,
  threshold: number,
): void {
  const byFeatures = new Map(judged.map(({ features }, i) => [features as readonly string[], probability(i)]));
  addScore(
    score,
    row,
    decide(row.text, judged, (features) => byFeatures.get(features) ?? 0, threshold),
  );
}

function write(model: Fit): void {
  const weights: Record<string, number> = {};
  for (const [name, weight] of model.weights) {
    if (Math.abs(weight) >= 0.02) weights[name] = Math.round(weight * 1000) / 1000;
  }
  const round = (value: number): number => Math.round(value * 10_000) / 10_000;
  const file = fileURLToPath(new URL('../lambda/extract/commitments/weights.data.json', import.meta.url));
  const content = { slope: round(slope), offset: round(offset), threshold: best.threshold, weights };
  writeFileSync(file, `${JSON.stringify(content)}\n`);
  console.log(`${Object.keys(weights).length} weights written`);
}
