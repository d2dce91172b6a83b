import { numberByWord } from '../text/words.ts';
import type { DeadlineClaim, MentionType, Modality } from '../types.ts';
import { BODY } from './acting.ts';
import { withCarried } from './carried.ts';
import {
  type Act,
  actAfter,
  agentBefore,
  conditionIn,
  endOfAct,
  isDenied,
  isVerbLike,
  precededByNo,
  type Range,
  TO_ACT,
} from './clause.ts';
import { deadlineOf } from './deadline.ts';
import { dutyDecided, FIRST_DECIDED, orderedByLetter } from './decided.ts';
import { type Addressee, type Draft, groupThenVerb, type Hit, orderDraft } from './drafts.ts';
import { insetEnd } from './inset.ts';
import { MARKERS, markerAt, RULE_ORDER } from './lexicon/markers.ts';
import { AFTER_NAME, CONDITION_OPENERS, isRegulated, NEGATORS } from './lexicon/words.ts';
import { notAMarker, WHEN } from './not-a-marker.ts';
import { nounDraft } from './noun-draft.ts';
import { clauseFrom, type Subject, subjectBefore } from './subject.ts';
import { FIRST_GIVEN, termMoved, timeGivenTo } from './time-given.ts';
import { typeOf } from './type-of.ts';
import { withConsequence, withDates, withOwnActs } from './unmarked.ts';
import type { View } from './view.ts';

/** A clause that may state a commitment, with all that the grammar of its sentence tells. */
export interface Candidate {
  view: View;
  rule: string;
  type: MentionType;
  modality: Modality;
  /** The marker forms that point to this act, in order. */
  forms: readonly string[];
  rules: readonly string[];
  /** First token of the first marker (of the verb, where there is none). */
  at: number;
  subject: Subject | null;
  /** On whom an order is laid. */
  addressee: Addressee | null;
  act: Act | null;
  action: Range;
  deadline: DeadlineClaim | null;
  condition: Range | null;
  negated: boolean;
}

/** Whether a sentence may hold a candidate: a marker, a deadline or a condition stands in it. */
export const mayCommit = (tokens: View['tokens'], hits: readonly Hit[], deadlines: number): boolean =>
  hits.length > 0 || deadlines > 0 || tokens.some(mayLead);

const mayLead = numberByWord((word) => Number(CONDITION_OPENERS.has(word) || WE_DO.has(word)));

/** Who speaks of what is done by the speaker's side (`kami tutup`). */
const WE_DO = new Set(['kami', 'kita']);

/** The markers of a sentence, in order, none within another. */
export function markersIn(tokens: View['tokens']): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isFirst(tokens[at]!)) continue;
    const ordered = dutyDecided(tokens, at) ?? orderedByLetter(tokens, at);
    const hit = termMoved(tokens, at) ?? ordered ?? markerAt(tokens, at) ?? timeGivenTo(tokens, at);
    if (hit === null) continue;
    hits.push({ at, length: hit.length, form: hit.form, marker: hit.marker });
    at += hit.length - 1;
  }
  return hits;
}

/** What a marker begins with. */
const FIRST_WORDS: ReadonlySet<string> = new Set([
  ...MARKERS.flatMap(({ forms }) => forms.map((form) => form.split(' ')[0]!)),
  ...FIRST_GIVEN,
  ...FIRST_DECIDED,
]);
const isFirst = numberByWord((word) => Number(FIRST_WORDS.has(word)));

