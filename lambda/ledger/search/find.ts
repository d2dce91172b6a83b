import type { Db } from '../../dynamo.ts';
import { page } from '../../items.ts';
import { postingPk, vocabularyPk } from './keys.ts';
import { searchWords, type Word } from './terms.ts';

/** A commitment found, and where it stands in the order (newest first mention first). */
export interface Hit {
  id: string;
  at: string;
}

/** Words of a query beyond these are not looked for. */
const MOST_WORDS = 6;
/** Stems that one word may stand for. */
const MOST_STEMS = 6;
const PAGE = 100;
/** Requests that one page of hits may take; a rare meeting of frequent words gives a short page with a way on. */
const BUDGET = 40;

/**
 * Commitments that have every word of a query in some form, newest first. The cost of a page does not depend on how
 * many commitments there are: lists of postings in one order are walked together, each skipping to where the others are.
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
  const lists = await Promise.all(
    words.map(
      async (word, i) => new Union(db, await stemsOf(db, word, open && i === words.length - 1), before, budget),
    ),
  );
  const hits: Hit[] = [];
  let at: string | null = null;
  for (;;) {
    const heads: Hit[] = [];
    for (const list of lists) {
      const head = await list.seek(at);
      if (head === null) return { hits, next: null };
      heads.push(head);
      if (at === null || head.at < at) at = head.at;
    }
    const [first] = heads;
    if (first && heads.every((head) => head.at === first.at)) {
      hits.push(first);
      if (hits.length === limit) return { hits, next: first.at };
      // The key just before this one: postings are in descending order.
      for (const list of lists) list.pass(first.at);
      at = null;
    }
    // A place that is not decided yet is to be seen again.
    if (budget.left <= 0) return { hits, next: at === null ? (first?.at ?? null) : `${at}~` };
  }
}

/** The stems a word stands for: its own, and, for the last word of a query, those of the words it may be the start of. */
async function stemsOf(db: Db, { word, stem }: Word, isOpen: boolean): Promise<string[]> {
  if (!isOpen || word.length < 3) return [stem];
  const { items } = await page<{ sk: string; stem: string }>(db, {
    condition: 'pk = :pk AND begins_with(sk, :word)',
    values: { ':pk': vocabularyPk(word), ':word': word },
    limit: 50,
  });
  return [...new Set([stem, ...items.map((item) => item.stem)])].slice(0, MOST_STEMS);
}

interface Budget {
  left: number;
}

/** The postings of several stems as one list, newest first. */
class Union {
  private readonly lists: Postings[];
  constructor(db: Db, stems: readonly string[], before: string | null, budget: Budget) {
    this.lists = stems.map((stem) => new Postings(db, stem, before, budget));
  }
  /** The first hit that is not newer than `at` (the very first for null), or null at the end. */
  async seek(at: string | null): Promise<Hit | null> {
    let best: Hit | null = null;
    for (const list of this.lists) {
      const head = await list.seek(at);
      if (head && (best === null || head.at > best.at)) best = head;
    }
    return best;
  }
  /** Leaves behind everything down to and with this place. */
  pass(at: string): void {
    for (const list of this.lists) list.pass(at);
  }
}

class Postings {
  private buffer: Hit[] = [];
  private isEnd = false;
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

  async seek(at: string | null): Promise<Hit | null> {
    for (;;) {
      const skip = at === null ? 0 : this.buffer.findIndex((hit) => hit.at <= at);
      if (skip >= 0 && this.buffer.length > 0) {
        this.buffer.splice(0, skip);
        return this.buffer[0]!;
      }
      if (this.isEnd) return null;
      await this.fill(at);
    }
  }

  pass(at: string): void {
    this.buffer = this.buffer.filter((hit) => hit.at < at);
    if (this.before === null || at < this.before) this.before = at;
  }

  /** Reads on from where the buffer ends, or from `at` where that is further. */
  private async fill(at: string | null): Promise<void> {
    const last = this.buffer.at(-1)?.at ?? this.before;
    // `~` sorts behind every key that begins like it, so that `at` itself is within.
    const upper = last !== null && (at === null || last <= at) ? last : at === null ? '~' : `${at}~`;
    this.budget.left--;
    const { items, last: more } = await page<{ sk: string; id: string }>(this.db, {
      condition: 'pk = :pk AND sk < :upper',
      values: { ':pk': postingPk(this.stem), ':upper': upper },
      descending: true,
      limit: PAGE,
    });
    this.buffer = items.map(({ sk, id }) => ({ id, at: sk }));
    this.isEnd = more === null;
  }
}
