import type { ActorEntity, ActorIndex, ActorMention } from '../actors/entity.ts';
import { refOf } from '../actors/entity.ts';
import { CUE, CUE_NYA, classOf, HONORIFIC, SPEECH } from '../actors/lexicon.ts';
import type { Doc, Sentence } from '../text/segment.ts';
import type { Token } from '../text/tokens.ts';
import type { ActorRef, Span, Statement, TextSpan } from '../types.ts';
import {
  AFTER_SPEAKER,
  BETWEEN,
  CONTINUES,
  FIRST_PERSONS,
  PASSIVE_CUES,
  SILENT_VERBS,
  STANCE_VERBS,
  THAT,
} from './lexicon.ts';
import type { Quote } from './quotes.ts';

/** A quotation of fewer words needs a cue to be somebody's statement; without one it is a title or irony. */
const LEAST_WORDS = 4;

interface Reading {
  doc: Doc;
  actors: ActorIndex;
  tokens: readonly Token[];
  quotes: readonly Quote[];
  /** For each token the index of the quotation around it, or -1. */
  inside: Int32Array;
  /** Who spoke last, as of where the reading is. */
  speaker: ActorMention | null;
  /** Which person spoke last. */
  person: ActorMention | null;
  out: Statement[];
}

/**
 * Who says what in an article: direct quotations with their marks and indirect speech without its cue, in order of the
 * text. The speaker is the fullest name that the article gives, null where it names nobody. Pure; never throws; linear.
 */
export function findStatements(doc: Doc, actors: ActorIndex): Statement[] {
  const { tokens, quotes, inside } = actors;
  const reading: Reading = { doc, actors, tokens, quotes, inside, speaker: null, person: null, out: [] };
  let token = 0;
  let quote = 0;
  for (const sentence of doc.sentences) {
    while (token < tokens.length && tokens[token]!.end <= sentence.start) token++;
    let stop = token;
    while (stop < tokens.length && tokens[stop]!.start < sentence.end) stop++;
    indirect(reading, sentence, token, stop);
    // A quotation is read where it ends, for there its cue is.
    while (quote < quotes.length && quotes[quote]!.end <= sentence.end) direct(reading, quotes[quote++]!, sentence);
    token = stop;
  }
  return reading.out.sort((a, b) => a.content.start - b.content.start);
}

