/** What one side received, the other has handed over: `Kominfo sudah menerima surat komitmen dari X Corp`. */
import type { FoundAct } from '../words/acts.ts';
import { WORD_NUMBER } from '../words/figures.ts';
import type { Term } from '../words/words.ts';
import { FIRST_PERSON } from './cues.data.ts';

/** An act told from the side of who received what was handed over. */
export interface Received extends FoundAct {
  /** Where, in the sentence, who handed it over is named. */
  giver: { start: number; end: number };
}

/** What is handed over, by concept, and the act by which it is. */
const HANDED: ReadonlyMap<string, string> = new Map([
  ['report', 'submit'],
  ['data', 'give-data'],
  ['letter', 'warn'],
]);
/** Plans and answers are no concept of their own, and that of `laporan` is the act. */
const PAPERS = new Set('laporan rencana tanggapan jawaban komitmen proposal usulan makalah daftar'.split(' '));

/** Papers that hand over nothing that was asked for. */
const OTHER_PAPERS =
  /^(?:keberatan|penolakan|permintaan|permohonan|protes|aduan|pengaduan|gugatan|banding|pertanyaan|sanggahan|undangan)/;

/** What such a sentence must not say: what the paper tells is then something else. */
const UNLIKE = /\b(?:bahwa|bocor|tidak|menolak|ditolak|keringanan|penundaan|perpanjangan|mengaku|peretas)\b/i;

/** Words behind `menerima`, and before `diterima`, in which what is received stands. */
const BEHIND = 4;
const BEFORE = 9;

/** Characters of a name that is looked for behind `dari`. */
const NAME = 60;
const FROM = new RegExp(
  `\\bdari (?=(?:PT |CV )?["“]?[\\p{Lu}\\d]|(?:seluruh|semua|para|kedua|ketiga|keempat|kelima|${WORD_NUMBER}) \\p{Ll})`,
  'u',
);
/** `menerima surat komitmen X Corp`: the name right behind what is received. */
const RECEIVES = /\b(?:menerima|mengantongi) (?:[\p{Ll}-]+ ){1,4}(?=\p{Lu})/u;

/** What a sentence tells to have been received; null where it does not say what, or from whom. Pure. */
export function receivedIn(all: readonly Term[], sentence: string): Received | null {
  const verb = all.find((t, i) => isReceived(t, all[i - 1]));
  if (!verb) return null;
  const around = TAKES.has(verb.word)
    ? all.slice(verb.at + 1, verb.at + 1 + BEHIND)
    : all.slice(Math.max(0, verb.at - BEFORE), verb.at).reverse();
  const paper = around.find((t) => HANDED.has(t.concept) || PAPERS.has(t.word.replace(/nya$/, '')));
  const named = FROM.exec(sentence) ?? (TAKES.has(verb.word) ? RECEIVES.exec(sentence) : null);
  if (!paper || !named || UNLIKE.test(sentence) || around.some((t) => OTHER_PAPERS.test(t.word))) return null;
  const start = named.index + named[0].length;
  // `surat peringatan` is a warning, whichever of the two words comes first.
  const act = around.some((t) => t.concept === 'letter') ? 'warn' : (HANDED.get(paper.concept) ?? 'submit');
  return { act, verb: verb.at, object: paper.at, giver: { start, end: Math.min(sentence.length, start + NAME) } };
}

const TAKES = new Set(['menerima', 'mengantongi']);

/** `terima kasih` and `serah terima` receive nothing; `kami terima` does. */
function isReceived({ word }: Term, before: Term | undefined): boolean {
  return TAKES.has(word) || word === 'diterima' || (word === 'terima' && FIRST_PERSON.has(before?.word ?? ''));
}
