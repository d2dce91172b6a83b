import { names, titles } from '../../extract/actors/aliases.ts';
import { gazetteer, publicId } from '../../extract/actors/gazetteer.ts';
import { COMMON, classOf, HONORIFIC, ORG, PLACE, ROLE, STOP } from '../../extract/actors/lexicon.ts';
import { longestMatch } from '../../extract/actors/trie.ts';
import { type Token, tokenize } from '../../extract/text/tokens.ts';
import { partyKey } from '../model/parties.ts';
import { OFFICES, SHORT_OFFICES } from '../model/short-names.data.ts';
import type { Party } from '../types.ts';
import data from './bodies.data.json' with { type: 'json' };

/** Offices whose holders speak for a body, as patterns over what opens them. */
const HEADS: readonly string[] = data.heads;
/**
 * The directorates general of ministries (as their offices were called from 2010 to 2026 in the news that stories are about), by
 * what their heads are called after (`Dirjen Perhubungan Udara`), in full and in short: the ministry promises what they do. Those
 * that are bodies of their own for news (taxes, customs, immigration) are not there.
 */
const DIRECTORATES: Readonly<Record<string, readonly string[]>> = data.directorates;
/** Heads of local offices by their clipped titles: the office, as names of offices are kept. */
const LOCAL_HEADS: Readonly<Record<string, string>> = data.localHeads;

/**
 * The key of the body that an office is of, by the words of the office alone: an article that calls somebody
 * `Menteri Perdagangan`, `Wali Kota Yogyakarta` or `Direktur Produksi Trans7` need not name the body. Null where the words name
 * none for sure, for those who speak for no body (`warga Depok`, `mitra Grab`) and for who holds the office no more or not yet.
 * @param day `YYYY-MM-DD`, of which the lineage of ministries is asked; without it their last.
 */
export function bodyOf(role: string, day?: string): string | null {
  const office = role
    .replace(/\([^)]{0,40}\)/g, ' ')
    .replace(ACTING, '')
    .trim();
  if (isNotNow(office)) return null;
  const tokens = withoutRank(tokenize(office).filter(({ kind }) => kind !== 'mark'));
  const found = namedIn(office, tokens);
  if (found === null) return null;
  const key = partyKey(found, day);
  // `Kepala Dinas Pendidikan` alone is of any.
  return found.actor === null && SHORT_OFFICES.has(key.slice(2)) ? null : key;
}

/** The body that an office names: by a clipped title, as a head of a ministry or a government, or with its name behind it. */
function namedIn(office: string, tokens: readonly Token[]): Party | null {
  const first = tokens[0]?.lower;
  if (first === undefined) return null;
  for (const words of [2, 1]) {
    const opening = tokens.slice(0, words).map(({ lower }) => lower);
    const title = titles.get(opening.join(' '));
    if (title !== undefined) return isOurs(tokens.slice(words)) ? listed(title) : null;
  }
  const local = LOCAL_HEADS[first];
  if (local !== undefined) return tokens.length > 1 ? unlisted(`${local} ${textOf(office, tokens.slice(1))}`) : null;
  if (!HEAD.test(office)) return null;
  const [, head, field] = FIELD.exec(office.toLowerCase().replace(/\s+/g, ' ')) ?? [];
  if (field !== undefined) return head === 'menteri' ? ministryOf(field) : directorateOf(field);
  const at = tokens.findIndex((_, i) => i > 0 && opensOffice(tokens, i));
  if (at > 0) return unlisted(textOf(office, tokens.slice(at)));
  const known = lastListed(office, tokens);
  if (known !== null) return known;
  return GOVERNS.test(office) ? governmentOf(office) : properIn(office, tokens);
}

const listed = (id: string): Party => ({ text: id, actor: id });
const unlisted = (text: string): Party => ({ text, actor: null });

const opensOffice = (tokens: readonly Token[], at: number): boolean =>
  OFFICES.some(({ full }) => full.every((word, k) => tokens[at + k]?.lower === word));

