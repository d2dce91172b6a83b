import type { Db } from '../../dynamo.ts';
import { blocksOf } from '../model/blocks.ts';
import { commitmentAt, commitmentOf, type Joined, promisesOf } from '../model/model.ts';
import type { Commitment } from '../types.ts';
import { linked, loadBlocks } from './block.ts';
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
  const blocks = await linked(db, found.commitment.mentions.flatMap(blocksOf));
  const { mentions, reports, reviews } = await loadBlocks(db, blocks);
  const key = found.commitment.block;
  const holds = (joined: Joined): boolean =>
    joined.cluster.members.some((m) => found.commitment.mentions.some((x) => x.id === m.mention.id));
  if (sense === 'valid') {
    const joined = promisesOf({ key, mentions, reports, reviews }).find(holds);
    return joined ? commitmentAt(joined, at) : null;
  }
  const by = at.getTime();
  const known = <T extends { recordedAt: string; retractedAt?: string }>(list: readonly T[]): T[] =>
    list
      .filter((x) => Date.parse(x.recordedAt) <= by)
      .map((x) => (x.retractedAt && Date.parse(x.retractedAt) > by ? { ...x, retractedAt: undefined } : x));
  const joined = promisesOf({
    key,
    mentions: known(mentions),
    reports: known(reports),
    reviews: reviews.filter((r) => Date.parse(r.at) <= by),
  }).find(holds);
  return joined ? commitmentOf(joined) : null;
}
