import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../dynamo.ts';
import { get, put, update } from '../items.ts';
import { Problem } from './problem.ts';

/** How often something may be done in a window of time. */
export interface Limit {
  name: string;
  most: number;
  windowSeconds: number;
}

const DAY_SECONDS = 86_400;

/** A secret of the day, so that a kept hash tells nobody's address; it is gone two days later. */
async function saltOf(db: Db, now: Date): Promise<string> {
  const key = { pk: `LIMIT-SALT#${now.toISOString().slice(0, 10)}`, sk: 'SALT' };
  const known = await get<{ salt: string }>(db, key);
  if (known) return known.salt;
  const expiresAt = Math.floor(now.getTime() / 1000) + 2 * DAY_SECONDS;
  await put(db, { ...key, salt: randomBytes(16).toString('hex'), expiresAt }, 'attribute_not_exists(pk)');
  return (await get<{ salt: string }>(db, key))!.salt;
}

/**
 * Counts one use by somebody; only a salted hash of who is kept, and no longer than the window.
 * @returns the headers that say what is left.
 * @throws Problem 429 with `Retry-After` where none is left.
 */
export async function spend(db: Db, limit: Limit, who: string, now: Date): Promise<Record<string, string>> {
  const { name, most, windowSeconds } = limit;
  const seconds = Math.floor(now.getTime() / 1000);
  const window = Math.floor(seconds / windowSeconds);
  const reset = (window + 1) * windowSeconds - seconds;
  const hash = createHash('sha256')
    .update(`${await saltOf(db, now)}|${name}|${who}`)
    .digest('hex')
    .slice(0, 32);
  const item = await update<{ used: number }>(
    db,
    { pk: `LIMIT#${hash}`, sk: String(window) },
    'SET #t = :t ADD #n :one',
    'attribute_not_exists(#n) OR #n < :most',
    {
      names: { '#n': 'used', '#t': 'expiresAt' },
      values: { ':one': 1, ':most': most, ':t': seconds + 2 * windowSeconds },
    },
  );
  const headers = (left: number) => ({
    'ratelimit-policy': `"${name}";q=${most};w=${windowSeconds}`,
    ratelimit: `"${name}";r=${left};t=${reset}`,
  });
  if (item) return headers(most - item.used);
  throw new Problem(429, 'Too many requests', `at most ${most} in ${windowSeconds} seconds; come back in ${reset}`, {
    headers: { 'retry-after': String(reset), ...headers(0) },
  });
}
