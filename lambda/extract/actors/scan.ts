import type { Doc } from '../text/segment.ts';
import { tokenize } from '../text/tokens.ts';
import type { ActorKind } from '../types.ts';
import {
  BARE_DESCRIPTIONS,
  CLASS_TAILS,
  classNouns,
  DESCRIPTIONS,
  DETERMINERS,
  PERSON_PRONOUNS,
  QUANTIFIERS,
  SIDE_PRONOUNS,
} from './classes.ts';
import { classOf, ROLE, STOP } from './lexicon.ts';
import { type RawName, rawName, type TokenView } from './raw.ts';
import { listed, readRun } from './runs.ts';
import { longestMatch } from './trie.ts';

/** Tokens with their breaks; one walk over tokens and sentences. */
export function view(doc: Doc): TokenView {
  const { text } = doc;
  const tokens = tokenize(text);
  const breaks = new Uint8Array(tokens.length + 1);
  let at = 0;
  let paragraph = -1;
  for (const sentence of doc.sentences) {
    while (at < tokens.length && tokens[at]!.end <= sentence.start) at++;
    // Quotation marks and dashes before the first word do not make it any less the first.
    let first = at;
    while (first < tokens.length && tokens[first]!.kind === 'mark') first++;
    if (first < tokens.length) breaks[first] = sentence.paragraph === paragraph ? 1 : 2;
    paragraph = sentence.paragraph;
  }
  for (let i = 1; i < tokens.length; i++) {
    const before = tokens[i - 1]!.lower;
    if (
      breaks[i] === 0 &&
      (before === '“' || before === ':' || (before === '"' && tokens[i - 1]!.end === tokens[i]!.start))
    )
      breaks[i] = 1;
  }
  return { text, tokens, breaks };
}

/** A class or description with the kinds it may stand for. */
export interface Scanned extends RawName {
  kinds: readonly ActorKind[];
}

/** Everything in the text that names somebody or stands for a name, in order. */
export function scan(seen: TokenView): RawName[] {
  const out: RawName[] = [];
  const { tokens } = seen;
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i]!;
    if (token.kind !== 'word') {
      i++;
      continue;
    }
    const common = commonNoun(seen, i, out);
    if (common > i) {
      i = common;
      continue;
    }
    const lower = token.lower;
    if (PERSON_PRONOUNS.has(lower) || SIDE_PRONOUNS.has(lower)) {
      out.push(rawName(seen, i, i + 1, { shape: 'pronoun' }));
      i++;
    } else if (token.capital) {
      const flags = classOf(lower);
      if (flags & STOP && !(flags & ROLE) && !listed(seen, i)) i++;
      else i = readRun(seen, i, out);
    } else {
      // Names that print themselves in small letters (`e-commerce` names, `kompas.com`) come only from the list.
      const match = listed(seen, i);
      if (match)
        out.push(
          rawName(seen, i, match.end, { shape: 'organisation', actor: match.value.actor, weak: match.value.weak }),
        );
      i = match ? match.end : i + 1;
    }
  }
  return out;
}

/** Pushes the class or description that begins at a token; returns the token behind it, or `at`. */
function commonNoun(seen: TokenView, at: number, out: RawName[]): number {
  const { tokens } = seen;
  let i = at;
  while (i < tokens.length && i < at + 2 && QUANTIFIERS.has(tokens[i]!.lower)) i++;
  const token = tokens[i];
  if (token?.kind !== 'word') return at;
  const next = tokens[i + 1];
  // A capital inside the sentence makes it a name (`Pemerintah Provinsi Riau`), read as a run.
  if (token.capital && next?.capital && seen.breaks[i + 1] === 0) return at;
  if (DESCRIPTIONS.has(token.lower) && i === at) {
    if (next && DETERMINERS.has(next.lower)) {
      out.push(rawName(seen, i, i + 2, { shape: 'description' }));
      return i + 2;
    }
    if (BARE_DESCRIPTIONS.has(token.lower)) {
      out.push(rawName(seen, i, i + 1, { shape: 'description' }));
      return i + 1;
    }
  }
  const match = longestMatch(classNouns, tokens, i, () => true);
  if (!match) return at;
  let end = match.end;
  while (end < tokens.length && CLASS_TAILS.has(tokens[end]!.lower) && end < match.end + 2) end++;
  // `warga Jakarta, Budi`, `hakim Budi`: an office, which the name's run reads.
  if (tokens[end]?.capital && end === i + 1 && classOf(token.lower) & ROLE) return at;
  out.push(rawName(seen, at, end, { shape: 'class', head: match.value.kind === 'regulator' ? 1 : 0 }));
  return end;
}
