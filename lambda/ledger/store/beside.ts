import type { Db } from '../../dynamo.ts';
import { put } from '../../items.ts';
import { isSame, placesOf, reportPlaces } from '../model/blocks.ts';
import { jakartaDay } from '../model/features.ts';
import { isPosting } from '../model/postings.ts';
import { daysTold, firstTold, MOST_TOLD, tells } from '../model/tells.ts';
import type { Place, Report, StoredMention } from '../types.ts';
import { isReached, type LoadedBlocks, read, type Seed } from './block.ts';
import { beside, type Days, type Archived as Found } from './block-items.ts';
import * as keys from './keys.ts';
import { packJson } from './packed.ts';
import type { Reading } from './stored-reading.ts';
import { homesMet } from './waiting.ts';

/**
 * Which reports stand beside the mentions of a block, where they are read whenever it is. All stand in its archive; each
 * is looked at beside each mention once, by whoever writes the later of the two: both are written before the other is
 * looked for, so that one of two at the same time finds the other. What stands there may be more than tells of a mention
 * (the model looks again), and is never less.
 */

/** Reports of a mention that are of one kind and age and stand there: twice what counts, should some be retracted. */
const MOST_BESIDE = 2 * MOST_TOLD;

/** A report of a reading at one of its places. */
interface Archived {
  place: Place;
  /** Retracted where it stands no more. */
  report: Report;
  body: Uint8Array;
}

/** The reports of a reading at every place that they have, or had. */
export const archivedIn = ({ reports, others, recordedAt }: Reading): Archived[] =>
  reports.flatMap((report) => {
    const places = reportPlaces(report);
    return (others[report.id] ?? places).map((place) => {
      const isThere = places.some((one) => isSame(one, place));
      const data = isThere ? report : { ...report, retractedAt: report.retractedAt ?? recordedAt };
      return { place, report: data, body: packJson(data) };
    });
  });

/** Days, by block, on which the mentions of a reading may have been told of by now. */
export function daysToSearch({ mentions }: Reading, now: Date): Map<string, Days> {
  const found = new Map<string, Days>();
  for (const mention of mentions.filter(isLive)) {
    const [first, end] = daysTold(mention);
    const last = end >= jakartaDay(now.toISOString()) ? null : end;
    for (const { block } of placesOf(mention)) {
      const known = found.get(block) ?? { first, last };
      const isOpen = known.last === null || last === null;
      const both = isOpen ? null : Math.max(known.last ?? 0, last ?? 0);
      found.set(block, { first: Math.min(known.first, first), last: both });
    }
  }
  return found;
}

/**
 * Puts beside the mentions of blocks what their archives tell of the mentions of a reading.
 * @param posted what is told of them under their postings, at their homes.
 * @returns the last day of what was put, by block.
 */
export async function putFound(
  db: Db,
  blocks: LoadedBlocks,
  { mentions }: Reading,
  posted: readonly Found[],
): Promise<Map<string, number>> {
  const days = new Map<string, number>();
  const here = posted.filter(({ place }) => blocks.cuts.has(place.block));
  const live = eachOnce([...blocks.archive, ...here]).filter(({ report }) => !report.retractedAt);
  if (live.length === 0) return days;
  const known = [...blocks.reports.filter((r) => !r.retractedAt), ...live.map(({ report }) => report)];
  const reports = [...new Map(known.map((r) => [r.id, r])).values()];
  const told = new Set(
    mentions.filter(isLive).flatMap((mention) => firstTold(mention, reports, MOST_BESIDE).map(({ id }) => id)),
  );
  for (const { place, report, rev, body } of live) {
    if (!told.has(report.id) || blocks.beside.has(beside(place.block, report.id))) continue;
    await putBeside(db, place, report.id, rev, body);
    days.set(place.block, Math.max(days.get(place.block) ?? 0, place.day));
  }
  return days;
}

/**
 * Puts the reports of a reading beside the mentions of which they may tell, and the retraction of one wherever it stood.
 * @param done blocks whose reports have been worked in.
 * @returns where something was put, or had been, and is to be worked in.
 */
export async function putTold(db: Db, reading: Reading, done: readonly LoadedBlocks[]): Promise<Seed[]> {
  const seeds: Seed[] = [];
  const seen = [...done];
  for (const { place, report, body } of await reaching(db, archivedIn(reading))) {
    const isWorkedIn = (blocks: LoadedBlocks): boolean =>
      isReached(blocks, place) && blocks.beside.has(beside(place.block, report.id));
    if (reading.rev === 1 && done.some(isWorkedIn)) continue;
    let blocks = seen.find((one) => isReached(one, place));
    if (!blocks) {
      blocks = await read(db, [{ ...place, told: true }]);
      seen.push(blocks);
    }
    if (blocks.mentions.length === 0) continue;
    const stands = blocks.beside.has(beside(place.block, report.id));
    if (!stands && !report.retractedAt && !isFirst(report, blocks)) continue;
    await putBeside(db, place, report.id, reading.rev, body);
    seeds.push({ ...place, told: true });
  }
  return seeds;
}

/** Each report once for every place and day. */
const eachOnce = <T extends { place: Place; report: Report }>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [`${one.place.day} ${beside(one.place.block, one.report.id)}`, one])).values(),
];

/** Reports at the places where they are put: those under postings at the homes of what waits there. */
async function reaching(db: Db, archived: readonly Archived[]): Promise<Archived[]> {
  const met = await Promise.all(
    archived.map(async (one) => (isPosting(one.place.block) ? await homesMet(db, one.place, one.report) : [one.place])),
  );
  const put = archived.flatMap((one, i) => met[i]!.map((place) => ({ ...one, place })));
  // Under two of its words it may meet the same mention.
  return eachOnce(put);
}

/** Whether a report is among the first that tell of some mention. */
const isFirst = (report: Report, { mentions, reports }: LoadedBlocks): boolean =>
  mentions.some((mention) => {
    if (!isLive(mention) || !tells(report, mention)) return false;
    const known = reports.filter((r) => !r.retractedAt && r.id !== report.id);
    return firstTold(mention, [...known, report], MOST_BESIDE).includes(report);
  });

const putBeside = (db: Db, place: Place, id: string, rev: number, body: Uint8Array): Promise<boolean> =>
  put(db, { ...keys.reportKey(place, id), rev, body }, 'attribute_not_exists(pk) OR rev <= :rev', {
    values: { ':rev': rev },
  });

const isLive = (mention: StoredMention): boolean => !mention.retractedAt;
