import type { Token } from '../text/tokens.ts';
import { type Alias, names } from './aliases.ts';
import { PLATFORM_CUES } from './classes.ts';
import { isArea, isOfRank } from './commands.ts';
import { endAbroad } from './foreign.ts';
import { type GazetteerActor, NAME_ONLY } from './gazetteer.ts';
import { COMMON, classOfWord, HONORIFIC, NAME_START, ORG, PLACE, ROLE, STOP } from './lexicon.ts';
import type { TokenView } from './raw.ts';
import { longestMatch } from './trie.ts';

/** One piece of a run of capitals. */
export interface Item {
  first: number;
  last: number;
  flags: number;
  alias: Alias | null;
  /** May be part of a person's name. */
  name: boolean;
  /** An abbreviation in brackets. */
  bracket: boolean;
}

/** Words inside names that are not capitalised. */
const PARTICLES = new Set(['bin', 'binti', 'al', 'de', 'der', 'van', 'von', 'da', 'el', 'la', 'le', 'dos', 'di']);

const JOINS = new Set(['dan', '&', 'of', 'and', 'for', '/', 'serta', 'the']);

/** Ordinary words that are last names too: behind a name they are one (`Lukman Hakim`). */
const NAME_TOO = new Set([
  'hakim',
  'yakin',
  'indah',
  'mandiri',
  'perkasa',
  'sejahtera',
  'pratiwi',
  'bestari',
  'kusuma',
]);

/** Forms of company that open a name. */
const FORMS = new Set(['pt', 'cv', 'ud']);

/** Function words inside the names of offices: `Menteri Dalam Negeri`. */
const INNER = new Set(['dalam', 'luar', 'atas', 'bawah', 'ketiga', 'kedua', 'pertama']);
const LONGEST_RUN = 28;

/** No name has a digit, or is a Roman number (`eselon II`; `Xi Jinping` is a name). */
export const isNumeral = (text: string, token: Token): boolean =>
  /\d/.test(token.lower) || (/^[ivx]+$/.test(token.lower) && upper(text, token));

/** True of a word in capitals throughout. */
export const upper = (text: string, { start, end }: Token): boolean => {
  // Most words show it by their second letter.
  const second = end - start > 1 ? text.charCodeAt(start + 1) : 0;
  if (second >= 97 && second <= 122) return false;
  const raw = text.slice(start, end);
  return raw === raw.toUpperCase();
};

/** A word with a capital that is nothing else in the lists. */
const mayNameAPerson = ({ tokens, flags, breaks }: TokenView, at: number): boolean =>
  tokens[at]?.capital === true && breaks[at] === 0 && (flags[at]! & (ROLE | ORG | COMMON | PLACE | STOP)) === 0;

/** Whether an alias of the gazetteer is written here as a name is. */
function written(alias: Alias, at: number, end: number, view: TokenView): boolean {
  const raw = view.text.slice(view.tokens[at]!.start, view.tokens[end - 1]!.end);
  // `Komisioner KPI Bidang Isi Siaran`: initials behind an office are a body's.
  const isBehindOffice = raw.length > 1 && at > 0 && (view.flags[at - 1]! & ROLE) !== 0;
  const isOfOffice = isBehindOffice && (alias.exact || [0, 1].every((n) => mayNameAPerson(view, end + n)));
  if (alias.weak && !isOfOffice) {
    // `Commuter Line`, `World Cup`: part of another name.
    const before = view.tokens[at - 1];
    const next = view.tokens[end];
    if (before?.capital && view.breaks[at] === 0 && !PLATFORM_CUES.has(before.lower)) return false;
    if (next?.capital && view.breaks[end] === 0) return false;
  }
  if (alias.exact) return raw === alias.text;
  return view.tokens[at]!.capital || (view.tokens[at]!.lower === alias.text && !alias.weak);
}

/** The gazetteer's name that begins at a token, with the token behind it. */
export const listed = (view: TokenView, at: number): { value: Alias; end: number } | null =>
  view.flags[at]! & NAME_START ? longestMatch(names, view.tokens, at, written, view) : null;

