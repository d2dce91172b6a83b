import { classOf, ROLE } from '../actors/lexicon.ts';
import { isQuote, type Token } from '../text/tokens.ts';
import { CLITIC, isVerbLike, JOINS, type Range } from './clause.ts';
import { BARRIERS, joinsList } from './joins.ts';
import { ADVERBS, CLAUSE_OPENERS, CUE_ROOTS, NEGATORS, PREPOSITIONS, SPEECH_VERBS } from './lexicon/words.ts';
import type { PartyMention } from './parties.ts';
import type { View } from './view.ts';

/** The group of words before a marker: who acts, or what is acted on. */
export interface Subject extends Range {
  /** The party that is the subject's head, not one that only stands within it. */
  mention: PartyMention | undefined;
  /** A party named within the group: `sidang pemeriksaan TikTok`. */
  inner: PartyMention | undefined;
  head: string;
  /** The marker is in a relative clause of this group: `dana yang akan dibayarkan`. */
  relative: boolean;
  /** It is the subject of the verb before, which this one shares: `OJK menyiapkan tim dan akan …`. */
  shared: boolean;
}

/** Where the clause begins whose marker stands at `at`: with its subject, or, where that is shared with the verb before, behind that. */
export const clauseFrom = (subject: Subject | null, at: number): number =>
  subject === null || subject.shared ? at : subject.from;

const isMark = (token: Token | undefined): boolean => token?.kind === 'mark';

/** Passives of report that may stand between a subject and its marker. */
const REPORTED = new Set([
  'dikabarkan',
  'diketahui',
  'dirumorkan',
  'diperkirakan',
  'diyakini',
  'disebut-sebut',
  'bahwa',
]);

/** Finds the subject that ends before token `at`. Null where the clause has none in its sentence. */
export function subjectBefore(view: View, at: number): Subject | null {
  const { tokens, mentionAt } = view;
  let end = at;
  let relative = false;
  for (; end > 0; end--) {
    const token = tokens[end - 1]!;
    if (mentionAt[end - 1] !== undefined && !ADVERBS.has(token.lower)) break;
    if (token.lower === ',') {
      const before = parenthesis(view, end - 1);
      if (before === end - 1) return null;
      // The loop steps back once more: the token before the aside is the group's last.
      end = before + 2;
      continue;
    }
    if (token.lower === 'yang') relative = true;
    // `X mengaku akan`, `X dikabarkan akan`: what is said goes on with the same subject.
    else if (SPEECH_VERBS.has(token.lower) || REPORTED.has(token.lower)) continue;
    else if (!ADVERBS.has(token.lower) && !NEGATORS.has(token.lower)) break;
  }
  if (end === 0 || isQuote(tokens[end - 1]) || BARRIERS.has(tokens[end - 1]!.lower)) {
    if (tokens[end - 1]?.lower !== ')') return null;
  }
  // `OJK telah menyiapkan tim dan akan …`: who did the one does the other.
  if (JOINS.has(tokens[end - 1]!.lower) && mentionAt[end - 1] === undefined) {
    const verb = verbOfClause(view, end - 1);
    const subject = verb < 0 ? null : subjectBefore(view, verb);
    if (verb >= 0) return subject && { ...subject, shared: true };
  }
  const from = startOfGroup(view, end);
  if (from >= end) return null;
  return describe(view, from, end, relative);
}

/** The first verb of the clause that ends before a token; -1 where none stands there. */
function verbOfClause({ tokens, mentionAt }: View, end: number): number {
  let verb = -1;
  for (let i = end - 1; i >= 0 && i >= end - CLAUSE; i--) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark' || CLAUSE_OPENERS.has(lower) || SPEECH_VERBS.has(lower)) break;
    if (lower === 'yang') return -1;
    if (mentionAt[i] === undefined && isVerbLike(lower)) verb = i;
  }
  return verb;
}
const CLAUSE = 12;

