import { CUE, CUE_NYA, classOf, SPEECH } from '../actors/lexicon.ts';
import type { Quote } from '../text/quotes.ts';
import { tokenFrom } from '../text/quotes.ts';
import type { Sentence } from '../text/segment.ts';
import { CONTINUES, PASSIVE_CUES } from './lexicon.ts';
import {
  type Attribution,
  countWords,
  cueOf,
  lineStart,
  push,
  type Reading,
  sentenceEnd,
  spokeLast,
} from './reading.ts';
import { named, speechAfter, subject } from './speaker.ts';

/** A quotation of fewer words needs a cue to be somebody's statement; without one it is a title or irony. */
const LEAST_WORDS = 4;

/** Reads one quotation: its cue behind or before it, or the voice it goes on in. */
export function direct(to: Reading, quote: Quote, sentence: Sentence): void {
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

/** True of a quotation that begins a sentence with a capital and ends one. */
function standsAlone(to: Reading, quote: Quote): boolean {
  const { text } = to.doc;
  let i = quote.start - 1;
  while (i >= 0 && (text[i] === ' ' || text[i] === '\u00a0')) i--;
  if (i >= 0 && !'\n.?!:;”"'.includes(text[i]!)) return false;
  const first = to.tokens[tokenFrom(to.tokens, quote.start + 1)];
  return first !== undefined && first.start < quote.end && (first.capital || first.kind === 'number');
}

/** `"…," kata Budi`, `"…," ujarnya`, `"…," Budi menegaskan`. */
export function behind(to: Reading, quote: Quote, sentence: Sentence): Attribution | null {
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

/** `Budi mengatakan, "…"`, `Budi: "…"`, `Menurut Budi, "…"`, `katanya, "…"`. */
export function before(to: Reading, quote: Quote): Attribution | null {
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
