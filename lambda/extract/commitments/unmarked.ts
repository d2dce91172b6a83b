/** Acts that no marker points to: a day to come, or a condition before them, says that they are ahead. */
import { isQuote } from '../text/tokens.ts';
import type { DeadlineClaim } from '../types.ts';
import type { Candidate } from './candidates.ts';
import { type Act, agentBefore, CLITIC, endOfAct, isDenied, isVerbLike, precededByNo, type Range } from './clause.ts';
import { deadlineOf, isFormerDay, isOfNoAct } from './deadline.ts';
import { verbClass } from './lexicon/verbs.ts';
import { ADVERBS, CUE_ROOTS, PREPOSITIONS, SPEECH_VERBS } from './lexicon/words.ts';
import { subjectBefore } from './subject.ts';
import { firstFrom, type View } from './view.ts';

/** Classes of verbs that no day makes an act. */
const IDLE: ReadonlySet<string> = new Set(['talk', 'state']);

/** Acts without a marker that carry a day to come: `dibuka hingga 31 Juli`, `RUPS digelar 26 Juni`. */
export function withDates(view: View, found: readonly Candidate[], condition: Range | null): Candidate[] {
  const all = [...found];
  for (const claim of view.deadlines) {
    if (!isDay(claim) || isOfNoAct(view, claim)) continue;
    if (
      all.some(
        (candidate) => (isOfAct(view, candidate, claim) || covers(view, candidate, claim)) && hasWords(candidate),
      )
    )
      continue;
    const verb = verbBefore(view, claim) ?? verbBehind(view, claim);
    if (verb === null || isMoved(view, claim, verb)) continue;
    const own = isOwn(view, verb);
    const voice = own ? 'agentive' : voiceOf(view.tokens[verb]!.lower);
    const act: Act = { verb, voice, agent: agentBefore(view, verb), negated: precededByNo(view, verb) };
    all.push({
      view,
      rule: 'dated-act',
      type: 'pledge',
      modality: 'firm',
      forms: [],
      rules: ['dated-act'],
      at: verb,
      subject: subjectBefore(view, own ? verb - 1 : verb),
      addressee: null,
      act,
      action: { from: verb, to: endOfAct(view, verb) },
      deadline: claim,
      condition,
      negated: isDenied(view, act, claim),
    });
  }
  return all;
}

/** `menunda pengumuman hingga 13 Mei dari rencana awal sebelum Lebaran`: of an act that another day is told of, the day that held before. */
const isMoved = (view: View, claim: DeadlineClaim, verb: number): boolean =>
  isFormerDay(view, claim) &&
  view.deadlines.some((other) => other !== claim && !isFormerDay(view, other) && verbBefore(view, other) === verb);

/** A day, or a count of days from an event: `diumumkan dalam 10 hari kerja sejak berkas diterima`. */
const isDay = ({ due, rule }: DeadlineClaim): boolean =>
  /^\d/.test(due) || (due === 'unanchored' && /^(?:working-days|calendar-days|hours|weeks|months)/.test(rule));

/** `Pemeriksaan kami selesaikan akhir April, jangan berandai-andai`: a day behind a verb is not that of the clause after it. */
const isOfAct = (view: View, { deadline, subject, at }: Candidate, claim: DeadlineClaim): boolean =>
  deadline === claim && (claim.end > view.tokens[subject?.from ?? at]!.start || verbBefore(view, claim) === null);

/**
 * An order that names nobody and nothing (`Kami melarang seluruh konten dewasa`) and a `nanti` without its verb leave a
 * day to the act itself.
 */
const hasWords = ({ view, action, act, rules }: Candidate): boolean =>
  (act !== null || rules.some((rule) => rule !== 'later' && rule !== 'soon')) &&
  view.tokens.slice(action.from, action.to).some(({ kind }) => kind !== 'mark');

/** Words before a day, and behind one, in which its verb stands. */
const DAY_REACH = 25;

/** The verb that a day stands behind; of several the first, but for one that `untuk` leads in. */
function verbBefore(view: View, claim: DeadlineClaim): number | null {
  const { tokens } = view;
  let verb: number | null = null;
  let i = firstFrom(tokens, claim.start) - 1;
  for (let steps = 0; i >= 0 && steps < DAY_REACH; i--, steps++) {
    if (isBarrier(view, i)) break;
    if (!isDeed(view, i)) continue;
    verb = i;
    if (tokens[i - 1]?.lower !== 'untuk') break;
  }
  return verb;
}

