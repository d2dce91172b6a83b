import type { Token } from '../text/tokens.ts';
import { PLATFORM_CUES } from './classes.ts';
import { type Alias, names, titles } from './gazetteer.ts';
import {
  AUTHORITY,
  COMMON,
  CUE,
  classOf,
  HONORIFIC,
  NAME_START,
  NAMED_ORG,
  ORG,
  PLACE,
  ROLE,
  SPEECH,
  STOP,
  TAIL,
} from './lexicon.ts';
import { type RawName, rawName, type TokenView } from './raw.ts';
import { longestMatch } from './trie.ts';

/** One piece of a run of capitals. */
interface Item {
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
const LONGEST_RUN = 28;

const upper = (text: string, token: Token): boolean => {
  const raw = text.slice(token.start, token.end);
  return raw === raw.toUpperCase();
};

/** Whether an alias of the gazetteer is written here as a name is. */
function written(view: TokenView, at: number, alias: Alias, end: number): boolean {
  const raw = view.text.slice(view.tokens[at]!.start, view.tokens[end - 1]!.end);
  if (alias.weak) {
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
  view.flags[at]! & NAME_START
    ? longestMatch(names, view.tokens, at, (alias, end) => written(view, at, alias, end))
    : null;

/**
 * Reads the run of capitalised words that begins at token `at` and pushes what it names. Returns the token behind the
 * run (at least `at + 1`).
 */
export function readRun(view: TokenView, at: number, out: RawName[]): number {
  const items: Item[] = [];
  const end = collect(view, at, items);
  if (items.length > 0) interpret(view, items, end, out);
  return Math.max(end, at + 1);
}

function collect(view: TokenView, at: number, items: Item[]): number {
  const { tokens, text, breaks } = view;
  let i = at;
  const limit = Math.min(tokens.length, at + LONGEST_RUN);
  while (i < limit) {
    const token = tokens[i]!;
    if (i > at && breaks[i]! > 0) break;
    const match = listed(view, i);
    if (match) {
      items.push({ first: i, last: match.end, flags: 0, alias: match.value, name: false, bracket: false });
      i = match.end;
      continue;
    }
    if (token.kind === 'word' && token.capital) {
      const flags = view.flags[i]!;
      // `Menteri Dalam Negeri`: within an office even a function word may be part of the name.
      if (flags & STOP && !(items.length > 0 && (flags & (ROLE | ORG | COMMON) || isOffice(items)))) break;
      const initial = token.end - token.start === 1;
      const name =
        (flags & (ROLE | ORG | COMMON | PLACE | HONORIFIC)) === 0 &&
        (initial || token.end - token.start <= 2 || !upper(text, token));
      items.push({ first: i, last: i + 1, flags, alias: null, name, bracket: false });
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

const isOffice = (items: readonly Item[]): boolean => items.some((item) => item.flags & (ROLE | ORG));

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
  if (office && next.capital && token.kind === 'word' && classOf(token.lower) & HONORIFIC) return i + 1;
  if (office && next.capital && token.kind === 'number' && token.end - token.start <= 3) {
    items.push({ first: i, last: i + 1, flags: COMMON, alias: null, name: false, bracket: false });
    return i + 1;
  }
  if (PARTICLES.has(token.lower) && next.capital && last.name && token.lower !== 'di') return i + 1;
  if (token.lower === '-' && next.capital && token.start === tokens[i - 1]!.end && next.start === token.end)
    return i + 1;
  if (JOINS.has(token.lower) && next.capital && office && last.alias === null && !last.bracket) {
    const flags = classOf(next.lower);
    const english = token.lower !== 'dan' && token.lower !== 'serta' && token.lower !== '/';
    if (english) return i + 1;
    const shout = next.end - next.start > 1 && upper(view.text, next);
    return (shout || (flags & COMMON && !(flags & (ROLE | ORG | STOP)))) && !listed(view, i + 1) ? i + 1 : 0;
  }
  if (token.lower === 'bidang' && next.capital && office) return i + 1;
  // `Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi`
  if (token.lower === ',' && office && last.flags & COMMON) {
    const at = next.lower === 'dan' ? i + 2 : i + 1;
    const follower = tokens[at];
    if (!follower?.capital || (classOf(follower.lower) & (COMMON | ROLE | ORG | STOP)) !== COMMON) return 0;
    if (at === i + 2) return at;
    const after = tokens[at + 1]?.lower;
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
  items.push({ first: i + 1, last: close, flags: 0, alias: null, name: false, bracket: true });
  return close + 1;
}

const organisational = (item: Item): boolean =>
  item.alias !== null ? item.alias.actor.kind !== 'official' : (item.flags & ORG) !== 0;

/** Cuts a run into office, organisation and person, and pushes each. */
function interpret(view: TokenView, items: Item[], end: number, out: RawName[]): void {
  const doubtful = view.breaks[items[0]!.first]! > 0;
  let from = 0;
  // A heading glued to a sentence (`Dukungan milenial Budi …`) or a capitalised first word is no part of the name.
  while (from < items.length - 1 && !(items[from]!.flags & (ROLE | ORG)) && items[from]!.alias === null) {
    const flags = items[from]!.flags;
    if (doubtful && flags & COMMON && from === 0 && !(items[1]!.flags & COMMON)) from++;
    else break;
  }
  const run = items.slice(from);
  const official = run.findIndex((item) => item.alias?.actor.kind === 'official');
  const office = run.some((item) => item.flags & ROLE || titleOf(view, item)) || lowerRole(view, run[0]!.first) >= 0;
  const cut = official >= 0 ? official : personFrom(view, run, end, office);
  const rest = run.slice(0, cut);
  const affiliation = organisation(view, rest, doubtful && from === 0, out);
  const roleAt = rest.findIndex((item) => item.flags & ROLE || titleOf(view, item));
  const lower = lowerRole(view, run[0]!.first);
  const role = roleText(view, rest, roleAt, lower);
  if (cut < run.length) {
    const stop = official >= 0 ? official + 1 : run.length;
    const first = run[cut]!.first;
    const last = run[stop - 1]!.last;
    const alone = rest.length === 0 && official < 0 && lower < 0;
    const single = stop - cut === 1;
    out.push(
      rawName(view, first, last, {
        shape: role !== null || !single || official >= 0 ? 'person' : 'unknown',
        actor: official >= 0 ? run[official]!.alias!.actor : null,
        role,
        lead: lower >= 0 ? lower : roleAt >= 0 ? rest[roleAt]!.first : first,
        titled: roleAt >= 0 ? view.tokens[rest[roleAt]!.first]!.start : -1,
        affiliation,
        doubtful: doubtful && alone,
        weak: official >= 0 && run[official]!.alias!.weak,
      }),
    );
  } else if (roleAt >= 0 && (affiliation !== null || standsAlone(view, rest[roleAt]!))) {
    const first = rest[roleAt]!.first;
    const bracket = rest.findLast((item) => item.bracket);
    out.push(
      rawName(view, first, rest.at(-1)!.bracket ? rest.at(-2)!.last : rest.at(-1)!.last, {
        shape: 'office',
        role,
        lead: lower >= 0 ? lower : first,
        affiliation,
        abbreviation: bracket ? textOf(view, bracket) : null,
        doubtful,
      }),
    );
  } else if (affiliation === null) leftover(view, run, doubtful, out);
}

/** Offices that one person holds, so that the office alone names somebody. */
const SOLE = new Set([
  ...[
    'presiden',
    'wakil',
    'menteri',
    'gubernur',
    'bupati',
    'wali',
    'walikota',
    'ketua',
    'kepala',
    'direktur',
    'dirjen',
  ],
  ...['sekjen', 'rektor', 'camat', 'lurah', 'sekda', 'dirut', 'ceo', 'kapolri', 'kapolda', 'kapolres', 'kapolsek'],
  ...['sekretaris', 'wapres', 'wagub', 'wabup', 'menko', 'wamen', 'deputi', 'panglima', 'paus', 'jaksa', 'plt', 'pj'],
]);
const standsAlone = (view: TokenView, item: Item): boolean =>
  titleOf(view, item) !== undefined ||
  SOLE.has(view.tokens[item.first]!.lower) ||
  view.tokens[item.first]!.lower.startsWith('men');

/** A run of unknown capitals: an abbreviation, a name with ordinary words in it, or a place. */
function leftover(view: TokenView, run: Item[], doubtful: boolean, out: RawName[]): void {
  if (run.length > 1 || run[0]!.flags !== 0 || run[0]!.bracket) return;
  const token = view.tokens[run[0]!.first]!;
  if (token.end - token.start < 3) return;
  out.push(rawName(view, run[0]!.first, run[0]!.last, { shape: 'unknown', doubtful }));
}

const textOf = (view: TokenView, item: Item): string =>
  view.text.slice(view.tokens[item.first]!.start, view.tokens[item.last - 1]!.end);

/** `Menkomdigi`: the ministry it belongs to. */
const titleOf = (view: TokenView, item: Item): string | undefined =>
  item.alias === null && !item.bracket ? titles.get(view.tokens[item.first]!.lower) : undefined;

/** A small-letter office shortly before a run (`juru bicara Gugus Tugas …`, `pengamat transportasi Budi`), or -1. */
function lowerRole(view: TokenView, first: number): number {
  for (let i = first - 1; i >= 0 && i >= first - 4; i--) {
    const token = view.tokens[i]!;
    if (token.kind !== 'word' || token.capital || view.breaks[i + 1]! > 0) return -1;
    const flags = classOf(token.lower);
    if (flags & ROLE)
      return i > 0 && classOf(view.tokens[i - 1]!.lower) & ROLE && !view.tokens[i - 1]!.capital ? i - 1 : i;
    if (flags & (SPEECH | CUE) || (flags & STOP && token.lower !== 'dari' && token.lower !== 'di')) return -1;
  }
  return -1;
}

function roleText(view: TokenView, rest: Item[], roleAt: number, lower: number): string | null {
  const { tokens, text } = view;
  const last = rest.at(-1);
  const end = last ? tokens[last.bracket ? last.first - 2 : last.last - 1]!.end : -1;
  if (roleAt >= 0) return text.slice(tokens[rest[roleAt]!.first]!.start, end);
  if (lower < 0) return null;
  let stop = end;
  if (stop < 0) {
    let i = lower;
    while (i + 1 < tokens.length && !tokens[i + 1]!.capital) i++;
    stop = tokens[i]!.end;
  }
  return text.slice(tokens[lower]!.start, stop);
}

/** Index of the item with which a person's name begins; the run's length where there is none. */
function personFrom(view: TokenView, run: Item[], end: number, office: boolean): number {
  let cut = run.length;
  while (cut > 0 && run[cut - 1]!.name) cut--;
  const size = run.length - cut;
  if (size === 0) return cut;
  if (cut === 0) return 0;
  const before = run[cut - 1]!;
  if (before.flags & HONORIFIC) return cut;
  if (office && apposed(view, end)) return run.length;
  if (before.flags & TAIL || before.bracket) return office || before.bracket ? cut : run.length;
  const open = run.findLastIndex((item, i) => i < cut && (item.flags & NAMED_ORG) !== 0);
  if (open >= 0 && !run.slice(open, cut).some((item) => item.alias || item.flags & PLACE)) {
    if (!office) return run.length;
    if (size >= 3) return run.length - 2;
    return cut - 1 === open ? (size === 1 ? run.length : cut + 1) : cut;
  }
  if (!office) return before.alias ? cut : run.length;
  return size > 5 ? run.length - 3 : cut;
}

/** `Bupati Lanny Jaya, Budi Santoso, …`: the name comes behind the comma, so what stands before it is the place. */
function apposed(view: TokenView, end: number): boolean {
  const { tokens, breaks } = view;
  if (tokens[end]?.lower !== ',') return false;
  let i = end + 1;
  while (i < tokens.length && i < end + 6 && tokens[i]!.capital && breaks[i] === 0) {
    const flags = classOf(tokens[i]!.lower);
    if (flags & (ROLE | ORG | STOP | PLACE | COMMON) && !(flags & HONORIFIC)) return false;
    i++;
    while (tokens[i]?.lower === '.' && tokens[i]!.start === tokens[i - 1]!.end && tokens[i + 1]?.capital) i++;
  }
  if (i === end + 1) return false;
  const next = tokens[i]?.lower ?? '';
  return next === ',' || next === '(' || next === '.' || (classOf(next) & SPEECH) !== 0;
}

function organisation(view: TokenView, rest: Item[], doubtful: boolean, out: RawName[]): RawName | null {
  let found: RawName | null = null;
  for (let i = 0; i < rest.length; i++) {
    const item = rest[i]!;
    if (!organisational(item)) continue;
    const alias = item.alias;
    const bracket = rest[i + 1]?.bracket ? rest[i + 1]! : null;
    if (alias !== null) {
      found = rawName(view, item.first, bracket ? bracket.last + 1 : item.last, {
        shape: 'organisation',
        actor: alias.actor,
        abbreviation: bracket ? textOf(view, bracket) : null,
        head: AUTHORITY,
        weak: alias.weak,
      });
      out.push(found);
      continue;
    }
    // A head without a listed name behind it takes the rest of the run.
    let last = i;
    while (last + 1 < rest.length && rest[last + 1]!.alias === null && !(rest[last + 1]!.flags & ROLE)) last++;
    const listedNext = rest[last + 1]?.alias && rest[last + 1]!.alias!.actor.kind !== 'official';
    if (listedNext && last - i < 3) {
      i = last;
      continue;
    }
    // A lone `Kementerian`, `Bank` or `PT` names nobody; `KPK` does.
    const lone = view.tokens[item.first]!;
    if (last === i && (!upper(view.text, lone) || lone.end - lone.start < 3)) continue;
    const end = rest[last]!.bracket ? rest[last]!.last + 1 : rest[last]!.last;
    const close = rest.slice(i, last + 1).find((one) => one.bracket) ?? null;
    found = rawName(view, item.first, end, {
      shape: 'organisation',
      abbreviation: close ? textOf(view, close) : null,
      head: item.flags,
      doubtful: doubtful && i === 0 && last === 0,
    });
    out.push(found);
    i = last;
  }
  return found;
}
