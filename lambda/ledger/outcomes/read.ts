import { insideOf, linksElsewhere, withoutLinks } from '../../extract/text/boilerplate.ts';
import { type Doc, segment } from '../../extract/text/segment.ts';
import type { Span } from '../../extract/types.ts';
import { ANCHOR } from '../model/features.ts';
import { contentId } from '../model/ids.ts';
import { once } from '../model/once.ts';
import { isListedKey, nameKey } from '../model/parties.ts';
import { onceDigital, type ReadOptions } from '../scope.ts';
import type { LedgerArticle, Report } from '../types.ts';
import { actOf, withoutGrant } from '../words/acts.ts';
import { contentOf, wordsOf } from '../words/words.ts';
import { datesAnEvent } from './anchors.ts';
import { articleRef } from './article-ref.ts';
import { TOLD_PLAINLY } from './completion.ts';
import * as cue from './cues.data.ts';
import { type Directory, directoryOf } from './directory.ts';
import { NEWS_IN, newsIn } from './news.ts';
import { doneByThen, hasDay, occurredIn, onlyAhead } from './occurred.ts';
import { DONE_TO_IT, type Found, reportsOf } from './sentence.ts';
import { isTold } from './told.ts';

/** Sentences longer than this are tables or lists glued together. */
const LONGEST = 900;
/** Sentences at the top of an article that tell its news. */
const LEAD = 3;

/**
 * What an article reports to have been done, partly done, refused, missed, broken, taken back or denied: one report a
 * sentence and kind. Sentences that state commitments are left out. Pure; never throws; linear in the text.
 */
export function readReports(
  article: LedgerArticle,
  recordedAt: string,
  { chosen = false }: ReadOptions = {},
): Report[] {
  const doc = segment(article.text);
  // A link to another article (`Baca juga: …`) tells its news, on a day that nobody knows.
  const isLink = insideOf(linksElsewhere(doc));
  const own = withoutLinks(doc);
  const isDigital = onceDigital(article);
  const reporter = reporterOf(article, doc, recordedAt);
  const promises = article.extraction.commitments
    .filter((c) => c.confidence >= SURE && !isTold(article, c))
    .map((c) => c.sentence);
  let ahead: readonly Ahead[] | null = null;
  const due = (): readonly Ahead[] => (ahead ??= stillDue(article));
  const isInScope = (parties: readonly string[]): boolean => chosen || parties.some(isListedKey) || isDigital();
  const reports: Report[] = [];
  doc.sentences.forEach((sentence, index) => {
    if (isLink(sentence) || sentence.end - sentence.start > LONGEST) return;
    const text = own.slice(sentence.start, sentence.end);
    const isPromise = promises.some((p) => p.start < sentence.end && p.end > sentence.start);
    const [previous, next] = [index - 1, index + 1].map((at) => {
      const one = doc.sentences[at];
      return one === undefined || isLink(one) ? '' : own.slice(one.start, one.end);
    }) as [string, string];
    const read = reportsOf(text, { isLead: index < LEAD, title: article.title, next, previous });
    const isAhead = onlyAhead(article, sentence);
    const isByThen = isAhead && doneByThen(article, sentence);
    const dated = datesAnEvent(text) && hasDay(article, sentence) ? [DATED] : [];
    const isNews = chosen && index < NEWS_IN && read.length === 0 && dated.length === 0;
    const all = isNews ? newsIn(text, Number(article.published.slice(0, 4))) : read;
    const told = (isPromise ? all.filter((f) => isOutright(f, text)) : all).filter(
      (f) =>
        !(isAhead && TOLD_PLAINLY.has(f.rule)) &&
        !(isByThen && f.rule === 'done-marker') &&
        // What dates an event tells of that, and of no deed since then.
        !(dated.length > 0 && f.rule === 'since-day') &&
        !due().some((one) => isSomethingElse(f, text, one, chosen)),
    );
    for (const found of [...dated, ...told]) {
      const report = reporter(index, text, found);
      const { parties } = report;
      if (parties.length === 0 ? !chosen : !isInScope(parties)) continue;
      reports.push(report);
    }
  });
  return reports;
}

/** Makes reports of what is found in the sentences of an article: who and what they may be of, and since when. */
export function reporterOf(
  article: LedgerArticle,
  doc: Doc,
  recordedAt: string,
): (index: number, text: string, found: Found) => Report {
  const { sentences } = doc;
  // Most articles report nothing that is followed here: who they name is found only when it matters.
  let known: Directory | null = null;
  const directory = (): Directory => (known ??= directoryOf(article, doc));
  const everybodyOf = once((index: number) => partiesFor(directory(), index, sentences, article.text));
  const nearOf = once((index: number) => {
    const previous = sentences[index - 1];
    return previous ? contentOf(article.text.slice(previous.start, previous.end)) : [];
  });
  return (index, text, { kind, act, rule, confidence, by }) => {
    const sentence = sentences[index]!;
    const { parties, named } = by ? givers(directory(), text, sentence, by) : everybodyOf(index);
    return {
      id: contentId('report', article.key, wordsOf(text).join(' '), kind, act),
      article: articleRef(article),
      kind,
      span: { start: sentence.start, end: sentence.end },
      quote: article.text.slice(sentence.start, sentence.end),
      parties,
      named,
      act,
      words: contentOf(text),
      near: nearOf(index),
      occurred: occurredIn(article, sentence, index, sentences.slice(index + 1, index + 3)),
      rule,
      confidence,
      recordedAt,
    };
  };
}

