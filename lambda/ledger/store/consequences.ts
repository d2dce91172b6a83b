import type { Db } from '../../dynamo.ts';
import { put, update } from '../../items.ts';
import { isSame, placesOf } from '../model/blocks.ts';
import type { Coverage, Place, Review } from '../types.ts';
import { archivedIn, daysToSearch, putFound, putTold } from './beside.ts';
import {
  type Asked,
  isOvertaken,
  isRead,
  type LoadedBlocks,
  markCut,
  raiseAndRead,
  raiseUnchanged,
  read,
  type Seed,
} from './block.ts';
import * as keys from './keys.ts';
import { packJson } from './packed.ts';
import { settleReading } from './reading.ts';
import { type Changes, type Contribution, changesIn, isAlone, publish, type Recomputed } from './recompute.ts';
import type { Reading } from './stored-reading.ts';
import { foundUnder, pointersTo } from './waiting.ts';

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
  for (const item of pointersTo(reading)) await put(db, item, unlessNewer.condition, unlessNewer.bound);
  for (const { place, report, body } of archivedIn(reading)) {
    const item = { ...keys.archiveKey(place, report.id), rev: reading.rev, body };
    await put(db, item, unlessNewer.condition, unlessNewer.bound);
  }
  const contribution = new Set([...reading.mentions, ...reading.reports].map((x) => x.id));
  const written: string[] = [];
  const redirected: string[] = [];
  let done: LoadedBlocks[] = [];
  let highest = 0;
  let overtaken = false;
  const isFirst = !again && former.length === 0;
  const posted = await foundUnder(db, reading);
  const work = async (groups: readonly Seed[][], archive?: Asked['archive']): Promise<void> => {
    for (const group of groups) {
      // That a report has been put there is noted with a version.
      const isUnraised = isFirst && !group.some((seed) => seed.told);
      if (done.some((blocks) => group.every((seed) => isRead(blocks, seed)))) continue;
      const by = former.length > 0 ? highest + 1 : 1;
      let blocks = isUnraised ? await read(db, group, { archive }) : await raiseAndRead(db, group, { by, archive });
      let changes: Changes | null = null;
      const told = await putFound(db, blocks, reading, posted);
      if (told.size > 0) {
        // What was put there now, others have not seen who raised a version meanwhile.
        blocks = await raiseAndRead(db, group, { by, told });
      } else if (isUnraised) {
        changes = changesIn(blocks, contribution);
        if (!isAlone(changes, blocks, contribution)) {
          const versions = await raiseUnchanged(db, blocks.versions);
          if (versions) blocks = { ...blocks, versions };
          else [blocks, changes] = [await raiseAndRead(db, group), null];
        }
      }
      done.push(blocks);
      highest = Math.max(highest, ...blocks.versions.values());
      // What was published of a mention that has come here is looked for, as if it had been begun before.
      changes ??= changesIn(blocks, contribution, !isFirst);
      const result = await workIn(db, blocks, changes, contribution, coverage, now);
      written.push(...result.written);
      redirected.push(...result.redirected);
      overtaken ||= result.overtaken;
    }
  };
  await work([...former, ...seeds], daysToSearch(reading, now));
  const told = await putTold(db, reading, done);
  // These have not seen what was put there now.
  done = done.filter(({ cuts }) => !told.some(({ block }) => cuts.has(block)));
  await work(told.map((seed) => [seed]));
  if (overtaken) {
    const rest = await writeReading(db, reading, coverage, now, true);
    return { written: [...written, ...rest.written], redirected: [...redirected, ...rest.redirected] };
  }
  await settleReading(db, reading);
  return { written, redirected };
}

/**
 * Publishes what a contribution changes; where a stretch has become crowded, all of it in its parts before it is marked.
 * Overtaken, all is to be done again: who joined meanwhile what had only begun to stand for itself found nothing there,
 * its article long done, and left no redirect.
 */
async function workIn(
  db: Db,
  blocks: LoadedBlocks,
  changes: Changes,
  contribution: Contribution,
  coverage: Coverage,
  now: Date,
): Promise<Recomputed & { overtaken: boolean }> {
  const result = await publish(db, blocks, changes, contribution, coverage, now);
  await markCut(db, blocks, now);
  return { ...result, overtaken: result.hasHeirs && (await isOvertaken(db, blocks.versions)) };
}

/** A review as it is stored: in every place that it concerns, pending in the first. */
export interface ReviewItem {
  pk: string;
  sk: string;
  data: Review;
  places: Place[];
  pendingPk?: string;
}

/** Writes all that follows from a kept review, whether or not it was begun before, then marks it done. */
export async function writeReview(db: Db, item: ReviewItem, coverage: Coverage, now: Date): Promise<string[]> {
  const blocks = await raiseAndRead(db, item.places);
  const contribution = new Set([item.data.id]);
  // Whoever places at the same time takes the review for known: the ids of all that was read are looked after here.
  const changes = changesIn(blocks, contribution, true);
  const { written, overtaken } = await workIn(db, blocks, changes, contribution, coverage, now);
  if (overtaken) return [...written, ...(await writeReview(db, item, coverage, now))];
  await update(db, { pk: item.pk, sk: item.sk }, 'REMOVE pendingPk, pendingSk', null);
  return written;
}
