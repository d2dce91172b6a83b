import { isQuote, type Token } from '../text/tokens.ts';
import { entryOf } from '../time/lexicon.ts';
import type { DeadlineClaim } from '../types.ts';
import { CLITIC, isVerbLike, type Range } from './clause.ts';
import { CUE_ROOTS, NEGATORS, SPEECH_VERBS } from './lexicon/words.ts';
import { firstBehind, firstFrom, type View } from './view.ts';

/**
 * The deadline of the act whose clause begins at token `from`, marker at `marker`, action in `action`: of those in the
 * clause the most precise, a day before a vague one, the nearest first; a claim before the clause counts where nothing
 * but an adjunct lies between. Null where the sentence's claims belong to other acts.
 */
export function deadlineOf(view: View, from: number, marker: number, action: Range): DeadlineClaim | null {
  let best: DeadlineClaim | null = null;
  let bestCost = 100;
  // Of one alone there is nothing to choose.
  const several = view.deadlines.length > 1;
  for (const claim of view.deadlines) {
    // A bare year is part of a name (`biaya haji 2026`).
    if (
      /^\d{4}$/.test(claim.text) ||
      isOfNoAct(view, claim) ||
      isOnlyMoved(view, claim) ||
      isOfWho(view, claim, action)
    )
      continue;
    const cost =
      distance(view, claim, from, marker, action) +
      (PRECISION_COST[claim.due] ?? COARSENESS[claim.precision ?? 'day']) +
      (BARE_YEAR.test(claim.text) ? 0.3 : 0) +
      (several && isRestated(view, claim) ? COUNT_COST : 0) +
      (several && isTurnaround(view, claim) ? TURNAROUND_COST : 0) +
      (several && isFormerDay(view, claim) ? FORMER_COST : 0) +
      (several && (isOfNoun(view, claim) || isHourBesideDay(view, claim) || isMonthBesideBound(view, claim))
        ? OF_NOUN_COST
        : 0);
    if (cost < bestCost) {
      best = claim;
      bestCost = cost;
    }
  }
  return best;
}

/** `membekukan izin kapal yang tidak memasang VMS sampai batas waktu 31 Desember`: by when those had not, to whom it is done. */
function isOfWho({ tokens }: View, claim: DeadlineClaim, { from }: Range): boolean {
  if (!isUpTo(claim) || !/\b(?:batas|tenggat)\b/i.test(claim.text)) return false;
  const at = firstBehind(tokens, claim.start);
  for (let i = at - 1; i > from && tokens[i]!.kind !== 'mark'; i--)
    if (tokens[i]!.lower === 'yang') return NOT_DONE.has(tokens[i + 1]!.lower);
  return false;
}
/** Behind `yang`: who had not done it. */
const NOT_DONE = new Set(['tidak', 'tak', 'belum']);

/**
 * Whether a claim stands in a condition. Of a sanction it is then when that is looked at, not when it comes
 * (`kalau akhir bulan ini laporannya tidak masuk, kami kenakan denda`): so in all of 18 labelled ones.
 */
export const isOfCondition = ({ tokens }: View, { start, end }: DeadlineClaim, { from, to }: Range): boolean =>
  start >= tokens[from]!.start && end <= tokens[to - 1]!.end;

/** A claim by which no act is due: a day that comes again and again, how far the news tells, and what another day is told by. */
export const isOfNoAct = (view: View, claim: DeadlineClaim): boolean =>
  claim.kind === 'recurring' ||
  PART_OF_DAY.test(claim.text) ||
  AFTER_THAT.test(claim.text) ||
  isUntilNow(view, claim) ||
  isOfTerm(view, claim) ||
  isCountedBefore(view, claim) ||
  isLateBy(view, claim) ||
  isWeekendOf(view, claim);

/** It comes after what was told, whenever that is. */
const AFTER_THAT = /^(?:setelah|sesudah) (?:itu|ini)$/i;

/** `menugaskan pilot terbang dini hari`: at which hour, and not when. */
const PART_OF_DAY = /^(?:dini hari|(?:pagi|siang|sore|petang|malam)(?: hari)?)$/i;

/** `diserahkan pada 30 Juli, lewat enam hari kerja dari tenggat`: by how much it was late. */
function isLateBy({ tokens }: View, claim: DeadlineClaim): boolean {
  return COUNT.test(claim.text) && LATE.has(tokens[firstBehind(tokens, claim.start) - 1]?.lower ?? '');
}
const LATE = new Set(['lewat', 'telat', 'terlambat', 'molor', 'mundur', 'meleset']);

