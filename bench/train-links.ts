/**
 * Learns the weights of `lambda/ledger/model/link.ts` from the stories of `test/stories` (those named `held-` left out)
 * and from articles that belong to none, and says how well reports are linked, each story by weights that saw no part
 * of it, and how well on the stories held:
 *
 *   node bench/train-links.ts FILE.jsonl.gz [--write]
 *
 * A story is compared whole, as a pile is. All stories and all other articles together stand for a ledger: what its
 * blocks bring together across stories tells no end. The stories name the articles that tell of an end, not the
 * sentences: of such an article the sentence that fits best by the weights of the round before is learned from. Run it
 * after `train-joins.ts`. Deterministic: no random number.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { toLedgerArticle, toPileArticle } from '../lambda/ledger/follow.ts';
import { FITS, fitOf, isDoneElsewhere, isImpossible } from '../lambda/ledger/model/fit.ts';
import { groupsOf } from '../lambda/ledger/model/groups.ts';
import type { Cluster } from '../lambda/ledger/model/join.ts';
import { ENDING, mayTell, type Setting } from '../lambda/ledger/model/link.ts';
import {
  distinguish,
  ledgerFeatures,
  type Promised,
  pileFeatures,
  promisedIn,
  type Told,
  toldIn,
} from '../lambda/ledger/model/link-features.ts';
import { promisesOf } from '../lambda/ledger/model/model.ts';
import { readMentions } from '../lambda/ledger/model/read-mentions.ts';
import { readReports } from '../lambda/ledger/outcomes/read.ts';
import type { LedgerArticle, Report, StoredMention } from '../lambda/ledger/types.ts';
import { articlesOf, ENDED, EXERCISES_DIR, isHeld, type Story, storiesIn } from '../test/stories/judge.ts';
import { type Example, type Fit, fit } from './logistic.ts';
import { keyOf, LEARNED, tableOf } from './story-marks.ts';

const OPTIONS = { penalty: () => 8, prior: () => 0, minimumGroups: 3, rounds: 300 };
const FOLDS = 10;
const ROUNDS = 5;
const THRESHOLDS = [0.2, 0.3, 0.4, 0.5, 0.6];

/** A promise and an article published after it, with the features of each report of the article that may be of it. */
interface Pair {
  /** Name of the story; of a promise that belongs to none, a group of its article's. */
  story: string;
  /** The article tells of its end. */
  isEnd: boolean;
  reports: string[][];
}

/** Stories so far apart (ms) are not of one matter. */
const APART = 200 * 86_400_000;
/** Stories whose readers marked which articles tell of ends. */
const isMarked = ({ expected }: Story): boolean => expected.some(({ reports }) => (reports?.length ?? 0) > 0);
const learned = LEARNED.filter(isMarked);
const held = storiesIn(EXERCISES_DIR, isHeld).filter(isMarked);
const chains = [...LEARNED, ...storiesIn(EXERCISES_DIR, isHeld)].map(readStory);
const strangers = foreign([...chains, ...others(process.argv[2])]);
const isOf = (stories: readonly Story[]): ((pair: Pair) => boolean) => {
  const names = new Set(stories.map(({ chain }) => chain));
  return ({ story }) => names.has(story);
};
const ofHeld = isOf(storiesIn(EXERCISES_DIR, isHeld));

const weights = {
  ledger: study(
    'ledger',
    [...learned.flatMap(inLedger), ...strangers.filter((pair) => !ofHeld(pair))],
    [...held.flatMap(inLedger), ...strangers.filter(ofHeld)],
  ),
  pile: study('pile', learned.flatMap(inPile), held.flatMap(inPile)),
};
if (process.argv.includes('--write')) {
  const file = path.join(import.meta.dirname, '../lambda/ledger/model/link-weights.data.json');
  writeFileSync(file, `${JSON.stringify(weights, null, 2)}\n`);
}

