import { countAndEvent } from '../outcomes/anchors.ts';
import { TAKEN_BACK_BY } from '../outcomes/sentence.ts';
import type { Report, StoredMention } from '../types.ts';
import { contentOf } from '../words/words.ts';
import { actBy, dayOf, jakartaDay } from './features.ts';
import type { Cluster } from './grouping.ts';
import { onceOf } from './once.ts';
import { overlap } from './overlap.ts';
import { isAuthorityKey, isUnlistedKey } from './parties.ts';
import { areOneSource } from './sources.ts';

/** A report this long after the last mention or deadline tells of something else. */
export const STALE_DAYS = 420;

/** The same of a promise without a day: what is threatened is done when it comes to that. */
const UNDATED_STALE_DAYS = 900;

/** How well a dated event is the one that a deadline of the promise counts from. */
function datesAnchorOf(report: Report, cluster: Cluster): number {
  const events = cluster.members.flatMap((m) => {
    const deadline = m.mention.mention.deadline;
    // A ruling is final later than it is read.
    if (FINAL.test(deadline?.text ?? '') && !FINAL.test(report.quote)) return [];
    return deadline?.due === 'unanchored' ? (countAndEvent(deadline.text)?.event ?? []) : [];
  });
  return events.length === 0 ? 0 : overlap(new Set(events), new Set(report.words));
}

const FINAL = /\b(?:inkrah|inkracht|(?:ber)?kekuatan hukum tetap)\b/i;

/** Whether a report stands in the article that a mention stands in, or in a near copy of it. */
const isSameText = (report: Report, mention: StoredMention): boolean => areOneSource(report.article, mention.article);

/** True where the words of a report name one whom no list knows (`memblokir Zangi`). */
function namesOne(report: Report, keys: ReadonlySet<string>): boolean {
  const words = new Set(report.words);
  return [...keys].some(
    (key) => isUnlistedKey(key) && contentOf(key.slice(2).replaceAll('-', ' ')).every((w) => words.has(w)),
  );
}

/**
 * What happened before it was promised, is told in the article that promises it, or long after, is no outcome of it, nor
 * is what is about something else.
 */
export function isImpossible(report: Report, cluster: Cluster): boolean {
  if (report.rule === TAKEN_BACK_BY && !mayTakeBack(report, cluster)) return true;
  const { members } = cluster;
  const first = members[0]!;
  const told = jakartaDay(report.article.published);
  // On whichever day that was which it contradicts.
  const isBefore = report.kind !== 'contested' && dayOf(report.occurred.latest) < first.day;
  if (told < first.day || isBefore) return true;
  const stale = members.some((m) => m.due !== null) ? STALE_DAYS : UNDATED_STALE_DAYS;
  if (told > Math.max(...members.map((m) => Math.max(m.day, m.due?.to ?? 0))) + stale) return true;
  return isSameText(report, first.mention) || isOfOtherSubject(report, cluster);
}

/**
 * Whoever must do a thing cannot take back that he must (`Telkomsel mencabut ketentuan …` does what was asked), and what
 * one promised nobody else takes back.
 */
function mayTakeBack({ parties: [taker] }: Report, { members }: Cluster): boolean {
  if (taker === undefined) return false;
  const isOwn = members.some((m) => m.parties.includes(taker));
  if (members[0]!.mention.mention.type !== 'obligation') return isOwn;
  return !isOwn && (isAuthorityKey(taker) || members.some((m) => m.targets.includes(taker)));
}

/** What a rule, a plan or a letter is about, said behind the word for it. */
const ABOUT =
  /\b(?:aturan|peraturan|permen|perpres|pojk|undang-undang|regulasi|kebijakan|ketentuan|pedoman|keputusan|surat|edaran|rencana)(?: [^\s.,;:"”]+){0,3} (?:tentang|mengenai|soal|perihal|ihwal)((?: [^\s.,;:"”]+){1,8})/iu;

/** Content words of what a text says it is about; empty where it does not say. */
const subjectIn = (text: string): string[] => contentOf(ABOUT.exec(text)?.[1] ?? '');

