/** What tells of ends is learned from: promises, and articles that may tell what became of them (`train-links.ts`). */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { toLedgerArticle, toPileArticle } from '../lambda/ledger/follow.ts';
import { FITS, fitOf, isDoneElsewhere, isImpossible } from '../lambda/ledger/model/fit.ts';
import type { Cluster } from '../lambda/ledger/model/grouping.ts';
import { groupsOf } from '../lambda/ledger/model/groups.ts';
import { ENDING, mayTell } from '../lambda/ledger/model/link.ts';
import { ledgerFeatures, type Promised, promisedIn } from '../lambda/ledger/model/link-features.ts';
import { type Making, promisesOf } from '../lambda/ledger/model/model.ts';
import { readMentions } from '../lambda/ledger/model/read-mentions.ts';
import type { Candidate } from '../lambda/ledger/model/score.ts';
import { saidIn } from '../lambda/ledger/model/tells.ts';
import { readReports } from '../lambda/ledger/outcomes/read.ts';
import { pileLinks } from '../lambda/ledger/pile/ends.ts';
import { mayBeOf } from '../lambda/ledger/pile/link.ts';
import { IN_PILE } from '../lambda/ledger/pile/pile.ts';
import type { Seen } from '../lambda/ledger/pile/weigh.ts';
import type { ReadOptions } from '../lambda/ledger/scope.ts';
import type { LedgerArticle, Report, StoredMention } from '../lambda/ledger/types.ts';
import { articlesOf, ENDED, type Story } from '../test/stories/judge.ts';
import { FOLDS, keyOf, storyOfKey } from './story-marks.ts';

/** A promise and an article published after it, with the features of each report of the article that may be of it. */
export interface Pair {
  /** Name of the story; of a promise that belongs to none, a group of its article's. */
  story: string;
  /** The article tells of its end. */
  isEnd: boolean;
  reports: Seen[];
}

/** Of a pile of several matters each so many pairs across matters are learned from. */
const EACH = 4;

/** Stories so far apart (ms) are not of one matter. */
const APART = 200 * 86_400_000;

/** A story, or a bundle of articles that belong to none, with what the ledger reads in it. */
export interface Read {
  name: string;
  mentions: StoredMention[];
  reports: Report[];
}

function readAll(name: string, articles: readonly LedgerArticle[], options: ReadOptions = {}): Read {
  return {
    name,
    mentions: articles.flatMap((a) => readMentions(a, a.published, options)),
    reports: articles.flatMap((a) => readReports(a, a.published, options)).filter(({ kind }) => ENDING.has(kind)),
  };
}

/** Pairs of a story as the growing ledger has it. */
export function inLedger(story: Story): Pair[] {
  return pairsOf(readChosen(story), ({ cluster }) => {
    const promise = promisedIn(cluster);
    return (report) => asInLedger(cluster, promise, report);
  });
}

/** Pairs of a story that is compared whole, as a pile is. */
export function inPile(story: Story): Pair[] {
  const chosen = readChosen(story, IN_PILE);
  return pairsOf(chosen, seenIn(chosen));
}

/** Pairs of a promise and an article of another matter, of a pile that holds both. */
export function acrossPile(story: Story): Pair[] {
  const chosen = readChosen(story, IN_PILE);
  const seenWith = seenIn(chosen);
  const storyOf = new Map(
    story.articles.flatMap(({ id, commitments: [first] }) => (first ? [[id, storyOfKey(first.key)] as const] : [])),
  );
  let nth = 0;
  return chosen.promises.flatMap((one): Pair[] => {
    const own = storyOf.get(one.cluster.members[0]!.mention.article.id);
    const others = chosen.reports.filter(({ article }) => {
      const other = storyOf.get(article.id);
      return own !== undefined && other !== undefined && other !== own;
    });
    return byArticle(others, seenWith(one)).flatMap((reports) =>
      nth++ % EACH === 0 ? [{ story: story.chain, isEnd: false, reports }] : [],
    );
  });
}

function seenIn({ promises, reports }: Chosen): (one: Candidate) => SeenOf {
  const seenOf = pileLinks(promises, reports);
  return (one) => (report) => (mayBeOf(saidIn(report), one) ? seenOf(one, saidIn(report)) : null);
}

/** What is seen of a promise and a report; null where the report may not tell of it. */
type SeenOf = (report: Report) => Seen | null;

function asInLedger(cluster: Cluster, promise: Promised, report: Report): Seen | null {
  if (isImpossible(report, cluster) || isDoneElsewhere(report, promise.parties, promise.targets)) return null;
  const fit = fitOf(report, cluster);
  const told = saidIn(report);
  if (fit < FITS && !mayTell(promise, told)) return null;
  return { names: ledgerFeatures(promise, told, fit >= FITS ? fit : 0), numbers: {} };
}

/** Articles are known by their keys, which here begin with the name of their story. */
export function readStory(story: Story): Read {
  const articles = articlesOf(story).map(toLedgerArticle);
  return readAll(
    story.chain,
    articles.map((article) => ({ ...article, key: `${story.chain} ${article.key}` })),
  );
}

/** Articles that belong to no story, in as many bundles as are left out together. */
export function others(file: string | undefined): Read[] {
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
export function foreign(all: readonly Read[]): Pair[] {
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
      const promise = promisedIn(cluster);
      return byArticle(strange, (report) => asInLedger(cluster, promise, report)).map((own) => ({
        story: name,
        isEnd: false,
        reports: own,
      }));
    }),
  );
}

/** What is seen of reports that may tell of a promise, those of an article together. */
function byArticle(reports: readonly Report[], seenOf: SeenOf): Seen[][] {
  const found = new Map<string, Seen[]>();
  for (const report of reports) {
    const seen = seenOf(report);
    if (seen === null) continue;
    const own = found.get(report.article.key) ?? [];
    found.set(report.article.key, own);
    own.push(seen);
  }
  return [...found.values()];
}

/** A story, its promises and the reports of ends in it, as the ledger has them or a pile. */
interface Chosen {
  story: Story;
  articles: LedgerArticle[];
  promises: Candidate[];
  reports: Report[];
}

function readChosen(story: Story, making?: Making): Chosen {
  const articles = articlesOf(story).map(making === IN_PILE ? toPileArticle : toLedgerArticle);
  const { mentions, reports } = readAll(story.chain, articles, { chosen: making === IN_PILE });
  const promises = promisesOf({ mentions, reports: [], reviews: [] }, making).map(({ cluster }) => ({
    cluster,
    promise: promisedIn(cluster),
  }));
  return { story, articles, promises, reports };
}

/** A promise of a story and each article that tells its end, or may. */
function pairsOf({ story, articles, promises, reports }: Chosen, seenWith: (one: Candidate) => SeenOf): Pair[] {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  return promises.flatMap((one) => {
    const key = keyOfPromise(one, story, texts);
    const expected = story.expected.find((marked) => marked.key === key);
    const seenOf = seenWith(one);
    return articles.flatMap((article) => {
      const [own = []] = byArticle(
        reports.filter((report) => report.article.key === article.key),
        seenOf,
      );
      const isEnd = expected !== undefined && tellsEnd(expected, article);
      return isEnd || own.length > 0 ? [{ story: story.chain, isEnd, reports: own }] : [];
    });
  });
}

/** The key of the commitment that most mentions of a promise word; undefined where a reader marked none of them. */
export function keyOfPromise(
  { cluster: { members } }: Candidate,
  story: Story,
  texts: ReadonlyMap<string, string>,
): string | undefined {
  const keys = members.flatMap(({ mention }) => keyOf(mention, story, texts.get(mention.article.id)!) ?? []);
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
