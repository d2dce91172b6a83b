import type { ActorMention } from '../actors/entity.ts';
import { CUE, CUE_NYA, SPEECH } from '../actors/lexicon.ts';
import { tokenFrom } from '../text/quotes.ts';
import type { Sentence } from '../text/segment.ts';
import type { Token } from '../text/tokens.ts';
import type { Span } from '../types.ts';
import { PASSIVE_CUES, SILENT_VERBS, STANCE_VERBS, THAT, WILL } from './lexicon.ts';
import {
  type Attribution,
  commaAfter,
  cueOf,
  hasQuote,
  isPerson,
  push,
  type Reading,
  spoke,
  spokeLast,
} from './reading.ts';
import { named, speechAfter, subject } from './speaker.ts';

/** Indirect speech of one sentence, and who speaks in it. */
export function indirect(to: Reading, sentence: Sentence, from: number, stop: number): void {
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
      // `…, menurut Budi.`: behind what he said.
      if (speaker && i > from + 2 && to.inside[i - 1] === -1 && !hasQuote(to, from, i)) {
        const span = reported(to, first, i, speaker, false, stop, sentence);
        push(to, span, false, { cue: cueOf(to, i), speaker, rule: 'indirect-menurut' });
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
      if (closing(to, sentence, from, i, stop)) return;
      // `… akan dirakit di sini dan menargetkan …`: a target is stated by the subject beside it, else by nobody.
      if (token.lower === 'menargetkan' && speechAfter(to, speaker) !== i) continue;
      const next = tokens[i + 1]?.lower ?? '';
      const stance = STANCE_VERBS.has(token.lower) && !clauseFollows(to, i + 1);
      if (stance && next !== ',' && !THAT.has(next) && next !== ':') {
        if (token.lower !== 'menyebut' && token.lower !== 'membantah' && token.lower !== 'mengumumkan') {
          if (isPerson(speaker.entity) && !SILENT_VERBS.has(token.lower)) spoke(to, speaker);
          continue;
        }
      }
      content(to, i + 1, stop, sentence, { cue: cueOf(to, i), speaker, rule: 'indirect-verb' });
      return;
    }
    // `…, kata Budi.` and `…, katanya.` without quotation marks; `Bulog, lanjutnya, akan …`.
    if (
      tokens[i - 1]?.lower === ',' &&
      (i > from + 2 || (i === from + 2 && flags & CUE_NYA && tokens[i + 1]?.lower === ',')) &&
      to.inside[i - 1] === -1 &&
      !token.capital
    ) {
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

/** `menyampaikan pemerintah menargetkan …`: what somebody else says or will do is said, not handed over. */
function clauseFollows({ tokens, actors }: Reading, at: number): boolean {
  const mention = tokens[at] && actors.mentionAt(tokens[at]!.start);
  if (!mention) return false;
  const next = tokens[tokenFrom(tokens, mention.end)];
  return next !== undefined && (WILL.has(next.lower) || (actors.flags[tokenFrom(tokens, mention.end)]! & SPEECH) !== 0);
}

/** `Kementerian menargetkan …, kata Budi`: the whole sentence is Budi's. True where it was taken as his. */
function closing(to: Reading, sentence: Sentence, from: number, verb: number, stop: number): boolean {
  const { tokens } = to;
  for (let i = stop - 2; i > Math.max(verb + 2, stop - CLOSING_REACH); i--) {
    if (to.inside[i] !== -1) return false;
    if (tokens[i - 1]!.lower !== ',' || tokens[i]!.capital || !(to.actors.flags[i]! & CUE)) continue;
    const speaker = named(to, i + 1, sentence.end);
    if (!speaker || !isPerson(speaker.entity) || hasQuote(to, from, i)) return false;
    const span = { start: tokens[from]!.start, end: tokens[i - 2]!.end };
    push(to, span, false, { cue: cueOf(to, i), speaker, rule: 'indirect-cue' });
    return true;
  }
  return false;
}

/** Words in which a closing cue and its speaker stand. */
const CLOSING_REACH = 40;

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

/** Pushes what is reported from a token to the sentence's end, unless a quotation says it. */
export function content(to: Reading, from: number, stop: number, sentence: Sentence, by: Attribution): void {
  const { tokens } = to;
  let i = from;
  while (i < stop && (tokens[i]!.lower === ',' || tokens[i]!.lower === ':' || tokens[i]!.lower === 'bahwa')) i++;
  if (i >= stop || to.inside[i] !== -1 || stop - i < 3) {
    if (by.speaker) spoke(to, by.speaker);
    return;
  }
  push(to, { start: tokens[i]!.start, end: sentence.end }, false, by);
}
