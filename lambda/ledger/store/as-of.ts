import type { Db } from '../../dynamo.ts';
import { placesOf } from '../model/blocks.ts';
import { type CutBlocks, groupsOf, type Known } from '../model/groups.ts';
import { commitmentAt, commitmentOf, type Joined, promisesOf } from '../model/model.ts';
import type { Commitment } from '../types.ts';
import { cutsBy, read } from './block.ts';
import { getCommitment } from './read.ts';

/**
 * A commitment as of a moment.
 * @param sense `known`: what the ledger said then, from what was recorded by then; `valid`: what today's knowledge says of then.
 * @returns null where nothing was known or published by then.
 */
export async function commitmentAsOf(
  db: Db,
  id: string,
  at: Date,
  sense: 'known' | 'valid',
): Promise<Commitment | null> {
  const found = await getCommitment(db, id);
  if (!found) return null;
  const own = new Set(found.commitment.mentions.map((m) => m.id));
  const places = found.commitment.mentions.flatMap(placesOf);
  const holding = (known: Known, cuts: CutBlocks): Joined | undefined =>
    groupsOf(known, cuts)
      .filter(({ mentions }) => mentions.some((m) => own.has(m.id)))
      .flatMap((group) => promisesOf(group))
      .find(({ cluster }) => cluster.members.some((m) => own.has(m.mention.id)));
  if (sense === 'valid') {
    const blocks = await read(db, places);
    const joined = holding(blocks, blocks.cuts);
    return joined ? commitmentAt(joined, at) : null;
  }
  const { mentions, reports, reviews, cuts } = await read(db, places, { cutAt: (block) => cutsBy(db, block, at) });
  const by = at.getTime();
  const then = <T extends { recordedAt: string; retractedAt?: string }>(list: readonly T[]): T[] =>
    list
      .filter((x) => Date.parse(x.recordedAt) <= by)
      .map((x) => (x.retractedAt && Date.parse(x.retractedAt) > by ? { ...x, retractedAt: undefined } : x));
  const known = {
    mentions: then(mentions),
    reports: then(reports),
    reviews: reviews.filter((r) => Date.parse(r.at) <= by),
  };
  const joined = holding(known, cuts);
  return joined ? commitmentOf(joined) : null;
}
