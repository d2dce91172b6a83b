import { stem } from '../words/stem.ts';
import { isFunctionWord, isStopWord, terms } from '../words/words.ts';
import kindred from './kindred.data.json' with { type: 'json' };

/**
 * Of a stem its row; of two stems that follow each other theirs, and of a word that is printed with a hyphen. The concepts of
 * `words/synonyms.data.json` are another table: keys, blocks and acts of the growing ledger rest on them. This one only tells how
 * alike two texts of a pile are, is in no bundle, and may grow without a data folder being made anew.
 */
const rowOf = new Map<string, string>();
for (const [row, words] of kindred.rows.entries()) {
  for (const word of words.split(' ')) {
    rowOf.set(stem(word), `=${row}`);
    if (word.includes('-')) rowOf.set(word.split('-').map(stem).join(' '), `=${row}`);
  }
}

/**
 * What a text speaks of, as words in which those that news uses for each other are one (`kindred.data.json`): of each word its
 * row, or where it is in none the concept of a content word; of two words that are in a row together that row as well.
 */
export function kindredIn(text: string): Set<string> {
  const found = new Set<string>();
  const all = terms(text);
  for (const [i, { concept, stem: own, word }] of all.entries()) {
    const next = all[i + 1]?.stem;
    const pair = next === undefined ? undefined : rowOf.get(`${own} ${next}`);
    if (pair !== undefined) found.add(pair);
    if (isFunctionWord(word)) continue;
    const row = rowOf.get(own);
    if (row !== undefined) found.add(row);
    else if (word.length > 1 && !isStopWord(word) && !/^\d{1,2}$/.test(word)) found.add(concept);
  }
  return found;
}