/** The verb behind a day that opens its clause: `Pekan depan, kami umumkan hasilnya`, `Mulai 1 April tarif kami turunkan`. */
function verbBehind(view: View, claim: DeadlineClaim): number | null {
  const { tokens } = view;
  let i = firstFrom(tokens, claim.end);
  if (i < 0) return null;
  for (let steps = 0; i < tokens.length && steps < DAY_REACH; i++, steps++) {
    if (isBarrier(view, i)) return null;
    if (isDeed(view, i)) return i;
  }
  return null;
}

const isBarrier = ({ tokens }: View, i: number): boolean =>
  tokens[i]!.kind === 'mark' && !SOFT_MARKS.has(tokens[i]!.lower);
const SOFT_MARKS = new Set([',', '(', ')']);

/** A verb that tells of a deed: with its affix, or bare behind `kami`. */
function isDeed(view: View, i: number): boolean {
  const { lower, kind } = view.tokens[i]!;
  if (view.mentionAt[i] !== undefined || (SPEECH_VERBS.has(lower) && !isHandedOver(view, i))) return false;
  if (kind === 'word' && (isOwn(view, i) || isBareOfName(view, i))) return !isIdle(view, i);
  if (kind === 'word' && ENDS.has(lower)) return isPredicate(view, i);
  return isVerbLike(lower) && !IDLE.has(verbClass(lower));
}

/**
 * `rekomendasi disampaikan MUI sebelum Ramadan`, `disampaikan ke publik`, `mengumumkan hasil uji paling lambat 11 Desember`: a word of
 * speech for what is handed over.
 */
function isHandedOver({ tokens, mentionAt }: View, i: number): boolean {
  const behind = tokens[i + 1]?.lower ?? '';
  if (tokens[i - 1]?.lower === 'yang') return false;
  if (ANNOUNCES.has(tokens[i]!.lower)) return PAPERS.has(behind);
  return /^di/.test(tokens[i]!.lower) && (mentionAt[i + 1] !== undefined || TO_SOMEBODY.has(behind));
}
/** Words of speech that stand for handing over where a paper stands behind them. */
export const ANNOUNCES: ReadonlySet<string> = new Set(['mengumumkan', 'menyampaikan', 'melaporkan', 'memaparkan']);
const PAPERS = new Set(
  'hasil daftar nama-nama keputusan laporan dokumen rincian jadwal pemenang rekomendasi jawaban tanggapan temuan data tarif surat berkas'.split(
    ' ',
  ),
);
const TO_SOMEBODY = new Set(['ke', 'kepada', 'oleh']);

/** Ends of what is made or awaited, told without an affix: `ketetapannya terbit akhir bulan ini`. */
const ENDS = new Set(
  `terbit rampung selesai tuntas beres kelar cair lunas meluncur jalan buka tutup masuk pulih jadi aktif nyala hadir keluar tiba siap
  terbuka tersedia terpasang tersambung terhubung pindah normal padam bersih kosong mengudara bisa dapat`.split(/\s+/),
);

const voiceOf = (verb: string): Act['voice'] => (/^di/.test(verb) ? 'passive' : ENDS.has(verb) ? 'other' : 'active');

/** Not the state of the noun before it (`dana yang sudah cair`). */
const isPredicate = ({ tokens }: View, i: number): boolean =>
  ![tokens[i - 1], tokens[i - 2]].some((token) => token?.lower === 'yang');

/** The class of a bare verb behind its agent: `kami buka` is what `dibuka` is, and not the state of `terbuka`. */
const classOfOwn = (lower: string): ReturnType<typeof verbClass> => verbClass(`di${lower}`);

/** The same of the bare verb there; what is brought somewhere is done (`kami bawa ke pengadilan`). */
const isIdle = ({ tokens }: View, i: number): boolean =>
  IDLE.has(classOfOwn(tokens[i]!.lower)) && tokens[i + 1]?.lower !== 'ke';

