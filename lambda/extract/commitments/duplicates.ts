import { stemKey } from '../text/stem.ts';
import type { Candidate } from './candidates.ts';
import { ADVERBS, NEGATORS, PREPOSITIONS } from './lexicon/words.ts';
import type { Roles } from './resolve.ts';
import type { View } from './view.ts';

/** A candidate that was judged a commitment. */
export interface Found {
  candidate: Candidate;
  roles: Roles;
  confidence: number;
}

/** Share of the smaller set of words from which two wordings of one obligor are one commitment. */
const SAME_WORDS = 0.4;
/** With another obligor or of another type, the wordings must agree more. */
const SAME_WORDS_STRICT = 0.7;
/** Share of one wording's words found anywhere in the sentence of the other. */
const TOLD_THERE = 0.5;

/** A repeat is looked for among so many commitments before it: no article has more, and a hostile text stays linear. */
const NEAR = 60;

interface Wording {
  found: Found;
  words: Set<string>;
  sentence: Set<string>;
}

/**
 * One mention for each commitment of the article: of several wordings of one, that which states it most fully (with
 * a day, with a speaker, then the first).
 */
export function withoutRepeats(found: readonly Found[]): Found[] {
  const groups: Wording[][] = [];
  for (const item of found) {
    const { view } = item.candidate;
    const wording = { found: item, words: wordsOf(item.candidate), sentence: keysIn(view, 0, view.tokens.length) };
    const group = groups.slice(-NEAR).find((members) => members.some((member) => same(member, wording)));
    if (group) group.push(wording);
    else groups.push([wording]);
  }
  return groups.map((members) => fullest(members.map((member) => member.found)));
}

function same(a: Wording, b: Wording): boolean {
  const x = a.found.candidate;
  const y = b.found.candidate;
  if (x.negated !== y.negated || clash(x.deadline?.due, y.deadline?.due)) return false;
  const smaller = Math.min(a.words.size, b.words.size);
  if (smaller === 0) return false;
  const both = shared(a.words, b.words);
  const share = both / smaller;
  const sameObligor = a.found.roles.obligors.some((one) =>
    b.found.roles.obligors.some(
      (other) => other.text === one.text || (one.actor !== null && one.actor === other.actor),
    ),
  );
  const inferred = a.found.roles.by === 'inferred' || b.found.roles.by === 'inferred';
  if (!(sameObligor || inferred) || x.type !== y.type)
    return share >= SAME_WORDS_STRICT && both >= Math.min(2, smaller);
  if (share >= SAME_WORDS && both >= Math.min(2, smaller)) return true;
  if (x.view.index === y.view.index) return false;
  if (elaborates(a, b)) return true;
  const there = Math.max(shared(a.words, b.sentence) / a.words.size, shared(b.words, a.sentence) / b.words.size);
  return there >= TOLD_THERE && both >= 1;
}

/** `RUPS menyetujui penerbitan surat utang. Surat utang tersebut akan ditawarkan …`: a later detail of the same act. */
function elaborates(a: Wording, b: Wording): boolean {
  const { subject, deadline, act, view } = b.found.candidate;
  if (subject === null || subject.mention !== undefined || /^\d/.test(deadline?.due ?? '')) return false;
  if (act?.voice !== 'passive' || a.found.candidate.view.index >= view.index) return false;
  const heads = keysIn(view, subject.from, subject.to);
  return a.sentence.has(stemKey(subject.head)) && shared(heads, a.sentence) / heads.size >= DETAIL;
}

/** Share of the words of a passive's subject that the earlier sentence must name. */
const DETAIL = 0.5;

/** Two days for one act are two commitments. */
const clash = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b && /^\d/.test(a) && /^\d/.test(b);

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

/** Keys of the words that say what is done: the thing acted on, the verb, its objects. */
function wordsOf({ view, action, subject, act }: Candidate): Set<string> {
  const words = keysIn(view, action.from, Math.min(action.to, action.from + LONGEST));
  if (subject && act?.voice !== 'active' && subject.mention === undefined) {
    for (const word of keysIn(view, subject.from, subject.to)) words.add(word);
  }
  return words;
}

/** Words of an action behind this one are circumstance. */
const LONGEST = 25;

function keysIn({ tokens }: View, from: number, to: number): Set<string> {
  const words = new Set<string>();
  for (let i = from; i < to; i++) {
    const { lower, kind } = tokens[i]!;
    if (kind !== 'word' || lower.length < 3 || ADVERBS.has(lower) || NEGATORS.has(lower)) continue;
    if (PREPOSITIONS.has(lower) || EMPTY.has(lower)) continue;
    words.add(stemKey(lower));
  }
  return words;
}

/** Verbs and nouns that any act may have. */
const EMPTY = new Set([
  ...[
    'melakukan',
    'dilakukan',
    'dilaksanakan',
    'melaksanakan',
    'yang',
    'ini',
    'itu',
    'tersebut',
    'adanya',
    'hal',
    'para',
  ],
  ...['yaitu', 'yakni', 'lain', 'lainnya', 'semua', 'seluruh', 'setiap', 'kami', 'kita', 'mereka', 'pihak', 'pihaknya'],
  ...['proses', 'upaya', 'langkah', 'cara', 'bentuk', 'rangka', 'sebuah', 'satu', 'dua', 'tiga', 'rencana', 'target'],
]);

function fullest(members: readonly Found[]): Found {
  let best = members[0]!;
  for (const member of members) if (fullness(member) > fullness(best)) best = member;
  return best;
}

function fullness({ candidate, roles, confidence }: Found): number {
  const due = candidate.deadline?.due;
  const dated = due === undefined ? 0 : due === 'vague' ? 2 : 4;
  return dated + (roles.speaker ? 0.5 : 0) + (roles.by === 'inferred' ? 0 : 0.6) + confidence;
}
