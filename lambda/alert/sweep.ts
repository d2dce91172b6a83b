import { randomUUID } from 'node:crypto';
import { coverageOfAll, keepCoverage } from '../crawl/coverage.ts';
import type { Db, Item } from '../dynamo.ts';
import { get, type Key, page, pending, update } from '../items.ts';
import { changesSince } from '../ledger/store/changes.ts';
import { resumePending } from '../ledger/store/pending.ts';
import { dueForLook } from '../ledger/store/read.ts';
import { refreshStatus } from '../ledger/store/refresh.ts';
import { numberChanges } from '../ledger/store/sequencer.ts';
import type { Coverage } from '../ledger/types.ts';
import { boxesDue } from './box.ts';
import type { Change } from './change.ts';
import * as keys from './keys.ts';
import type { Operator } from './operator.ts';
import type { DeliverQueue } from './queue.ts';
import { changeFrom, markDone } from './stored.ts';
import { unasked } from './subscriptions.ts';
import { type Note, traceOf } from './trace.ts';

/** What the sweep works with. */
export interface SweepDeps {
  db: Db;
  queue: DeliverQueue;
  operator: Operator;
  /** When each outlet was read without a gap; by default what the crawl knows. */
  coverage?: (db: Db, now: Date) => Promise<Coverage>;
  /** True when there is no time to begin anything more; what is left is found by the next sweep. */
  outOfTime?: () => boolean;
  /** Told of each change that was recorded and is to be told. */
  note?: Note;
  /** Told of a commitment that could not be looked at; the others go on. */
  warn?: (message: string, details: Record<string, string>) => void;
}

/** What one sweep did. */
export interface SweepReport {
  /** Readings and reviews whose consequences had been cut off, now ended. */
  resumed: number;
  /** Commitments looked at because something fell due. */
  looked: number;
  /** Changes of the ledger read from its log. */
  read: number;
  numbered: number;
  /** Transitions recorded, and of those the ones to be told. */
  recorded: number;
  told: number;
  /** Boxes handed over because something in them is due. */
  boxes: number;
}

/** Where the sweep is, as it is stored. Every member only ever grows. */
export interface SweepState {
  /** Up to when looks have been taken, ISO 8601. */
  lookedTo?: string;
  /** Sequence number of the last change of the ledger that was worked in. */
  cursor?: number;
  /** When that change was recorded. */
  changedAt?: string;
  /** When a sweep last ran to its end. */
  ranAt?: string;
}

/** Work kept so short a time ago is still somebody's; the sweep takes up what is older. */
const IN_PROGRESS_MS = 5 * 60_000;
/** Looks may stand so long before the marker: an index is behind its table, clocks differ. */
const MARGIN_MS = 10 * 60_000;
const LOG_PAGE = 100;
/** Changes in one message to the queue. */
const BATCH = 25;
/** Boxes handed over between one look at the clock and the next. */
const BOXES = 100;
const MOST_PENDING = 1000;
/** A commitment that could not be looked at is tried again after so long. */
const RETRY_MS = 10 * 60_000;

/** Loaded with the first change there is: it brings the names of all actors along, and most sweeps find nothing due. */
const recording = () => import('./record.ts');

/**
 * One sweep: ends what was cut off, looks at what falls due, reads the ledger's changes, records each transition once
 * and hands it over. Its cost grows with what is due and what has changed, not with what is stored. Any sweep may be
 * cut off, run twice or beside another: whatever it leaves is found by the next.
 */
