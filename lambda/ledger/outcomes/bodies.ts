import { titles } from '../../extract/actors/aliases.ts';
import { idOfName } from '../../extract/actors/gazetteer.ts';
import { COMMON, classOf, FOREIGN, HONORIFIC, PLACE, ROLE } from '../../extract/actors/lexicon.ts';
import { type Token, tokenize } from '../../extract/text/tokens.ts';
import { partyKey } from '../model/parties.ts';
import { OFFICES, PROVINCE_NAMES, SHORT_OFFICES } from '../model/short-names.data.ts';
import type { Party } from '../types.ts';
import data from './bodies.data.json' with { type: 'json' };
import { lastListed, properIn, textOf } from './office-names.ts';

/** Offices whose holders speak for a body, as patterns over what opens them. */
const HEADS: readonly string[] = data.heads;
/**
 * The directorates general of ministries (as their offices were called from 2010 to 2026 in the news that stories are about), by
 * what their heads are called after (`Dirjen Perhubungan Udara`), in full and in short: the ministry promises what they do. Those
 * that are bodies of their own for news (taxes, customs, immigration) are not there.
 */
const DIRECTORATES: Readonly<Record<string, readonly string[]>> = data.directorates;
/** Heads of local offices by their clipped titles: the office, as names of offices are kept. */
const LOCAL_HEADS: ReadonlyMap<string, string> = new Map(Object.entries(data.localHeads));

/**
 * The key of the body that an office is of, by the words of the office alone: an article that calls somebody
 * `Menteri Perdagangan`, `Wali Kota Yogyakarta` or `Direktur Produksi Trans7` need not name the body. Of several offices
 * (`Wali Kota Solo dan Ketua …`) the first that names one counts. Null where the words name none for sure, for those who speak
 * for no body (`warga Depok`, `mitra Grab`) and for who holds the office no more or not yet; another country's authority is never
 * ours.
 * Which towns there are is not known here: `Wali Kota` takes up to four capitalised words for one that are in no other country.
 * @param day `YYYY-MM-DD`, of which the lineage of ministries is asked; without it their last.
 */
export function bodyOf(role: string, day?: string): string | null {
  const offices = role
    .replace(/\([^)]{0,40}\)/g, ' ')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(ACTING, '');
  if (isNotNow(offices)) return null;
  for (const office of ASSOCIATION.test(offices) ? [offices] : offices.split(NEXT_OFFICE)) {
    const found = namedIn(office, withoutRank(tokenize(office).filter(({ kind }) => kind !== 'mark')));
    // `Kepala Dinas Pendidikan` alone is of any.
    const key = found === null ? null : partyKey(found, day);
    if (key !== null && (found!.actor !== null || !SHORT_OFFICES.has(key.slice(2)))) return key;
  }
  return null;
}

