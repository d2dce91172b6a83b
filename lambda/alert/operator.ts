import { type FeedCondition, type FeedHealth, feedHealth } from '../crawl/health.ts';
import type { Db } from '../dynamo.ts';
import { get, put } from '../items.ts';
import { oldestBoxDue } from './box.ts';
import type { Change } from './change.ts';
import * as keys from './keys.ts';

/** What the operator is told, in plain sentences: what does not work, since when, what that means, what to do. */
export interface Notice {
  /** One line, at most 100 characters (an SNS subject is no longer). */
  subject: string;
  text: string;
}

export type Tell = (notice: Notice) => Promise<void>;

export interface Operator {
  /** Looks at what should worry an operator and tells what is new. */
  watch(db: Db, now: Date, sweep: { ranAt?: string; changedAt?: string }): Promise<void>;
  /** Deadlines that passed without anybody being told, because the sources were not read without a gap. */
  unverified(changes: readonly Change[]): Promise<void>;
}

const HOUR = 3_600_000;
/** A sweep that has not ended for so long has been missed. */
export const SWEEP_LATE_MS = 20 * 60_000;
/** A trouble that went on is told again after so long. */
const REPEAT_MS = 7 * 24 * HOUR;
const SUBJECT_CHARS = 100;

const TROUBLED: Partial<Record<FeedCondition, string>> = {
  blocked: 'keeps us out, so its articles are missed; its access rules may have changed.',
  failing: 'cannot be read, so its articles are missed; check its address.',
  silent: 'answers and brings nothing new where it usually does; its address may have moved.',
  losing: 'lost entries between two polls, or pages that could not be read; poll it more often, or see its lost pages.',
};
/** Days of entries without one article read before that is called a fault of the reading. */
const FEWEST_LOST_PAGES = 20;

/** The troubles that feeds have now, each under a name that stays while it lasts. Pure. */
export function feedTroubles(feeds: readonly FeedHealth[]): { about: string; line: string }[] {
  return feeds.flatMap((feed) => {
    const why = TROUBLED[feed.condition];
    const found = why
      ? [{ about: `feed#${feed.id}#${feed.condition}`, line: `${feed.id} ${why} (${feed.summary})` }]
      : [];
    if (feed.lostPages.count >= FEWEST_LOST_PAGES && feed.condition !== 'losing') {
      found.push({
        about: `feed#${feed.id}#pages`,
        line: `${feed.id}: ${feed.lostPages.count} pages of the last 7 days could not be read in the end.`,
      });
    }
    return found;
  });
}

/** Days and new entries after which a ledger that has not changed is a fault of the reading, not a quiet week. */
const BARREN_DAYS = 3;
const BARREN_ENTRIES = 500;

/** Entries come in and nothing comes of them: pages are not read as articles, or no commitment is found in any. Pure. */
export function barren(
  feeds: readonly FeedHealth[],
  changedAt: string | null,
  now: Date,
): { about: string; line: string }[] {
  const since = now.getTime() - BARREN_DAYS * 24 * HOUR;
  if (changedAt === null || Date.parse(changedAt) > since) return [];
  const firstDay = new Date(since).toISOString().slice(0, 10);
  const entries = feeds
    .filter((feed) => !feed.sample)
    .flatMap((feed) => feed.days.filter(({ day }) => day > firstDay).map(({ fresh }) => fresh))
    .reduce((sum, n) => sum + n, 0);
  if (entries < BARREN_ENTRIES) return [];
  return [
    {
      about: 'extraction',
      line: `${entries} entries came in within ${BARREN_DAYS} days and the ledger has not changed since ${changedAt}: the reading or the extraction finds nothing any more.`,
    },
  ];
}

/** A message that should have left so long ago says that delivering is stopped or cannot keep up. */
const DELIVERY_LATE_MS = HOUR;

/** Messages wait although they are due: the longest-waiting box tells. Pure. */
export function backlog(oldestDue: Date | null, now: Date): { about: string; line: string }[] {
  if (oldestDue === null || now.getTime() - oldestDue.getTime() < DELIVERY_LATE_MS) return [];
  return [
    {
      about: 'delivery',
      line: `Messages to subscribers wait that were due at ${oldestDue.toISOString()}: delivering has stopped or cannot keep up.`,
    },
  ];
}

/** Told when a sweep finds that none had run for a while. The alarm on AWS tells of it while it lasts. Pure. */
export function sweepGap(lastRan: string | null, now: Date): string | null {
  if (lastRan === null) return null;
  const gap = now.getTime() - Date.parse(lastRan);
  if (gap < SWEEP_LATE_MS) return null;
  const hours = gap / HOUR;
  const length = hours < 2 ? `${Math.round(gap / 60_000)} minutes` : `${Math.round(hours)} hours`;
  return `The sweep had not run for ${length} (since ${lastRan}). It has caught up; alerts of that time go out late.`;
}

/** Notices to `tell`; what was told once is not told again while it lasts. */
export function operatorOf(tell: Tell): Operator {
  return {
    async watch(db, now, { ranAt, changedAt }) {
      const feeds = await feedHealth(db, now);
      const troubles = [
        ...backlog(await oldestBoxDue(db, now), now),
        ...barren(feeds, changedAt ?? null, now),
        ...feedTroubles(feeds),
      ];
      const fresh: typeof troubles = [];
      for (const trouble of troubles) if (await isNew(db, trouble.about, now)) fresh.push(trouble);
      const gap = sweepGap(ranAt ?? null, now);
      const lines = [...(gap ? [gap] : []), ...fresh.map(({ line }) => line)];
      if (lines.length === 0) return;
      await tell(notice(lines));
      // Marked after it was told: rather twice than never.
      for (const { about } of fresh) await mark(db, about, now);
    },
    async unverified(changes) {
      const lines = changes.map(
        ({ picture, day }) =>
          `${picture.obligor}: "${picture.action}", due ${day} (${picture.commitment}); first reported by ${picture.evidence.outlet}.`,
      );
      await tell({
        subject: `${changes.length} deadline(s) passed unverified: the sources were not fully read`,
        text: `Nobody was told that these are overdue, because from 7 days before to 24 hours after the deadline neither the outlet that first reported them nor two others were read without a gap. See the health of the feeds.\n\n${lines.join('\n')}`,
      });
    },
  };
}

function notice(lines: readonly string[]): Notice {
  const first = lines[0]!;
  const more = lines.length > 1 ? ` (+${lines.length - 1})` : '';
  const room = SUBJECT_CHARS - more.length;
  // An SNS subject is ASCII and of one line.
  const plain = first.replace(/[^\x20-\x7e]/g, '?');
  return { subject: (plain.length > room ? `${plain.slice(0, room - 3)}...` : plain) + more, text: lines.join('\n') };
}

async function isNew(db: Db, about: string, now: Date): Promise<boolean> {
  const before = await get<{ at: string }>(db, keys.noticeKey(about));
  return !before || now.getTime() - Date.parse(before.at) >= REPEAT_MS;
}

async function mark(db: Db, about: string, now: Date): Promise<void> {
  const expiresAt = Math.floor((now.getTime() + 2 * REPEAT_MS) / 1000);
  await put(db, { ...keys.noticeKey(about), at: now.toISOString(), expiresAt });
}
