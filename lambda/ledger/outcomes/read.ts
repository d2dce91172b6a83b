import { segment } from '../../extract/text/segment.ts';
import type { Span } from '../../extract/types.ts';
import { ANCHOR } from '../model/features.ts';
import { contentId } from '../model/ids.ts';
import { speaksOfDigital } from '../scope.ts';
import type { LedgerArticle, Report } from '../types.ts';
import { type FoundAct, findActs, isWide, mayBeAct } from '../words/acts.ts';
import { formOf } from '../words/verbs.ts';
import { contentOf, isStopWord, namesIn, type Term, terms, wordsOf } from '../words/words.ts';
import { datesAnEvent } from './anchors.ts';
import { articleRef } from './article-ref.ts';
import * as cue from './cues.data.ts';
import { type Directory, directoryOf } from './directory.ts';
import { hasDay, occurredIn, onlyAhead } from './occurred.ts';
import { isTold } from './told.ts';

/** Sentences longer than this are tables or lists glued together. */
const LONGEST = 900;
/** Sentences at the top of an article that tell its news. */
const LEAD = 3;
/** Words before a verb in which its modals stand. */
const BEFORE = 7;
/** Words before a verb in which a condition that it hangs on stands. */
const CONDITION_BEFORE = 10;
/** Words after a noun of an act in which its completion stands. */
const AFTER = 14;

/** How reports are read. */
export interface ReadOptions {
  /**
   * With what only a pile that is compared whole can make use of: verbs so wide that words alone can tell what they
   * speak of, and the words of the sentence before. The growing ledger would keep them for nothing.
   */
  forPile?: boolean;
}

/**
 * What an article reports to have been done, partly done, refused, missed, broken, taken back or denied: one report a
 * sentence and kind. Sentences that state commitments are left out. Pure; never throws; linear in the text.
 */
export function readReports(
  article: LedgerArticle,
  recordedAt: string,
  { forPile = false }: ReadOptions = {},
): Report[] {
  const doc = segment(article.text);
  // Most articles report nothing that is followed here: who they name is found only when it matters.
  let known: Directory | null = null;
  const directory = (): Directory => (known ??= directoryOf(article, doc));
  let digital: boolean | null = null;
  const isDigital = (): boolean => (digital ??= speaksOfDigital(`${article.title}. ${article.text}`));
  const promises = article.extraction.commitments.filter((c) => !isTold(article, c)).map((c) => c.sentence);
  const reports: Report[] = [];
  doc.sentences.forEach((sentence, index) => {
    if (sentence.end - sentence.start > LONGEST) return;
    const text = article.text.slice(sentence.start, sentence.end);
    const isPromise = promises.some((p) => p.start < sentence.end && p.end > sentence.start);
    const all = reportsOf(text, { isLead: index < LEAD, title: article.title });
    const isAhead = onlyAhead(article, sentence);
    const dated = datesAnEvent(text) && hasDay(article, sentence) ? [DATED] : [];
    const told = (isPromise ? all.filter((f) => isOutright(f, text)) : all).filter(
      (f) => (!isAhead || !TOLD_PLAINLY.has(f.rule)) && (forPile || f.rule !== 'wide-verb-with-day'),
    );
    const found = [...dated, ...told];
    const { parties, named } = found.length > 0 ? partiesFor(directory(), sentence, index, doc.sentences) : NOBODY;
    const previous = doc.sentences[index - 1];
    const near =
      forPile && previous && found.length > 0 ? contentOf(article.text.slice(previous.start, previous.end)) : [];
    const isKept = parties.some(isListed) || (parties.length > 0 && isDigital());
    for (const { kind, act, rule, confidence } of isKept ? found : []) {
      reports.push({
        id: contentId('report', article.key, wordsOf(text).join(' '), kind, act),
        article: articleRef(article),
        kind,
        span: { start: sentence.start, end: sentence.end },
        quote: text,
        parties,
        named,
        act,
        words: contentOf(text),
        ...(forPile ? { near } : {}),
        occurred: occurredIn(article, sentence, index),
        rule,
        confidence,
        recordedAt,
      });
    }
  });
  return reports;
}

