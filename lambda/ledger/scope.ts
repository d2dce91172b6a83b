import type { Mention } from '../extract/types.ts';

/**
 * What the ledger keeps, and the published rule: a commitment in which a listed regulator or digital company is
 * obligor, counterparty or speaker, or whose topic is digital. What is left out is counted, not lost: it stays in the
 * article's extraction.
 */
export function inScope(mention: Mention): boolean {
  const parties = [
    mention.obligor,
    ...mention.obligors,
    ...mention.counterparties,
    ...(mention.speaker ? [mention.speaker] : []),
  ];
  return parties.some((p) => p.actor !== null) || DIGITAL_TOPICS.has(mention.topic);
}

/** Topics that are digital by themselves; tax or competition are digital only by who is in them. */
const DIGITAL_TOPICS: ReadonlySet<Mention['topic']> = new Set([
  'registration',
  'content-removal',
  'data-access',
  'child-safety',
]);