/** All candidates of a sentence with these markers, in order. Each verb gives at most one. */
export function candidatesIn(view: View, hits: readonly Hit[]): Candidate[] {
  const condition = conditionIn(view);
  const byVerb = new Map<number, Draft>();
  for (const hit of hits) {
    if (notAMarker(view, hit)) continue;
    const draft = draftOf(view, hit);
    if (draft === null) continue;
    if (hit.form === 'takkan') sayNever(draft, hit);
    // `akan meminta`: the order is itself the act of the promise before it. `akan diminta`: the duty takes it over.
    const pledged = byVerb.get(hit.at);
    if (pledged !== undefined && pledged.act?.verb === hit.at && pledged.hits[0]!.at < hit.at) {
      // `wajib menandatangani`, `meminta para pemenang lelang meneken kontrak`: signing is the duty.
      const { marker } = pledged.hits[0]!;
      if (hit.marker.type === 'agreement' && (marker.type === 'obligation' || marker.frame === 'order')) continue;
      // An order keeps its addressee: `meminta agar Dinas Pendidikan memberikan sanksi`.
      if (pledged.addressee !== null) {
        pledged.hits.push(hit);
        continue;
      }
      if (hit.marker.frame === 'order' || draft.act === null) continue;
      byVerb.delete(hit.at);
      draft.subject = pledged.subject ?? draft.subject;
      draft.hits.unshift(...pledged.hits);
      if (pledged.act.negated && draft.act) draft.act.negated = true;
    }
    const key = draft.act?.verb ?? draft.from;
    const known = byVerb.get(key) ?? termThatMoves(view, draft, byVerb);
    if (known === undefined) byVerb.set(key, draft);
    else merge(known, draft);
  }
  const found = [...byVerb.values()].map((draft) => finish(view, draft, condition));
  const all = withOwnActs(view, withConsequence(view, withDates(view, found, condition), condition));
  return withCarried(all.sort((a, b) => a.at - b.at));
}

/** `takkan` is `tidak akan` in one word. */
function sayNever(draft: Draft, hit: Hit): void {
  draft.hits = [{ ...hit, form: 'akan' }];
  if (draft.act !== null) draft.act.negated = true;
}

function draftOf(view: View, hit: Hit): Draft | null {
  if (hit.marker.frame === 'order') return orderDraft(view, hit);
  if (hit.marker.frame === 'noun') return nounDraft(view, hit);
  const after = hit.at + hit.length;
  const subject = subjectBefore(view, hit.at);
  const moved = hit.marker.rule === 'extend' ? dutyMoved(view, hit, subject) : null;
  if (moved !== null) return { hits: [hit], subject, ...moved };
  let act = isPlanOf(view, hit) ? null : actAfter(view, after);
  const isWith = hit.marker.type === 'agreement' && act !== null && TOGETHER.has(view.tokens[act.verb]!.lower);
  if (isWith) act = actAfter(view, linkAfter(view, act!.verb)) ?? act;
  // `Besok aturan ojek daring direvisi`: the word behind is what it is done to.
  if (hit.marker.rule === 'later' && act?.voice === 'other') {
    const verb = passiveBehind(view, act.verb);
    if (verb > 0) {
      act = { verb, voice: 'passive', agent: undefined, negated: precededByNo(view, verb) };
      return { hits: [hit], subject: subjectBefore(view, verb), addressee: null, act, from: act.verb };
    }
  }
  if (hit.marker.rule === 'time-given-passive') {
    const link = linkAfter(view, after);
    const before = link === after && subject !== null ? purposeBefore(view, subject.from) : null;
    if (before !== null) return { hits: [hit], subject, addressee: null, ...before };
    act = actAfter(view, link) ?? act;
  }
  // `ditagih Kementerian Perindustrian untuk melunasi`: who orders stands between.
  const ordered = ORDERED.has(hit.marker.rule) && act === null ? agentThenLink(view, after) : 0;
  if (ordered > 0) act = actAfter(view, ordered);
  if (SELF.has(hit.marker.rule) || (act === null && isVerbLike(hit.form))) {
    const verb = hit.at + hit.length - 1;
    const voice = /^di/.test(hit.form) ? 'passive' : MOVED_ITSELF.test(hit.form) ? 'other' : 'active';
    act = { verb, voice, agent: agentBefore(view, hit.at), negated: false };
  }
  if (act !== null && precededByNo(view, hit.at)) act.negated = true;
  const given = (hit.marker.rule === 'time-given-passive' || ordered > 0) && act !== null;
  const begin = isWith ? linkAfter(view, after) : after;
  const from = given ? act!.verb : act === null || act.verb < after ? hit.at : begin;
  return { hits: [hit], subject, addressee: null, act, from };
}

/** The passive verb of a clause whose subject begins at a token; -1 where it has none. */
function passiveBehind({ tokens, mentionAt }: View, from: number): number {
  for (let i = from + 1; i < tokens.length && i < from + VERB_REACH; i++) {
    if (STOPS.test(tokens[i]!.lower) || tokens[i]!.lower === 'yang') return -1;
    if (mentionAt[i] === undefined && isVerbLike(tokens[i]!.lower)) return /^di/.test(tokens[i]!.lower) ? i : -1;
  }
  return -1;
}

