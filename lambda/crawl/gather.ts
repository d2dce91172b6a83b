import type { KeptPage, SnapshotStore } from './snapshots.ts';

/**
 * Lets those who work side by side keep their pages in one object: an object costs the same however little is in it.
 * Pages are kept once all who have begun have brought theirs or ended without any.
 */
export interface Gathering {
  /** Runs some work with a store of its own: what it puts there first is kept with what the others put. */
  working<T>(work: (store: SnapshotStore) => Promise<T>): Promise<T>;
}

/** Nobody waits longer than this for the others: one slow page must not cost the rest their time. */
const LONGEST_WAIT_MS = 20_000;

/** A timer that keeps no process alive. */
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

interface Waiting {
  pages: readonly Uint8Array[];
  resolve: (kept: KeptPage[]) => void;
  reject: (cause: unknown) => void;
}

/** @param after resolves when those who have brought their pages have waited long enough. */
export function gathering(store: SnapshotStore, after: () => Promise<void> = () => wait(LONGEST_WAIT_MS)): Gathering {
  /** How many may still bring pages. */
  let coming = 0;
  let waiting: Waiting[] = [];

  async function keep(): Promise<void> {
    const together = waiting;
    waiting = [];
    try {
      const kept = await store.put(together.flatMap(({ pages }) => pages));
      for (const { pages, resolve } of together) resolve(kept.splice(0, pages.length));
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  function comes(pages: readonly Uint8Array[]): Promise<KeptPage[]> {
    return new Promise((resolve, reject) => {
      const group = waiting;
      group.push({ pages, resolve, reject });
      if (group.length === 1) void after().then(() => (group === waiting ? keep() : undefined));
      nextComes();
    });
  }

  /** Those who begin in the same breath are known first. */
  const nextComes = () =>
    queueMicrotask(() => {
      if (coming === 0 && waiting.length > 0) void keep();
    });

  return {
    async working(work) {
      coming++;
      let isComing = true;
      const comesNoMore = () => {
        if (isComing) coming--;
        isComing = false;
      };
      try {
        return await work({
          get: (page) => store.get(page),
          put(pages) {
            comesNoMore();
            return comes(pages);
          },
        });
      } finally {
        comesNoMore();
        nextComes();
      }
    },
  };
}