/** The body that an office names: by a clipped title, as a head of a ministry or a government, or with its name behind it. */
function namedIn(office: string, tokens: readonly Token[]): Party | null {
  const first = tokens[0]?.lower;
  if (first === undefined) return null;
  // `Menteri ATR/BPN` has a mark within.
  const whole = titles.get(office.toLowerCase());
  if (whole !== undefined) return listed(whole);
  for (const words of [2, 1]) {
    const opening = tokens.slice(0, words).map(({ lower }) => lower);
    const title = titles.get(opening.join(' '));
    if (title !== undefined && isOurs(tokens.slice(words))) return listed(title);
  }
  const local = LOCAL_HEADS.get(first);
  if (local !== undefined) {
    const where = tokens.length > 1 ? office.slice(tokens[1]!.start, tokens.at(-1)!.end) : '';
    return isPlace(where, false) ? unlisted(`${local} ${where}`) : null;
  }
  if (!HEAD.test(office)) return null;
  const [, head, field] = FIELD.exec(office.toLowerCase()) ?? [];
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

const ACTING = /^(?:(?:plt|pj|pjs|plh|(?:pejabat|penjabat)(?: sementara)?|pelaksana (?:tugas|harian))\.? )+/i;
/** Who holds an office no more, or not yet, binds no body; nor does who speaks for him (`kuasa hukum mantan Direktur …`). */
export const isNotNow = (role: string): boolean => NOT_NOW.test(role);
const NOT_NOW =
  /(?:^|\s)(?:mantan|eks|bekas|nonaktif|terpilih|calon|cagub|cawagub|cabup|cawalkot|kandidat)(?:[\s-]|$)/i;
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const HEADED = `(?:(?:wakil|co)[ -])*(?:${HEADS.join('|')})(?![\\p{L}\\d])`;
const HEAD = new RegExp(`^${HEADED}`, 'iu');
/** What has offices in its name: `Ikatan Sekretaris dan Manajer Indonesia`. */
const ASSOCIATION = /\b(?:asosiasi|ikatan|himpunan|perhimpunan|persatuan|forum|serikat|gabungan|komunitas)\b/i;
/** Where another office of the same person begins (`Menteri Investasi/Kepala BKPM`). */
const NEXT_HEAD = `(?:${HEADED}|(?:${[...LOCAL_HEADS.keys(), ...titles.keys()].map(literal).join('|')})(?![\\p{L}\\d]))`;
const NEXT_OFFICE = new RegExp(
  `(?: ?[,/&] ?| (?:dan|sekaligus|serta|merangkap|yang juga) )(?:(?:dan|sekaligus|serta|merangkap|juga) )?(?=${NEXT_HEAD})`,
  'iu',
);

/** Behind a clipped title: nothing, or that it is ours (`Menko Polhukam RI`); another country's is not (`Menkeu AS`). */
const isOurs = ([next, second]: readonly Token[]): boolean =>
  next === undefined || OURS.has(next.lower) || (next.lower === 'republik' && second?.lower === 'indonesia');
const OURS = new Set(['ri', 'indonesia', 'i', 'ii', 'iii']);

/** A police or army rank that stands behind an office is the person's. */
function withoutRank(tokens: readonly Token[]): readonly Token[] {
  let to = tokens.length;
  while (to > 1 && classOf(tokens[to - 1]!.lower) & (ROLE | HONORIFIC)) to--;
  // `Parisada … Bali I (Gusti …)`: a name of Bali cut in two.
  if (to > 2 && tokens[to - 1]!.lower === 'i') to--;
  return tokens.slice(0, to);
}

const FIELD = /^(?:wakil )?(menteri|direktur jenderal|dirjen) (.{3,120})$/;

const idOfField = new Map(
  Object.entries(DIRECTORATES).flatMap(([id, fields]) => fields.map((field) => [field, id] as const)),
);

/** The ministry of a field, what stands behind it left out (`Perdagangan dan Ketua Umum …`); null of another country's. */
function ministryOf(field: string): Party | null {
  const own = field.replace(/^koordinator (?:bidang )?/, '');
  const kind = own === field ? 'kementerian' : 'kementerian koordinator bidang';
  for (const words of openings(own)) {
    const id = idOfName(`${kind} ${words}`);
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
    const id = idOfField.get(words) ?? idOfName(`ditjen ${words}`);
    if (id !== undefined) return listed(id);
  }
  // `Industri Logam, Mesin`: the page cut a field, or a comma did. Of one word (`Dirjen Pendidikan`) nothing tells whose.
  const cut = new Set([...idOfField].flatMap(([known, id]) => (known.startsWith(field) ? [id] : [])));
  if (cut.size > 0) return cut.size === 1 && field.includes(' ') ? listed([...cut][0]!) : null;
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

const isForeign = (word: string): boolean => (classOf(word) & FOREIGN) !== 0;
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
/**
 * Up to four words with a capital each, not `Bupati dan Wakil Bupati`, and of no other country; of a province, of which there are
 * few, every word is known.
 */
function isPlace(text: string, isProvince: boolean): boolean {
  if (!/^\p{Lu}[\p{L}.-]*(?: \p{Lu}[\p{L}.-]*){0,3}$/u.test(text)) return false;
  const words = text.toLowerCase().split(' ');
  if (words.some(isForeign)) return false;
  return (
    !isProvince || words.every((word) => classOf(word) & PLACE || PROVINCE_NAMES.has(word) || PROVINCE_WORDS.has(word))
  );
}
const PROVINCE_WORDS = new Set(['nusa', 'daya', 'pegunungan']);

/** `Wali Kota Yogyakarta`: the government of a place. */
function governmentOf(office: string): Party | null {
  const [, governs, where] = GOVERNS.exec(office) ?? [];
  if (governs === undefined) return null;
  const government = GOVERNMENTS[governs.toLowerCase()]!;
  return isPlace(where!, government === 'pemprov') ? unlisted(`${government} ${where}`) : null;
}