const ACTING = /^(?:(?:plt|pj|pjs|plh|pejabat|pelaksana (?:tugas|harian)|penjabat)\.? )+/i;
/** Who holds an office no more, or not yet, binds no body. */
export const isNotNow = (role: string): boolean => NOT_NOW.test(role);
const NOT_NOW =
  /(?:^|\s)(?:mantan|eks|bekas|nonaktif|terpilih|calon|cagub|cawagub|cabup|cawalkot|kandidat)(?:[\s-]|$)/i;
const HEAD = new RegExp(`^(?:(?:wakil|co)[ -])*(?:${HEADS.join('|')})(?![\\p{L}\\d])`, 'iu');

/** `Menko Polhukam RI dan …`: not another country's (`Menkeu AS`). */
const isOurs = ([next]: readonly Token[]): boolean => next === undefined || OURS.has(next.lower);
const OURS = new Set(['ri', 'indonesia', 'dan', 'sekaligus', 'merangkap']);

/** A police or army rank that stands behind an office is the person's. */
function withoutRank(tokens: readonly Token[]): readonly Token[] {
  let to = tokens.length;
  while (to > 1 && classOf(tokens[to - 1]!.lower) & (ROLE | HONORIFIC)) to--;
  // `Parisada … Bali I (Gusti …)`: a name of Bali cut in two.
  if (to > 2 && tokens[to - 1]!.lower === 'i') to--;
  return tokens.slice(0, to);
}

const FIELD = /^(?:wakil )?(menteri|direktur jenderal|dirjen) (.{3,120})$/;

/** Regulators by all their names, and by their ids: `Ketua KPI`, where initials alone are no name elsewhere. */
const idOfName = new Map(
  gazetteer.flatMap((actor) => {
    const id = actor.kind === 'regulator' ? publicId(actor) : null;
    return id === null ? [] : [id, actor.name, ...actor.aliases].map((name) => [name.toLowerCase(), id] as const);
  }),
);
const idOfField = new Map(
  Object.entries(DIRECTORATES).flatMap(([id, fields]) => fields.map((field) => [field, id] as const)),
);

/** The ministry of a field, what stands behind it left out (`Perdagangan dan Ketua Umum …`); null of another country's. */
function ministryOf(field: string): Party | null {
  const own = field.replace(/^koordinator (?:bidang )?/, '');
  const kind = own === field ? 'kementerian' : 'kementerian koordinator bidang';
  for (const words of openings(own)) {
    const id = idOfName.get(`${kind} ${words}`);
    if (id === undefined) continue;
    return own
      .slice(words.length)
      .split(/[\s,/]+/)
      .some(isForeign)
      ? null
      : listed(id);
  }
  return isField(own) ? unlisted(`${kind} ${own}`) : null;
}

/** The ministry of a directorate's field, or the directorate where news knows it as a body of its own. */
function directorateOf(field: string): Party | null {
  for (const words of openings(field)) {
    const id = idOfField.get(words) ?? idOfName.get(`ditjen ${words}`);
    if (id !== undefined) return listed(id);
  }
  // `Industri Logam, Mesin`: the page cut a field, or a comma did.
  const cut = new Set([...idOfField].flatMap(([known, id]) => (known.startsWith(field) ? [id] : [])));
  if (cut.size > 0) return cut.size === 1 ? listed([...cut][0]!) : null;
  return isField(field) ? unlisted(`ditjen ${field}`) : null;
}

/** A text and what it opens with, the longest first. */
function openings(text: string): string[] {
  const words = text.split(/(?<=,)\s|\s|(?=\/)/);
  return words.map((_, i) =>
    words
      .slice(0, words.length - i)
      .join(' ')
      .replace(/,$/, ''),
  );
}

const isForeign = (word: string): boolean => word === 'as' || (classOf(word) & PLACE && word !== 'indonesia') === true;
/** Ordinary words throughout, as fields are named by; no name, and no country. */
const isField = (text: string): boolean =>
  text
    .split(/[\s,/]+/)
    .every((word) => word === 'dan' || ((classOf(word) & COMMON) !== 0 && !(classOf(word) & PLACE))) &&
  !/^(?:senior|terkait|lain|muda)\b/.test(text);

