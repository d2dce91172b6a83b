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

/**
 * What a sentence says somebody claims to be done, where behind it stands that it is contradicted: `X menyatakan gerai telah ditutup,
 * tetapi warga membantahnya`, `Klaim X telah menutup gerai dipersoalkan`. Empty where it does not. Linear.
 */
export function claimIn(lower: string): string {
  if (cue.CLAIM_DENIED.test(lower) && cue.CLAIMED_DONE.test(lower)) return lower;
  const claim = cue.CLAIMS.exec(lower);
  if (claim === null) return '';
  const from = claim.index + claim[0].length;
  const done = cue.CLAIMED_DONE.exec(lower.slice(from));
  if (done === null) return '';
  const behind = from + done.index + done[0].length;
  const contradicted = cue.CONTRADICTS.exec(lower.slice(behind)) ?? cue.NOT_YET_BY_OTHERS.exec(lower.slice(behind));
  if (contradicted === null) return '';
  const said = lower.slice(0, behind + contradicted.index);
  const turn = cue.TURNS.exec(said.slice(behind));
  if (turn !== null) return said.slice(0, behind + turn.index);
  return claim[0].endsWith('klaim') && claim.index === 0 ? said : '';
}

/** `X menyatakan laporan sudah diserahkan, sedangkan Y mengatakan belum`: one says that it is done, and others behind a comma that not. */
export function isClaimTurned(lower: string): boolean {
  const turn = cue.ADVERSE.exec(lower);
  if (turn === null) return false;
  const claimed = lower.slice(0, turn.index);
  if (!cue.CLAIMS.test(claimed) || !cue.CLAIMED_DONE.test(claimed)) return false;
  const others = lower.slice(turn.index + turn[0].length);
  const said = cue.SAY.exec(others);
  return said !== null && cue.NOT_SO.test(others.slice(said.index));
}