/** Index of the first token that starts at or behind an offset. */
function tokenFrom(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Attribution {
  cue: TextSpan | null;
  speaker: ActorMention | null;
  rule: string;
}

function direct(to: Reading, quote: Quote, sentence: Sentence): void {
  const words = countWords(to, quote);
  if (words === 0) return;
  const found = behind(to, quote, sentence) ?? before(to, quote);
  if (found) {
    push(to, quote, true, found);
    return;
  }
  if (words < LEAST_WORDS || !standsAlone(to, quote)) return;
  // A sentence of its own without a cue goes on in the voice of the one before.
  push(to, quote, true, { cue: null, speaker: to.speaker, rule: 'quote-continued' });
}

function countWords(to: Reading, span: Span): number {
  let words = 0;
  for (
    let i = tokenFrom(to.tokens, span.start);
    i < to.tokens.length && to.tokens[i]!.start < span.end && words < 50;
    i++
  )
    if (to.tokens[i]!.kind !== 'mark') words++;
  return words;
}

/** True of a quotation that begins a sentence with a capital and ends one. */
function standsAlone(to: Reading, quote: Quote): boolean {
  const { text } = to.doc;
  let i = quote.start - 1;
  while (i >= 0 && (text[i] === ' ' || text[i] === '\u00a0')) i--;
  if (i >= 0 && !'\n.?!:;”"'.includes(text[i]!)) return false;
  const first = to.tokens[tokenFrom(to.tokens, quote.start + 1)];
  return first !== undefined && first.start < quote.end && (first.capital || first.kind === 'number');
}

function push(to: Reading, content: Span, isDirect: boolean, { cue, speaker, rule }: Attribution): void {
  const ref: ActorRef | null = speaker && refOf(speaker);
  to.out.push({ content: { start: content.start, end: content.end }, direct: isDirect, cue, speaker: ref, rule });
  if (speaker) spoke(to, speaker);
}

function spoke(to: Reading, speaker: ActorMention): void {
  to.speaker = speaker;
  if (isPerson(speaker.entity)) to.person = speaker;
}

/** Whom a mention means: for a pronoun whoever spoke last, which the text alone does not tell the list of actors. */
const meant = (to: Reading, mention: ActorMention): ActorMention =>
  mention.form === 'pronoun' && isPerson(mention.entity) && to.person
    ? { ...to.person, start: mention.start, end: mention.end }
    : mention;

const cueOf = (to: Reading, i: number): TextSpan => {
  const { start, end } = to.tokens[i]!;
  return { start, end, text: to.doc.text.slice(start, end) };
};

/** `"…," kata Budi`, `"…," ujarnya`, `"…," Budi menegaskan`. */
function behind(to: Reading, quote: Quote, sentence: Sentence): Attribution | null {
  const { tokens } = to;
  let i = tokenFrom(tokens, quote.end);
  let limit = to.doc.paragraphs[sentence.paragraph]?.end ?? sentence.end;
  // An attribution that slipped into the next line: it starts small.
  if (tokens[i] && tokens[i]!.start >= limit && !tokens[i]!.capital && classOf(tokens[i]!.lower) & (CUE | CUE_NYA))
    limit = to.doc.paragraphs[sentence.paragraph + 1]?.end ?? limit;
  let marks = 0;
  while (i < tokens.length && tokens[i]!.kind === 'mark' && marks < 3 && to.inside[i] === -1) {
    if (tokens[i]!.lower !== ',' && tokens[i]!.lower !== '.' && tokens[i]!.lower !== '-' && tokens[i]!.lower !== ')')
      return null;
    i++;
    marks++;
  }
  if (i >= tokens.length || tokens[i]!.start >= limit || to.inside[i] !== -1) return null;
  if (CONTINUES.has(tokens[i]!.lower)) i++;
  const token = tokens[i];
  if (!token || token.start >= limit) return null;
  const flags = classOf(token.lower);
  if (flags & CUE_NYA || token.lower === 'menurutnya') {
    // `katanya, Budi` is rare; the clitic is whoever spoke last.
    return { cue: cueOf(to, i), speaker: spokeLast(to, quote), rule: 'quote-cue-nya' };
  }
  if ((flags & CUE && !token.capital) || token.lower === 'menurut') {
    if (classOf(tokens[i + 1]?.lower ?? '') & CUE) i++;
    return { cue: cueOf(to, i), speaker: named(to, i + 1, sentenceEnd(to, i, limit)), rule: 'quote-cue-behind' };
  }
  if (PASSIVE_CUES.has(token.lower)) {
    return { cue: cueOf(to, i), speaker: named(to, i + 1, sentenceEnd(to, i, limit)), rule: 'quote-passive-behind' };
  }
  // `"…," Budi menegaskan.`
  if (marks > 0 && tokens[i - 1]?.lower === '.') return null;
  const mention = to.actors.mentionAt(token.start);
  if (!mention || mention.start !== token.start) return null;
  const verb = speechAfter(to, mention);
  if (verb < 0 || tokens[verb]!.start >= limit) return null;
  return { cue: cueOf(to, verb), speaker: mention, rule: 'quote-subject-behind' };
}

/** Where the sentence that holds a token ends; no farther than `limit`. */
function sentenceEnd(to: Reading, token: number, limit: number): number {
  const { sentences } = to.doc;
  const { start } = to.tokens[token]!;
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end <= start) low = middle + 1;
    else high = middle;
  }
  return Math.min(sentences[low]?.end ?? limit, limit);
}

