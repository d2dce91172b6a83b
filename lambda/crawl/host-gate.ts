import { randomInt } from 'node:crypto';
import type { Db } from '../dynamo.ts';
import { get, update } from '../items.ts';
import { hostKey } from './keys.ts';

/** How a host is to be treated. */
export interface GatePolicy {
  /** Milliseconds between the starts of two requests. */
  spacingMs: number;
  /** Milliseconds after which a long request that nobody ended counts as ended: longer than any request takes. */
  leaseMs: number;
  /** Milliseconds a caller is ready to wait; after that the host is busy. */
  maxWaitMs: number;
}

export const DEFAULT_GATE: GatePolicy = { spacingMs: 1000, leaseMs: 60_000, maxWaitMs: 20_000 };

/** The host has enough to do: come back at `until`. */
export class HostBusy extends Error {
  override name = 'HostBusy';
  until: Date;
  constructor(host: string, until: Date) {
    super(`${host} is busy until ${until.toISOString()}`);
    this.until = until;
  }
}

/** Requests to one host at the same moment. */
const SLOTS = ['slot0', 'slot1'] as const;
type Slot = (typeof SLOTS)[number];

/** One item a host: when its next request may start, and until when each slot is taken (milliseconds since 1970). */
interface Gate extends Partial<Record<Slot, number>> {
  nextAt?: number;
}

export interface GateDeps {
  db: Db;
  sleep: (ms: number) => Promise<void>;
  /** Does something after so many milliseconds, unless what it gives is called before; by default by a timer. */
  after?: (ms: number, work: () => void) => () => void;
}

const byTimer = (ms: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
};

/**
 * Until when a slot is taken at first: as long as it takes for the other slot to be taken and the turn to be this one's
 * again, so that a request that is answered by then, as most are, need not give its slot back. That is a write less
 * for each.
 */
const briefly = ({ spacingMs, leaseMs }: GatePolicy): number => Math.min(leaseMs, Math.max(2 * spacingMs, 1000) - 1);
/** A request that lasts is given its whole lease after this share of the brief one. */
const SHARE = 0.75;

/**
 * Runs `work` when the host may be asked: at most two requests at once and their starts spaced, over all processes
 * that share the table, by conditional writes of the host's one item. A slot is taken for a short while, and for the
 * whole lease where its request lasts; that one is given back. A process that dies holds what it has taken.
 * @param now the caller's clock when it calls; waiting is counted on from there.
 * @throws HostBusy when that would take longer than the policy's wait.
 */
export async function throughGate<T>(
  deps: GateDeps,
  host: string,
  policy: GatePolicy,
  now: Date,
  work: () => Promise<T>,
): Promise<T> {
  const pass = await enter(deps, host, policy, now.getTime());
  let lasting: Promise<Pass | null> | null = null;
  const stop = (deps.after ?? byTimer)(briefly(policy) * SHARE, () => {
    lasting = prolong(deps.db, host, pass, policy).catch(() => null);
  });
  try {
    return await work();
  } finally {
    stop();
    const kept = await (lasting as Promise<Pass | null> | null);
    if (kept) await leave(deps.db, host, kept);
  }
}

interface Pass {
  slot: Slot;
  /** When the request starts, in milliseconds since 1970. */
  opens: number;
  /** The very number written, which makes the slot ours. */
  until: number;
}

/** The fraction tells our lease from another's that ends in the same millisecond. */
const ending = (ms: number): number => ms + randomInt(1, 1_000_000) / 1e6;

/** Holds a slot for the whole lease; null where somebody else has it already. */
async function prolong(db: Db, host: string, pass: Pass, { leaseMs }: GatePolicy): Promise<Pass | null> {
  const until = ending(pass.opens + leaseMs);
  const held = await update<Gate>(db, hostKey(host), 'SET #slot = :until', '#slot = :own', {
    names: { '#slot': pass.slot },
    values: { ':until': until, ':own': pass.until },
  });
  return held && { ...pass, until };
}

async function enter({ db, sleep }: GateDeps, host: string, policy: GatePolicy, start: number): Promise<Pass> {
  // Most hosts are idle: then one request to the table is enough. By turns, so that the other slot may still be taken.
  const turn = Math.floor(start / Math.max(1, policy.spacingMs)) % SLOTS.length;
  const idle = await take(
    db,
    host,
    policy,
    SLOTS[turn]!,
    start,
    start,
    'attribute_not_exists(nextAt) OR nextAt <= :at',
    {},
  );
  if (idle) return idle;
  const giveUp = start + policy.maxWaitMs;
  let at = start;
  for (;;) {
    const gate = (await get<Gate>(db, hostKey(host))) ?? {};
    const slot = SLOTS.find((name) => (gate[name] ?? 0) <= at);
    const opens = Math.max(at, gate.nextAt ?? 0);
    if (slot === undefined) {
      const free = Math.min(...SLOTS.map((name) => gate[name] ?? 0));
      if (at + RETRY_MS > giveUp) throw new HostBusy(host, new Date(Math.min(free, giveUp + policy.leaseMs)));
      await sleep(RETRY_MS);
      at += RETRY_MS;
      continue;
    }
    if (opens > giveUp) throw new HostBusy(host, new Date(opens));
    const unchanged = gate.nextAt === undefined ? 'attribute_not_exists(nextAt)' : 'nextAt = :seen';
    const seen: Record<string, number> = gate.nextAt === undefined ? {} : { ':seen': gate.nextAt };
    const pass = await take(db, host, policy, slot, at, opens, unchanged, seen);
    if (pass) {
      if (opens > at) await sleep(opens - at);
      return pass;
    }
    // Somebody else was first: look again, a little later than they do.
    const pause = randomInt(5, 50);
    if (at + pause > giveUp) throw new HostBusy(host, new Date(giveUp + policy.spacingMs));
    await sleep(pause);
    at += pause;
  }
}

/** Takes a slot for a request that starts at `opens`, where `condition` still holds of the host's next start. */
async function take(
  db: Db,
  host: string,
  policy: GatePolicy,
  slot: Slot,
  at: number,
  opens: number,
  condition: string,
  values: Record<string, number>,
): Promise<Pass | null> {
  const until = ending(opens + briefly(policy));
  const taken = await update<Gate>(
    db,
    hostKey(host),
    'SET nextAt = :next, #slot = :until',
    `(${condition}) AND (attribute_not_exists(#slot) OR #slot <= :at)`,
    {
      names: { '#slot': slot },
      values: { ...values, ':next': opens + policy.spacingMs, ':until': until, ':at': at },
    },
  );
  return taken && { slot, opens, until };
}

const RETRY_MS = 250;

async function leave(db: Db, host: string, { slot, until }: Pass): Promise<void> {
  await update(db, hostKey(host), 'SET #slot = :free', '#slot = :until', {
    names: { '#slot': slot },
    values: { ':free': 0, ':until': until },
  });
}

/** Keeps everybody from a host until `until`, because it said so. A later moment already set stays. */
export async function closeGate(db: Db, host: string, until: Date): Promise<void> {
  await update(db, hostKey(host), 'SET nextAt = :at', 'attribute_not_exists(nextAt) OR nextAt < :at', {
    values: { ':at': until.getTime() },
  });
}
