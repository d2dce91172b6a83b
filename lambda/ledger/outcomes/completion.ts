/** How a sentence says that an act is done. */
import type { FoundAct } from '../words/acts.ts';
import { isWide } from '../words/acts.ts';
import { MONTHS } from '../words/figures.ts';
import { formBehind, formOf, isVerbForm } from '../words/verbs.ts';
import type { Term } from '../words/words.ts';
import * as cue from './cues.data.ts';
import { isOfOthers, isOnlyPart, isPercentOf, isRestOpen, isShare } from './shares.ts';

/** Words before a verb in which its modals stand. */
export const BEFORE = 7;
/** Words before a verb in which a condition that it hangs on stands. */
const CONDITION_BEFORE = 10;
/** Words after a noun of an act in which its completion stands. */
const AFTER = 14;

/** Verbs by which an act is told as begun: done where it was to begin. */
export const BEGUN = new Set(['memulai', 'dimulai']);

/** Words before an act's verb, nearest last. */
export function before(all: readonly Term[], { verb }: FoundAct, reach: number): string[] {
  return all.slice(Math.max(0, verb - reach), verb).map((t) => t.word);
}

/** The rule by which an act is told as done for no other reason than that it stands in the lead. */
export const IN_LEAD = 'plain-verb-in-lead';

/** Rules by which an act is told as done without a word that says so: a day still ahead makes a plan of it. */
export const TOLD_PLAINLY: ReadonlySet<string> = new Set([
  ...['plain-verb-with-day', IN_LEAD, 'wide-verb-with-day', 'noun-with-day', 'since-day', 'told-as-news'],
]);

/** By which rule an act is told as done, and how surely: 0 to 1. */
export interface Completion {
  rule: string;
  confidence: number;
}

