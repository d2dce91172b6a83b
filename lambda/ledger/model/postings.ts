import { actorById } from '../../extract/actors/gazetteer.ts';
import { IN_LEAD, TOLD_PLAINLY } from '../outcomes/completion.ts';
import type { Report, StoredMention } from '../types.ts';
import { weightOf } from '../words/rarity.ts';
import { contentOf } from '../words/words.ts';
import { isInNewsDaily } from './daily.ts';
import { featuresOf, wordsAround } from './features.ts';
import { completesNothing, isEnd } from './link.ts';
import { once, onceOf } from './once.ts';
import { counterpartyKeys, obligorKeys, partyKey } from './parties.ts';

/**
 * Postings: of whom there is news every day, promises are kept by class of act, and most of what is told of their end is told
 * by another act. So such a promise waits, too, under a few rare words of it, of each party that it binds or is about; a report
 * looks under a few of its own. Where the two meet they are compared, and nowhere else.
 */
const postingKey = (party: string, word: string): string => `${party}${AT}${word}`;

const AT = '@';

/** True of the name of a posting, which a report has among its blocks. */
export const isPosting = (block: string): boolean => block.includes(AT);

/**
 * Rare words under which a promise waits, for each party; and under which a report looks, where a word says that it is done, and
 * where none does. Each is an item in the table (`docs/cost.md`).
 */
const MOST = { waiting: 4, done: 2, plain: 1 };

/** Postings under which a mention waits for what is told of it; none where there is not news of its parties every day. */
export const postingsOf = onceOf((mention: StoredMention): readonly string[] => {
  const parties = awaited(mention);
  if (parties.length === 0) return [];
  const words = new Set(wordsAround(featuresOf(mention)));
  return parties.flatMap((party) => rarest(words, party, MOST.waiting));
});

/** Whose news may tell what became of a promise: they whom it binds or is about; of what binds only a class, who says so. */
function awaited(mention: StoredMention): string[] {
  const parties = [...obligorKeys(mention), ...counterpartyKeys(mention)];
  const { speaker, speakerFor } = mention.mention;
  const ofSpeaker = [
    ...(speakerFor === undefined ? [] : [`a:${speakerFor}`]),
    ...(speaker === null ? [] : [partyKey(speaker, mention.article.published.slice(0, 10))]),
  ];
  return [parties, ofSpeaker].map(inNews).find((some) => some.length > 0) ?? [];
}

const inNews = (parties: readonly string[]): string[] => [
  ...new Set(parties.filter((party) => party !== 'class' && isInNewsDaily(party))),
];

/** Postings under which a report of an end looks for the promise it tells of. */
export const lookedUpBy = onceOf((report: Report): readonly string[] => {
  if (!isEnd(report) || completesNothing(report)) return [];
  const parties = inNews(report.parties.slice(0, MOST_PARTIES));
  if (parties.length === 0) return [];
  const words = new Set([...report.words, ...report.near, ...contentOf(report.article.title)]);
  const named = report.parties.slice(0, report.named);
  return parties.flatMap((party) => rarest(words, party, mostFor(report, named.includes(party))));
});

function mostFor({ rule }: Report, isNamed: boolean): number {
  if (!isNamed) return rule === IN_LEAD ? 0 : MOST.plain;
  return TOLD_PLAINLY.has(rule) ? MOST.plain : MOST.done;
}

/** Parties of a report, the first of them, whose promises it may tell of. */
const MOST_PARTIES = 4;

/**
 * The postings of a party under the rarest of some words. How rare a word is beyond what is counted (`words/rarity.ts`) its length
 * tells well enough, and all sides must choose alike.
 */
function rarest(words: Iterable<string>, party: string, most: number): string[] {
  const own = namesOf(party);
  return [...words]
    .filter((word) => weightOf(word) === 3 && !NUMBER.test(word) && !own.has(word))
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, most)
    .map((word) => postingKey(party, word));
}

/** A year or a count says nothing of the matter. */
const NUMBER = /^[\d.,-]+$/;

/** Words of all names of a party: they stand in whatever is said of it. */
const namesOf = once((party: string): ReadonlySet<string> => {
  const actor = actorById(party.slice(2));
  return new Set(actor === undefined ? [] : contentOf([actor.name, ...actor.aliases].join(' ')));
});
