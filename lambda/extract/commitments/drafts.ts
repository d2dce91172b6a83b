import { type Act, actAfter, isVerbLike, type Range } from './clause.ts';
import type { Marker } from './lexicon/markers.ts';
import { ADVERBS, isRegulated, NEGATORS, WHOLE } from './lexicon/words.ts';
import type { PartyMention } from './parties.ts';
import { relativeBefore, type Subject, subjectBefore } from './subject.ts';
import type { View } from './view.ts';

/** A marker and the token where it begins. */
export interface Hit {
  at: number;
  length: number;
  form: string;
  marker: Marker;
}

/** On whom an order is laid. */
export interface Addressee extends Range {
  mention: PartyMention | undefined;
  head: string;
}

/** What one marker makes of its clause; drafts of one verb are merged to a candidate. */
export interface Draft {
  hits: Hit[];
  subject: Subject | null;
  addressee: Addressee | null;
  act: Act | null;
  /** First token of the action. */
  from: number;
}

/** `OJK meminta (kepada) semua bank (untuk|agar) menurunkan bunga`: addressee, then act. */
export function orderDraft(view: View, hit: Hit): Draft | null {
  const { tokens, mentionAt } = view;
  const subject = subjectBefore(view, hit.at);
  let i = hit.at + hit.length;
  while (i < tokens.length && (TO.has(tokens[i]!.lower) || ADVERBS.has(tokens[i]!.lower))) {
    if (LINKS.has(tokens[i]!.lower)) break;
    i++;
  }
  const from = i;
  let linked = false;
  for (; i < tokens.length && i < from + 30; i++) {
    const { lower, kind } = tokens[i]!;
    if (LINKS.has(lower)) {
      linked = true;
      break;
    }
    if (mentionAt[i] === undefined && isVerbLike(lower) && relativeBefore(view, i) < 0) break;
    if (kind === 'mark' && lower !== '(' && lower !== ')' && lower !== ',' && lower !== '-') break;
    if (lower === 'segera' || lower === 'tidak' || lower === 'tak' || lower === 'harus' || lower === 'wajib') break;
  }
  const time =
    hit.marker.rule === 'time-given' && hit.length === 1 && GIVING.has(tokens[hit.at]!.lower)
      ? timeWithin(tokens, hit.at)
      : -1;
  const to = trimRight(view, from, time < 0 ? i : time);
  let addressee = rangeParty(view, addressedFrom(view, hit, from, to), to);
  if (addressee !== null && hit.marker.rule === 'time-given' && !canBeBound(view, addressee)) addressee = null;
  // `TikTok kami beri waktu`: the one addressed stands first.
  const before = tokens[hit.at - 1]?.lower;
  if (addressee === null && (before === 'kami' || before === 'kita')) {
    const topic = subjectBefore(view, hit.at - 1);
    if (topic !== null)
      addressee = { from: topic.from, to: topic.to, mention: topic.mention ?? topic.inner, head: topic.head };
  }
  let act = actAfter(view, linked ? i + 1 : i);
  if (linked && (act === null || mentionAt[i + 1] !== undefined || !isVerbLike(tokens[act.verb]!.lower))) {
    // `meminta agar semua bank menurunkan …`: the addressee stands behind the link.
    let j = i + 1;
    while (j < tokens.length && j < i + 15 && !(isVerbLike(tokens[j]!.lower) && mentionAt[j] === undefined)) {
      if (STOPS.has(tokens[j]!.lower) && j > i + 1) break;
      j++;
    }
    const inner = rangeParty(view, i + 1, trimRight(view, i + 1, j));
    const innerAct = actAfter(view, j);
    if (inner !== null && innerAct !== null) {
      addressee = addressee ?? inner;
      act = innerAct;
    }
  }
  // `menagih pembangunan 11.400 menara dari Indosat`: the act is a noun.
  if (!linked && from < tokens.length && mentionAt[from] === undefined && NOMINAL.test(tokens[from]!.lower)) {
    const owner = ownerAfter(view, from, hit.marker.rule === 'time-given');
    const noun: Act = { verb: from, voice: 'other', agent: undefined, negated: false };
    return { hits: [hit], subject, addressee: owner, act: noun, from };
  }
  const first = act?.verb ?? Math.min(i, tokens.length - 1);
  return { hits: [hit], subject, addressee, act, from: Math.max(hit.at, Math.min(first, tokens.length - 1)) };
}

