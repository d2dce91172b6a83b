/** What one sentence reports. */
import { behindDateline } from '../../read/dateline.ts';
import type { OutcomeKind } from '../types.ts';
import { type FoundAct, findActs, mayBeAct } from '../words/acts.ts';
import { formOf, isVerbForm } from '../words/verbs.ts';
import { isStopWord, namesIn, type Term, terms, wordsOf } from '../words/words.ts';
import { brokenIn } from './broken.ts';
import { claimIn, isClaimTurned } from './claims.ts';
import { BEFORE, BEGUN, before, completion, isInPart, isUnderWay, TOLD_PLAINLY } from './completion.ts';
import * as cue from './cues.data.ts';
import * as denial from './denials.data.ts';
import { deniedIn } from './denied.ts';
import { receivedIn } from './received.ts';
import { calledOffIn, isWithdrawn, STOPS, standInFor, takenBackIn } from './withdrawn.ts';

/** Reports read in one sentence, at most. */
const MOST = 4;

/** Rule of what somebody claims to be done, where the sentence also says that it is contradicted. */
export const CLAIMED = 'claimed';

/** The rule of what is told to be taken back by whoever stands in front. */
export const TAKEN_BACK_BY = 'taken-back';

/** An act that a sentence reports, and by which rule. */
export interface Found {
  kind: OutcomeKind | 'dated';
  act: string;
  rule: string;
  confidence: number;
  /** Where in the sentence those are named who did it, where others are named too. */
  by?: { start: number; end: number };
}

/** What is known of a sentence beside its words. */
export interface Place {
  /** It stands at the top, where plain verbs tell the news. */
  isLead?: boolean;
  /** The headline, which names what a denial leaves unsaid. */
  title?: string;
  /** The sentences behind it and before. */
  next?: string;
  previous?: string;
}

/** Rule of what a verb with a pronoun for its object tells to be done: the same as with the noun (`merampungkan pembangunan`). */
export const DONE_TO_IT = 'completed-noun';

/** The word at which a sentence says that what was named is done (`sudah menuntaskannya`); 0 where it does not. */
function pronounDone(all: readonly Term[], lower: string): number {
  const at = all.findIndex(({ word }) => TO_IT.test(word));
  if (at < 1) return 0;
  const own = all.slice(Math.max(0, at - BEFORE), at).map(({ word }) => word);
  if (own.some((word) => cue.NOT_DONE.has(word) && !cue.TIME_ONLY.has(word))) return 0;
  return own.some((word) => cue.DONE_BEFORE.has(word)) || cue.HAS_DAY.test(lower) ? at : 0;
}
const TO_IT =
  /^(?:menuntaskan|merampungkan|menyelesaikan|mewujudkan|memenuhi|menepati|melunasi|melaksanakan|melakukan|merealisasikan|mengerjakan)nya$/;

const MOST_NAMED = 3;

/** The acts that a sentence names. */
function actsNamedIn(sentence: string): FoundAct[] {
  const text = behindDateline(sentence);
  const all = terms(text);
  const acts = findActs(all);
  return [...acts, ...unclassed(all, acts, namesIn(text))];
}