/** `layanan paspor akhir pekan`: of which kind it is. */
function isWeekendOf({ tokens }: View, claim: DeadlineClaim): boolean {
  if (!/^akhir pekan$/i.test(claim.text)) return false;
  const before = tokens[firstBehind(tokens, claim.start) - 1];
  return before?.kind === 'word' && !before.capital && !PREPOSITIONS.has(before.lower) && !isVerbLike(before.lower);
}

/** `sebelumnya diperintahkan berhenti dalam tujuh hari kerja`: counted from another day than that of the article. */
function isCountedBefore({ tokens }: View, claim: DeadlineClaim): boolean {
  if (claim.anchorSource !== 'published' || !COUNT.test(claim.text)) return false;
  const at = firstFrom(tokens, claim.start);
  for (let i = (at < 0 ? tokens.length : at) - 1; i > 0 && tokens[i]!.kind !== 'mark'; i--) {
    if (AHEAD.has(tokens[i]!.lower)) return false;
    if (ORDERED.test(tokens[i]!.lower)) return tokens[i - 1]!.lower === 'sebelumnya';
  }
  return false;
}
const ORDERED =
  /^(?:di(?:perintahkan|minta|wajibkan|haruskan|beri)|me(?:merintahkan|minta|wajibkan|ngharuskan|mberi))$/;

/** It says until when, which may be how far the news tells. */
export const isUpTo = ({ text }: DeadlineClaim): boolean => /^(?:hingga|sampai|per)\b/i.test(text);

/** `aturan yang dijanjikan belum terbit hingga pekan kedua Agustus`: until then it had not come, and by then it need not. */
function isUntilNow({ tokens }: View, claim: DeadlineClaim): boolean {
  if (!isUpTo(claim)) return false;
  const at = firstBehind(tokens, claim.start);
  if (at <= 0 || DASHES.has(tokens[at - 1]!.lower) || isQuote(tokens[at - 1])) return opensNotYet(tokens, claim.end);
  for (let i = at - 1; i >= 0 && i >= at - NOT_YET_REACH; i--) {
    if (tokens[i]!.kind === 'mark') return false;
    if (tokens[i]!.lower === 'belum' || tokens[i]!.lower === 'kunjung') return !isOfWhich(tokens.slice(0, i));
  }
  return false;
}
/** `reklame yang izinnya belum …`, `akan menilang warga yang belum …`: of which one it is told, or of what is to come. */
function isOfWhich(before: readonly Token[]): boolean {
  for (let i = before.length - 1; i >= 0 && before[i]!.kind !== 'mark'; i--) {
    if (AHEAD.has(before[i]!.lower)) return true;
    if (before[i]!.lower === 'yang') return before.length - i <= WHICH_REACH;
  }
  return false;
}
const AHEAD = new Set(['akan', 'bakal', 'wajib', 'harus']);
/** Words from `yang` to what is not yet so; and from that to the day. */
const WHICH_REACH = 2;
const NOT_YET_REACH = 4;

/** `satu hari sebelum batas 10 hari kerja`, `lewat dari tenggat 30 hari`: what the day of an act is told by. */
function isOfTerm({ tokens }: View, claim: DeadlineClaim): boolean {
  const at = firstBehind(tokens, claim.start);
  const said = claim.text.toLowerCase();
  const word = (i: number): string => tokens[i]?.lower ?? '';
  // `sudah menyerahkan … pada 20 Desember, masih dalam batas tujuh hari kerja`
  if (STILL_WITHIN.test(`${word(at - 3)} ${word(at - 2)} ${word(at - 1)} ${said}`)) return true;
  const term = TERM.test(said) ? at : at - 1;
  if (!TERM.test(said) && !TERM.test(word(term))) return false;
  // `tidak melewati batas 31 Maret`
  return TOLD_BY.has(word(term - 1)) && !NEGATORS.has(word(term - 2));
}
const TERM = /^(?:batas|tenggat|tempo)/;
const STILL_WITHIN = /\bmasih dalam (?:batas|tenggat|tempo)\b/;
const TOLD_BY = new Set('sebelum setelah sesudah selepas dari daripada ketimbang melewati melampaui'.split(' '));