/** The speaker whose name begins at a token: the person if there is one before place, time or addressee follow. */
function named(to: Reading, from: number, limit: number): ActorMention | null {
  const { tokens, actors } = to;
  const first = tokens[from];
  if (!first || first.start >= limit) return null;
  let stop = limit;
  let other: ActorMention | null = null;
  for (let i = from; i < tokens.length && i < from + 40 && tokens[i]!.start < limit; i++) {
    if (to.inside[i] !== -1) break;
    const mention = actors.mentionAt(tokens[i]!.start);
    if (mention) {
      if (isPerson(mention.entity)) return meant(to, mention);
      other ??= mention;
      while (i + 1 < tokens.length && tokens[i + 1]!.start < mention.end) i++;
      continue;
    }
    if (AFTER_SPEAKER.has(tokens[i]!.lower) && !tokens[i]!.capital && i > from) break;
    if ((tokens[i]!.lower === '.' && !abbreviated(tokens, i)) || tokens[i]!.lower === ';' || tokens[i]!.lower === ':') {
      stop = tokens[i]!.start;
      break;
    }
  }
  if (other && other.start < stop) return other;
  return takesUp(to, from, limit) ? to.speaker : null;
}

/** `kata perempuan asal Bandung itu`: whoever spoke before, described. */
function takesUp(to: Reading, from: number, limit: number): boolean {
  for (let i = from; i < to.tokens.length && i < from + 12 && to.tokens[i]!.start < limit; i++) {
    const token = to.tokens[i]!;
    if (token.kind === 'mark') return false;
    if (i > from && (token.lower === 'itu' || token.lower === 'ini' || token.lower === 'tersebut')) return true;
  }
  return false;
}

/** `dr. Budi`, `Drs. H. Budi`: the stop is the abbreviation's. */
const abbreviated = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1];
  return (
    before !== undefined &&
    before.end === tokens[i]!.start &&
    (before.end - before.start <= 2 || (classOf(before.lower) & HONORIFIC) !== 0)
  );
};

const isPerson = (entity: ActorEntity): boolean => entity.kind === 'person' || entity.kind === 'official';

/** Index of the verb of speech that has a mention as its subject, or -1. */
function speechAfter(to: Reading, mention: ActorMention): number {
  const { tokens } = to;
  let i = tokenFrom(tokens, mention.end);
  for (let steps = 0; i < tokens.length && steps < 6; i++, steps++) {
    if (to.inside[i] !== -1) return -1;
    if (classOf(tokens[i]!.lower) & SPEECH && !tokens[i]!.capital) return i;
    if (!BETWEEN.has(tokens[i]!.lower)) return -1;
  }
  return -1;
}

/** Who the clitic of `katanya` stands for: whoever spoke last, else the person named last. */
function spokeLast(to: Reading, quote: Span): ActorMention | null {
  if (to.speaker) return to.speaker;
  const { mentions } = to.actors;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.end <= quote.start) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= 0 && i >= low - 40; i--) if (isPerson(mentions[i]!.entity)) return mentions[i]!;
  return null;
}

/** `Budi mengatakan, "…"`, `Budi: "…"`, `Menurut Budi, "…"`, `katanya, "…"`. */
function before(to: Reading, quote: Quote): Attribution | null {
  const { tokens } = to;
  let i = tokenFrom(tokens, quote.start) - 1;
  const mark = tokens[i]?.lower;
  if (mark !== ',' && mark !== ':' && mark !== 'bahwa' && !(classOf(mark ?? '') & SPEECH)) return null;
  const from = lineStart(to, quote.start);
  const lead = i;
  for (let steps = 0; i >= 0 && steps < 40 && tokens[i]!.start >= from; i--, steps++) {
    const { lower } = tokens[i]!;
    if (to.inside[i] !== -1 || lower === '.' || lower === ';') break;
    const flags = classOf(lower);
    if (flags & CUE_NYA) return { cue: cueOf(to, i), speaker: spokeLast(to, quote), rule: 'quote-cue-before' };
    if ((flags & CUE && !tokens[i]!.capital) || lower === 'menurut' || PASSIVE_CUES.has(lower)) {
      const speaker = named(to, i + 1, quote.start);
      if (speaker) return { cue: cueOf(to, i), speaker, rule: 'quote-cue-before' };
    }
    if (flags & SPEECH && !tokens[i]!.capital) {
      const speaker = subject(to, i, from);
      if (speaker) return { cue: cueOf(to, i), speaker, rule: 'quote-verb-before' };
    }
  }
  if (mark === ':') {
    const mention = to.actors.mentionAt(tokens[lead]!.start - 1);
    if (mention && mention.start <= from + 1) return { cue: null, speaker: mention, rule: 'quote-colon' };
  }
  return null;
}

