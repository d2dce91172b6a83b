import { POINTERS } from '../text/demonstratives.ts';
import type { Word } from '../text/words.ts';
import { entryOf } from '../time/lexicon.ts';
import type { Candidate } from './candidates.ts';
import { isVerbLike } from './clause.ts';
import { isUpTo } from './deadline.ts';
import type { ArticleFacts } from './features.ts';
import { verbClass } from './lexicon/verbs.ts';
import { NOT_YET } from './lexicon/words.ts';
import { ANNOUNCES } from './unmarked.ts';
import { asked, guessed, rumoured, untrue, wished } from './unsaid.ts';
import type { View } from './view.ts';

/** A kind of clause that is never a commitment, whatever else it has. */
interface Veto {
  name: string;
  holds: (candidate: Candidate, facts: ArticleFacts) => boolean;
}

const wordBefore = ({ view, at }: Candidate, back = 1): string => view.tokens[at - back]?.lower ?? '';

/** A verb or a participle: `belum mendaftar`, `belum tervalidasi`. */
const isVerbal = (word: string): boolean => isVerbLike(word) || /^ter[a-z]{4}/.test(word) || STATES.has(word);
/** What somebody or something is not yet, said of whom the act is done to: `produk yang belum sesuai akan kami hentikan`. */
const STATES = new Set(
  'sesuai lengkap patuh taat lunas beres selesai rampung tuntas daftar bayar lapor punya'.split(' '),
);

