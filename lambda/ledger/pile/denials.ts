/** Contradictions of what an article told right before. */
import type { Cluster } from '../model/grouping.ts';
import { COME } from '../model/link.ts';
import { add, type LinkedReport } from '../model/match.ts';
import type { Report } from '../types.ts';
import { placeOf } from './ties.ts';

/** `Pernyataan itu dibantah keluarga korban`: what the article told right before. */
const POINTS = /\b(?:pernyataan|klaim|keterangan|pengakuan)(?:nya)? (?:itu|tersebut|ini|tadi)\b/i;

/** It contradicts what was said before it. */
export const contradictsThat = ({ kind, quote }: Report): boolean => kind === 'contested' && POINTS.test(quote);

/**
 * Links what contradicts what was said before it to the promise of which the nearest sentence before it told that it is done.
 * @returns the places of those that were linked.
 */
export function linkToWhatWasSaid(denials: readonly Report[], linked: Map<Cluster, LinkedReport[]>): Set<string> {
  const answered = new Set<string>();
  for (const [place, own] of Map.groupBy(denials, placeOf)) {
    const { article, span } = own[0]!;
    const said = [...linked].flatMap(([cluster, links]) =>
      links
        .filter(({ report: r }) => r.article.key === article.key && COME.has(r.kind) && r.span.start < span.start)
        .map((link) => ({ cluster, link })),
    );
    const last = said.sort((a, b) => b.link.report.span.start - a.link.report.span.start)[0];
    if (!last || span.start - last.link.report.span.start > POINTS_WITHIN) continue;
    answered.add(place);
    add(linked, last.cluster, { report: own[0]!, score: last.link.score });
  }
  return answered;
}
/** Characters. */
const POINTS_WITHIN = 500;
