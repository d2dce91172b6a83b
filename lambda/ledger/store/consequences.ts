import type { Db } from '../../dynamo.ts';
import { put, update } from '../../items.ts';
import { blocksOf, reportBlocks } from '../model/blocks.ts';
import type { Coverage, Review } from '../types.ts';
import { isOvertaken, loadBlocks, raise } from './block.ts';
import * as keys from './keys.ts';
import { packJson } from './packed.ts';
import { settleReading } from './reading.ts';
import { type Recomputed, recompute } from './recompute.ts';
import type { Reading } from './stored-reading.ts';

/**
 * Writes all that follows from a kept reading, then marks it done.
 * @param again it may have been begun before.
 */
export async function writeReading(
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
      const item = { ...keys.mentionKey(home, mention.id), rev: reading.rev, body: packJson(data) };
      await put(db, item, unlessNewer.condition, unlessNewer.bound);
      if (home !== homes.at(-1)) known.add(home);
    }
  }
  for (const report of reading.reports) {
    for (const block of reportBlocks(report)) {
      known.add(block);
      await put(
        db,
        { ...keys.reportKey(block, report.id), rev: reading.rev, body: packJson(report) },
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
