/** What a sentence tells to be called off or taken back. */
import type { FoundAct } from '../words/acts.ts';
import { formOf, isVerbForm } from '../words/verbs.ts';
import { isStopWord, type Term, wordsOf } from '../words/words.ts';
import { before } from './completion.ts';
import * as cue from './cues.data.ts';

/** An act is told to be off, by what stands before it or, of a noun, behind. */
export function isWithdrawn(all: readonly Term[], act: FoundAct): boolean {
  const own = before(all, act, 4);
  // `tiket yang dibatalkan`, `penumpang yang batal berangkat`, `meskipun tidak jadi terbang`: which, or although.
  const off = own.findIndex((w) => cue.WITHDRAWN.has(w) || w === 'jadi');
  if (off > 0 && isConceded(own.slice(0, off))) return false;
  if (off > 0 && own[off - 1] === 'yang' && /^(?:di|batal$|urung$|membatalkan$)/.test(own[off]!)) return false;
  // `uang konsumen yang pesanannya batal`: whose.
  if (off > 1 && isOfWhich(all, act.verb - own.length + off)) return false;
  // `kami batalkan penahanan tunjangan`
  if (own.some((w, i) => CALLS_OFF.has(w) && cue.FIRST_PERSON.has(own[i - 1] ?? ''))) return true;
  // `tidak jadi mengajukan`, and of a noun `kenaikan tarif … dibatalkan`.
  if (own.some((w, i) => w === 'jadi' && /^(?:tidak|tak|batal|urung)$/.test(own[i - 1] ?? ''))) return true;
  if (formOf(all[act.verb]!.word) === 'noun' && isCalledOff(all, act)) return true;
  // `Rencana menilang pelanggar dibatalkan`: what was planned, where the plan heads the clause.
  const isPlan = own.slice(-3).some((w) => cue.WITHDRAWABLE.has(w)) && !own.includes('yang');
  if (isPlan && (isCalledOff(all, act) || isDropped(all, act)) && !hasVerbBefore(all, act)) return true;
  const hit = own.findIndex((w) => cue.WITHDRAWN.has(w));
  // `OJK akan membatalkan tanda terdaftar`: not yet.
  if (hit < 0 || AHEAD.has(all[act.verb - own.length + hit - 1]?.word ?? '')) return false;
  // `asosiasi tidak meminta BI membatalkan aturannya`: who would have to has not.
  const asked = all.slice(Math.max(0, act.verb - own.length + hit - ASKED_WITHIN), act.verb - own.length + hit);
  if (asked.some(({ word }) => ASKS.has(word))) return false;
  if (
    ['batal', 'batalnya', 'dibatalkannya', 'urungnya', 'urung', 'mengurungkan', 'membatalkan', 'dibatalkan'].includes(
      own[hit]!,
    )
  )
    return true;
  // `mencabut aturan lama dan menerbitkan yang baru`: two acts.
  const isAnother = own.at(-1) === 'dan' && isVerbForm(all[act.verb]!.word);
  return !isAnother && own.slice(hit).some((w) => cue.WITHDRAWABLE.has(w));
}

/** `yang pesanannya batal`: at that index a word tells which ones are meant, by something of theirs. */
const isOfWhich = (all: readonly Term[], at: number): boolean =>
  THEIRS.test(all[at - 1]!.word) && all[at - 2]?.word === 'yang';

const THEIRS = new RegExp(`^(?!(?:${cue.NYA_ADVERBS})nya$).+nya$`);

/** To take such a deed back leaves standing what it would have ended. */
export const STOPS = new Set(
  'menghentikan menyetop menunda menghapus mencabut menutup melarang menolak membekukan menahan mengakhiri membatasi'.split(
    ' ',
  ),
);

/** Words before a word by which something is taken back in which somebody is asked to do so. */
const ASKED_WITHIN = 4;
const ASKS = new Set('meminta minta mendesak menuntut mengusulkan memohon menyarankan mengimbau'.split(' '));

/** Right before a word by which something is taken back: it is still to come, or might. */
const AHEAD = new Set(
  'akan bakal hendak ingin mau bisa dapat boleh berhak berwenang mengancam harus wajib perlu mesti untuk agar gagal belum tidak tak bukan tanpa'.split(
    ' ',
  ),
);

