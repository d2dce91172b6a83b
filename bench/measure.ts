import { appendFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** How the benches measure: pieces of work in turns, so that whatever else the machine does falls on all alike. */

/** A piece is done for so much processor time before a time that counts. */
const WARM_MS = 150;

/** Costs of one piece of work, a number a round. The n-th of each piece were taken one right after another. */
export type Costs<T extends string> = Record<T, number[]>;

export interface Turns {
  rounds: number;
  /** Rounds before those that count. */
  warm?: number;
  /** What a round of one piece costs: processor time of this process (the default) or time on the wall, both in ms. */
  clock?: 'processor' | 'wall';
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * Runs each piece of work once a round, in turns. Pieces may be asynchronous.
 *
 * Where processor time is counted, all garbage is collected before a piece, and the piece is done before the time that
 * counts: else it would pay for what the one before it left, which can be several times its own cost. And each piece
 * begins with a turn of the event loop: until then jsdom keeps its documents, and memory grew from round to round.
 */
export async function inTurns<T extends string>(work: Record<T, () => unknown>, turns: Turns): Promise<Costs<T>> {
  const { rounds, warm = 2, clock = 'processor' } = turns;
  const pieces = Object.entries(work) as [T, () => unknown][];
  const costs = Object.fromEntries(pieces.map(([name]) => [name, [] as number[]])) as Costs<T>;
  for (let round = -warm; round < rounds; round++) {
    for (const [name, piece] of pieces) {
      await setImmediate();
      if (clock === 'processor') {
        collectGarbage();
        await warmUp(piece);
      }
      const cost = await (clock === 'processor' ? processorTime : wallTime)(piece);
      if (round >= 0) costs[name].push(cost);
    }
  }
  return costs;
}

/** Does a piece once, and if it is short until it has run for a while: collecting throws compiled code away, too. */
async function warmUp(piece: () => unknown): Promise<void> {
  let spent = 0;
  while (spent < WARM_MS) spent += await processorTime(piece);
}

async function wallTime(piece: () => unknown): Promise<number> {
  const started = performance.now();
  await piece();
  return performance.now() - started;
}

async function processorTime(piece: () => unknown): Promise<number> {
  const usage = process.cpuUsage();
  await piece();
  const { user, system } = process.cpuUsage(usage);
  return (user + system) / 1000;
}

/** The number below which that share of the numbers lies. */
export function quantile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
}

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

/** One line of the table of ratios. */
export interface Ratio {
  /** Our piece of work, and what it is held against. */
  what: string;
  against: string;
  /** Ours by theirs, the median of the rounds: 2 means twice the cost. */
  ratio: number;
  /** Its quartiles over the rounds, where there were rounds. */
  quartiles?: [number, number];
  /** What was aimed at, where the project set a goal. */
  goal?: string;
  /** What a reader must know to judge it. */
  note?: string;
}

/** File that collects the ratios of a run of all benches, one a line as JSON: see bench.ts. */
export const RATIOS_FILE = 'TAGIH_BENCH_RATIOS';

/** Prints a ratio and, in a run of all benches, adds it to their table. */
export function tell(line: Ratio): void {
  console.log(asLine(line));
  const file = process.env[RATIOS_FILE];
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`);
}

/** Tells the ratio of two costs taken in turns: the median over the rounds of one by the other. */
export function tellCosts(
  line: Omit<Ratio, 'ratio' | 'quartiles'>,
  ours: readonly number[],
  theirs: readonly number[],
): void {
  const ratios = ours.map((cost, round) => cost / (theirs[round] || Number.NaN)).filter(Number.isFinite);
  tell({ ...line, ratio: median(ratios), quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)] });
}

/** A ratio as a line of the table: what, against what, how many times as much, the quartiles, the goal, a remark. */
export function asLine({ what, against, ratio, quartiles, goal, note }: Ratio): string {
  const spread = quartiles ? `${short(quartiles[0])}–${short(quartiles[1])}` : '';
  const columns = [what.padEnd(38), against.padEnd(34), short(ratio).padStart(7), spread.padEnd(12)];
  return `${columns.join('  ')}  ${[goal ? `goal ${goal}` : '', note ?? ''].filter(Boolean).join('; ')}`.trimEnd();
}

/** Three digits that count. */
function short(n: number): string {
  if (n >= 100) return n.toFixed(0);
  return n >= 10 ? n.toFixed(1) : n.toFixed(2);
}
