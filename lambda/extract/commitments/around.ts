import type { Judged } from './commitments.ts';
import { type ClauseModel, probability } from './model.ts';

/** What the clauses of one sentence, or of all, are likely to be. */
interface Likely {
  count: number;
  sum: number;
  /** The two largest. */
  first: number;
  second: number;
}

/** Sentences before and behind that are near. */
const NEAR = 2;

/**
 * The probability of each candidate of an article that it is a commitment. What the clauses round it are counts too: one
 * promise seldom comes alone, while of many clauses that speak of what is to come, in a feature or a report of a match,
 * none may be one. Pure; linear in the number of candidates.
 */
export function chancesOf(model: ClauseModel, judged: readonly Judged[]): number[] {
  const alone = judged.map(({ features }) => probability(model, features));
  return roundThem(alone, sentencesOf(judged)).map((numbers) => chanceBy(model.around, numbers));
}

/** The probability of a clause by its numbers, as {@link roundThem} gives them, and the weight of each. */
export function chanceBy(around: readonly number[], numbers: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < numbers.length; k++) sum += around[k]! * numbers[k]!;
  return 1 / (1 + Math.exp(-sum));
}

/** In which sentence each candidate stands. */
export const sentencesOf = (judged: readonly Judged[]): number[] => judged.map(({ candidate }) => candidate.view.index);

/**
 * For each clause of an article the numbers that the model weighs, from what each is likely to be by itself: one, its own
 * log-odds, how many others there are (logarithms throughout), what they are on average, at most and together, the
 * likeliest other one and the number of others in its sentence, and at most and on average near it.
 * @param sentences the sentence of each clause, by number.
 */
export function roundThem(alone: readonly number[], sentences: readonly number[]): number[][] {
  const all = nothing();
  const bySentence = new Map<number, Likely>();
  for (const [i, chance] of alone.entries()) {
    const index = sentences[i]!;
    const own = bySentence.get(index) ?? nothing();
    bySentence.set(index, own);
    add(own, chance);
    add(all, chance);
  }
  return alone.map((chance, i) => {
    const index = sentences[i]!;
    const own = bySentence.get(index)!;
    const near = nothing();
    for (let k = index - NEAR; k <= index + NEAR; k++) {
      const there = k === index ? undefined : bySentence.get(k);
      if (there === undefined) continue;
      near.count += there.count;
      near.sum += there.sum;
      near.first = Math.max(near.first, there.first);
    }
    const others = all.count - 1;
    const rest = Math.max(0, all.sum - chance);
    return [
      1,
      Math.log(Math.max(chance, LEAST) / Math.max(1 - chance, LEAST)),
      Math.log1p(others),
      others === 0 ? 0 : rest / others,
      mostBeside(all, chance),
      Math.log1p(rest),
      mostBeside(own, chance),
      Math.min(own.count - 1, 3),
      near.first,
      near.count === 0 ? 0 : near.sum / near.count,
    ];
  });
}

/** Log-odds stay finite. */
const LEAST = 1e-6;

const nothing = (): Likely => ({ count: 0, sum: 0, first: 0, second: 0 });

function add(likely: Likely, chance: number): void {
  likely.count++;
  likely.sum += chance;
  if (chance > likely.first) {
    likely.second = likely.first;
    likely.first = chance;
  } else if (chance > likely.second) likely.second = chance;
}

/** The largest of the others. */
const mostBeside = ({ first, second }: Likely, chance: number): number => (chance === first ? second : first);
