import { titles } from './aliases.ts';
import { organisation } from './bodies.ts';
import {
  COMMON,
  CUE,
  classOf,
  classOfWord,
  HONORIFIC,
  NAMED_ORG,
  ORG,
  PLACE,
  ROLE,
  SPEECH,
  STOP,
  TAIL,
} from './lexicon.ts';
import { type RawName, rawName, type TokenView } from './raw.ts';
import { collect, type Item, isNumeral, textOfItem } from './runs.ts';

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

const isInitials = (view: TokenView, { first, last }: Item): boolean =>
  view.tokens[last - 1]!.end - view.tokens[first]!.start <= 2;

/** Behind `kata` a run without office or organisation is a name, whatever its words are elsewhere: `kata Lucky Hakim`. */
function cuedName(view: TokenView, run: readonly Item[]): boolean {
  const before = run[0]!.first > 0 ? view.tokens[run[0]!.first - 1]! : null;
  if (before === null || before.capital || (classOfWord(before) & CUE) === 0 || run.length > 4) return false;
  if (run[0]!.flags & (ROLE | ORG | STOP) || titleOf(view, run[0]!)) return false;
  return (
    run.some((item) => !item.name && !(item.flags & HONORIFIC)) &&
    run.every((item) => item.alias === null && !item.bracket && !(item.flags & ORG))
  );
}

const isOfficial = ({ alias }: Item): boolean => alias?.actor.kind === 'official';

/** Cuts a run into office, organisation and person, and pushes each. */
function interpret(view: TokenView, items: Item[], end: number, out: RawName[]): void {
  const doubtful = view.breaks[items[0]!.first]! > 0;
  let from = 0;
  // A heading glued to a sentence (`Dukungan milenial Budi …`) or a capitalised first word is no part of the name.
  while (from < items.length - 1 && !(items[from]!.flags & (ROLE | ORG)) && items[from]!.alias === null) {
    const flags = items[from]!.flags;
    if (from === 0 && view.tokens[items[0]!.first]!.lower === 'the') from++;
    else if (doubtful && flags & COMMON && from === 0 && !(items[1]!.flags & COMMON)) from++;
    else break;
  }
  const run = items.slice(from);
  if (cuedName(view, run)) {
    const shape = run[0]!.name ? 'person' : 'unknown';
    out.push(rawName(view, run[0]!.first, run.at(-1)!.last, { shape }));
    return;
  }
  let initials = ownInitials(view, run);
  if (initials) run.pop();
  const official = run.findIndex(isOfficial);
  const lower = lowerRole(view, run[0]!.first);
  const office =
    lower >= 0 || officeElsewhere(view, run[0]!.first) || run.some((item) => item.flags & ROLE || titleOf(view, item));
  if (run.length > 2 && run.at(-1)!.bracket && isPersons(view, run.slice(0, -1), end, office)) {
    const bracket = run.pop()!;
    if (isNickname(view, bracket)) initials = bracket;
  }
  const cut = official >= 0 ? official : personFrom(view, run, end, office);
  const rest = run.slice(0, cut);
  let affiliation = organisation(view, rest, doubtful && from === 0, out);
  if (affiliation === null && rest.length === 1 && rest[0]!.name && employs(view, rest[0]!)) {
    affiliation = rawName(view, rest[0]!.first, rest[0]!.last, { shape: 'organisation' });
    out.push(affiliation);
  }
  const roleAt = rest.findIndex((item) => item.flags & ROLE || titleOf(view, item));
  const role = roleText(view, rest, roleAt, lower);
  if (cut < run.length) {
    const stop = official >= 0 ? official + 1 : run.length;
    const first = run[cut]!.first;
    const last = initials && stop === run.length ? initials.last + 1 : run[stop - 1]!.last;
    // Initials alone are a degree or a domain (`M.M`, `CO.ID`).
    if (official < 0 && stop - cut > 1 && run.slice(cut, stop).every((item) => isInitials(view, item))) return;
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
        abbreviation: bracket ? textOfItem(view, bracket) : null,
        doubtful,
      }),
    );
  } else if (affiliation === null) leftover(view, run, doubtful, out);
}

