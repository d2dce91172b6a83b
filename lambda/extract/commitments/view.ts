import { firstEndingBehind } from '../text/bisect.ts';
import type { Doc } from '../text/segment.ts';
import { isQuote, type Token } from '../text/tokens.ts';
import type { DeadlineClaim, Span, Statement } from '../types.ts';
import type { Parties, PartyMention } from './parties.ts';

/** What the rules look at: one sentence with all that is known about it. */
export interface View extends Span {
  index: number;
  paragraph: number;
  tokens: readonly Token[];
  /** For each token: it stands between quotation marks. */
  quoted: readonly boolean[];
  /** For each token: the party mention that covers it. */
  mentionAt: readonly (PartyMention | undefined)[];
  deadlines: readonly DeadlineClaim[];
  /** Statements whose content shares characters with the sentence. */
  statements: readonly Statement[];
  /** For each token the sort of thing it names, once somebody has asked for it (`sense.ts`). */
  sorts: readonly (string | undefined)[] | undefined;
}

/** The view of a sentence from what was found in it: its tokens, its deadlines, the statements that touch it. */
export function viewOf(
  doc: Doc,
  index: number,
  tokens: readonly Token[],
  parties: Parties,
  deadlines: readonly DeadlineClaim[],
  statements: readonly Statement[],
): View {
  const sentence = doc.sentences[index]!;
  const direct: Span[] = [];
  for (const statement of statements) if (statement.direct) direct.push(statement.content);
  return {
    start: sentence.start,
    end: sentence.end,
    index,
    paragraph: sentence.paragraph,
    tokens,
    quoted: quotedTokens(tokens, direct),
    mentionAt: mentionsOf(tokens, parties),
    deadlines,
    statements,
    sorts: undefined,
  };
}

/** Index of the first token of a sentence that ends behind an offset; -1 where none does. */
export function firstBehind(tokens: readonly Token[], offset: number): number {
  for (let i = 0; i < tokens.length; i++) if (tokens[i]!.end > offset) return i;
  return -1;
}

/** Index of the first that starts there or behind it; -1 where none does. */
export function firstFrom(tokens: readonly Token[], offset: number): number {
  for (let i = 0; i < tokens.length; i++) if (tokens[i]!.start >= offset) return i;
  return -1;
}

/** By the statements found, and by the marks in the sentence where there is no statement for them. */
function quotedTokens(tokens: readonly Token[], direct: readonly Span[]): boolean[] {
  let open = false;
  const quoted: boolean[] = [];
  for (const token of tokens) {
    if (isQuote(token)) open = !open;
    quoted.push(direct.length > 0 ? isWithin(direct, token) : open);
  }
  return quoted;
}

function isWithin(spans: readonly Span[], { start, end }: Span): boolean {
  for (const span of spans) if (start >= span.start && end <= span.end) return true;
  return false;
}

function mentionsOf(tokens: readonly Token[], { mentions }: Parties): (PartyMention | undefined)[] {
  const first = tokens[0];
  if (first === undefined) return [];
  let at = firstEndingBehind(mentions, first.start);
  const found: (PartyMention | undefined)[] = [];
  for (const token of tokens) {
    while (at < mentions.length && mentions[at]!.end <= token.start) at++;
    const mention = mentions[at];
    found.push(mention !== undefined && mention.start < token.end && mention.end > token.start ? mention : undefined);
  }
  return found;
}