/** `meskipun konser (tidak) batal`, but not `meski didesak, pemerintah batal`: a conceding word right before, or a noun between. */
const isConceded = (own: readonly string[]): boolean =>
  own
    .filter((w) => w !== 'tidak' && w !== 'tak')
    .slice(-2)
    .some(
      (w, i, last) => cue.CONCEDES.has(w) && (i === last.length - 1 || !/^(?:di|demikian|begitu)/.test(last[i + 1]!)),
    );
/** The same, bare behind those who do it. */
const CALLS_OFF = new Set(['batalkan', 'urungkan', 'anulir', 'tiadakan']);

/** What no longer holds: indexes of its words, and where who takes it back is named, if that is said. */
export interface TakenBack {
  words: number[];
  by?: { start: number; end: number };
  /** It was planned or called for, and not demanded: to take it back is no deed that anybody asked for. */
  isOwn?: boolean;
}

/** The words that say what no longer holds (`kewajiban mendaftar itu dicabut`); null where nothing is taken back. */
export function takenBackIn(all: readonly Term[], lower: string): TakenBack | null {
  const m = cue.TAKEN_BACK.exec(lower);
  if (!m) return takesBackIn(all, lower);
  const from = wordsOf(lower.slice(0, m.index)).length;
  const own = all.slice(from, from + 1 + wordsOf(m[1]!).length);
  const isOpen = ({ word, at }: Term): boolean =>
    at !== from && (cue.NOT_DONE.has(word) || cue.CONDITION.has(word) || cue.NOT_TAKEN_BACK.has(word));
  return [...all.slice(0, from), ...own].some(isOpen) ? null : { words: own.map((t) => t.at) };
}

/**
 * The same where it is said who takes it back, and nobody but who demanded or planned it can: the sentence must name him
 * in front ({@link Found.by}).
 */
function takesBackIn(all: readonly Term[], lower: string): TakenBack | null {
  const m = cue.TAKES_BACK.exec(lower) ?? cue.ENDS_PLAN.exec(lower);
  if (!m) return null;
  const from = wordsOf(lower.slice(0, m.index)).length;
  const end = from + wordsOf(m[0]).length;
  const what = all.slice(end - wordsOf(m[1]!).length, end);
  // `dan menerbitkan yang baru`: another act begins.
  const next = what.findIndex((t, i) => t.word === 'dan' && isVerbForm(what[i + 1]?.word ?? ''));
  const own = next < 0 ? what : what.slice(0, next);
  const isOpen = ({ word }: Term): boolean =>
    cue.NOT_DONE.has(word) || cue.CONDITION.has(word) || OTHERS_DO.has(word) || cue.NOT_TAKEN_BACK.has(word);
  // `KLHK dan Kementerian Perdagangan membatalkan`: two who take it back, and no act before.
  const joinsNames = ({ word, at }: Term): boolean => word === 'dan' && !isVerbForm(all[at + 1]!.word);
  // `mencabut ancaman untuk memblokir lokapasar yang …`: what is behind `untuk` says what was threatened, and which one no more.
  const head = m[1]!.split(FOR, 1)[0]!;
  if (all.slice(0, from).some((t) => isOpen(t) && !joinsNames(t)) || cue.WHICH.test(head)) return null;
  const about = own.findIndex(({ word }) => ABOUT.has(word));
  if (own.slice(0, about < 0 ? undefined : about).some(({ word }) => cue.HELD_UP.has(word))) return null;
  return { words: own.map((t) => t.at), by: { start: 0, end: m.index }, isOwn: OWN_PLANS.test(m[0]) };
}

const FOR = / (?:untuk|bahwa|agar) /;

/** Behind these words stands what a plan or a letter is about. */
const ABOUT = new Set(['tentang', 'soal', 'mengenai', 'terkait', 'perihal']);

const OWN_PLANS =
  /^(?:[a-z]+ ){1,3}(?:rencana|janji|komitmen|niat|agenda|seruan|ancaman|kajian|pembahasan|penyusunan|persiapan)/;

/** Before who takes something back: somebody asks him to, or nobody does. */
const OTHERS_DO = new Set('mendorong petisi berwenang menggugat gugatan bertujuan kuasa hak siapa'.split(' '));

/** Where no act is named (`kewajiban STNK itu kami cabut`), the first word that says anything stands for it. */
export const standInFor = (all: readonly Term[], [first, ...rest]: readonly number[]): FoundAct[] =>
  [...rest.filter((at) => !isStopWord(all[at]!.word) && all[at]!.word.length > 2), first!]
    .slice(0, 1)
    .map((at) => ({ act: `~${all[at]!.stem}`, verb: at, object: at }));

