import type { PollDeps } from '../../lambda/crawl/deps.ts';
import { feedOf } from '../../lambda/crawl/feeds.ts';
import type { FetchResult } from '../../lambda/crawl/fetch.ts';
import { pollFeed } from '../../lambda/crawl/poll.ts';
import type { Db } from '../../lambda/dynamo.ts';
import { readFeed } from '../../lambda/read/feed.ts';
import { articleKey } from '../../lambda/read/url.ts';

/** A feed as it was at one moment. */
export interface Snapshot {
  feed: string;
  at: Date;
  xml: string;
}

export interface Replay {
  polls: number;
  /** Distinct articles in the snapshots, and entries that polling wrote as new. */
  links: number;
  found: number;
  /** Entries that were written and are in no snapshot. */
  strange: number;
  /** Snapshots that share no article with the last one before that held any. */
  rollovers: number;
  /** Gaps that polling reported; of them those at no rollover; rollovers at which none was reported. */
  gaps: number;
  falseGaps: number;
  missedGaps: number;
}

/**
 * Replays what a feed was over time through `pollFeed`, a poll a snapshot, with the clock of then, and compares what
 * was found and reported with what the snapshots hold.
 */
export async function replay(db: Db, snapshots: readonly Snapshot[]): Promise<Replay> {
  const total: Replay = {
    polls: 0,
    links: 0,
    found: 0,
    strange: 0,
    rollovers: 0,
    gaps: 0,
    falseGaps: 0,
    missedGaps: 0,
  };
  const everywhere = new Set<string>();
  const before = new Map<string, Set<string>>();
  for (const { feed: id, at, xml } of [...snapshots].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const url = `https://replay.test/${id}`;
    const feed = feedOf({ id, outlet: id, url });
    const report = await pollFeed(depsServing(db, url, xml), feed, at);
    const { entries } = await readFeed(Buffer.from(xml), { url });
    const links = new Set(entries.map((e) => articleKey(e.link)));
    const known = before.get(id);
    const rolled = known !== undefined && links.size > 0 && ![...links].some((link) => known.has(link));
    total.polls++;
    for (const link of links) everywhere.add(link);
    for (const key of report.keys) if (!links.has(key)) total.strange++;
    total.found += report.fresh;
    total.rollovers += rolled ? 1 : 0;
    total.gaps += report.gap ? 1 : 0;
    total.falseGaps += report.gap && !rolled ? 1 : 0;
    total.missedGaps += !report.gap && rolled ? 1 : 0;
    if (links.size > 0) before.set(id, links);
  }
  total.links = everywhere.size;
  return total;
}

function depsServing(db: Db, url: string, xml: string): PollDeps {
  const body = Buffer.from(xml);
  const answer: FetchResult = {
    ok: true,
    problem: null,
    askedUrl: url,
    url,
    permanentUrl: null,
    status: 200,
    headers: { 'content-type': 'application/rss+xml' },
    body,
    contentType: 'application/rss+xml',
    etag: null,
    lastModified: null,
    error: null,
  };
  return {
    db,
    fetch: async () => answer,
    queue: { send: async () => {} },
    sleep: async () => {},
    random: () => 0.5,
    gate: { spacingMs: 0, leaseMs: 1000, maxWaitMs: 1000 },
    trusted: [{ origin: 'https://replay.test', at: null }],
    warn: () => {},
  };
}
