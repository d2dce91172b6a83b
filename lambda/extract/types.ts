/**
 * What `extract` reads and gives. Every offset in these types is a UTF-16 code unit into the article's `text`,
 * end exclusive; every instant is an ISO 8601 string with an offset or `Z`.
 */

/** A stretch of the article's text: `[start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** A span with the characters it covers, verbatim. */
export interface TextSpan extends Span {
  text: string;
}

/** What `extract` is given: one article's clean text. Paragraphs are separated by line breaks. */
export interface ExtractInput {
  text: string;
  /** `YYYY-MM-DD` or an ISO date-time (without a zone: Asia/Jakarta); null leaves relative expressions unresolved. */
  published: string | null;
  title?: string;
  url?: string;
}

export type TimexType = 'DATE' | 'TIME' | 'DURATION' | 'SET';

/** A temporal expression in the text: type and value as TIMEX3 writes them. */
export interface Timex extends TextSpan {
  type: TimexType;
  value: string;
  /** Name of the rule that read it. */
  rule: string;
  /** TIMEX3 `mod`: the part of the period meant (`awal`, `pertengahan`, `akhir`) or how exact the figure is. */
  mod?: 'START' | 'MID' | 'END' | 'APPROX' | 'LESS_THAN' | 'MORE_THAN';
  /** Last day of a printed range (`2-5 Agustus`), whose first is `value`. */
  endValue?: string;
  /** The last paragraph of doubt: e.g. "weekday clashes with date". */
  note?: string;
}

/** The day a deadline falls on, or why it has none. */
export type Due = string;

/** By when something is due, as one phrase of one article states it; README.md says how a phrase becomes a day. */
export interface DeadlineClaim extends TextSpan {
  /** `YYYY-MM-DD` (the last day still in time, by the latest reading), `vague` or `unanchored`. */
  due: Due;
  /** First instant at which it may be called late by the strictest reading; null without a day. */
  earliest: string | null;
  /** Last instant still in time by the most lenient reading; null without a day. */
  latest: string | null;
  rule: string;
  /** What the count starts from: a day (`YYYY-MM-DD`), or null where the text names an event without a date. */
  anchor: string | null;
  anchorSource: 'published' | 'text' | 'event' | null;
  precision: 'instant' | 'day' | 'week' | 'month' | 'quarter' | 'semester' | 'year' | 'vague' | null;
  /** IANA zone of the day's end. */
  zone: string;
  /** Version of the working-day calendar used, where one was. */
  calendarVersion: string | null;
  /** 'due': by then; 'start': `mulai X`, the day on which what was promised is to begin; 'recurring': every period. */
  kind: 'due' | 'start' | 'recurring';
  note?: string;
}

export type ActorKind = 'regulator' | 'official' | 'platform' | 'company' | 'group' | 'person';

/** A name in the text and who it is. `text` is the fullest name that the article gives them. */
export interface ActorRef extends TextSpan {
  /** Gazetteer id, or null for somebody no list knows. */
  actor: string | null;
}

/** A stretch of text and who said it. */
export interface Statement {
  /** A direct quote with its quotation marks; indirect speech without the cue. */
  content: Span;
  direct: boolean;
  cue: TextSpan | null;
  speaker: ActorRef | null;
  rule: string;
}

export type MentionType = 'pledge' | 'obligation' | 'agreement' | 'sanction';
export type Modality = 'firm' | 'target';
export type Topic =
  | 'registration'
  | 'content-removal'
  | 'data-access'
  | 'tax'
  | 'office-investment'
  | 'competition'
  | 'child-safety'
  | 'licensing'
  | 'payment-lending'
  | 'infrastructure'
  | 'other';

/** A commitment as one article words it (what EXTRACT.md calls one of `commitments`). */
export interface Mention {
  type: MentionType;
  /** The first of `obligors`. For a sanction: the authority that would impose it. */
  obligor: ActorRef;
  obligors: ActorRef[];
  counterparties: ActorRef[];
  modality: Modality;
  topic: Topic;
  rule: string;
  speaker: ActorRef | null;
  /** Gazetteer id of the organisation that the speaker, a person, speaks for. */
  speakerFor?: string;
  sentence: Span;
  action: TextSpan;
  deadline: DeadlineClaim | null;
  condition: TextSpan | null;
  negated: boolean;
  /** 0 to 1, calibrated: of those with 0.8 about four in five are right. */
  confidence: number;
}

export interface Extraction {
  timexes: Timex[];
  statements: Statement[];
  commitments: Mention[];
  /** Gazetteer ids of everybody that the text names, in order of first mention. */
  named: string[];
}