/** An authority of another country: no row of the gazetteer has it, and it is known by its whole name. */
function foreignAlias({ text, tokens }: TokenView, { exact, weak }: Alias, from: number, to: number): Alias {
  const name = text.slice(tokens[from]!.start, tokens[to - 1]!.end);
  const actor: GazetteerActor = {
    id: NAME_ONLY + name,
    kind: 'regulator',
    name,
    aliases: [],
    verified: false,
    source: 'name only',
  };
  return { actor, text: name, exact, weak };
}

/** Collects the items of the run that begins at a token; returns the token behind it. */
export function collect(view: TokenView, at: number, items: Item[]): number {
  const { tokens, text, breaks } = view;
  let i = at;
  const limit = Math.min(tokens.length, at + LONGEST_RUN);
  while (i < limit) {
    const token = tokens[i]!;
    if (i > at && breaks[i]! > 0) break;
    const isRank = isOfRank(tokens, i);
    const match = isRank ? null : listed(view, i);
    if (match) {
      const abroad = endAbroad(tokens, match.end, match.value.actor);
      const end = abroad < 0 || breaks.subarray(match.end, abroad).some((one) => one > 0) ? match.end : abroad;
      const alias = end === match.end ? match.value : foreignAlias(view, match.value, i, end);
      items.push({ first: i, last: end, flags: 0, alias, name: false, bracket: false });
      i = end;
      continue;
    }
    if (token.kind === 'word' && token.capital) {
      const own = isGeneral(tokens, i) ? COMMON : view.flags[i]!;
      const flags = isRank ? HONORIFIC : own | (isArea(tokens, i) ? PLACE : 0);
      // `Menteri Dalam Negeri`: within an office even a function word may be part of the name.
      if (
        flags & STOP &&
        !(items.length > 0 && (flags & (ROLE | ORG | COMMON) || (isOffice(items) && INNER.has(token.lower))))
      )
        break;
      const initial = token.end - token.start === 1;
      const name =
        (flags & (ROLE | ORG | COMMON | PLACE | HONORIFIC)) === 0 &&
        (initial || token.end - token.start <= 2 || !upper(text, token)) &&
        !isNumeral(text, token);
      const family = items.at(-1)?.name === true && NAME_TOO.has(token.lower);
      items.push({
        first: i,
        last: i + 1,
        flags: family ? 0 : flags,
        alias: null,
        name: name || family,
        bracket: false,
      });
      i++;
      // `Johnny G. Plate`, `Moh. Reza`
      if (tokens[i]?.lower === '.' && token.end - token.start <= 4 && tokens[i]!.start === token.end) {
        if (tokens[i + 1]?.capital && breaks[i + 1] === 0) i++;
        else break;
      }
      continue;
    }
    if (items.length === 0) break;
    const next = joined(view, i, items);
    if (next === 0) break;
    i = next;
  }
  return i;
}

/** `Direktorat Jenderal Perhubungan Udara`: part of the body's name, and nobody's rank. */
const isGeneral = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]!.lower === 'jenderal' && GENERAL.has(tokens[i - 1]?.lower ?? '');
const GENERAL = new Set(['direktorat', 'sekretariat', 'inspektorat']);

const isOffice = (items: readonly Item[]): boolean => items.some((item) => item.flags & (ROLE | ORG));

/** Words of one of several things that an office is for, at most. */
const LISTED = 3;

const SINGLE = new Set(["'", '‘', '’']);

