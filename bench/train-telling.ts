/**
 * Learns how a sentence of a pile tells what became of a promise, from the sentences that readers marked in the stories of
 * `test/stories` (`labels/tells.jsonl`; those named `held-` are not marked): the weights of `lambda/ledger/pile/telling`. It says how
 * well that is told, each story by weights that saw no part of it:
 *
 *   node bench/train-telling.ts [--write]
 *
 * Run it after `train-commitments.ts` and before `train-links.ts`. Deterministic: no random number.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { anyOf, likeliestOf, TOLD_KINDS, tellingOf, unpackTelling } from '../lambda/ledger/pile/telling/telling.ts';
import { LEARNED } from './story-marks.ts';
import { fitTelling, packTelling } from './telling-fit.ts';
import { foldsOf, isTold, sentencesToLearn } from './telling-sentences.ts';

const stories = LEARNED.filter(isTold);
const all = stories.flatMap(sentencesToLearn);
const fits = foldsOf(stories);
const judged = all.map(({ group, clues, kind }) => ({ kind, telling: tellingOf(clues, fits(group)) }));
const told = judged.filter(({ kind }) => kind !== null).length;
console.log(`${all.length} sentences of ${stories.length} stories, ${told} of them tell what became of a promise`);
for (const least of [0.1, 0.2, 0.3, 0.4, 0.5, 0.6]) {
  const taken = judged.filter(({ telling }) => anyOf(telling) >= least);
  const right = taken.filter(({ kind }) => kind !== null);
  const same = right.filter(({ kind, telling }) => kind === likeliestOf(telling));
  const share = (a: readonly unknown[], b: number): string => (a.length / b).toFixed(3);
  console.log(
    `  from ${least}: P ${share(right, taken.length)} R ${share(right, told)}, of the right kind ${share(same, right.length)}`,
  );
}
for (const kind of TOLD_KINDS) {
  const taken = judged.filter(({ telling }) => anyOf(telling) >= 0.5 && likeliestOf(telling) === kind);
  const right = taken.filter((one) => one.kind === kind).length;
  const of = judged.filter((one) => one.kind === kind).length;
  console.log(`  ${kind}, from 0.5: P ${(right / taken.length).toFixed(3)} R ${(right / of).toFixed(3)} of ${of}`);
}
if (process.argv.includes('--write')) {
  const file = path.join(import.meta.dirname, '../lambda/ledger/pile/telling/weights.data.json');
  const packed = packTelling(fitTelling(all));
  writeFileSync(file, `${JSON.stringify(packed, null, 1)}\n`);
  console.log(`${unpackTelling(packed).size} clues written`);
}
