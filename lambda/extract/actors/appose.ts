import { titles } from './aliases.ts';
import { WHAT_IT_IS } from './classes.ts';
import { classOf, ROLE, SPEECH } from './lexicon.ts';
import type { RawName, TokenView } from './raw.ts';
import { flagsAt } from './surroundings.ts';

/** `Ketua X, Budi Y,` and `Budi Y, peneliti X,`: office and name belong together. */
export function appose(view: TokenView, raws: RawName[]): void {
  const { tokens } = view;
  const merged = new Set<RawName>();
  for (let i = 0; i + 1 < raws.length; i++) {
    const raw = raws[i]!;
    const next = raws[i + 1]!;
    const personal = next.shape === 'person' || next.shape === 'unknown';
    const comma = tokens[raw.last]?.lower === ',' && next.first === raw.last + 1;
    const bracketed =
      tokens[raw.last]?.lower === '(' && tokens[raw.last + 2]?.lower === ')' && next.first <= raw.last + 4;
    if (!personal || next.role !== null || !(comma || bracketed)) continue;
    if (raw.shape === 'office') {
      next.role = raw.role;
      next.lead = raw.lead;
      next.affiliation = raw.affiliation;
      if (next.shape === 'unknown') next.shape = 'person';
      merged.add(raw);
    } else if (raw.shape === 'organisation' && comma && !next.doubtful) {
      // `anggota Komisi Pemilihan Umum (KPU), Evi`: the small-letter office stands before the organisation.
      const role = officeBefore(view, raw);
      if (role === null) continue;
      next.role = role;
      next.affiliation = raw;
      if (next.shape === 'unknown') next.shape = 'person';
    }
  }
  for (const [i, raw] of raws.entries()) {
    // `perwakilan Facebook Jeff Wu dan Alvin Tan`: both represent it.
    const first = raws[i - 1];
    if (first?.shape === 'person' && first.role !== null && raw.role === null && raw.shape === 'person') {
      const gap = raw.first - first.last;
      if (gap === 1 && tokens[first.last]!.lower === 'dan') {
        raw.role = first.role;
        raw.affiliation = first.affiliation;
      }
    }
    if (raw.role !== null || (raw.shape !== 'person' && raw.shape !== 'unknown')) continue;
    // `Zangi, aplikasi pesan asal Armenia,`: a name that no list knows, and no person's.
    if (
      raw.shape === 'unknown' &&
      tokens[raw.last]?.lower === ',' &&
      WHAT_IT_IS.has(tokens[raw.last + 1]?.lower ?? '')
    ) {
      raw.shape = 'organisation';
      continue;
    }
    behind(view, raws, i);
  }
  if (merged.size === 0) return;
  let kept = 0;
  for (const raw of raws) if (!merged.has(raw)) raws[kept++] = raw;
  raws.length = kept;
}

function officeBefore(view: TokenView, raw: RawName): string | null {
  for (let k = raw.first - 1; k >= 0 && k >= raw.first - 4; k--) {
    const token = view.tokens[k]!;
    if (token.kind !== 'word') return null;
    if (classOf(token.lower) & ROLE) return view.text.slice(token.start, raw.end);
  }
  return null;
}

/** What follows tells what they did, no longer who they are. */
const ENDS_ROLE = new Set([
  'untuk',
  'yang',
  'saat',
  'ketika',
  'pun',
  'juga',
  'akan',
  'telah',
  'sudah',
  'usai',
  'karena',
]);

/** The office behind a name: `Budi Y, peneliti dari X,` or `Budi Y (34), warga X`. */
export function behind(view: TokenView, raws: RawName[], i: number): void {
  const { tokens, text } = view;
  const raw = raws[i]!;
  let at = raw.last;
  if (tokens[at]?.lower === '(' && tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.lower === ')') {
    if (raw.shape === 'unknown') raw.shape = 'person';
    at += 3;
  }
  if (tokens[at]?.lower !== ',') {
    const selaku = tokens[at]?.lower === 'selaku' || tokens[at]?.lower === 'sebagai';
    if (!selaku) return;
  }
  at++;
  const first = tokens[at];
  if (first?.kind !== 'word') return;
  const next = raws[i + 1];
  const flags = classOf(first.lower);
  if (!(flags & ROLE) && !titles.has(first.lower)) return;
  if (next?.first === at && (next.shape === 'person' || next.shape === 'unknown')) return;
  let stop = at;
  while (stop < tokens.length && stop < at + 14 && !',.;:"“”'.includes(tokens[stop]!.lower)) {
    if (stop > at && (ENDS_ROLE.has(tokens[stop]!.lower) || flagsAt(view, stop) & SPEECH)) break;
    stop++;
  }
  if (stop === at) return;
  if (raw.shape === 'unknown') raw.shape = 'person';
  raw.role = text.slice(first.start, tokens[stop - 1]!.end);
  if (next && next.first < stop && (next.shape === 'organisation' || next.shape === 'office')) {
    raw.affiliation = next.shape === 'organisation' ? next : next.affiliation;
  }
}
