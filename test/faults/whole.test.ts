import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dynoxideBinary } from '../../lambda/local/engine.ts';
import { numbers } from '../numbers.ts';
import type { Order } from './part.ts';
import { OUTLETS, type Press, piecesOf, startPress } from './press.ts';

/** Simulated days of news, none in a short run; `TAGIH_FAULT_DAYS` and `TAGIH_FAULT_SEED` set others. */
const DAYS = Number(process.env.TAGIH_FAULT_DAYS ?? (process.env.TAGIH_LONG ? 14 : 0));
const SEED = Number(process.env.TAGIH_FAULT_SEED ?? 10);
const STEP = 4 * 3_600_000;
const DAY = 24 * 3_600_000;
const START = Date.parse('2026-08-03T00:00:00+07:00');
/** Time after the last trouble in which everything must come right: the longest pause before another try is a day. */
const SETTLE = 3 * DAY;
/** Of the steps: in how many something is killed, and of the requests, how many fail. */
const ODDS = { kill: 0.5, network: 0.2, outage: 0.05 };
const MINUTE = 60_000;

/** What is killed: the process with all handlers and queues, the database, both, or the process as it starts. */
const VICTIMS = ['system', 'database', 'both', 'starting system'] as const;

interface Part {
  child: ChildProcess;
  url: string;
}

class Run {
  readonly dir: string;
  readonly press: Press;
  part: Part | null = null;
  readonly killed: Record<string, number> = {};
  restarts = 0;

  constructor(dir: string, press: Press) {
    this.dir = dir;
    this.press = press;
  }