/** When an event was; all such reports of a party stand in one block. */
const DATED: Found = { kind: 'dated', act: ANCHOR, rule: 'dated-event', confidence: 0.7 };

/** Ways of telling that a day still ahead makes a plan. */
const TOLD_PLAINLY = new Set(['plain-verb-with-day', 'plain-verb-in-lead', 'wide-verb-with-day', 'since-day']);
/** Reports read in one sentence, at most. */
const MOST = 4;

/** A sentence that promises reports nothing, unless it says outright what was called off, or done on a day gone by. */
function isOutright(found: Found, sentence: string): boolean {
  if (found.kind === 'withdrawn') return true;
  if (found.kind === 'missed') return cue.MISSED[0]!.test(sentence.toLowerCase());
  return found.rule === 'done-marker' && cue.HAS_DAY.test(sentence.toLowerCase());
}

interface Found {
  kind: Report['kind'];
  act: string;
  rule: string;
  confidence: number;
}

/** What is known of a sentence beside its words. */
export interface Place {
  /** It stands at the top, where plain verbs tell the news. */
  isLead?: boolean;
  /** The headline, which names what a denial leaves unsaid. */
  title?: string;
}

/** What one sentence reports, a line for each act. */
export function reportsOf(sentence: string, { isLead = false, title = '' }: Place = {}): Found[] {
  const lower = sentence.toLowerCase();
  if (cue.NOT_A_REPORT.some((p) => p.test(lower))) return [];
  const all = terms(sentence);
  const acts = findActs(all);
  const found: Found[] = [];
  const add = (kind: Report['kind'], of: FoundAct[], rule: string, confidence: number): void => {
    for (const act of new Set(of.map((a) => a.act))) {
      const isKnown = found.some((f) => f.kind === kind && f.act === act);
      if (!isKnown && found.length < MOST) found.push({ kind, act, rule, confidence });
    }
  };
  if (cue.BROKEN.some((p) => p.test(lower))) add('broken', acts, 'breach-verb', 0.7);
  if (cue.CONTESTED.some((p) => p.test(lower))) {
    if (cue.DENIES_NOT.test(lower)) return found;
    add('contested', [...acts, ...findActs(title)], 'denial', 0.6);
    return found;
  }
  for (const { act, pattern, unless } of cue.DONE_PATTERNS) {
    if (pattern.test(lower) && !unless.test(lower))
      found.push({ kind: 'fulfilled', act, rule: 'done-phrase', confidence: 0.8 });
  }
  const every = [...acts, ...unclassed(all, acts, namesIn(sentence))];
  // `tidak memenuhi ekuitas minimum`: of a demand alone is told that it is not, or is, fulfilled.
  if (!every.some((a) => a.verb !== a.object || !a.act.startsWith('~'))) every.push(...demands(all));
  const missed = cue.MISSED.some((p) => p.test(lower))
    ? [...every, ...demands(all)].filter((a) => isUndone(all, a))
    : [];
  add('missed', missed, 'deadline-and-undone', 0.7);
  add('missed', unmetBehind(all, every, lower), 'reason-of-sanction', 0.7);
  const refused = every.filter((a) => before(all, a, 4).some((w) => cue.REFUSED.has(w)));
  add('refused', refused, 'refusal-verb', 0.7);
  const withdrawn = every.filter((a) => isWithdrawn(all, a));
  add('withdrawn', withdrawn, 'withdrawal-verb', 0.7);
  const done = every.filter((a) => !missed.includes(a) && !refused.includes(a) && !withdrawn.includes(a));
  const completions = done.flatMap((a) => {
    const how = completion(all, a, lower, isLead);
    const isFor = how?.rule === 'met-demand' && a.act.startsWith('~');
    return how && !isFor ? [{ act: a, ...how }] : [];
  });
  if (completions.length > 0 && !isUnderWay(lower)) {
    const kind = cue.PARTLY.some((p) => p.test(lower)) ? 'partly' : 'fulfilled';
    // In `pemindahan sistem pembayaran tuntas` the first noun is what was completed; the others belong to it.
    const noun = completions.find((c) => NOUN_RULES.has(c.rule));
    for (const completed of completions) {
      if (NOUN_RULES.has(completed.rule) && completed !== noun) continue;
      add(kind, [completed.act], completed.rule, completed.confidence);
    }
  }
  return found;
}