const VETOES: readonly Veto[] = [
  // `belum akan`, `belum berencana`: nothing is promised yet.
  // But in `PSE yang belum mendaftar diberi waktu` it belongs to another verb.
  {
    name: 'not-yet',
    holds: (c) => NOT_YET.has(wordBefore(c)) || (NOT_YET.has(wordBefore(c, 2)) && !isVerbal(wordBefore(c))),
  },
  // A question states nothing.
  {
    name: 'question',
    holds: ({ view, action }) => view.tokens[action.to]?.lower === '?' || view.tokens.at(-1)?.lower === '?',
  },
  // `sempat akan`, `semula berencana`: given up before the article.
  // But in `uang penumpang yang batal kami kembalikan` it tells whose.
  {
    name: 'given-up',
    holds: (c) => ABANDONED.has(wordBefore(c)) || (ABANDONED.has(wordBefore(c, 2)) && wordBefore(c, 3) !== 'yang'),
  },
  // `Semula peraturan itu dijadwalkan terbit bulan ini.`: what held before, told beside what has come of it. Of 37
  // such sentences labelled two are commitments.
  {
    name: 'former-plan',
    holds: (c) =>
      c.rules.every((rule) => FORMER_RULES.has(rule)) &&
      (FORMERLY.has(firstWord(c.view)) || isPromisedBefore(c) || isScheduledBefore(c.view)),
  },
  // `Sebelumnya Oppo menargetkan pabrik itu berproduksi pada Mei`, told in June.
  {
    name: 'day-gone-by',
    holds: ({ deadline, view }, { published }) => firstWord(view) === 'sebelumnya' && isGone(deadline, published),
  },
  // `padahal perusahaan menjanjikan 11 kota sampai tutup tahun`: it is told again, for what has become of it.
  {
    name: 'held-against',
    holds: (c) => c.rules.includes('promise') && isHeldAgainst(c),
  },
  // `pengiriman baru boleh dilakukan 2 hingga 11 Januari`: when it is allowed.
  {
    name: 'allowed-then',
    holds: (c) =>
      c.rules.every((rule) => rule === 'dated-act') && wordBefore(c) === 'boleh' && wordBefore(c, 2) === 'baru',
  },
  // `layanan itu tidak jadi hadir tahun ini`: it is off.
  {
    name: 'off',
    holds: ({ act, view: { tokens } }) =>
      act !== null && tokens[act.verb - 1]?.lower === 'jadi' && OFF.has(tokens[act.verb - 2]?.lower ?? ''),
  },
  // `lewat sembilan hari dari janji sebelum Lebaran`: what something else is measured by.
  {
    name: 'measured-by',
    holds: (c) => c.rules.every((rule) => NOUN_RULES.has(rule)) && wordBefore(c) === 'dari',
  },
  // `menyampaikan rencana tersebut`: nothing new is planned.
  {
    name: 'known-plan',
    holds: ({ rules, act, view, at }) =>
      act === null && rules.every((rule) => rule === 'plan-noun') && POINTERS.has(view.tokens[at + 1]?.lower ?? ''),
  },
  // `Sehari sebelumnya, Kemendag mencabut HET`: told of before.
  {
    name: 'the-day-before',
    holds: ({ rules, view }) =>
      rules.every((rule) => rule === 'dated-act' || rule === 'sanction' || rule === 'decide') &&
      view.tokens
        .slice(0, OPENING)
        .some(({ lower }, i) => lower === 'sebelumnya' && TIME_BEFORE.test(view.tokens[i - 1]?.lower ?? '')),
  },
  // `izinnya masih berlaku sampai tahun depan`: how things stand.
  {
    name: 'still-valid',
    holds: (c) => c.rules.every((rule) => rule === 'effect') && wordBefore(c) === 'masih',
  },
  // `OJK mengumumkan hasil audit, Kamis`: told on the day on which it was.
  {
    name: 'announced',
    holds: ({ act, deadline, rules, view }, { published }) =>
      act !== null &&
      rules.every((rule) => rule === 'dated-act') &&
      ANNOUNCES.has(view.tokens[act.verb]!.lower) &&
      published !== null &&
      !(deadline !== null && deadline.due > published),
  },
  // `Telkomsel, yang berencana …, menggelar rapat pada Kamis (12/6/2025)`: the news of that day.
  {
    name: 'told-of-the-day',
    holds: ({ act, deadline, rules, subject, view }, { published }) =>
      act !== null &&
      rules.every((rule) => rule === 'dated-act') &&
      act.agent === undefined &&
      subject !== null &&
      deadline?.due === published &&
      PRINTED.test(deadline!.text) &&
      /^me/.test(view.tokens[act.verb]!.lower),
  },
  // `diumumkan lewat SMS sejak akhir pekan`: it has been so since.
  {
    name: 'since',
    holds: ({ deadline, rules }) =>
      deadline !== null &&
      rules.every((rule) => rule === 'dated-act') &&
      SINCE.test(deadline.text) &&
      !/\d/.test(deadline.text),
  },
  // `Menjelang HUT RI, Telkomsel akhirnya membuka gerai`: of 13 such labelled clauses none is a commitment.
  {
    name: 'at-last',
    holds: (c) =>
      c.rules.every((rule) => rule === 'dated-act' || rule === 'not-before' || rule === 'sanction') &&
      wordBefore(c) === 'akhirnya',
  },
  // `rata-rata kami tangani dalam sembilan jam`: how long it has taken.
  {
    name: 'on-average',
    holds: (c) =>
      c.rules.every((rule) => rule === 'dated-act') && [1, 2, 3].some((n) => wordBefore(c, n) === 'rata-rata'),
  },
  // `telah meminta … tahun lalu`: the day named is gone.
  {
    name: 'past-day',
    holds: ({ deadline, rules }, { published }) =>
      deadline !== null &&
      published !== null &&
      /^\d/.test(deadline.due) &&
      deadline.due < published &&
      rules.every((rule) => PAST_RULES.has(rule)),
  },
  // `pembayaran itu kami tuntaskan tanggal 28 Mei`: a day that is no deadline is gone.
  {
    name: 'day-told',
    holds: ({ rules, deadline, action, view: { tokens } }) =>
      deadline === null &&
      rules.every((rule) => rule === 'own-act') &&
      tokens
        .slice(action.from, action.to)
        .some(({ lower }, i, all) => /^\d{1,2}$/.test(lower) && (entryOf(all[i + 1]?.lower ?? '')?.month ?? 0) > 0),
  },
  // `membatasi kegiatan usaha iGrow terhitung hari ini`: begun on the day it is told, and told as done.
  {
    name: 'begun',
    holds: ({ deadline, rules }, { published }) =>
      deadline?.kind === 'start' &&
      deadline.due === published &&
      rules.every((rule) => rule === 'dated-act' || rule === 'sanction'),
  },
  // `hanya menambah tiga pemungut hingga tutup tahun`, `posko baru dibuka di 21 provinsi sampai Senin`: so much, and no more, was done.
  {
    name: 'no-more',
    holds: (c, { published }) =>
      c.rules.every((rule) => rule === 'dated-act') &&
      c.deadline !== null &&
      isUpTo(c.deadline) &&
      (ONLY.has(wordBefore(c)) || (wordBefore(c) === 'baru' && published !== null && c.deadline.due <= published)),
  },
  // `meminta tambahan waktu enam bulan untuk …`: who asks for time has not been given it.
  {
    name: 'asks-time',
    holds: ({ view, action: { from } }) =>
      ASKING.has(view.tokens[from]?.lower ?? '') &&
      MORE.has(view.tokens[from + 1]?.lower ?? '') &&
      TIME.has(view.tokens[from + 2]?.lower ?? ''),
  },
  // `enggan menyebut kapan kantor itu akan dibuka`: of 83 labelled clauses behind such a question one is a commitment.
  { name: 'asked', holds: asked },
  // `Informasi yang menyebut Kominfo akan … adalah hoaks`.
  { name: 'untrue', holds: untrue },
  // `kita perkirakan inflasi akan`, `diprediksi akan`: a forecast. Of 102 such labelled clauses none is a commitment.
  { name: 'guess', holds: guessed },
  // `warga berharap Pemkot akan …`, `khawatir OJK bakal …`: of 155 such labelled clauses none is a commitment.
  { name: 'wished', holds: wished },
  // `dapat diperpanjang 15 hari kerja`: it may be.
  {
    name: 'may-extend',
    holds: ({ rules, view, at, act }) =>
      rules.includes('extend') &&
      rules.every((rule) => rule === 'extend' || rule === 'may') &&
      [at, at - 1, (act?.verb ?? at) - 1].some((i) => ABLE.has(view.tokens[i]?.lower ?? '')),
  },
  // What is denied or only rumoured: `membantah kabar yang menyebut Facebook akan ditutup`.
  { name: 'rumour', holds: rumoured },
  // `tidak akan beri ruang`, `tak akan tinggal diam`: resolve without an act.
  { name: 'mere-resolve', holds: mereResolve },
  // `meminta semua pihak bersabar`: a state of mind is nothing a reader could check.
  { name: 'attitude', holds: ({ act, view }) => act !== null && ATTITUDES.has(view.tokens[act.verb]!.lower) },
  // `akan terus memerangi`, `selalu berupaya`: what goes on has no end by which it could be done. Of 850 such labelled
  // clauses 19 are commitments.
  {
    name: 'goes-on',
    holds: ({ act, deadline, view }) =>
      act !== null && deadline === null && LASTING.has(view.tokens[act.verb - 1]?.lower ?? ''),
  },
  // `analis sepakat bahwa saham itu naik`: who only thinks about it binds nobody.
  {
    name: 'opinion',
    holds: ({ type, view, at }) =>
      type === 'agreement' && view.tokens.slice(Math.max(0, at - 5), at).some((token) => OPINING.has(token.lower)),
  },
  // `memberi pengembang kesempatan mencoba gratis`: an offer.
  {
    name: 'treat',
    holds: ({ view, action }) => {
      const words = view.tokens.slice(action.from, action.to);
      const chance = words.findIndex(isChance);
      return chance >= 0 && words.slice(chance, chance + 3).some(isTreat);
    },
  },
  // Ability and sanction words alone, where no sanction follows; but `sudah bisa dipakai kuartal depan` is a promise.
  {
    name: 'no-sanction',
    holds: ({ rules, view, action, act, deadline }, { published }) =>
      rules.every((rule) => rule === 'may' || rule === 'threat') &&
      !isAhead(deadline, published) &&
      !(act && verbClass(view.tokens[act.verb]!.lower) === 'sanction') &&
      !view.tokens
        .slice(action.from, Math.min(action.to, action.from + 8))
        .some((token) => verbClass(token.lower) === 'sanction'),
  },
  // `KPPU menghukum Shopee.`: nothing follows that could be done.
  {
    name: 'no-words',
    holds: ({ view, action }) => view.tokens.slice(action.from, action.to).every(({ kind }) => kind === 'mark'),
  },
  // Work under way and adverbs of time need a verb to be anything.
  { name: 'no-act', holds: ({ act, rules }) => act === null && rules.every((rule) => WEAK.has(rule)) },
];

