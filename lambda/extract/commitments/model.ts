import { type ByHead, byHead, CLAUSE, type Features, OPTION } from './feature-names.ts';
import { addRow, type Form, type FormData, noSums, ofSums, unpacked } from './form.ts';
import weights from './weights.data.json' with { type: 'json' };

/** A weight for each feature that the training saw often enough; the others count nothing. */
export type Weights = ReadonlyMap<string, number>;

/** Whether a clause is a commitment, by what its features are worth and by the clauses round it. */
export interface ClauseModel {
  /** Of a worth `z` (see `worthOf`) the probability, by the clause alone, is 1 / (1 + exp(-(slope * z + offset))). */
  slope: number;
  offset: number;
  /** What the clauses round it are worth: a weight for each number of `around.ts`. */
  around: readonly number[];
  /** From this probability on a candidate is reported. */
  threshold: number;
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
  clause: Omit<ClauseModel, 'form'> & { form: FormData };
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
    clause: { ...clause, form: unpacked(clause.form) },
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

/** What a clause's features are worth, alone and together; they differ. With no known one it is the form's constant. */
export function worthOf(form: Form, features: Features): number {
  const places = placesOf(form);
  const sums = noSums(form);
  let head = '';
  let tails: ReadonlyMap<string, number> | undefined;
  for (let i = 0; i < features.length; i += 2) {
    if (features[i] !== head) {
      head = features[i]!;
      tails = places.get(head);
    }
    const place = tails?.get(features[i + 1]!);
    if (place !== undefined) addRow(form, sums, place);
  }
  return ofSums(form, sums);
}

const placesByForm = new WeakMap<Form, ByHead<number>>();

/** The rows of a form by head and tail of their names; made when they are first asked for. */
function placesOf(form: Form): ByHead<number> {
  const known = placesByForm.get(form) ?? byHead(form.rows, CLAUSE);
  placesByForm.set(form, known);
  return known;
}

/** The probability, by the clause alone, that a candidate with these features is a commitment. */
export function probability(
  { slope, offset, form }: Pick<ClauseModel, 'slope' | 'offset' | 'form'>,
  features: Features,
): number {
  return 1 / (1 + Math.exp(-(slope * worthOf(form, features) + offset)));
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