const GOVERNS = /^(?:wakil )?(gubernur|wali kota|walikota|bupati) (.{3,40})$/i;
const GOVERNMENTS: Readonly<Record<string, string>> = {
  gubernur: 'pemprov',
  'wali kota': 'pemkot',
  walikota: 'pemkot',
  bupati: 'pemkab',
};
/** Up to four words with a capital each, not `Bupati dan Wakil Bupati`; provinces, of which there are few, are known. */
const isPlace = (text: string, isProvince: boolean): boolean =>
  /^\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,3}$/u.test(text) &&
  (!isProvince || /^Nusa Tenggara /.test(text) || (classOf(text.split(' ').at(-1)!.toLowerCase()) & PLACE) !== 0);

/** `Wali Kota Yogyakarta`: the government of a place. */
function governmentOf(office: string): Party | null {
  const [, governs, where] = GOVERNS.exec(office) ?? [];
  if (governs === undefined) return null;
  const government = GOVERNMENTS[governs.toLowerCase()]!;
  return isPlace(where!, government === 'pemprov') ? unlisted(`${government} ${where}`) : null;
}

const textOf = (text: string, tokens: readonly Token[]): string => text.slice(tokens[0]!.start, tokens.at(-1)!.end);

/** The last regulator, platform or company of a list that the office names as names are written. */
function lastListed(office: string, tokens: readonly Token[]): Party | null {
  let found: Party | null = null;
  for (let at = 1; at < tokens.length; at++) {
    if (!tokens[at]!.capital) continue;
    const match = longestMatch(
      names,
      tokens,
      at,
      ({ actor, text, exact, weak }, end) =>
        actor.kind !== 'official' &&
        (!weak || tokens.slice(end).every(({ lower }) => classOf(lower) & PLACE)) &&
        (!exact || office.slice(tokens[at]!.start, tokens[end - 1]!.end) === text),
    );
    if (match === null) continue;
    found = { text: match.value.actor.name, actor: publicId(match.value.actor) };
    at = match.end - 1;
  }
  return found;
}

/** A name that ends the office: from the head of a body on (`Ketua Asosiasi …`), or what is no ordinary word (`Direktur Trans7`). */
function properIn(office: string, tokens: readonly Token[]): Party | null {
  const printed = tokens.map(({ start, end }) => office.slice(start, end));
  // Of an English name its end tells nothing (`Center of Economic and Law Studies`), and what was done is no name.
  if (tokens.some(({ lower }) => NO_OFFICE.has(lower))) return null;
  const flags = tokens.map(({ lower }, i) => (isBody(printed[i]!, lower) ? ORG : classOf(lower)));
  const isName = (i: number): boolean => tokens[i]!.capital && (flags[i]! & (ROLE | COMMON | STOP)) === 0;
  let from = flags.findIndex((flag, i) => i > 0 && tokens[i]!.capital && (flag & ORG) !== 0);
  if (from < 0) from = tokens.findLastIndex((_, i) => !isName(i)) + 1;
  // `Direktur Utama First Travel`: an ordinary word ends the name.
  if (from === tokens.length) from = tokens.findIndex((_, i) => i > 0 && isName(i));
  // `Deputi … Otorita IKN`: what is no ordinary word before initials belongs to them.
  while (from > 1 && isName(from - 1)) from--;
  const own = tokens.slice(from);
  if (from < 1 || !own.every(({ capital, lower }) => capital || lower === 'dan')) return null;
  if (own.every(({ lower }, i) => PROVINCES.has(lower) || (flags[from + i]! & PLACE) !== 0)) return null;
  // `Kepala Dinas` alone is of any.
  if (own.length === 1 && (flags[from]! & ORG) !== 0 && !INITIALS.test(printed[from]!)) return null;
  const name = textOf(office, own);
  return { text: name, actor: INITIALS.test(name) ? (idOfName.get(name.toLowerCase()) ?? null) : null };
}
const NO_OFFICE = new Set('of and for dalam menggantikan sebagai saat usai yang kawasan'.split(' '));
const isBody = (printed: string, lower: string): boolean =>
  INITIALS.test(printed) && !PROVINCES.has(lower) && (classOf(lower) & ROLE) === 0;
const INITIALS = /^\p{Lu}{3,}$/u;
const PROVINCES = new Set(['dki', 'diy', 'ntb', 'ntt', 'ri']);