/** A run ends in the names of a person, of which there are two or more. */
function isPersons(view: TokenView, run: readonly Item[], end: number, office: boolean): boolean {
  const last = run.at(-1)!;
  if (isOfficial(last)) return true;
  const cut = personFrom(view, [...run], end, office);
  return office && run.length - cut >= 2 && run.length - cut <= 4 && run.slice(cut).every((item) => item.name);
}

/** `Bambang Soesatyo (Bamsoet)`: another name of his, and not where he belongs (`(PDIP)`, `(Jawa Barat)`). */
function isNickname({ tokens, text }: TokenView, { first, last }: Item): boolean {
  return (
    last - first <= 2 &&
    tokens
      .slice(first, last)
      .every(
        (token) =>
          /^\p{Lu}['’]?\p{Ll}+$/u.test(text.slice(token.start, token.end)) &&
          (classOfWord(token) & (ORG | ROLE | STOP | PLACE | COMMON)) === 0,
      )
  );
}

/** `Rudi Hartono (RH)`: initials in brackets, which the names right before them begin with; null without. */
function ownInitials({ tokens }: TokenView, run: readonly Item[]): Item | null {
  const last = run.at(-1)!;
  if (!last.bracket || last.last - last.first !== 1) return null;
  const letters = tokens[last.first]!.lower;
  const personal = (item: Item): boolean => item.name || item.alias?.actor.kind === 'official';
  const before = run.slice(0, -1).flatMap((item) => (personal(item) ? tokens.slice(item.first, item.last) : []));
  const own = before.slice(-letters.length);
  return letters.length > 1 && own.length === letters.length && own.every(({ lower }, i) => lower[0] === letters[i])
    ? last
    : null;
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
  ...['pangdam', 'danrem', 'dandim', 'kajati', 'kajari', 'wakapolri', 'wakapolda'],
  ...['sekretaris', 'wapres', 'wagub', 'wabup', 'menko', 'wamen', 'deputi', 'panglima', 'paus', 'jaksa'],
]);

const standsAlone = (view: TokenView, item: Item): boolean =>
  titleOf(view, item) !== undefined ||
  SOLE.has(view.tokens[item.first]!.lower) ||
  view.tokens[item.first]!.lower.startsWith('men');

/** A run of unknown capitals: an abbreviation, a name with ordinary words in it, or a place. */
function leftover(view: TokenView, run: Item[], doubtful: boolean, out: RawName[]): void {
  if (run.length > 1 || run[0]!.bracket) return;
  // Behind `kata` even an ordinary word is a name (`kata Bintang`), an office is not.
  const cued = (classOf(view.tokens[run[0]!.first - 1]?.lower ?? '') & CUE) !== 0;
  if (run[0]!.flags !== 0 && (!cued || run[0]!.flags & (ROLE | ORG | STOP))) return;
  const token = view.tokens[run[0]!.first]!;
  if (token.end - token.start < 3 || isNumeral(view.text, token)) return;
  out.push(rawName(view, run[0]!.first, run[0]!.last, { shape: 'unknown', doubtful }));
}

/** `Menkomdigi`: the ministry it belongs to. */
const titleOf = (view: TokenView, item: Item): string | undefined =>
  item.alias === null && !item.bracket ? titles.get(view.tokens[item.first]!.lower) : undefined;