export async function sweep(deps: SweepDeps, now: Date): Promise<SweepReport> {
  const { db, outOfTime = () => false } = deps;
  const report: SweepReport = { resumed: 0, looked: 0, read: 0, numbered: 0, recorded: 0, told: 0, boxes: 0 };
  const state = (await get<SweepState>(db, keys.SWEEP)) ?? {};
  const coverage = await (deps.coverage ?? workedOut)(db, now);
  report.resumed = await resumePending(db, now, new Date(now.getTime() - IN_PROGRESS_MS), coverage);

  await number(deps, coverage, now, report);

  const looking = new Looker(deps, coverage, now, report);
  let isComplete = true;
  const since = await lookedTo(db, state);
  const from = Math.min(since ?? now.getTime(), now.getTime()) - MARGIN_MS;
  for await (const id of dueForLook(db, new Date(from), now)) {
    if (outOfTime()) {
      isComplete = false;
      break;
    }
    report.looked++;
    // Recorded first: refreshing takes it out of the index.
    await looking.at(id);
    await refreshStatus(db, id, coverage, now);
  }
  // Before the log has begun, looks of what waits to be numbered may lie further back than is known.
  if (isComplete && since !== null) await advance(db, 'lookedTo', now.toISOString());

  for (const id of await rechecksDue(db, now)) {
    if (outOfTime()) break;
    await looking.at(id);
    await refreshStatus(db, id, coverage, now);
  }
  await readLog(deps, state.cursor ?? 0, coverage, now, looking, report);
  await looking.flush();
  await resumeChanges(deps, now);
  report.boxes = await handOverBoxes(deps, now);
  const waiting = await unasked(db, new Date(now.getTime() - IN_PROGRESS_MS));
  await deps.queue.send(
    waiting.map((subscription) => ({ message: { kind: 'confirm', subscription }, delaySeconds: 0 })),
  );
  await deps.operator.watch(db, now, state);
  await advance(db, 'ranAt', now.toISOString());
  return report;
}

/** The coverage as the crawl knows it, kept for those who answer readers. */
async function workedOut(db: Db, now: Date): Promise<Coverage> {
  const coverage = await coverageOfAll(db);
  await keepCoverage(db, coverage, now);
  return coverage;
}

/** Looks at commitments one by one, each once a sweep, and hands over what is to be told in batches. */
class Looker {
  readonly #deps: SweepDeps;
  readonly #coverage: Coverage;
  readonly #now: Date;
  readonly #report: SweepReport;
  #open: Change[] = [];

  constructor(deps: SweepDeps, coverage: Coverage, now: Date, report: SweepReport) {
    this.#deps = deps;
    this.#coverage = coverage;
    this.#now = now;
    this.#report = report;
  }