/** What one sentence reports, a line for each act. */
export function reportsOf(
  sentence: string,
  { isLead = false, title = '', next = '', previous = '' }: Place = {},
): Found[] {
  const lower = sentence.toLowerCase();
  if (cue.NOT_A_REPORT.some((p) => p.test(lower))) return [];
  const all = terms(sentence);
  const acts = findActs(all);
  const found: Found[] = [];
  const add = (kind: OutcomeKind, of: FoundAct[], rule: string, confidence: number, by?: Found['by']): void => {
    for (const act of new Set(of.map((a) => a.act))) {
      const isKnown = found.some((f) => f.kind === kind && f.act === act);
      if (!isKnown && found.length < MOST) found.push({ kind, act, rule, confidence, ...(by ? { by } : {}) });
    }
  };
  const every = [...acts, ...unclassed(all, acts, namesIn(sentence))];
  for (const { of, rule, confidence } of brokenIn(all, every, lower)) add('broken', of, rule, confidence);
  if (denial.CONTESTED.some((p) => p.test(lower)) || isClaimTurned(lower)) {
    if (denial.DENIES_NOT.test(lower)) return found;
    const own = denial.DENIES_ELSE.test(lower) ? acts : [...acts, ...findActs(title)];
    add('contested', own.length > 0 ? own : every, 'denial', 0.6);
    // `X menyatakan gerai telah ditutup, tetapi warga membantahnya`: both are told.
    const until = wordsOf(claimIn(lower)).length;
    const claimed = every.filter(
      (a) =>
        a.verb < until &&
        all.slice(0, a.verb).some((t) => cue.DONE_BEFORE.has(t.word) || denial.CLAIMED_DONE.test(t.word)),
    );
    add('fulfilled', claimed.slice(0, 1), CLAIMED, 0.5);
    return found;
  }
  for (const { act, pattern, unless } of cue.DONE_PATTERNS) {
    if (pattern.test(lower) && !unless.test(lower))
      found.push({ kind: 'fulfilled', act, rule: 'done-phrase', confidence: 0.8 });
  }
  // `tidak memenuhi ekuitas minimum`: of a demand alone is told that it is not, or is, fulfilled.
  if (!every.some((a) => a.verb !== a.object || !a.act.startsWith('~'))) every.push(...demands(all));
  if (cue.NONE_LEFT.test(lower)) {
    add('fulfilled', every, 'none-left', 0.7);
    return found;
  }
  const missed = cue.MISSED.some((p) => p.test(lower))
    ? [...every, ...demands(all)].filter((a) => isUndone(all, a))
    : [];
  add('missed', missed, 'deadline-and-undone', 0.7);
  const { unmet, punished } = behindReason(all, every, lower);
  add('missed', unmet, 'reason-of-sanction', 0.7);
  add('fulfilled', punished, 'punished-for', 0.65);
  if (cue.FOUND_STILL.test(lower))
    add(
      'missed',
      every.filter((a) => all[a.verb - 1]?.word === 'masih'),
      'found-still',
      0.6,
    );
  const denied = deniedIn(all, every);
  const refused = [...every.filter((a) => before(all, a, 4).some((w) => cue.REFUSED.has(w))), ...denied.refused];
  add('refused', refused, 'refusal-verb', 0.7);
  const isOffThen = cue.OFF_THEN.test(lower);
  const takenBack = isOffThen ? null : takenBackIn(all, lower);
  const off = isOffThen ? [] : every.filter((a) => isWithdrawn(all, a) || takenBack?.words.includes(a.verb));
  // `membatalkan rencana menghentikan penjualan token`: to stop it, and not the sale.
  const stop = off.find((a) => STOPS.has(all[a.verb]!.word))?.verb ?? all.length;
  const withdrawn = off.filter((a) => a.verb <= stop || isVerbForm(all[a.verb]!.word));
  if (takenBack && takenBack.words.length > 0 && withdrawn.length === 0)
    withdrawn.push(...standInFor(all, takenBack.words));
  const ours = isOffThen ? null : calledOffIn(all);
  if (ours && withdrawn.length === 0) withdrawn.push(...standInFor(all, [ours.verb, ...ours.words]));
  if (!isOffThen) withdrawn.push(...denied.withdrawn.filter((a) => !withdrawn.includes(a)));
  const taker = takenBack?.by;
  add('withdrawn', withdrawn, taker ? TAKEN_BACK_BY : 'withdrawal-verb', 0.7, taker);
  // `mencabut seruan mogok`: that something is taken back is told, and no deed beside it.
  const isTaking = (a: FoundAct): boolean => takenBack?.isOwn === true && TAKING.has(all[a.verb]!.word);
  const told = [...missed, ...refused, ...withdrawn];
  const done = every.filter(
    (a) =>
      !told.includes(a) &&
      !isTaking(a) &&
      a.verb !== ours?.verb &&
      !hasRunOut(all, a) &&
      !isTimeGiven(all, a) &&
      !cue.PLANNED.has(all[a.verb]!.word),
  );
  const completions = done.flatMap((a) => {
    const how = completion(all, a, lower, isLead);
    // `panduan yang dijanjikan terbit bulan lalu belum juga keluar`: nothing told plainly there is done.
    if (how && TOLD_PLAINLY.has(how.rule) && (cue.STILL_OUT.test(lower) || cue.MOVES_DAY.test(lower))) return [];
    const isFor = how?.rule === 'met-demand' && a.act.startsWith('~');
    return how && !isFor ? [{ act: a, ...how }] : [];
  });
  // `X sudah menuntaskannya`: what the clause or the sentence before named.
  if (completions.length === 0 && found.length === 0) {
    const own = every.filter((a) => a.verb < pronounDone(all, lower));
    const named = own.length > 0 || pronounDone(all, lower) === 0 ? own : actsNamedIn(previous);
    add('fulfilled', named.slice(0, MOST_NAMED), DONE_TO_IT, 0.6);
  }
  const isPart = isInPart(lower, next.toLowerCase(), previous.toLowerCase());
  // `mencabut ketentuan yang menghambat Telkom meluncurkan satelit`: that is done, and nothing that was promised.
  if (completions.length > 0 && !isUnderWay(lower) && !cue.OBSTACLE_GONE.test(lower)) {
    const kind = isPart ? 'partly' : 'fulfilled';
    // In `pemindahan sistem pembayaran tuntas` the first noun is what was completed; the others belong to it.
    const noun = completions.find((c) => NOUN_RULES.has(c.rule));
    for (const completed of completions) {
      if (NOUN_RULES.has(completed.rule) && completed !== noun) continue;
      add(kind, [completed.act], completed.rule, completed.confidence);
      if (denial.DENIED_BEHIND.test(next.toLowerCase())) add('contested', [completed.act], 'denied-behind', 0.6);
    }
  }
  const received = found.length < MOST ? receivedIn(all, sentence) : null;
  // One report a sentence, kind and act: who is named decides otherwise.
  const isTold = found.some(({ act }) => act === received?.act);
  const how = received && !isTold && !isUnderWay(lower) ? completion(all, received, lower, isLead) : null;
  if (received && how)
    found.push({
      kind: isPart ? 'partly' : 'fulfilled',
      act: received.act,
      ...how,
      rule: 'received',
      by: received.giver,
    });
  return found;
}