/** Acts by verbs and nouns that no class knows (`telah mencairkan`), as {@link actOf} calls them. */
function unclassed(all: readonly Term[], known: readonly FoundAct[], names: ReadonlySet<number>): FoundAct[] {
  return all.flatMap((t) => {
    if (known.some((a) => a.verb === t.at) || cue.FULFILLING.test(t.word) || names.has(t.at)) return [];
    // Begun is done where it was to begin: `telah memulai uji coba`, `uji coba telah dimulai`.
    const begun = BEGUN.has(t.word) ? begunBy(all, t) : t;
    if (!begun || (begun === t && !mayBeAct(t))) return [];
    return [{ act: `~${begun.stem}`, verb: t.at, object: t.at }];
  });
}

const demands = (all: readonly Term[]): FoundAct[] =>
  all
    .filter((t) => cue.FULFILLING.test(t.word) && formOf(t.word) !== 'bare')
    .map((t) => ({ act: `~${t.stem}`, verb: t.at, object: t.at }));

const BEGUN = new Set(['memulai', 'dimulai']);
/** Words before `dimulai` in which its subject begins. */
const SUBJECT = 8;

function begunBy(all: readonly Term[], { word, at }: Term): Term | undefined {
  const where = word === 'memulai' ? all.slice(at + 1, at + 4) : all.slice(Math.max(0, at - SUBJECT), at);
  return where.find((t) => !isStopWord(t.word) && t.word.length > 2);
}

const NOUN_RULES = new Set(['noun-and-completion', 'completed-noun']);

/** Words before an act's verb, nearest last. */
function before(all: readonly Term[], { verb }: FoundAct, reach: number): string[] {
  return all.slice(Math.max(0, verb - reach), verb).map((t) => t.word);
}

function isUndone(all: readonly Term[], act: FoundAct): boolean {
  return before(all, act, 6).some((w) => cue.UNDONE.has(w));
}

/** Acts that an authority blocks, closes or fines for. */
const PUNISHING = new Set(['block', 'freeze-permit', 'stop-service', 'sanction', 'close', 'warn', 'account-off']);

/** What was left undone, by the reason given for a punishment: `memutus akses …, karena denda tidak dibayar`. */
function unmetBehind(all: readonly Term[], acts: readonly FoundAct[], lower: string): FoundAct[] {
  const reason = cue.BECAUSE.exec(lower);
  if (!reason) return [];
  const from = wordsOf(lower.slice(0, lower.length - reason[1]!.length)).length;
  const isPunished = acts.some(
    (a) => a.verb < from && PUNISHING.has(a.act) && !before(all, a, BEFORE).some((w) => cue.NOT_DONE.has(w)),
  );
  return isPunished ? acts.filter((a) => a.verb >= from && isUndone(all, a)) : [];
}

function isWithdrawn(all: readonly Term[], act: FoundAct): boolean {
  const own = before(all, act, 4);
  // `tidak jadi mengajukan`, and of a noun `kenaikan tarif … dibatalkan`.
  if (own.some((w, i) => w === 'jadi' && /^(?:tidak|tak|batal|urung)$/.test(own[i - 1] ?? ''))) return true;
  if (formOf(all[act.verb]!.word) === 'noun' && isCalledOff(all, act)) return true;
  // `Rencana menilang pelanggar dibatalkan`: what was planned, where the plan heads the clause.
  const isPlan = own.slice(-3).some((w) => cue.WITHDRAWABLE.has(w)) && !own.includes('yang');
  if (isPlan && isCalledOff(all, act) && !hasVerbBefore(all, act)) return true;
  const hit = own.findIndex((w) => cue.WITHDRAWN.has(w));
  if (hit < 0) return false;
  if (['batal', 'urung', 'mengurungkan', 'membatalkan', 'dibatalkan'].includes(own[hit]!)) return true;
  return own.slice(hit).some((w) => cue.WITHDRAWABLE.has(w));
}

