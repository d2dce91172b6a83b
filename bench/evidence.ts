import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { EXERCISES_DIR, endings, isHeld, judge, judgeLedger, storiesIn, type Verdict } from '../test/stories/judge.ts';

/**
 * How often the ledger misses what became of a commitment, counted on the exercises of `test/stories`: those that no rule
 * was tuned on (`held-*`) give the figure that the page states. `node bench/evidence.ts` writes it, and prints beside it what a
 * pile of each of them gets right.
 */
const held = endings(storiesIn(EXERCISES_DIR, isHeld).map(judgeLedger));
const tuned = endings(storiesIn(EXERCISES_DIR, (name) => !isHeld(name)).map(judgeLedger));
writeFileSync(
  path.join(import.meta.dirname, '../lambda/api/page/missed.data.ts'),
  `/**
 * Commitments that the ledger keeps and whose outcome is reported, and those of which it was seen. Measured and written by
 * \`node bench/evidence.ts\`.
 */
export const MISSED = { ended: ${held.kept}, seen: ${held.seen} };
`,
);
const verdicts = storiesIn(EXERCISES_DIR, isHeld).map((story) => judge(story));
const pile = endings(verdicts);
const sum = (of: (verdict: Verdict) => number): number => verdicts.reduce((all, one) => all + of(one), 0);
console.log(`held stories, of a pile that is compared whole: ${pile.seen} of ${pile.ended} outcomes seen`);
console.log(
  `  found ${sum((v) => v.found)} of ${sum((v) => v.expected)}, invented ${sum((v) => v.extra.length)}; deadlines right ${sum((v) => v.deadlinesRight)} of ${sum((v) => v.deadlines)}, statuses ${sum((v) => v.instantsRight)} of ${sum((v) => v.instants)}`,
);
console.log(
  `held stories, as the ledger grows: ${held.seen} of ${held.kept} outcomes seen of what it keeps (${held.ended} in all); stories that rules were tuned on: ${tuned.seen} of ${tuned.kept} (${tuned.ended})`,
);