/** `Padahal, Februari lalu lembaga itu berjanji …`: nothing but who promised, and when, stands between. */
function isHeldAgainst({ view, at }: Candidate): boolean {
  for (let i = at - 1; i >= 0 && i >= at - AGAINST_WITHIN; i--) {
    const { kind, lower } = view.tokens[i]!;
    if (lower === 'padahal') return true;
    if (kind === 'mark' && view.tokens[i - 1]?.lower !== 'padahal') return false;
  }
  return false;
}
const AGAINST_WITHIN = 9;

/** A day before publication. */
const isGone = (deadline: Candidate['deadline'], published: string | null): boolean =>
  deadline !== null && /^\d/.test(deadline.due) && published !== null && deadline.due < published.slice(0, 10);

/** A day after publication. */
const isAhead = (deadline: Candidate['deadline'], published: string | null): boolean =>
  deadline !== null && /^\d/.test(deadline.due) && published !== null && deadline.due > published.slice(0, 10);

function mereResolve({ negated, view, at, action }: Candidate): boolean {
  const from = negated ? at : indexOfNo(view, at, action.to);
  const to = Math.min(action.to, (negated ? Math.max(action.from, at) : from) + RESOLVE_WITHIN);
  return from >= 0 && view.tokens.slice(from, to).some((token) => RESOLVE.has(token.lower));
}
/** Tokens from `tidak`, or from a denied act, to what one says not to do. */
const RESOLVE_WITHIN = 5;