/** Words after a noun of an act in which it is said to be off. */
const OFF_AFTER = 9;
const CALLED_OFF = new Set(['dibatalkan', 'batal', 'urung']);

/** Another verb stands between an act and what calls it off (`membuat kontrak … dibatalkan`). */
function hasVerbBefore(all: readonly Term[], { verb }: FoundAct): boolean {
  const after = all.slice(verb + 1, verb + 1 + OFF_AFTER);
  const off = after.findIndex((t) => CALLED_OFF.has(t.word));
  return after
    .slice(0, off)
    .some((t, i) => ['active', 'passive'].includes(formOf(t.word)) && after[i - 1]?.word !== 'yang');
}

function isCalledOff(all: readonly Term[], { verb }: FoundAct): boolean {
  const after = all.slice(verb + 1, verb + 1 + OFF_AFTER).map((t) => t.word);
  const off = after.findIndex((w) => CALLED_OFF.has(w));
  return off >= 0 && !after.slice(0, off).some((w) => cue.NOT_DONE.has(w) && !CALLED_OFF.has(w) && w !== 'untuk');
}

type Completion = Pick<Found, 'rule' | 'confidence'>;

/** How the sentence says that the act is done; null where it does not. */
function completion(all: readonly Term[], act: FoundAct, lower: string, isLead: boolean): Completion | null {
  const form = formOf(all[act.verb]!.word);
  const own = before(all, act, BEFORE);
  // `jika fitur itu sudah beroperasi`: nothing is told of whether it is.
  if (before(all, act, CONDITION_BEFORE).some((w) => cue.CONDITION.has(w))) return null;
  const fulfilling = own.findIndex((w) => cue.FULFILLING.test(w));
  if (fulfilling >= 0) {
    // `telah memenuhi permintaan … untuk menghapus`: the marks that count are those of `memenuhi`.
    const marks = all
      .slice(Math.max(0, act.verb - own.length + fulfilling - 4), act.verb - own.length + fulfilling)
      .map((t) => t.word);
    if (marks.some((w) => cue.NOT_DONE.has(w))) return null;
    if (marks.some((w) => cue.DONE_BEFORE.has(w)) || isLead || cue.HAS_DAY.test(lower)) {
      return { rule: 'met-demand', confidence: 0.85 };
    }
  }
  if (form === 'noun' && !own.slice(-2).some((w) => cue.LIGHT.has(w))) return nounDone(all, act, own);
  // A noun without affixes (`audit … telah selesai`) looks like any bare word.
  const asNoun = form === 'bare' && act.verb === act.object ? nounDone(all, act, own) : null;
  if (asNoun) return asNoun;
  // `mulai beroperasi` is done; `mulai 1 Juli … beroperasi` only says when.
  const modal = lastIndex(
    own,
    (w, i) =>
      cue.NOT_DONE.has(w) &&
      !cue.TIME_ONLY.has(w) &&
      !(w === 'mulai' && i === own.length - 1) &&
      !(cue.ABLE.has(w) && own.slice(Math.max(0, i - 2), i).some((before) => cue.DONE_BEFORE.has(before))),
  );
  const done = lastIndex(own, (w) => cue.DONE_BEFORE.has(w));
  if (cue.SINCE.test(lower) && holdsSince(all, act, own)) return { rule: 'since-day', confidence: 0.75 };
  if (modal > done) return null;
  if (done >= 0 && own.length - done <= 5 && !isOfOtherVerb(own, done))
    return { rule: 'done-marker', confidence: 0.85 };
  if (all.slice(act.verb + 1, act.verb + 6).some((t) => cue.DONE_AFTER.has(t.word)))
    return { rule: 'done-after', confidence: 0.75 };
  if (modal >= 0) return null;
  if (form === 'bare') return null;
  if (isWide(act.act)) return cue.HAS_DAY.test(lower) ? { rule: 'wide-verb-with-day', confidence: 0.5 } : null;
  // News tells what happened in plain verbs: with a day of the past, or at the top.
  if (cue.HAS_DAY.test(lower)) return { rule: 'plain-verb-with-day', confidence: 0.65 };
  return isLead && own.length > 0 ? { rule: 'plain-verb-in-lead', confidence: 0.55 } : null;
}

