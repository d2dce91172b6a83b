import { stemKey } from '../text/stem.ts';
import type { Candidate } from './candidates.ts';
import { ADVERBS, NEGATORS, PREPOSITIONS } from './lexicon/words.ts';
import type { Roles } from './resolve.ts';

/** A candidate that was judged a commitment. */
export interface Found {
  candidate: Candidate;
  roles: Roles;
  confidence: number;
}

/** Share of the smaller set of words from which two wordings are one commitment. */
const SAME_WORDS = 0.5;
/** With another obligor or another day, the wordings must agree more. */
const SAME_WORDS_STRICT = 0.7;

/**
 * One mention for each commitment of the article: of several wordings of one, that which states it most fully (with
 * a day, with a speaker, then the first). Quadratic in the commitments of one article, which are few.
 */
export function withoutRepeats(found: readonly Found[]): Found[] {
  const groups: { members: Found[]; words: Set<string>[] }[] = [];
  for (const item of found) {
    const words = wordsOf(item.candidate);
    const group = groups.find(({ members, words: known }) =>
      members.some((member, i) => same(member, known[i]!, item, words)),
    );
    if (group) {
      group.members.push(item);
      group.words.push(words);
    } else groups.push({ members: [item], words: [words] });
  }
  return groups.map(({ members }) => fullest(members));
}

function same(a: Found, aWords: Set<string>, b: Found, bWords: Set<string>): boolean {
  if (a.candidate.negated !== b.candidate.negated) return false;
  const x = a.candidate.deadline?.due;
  const y = b.candidate.deadline?.due;
  const clash = x !== undefined && y !== undefined && x !== y && /^\d/.test(x) && /^\d/.test(y);
  const sameObligor = a.roles.obligors.some((one) => b.roles.obligors.some((other) => other.text === one.text));
  if (clash) return false;
  const smaller = Math.min(aWords.size, bWords.size);
  if (smaller === 0) return false;
  let shared = 0;
  for (const word of aWords) if (bWords.has(word)) shared++;
  const share = shared / smaller;
  const loose =
    sameObligor && (a.candidate.type === b.candidate.type || a.candidate.view.index === b.candidate.view.index);
  return share >= (loose ? SAME_WORDS : SAME_WORDS_STRICT) && shared >= Math.min(2, smaller);
}

/** Keys of the words that say what is done: the thing acted on, the verb, its objects. */
function wordsOf({ view, action, subject, act }: Candidate): Set<string> {
  const words = new Set<string>();
  const take = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      const { lower, kind } = view.tokens[i]!;
      if (kind !== 'word' || lower.length < 3 || ADVERBS.has(lower) || NEGATORS.has(lower)) continue;
      if (PREPOSITIONS.has(lower) || EMPTY.has(lower)) continue;
      words.add(stemKey(lower));
    }
  };
  take(action.from, Math.min(action.to, action.from + 25));
  if (subject && act?.voice !== 'active' && subject.mention === undefined) take(subject.from, subject.to);
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