/** Words before `kami batalkan` in which what is off stands. */
const OFF_BEFORE = 8;

/** What those who speak say that they call off (`pemberitahuan lewat surel kami batalkan`): the indexes of its words and of the verb. */
export function calledOffIn(all: readonly Term[]): { words: number[]; verb: number } | null {
  const ours = all.findIndex((t, i) => CALLS_OFF.has(t.word) && cue.FIRST_PERSON.has(all[i - 1]?.word ?? ''));
  const verb = ours < 0 ? all.findIndex((t, i) => t.word === 'dibatalkan' && isOfAll(all, i)) : ours;
  if (verb < 2) return null;
  const end = ours < 0 ? verb : verb - 1;
  const before = all.slice(Math.max(0, end - OFF_BEFORE), end);
  // `kewajibannya sudah dipenuhi, jadi sanksi itu kami batalkan`
  const what = before.slice(before.findLastIndex((t) => GOES_OVER.has(t.word)) + 1);
  if (what.length === 0) return null;
  return what.some((t) => AHEAD.has(t.word) || cue.CONDITION.has(t.word))
    ? null
    : { words: what.map((t) => t.at), verb };
}

/** `tes gratis bagi penumpang dibatalkan`: of the subject of the sentence, and not of which ones it is told. */
const isOfAll = (all: readonly Term[], at: number): boolean => {
  const before = all.slice(0, at).map(({ word }) => word);
  return (
    !before.some((word) => OPENS_OTHER.has(word) || ASKS.has(word) || AHEAD.has(word) || isVerbForm(word)) &&
    !THEIRS.test(before.at(-1) ?? '')
  );
};
const OPENS_OTHER = new Set(
  'yang karena lantaran sebab setelah sebelum jika bila apabila kalau meski meskipun agar supaya bahwa'.split(' '),
);

/** Where a clause before it has ended. */
const GOES_OVER = new Set('jadi sehingga maka karena tetapi tapi namun makanya lalu'.split(' '));

/** Words after a noun of an act in which it is said to be off. */
const OFF_AFTER = 9;
const CALLED_OFF = new Set(['dibatalkan', 'batal', 'urung', 'diurungkan', 'dianulir', 'dicoret', 'kandas']);

/** `Rencana kalibrasi … resmi dihentikan`, `tidak dilanjutkan`, `ditiadakan`: of a plan, that it is dropped. */
function isDropped(all: readonly Term[], { verb }: FoundAct): boolean {
  const after = all.slice(verb + 1, verb + 1 + DROPPED_AFTER).map((t) => t.word);
  const at = after.findIndex(
    (w, i) => DROPPED.has(w) || (NOT.has(after[i - 1] ?? '') && (w === 'dilanjutkan' || w === 'diteruskan')),
  );
  return at >= 0 && after[at - 1] !== 'yang' && !after.slice(0, at).some((w) => AHEAD.has(w) && !NOT.has(w));
}
const DROPPED_AFTER = 14;
const DROPPED = new Set(['dihentikan', 'disetop', 'ditiadakan', 'digugurkan', 'dihapus', 'dikubur', 'ditinggalkan']);
const NOT = new Set(['tidak', 'tak']);

/** Another verb stands between an act and what calls it off (`membuat kontrak … dibatalkan`). */
function hasVerbBefore(all: readonly Term[], { verb }: FoundAct): boolean {
  const after = all.slice(verb + 1, verb + 1 + OFF_AFTER);
  const off = after.findIndex((t) => CALLED_OFF.has(t.word) || DROPPED.has(t.word));
  return after.slice(0, off).some((t, i) => isVerbForm(t.word) && after[i - 1]?.word !== 'yang');
}

function isCalledOff(all: readonly Term[], { verb }: FoundAct): boolean {
  const after = all.slice(verb + 1, verb + 1 + OFF_AFTER).map((t) => t.word);
  // `pemberitahuan lewat surel kami batalkan`
  const off = after.findIndex(
    (w, i) => CALLED_OFF.has(w) || (CALLS_OFF.has(w) && cue.FIRST_PERSON.has(after[i - 1] ?? '')),
  );
  // `konser yang dibatalkan`, `konsumen yang pesanannya batal`: which one is told.
  if (off > 0 && after[off - 1] === 'yang') return false;
  if (off >= 0 && isOfWhich(all, verb + 1 + off)) return false;
  return off >= 0 && !after.slice(0, off).some((w) => cue.NOT_DONE.has(w) && !CALLED_OFF.has(w) && w !== 'untuk');
}
