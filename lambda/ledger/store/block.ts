import type { Db } from '../../dynamo.ts';
import { all, get, put, update } from '../../items.ts';
import { articleDay } from '../model/blocks.ts';
import { type CutBlocks, type Known, nodeKey, nodeOf } from '../model/groups.ts';
import { cutsOf, holds, type Stretch, stretchesTold, stretchKey, stretchOf } from '../model/stretches.ts';
import type { Place } from '../types.ts';
import { type Archived, type BlockHead, type Days, Found, type Opening, openingOf } from './block-items.ts';
import * as keys from './keys.ts';

/** What stands in blocks, or in stretches of crowded ones, that belong together. */
export interface LoadedBlocks extends Known {
  /** Version of each block. */
  versions: ReadonlyMap<string, number>;
  /** How the blocks are cut, as is marked in them. */
  cuts: CutBlocks;
  /** Stretches that have become crowded and are not yet marked, by block. */
  crowded: ReadonlyMap<string, readonly string[]>;
  /** The stretches that were read, each as one word. */
  nodes: ReadonlySet<string>;
  /** Which reports stand beside the mentions of a block, each as {@link beside} names it. */
  beside: ReadonlySet<string>;
  /** Reports of the days that were asked for, whatever they tell of. */
  archive: readonly Archived[];
}

/** How blocks are raised and read. */
export interface Asked {
  /** By how far versions are raised; 1 without it. */
  by?: number;
  /** The last day, by block, of reports that have been put beside its mentions. */
  told?: ReadonlyMap<string, number>;
  /** Days, by block, of which all reports are read. */
  archive?: ReadonlyMap<string, Days>;
}

/** Whether what belongs with a seed has been read. Of a report in a block that is cut, it must be noted how late it was told. */
export function isRead({ nodes, cuts }: LoadedBlocks, { block, day, told }: Seed): boolean {
  const own = cuts.get(block);
  if (!own || (told && own.size > 0)) return false;
  return nodes.has(nodeKey(block, stretchOf(day, own)));
}

/** Whether all mentions have been read of which a report of a day may tell. */
export const isReached = ({ nodes, cuts }: LoadedBlocks, { block, day }: Place): boolean => {
  const own = cuts.get(block);
  return own !== undefined && stretchesTold(day, own).every((stretch) => nodes.has(nodeKey(block, stretch)));
};

/** Where to begin reading. */
export interface Seed extends Place {
  /** A report of the day, put beside the mentions: what it may tell of is read. */
  told?: boolean;
}

/** Most stretches that are read as one: a list of platforms in every article of a year must not read the whole table. */
const MOST = 60;

/**
 * Reads what belongs with some places: the stretches they are in and all that mentions and reviewers link to these.
 * First the version of every block is raised, then all is read, so that the reading sees everything written before:
 * whoever raises later sees more, and the higher version wins a race. Where what is read links further, that is raised
 * too, and all is read again.
 */
export const raiseAndRead = (
  db: Db,
  seeds: readonly Seed[],
  { by = 1, told: day, archive }: Asked = {},
): Promise<LoadedBlocks> =>
  gather(
    db,
    seeds,
    async (block, own) => {
      const told = Math.max(day?.get(block) ?? -1, ...own.filter((seed) => seed.told).map((seed) => seed.day));
      const key = keys.blockHeadKey(block);
      const isLater = 'attribute_not_exists(told) OR told < :told';
      const values = { ':by': by, ':told': told };
      const raised =
        told >= 0 && (await update<BlockHead>(db, key, 'ADD version :by SET told = :told', isLater, { values }));
      const head = raised || (await update<BlockHead>(db, key, 'ADD version :by', null, { values: { ':by': by } }));
      return { head: head! };
    },
    archive,
  );

/**
 * Raises the version of blocks that have been read, by one each, if nobody has since.
 * @returns the versions now; null where somebody has: all is to be read again.
 */