/** `kami undang`: a bare verb behind the pronoun of those who act; not `kami di Jakarta`, `kami yang`. */
function isOwn(view: View, i: number): boolean {
  const { lower } = view.tokens[i]!;
  return agentBefore(view, i) !== undefined && !PREPOSITIONS.has(lower) && !ADVERBS.has(lower) && !WE_ARE.has(lower);
}

/** `BSSN selesaikan uji keamanan`: a verb of the headline's and of speech, bare behind the name of who acts, which opens what is said. */
function isBareOfName({ tokens, mentionAt }: View, i: number): boolean {
  const named = mentionAt[i - 1];
  if (named === undefined || !BARE_VERB.test(tokens[i]!.lower)) return false;
  let from = i - 1;
  while (from > 0 && mentionAt[from - 1] === named) from--;
  return from === 0 || isQuote(tokens[from - 1]);
}
/** With the ending of a verb, and no beginning of a noun (`kebijakan`, `pendidikan`). */
const BARE_VERB = /^(?!ke|pe|me|di|ber|ter)[a-z]{4,}kan$/;

const WE_ARE = new Set(
  'yang ini itu semua para juga pun sendiri bersama selaku sebagai berdua adalah ada sih'.split(' '),
);

/**
 * `Kalau tidak patuh, ya kita tutup`, `Jika tetap melayani, pengelolanya diadukan BI`, `Bila tidak lengkap, kata dia, SWI
 * melimpahkan perkaranya`: what follows a condition, where no marker stands. Somebody who is named must do it, or it is a sanction.
 */
export function withConsequence(view: View, found: readonly Candidate[], condition: Range | null): Candidate[] {
  if (condition === null || found.some(({ action, at }) => Math.max(at, action.from) >= condition.to))
    return [...found];
  const { tokens, mentionAt } = view;
  const from = behindSaying(view, condition.to);
  for (let i = from; i < tokens.length && i < from + REACH; i++) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark' && i > from) break;
    if (mentionAt[i] !== undefined || kind !== 'word') continue;
    const own = isOwn(view, i);
    if (!own && !isVerbLike(lower)) continue;
    if ((own ? isIdle(view, i) : IDLE.has(verbClass(lower))) || SPEECH_VERBS.has(lower)) break;
    const subject = subjectBefore(view, own ? i - 1 : i);
    if (!own && !hasDoer(view, i, subject)) break;
    const isSanction = verbClass(lower) === 'sanction';
    return [
      ...found,
      unmarked(view, i, { rule: 'if-act', type: isSanction ? 'sanction' : 'pledge', subject, condition }),
    ];
  }
  return [...found];
}

/** Words behind a condition in which its act stands. */
const REACH = 12;

/** `Apabila tidak diindahkan, menurut Semuel, akses …`: behind who says so, where that stands between commas. */
function behindSaying({ tokens }: View, comma: number): number {
  const first = tokens[comma + 1];
  if (tokens[comma]?.lower !== ',' || first === undefined) return comma;
  if (first.lower !== 'menurut' && !CUE_ROOTS.has(first.lower.replace(CLITIC, ''))) return comma;
  for (let i = comma + 2; i < tokens.length && i < comma + SAYING; i++) {
    if (tokens[i]!.lower === ',') return i;
    if (tokens[i]!.kind === 'mark') break;
  }
  return comma;
}
const SAYING = 14;

/** Somebody who is named does it: in front of an active verb, behind a passive one; or it is a sanction. */
function hasDoer({ tokens, mentionAt }: View, verb: number, subject: Candidate['subject']): boolean {
  const { lower } = tokens[verb]!;
  if (!/^di/.test(lower)) return subject?.mention !== undefined;
  if (verbClass(lower) === 'sanction') return true;
  return mentionAt[verb + 1] !== undefined || tokens[verb + 1]?.lower === 'oleh' || mentionAt[verb + 2] !== undefined;
}

/** Words in which what is told as done, or asked, stands before an act of ours. */
const TOLD_BEFORE = new Set(
  'sudah telah yang pernah sempat baru seperti sebagaimana apa ketika saat waktu selama'.split(' '),
);

/** Whether such a word stands there; a `yang` that opens what is said heads what is acted on (`Yang membandel kami tegur`). */
function isToldBefore({ tokens }: View, i: number): boolean {
  const { lower } = tokens[i] ?? {};
  if (lower === undefined || !TOLD_BEFORE.has(lower)) return false;
  return lower !== 'yang' || !(i === 0 || isQuote(tokens[i - 1]!));
}

