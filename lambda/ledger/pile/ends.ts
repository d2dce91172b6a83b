import { deedOf, thingOf } from '../../extract/commitments/lexicon/senses.ts';
import { told as said, wordsAround } from '../model/features.ts';
import { fitOf } from '../model/fit.ts';
import { howTold, linkFeatures, type Promised, reachingIn, type Told } from '../model/link-features.ts';
import { once } from '../model/once.ts';
import { overlap, shared } from '../model/overlap.ts';
import type { Candidate } from '../model/score.ts';
import type { OutcomeKind, Report } from '../types.ts';
import { contentOf, wordsOf } from '../words/words.ts';
import { doubtsOf } from './doubts.ts';
import { kindredIn } from './kindred.ts';
import weights from './link-weights.data.json' with { type: 'json' };
import { nearestTo, type PileArticle, sourcesOf } from './near.ts';
import { common, lettersOf, type Rarity, rarityOf } from './rarity.ts';
import { likelihood, type Seen, tellShared, weigher } from './weigh.ts';

const odds = weigher(weights);

/**
 * The likelihood that what rules read in a pile tells what became of a promise, 0 to 1: a logistic model over what the two see of
 * each other and numbers that tell of them among the others (`bench/train-links.ts` learns the weights).
 */
export const likelihoodOf = (seen: Seen): number => likelihood(odds(seen));

/**
 * What is seen of a promise of a pile and of a report in it, among what had been published by then of their matter
 * (`near.ts`): what is known of a day does not change with what is told later. Null where the report's article is of another.
 */
export function pileLinks(
  promises: readonly Candidate[],
  reports: readonly Report[],
): (one: Candidate, told: Told) => Seen | null {
  const articles = articlesIn(promises, reports);
  const promising = [...articles.values()].filter((one) => one.promises.size > 0);
  const matterOf = once((key: string) => matterBy(articles.get(key)!, promising));
  const sidesOf = once((one: Candidate) => once((at: number) => sideBy(one, at)));
  const heardOf = once(heardIn);
  const ownOf = once((one: Candidate) => once((key: string) => ownWords(one.promise, matterOf(key).promises)));
  return (one, told) => {
    const { promise, cluster } = one;
    const { report, day } = told;
    const { key } = report.article;
    const matter = matterOf(key);
    if (!matter.promises.includes(promise)) return null;
    const { rarity, kindred } = matter;
    const side = sidesOf(one)(Date.parse(report.article.published));
    const says = heardOf(told);
    const own = ownOf(one)(key);
    const numbers: Record<string, number> = {
      fit: fitOf(report, cluster),
      letters: overlap(side.letters, says.letters),
      deeds: overlap(side.deeds, says.deeds),
      things: overlap(side.things, says.things),
      wordings: side.wordings,
      promised: Math.log(matter.promises.length),
      articles: Math.log(matter.sources),
      reportsBeside: Math.log(articles.get(key)!.reports),
      sinceFirst: paces(day - promise.first),
      sinceLast: paces(day - side.last),
      pastDue: promise.due === null ? 0 : paces(day - promise.due),
      offDue: promise.due === null ? 0 : paces(told.occurred - promise.due),
      words: told.words.size,
      confidence: side.confidence,
      ...tellingOf(report),
    };
    tellShared(numbers, 'words', common(promise.words, told.words, rarity), true);
    tellShared(numbers, 'wordsWide', common(promise.words, told.wide, rarity));
    tellShared(numbers, 'wordsTitle', common(promise.words, told.title, rarity));
    tellShared(numbers, 'quoted', common(promise.quoted, told.words, rarity), true);
    tellShared(numbers, 'quotedWide', common(promise.quoted, told.wide, rarity));
    tellShared(numbers, 'matter', common(side.matter, says.matter, rarity));
    tellShared(numbers, 'article', common(promise.quoted, articles.get(key)!.words, rarity));
    tellShared(numbers, 'matterTitle', common(side.matter, told.title, rarity));
    tellShared(numbers, 'kindred', common(side.kindred, says.kindred, kindred), true);
    tellShared(numbers, 'kindredActs', common(side.kindredActs, says.kindred, kindred));
    tellShared(numbers, 'kindredTitle', common(side.kindred, says.kindredTitle, kindred));
    tellShared(numbers, 'kindredActsTitle', common(side.kindredActs, says.kindredTitle, kindred));
    const rivals = matter.promises.filter((other) => other !== promise);
    const again = saysAgain(report, cluster) ? [`again:${report.kind}`] : [];
    return { names: [...pileFeatures(promise, told, rivals, own), ...doubtsOf(promise, told, own), ...again], numbers };
  };
}