  spawn(at: number): ChildProcess {
    const feeds = OUTLETS.map((outlet) => ({ id: outlet, outlet, url: `http://${outlet}/rss`, everyMinutes: 60 }));
    return fork(path.join(import.meta.dirname, 'part.ts'), [this.dir], {
      execArgv: ['--import', path.join(import.meta.dirname, 'clock.ts')],
      env: {
        ...process.env,
        TAGIH_TEST_NOW: new Date(at).toISOString(),
        TAGIH_FEEDS: JSON.stringify(feeds),
        TAGIH_TRUSTED_ORIGINS: OUTLETS.map((o) => `http://${o}=127.0.0.1:${this.press.port}`).join(','),
      },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  /** Starts it, or starts it again after it was killed. */
  async up(at: number): Promise<Part> {
    if (this.part) return this.part;
    const child = this.spawn(at);
    this.restarts++;
    const answer = await Promise.race([once(child, 'message'), once(child, 'exit').then(() => null)]);
    if (!answer) throw new Error('the system did not start');
    const [{ url }] = answer as [{ url: string }];
    this.part = { child, url };
    return this.part;
  }

  /** Runs the schedules at an instant; false where it was killed, or did not end in time and is killed for it. */
  async step(at: number): Promise<boolean> {
    const part = await this.up(at);
    const order: Order = { at, run: ['poll', 'sweep'] };
    part.child.send(order);
    const over = new AbortController();
    const late = setTimeout(() => over.abort(), 20_000);
    const { signal } = over;
    const answer = await Promise.race([
      once(part.child, 'message', { signal }).catch(() => null),
      once(part.child, 'exit', { signal }).then(
        () => null,
        () => null,
      ),
    ]);
    clearTimeout(late);
    over.abort();
    if (answer) return (answer as [{ error: string | null }])[0].error === null;
    // Killed by the test, or too slow: then it is waiting for a message that has failed to come again, and is killed too.
    if (this.part === part) await this.kill('system', 'system, waiting');
    return false;
  }

  async kill(victim: (typeof VICTIMS)[number], as: string = victim): Promise<void> {
    this.killed[as] = (this.killed[as] ?? 0) + 1;
    if (victim !== 'system' && victim !== 'starting system') killDatabase(this.dir);
    if (victim === 'database' || !this.part) return;
    const { child } = this.part;
    this.part = null;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    if (!this.part) return;
    this.part.child.kill('SIGKILL');
    await once(this.part.child, 'exit');
    this.part = null;
  }
}

/** Kills the database of a data folder, found by the file it was started with. */
function killDatabase(dir: string): void {
  for (const file of globSync('/proc/[0-9]*/cmdline')) {
    if (!existsSync(file)) continue;
    const [program = '', ...args] = readFileSync(file, 'utf8').split('\0');
    if (program.endsWith('dynoxide') && args.includes(path.join(dir, 'table', 'table.sqlite'))) {
      process.kill(Number(file.split('/')[2]), 'SIGKILL');
    }
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The news of all days brought in, with or without trouble, and what the ledger says at the end. */
async function bringIn(troubled: boolean) {
  const next = numbers(SEED);
  const dir = await mkdtemp(path.join(tmpdir(), 'tagih-whole-'));
  const press = await startPress(piecesOf(START, DAYS, SEED), SEED);
  const run = new Run(dir, press);
  const end = START + DAYS * DAY + SETTLE;
  let outageUntil = 0;
  try {
    for (let at = START; at < end; at += STEP) {
      const isTroubled = troubled && at < START + DAYS * DAY;
      if (isTroubled && next() < ODDS.outage) outageUntil = at + 3 * STEP;
      press.setTime(at);
      press.setTrouble(!isTroubled ? 0 : at < outageUntil ? 1 : ODDS.network);
      if (!isTroubled || next() >= ODDS.kill) {
        await run.step(at);
        continue;
      }
      const victim = VICTIMS[Math.floor(next() * VICTIMS.length)]!;
      if (victim === 'starting system') {
        await run.stop();
        const child = run.spawn(at);
        await pause(next() * 1500);
        run.killed[victim] = (run.killed[victim] ?? 0) + 1;
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      } else {
        await run.up(at);
        const doing = run.step(at);
        await pause(next() * 600);
        await run.kill(victim);
        await doing;
      }
      await run.step(at + 10 * MINUTE);
    }
    const { url } = await run.up(end);
    return { ...(await ledgerAt(url)), killed: run.killed, restarts: run.restarts - 1, press };
  } finally {
    await run.stop();
    await press.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** When something was recorded, fetched or numbered, which differs from run to run, and the address it was asked at. */
const RECORDED = new Set(['recordedAt', 'fetchedAt', 'sequence', 'version', 'at', 'asOf', 'updatedAt', 'firstSeen']);

/** What became of an id on the way: an article that is read late may join what was published apart. */
const ON_THE_WAY = new Set(['merged', 'split']);

const settled = (name: string, value: unknown): unknown => {
  if (RECORDED.has(name)) return undefined;
  return name === 'history' ? (value as { kind: string }[]).filter(({ kind }) => !ON_THE_WAY.has(kind)) : value;
};

async function ledgerAt(url: string) {
  const json = async (at: string) => {
    const answer = await fetch(`${url}${at}`);
    expect(answer.status, at).toBe(200);
    return (await answer.text()).replaceAll(url, '');
  };
  const ids: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = JSON.parse(await json(`/v1/commitments?limit=100${cursor ? `&cursor=${cursor}` : ''}`)) as {
      items: { id: string }[];
      next: string | null;
    };
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
  }
  const commitments: unknown[] = [];
  for (const id of ids.toSorted()) commitments.push(JSON.parse(await json(`/v1/commitments/${id}`), settled));
  const feeds = JSON.parse(await json('/v1/feeds')) as { items: { lostPages: { count: number }; gapCount: number }[] };
  return { commitments, lost: feeds.items.reduce((sum, feed) => sum + feed.lostPages.count, 0) };
}

test.skipIf(DAYS === 0 || dynoxideBinary() === null)(
  `${DAYS} days of news end at the same ledger, whatever is killed and however the network fails`,
  async () => {
    const quiet = await bringIn(false);
    const rough = await bringIn(true);
    const count = (of: Record<string, number>) => Object.values(of).reduce((sum, n) => sum + n, 0);
    const { articles, failed } = rough.press;
    console.log(
      `${DAYS} simulated days, ${articles.length} articles, ${quiet.commitments.length} commitments; killed ${count(rough.killed)}`,
      rough.killed,
      `${rough.restarts} restarts; ${count(failed)} requests failed`,
      failed,
    );
    expect(count(rough.killed)).toBeGreaterThan(0);
    expect(quiet.commitments.length).toBeGreaterThan(DAYS);
    expect(rough.lost).toBe(0);
    expect(rough.commitments).toEqual(quiet.commitments);
  },
  60 * MINUTE,
);
