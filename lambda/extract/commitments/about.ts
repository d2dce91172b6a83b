/** What an article is about, by its words and by who is in it. */
import type { Token } from '../text/tokens.ts';
import { isAboutDigital } from './lexicon/digital.ts';
import { DOMAINS } from './lexicon/domains.ts';
import type { Parties } from './parties.ts';

const DOMAIN_OF = new Map<string, string>();
for (const [domain, words] of Object.entries(DOMAINS)) for (const word of words) DOMAIN_OF.set(word, domain);

/** Domains of which at least one word in fifty is. */
export function domainsOf(sentences: readonly (readonly Token[])[]): string[] {
  const count = new Map<string, number>();
  let words = 0;
  for (const tokens of sentences) {
    for (const { lower, kind } of tokens) {
      if (kind !== 'word') continue;
      words++;
      const domain = DOMAIN_OF.get(lower);
      if (domain !== undefined) count.set(domain, (count.get(domain) ?? 0) + 1);
    }
  }
  return [...count].filter(([, n]) => n * 50 >= words).map(([domain]) => domain);
}

/** Whether the article is about digital matters, and whether a listed authority has a part in it. */
export function governedOf(sentences: readonly (readonly Token[])[], { all }: Parties): string[] {
  const words: string[] = [];
  for (const tokens of sentences) for (const { kind, lower } of tokens) if (kind === 'word') words.push(lower);
  if (!isAboutDigital(words)) return [];
  const governed = all.some(({ actor, kind }) => actor !== null && (kind === 'regulator' || kind === 'official'));
  return governed ? ['digital', 'governed'] : ['digital'];
}
