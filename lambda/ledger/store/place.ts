import type { Db } from '../../dynamo.ts';
import { page, put, update } from '../../items.ts';
import { blocksOf, reportBlocks } from '../model/blocks.ts';
import type { Coverage, LedgerArticle, Review } from '../types.ts';
import { isOvertaken, loadBlocks, raise } from './block.ts';
import * as keys from './keys.ts';
import { keepReading, type Reading, readingOf, settleReading } from './reading.ts';
import { type Recomputed, recompute } from './recompute.ts';

/** What placing an article did. */
export interface PlaceResult {
  mentions: number;
  reports: number;
  /** Commitments of the article that the ledger does not keep. */
  outOfScope: number;
  /** Ids of the commitments it changed. */
  written: string[];
  /** Ids that now lead elsewhere. */
  redirected: string[];
  /** False where the ledger had just this reading already. */
  changed: boolean;
}

/** What is known of coverage while placing; the sweep, which knows more, looks at what is past due. */
const NONE: Coverage = new Map();

/**
 * Places what an article says in the ledger. Idempotent; articles may come in any order, at the same time, twice, and
 * may be cut off at any write: placing again, or {@link resumePending}, ends at the same ledger.
 */
export async function placeArticle(
  db: Db,
  article: LedgerArticle,
  now: Date,
  coverage: Coverage = NONE,
): Promise<PlaceResult> {
  const fresh = readingOf(article, now);
  const counts = { mentions: fresh.mentions.length, reports: fresh.reports.length, outOfScope: fresh.outOfScope };
  const reading = await keepReading(db, fresh);
  if (!reading) return { ...counts, written: [], redirected: [], changed: false };
  // A reading that stood there already may be what somebody left half-way.
  const again = reading !== fresh;
  return { ...counts, ...(await writeReading(db, reading, coverage, now, again)), changed: true };
}

/**
 * Writes all that follows from a kept reading, then marks it done.
 * @param again it may have been begun before.
 */
async function writeReading(
  db: Db,
  reading: Reading,
  coverage: Coverage,
  now: Date,
  again = false,
): Promise<Pick<Recomputed, 'written' | 'redirected'>> {
  const unlessNewer = {
    condition: 'attribute_not_exists(pk) OR rev <= :rev',
    bound: { values: { ':rev': reading.rev } },
  };
  const known = new Set<string>();
  const seeds: string[][] = [];
  for (const mention of reading.mentions) {
    const blocks = blocksOf(mention);
    seeds.push(blocks);
    const homes = reading.homes[mention.id] ?? [blocks[0]!];
    for (const home of homes) {
      // In a block it has moved out of, a mention counts for nothing.
      const data =
        home === homes.at(-1) ? mention : { ...mention, retractedAt: mention.retractedAt ?? reading.recordedAt };
      const item = { ...keys.mentionKey(home, mention.id), rev: reading.rev, data };
      await put(db, item, unlessNewer.condition, unlessNewer.bound);
      if (home !== homes.at(-1)) known.add(home);
    }
  }
  for (const report of reading.reports) {
    for (const block of reportBlocks(report)) {
      known.add(block);
      await put(
        db,
        { ...keys.reportKey(block, report.id), rev: reading.rev, data: report },
        unlessNewer.condition,
        unlessNewer.bound,
      );
    }
  }
  const groups = await raise(db, seeds, [...known]);
  const contribution = new Set([...reading.mentions, ...reading.reports].map((x) => x.id));
  const written: string[] = [];
  const redirected: string[] = [];
  let overtaken = false;
  for (const versions of groups) {
    const result = await recompute(db, await loadBlocks(db, versions), contribution, coverage, now, again);
    written.push(...result.written);
    redirected.push(...result.redirected);
    // Who joined a new commitment to others while it was being written found nothing of it to redirect. It may well
    // be another article's promise: whoever writes of it first publishes it.
    overtaken ||= result.created.length > 0 && (await isOvertaken(db, versions));
  }
  if (overtaken) {
    const rest = await writeReading(db, reading, coverage, now, true);
    return { written: [...written, ...rest.written], redirected: [...redirected, ...rest.redirected] };
  }
  await settleReading(db, reading);
  return { written, redirected };
}

/** A review as it is stored: in every block that it concerns, pending in the first. */
export interface ReviewItem {
  pk: string;
  sk: string;
  data: Review;
  blocks: string[];
  pendingPk?: string;
}

/**
 * Writes all that follows from a kept review, then marks it done.
 * @param again it may have been begun before.
 */
export async function writeReview(
  db: Db,
  item: ReviewItem,
  coverage: Coverage,
  now: Date,
  again = false,
): Promise<string[]> {
  const groups = await raise(db, [item.blocks]);
  const written: string[] = [];
  let overtaken = false;
  for (const versions of groups) {
    const result = await recompute(db, await loadBlocks(db, versions), new Set([item.data.id]), coverage, now, again);
    written.push(...result.written);
    overtaken ||= result.created.length > 0 && (await isOvertaken(db, versions));
  }
  if (overtaken) return [...written, ...(await writeReview(db, item, coverage, now, true))];
  await update(db, { pk: item.pk, sk: item.sk }, 'REMOVE pendingPk, pendingSk', null);
  return written;
}

/**
 * Ends what was cut off: every reading and review whose consequences are not all written, oldest first.
 * @param before only what was kept before this instant, so that work in progress is left to itself.
 * @returns how many were ended.
 */
export async function resumePending(
  db: Db,
  now: Date,
  before: Date = now,
  coverage: Coverage = NONE,
  limit = 100,
): Promise<number> {
  const { items } = await page<Reading | ReviewItem>(db, {
    index: 'pending',
    condition: 'pendingPk = :pk AND pendingSk < :before',
    values: { ':pk': keys.LEDGER_PENDING, ':before': `${before.toISOString()}~` },
    limit,
  });
  for (const item of items) {
    if (item.sk === 'READING') await writeReading(db, item as Reading, coverage, now, true);
    else await writeReview(db, item as ReviewItem, coverage, now, true);
  }
  return items.length;
}