/** `Hingga awal Agustus, situs itu belum bisa dibuka`: what a sentence opens with is how far it tells. */
function opensNotYet(tokens: readonly Token[], from: number): boolean {
  const clause = tokens.filter(({ start }) => start >= from).slice(0, 1 + OPEN_REACH);
  if (clause[0]?.lower !== ',') return false;
  const to = clause.findIndex(({ kind }, i) => i > 0 && kind === 'mark');
  const own = clause.slice(1, to < 0 ? undefined : to);
  const not = own.findIndex(({ lower }) => NOT_YET_THEN.has(lower));
  return not >= 0 && !isOfWhich(own.slice(0, not));
}
/** Behind a dateline. */
const DASHES = new Set(['-', '--', '–', '—']);
const NOT_YET_THEN = new Set(['belum', 'tercatat', 'kunjung']);
const OPEN_REACH = 10;

/** `Rencana Kerja Tahun 2025 … menjadi ibu kota pada 2028`: a year without a preposition is rather a name's. */
const BARE_YEAR = /^tahun \d{4}$/i;

/** `lima hari kerja, atau hingga Rabu (27/7)`: a printed day beats the count from the day of publication that it restates. */
const COUNT = /\b(?:se)?(?:hari|jam|pekan|minggu|bulan|tahun)\b/i;
const COUNT_COST = 0.15;
/** What says the count once more, right behind it. */
const RESTATED =
  /^[\s,(]*(?:(?:kerja|kalender)[\s,(]*)?(?:atau|yakni|yaitu|alias|hingga|sampai|paling|maksimal|berakhir|jatuh tempo)\b/i;

function isRestated(view: View, claim: DeadlineClaim): boolean {
  if (claim.anchorSource !== 'published' || !COUNT.test(claim.text)) return false;
  const at = firstFrom(view.tokens, claim.end);
  return at >= 0 && RESTATED.test(words(view, at, at + 4));
}

/** `hasil tes keluar dalam sehari paling lambat akhir September`: how long each takes, where a last day stands behind it. */
const TURNAROUND_COST = 1;
const isTurnaround = ({ deadlines }: View, claim: DeadlineClaim): boolean =>
  claim.anchorSource === 'published' &&
  /^dalam\b/i.test(claim.text) &&
  deadlines.some(({ start, text }) => start >= claim.end && start - claim.end <= 1 && LAST.test(text));
const LAST = /^(?:paling lambat|selambat|mulai)/i;

/** `obat yang dibuat antara 13 Juni dan 23 November … ditarik dalam tiga minggu`: the day of what a noun is, beside another, is none of the act. */
const OF_NOUN_COST = 1;
const OF_NOUN_REACH = 7;

function isOfNoun({ tokens }: View, claim: DeadlineClaim): boolean {
  const at = firstBehind(tokens, claim.start);
  for (let i = at - 1; i > 0 && i >= at - OF_NOUN_REACH; i--) {
    if (tokens[i]!.kind === 'mark') return false;
    if (tokens[i]!.lower === 'yang') return isVerbLike(tokens[i + 1]?.lower ?? '');
  }
  return false;
}

/** `memindahkan jam tayang ke pukul 21.00 mulai Senin (26/5)`: beside a later day an hour is of what is done, not when. */
const isHourBesideDay = ({ deadlines }: View, claim: DeadlineClaim): boolean =>
  HOUR_ALONE.test(claim.text) &&
  deadlines.some(({ text, due }) => !HOUR_ALONE.test(text) && due > claim.due && /^\d/.test(due));
/** `bonus Februari dan Maret dibayar paling lambat akhir bulan ini`: months right behind a noun say which, where a last day stands behind them. */
function isMonthBesideBound({ deadlines, tokens }: View, claim: DeadlineClaim): boolean {
  if (!namesMonths(claim.text)) return false;
  const at = firstBehind(tokens, claim.start);
  const before = tokens[at - 1];
  const isBehindNoun =
    before?.kind === 'word' && !before.capital && !PREPOSITIONS.has(before.lower) && !isVerbLike(before.lower);
  return isBehindNoun && deadlines.some(({ start, text }) => start >= claim.end && BOUND.test(text));
}
const namesMonths = (text: string): boolean =>
  text.split(/[ ,]+/).every((word) => AND.has(word) || (entryOf(word.toLowerCase())?.month ?? 0) > 0);
const AND = new Set(['dan', 'serta']);
const PREPOSITIONS = new Set(
  'pada di bulan awal akhir pertengahan hingga sampai sebelum mulai sejak per untuk sepanjang selama'.split(' '),
);
const BOUND = /^(?:paling|selambat|hingga|sampai|sebelum|maksimal)/i;

const HOUR_ALONE =
  /^(?:[a-z-]+ ){0,3}(?:pukul|jam) \d{1,2}(?:[.:]\d{2})?(?: ?(?:wib|wita|wit))?(?: (?:pagi|siang|sore|malam))?$/i;

/** `dari 30 Maret menjadi 31 Mei`, `bukan Maret seperti semula`: where a new day is told, the old one is none. */
const FORMER_DAY =
  /\b(?:dari|semula|sebelumnya|awalnya|mulanya|tadinya|sedianya|seharusnya|semestinya|mestinya|harusnya|bukan(?: lagi)?)(?: (?:jadwal|rencana|target|tenggat|batas|waktu|semula|sebelumnya|awal|tanggal|pada|hari|yang|ditargetkan|dijadwalkan|direncanakan))*$/i;
/** More than any distance within a sentence. */
const FORMER_COST = 40;
/** Verbs before `dari` by which a day is moved. */
const MOVED_BEFORE =
  /^(?:memperpanjang|diperpanjang|menunda|ditunda|menggeser|digeser|bergeser|mundur|diundur|memundurkan|dimundurkan|mengundurkan|maju|memajukan|dimajukan|molor|mengubah|diubah|berubah)$/;

/** Whether a claim is the day that held before: `dari` opens a stretch of time unless something moves. */
export function isFormerDay(view: View, claim: DeadlineClaim): boolean {
  const { tokens } = view;
  const at = firstBehind(tokens, claim.start);
  const before = words(view, Math.max(0, at - 6), at);
  if (!FORMER_DAY.test(before) && !/^(?:dari|semula)\b/i.test(claim.text)) return false;
  if (/\b(?:seperti|ke) semula(?: pada| tanggal)*$/.test(before)) return false;
  if (!/\bdari(?: \w+)?$/.test(before) && !/^dari\b/i.test(claim.text)) return true;
  const behind = tokens.find((token) => token.start >= claim.end)?.lower ?? '';
  return /^(?:menjadi|jadi|ke)$/.test(behind) || tokens.slice(0, at).some(({ lower }) => MOVED_BEFORE.test(lower));
}

/** `menunda rapat yang semula dijadwalkan Jumat`: that it is moved is told, and not to which day. */
function isOnlyMoved(view: View, claim: DeadlineClaim): boolean {
  const { tokens } = view;
  const at = firstBehind(tokens, claim.start);
  const before = words(view, Math.max(0, at - 5), at);
  return (
    (WAS_SET.test(before) || WAS_PLANNED.test(before)) &&
    tokens.slice(0, at).some(({ lower }) => MOVED_BEFORE.test(lower) || CALLED_OFF.has(lower))
  );
}
const CALLED_OFF = new Set(
  'mengundur menangguhkan ditangguhkan mengulur membatalkan dibatalkan batal urung tertunda ditiadakan meniadakan'.split(
    ' ',
  ),
);
/** `menggeser peluncuran dari rencana semula pada 17 Agustus` */
const WAS_PLANNED =
  /\bdari (?:rencana|jadwal|target|tenggat|batas waktu) (?:semula|awal|sebelumnya|lama|pertama)(?: (?:pada|tanggal|hari))*$/;
const WAS_SET =
  /\byang (?:semula|tadinya|sebelumnya|awalnya|mulanya|sedianya|semestinya|seharusnya)(?: (?:di\w+|akan|sudah|telah|jatuh|pada|tanggal|hari|berlangsung|digelar)){0,3}$/;

/** `Dalam 30 hari, kata Heru, mereka harus …`: who says it stands between two commas and opens no clause. */
function withoutInset(tokens: readonly Token[]): readonly Token[] {
  const [comma, cue] = tokens;
  const said = cue?.lower ?? '';
  if (comma?.lower !== ',' || !(said === 'menurut' || CUE_ROOTS.has(said.replace(CLITIC, '')))) return tokens;
  const end = tokens.findIndex(({ lower }, i) => i > 1 && lower === ',');
  return end < 0 ? tokens : tokens.slice(end + 1);
}

const words = ({ tokens }: View, from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ lower }) => lower)
    .join(' ');

