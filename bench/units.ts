/**
 * Learns the networks of one hidden layer by which a pile is read (`lambda/ledger/pile/weigh.ts`): stochastic gradient descent with a
 * step of its own for each weight (Adam), some of what is seen left out at every step. What is left out, what units begin with and the
 * order are drawn by a generator that begins the same each time: the same examples give the same network.
 */
import { type Seen, shares, type Weights } from '../lambda/ledger/pile/weigh.ts';
import { generator, Weights as Learned, shuffled } from './adam.ts';

/** Something seen, and whether it is so. */
export interface SeenExample {
  seen: Seen;
  positive: boolean;
  /** Examples of one group (a story) are never split between learning and testing. */
  group: string;
}

export interface UnitsOptions {
  units: number;
  epochs: number;
  /** How strongly weights are pulled to zero. */
  pull: number;
  /** Share of what is seen that is left out at each step. */
  dropped: number;
  /** Choices in one step, and the size of the first step; they get smaller evenly. */
  batch: number;
  step: number;
}

/** What is seen in fewer groups than this is left out. */
const GROUPS = 3;
/** So many steps of its own scale from zero at most a number counts: what was never learned from is worth no more than what was. */
const FURTHEST = 5;
/** How far apart the units begin. */
const BEGIN = 0.1;
const SEED = 20_261_201;

/**
 * Of the examples of each choice those that are so have the most of all that they weigh, or none has much: against none, which weighs
 * nothing.
 */
export function fitChoices<E extends SeenExample>(
  examples: readonly E[],
  choiceOf: (example: E) => string,
  options: UnitsOptions,
): Weights {
  const choices = [...Map.groupBy(examples.keys(), (i) => choiceOf(examples[i]!)).values()];
  return fitUnits(examples, choices, options, (own, odds) => {
    const chances = shares(odds);
    const right = own.reduce((sum, i, n) => sum + (examples[i]!.positive ? chances[n]! : 0), 0);
    return own.map((i, n) => chances[n]! - (examples[i]!.positive ? chances[n]! / right : 0));
  });
}

/** Of each example what is seen: by the index of an input, how much of it. */
interface Row {
  at: Int32Array;
  value: Float64Array;
}

/**
 * @param choices indexes of examples that are weighed against each other.
 * @param slopesOf how much too high the odds of each of a choice are.
 */
