/** What a sentence tells never to be done, or of which the contrary was. */
import type { FoundAct } from '../words/acts.ts';
import { isVerbForm } from '../words/verbs.ts';
import { type Term, wordsOf } from '../words/words.ts';
import { before } from './completion.ts';
import * as cue from './cues.data.ts';

/** Acts that are broken, and by which rule. */
interface Broken {
  of: FoundAct[];
  rule: string;
  confidence: number;
}

/** Of the acts of a sentence those that it tells to be broken; none where it tells of none. */
export function brokenIn(all: readonly Term[], acts: readonly FoundAct[], lower: string): Broken[] {
  const isAdmitted = cue.ADMITTED.test(lower);
  return [
    { of: cue.BROKEN.some((p) => p.test(lower)) ? [...acts] : [], rule: 'breach-verb', confidence: 0.7 },
    {
      of: acts.filter((a) => (isAdmitted && isImpossible(all, a)) || isNoMore(all, a)),
      rule: 'told-impossible',
      confidence: 0.7,
    },
    { of: insteadOf(acts, lower), rule: 'done-instead', confidence: 0.6 },
  ];
}

/** Words before a verb in which it stands that it will never be. */
const NEVER_BEFORE = 3;

/** `data itu tidak mungkin dipulihkan`, `mustahil diselesaikan`: right behind these words an act will never be. */
const isImpossible = (all: readonly Term[], act: FoundAct): boolean =>
  /^(?:di|ter)[a-z]{3}/.test(all[act.verb]!.word) && IMPOSSIBLE.test(before(all, act, NEVER_BEFORE).join(' '));
const IMPOSSIBLE = /\b(?:mustahil|(?:tidak|tak) mungkin)(?: lagi)?$/;

/** `perusahaan tidak mungkin lagi membayar`: it might have been until then, so it was to be. */
const isNoMore = (all: readonly Term[], act: FoundAct): boolean =>
  isVerbForm(all[act.verb]!.word) && NO_MORE.test(before(all, act, NEVER_BEFORE).join(' '));
const NO_MORE = /\b(?:tidak|tak) mungkin lagi$/;

/** `Alih-alih naik, tarif malah dipotong`: the acts in whose stead the contrary was done. */
function insteadOf(acts: readonly FoundAct[], lower: string): FoundAct[] {
  const found = INSTEAD.exec(lower);
  if (found === null) return [];
  const from = wordsOf(lower.slice(0, found.index)).length;
  const to = from + wordsOf(found[1]!).length;
  return acts.filter(({ verb }) => verb > from && verb < to);
}
const INSTEAD = /\b((?:alih-alih|bukannya) [^,.;]{3,80}), (?:[^.;]{0,120} )?(?:malah|justru)\b/;
