import { type Net, type NetData, ZERO } from '../lambda/extract/commitments/net.ts';

/** Steps from zero to the largest number of a column: with twice as many, clauses are ordered a little better for a
 * third more room. */
const LARGEST = 15;
/** The same of the column of lengths, which are one, a half and a third. */
const OF_LENGTHS = 6;
const largestOf = (column: number): number => (column === 1 ? OF_LENGTHS : LARGEST);

const short = (value: number): number => Number(value.toPrecision(5));

/** A network as it is kept: every number of its table as one of 15 steps up to the largest of its column, or below zero. */
export function packed({ constant, bias, out, round, counts, rows, table, steps: units }: Net): NetData {
  const columns = units.length;
  const steps = Array.from(units, (unit, k) => {
    let largest = 0;
    for (let at = k; at < table.length; at += columns) largest = Math.max(largest, Math.abs(table[at]! * unit));
    return Number((largest / largestOf(k)).toPrecision(6)) || 1;
  });
  const names: Record<string, string[]> = {};
  for (const name of rows.keys()) {
    const kind = name.slice(0, name.indexOf(':') + 1);
    names[kind] ??= [];
    names[kind].push(name.slice(kind.length));
  }
  const order = Object.entries(names).flatMap(([kind, list]) => list.map((name) => rows.get(kind + name)!));
  const letters = steps.flatMap((step, k) =>
    order.map((row) => {
      const inSteps = Math.round((table[row * columns + k]! * units[k]!) / step);
      return String.fromCharCode(ZERO + Math.max(-largestOf(k), Math.min(largestOf(k), inSteps)));
    }),
  );
  return {
    constant: short(constant),
    bias: Array.from(bias, short),
    out: Array.from(out, short),
    round: round.map((weights) => Array.from(weights, short)),
    counts: counts.map((weights) => Array.from(weights, short)),
    steps,
    names,
    table: letters.join(''),
  };
}
