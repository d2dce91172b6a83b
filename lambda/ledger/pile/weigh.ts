/** What is seen of two things among the others of a pile. */
export interface Seen {
  /** What holds of them, by name. */
  names: readonly string[];
  /** Numbers, by name. */
  numbers: Readonly<Record<string, number>>;
}

/**
 * A network of one hidden layer as a data file keeps it. A row of worths is what something adds to the sum, and then to each unit.
 */
export interface Weights {
  /** So many steps from its zero at most a number counts; without it any number of them. */
  furthest?: number;
  /** What the sum and each unit begin with. */
  begin: readonly number[];
  /** What a unit's output is worth where it is above zero. */
  out: readonly number[];
  /** Of what holds its row. */
  names: Readonly<Record<string, readonly number[]>>;
  /** Of a number where its zero is and what one step of it is, and then its row, which counts once a step. */
  numbers: Readonly<Record<string, readonly number[]>>;
}

/** Log-odds by a network, which without units is a sum: they see together what holds and how large the numbers are, and tell what neither tells alone. */
export function weigher({
  furthest = Number.POSITIVE_INFINITY,
  begin,
  out,
  names,
  numbers,
}: Weights): (seen: Seen) => number {
  const ofName = new Map(Object.entries(names));
  const ofNumber = Object.entries(numbers).map(([name, [zero, step, ...row]]) => ({
    ...{ name, row },
    steps: (value: number): number => Math.max(-furthest, Math.min(furthest, (value - zero!) / step!)),
  }));
  return (seen) => {
    const sums = [...begin];
    for (const name of seen.names) {
      const row = ofName.get(name);
      if (row !== undefined) for (let k = 0; k < sums.length; k++) sums[k]! += row[k]!;
    }
    for (const { name, row, steps } of ofNumber) {
      const value = steps(seen.numbers[name] ?? 0);
      for (let k = 0; k < sums.length; k++) sums[k]! += row[k]! * value;
    }
    let odds = sums[0]!;
    for (let k = 0; k < out.length; k++) if (sums[k + 1]! > 0) odds += out[k]! * sums[k + 1]!;
    return odds;
  };
}

/** The same as a likelihood. */
export const likelihood = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** How likely each of several, of which at most one is so, by their log-odds against none. */
export function shares(odds: readonly number[]): number[] {
  const largest = odds.reduce((a, b) => Math.max(a, b), 0);
  const all = odds.reduce((sum, one) => sum + Math.exp(one - largest), Math.exp(-largest));
  return odds.map((one) => Math.exp(one - largest) / all);
}

/**
 * Writes what two sets share (`rarity.ts`) among numbers.
 * @param ofBoth also as a part of both: of sets of one kind only, for of others that tells how long their texts are.
 */
export function tellShared(
  numbers: Record<string, number>,
  name: string,
  [both, contained, joint]: readonly [number, number, number],
  ofBoth = false,
): void {
  numbers[`${name}Shared`] = both;
  numbers[`${name}Contained`] = contained;
  if (ofBoth) numbers[`${name}Joint`] = joint;
}