/** A noun of an act: `pembangunan`, `penyerahan`, `perbaikan`. */
export const NOMINAL = /^(?:pe[mn]|pel|per)[a-z]{3,}an(?:nya)?$/;

/** Of whom an act is asked: the party behind `dari` or `oleh`; for whom time is given (`given`) also a class, behind `bagi`. */
function ownerAfter({ tokens, mentionAt }: View, from: number, given: boolean): Addressee | null {
  for (let i = from + 1; i + 1 < tokens.length && i < from + OWNER_REACH; i++) {
    const { lower } = tokens[i]!;
    if (lower !== 'dari' && lower !== 'oleh' && !(given && (lower === 'bagi' || lower === 'kepada'))) continue;
    const mention = mentionAt[i + 1];
    if (mention === undefined) {
      if (!given || !isRegulated(tokens[i + 1]!.lower)) continue;
      let end = i + 2;
      while (end < tokens.length && tokens[end]!.kind === 'word' && !AFTER_GROUP.has(tokens[end]!.lower)) end++;
      return { from: i + 1, to: end, mention, head: tokens[i + 1]!.lower };
    }
    let to = i + 1;
    while (mentionAt[to] === mention) to++;
    return { from: i + 1, to, mention, head: tokens[i + 1]!.lower };
  }
  return null;
}
const OWNER_REACH = 14;
const AFTER_GROUP = new Set([
  'hingga',
  'sampai',
  'menjadi',
  'ke',
  'dari',
  'paling',
  'selama',
  'untuk',
  'pada',
  'karena',
]);

/** Verbs by which time is given. */
export const GIVING: ReadonlySet<string> = new Set(['memberi', 'memberikan', 'beri', 'berikan', 'kasih']);
const TIME = new Set(['waktu', 'tenggat', 'kesempatan', 'tempo', 'deadline', 'batas', 'tambahan', 'kelonggaran']);
/** Tokens of the one addressed, at most: `memberi 97 penyelenggara pinjaman daring (pindar) kesempatan`. */
const NAMED_WITHIN = 12;

/** What does not stand within a name or a class: behind it something else is given, or said. */
const NOT_WITHIN = new Set(
  'kepada pada di ke dari dengan tanpa oleh terhadap bagi atas tentang soal mengenai sebelum sesudah setelah sesuai tahu karena jika bila'.split(
    ' ',
  ),
);
/** What a chance is given for where it is none to do one's duty. */
const TREATS = new Set('mencoba menikmati menggunakan belajar memanfaatkan merasakan mengikuti'.split(' '));

/** Where the time stands that is given to whoever is named before it; -1 where `at` gives something else. */
export function timeWithin(tokens: View['tokens'], at: number): number {
  for (let i = at + 1; i < tokens.length && i < at + NAMED_WITHIN; i++) {
    const { lower, kind, capital } = tokens[i]!;
    if (TIME.has(lower)) return i > at + 1 && (tokens[at + 1]!.capital || isGroup(tokens, at + 1, i)) ? i : -1;
    if (kind === 'mark' ? !WITHIN_MARKS.has(lower) : !capital && (NOT_WITHIN.has(lower) || LINKS.has(lower))) return -1;
    if (kind === 'word' && !capital && isVerbLike(lower)) return -1;
  }
  return -1;
}
const WITHIN_MARKS = new Set(['(', ')', ',']);

/** A class that authorities regulate, however many, which is given time to do what is said behind it. */
function isGroup(tokens: View['tokens'], from: number, time: number): boolean {
  let head = from;
  while (head < time && (tokens[head]!.kind === 'number' || WHOLE.has(tokens[head]!.lower))) head++;
  return isRegulated(tokens[head]!.lower) && toAct(tokens, time);
}

/** Tokens of a stretch of time, at most: `tambahan sampai 31 Maret 2026 pukul 23.59 WIB`. */
const TERM = 14;
/** Whether what is to be done is said behind it: `untuk` and a verb. */
export const toAct = (tokens: View['tokens'], from: number): boolean => {
  for (let i = from + 1; i + 1 < tokens.length && i < from + TERM; i++)
    if (tokens[i]!.lower === 'untuk' || tokens[i]!.lower === 'guna')
      return isVerbLike(tokens[i + 1]!.lower) && !TREATS.has(tokens[i + 1]!.lower);
  return false;
};

