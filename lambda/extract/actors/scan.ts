import { coverage, findQuotes, type Quote, tokenFrom } from '../text/quotes.ts';
import type { Doc } from '../text/segment.ts';
import { type Token, tokenize } from '../text/tokens.ts';
import {
  BARE_DESCRIPTIONS,
  CLASS_TAILS,
  classNouns,
  DESCRIPTIONS,
  DETERMINERS,
  PERSON_PRONOUNS,
  PREDICATES,
  QUANTIFIERS,
  SHORT_HEADS,
  SIDE_PRONOUNS,
} from './classes.ts';
import { COMMON, CUE, CUE_NYA, classOfWord, NAME_START, NOUN_START, ROLE, SPEECH, STOP } from './lexicon.ts';
import { readRun } from './names.ts';
import { type RawName, rawName, type TokenView } from './raw.ts';
import { listed } from './runs.ts';
import { longestMatch } from './trie.ts';
import { unglue } from './unglue.ts';

/** Tokens with their breaks; one walk over tokens and sentences. */
export function view(doc: Doc, published: string | null): TokenView {
  const { text } = doc;
  const tokens = unglue(text, tokensOf(doc));
  const breaks = new Uint8Array(tokens.length + 1);
  let at = 0;
  let paragraph = -1;
  for (const sentence of doc.sentences) {
    while (at < tokens.length && tokens[at]!.end <= sentence.start) at++;
    // Quotation marks and dashes before the first word do not make it any less the first.
    let first = at;
    while (first < tokens.length && tokens[first]!.kind === 'mark' && tokens[first]!.start < sentence.end) first++;
    if (first < tokens.length && tokens[first]!.start < sentence.end)
      breaks[first] = sentence.paragraph === paragraph ? 1 : 2;
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
  const quotes = findQuotes(text, doc.paragraphs);
  const flags = new Uint16Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind !== 'word') continue;
    // `Amerika Serikat` is a country, and no union (`Serikat Pekerja`) in America.
    const isOfPlace = tokens[i]!.lower === 'serikat' && tokens[i - 1]?.lower === 'amerika';
    // `Satpol PP`, `PT PP`: part of a name, and no Peraturan Pemerintah.
    const isOfName = tokens[i]!.lower === 'pp' && OF_PP.has(tokens[i - 1]?.lower ?? '');
    flags[i] = isOfPlace ? flags[i - 1]! : isOfName ? COMMON : classOfWord(tokens[i]!);
  }
  for (const quote of quotes) if (!quote.closed) endAtCue(tokens, flags, quote);
  return { text, tokens, flags, breaks, quotes, inside: coverage(tokens, quotes), published };
}

/** A headline glued to the next sentence (`PelakuUntuk`) ends within what looks like a word. */
function tokensOf({ text, links }: Doc): Token[] {
  if (links.length === 0) return tokenize(text);
  const cuts = [0, ...links.flatMap(({ start, end }) => [start, end]), text.length];
  return cuts.slice(1).flatMap((end, i) => tokenize(text, cuts[i]!, end));
}

/** A quotation whose closing mark was forgotten ends before its cue: `“Kami siap, kata Budi.` */
function endAtCue(tokens: readonly Token[], flags: Uint16Array, quote: Quote): void {
  for (let i = tokenFrom(tokens, quote.start); i + 2 < tokens.length && tokens[i]!.start < quote.end; i++) {
    if (tokens[i]!.lower !== ',' || tokens[i + 1]!.capital || tokens[i + 1]!.end > quote.end) continue;
    const named = tokens[i + 2]!.capital || PERSON_PRONOUNS.has(tokens[i + 2]!.lower);
    if (flags[i + 1]! & CUE_NYA || (flags[i + 1]! & CUE && named)) {
      quote.end = tokens[i]!.end;
      return;
    }
  }
}

const OF_PP = new Set(['satpol', 'kasatpol', 'pt']);

/** Before an office or a name these make it a law's: `Peraturan Menteri`, `PP Tunas`, `Keputusan Presiden`. */
const LAWS = new Set([
  ...[
    'peraturan',
    'keputusan',
    'instruksi',
    'rancangan',
    'pp',
    'perpres',
    'permen',
    'undang-undang',
    'uu',
    'rpm',
    'perda',
  ],
]);