/** `Kami adukan ke Bareskrim Polri`: what the speaker does, said without a word for when. */
export function withOwnActs(view: View, found: readonly Candidate[]): Candidate[] {
  const all = [...found];
  const { tokens, quoted } = view;
  const most = found.length + MOST_OWN;
  for (let i = 1; i < tokens.length && all.length < most; i++) {
    const { lower, kind } = tokens[i]!;
    if (kind !== 'word' || !quoted[i]) continue;
    const isSure = SURELY.has(tokens[i - 1]!.lower) && agentBefore(view, i - 1) !== undefined && isDeed(view, i);
    if (!isSure && (!BARE_DEED.test(lower) || !isOwn(view, i) || isIdle(view, i) || MINDFUL.has(lower))) continue;
    if (isToldBefore(view, i - 2) || isToldBefore(view, i - 3)) continue;
    if (all.some(({ at, action }) => at <= i && i < action.to)) continue;
    const type = classOfOwn(lower) === 'sanction' ? 'sanction' : 'pledge';
    all.push(unmarked(view, i, { rule: 'own-act', type, subject: subjectBefore(view, i - 1), condition: null }));
  }
  return all;
}

/** `Kami pasti membayar`, `kami langsung menutup`: said of what is to come. */
const SURELY = new Set(['pasti', 'pastinya', 'langsung', 'tentu']);

/** A sentence in which so many stand is no sentence, and each is looked for among all others. */
const MOST_OWN = 12;

/** A verb without its prefix. */
const BARE_DEED =
  /^(?!me[mnlrwy]|di|ber|ter|pe[mnr])[a-z]{2,}(?:kan|i)$|^(?:buka|tutup|bayar|kirim|cabut|blokir|proses|susun|ganti|pasang|buat|beri|tunda|ubah|hapus|panggil|undang|laporkan|gugat|sidik|sita|segel|tindak|tarik|setor|kejar|bawa|kembangkan|jual|beli|garap|bangun|bagi|tambah|cetak|luncurkan|tegur|denda|tahan|putus|setop|stop|kunci|antar|muat|rilis|ambil|audit|uji|jamin|tanggung|serap|angkut|pindah|rekrut)$/;
/** What one knows, thinks, feels or says. */
const MINDFUL = new Set(
  `ketahui yakini rasakan alami temui temukan dapati miliki punyai sampaikan katakan harapkan inginkan maksudkan sebutkan
  pahami sadari hargai syukuri sesalkan hormati apresiasi akui hadapi cintai sukai mengerti maklumi percayai ingatkan
  sarankan anjurkan bicarakan diskusikan pikirkan pertimbangkan perkirakan prediksi targetkan rencanakan`.split(/\s+/),
);

interface Unmarked {
  rule: string;
  type: Candidate['type'];
  subject: Candidate['subject'];
  condition: Range | null;
}

/** A candidate of a verb to which no marker points. */
function unmarked(view: View, verb: number, { rule, type, subject, condition }: Unmarked): Candidate {
  const own = isOwn(view, verb);
  const act: Act = {
    verb,
    voice: own ? 'agentive' : voiceOf(view.tokens[verb]!.lower),
    agent: agentBefore(view, verb),
    negated: precededByNo(view, own ? verb - 1 : verb),
  };
  const action = { from: verb, to: endOfAct(view, verb) };
  const deadline = deadlineOf(view, subject?.from ?? verb, verb, action);
  // One literal, and no parts: clauses of another shape than the others' make all code slow that looks at clauses.
  return {
    view,
    rule,
    type,
    modality: 'firm',
    forms: [],
    rules: [rule],
    at: verb,
    subject,
    addressee: null,
    act,
    action,
    deadline,
    condition,
    negated: act.negated,
  };
}

function covers({ tokens }: View, { action, subject }: Candidate, claim: DeadlineClaim): boolean {
  const from = tokens[subject?.from ?? action.from]!.start;
  const to = tokens[Math.min(action.to, tokens.length) - 1]!.end;
  return claim.start >= from && claim.end <= to;
}
