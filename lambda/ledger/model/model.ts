import type { Commitment, Report, Review } from '../types.ts';
import { assemble } from './assemble.ts';
import { byAge, type Features, featuresOf } from './features.ts';
import type { Cluster } from './grouping.ts';
import { type CutBlocks, groupsOf, type Known } from './groups.ts';
import { partition } from './join.ts';
import { type LinkedReport, linkReports } from './match.ts';
import { type Replacement, replacements } from './replace.ts';

/** One promise with the parts it is made of: what {@link commitmentAt} needs for an earlier moment. */
export interface Joined {
  cluster: Cluster;
  reports: LinkedReport[];
  reviews: Review[];
  replacement: Replacement | null;
  /** Promises that it replaced, and when that was said. */
  replaced: { id: string; at: string }[];
}

/** Promises, and what reports tell of each. */
export interface Made {
  clusters: Cluster[];
  linked: ReadonlyMap<Cluster, LinkedReport[]>;
}

/** How promises are made of mentions and reports: in the growing ledger, or in a pile (`pile/pile.ts`). */
export type Making = (mentions: readonly Features[], reviews: readonly Review[], reports: readonly Report[]) => Made;

const IN_LEDGER: Making = (mentions, reviews, reports) => {
  const clusters = partition(mentions, reviews);
  return { clusters, linked: linkReports(clusters, reports) };
};

/**
 * The promises of a group: a pure function of what is in it. The same mentions, reports and reviews in any order and
 * any number give the same promises.
 */
export function promisesOf({ mentions, reports, reviews }: Known, making = IN_LEDGER): Joined[] {
  const live = [...new Map(mentions.filter((m) => !m.retractedAt).map((m) => [m.id, m])).values()];
  const { clusters, linked } = making(
    live.map(featuresOf),
    reviews,
    reports.filter((r) => !r.retractedAt),
  );
  const replaced = replacements(clusters);
  return clusters
    .sort((a, b) => byAge(a.members[0]!, b.members[0]!))
    .map((cluster) => ({
      cluster,
      reports: linked.get(cluster) ?? [],
      reviews: reviews.filter((r) => concerns(r, cluster)),
      replacement: replaced.get(cluster) ?? null,
      replaced: [...replaced]
        .filter(([, { by }]) => by === cluster.members[0]!.mention.id)
        .map(([old, { at }]) => ({ id: old.members[0]!.mention.id, at }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    }));
}

/** A review concerns the promise that now holds the mention it named. */
function concerns(review: Review, { members }: Cluster): boolean {
  const { action } = review;
  const ids = action.kind === 'must-link' || action.kind === 'cannot-link' ? [action.a, action.b] : [review.commitment];
  return members.some((m) => ids.includes(m.mention.id));
}

/** A promise as everything known makes it. */
export function commitmentOf({ cluster, replaced, ...parts }: Joined): Commitment {
  return assemble({ members: cluster.members, joins: cluster.joins, replaced: replaced.map(({ id }) => id), ...parts });
}

/** A promise as far as it had been published by a moment; null before its first mention. */
export function commitmentAt(
  { cluster, reports, reviews, replacement, replaced }: Joined,
  at: Date,
): Commitment | null {
  const by = (published: string): boolean => Date.parse(published) <= at.getTime();
  const members: Features[] = cluster.members.filter((m) => by(m.mention.article.published));
  if (members.length === 0) return null;
  return assemble({
    members,
    joins: cluster.joins,
    reports: reports.filter(({ report }) => by(report.article.published)),
    reviews: reviews.filter((r) => by(r.at)),
    replacement: replacement && by(replacement.at) ? replacement : null,
    replaced: replaced.filter((r) => by(r.at)).map(({ id }) => id),
  });
}

/** All promises of a group. */
export const commitmentsOf = (group: Known): Commitment[] => promisesOf(group).map(commitmentOf);

/**
 * All promises that mentions, reports and reviews make up, group by group.
 * @param cuts how crowded blocks are cut; without it as these mentions cut them.
 */
export const promisesIn = (known: Known, cuts?: CutBlocks): Joined[] =>
  groupsOf(known, cuts).flatMap((group) => promisesOf(group));
