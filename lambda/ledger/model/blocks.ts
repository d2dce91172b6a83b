import { IN_LEAD } from '../outcomes/completion.ts';
import type { Place, Report, StoredMention } from '../types.ts';
import { saysMoved } from './cues.ts';
import { isInNewsDaily } from './daily.ts';
import { ANCHOR, actBy, jakartaDay, mentionAct } from './features.ts';
import { isEnd } from './link.ts';
import { counterpartyKeys, isAuthorityKey, isUnlistedKey, obligorKeys } from './parties.ts';
import { lookedUpBy } from './postings.ts';
import { WHOLE } from './stretches.ts';

/**
 * Blocks: who must act, and where there is news of them every day also the class of act. Only mentions of one block are
 * compared, and of a crowded one only those of one stretch of time. A mention with several parties stands in the first
 * of its blocks and links the others to it, so that a promise of two is found under either.
 */
export const blockKey = (party: string, act: string): string => (isInNewsDaily(party) ? `${party}|${act}` : party);

/** Most parties of a list that get a block of their own. */
const MOST = 10;

/** Blocks of a mention, sorted: the first is its home, all belong together. */
export function blocksOf(mention: StoredMention): string[] {
  const act = mentionAct(mention);
  const parties = obligorKeys(mention);
  // Who extends another's deadline is named as the one who acts; the duty is the other's.
  if (saysMoved(mention.quote)) parties.push(...counterpartyKeys(mention));
  const blocks = parties.slice(0, MOST).map((party) => blockKey(party, act));
  // What it replaces stands under another act of the same party.
  for (const old of mention.replaces?.acts ?? []) blocks.push(blockKey(parties[0]!, actBy(parties[0]!, old)));
  // What a count starts from may be dated by an article that speaks of no act.
  if (mention.mention.deadline?.due === 'unanchored') blocks.push(blockKey(parties[0]!, ANCHOR));
  return [...new Set(blocks)].sort();
}

/**
 * Blocks in which a report may find the promise it tells of, and the postings under which it looks for one that is worded by
 * another act.
 */
export function reportBlocks(report: Report): string[] {
  return [...new Set([...ownBlocks(report), ...lookedUpBy(report)])];
}

function ownBlocks(report: Report): string[] {
  const named = report.parties.slice(0, report.named);
  // An act without a class is told of in every sentence: only those the sentence names are asked.
  if (report.act.startsWith('~')) {
    const asked = report.parties.slice(0, Math.max(1, Math.min(2, report.named)));
    return asked.filter((party) => isAskedOfOwnAct(report, party)).map((party) => blockKey(party, report.act));
  }
  const others = named.filter((p) => p !== 'class' && !isAuthorityKey(p));
  const asked = [...report.parties.slice(0, 4), ...(others.length === 0 ? ['class'] : [])];
  return asked
    .filter((party) => isAsked(report, party, named))
    .map((party) => blockKey(party, actBy(party, report.act)));
}

/**
 * Of whom there is news every day, ends are looked for by their words instead. In a lead names that no list knows do much that
 * nobody promised.
 */
const isAskedOfOwnAct = (report: Report, party: string): boolean =>
  !isEnd(report) || !(isInNewsDaily(party) || (isUnlistedKey(party) && report.rule === IN_LEAD));

/**
 * What a class did is looked for under whoever demanded it; what stands beside a name that no list knows is seldom that one's
 * deed.
 */
const isAsked = (report: Report, party: string, named: readonly string[]): boolean =>
  !isEnd(report) || (party !== 'class' && (named.includes(party) || !isUnlistedKey(party)));

/** Places of a mention: the first is its home, and what stands in the others belongs with it. */
export function placesOf(mention: StoredMention): Place[] {
  if (mention.leftAt) return [mention.leftAt];
  const day = articleDay(mention);
  return blocksOf(mention).map((block) => ({ block, day }));
}

/** Places of a report: where it may find the promise it tells of, on the day it was told. */
export const reportPlaces = (report: Report): Place[] =>
  reportBlocks(report).map((block) => ({ block, day: articleDay(report) }));

/** The day of an article, one that is in {@link WHOLE}, whatever it says of its date. */
export const articleDay = ({ article }: { article: { published: string } }): number =>
  Math.min(WHOLE.days - 1, Math.max(0, jakartaDay(article.published) || 0));

export const isSame = (a: Place, b: Place): boolean => a.block === b.block && a.day === b.day;