/** A day outranks a count from an unknown event, which outranks "soon". */
const PRECISION_COST: Readonly<Record<string, number>> = { unanchored: 8, vague: 16 };

/** Of several expressions for one deadline the most precise wins: steps smaller than any distance. */
const COARSENESS: Readonly<Record<NonNullable<DeadlineClaim['precision']>, number>> = {
  instant: 0,
  day: 0,
  week: 0.2,
  month: 0.3,
  quarter: 0.4,
  semester: 0.5,
  year: 0.6,
  vague: 0.9,
};

/** Behind `sehingga`: what follows comes later. */
const LATER = new Set(['baru', 'akan']);
const THAT_IS = new Set(['yakni', 'yaitu', 'tepatnya', 'alias']);
const LIMIT = new Set(['batas', 'tenggat', 'deadline', 'tempo', 'target', 'targetnya']);

/** Words that begin a clause of its own beside the one before. */
const COORDINATORS = new Set(['dan', 'serta', 'sementara', 'sedangkan', 'tetapi', 'tapi', 'namun', 'lalu', 'kemudian']);

/** `melepas sahamnya, dengan porsi maksimal 5 persen, paling lambat Juni`: what is set in between commas opens no clause. */
function isSetIn(gap: readonly Token[]): boolean {
  const inner = gap.slice(1, -1);
  return (
    gap[0]!.lower === ',' &&
    gap.at(-1)!.lower === ',' &&
    inner.length <= SET_IN &&
    SETS_IN.has(inner[0]!.lower) &&
    !inner.some(({ kind, lower }) => kind === 'mark' || COORDINATORS.has(lower) || OPENS.has(lower))
  );
}
const SET_IN = 12;
const SETS_IN = new Set(
  'dengan tanpa termasuk beserta berikut baik terutama khususnya kecuali selain sesuai seperti di dari bersama'.split(
    ' ',
  ),
);
const OPENS = new Set('yang akan bakal harus wajib mesti diminta'.split(' '));

