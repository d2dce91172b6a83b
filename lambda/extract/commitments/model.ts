import { type ByHead, byHead, CLAUSE, type Features, OPTION } from './feature-names.ts';
import { addRow, type Form, type FormData, noSums, ofSums, unpacked } from './form.ts';
import weights from './weights.data.json' with { type: 'json' };

/** A weight for each feature that the training saw often enough; the others count nothing. */
export type Weights = ReadonlyMap<string, number>;

/** Whether a clause is a commitment: logistic in what its features are worth alone and together. */
export interface ClauseModel {
  /** Of a worth `z` (see `worthOf`) the probability is 1 / (1 + exp(-(slope * z + offset))). */
  slope: number;
  offset: number;
  /** From this probability on a candidate is reported. */
  threshold: number;
  weights: Weights;
  form: Form;
}

/** Whether two clauses word one commitment: from this sum of weights on. */
export interface PairModel {
  threshold: number;
  weights: Weights;
}

/** All that `bench/train-commitments.ts` learns. */
export interface Models {
  clause: ClauseModel;
  same: PairModel;
  /** Of several who may be bound, or may have said it, the one with the largest sum of weights. */
  obligor: Weights;
  speaker: Weights;
}

/** Weights as they are kept: in hundredths, under the part of a feature's name up to its first colon. */
export type Table = Record<string, Record<string, number>>;

/** What `weights.data.json` holds. */
export interface ModelData {
  clause: Omit<ClauseModel, 'weights' | 'form'> & { weights: Table; form: FormData };
  same: Omit<PairModel, 'weights'> & { weights: Table };
  obligor: Table;
  speaker: Table;
}

/** Kept weights by the whole name of their feature. */
function weightsOf(table: Table): Weights {
  const weights = new Map<string, number>();
  for (const [kind, rows] of Object.entries(table)) {
    for (const [name, hundredths] of Object.entries(rows)) weights.set(kind + name, hundredths / 100);
  }
  return weights;
}

/** Weights as they are kept; those nearer to zero than `least` change nothing that shows and are left out. */
export function tableOf(weights: Weights, least: number): Table {
  const table: Table = {};
  for (const [name, weight] of weights) {
    if (Math.abs(weight) < least) continue;
    const cut = name.indexOf(':') + 1;
    const kind = name.slice(0, cut);
    table[kind] ??= {};
    table[kind][name.slice(cut)] = Math.round(weight * 100);
  }
  return table;
}

function modelsOf({ clause, same, obligor, speaker }: ModelData): Models {
  return {
    clause: { ...clause, weights: weightsOf(clause.weights), form: unpacked(clause.form) },
    same: { ...same, weights: weightsOf(same.weights) },
    obligor: weightsOf(obligor),
    speaker: weightsOf(speaker),
  };
}

export const MODELS: Models = modelsOf(weights);

/** The sum of the weights of some features. */
export function sumOf(weights: Weights, features: readonly string[]): number {
  let sum = 0;
  for (const name of features) sum += weights.get(name) ?? 0;
  return sum;
}

/** The sums of the weights of several options; options may share their list of features, which then is added up once. */
export function sumsOf(weights: Weights, options: readonly { features: Features }[]): number[] {
  const known = new Map<Features, number>();
  const heads = headsOf(weights);
  return options.map(({ features }) => {
    let sum = known.get(features);
    if (sum === undefined) {
      sum = 0;
      let head = '';
      let tails: ReadonlyMap<string, number> | undefined;
      for (let i = 0; i < features.length; i += 2) {
        // One head after another is the same.
        if (features[i] !== head) {
          head = features[i]!;
          tails = heads.get(head);
        }
        sum += tails?.get(features[i + 1]!) ?? 0;
      }
      known.set(features, sum);
    }
    return sum;
  });
}

const headsByWeights = new WeakMap<Weights, ByHead<number>>();

/** Weights of options by head and tail; made when they are first asked for. */
function headsOf(weights: Weights): ByHead<number> {
  const known = headsByWeights.get(weights) ?? byHead(weights, OPTION);
  headsByWeights.set(weights, known);
  return known;
}

/** A unit of the form is worth so many of a weight. Not tuned finely: trials with less and more of the form scored alike. */
const TOGETHER = 4;

/** What features are worth alone and together. */
export function worthOf(model: Pick<ClauseModel, 'weights' | 'form'>, features: Features): number {
  const { form } = model;
  const { places, alone } = lookupOf(model);
  const sums = noSums(form);
  let sum = 0;
  let head = '';
  let tails: ReadonlyMap<string, number> | undefined;
  for (let i = 0; i < features.length; i += 2) {
    if (features[i] !== head) {
      head = features[i]!;
      tails = places.get(head);
    }
    const place = tails?.get(features[i + 1]!);
    if (place === undefined) continue;
    sum += alone[place]!;
    if (place < form.rows.size) addRow(form, sums, place);
  }
  return sum + TOGETHER * ofSums(form, sums);
}

/** Weights and form of a model, to be found by one look at each name. */
interface Lookup {
  /** The place of each known name: its row in the form, those that the form does not know behind them. */
  places: ByHead<number>;
  /** By place the weight; 0 for none. */
  alone: Float64Array;
}

const lookups = new WeakMap<Form, Lookup>();

/** The lookup of a model, made when it is first asked for; a form belongs to one model. */
function lookupOf({ weights, form }: Pick<ClauseModel, 'weights' | 'form'>): Lookup {
  const known = lookups.get(form);
  if (known) return known;
  const places = new Map(form.rows);
  for (const name of weights.keys()) if (!places.has(name)) places.set(name, places.size);
  const alone = Float64Array.from(places.keys(), (name) => weights.get(name) ?? 0);
  const made = { places: byHead(places, CLAUSE), alone };
  lookups.set(form, made);
  return made;
}

/** The probability that a candidate with these features is a commitment. */
export function probability(model: ClauseModel, features: Features): number {
  return 1 / (1 + Math.exp(-(model.slope * worthOf(model, features) + model.offset)));
}

/** Of several options that with the largest sum of weights, the first of equals; undefined of none. */
export function best<T extends { features: Features }>(weights: Weights, options: readonly T[]): T | undefined {
  let chosen: T | undefined;
  let most = Number.NEGATIVE_INFINITY;
  const sums = sumsOf(weights, options);
  for (let i = 0; i < options.length; i++) {
    if (sums[i]! <= most) continue;
    chosen = options[i];
    most = sums[i]!;
  }
  return chosen;
}