/** The sentence is itself one in which the promise is made. */
const saysAgain = ({ article, span }: Report, { members }: Candidate['cluster']): boolean =>
  members.some(
    ({ mention: { article: own, mention } }) => own.key === article.key && mention.sentence.start === span.start,
  );

/** Of the evidence of a promise the words that no other one has. None where it stands alone. */
export function ownWords(promise: Promised, all: readonly Promised[]): ReadonlySet<string> {
  const others = all.filter((other) => other !== promise);
  if (others.length === 0) return new Set();
  return new Set([...promise.quoted].filter((word) => !others.some(({ quoted }) => quoted.has(word))));
}

/** What the two see of each other alone, and what tells the promises of a matter apart: the others, and its own words. */
export function pileFeatures(
  promise: Promised,
  told: Told,
  rivals: readonly Promised[],
  own: ReadonlySet<string>,
): string[] {
  const found = linkFeatures(promise, told);
  const reaching = reachingIn(found);
  reaching('own', shared(own, told.words), [1, 2, 3]);
  reaching('own-near', shared(own, told.wide), [1, 2, 3]);
  reaching('own-title', shared(own, told.title), [1, 2]);
  const both = shared(promise.quoted, told.words);
  const most = Math.max(0, ...rivals.map(({ quoted }) => shared(quoted, told.words)));
  found.push(both > most ? 'rival:less' : both === most ? 'rival:same' : 'rival:more');
  if (promise.due !== null) {
    const apart = Math.abs(told.occurred - promise.due);
    for (const step of [3, 14, 45]) if (apart <= step) found.push(`apart<=${step}`);
    const isNearer = rivals.some(({ due }) => due !== null && Math.abs(told.occurred - due) < apart);
    if (!isNearer) found.push('due:nearest');
  }
  found.push(...howTold(promise, told));
  return found;
}

/** How likely its sentence tells of some promise (log-odds), and how much of that is the kind that it is of. */
function tellingOf({ telling = {}, kind }: Report): { telling: number; ofKind: number } {
  const any = Object.values(telling).reduce((sum, chance) => sum + chance, 0);
  const clipped = Math.min(MOST_SURE, Math.max(1 - MOST_SURE, any));
  return {
    telling: Math.log(clipped / (1 - clipped)),
    ofKind: any === 0 ? 0 : (telling[kind as OutcomeKind] ?? 0) / any,
  };
}
const MOST_SURE = 0.995;

/** Days in steps that grow with them: a week and a fortnight differ as a year and two. */
const paces = (days: number): number => Math.sign(days) * Math.log1p(Math.abs(days));

/** An article of a pile. */
interface Article extends PileArticle {
  words: Set<string>;
  /** The instant of its publication (ms). */
  at: number;
  /** The texts of what it promises and reports. */
  quotes: Set<string>;
  promises: Set<Promised>;
  /** How many ends it may report. */
  reports: number;
}

