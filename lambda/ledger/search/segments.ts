import { createHash } from 'node:crypto';
import type { Db, Item } from '../../dynamo.ts';
import { all, page, put, putMany, removeMany } from '../../items.ts';
import { packJson, unpackJson } from '../../packed.ts';
import { FRESH, freshKey, segmentPk, segmentSk } from './keys.ts';
import { keepWords, type Printed } from './vocabulary.ts';

/**
 * Which commitments have a stem. What is new stands together in a few items, and every search reads these; once there are
 * some hundred commitments in them they are written as a segment, one item for each of their stems and weeks, so that a stem that all
 * of them have is written once. Only ever added to: an entry says that a commitment may have the stem, and whether it has it
 * now says what was indexed of it last.
 */

/** The words of a commitment, and where it stands in the order of first mentions. */
export interface Fresh {
  at: string;
  words: Printed[];
}

interface FreshItem {
  pk: string;
  sk: string;
  count: number;
  body: Uint8Array;
}

/** Commitments that are gathered before they are written as a segment. */
export const GATHERED = 800;
/** Most that one segment takes, so that writing it has an end. */
const MOST_GATHERED = 2 * GATHERED;

/**
 * Notes words of commitments, to be found from now on.
 * @param upTo sequence number of the last change they come from.
 * @param run name of the caller, different for each run: what another has noted is never written over.
 */
export async function noteFresh(db: Db, fresh: readonly Fresh[], upTo: number, run: string): Promise<void> {
  if (fresh.length === 0) return;
  await put(db, { ...freshKey(upTo, run), count: fresh.length, body: packJson(fresh) });
}

const freshItems = (db: Db) => all<FreshItem>(db, { condition: 'pk = :pk', values: { ':pk': FRESH } });
const contents = (items: readonly FreshItem[]): Fresh[] => items.flatMap(({ body }) => unpackJson<Fresh[]>(body));

/** What stands in no segment yet. Read before the segments: what is written to one meanwhile is found in either. */
export const readFresh = async (db: Db): Promise<Fresh[]> => contents(await freshItems(db));

/**
 * Writes what is new as segments where it is enough. May be cut off anywhere and run twice, also beside another: it is
 * taken from the new only when all of its segment stands, and a place that stands in two is found once.
 * @param least how many commitments are enough.
 */
export async function gatherFresh(db: Db, least = GATHERED): Promise<void> {
  const items = await freshItems(db);
  const sum = (of: readonly FreshItem[]): number => of.reduce((count, item) => count + item.count, 0);
  for (let left = sum(items); left >= least && items.length > 0; left = sum(items)) {
    const taken = items.splice(0, 1);
    while (items[0] && sum(taken) + items[0].count <= MOST_GATHERED) taken.push(items.shift()!);
    // Of what is in it: who is cut off and begins again with the same writes the same.
    const segment = createHash('sha256')
      .update(taken.map(({ sk }) => sk).join(' '))
      .digest('base64url')
      .slice(0, 10);
    const fresh = contents(taken);
    await putMany(db, segmentOf(fresh, segment));
    await keepWords(
      db,
      fresh.flatMap(({ words }) => words),
      segment,
    );
    await removeMany(
      db,
      taken.map(({ pk, sk }) => ({ pk, sk })),
    );
  }
}

function segmentOf(fresh: readonly Fresh[], segment: string): Item[] {
  const places = new Map<string, Set<string>>();
  for (const { at, words } of fresh) {
    for (const [, stem] of words) {
      const key = `${weekOf(at)} ${stem}`;
      places.set(key, (places.get(key) ?? new Set()).add(at));
    }
  }
  return [...places].map(([key, at]) => {
    const [week = '', stem = ''] = key.split(' ');
    return { pk: segmentPk(stem), sk: segmentSk(week, segment), places: [...at].map(shortened).join(' ') };
  });
}

const WEEK_MS = 7 * 86_400_000;
/** So that weeks before 1970 have a number too. */
const FIRST_WEEK = 200_000;

/** The week of a place in the order, as its segments are sorted; null of what is no place. */
function weekIn(at: string): string | null {
  const week = Math.floor(Date.parse(at.slice(0, INSTANT)) / WEEK_MS);
  return Number.isNaN(week) ? null : String(FIRST_WEEK + week).padStart(6, '0');
}
const weekOf = (at: string): string => weekIn(at) ?? '';

/** Characters of an instant, as `2026-11-28T03:00:00.000Z`. */
const INSTANT = 24;

/** A place is written some thirty times: its instant as a number takes a third of it. */
const shortened = (at: string): string => `${Date.parse(at.slice(0, INSTANT)).toString(36)}${at.slice(INSTANT)}`;
function lengthened(short: string): string {
  const end = short.indexOf('#');
  return `${new Date(Number.parseInt(short.slice(0, end), 36)).toISOString()}${short.slice(end)}`;
}

/** Requests that are left to a search. */
export interface Budget {
  left: number;
}

/** Items of one request. */
const PAGE = 50;

/** The places of one stem in segments, newest first, read week by week as they are wanted. */
export class Segments {
  private places: string[] = [];
  private isEnd = false;
  /** Sort key before which nothing was read yet. */
  private below = '~';
  private readonly db: Db;
  private readonly stem: string;
  /** Only what is older than this. */
  private before: string | null;
  private readonly budget: Budget;

  constructor(db: Db, stem: string, before: string | null, budget: Budget) {
    this.db = db;
    this.stem = stem;
    this.before = before;
    this.budget = budget;
  }

  /** The first place that is not newer than `at` (the very first for null), or null at the end. */
  async seek(at: string | null): Promise<string | null> {
    for (;;) {
      const skip = this.places.findIndex((place) => at === null || place <= at);
      if (skip >= 0) {
        this.places.splice(0, skip);
        return this.places[0]!;
      }
      this.places = [];
      if (this.isEnd) return null;
      await this.fill(at);
    }
  }

  /** Leaves behind everything down to and with this place. */
  pass(at: string): void {
    this.places = this.places.filter((place) => place < at);
    if (this.before === null || at < this.before) this.before = at;
  }

  /** Reads whole weeks on from where reading ended, or from the week of `at` where that is further. */
  private async fill(at: string | null): Promise<void> {
    const last = at ?? this.before;
    const week = last === null ? null : weekIn(last);
    if (week !== null && `${week}~` < this.below) this.below = `${week}~`;
    const read: { sk: string; places: string }[] = [];
    for (let from: Item | undefined; ; ) {
      this.budget.left--;
      const { items, last: more } = await page<{ sk: string; places: string }>(this.db, {
        condition: 'pk = :pk AND sk < :below',
        values: { ':pk': segmentPk(this.stem), ':below': this.below },
        descending: true,
        limit: PAGE,
        ...(from ? { from } : {}),
      });
      read.push(...items);
      if (more === null) {
        this.isEnd = true;
        break;
      }
      // The last week may go on behind this page.
      const [first, cut] = [read[0]?.sk.split('#')[0], read.at(-1)?.sk.split('#')[0]];
      if (first !== cut) {
        this.below = `${cut}~`;
        while (read.at(-1)?.sk.startsWith(`${cut}#`)) read.pop();
        break;
      }
      from = more;
    }
    const places = new Set(read.flatMap((item) => item.places.split(' ').map(lengthened)));
    const { before } = this;
    this.places = [...places]
      .filter((place) => before === null || place < before)
      .sort()
      .reverse();
  }
}
