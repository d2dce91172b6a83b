import type { Db, Item } from '../../dynamo.ts';
import { getMany, type Key, put, putMany, update } from '../../items.ts';
import { blocksOf } from '../model/blocks.ts';
import type { CutBlocks, Known } from '../model/groups.ts';
import { contentId } from '../model/ids.ts';
import { commitmentOf, promisesIn } from '../model/model.ts';
import type { Commitment, Coverage, Event } from '../types.ts';
import type { LoadedBlocks } from './block.ts';
import { type HeadItem, hashOf, headItem, listItems, listsOf } from './head.ts';
import * as keys from './keys.ts';

/** Ids of the mentions, reports and reviews whose arrival, change or going is to be worked in. */
export type Contribution = ReadonlySet<string>;

/** What a recomputation changed. */
export interface Recomputed {
  written: string[];
  redirected: string[];
  /** Whether some commitment has come to stand under the id of a mention that another article brought, and joined. */
  hasHeirs: boolean;
}

/** What a contribution changes in a group of linked blocks. */
export interface Changes {
  changed: readonly Commitment[];
  /** Ids under which nothing stands any more, but may have. */
  gone: readonly string[];
  before: readonly Commitment[];
  after: readonly Commitment[];
  /** Commitments that are listed for certain. */
  listed: readonly Commitment[];
}

/**
 * Commitments as they are with a contribution, where they differ from what they are without it. Pure.
 * @param again the contribution may have been worked in before, by somebody who saw less or who died half-way:
 *   commitments that were published for what has since been joined, of which nobody knows any more, are looked for
 *   and redirected.
 */
export const changesIn = (blocks: LoadedBlocks, contribution: Contribution, again = false): Changes =>
  blocks.crowded.size > 0 ? parting(blocks) : differences(blocks, contribution, again);

/**
 * Whether nothing changes but that a contribution's own mentions make commitments of their own, in one block. Whoever
 * comes later finds the mentions and has a higher version; whoever came before knows nothing of them. So these are
 * published without a version of their own.
 */
export const isAlone = ({ changed, gone }: Changes, blocks: LoadedBlocks, contribution: Contribution): boolean =>
  blocks.versions.size === 1 &&
  blocks.crowded.size === 0 &&
  gone.length === 0 &&
  changed.every(({ mentions }) => mentions.every(({ id }) => contribution.has(id)));

/**
 * Writes what has changed. Whoever read more of the blocks has a higher version and is not overwritten, so it may run at
 * the same time as another, twice, or again after a crash.
 */