/** How the sentence says that the act is done; null where it does not. */
export function completion(all: readonly Term[], act: FoundAct, lower: string, isLead: boolean): Completion | null {
  const form = formBehind(all[act.verb - 1]?.word, all[act.verb]!.word);
  const own = before(all, act, BEFORE);
  // `baru bisa dikembalikan setelah semua beres`: neither, before that.
  const isNotBefore = own.some((w, i) => w === 'baru' && cue.NOT_BEFORE.has(own[i + 1] ?? ''));
  // `baru bisa membayar pada Sabtu (5/7)`, printed after it: late, and done.
  if (isNotBefore && own.at(-2) === 'baru' && cue.HAS_DAY.test(lower) && !ONLY_IF.test(lower))
    return { rule: 'plain-verb-with-day', confidence: 0.6 };
  if (isNotBefore) return null;
  // `pusat data yang perangkatnya telah diganti`: which one it is, is told.
  if (IS_WHICH.test(`${own.slice(-4).join(' ')} `)) return null;
  // `jika fitur itu sudah beroperasi`: nothing is told of whether it is.
  // But `kalau soal rapor, itu sudah beres` only says of what.
  const near = before(all, act, CONDITION_BEFORE);
  if (near.some((w, i) => (cue.CONDITION.has(w) && !AS_FOR.has(near[i + 1] ?? '')) || w === 'apakah')) return null;
  if (isWished(before(all, act, CONDITION_BEFORE))) return null;
  const fulfilling = own.findIndex((w) => cue.FULFILLING.test(w));
  if (fulfilling >= 0) {
    // `telah memenuhi permintaan … untuk menghapus`: the marks that count are those of `memenuhi`.
    const marks = all
      .slice(Math.max(0, act.verb - own.length + fulfilling - 4), act.verb - own.length + fulfilling)
      .map((t) => t.word);
    if (marks.some((w) => cue.NOT_DONE.has(w))) return null;
    if (marks.some((w) => cue.DONE_BEFORE.has(w)) || isLead || cue.HAS_DAY.test(lower)) {
      return { rule: 'met-demand', confidence: 0.85 };
    }
  }
  if (form === 'noun' && !own.slice(-2).some((w) => cue.LIGHT.has(w))) return nounDone(all, act, own, lower);
  // A noun without affixes (`audit … telah selesai`) looks like any bare word.
  const asNoun = form === 'bare' && act.verb === act.object ? nounDone(all, act, own, lower) : null;
  if (asNoun) return asNoun;
  // `jadwal pembukaan bandara akhirnya ditetapkan`: only its day.
  if (OF_DAY.has(own.at(-1) ?? '') || (SETS.has(all[act.verb]!.word) && own.slice(-SUBJECT).some((w) => OF_DAY.has(w))))
    return null;
  // `mulai beroperasi` is done; `mulai 1 Juli … beroperasi` only says when.
  const modal = lastIndex(
    own,
    (w, i) =>
      cue.NOT_DONE.has(w) &&
      !cue.TIME_ONLY.has(w) &&
      // `sehari menjelang tenggat`: when it was.
      !(w === 'tenggat' && OF_TIME.has(own[i - 1] ?? '')) &&
      // `sambungan untuk lokapasar, yang dibuka pada 27 Juli`: for whom, and not what for.
      !(w === 'untuk' && own[i + 2] === 'yang' && !isVerbForm(own[i + 1]!)) &&
      !(w === 'mulai' && i === own.length - 1) &&
      !(cue.ABLE.has(w) && own.slice(Math.max(0, i - 2), i).some((before) => cue.DONE_BEFORE.has(before))),
  );
  // `belum berhasil menyalakan`: not done.
  const done = lastIndex(own, (w, i) => cue.DONE_BEFORE.has(w) && !cue.NO.has(own[i - 1] ?? ''));
  // `surat kembali karena usahanya sudah tutup`: why, and without a day that is no news.
  if (!cue.HAS_DAY.test(lower) && before(all, act, CONDITION_BEFORE).some((w) => WHY.has(w))) return null;
  if (NOT_KNOWN.test(lower)) return null;
  // `resmi berlaku sejak Selasa`
  const isMarked = cue.DONE_BEFORE.has(own.at(-1) ?? '') && own.at(-1) !== 'baru';
  if (!isMarked && cue.SINCE.test(lower) && holdsSince(all, act, own)) return { rule: 'since-day', confidence: 0.75 };
  if (modal > done) return null;
  // `harus sudah digunakan paling lambat …`: done by then, not yet. But `dokumen yang diminta sudah diserahkan` is done.
  if (done > 0 && cue.DUE_BY.has(own[done - 1]!) && own[done - 2] !== 'yang') return null;
  if (done >= 0 && own.length - done <= 5 && !isOfOtherVerb(own, done))
    return { rule: 'done-marker', confidence: 0.85 };
  // `sejak 1,2 juta gerai selesai didata`
  if (cue.DONE_AFTER.has(own.at(-1) ?? '') && /^di/.test(all[act.verb]!.word) && !cue.NO.has(own.at(-2) ?? ''))
    return { rule: 'done-marker', confidence: 0.8 };
  const after = all.slice(act.verb + 1, act.verb + 6).map((t) => t.word);
  const end = after.findIndex((w) => cue.DONE_AFTER.has(w));
  // `Penggabungan dijadwalkan kelar Agustus` is a plan.
  if (end >= 0 && !after.slice(0, end).some(leavesOpen)) return { rule: 'done-after', confidence: 0.75 };
  // `menyebut blokir dibuka paling lambat Rabu`: by when it is to be.
  if (modal >= 0 || BY_THEN.test(lower)) return null;
  if (form === 'bare' && !cue.BARE_NEWS.has(all[act.verb]!.word)) return null;
  if (isWide(act.act)) return cue.HAS_DAY.test(lower) ? { rule: 'wide-verb-with-day', confidence: 0.5 } : null;
  // News tells what happened in plain verbs: with a day of the past, or at the top.
  if (cue.HAS_DAY.test(lower)) return { rule: 'plain-verb-with-day', confidence: 0.65 };
  return isLead && own.length > 0 ? { rule: IN_LEAD, confidence: 0.55 } : null;
}

const ONLY_IF = /\b(?:setelah|sesudah|jika|bila|apabila|kalau|asalkan|begitu|akan|bakal)\b/;
const AS_FOR = new Set(['soal', 'urusan', 'masalah', 'perihal']);

const OF_TIME = new Set(
  'menjelang jelang sebelum setelah sesudah selepas lewat melewati dari dalam tepat mendahului'.split(' '),
);

