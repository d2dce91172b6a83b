/**
 * Learns how reports are linked from the stories of `test/stories` (those named `held-` left out): the weights of
 * `lambda/ledger/model/link.ts`, for the growing ledger, from articles that belong to no story too, and those of
 * `lambda/ledger/pile/ends.ts` and `lambda/ledger/pile/ties.ts`, for a pile. It says how well reports are linked, each story by weights that saw no part of
 * it, and how well on the stories held:
 *
 *   node bench/train-links.ts FILE.jsonl.gz [--write] [--only ledger|pile|own-words]
 *
 * A story is compared whole, as a pile is. All stories and all other articles together stand for a ledger: what its
 * blocks bring together across stories tells no end. The stories name the articles that tell of an end, not the
 * sentences: of such an article the sentence that fits best by the weights of the round before is learned from; what is told in
 * words that no rule reads is learned from the sentences that readers marked (`labels/tells.jsonl`). Run it after `train-joins.ts`
 * and `train-telling.ts`. The same stories give the same weights.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { seenAmong } from '../lambda/ledger/pile/ties.ts';
import { likelihood, type Seen, shares, type Weights, weigher } from '../lambda/ledger/pile/weigh.ts';
import { EXERCISES_DIR, isHeld, type Story, storiesIn } from '../test/stories/judge.ts';
import { acrossPile, foreign, inLedger, inPile, others, type Pair, readStory } from './link-pairs.ts';
import { type Example, type Fit, fit, foldOf } from './logistic.ts';
import { type Tie, tiesOf } from './pile-links.ts';
import { scaleOf } from './scaled.ts';
import { FOLDS, foldIs, halves, LEARNED, mixed, tableOf } from './story-marks.ts';
import { foldsOf, isTold } from './telling-sentences.ts';
import { fitChoices, printed, type UnitsOptions } from './units.ts';

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false }, only: { type: 'string' } },
  allowPositionals: true,
});

const OPTIONS = { penalty: () => 8, prior: () => 0, minimumGroups: 3, rounds: 300 };
const UNITS: UnitsOptions = { units: 16, epochs: 12, pull: 20, dropped: 0.1, batch: 128, step: 0.005 };
const ROUNDS = 5;
/** Parts of the stories that are left out in turn, where what is told in a sentence's own words is learned. */
const TIE_PARTS = 5;
/** So many of ten sentences are learned from as if nothing else were told. */
const LEARNED_ALONE = 3;
const THRESHOLDS = [0.2, 0.3, 0.4, 0.5, 0.6];

const learned = LEARNED.filter(isTold);
const held = storiesIn(EXERCISES_DIR, isHeld).filter(isTold);
const isOf = (stories: readonly Story[]): ((pair: Pair) => boolean) => {
  const names = new Set(stories.map(({ chain }) => chain));
  return ({ story }) => names.has(story);
};

/** What is learned: by its name how, and what each file of weights has. */
const PARTS: Record<string, () => Record<string, string>> = {
  ledger: () => ({ 'model/link-weights': `${JSON.stringify(tableOf(studyLedger()), null, 2)}\n` }),
  pile: () => {
    const own = learned.flatMap((story) => [story, ...halves(story)]).flatMap(inPile);
    const weights = studyPile([...own, ...mixed(learned).flatMap(acrossPile)], held.flatMap(inPile));
    return { 'pile/link-weights': printed(weights) };
  },
  'own-words': () => {
    const { alone, among } = studyOwnWords();
    return { 'pile/own-words-weights': printed(alone), 'pile/own-words-among-weights': printed(among) };
  },
};
const wanted = Object.entries(PARTS).filter(([name]) => values.only === undefined || name === values.only);
if (wanted.length === 0) throw new Error(`--only takes one of ${Object.keys(PARTS).join(', ')}`);
for (const [, learn] of wanted) {
  for (const [file, content] of Object.entries(learn())) {
    if (values.write) writeFileSync(path.join(import.meta.dirname, `../lambda/ledger/${file}.data.json`), content);
  }
}

function studyLedger(): Map<string, number> {
  const chains = [...LEARNED, ...storiesIn(EXERCISES_DIR, isHeld)].map(readStory);
  const strangers = foreign([...chains, ...others(positionals[0])]);
  const ofHeld = isOf(storiesIn(EXERCISES_DIR, isHeld));
  return study(
    'ledger',
    [...learned.flatMap(inLedger), ...strangers.filter((pair) => !ofHeld(pair))],
    [...held.flatMap(inLedger), ...strangers.filter(ofHeld)],
  );
}

/** The same of a pile, with its numbers on one scale. */
function studyPile(pairs: readonly Pair[], unseen: readonly Pair[]): Weights {
  const scale = scaleOf(pairs.flatMap(({ reports }) => reports.map(({ numbers }) => numbers)));
  const onScale = (all: readonly Pair[]): Pair[] =>
    all.map((pair) => ({
      ...pair,
      reports: pair.reports.map(({ names, numbers }) => ({ names, numbers: scale.scaled(numbers) })),
    }));
  return scale.unscaled(study('pile', onScale(pairs), onScale(unseen)));
}

/**
 * What sentences of a pile tell in their own words, as readers marked them; each story read by models that did not see it. What tells
 * them apart among all else that is told learns from what the first model says of stories that it did not see.
 */
