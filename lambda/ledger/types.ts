import type { Due, Extraction, Mention, MentionType, Modality, Span, Topic } from '../extract/types.ts';
import type { Fingerprint } from '../read/copies.ts';

/**
 * What the ledger keeps. Instants are ISO 8601 strings with an offset or `Z`; days are `YYYY-MM-DD`; offsets are
 * UTF-16 code units into the article's text, end exclusive.
 */

/** An article as the ledger is given it: read, extracted, and with what is needed to find its copies. */
export interface LedgerArticle {
  /** Identity: the canonical address without tracking parameters, as the crawl computes it. */
  key: string;
  /** Public id of the article. */
  id: string;
  url: string;
  outlet: string;
  /** Instant of publication. */
  published: string;
  title: string;
  text: string;
  /** SHA-256 of `text`, hexadecimal. */
  textHash: string;
  fetchedAt: string;
  /** Address of the kept bytes, or null where none were kept. */
  snapshot: string | null;
  /** Near-copy fingerprint of `read/copies.ts`; null (or an empty list) where there is none. */
  fingerprint: Fingerprint | readonly number[] | null;
  extraction: Extraction;
  extractorVersion: string;
  /** A story shipped with the product, not crawled. */
  sample?: boolean;
}

/** What of an article travels with everything that was read in it. */
export interface ArticleRef {
  key: string;
  id: string;
  url: string;
  outlet: string;
  published: string;
  title: string;
  textHash: string;
  fetchedAt: string;
  snapshot: string | null;
  fingerprint: Fingerprint | null;
  extractorVersion: string;
  sample: boolean;
}

/** Somebody who promised, must act, or is acted upon: the name as printed and the gazetteer's id, if it has one. */
export interface Party {
  text: string;
  actor: string | null;
}

/** A stretch of an article shown as proof (a W3C Web Annotation target in the API). */
export interface Evidence {
  article: ArticleRef;
  span: Span;
  /** The characters of `span`, verbatim. */
  quote: string;
}

/** A mention as the ledger keeps it: everything that joining needs, without the article's body. */
export interface StoredMention {
  /** Of what it is about: article key, normalised sentence, type, obligor; never of offsets or versions. */
  id: string;
  article: ArticleRef;
  mention: Mention;
  /** The evidence sentence, verbatim. */
  quote: string;
  /** The sentence before it, cut to 300 characters: what `ini` and `tersebut` point back to. */
  before: string;
  /** Keys of those that a plural obligor without a name (`kedua perusahaan`) points back to. */
  members?: string[];
  /** Key of the body whose office the person holds who must act: what he promises is the body's. */
  body?: string;
  /** The older promise that its sentence says it replaces. */
  replaces?: Replaces;
  /** When the ledger first recorded it. */
  recordedAt: string;
  /** A newer reading of the article no longer has it. The mention stays in the history and counts for nothing. */
  retractedAt?: string;
  /** Where this copy of it stands since a newer reading moved the mention elsewhere. There it counts for nothing. */
  leftAt?: Place;
  /** Of such a copy: the mention is not retracted elsewhere too. */
  lives?: boolean;
}

/** Where a mention or report stands: who must do what kind of thing, and the number of the day it was published. */
export interface Place {
  block: string;
  day: number;
}

/** What a promise says it replaces: possible classes of the old act, and its words. */
export interface Replaces {
  acts: string[];
  words: string[];
}

export type OutcomeKind = 'fulfilled' | 'partly' | 'refused' | 'missed' | 'broken' | 'withdrawn' | 'contested';

/** What an article reports to have become of something, before it is known of which commitment. */
export interface Report {
  /** Of what it is about: article key, normalised sentence, kind, class of act. */
  id: string;
  article: ArticleRef;
  /** `dated`: not what became of it, but when an event was that a deadline counts from. */
  kind: OutcomeKind | 'dated';
  span: Span;
  quote: string;
  /** Keys of everyone the sentence or its context may speak of, the most likely first (`parties.ts`). */
  parties: string[];
  /** How many of `parties` the sentence itself names; the rest are those of its surroundings. */
  named: number;
  /** Class of the act it tells of (`words/acts.ts`). */
  act: string;
  /** Content words of the act reported. */
  words: string[];
  /** Content words of the sentence before. */
  near: string[];
  /** First and last day on which it can have happened. */
  occurred: { earliest: string | null; latest: string };
  /** Name of the rule that found it. */
  rule: string;
  /** 0 to 1. */
  confidence: number;
  /** In a pile: how likely its sentence tells each kind of end of some promise, 0 to 1. */
  telling?: Readonly<Partial<Record<OutcomeKind, number>>>;
  recordedAt: string;
  retractedAt?: string;
}

/** A report linked to a commitment. */
export interface Outcome {
  id: string;
  kind: OutcomeKind;
  evidence: Evidence;
  occurred: { earliest: string | null; latest: string };
  /** It happened after the latest due instant of the deadline then current. */
  late: boolean;
  /** Key of the earliest article of its independent source: copies of one text have the same. */
  source: string;
  rule: string;
  /** 0 to 1: how well the report fits this commitment. */
  score: number;
  /** It tells of another act or names others, and was linked by likeness: in a pile that is compared whole. */
  inOtherWords?: true;
  recordedAt: string;
}

