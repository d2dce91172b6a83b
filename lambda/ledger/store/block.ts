import type { Db, Item } from '../../dynamo.ts';
import { all, page, put, update } from '../../items.ts';
import { placesOf, reportPlaces } from '../model/blocks.ts';
import { type CutBlocks, type Known, nodeKey, nodeOf } from '../model/groups.ts';
import {
  cutsOf,
  holds,
  lastTold,
  type Stretch,
  stretchesTold,
  stretchKey,
  stretchOf,
  WHOLE,
} from '../model/stretches.ts';
import type { Place, Report, Review, StoredMention } from '../types.ts';
import * as keys from './keys.ts';
import { unpackJson } from './packed.ts';

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

/** A report beside the mentions of a block, as one word. */
export const beside = (block: string, report: string): string => `${block} ${report}`;

/** A report where it stands among all of its block. */
export interface Archived {
  place: Place;
  rev: number;
  report: Report;
  /** The report, compressed. */
  body: Uint8Array;
}

/** First and last day; null for up to the newest. */
export interface Days {
  first: number;
  last: number | null;
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

interface BlockHead {
  version: number;
  /** Stretches that are cut in two. Marked once all that follows from it is written, and for good. */
  cuts?: Set<string>;
  /** Of a block that is cut: the last day of its reports. Behind it no stretch need be read for what is told of it. */
  told?: number;
}

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

/** A block's head, and the newest of what stands in the block where that was read with it. */
interface Opening {
  head: BlockHead;
  items?: readonly BlockItem[];
  /** Down to this sort key everything has been read. */
  down?: string;
}

/**
 * Items that are read with the head of a block: all of most blocks, and of one that is cut the last stretch. Where its
 * archive is read too, a busy day of that is among them.
 */
const MOST_WITH_HEAD = { days: 160, archive: 480 };

/** Reads the head first, then the newest days, and before both what the archive holds of days up to the newest. */
async function openingOf(db: Db, block: string, asked: Days | undefined): Promise<Opening> {
  const since = asked?.last === null ? asked.first : null;
  const range = keys.daysToHead(block, since);
  const limit = MOST_WITH_HEAD[since === null ? 'days' : 'archive'];
  const headSk = keys.blockHeadKey(block).sk;
  const items: BlockItem[] = [];
  let head: BlockHead = { version: 0 };
  let down = '';
  for (let from: Item | undefined; ; ) {
    const found = await page<BlockItem>(db, {
      condition: 'pk = :pk AND sk BETWEEN :from AND :to',
      values: { ':pk': keys.blockPk(block), ...range },
      descending: true,
      limit,
      ...(from ? { from } : {}),
    });
    for (const item of found.items) {
      if (item.sk === headSk) head = item as unknown as BlockHead;
      else items.push(item);
    }
    down = found.last ? String(found.last.sk) : '';
    // The archive of many days may fill a page.
    if (!found.last || down <= headSk) return { head, items, down };
    from = found.last;
  }
}

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
  for (const [block, stretches] of crowded) {
    const key = keys.blockHeadKey(block);
    const told = reports.flatMap((r) => reportPlaces(r).filter((place) => place.block === block));
    await update(db, key, 'SET told = :told', 'attribute_not_exists(told) OR told < :told', {
      values: { ':told': Math.max(0, ...told.map(({ day }) => day)) },
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

/** Everything that has been read so far. */
class Found {
  readonly mentions: StoredMention[] = [];
  readonly reports = new Map<string, Report>();
  readonly reviews = new Map<string, Review>();
  readonly beside = new Set<string>();
  /** Places that belong with what was read. */
  readonly links: Place[] = [];
  /** Every mention that stands in a block or is linked to it, once for each of its days, and that day. */
  readonly days = new Map<string, Map<string, number>>();

  /**
   * Reads stretches of a block; reports as far behind them as they may tell of them.
   * @returns all reports of the days asked for.
   */
  async read(
    db: Db,
    block: string,
    stretches: readonly Stretch[],
    opening: Opening,
    asked: Days | undefined,
  ): Promise<Archived[]> {
    const own = this.days.get(block) ?? new Map<string, number>();
    this.days.set(block, own);
    const archive: Archived[] = [];
    for (const item of await itemsOf(db, block, rangesOf(stretches, opening.head.told), opening, asked)) {
      const { day, kind, id } = keys.standing(item.sk);
      if (kind === 'archived') {
        archive.push({ place: { block, day }, rev: item.rev!, report: unpackJson(item.body!), body: item.body! });
      } else if (kind === 'report') {
        if (!stretches.some((s) => day >= s.from && day <= lastTold(s))) continue;
        this.addReport(unpackJson(item.body!));
        this.beside.add(beside(block, id));
      } else if (stretches.some((s) => holds(s, day))) {
        if (kind !== 'review') own.set(`${id} ${day}`, day);
        this.add(kind, item);
      }
    }
    return archive;
  }

  private add(kind: string | undefined, { data, body, places, home, left }: BlockItem): void {
    if (kind === 'mention') {
      const mention = unpackJson<StoredMention>(body!);
      this.mentions.push(mention);
      this.links.push(...placesOf(mention));
    } else if (kind === 'link' && home && !left) {
      this.links.push(home);
    } else if (kind === 'review') {
      const review = data!;
      this.reviews.set(review.id, review);
      if (review.action.kind === 'must-link') this.links.push(...(places ?? []));
    }
  }

  /** Where it has been moved, the copy that counts. */
  private addReport(report: Report): void {
    if (!report.retractedAt || !this.reports.has(report.id)) this.reports.set(report.id, report);
  }
}

interface BlockItem {
  sk: string;
  rev?: number;
  /** A mention or report, compressed. */
  body?: Uint8Array;
  data?: Review;
  /** Of a review: where the mentions stand that it names. */
  places?: Place[];
  /** Of a link: where its mention stands. */
  home?: Place;
  /** Of a link: its mention belongs here no more. */
  left?: boolean;
}

/** What stands in days of a block, and in its archive on those asked for, as far as it has not been read with the head. */
async function itemsOf(
  db: Db,
  block: string,
  ranges: readonly [number, number][],
  { items, down = '~' }: Opening,
  asked: Days | undefined,
): Promise<BlockItem[]> {
  const query = (range: { ':from': string; ':to': string }): Promise<BlockItem[]> =>
    all(db, {
      condition: 'pk = :pk AND sk BETWEEN :from AND :to',
      values: { ':pk': keys.blockPk(block), ...range },
    });
  const found: BlockItem[] = [];
  for (const [from, to] of ranges) {
    const range = keys.daysBetween(from, to);
    found.push(...(items ?? []).filter(({ sk }) => sk >= range[':from'] && sk <= range[':to']));
    if (range[':from'] >= down) continue;
    const rest = await query(range[':to'] < down ? range : { ...range, ':to': down });
    found.push(...rest.filter(({ sk }) => sk !== down));
  }
  if (!asked) return found;
  const { first, last } = asked;
  if (items && last === null) return [...found, ...items.filter(({ sk }) => keys.standing(sk).kind === 'archived')];
  return [...found, ...(await query(keys.archivedBetween(first, last ?? WHOLE.days)))];
}

/**
 * First and last days to be read, those of neighbours together.
 * @param told the last day of all reports.
 */
function rangesOf(stretches: readonly Stretch[], told = Number.POSITIVE_INFINITY): [number, number][] {
  const ranges: [number, number][] = [];
  for (const stretch of stretches) {
    const end = Math.min(lastTold(stretch), Math.max(stretch.from + stretch.days - 1, told));
    const last = ranges.at(-1);
    if (last && stretch.from <= last[1] + 1) last[1] = Math.max(last[1], end);
    else ranges.push([stretch.from, end]);
  }
  return ranges;
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