function studyOwnWords(): { alone: Weights; among: Weights } {
  const worthFor = foldsOf(learned);
  const own = learned.map((story) => tiesOf(story, worthFor(story.chain)));
  const piles = [...own, ...mixed(learned).map((pile) => tiesOf(pile, worthFor(pile.chain), true))];
  const fitTies = (ties: readonly Tie[]): Weights => fitChoices(ties, ({ sentence }) => sentence, UNITS);
  const partOf = ({ group }: Tie): number => foldIs(group) % TIE_PARTS;
  /** How sure each is of ties that it did not see. */
  const studied = (ties: readonly Tie[]): ((tie: Tie) => (seen: Seen) => number) => {
    const fits = Array.from({ length: TIE_PARTS }, (_, part) =>
      weigher(fitTies(ties.filter((tie) => partOf(tie) !== part))),
    );
    return (tie) => fits[partOf(tie)]!;
  };
  const ties = piles.flat();
  const scoreAlone = studied(ties);
  const among = piles
    .filter((pile) => pile.length > 0)
    .flatMap((pile) => {
      const score = scoreAlone(pile[0]!);
      const whole = seenAmong(pile, score);
      // An article may have no more than one sentence that tells: as if it were so, some are learned from.
      const alone = [...Map.groupBy(pile.keys(), (i) => pile[i]!.sentence)].flatMap(([sentence, own]) => {
        if (foldOf(sentence, 10) >= LEARNED_ALONE) return [];
        const seen = seenAmong(
          own.map((i) => pile[i]!),
          score,
        );
        return own.map((i, n) => [i, seen[n]!] as const);
      });
      const asAlone = new Map(alone);
      return pile.map((tie, i) => ({ tie, whole: whole[i]!, learned: asAlone.get(i) ?? whole[i]! }));
    });
  const seen = among.map(({ tie, learned: seen }): Tie => ({ ...tie, seen }));
  const scoreAmong = studied(seen);
  const all = own.flat().length;
  sayTies('by itself', likeliestEnds(ties.slice(0, all), scoreAlone));
  const judged = among.slice(0, all).map(({ tie, whole: seen }): Tie => ({ ...tie, seen }));
  sayTies('among all else', likeliestEnds(judged, scoreAmong));
  return { alone: fitTies(ties), among: fitTies(seen) };
}

/** Of each sentence the likeliest end of all promises, and whether it is one. */
function likeliestEnds(
  ties: readonly Tie[],
  scoreOf: (tie: Tie) => (seen: Seen) => number,
): { positive: boolean; p: number; isAny: boolean }[] {
  return [...Map.groupBy(ties, ({ sentence }) => sentence).values()].map((own) => {
    const chances = shares(own.map((tie) => scoreOf(tie)(tie.seen)));
    const ends = [...Map.groupBy(own.keys(), (i) => own[i]!.end).values()].map((same) => ({
      p: same.reduce((sum, i) => sum + chances[i]!, 0),
      positive: own[same[0]!]!.positive,
    }));
    const best = ends.reduce((a, b) => (b.p > a.p ? b : a));
    return { ...best, isAny: ends.some(({ positive }) => positive) };
  });
}

function sayTies(how: string, judged: readonly { positive: boolean; p: number; isAny: boolean }[]): void {
  const all = judged.filter(({ isAny }) => isAny).length;
  console.log(
    `pile, in own words, ${how}, by story: ${judged.length} sentences, ${all} of them tell the end of a promise`,
  );
  for (const threshold of THRESHOLDS) {
    const taken = judged.filter(({ p }) => p >= threshold);
    const right = taken.filter(({ positive }) => positive).length;
    console.log(`  from ${threshold}: P ${(right / taken.length).toFixed(3)} R ${(right / all).toFixed(3)}`);
  }
}

/** Learns, and says how well each story is judged by what saw no part of it, and how well the stories held. */
function study(setting: string, pairs: readonly Pair[], unseen: readonly Pair[]): Map<string, number> {
  const names = [...new Set(pairs.map(({ story }) => story))].sort();
  const scored = [...Array(FOLDS).keys()].flatMap((fold) => {
    const out = new Set(names.filter((name) => foldIs(name) === fold));
    const model = learn(pairs.filter(({ story }) => !out.has(story)));
    return pairs.filter(({ story }) => out.has(story)).map((pair) => ({ pair, p: likeliest(pair, model) }));
  });
  say(`${setting}, by story`, scored);
  const model = learn(pairs);
  say(
    `${setting}, stories held`,
    unseen.map((pair) => ({ pair, p: likeliest(pair, model) })),
  );
  return model.weights;
}

function learn(from: readonly Pair[]): Fit {
  let score = ({ names }: Seen): number =>
    names.filter((name) => name === 'act:same' || name === 'party:own' || name.startsWith('ratio')).length;
  let model: Fit | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const examples = from.flatMap(({ story, isEnd, reports }): Example[] => {
      if (reports.length === 0) return [];
      const best = [...reports].sort((a, b) => score(b) - score(a))[0]!;
      const shown = isEnd ? [best] : reports;
      // An article that reports much is no more against a promise than one that reports little.
      const weight = 1 / Math.sqrt(shown.length);
      return shown.map(({ names, numbers }) => ({ features: names, numbers, positive: isEnd, group: story, weight }));
    });
    model = fit(examples, OPTIONS);
    const { score: judge } = model;
    score = ({ names, numbers }) => judge(names, numbers);
  }
  return model!;
}

function likeliest({ reports }: Pair, { score }: Fit): number {
  return Math.max(0, ...reports.map(({ names, numbers }) => likelihood(score(names, numbers))));
}

function say(name: string, all: readonly { pair: Pair; p: number }[]): void {
  const ends = all.filter(({ pair }) => pair.isEnd).length;
  console.log(`${name}: ${all.length} pairs of promise and article, of ${ends} the article tells the end`);
  for (const threshold of THRESHOLDS) {
    const taken = all.filter(({ p }) => p >= threshold);
    const right = taken.filter(({ pair }) => pair.isEnd).length;
    console.log(`  from ${threshold}: P ${(right / taken.length).toFixed(3)} R ${(right / ends).toFixed(3)}`);
  }
}
