import type { Db } from '../../dynamo.ts';
import { docsOf } from './doc.ts';
import { type Budget, type Fresh, readFresh, Segments } from './segments.ts';
import { searchWords, type Word } from './terms.ts';
import { wordsBegun } from './vocabulary.ts';

/** A commitment found, and where it stands in the order (newest first mention first). */
export interface Hit {
  id: string;
  at: string;
}

/** Words of a query beyond these are not looked for. */
const MOST_WORDS = 6;
/** Stems that one word may stand for. */
const MOST_STEMS = 6;
/** Words that are looked at which begin like one. */
const MOST_BEGUN = 50;
/** Requests that one page of hits may take; a rare meeting of frequent words gives a short page with a way on. */
const BUDGET = 40;

/**
 * Commitments that have every word of a query in some form, newest first. The cost of a page does not depend on how
 * many commitments there are: lists of places in one order are walked together, each skipping to where the others are.
 * @param before `at` of the last hit of the page before.
 * @returns `next` is where the next page begins, null at the end.
 */
export async function findCommitments(
  db: Db,
  q: string,
  { before, limit }: { before: string | null; limit: number },
): Promise<{ hits: Hit[]; next: string | null }> {
  const words = searchWords(q).slice(0, MOST_WORDS);
  if (words.length === 0) return { hits: [], next: null };
  const budget = { left: BUDGET };
  const open = /[\p{L}\p{N}]$/u.test(q);
  // Before all else: what is gathered meanwhile is found where it came to.
  const fresh = await readFresh(db);
  const asked = await Promise.all(words.map((word, i) => stemsOf(db, word, open && i === words.length - 1, fresh)));
  const lists = asked.map((stems) => new Union(db, stems, fresh, before, budget));
  const hits: Hit[] = [];
  for (;;) {
    const { places, next } = await meet(lists, limit - hits.length, budget);
    hits.push(...(await standing(db, places, asked)));
    if (next === null || hits.length === limit || budget.left <= 0) return { hits, next };
  }
}

/**
 * Places that stand in all lists, newest first.
 * @returns `next` is the last place, or one before which there is none; null at the end.
 */
async function meet(
  lists: readonly Union[],
  most: number,
  budget: Budget,
): Promise<{ places: string[]; next: string | null }> {
  const places: string[] = [];
  let at: string | null = null;
  for (;;) {
    const heads: string[] = [];
    for (const list of lists) {
      const head = await list.seek(at);
      if (head === null) return { places, next: null };
      heads.push(head);
      if (at === null || head < at) at = head;
    }
    const [first] = heads;
    if (first && heads.every((head) => head === first)) {
      places.push(first);
      for (const list of lists) list.pass(first);
      at = null;
      if (places.length === most) return { places, next: first };
    }
    // A place that is not decided yet is to be seen again.
    if (budget.left <= 0) return { places, next: at === null ? (first ?? null) : `${at}~` };
  }
}

/** Those of the places whose commitment stands there now and has one of the stems of every word. */
async function standing(db: Db, places: readonly string[], asked: readonly string[][]): Promise<Hit[]> {
  const found = places.map((at) => ({ id: at.slice(at.indexOf('#') + 1), at }));
  // One whose first mention has moved may still be noted where it stood.
  const docs = await docsOf(db, [...new Set(found.map(({ id }) => id))]);
  return found.filter(({ id, at }) => {
    const doc = docs.get(id);
    return doc?.at === at && asked.every((stems) => stems.some((stem) => doc.stems.includes(stem)));
  });
}

/** The stems a word stands for: its own, and, for the last word of a query, those of the words it may be the start of. */
async function stemsOf(db: Db, { word, stem }: Word, isOpen: boolean, fresh: readonly Fresh[]): Promise<string[]> {
  if (!isOpen || word.length < 3) return [stem];
  const own = fresh.flatMap(({ words }) => words);
  const begun = await wordsBegun(db, word, own, MOST_BEGUN);
  return [...new Set([stem, ...begun.map(([, one]) => one)])].slice(0, MOST_STEMS);
}

/** The places of several stems as one list, newest first. */
class Union {
  private fresh: string[];
  private readonly segments: Segments[];
  constructor(db: Db, stems: readonly string[], fresh: readonly Fresh[], before: string | null, budget: Budget) {
    this.fresh = fresh
      .filter(({ at, words }) => (before === null || at < before) && words.some(([, stem]) => stems.includes(stem)))
      .map(({ at }) => at)
      .sort()
      .reverse();
    this.segments = stems.map((stem) => new Segments(db, stem, before, budget));
  }
  /** The first place that is not newer than `at` (the very first for null), or null at the end. */
  async seek(at: string | null): Promise<string | null> {
    let best = this.fresh.find((place) => at === null || place <= at) ?? null;
    for (const list of this.segments) {
      const head = await list.seek(at);
      if (head !== null && (best === null || head > best)) best = head;
    }
    return best;
  }
  /** Leaves behind everything down to and with this place. */
  pass(at: string): void {
    this.fresh = this.fresh.filter((place) => place < at);
    for (const list of this.segments) list.pass(at);
  }
}
