import { type Features, wordsAround } from '../model/features.ts';
import { once } from '../model/once.ts';
import { overlap, shared } from '../model/overlap.ts';
import { pairFeatures } from '../model/pair.ts';
import { isByRules } from '../model/similarity.ts';
import { stageFeatures } from '../model/stages.ts';
import { apartFeatures } from '../model/whose.ts';
import { kindredIn } from './kindred.ts';
import { nearestTo, type PileArticle, sourcesOf } from './near.ts';
import weights from './pair-weights.data.json' with { type: 'json' };
import { common, left, lettersOf, type Rarity, rarityOf } from './rarity.ts';
import { type Seen, tellShared, weigher } from './weigh.ts';

/** How like two mentions of a pile are, by their place in it, before the pile is looked at. */
export type Likeness = (i: number, j: number) => { score: number };

/**
 * What is seen of two mentions of a pile among the others of their matter: which words all of it shares, what else is like
 * either of them, how much is promised in it. By the indexes of an earlier and a later one of `all`, the earliest first; null
 * where neither article is among those most like the other (`near.ts`).
 */
export function pilePairs(all: readonly Features[], like: Likeness): (i: number, j: number) => Seen | null {
  const words = all.map(wordsIn);
  const articles = articlesIn(all, words);
  const nearOf = once((key: string) => nearestTo(articles.get(key)!, [...articles.values()]));
  const matterOf = once((a: string) => once((b: string) => matterOfTwo(all, words, articles, nearOf(a), nearOf(b))));
  return (i, j) => {
    const [a, b] = [all[i]!, all[j]!];
    const [inA, inB] = [articleOf(a), articleOf(b)];
    if (!nearOf(inA).has(inB) && !nearOf(inB).has(inA)) return null;
    const { around, quoted, kindred, members, sources } = matterOf(inA)(inB);
    const [x, y] = [words[i]!, words[j]!];
    const { score } = like(i, j);
    const byRules = isByRules(a, b);
    /** How many wordings of the matter, of other articles than its own, are more like a mention than the other of the two is. */
    const better = (of: number, but: number): number =>
      members
        .filter((k) => isAnother(all[k]!, all[of]!) && all[k]!.sentence !== all[but]!.sentence)
        .filter((k) => like(of, k).score > score).length;
    const numbers: Record<string, number> = {
      score,
      rules: byRules ? score : -1,
      byRules: byRules ? 1 : 0,
      mentions: Math.log(members.length),
      articles: Math.log(sources),
      betterForLate: better(j, i),
      betterForEarly: better(i, j),
      letters: overlap(x.letters, y.letters),
      ownOfEarly: left(a.words, y.around, around),
      ownOfLate: left(b.words, x.around, around),
    };
    tellShared(numbers, 'words', common(a.words, b.words, around), true);
    tellShared(numbers, 'quoted', common(a.quoted, b.quoted, around), true);
    tellShared(numbers, 'evidence', common(a.quoted, b.quoted, quoted), true);
    tellShared(numbers, 'kindred', common(x.kindred, y.kindred, kindred), true);
    tellShared(numbers, 'kindredActs', common(x.kindredAct, y.kindredAct, kindred), true);
    tellShared(numbers, 'kindredThere', common(x.kindredAct, y.kindred, kindred));
    tellShared(numbers, 'kindredBack', common(y.kindredAct, x.kindred, kindred));
    tellShared(numbers, 'matter', common(x.matter, y.matter, around));
    tellShared(numbers, 'earlyThere', common(a.words, y.around, around));
    tellShared(numbers, 'lateThere', common(b.words, x.around, around));
    return { names: [...pairFeatures(a, b), ...together(a, b)], numbers };
  };
}

/** What tells more together than each alone: another day and another act, where nothing says that a day is moved. */
function together(early: Features, late: Features): string[] {
  const found: string[] = [];
  const isOther = early.act !== late.act && !early.act.startsWith('~') && !late.act.startsWith('~');
  const isKin = shared(early.actDeeds, late.deeds) + shared(late.actDeeds, early.deeds) > 0;
  const isMoved = late.retold > 0;
  const days = early.due && late.due ? (early.due.day === late.due.day ? 'day' : 'other-day') : 'no-day';
  found.push(`${days}${isMoved ? '+moved' : ''}`);
  if (isOther) found.push(`other-act${isKin ? '+kin' : ''}`, `other-act+${days}${isMoved ? '+moved' : ''}`);
  if (early.places.size > 0 && late.places.size > 0)
    found.push(shared(early.places, late.places) > 0 ? 'places:same' : 'places:other');
  found.push(...apartFeatures(early, late), ...stageFeatures(early.mention.quote, late.mention.quote));
  return found;
}

/**
 * The log-odds that two mentions of a pile word one promise: a logistic model over what `model/pair.ts` sees of the two and
 * numbers that tell of them among the others (`bench/train-joins.ts` learns the weights).
 */
export const oddsOf: (seen: Seen) => number = weigher(weights);

interface Words {
  /** Of the evidence, the headline and the sentence before. */
  around: ReadonlySet<string>;
  /** Of the action and what is around the evidence. */
  matter: ReadonlySet<string>;
  letters: ReadonlySet<string>;
  /** What its evidence speaks of, and what its action does (`kindred.ts`). */
  kindred: ReadonlySet<string>;
  kindredAct: ReadonlySet<string>;
}

const wordsIn = (one: Features): Words => ({
  around: new Set(wordsAround(one)),
  matter: new Set([...one.words, ...one.context]),
  letters: lettersOf(one.mention.mention.action.text),
  kindred: kindredIn(one.mention.quote),
  kindredAct: kindredIn(one.mention.mention.action.text),
});

const articleOf = ({ mention }: Features): string => mention.article.key;

/** It stands in another article, and is no copy. */
const isAnother = (one: Features, other: Features): boolean =>
  articleOf(one) !== articleOf(other) && one.sentence !== other.sentence;

/** The articles of mentions, by key. */
function articlesIn(all: readonly Features[], words: readonly Words[]): Map<string, PileArticle> {
  const sources = sourcesOf(all.map(({ mention }) => mention.article));
  const found = new Map<string, PileArticle & { words: Set<string> }>();
  for (const [i, one] of all.entries()) {
    const key = articleOf(one);
    const own = found.get(key) ?? { key, source: sources.get(key)!, words: new Set() };
    found.set(key, own);
    for (const word of words[i]!.around) own.words.add(word);
  }
  return found;
}

/** What two mentions are seen among: the articles most like either's. */
interface Matter {
  /** One mention of each wording: copies tell nothing new. */
  members: number[];
  sources: number;
  around: Rarity;
  quoted: Rarity;
  kindred: Rarity;
}

function matterOfTwo(
  all: readonly Features[],
  words: readonly Words[],
  articles: ReadonlyMap<string, PileArticle>,
  ...near: readonly ReadonlySet<string>[]
): Matter {
  const isIn = (key: string): boolean => near.some((keys) => keys.has(key));
  const members = new Map<string, number>();
  for (const [i, one] of all.entries())
    if (isIn(articleOf(one)) && !members.has(one.sentence)) members.set(one.sentence, i);
  const distinct = [...members.values()];
  return {
    members: distinct,
    sources: new Set([...articles.values()].flatMap(({ key, source }) => (isIn(key) ? [source] : []))).size,
    around: rarityOf(distinct.map((i) => words[i]!.around)),
    quoted: rarityOf(distinct.map((i) => all[i]!.quoted)),
    kindred: rarityOf(distinct.map((i) => words[i]!.kindred)),
  };
}
