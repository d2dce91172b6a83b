import type { ActorRef, Statement } from '../types.ts';
import { type Article, refOf } from './article.ts';
import type { Candidate } from './candidates.ts';
import { namedFrom, TO_ACT } from './clause.ts';
import { isRegulated, SPEECH_VERBS, WE } from './lexicon/words.ts';
import { indexOfRef, lastMentionBefore, type PartyMention, partyRef } from './parties.ts';
import { type Subject, subjectBefore } from './subject.ts';
import type { View } from './view.ts';

/** Verbs by which one binds oneself aloud: their subject is also the one who says it. */
const SPEAKING_RULES = new Set([
  'promise',
  'target',
  'promise-noun',
  'target-noun',
  'plan-noun',
  'order',
  'urge',
  'assure',
]);

/** Plans that are told, where others are only had (`hendak`, `berniat`). */
const PLANNED_ALOUD = new Set(['berencana', 'merencanakan']);

/** On whose word a candidate stands; null where the reporter says it himself. */
export function speakerOf(candidate: Candidate, article: Article): ActorRef | null {
  const { view, action, subject } = candidate;
  const at = view.tokens[action.from]!.start;
  const source = sourceOf(view, article) ?? saidBy(view, article);
  if (source) return source;
  for (const statement of view.statements) {
    if (statement.content.start <= at && statement.content.end > at && statement.speaker) {
      return named(statement.speaker, article);
    }
  }
  const orderer = ordererOf(candidate, article);
  if (orderer) return orderer;
  const reported = voiceIn(candidate, article);
  if (reported) return reported;
  const aloud =
    candidate.rules.some((rule) => SPEAKING_RULES.has(rule)) || candidate.forms.some((form) => PLANNED_ALOUD.has(form));
  const self = (aloud && candidate.act?.voice !== 'passive') || disclosed(view);
  if (self && subject?.mention && !candidate.forms.some((form) => form.startsWith('di'))) {
    return refOf(article.parties, subject.mention);
  }
  // `Keputusan KPPU itu mewajibkan …`: whose it is.
  if (self && candidate.type === 'obligation' && subject?.inner && DOCUMENTS.has(subject.head))
    return refOf(article.parties, subject.inner);
  // `PTUN Jakarta mewajibkan …`: who orders, listed or not.
  if (self && subject !== null && candidate.type === 'obligation' && isNamer(view, subject))
    return wordsOf(view, subject, article);
  if (candidate.view.quoted[action.from]) return null;
  const { memory } = article;
  // `Kemudian meminta …`, `SSTV juga diminta …`: the one who ordered in the sentence before.
  if (candidate.type === 'obligation' && memory.orderer && view.index - memory.sentence <= 1) return memory.orderer;
  const isOrdered = candidate.type === 'obligation' && candidate.forms.some((form) => form.startsWith('di'));
  if (isOrdered && memory.official && view.index - memory.officialSentence <= 1) return memory.official;
  // The sentence goes on with what was said in the one before it.
  return memory.voice && memory.voiceSentence === view.index - 1 ? memory.voice : null;
}

/** `diminta (oleh) Kominfo untuk …`, `diberi waktu oleh OJK hingga …`: who orders stands behind the order. */
function ordererOf({ type, view, at, forms }: Candidate, { parties }: Article): ActorRef | null {
  if (type !== 'obligation' || !forms.some((form) => form.startsWith('di'))) return null;
  const { tokens, mentionAt } = view;
  // `Lion Air oleh Kemenhub dibebani kewajiban …`
  const before = mentionAt[at - 1];
  let first = at - 1;
  while (before !== undefined && mentionAt[first - 1] === before) first--;
  if (before && !before.pronoun && tokens[first - 1]?.lower === 'oleh') return partyRef(parties, before.party, before);
  for (let i = at + 1; i < at + ORDERED_BY && i < tokens.length; i++) {
    const behind = tokens[i]!.lower === 'oleh';
    if (tokens[i]!.kind === 'mark' || TO_ACT.has(tokens[i]!.lower)) break;
    if (i > at + 1 && !behind) continue;
    const mention = mentionAt[behind ? i + 1 : i];
    if (mention && !mention.pronoun && parties.all[mention.party]!.kind !== 'platform')
      return partyRef(parties, mention.party, mention);
  }
  return null;
}

/** What an authority orders by. */
const DOCUMENTS = new Set(
  'keputusan putusan surat peraturan instruksi perintah ketetapan edaran rekomendasi teguran'.split(' '),
);

/** Tokens of an order and of the time that it gives, before who orders. */
const ORDERED_BY = 9;

/**
 * `Menurut laporan (dari) Reuters, …`, `Berdasarkan keterangan yang diterima dari Dishub, …`, `…, menurut pernyataan yang
 * dikeluarkan oleh KBRI`: the source that opens or ends a sentence, listed or not.
 */
