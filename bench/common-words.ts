/**
 * Finds which content words are common in general news (`lambda/ledger/words/common.data.json`): of articles that nobody
 * marked, in how many a word stands. A word that two texts share says the more that they speak of one matter the rarer
 * it is.
 *
 *   node bench/common-words.ts FILE.jsonl.gz [--write]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { contentOf } from '../lambda/ledger/words/words.ts';

const EVERYDAY = 0.03;
const FREQUENT = 0.01;

const file = process.argv[2];
if (!file) throw new Error('name a file of articles: node bench/common-words.ts FILE.jsonl.gz [--write]');
const articles: { title?: string; text: string }[] = gunzipSync(readFileSync(file))
  .toString('utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const times = new Map<string, number>();
for (const { title = '', text } of articles) {
  for (const word of contentOf(`${title}. ${text}`)) times.set(word, (times.get(word) ?? 0) + 1);
}
const between = (from: number, to: number): string[] =>
  [...times]
    .filter(([word, n]) => n >= from * articles.length && n < to * articles.length && /^[a-z][a-z-]*$/.test(word))
    .map(([word]) => word)
    .sort();
const everyday = between(EVERYDAY, Number.POSITIVE_INFINITY);
const frequent = between(FREQUENT, EVERYDAY);
console.log(`${articles.length} articles: ${everyday.length} everyday words, ${frequent.length} frequent ones`);
if (process.argv.includes('--write')) {
  const kept = { everyday: everyday.join(' '), frequent: frequent.join(' ') };
  writeFileSync(
    path.join(import.meta.dirname, '../lambda/ledger/words/common.data.json'),
    `${JSON.stringify(kept, null, 2)}\n`,
  );
}
