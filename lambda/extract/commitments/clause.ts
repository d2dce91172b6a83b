import { isQuote } from '../text/tokens.ts';
import type { Span } from '../types.ts';
import { ACTION_ENDERS, ADVERBS, CONDITION_OPENERS, CUE_ROOTS, NEGATORS, VERB_SHAPED } from './lexicon/words.ts';
import type { View } from './view.ts';

/** A half-open range of the sentence's tokens. */
export interface Range {
  from: number;
  to: number;
}

export type Voice = 'active' | 'passive' | 'agentive' | 'other';

/** The verb behind a marker. */
export interface Act {
  verb: number;
  voice: Voice;
  /** In `akan kami buka` the pronoun between. */
  agent: number | undefined;
  negated: boolean;
}

/** Endings that a cue may carry: `katanya`. */
export const CLITIC = /(?:nya|lah|pun|kah)$/;

/** Has the shape of a verb with an active, passive or `ber-` prefix, and is no noun of the same shape. */
export const isVerbLike = (word: string): boolean =>
  word.length > 4 && /^(?:me[mnlrwy]|di|ber)[a-z]/.test(word) && !VERB_SHAPED.has(word);

/** The verb behind token `at` (exclusive), over adverbs; null where none follows within the clause. */
export function actAfter(view: View, at: number): Act | null {
  const { tokens, mentionAt } = view;
  let negated = false;
  let agent: number | undefined;
  for (let i = at; i < tokens.length && i < at + 7; i++) {
    const token = tokens[i]!;
    const { lower } = token;
    if (token.kind === 'mark') return null;
    if (NEGATORS.has(lower)) negated = true;
    else if (lower === 'kami' || lower === 'kita' || lower === 'saya' || lower === 'pemerintah') {
      if (isVerbLike(tokens[i + 1]?.lower ?? '')) return null;
      agent = i;
    } else if (!ADVERBS.has(lower) || isVerbLike(lower)) {
      if (mentionAt[i] !== undefined && token.capital) return null;
      return { verb: i, voice: voiceOf(lower, agent), agent, negated };
    }
  }
  return null;
}

function voiceOf(word: string, agent: number | undefined): Voice {
  if (agent !== undefined) return 'agentive';
  if (/^di[a-z]{3}/.test(word) && isVerbLike(word)) return 'passive';
  return isVerbLike(word) ? 'active' : 'other';
}

/** Where the act that begins at token `from` ends (exclusive): its objects and adjuncts, no reason and no speaker. */
export function endOfAct(view: View, from: number): number {
  const { tokens, quoted } = view;
  const inQuote = quoted[from] ?? false;
  let bracket = 0;
  for (let i = from + 1; i < tokens.length; i++) {
    const { lower } = tokens[i]!;
    if (lower === '(') bracket++;
    else if (lower === ')') bracket = Math.max(0, bracket - 1);
    else if (bracket > 0) continue;
    else if (inQuote && (isQuote(tokens[i]) || !quoted[i])) return i;
    else if (!inQuote && isQuote(tokens[i]) && quoted[i + 1] !== true) return i;
    else if (lower === ';' || lower === '?' || lower === '!' || (lower === '.' && i === tokens.length - 1)) return i;
    else if (ACTION_ENDERS.has(lower) && !(MAY_MODIFY.has(lower) && tokens[i - 1]!.kind !== 'mark')) {
      return tokens[i - 1]!.lower === ',' ? i - 1 : i;
    } else if (lower === 'menurut' && namedFrom(view, i + 1) >= 0) return i;
    else if (lower === ',' && endsAtComma(view, i)) return i;
    else if (lower === 'dan' && secondMarkedAct(view, i)) return i;
    else if (JOINS.has(lower) && secondDatedAct(view, from, i)) return tokens[i - 1]!.lower === ',' ? i - 1 : i;
  }
  return tokens.length;
}

/** Words of an office before a name, at most. */
const OFFICE = 8;

/** Where who is named from token `at` on, office and all, is named: `Menteri Komunikasi Meutya Hafid`; -1 where nobody is. */
export function namedFrom({ tokens, mentionAt }: View, at: number): number {
  for (let i = at; i < at + OFFICE && (tokens[i]?.capital || (i > at && tokens[i]?.lower === 'dan')); i++)
    if (mentionAt[i] !== undefined) return i;
  return -1;
}

/** Words that end an act only behind a mark: `izin sementara`, `pernyataan kata`. */
const MAY_MODIFY: ReadonlySet<string> = new Set([...CUE_ROOTS, 'sementara']);

/** What joins a second act to one. */
export const JOINS = new Set(['dan', 'lalu', 'kemudian', 'serta']);

/** What leads from an order, or the time that it gives, to what is to be done. */
export const TO_ACT = new Set(['untuk', 'agar', 'supaya', 'guna']);