/** The mark belongs to a verb that stands nearer to it: `telah menutup fitur pengecekan` checks nothing. */
const isOfOtherVerb = (own: readonly string[], done: number): boolean =>
  own
    .slice(done + 1)
    .some((word) => ['active', 'passive'].includes(formOf(word)) && !cue.LIGHT.has(word) && !BEGUN.has(word));

/** Words between an act and the `sejak` of its day. */
const SINCE_REACH = 6;

/** An act that holds since a day: the `sejak` belongs to it, and nothing says that it is not, or not yet, or being prepared. */
function holdsSince(all: readonly Term[], { verb, act }: FoundAct, own: readonly string[]): boolean {
  const after = all.slice(verb + 1, verb + 1 + SINCE_REACH).map((t) => t.word);
  const since = after.indexOf('sejak');
  const between = since < 0 ? [] : after.slice(0, since);
  if (since < 0 && all[0]?.word !== 'sejak') return false;
  // A noun holds nothing (`penjual`), and a verb in between has the `sejak` for itself.
  const { word } = all[verb]!;
  if (formOf(word) === 'bare' && !word.startsWith('ter')) return false;
  if (between.some((w) => ['active', 'passive'].includes(formOf(w)))) return false;
  if (between.includes('yang') || act === 'write') return false;
  const words = [...own, ...between];
  if (words.some((w) => cue.PREPARING.has(w)) || cue.PREPARING.has(all[verb]!.word)) return false;
  return !words.some((w) => cue.NOT_DONE.has(w) && !cue.TIME_ONLY.has(w) && !cue.ABLE.has(w));
}

function nounDone(all: readonly Term[], act: FoundAct, own: string[]): Completion | null {
  const after = all.slice(act.verb + 1, act.verb + 1 + AFTER).map((t) => t.word);
  const done = after.findIndex(
    (w, i) => cue.DONE_AFTER.has(w) || (cue.DONE_AFTER_MARKED.has(w) && cue.DONE_BEFORE.has(after[i - 1] ?? '')),
  );
  if (done < 0) {
    const rampung = own
      .slice(-3)
      .some((w) => /^(?:merampungkan|menuntaskan|menyelesaikan|rampungnya|tuntasnya|selesainya)$/.test(w));
    const modal = own.some((w) => cue.NOT_DONE.has(w));
    return rampung && !modal ? { rule: 'completed-noun', confidence: 0.8 } : null;
  }
  const between = after.slice(0, done);
  if (between.some((w) => cue.NOT_DONE.has(w) && w !== 'proses' && w !== 'untuk')) return null;
  return { rule: 'noun-and-completion', confidence: between.some((w) => cue.DONE_BEFORE.has(w)) ? 0.9 : 0.75 };
}

/** `sudah 87 persen` is progress, `100 persen` is all of it; `telah memungut PPN 10 persen` is neither. */
function isUnderWay(lower: string): boolean {
  const shares = [...lower.matchAll(cue.PROGRESS)].map((m) => Number(m[1]!.replace(',', '.')));
  return shares.length > 0 && !shares.includes(100);
}

function lastIndex(words: readonly string[], test: (word: string, index: number) => boolean): number {
  for (let i = words.length - 1; i >= 0; i--) if (test(words[i]!, i)) return i;
  return -1;
}

/** A report without anybody that a list knows is out of scope, but for articles about digital matters (`scope.ts`). */
const isListed = (key: string): boolean => key.startsWith('a:');

interface Speaking {
  parties: string[];
  named: number;
}

const NOBODY: Speaking = { parties: [], named: 0 };
/** Parties kept of one sentence. */
const MOST_PARTIES = 6;

/** Who the sentence may speak of: those it names, then those of the sentence before and of the top. */
function partiesFor(directory: Directory, sentence: Span, index: number, sentences: readonly Span[]): Speaking {
  const own = directory.within(sentence).slice(0, MOST_PARTIES);
  const previous = sentences[index - 1];
  const near = own.length < 2 ? [...(previous ? directory.within(previous) : []), ...directory.leading] : [];
  return { parties: [...new Set([...own, ...near])].slice(0, MOST_PARTIES), named: own.length };
}
