/** What an article is about, by its words and by who is in it. */
import type { Token } from '../text/tokens.ts';
import { byWord } from '../text/words.ts';
import { areEnough, isDigitalWord } from './lexicon/digital.ts';
import { DOMAINS } from './lexicon/domains.ts';
import type { Parties } from './parties.ts';

const DOMAINS_BY_WORD = new Map<string, string>();
for (const [domain, words] of Object.entries(DOMAINS)) for (const word of words) DOMAINS_BY_WORD.set(word, domain);
const domainOf = byWord((word) => DOMAINS_BY_WORD.get(word) ?? null);

/**
 * Domains of which at least one word in fifty is; `digital` where the article is about digital matters, and then
 * `governed` where a listed authority has a part in it.
 */
export function domainsOf(sentences: readonly (readonly Token[])[], { all }: Parties): string[] {
  const count = new Map<string, number>();
  let words = 0;
  let digital = 0;
  let before: Token | undefined;
  for (const tokens of sentences) {
    for (const token of tokens) {
      if (token.kind !== 'word') continue;
      if (before !== undefined && isDigitalWord(before, token.lower)) digital++;
      before = token;
      words++;
      const domain = domainOf(token);
      if (domain !== null) count.set(domain, (count.get(domain) ?? 0) + 1);
    }
  }
  if (before !== undefined && isDigitalWord(before, '')) digital++;
  const found = [...count].filter(([, n]) => n * 50 >= words).map(([domain]) => domain);
  if (!areEnough(digital, words)) return found;
  const governed = all.some(({ actor, kind }) => actor !== null && (kind === 'regulator' || kind === 'official'));
  return governed ? [...found, 'digital', 'governed'] : [...found, 'digital'];
}