/** `membangun pusat riset dan akan menyerahkan rencananya bulan depan`: the second has a marker of its own. */
const secondMarkedAct = ({ tokens }: View, and: number): boolean =>
  MARKED.has(tokens[and + 1]?.lower ?? '') && isVerbLike(tokens[and + 2]?.lower ?? '');
const MARKED = new Set(['akan', 'bakal', 'wajib', 'harus']);

/** `dimulai pada April dan berakhir pada Juli`: two acts where each has a day of its own. */
function secondDatedAct({ tokens, deadlines }: View, from: number, and: number): boolean {
  if (deadlines.length < 2 || !isVerbLike(tokens[and + 1]?.lower ?? '')) return false;
  const middle = tokens[and]!.start;
  const start = tokens[from]!.start;
  return (
    deadlines.some((claim) => claim.start >= start && claim.end <= middle) &&
    deadlines.some((claim) => claim.start > middle)
  );
}

function endsAtComma({ tokens, mentionAt }: View, comma: number): boolean {
  const next = tokens[comma + 1];
  if (next === undefined || isQuote(next)) return true;
  const word = next.lower.replace(CLITIC, '');
  if (CUE_ROOTS.has(word) || CUE_ROOTS.has(next.lower) || ACTION_ENDERS.has(next.lower)) return true;
  if (
    next.lower === 'menurut' ||
    next.lower === 'sesuai' ||
    next.lower === 'dengan' ||
    next.lower === 'demi' ||
    next.lower === 'terutama'
  )
    return true;
  // A new clause: a subject of its own and a verb.
  for (let i = comma + 1; i < tokens.length && i < comma + 10; i++) {
    const { lower } = tokens[i]!;
    if (lower === ',' || lower === 'dan' || lower === 'serta') return false;
    if ((lower === 'akan' || lower === 'telah' || lower === 'sudah') && (mentionAt[comma + 1] || i > comma + 1))
      return true;
  }
  return false;
}

/** A condition in the sentence: from its opener to the comma, `maka` or clause that it governs. */
export function conditionIn(view: View): Range | null {
  const { tokens } = view;
  for (let i = 0; i < tokens.length; i++) {
    if (!CONDITION_OPENERS.has(tokens[i]!.lower)) continue;
    let to = i + 1;
    while (to < tokens.length) {
      const { lower } = tokens[to]!;
      if (lower === ',' || lower === 'maka' || lower === '.' || lower === ';' || isQuote(tokens[to])) break;
      to++;
    }
    if (to > i + 1) return { from: i, to };
  }
  return null;
}

/** `kami perpanjang`: the pronoun before a bare verb is its agent. */
export function agentBefore({ tokens }: View, at: number): number | undefined {
  const before = tokens[at - 1]?.lower;
  return WE.has(before ?? '') ? at - 1 : undefined;
}
/** Who speaks, or whose side: `saya antar sendiri`, `keran itu pihaknya buka`. */
const WE = new Set(['kami', 'kita', 'saya', 'pihaknya']);

/** To go past a day, and to be late: `melewati tenggat 31 Agustus`, `lewat dari 20 Juni`, `molor`. */
const PASSING = new Set(['melewati', 'lewat', 'melampaui', 'terlampaui', 'terlewati']);
const LATE = new Set(['telat', 'terlambat', 'molor', 'mundur', 'meleset', 'bergeser', 'menggeser']);
const TERMS = new Set(['tenggat', 'batas', 'jadwal', 'jadwalnya', 'target', 'waktu', 'tanggal', 'deadline', 'tempo']);

/** Whether an act is promised not to be done; not to pass a day, or not to be late, is to do. */
export function isDenied({ tokens }: View, act: Act | null, deadline: Span | null): boolean {
  if (act?.negated !== true) return false;
  if (deadline === null) return true;
  let next = act.verb + 1;
  while (tokens[next]?.lower === 'dari' || tokens[next]?.lower === 'pada') next++;
  const behind = tokens[next];
  const isTerm =
    behind === undefined || TERMS.has(behind.lower) || (behind.start >= deadline.start && behind.start < deadline.end);
  const { lower } = tokens[act.verb]!;
  // `tidak akan telat membayar`: not late, and so done.
  const isLate = LATE.has(lower) && (isTerm || isVerbLike(behind!.lower));
  return !((PASSING.has(lower) && isTerm) || isLate);
}

/** `tidak menutup`: a negation right before a token. */
export function precededByNo({ tokens }: View, at: number): boolean {
  const before = tokens[at - 1]?.lower;
  return before !== undefined && NEGATORS.has(before);
}

/** A noun of an act: `pembangunan`, `penyerahan`, `perbaikan`. */
export const NOMINAL = /^(?:pe[mn]|pel|per)[a-z]{3,}an(?:nya)?$/;