function fitUnits(
  examples: readonly SeenExample[],
  choices: readonly (readonly number[])[],
  { units, epochs, pull, dropped, batch, step }: UnitsOptions,
  slopesOf: (choice: readonly number[], odds: readonly number[]) => number[],
): Weights {
  const { names, numbers, rows } = inputsOf(examples);
  const size = units + 1;
  const inputs = names.length + numbers.length;
  const random = generator(SEED);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  let drawn = 0;
  // A row is what an input adds to the sum, which begins with nothing, and to each unit.
  const table = new Learned(
    inputs * size,
    () => (drawn++ % size === 0 ? 0 : BEGIN * normal()),
    () => pull / choices.length,
  );
  const begin = new Learned(size, () => 0);
  const out = new Learned(units, () => (2 * random() - 1) / Math.sqrt(units));
  const madeUp = 1 / (1 - dropped);
  const steps = epochs * Math.ceil(choices.length / batch);
  const kept = rows.map(({ at }) => new Float64Array(at.length));
  const sums = rows.map(() => new Float64Array(size));
  const back = new Float64Array(size);
  let done = 0;
  const forward = (i: number): number => {
    const { at, value } = rows[i]!;
    const [own, sum] = [kept[i]!, sums[i]!];
    sum.set(begin.value);
    for (let n = 0; n < at.length; n++) {
      own[n] = random() < dropped ? 0 : value[n]! * madeUp;
      if (own[n] === 0) continue;
      for (let k = 0, from = at[n]! * size; k < size; k++) sum[k]! += own[n]! * table.value[from + k]!;
    }
    let odds = sum[0]!;
    for (let k = 0; k < units; k++) if (sum[k + 1]! > 0) odds += out.value[k]! * sum[k + 1]!;
    return odds;
  };
  const backward = (i: number, slope: number): void => {
    const { at } = rows[i]!;
    const [own, sum] = [kept[i]!, sums[i]!];
    back[0] = slope;
    for (let k = 0; k < units; k++) {
      const unit = sum[k + 1]!;
      back[k + 1] = unit > 0 ? slope * out.value[k]! : 0;
      if (unit > 0) out.gradient[k]! += slope * unit;
    }
    for (let k = 0; k < size; k++) begin.gradient[k]! += back[k]!;
    for (let n = 0; n < at.length; n++) {
      if (own[n] === 0) continue;
      for (let k = 0, from = at[n]! * size; k < size; k++) table.gradient[from + k]! += own[n]! * back[k]!;
    }
  };
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = shuffled(choices, random);
    for (let from = 0; from < order.length; from += batch) {
      const some = order.slice(from, from + batch);
      for (const choice of some) {
        const slopes = slopesOf(choice, choice.map(forward));
        for (const [n, i] of choice.entries()) backward(i, slopes[n]! / some.length);
      }
      const size = step * (1 - done / steps);
      done++;
      for (const weights of [table, begin, out]) weights.step(size, done);
    }
  }
  const rowAt = (at: number): number[] => [...table.value.subarray(at * size, (at + 1) * size)].map(short);
  return {
    furthest: FURTHEST,
    begin: [...begin.value].map(short),
    out: [...out.value].map(short),
    names: Object.fromEntries(names.map((name, at) => [name, rowAt(at)])),
    numbers: Object.fromEntries(
      numbers.map(({ name, zero, step }, n) => [name, [zero, step, ...rowAt(names.length + n)]]),
    ),
  };
}

/** As it is kept: what is measured is what will read. */
const DIGITS = 4;
const short = (value: number): number => Number(value.toPrecision(DIGITS));

/** What examples are seen by, and the scale on which each number has mean 0 and spread 1. */
function inputsOf(examples: readonly SeenExample[]): {
  names: string[];
  numbers: { name: string; zero: number; step: number }[];
  rows: Row[];
} {
  const groups = new Map<string, Set<string>>();
  for (const { seen, group } of examples)
    for (const name of seen.names) (groups.get(name) ?? groups.set(name, new Set()).get(name)!).add(group);
  const names = [...groups].filter(([, own]) => own.size >= GROUPS).map(([name]) => name);
  names.sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const numbers = Object.keys(examples[0]?.seen.numbers ?? {}).map((name) => {
    const values = examples.map(({ seen }) => seen.numbers[name]!);
    const zero = short(meanOf(values));
    const spread = Math.sqrt(meanOf(values.map((value) => (value - zero) ** 2)));
    // What is always the same tells nothing, whatever is left of it by rounding.
    return { name, zero, step: spread < 1e-9 ? 1 : short(spread) };
  });
  const rows = examples.map(({ seen }): Row => {
    const held = [...new Set(seen.names)].flatMap((name) => index.get(name) ?? []);
    const steps = numbers.map(({ name, zero, step }) =>
      Math.max(-FURTHEST, Math.min(FURTHEST, (seen.numbers[name]! - zero) / step)),
    );
    return {
      at: Int32Array.from([...held, ...numbers.map((_, n) => names.length + n)]),
      value: Float64Array.from([...held.map(() => 1), ...steps]),
    };
  });
  return { names, numbers, rows };
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** As a data file keeps it, a row a line. */
export function printed({ names, numbers, ...rest }: Weights): string {
  const list = (rows: Weights['names']): string =>
    Object.entries(rows)
      .map(([name, row]) => `    ${JSON.stringify(name)}: ${JSON.stringify(row)}`)
      .join(',\n');
  const first = Object.entries(rest).map(([name, value]) => `  "${name}": ${JSON.stringify(value)},\n`);
  return `{\n${first.join('')}  "names": {\n${list(names)}\n  },\n  "numbers": {\n${list(numbers)}\n  }\n}\n`;
}
