import type { Db } from '../../dynamo.ts';
import { put, putMany, putNoting } from '../../items.ts';
import { blocksOf } from '../model/blocks.ts';
import type { CutBlocks, Known } from '../model/groups.ts';
import { contentId } from '../model/ids.ts';
import { commitmentOf, promisesIn } from '../model/model.ts';
import type { Commitment, Coverage, Event } from '../types.ts';
import type { LoadedBlocks } from './block.ts';
import { hashOf, headItem, listItems, listsOf } from './head.ts';
import * as keys from './keys.ts';

/** Ids of the mentions, reports and reviews whose arrival, change or going is to be worked in. */
export type Contribution = ReadonlySet<string>;

/** What a recomputation changed. */
export interface Recomputed {
  written: string[];
  /** Those of the written that nobody had published before. */
  created: string[];
  redirected: string[];
}

/**
 * Writes what a contribution changes in a group of linked blocks: commitments as they are with it, where they differ
 * from what they are without it. Whoever read more of the blocks has a higher version and is not overwritten, so it
 * may run at the same time as another, twice, or again after a crash.
 * @param again the contribution may have been worked in before, by somebody who saw less or who died half-way:
 *   commitments that were published for what has since been joined, of which nobody knows any more, are looked for
 *   and redirected. Costs a request for each mention of the blocks.
 */
export async function recompute(
  db: Db,
  blocks: LoadedBlocks,
  contribution: Contribution,
  coverage: Coverage,
  now: Date,
  again = false,
): Promise<Recomputed> {
  const isCrowded = blocks.crowded.size > 0;
  const { after, changed, gone, before, listed } = isCrowded
    ? parting(blocks)
    : differences(blocks, contribution, again);
  const versionOf = (commitment: Commitment): number =>
    blocks.versions.get(blocksOf(commitment.mentions[0]!)[0]!) ?? Math.max(...blocks.versions.values());
  // An id's own: the block of what it is joined to counts for itself, and may be far behind.
  const homes = new Map(blocks.mentions.filter((m) => !m.leftAt).map((m) => [m.id, blocksOf(m)[0]!]));
  const basisOf = (id: string, known: Commitment): number =>
    blocks.versions.get(homes.get(id) ?? '') ?? versionOf(known);
  const result: Recomputed = { written: [], created: [], redirected: [] };
  for (const commitment of changed) {
    const item = headItem(commitment, versionOf(commitment), coverage, now);
    const written = await putNoting(db, item, 'attribute_not_exists(pk) OR (basis < :basis AND #hash <> :hash)', {
      names: { '#hash': 'hash' },
      values: { ':basis': item.basis, ':hash': item.hash },
    });
    if (written) result.written.push(commitment.id);
    if (written === 'created') result.created.push(commitment.id);
    const known = new Set(
      listed.filter((b) => b.id === commitment.id && b.statedAt === commitment.statedAt).flatMap(listsOf),
    );
    if (!listsOf(commitment).every((list) => known.has(list))) await putMany(db, listItems(commitment));
    await noteSplit(db, commitment, before, contribution, now);
    await noteRetractions(db, commitment, blocks, before, contribution, now);
  }
  for (const id of gone) {
    const target = after.find((c) => c.mentions.some((m) => m.id === id)) ?? successor(id, before, after);
    const known = target ?? before.find((c) => c.mentions.some((m) => m.id === id));
    if (known && (await redirect(db, id, target?.id ?? null, basisOf(id, known), now))) result.redirected.push(id);
  }
  return result;
}

const commitmentsIn = (known: Known, cuts: CutBlocks): Commitment[] => promisesIn(known, cuts).map(commitmentOf);

/** Mentions that stood here and now stand where nothing was read. */
function movedAway({ mentions }: LoadedBlocks): Set<string> {
  const here = new Set(mentions.filter((m) => !m.leftAt).map(({ id }) => id));
  return new Set(mentions.filter((m) => m.lives && !here.has(m.id)).map(({ id }) => id));
}

/**
 * All that stands in crowded stretches as their parts make it, against what it was when they were compared as one. Who
 * began this before may have been cut off anywhere: all is listed again, and every id looked after.
 */
function parting(blocks: LoadedBlocks) {
  const cuts = new Map(
    [...blocks.cuts].map(([block, own]) => [block, new Set([...own, ...(blocks.crowded.get(block) ?? [])])]),
  );
  const after = commitmentsIn(blocks, cuts);
  const ids = new Set(after.map((c) => c.id));
  const moved = movedAway(blocks);
  const gone = [...new Set(blocks.mentions.map((m) => m.id))].filter((id) => !ids.has(id) && !moved.has(id)).sort();
  return { after, changed: after, gone, before: commitmentsIn(blocks, blocks.cuts), listed: [] };
}

