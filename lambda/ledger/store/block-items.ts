import type { Db, Item } from '../../dynamo.ts';
import { all, page } from '../../items.ts';
import { placesOf } from '../model/blocks.ts';
import { holds, lastTold, type Stretch, WHOLE } from '../model/stretches.ts';
import type { Place, Report, Review, StoredMention } from '../types.ts';
import * as keys from './keys.ts';
import { unpackJson } from './packed.ts';

/** What stands in the partition of a block, and the requests that read it. */

export interface BlockHead {
  version: number;
  /** Stretches that are cut in two. Marked once all that follows from it is written, and for good. */
  cuts?: Set<string>;
  /** Of a block that is cut: the last day of its reports. Behind it no stretch need be read for what is told of it. */
  told?: number;
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

/** A block's head, and the newest of what stands in the block where that was read with it. */
export interface Opening {
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
export async function openingOf(db: Db, block: string, asked: Days | undefined): Promise<Opening> {
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

/** Everything that has been read so far. */
export class Found {
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