/** `Ombudsman berharap X sudah membayar`: it is hoped for, or asked, whatever is said of when. */
function isWished(own: readonly string[]): boolean {
  const wish = lastIndex(own, (w) => WISHES.has(w));
  return wish >= 0 && !own.slice(wish + 1).some((w) => ANOTHER_CLAUSE.has(w));
}
const WISHES = new Set(
  'berharap diharapkan mengharapkan semoga mudah-mudahan moga-moga mendesak menuntut menagih menargetkan ditargetkan memperkirakan diperkirakan menduga diduga'.split(
    ' ',
  ),
);
const ANOTHER_CLAUSE = new Set(
  'yang dan tetapi tapi namun karena lantaran setelah sesudah padahal sedangkan sementara meski meskipun'.split(' '),
);

const BY_THEN = /\b(?:paling lambat|paling lama|selambat-lambatnya|selambatnya) /;

const OF_DAY = new Set(['jadwal', 'tanggal', 'tenggat']);
const SETS = new Set(['ditetapkan', 'diumumkan', 'dipastikan', 'ditentukan', 'diputuskan']);
const SUBJECT = 6;

/** `Belum ada keterangan berapa merek yang sudah diperbaiki`: whether it is done nobody says. */
const NOT_KNOWN =
  /\b(?:belum|tidak|tak) (?:ada|jelas|diketahui|diungkap(?:kan)?|dirinci) (?:[a-z]+ ){0,3}(?:berapa|apakah|siapa|mana|kapan|bagaimana)\b/;

const WHY = new Set(['karena', 'lantaran', 'sebab', 'akibat']);

const IS_WHICH = /\byang [a-z]{3,}nya (?:belum lama |baru |sudah |telah |pernah )*$/;

/** Between an act and its completion: it is not, or not yet. */
const leavesOpen = (word: string): boolean => cue.NOT_DONE.has(word) && word !== 'proses' && word !== 'untuk';

/** The mark belongs to a verb that stands nearer to it: `telah menutup fitur pengecekan` checks nothing. */
const isOfOtherVerb = (own: readonly string[], done: number): boolean =>
  own.slice(done + 1).some((word) => isVerbForm(word) && !cue.LIGHT.has(word) && !BEGUN.has(word));

/** Words between an act and the `sejak` of its day. */
const SINCE_REACH = 6;

/** An act that holds since a day: the `sejak` belongs to it, and nothing says that it is not, or not yet, or being prepared. */
function holdsSince(all: readonly Term[], { verb, act }: FoundAct, own: readonly string[]): boolean {
  const after = all.slice(verb + 1, verb + 1 + SINCE_REACH).map((t) => t.word);
  const since = after.indexOf('sejak');
  const between = since < 0 ? [] : after.slice(0, since);
  if (since < 0 && all[0]?.word !== 'sejak') return false;
  // A noun holds nothing (`penjual`), and a verb in between has the `sejak` for itself.
  const { word } = all[verb]!;
  if (formOf(word) === 'bare' && !word.startsWith('ter')) return false;
  if (between.some((w) => isVerbForm(w))) return false;
  if (between.includes('yang') || act === 'write') return false;
  const words = [...own, ...between];
  if (words.some((w) => cue.PREPARING.has(w)) || cue.PREPARING.has(all[verb]!.word)) return false;
  return !words.some((w) => cue.NOT_DONE.has(w) && !cue.TIME_ONLY.has(w) && !cue.ABLE.has(w));
}

/** `Pembentukan satgas kami tuntaskan 28 Juni` */
const OURS_DONE = new Set(['tuntaskan', 'selesaikan', 'rampungkan', 'lunasi', 'penuhi', 'laksanakan', 'lakukan']);

/** Behind these something stands that has happened, where its day is named. */
const AFTER_IT = new Set(['setelah', 'sesudah', 'usai', 'seusai', 'sejak', 'pasca']);
const HAS_OWN_DAY = new RegExp(
  `\\bpada (?:\\d{1,2} (?:${MONTHS.join('|')})|(?:senin|selasa|rabu|kamis|jumat|sabtu|minggu) \\d)`,
);

/** Words behind `digelar` in which its own day stands. */
const DAY_WITHIN = 4;

/** `Pertemuan itu digelar pada Jumat (23/5)`: of the noun of an act it is told on which day it took place. */
function tookPlace(own: readonly string[], after: readonly string[]): boolean {
  const held = after.findIndex((w) => cue.HELD.has(w));
  if (held < 0) return false;
  const behind = after.slice(held + 1, held + 1 + DAY_WITHIN);
  const before = after.slice(0, held);
  const isOpen = (w: string): boolean =>
    (cue.NOT_DONE.has(w) && w !== 'untuk') || cue.CONDITION.has(w) || cue.USUAL.has(w);
  return before.at(-1) !== 'yang' && cue.ON_DAY.test(behind.join(' ')) && ![...own, ...before, ...behind].some(isOpen);
}

