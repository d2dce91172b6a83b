/**
 * Learns the network that tells commitments (`lambda/extract/commitments/net.ts`): stochastic gradient descent with a step of its
 * own for each weight (Adam), half of the features left out at every step, so that none is relied on. What is left out, what it
 * begins with and in which order articles come is drawn by a generator that begins the same each time: the same articles give the
 * same network.
 */
import { FIRST, type Net, ROUND, type Weighed } from '../lambda/extract/commitments/net.ts';
import { generator, shuffled, Weights } from './adam.ts';
import { type BagOptions, BagWeights } from './bag-weights.ts';
import { type Bags, type Layers, learn, type Row, STRETCH } from './network-pass.ts';

/**
 * A clause to learn from, its features by their whole names: whether it is a commitment, null where nothing says so (it is round
 * others still).
 */
export interface NetClause extends Omit<Weighed, 'words'> {
  words: readonly string[];
  positive: boolean | null;
  /** How much it counts; 0 of one that nothing is said of. */
  weight: number;
}

/** An article to learn from, and its different words. */
export interface NetArticle {
  clauses: readonly NetClause[];
  words: readonly string[];
}

export interface NetOptions {
  units: number;
  epochs: number;
  /** Features seen in fewer articles than this are left out. */
  minimumArticles: number;
  /** How strongly what a feature is worth alone is pulled to zero, by its name; the reciprocal is how much it counts. */
  held: (feature: string) => number;
  /** Of the words of articles, and of the sentences of clauses. */
  article: BagOptions;
  sentence: BagOptions;
}

/** Articles in one step. */
const BATCH = 50;
/** The size of the first step; they get smaller evenly. */
const STEP = 0.01;
/** How far apart the units begin. */
const BEGIN = 0.1;
/** Pulls to zero: of what features are worth alone (times their own), to the units, and of what the units get from round them. */
const PULL = { alone: 0.75, units: 3, round: 300 };

/** The network that tells the commitments among the clauses of some articles. */
export function fitNet(articles: readonly NetArticle[], options: NetOptions): Net {
  const { units: size, epochs, held } = options;
  const some = articles.filter(({ clauses }) => clauses.length > 0);
  const count = some.reduce((sum, { clauses }) => sum + clauses.length, 0);
  const names = namesOf(some, options.minimumArticles);
  const index = new Map(names.map((name, i) => [name, i]));
  const scale = Float64Array.from(names, (name) => 1 / Math.sqrt(held(name)));
  const bags: Bags = {
    article: new BagWeights(
      some.map(({ words }) => words),
      size,
      options.article.pull / count,
      options.article,
    ),
    sentence: new BagWeights(
      some.map(({ clauses }) => clauses.flatMap(({ words }) => words)),
      size,
      options.sentence.pull / count,
      options.sentence,
    ),
  };
  const rows = some.map((one) => rowOf(one, index, scale, bags));
  const random = generator(20_261_129);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const layers: Layers = {
    alone: new Weights(
      names.length,
      () => 0,
      (i) => (PULL.alone * held(names[i]!)) / count,
    ),
    features: new Weights(
      names.length * size,
      () => BEGIN * normal(),
      () => PULL.units / count,
    ),
    bias: new Weights(size, () => 0),
    out: new Weights(size, () => (2 * random() - 1) / Math.sqrt(size)),
    constant: new Weights(1, () => -1.5),
    round: new Weights(
      ROUND * size * size,
      () => 0,
      () => PULL.round / count,
    ),
    counts: new Weights(size * ROUND, () => 0),
  };
  const steps = epochs * Math.ceil(rows.length / BATCH);
  const all = [...Object.values(layers), bags.article.weights, bags.sentence.weights];
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(rows, random);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      const clauses = batch.reduce((sum, row) => sum + row.clauses.length, 0);
      for (const row of batch) learn(layers, bags, row, scale, size, 1 / clauses, random);
      const step = STEP * (1 - done / steps);
      done++;
      for (const weights of all) weights.step(step, done);
    }
  }
  return netOf(layers, bags, names, scale, size);
}

/** An article as it is learned from. */
function rowOf(
  { clauses, words }: NetArticle,
  index: ReadonlyMap<string, number>,
  scale: Float64Array,
  bags: Bags,
): Row {
  const at = clauses.map(({ features }) =>
    Int32Array.from([...new Set(features)].flatMap((name) => index.get(name) ?? [])),
  );
  return {
    clauses,
    at,
    length: at.map((list) => Math.sqrt(list.reduce((sum, j) => sum + scale[j]! ** 2, 0)) || 1),
    words: bags.article.numbered(words),
    sentences: new Map(clauses.map(({ sentence, words: own }) => [sentence, bags.sentence.numbered(own)])),
  };
}

/** The network as it reads: what features count for is reckoned into its table. */
function netOf(layers: Layers, bags: Bags, names: readonly string[], scale: Float64Array, size: number): Net {
  const { alone, features, bias, out, constant, round, counts } = layers;
  const table = names.flatMap((_, j) => [
    alone.value[j]! * scale[j]!,
    scale[j]! ** 2,
    ...Array.from({ length: size }, (_, k) => STRETCH * scale[j]! * features.value[j * size + k]!),
  ]);
  return {
    constant: constant.value[0]!,
    bias: [...bias.value],
    out: [...out.value],
    article: bags.article.bag(),
    sentence: bags.sentence.bag(),
    round: Array.from({ length: ROUND }, (_, part) => [
      ...round.value.subarray(part * size * size, (part + 1) * size * size),
    ]),
    counts: Array.from({ length: size }, (_, k) => [...counts.value.subarray(k * ROUND, (k + 1) * ROUND)]),
    rows: new Map(names.map((name, i) => [name, i])),
    table: Float32Array.from(table),
    steps: Array.from({ length: FIRST + size }, () => 1),
  };
}

function namesOf(articles: readonly NetArticle[], least: number): string[] {
  const seen = new Map<string, number>();
  for (const { clauses } of articles) {
    for (const name of new Set(clauses.flatMap(({ features }) => features))) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return [...seen].flatMap(([name, times]) => (times >= least ? [name] : [])).sort();
}