/** Compares the commitments with a contribution to those without it, and to those with it all live. */
function differences(blocks: LoadedBlocks, contribution: Contribution, again: boolean) {
  const { cuts } = blocks;
  const has = (x: { id: string }): boolean => contribution.has(x.id);
  const after = commitmentsIn(blocks, cuts);
  const known = {
    mentions: blocks.mentions.filter((m) => !has(m)),
    reports: blocks.reports.filter((r) => !has(r)),
    reviews: blocks.reviews.filter((r) => !has(r)),
  };
  const without = commitmentsIn(known, cuts);
  const live = <T extends { id: string; retractedAt?: string }>(x: T): T =>
    has(x) ? { ...x, retractedAt: undefined } : x;
  const isRetraction = [...blocks.mentions, ...blocks.reports].some((x) => has(x) && x.retractedAt);
  const unretracted = isRetraction
    ? commitmentsIn({ ...blocks, mentions: blocks.mentions.map(live), reports: blocks.reports.map(live) }, cuts)
    : [];
  const hashes = new Map(after.map((c) => [c.id, hashOf(c)]));
  const before = [...without, ...unretracted];
  const same = (c: Commitment, list: Commitment[]): boolean =>
    list.some((b) => b.id === c.id && hashOf(b) === hashes.get(c.id));
  const changed = after.filter((c) => !same(c, without) || (isRetraction && !same(c, unretracted)));
  // Any mention's commitment may stand there from a time when it was alone, its redirect cut off; and that of one that
  // is retracted, from before the mentions that came in its place. One that has only moved takes its own along.
  const once = blocks.mentions.filter((m) => again || (has(m) && m.retractedAt)).map(({ id }) => id);
  const moved = movedAway(blocks);
  const gone = [...new Set([...before.map((c) => c.id), ...once])]
    .filter((id) => !hashes.has(id) && !moved.has(id))
    .sort();
  // Listed for certain is what stood there without the contribution, and with what is now retracted.
  const listed = isRetraction ? without.filter((c) => unretracted.some(({ id }) => id === c.id)) : without;
  return { after, changed, gone, before, listed };
}

/** Where a mention that is retracted stood with others before: the commitment that those make now. */
function successor(id: string, before: readonly Commitment[], after: readonly Commitment[]): Commitment | undefined {
  const held = before.filter((c) => c.mentions.some((m) => m.id === id)).flatMap((c) => c.mentions.map((m) => m.id));
  return after.find((c) => c.mentions.some((m) => held.includes(m.id)));
}

/** A commitment whose first mention stood in another before: it was split off. */
async function noteSplit(
  db: Db,
  commitment: Commitment,
  before: readonly Commitment[],
  contribution: Contribution,
  now: Date,
): Promise<void> {
  if (contribution.has(commitment.id) || before.some((b) => b.id === commitment.id)) return;
  const from = before.find((b) => b.mentions.some((m) => m.id === commitment.id));
  if (!from) return;
  await noteEvent(db, commitment.id, 'split', from.id, now);
  await noteEvent(db, from.id, 'split', commitment.id, now);
}

/** Mentions that a newer reading of their article no longer has leave the commitment, and that stays in its history. */
async function noteRetractions(
  db: Db,
  { id }: Commitment,
  { mentions }: LoadedBlocks,
  before: readonly Commitment[],
  contribution: Contribution,
  now: Date,
): Promise<void> {
  const held = new Set(before.filter((b) => b.id === id).flatMap((b) => b.mentions.map((m) => m.id)));
  for (const mention of mentions) {
    if (mention.retractedAt && contribution.has(mention.id) && held.has(mention.id)) {
      await noteEvent(db, id, 'retracted', mention.id, now);
    }
  }
}

/** Leaves a redirect, or a tombstone where nothing took its place. Nothing is left where nothing was ever published. */
async function redirect(db: Db, id: string, target: string | null, basis: number, now: Date): Promise<boolean> {
  const recordedAt = now.toISOString();
  const done = await put(
    db,
    {
      ...keys.commitmentKey(id),
      id,
      basis,
      hash: `redirect:${target ?? ''}`,
      mergedInto: target,
      retracted: target === null,
      recordedAt,
      pendingPk: keys.CHANGE_PENDING,
      pendingSk: `${recordedAt}#${id}`,
    },
    'attribute_exists(pk) AND basis < :basis AND #hash <> :hash',
    { names: { '#hash': 'hash' }, values: { ':basis': basis, ':hash': `redirect:${target ?? ''}` } },
  );
  if (done && target !== null) {
    await noteEvent(db, target, 'merged', id, now);
    await noteEvent(db, id, 'merged', target, now);
  }
  return done;
}

/** Adds a merge or split to the history of an id, once. */
async function noteEvent(db: Db, id: string, kind: Event['kind'], about: string, now: Date): Promise<void> {
  const event: Event = {
    id: contentId('event', kind, id, about),
    kind,
    occurredAt: now.toISOString(),
    recordedAt: now.toISOString(),
    about,
    detail: {},
  };
  await put(db, { ...keys.idEventKey(id, event.id), event }, 'attribute_not_exists(pk)');
}
