/** What those who speak say that they do not do: `tidak kami turunkan`, or no longer: `tidak jadi kami tahan`. */
import { type FoundAct, mayBeAct } from '../words/acts.ts';
import type { Term } from '../words/words.ts';
import * as cue from './cues.data.ts';

/** Acts that the speakers refuse, and those that they take back. */
export interface Denied {
  refused: FoundAct[];
  withdrawn: FoundAct[];
}

const NO = new Set(['tidak', 'tak']);
/** What one does not refuse by not doing it. */
const BEFALLS = new Set(
  'terima temukan ketahui tahu lihat dengar dapat dapatkan punya miliki alami rasakan inginkan mau harapkan duga kira sangka ragukan bayangkan pikirkan ingat teruskan lanjutkan'.split(
    ' ',
  ),
);

/** `pengembalian uang tidak bisa kami penuhi`: what is asked of those who speak. */
const isNotMet = (all: readonly Term[]): boolean =>
  all.some(
    ({ word }, i) =>
      MEETS.has(word) &&
      cue.FIRST_PERSON.has(all[i - 1]?.word ?? '') &&
      ABLE.has(all[i - 2]?.word ?? '') &&
      NO.has(all[i - 3]?.word ?? ''),
  );
const MEETS = new Set(['penuhi', 'kabulkan', 'turuti', 'laksanakan', 'lakukan']);
const ABLE = new Set(['bisa', 'dapat', 'mampu', 'sanggup', 'akan', 'mau']);

/** The bare verbs behind `tidak kami` and `tidak jadi kami`, as the acts that are known of them where any are. */
export function deniedIn(all: readonly Term[], known: readonly FoundAct[]): Denied {
  const found: Denied = { refused: isNotMet(all) ? [...known] : [], withdrawn: [] };
  for (const term of all) {
    const { at, word, stem } = term;
    // Behind its agent a bare verb is what it is in the passive: `kami turunkan`, `diturunkan`.
    if (
      !cue.FIRST_PERSON.has(all[at - 1]?.word ?? '') ||
      BEFALLS.has(word) ||
      !mayBeAct({ ...term, word: `di${word}` }) ||
      word.length < 4
    )
      continue;
    const isOff = all[at - 2]?.word === 'jadi' && NO.has(all[at - 3]?.word ?? '');
    if (!isOff && !NO.has(all[at - 2]?.word ?? '')) continue;
    const act = known.find(({ verb }) => verb === at) ?? { act: `~${stem}`, verb: at, object: at };
    (isOff ? found.withdrawn : found.refused).push(act);
  }
  return found;
}
