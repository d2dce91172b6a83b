import type { Db } from '../../dynamo.ts';
import { put, update } from '../../items.ts';
import { isSame, placesOf, reportPlaces } from '../model/blocks.ts';
import type { Coverage, Place, Review } from '../types.ts';
import { isOvertaken, isRead, type LoadedBlocks, markCut, raiseAndRead, type Seed } from './block.ts';
import * as keys from './keys.ts';
import { packJson } from './packed.ts';
import { settleReading } from './reading.ts';
import { type Contribution, type Recomputed, recompute } from './recompute.ts';
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
  const seeds: Seed[][] = [];
  // Where something stood before, first: what it takes along must be newer than what it leaves.
  const former: Seed[][] = [];
  for (const mention of reading.mentions) {
    const [home, ...others] = placesOf(mention) as [Place, ...Place[]];
    seeds.push([home, ...others]);
    for (const place of reading.homes[mention.id] ?? [home]) {
      // Where it stood before, a mention counts for nothing.
      const retractedAt = mention.retractedAt ?? reading.recordedAt;
      const left = { ...mention, retractedAt, leftAt: place, lives: !mention.retractedAt };
      const data = isSame(place, home) ? mention : left;
      const item = { ...keys.mentionKey(place, mention.id), rev: reading.rev, body: packJson(data) };
      await put(db, item, unlessNewer.condition, unlessNewer.bound);
      if (data === left) former.push([place]);
    }
    for (const place of reading.others[mention.id] ?? others) {
      const left = !others.some((other) => isSame(other, place));
      const item = { ...keys.linkKey(place, mention.id), rev: reading.rev, home, left };
      await put(db, item, unlessNewer.condition, unlessNewer.bound);
      if (left) former.push([place]);
    }
  }
  for (const report of reading.reports) {
    const places = reportPlaces(report);
    for (const place of reading.others[report.id] ?? places) {
      const left = { ...report, retractedAt: report.retractedAt ?? reading.recordedAt };
      const data = places.some((one) => isSame(one, place)) ? report : left;
      const item = { ...keys.reportKey(place, report.id), rev: reading.rev, body: packJson(data) };
      await put(db, item, unlessNewer.condition, unlessNewer.bound);
      seeds.push([{ ...place, told: true }]);
    }
  }
  const contribution = new Set([...reading.mentions, ...reading.reports].map((x) => x.id));
  const written: string[] = [];
  const redirected: string[] = [];
  const done: LoadedBlocks[] = [];
  let overtaken = false;
  for (const group of [...former, ...seeds]) {
    if (done.some((blocks) => group.every((seed) => isRead(blocks, seed)))) continue;
    const left = former.length > 0 ? Math.max(0, ...done.flatMap(({ versions }) => [...versions.values()])) : 0;
    const blocks = await raiseAndRead(db, group, left + 1);
    done.push(blocks);
    if (blocks.nodes.size === 0) continue;
    // What was published of a mention that has come here is looked for, as if it had been begun before.
    const result = await workIn(db, blocks, contribution, coverage, now, again || former.length > 0);
    written.push(...result.written);
    redirected.push(...result.redirected);
    // Who joined a new commitment to others while it was being written found nothing of it to redirect. It may well
    // be another article's promise: whoever writes of it first publishes it.
    overtaken ||= result.created.length > 0 && (await isOvertaken(db, blocks.versions));
  }
  if (overtaken) {
    const rest = await writeReading(db, reading, coverage, now, true);
    return { written: [...written, ...rest.written], redirected: [...redirected, ...rest.redirected] };
  }
  await settleReading(db, reading);
  return { written, redirected };
}

/** Works a contribution in; where a stretch has become crowded, all of it is written in its parts before it is marked. */
async function workIn(
  db: Db,
  blocks: LoadedBlocks,
  contribution: Contribution,
  coverage: Coverage,
  now: Date,
  again: boolean,
): Promise<Recomputed> {
  const result = await recompute(db, blocks, contribution, coverage, now, again);
  await markCut(db, blocks, now);
  return result;
}

/** A review as it is stored: in every place that it concerns, pending in the first. */
export interface ReviewItem {
  pk: string;
  sk: string;
  data: Review;
  places: Place[];
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
  const blocks = await raiseAndRead(db, item.places);
  const { written, created } = await workIn(db, blocks, new Set([item.data.id]), coverage, now, again);
  const overtaken = created.length > 0 && (await isOvertaken(db, blocks.versions));
  if (overtaken) return [...written, ...(await writeReview(db, item, coverage, now, true))];
  await update(db, { pk: item.pk, sk: item.sk }, 'REMOVE pendingPk, pendingSk', null);
  return written;
}
