import type { Making } from '../model/model.ts';
import { promisedAfter, promisedAnew, runsOf } from './anew.ts';
import { partitionPile } from './join.ts';
import { linkInPile } from './link.ts';

/**
 * How promises are made of a pile, whose owner has chosen what belongs together: every mention and every report is compared
 * with all others, and judged by where it stands among them. What turns out to be promised after an end is then parted from
 * what ended.
 */
export const IN_PILE: Making = (mentions, reviews, reports) => {
  const clusters = partitionPile(mentions, reviews);
  const linked = linkInPile(clusters, reports);
  const runs = clusters.map(runsOf);
  const after = runs.some(({ length }) => length > 1)
    ? promisedAfter(runs, linkInPile(runs.flat(), reports, { ownWords: false }))
    : [];
  const anew = [...promisedAnew(linked), ...after];
  if (anew.length === 0) return { clusters, linked };
  const parted = partitionPile(mentions, reviews, anew);
  return { clusters: parted, linked: linkInPile(parted, reports) };
};
