import type { Db } from '../../dynamo.ts';
import { put } from '../../items.ts';
import { isSame, placesOf } from '../model/blocks.ts';
import { contentId } from '../model/ids.ts';
import type { Coverage, Place, Review, ReviewAction, StoredMention } from '../types.ts';
import { type ReviewItem, writeReview } from './consequences.ts';
import * as keys from './keys.ts';
import { getCommitment } from './read.ts';

/** A review that cannot be: of something that is not there. */
export class ReviewError extends Error {
  override name = 'ReviewError';
}

/**
 * Adds a reviewer's event and works it in: confirm, correct, reject, link, part, annotate. The same review twice is one.
 * To merge, link a mention of one commitment to a mention of the other; to split, part two mentions of one.
 * @param review `commitment` is the id under review; for a link, `a` and `b` are ids of mentions.
 * @throws ReviewError where the commitment, or a mention that a link names, is not in the ledger.
 */
export async function addReview(
  db: Db,
  review: Omit<Review, 'id' | 'at'>,
  now: Date,
  coverage: Coverage = new Map(),
): Promise<{ review: Review; written: string[] }> {
  const full: Review = {
    ...review,
    at: now.toISOString(),
    id: contentId('review', review.commitment, JSON.stringify(review.action), review.by, now.toISOString()),
  };
  const places = await placesFor(db, full);
  const first: ReviewItem = { ...keys.reviewKey(places[0]!, full.id), data: full, places };
  for (const [i, place] of places.entries()) {
    const mark = i === 0 ? { pendingPk: keys.LEDGER_PENDING, pendingSk: `${full.at}#${first.pk}#${full.id}` } : {};
    await put(db, { ...first, ...keys.reviewKey(place, full.id), ...mark }, 'attribute_not_exists(pk)');
  }
  return { review: full, written: await writeReview(db, first, coverage, now) };
}

/** Homes of the mentions that a review is about, each once, in an order of their own. */
async function placesFor(db: Db, review: Review): Promise<Place[]> {
  const { action } = review;
  const found = await getCommitment(db, review.commitment);
  if (!found) throw new ReviewError(`there is no commitment ${review.commitment}`);
  const own = found.commitment.mentions;
  const isLink = action.kind === 'must-link' || action.kind === 'cannot-link';
  if (!isLink) return [homeOf(own.find((m) => m.id === review.commitment) ?? own[0]!)];
  const places: Place[] = [];
  for (const id of [action.a, action.b]) {
    const mention = own.find((m) => m.id === id) ?? (await mentionById(db, id));
    if (!mention) throw new ReviewError(`there is no mention ${id}; a link names ids of mentions`);
    const home = homeOf(mention);
    if (!places.some((place) => isSame(place, home))) places.push(home);
  }
  return places.sort((a, b) => (a.block < b.block ? -1 : a.block > b.block ? 1 : a.day - b.day));
}

const homeOf = (mention: StoredMention): Place => placesOf(mention)[0]!;

/** A mention that stands first in a commitment of its own has that commitment's id. */
async function mentionById(db: Db, id: string) {
  const found = await getCommitment(db, id);
  return found?.commitment.mentions.find((m) => m.id === id) ?? null;
}

export type { ReviewAction };
