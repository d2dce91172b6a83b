/**
 * Learns how mentions are joined from the stories of `test/stories` (those named `held-` left out): the weights of
 * `lambda/ledger/model/pair.ts`, which compares two mentions, and of `lambda/ledger/pile/pairs.ts`, which compares them
 * among all others of a pile. It says how well pairs are told apart, the stories of each of ten parts by weights that saw
 * none of them:
 *
 *   node bench/train-joins.ts [--write]
 *
 * Every pair counts half as it is and half with another class of act than it has: the tables of acts were written with
 * some of these stories in view, and know other stories' words less well. The second model, which looks at what the first
 * says, learns from what it says of stories that it did not see. Deterministic: no random number anywhere.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { toPileArticle } from '../lambda/ledger/follow.ts';
import { byAge, type Features, featuresOf } from '../lambda/ledger/model/features.ts';
import { pairFeatures } from '../lambda/ledger/model/pair.ts';
import { readMentions } from '../lambda/ledger/model/read-mentions.ts';
import { compare, isByRules, scoreOf } from '../lambda/ledger/model/similarity.ts';
import { pileGrouping } from '../lambda/ledger/pile/grouping.ts';
import { joinSurest } from '../lambda/ledger/pile/join.ts';
import { type Likeness, pilePairs } from '../lambda/ledger/pile/pairs.ts';
import { joinRetold } from '../lambda/ledger/pile/retold.ts';
import { articlesOf, type Story } from '../test/stories/judge.ts';
import { type Example, type Fit, fit } from './logistic.ts';
import { scaleOf } from './scaled.ts';
import { FOLDS, foldIs, keyOf, mixed, LEARNED as stories, storyOfKey, tableOf } from './story-marks.ts';
import { printed } from './units.ts';

/** In piles as many promises are whole by story with a half of this penalty and with twice as much. */
const OPTIONS = { penalty: () => 8, prior: () => 0, minimumGroups: 3, rounds: 400 };

/** How much pairs count in a pile of several stories, and those across matters, of which each so many is learned from. */
const [PART, ACROSS, EACH] = [0.5, 1.5, 6];

/** The mentions of a story, the earliest first, and what a reader marked that they word; null where nothing. */
interface Read {
  story: string;
  mentions: Features[];
  keys: (string | null)[];
}

interface Pair extends Example {
  act: string;
}

const read = stories.map(readStory);
const pairs = read.flatMap(pairsOf);
const folds = [...Array(FOLDS).keys()];
const isIn = (fold: number, group: string): boolean => foldIs(group) === fold;
const pairFits = folds.map((fold) => fit(varied(pairs.filter(({ group }) => !isIn(fold, group))), OPTIONS));
tell('two mentions', pairs, pairFits);

const pilePairsRead = [
  ...read.flatMap((one) => inPile(one, pairFits[foldIs(one.story)]!)),

  ...mixed(stories).flatMap((pile) => inPile(readStory(pile), pairFits[foldIs(pile.chain)]!, 'mixed')),
];
const scale = scaleOf(pilePairsRead.map(({ numbers }) => numbers!));
const pile = pilePairsRead.map((pair) => ({ ...pair, numbers: scale.scaled(pair.numbers!) }));
const pileFits = folds.map((fold) => fit(varied(pile.filter(({ group }) => !isIn(fold, group))), OPTIONS));
tell('two mentions of a pile', pile, pileFits);
const several = mixed(stories).map(readStory);
for (const least of [0, -0.3, -0.6, -1]) {
  const [one, many] = [read, several].map((piles) => wholeIn(piles, least).join(' of '));
  console.log(
    `  promises whole and by themselves, by story, from ${least}: ${one}, in piles of several stories ${many}`,
  );
}

if (process.argv.includes('--write')) {
  const whole = fit(varied(pairs), OPTIONS).weights;
  write('model', `${JSON.stringify(tableOf(whole), null, 2)}\n`);
  write('pile', printed(scale.unscaled(fit(varied(pile), OPTIONS).weights)));
}

function write(room: string, content: string): void {
  const file = path.join(import.meta.dirname, `../lambda/ledger/${room}/pair-weights.data.json`);
  writeFileSync(file, content);
}

/** Says how well pairs are told apart, each by the fit that saw no part of its story. */
function tell(what: string, all: readonly Example[], fits: readonly Fit[]): void {
  let [right, found, one, pairs] = [0, 0, 0, 0];
  for (const { group, features, numbers, positive, weight } of all) {
    // Of stories in other piles, which count less, they are told once.
    if (weight !== 1) continue;
    pairs++;
    const joined = fits[foldIs(group)]!.score(features, numbers) >= 0;
    if (positive) one++;
    if (joined) found++;
    if (joined && positive) right++;
  }
  console.log(`${what}: ${pairs} pairs of ${stories.length} stories, ${one} of them one promise`);
  console.log(`  by story: P ${(right / found).toFixed(3)} R ${(right / one).toFixed(3)}`);
}

