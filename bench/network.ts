/**
 * Learns the network that tells commitments (`lambda/extract/commitments/net.ts`): stochastic gradient descent with a step of its
 * own for each weight (Adam), half of the features left out at every step, so that none is relied on. What is left out, what it
 * begins with and in which order articles come is drawn by a generator that begins the same each time: the same articles give the
 * same network.
 */
import { FIRST, type Net, ROUND, type Surroundings, surroundings } from '../lambda/extract/commitments/net.ts';
import { generator, shuffled, Weights } from './adam.ts';

/** A clause to learn from: whether it is a commitment, null where nothing says so (it is round others still). */
export interface NetClause {
  features: readonly string[];
  sentence: number;
  positive: boolean | null;
  /** How much it counts; 0 of one that nothing is said of. */
  weight: number;
}

export interface NetOptions {
  units: number;
  epochs: number;
  /** Features seen in fewer articles than this are left out. */
  minimumArticles: number;
  /** How strongly what a feature is worth alone is pulled to zero, by its name; the reciprocal is how much it counts. */
  held: (feature: string) => number;
}

/** Articles in one step. */
const BATCH = 50;
/** The size of the first step; they get smaller evenly. */
const STEP = 0.01;
/** How far apart the units begin. */
const BEGIN = 0.1;
/** Share of the features that are left out. */
const DROPPED = 0.5;
/** Pulls to zero: of what features are worth alone (times their own), to the units, and of what the units get from round them. */
const PULL = { alone: 0.75, units: 3, round: 300 };
/** What a unit gets of a clause of unit length is stretched so much. */
const STRETCH = 3;

/** An article's clauses with their features as numbers. */
interface Row {
  clauses: readonly NetClause[];
  at: Int32Array[];
  /** Length of each clause. */
  length: number[];
}

/** The network that tells the commitments among the clauses of some articles. */
export function fitNet(articles: readonly (readonly NetClause[])[], options: NetOptions): Net {
  const { units: size, epochs, held } = options;
  const names = namesOf(articles, options.minimumArticles);
  const index = new Map(names.map((name, i) => [name, i]));
  const scale = Float64Array.from(names, (name) => 1 / Math.sqrt(held(name)));
  const rows = articles.flatMap((clauses): Row[] => {
    if (clauses.length === 0) return [];
    const at = clauses.map(({ features }) =>
      Int32Array.from([...new Set(features)].flatMap((name) => index.get(name) ?? [])),
    );
    return [
      { clauses, at, length: at.map((list) => Math.sqrt(list.reduce((sum, j) => sum + scale[j]! ** 2, 0)) || 1) },
    ];
  });
  const count = rows.reduce((sum, { clauses }) => sum + clauses.length, 0);
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
  let done = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(rows, random);
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      const clauses = batch.reduce((sum, row) => sum + row.clauses.length, 0);
      for (const row of batch) learn(layers, row, scale, size, 1 / clauses, random);
      const step = STEP * (1 - done / steps);
      done++;
      for (const weights of Object.values(layers)) weights.step(step, done);
    }
  }
  return netOf(layers, names, scale, size);
}

interface Layers extends Record<string, Weights> {
  alone: Weights;
  features: Weights;
  bias: Weights;
  out: Weights;
  constant: Weights;
  round: Weights;
  counts: Weights;
}

/** What the network makes of an article's clauses. */
interface Forward {
  /** Of each clause the units by its own features, and with what is round it. */
  units: Float64Array;
  whole: Float64Array;
  around: Surroundings;
  /** What each clause is worth. */
  worth: Float64Array;
}

/** Features that are left out count for those that are not. */
const MADE_UP = 1 / (1 - DROPPED);

/** Adds the gradient of an article's clauses, half of whose features are left out. */
function learn(layers: Layers, row: Row, scale: Float64Array, size: number, share: number, random: () => number): void {
  const { alone, features, bias, out, constant } = layers;
  const { clauses, length } = row;
  const n = clauses.length;
  const kept = row.at.map((list) => list.filter(() => random() >= DROPPED));
  const forward = forwards(layers, row, kept, scale, size);
  // The gradient by each unit's sum, and by what each clause gets from round it.
  const bySum = new Float64Array(n * size);
  const byMean = forward.around.means.map(() => new Float64Array(n * size));
  const byWorth = new Float64Array(n);
  for (const [i, { positive, weight }] of clauses.entries()) {
    if (positive === null || weight === 0) continue;
    const slope = (1 / (1 + Math.exp(-forward.worth[i]!)) - (positive ? 1 : 0)) * weight * share;
    byWorth[i] = slope;
    constant.gradient[0]! += slope;
    for (let k = 0; k < size; k++) {
      const unit = forward.whole[i * size + k]!;
      if (unit <= 0) continue;
      out.gradient[k]! += slope * unit;
      bySum[i * size + k] = slope * out.value[k]!;
      backToRound(layers, forward.around, byMean, { i, k, size, by: bySum[i * size + k]! });
    }
  }
  const byOutput = backThrough(byMean, forward.around, size, sentencesOf(row));
  for (let i = 0; i < n; i++) {
    const from = i * size;
    const factor = (STRETCH * MADE_UP) / length[i]!;
    for (let k = 0; k < size; k++) {
      if (forward.units[from + k]! > 0) bySum[from + k]! += byOutput[from + k]!;
      bias.gradient[k]! += bySum[from + k]!;
    }
    for (const j of kept[i]!) {
      alone.gradient[j]! += MADE_UP * scale[j]! * byWorth[i]!;
      for (let k = 0; k < size; k++) features.gradient[j * size + k]! += factor * scale[j]! * bySum[from + k]!;
    }
  }
}

