/** What an article is about, by its words and by who is in it. */
import type { Token } from '../text/tokens.ts';
import { areEnough, isDigital } from './lexicon/digital.ts';
import { DOMAINS } from './lexicon/domains.ts';
import type { Parties } from './parties.ts';

const DOMAIN_OF = new Map<string, string>();
for (const [domain, words] of Object.entries(DOMAINS)) for (const word of words) DOMAIN_OF.set(word, domain);

/**
 * Domains of which at least one word in fifty is; `digital` where the article is about digital matters, and then
 * `governed` where a listed authority has a part in it.
 */
export function domainsOf(sentences: readonly (readonly Token[])[], { all }: Parties): string[] {
  const count = new Map<string, number>();
  let words = 0;
  let digital = 0;
  let before = '';
  for (const tokens of sentences) {
    for (const { lower, kind } of tokens) {
      if (kind !== 'word') continue;
      if (isDigital(before, lower)) digital++;
      before = lower;
      words++;
      const domain = DOMAIN_OF.get(lower);
      if (domain !== undefined) count.set(domain, (count.get(domain) ?? 0) + 1);
    }
  }
  if (isDigital(before, '')) digital++;
  const found = [...count].filter(([, n]) => n * 50 >= words).map(([domain]) => domain);
  if (!areEnough(digital, words)) return found;
  const governed = all.some(({ actor, kind }) => actor !== null && (kind === 'regulator' || kind === 'official'));
  return governed ? [...found, 'digital', 'governed'] : [...found, 'digital'];
}