/** `OJK, kata dia, akan`: the index of the comma that opens the aside closed by the comma at `comma`. */
function parenthesis({ tokens, mentionAt }: View, comma: number): number {
  for (let i = comma - 1; i > 0 && i > comma - INSET; i--) {
    const { lower } = tokens[i]!;
    if (lower === ',') {
      const word = tokens[i + 1]!.lower.replace(CLITIC, '');
      const near = i > comma - 7;
      if (near && (CUE_ROOTS.has(word) || CUE_ROOTS.has(tokens[i + 1]!.lower) || word === 'menurut')) return i - 1;
      // `nama penyewa, yang mestinya diketahui pekan lalu, baru akan dipilih`
      if (word === 'yang' || (mentionAt[i - 1] !== undefined && BY_WHAT.has(word))) return i - 1;
      break;
    }
    if (isQuote(tokens[i])) break;
  }
  const named = apposition(tokens, mentionAt, comma);
  if (named >= 0) return named;
  // `pemegang saham pengendali, PT Duta Makmur Sejahtera, tetap akan`: what it is, and its name between commas.
  const body = mentionAt[comma - 1];
  if (body !== undefined && !body.person && !body.pronoun && !body.generic) {
    const open = firstOfNames(mentionAt, tokens, comma - 1);
    const noun = tokens[open - 2];
    const isNoun = noun?.kind === 'word' && !noun.capital && (mentionAt[open - 2]?.generic ?? true);
    if (tokens[open - 1]?.lower === ',' && isNoun) return comma - 1;
  }
  // `Wali Kota Surabaya, Eri Cahyadi, akan`: an office and, between commas, who holds it.
  const holder = mentionAt[comma - 1];
  let first = comma - 1;
  while (holder?.person && mentionAt[first - 1] === holder) first--;
  if (holder?.person && tokens[first - 1]?.lower === ',' && tokens[first - 2]?.capital) return comma - 1;
  return mentionAt[comma] !== undefined ? comma - 1 : comma;
}

/** The first of the names that end at a token: `dua aplikasi, Gojek dan Grab, akan`. */
function firstOfNames(mentionAt: View['mentionAt'], tokens: View['tokens'], last: number): number {
  const isBody = (i: number): boolean => {
    const mention = mentionAt[i];
    return mention !== undefined && !mention.person && !mention.pronoun && !mention.generic;
  };
  let open = last;
  while (isBody(open - 1) || (AND.has(tokens[open - 1]?.lower ?? '') && isBody(open - 2))) open--;
  return open;
}
const AND = new Set(['dan', 'serta']);

/** `TikTok, platform milik ByteDance, akan`: the token of the name before the aside that says what it is; -1 for none. */
function apposition(tokens: View['tokens'], mentionAt: View['mentionAt'], comma: number): number {
  for (let i = comma - 1; i > 0 && i > comma - ASIDE; i--) {
    const { lower, kind } = tokens[i]!;
    if (lower === ',') return WHAT_IT_IS.has(tokens[i + 1]!.lower) && mentionAt[i - 1] !== undefined ? i - 1 : -1;
    if (kind === 'mark' && lower !== '(' && lower !== ')' && lower !== '-') return -1;
  }
  return -1;
}

/** Words of an inset at most. */
const INSET = 12;
/** `Telkomsel, seperti ditetapkan BTIP dalam adendum, mempunyai waktu`, `Kemenkes, usai memeriksa laporan warga, meminta`: by what, or when. */
const BY_WHAT = new Set(
  'seperti sesuai sebagaimana berdasarkan menurut usai seusai setelah sesudah selepas melalui lewat dalam saat ketika tanpa'.split(
    ' ',
  ),
);
/** Words of an aside at most. */
const ASIDE = 14;
/** What an aside that says who a name is begins with. */
const WHAT_IT_IS = new Set(
  (
    'pemilik induk anak perusahaan operator platform penyedia pengelola pengembang penyelenggara selaku yang startup ' +
    'aplikasi layanan raksasa produsen penerbit entitas unit lembaga bank situs lokapasar marketplace grup konsorsium ' +
    'dua tiga empat salah keduanya ketiganya masing-masing baik lokal asing domestik termasuk'
  ).split(' '),
);

function startOfGroup(view: View, end: number): number {
  const { tokens, mentionAt } = view;
  let from = end;
  let bracket = 0;
  while (from > 0) {
    const token = tokens[from - 1]!;
    const { lower } = token;
    if (lower === ')') bracket++;
    else if (lower === '(') {
      if (bracket === 0) break;
      bracket--;
    } else if (bracket === 0) {
      if (mentionAt[from - 1] !== undefined && mentionAt[from - 1] === mentionAt[from]) {
        from--;
        continue;
      }
      if (isQuote(token) || BARRIERS.has(lower) || CLAUSE_OPENERS.has(lower) || SPEECH_VERBS.has(lower)) break;
      if (lower === ',' && !joinsList(view, from - 1, end)) break;
      if (isVerbLike(lower) && mentionAt[from - 1] === undefined) {
        const opener = relativeBefore(view, from - 1);
        if (opener < 0) break;
        from = opener;
        continue;
      }
    }
    from--;
  }
  while (from < end && (isMark(tokens[from]) || tokens[from]!.lower === 'dan')) from++;
  return from;
}

