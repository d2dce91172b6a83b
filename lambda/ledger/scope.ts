import { isDigital } from '../extract/commitments/lexicon/digital.ts';
import type { Mention } from '../extract/types.ts';

/**
 * What the ledger keeps, and the published rule: a commitment in which a listed regulator or digital company is
 * obligor, counterparty or speaker (a person speaks for an office or a company too), or whose topic is digital, by its
 * own words, its sentence or the headline above it. What is left out is counted, not lost: it stays in the article's
 * extraction.
 * @param context the sentence of the mention and the headline of its article.
 */
export function inScope(mention: Mention, context: string): boolean {
  const parties = [
    mention.obligor,
    ...mention.obligors,
    ...mention.counterparties,
    ...(mention.speaker ? [mention.speaker] : []),
  ];
  return (
    parties.some((p) => p.actor !== null) ||
    mention.speakerFor !== undefined ||
    DIGITAL_TOPICS.has(mention.topic) ||
    speaksOfDigital(context)
  );
}

/** Topics that are digital by themselves; tax or competition are digital only by who is in them. */
const DIGITAL_TOPICS: ReadonlySet<Mention['topic']> = new Set([
  'registration',
  'content-removal',
  'data-access',
  'child-safety',
]);

/** True of a text that speaks of digital matters. */
export function speaksOfDigital(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  return words.some((word, i) => isDigital(word, words[i + 1] ?? ''));
}
