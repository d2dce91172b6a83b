import type { Joined } from '../model/model.ts';
import { sourcesOf } from './near.ts';

/** At or above this a promise of a pile is one: what speaks for it together, as if each source saw it by itself. */
const LIKELY = 0.75;

/**
 * The same of what somebody promises in so many words (`Ia berjanji …`, `janjinya …`): of 20 such clauses of the stories of
 * `test/stories` that are below the bar of others 19 are promises.
 */
const LIKELY_PROMISED = 0.4;
const PROMISED: ReadonlySet<string> = new Set(['promise', 'promise-noun']);

/** What it adds that something is told of how it ended: of what was never promised no end is told. */
const IS_TOLD_OF = 0.3;

/**
 * Whether what speaks for a promise of a pile is enough: one that a single clause states, unsurely, and of which nothing more is
 * heard, is rather none. Copies of one text are one voice, the surest of its wordings.
 */
export function isLikely({ cluster, reports }: Pick<Joined, 'cluster' | 'reports'>): boolean {
  const mentions = cluster.members.map(({ mention }) => mention);
  const sources = sourcesOf(mentions.map(({ article }) => article));
  const surest = Map.groupBy(mentions, ({ article }) => sources.get(article.key)!).values();
  let none = 1;
  for (const own of surest) none *= 1 - Math.max(...own.map(({ mention }) => mention.confidence));
  const isPromised = mentions.some(({ mention }) => PROMISED.has(mention.rule));
  return 1 - none + (reports.length > 0 ? IS_TOLD_OF : 0) >= (isPromised ? LIKELY_PROMISED : LIKELY);
}
