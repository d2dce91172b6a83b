import { type Features, told } from './features.ts';
import type { Grouping } from './join.ts';
import { rounded, SAME, type Similarity } from './similarity.ts';

/**
 * So much less than {@link SAME} a statement may be like the promise that it speaks of again, by how surely it does so
 * (`cues.ts`). Of 95 statements in the stories of `test/stories` that say themselves that a day is moved 93 were of a promise
 * in an earlier article; all of those that were joined to nothing and this much like one were of the likeliest.
 */
const RETOLD = [0, 0.1, 0.2, 0.3] as const;

/**
 * Of a pile, whose owner has chosen what belongs to a matter: a statement that moves a day, and was joined to nothing before
 * it, means the likeliest promise of an earlier article, however it is worded. The growing ledger knows no such promise of
 * most such statements. In order of age, so that the order in which articles come does not matter.
 */
export function joinRetold({ all, groups, groupOf, between, unite }: Grouping): void {
  for (const [j, late] of all.entries()) {
    const own = groups[groupOf[j]!]!;
    if (late.retold === 0 || late.due === null || own.some((i) => told(all[i]!) < told(late))) continue;
    let best: { i: number; like: Similarity } | null = null;
    for (let i = 0; i < j; i++) {
      const like = between(i, j);
      if (!like || like.score < SAME - RETOLD[late.retold] || told(all[i]!) >= told(late)) continue;
      if (!mayMean(all[i]!, late) || (best !== null && like.score <= best.like.score)) continue;
      if (mayBeOne(groups[groupOf[i]!]!, own, between)) best = { i, like };
    }
    if (best === null) continue;
    const { score, features } = best.like;
    const moved = { ...features, moved: rounded(SAME - score) };
    unite(best.i, j, { a: all[best.i]!.mention.id, b: late.mention.id, score: SAME, features: moved });
  }
}

/** What two listed bodies promised is not one promise; and what only seems to move a day must move one. */
function mayMean(early: Features, late: Features): boolean {
  const isKnown = ({ parties }: Features): boolean => parties.every((party) => party.startsWith('a:'));
  if (isKnown(early) && isKnown(late) && !early.parties.some((party) => late.parties.includes(party))) return false;
  return late.retold === 3 || (early.due !== null && early.due.to < late.due!.to);
}

/** Nothing forbids that two groups are one. */
const mayBeOne = (a: readonly number[], b: readonly number[], between: Grouping['between']): boolean =>
  a.every((i) => b.every((j) => between(i, j)?.veto === null));
