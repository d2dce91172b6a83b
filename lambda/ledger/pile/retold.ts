import { type Features, told } from '../model/features.ts';
import { isListedKey } from '../model/parties.ts';
import { rounded } from '../model/similarity.ts';
import { type PileGrouping, reasonOf, uniteInPile } from './grouping.ts';

/**
 * So much less surely than others, in log-odds, a statement may be one with the promise that it speaks of again, by how
 * surely it says so (`model/cues.ts`). Of 218 dated statements in the stories of `test/stories` (those included from
 * which the words were taken) that say it or rather say it 208 were of a promise in an earlier article; of 436 round which a thing
 * is only late 257, which the model of pairs weighs.
 */
const LENIENCE = [null, null, 1, 3] as const;

/**
 * A statement that moves a day, and was joined to nothing before it, means the likeliest promise of an earlier article,
 * however it is worded. The growing ledger knows no such promise of most such statements. In order of age, so that the order
 * in which articles come does not matter.
 * @param least log-odds above which other mentions are joined.
 * @param areNear whether an earlier and a later one are of one matter.
 */
export function joinRetold(grouping: PileGrouping, least: number, areNear: (i: number, j: number) => boolean): void {
  const { all, odds, groups, groupOf, sums } = grouping;
  for (const [j, late] of all.entries()) {
    const own = groups[groupOf[j]!]!;
    const lenience = LENIENCE[late.retold];
    if (lenience === null || late.due === null || own.some((i) => told(all[i]!) < told(late))) continue;
    let best: number | null = null;
    for (let i = 0; i < j; i++) {
      if (told(all[i]!) >= told(late) || !areNear(i, j) || !mayMean(all[i]!, late)) continue;
      if (odds[i]![j]! < least - lenience || (best !== null && odds[i]![j]! <= odds[best]![j]!)) continue;
      if (sums[groupOf[i]!]![groupOf[j]!]! > Number.NEGATIVE_INFINITY) best = i;
    }
    if (best === null) continue;
    uniteInPile(grouping, best, j, reasonOf(grouping, best, j, { moved: rounded(odds[best]![j]!) }));
  }
}

/** What two listed bodies promised is not one promise; and what only seems to move a day must move one. */
function mayMean(early: Features, late: Features): boolean {
  const isKnown = ({ parties }: Features): boolean => parties.every(isListedKey);
  if (isKnown(early) && isKnown(late) && !early.parties.some((party) => late.parties.includes(party))) return false;
  return late.retold === 3 || (early.due !== null && early.due.to < late.due!.to);
}
