import type { Cluster } from './grouping.ts';
import { overlap } from './overlap.ts';

/** That a promise was replaced: by which, said by which mention, and when that was published. */
export interface Replacement {
  /** Id of the promise that took its place. */
  by: string;
  mention: string;
  at: string;
  recordedAt: string;
}

/** Words of the old promise that must be named for it to be the one replaced. */
const NAMED = 0.34;

/**
 * Finds for each promise the one that replaced it: a later one of the same party whose mention says what it replaces.
 * Pure; of several that may be meant the one named best, of those the latest.
 */
export function replacements(clusters: readonly Cluster[]): Map<Cluster, Replacement> {
  const found = new Map<Cluster, Replacement>();
  for (const by of clusters) {
    for (const member of by.members) {
      const { replaces } = member.mention;
      if (!replaces) continue;
      const named = new Set(replaces.words);
      let best: { old: Cluster; score: number } | null = null;
      for (const old of clusters) {
        const first = old.members[0]!;
        if (old === by || first.day > member.day || first.mention.article.key === member.mention.article.key) continue;
        if (!old.members.some((m) => m.parties.some((p) => member.parties.includes(p)))) continue;
        const words = new Set(old.members.flatMap((m) => [...m.words]));
        const isAct = replaces.acts.includes(first.act);
        const shared = words.size === 0 ? (isAct ? 0.5 : 0) : overlap(words, named);
        const score = shared + (isAct ? 0.5 : 0);
        if (shared < NAMED || (best && score < best.score)) continue;
        best = { old, score };
      }
      if (!best) continue;
      const { recordedAt } = member.mention;
      const at = member.mention.article.published;
      const known = found.get(best.old);
      if (!known || Date.parse(at) < Date.parse(known.at))
        found.set(best.old, { by: by.members[0]!.mention.id, mention: member.mention.id, at, recordedAt });
    }
  }
  return found;
}