/** When an event was; all such reports of a party stand in one block. */
const DATED: Found = { kind: 'dated', act: ANCHOR, rule: 'dated-event', confidence: 0.7 };

/** A promise less sure than this may itself be the end, told on its day. */
export const SURE = 0.5;

/** What an article promises for a day to come: the class of its act, and what it says besides. */
interface Ahead {
  act: string;
  words: readonly string[];
}

/** What an article promises surely enough, and for a day that has not come. */
function stillDue({ extraction: { commitments }, published }: LedgerArticle): readonly Ahead[] {
  const now = Date.parse(published);
  return commitments
    .filter(({ confidence, deadline }) => confidence >= SURE && deadline?.latest && Date.parse(deadline.latest) > now)
    .map(({ action, deadline }) => {
      const what = withoutGrant(action.text.replace(deadline!.text, ' '));
      return { act: actOf(what), words: contentOf(what) };
    });
}

const IN_LEAD = 'plain-verb-in-lead';

/** Of the words of a promise, so many must stand in what tells outright that it is done. */
const SAME_THING = 0.6;

/**
 * What an article tells of an act that it promises itself for a day to come is done to something else, or only planned,
 * unless it says outright and in the words of the promise that it is done. In a pile the news of an article that is of something
 * else may be what another one promised.
 */
function isSomethingElse({ act, kind, rule }: Found, sentence: string, promised: Ahead, chosen: boolean): boolean {
  if (promised.act !== act || (kind !== 'fulfilled' && kind !== 'withdrawn')) return false;
  const told = new Set(contentOf(sentence));
  const isOfIt = promised.words.filter((word) => told.has(word)).length >= SAME_THING * promised.words.length;
  return TOLD_PLAINLY.has(rule) ? isOfIt || !chosen || rule !== IN_LEAD : !isOfIt;
}

/** A sentence that promises reports nothing, unless it says outright what was called off, or done on a day gone by. */
function isOutright(found: Found, sentence: string): boolean {
  if (found.kind === 'withdrawn' || found.kind === 'broken') return true;
  if (found.kind === 'missed') return cue.MISSED[0]!.test(sentence.toLowerCase());
  return (found.rule === 'done-marker' || found.rule === DONE_TO_IT) && cue.HAS_DAY.test(sentence.toLowerCase());
}

interface Speaking {
  parties: string[];
  named: number;
}

/** Parties kept of one sentence. */
const MOST_PARTIES = 6;

/** Who handed over what the sentence tells to have been received: the first who is named there, with those listed with him. */
function givers(directory: Directory, text: string, { start }: Span, by: { start: number; end: number }): Speaking {
  const within = (from: number, to: number): string[] => directory.within({ start: start + from, end: start + to });
  const listed = text.slice(by.start).split(NOT_LISTED, 1)[0]!;
  const parties = within(by.start, by.end).slice(0, 1);
  if (parties.length > 0 && LISTS.test(listed)) {
    let at = by.start;
    for (const name of listed.split(BETWEEN)) {
      at = text.indexOf(name, at);
      const key = within(at, at + name.length)[0] ?? nameKey(name);
      if (!parties.includes(key)) parties.push(key);
    }
  }
  return { parties, named: parties.length };
}

/** What stands between the names of a list. */
const BETWEEN = /, (?:dan |serta )?| (?:dan|serta) /;

/** Names that stand in a list: `dari Garena Indonesia dan Zepetto`. */
const LISTS = /^(?:PT )?\p{Lu}[^,;]{0,60}(?:, [^,;]{1,60}){0,6},? (?:dan|serta) (?:PT )?\p{Lu}/u;
/** Where a list of names has ended: a small word that joins none. */
const NOT_LISTED = / (?!(?:dan|serta|of|and|bin|de)\b)\p{Ll}/u;

/** Who the sentence may speak of: those it names, then those of the sentence before and of the top. */
function partiesFor(directory: Directory, index: number, sentences: readonly Span[], text: string): Speaking {
  const sentence = sentences[index]!;
  const own = directory.within(sentence).slice(0, MOST_PARTIES);
  const previous = sentences[index - 1];
  const near = own.length < 2 ? [...(previous ? directory.within(previous) : []), ...directory.leading] : [];
  return {
    parties: [...new Set([...own, ...near])].slice(0, MOST_PARTIES),
    named: namedFor(directory, sentence, text, own),
  };
}

/** `Shopee dan Tokopedia sudah …, sedangkan di Lazada masih tersisa 61`: how many are named before those of whom something else is told. */
function namedFor(directory: Directory, { start, end }: Span, text: string, own: readonly string[]): number {
  const but = BUT_OTHERS.exec(text.slice(start, end));
  const first = but === null ? 0 : directory.within({ start, end: start + but.index }).length;
  return first > 0 ? Math.min(first, own.length) : own.length;
}
const BUT_OTHERS = /, (?:sedangkan|sementara) (?:di |pada |dari )?(?:PT )?\p{Lu}/u;