/** Learns, and says how well each story is judged by what saw no part of it, and how well the stories held. */
function study(setting: string, pairs: readonly Pair[], unseen: readonly Pair[]): Record<string, number> {
  const names = [...new Set(pairs.map(({ story }) => story))].sort();
  const scored = [...Array(FOLDS).keys()].flatMap((fold) => {
    const out = new Set(names.filter((_, i) => i % FOLDS === fold));
    const model = learn(pairs.filter(({ story }) => !out.has(story)));
    return pairs.filter(({ story }) => out.has(story)).map((pair) => ({ pair, p: likeliest(pair, model) }));
  });
  say(`${setting}, by story`, scored);
  const model = learn(pairs);
  say(
    `${setting}, stories held`,
    unseen.map((pair) => ({ pair, p: likeliest(pair, model) })),
  );
  return tableOf(model.weights);
}

/** A story, or a bundle of articles that belong to none, with what the ledger reads in it. */
interface Read {
  name: string;
  mentions: StoredMention[];
  reports: Report[];
}

function readAll(name: string, articles: readonly LedgerArticle[], setting: Setting = 'ledger'): Read {
  const options = { chosen: setting === 'pile' };
  return {
    name,
    mentions: articles.flatMap((a) => readMentions(a, a.published, options)),
    reports: articles.flatMap((a) => readReports(a, a.published, options)).filter(({ kind }) => ENDING.has(kind)),
  };
}

function inLedger(story: Story): Pair[] {
  return pairsOf(story, asInLedger, 'ledger');
}

function inPile(story: Story): Pair[] {
  return pairsOf(story, asInPile, 'pile');
}

/** The features of a promise and a report; null where the report may not tell of it. */
type FeaturesOf = (promise: Promised, told: Told, fit: number) => string[] | null;

function asInLedger(promise: Promised, told: Told, fit: number): string[] | null {
  return fit >= FITS || mayTell(promise, told) ? ledgerFeatures(promise, told, fit >= FITS ? fit : 0) : null;
}

function asInPile(promise: Promised, told: Told): string[] | null {
  return mayTell(promise, told) ? pileFeatures(promise, told) : null;
}

/** Articles are known by their keys, which here begin with the name of their story. */
function readStory(story: Story): Read {
  const articles = articlesOf(story).map(toLedgerArticle);
  return readAll(
    story.chain,
    articles.map((article) => ({ ...article, key: `${story.chain} ${article.key}` })),
  );
}

/** Articles that belong to no story, in as many bundles as are left out together. */
function others(file: string | undefined): Read[] {
  if (!file || file.startsWith('--')) throw new Error('name a file of articles that belong to no story');
  const rows = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean);
  const articles = rows.map((row) => toLedgerArticle(JSON.parse(row)));
  return [...Array(FOLDS).keys()].map((fold) =>
    readAll(
      `others ${fold}`,
      articles.filter((_, i) => i % FOLDS === fold),
    ),
  );
}

function publishedOf({ article }: { article: { published: string } }): number {
  return Date.parse(article.published);
}

/** What the blocks of a ledger of everything bring together across stories. Stories of the same months may be of one matter. */
function foreign(all: readonly Read[]): Pair[] {
  const nameOf = new Map(all.flatMap(({ name, mentions, reports }) => [...mentions, ...reports].map((x) => [x, name])));
  const days = new Map(all.map(({ name, mentions, reports }) => [name, [...mentions, ...reports].map(publishedOf)]));
  const isNear = (a: string, b: string): boolean => {
    if (a.startsWith('others') || b.startsWith('others')) return false;
    const [one, other] = [days.get(a)!, days.get(b)!];
    return Math.min(...one) - APART < Math.max(...other) && Math.min(...other) - APART < Math.max(...one);
  };
  const known = { mentions: all.flatMap((r) => r.mentions), reports: all.flatMap((r) => r.reports), reviews: [] };
  return groupsOf(known).flatMap(({ mentions, reports }) =>
    promisesOf({ mentions, reports: [], reviews: [] }).flatMap(({ cluster }): Pair[] => {
      const own = new Set(cluster.members.map(({ mention }) => nameOf.get(mention)!));
      if (own.size > 1) return [];
      const [name] = [...own] as [string];
      const strange = reports.filter((report) => {
        const other = nameOf.get(report)!;
        return name.startsWith('others') || (other !== name && !isNear(name, other));
      });
      return featuresIn(cluster, strange, asInLedger).map((own) => ({ story: name, isEnd: false, reports: own }));
    }),
  );
}

