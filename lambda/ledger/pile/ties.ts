import { isImpossible } from '../model/fit.ts';
import { ENDING } from '../model/link.ts';
import { onceOf } from '../model/once.ts';
import type { Candidate } from '../model/score.ts';
import { saidIn } from '../model/tells.ts';
import type { OutcomeKind, Report } from '../types.ts';
import { amongOthers } from './among.ts';
import { cannotBe } from './doubts.ts';
import { pileLinks } from './ends.ts';
import weightsAmong from './own-words-among-weights.data.json' with { type: 'json' };
import weights from './own-words-weights.data.json' with { type: 'json' };
import { type Seen, shares, weigher } from './weigh.ts';

/** The log-odds that a sentence tells of an end, against telling of none: by itself, and among all else that is told. */
const oddsAlone: (seen: Seen) => number = weigher(weights);
const oddsAmong: (seen: Seen) => number = weigher(weightsAmong);

/** The sentence in which something is told. */
export const placeOf = ({ article, span }: Report): string => `${article.key} ${span.start}`;

/** An end of a promise that a sentence tells of. */
export interface End {
  one: Candidate;
  /** Of its reports of that end the one that fits best. */
  report: Report;
  score: number;
}

/** A promise, by its index too, and a report that may be of it, with what is seen of the two. */
export interface Tie {
  promise: number;
  one: Candidate;
  report: Report;
  seen: Seen;
}

/** What may be told of which promise. */
export function tiesBetween(promises: readonly Candidate[], told: readonly Report[]): Tie[] {
  const seenOf = seenIn(promises, told);
  return promises.flatMap((one, promise) =>
    told.flatMap((report): Tie[] => {
      const seen = seenOf(one, report);
      return seen === null ? [] : [{ promise, one, report, seen }];
    }),
  );
}

/**
 * What sentences may tell, of whichever promise and however it ended: how likely each of these is by a network over what each sees of
 * each, against telling of none; first each sentence by itself, and then among all else that is told (`among.ts`).
 */
export function endsTold(promises: readonly Candidate[], told: readonly Report[]): End[] {
  const ties = tiesBetween(promises, told);
  const among = seenAmong(ties, oddsAlone);
  return endsBy(
    ties,
    among.map((seen) => oddsAmong(seen)),
  );
}

/** What is seen of ties among all else that is told, by the odds of each alone. */
export function seenAmong(
  ties: readonly Pick<Tie, 'promise' | 'report' | 'seen'>[],
  odds: (seen: Seen) => number,
): Seen[] {
  const ends = groupsOfEnds(
    ties,
    ties.map(({ seen }) => odds(seen)),
  );
  const numbers = amongOthers(
    ends.map(({ same, score }) => {
      const { promise, report } = ties[same[0]!]!;
      const { article, kind, span } = report;
      return {
        ...{ promise, kind: kind as OutcomeKind, article: article.key, published: Date.parse(article.published) },
        ...{ start: span.start, chance: score },
      };
    }),
  );
  const seen: Seen[] = ties.map((tie) => tie.seen);
  for (const [n, { same }] of ends.entries()) {
    for (const i of same) seen[i] = { names: seen[i]!.names, numbers: { ...seen[i]!.numbers, ...numbers[n] } };
  }
  return seen;
}

/** Ties that are of one end, told by one sentence, and how likely they are together. */
function groupsOfEnds(
  ties: readonly Pick<Tie, 'promise' | 'report'>[],
  odds: readonly number[],
): { same: number[]; score: number; chances: ReadonlyMap<number, number> }[] {
  return [...Map.groupBy(ties.keys(), (i) => placeOf(ties[i]!.report)).values()].flatMap((ofSentence) => {
    const shared = shares(ofSentence.map((i) => odds[i]!));
    const chances = new Map(ofSentence.map((i, n) => [i, shared[n]!]));
    const ends = Map.groupBy(ofSentence, (i) => `${ties[i]!.promise} ${ties[i]!.report.kind}`);
    return [...ends.values()].map((same) => ({
      same,
      score: same.reduce((sum, i) => sum + chances.get(i)!, 0),
      chances,
    }));
  });
}

/** The ends that ties tell, each with the report that fits it best. */
function endsBy(ties: readonly Tie[], odds: readonly number[]): End[] {
  return groupsOfEnds(ties, odds).map(({ same, score, chances }) => {
    const { one, report } = ties[same.reduce((a, b) => (chances.get(b)! > chances.get(a)! ? b : a))]!;
    return { one, report, score };
  });
}

/** What is seen of a promise and a report of a pile, once each; null where it cannot tell of it, or is of another matter. */
function seenIn(
  promises: readonly Candidate[],
  told: readonly Report[],
): (one: Candidate, report: Report) => Seen | null {
  const linksOf = pileLinks(promises, told);
  const seenOf = onceOf((one: Candidate) =>
    onceOf((report: Report) => {
      const isEnd = ENDING.has(report.kind);
      if (isImpossible(report, one.cluster) || (isEnd && cannotBe(one.promise, saidIn(report)))) return null;
      return linksOf(one, saidIn(report));
    }),
  );
  return (one, report) => seenOf(one)(report);
}
