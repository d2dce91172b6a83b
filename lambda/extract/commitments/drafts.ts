import { type Act, actAfter, isVerbLike, NOMINAL, type Range } from './clause.ts';
import type { Marker } from './lexicon/markers.ts';
import { ACT_LINKS, ADVERBS, isRegulated, NEGATORS } from './lexicon/words.ts';
import type { PartyMention } from './parties.ts';
import { relativeBefore, type Subject, subjectBefore } from './subject.ts';
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
  const from = i;
  let linked = false;
  for (; i < tokens.length && i < from + 30; i++) {
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
  'direksi',
  'pengelola',
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

/**
 * `hari terakhir pemilik nomor lama melakukan registrasi`, `tenggat bagi PSE untuk mendaftar`: those bound, then their act,
 * from a token on; null where no verb stands behind somebody named.
 */
export function groupThenVerb(view: View, after: number): Pick<Draft, 'addressee' | 'act' | 'from'> | null {
  const { tokens, mentionAt } = view;
  let from = after;
  while (from < tokens.length && (TO.has(tokens[from]!.lower) || FOR_WHOM.has(tokens[from]!.lower))) from++;
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