const OF_WHAT = new Set(['soal', 'mengenai', 'tentang', 'terkait', 'perihal', 'ihwal']);
const SAID_DONE =
  /^(?![^"”]{0,200}\b(?:belum|tidak|tak|akan|bakal|nanti|semoga)\b)[^"”]{0,3}["“][^"”]{0,160}\b(?:beres|selesai|rampung|tuntas|kelar|lunas|(?:sudah|telah) (?:kami|kita|di)\w*)\b[^"”]{0,60}["”],? (?:kata|ujar|ucap|tutur|jelas|terang|imbuh|ungkap|tegas|sebut)/;

function nounDone(all: readonly Term[], act: FoundAct, own: string[], lower: string): Completion | null {
  const after = all.slice(act.verb + 1, act.verb + 1 + AFTER).map((t) => t.word);
  const done = after.findIndex(
    (w, i) =>
      (cue.DONE_AFTER.has(w) && !cue.WAS_TO_BE.has(after[i - 1] ?? '')) ||
      (OURS_DONE.has(w) && cue.FIRST_PERSON.has(after[i - 1] ?? '')) ||
      (cue.DONE_AFTER_MARKED.has(w) && cue.DONE_BEFORE.has(after[i - 1] ?? '')) ||
      (cue.IN_FORCE.has(w) && cue.DONE_BEFORE.has(after[i - 1] ?? '') && after[i - 1] !== 'baru'),
  );
  if (done < 0) {
    // `"Sudah beres," ujar Budi soal pembangunan gudang`
    if (OF_WHAT.has(own.at(-1) ?? '') && SAID_DONE.test(lower)) return { rule: 'said-of', confidence: 0.7 };
    if (tookPlace(own, after)) return { rule: 'noun-with-day', confidence: 0.6 };
    const rampung = own
      .slice(-3)
      .some((w) => /^(?:merampungkan|menuntaskan|menyelesaikan|rampungnya|tuntasnya|selesainya)$/.test(w));
    // `setelah DJKI menuntaskan verifikasi pada 26 Februari`: with its day it is told to be done.
    const modal = own.some((w) => cue.NOT_DONE.has(w) && !(AFTER_IT.has(w) && HAS_OWN_DAY.test(after.join(' '))));
    return rampung && !modal ? { rule: 'completed-noun', confidence: 0.8 } : null;
  }
  const between = after.slice(0, done);
  // `tak bersedia menyebut kapan pemeriksaan selesai` tells of no end.
  if (between.some(leavesOpen) || own.includes('kapan')) return null;
  return { rule: 'noun-and-completion', confidence: between.some((w) => cue.DONE_BEFORE.has(w)) ? 0.9 : 0.75 };
}

/**
 * Only a part is told to be done.
 * @param next the sentence behind, in lower case: it may tell that the rest is still to come.
 * @param previous the sentence before: it may tell that some have not.
 */
export function isInPart(lower: string, next = '', previous = ''): boolean {
  // `belum rampung karena sebagian data tertimpa`: of what holds it up a part is told.
  const said = lower.replace(cue.REASON, ' ');
  return (
    cue.PARTLY.some((p) => p.test(said)) ||
    cue.SO_FAR.test(lower) ||
    isShare(lower) ||
    isRestOpen(next) ||
    isOfOthers(lower, previous) ||
    isOnlyPart(previous)
  );
}

/** `sudah 87 persen` is progress, `100 persen` is all of it; `telah memungut PPN 10 persen` is neither. */
export function isUnderWay(lower: string): boolean {
  if (cue.HALFWAY.test(lower)) return true;
  if (isPercentOf(lower)) return false;
  const shares = [...lower.matchAll(cue.PROGRESS)].map((m) => Number(m[1]!.replace(',', '.')));
  return shares.length > 0 && !shares.includes(100);
}

function lastIndex(words: readonly string[], test: (word: string, index: number) => boolean): number {
  for (let i = words.length - 1; i >= 0; i--) if (test(words[i]!, i)) return i;
  return -1;
}