export async function raiseUnchanged(
  db: Db,
  versions: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number> | null> {
  for (const [block, version] of versions) {
    const isSame = version === 0 ? 'attribute_not_exists(version)' : 'version = :version';
    const values = { ':by': 1, ...(version === 0 ? {} : { ':version': version }) };
    if (!(await update(db, keys.blockHeadKey(block), 'ADD version :by', isSame, { values }))) return null;
  }
  return new Map([...versions].map(([block, version]) => [block, version + 1]));
}

/** Whether somebody has raised the version of a block since. */
export async function isOvertaken(db: Db, versions: ReadonlyMap<string, number>): Promise<boolean> {
  for (const [block, version] of versions) {
    const head = await get<BlockHead>(db, keys.blockHeadKey(block));
    if ((head?.version ?? 0) > version) return true;
  }
  return false;
}

/**
 * Reads the same and writes nothing.
 * @param options.cutAt how a block was cut at some moment; without it as it is now.
 */
export const read = (
  db: Db,
  seeds: readonly Seed[],
  { archive, cutAt }: Pick<Asked, 'archive'> & { cutAt?: (block: string) => Promise<Set<string>> } = {},
): Promise<LoadedBlocks> =>
  gather(
    db,
    seeds,
    async (block) => {
      const opening = await openingOf(db, block, archive?.get(block));
      const { head } = opening;
      return head.cuts && cutAt ? { ...opening, head: { ...head, cuts: await cutAt(block) } } : opening;
    },
    archive,
  );

/** How a block was cut at a moment. */
export async function cutsBy(db: Db, block: string, at: Date): Promise<Set<string>> {
  const items = await all<{ sk: string; at: string }>(db, {
    condition: 'pk = :pk AND begins_with(sk, :cut)',
    values: { ':pk': keys.blockPk(block), ':cut': keys.cutKey(block, '').sk },
  });
  return new Set(
    items
      .filter((cut) => Date.parse(cut.at) <= at.getTime())
      .map(({ sk }) => sk.slice(keys.cutKey(block, '').sk.length)),
  );
}

/** From now on the parts of stretches that have become crowded are read each for itself. */
export async function markCut(db: Db, { crowded, reports }: LoadedBlocks, now: Date): Promise<void> {
  const told = Math.max(0, ...reports.map(articleDay));
  for (const [block, stretches] of crowded) {
    const key = keys.blockHeadKey(block);
    await update(db, key, 'SET told = :told', 'attribute_not_exists(told) OR told < :told', {
      values: { ':told': told },
    });
    for (const stretch of stretches) {
      await put(db, { ...keys.cutKey(block, stretch), at: now.toISOString() }, 'attribute_not_exists(pk)');
    }
    await update(db, key, 'ADD cuts :cuts', null, { values: { ':cuts': new Set(stretches) } });
  }
}

type Open = (block: string, seeds: readonly Seed[]) => Promise<Opening>;

async function gather(
  db: Db,
  seeds: readonly Seed[],
  open: Open,
  days: Asked['archive'] = new Map(),
): Promise<LoadedBlocks> {
  // Looked through once, however often what links further is read.
  const archives = new Map<string, Archived[]>();
  const wanted = [...seeds];
  const openings = new Map<string, Opening>();
  for (;;) {
    for (const block of new Set(wanted.map((seed) => seed.block))) {
      if (openings.has(block)) continue;
      const own = wanted.filter((seed) => seed.block === block);
      openings.set(block, await open(block, own));
    }
    const cuts: CutBlocks = new Map([...openings].map(([block, { head }]) => [block, head.cuts ?? new Set<string>()]));
    const stretches = stretchesOf(wanted, cuts);
    const nodes = new Set([...stretches].flatMap(([block, own]) => own.map((stretch) => nodeKey(block, stretch))));
    const found = new Found();
    for (const [block, own] of stretches) {
      const asked = archives.has(block) ? undefined : days.get(block);
      const archive = await found.read(db, block, own, openings.get(block)!, asked);
      if (asked) archives.set(block, archive);
    }
    const more = found.links.filter((place) => !nodes.has(nodeOf(place, cuts)));
    if (more.length === 0 || nodes.size >= MOST) {
      return {
        mentions: found.mentions,
        reports: [...found.reports.values()],
        reviews: [...found.reviews.values()],
        versions: new Map([...openings].map(([block, { head }]) => [block, head.version])),
        cuts,
        crowded: crowdedIn(stretches, found),
        nodes,
        beside: found.beside,
        archive: [...archives.values()].flat(),
      };
    }
    wanted.push(...more);
  }
}

/** The stretches in which seeds are, or of which they may tell, by block. */
function stretchesOf(seeds: readonly Seed[], cuts: CutBlocks): Map<string, Stretch[]> {
  const found = new Map<string, Map<string, Stretch>>();
  for (const { block, day, told } of seeds) {
    const own = cuts.get(block);
    if (!own) continue;
    const into = found.get(block) ?? new Map<string, Stretch>();
    found.set(block, into);
    for (const stretch of told ? stretchesTold(day, own) : [stretchOf(day, own)])
      into.set(stretchKey(stretch), stretch);
  }
  return new Map([...found].map(([block, own]) => [block, [...own.values()].sort((a, b) => a.from - b.from)]));
}

/** What must be cut of the stretches that were read. */
function crowdedIn(stretches: ReadonlyMap<string, readonly Stretch[]>, found: Found): Map<string, string[]> {
  const crowded = new Map<string, string[]>();
  for (const [block, own] of stretches) {
    const days = [...(found.days.get(block)?.values() ?? [])];
    const cut = own.flatMap((stretch) =>
      cutsOf(
        days.filter((day) => holds(stretch, day)),
        stretch,
      ),
    );
    if (cut.length > 0) crowded.set(block, cut);
  }
  return crowded;
}
