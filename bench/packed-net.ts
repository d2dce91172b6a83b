import { type Bag, type BagData, ZERO } from '../lambda/extract/commitments/bags.ts';
import type { Net, NetData } from '../lambda/extract/commitments/net.ts';

/** Steps from zero to the largest number of a column; with twice as many, clauses are ordered no better. */
const LARGEST = 15;
/** The same of the column of lengths, which are one, a half and a third. */
const OF_LENGTHS = 6;
/** The same of what words are worth. */
const OF_WORDS = 7;

/** A unit that learned nothing holds numbers of a millionth of a millionth: they are noise, and would be kept letter for letter. */
const NOTHING = 1e-6;

const short = (value: number): number => Number(value.toPrecision(5));

/** A table as it is kept. */
interface Letters {
  table: string;
  steps: number[];
}

/**
 * A table column by column, every number as one of some steps up to the largest of its column, or below zero.
 * @param order of its rows.
 * @param largestOf how many steps a column has.
 */
function lettersOf(
  { table, steps: units }: Pick<Net, 'table' | 'steps'>,
  order: readonly number[],
  largestOf: (column: number) => number,
): Letters {
  const columns = units.length;
  const steps = Array.from(units, (unit, k) => {
    let largest = 0;
    for (let at = k; at < table.length; at += columns) largest = Math.max(largest, Math.abs(table[at]! * unit));
    return largest < NOTHING ? 1 : Number((largest / largestOf(k)).toPrecision(6));
  });
  const letters = steps.flatMap((step, k) =>
    order.map((row) => {
      const inSteps = Math.round((table[row * columns + k]! * units[k]!) / step);
      return String.fromCharCode(ZERO + Math.max(-largestOf(k), Math.min(largestOf(k), inSteps)));
    }),
  );
  return { table: letters.join(''), steps };
}

/** What words are worth, as it is kept; a word that is worth next to nothing to every unit is left out. */
function packedBag(bag: Bag): BagData {
  const whole = lettersOf(bag, [...bag.rows.values()], () => OF_WORDS);
  const rows = [...bag.rows.keys()].filter((_, i) =>
    whole.steps.some((_step, k) => whole.table.charCodeAt(k * bag.rows.size + i) !== ZERO),
  );
  const kept = lettersOf(
    bag,
    rows.map((word) => bag.rows.get(word)!),
    () => OF_WORDS,
  );
  return { words: rows.join(' '), ...kept };
}

/** A network as it is kept. */
export function packed({ constant, bias, out, article, sentence, round, counts, rows, table, steps }: Net): NetData {
  const names: Record<string, string[]> = {};
  for (const name of rows.keys()) {
    const kind = name.slice(0, name.indexOf(':') + 1);
    names[kind] ??= [];
    names[kind].push(name.slice(kind.length));
  }
  const order = Object.entries(names).flatMap(([kind, list]) => list.map((name) => rows.get(kind + name)!));
  return {
    constant: short(constant),
    bias: Array.from(bias, short),
    out: Array.from(out, short),
    article: packedBag(article),
    sentence: packedBag(sentence),
    round: round.map((weights) => Array.from(weights, short)),
    counts: counts.map((weights) => Array.from(weights, short)),
    names,
    ...lettersOf({ table, steps }, order, (column) => (column === 1 ? OF_LENGTHS : LARGEST)),
  };
}
