import type { OutcomeKind } from '../types.ts';

/** An end of a promise that a sentence of a pile may tell of, and how likely it does by itself. */
export interface Telling {
  /** The promise, by any number or name. */
  promise: number;
  kind: OutcomeKind;
  /** The article, the instant of its publication (ms), and where the sentence begins in it. */
  article: string;
  published: number;
  start: number;
  chance: number;
}

/**
 * What else is told beside each of some ends, in numbers: by other sentences of its article, and of its promise by articles published
 * before. One sentence seldom tells an end alone, and what was told to be done is told again. Pure; what is published later tells
 * nothing, so that what is known of a day stays as it is.
 */
export function amongOthers(all: readonly Telling[]): Record<string, number>[] {
  const numbers = all.map((): Record<string, number> => ({}));
  for (const own of Map.groupBy(all.keys(), (i) => all[i]!.article).values()) tellArticle(all, own, numbers);
  for (const own of Map.groupBy(all.keys(), (i) => all[i]!.promise).values()) tellBefore(all, own, numbers);
  return numbers;
}

/** Of the ends that an article tells: what its other sentences tell. */
function tellArticle(all: readonly Telling[], own: readonly number[], numbers: Record<string, number>[]): void {
  const starts = [...new Set(own.map((i) => all[i]!.start))].sort((a, b) => a - b);
  const rank = new Map(starts.map((start, n) => [start, n]));
  const byPromise = Map.groupBy(own, (i) => all[i]!.promise);
  const surest = [...own].sort((a, b) => all[b]!.chance - all[a]!.chance);
  for (const i of own) {
    const { promise, kind, start } = all[i]!;
    const others = byPromise.get(promise)!.filter((k) => all[k]!.start !== start);
    // In order of the text: sums of numbers are the same to the last digit only in one order.
    const same = others.filter((k) => all[k]!.kind === kind).sort((a, b) => all[a]!.start - all[b]!.start);
    const rival = surest.find((k) => all[k]!.promise !== promise && all[k]!.start !== start);
    Object.assign(numbers[i]!, {
      again: most(all, same),
      otherwise: most(
        all,
        others.filter((k) => all[k]!.kind !== kind),
      ),
      ofOthers: rival === undefined ? 0 : all[rival]!.chance,
      together: 1 - same.reduce((none, k) => none * (1 - all[k]!.chance), 1),
      sentences: starts.length,
      place: rank.get(start)!,
    });
  }
}

/** Kinds of which it counts, whatever a sentence tells, that they were told before. */
const BEFORE = { doneBefore: 'fulfilled', offBefore: 'withdrawn' } as const;

/** Of the ends of a promise: what was told of it before. */
function tellBefore(all: readonly Telling[], own: readonly number[], numbers: Record<string, number>[]): void {
  const before = new Map<OutcomeKind, number>();
  const inTime = [...Map.groupBy(own, (i) => all[i]!.published)].sort(([a], [b]) => a - b);
  for (const [, now] of inTime) {
    for (const i of now) {
      numbers[i]!.soBefore = before.get(all[i]!.kind) ?? 0;
      for (const [name, kind] of Object.entries(BEFORE)) numbers[i]![name] = before.get(kind) ?? 0;
    }
    for (const i of now) {
      const { kind, chance } = all[i]!;
      before.set(kind, Math.max(before.get(kind) ?? 0, chance));
    }
  }
}

const most = (all: readonly Telling[], some: readonly number[]): number =>
  some.reduce((best, k) => Math.max(best, all[k]!.chance), 0);