export async function publish(
  db: Db,
  blocks: LoadedBlocks,
  { after, changed, gone, before, listed }: Changes,
  contribution: Contribution,
  coverage: Coverage,
  now: Date,
): Promise<Recomputed> {
  const versionOf = (commitment: Commitment): number =>
    blocks.versions.get(blocksOf(commitment.mentions[0]!)[0]!) ?? Math.max(...blocks.versions.values());
  // An id's own: the block of what it is joined to counts for itself, and may be far behind.
  const homes = new Map(blocks.mentions.filter((m) => !m.leftAt).map((m) => [m.id, blocksOf(m)[0]!]));
  const basisOf = (id: string, known: Commitment): number =>
    blocks.versions.get(homes.get(id) ?? '') ?? versionOf(known);
  const isListed = new Set(listed.map(({ id }) => id));
  const hasHeirs = changed.some(({ id }) => !contribution.has(id) && !isListed.has(id));
  const result: Recomputed = { written: [], redirected: [], hasHeirs };
  for (const commitment of changed) {
    const item = headItem(commitment, versionOf(commitment), coverage, now);
    const written = await put(db, item, 'attribute_not_exists(pk) OR (basis < :basis AND #hash <> :hash)', {
      names: { '#hash': 'hash' },
      values: { ':basis': item.basis, ':hash': item.hash },
    });
    if (written) result.written.push(commitment.id);
    else await stillSo(db, item);
    const known = new Set(
      listed.filter((b) => b.id === commitment.id && b.statedAt === commitment.statedAt).flatMap(listsOf),
    );
    if (!listsOf(commitment).every((list) => known.has(list))) await putMany(db, listItems(commitment));
    await noteSplit(db, commitment, before, contribution, now);
    await noteRetractions(db, commitment, blocks, before, contribution, now);
  }
  const leads = gone.flatMap((id) => {
    const target = after.find((c) => c.mentions.some((m) => m.id === id)) ?? successor(id, before, after);
    const known = target ?? before.find((c) => c.mentions.some((m) => m.id === id));
    return known ? [{ id, target: target?.id ?? null, basis: basisOf(id, known) }] : [];
  });
  result.redirected.push(...(await redirectAll(db, leads, blocks, now)));
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
function parting(blocks: LoadedBlocks): Changes {
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
function differences(blocks: LoadedBlocks, contribution: Contribution, again: boolean): Changes {
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
  if (isBeside(blocks, contribution)) once.push(...changed.filter((c) => !c.mentions.every(has)).flatMap(idsOf));
  const moved = movedAway(blocks);
  const gone = [...new Set([...before.map((c) => c.id), ...once])]
    .filter((id) => !hashes.has(id) && !moved.has(id))
    .sort();
  // Listed for certain is what stood there without the contribution, and with what is now retracted.
  const listed = isRetraction ? without.filter((c) => unretracted.some(({ id }) => id === c.id)) : without;
  return { after, changed, gone, before, listed };
}

const idsOf = ({ mentions }: Commitment): string[] => mentions.map(({ id }) => id);

/**
 * Whether a mention was recorded after one of a contribution. Its writer may be at work, and take those of the contribution
 * for known as they take its own: what stood there before both, neither would redirect. Of any two, the first recorded
 * does; an order of ids settles a tie, so that clocks need not agree.
 */
function isBeside({ mentions }: LoadedBlocks, contribution: Contribution): boolean {
  const order = ({ recordedAt, id }: { recordedAt: string; id: string }): string => `${recordedAt} ${id}`;
  const own = mentions.filter((m) => contribution.has(m.id)).map(order);
  return own.length > 0 && mentions.some((m) => !contribution.has(m.id) && own.some((first) => first < order(m)));
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

/** Where an id leads that stands for nothing any more: to another, or to a tombstone. */
interface Lead {
  id: string;
  target: string | null;
  basis: number;
}

/**
 * Leaves redirects and tombstones where commitments stand. Where none does, one is left only against whoever has read
 * the mention while it was alone and has yet to publish it: its article is then not done. That it is done is asked first,
 * so that what its writer published is there by now.
 * @returns the ids of which the public knew.
 */
async function redirectAll(db: Db, leads: readonly Lead[], { mentions }: LoadedBlocks, now: Date): Promise<string[]> {
  const redirected: string[] = [];
  const rest: Lead[] = [];
  for (const lead of leads.length > FEW ? [] : leads) {
    if (await redirect(db, lead, now)) redirected.push(lead.id);
    else rest.push(lead);
  }
  if (leads.length > FEW) rest.push(...leads);
  if (rest.length === 0) return redirected;
  const articles = new Map(mentions.map((m) => [m.id, keys.readingKey(m.article.key)]));
  const readings = [...new Map(rest.map(({ id }) => [articles.get(id)!.pk, articles.get(id)!])).values()];
  const undone = (await getMany<Item & Key>(db, readings, { consistent: true })).filter((item) => item.pendingPk);
  const isUndone = new Set(undone.map(({ pk }) => pk));
  const heads = rest.map(({ id }) => keys.commitmentKey(id));
  const standing = new Map((await getMany<HeadItem>(db, heads, { consistent: true })).map((head) => [head.id, head]));
  for (const lead of rest) {
    const head = standing.get(lead.id);
    if (!head && !isUndone.has(articles.get(lead.id)!.pk)) continue;
    if (!head && (await put(db, redirectItem(lead, now), 'attribute_not_exists(pk)'))) continue;
    const isSo = head?.hash === redirectItem(lead, now).hash;
    if (head && isSo && head.basis < lead.basis) await stillSo(db, redirectItem(lead, now));
    if (head && (head.basis >= lead.basis || isSo)) continue;
    if (await redirect(db, lead, now)) redirected.push(lead.id);
  }
  return redirected;
}

/** Of more ids than these it is asked first whether anything stands there. */
const FEW = 2;

/**
 * Notes that what stands there is so as of a newer version too: nobody is told, but whoever has yet to publish what was
 * so in between is refused.
 */
const stillSo = (db: Db, { pk, sk, basis, hash }: HeadItem): Promise<Item | null> =>
  update(db, { pk, sk }, 'SET basis = :basis', 'basis < :basis AND #hash = :hash', {
    names: { '#hash': 'hash' },
    values: { ':basis': basis, ':hash': hash },
  });

const redirectItem = ({ id, target, basis }: Lead, now: Date): HeadItem => ({
  ...keys.commitmentKey(id),
  id,
  basis,
  hash: `redirect:${target ?? ''}`,
  mergedInto: target,
  retracted: target === null,
  recordedAt: now.toISOString(),
});

/** Puts a redirect in the place of a commitment, for all to be told of. */
async function redirect(db: Db, lead: Lead, now: Date): Promise<boolean> {
  const { id, target, basis } = lead;
  const item = redirectItem(lead, now);
  const done = await put(
    db,
    { ...item, pendingPk: keys.CHANGE_PENDING, pendingSk: `${item.recordedAt}#${id}` },
    'attribute_exists(pk) AND basis < :basis AND #hash <> :hash',
    { names: { '#hash': 'hash' }, values: { ':basis': basis, ':hash': item.hash } },
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