/** The features of reports that may tell of a promise, those of an article together. */
function featuresIn(
  cluster: Cluster,
  reports: readonly Report[],
  featuresOf: FeaturesOf,
  promise = promisedIn(cluster),
): string[][][] {
  const byArticle = new Map<string, string[][]>();
  for (const report of reports) {
    if (isImpossible(report, cluster) || isDoneElsewhere(report, promise.parties, promise.targets)) continue;
    const features = featuresOf(promise, toldIn(report), fitOf(report, cluster));
    if (!features) continue;
    const own = byArticle.get(report.article.key) ?? [];
    byArticle.set(report.article.key, own);
    own.push(features);
  }
  return [...byArticle.values()];
}

function pairsOf(story: Story, featuresOf: FeaturesOf, setting: Setting): Pair[] {
  const articles = articlesOf(story).map(setting === 'pile' ? toPileArticle : toLedgerArticle);
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const { mentions, reports } = readAll(story.chain, articles, setting);
  const promises = promisesOf({ mentions, reports: [], reviews: [] }, { setting }).map(({ cluster }) => ({
    cluster,
    promise: promisedIn(cluster),
  }));
  if (setting === 'pile') distinguish(promises.map(({ promise }) => promise));
  return promises.flatMap(({ cluster, promise }) => {
    const keys = cluster.members.flatMap(({ mention }) => keyOf(mention, story, texts.get(mention.article.id)!) ?? []);
    const expected = story.expected.find(({ key }) => key === mostOf(keys));
    return articles.flatMap((article) => {
      const [own = []] = featuresIn(
        cluster,
        reports.filter((report) => report.article.key === article.key),
        featuresOf,
        promise,
      );
      const isEnd = expected !== undefined && tellsEnd(expected, article);
      return isEnd || own.length > 0 ? [{ story: story.chain, isEnd, reports: own }] : [];
    });
  });
}

function mostOf(keys: readonly string[]): string | undefined {
  const times = (key: string): number => keys.filter((other) => other === key).length;
  return [...keys].sort((a, b) => times(b) - times(a))[0];
}

/** A reader named the article among the reports, and saw it ended afterwards. */
function tellsEnd({ reports, statusAt }: Story['expected'][number], { id, published }: LedgerArticle): boolean {
  if (!reports?.includes(id)) return false;
  const next = statusAt
    .filter(({ at }) => Date.parse(at) > Date.parse(published))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))[0];
  return next === undefined || ENDED.has(next.status);
}

function learn(from: readonly Pair[]): Fit {
  let score = (features: readonly string[]): number =>
    features.filter((name) => name === 'act:same' || name === 'party:own' || name.startsWith('ratio')).length;
  let model: Fit | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const examples = from.flatMap(({ story, isEnd, reports }): Example[] => {
      if (reports.length === 0) return [];
      const best = [...reports].sort((a, b) => score(b) - score(a))[0]!;
      const shown = isEnd ? [best] : reports;
      // An article that reports much is no more against a promise than one that reports little.
      const weight = 1 / Math.sqrt(shown.length);
      return shown.map((features) => ({ features, positive: isEnd, group: story, weight }));
    });
    model = fit(examples, OPTIONS);
    score = model.score;
  }
  return model!;
}

function likeliest({ reports }: Pair, { score }: Fit): number {
  return Math.max(0, ...reports.map((features) => 1 / (1 + Math.exp(-score(features)))));
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
