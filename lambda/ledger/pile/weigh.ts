/** What is seen of two things among the others of a pile. */
export interface Seen {
  /** What holds of them, by name. */
  names: readonly string[];
  /** Numbers, by name. */
  numbers: Readonly<Record<string, number>>;
}

/** Weights as a data file keeps them: of what holds, and of a unit of each number. */
export interface Weights {
  names: Record<string, number>;
  numbers: Record<string, number>;
}

/** Log-odds by a logistic model: the sum of what holds, and of each number as often as it says. */
export function weigher({ names, numbers }: Weights): (seen: Seen) => number {
  const worth = new Map(Object.entries(names));
  const units = new Map(Object.entries(numbers));
  return (seen) => {
    let sum = 0;
    for (const name of seen.names) sum += worth.get(name) ?? 0;
    for (const [name, value] of Object.entries(seen.numbers)) sum += (units.get(name) ?? 0) * value;
    return sum;
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
