import type { Token } from '../text/tokens.ts';
import type { ActorRef } from '../types.ts';
import type { Candidate } from './candidates.ts';
import type { Range } from './clause.ts';
import { AFTER_NAME, PREPOSITIONS } from './lexicon/words.ts';
import type { PartyMention } from './parties.ts';
import type { View } from './view.ts';

/** Who is to give what must be received: the party behind `dari`. */
export function giverOf({ act, action, view: { tokens, mentionAt } }: Candidate): PartyMention | undefined {
  if (act === null || tokens[act.verb]?.lower !== 'diterima') return undefined;
  for (let i = act.verb + 1; i + 1 < action.to; i++) {
    if (tokens[i]!.lower === 'dari' && mentionAt[i + 1]) return mentionAt[i + 1];
  }
  return undefined;
}

/** The party behind `oleh` in a group of words. */
export function doerIn({ tokens, mentionAt }: View, { from, to }: Range): PartyMention | undefined {
  for (let i = from; i + 1 < to; i++) if (tokens[i]!.lower === 'oleh' && mentionAt[i + 1]) return mentionAt[i + 1];
  return undefined;
}

/** `dibayarkan (oleh) pemerintah`: the agent of a passive. */
export function agentOf({ view, act, action }: Candidate): PartyMention | undefined {
  if (act === null) return undefined;
  const next = act.voice === 'passive' ? view.mentionAt[act.verb + 1] : undefined;
  if (next && view.tokens[act.verb + 1]!.start === next.start && !next.pronoun) return next;
  for (let i = act.verb + 1; i < action.to; i++) {
    if (view.tokens[i]!.lower === 'oleh') return view.mentionAt[i + 1] ?? view.mentionAt[i + 2];
  }
  return undefined;
}

/** `dibahas oleh masing-masing unit eselon I`: a class or a name that no list knows, in the article's words. */
export function agentGroup({ view, act, action }: Candidate, text: string): ActorRef | null {
  const { tokens, mentionAt } = view;
  let from = act!.verb + 1;
  while (from < action.to && tokens[from]!.lower !== 'oleh') from++;
  from++;
  while (from < action.to && ABOUT.has(tokens[from]!.lower)) from++;
  let to = from;
  while (to < action.to && to < from + 8 && mentionAt[to] === undefined && !endsGroup(tokens[to]!)) to++;
  return to > from && !PRONOUNS.has(tokens[from]!.lower) ? groupRef(text, view, { from, to }) : null;
}

const OWN = new Set(['pihaknya', 'kami', 'kita']);
const PRONOUNS = new Set([...OWN, 'mereka', 'ia', 'dia', 'beliau', 'saya', 'aku', 'keduanya', 'siapa']);
const ABOUT = new Set(['sekitar', 'lebih', 'kurang', 'hampir', 'pihak']);
const endsGroup = ({ kind, lower }: Token): boolean =>
  kind === 'mark' || AFTER_NAME.has(lower) || lower === 'yang' || PREPOSITIONS.has(lower);

/** `dibuka pihaknya`, `dibuka oleh kami`: the token of the first person; -1 without. */
export function agentPronoun({ view: { tokens }, act, action }: Candidate): number {
  if (act === null) return -1;
  const next = act.verb + 1;
  if (OWN.has(tokens[next]?.lower ?? '')) return next;
  for (let i = next; i + 1 < action.to; i++)
    if (tokens[i]!.lower === 'oleh' && OWN.has(tokens[i + 1]!.lower)) return i + 1;
  return -1;
}

/** A defined class, in the article's words, without what stands before and behind it and says when, or links it. */
export function groupRef(text: string, view: View, range: Range): ActorRef {
  const { from, to } = ownWords(view, range);
  const start = view.tokens[from]!.start;
  const end = view.tokens[to - 1]!.end;
  return { start, end, text: text.slice(start, end), actor: null };
}

/** `, per 1 Januari 2017 semua ponsel`, `Kepada pelaku usaha`, `pusat AI di Solo dan`: the group's own words; all where none are left. */
function ownWords({ tokens, deadlines }: View, range: Range): Range {
  let { from, to } = range;
  const isTime = ({ start, end }: Token): boolean => deadlines.some((one) => one.start <= start && end <= one.end);
  while (from < to && (LEADING.has(tokens[from]!.lower) || tokens[from]!.kind === 'mark' || isTime(tokens[from]!)))
    from++;
  const isLink = ({ lower }: Token): boolean => TRAILING.has(lower) || lower === ',';
  // A time behind a link is when (`mulai Selasa (1/7)`); without one it may say which (`jemaah haji tahun 2026`).
  let time = to;
  while (time > from && isTime(tokens[time - 1]!)) time--;
  if (time < to && time > from && (isLink(tokens[time - 1]!) || isLink(tokens[time]!))) to = time;
  while (to > from && isLink(tokens[to - 1]!)) to--;
  return from < to ? { from, to } : range;
}

/** Words that link a group to what stands before it. */
const LEADING = new Set(
  'per pada mulai terhitung sejak sampai hingga kepada bagi untuk dari dan serta maka oleh agar supaya'.split(' '),
);
/** Words that link what stands behind a group to it. */
const TRAILING = new Set(
  'dan serta yang dengan untuk bahwa sehingga di ke dari mulai sejak per pada hingga sampai'.split(' '),
);