/** Verbs by which something is taken back. */
const TAKING = new Set(['mencabut', 'membatalkan', 'menganulir', 'menarik', 'meniadakan', 'mengurungkan']);

/** Acts by verbs and nouns that no class knows (`telah mencairkan`), as {@link actOf} calls them. */
export function unclassed(all: readonly Term[], known: readonly FoundAct[], names: ReadonlySet<number>): FoundAct[] {
  return all.flatMap((t) => {
    if (known.some((a) => a.verb === t.at) || cue.FULFILLING.test(t.word) || names.has(t.at)) return [];
    // Begun is done where it was to begin: `telah memulai uji coba`, `uji coba telah dimulai`.
    const begun = BEGUN.has(t.word) ? begunBy(all, t) : t;
    if (!begun || (begun === t && !mayBeAct(t) && !isRunning(all, t))) return [];
    // `menarik kembali permintaannya`: what is taken back is told of, and no deed of its own.
    if (begun === t && /^(?:menarik|ditarik)$/.test(t.word) && all[t.at + 1]?.word === 'kembali') return [];
    // `langkah itu diambil karena …`: which one, the sentence before tells.
    if (
      /^(?:diambil|ditempuh)$/.test(t.word) &&
      all.slice(Math.max(0, t.at - 2), t.at).some((b) => MEASURES.has(b.word))
    )
      return [];
    return [{ act: `~${begun.stem}`, verb: t.at, object: t.at }];
  });
}