/** Start of the paragraph around an offset. */
function lineStart(to: Reading, offset: number): number {
  const { paragraphs } = to.doc;
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (paragraphs[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return paragraphs[low]?.start ?? 0;
}

/**
 * The subject of the verb at a token: the name right before it; the person whom it is the office of, where it is an
 * organisation; else the person before it in its sentence, else the nearest other actor.
 */
function subject(to: Reading, verb: number, from: number): ActorMention | null {
  const { tokens, actors } = to;
  let other: ActorMention | null = null;
  let near = true;
  for (let i = verb - 1; i >= 0 && verb - i < 45 && tokens[i]!.start >= from; i--) {
    if (to.inside[i] !== -1) break;
    const { lower } = tokens[i]!;
    if (lower === ';' || lower === ':' || (lower === '.' && !abbreviated(tokens, i))) break;
    if (near && FIRST_PERSONS.has(lower)) return null;
    // `Adik mendiang Olga Syahputra ini meminta`: whoever spoke before, described.
    if (near && (lower === 'ini' || lower === 'itu') && to.speaker && !actors.mentionAt(tokens[i]!.start))
      return to.speaker;
    const mention = actors.mentionAt(tokens[i]!.start);
    if (mention) {
      const aside = asideBefore(to, mention);
      if (isPerson(mention.entity) && !aside) {
        const apposed = tokens[tokenFrom(tokens, mention.end)]?.lower === ',';
        const own = other !== null && (mention.entity.affiliation === other.entity || apposed);
        return other && !own && adjacent(to, other, verb) ? other : meant(to, mention);
      }
      if (!aside) other ??= mention;
      while (i > 0 && tokens[i - 1]!.start >= mention.start) i--;
      near = false;
      continue;
    }
    if (!BETWEEN.has(lower) && lower !== ',' && lower !== ')' && lower !== '(') near = false;
  }
  return other;
}

/** Nothing but adverbs between a mention and the verb. */
const adjacent = (to: Reading, mention: ActorMention, verb: number): boolean => speechAfter(to, mention) === verb;

const NOT_SUBJECT = new Set([
  ...[
    'di',
    'dari',
    'kepada',
    'oleh',
    'dengan',
    'terhadap',
    'untuk',
    'dalam',
    'bersama',
    'pada',
    'bagi',
    'soal',
    'selain',
  ],
  ...[
    'menurut',
    'seperti',
    'terkait',
    'mendampingi',
    'didampingi',
    'menemui',
    'bertemu',
    'antara',
    'tentang',
    'mengenai',
  ],
]);
/** True of a mention behind a preposition: it is no subject. */
function asideBefore(to: Reading, mention: ActorMention): boolean {
  const at = tokenFrom(to.tokens, mention.start) - 1;
  return at >= 0 && NOT_SUBJECT.has(to.tokens[at]!.lower);
}

/** Indirect speech of one sentence, and who speaks in it. */
function indirect(to: Reading, sentence: Sentence, from: number, stop: number): void {
  const { tokens } = to;
  const first = tokens[from];
  if (!first) return;
  for (let i = from; i < stop; i++) {
    if (to.inside[i] !== -1) continue;
    const token = tokens[i]!;
    const flags = to.actors.flags[i]!;
    if (token.lower === 'menurut' && (i === from || tokens[i - 1]!.lower === ',')) {
      const speaker = named(to, i + 1, sentence.end);
      const comma = commaAfter(to, i, stop);
      if (speaker && comma >= 0) {
        const at =
          speaker.end > tokens[comma]!.start ? commaAfter(to, tokenFrom(tokens, speaker.end) - 1, stop) : comma;
        if (at >= 0) content(to, at + 1, stop, sentence, { cue: cueOf(to, i), speaker, rule: 'indirect-menurut' });
        return;
      }
    }
    if (token.lower === 'menurutnya') {
      const speaker = spokeLast(to, sentence);
      content(to, i + 1, stop, sentence, { cue: cueOf(to, i), speaker, rule: 'indirect-menurutnya' });
      return;
    }
    if (flags & SPEECH && !token.capital && i > from) {
      const speaker = subject(to, i, sentence.start);
      if (!speaker) continue;
      const next = tokens[i + 1]?.lower ?? '';
      if (STANCE_VERBS.has(token.lower) && next !== ',' && !THAT.has(next) && next !== ':') {
        if (token.lower !== 'menyebut' && token.lower !== 'membantah' && token.lower !== 'mengumumkan') {
          if (isPerson(speaker.entity) && !SILENT_VERBS.has(token.lower)) spoke(to, speaker);
          continue;
        }
      }
      content(to, i + 1, stop, sentence, { cue: cueOf(to, i), speaker, rule: 'indirect-verb' });
      return;
    }
    // `…, kata Budi.` and `…, katanya.` without quotation marks.
    if (tokens[i - 1]?.lower === ',' && i > from + 2 && to.inside[i - 1] === -1 && !token.capital) {
      if (flags & CUE_NYA || flags & CUE) {
        const nya = (flags & CUE_NYA) !== 0;
        const speaker = nya ? spokeLast(to, sentence) : named(to, i + 1, sentence.end);
        if (!speaker || hasQuote(to, from, i)) continue;
        const span = reported(to, first, i, speaker, nya, stop, sentence);
        if (isPerson(speaker.entity) || !nya) {
          push(to, span, false, { cue: cueOf(to, i), speaker, rule: nya ? 'indirect-cue-nya' : 'indirect-cue' });
        }
        return;
      }
    }
    if (PASSIVE_CUES.has(token.lower)) {
      const speaker = named(to, tokens[i + 1]?.lower === 'oleh' ? i + 2 : i + 1, sentence.end);
      if (speaker && isPerson(speaker.entity)) spoke(to, speaker);
    }
  }
}

/** The longer of what stands before the cue and what goes on behind the speaker's name (`Selain itu, kata Budi, …`). */
function reported(
  to: Reading,
  first: Token,
  cue: number,
  speaker: ActorMention,
  nya: boolean,
  stop: number,
  sentence: Sentence,
): Span {
  const { tokens } = to;
  const before = { start: first.start, end: tokens[cue - 2]!.end };
  const end = nya ? cue + 1 : tokenFrom(tokens, Math.max(speaker.end, tokens[cue]!.end));
  const comma = commaAfter(to, end, stop);
  const next = tokens[comma + 1];
  if (comma < 0 || comma > end + 12 || !next || next.start >= sentence.end || to.inside[comma + 1] !== -1)
    return before;
  return sentence.end - next.start > before.end - before.start ? { start: next.start, end: sentence.end } : before;
}

function hasQuote(to: Reading, from: number, stop: number): boolean {
  for (let i = from; i < stop; i++) if (to.inside[i] !== -1) return true;
  return false;
}

function commaAfter(to: Reading, from: number, stop: number): number {
  for (let i = from; i < stop; i++) if (to.tokens[i]!.lower === ',' && to.inside[i] === -1) return i;
  return -1;
}

/** Pushes what is reported from a token to the sentence's end, unless a quotation says it. */
function content(to: Reading, from: number, stop: number, sentence: Sentence, by: Attribution): void {
  const { tokens } = to;
  let i = from;
  while (i < stop && (tokens[i]!.lower === ',' || tokens[i]!.lower === ':' || tokens[i]!.lower === 'bahwa')) i++;
  if (i >= stop || to.inside[i] !== -1 || stop - i < 3) {
    if (by.speaker) spoke(to, by.speaker);
    return;
  }
  push(to, { start: tokens[i]!.start, end: sentence.end }, false, by);
}
