/**
 * Stretches of time, into which a crowded block is cut. A regulator may state thousands of acts of one class; comparing
 * each new one with all of them would make placing dearer for ever. What is said of one promise is said within weeks, so
 * a stretch in which more than {@link CROWDED} mentions stand is cut in two halves, these likewise, down to a day, and
 * only mentions of one stretch are compared. Which stretches are cut depends on the set of mentions alone, and a mention
 * more can only cut further: any order of arrival ends at the same ledger. A block that is not crowded is one stretch.
 */
export const CROWDED = 128;

/** Days, numbered as in `jakartaDay`; a power of two of them, from a multiple of it. */
export interface Stretch {
  from: number;
  days: number;
}

/** Keys of the stretches of a block that are cut in two. */
export type Cuts = ReadonlySet<string>;

/** All time: a whole block. Its last day is in 2059. */
export const WHOLE: Stretch = { from: 0, days: 2 ** 15 };
/** Reports are looked for in as many widths of a stretch behind its end; of a whole block, in all of them. */
const REACH = 4;

export const stretchKey = ({ from, days }: Stretch): string => `${from}+${days}`;
const halves = ({ from, days }: Stretch): [Stretch, Stretch] => [
  { from, days: days / 2 },
  { from: from + days / 2, days: days / 2 },
];
export const holds = ({ from, days }: Stretch, day: number): boolean => day >= from && day < from + days;

/** The last day whose reports may tell what became of a promise of the stretch. */
export const lastTold = ({ from, days }: Stretch): number => from + days * (1 + REACH) - 1;

/** The stretch that a day is in. */
export function stretchOf(day: number, cuts: Cuts): Stretch {
  let stretch = WHOLE;
  while (cuts.has(stretchKey(stretch))) stretch = halves(stretch).find((half) => holds(half, day))!;
  return stretch;
}

/** The stretches whose promises a report of a day may tell of. */
export function stretchesTold(day: number, cuts: Cuts, within: Stretch = WHOLE): Stretch[] {
  if (day < within.from || day > lastTold(within)) return [];
  return cuts.has(stretchKey(within)) ? halves(within).flatMap((half) => stretchesTold(day, cuts, half)) : [within];
}

/**
 * What of a stretch must be cut.
 * @param days of each mention that stands in it.
 */
export function cutsOf(days: readonly number[], within: Stretch = WHOLE): string[] {
  if (days.length <= CROWDED || within.days === 1) return [];
  const inner = halves(within).flatMap((half) =>
    cutsOf(
      days.filter((day) => holds(half, day)),
      half,
    ),
  );
  return [stretchKey(within), ...inner];
}
