import type { Db, Item } from '../../dynamo.ts';
import { all, getMany } from '../../items.ts';
import { placesOf } from '../model/blocks.ts';
import { daysTold, tells, waitingPlaces } from '../model/tells.ts';
import type { Place, Report, StoredMention } from '../types.ts';
import type { Archived } from './block-items.ts';
import * as keys from './keys.ts';
import { unpackJson } from './packed.ts';
import type { Reading } from './stored-reading.ts';

/**
 * Mentions that wait under postings (`model/postings.ts`), and what meets them there. A posting is a block without a head, in which
 * only pointers to mentions stand: these are read where they are at home, and what tells of one is put beside it there, where all
 * else is done. A pointer that a newer reading has no more may stay: its mention says itself that it waits there no longer.
 */

/** A pointer to a mention. */
interface Waiting extends Item {
  home: Place;
}

/** Pointers to the mentions of a reading under every posting where they wait. */
export const pointersTo = ({ mentions, rev }: Reading): Waiting[] =>
  mentions.flatMap((mention) =>
    waitingPlaces(mention).map((place) => ({ ...keys.waitKey(place, mention.id), rev, home: placesOf(mention)[0]! })),
  );

/** Where the mentions of which a report tells are at home, of those that wait under a posting on its day: each block once. */
export async function homesMet(db: Db, posting: Place, report: Report): Promise<Place[]> {
  const pointers = await all<Waiting & { sk: string }>(db, {
    condition: 'pk = :pk AND sk BETWEEN :from AND :to',
    values: { ':pk': keys.blockPk(posting.block), ...keys.daysBetween(posting.day, Number.POSITIVE_INFINITY) },
  });
  if (pointers.length === 0) return [];
  // One whose deadline has moved is pointed to from two days.
  const homes = pointers.map(({ sk, home }) => keys.mentionKey(home, keys.standing(sk).id));
  const each = [...new Map(homes.map((key) => [`${key.pk} ${key.sk}`, key])).values()];
  const items = await getMany<Item>(db, each, { consistent: true });
  const blocks = new Set<string>();
  for (const { body } of items) {
    const mention = unpackJson<StoredMention>(body as Uint8Array);
    // What is told no more is taken away wherever it may have been put.
    const isOpen = report.retractedAt !== undefined || mention.retractedAt === undefined;
    if (isOpen && tells(report, mention)) blocks.add(placesOf(mention)[0]!.block);
  }
  return [...blocks].map((block) => ({ block, day: posting.day }));
}

/** What is told, under their postings, of the mentions of a reading: each report at their homes. */
export async function foundUnder(db: Db, { mentions }: Reading): Promise<Archived[]> {
  const waiting = mentions.filter(({ retractedAt }) => retractedAt === undefined);
  const found = await Promise.all(
    waiting.flatMap((mention) => {
      const [first, last] = daysTold(mention);
      const { block } = placesOf(mention)[0]!;
      return waitingPlaces(mention).map(async (posting): Promise<Archived[]> => {
        const items = await all<Item & { sk: string }>(db, {
          condition: 'pk = :pk AND sk BETWEEN :from AND :to',
          values: { ':pk': keys.blockPk(posting.block), ...keys.archivedBetween(first, last) },
        });
        return items.flatMap(({ sk, rev, body }) => {
          const report = unpackJson<Report>(body as Uint8Array);
          if (!tells(report, mention)) return [];
          return { place: { block, day: keys.standing(sk).day }, rev: Number(rev), report, body: body as Uint8Array };
        });
      });
    }),
  );
  return found.flat();
}