/** `program itu sudah berjalan`: what was to be run runs. Without the mark it says how something goes. */
const isRunning = (all: readonly Term[], { word, at }: Term): boolean =>
  word === 'berjalan' && cue.DONE_BEFORE.has(all[at - 1]?.word ?? '');

const MEASURES = new Set(['langkah', 'tindakan', 'keputusan', 'kebijakan', 'jalan', 'opsi']);

/** Only a time has run out. */
const hasRunOut = (all: readonly Term[], act: FoundAct): boolean =>
  cue.RAN_OUT.has(all[act.verb]!.word) &&
  (before(all, act, BEFORE).some((w) => cue.TIME_ITSELF.has(w)) ||
    before(all, act, 3).some((w) => cue.CALENDAR.has(w)));

/** `tambahan waktu yang diberikan`: time was given, and nothing was done. */
const isTimeGiven = (all: readonly Term[], act: FoundAct): boolean =>
  GIVEN.has(all[act.verb]!.word) &&
  [...before(all, act, 3), ...all.slice(act.verb + 1, act.verb + 4).map(({ word }) => word)].some(
    (w, i, near) => TIME_GIVEN.has(w) && !IN_TIME.has(near[i - 1] ?? ''),
  );
/** `memberikan pesangon sesuai tenggat`, `tepat waktu`. */
const IN_TIME = new Set(['sesuai', 'sebelum', 'dalam', 'melewati', 'tepat', 'lewat', 'setelah']);
const GIVEN = new Set(['memberi', 'memberikan', 'diberi', 'diberikan', 'beri']);
const TIME_GIVEN = new Set(['waktu', 'tempo', 'tenggat', 'kelonggaran', 'dispensasi', 'perpanjangan']);

const demands = (all: readonly Term[]): FoundAct[] =>
  all
    .filter((t) => cue.FULFILLING.test(t.word) && formOf(t.word) !== 'bare')
    .map((t) => ({ act: `~${t.stem}`, verb: t.at, object: t.at }));

/** Words before `dimulai` in which its subject begins. */
const SUBJECT = 8;

function begunBy(all: readonly Term[], { word, at }: Term): Term | undefined {
  const where = word === 'memulai' ? all.slice(at + 1, at + 4) : all.slice(Math.max(0, at - SUBJECT), at);
  return where.find((t) => !isStopWord(t.word) && t.word.length > 2);
}

const NOUN_RULES = new Set(['noun-and-completion', 'completed-noun', 'noun-with-day']);

function isUndone(all: readonly Term[], act: FoundAct): boolean {
  return before(all, act, 6).some((w) => cue.UNDONE.has(w));
}

/** Acts that an authority blocks, closes or fines for. */
const PUNISHING = new Set(['block', 'freeze-permit', 'stop-service', 'sanction', 'close', 'warn', 'account-off']);

/** What was left undone, by the reason given for a punishment (`memutus akses …, karena denda tidak dibayar`), and the punishment. */
function behindReason(
  all: readonly Term[],
  acts: readonly FoundAct[],
  lower: string,
): { unmet: FoundAct[]; punished: FoundAct[] } {
  const reason = cue.BECAUSE.exec(lower);
  if (!reason) return { unmet: [], punished: [] };
  const from = wordsOf(lower.slice(0, lower.length - reason[1]!.length)).length;
  const isTaken = cue.MEASURE_TAKEN.test(lower.slice(0, lower.length - reason[1]!.length));
  const punished = acts.filter(
    (a) => a.verb < from && PUNISHING.has(a.act) && !before(all, a, BEFORE).some((w) => cue.NOT_DONE.has(w)),
  );
  const unmet = isTaken || punished.length > 0 ? acts.filter((a) => a.verb >= from && isUndone(all, a)) : [];
  // A noun may be that of a plan; what was left undone is why.
  const isTold = (a: FoundAct): boolean => unmet.length > 0 && isVerbForm(all[a.verb]!.word);
  return { unmet, punished: punished.filter(isTold) };
}