/** `Pengajuan izin direncanakan (perusahaan) pada Juni`: the subject is the deed, and who plans it, if anybody, stands behind. */
function isPlanOf({ tokens, mentionAt }: View, { at, length, form, marker }: Hit): boolean {
  if (!PLANNING.has(marker.rule) || !form.startsWith('di')) return false;
  const next = tokens[at + length];
  const agent = next?.lower ?? '';
  const isWhen = next === undefined || next.kind !== 'word' || AFTER_NAME.has(agent) || WHEN.test(agent);
  if (!isWhen && !isRegulated(agent) && !BODY.test(agent)) return false;
  // `dijadwalkan pada Senin (16/6) menghadiri sidang`, `direncanakan, kata Budi, dilakukan`: the verb stands behind the day.
  for (let i = at + length; i < tokens.length && i < at + VERB_REACH; i++) {
    if (STOPS.test(tokens[i]!.lower)) break;
    if (mentionAt[i] === undefined && isVerbLike(tokens[i]!.lower)) return false;
  }
  return true;
}
const PLANNING = new Set(['plan', 'target', 'schedule']);
const VERB_REACH = 14;
const STOPS = /^(?:[.;:?!"“”]|menurut|karena|setelah|sebab|sehingga|usai|agar|untuk)$/;

/**
 * `mengundurkan kewajiban penerbit memakai PIN hingga …`, `kewajiban PSE mendaftar ditunda`: what moves is the duty of
 * those who are named behind the word for it.
 */
function dutyMoved(
  view: View,
  { at, length }: Hit,
  subject: Subject | null,
): Pick<Draft, 'addressee' | 'act' | 'from'> | null {
  const { tokens } = view;
  let duty = at + length;
  while (duty < at + length + 3 && DUTY_OF.has(tokens[duty]?.lower ?? '')) duty++;
  if (tokens[duty]?.lower !== 'kewajiban') duty = subject?.head === 'kewajiban' ? subject.from : -1;
  const found = duty < 0 ? null : groupThenVerb(view, duty + 1);
  // What stands behind the mover is no part of the duty before it.
  return found === null || (duty < at && found.from > at) ? null : found;
}
const DUTY_OF = new Set('batas waktu tenggat masa penerapan pemberlakuan pelaksanaan'.split(' '));

/** Behind the link that follows a stretch of time: `diberi waktu tujuh hari untuk`. */
function linkAfter({ tokens }: View, at: number): number {
  for (let i = at; i < tokens.length && i < at + TERM; i++) if (TO_ACT.has(tokens[i]!.lower)) return i + 1;
  return at;
}

/** `Untuk melunasi denda itu, Google diberi waktu hingga …`: what for stands first, up to the comma before who is given it. */
function purposeBefore(view: View, who: number): Pick<Draft, 'act' | 'from' | 'to'> | null {
  const { tokens } = view;
  if (tokens[who - 1]?.lower !== ',') return null;
  const link = tokens[0]!.lower === 'adapun' || tokens[0]!.lower === 'sementara' ? 1 : 0;
  if (!PURPOSE.has(tokens[link]!.lower)) return null;
  const act = actAfter(view, link + 1);
  return act !== null && act.voice === 'active' ? { act, from: act.verb, to: who - 1 } : null;
}
const PURPOSE = new Set(['untuk', 'guna']);

/** Behind `sepakat`: with whom. */
const TOGETHER = new Set(['dengan', 'bersama']);

/** Verbs of a thing whose day moves. */
const MOVED_ITSELF = /^(?:bergeser|mundur|molor|mulur|maju|tertunda)/;

const ORDERED = new Set(['duty-passive', 'urged', 'ban']);

/** Behind the one who orders and the link: `(oleh) Kementerian Perindustrian untuk`; 0 where that is not what stands there. */
function agentThenLink({ tokens, mentionAt }: View, at: number): number {
  let i = at;
  if (tokens[i]?.lower === 'oleh') i++;
  const agent = mentionAt[i];
  if (agent === undefined) return 0;
  while (mentionAt[i] === agent) i++;
  if (TO_ACT.has(tokens[i]?.lower ?? '')) return i + 1;
  return isVerbLike(tokens[i]?.lower ?? '') ? i : 0;
}

/** Words that a stretch of time takes with its last day: `lima hari kerja, atau hingga Rabu (27/7/2022) pukul 23.59 WIB,`. */
const TERM = 24;

/** `Tenggat bagi Google untuk membayar denda dimundurkan menjadi 30 April`: what moves is the term of the act before it. */
function termThatMoves(
  { tokens }: View,
  { hits: [hit] }: Draft,
  byVerb: ReadonlyMap<number, Draft>,
): Draft | undefined {
  if (hit!.marker.rule !== 'extend' || hit!.form.startsWith('me')) return undefined;
  for (const draft of byVerb.values()) {
    const { at, marker } = draft.hits[0]!;
    if (marker.rule !== 'deadline-noun' || draft.addressee === null || at > hit!.at || at < hit!.at - 20) continue;
    const between = tokens.slice(at, hit!.at);
    if (!between.some(({ kind, lower }) => (kind === 'mark' ? lower !== '(' && lower !== ')' : PARTS.has(lower))))
      return draft;
  }
  return undefined;
}

/** Words between a term and a verb by which something else moves, or it does not. */
const PARTS = new Set(['yang', 'dan', 'sehingga', 'tidak', 'tak', 'belum', 'diminta']);

/** Rules whose forms are themselves the act. */
const SELF = new Set(['sanction', 'extend', 'effect', 'decide']);

function merge(known: Draft, other: Draft): void {
  known.hits.push(...other.hits);
  // An order's addressee outranks the subject found from a weaker marker of the same act.
  if (known.addressee === null && other.addressee !== null) {
    known.addressee = other.addressee;
    known.subject = other.subject ?? known.subject;
  }
  known.subject = known.subject ?? other.subject;
  if (other.act?.negated && known.act) known.act.negated = true;
}

function finish(view: View, draft: Draft, condition: Range | null): Candidate {
  const rules = distinct(draft.hits.map((hit) => hit.marker.rule));
  const chief = draft.hits.reduce((best, hit) => (rank(hit) < rank(best) ? hit : best));
  const at = draft.hits[0]!.at;
  const verb = Math.max(draft.from, draft.act?.verb ?? draft.from);
  const inset = insetEnd(view, at, verb);
  const to = Math.min(endOfAct(view, verb), inset, draft.to ?? inset);
  const action: Range = { from: draft.from, to: Math.max(to, draft.from + 1) };
  const outside = condition !== null && condition.from <= at && condition.to > at ? null : condition;
  const last = view.tokens[inset]?.start ?? view.end;
  const own = inset < view.tokens.length ? { ...view, deadlines: view.deadlines.filter((d) => d.start < last) } : view;
  const deadline = deadlineOf(own, clauseFrom(draft.subject, at), at, action);
  return {
    view,
    rule: chief.marker.rule,
    type: typeOf(view, draft, chief.marker, rules, outside),
    modality: draft.hits.some((hit) => hit.marker.modality === 'target') ? 'target' : 'firm',
    forms: draft.hits.map((hit) => hit.form),
    rules,
    at,
    subject: draft.subject,
    addressee: draft.addressee,
    act: draft.act,
    action,
    deadline,
    condition: outside,
    negated: isDenied(view, draft.act, deadline) || saysWillNot(view, draft, action),
  };
}

/** `berjanji RCTI tidak akan menampilkan lagi …`: what is promised is a clause with a subject of its own, and its verb is denied. */
function saysWillNot({ tokens }: View, { hits }: Draft, { from, to }: Range): boolean {
  const { at, marker } = hits[0]!;
  if (marker.rule !== 'promise') return false;
  for (let i = from; i < Math.min(to - 1, from + OWN_SUBJECT); i++) {
    const { kind, lower } = tokens[i]!;
    if (kind === 'mark' || lower === 'yang' || (i > at && isVerbLike(lower))) return false;
    if (lower === 'takkan' || (NEGATORS.has(lower) && WILL.has(tokens[i + 1]!.lower))) return true;
  }
  return false;
}
/** Tokens of a marker and the subject behind it. */
const OWN_SUBJECT = 8;
const WILL = new Set(['akan', 'bakal', 'lagi', 'pernah']);

/** Each of the names once, in order; nearly always there is one. */
const distinct = (names: string[]): string[] => (names.length > 1 ? [...new Set(names)] : names);

const rank = (hit: Hit): number => RULE_ORDER.indexOf(hit.marker.rule);
