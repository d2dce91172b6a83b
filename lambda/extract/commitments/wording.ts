import { stemKey } from '../text/stem.ts';
import { byWord } from '../text/words.ts';
import type { Candidate } from './candidates.ts';
import { verbClass } from './lexicon/verbs.ts';
import { ADVERBS, NEGATORS, PREPOSITIONS } from './lexicon/words.ts';
import type { Roles } from './resolve.ts';
import { deedIn, sortsIn } from './sense.ts';
import type { View } from './view.ts';

/** A clause as its words: what tells whether another clause says the same. */
export interface Wording {
  candidate: Candidate;
  roles: Roles;
  /** Keys of the words that say what is done: the verb, its objects, and the thing acted on. */
  words: ReadonlySet<string>;
  /** Of the thing that is its subject; empty where that is a party. */
  subject: ReadonlySet<string>;
  sentence: ReadonlySet<string>;
  /** Numbers of its action, as printed. */
  figures: ReadonlySet<string>;
  verb: string;
  verbKind: string;
  /** The sort of its deed, and of the things that its action names (`lexicon/senses.data.json`). */
  deed: string;
  things: ReadonlySet<string>;
}

export function wordingOf(candidate: Candidate, roles: Roles): Wording {
  const { view, action, act } = candidate;
  const verb = act ? view.tokens[act.verb]!.lower : '';
  const words = keysIn(view, action.from, Math.min(action.to, action.from + LONGEST));
  const thing = candidate.subject && candidate.subject.mention === undefined ? candidate.subject : null;
  const subject = thing ? keysIn(view, thing.from, thing.to) : new Set<string>();
  if (act?.voice !== 'active') for (const key of subject) words.add(key);
  return {
    candidate,
    roles,
    words,
    subject,
    sentence: keysIn(view, 0, view.tokens.length),
    figures: figuresIn(view, action.from, action.to),
    verb: stemKey(verb),
    verbKind: act ? verbClass(verb) : '',
    deed: deedIn(candidate),
    things: thingsIn(view, subject.size > 0 ? thing!.from : action.from, action.to),
  };
}

function figuresIn({ tokens }: View, from: number, to: number): Set<string> {
  const figures = new Set<string>();
  for (let i = from; i < Math.min(to, tokens.length); i++) {
    if (tokens[i]!.kind === 'number') figures.add(tokens[i]!.lower);
  }
  return figures;
}

function thingsIn(view: View, from: number, to: number): Set<string> {
  const things = new Set<string>();
  const sorts = sortsIn(view);
  for (let i = from; i < Math.min(to, sorts.length); i++) if (sorts[i] !== undefined) things.add(sorts[i]!);
  return things;
}

/** Words of an action behind this one are circumstance. */
const LONGEST = 25;

function keysIn({ tokens }: View, from: number, to: number): Set<string> {
  const words = new Set<string>();
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    const key = token.kind === 'word' ? keyOf(token) : '';
    if (key !== '') words.add(key);
  }
  return words;
}

/** The key of a word that says something; empty of others. */
const keyOf = byWord((word) => (word.length > 2 && !EMPTY.has(word) ? stemKey(word) : ''));

/** Small words, and verbs and nouns that any act may have. */
const EMPTY: ReadonlySet<string> = new Set([
  ...ADVERBS,
  ...NEGATORS,
  ...PREPOSITIONS,
  ...`melakukan dilakukan dilaksanakan melaksanakan yang ini itu tersebut adanya hal para yaitu yakni lain lainnya semua
  seluruh setiap kami kita mereka pihak pihaknya proses upaya langkah cara bentuk rangka sebuah satu dua tiga rencana
  target akan bisa dapat harus juga telah sudah`.split(/\s+/),
]);

/** How many keys two sets share. */
export function count(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const key of a) if (b.has(key)) both++;
  return both;
}