/** Where the `yang` stands that makes the verb at `i` part of a noun group; -1 where none does. */
export function relativeBefore({ tokens }: View, i: number): number {
  for (let j = i - 1; j >= 0 && j > i - 5; j--) {
    const { lower } = tokens[j]!;
    if (lower === 'yang') return j;
    if (!ADVERBS.has(lower) && !NEGATORS.has(lower) && lower !== 'belum') return -1;
  }
  return -1;
}

function describe(view: View, start: number, end: number, relative: boolean): Subject {
  const { tokens, mentionAt } = view;
  let from = start;
  const last =
    mentionAt[end - 1] ?? (tokens[end - 1]!.lower === ')' ? mentionAt[openingOf(tokens, end - 1) - 1] : undefined);
  let mention: PartyMention | undefined;
  if (PREPOSITIONS.has(tokens[from]!.lower) && mentionAt[from] === undefined) {
    // An adjunct stands first: only the party next to the marker can be the subject.
    if (last !== undefined) {
      while (from < end && mentionAt[from] !== last) from++;
      // `Dalam waktu dekat DNS milik Telegram`: the party belongs to the thing.
      if (OWNED.has(tokens[from - 1]?.lower ?? '')) from = Math.max(start, from - 2);
      else mention = last;
    } else {
      from = afterAdjunct(view, from, end);
    }
  } else {
    mention = mentionAt[from] ?? (POLITE.has(tokens[from]!.lower) ? mentionAt[from + 1] : undefined);
    // `Sementara itu KPPU akan`, `Ke depan, Komdigi akan`: the words before the name are no noun's.
    if (mention?.generic !== false && last?.person && classOf(tokens[from]!.lower) & ROLE) mention = last;
    // `Wali Kota Surabaya, Eri Cahyadi`: the office first, then the one who holds it.
    else if (mention && !mention.person && last?.person && last !== mention && beside(view, from, end)) mention = last;
    if (mention === undefined && last !== undefined && OPENING_PHRASE.has(tokens[from]!.lower)) mention = last;
    if (mention?.generic) mention = runBy(view, from, end) ?? mention;
  }
  let inner = last;
  if (inner === undefined) for (let i = from; i < end && inner === undefined; i++) inner = mentionAt[i];
  return { from, to: end, mention, inner, head: tokens[from]?.lower ?? '', relative, shared: false };
}

/** Those who run a body: what they are told or say is its own. */
const RUNNING = new Set(['direksi', 'manajemen', 'pengelola', 'pengurus', 'pimpinan', 'jajaran']);

/** `direksi bank anggota Himbara`: the body that is run by those whom a group of words names first. */
export function runBy({ tokens, mentionAt }: View, from: number, to: number): PartyMention | undefined {
  if (!RUNNING.has(tokens[from]!.lower)) return undefined;
  for (let i = from + 1; i < to && i < from + 5; i++) {
    const mention = mentionAt[i];
    if (mention !== undefined && !mention.generic && !mention.person) return mention;
    if (tokens[i]!.kind === 'mark') return undefined;
  }
  return undefined;
}

/** Words that tie a party to the noun before it. */
const OWNED = new Set(['milik', 'oleh', 'dari', 'dengan', 'terhadap', 'di', 'ke', 'pada', 'bagi', 'untuk', 'kepada']);

/** Nothing but names, offices and commas between two tokens. */
function beside({ tokens, mentionAt }: View, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (mentionAt[i] === undefined && !tokens[i]!.capital && tokens[i]!.kind === 'word') return false;
    if (tokens[i]!.lower === ',' || tokens[i]!.lower === 'dan') return false;
  }
  return true;
}

/** Forms of address and groups whose head is the name that follows. */
const POLITE = new Set([
  'pak',
  'bapak',
  'bu',
  'ibu',
  'pihak',
  'para',
  'tim',
  'manajemen',
  'direksi',
  'pengelola',
  'perusahaan',
  'aplikasi',
  'si',
]);
const OPENING_PHRASE = new Set([
  'sementara',
  'selanjutnya',
  'kini',
  'saat',
  'itu',
  'nanti',
  'nantinya',
  'kemudian',
  'hari',
]);

/** `Untuk tahap awal integrasi`: nothing tells where the adjunct ends, so all of it stays. */
function afterAdjunct({ tokens }: View, from: number, end: number): number {
  const { lower } = tokens[from]!;
  if ((lower === 'sementara' || lower === 'namun' || lower === 'adapun' || lower === 'nantinya') && from + 1 < end) {
    return tokens[from + 1]!.lower === 'itu' && from + 2 < end ? from + 2 : from + 1;
  }
  return from;
}

function openingOf(tokens: readonly Token[], closing: number): number {
  for (let i = closing; i >= 0; i--) if (tokens[i]!.lower === '(') return i;
  return closing;
}
