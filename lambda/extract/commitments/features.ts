import { stemOf } from '../text/stem.ts';
import { numberByWord } from '../text/words.ts';
import type { Candidate } from './candidates.ts';
import type { Range } from './clause.ts';
import { add } from './feature-names.ts';
import { verbClass } from './lexicon/verbs.ts';
import {
  HEDGES,
  HOPES,
  isRegulated,
  NOT_YET,
  PAST,
  PUBLIC_NOUNS,
  QUESTION_WORDS,
  STANDING_LAW,
  THEY,
  WE,
} from './lexicon/words.ts';
import { nearbyWords } from './nearby.ts';
import { isPerson, type Parties } from './parties.ts';
import { patternsOf } from './patterns.ts';
import type { Roles } from './resolve.ts';
import { sensesOf } from './sense.ts';
import { clauseFrom } from './subject.ts';

/** What the scorer knows of the article as a whole. */
export interface ArticleFacts {
  parties: Parties;
  /** Kinds of article (see `lexicon/domains.ts`) that its words show. */
  domains: readonly string[];
  titleKeys: ReadonlySet<string>;
  sentences: number;
  /** `YYYY-MM-DD`, or null. */
  published: string | null;
}

/**
 * The features of a candidate: names that hold of it. The model has a weight for each name that it saw often enough;
 * the others count nothing. A feature speaks of a kind of word or construction, or of one word.
 */
export function featuresOf(candidate: Candidate, roles: Roles, facts: ArticleFacts): string[] {
  const { view, act, action, subject } = candidate;
  const { tokens } = view;
  const found: string[] = ['bias', '', ''];

  for (const pattern of patternsOf(candidate, roles, facts.parties, facts.published)) add(found, 'pattern', pattern);
  for (const rule of candidate.rules) add(found, 'rule', rule);
  for (const form of candidate.forms.length > 1 ? new Set(candidate.forms) : candidate.forms) add(found, 'form', form);
  if (candidate.rules.length > 1) add(found, 'rules', 'several');

  const verb = act ? tokens[act.verb]!.lower : '';
  const kind = act ? verbClass(verb) : 'none';
  add(found, 'verb', kind);
  add(found, 'rule+verb', candidate.rule, kind);
  add(found, 'voice', act?.voice ?? 'none');
  if (act) add(found, 'stem', stemOf(tokens[act.verb]!));
  if (candidate.negated) add(found, 'negated');

  const who = subjectKind(candidate, facts.parties);
  add(found, 'subject', who);
  add(found, 'rule+subject', candidate.rule, who);
  add(found, 'subject+verb', who, kind);
  sensesOf(candidate, who, found);
  if (subject?.relative) add(found, 'relative');
  if (subject && view.mentionAt[subject.from] === undefined) add(found, 'head', subject.head);
  if (candidate.addressee) add(found, 'addressee', addresseeKind(candidate));
  add(found, 'by', roles.by);
  add(found, 'type', candidate.type);

  const quoted = view.quoted[action.from] ?? false;
  add(found, quoted ? 'quoted' : 'unquoted');
  add(found, 'speaker', roles.speaker ? (roles.speaker.actor ? 'known' : 'named') : 'none');

  const due = candidate.deadline?.due ?? 'none';
  const when = /^\d/.test(due) ? (facts.published !== null && due < facts.published ? 'past' : 'day') : due;
  add(found, 'due', when);
  add(found, 'rule+due', candidate.rule, when);
  add(found, 'verb+due', kind, when);
  if (candidate.deadline) add(found, 'claim', candidate.deadline.kind);

  contextOf(candidate, found);
  nearbyWords(candidate, found);
  lengthOf(candidate, found);
  positionOf(candidate, facts, found);
  for (const domain of facts.domains) {
    add(found, 'domain', domain);
    add(found, 'domain+rule', domain, candidate.rule);
  }
  return found;
}

function subjectKind(candidate: Candidate, parties: Parties): string {
  const { subject } = candidate;
  if (subject === null) return 'none';
  const mention = subject.mention;
  if (mention?.generic && !mention.pronoun) {
    const kind = groupKind(firstNoun(candidate, subject), false);
    return kind === 'thing' ? 'regulated' : kind;
  }
  if (mention !== undefined) {
    if (mention.pronoun) return WE.has(subject.head) ? 'we' : mention.person ? 'they' : 'description';
    const party = parties.all[mention.party]!;
    return isPerson(party) ? 'person' : party.kind;
  }
  const { head } = subject;
  if (head === 'kita') return 'us';
  if (WE.has(head)) return 'we';
  if (THEY.has(head)) return 'they';
  return groupKind(firstNoun(candidate, subject), false);
}

const firstNoun = ({ view }: Candidate, { from }: Range): string => {
  const head = view.tokens[from]?.lower ?? '';
  return QUANTIFIED.has(head) ? (view.tokens[from + 1]?.lower ?? head) : head;
};

const QUANTIFIED = new Set(['semua', 'seluruh', 'setiap', 'para', 'sejumlah', 'beberapa', 'tiap', 'segenap']);

