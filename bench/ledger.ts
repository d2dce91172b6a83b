import { sweep } from '../lambda/alert/sweep.ts';
import type { Db, Item } from '../lambda/dynamo.ts';
import { changesSince, statsByStatus } from '../lambda/ledger/store/changes.ts';
import { placeArticle } from '../lambda/ledger/store/place.ts';
import { dueForLook, getCommitment, type ListFilter, listCommitments } from '../lambda/ledger/store/read.ts';
import { numberChanges } from '../lambda/ledger/store/sequencer.ts';
import type { LedgerArticle } from '../lambda/ledger/types.ts';
import { articleBy, articleOf, BUSY, toldOf } from './made-articles.ts';
import { type MadeLedger, madeLedger, NOW } from './made-ledger.ts';
import { inTurns, median, quantile, tell } from './measure.ts';

/**
 * How each access pattern of the ledger, the sweep and placing grow: requests and units, counted from the engine's
 * ConsumedCapacity, and time, in ledgers of each size: `node bench/ledger.ts [SIZE …]` (1000, 10000 and
 * 100000 by default; 1000000 needs some 13 GB of disk). A fifth of all commitments are one regulator's, and as many reports
 * as there are commitments are told of another.
 */

interface Cost {
  requests: number;
  read: number;
  write: number;
}

/** A database that adds up what its requests consume. */
function metered(db: Db): { db: Db; take(): Cost } {
  let cost: Cost = { requests: 0, read: 0, write: 0 };
  const isWrite = /^(?:Put|Update|Delete|BatchWrite)/;
  const send = async (command: { input: Item; constructor: { name: string } }) => {
    command.input.ReturnConsumedCapacity = 'TOTAL';
    const answer = await (db.client.send as (c: unknown) => Promise<{ ConsumedCapacity?: unknown }>)(command);
    cost.requests++;
    for (const used of [answer.ConsumedCapacity ?? []].flat() as { CapacityUnits?: number }[]) {
      if (isWrite.test(command.constructor.name)) cost.write += used.CapacityUnits ?? 0;
      else cost.read += used.CapacityUnits ?? 0;
    }
    return answer;
  };
  return {
    db: { ...db, client: { send } as unknown as Db['client'] },
    take() {
      const taken = cost;
      cost = { requests: 0, read: 0, write: 0 };
      return taken;
    },
  };
}

/** What a pattern is measured by: it may be done any number of times, or only in its place among the others. */
interface Pattern {
  name: string;
  work: (db: Db) => Promise<unknown>;
  once?: boolean;
}

/** The access patterns in their order, for a ledger that holds these commitments. */
function patterns(ids: readonly string[]): Pattern[] {
  const coverage = 'complete' as const;
  const page = { limit: 25, coverage, now: NOW };
  const list = (filter?: ListFilter) => (db: Db) => listCommitments(db, filter ? { ...page, filter } : page);
  const look = async (db: Db) => {
    for await (const _ of dueForLook(db, new Date(NOW.getTime() - 300_000), NOW)) void 0;
  };
  const sweepAll = (db: Db) =>
    sweep(
      {
        db,
        queue: { send: async () => {} },
        operator: { watch: async () => {}, unverified: async () => {} },
        coverage: async () => coverage,
      },
      NOW,
    );
  // A regulator that the load does not have: what placing costs by itself, not what its neighbours in a block do.
  const fresh = articleBy(ids.length + 1, 'bapanas');
  const again = articleBy(ids.length + 2, 'bapanas', fresh);
  const crowd = articleOf(0);
  const told = { ...crowd, key: `${crowd.key}-again`, id: 'again' };
  const last = articleOf(ids.length - (ids.length % 10));
  const latest = { ...last, key: `${last.key}-new`, id: 'new', published: NOW.toISOString() };
  // Numbers of articles that promise to examine something.
  const [busy, kept] = [12, 32].map((n) => ({ ...articleBy(n, BUSY.actor), published: NOW.toISOString() }));
  // Each is recorded after all that stands there, as what comes late is.
  let placed = 0;
  const place = (article: LedgerArticle) => (db: Db) =>
    placeArticle(db, article, new Date(NOW.getTime() + ++placed * 1000), coverage);
  return [
    { name: 'list, newest 25', work: list() },
    { name: 'list by the largest actor', work: list({ actor: 'komdigi' }) },
    { name: 'list by outlet', work: list({ outlet: 'outlet3' }) },
    { name: 'list by topic', work: list({ topic: 'tax' }) },
    { name: 'list by status', work: list({ status: 'overdue' }) },
    { name: 'list by due day', work: list({ dueFrom: '2026-06-01', dueTo: '2026-12-31' }) },
    { name: 'one commitment', work: (db) => getCommitment(db, ids[Math.floor(ids.length / 2)]!) },
    { name: 'counts', work: statsByStatus },
    { name: 'what is due for a look in 5 minutes', work: look },
    { name: 'a first sweep', work: sweepAll, once: true },
    { name: 'a sweep with nothing due', work: sweepAll, once: true },
    { name: 'place a new promise', work: place(fresh), once: true },
    { name: 'place a mention of a known promise', work: place(again), once: true },
    { name: 'place it again', work: place(again), once: true },
    { name: 'number a change', work: (db) => numberChanges(db, 'bench', NOW, coverage), once: true },
    { name: 'a sweep with a change to tell', work: sweepAll, once: true },
    { name: 'changes since', work: (db) => changesSince(db, 0, 25) },
    // The regulator that a fifth of everything is of, and the act it does most.
    { name: 'place one in a crowded block, late', work: place(told), once: true },
    { name: 'place a new one in a crowded block', work: place(latest), once: true },
    // A block in which 270 reports are told a day, as many in all as there are commitments.
    { name: 'place a promise where much is told', work: place(busy!), once: true },
    { name: 'place one more there', work: place(kept!), once: true },
    { name: 'place a report of what nobody promised', work: place(toldOf(500_001, NOW.toISOString())), once: true },
    { name: 'place a report of its end', work: place(toldOf(12, NOW.toISOString())), once: true },
  ];
}

