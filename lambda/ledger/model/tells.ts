import type { Place, Report, StoredMention } from '../types.ts';
import { blocksOf, reportBlocks } from './blocks.ts';
import { type Features, featuresOf } from './features.ts';
import { FITS, STALE_DAYS } from './fit.ts';
import { isEnd } from './link.ts';
import { promisedIn, type Told, toldIn } from './link-features.ts';
import { onceOf } from './once.ts';
import { postingsOf } from './postings.ts';
import { type Candidate, chanceInOtherWords, chanceOf, LIKELY, LIKELY_SAME, matterFit } from './score.ts';
import { WHOLE } from './stretches.ts';

/**
 * Which reports are compared with a promise. In a year a block of an authority or a class gets some hundred thousand
 * reports, nearly all of what nobody promised. So each is looked at once beside each mention of its block, when the later
 * of the two comes; only one that might be linked to the mention if that were all of the promise is kept beside it and
 * read again whenever the block is. Under postings (`postings.ts`) it is the same with the mentions that wait there. Of many of one kind and age the first count: what is told a tenth time says no more.
 */

/** Of reports of a mention that are of one kind, party and age, so many count, the first ones. */
export const MOST_TOLD = 8;

/** Part of the bars that a single mention must reach: with others, which word the promise otherwise, it may reach them. */
const SLACK = 0.8;

/** Days on which a report may tell of a mention, the first and the last. */
export function daysTold(mention: StoredMention): [number, number] {
  const { day, due } = partOf(mention).features;
  return [Math.max(0, day), Math.max(day, due?.to ?? 0) + STALE_DAYS];
}

/** The postings of a mention, each with the last day on which it waits there. */
export function waitingPlaces(mention: StoredMention): Place[] {
  const [, last] = daysTold(mention);
  return postingsOf(mention).map((block) => ({ block, day: Math.min(last, WHOLE.days - 1) }));
}

/** Whether a report might be linked to a promise of which nothing but this mention were known. Pure. */
export const tells = (report: Report, mention: StoredMention): boolean => toldOf(mention)(report);

const toldOf = onceOf((mention: StoredMention) => onceOf((report: Report) => isTold(report, mention)));

function isTold(report: Report, mention: StoredMention): boolean {
  const { alone, blocks } = partOf(mention);
  const [first, last] = daysTold(mention);
  const { told, blocks: own } = sayingOf(report);
  if (told.day < first || told.day > last || !own.some((block) => blocks.has(block))) return false;
  if (!isEnd(report)) return matterFit(told, alone) >= FITS * SLACK;
  return chanceOf(told, alone, LIKELY_SAME * SLACK) > 0 || chanceInOtherWords(told, alone, LIKELY * SLACK) > 0;
}

/**
 * Of the reports that tell of a mention, the first of each kind, party and age, in no order. Pure.
 * @param most how many of each.
 */
export function firstTold(mention: StoredMention, reports: readonly Report[], most = MOST_TOLD): Report[] {
  const { features } = partOf(mention);
  const cells = new Map<string, Report[]>();
  for (const report of reports) {
    if (!tells(report, mention)) continue;
    const party = report.parties.slice(0, report.named).find((p) => features.parties.includes(p)) ?? '';
    // Ages double: of the first day, the next, two more, four more and so on.
    const age = Math.ceil(Math.log2(1 + sayingOf(report).told.day - features.day));
    const cell = `${report.kind} ${party} ${age}`;
    const own = cells.get(cell);
    if (own) own.push(report);
    else cells.set(cell, [report]);
  }
  return [...cells.values()].flatMap((own) => (own.length > most ? own.sort(byPublication).slice(0, most) : own));
}

/** Earliest first; of one instant by id. */
export const byPublication = (a: Report, b: Report): number =>
  Date.parse(a.article.published) - Date.parse(b.article.published) || (a.id < b.id ? -1 : 1);

interface Part {
  features: Features;
  /** The mention as if it were all of a promise. */
  alone: Candidate;
  /** Its blocks and postings. */
  blocks: ReadonlySet<string>;
}

const partOf = onceOf((mention: StoredMention): Part => {
  const features = featuresOf(mention);
  const cluster = { members: [features], joins: [] };
  const blocks = new Set([...blocksOf(mention), ...postingsOf(mention)]);
  return { features, alone: { cluster, promise: promisedIn(cluster) }, blocks };
});

const sayingOf = onceOf((report: Report) => ({ told: toldIn(report), blocks: reportBlocks(report) }));

/** What of a report is compared, made once. */
export const saidIn = (report: Report): Told => sayingOf(report).told;
