import type { Commitment } from '../types.ts';
import { stem } from '../words/stem.ts';
import { isStopWord, wordsOf } from '../words/words.ts';

/** A word of a text and the stem under which its forms are found. */
export interface Word {
  word: string;
  stem: string;
}

/** More than these of one commitment are not indexed: a list of a hundred names is no description. */
const MOST_WORDS = 250;
const LONGEST_WORD = 40;

/** The words of a text that can be searched for, each once: no function words, compounds as their parts. Never throws. */
export function searchWords(text: string): Word[] {
  const found = new Map<string, Word>();
  for (const compound of wordsOf(text)) {
    for (const word of new Set(compound.split('-'))) {
      if (word.length < 2 || word.length > LONGEST_WORD || isStopWord(word) || /^\d{1,2}$/.test(word)) continue;
      if (!found.has(word)) found.set(word, { word, stem: stem(word) || word });
    }
  }
  return [...found.values()];
}

/** What of a commitment is searched: its action, everyone in it, its quotes and those of its outcomes. */
export function wordsOfCommitment(c: Commitment): Word[] {
  const parties = [...c.obligors, ...c.counterparties, ...(c.speaker ? [c.speaker] : [])];
  const text = [
    c.action,
    ...parties.flatMap((party) => [party.text, party.actor ?? '']),
    ...c.mentions.map((m) => m.quote),
    ...c.outcomes.map((o) => o.evidence.quote),
  ].join('\n');
  return searchWords(text).slice(0, MOST_WORDS);
}