const ROUNDS = 15;
const number = (n: number): string => n.toLocaleString('en');

/** Prints each pattern's requests and units at each size, and tells how they and its time grow from the smallest to the largest. */
async function growth(sizes: readonly number[]): Promise<void> {
  const ledgers = await Promise.all(sizes.map(madeLedger));
  try {
    const stands = ledgers.map((ledger) => ({ meter: metered(ledger), patterns: patterns(ledger.ids) }));
    const head = sizes.map((size) => `${number(size)} commitments`.padEnd(28)).join('');
    console.log(`${'access pattern'.padEnd(38)}${head}time, largest by smallest`);
    const units = { first: 0, last: 0 };
    const times: number[] = [];
    for (const [i, { name, once }] of stands[0]!.patterns.entries()) {
      const costs: Cost[] = [];
      for (const { meter, patterns } of stands) {
        await patterns[i]!.work(meter.db);
        costs.push(meter.take());
      }
      units.first += unitsOf(costs[0]!);
      units.last += unitsOf(costs.at(-1)!);
      const cells = costs.map(cell).join('');
      const time = once ? null : await timeGrowth(ledgers, (n) => stands[n]!.patterns[i]!.work);
      if (time !== null) times.push(time);
      console.log(`${name.padEnd(38)}${cells}${time?.toFixed(2).padStart(6) ?? ''}`.trimEnd());
    }
    const [what, against] = [`ledger of ${number(sizes.at(-1)!)}`, `ledger of ${number(sizes[0]!)}`];
    const note = `all ${stands[0]!.patterns.length} patterns together`;
    tell({ what: `${what}: requests and units`, against, ratio: units.last / units.first, goal: '1', note });
    const worst = `the worst of ${times.length} reads ${quantile(times, 1).toFixed(2)}`;
    tell({ what: `${what}: time`, against, ratio: median(times), goal: '1', note: worst });
  } finally {
    for (const ledger of ledgers) await ledger.stop();
  }
}

/** How many times as long a pattern takes in the largest ledger as in the smallest, asked in turns. */
async function timeGrowth(
  ledgers: readonly MadeLedger[],
  workOf: (ledger: number) => (db: Db) => Promise<unknown>,
): Promise<number> {
  const last = ledgers.length - 1;
  const costs = await inTurns(
    { small: () => workOf(0)(ledgers[0]!), large: () => workOf(last)(ledgers[last]!) },
    { rounds: ROUNDS, clock: 'wall' },
  );
  return median(costs.large.map((cost, round) => cost / costs.small[round]!));
}

const unitsOf = (cost: Cost): number => cost.requests + cost.read + cost.write;
const cell = (c: Cost): string => `${c.requests} req ${c.read.toFixed(1)} RU ${c.write.toFixed(0)} WU`.padEnd(28);

if (import.meta.main) {
  const sizes = process.argv.slice(2).map(Number);
  await growth(sizes.length > 0 ? sizes : [1000, 10_000, 100_000]);
}