function sourceOf(view: View, article: Article): ActorRef | null {
  const { tokens, mentionAt } = view;
  const at = BY.has(tokens[0]?.lower ?? '') ? 0 : accordingTo(view);
  if (at < 0) return null;
  let from = at + 1;
  while (from < at + SOURCE_WITHIN && REPORTS.has(tokens[from]?.lower ?? '')) from++;
  const isTold = from > at + 1;
  // `Berdasarkan aturan OJK` is nobody's word.
  if (tokens[at]!.lower !== 'menurut' && !tokens.slice(at + 1, from).some(({ lower }) => SAYINGS.has(lower)))
    return null;
  const mention = mentionAt[namedFrom(view, from)] ?? mentionAt[from];
  if (mention && !mention.generic) return refOf(article.parties, mention);
  let to = from;
  while (to < tokens.length && tokens[to]!.capital && tokens[to]!.kind === 'word') to++;
  if (to === from || !isTold) return null;
  const { start } = tokens[from]!;
  const { end } = tokens[to - 1]!;
  return { start, end, text: article.text.slice(start, end), actor: null };
}

/** `jadwal yang diumumkan (oleh) Telkomsel`, `Demikian disampaikan Budi mengenai …`: whose word the sentence passes on. */
function saidBy(view: View, { parties }: Article): ActorRef | null {
  const { tokens, mentionAt, quoted } = view;
  for (let i = 1; i + 1 < tokens.length; i++) {
    if (quoted[i]) continue;
    // `sebagaimana tertulis dalam surat perintah KPPU`
    if (WRITTEN.has(tokens[i]!.lower) && tokens[i + 1]!.lower === 'dalam') {
      const owner = ownerOfPaper(view, i + 2);
      if (owner) return refOf(parties, owner);
    }
    // `"…," demikian keterangan resmi Indodax`
    if (SO.has(tokens[i]!.lower)) {
      const owner = ownerOfPaper(view, tokens[i + 1]!.lower === 'bunyi' ? i + 2 : i + 1);
      if (owner) return refOf(parties, owner);
    }
    if (!PASSED_ON.has(tokens[i]!.lower)) continue;
    // `Rencana itu diungkapkan langsung oleh Budi`
    const next = tokens[i + 1]!.lower === 'langsung' ? i + 2 : i + 1;
    const isBy = tokens[next]?.lower === 'oleh';
    if (!isBy && !PASSES_ON.has(tokens[i - 1]!.lower)) continue;
    const by = isBy ? next + 1 : next;
    const mention = mentionAt[by] ?? mentionAt[namedFrom(view, by)];
    if (mention && !mention.pronoun && !mention.generic) return refOf(parties, mention);
  }
  return null;
}
/** Whose a paper is that begins at a token. */
function ownerOfPaper({ tokens, mentionAt }: View, at: number): PartyMention | undefined {
  const what = tokens[at]?.lower ?? '';
  if (!DOCUMENTS.has(what) && !SAYINGS.has(what) && !SHOWN.has(what)) return undefined;
  for (let i = at + 1; i < at + PAPER; i++) {
    const mention = mentionAt[i];
    if (mention && !mention.pronoun && !mention.generic) return mention;
    if (tokens[i]?.kind !== 'word') return undefined;
  }
  return undefined;
}
/** Words of it before the name. */
const PAPER = 4;
const SO = new Set(['demikian', 'bunyi']);
/** What is put up for all to read. */
const SHOWN = new Set(['pengumuman', 'unggahan', 'cuitan', 'penjelasan']);
const WRITTEN = new Set(['tertulis', 'tercantum', 'tertuang', 'termuat']);
const PASSED_ON = new Set(
  'diumumkan dijanjikan disampaikan diungkapkan dipaparkan dirilis dikatakan dijelaskan'.split(' '),
);
const PASSES_ON = new Set('yang seperti sebagaimana demikian'.split(' '));

/** The last `menurut` behind which somebody is named, or that a comma parts from what he says; -1 without. */
function accordingTo(view: View): number {
  const { tokens } = view;
  for (let i = tokens.length - 1; i > 0; i--)
    if (tokens[i]!.lower === 'menurut' && (tokens[i - 1]!.lower === ',' || namedFrom(view, i + 1) >= 0)) return i;
  return -1;
}

const BY = new Set(['menurut', 'berdasarkan']);
/** Tokens in which the source stands. */
const SOURCE_WITHIN = 8;
const REPORTS = new Set(
  'laporan dari data keterangan media bocoran informasi sumber pernyataan siaran pers rilis tertulis resmi yang diterima dikeluarkan dirilis disampaikan oleh'.split(
    ' ',
  ),
);
/** What somebody says. */
const SAYINGS = new Set(['keterangan', 'pernyataan', 'siaran', 'rilis', 'laporan']);