/** A small-letter office shortly before a run (`juru bicara Gugus Tugas …`, `pengamat transportasi Budi`), or -1. */
function lowerRole(view: TokenView, first: number): number {
  for (let i = first - 1; i >= 0 && i >= first - 4; i--) {
    const token = view.tokens[i]!;
    if (token.kind !== 'word' || view.breaks[i + 1]! > 0) return -1;
    const flags = classOfWord(token);
    // `Juru bicara Budi …`: only the sentence's start has capitalised it.
    if (token.capital && !(view.breaks[i]! > 0 && flags & ROLE && opensOffice(view, i, first))) return -1;
    if (flags & ROLE)
      return i > 0 && classOfWord(view.tokens[i - 1]!) & ROLE && !view.tokens[i - 1]!.capital ? i - 1 : i;
    if (flags & (SPEECH | CUE) || (flags & STOP && token.lower !== 'dari' && token.lower !== 'di')) return -1;
  }
  return -1;
}

/** `Dubes RI untuk Swiss Budi Santoso`, `Kepala Perwakilan BI di Bali Budi Santoso`: an office, and the place where it is held. */
function officeElsewhere({ tokens, breaks }: TokenView, first: number): boolean {
  if (!HELD_AT.has(tokens[first - 1]?.lower ?? '') || !(classOfWord(tokens[first]!) & PLACE)) return false;
  // `di Aceh Tamiang` is a place, of which no list knows all words.
  const names = tokens.slice(first + 1, first + 3).filter((token) => token.capital && classOfWord(token) === 0);
  if (names.length < 2) return false;
  for (let i = first - 2; i >= 0 && i > first - OFFICE_WORDS && tokens[i]!.capital; i--) {
    // `Duta Besar`, where `duta` alone is part of firms' names.
    if (classOfWord(tokens[i]!) & ROLE || tokens[i]!.lower === 'duta') return true;
    if (breaks[i]! > 0) return false;
  }
  return false;
}
const HELD_AT = new Set(['untuk', 'di']);
/** Words of an office, at most. */
const OFFICE_WORDS = 9;

/** An office of one or two words right before a name; what leads to a place or a thing in between is none (`Guru di …`). */
const opensOffice = ({ tokens }: TokenView, at: number, name: number): boolean =>
  at === name - 1 || (at === name - 2 && SECOND_WORDS.has(tokens[at + 1]!.lower));
const SECOND_WORDS = new Set(['bicara', 'hukum', 'umum', 'utama', 'eksekutif', 'telekomunikasi', 'ekonomi', 'siber']);

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
  if (cut === 0) return size === 1 && employs(view, run[0]!) && apposed(view, end) ? 1 : 0;
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

/** Small-letter offices that go with an organisation's name: `peneliti senior Wahana, Budi Santoso, …`. */
const OF_ORGANISATION = new Set([
  ...['peneliti', 'pengamat', 'analis', 'ekonom', 'pakar', 'dosen', 'ketua', 'direktur', 'manajer', 'ceo', 'pendiri'],
  ...['juru', 'jubir', 'anggota', 'kepala', 'sekretaris', 'koordinator', 'perwakilan', 'pengurus', 'aktivis'],
]);

function employs(view: TokenView, item: Item): boolean {
  const at = lowerRole(view, item.first);
  return at >= 0 && OF_ORGANISATION.has(view.tokens[at]!.lower);
}

/** `Bupati Lanny Jaya, Budi Santoso, …`: the name comes behind the comma, so what stands before it is the place. */
function apposed(view: TokenView, end: number): boolean {
  const { tokens, breaks } = view;
  if (tokens[end]?.lower !== ',') return false;
  let i = end + 1;
  while (i < tokens.length && i < end + 6 && tokens[i]!.capital && breaks[i] === 0) {
    const flags = classOfWord(tokens[i]!);
    if (flags & (ROLE | ORG | STOP | PLACE | COMMON) && !(flags & HONORIFIC)) return false;
    i++;
    while (tokens[i]?.lower === '.' && tokens[i]!.start === tokens[i - 1]!.end && tokens[i + 1]?.capital) i++;
  }
  if (i === end + 1) return false;
  const next = tokens[i]?.lower ?? '';
  return next === ',' || next === '(' || next === '.' || (classOf(next) & SPEECH) !== 0;
}
