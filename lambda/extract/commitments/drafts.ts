import { classOf, ROLE } from '../actors/lexicon.ts';
import { POINTERS } from '../text/demonstratives.ts';
import { isQuote } from '../text/tokens.ts';
import { type Act, actAfter, isVerbLike, NOMINAL, type Range } from './clause.ts';
import type { Marker } from './lexicon/markers.ts';
import { ACT_LINKS, ADVERBS, isRegulated, NEGATORS } from './lexicon/words.ts';
import type { PartyMention } from './parties.ts';
import { relativeBefore, runBy, type Subject, subjectBefore } from './subject.ts';
import { timeWithin } from './time-given.ts';
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
  /** Where the action ends at the latest (exclusive), if something says so. */
  to?: number;
}

/** `OJK meminta (kepada) semua bank (untuk|agar) menurunkan bunga`: addressee, then act. */
export function orderDraft(view: View, hit: Hit): Draft | null {
  const { tokens, mentionAt } = view;
  const subject = subjectBefore(view, hit.at);
  let i = hit.at + hit.length;
  while (i < tokens.length && (TO.has(tokens[i]!.lower) || ADVERBS.has(tokens[i]!.lower))) {
    if (ACT_LINKS.has(tokens[i]!.lower)) break;
    i++;
  }
  // `merekomendasikan dan mewajibkan BPK …`: the second order says on whom it is laid.
  if (tokens[i]?.lower === 'dan' && isVerbLike(tokens[i + 1]?.lower ?? '')) return null;
  const from = i;
  let linked = false;
  for (; i < tokens.length && i < from + 30; i++) {
    i = behindInset(tokens, i, hit.marker.rule === 'time-given');
    const { lower, kind } = tokens[i]!;
    if (ACT_LINKS.has(lower)) {
      linked = true;
      break;
    }
    if (mentionAt[i] === undefined && isVerbLike(lower) && relativeBefore(view, i) < 0) break;
    // `PT Telkom Tbk. (TLKM)`: the dot of a form of law ends nothing.
    const next = tokens[i + 1];
    const isForm = lower === '.' && tokens[i - 1]!.lower === 'tbk' && next !== undefined && !next.capital;
    const ends = kind === 'mark' && !'(),-'.includes(lower) && !isForm;
    if (ends) break;
    if (lower === 'segera' || lower === 'tidak' || lower === 'tak' || lower === 'harus' || lower === 'wajib') break;
  }
  const time = hit.marker.rule === 'time-given' && hit.length === 1 ? timeWithin(tokens, hit.at) : -1;
  const to = trimRight(view, from, time < 0 ? i : time);
  const named = addressedFrom(view, hit, from, to);
  let addressee = rangeParty(view, named, to);
  // A name that no list has is one where its place says so: within the marker, behind `kepada`.
  const isNamed = (time >= 0 || named > from) && tokens.slice(named, to).some(({ capital }) => capital);
  if (addressee !== null && hit.marker.rule === 'time-given' && !isNamed && !canBeBound(view, addressee))
    addressee = null;
  // `Kepada PT Pharos selaku produsen, BPOM memerintahkan agar …`: the one addressed opens the sentence.
  if (ACT_LINKS.has(tokens[hit.at + hit.length]?.lower ?? '') || addressee === null)
    addressee = frontedAddressee(view, hit.at) ?? addressee;
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

/** Those to whom an order is given whose name opens the sentence: `Kepada seluruh anggota Apjatel, Heru menginstruksikan`. */
function frontedAddressee(view: View, at: number): Addressee | null {
  const { tokens } = view;
  const open = isQuote(tokens[0]) ? 1 : 0;
  if (tokens[open]?.lower !== 'kepada' || SPOKEN_TO.has(tokens[open + 1]?.lower ?? '')) return null;
  let comma = open + 1;
  while (comma < at && tokens[comma]!.lower !== ',') comma++;
  if (comma >= at || at - comma > FRONTED) return null;
  const to = tokens.findIndex(({ lower }, i) => i > open && (i === comma || AS_WHAT.has(lower)));
  return rangeParty(view, open + 1, to);
}
/** To whom one speaks, and not of whom anything is asked: the press, parliament, the public. */
const SPOKEN_TO = new Set(
  'wartawan media pers awak jurnalis reporter publik masyarakat kompas tempo detikcom detik tirto antara republika kontan bisnis medcom liputan6 cnn cnbc katadata kumparan dpr komisi anggota parlemen senat mpr'.split(
    ' ',
  ),
);
/** Tokens of who orders, behind the comma. */
const FRONTED = 14;
const AS_WHAT = new Set(['selaku', 'sebagai', 'yang']);

/** Of whom an act is asked: the party behind `dari` or `oleh`; for whom time is given (`given`) also a class, behind `bagi`. */
export function ownerAfter({ tokens, mentionAt }: View, from: number, given: boolean): Addressee | null {
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
export const OWNER_REACH = 14;
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

/** `memberi tenggat 3x24 jam kepada Meta`: the one addressed stands behind the time. */
function addressedFrom({ tokens }: View, hit: Hit, from: number, to: number): number {
  if (hit.marker.rule !== 'time-given') return from;
  for (let i = from; i < to - 1; i++) if (FOR_THOSE.has(tokens[i]!.lower)) return i + 1;
  return from;
}

/**
 * Where an inset ends: `meminta X, tanpa menunggu rapat, membayar …`, and of time given, that before those addressed: `memberi
 * waktu sepuluh hari kerja, terhitung sejak surat dikirim, kepada …`.
 */
function behindInset(tokens: View['tokens'], comma: number, given: boolean): number {
  if (tokens[comma]!.lower !== ',') return comma;
  const isInset = INSETS.has(tokens[comma + 1]?.lower ?? '');
  for (let i = comma + 1; i + 1 < tokens.length && i < comma + INSET_REACH; i++) {
    if (tokens[i]!.lower !== ',') continue;
    if (given && FOR_THOSE.has(tokens[i + 1]!.lower)) return i + 1;
    if (isInset) return i + 1;
  }
  return comma;
}
const INSET_REACH = 16;
const FOR_THOSE = new Set(['kepada', 'bagi']);
/** What goes with an order, or when it was given, between commas. */
const INSETS = new Set(
  'tanpa setelah usai seusai selepas melalui lewat dalam pada saat ketika selaku sebagai'.split(' '),
);

/** A party or a group of them, not a stretch of time. */
function canBeBound({ tokens, mentionAt }: View, { from, to }: Addressee): boolean {
  for (let i = from; i < to; i++) if (mentionAt[i] !== undefined || isRegulated(tokens[i]!.lower)) return true;
  return false;
}

const TO = new Set(['kepada', 'pada', 'ke', 'dari', 'terhadap', 'bagi', 'buat', 'pihak', 'para', 'pula']);
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

function rangeParty(view: View, from: number, to: number): Addressee | null {
  const { tokens, mentionAt } = view;
  // `kami panggil, dan kami perintahkan`: whoever orders is not whom he orders.
  let first = from;
  while (first < to - 1 && (tokens[first]!.lower === ',' || tokens[first]!.lower === 'dan')) first++;
  if (from >= to || ITSELF.has(tokens[first]!.lower)) return null;
  let mention = mentionAt[from];
  if (mention === undefined && GROUPS.has(tokens[from]!.lower)) mention = mentionAt[from + 1];
  if (mention?.generic) mention = runBy(view, from, to) ?? mention;
  mention ??= holderOf(view, from, to);
  return { from, to, mention, head: tokens[from]!.lower };
}

/** `Gubernur Jawa Barat Dedi Mulyadi`: who holds the office that a group of words begins with. */
function holderOf({ tokens, mentionAt }: View, from: number, to: number): PartyMention | undefined {
  if (!(classOf(tokens[from]!.lower) & ROLE)) return undefined;
  let i = from + 1;
  while (i < to && tokens[i]!.capital && mentionAt[i] === undefined) i++;
  return i < to && mentionAt[i]?.person ? mentionAt[i] : undefined;
}

const ITSELF = new Set(['kami', 'kita', 'saya', 'aku']);
const GROUPS = new Set([
  'para',
  'semua',
  'seluruh',
  'setiap',
  'pihak',
  'manajemen',
  'direksi',
  'pengelola',
  'pak',
  'ibu',
  'bapak',
  'tim',
  'jajaran',
]);

/**
 * `hari terakhir pemilik nomor lama melakukan registrasi`, `tenggat bagi PSE untuk mendaftar`: those bound, then their act,
 * from a token on; null where no verb stands behind somebody named.
 */
export function groupThenVerb(view: View, after: number): Pick<Draft, 'addressee' | 'act' | 'from'> | null {
  const { tokens, mentionAt } = view;
  let from = after;
  while (from < tokens.length && (TO.has(tokens[from]!.lower) || FOR_WHOM.has(tokens[from]!.lower))) from++;
  // `Tenggat itu diperpanjang`
  if (POINTERS.has(tokens[from]?.lower ?? '')) return null;
  // `Tenggat yang dipasang OJK untuk …`: whose it is, and nobody who is bound.
  if (tokens[from]?.lower === 'yang') return null;
  for (let i = from; i < tokens.length && i < from + GROUP_REACH; i++) {
    const { lower, kind } = tokens[i]!;
    if (kind === 'mark') return null;
    if (mentionAt[i] !== undefined || relativeBefore(view, i) >= 0) continue;
    const link = ACT_LINKS.has(lower);
    if (!link && !isVerbLike(lower)) continue;
    const addressee = rangeParty(view, from, trimRight(view, from, i));
    const act = actAfter(view, link ? i + 1 : i);
    return addressee && act && isVerbLike(tokens[act.verb]!.lower) ? { addressee, act, from: act.verb } : null;
  }
  return null;
}
const GROUP_REACH = 10;
const FOR_WHOM = new Set(['waktu', 'akhir', 'untuk']);