/**
 * Both say what it is about, and it is not the same (`peraturan tentang tarif`, `peraturan tentang batas usia`). Only
 * wordings of until then count: what is known of a day does not change with what is said later.
 */
function isOfOtherSubject(report: Report, { members }: Cluster): boolean {
  const told = subjectIn(report.quote);
  if (told.length === 0) return false;
  const at = Date.parse(report.article.published);
  const before = members.filter((m) => Date.parse(m.mention.article.published) <= at);
  const promised = new Set(before.flatMap((m) => subjectIn(m.mention.mention.action.text)));
  return promised.size > 0 && !told.some((word) => promised.has(word));
}

/** Done to somebody else by name (`telah bertemu Telegram`), it is not what was promised (`bertemu Twitter`). */
export function isDoneElsewhere(report: Report, parties: ReadonlySet<string>, targets: ReadonlySet<string>): boolean {
  if (targets.size === 0 || report.parties.some((p) => targets.has(p))) return false;
  return report.parties.slice(0, report.named).some((p) => p !== 'class' && !isAuthorityKey(p) && !parties.has(p));
}

/** At or above this a report fits by its party and act. */
export const FITS = 0.5;

/** Of a promise that many reports are compared with. */
const sidesOf = onceOf(({ members }: Cluster) => ({
  parties: new Set(members.flatMap((m) => m.parties)),
  targets: new Set(members.flatMap((m) => m.targets)),
  words: new Set(members.flatMap((m) => [...m.words])),
}));

const wordsOfReport = onceOf((report: Report) => new Set(report.words));

/** How well a report fits a promise by its party, act and words, 0 to 1. Pure. */
export function fitOf(report: Report, cluster: Cluster): number {
  const fit = fitIfPossible(report, cluster);
  return fit > 0 && report.kind !== 'dated' && isImpossible(report, cluster) ? 0 : fit;
}

/** The same of a report that is no outcome of it by its time and text: asked last, for it compares the texts of articles. */
export function fitIfPossible(report: Report, cluster: Cluster): number {
  const first = cluster.members[0]!;
  const { parties, targets, words } = sidesOf(cluster);
  // What some members of a class did is not what the class was told to do.
  const others = report.parties.slice(0, report.named).filter((p) => p !== 'class' && !isAuthorityKey(p));
  const named = report.parties.findIndex((p) => parties.has(p));
  // Of a class without a name the report may name only who told it to act.
  const byTarget = parties.has('class') && others.length === 0 ? report.parties.findIndex((p) => targets.has(p)) : -1;
  const by = named >= 0 ? named : byTarget;
  if (by >= 0 && report.kind === 'dated') return datesAnchorOf(report, cluster);
  if (by < 0 || !cluster.members.some((m) => m.act === actBy(named >= 0 ? report.parties[by]! : 'class', report.act)))
    return 0;
  if (parties.size === 1 && parties.has('class') && others.length > 0) return 0;
  const likeness = words.size === 0 ? 0.5 : overlap(words, wordsOfReport(report));
  const isNamed = by < report.named;
  // A verb that no class knows, told plainly, must be about the same things.
  if (report.act.startsWith('~') && report.rule.startsWith('plain-verb') && likeness < 0.5) return 0;
  let score = (isNamed ? 0.4 : 0.3) + 0.35 * likeness;
  if (isDoneElsewhere(report, parties, targets)) return 0;
  const elsewhere = others.filter((p) => !parties.has(p));
  // Others by name did it, and who promised is known from the surroundings only.
  if (!isNamed && elsewhere.length > 0 && !elsewhere.some((p) => targets.has(p))) return 0;
  if (first.act === 'sanction') {
    if (targets.size > 0 && !report.parties.some((p) => targets.has(p)) && !namesOne(report, targets)) return 0;
    score += targets.size > 0 ? 0.1 : 0;
  }
  // A finished act of a narrow class by the same party is rarely another one.
  if (!first.act.startsWith('~')) score += 0.1;
  return score;
}
