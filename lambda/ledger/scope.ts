import { isAboutDigital } from '../extract/commitments/lexicon/digital.ts';
import type { Mention } from '../extract/types.ts';
import { wordsOf } from './words/words.ts';

/** How an article is read for a ledger. */
export interface ReadOptions {
  /** It is one of a pile that somebody chose: all of it is kept, whatever it is about and whomever it names. */
  chosen?: boolean;
}

/**
 * What the ledger keeps, and the published rule: a commitment in which a listed regulator or digital company is
 * obligor, counterparty or speaker (a person speaks for an office or a company too), or whose topic is digital, by its
 * own words or by those of its article. What is left out is counted, not lost: it stays in the article's extraction.
 * @param digital whether the article is about digital matters ({@link speaksOfDigital} of its headline and text).
 */
export function inScope(mention: Mention, digital: boolean): boolean {
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
    digital
  );
}

/** Topics that are digital by themselves; tax or competition are digital only by who is in them. */
const DIGITAL_TOPICS: ReadonlySet<Mention['topic']> = new Set([
  'registration',
  'content-removal',
  'data-access',
  'child-safety',
]);

/** True of a text that is about digital matters. */
export const speaksOfDigital = (text: string): boolean => isAboutDigital(wordsOf(text));

/** Whether an article is about digital matters: found when it is first asked, for most articles never are. */
export function onceDigital({ title, text }: { title: string; text: string }): () => boolean {
  let found: boolean | undefined;
  return () => (found ??= speaksOfDigital(`${title}. ${text}`));
}