/** The token at which the run goes on behind a small word or mark at `i`, or 0 where it ends. May add an item. */
function joined(view: TokenView, i: number, items: Item[]): number {
  const { tokens, breaks } = view;
  const token = tokens[i]!;
  const next = tokens[i + 1];
  if (!next || breaks[i + 1]! > 0) return 0;
  const last = items.at(-1)!;
  const office = isOffice(items);
  if (token.lower === '(') return !last.name || office ? bracketed(view, i, items) : 0;
  // `Juru Bicara Gugus Tugas Kendari dr Algazali`, `Daop 8 Surabaya`
  if (office && next.capital && token.kind === 'word' && classOfWord(token) & HONORIFIC) return i + 1;
  if (office && next.capital && token.kind === 'number' && token.end - token.start <= 3) {
    items.push({ first: i, last: i + 1, flags: COMMON, alias: null, name: false, bracket: false });
    return i + 1;
  }
  if (PARTICLES.has(token.lower) && next.capital && last.name && token.lower !== 'di') return i + 1;
  // `Munafri 'Appi' Arifuddin`: another name of his within his name.
  const opens = SINGLE.has(token.lower) && next.capital && SINGLE.has(tokens[i + 2]?.lower ?? '');
  if (opens && last.name && tokens[i + 3]?.capital && breaks[i + 3] === 0) return i + 1;
  if (SINGLE.has(token.lower) && next.capital && SINGLE.has(tokens[i - 2]?.lower ?? '') && last.name) return i + 1;
  if (token.lower === '-' && next.capital && token.start === tokens[i - 1]!.end && next.start === token.end)
    return i + 1;
  if (JOINS.has(token.lower) && next.capital && office && last.alias === null && !last.bracket) {
    // `PT Bank MNC Internasional Tbk dan PT Bank Nationalnobu Tbk` are two.
    if (FORMS.has(next.lower) || tokens[i - 1]!.lower === 'tbk') return 0;
    const flags = classOfWord(next);
    // `Menteri Riset/Kepala Badan Riset`: two offices of one person; `Pangdam III/Siliwangi`.
    if (token.lower === '/' && (flags & (ROLE | ORG) || isArea(tokens, i + 1))) return i + 1;
    const english = token.lower !== 'dan' && token.lower !== 'serta' && token.lower !== '/';
    if (english) return i + 1;
    const shout = next.end - next.start > 1 && upper(view.text, next);
    return (shout || (flags & COMMON && !(flags & (ROLE | ORG | STOP)))) && !listed(view, i + 1) ? i + 1 : 0;
  }
  if (token.lower === 'bidang' && next.capital && office) return i + 1;
  // `Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi`
  // `Dinas Cipta Karya, Tata Ruang, dan Pertanahan`: a word that may be a name stands behind one that is none.
  if (token.lower === ',' && office && (last.flags | (items.at(-2)?.flags ?? 0)) & COMMON) {
    const at = next.lower === 'dan' ? i + 2 : i + 1;
    const follower = tokens[at];
    if (!follower?.capital || (classOfWord(follower) & (COMMON | ROLE | ORG | STOP)) !== COMMON) return 0;
    if (at === i + 2) return at;
    // `Industri Logam, Mesin, Alat Transportasi, dan Elektronika`
    let end = at + 1;
    while (end < at + LISTED && tokens[end]?.capital && classOfWord(tokens[end]!) & COMMON) end++;
    const after = tokens[end]?.lower;
    return after === ',' || after === 'dan' ? at : 0;
  }
  return 0;
}

function bracketed(view: TokenView, i: number, items: Item[]): number {
  const { tokens, text } = view;
  let close = i + 1;
  while (close < tokens.length && close < i + 6 && tokens[close]!.lower !== ')') close++;
  if (tokens[close]?.lower !== ')' || close === i + 1) return 0;
  if (!tokens[i + 1]!.capital || tokens[i + 1]!.kind !== 'word') return 0;
  const content = text.slice(tokens[i + 1]!.start, tokens[close - 1]!.end);
  if (content.length > 30 || content.includes(',')) return 0;
  // `Letjen TNI (Purn) Galih`: no abbreviation of a name.
  if (content.toLowerCase() === 'purn') return close + 1;
  items.push({ first: i + 1, last: close, flags: 0, alias: null, name: false, bracket: true });
  return close + 1;
}

/** An item as it is printed. */
export const textOfItem = (view: TokenView, item: Item): string =>
  view.text.slice(view.tokens[item.first]!.start, view.tokens[item.last - 1]!.end);
