import type { Db } from '../../dynamo.ts';
import { all, get, put, update } from '../../items.ts';
import { placesOf, reportPlaces } from '../model/blocks.ts';
import { type CutBlocks, type Known, nodeKey, nodeOf } from '../model/groups.ts';
import { cutsOf, holds, lastTold, type Stretch, stretchesTold, stretchKey, stretchOf } from '../model/stretches.ts';
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
}

/** Whether what belongs with a seed has been read. Of a report in a block that is cut, it must be noted how late it was told. */
export function isRead({ nodes, cuts }: LoadedBlocks, { block, day, told }: Seed): boolean {
  const own = cuts.get(block);
  if (!own || (told && own.size > 0)) return false;
  return nodes.has(nodeKey(block, stretchOf(day, own)));
}

/** Where to begin reading. */
export interface Seed extends Place {
  /** A report of the day: what it may tell of is read, and only where the block exists already. */
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
 * @param by how far versions are raised.
 */
export const raiseAndRead = (db: Db, seeds: readonly Seed[], by = 1): Promise<LoadedBlocks> =>
  gather(db, seeds, async (block, own) => {
    const key = keys.blockHeadKey(block);
    if (own.some((seed) => !seed.told)) return update(db, key, 'ADD version :by', null, { values: { ':by': by } });
    // Most reports are of what nobody promised, and to ask costs a fifth of a write that is refused. Whoever makes the
    // block after this reads in it all that was written before.
    const head = await get<BlockHead>(db, key);
    if (!head) return null;
    const told = Math.max(...own.map(({ day }) => day));
    const values = { ':by': by, ':told': told };
    const isLater = 'attribute_not_exists(told) OR told < :told';
    return (
      ((head.told ?? -1) < told && (await update(db, key, 'ADD version :by SET told = :told', isLater, { values }))) ||
      update(db, key, 'ADD version :by', null, { values: { ':by': by } })
    );
  });

/**
 * Reads the same and writes nothing.
 * @param cutAt how a block was cut at some moment; without it as it is now.
 */
export const read = (db: Db, seeds: readonly Seed[], cutAt?: (block: string) => Promise<Set<string>>) =>
  gather(db, seeds, async (block) => {
    const head = (await get<BlockHead>(db, keys.blockHeadKey(block))) ?? { version: 0 };
    return head.cuts && cutAt ? { ...head, cuts: await cutAt(block) } : head;
  });

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

/** Whether somebody has raised one of the blocks since: what they wrote may not know of what was written meanwhile. */
export async function isOvertaken(db: Db, versions: ReadonlyMap<string, number>): Promise<boolean> {
  for (const [block, version] of versions) {
    const head = await get<BlockHead>(db, keys.blockHeadKey(block));
    if ((head?.version ?? 0) > version) return true;
  }
  return false;
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

type Head = (block: string, seeds: readonly Seed[]) => Promise<BlockHead | null>;

async function gather(db: Db, seeds: readonly Seed[], headOf: Head): Promise<LoadedBlocks> {
  const wanted = [...seeds];
  const heads = new Map<string, BlockHead>();
  for (;;) {
    for (const block of new Set(wanted.map((seed) => seed.block))) {
      const own = wanted.filter((seed) => seed.block === block);
      const head = heads.get(block) ?? (await headOf(block, own));
      if (head) heads.set(block, head);
    }
    const cuts: CutBlocks = new Map([...heads].map(([block, head]) => [block, head.cuts ?? new Set<string>()]));
    const stretches = stretchesOf(wanted, cuts);
    const nodes = new Set([...stretches].flatMap(([block, own]) => own.map((stretch) => nodeKey(block, stretch))));
    const found = new Found();
    for (const [block, own] of stretches) await found.read(db, block, own, heads.get(block)?.told);
    const more = found.links.filter((place) => !nodes.has(nodeOf(place, cuts)));
    if (more.length === 0 || nodes.size >= MOST) {
      return {
        mentions: found.mentions,
        reports: [...found.reports.values()],
        reviews: [...found.reviews.values()],
        versions: new Map([...heads].map(([block, { version }]) => [block, version])),
        cuts,
        crowded: crowdedIn(stretches, found),
        nodes,
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
  /** Places that belong with what was read. */
  readonly links: Place[] = [];
  /** Every mention that stands in a block or is linked to it, once for each of its days, and that day. */
  readonly days = new Map<string, Map<string, number>>();

  /** Reads stretches of a block; reports as far behind them as they may tell of them. */
  async read(db: Db, block: string, stretches: readonly Stretch[], told?: number): Promise<void> {
    const own = this.days.get(block) ?? new Map<string, number>();
    this.days.set(block, own);
    for (const [from, to] of rangesOf(stretches, told)) {
      const items = await all<BlockItem>(db, {
        condition: 'pk = :pk AND sk BETWEEN :from AND :to',
        values: { ':pk': keys.blockPk(block), ...keys.daysBetween(from, to) },
      });
      for (const item of items) {
        const { day, kind, id } = keys.standing(item.sk);
        if (kind === 'report') {
          if (stretches.some((s) => day >= s.from && day <= lastTold(s))) {
            this.addReport(unpackJson(item.body!));
          }
        } else if (stretches.some((s) => holds(s, day))) {
          if (kind !== 'review') own.set(`${id} ${day}`, day);
          this.add(kind, item);
        }
      }
    }
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