/** `memberi tenggat 3x24 jam kepada Meta`: the one addressed stands behind the time. */
function addressedFrom({ tokens }: View, hit: Hit, from: number, to: number): number {
  if (hit.marker.rule !== 'time-given') return from;
  for (let i = from; i < to - 1; i++) if (tokens[i]!.lower === 'kepada' || tokens[i]!.lower === 'bagi') return i + 1;
  return from;
}

/** A party or a group of them, not a stretch of time. */
function canBeBound({ tokens, mentionAt }: View, { from, to }: Addressee): boolean {
  for (let i = from; i < to; i++) if (mentionAt[i] !== undefined || isRegulated(tokens[i]!.lower)) return true;
  return false;
}

const TO = new Set(['kepada', 'pada', 'ke', 'dari', 'terhadap', 'bagi', 'buat', 'pihak', 'para', 'pula']);
const LINKS = new Set(['untuk', 'agar', 'supaya', 'guna', 'bahwa', 'soal', 'terkait']);
const STOPS = new Set(['tidak', 'tak', 'segera', 'harus', 'wajib', 'bisa', 'dapat', 'mau', 'ikut', 'juga', 'terus']);

function trimRight({ tokens }: View, from: number, to: number): number {
  let end = to;
  while (
    end > from &&
    (tokens[end - 1]!.lower === ',' || ADVERBS.has(tokens[end - 1]!.lower) || NEGATORS.has(tokens[end - 1]!.lower))
  )
    end--;
  return end;
}

function rangeParty({ tokens, mentionAt }: View, from: number, to: number): Addressee | null {
  if (from >= to) return null;
  let mention = mentionAt[from];
  if (mention === undefined && GROUPS.has(tokens[from]!.lower)) mention = mentionAt[from + 1];
  return { from, to, mention, head: tokens[from]!.lower };
}

const GROUPS = new Set([
  'para',
  'semua',
  'seluruh',
  'setiap',
  'pihak',
  'manajemen',
  'pak',
  'ibu',
  'bapak',
  'tim',
  'jajaran',
]);

/** `mengumumkan rencana penerbitan obligasi`: the plan's noun, its act behind it, its owner before the verb. */
export function nounDraft(view: View, hit: Hit): Draft | null {
  const { tokens } = view;
  const after = hit.at + hit.length;
  let i = hit.at - 1;
  while (i >= 0 && i > hit.at - 5 && !isVerbLike(tokens[i]!.lower)) i--;
  const governed = i >= 0 && isVerbLike(tokens[i]!.lower);
  const subject = subjectBefore(view, governed ? i : hit.at);
  let verb = after;
  if (hit.marker.rule === 'deadline-noun') {
    const found = groupThenVerb(view, after);
    if (found) return { hits: [hit], subject, addressee: found.addressee, act: found.act, from: found.from };
  }
  if (tokens[verb]?.lower === 'untuk') verb++;
  if (verb >= tokens.length || tokens[verb]!.kind === 'mark') return null;
  const act: Act = {
    verb,
    voice: isVerbLike(tokens[verb]!.lower) ? 'active' : 'other',
    agent: undefined,
    negated: false,
  };
  return { hits: [hit], subject, addressee: null, act, from: verb };
}

/** `hari terakhir pemilik nomor lama melakukan registrasi`, `tenggat bagi PSE untuk mendaftar`: those bound, then their act. */
function groupThenVerb(view: View, after: number): Pick<Draft, 'addressee' | 'act' | 'from'> | null {
  const { tokens, mentionAt } = view;
  let from = after;
  while (from < tokens.length && (TO.has(tokens[from]!.lower) || FOR_WHOM.has(tokens[from]!.lower))) from++;
  for (let i = from; i < tokens.length && i < from + GROUP_REACH; i++) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark') return null;
    if (mentionAt[i] !== undefined || relativeBefore(view, i) >= 0) continue;
    const link = LINKS.has(lower);
    if (!link && !isVerbLike(lower)) continue;
    const addressee = rangeParty(view, from, trimRight(view, from, i));
    const act = actAfter(view, link ? i + 1 : i);
    return addressee && act && isVerbLike(tokens[act.verb]!.lower) ? { addressee, act, from: act.verb } : null;
  }
  return null;
}
const GROUP_REACH = 10;
const FOR_WHOM = new Set(['waktu', 'akhir', 'untuk']);