const sentencesOf = ({ clauses }: Row): number[] => clauses.map(({ sentence }) => sentence);

function forwards(
  { alone, features, bias, out, constant, round, counts }: Layers,
  row: Row,
  kept: readonly Int32Array[],
  scale: Float64Array,
  size: number,
): Forward {
  const n = row.clauses.length;
  const units = new Float64Array(n * size);
  const worth = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const factor = (STRETCH * MADE_UP) / row.length[i]!;
    worth[i] = constant.value[0]!;
    for (let k = 0; k < size; k++) units[i * size + k] = bias.value[k]!;
    for (const j of kept[i]!) {
      worth[i]! += MADE_UP * scale[j]! * alone.value[j]!;
      for (let k = 0; k < size; k++) units[i * size + k]! += factor * scale[j]! * features.value[j * size + k]!;
    }
  }
  const outputs = units.map((unit) => Math.max(0, unit));
  const around = surroundings(outputs, size, sentencesOf(row));
  const whole = units.map((own, at) => {
    const [k, from] = [at % size, at - (at % size)];
    let unit = own;
    for (let part = 0; part < ROUND; part++) {
      const mean = around.means[part]!;
      const weights = (part * size + k) * size;
      for (let j = 0; j < size; j++) unit += round.value[weights + j]! * mean[from + j]!;
      unit += counts.value[k * ROUND + part]! * Math.log1p(around.counts[part]![from / size]!);
    }
    return unit;
  });
  for (let at = 0; at < whole.length; at++) {
    if (whole[at]! > 0) worth[Math.floor(at / size)]! += out.value[at % size]! * whole[at]!;
  }
  return { units, whole, around, worth };
}

/** From the gradient by unit `k` of clause `i`: that of what it gets from round it, and by the means that stand there. */
function backToRound(
  { round, counts }: Layers,
  around: Surroundings,
  byMean: readonly Float64Array[],
  { i, k, size, by }: { i: number; k: number; size: number; by: number },
): void {
  const from = i * size;
  for (let part = 0; part < ROUND; part++) {
    const mean = around.means[part]!;
    const own = (part * size + k) * size;
    for (let j = 0; j < size; j++) {
      round.gradient[own + j]! += by * mean[from + j]!;
      byMean[part]![from + j]! += by * round.value[own + j]!;
    }
    counts.gradient[k * ROUND + part]! += by * Math.log1p(around.counts[part]![i]!);
  }
}

/**
 * The gradient by the outputs of each clause, from that by what each gets from round it. Who is near whom goes both ways: what
 * every clause hands back, over how many are round it, is gathered as its outputs were.
 */
function backThrough(
  byMean: readonly Float64Array[],
  { counts }: Surroundings,
  size: number,
  sentences: readonly number[],
): Float64Array {
  const total = new Float64Array(sentences.length * size);
  for (const [part, gradient] of byMean.entries()) {
    const many = (at: number): number => Math.max(1, counts[part]![Math.floor(at / size)]!);
    const { means } = surroundings(
      gradient.map((g, at) => g / many(at)),
      size,
      sentences,
    );
    for (let at = 0; at < total.length; at++) total[at]! += means[part]![at]! * many(at);
  }
  return total;
}

/** The network as it reads: what features count for is reckoned into its table. */
function netOf(layers: Layers, names: readonly string[], scale: Float64Array, size: number): Net {
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
    round: Array.from({ length: ROUND }, (_, part) => [
      ...round.value.subarray(part * size * size, (part + 1) * size * size),
    ]),
    counts: Array.from({ length: size }, (_, k) => [...counts.value.subarray(k * ROUND, (k + 1) * ROUND)]),
    rows: new Map(names.map((name, i) => [name, i])),
    table: Float32Array.from(table),
    steps: Array.from({ length: FIRST + size }, () => 1),
  };
}

function namesOf(articles: readonly (readonly NetClause[])[], least: number): string[] {
  const seen = new Map<string, number>();
  for (const clauses of articles) {
    for (const name of new Set(clauses.flatMap(({ features }) => features))) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  return [...seen].flatMap(([name, times]) => (times >= least ? [name] : [])).sort();
}