function addresseeKind(candidate: Candidate): string {
  const { addressee } = candidate;
  if (addressee === null) return 'none';
  if (addressee.mention && !addressee.mention.generic) return 'named';
  const kind = groupKind(firstNoun(candidate, addressee), false);
  return kind === 'thing' && addressee.mention ? 'regulated' : kind;
}

function groupKind(head: string, named: boolean): string {
  if (named) return 'named';
  if (PUBLIC_NOUNS.has(head)) return 'public';
  if (isRegulated(head)) return 'regulated';
  return 'thing';
}

/** Adds a feature that is not among those seen. */
function once(found: string[], seen: string[], head: string, tail = ''): void {
  for (let i = 0; i < seen.length; i += 2) if (seen[i] === head && seen[i + 1] === tail) return;
  add(found, head, tail);
  seen.push(head, tail);
}

/** Words round the act that change what it is. */
function contextOf(candidate: Candidate, found: string[]): void {
  const { view, action, at, subject } = candidate;
  const { tokens } = view;
  const clauseStart = subject === null ? Math.max(0, at - 6) : clauseFrom(subject, at);
  const seen: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { lower, kind } = tokens[i]!;
    const inClause = i >= clauseStart - 2 && i < action.to;
    const tells = toldBy(tokens[i]!);
    if (tells !== 0) {
      const place = inClause ? 'near' : 'far';
      if (tells & HEDGE) once(found, seen, 'hedge', place);
      if (tells & HOPE) once(found, seen, 'hope', place);
      // `harus sudah diterima`: done by the day that is set, not before.
      if (tells & DONE && !DUE_BY.has(tokens[i - 1]?.lower ?? ''))
        once(found, seen, 'past', i < at && inClause ? 'before' : place);
      if (tells & UNDONE && i >= at - 3 && i <= at + 3) once(found, seen, 'not-yet');
      if (tells & LAW) once(found, seen, 'law', place);
      if (tells & ASKING) once(found, seen, 'question-word');
      if (tells & QUESTION && i > at) once(found, seen, 'question');
      if (tells & MONEY && inClause) once(found, seen, 'money');
      if (tells & FOR && i < at && i >= clauseStart) once(found, seen, 'in-purpose');
      if (tells & EFFORT && inClause) once(found, seen, 'effort', lower);
    } else if (inClause && kind === 'number') once(found, seen, 'number');
    if (i >= action.from && i < action.to && view.mentionAt[i] !== undefined) once(found, seen, 'object', 'named');
  }
  if (candidate.condition) add(found, 'condition');
  const before = tokens[at - 1];
  if (before !== undefined) add(found, 'prev', before.kind === 'number' ? '#' : before.lower);
  const object = candidate.act ? tokens[candidate.act.verb + 1] : undefined;
  if (object?.kind === 'word') add(found, 'object', stemOf(object));
}

const DUE_BY = new Set(['harus', 'wajib', 'mesti', 'kudu', 'akan', 'bakal', 'ditargetkan', 'diharuskan']);

const PURPOSE = 'untuk guna agar supaya demi sehingga bahwa jika apabila kalau bila kalo'.split(' ');
const EFFORTS = 'terus selalu senantiasa tetap segera kembali mulai resmi lebih berpotensi'.split(' ');

/** What a word round the act tells, as bits: most words tell nothing, and one look shows it. */
const TELLING = new Map<string, number>();
const toldBy = numberByWord((word) => TELLING.get(word) ?? 0);
const [HEDGE, HOPE, DONE, UNDONE, LAW, ASKING, QUESTION, MONEY, FOR, EFFORT] = [
  ...[HEDGES, HOPES, PAST, NOT_YET, STANDING_LAW, QUESTION_WORDS, ['?'], ['rp', 'miliar', 'triliun', 'juta']],
  ...[PURPOSE, EFFORTS],
].map((words, i) => {
  for (const word of words) TELLING.set(word, (TELLING.get(word) ?? 0) | (1 << i));
  return 1 << i;
}) as [number, number, number, number, number, number, number, number, number, number];

function lengthOf({ action, view }: Candidate, found: string[]): void {
  const words = action.to - action.from;
  add(found, 'act-length', words <= 2 ? 'short' : words <= 6 ? 'some' : words <= 20 ? 'full' : 'long');
  if (view.tokens.length > 60) add(found, 'sentence', 'long');
  if (view.tokens.length < 8) add(found, 'sentence', 'short');
}

function positionOf({ view, action }: Candidate, { sentences, titleKeys }: ArticleFacts, found: string[]): void {
  add(found, 'position', view.index === 0 ? 'first' : view.index <= 3 ? 'lead' : 'body');
  if (sentences - view.index <= 2) add(found, 'position', 'last');
  let shared = 0;
  for (let i = action.from; i < action.to; i++) {
    const token = view.tokens[i]!;
    if (token.kind === 'word' && token.lower.length > 3 && titleKeys.has(stemOf(token))) shared++;
  }
  add(found, 'title', `${Math.min(shared, 3)}`);
}