const isOfLaw = ({ tokens, flags }: TokenView, i: number): boolean =>
  LAWS.has(tokens[i - 1]!.lower) && !(tokens[i - 1]!.lower === 'pp' && flags[i - 1] === COMMON);

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
    const flags = seen.flags[i]!;
    const common = flags & NOUN_START ? commonNoun(seen, i, out) : i;
    if (common > i) {
      i = common;
      continue;
    }
    const lower = token.lower;
    if (flags & NOUN_START && (PERSON_PRONOUNS.has(lower) || SIDE_PRONOUNS.has(lower))) {
      out.push(rawName(seen, i, i + 1, { shape: 'pronoun' }));
      i++;
    } else if (token.capital) {
      if (flags & STOP && !(flags & ROLE) && !listed(seen, i)) i++;
      else i = readRun(seen, i, i > 0 && isOfLaw(seen, i) ? [] : out);
    } else if ((flags & NAME_START) === 0) i++;
    else {
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

/** Words that may stand between the noun of a description and its `itu`. */
const DESCRIBING = 8;
/** Before the place or the owner that a description names: `raksasa teknologi asal China itu`. */
const OF = new Set(['asal', 'besutan', 'milik', 'bentukan', 'garapan', 'buatan', 'berbasis', 'bermarkas']);

/** Words that stop a name and may well describe a platform. */
const MEDIA = new Set(['video', 'foto', 'data', 'kartu']);
/** An active or passive verb: the noun before it is its subject, described by nothing behind it. */
const VERB = /^(?:me[mnlrwy]|di(?!gital|skon|stribusi|rgantara))[a-z]{4}/;

/**
 * `aplikasi siaran langsung itu`, `platform pinjaman daring (pindar) tersebut`: the token behind the determiner, or `at`.
 */
function describedUntil({ tokens, flags }: TokenView, at: number): number {
  let owned = false;
  for (let i = at + 1; i < tokens.length && i <= at + DESCRIBING; i++) {
    const { kind, lower, capital } = tokens[i]!;
    if (lower === '(' || lower === ')' || lower === '-') continue;
    if (kind !== 'word' || (capital && !owned)) return at;
    if (DETERMINERS.has(lower)) return i + 1;
    owned ||= OF.has(lower);
    if (flags[i]! & (STOP | CUE) && !owned && !MEDIA.has(lower)) return at;
    if (VERB.test(lower)) return at;
  }
  return at;
}

const predicate = ({ tokens, flags }: TokenView, at: number): boolean =>
  !tokens[at]!.capital && (PREDICATES.has(tokens[at]!.lower) || (flags[at]! & SPEECH) !== 0);

/** Behind `kementerian`, these make it any of them or all. */
const ANY_MINISTRY = new Set(
  'dan atau terkait lain lainnya teknis lembaga negara di yang mana koordinator / , - dalam penyewa pengguna'.split(
    ' ',
  ),
);

const always = (): boolean => true;

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
  if (token.capital && SHORT_HEADS.has(token.lower) && i === at && next && predicate(seen, i + 1)) {
    out.push(rawName(seen, i, i + 1, { shape: 'description' }));
    return i + 1;
  }
  if (DESCRIPTIONS.has(token.lower) && i === at) {
    if (next && DETERMINERS.has(next.lower)) {
      out.push(rawName(seen, i, i + 2, { shape: 'description' }));
      return i + 2;
    }
    const until = describedUntil(seen, i);
    if (until > i) {
      out.push(rawName(seen, i, until, { shape: 'description' }));
      return until;
    }
    if (BARE_DESCRIPTIONS.has(token.lower) || (token.lower === 'kementerian' && !ANY_MINISTRY.has(next?.lower ?? ''))) {
      out.push(rawName(seen, i, i + 1, { shape: 'description' }));
      return i + 1;
    }
  }
  const match = longestMatch(classNouns, tokens, i, always, null);
  if (!match) return at;
  let end = match.end;
  while (end < tokens.length && CLASS_TAILS.has(tokens[end]!.lower) && end < match.end + 2) end++;
  // `warga Jakarta, Budi`, `hakim Budi`: an office, which the name's run reads.
  if (tokens[end]?.capital && end === i + 1 && seen.flags[i]! & ROLE) return at;
  out.push(rawName(seen, at, end, { shape: 'class', head: match.value.kind === 'regulator' ? 1 : 0 }));
  return end;
}
