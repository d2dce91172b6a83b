import { deedOf, thingOf } from '../../../extract/commitments/lexicon/senses.ts';
import { insideOf, linksElsewhere, withoutLinks } from '../../../extract/text/boilerplate.ts';
import { bySentence } from '../../../extract/text/by-sentence.ts';
import { segment } from '../../../extract/text/segment.ts';
import type { Span } from '../../../extract/types.ts';
import { dayText, jakartaDay } from '../../model/features.ts';
import type { LedgerArticle, Report } from '../../types.ts';
import { formOf } from '../../words/verbs.ts';
import { isFunctionWord, isStopWord, type Term, terms } from '../../words/words.ts';
import { kindredIn } from '../kindred.ts';

/** A sentence of an article, and what is seen of it. */
export interface Sentence extends Span {
  /** Names of what holds of it: its words, where it stands, which days it names, what is read in it. */
  clues: readonly string[];
}

/** Sentences longer than this are tables or lists glued together. */
const LONGEST = 900;

/** Behind these words a verb tells what has come, or has not. */
const MARKS = new Set('sudah telah belum akan kini baru tidak tak resmi mulai akhirnya masih'.split(' '));

/**
 * What is seen of each sentence of an article that may tell what became of something. Links to other articles are left out. Pure;
 * linear in the text.
 * @param reports what rules read in the article (`outcomes/read.ts`).
 */
export function sentencesOf(article: LedgerArticle, reports: readonly Report[]): Sentence[] {
  const doc = segment(article.text);
  const isLink = insideOf(linksElsewhere(doc));
  const own = doc.sentences.filter((one) => !isLink(one) && one.end - one.start <= LONGEST);
  const text = withoutLinks(doc);
  const title = terms(article.title)
    .filter(({ word }) => !isFunctionWord(word) && !isStopWord(word))
    .map(({ stem }) => `T:${stem}`);
  const said = own.map((span, i) => saidIn(text.slice(span.start, span.end), i));
  const placed = placesIn(article, own, reports);
  return own.map(({ start, end }, i) => ({
    start,
    end,
    clues: [
      ...new Set([
        ...said[i]!,
        ...placed[i]!,
        ...(i === 0 ? ['p.none'] : placed[i - 1]!.filter(isNear).map((name) => `p.${name}`)),
        ...(placed[i + 1] ?? []).filter(isNear).map((name) => `n.${name}`),
        ...title,
      ]),
    ],
  }));
}

/** What of a sentence the ones beside it see too. */
const isNear = (name: string): boolean => !name.startsWith('r:');

/** What its words say. */
function saidIn(text: string, index: number): string[] {
  const all = terms(text);
  const names = all.map(nameOf);
  const found = [`at:${placeOf(index)}`, `len:${lengthOf(all.length)}`];
  if (/["“”]/.test(text)) found.push('quote');
  for (const [name, pattern] of PARTS) if (pattern.test(text)) found.push(`part:${name}`);
  for (const [i, { word }] of all.entries()) {
    if (/^\d+$/.test(word)) {
      found.push('number');
      continue;
    }
    found.push(`w:${names[i]}`, `x:${word}`);
    if (i === 0) found.push(`s:${word}`);
    if (i + 1 < all.length) found.push(`b:${names[i]} ${names[i + 1]}`);
    const deed = deedOf(word);
    const thing = thingOf(word);
    const form = formOf(word);
    if (deed !== undefined) found.push(`d:${deed}`);
    if (thing !== undefined) found.push(`t:${thing}`);
    if (form !== 'bare') found.push(`f:${form}`);
    const before = all[i - 1]?.word ?? '';
    if (!MARKS.has(before)) continue;
    found.push(`m:${before}+${form}`);
    if (deed !== undefined) found.push(`md:${before}+${deed}`);
  }
  for (const row of kindredIn(text)) if (row.startsWith('=')) found.push(`k:${row}`);
  return found;
}

/** How much of a thing is told of. */
const PARTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    'of',
    /\b(?:\d[\d.,]{0,15}|se\w+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belasan|puluhan)(?: \w+){0,3} dari (?:total |sekitar |semua |seluruh |ke)?-?(?:\d|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|se\w+)/i,
  ],
  ['percent', /\d\s?(?:persen|%)/i],
  ['all', /\b(?:100 ?(?:persen|%)|seluruh(?:nya)?|semua(?:nya)?|sepenuhnya|rampung|tuntas|lunas|lengkap)\b/i],
  ['half', /\b(?:separuh|setengah|sepertiga|seperempat|dua pertiga|tiga perempat|sebagian|mayoritas|kebanyakan)\b/i],
  [
    'only',
    /\b(?:baru|hanya|cuma|sekadar) (?:sekitar |kira-kira |sebanyak |ada )?(?:\d|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebagian|separuh|se\w+)/i,
  ],
  ['rest', /\b(?:sisanya|selebihnya|lainnya|yang lain|tersisa)\b/i],
];

/** Words that carry nothing by themselves as they are printed (`belum`, `sudah`): they tell how a thing stands. */
const nameOf = ({ word, stem }: Term): string => (isFunctionWord(word) || isStopWord(word) ? word : stem);

const placeOf = (index: number): string => (index < 2 ? `${index}` : index < 4 ? '2-3' : index < 8 ? '4-7' : '8+');
const lengthOf = (words: number): string => (words < 8 ? 's' : words < 16 ? 'm' : words < 28 ? 'l' : 'xl');

/** Of each sentence which days it names, what it promises, and what rules read in it. One pass over each. */
function placesIn(
  { extraction, published }: LedgerArticle,
  spans: readonly Span[],
  reports: readonly Report[],
): string[][] {
  const today = dayText(jakartaDay(published));
  const times = bySentence(spans, [...extraction.timexes].sort(byStart));
  const promises = bySentence(spans, extraction.commitments.map((one) => ({ ...one.sentence, one })).sort(byStart));
  const read = bySentence(spans, reports.map((one) => ({ ...one.span, one })).sort(byStart));
  return spans.map((span, i) => {
    const found = new Set<string>();
    for (const { start, end, type, value } of times[i]!) {
      if (start < span.start || end > span.end || (type !== 'DATE' && type !== 'TIME')) continue;
      const day = value.slice(0, 10);
      const now = today.slice(0, day.length);
      if (day > now) found.add('day:ahead');
      else if (day.length === 10) found.add(day < now ? 'day:past' : 'day:today');
    }
    if (found.has('day:past') && !found.has('day:ahead')) found.add('day:past-only');
    for (const { one } of promises[i]!) {
      found.add('promise').add(`promise:${one.type}`);
      if (one.deadline !== null) found.add('promise:day');
      if (one.confidence >= SURE) found.add('promise:sure');
    }
    for (const { one } of read[i]!)
      if (one.span.start === span.start) found.add(`rk:${one.kind}`).add(`r:${one.kind}/${one.rule}`);
    return [...found];
  });
}

const byStart = (a: Span, b: Span): number => a.start - b.start;
const SURE = 0.8;
