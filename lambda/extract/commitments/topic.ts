import type { Token } from '../text/tokens.ts';
import { numberByWord } from '../text/words.ts';
import type { Topic } from '../types.ts';
import { TOPICS } from './lexicon/topics.ts';

const EXACT = new Map<string, number>();
const PAIRS = new Map<string, number>();
/** With what a pair begins: few words do, and only behind these the pair is put together and looked up. */
const FIRST_OF_PAIR = new Set<string>();
/** Beginnings of words with their row, by their first letter. */
const PREFIXES = new Map<number, [string, number][]>();
for (const [row, [, words]] of TOPICS.entries()) {
  for (const word of words) {
    if (word.endsWith('*')) {
      const first = word.charCodeAt(0);
      PREFIXES.set(first, [...(PREFIXES.get(first) ?? []), [word.slice(0, -1), row]]);
    } else if (word.includes(' ')) {
      PAIRS.set(word, row);
      FIRST_OF_PAIR.add(word.split(' ')[0]!);
    } else if (!EXACT.has(word)) EXACT.set(word, row);
  }
}

const rowByBeginning = (word: string): number | undefined =>
  PREFIXES.get(word.charCodeAt(0))?.find(([prefix]) => word.startsWith(prefix))?.[1];
/** One more than the row of a word; 0 of most. */
const rowAfter = numberByWord((word) => 1 + (EXACT.get(word) ?? rowByBeginning(word) ?? -1));
const opensPair = numberByWord((word) => Number(FIRST_OF_PAIR.has(word)));

const ACTION_WEIGHT = 3;

/** What a commitment is about: words of its action count three times those of the rest of its sentence. */
export function topicOf(tokens: readonly Token[], from: number, to: number): Topic {
  const score = new Array<number>(TOPICS.length).fill(0);
  for (let i = 0; i < tokens.length; i++) {
    const weight = i >= from && i < to ? ACTION_WEIGHT : 1;
    const token = tokens[i]!;
    const row = rowAfter(token);
    if (row > 0) score[row - 1]! += weight;
    if (i + 1 === tokens.length || !opensPair(token)) continue;
    const pair = PAIRS.get(`${token.lower} ${tokens[i + 1]!.lower}`);
    if (pair !== undefined) score[pair]! += weight + 1;
  }
  let best = -1;
  for (let row = 0; row < score.length; row++) if (score[row]! > (best < 0 ? 0 : score[best]!)) best = row;
  return best < 0 ? 'other' : TOPICS[best]![0];
}