/** `Melansir keterbukaan informasi bursa, ENRG berencana …`: the company itself says it there. */
function disclosed({ tokens }: View): boolean {
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (tokens[i]!.lower === 'keterbukaan' && tokens[i + 1]!.lower === 'informasi') return true;
  }
  return false;
}

/** `Perusahaan mengatakan …`: a class word for the company that the article is about. */
function named(speaker: ActorRef, { parties, mainOrganisation }: Article): ActorRef {
  const party = parties.all[indexOfRef(parties, speaker)];
  if (!party?.generic || mainOrganisation < 0 || !WE.has(speaker.text.toLowerCase())) return speaker;
  return partyRef(parties, mainOrganisation, speaker);
}

/** `Perry memberi sinyal akan …`, `Menurut laporan Reuters, …`: attribution that no statement covers. */
function voiceIn({ view, at }: Candidate, article: Article): ActorRef | null {
  const { tokens, mentionAt } = view;
  for (let i = 0; i < at; i++) {
    const { lower } = tokens[i]!;
    if (lower === 'menurut') {
      for (let j = i + 1; j < at && j < i + 7; j++) {
        const mention = mentionAt[j];
        if (mention && !mention.generic) return refOf(article.parties, mention);
      }
    }
    const speaks = SPEECH_VERBS.has(lower) || (lower === 'memberi' && SIGNALS.has(tokens[i + 1]?.lower ?? ''));
    if (!speaks || lower.startsWith('di')) continue;
    const subject = subjectBefore(view, i);
    if (subject?.mention) return refOf(article.parties, subject.mention);
    if (subject && isNamer(view, subject)) return wordsOf(view, subject, article);
  }
  return null;
}

/** Words of a speaker whom no list knows, at most. */
const NAMED_BY = 6;

/** `Trump Media mengatakan akan …`, `Seorang sumber mengatakan …`: whoever it is, he is the one who says it. */
function isNamer({ tokens }: View, { from, to, relative, inner }: Subject): boolean {
  if (relative || inner || to - from > NAMED_BY) return false;
  const own = tokens.slice(from, to);
  const [first] = own;
  if (!first || own.some(({ kind, lower }) => kind === 'mark' || NO_SPEAKER.has(lower))) return false;
  return own.every(({ capital }) => capital) || SPEAKERS.has(first.lower) || isRegulated(first.lower);
}
const NO_SPEAKER = new Set(
  'dia ia mereka kami kita saya itu ini tersebut yang hal data laporan survei studi hasil aturan undang-undang surat'.split(
    ' ',
  ),
);
/** Those who speak without a name. */
const SPEAKERS = new Set('seorang sumber pejabat juru otoritas perwakilan manajemen pengelola jubir'.split(' '));

function wordsOf({ tokens }: View, { from, to }: Subject, article: Article): ActorRef {
  const { start } = tokens[from]!;
  const { end } = tokens[to - 1]!;
  return { start, end, text: article.text.slice(start, end), actor: null };
}

const SIGNALS = new Set(['sinyal', 'tahu', 'isyarat', 'penjelasan', 'keterangan']);

/** Keeps for the next sentence who was reported to speak in this one, and which authority did what binds others. */
export function remember(
  article: Article,
  sentence: number,
  statements: readonly Statement[],
  tokens: View['tokens'],
): void {
  const { parties, memory } = article;
  for (let i = 1; i < tokens.length && i < OFFICIAL_WITHIN; i++) {
    if (!BINDS.has(tokens[i]!.lower)) continue;
    const mention = parties.mentions[lastMentionBefore(parties.mentions, tokens[i]!.start)];
    const isSubject = mention !== undefined && mention.start >= tokens[0]!.start && mention.end >= tokens[i - 1]!.start;
    if (isSubject && !mention.generic && parties.all[mention.party]!.kind === 'regulator') {
      memory.official = refOf(parties, mention);
      memory.officialSentence = sentence;
    }
    break;
  }
  const indirect = statements.find((statement) => !statement.direct && statement.speaker);
  if (indirect?.speaker) {
    memory.voice = indirect.speaker;
    memory.voiceSentence = sentence;
  }
}

/** Verbs by which an authority binds others, where its next sentence says to what: `menerbitkan surat peringatan`, `mengabulkan gugatan`. */
const BINDS: ReadonlySet<string> = new Set(
  'melayangkan menerbitkan mengeluarkan menjatuhkan mengabulkan memutus memutuskan memvonis menghukum mengirim mengirimkan menyurati menegur'.split(
    ' ',
  ),
);
/** Tokens in which it stands. */
const OFFICIAL_WITHIN = 20;