function readStory(story: Story): Read {
  const found = articlesOf(story).flatMap((article) =>
    readMentions(toPileArticle(article), article.published, { chosen: true }).map((mention) => ({
      features: featuresOf(mention),
      key: keyOf(mention, story, article.text) ?? null,
    })),
  );
  found.sort((a, b) => byAge(a.features, b.features));
  return { story: story.chain, mentions: found.map(({ features }) => features), keys: found.map(({ key }) => key) };
}

/** All pairs of mentions of a story of which a reader marked what they word. */
function pairsOf({ story, mentions, keys }: Read): Pair[] {
  return mentions.flatMap((a, i) =>
    mentions.slice(i + 1).flatMap((b, n): Pair[] => {
      const [one, other] = [keys[i]!, keys[i + 1 + n]!];
      if (one === null || other === null) return [];
      return [
        {
          features: pairFeatures(a, b),
          positive: one === other,
          group: story,
          weight: 1,
          act: actOfNoTable(a),
        },
      ];
    }),
  );
}

/** How many promises of piles are whole and by themselves, each by weights that saw no part of its stories; and how many there are. */
function wholeIn(piles: readonly Read[], least: number): [whole: number, all: number] {
  let [whole, all] = [0, 0];
  for (const { story, mentions, keys } of piles) {
    const pairOf = pilePairs(mentions, likenessBy(mentions, pairFits[foldIs(story)]!));
    const odds = mentions.map(() => mentions.map(() => Number.NEGATIVE_INFINITY));
    for (const [i, a] of mentions.entries()) {
      for (let j = i + 1; j < mentions.length; j++) {
        const seen = pairOf(i, j);
        if (seen === null || compare(a, mentions[j]!).veto !== null) continue;
        odds[i]![j] = pileFits[foldIs(story)]!.score(seen.names, scale.scaled(seen.numbers));
        odds[j]![i] = odds[i]![j]!;
      }
    }
    const grouping = pileGrouping(mentions, odds);
    joinSurest(grouping, least, () => ({}));
    joinRetold(grouping, least, (i, j) => pairOf(i, j) !== null);
    for (const key of new Set(keys.flatMap((own) => own ?? []))) {
      all++;
      const own = new Set(keys.flatMap((other, i) => (other === key ? [grouping.groupOf[i]!] : [])));
      const others = keys.some((other, i) => other !== null && other !== key && own.has(grouping.groupOf[i]!));
      if (own.size === 1 && !others) whole++;
    }
  }
  return [whole, all];
}

/** How like mentions are by rules, or by a fit of the first model. */
function likenessBy(mentions: readonly Features[], model: Fit): Likeness {
  const scores = mentions.map((a) =>
    mentions.map((b) => (isByRules(a, b) ? compare(a, b).score : scoreOf(model.score(pairFeatures(a, b))))),
  );
  return (i, j) => ({ score: scores[i]![j]! });
}

/** All pairs of which a reader marked at least one: what nobody marked is part of no promise that is marked. */
function inPile({ story, mentions, keys }: Read, model: Fit, size: 'whole' | 'mixed' = 'whole'): Pair[] {
  const pairOf = pilePairs(mentions, likenessBy(mentions, model));
  return mentions.flatMap((a, i) =>
    mentions.slice(i + 1).flatMap((_, n): Pair[] => {
      const j = i + 1 + n;
      const [one, other] = [keys[i]!, keys[j]!];
      if (one === null && other === null) return [];
      const isAcross = size === 'mixed' && one !== null && other !== null && storyOfKey(one) !== storyOfKey(other);
      if (isAcross && (i + j) % EACH !== 0) return [];
      const seen = pairOf(i, j);
      if (seen === null) return [];
      const weight = isAcross ? ACROSS : size === 'whole' ? 1 : PART;
      const { names: features, numbers } = seen;
      return [{ features, numbers, positive: one === other, group: story, weight, act: actOfNoTable(a) }];
    }),
  );
}

/** What a pair of one class would say of its acts, had no table known them: half the stories each. */
function actOfNoTable({ words }: Features): string {
  return words.size % 2 === 1 ? 'act:other' : 'act:own-other';
}

function varied(given: readonly Pair[]): Example[] {
  return given.flatMap((pair) => [
    { ...pair, weight: pair.weight / 2 },
    {
      ...pair,
      weight: pair.weight / 2,
      features: pair.features.map((name) => (name === 'act:same' ? pair.act : name)),
    },
  ]);
}
