/**
 * Learns how mentions of the growing ledger are compared (`lambda/ledger/model/likeness.ts`) from the stories of
 * `test/stories` (those named `held-` left out) and from articles of general news:
 *
 *   node bench/train-likeness.ts FILE.jsonl.gz [--write]
 *
 * What two mentions of one story word a reader has marked. All stories and all other articles together stand for a ledger:
 * what its blocks bring together of two stories, or of a story and of news, is two promises, unless both are so much alike
 * that they may be of one matter. It says how well pairs are told apart, each story by weights that saw no part of it.
 * Deterministic: no random number. What is learned rests on `train-joins.ts` in nothing.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { blocksOf } from '../lambda/ledger/model/blocks.ts';
import { type Features, featuresOf, wordsAround } from '../lambda/ledger/model/features.ts';
import { FURTHEST_DAYS } from '../lambda/ledger/model/join.ts';
import { FROM, likenessFeatures, OF_RULES } from '../lambda/ledger/model/likeness.ts';
import { overlap } from '../lambda/ledger/model/overlap.ts';
import { compare, isByRules, SAME, vetoOf } from '../lambda/ledger/model/similarity.ts';
import { atLeast } from '../lambda/ledger/words/rarity.ts';
import { articlesOf, type Story } from '../test/stories/judge.ts';
import { others, readStory } from './link-pairs.ts';
import { type Example, type Fit, fit } from './logistic.ts';
import { FOLDS, foldIs, keyOf, LEARNED, tableOf } from './story-marks.ts';

const OPTIONS = { penalty: () => 8, prior: () => 0, minimumGroups: 3, rounds: 400 };
/** What no reader marked is part of no promise that is marked, or a wording that he left out. */
const UNMARKED_WEIGHT = 0.5;
/** Promises of two stories that share so much of their words, and are told within so many days, may be of one matter. */
const ALIKE = { words: 0.5, days: 120 };
const THRESHOLDS = [-1.5, -1, FROM, 0, 0.5];

interface Known {
  /** Name of the story; null of news. */
  story: string | null;
  /** What a reader marked that it words; null where nothing. */
  key: string | null;
  features: Features;
  around: Set<string>;
}

const mentions = [...LEARNED.flatMap(inStory), ...others(process.argv[2]).flatMap(inNews)];
const pairs = pairsOf(mentions);
const isIn = (fold: number, { group }: Example): boolean => foldIs(group) === fold;
const fits = [...Array(FOLDS).keys()].map((fold) =>
  fit(
    pairs.filter((pair) => !isIn(fold, pair)),
    OPTIONS,
  ),
);
tell(
  'of one story',
  pairs.filter(({ isAcross }) => !isAcross),
  fits,
);
tell('all', pairs, fits);
if (process.argv.includes('--write')) {
  const file = path.join(import.meta.dirname, '../lambda/ledger/model/likeness-weights.data.json');
  writeFileSync(file, `${JSON.stringify(tableOf(fit(pairs, OPTIONS).weights), null, 2)}\n`);
}

function knownOf(mention: Parameters<typeof featuresOf>[0], story: string | null, key: string | null): Known {
  const features = featuresOf(mention);
  return { story, key, features, around: atLeast(2, new Set(wordsAround(features))) };
}

function inStory(story: Story): Known[] {
  const texts = new Map(articlesOf(story).map(({ id, text }) => [id, text]));
  return readStory(story).mentions.map((mention) =>
    knownOf(mention, story.chain, keyOf(mention, story, texts.get(mention.article.id)!) ?? null),
  );
}

function inNews({ mentions }: ReturnType<typeof readStory>): Known[] {
  return mentions.map((mention) => knownOf(mention, null, null));
}

interface Pair extends Example {
  isAcross: boolean;
  /** Nothing forbids that they are one. */
  isPossible: boolean;
  /** What the rules say; null where they have no say. And whether a pile takes them for one before it looks at the others. */
  ruled: number | null;
  isOneInPile: boolean;
}

/** Every two mentions that stand in one block, and of which it is known whether they are one promise. */
function pairsOf(all: readonly Known[]): Pair[] {
  const blocks = new Map<string, Known[]>();
  for (const one of all) {
    for (const block of blocksOf(one.features.mention)) blocks.set(block, [...(blocks.get(block) ?? []), one]);
  }
  const seen = new Set<string>();
  return [...blocks.values()].flatMap((own) =>
    own.flatMap((a, i) =>
      own.slice(i + 1).flatMap((b): Pair[] => {
        const id = [a.features.mention.id, b.features.mention.id].sort().join(' ');
        if (seen.has(id)) return [];
        seen.add(id);
        const weight = weightOf(a, b);
        const group = a.story ?? b.story;
        if (weight === 0 || group === null) return [];
        const isAcross = a.story !== b.story;
        const positive = !isAcross && a.key !== null && a.key === b.key;
        const [one, other] = [a.features, b.features];
        const isPossible = vetoOf(one, other) === null;
        const { score } = compare(one, other);
        const ruled = isByRules(one, other) ? score : null;
        const isOneInPile = isPossible && score >= SAME;
        const features = likenessFeatures(one, other);
        return [{ features, positive, group, weight, isAcross, isPossible, ruled, isOneInPile }];
      }),
    ),
  );
}

/** How much two mentions tell; 0 where nobody knows whether they are one promise, or they are never compared. */
function weightOf(a: Known, b: Known): number {
  const days = Math.abs(a.features.day - b.features.day);
  if (days > FURTHEST_DAYS) return 0;
  if (a.story === b.story) {
    if (a.key === null && b.key === null) return 0;
    return a.key === null || b.key === null ? UNMARKED_WEIGHT : 1;
  }
  const isAlike = overlap(a.around, b.around) >= ALIKE.words;
  return isAlike && days < ALIKE.days ? 0 : 1;
}

function tell(what: string, all: readonly Pair[], models: readonly Fit[]): void {
  const one = all.filter(({ positive }) => positive).length;
  console.log(`pairs ${what}: ${all.length}, ${one} of them one promise; by story`);
  const say = (by: string, joined: readonly Pair[]): void => {
    const right = joined.filter(({ positive }) => positive).length;
    console.log(`  ${by}: P ${(right / joined.length).toFixed(3)} R ${(right / one).toFixed(3)}`);
  };
  say(
    'as before a pile is looked at',
    all.filter(({ isOneInPile }) => isOneInPile),
  );
  const oddsOf = ({ group, features, ruled }: Pair): number =>
    models[foldIs(group)]!.score(features) + (ruled === null ? 0 : OF_RULES * (ruled - SAME));
  for (const threshold of THRESHOLDS) {
    say(
      `from ${threshold}`,
      all.filter((pair) => pair.isPossible && oddsOf(pair) >= threshold),
    );
  }
}
