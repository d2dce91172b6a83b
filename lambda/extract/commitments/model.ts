import { type ByHead, byHead, type Features, OPTION } from './feature-names.ts';
import { type Net, type NetData, unpacked, type WeighedArticle, worths } from './net.ts';
import weights from './weights.data.json' with { type: 'json' };

/** A weight for each feature that the training saw often enough; the others count nothing. */
export type Weights = ReadonlyMap<string, number>;

/** Whether a clause is a commitment, by its features and by the clauses round it. */
export interface ClauseModel {
  /** Of a worth `z` (see `net.ts`) the probability is 1 / (1 + exp(-(slope * z + offset))). */
  slope: number;
  offset: number;
  /** From this probability on a candidate is reported. */
  threshold: number;
  net: Net;
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
  /** Of the types that it may be of, likewise. */
  type: Weights;
}

/** Weights as they are kept: in hundredths, under the part of a feature's name up to its first colon. */
export type Table = Record<string, Record<string, number>>;

/** What `weights.data.json` holds. */
export interface ModelData {
  clause: Omit<ClauseModel, 'net'> & { net: NetData };
  same: Omit<PairModel, 'weights'> & { weights: Table };
  obligor: Table;
  speaker: Table;
  type: Table;
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

function modelsOf({ clause, same, obligor, speaker, type }: ModelData): Models {
  return {
    clause: { ...clause, net: unpacked(clause.net) },
    same: { ...same, weights: weightsOf(same.weights) },
    obligor: weightsOf(obligor),
    speaker: weightsOf(speaker),
    type: weightsOf(type),
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
  const sums: number[] = [];
  for (const { features } of options) {
    let sum = known.get(features);
    if (sum === undefined) {
      sum = sumByHead(heads, features);
      known.set(features, sum);
    }
    sums.push(sum);
  }
  return sums;
}

function sumByHead(heads: ByHead<number>, features: Features): number {
  let sum = 0;
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
  return sum;
}

const headsByWeights = new WeakMap<Weights, ByHead<number>>();

/** Weights of options by head and tail; made when they are first asked for. */
function headsOf(weights: Weights): ByHead<number> {
  const known = headsByWeights.get(weights) ?? byHead(weights, OPTION);
  headsByWeights.set(weights, known);
  return known;
}

/** The probability of each clause of an article that it is a commitment. */
export const chancesOf = ({ slope, offset, net }: Omit<ClauseModel, 'threshold'>, article: WeighedArticle): number[] =>
  worths(net, article).map((worth) => 1 / (1 + Math.exp(-(slope * worth + offset))));

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