export type ClaimState = 'current' | 'superseded' | 'rival';

/** One wording of when it is due, with what became of that wording. */
export interface Claim {
  id: string;
  text: string;
  due: Due;
  earliest: string | null;
  latest: string | null;
  rule: string;
  anchor: string | null;
  precision: string | null;
  zone: string;
  calendarVersion: string | null;
  kind: 'due' | 'start' | 'recurring';
  state: ClaimState;
  /** Why it is in that state: `first`, `moved`, `moved-after-lapse`, `refined`, `other-reading`, `anchored`. */
  reason: string;
  /** Id of the claim that replaced it. */
  replacedBy: string | null;
  evidence: Evidence;
  statedAt: string;
}

export type EventKind =
  | 'stated'
  | 'mentioned'
  | 'deadline-moved'
  | 'outcome-reported'
  | 'deadline-passed'
  | 'superseded'
  | 'reviewed'
  | 'merged'
  | 'split'
  | 'retracted';

/** One entry of a commitment's history. */
export interface Event {
  id: string;
  kind: EventKind;
  /** When it was so in the world (publication, where nothing better is known). */
  occurredAt: string;
  /** When the ledger knew. */
  recordedAt: string;
  /** What it is about: a mention's, claim's, outcome's or review's id. */
  about: string | null;
  /** Machine-readable detail, such as `{ from, to }` of a moved deadline. */
  detail: Record<string, string | number | boolean | null>;
}

export type Status =
  | 'withdrawn'
  | 'disputed'
  | 'broken'
  | 'fulfilled_late'
  | 'fulfilled'
  | 'partly_fulfilled'
  | 'superseded'
  | 'awaiting_anchor'
  | 'undated'
  | 'open'
  | 'due_soon'
  | 'overdue'
  | 'lapsed_unverified';

export type Certainty = 'reported' | 'confirmed';

/** Why two mentions were taken for the same promise. */
export interface JoinReason {
  a: string;
  b: string;
  /** In the ledger the sum of the features; in a pile how likely the two are one promise, 0 to 1. */
  score: number;
  /** What each feature added; of a pile beside them the average over all pairs of the two groups (`average`, log-odds). */
  features: Record<string, number>;
}

/** What a reviewer did. Reviews are events: they are added, never changed. */
export type ReviewAction =
  | { kind: 'confirm'; field: 'commitment' | 'outcome'; about: string }
  | { kind: 'correct'; field: CorrectableField; value: string | null }
  | { kind: 'reject'; about: string }
  | { kind: 'must-link'; a: string; b: string }
  | { kind: 'cannot-link'; a: string; b: string }
  | { kind: 'annotate'; text: string };

export type CorrectableField = 'action' | 'obligor' | 'type' | 'topic' | 'due' | 'status' | 'condition';

export interface Review {
  id: string;
  /** Id of the commitment under review; a link may name mentions of two. */
  commitment: string;
  action: ReviewAction;
  /** Who, as the reviewer's token names them. */
  by: string;
  at: string;
  why: string;
}

/** What the mentions of one promise add up to. A pure function of mentions, reports and reviews. */
export interface Commitment {
  /** The id of its earliest mention. */
  id: string;
  type: MentionType;
  modality: Modality;
  topic: Topic;
  obligor: Party;
  obligors: Party[];
  counterparties: Party[];
  speaker: Party | null;
  action: string;
  condition: string | null;
  negated: boolean;
  recurring: boolean;
  confidence: number;
  /** Publication of the first mention. */
  statedAt: string;
  /** Publication of the last article that says anything about it. */
  lastReportedAt: string;
  mentions: StoredMention[];
  /** Independent sources: near copies and versions of one article count once. */
  sources: number;
  /** Outlets that reported it, the first first. */
  outlets: string[];
  claims: Claim[];
  /** How often the deadline moved to a later day. */
  slips: number;
  outcomes: Outcome[];
  events: Event[];
  joins: JoinReason[];
  /** Fields that a reviewer set. */
  reviewed: string[];
  /** Status that a reviewer set, which no machine reading overrides. */
  reviewedStatus: Status | null;
  confirmedOutcomes: string[];
  /** Id of the commitment that replaced it. */
  supersededBy: string | null;
  /** Ids of the commitments that it replaced, where there are any. */
  supersedes?: string[];
  notes: { by: string; at: string; text: string }[];
}

/** Instants between which nothing that an outlet published was missed. */
export interface Interval {
  from: string;
  to: string;
}

/** What silence may mean: for each outlet when it was read without a gap; `complete` for an archive that says so. */
export type Coverage = 'complete' | ReadonlyMap<string, readonly Interval[]>;

/** A status with what it rests on. */
export interface StatusResult {
  status: Status;
  /** Name of the row of the decision table that fitted. */
  row: string;
  certainty: Certainty | null;
  /** The current window. */
  due: { earliest: string | null; latest: string | null; day: string | null };
  /** The next instant at which the answer may change by itself, or null. */
  nextChangeAt: string | null;
}
