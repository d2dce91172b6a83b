import type { Place, Report, Review, StoredMention } from '../types.ts';
import { placesOf, reportPlaces } from './blocks.ts';
import { postingsOf } from './postings.ts';
import { type Cuts, cutsOf, type Stretch, stretchesTold, stretchKey, stretchOf } from './stretches.ts';
import { tells } from './tells.ts';

/** What joining looks at: mentions that may be the same promise, reports that may tell of its end, and reviews. */
export interface Known {
  mentions: readonly StoredMention[];
  reports: readonly Report[];
  reviews: readonly Review[];
}

/** How blocks are cut; one that is not named is whole. */
export type CutBlocks = ReadonlyMap<string, Cuts>;

const NONE: Cuts = new Set();

/** A stretch of a block, as one word: only what stands in one is compared. */
export const nodeKey = (block: string, stretch: Stretch): string => `${block}|${stretchKey(stretch)}`;
export const nodeOf = ({ block, day }: Place, cuts: CutBlocks): string =>
  nodeKey(block, stretchOf(day, cuts.get(block) ?? NONE));

/** How blocks are cut by all their mentions, those that were retracted or have left counted. */
export function cutBlocks(mentions: readonly StoredMention[]): CutBlocks {
  const days = new Map<string, Map<string, number>>();
  for (const mention of mentions) {
    for (const { block, day } of placesOf(mention))
      days.set(block, (days.get(block) ?? new Map<string, number>()).set(`${mention.id} ${day}`, day));
  }
  return new Map([...days].map(([block, own]) => [block, new Set(cutsOf([...own.values()]))]));
}

/**
 * Parts what is known into groups between which nothing is joined: the stretches of blocks that some mention or a
 * reviewer links. A pure function of the set.
 */
export function groupsOf({ mentions, reports, reviews }: Known, cuts: CutBlocks = cutBlocks(mentions)): Known[] {
  const { find, unite } = unionOf();
  const homes = new Map<StoredMention, string>();
  const homeOfId = new Map<string, string>();
  for (const mention of mentions) {
    const [home, ...others] = placesOf(mention).map((place) => nodeOf(place, cuts));
    homes.set(mention, home!);
    if (!mention.leftAt) homeOfId.set(mention.id, home!);
    for (const other of others) unite(home!, other);
  }
  for (const { action } of reviews) {
    if (action.kind !== 'must-link') continue;
    const [a, b] = [homeOfId.get(action.a), homeOfId.get(action.b)];
    if (a !== undefined && b !== undefined) unite(a, b);
  }
  const groups = new Map<string, { mentions: StoredMention[]; reports: Report[]; reviews: readonly Review[] }>();
  for (const [mention, home] of homes) {
    const key = find(home);
    const group = groups.get(key) ?? { mentions: [], reports: [], reviews };
    groups.set(key, group);
    group.mentions.push(mention);
  }
  const waiting = waitingIn(mentions);
  for (const report of reports) {
    const nodes = reportPlaces(report).flatMap(({ block, day }) =>
      [block, ...homesMet(report, waiting.get(block))].flatMap((own) =>
        stretchesTold(day, cuts.get(own) ?? NONE).map((stretch) => nodeKey(own, stretch)),
      ),
    );
    for (const key of new Set(nodes.map(find))) groups.get(key)?.reports.push(report);
  }
  return [...groups.values()];
}

/** The mentions that wait under each posting. */
function waitingIn(mentions: readonly StoredMention[]): Map<string, StoredMention[]> {
  const found = new Map<string, StoredMention[]>();
  for (const mention of mentions) {
    if (mention.leftAt || mention.retractedAt) continue;
    for (const posting of postingsOf(mention)) found.set(posting, [...(found.get(posting) ?? []), mention]);
  }
  return found;
}

/** Home blocks of the mentions under a posting of which a report may tell. */
const homesMet = (report: Report, waiting: readonly StoredMention[] = []): string[] =>
  waiting.flatMap((mention) => (tells(report, mention) ? placesOf(mention)[0]!.block : []));

/** Sets of names that are united, each known by its smallest name. */
function unionOf() {
  const parent = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    return root;
  };
  const unite = (a: string, b: string): void => {
    const [root, other] = [find(a), find(b)].sort();
    if (root !== other) parent.set(other!, root!);
  };
  return { find, unite };
}