/** `yang mau berbuat jahat tidak akan kami beri ruang`: denied behind another marker. -1 where nothing is. */
function indexOfNo({ tokens }: View, from: number, to: number): number {
  for (let i = from; i < Math.min(to, tokens.length); i++) {
    if (tokens[i]!.lower === 'tidak' || tokens[i]!.lower === 'tak') return i;
  }
  return -1;
}

/** What one says not to give, do or feel, where nothing is promised by it. */
const RESOLVE = new Set(
  'ruang diam kompromi toleransi menoleransi mentolerir mentoleransi gentar mundur bosan lelah berhenti tebang pandang lengah'.split(
    ' ',
  ),
);

const ATTITUDES = new Set(
  `bersabar sabar tenang waspada mewaspadai berhati-hati hati-hati bijak memahami memaklumi maklum percaya mempercayai
  optimistis optimis bersyukur menyadari sadar bangga ingat mengingat khawatir panik terprovokasi terpancing
  termakan bermimpi berharap mendoakan berdoa introspeksi legawa legowo`.split(/\s+/),
);

/** `sejak akhir pekan`, and not until a day. */
const SINCE = /^sejak\b(?!.*\b(?:hingga|sampai)\b)/i;

/** Tokens in which a sentence says when it was: `dua hari sebelumnya`. */
const OPENING = 4;
const TIME_BEFORE = /^(?:se)?(?:hari|pekan|minggu|bulan|tahun|jam|malam)$/;
const ABLE = new Set(['dapat', 'bisa', 'boleh', 'berhak']);
/** A weekday with its date. */
const PRINTED = /\(\d{1,2}\/\d{1,2}/;
const PAST_RULES = new Set(['dated-act', 'own-act', 'extend', 'effect', 'underway']);
const ONLY = new Set(['hanya', 'cuma']);
const ASKING = new Set('meminta minta memohon mengajukan mengusulkan butuh membutuhkan'.split(' '));
const MORE = new Set(['tambahan', 'perpanjangan', 'kelonggaran', 'penundaan']);
const TIME = new Set(['waktu', 'tenggat', 'tempo', 'batas']);
const LASTING = new Set(['terus', 'selalu', 'senantiasa']);
const OPINING = new Set('analis pengamat ekonom pakar ahli peneliti akademisi netizen warganet pembaca'.split(' '));
const isChance = ({ lower }: Word): boolean => lower === 'kesempatan' || lower === 'peluang';
const isTreat = ({ lower }: Word): boolean => TREATS.has(lower);
const TREATS = new Set('mencoba menikmati memenangkan memenangi memperoleh mendapatkan merasakan'.split(' '));

/** `Bapanas sebelumnya berjanji mengeluarkannya pada Agustus`. */
const isPromisedBefore = (c: Candidate): boolean =>
  wordBefore(c) === 'sebelumnya' && c.rules.every((rule) => rule !== 'schedule');
const OFF = new Set(['tidak', 'tak', 'batal', 'urung']);
const NOUN_RULES = new Set(['plan-noun', 'promise-noun', 'target', 'promise']);
const FORMER_RULES = new Set(['schedule', 'plan', 'target', 'promise', 'will']);
const FORMERLY = new Set(['semula', 'awalnya', 'mulanya', 'tadinya', 'sedianya']);
function firstWord({ tokens }: View): string {
  for (const { kind, lower } of tokens) if (kind === 'word') return lower;
  return '';
}
/** `Sebelumnya satelit itu dijadwalkan mengorbit akhir bulan ini`; `sebelumnya Kominfo berencana …` may still hold. */
const isScheduledBefore = (view: View): boolean => firstWord(view) === 'sebelumnya' && view.tokens.some(isScheduled);
const isScheduled = ({ lower }: Word): boolean => SCHEDULED.test(lower);
const SCHEDULED = /^di(?:jadwalkan|rencanakan|targetkan|janjikan)$/;

const ABANDONED = new Set(['sempat', 'semula', 'tadinya', 'urung', 'batal', 'seharusnya']);
const WEAK = new Set(['will', 'soon', 'later', 'want', 'underway', 'ready', 'duty', 'plan', 'may', 'ban']);

/** The name of the veto that drops a candidate; null where none does. */
export function vetoed(candidate: Candidate, facts: ArticleFacts): string | null {
  for (const { name, holds } of VETOES) if (holds(candidate, facts)) return name;
  return null;
}