/** 0 within the act, more the farther it lies; 100 and above: another act's. */
function distance({ tokens, quoted }: View, claim: DeadlineClaim, from: number, marker: number, action: Range): number {
  const actionStart = tokens[action.from]!.start;
  const actionEnd = tokens[Math.min(action.to, tokens.length) - 1]!.end;
  if (claim.start >= actionStart && claim.start < actionEnd) return 0;
  const i = firstBehind(tokens, claim.start);
  if (i < 0) return 100;
  // `Untuk melunasi denda, Google diberi waktu hingga Juli`: the act stands before its marker, and the day behind that.
  if (action.to <= marker && claim.start >= tokens[marker]!.start) return 1;
  // `… ditargetkan selesai, paling lambat akhir tahun`: behind a comma, no new clause between.
  if (claim.start >= actionEnd) {
    const gap = tokens.slice(action.to, i);
    if (quoted[i] !== quoted[action.from] || gap.some((token) => isQuote(token))) return 100;
    if (gap.length <= 3) return 2;
    // `…, dengan batas waktu paling lambat Jumat`: words that say it is a deadline lie between, no clause.
    // `… setelah berjalan tiga bulan, yakni awal Oktober`: the day is what the words before it come to.
    const isNamed = THAT_IS.has(gap.at(-1)!.lower) || gap.some((token) => LIMIT.has(token.lower));
    // `menunda pencabutan izin selama 30 hari, sehingga baru berlaku Jumat`: the day that follows from it.
    const follows = gap.some(({ lower }, n) => lower === 'sehingga' && LATER.has(gap[n + 1]?.lower ?? ''));
    if (gap.length <= 8 && (isNamed || follows)) return 2;
    return isSetIn(gap) && BOUND.test(claim.text) ? 3 : 100;
  }
  if (claim.start >= tokens[marker]!.start) return 1;
  if (claim.start >= tokens[from]!.start) return 2;
  // Before the subject: an opening adjunct of this clause.
  const gap = tokens.slice(i, from);
  if (quoted[i] !== quoted[action.from]) return 100;
  const between = withoutInset(gap.filter((token) => token.start >= claim.end)).filter(({ kind }) => kind !== 'mark');
  // `… sebelum 17 Agustus, dan mereka akan …`: what stands before the conjunction is the other act's.
  // `Pada Senin, Budi mengatakan ia akan …`: the day of the saying.
  if (between.some((token) => COORDINATORS.has(token.lower) || SPEECH_VERBS.has(token.lower))) return 100;
  const words = between.length;
  if (words <= 2) return 3;
  // Opening the sentence, and set off by a comma, it is the main clause's, however long its subject.
  const comma = tokens.find((token) => token.start >= claim.end)?.lower === ',';
  return i <= 3 && words <= (comma ? 16 : 8) ? 6 : 100;
}