  /** One that cannot be looked at costs itself, not the sweep: it is looked at again later. */
  async at(id: string): Promise<void> {
    const { recheckAt, recordChanges } = await recording();
    try {
      const { open, written } = await recordChanges(this.#deps.db, id, this.#coverage, this.#now);
      this.#report.recorded += written;
      this.#report.told += open.length;
      this.#open.push(...open);
      for (const change of open) this.#deps.note?.('change to be told', traceOf(change));
    } catch (error) {
      const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      this.#deps.warn?.('a commitment could not be looked at', { id, cause });
      await recheckAt(this.#deps.db, id, new Date(this.#now.getTime() + RETRY_MS));
    }
    if (this.#open.length >= BATCH) await this.flush();
  }

  async flush(): Promise<void> {
    const open = this.#open.splice(0);
    await handOver(this.#deps.queue, open);
  }
}

/** Hands changes to the queue. A failure is no loss: they are pending, and the next sweep finds them. */
async function handOver(queue: DeliverQueue, open: readonly Change[]): Promise<void> {
  for (let at = 0; at < open.length; at += BATCH) {
    const changes = open.slice(at, at + BATCH).map(({ pk, sk }) => ({ pk, sk }));
    await queue.send([{ message: { kind: 'changes', changes }, delaySeconds: 0 }]);
  }
}

/** Hands over the boxes that are due, in batches, while there is time. */
async function handOverBoxes(deps: SweepDeps, now: Date): Promise<number> {
  const { queue, outOfTime = () => false } = deps;
  let handed = 0;
  let batch: string[] = [];
  const flush = async () => {
    await queue.send(batch.map((subscription) => ({ message: { kind: 'box', subscription }, delaySeconds: 0 })));
    handed += batch.length;
    batch = [];
  };
  for await (const subscription of boxesDue(deps.db, now)) {
    batch.push(subscription);
    if (batch.length < BOXES) continue;
    await flush();
    if (outOfTime()) return handed;
  }
  await flush();
  return handed;
}

/** Up to when looks have been taken. On the very first sweep none has: they begin with the ledger's first change. */
async function lookedTo(db: Db, state: SweepState): Promise<number | null> {
  if (state.lookedTo) return Date.parse(state.lookedTo);
  const { changes } = await changesSince(db, 0, 1);
  return changes[0] ? Date.parse(changes[0].recordedAt) : null;
}

/** Gives the ledger's pending changes their numbers; another that is at it is left alone. */
async function number(deps: SweepDeps, coverage: Coverage, now: Date, report: SweepReport): Promise<void> {
  const owner = randomUUID();
  for (let more: number | null = 1; more && !deps.outOfTime?.(); report.numbered += more ?? 0) {
    more = await numberChanges(deps.db, owner, now, coverage);
  }
}

/** Works in everything behind the cursor, what this sweep itself has changed included. */
async function readLog(
  deps: SweepDeps,
  from: number,
  coverage: Coverage,
  now: Date,
  looking: Looker,
  report: SweepReport,
): Promise<void> {
  const { db, outOfTime = () => false } = deps;
  await number(deps, coverage, now, report);
  let cursor = from;
  while (!outOfTime()) {
    const { changes, last } = await changesSince(db, cursor, LOG_PAGE);
    if (changes.length === 0) return;
    for (const id of new Set(changes.map((change) => change.id))) await looking.at(id);
    await looking.flush();
    report.read += changes.length;
    await advance(db, 'changedAt', changes.at(-1)!.recordedAt);
    await advance(db, 'cursor', last);
    cursor = last;
  }
}

async function rechecksDue(db: Db, now: Date): Promise<string[]> {
  const { items } = await page<Key>(db, {
    index: 'next',
    condition: 'nextPk = :pk AND nextSk <= :now',
    values: { ':pk': keys.RECHECKS, ':now': `${now.toISOString()}~` },
    limit: MOST_PENDING,
  });
  return items.map(keys.commitmentOfRecheck);
}

/** Takes up changes that were recorded and never handed over, and tells the operator of those that are theirs. */
async function resumeChanges(deps: SweepDeps, now: Date): Promise<void> {
  const found = await pending<Item>(deps.db, keys.CHANGES_PENDING, `${now.toISOString()}~`, MOST_PENDING);
  if (found.length === 0) return;
  const items = found.map(changeFrom);
  const { isForOperator, settleAgain } = await recording();
  const forOperator = items.filter(isForOperator);
  if (forOperator.length > 0) {
    await deps.operator.unverified(forOperator);
    for (const change of forOperator) await markDone(deps.db, change);
  }
  const stale = new Date(now.getTime() - IN_PROGRESS_MS).toISOString();
  const open: Change[] = [];
  for (const change of items) {
    if (isForOperator(change) || change.recordedAt > stale) continue;
    if (change.state === 'open' || (await settleAgain(deps.db, change))) open.push(change);
  }
  await handOver(deps.queue, open);
}

/** Moves a marker on, never back. */
async function advance(db: Db, name: keyof SweepState, to: string | number): Promise<void> {
  await update(db, keys.SWEEP, 'SET #m = :to', 'attribute_not_exists(#m) OR #m < :to', {
    names: { '#m': name },
    values: { ':to': to },
  });
}

/** When the sweep last ran to its end, or null: for the page, and for whoever watches the watcher. */
export async function lastSweep(db: Db): Promise<string | null> {
  return (await get<SweepState>(db, keys.SWEEP))?.ranAt ?? null;
}