function articlesIn(promises: readonly Candidate[], reports: readonly Report[]): Map<string, Article> {
  const mentions = promises.flatMap(({ cluster }) => cluster.members.map(({ mention }) => mention));
  const sources = sourcesOf([...mentions, ...reports].map(({ article }) => article));
  const found = new Map<string, Article>();
  const articleOf = ({ key, published }: Report['article']): Article => {
    const known = found.get(key) ?? {
      ...{ key, source: sources.get(key)!, at: Date.parse(published), reports: 0 },
      ...{ words: new Set<string>(), quotes: new Set<string>(), promises: new Set<Promised>() },
    };
    found.set(key, known);
    return known;
  };
  for (const { cluster, promise } of promises) {
    for (const member of cluster.members) {
      const own = articleOf(member.mention.article);
      own.promises.add(promise);
      own.quotes.add(member.mention.quote);
      for (const word of wordsAround(member)) own.words.add(word);
    }
  }
  for (const { article, quote, words, near } of reports) {
    const own = articleOf(article);
    own.reports++;
    own.quotes.add(quote);
    for (const word of [...words, ...near, ...contentOf(article.title)]) own.words.add(word);
  }
  return found;
}

/** What had been published of an article's matter when it was. */
interface Matter {
  rarity: Rarity;
  /** The same of what its texts speak of (`kindred.ts`). */
  kindred: Rarity;
  promises: Promised[];
  sources: number;
}

/** @param promising the articles that promise something: they are what a report may be of. */
function matterBy(one: Article, promising: readonly Article[]): Matter {
  const by = promising.filter(({ at }) => at <= one.at);
  const near = nearestTo(one, by);
  const own = [one, ...by.filter(({ key }) => key !== one.key && near.has(key))];
  const quotes = new Set(own.flatMap((article) => [...article.quotes]));
  return {
    rarity: rarityOf([...quotes].map((quote) => new Set(contentOf(quote)))),
    kindred: rarityOf([...quotes].map(kindredIn)),
    promises: [...new Set(own.flatMap((article) => [...article.promises]))],
    sources: new Set(own.map(({ source }) => source)).size,
  };
}

/** What of a promise had been published by an instant. */
interface Side {
  letters: ReadonlySet<string>;
  deeds: ReadonlySet<string>;
  things: ReadonlySet<string>;
  /** What its evidence speaks of, and its actions (`kindred.ts`). */
  kindred: ReadonlySet<string>;
  kindredActs: ReadonlySet<string>;
  /** Words of its evidence and of what is around it. */
  matter: ReadonlySet<string>;
  /** How many wordings it has, when the last was told, and how sure the surest is that it is a commitment. */
  wordings: number;
  last: number;
  confidence: number;
}

/** @param at the instant (ms). */
function sideBy({ cluster: { members } }: Candidate, at: number): Side {
  const [first] = members;
  const by = members.filter((m) => said(m) <= at);
  const known = by.length > 0 ? by : [first!];
  const actions = known.map(({ mention }) => mention.mention.action.text);
  return {
    letters: lettersOf(actions[0]!),
    deeds: sortsIn(actions, deedOf),
    things: sortsIn(actions, thingOf),
    kindred: new Set(known.flatMap(({ mention }) => [...kindredIn(mention.quote)])),
    kindredActs: new Set(actions.flatMap((action) => [...kindredIn(action)])),
    matter: new Set(known.flatMap(wordsAround)),
    wordings: new Set(known.map(({ sentence }) => sentence)).size,
    last: Math.max(...known.map((m) => m.day)),
    confidence: Math.max(...known.map(({ mention }) => mention.mention.confidence)),
  };
}

/** The same of what a report says. */
interface Heard {
  /** What it speaks of, and its headline (`kindred.ts`). */
  kindred: ReadonlySet<string>;
  kindredTitle: ReadonlySet<string>;
  letters: ReadonlySet<string>;
  deeds: ReadonlySet<string>;
  things: ReadonlySet<string>;
  matter: ReadonlySet<string>;
}

const heardIn = ({ report: { quote, article }, wide, title }: Told): Heard => ({
  kindred: kindredIn(quote),
  kindredTitle: kindredIn(article.title),
  letters: lettersOf(quote),
  deeds: sortsIn([quote], deedOf),
  things: sortsIn([quote], thingOf),
  matter: new Set([...wide, ...title]),
});

/** The sorts of what some texts name, as a table has them (`senses.data.json`). */
const sortsIn = (texts: readonly string[], sortOf: (word: string) => string | undefined): Set<string> =>
  new Set(texts.flatMap((text) => wordsOf(text).flatMap((word) => sortOf(word) ?? [])));
