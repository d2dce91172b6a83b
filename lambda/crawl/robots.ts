import { gunzipSync, gzipSync } from 'node:zlib';
import robotsParserModule from 'robots-parser';
import type { Db } from '../dynamo.ts';
import { get, put } from '../items.ts';
import type { FetchResult } from './fetch.ts';
import { robotsKey } from './keys.ts';
import { ROBOT_NAME } from './user-agent.ts';

/** What robots.txt says of one address. */
export interface RobotsAnswer {
  allowed: boolean;
  /** Milliseconds the site asks for between two requests; null where it does not say. */
  crawlDelayMs: number | null;
  /** Why not, for a person. */
  why: string | null;
  /** It is forbidden only because nobody could be asked. */
  unreachable: boolean;
}

interface RobotsItem {
  /** `rules`: the text counts; `all`: there is none, everything may be read; `none`: it could not be had. */
  kind: 'rules' | 'all' | 'none';
  text?: Uint8Array;
  /** ISO instant from which it is asked for again. */
  staleAt: string;
}

interface Robots {
  isAllowed(url: string, agent?: string): boolean | undefined;
  getCrawlDelay(agent?: string): number | undefined;
}

// The package is CommonJS: its types name a default export that is the module itself.
const robotsParser = robotsParserModule as unknown as (url: string, text: string) => Robots;

const HOUR = 3_600_000;
/** RFC 9309, 2.4: not longer than a day. */
const KEEP_MS = 24 * HOUR;
/** RFC 9309, 2.3.1.4: unreachable means that nothing may be read, for the time being. */
const KEEP_UNREACHABLE_MS = HOUR;
/** RFC 9309, 2.5: a parser must take at least 500 KiB; what is beyond is cut. */
export const ROBOTS_MAX_BYTES = 500 * 1024;
const LONGEST_DELAY_MS = 30_000;

export interface RobotsDeps {
  db: Db;
  /** Fetches robots.txt itself, through the host's gate. */
  fetchRobots: (url: string) => Promise<FetchResult>;
}

/**
 * Whether a page may be fetched, by its site's robots.txt (RFC 9309), kept in the table for a day. A missing file
 * (any status of 400 to 499) allows everything; one that cannot be had (500s, network) forbids everything until it
 * can, an hour at a time.
 */
export async function askRobots(deps: RobotsDeps, url: string, now: Date): Promise<RobotsAnswer> {
  const { origin } = new URL(url);
  const item = await fresh(deps, origin, now);
  if (item.kind === 'all') return { allowed: true, crawlDelayMs: null, why: null, unreachable: false };
  if (item.kind === 'none') {
    return { allowed: false, crawlDelayMs: null, why: 'robots.txt could not be read', unreachable: true };
  }
  const rules = robotsParser(`${origin}/robots.txt`, gunzipSync(item.text ?? gzipSync('')).toString('utf8'));
  const allowed = rules.isAllowed(url, ROBOT_NAME) !== false;
  const delay = rules.getCrawlDelay(ROBOT_NAME);
  return {
    allowed,
    crawlDelayMs: delay !== undefined && delay > 0 ? Math.min(delay * 1000, LONGEST_DELAY_MS) : null,
    why: allowed ? null : 'robots.txt forbids it',
    unreachable: false,
  };
}

async function fresh({ db, fetchRobots }: RobotsDeps, origin: string, now: Date): Promise<RobotsItem> {
  const kept = await get<RobotsItem>(db, robotsKey(origin), { eventual: true });
  if (kept && kept.staleAt > now.toISOString()) return kept;
  const result = await fetchRobots(`${origin}/robots.txt`);
  const item = itemOf(result, now);
  // What was known for good outlives an hour in which the file cannot be had.
  if (item.kind === 'none' && kept && kept.kind !== 'none') {
    const longer = { ...kept, staleAt: item.staleAt };
    await put(db, { ...robotsKey(origin), ...longer });
    return longer;
  }
  await put(db, { ...robotsKey(origin), ...item });
  return item;
}

function itemOf(result: FetchResult, now: Date): RobotsItem {
  const until = (ms: number) => new Date(now.getTime() + ms).toISOString();
  const whole = result.error === null || result.error.kind === 'too-large';
  if (whole && result.status >= 200 && result.status < 300) {
    return { kind: 'rules', text: gzipSync(result.body.subarray(0, ROBOTS_MAX_BYTES)), staleAt: until(KEEP_MS) };
  }
  // Five redirects and no file is the same as no file (2.3.1.2).
  const missing =
    (result.status >= 400 && result.status < 500 && result.status !== 429) ||
    result.error?.kind === 'too-many-redirects';
  if (missing) return { kind: 'all', staleAt: until(KEEP_MS) };
  return { kind: 'none', staleAt: until(KEEP_UNREACHABLE_MS) };
}
