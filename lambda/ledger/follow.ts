import { createHash } from 'node:crypto';
import { EXTRACTOR_VERSION, extract } from '../extract/extract.ts';
import type { Due, Extraction, MentionType, Span } from '../extract/types.ts';
import { fingerprint } from '../read/copies.ts';
import { commitmentAt, commitmentOf, type Joined, promisesIn, promisesOf } from './model/model.ts';
import { readMentions } from './model/read-mentions.ts';
import { readReports } from './outcomes/read.ts';
import { isLikely } from './pile/likely.ts';
import { IN_PILE } from './pile/pile.ts';
import { toldInPile } from './pile/told.ts';
import { statusOf } from './status.ts';
import type { ClaimState, LedgerArticle, OutcomeKind, Party, Report, Status, StoredMention } from './types.ts';

/** An article of a researcher's own pile. */
export interface FollowArticle {
  id: string;
  url: string;
  outlet: string;
  /** Instant from which it is known. */
  published: string;
  title: string;
  text: string;
}

/** A line of `tagih follow` (EXTRACT.md). */
export interface FollowRow {
  id: string;
  type: MentionType;
  obligor: Party;
  counterparties: Party[];
  action: string;
  mentions: { article: string; sentence: Span }[];
  sources: number;
  deadlines: {
    text: string;
    due: Due;
    earliest: string | null;
    latest: string | null;
    article: string;
    state: ClaimState;
  }[];
  slips: number;
  outcomes: { article: string; kind: OutcomeKind; sentence: Span }[];
  statusAt: { at: string; status: Status }[];
}

/**
 * Places articles in a ledger of their own and gives its commitments, ordered by first mention, each with its status
 * at the instants asked for (those before its first mention left out). A pile is kept whole: the growing ledger's rule of
 * what it keeps (`scope.ts`) is for what nobody chose. The order and repetition of articles do not
 * matter. Coverage is complete and without grace; only what was published by an instant counts for it.
 */
export function followRows(articles: readonly FollowArticle[], instants: readonly string[]): FollowRow[] {
  return rowsOf(articles.map(toPileArticle), instants);
}

/** The same for articles that have been extracted already ({@link toPileArticle}). */
export function rowsOf(articles: readonly LedgerArticle[], instants: readonly string[]): FollowRow[] {
  const mentions = articles.flatMap((a) => readMentions(a, a.published, { chosen: true }));
  if (mentions.length > PILE) return blockRows(articles, mentions, instants);
  const reports = articles.flatMap(reportsInPile);
  return promisesOf({ mentions, reports, reviews: [] }, IN_PILE)
    .filter(isLikely)
    .sort(byStart)
    .map((joined) => rowOf(joined, instants));
}

/** What an article of a pile reports, as rules read it and in its own words. */
export function reportsInPile(article: LedgerArticle): Report[] {
  const read = readReports(article, article.published, { chosen: true });
  return [...read, ...toldInPile(article, article.published, read)];
}

/** The same as the growing ledger has it, which joins block by block. */
export function ledgerRows(articles: readonly FollowArticle[], instants: readonly string[]): FollowRow[] {
  const read = articles.map(toLedgerArticle);
  return blockRows(
    read,
    read.flatMap((a) => readMentions(a, a.published)),
    instants,
  );
}

function blockRows(
  articles: readonly LedgerArticle[],
  mentions: readonly StoredMention[],
  instants: readonly string[],
): FollowRow[] {
  const reports = articles.flatMap((a) => readReports(a, a.published));
  return followedBy(mentions, reports).map((joined) => rowOf(joined, instants));
}

/**
 * Mentions up to which all of a pile are compared with each other. The ledger, which grows for ever, compares block by
 * block; of a pile, which its owner has chosen, every article may speak of every other's promise, whoever it says must
 * act and by whatever verb.
 */
const PILE = 300;

/** All promises that mentions and reports make up, block by block as in the ledger, the earliest first. */
export function followedBy(mentions: readonly StoredMention[], reports: readonly Report[]): Joined[] {
  return promisesIn({ mentions, reports, reviews: [] }).sort(byStart);
}

const startOf = (joined: Joined): number => Date.parse(joined.cluster.members[0]!.mention.article.published);
const byStart = (a: Joined, b: Joined): number => startOf(a) - startOf(b) || (idOf(a) < idOf(b) ? -1 : 1);

const idOf = (joined: Joined): string => joined.cluster.members[0]!.mention.id;

function rowOf(joined: Joined, instants: readonly string[]): FollowRow {
  const c = commitmentOf(joined);
  return {
    id: c.id,
    type: c.type,
    obligor: c.obligor,
    counterparties: c.counterparties,
    action: c.action,
    mentions: c.mentions.map((m) => ({ article: m.article.id, sentence: m.mention.sentence })),
    sources: c.sources,
    deadlines: c.claims.map((d) => ({
      text: d.text,
      due: d.due,
      earliest: d.earliest,
      latest: d.latest,
      article: d.evidence.article.id,
      state: d.state,
    })),
    slips: c.slips,
    outcomes: c.outcomes.map((o) => ({ article: o.evidence.article.id, kind: o.kind, sentence: o.evidence.span })),
    statusAt: instants.flatMap((at) => {
      const moment = new Date(at);
      const then = commitmentAt(joined, moment);
      return then ? [{ at, status: statusOf(then, 'complete', moment).status }] : [];
    }),
  };
}

/**
 * Confidence from which on a clause of a pile is a commitment. Its owner chose articles that tell of some: on the stories
 * of `test/stories` as many are found right as from more on, and more of their wordings.
 */
const LEAST_IN_PILE = 0.4;

/** An article of a pile, extracted. */
export const toPileArticle = (article: FollowArticle): LedgerArticle =>
  withExtraction(article, extract(article, LEAST_IN_PILE));

/** An article as the ledger reads it, extracted. */
export const toLedgerArticle = (article: FollowArticle): LedgerArticle => withExtraction(article, extract(article));

function withExtraction(article: FollowArticle, extraction: Extraction): LedgerArticle {
  const { id, text, published, url } = article;
  return {
    ...article,
    key: url || id,
    textHash: createHash('sha256').update(text).digest('hex'),
    fetchedAt: published,
    snapshot: null,
    fingerprint: fingerprint(text),
    extraction,
    extractorVersion: EXTRACTOR_VERSION,
  };
}
