import { loadArticle } from './article.ts';
import type { CrawlDeps } from './deps.ts';
import { articleKeys } from './entries.ts';
import { placeStored } from './store-article.ts';

export interface ReextractOptions {
  /** Months of publication (`YYYY-MM`), both inclusive. */
  from: string;
  to: string;
  clock: () => Date;
  /** Told after each article: how many were looked at, and how many were placed anew. */
  onProgress?: (looked: number, placed: number) => void;
  /** Told of an article that could not be placed; the rest goes on. */
  onProblem?: (problem: string) => void;
}

/**
 * Reads kept articles again with the extractor that runs now and places what it finds; an article that the ledger has
 * had in this version is passed over, so that a run that was broken off goes on where it was.
 */
export async function reextract(
  deps: Pick<CrawlDeps, 'db'>,
  options: ReextractOptions,
): Promise<{ looked: number; placed: number }> {
  let looked = 0;
  let placed = 0;
  for await (const key of articleKeys(deps.db, options.from, options.to)) {
    const article = await loadArticle(deps, key);
    looked++;
    if (!article) continue;
    try {
      if (await placeStored(deps, article, options.clock())) placed++;
    } catch (error) {
      options.onProblem?.(`${article.url}: ${(error as Error).message}`);
    }
    options.onProgress?.(looked, placed);
  }
  return { looked, placed };
}
