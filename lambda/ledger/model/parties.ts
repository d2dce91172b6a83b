import { actorById, idOfName, isAuthority } from '../../extract/actors/gazetteer.ts';
import type { Party, StoredMention } from '../types.ts';
import { stem } from '../words/stem.ts';
import { lineageRoot } from './lineage.ts';
import {
  ALSO_TOWNS,
  ITS_OWN,
  OF_INDONESIA,
  OFFICES,
  PLACE_NAMES,
  PROVINCE_NAMES,
  SHORT_NAMES,
  SHORT_OFFICES,
} from './short-names.data.ts';

/** A kind of addressee that points back to several who have been named. */
const PLURAL_POINTER =
  /\b(?:kedua|kedua-dua|ketiga|keempat|kelima|mereka)\b|\b(?:para|[a-z]{2,20}-[a-z]{2,20})\b.{0,80}\b(?:itu|tersebut|ini)\b/i;

/** True of a text such as `kedua perusahaan` or `platform-platform tersebut`: who they are stands before it. */
export const pointsToSeveral = (text: string): boolean => PLURAL_POINTER.test(text) && nameKey(text) === CLASS;

/** Kinds of addressee that have no name of their own (`semua PSE`, `platform digital`, `pelaku usaha`). */
const CLASS_WORDS = new Set(
  (
    'pse penyelenggara platform pinjol marketplace lokapasar e-commerce ecommerce perusahaan operator penyedia ' +
    'pelaku aplikasi media medsos provider isp bank fintech industri pengembang publisher penerbit situs layanan ' +
    'pedagang penjual merchant startup raksasa developer lembaga importir distributor eksportir produsen pengelola ' +
    'kontraktor rekanan pemasok vendor agen maskapai toko gerai apotek klinik pialang sekuritas emiten afiliator pemilik'
  )
    .split(' ')
    .map(stem),
);
/** Words that are no part of a name. */
const LEGAL_FORMS = new Set(
  'pt tbk persero cv inc corp corporation ltd llc pte group grup holding indonesia ri republik nusantara the'.split(
    ' ',
  ),
);
const CLASS = 'class';

/**
 * The key by which mentions of one party meet: `a:` and the root of its lineage for an actor of the gazetteer (a
 * ministry and its successor are one), `class` for a kind of addressee without a name, `n:` and the words of the name
 * for everybody else.
 */
export function partyKey(party: Party, day?: string): string {
  if (party.actor !== null) return `a:${lineageRoot(party.actor, day)}`;
  const short = SHORT_NAME.exec(withoutForm(party.text))?.[1];
  const known = short === undefined ? undefined : idOfName(short);
  return known === undefined ? nameKey(short ?? party.text) : `a:${lineageRoot(known, day)}`;
}

/** The name that a full one is given behind it: `PT Investree Radika Jaya (Investree)`. */
const SHORT_NAME = /^[^(]* \(([\p{Lu}\p{N}][\p{L}\p{N}. -]{1,30})\)$/u;
/** A form of company in brackets behind a name is no other name: `PT Kereta Api Indonesia (Persero)`. */
const withoutForm = (name: string): string =>
  name.replace(/ \((\p{L}{1,12})\)/gu, (bracket, word) => (OWN_FORMS.has(word.toLowerCase()) ? '' : bracket));
const OWN_FORMS = new Set([...LEGAL_FORMS, ...'perseroan perseroda perum perumda terbuka'.split(' ')]);

/** Words that may follow such a kind and leave it one, even in capitals (`Penyelenggara Sistem Elektronik Lingkup Privat`). */
const CLASS_TAIL = new Set(
  'sistem elektronik lingkup privat publik asing digital online daring global lokal dalam negeri luar layanan media sosial jasa keuangan internet usaha besar dagang dan atau pesan instan gim aplikasi konten seluler telekomunikasi pinjaman yang'.split(
    ' ',
  ),
);
const QUANTIFIERS = new Set(
  'semua seluruh para setiap tiap sejumlah beberapa berbagai pihak kelompok kedua ketiga keempat kelima'.split(' '),
);
/** Before a name: who runs it answers for it. */
const RUN_BY = new Set('pengelola manajemen pihak pengembang penyedia perwakilan penyelenggara'.split(' '));

/** `Platform-platform` is `Platform`. */
const single = (word: string): string => word.replace(/^(\p{L}+)-\1$/iu, '$1');

/** The key of a name that no list knows. */
export function nameKey(text: string): string {
  const printed = text.replace(/\([^()]{0,200}\)/g, ' ').match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  const words = asOffice(printed.map(single)).filter((w) => !LEGAL_FORMS.has(w.toLowerCase()));
  let start = words.findIndex((w) => !QUANTIFIERS.has(w.toLowerCase()));
  if (start < 0) return CLASS;
  if (RUN_BY.has(words[start]!.toLowerCase()) && isProper(words[start + 1])) start++;
  const [head, ...tail] = words.slice(start);
  if (tail.length === 0 && ITS_OWN.has(head!.toLowerCase())) return CLASS;
  if (CLASS_WORDS.has(stem(head!))) {
    if (!tail.some(isProper)) return CLASS;
  }
  const key = words
    .slice(start, start + 4)
    .join('-')
    .toLowerCase();
  const isName = !OF_INDONESIA.has(key) || /\bIndonesia\b/.test(text);
  return `n:${(isName ? SHORT_NAMES.get(key) : undefined) ?? key}`;
}

/** Local governments and their offices as news shortens them (`Pemerintah Kota Jogja` is `Pemkot Yogyakarta`). */
function asOffice(words: readonly string[]): string[] {
  const lower = words.map((word) => word.toLowerCase());
  const head = OFFICES.find(({ full }) => full.every((word, i) => lower[i] === word));
  const short = head?.short ?? lower[0] ?? '';
  if (!SHORT_OFFICES.has(short)) return [...words];
  const rest = words.slice(head?.full.length ?? 1);
  if (short === 'ditjen') return [short, ...rest];
  const places = OF_PROVINCES.has(short) ? PROVINCE_NAMES : PLACE_NAMES;
  const isLevel = (word: string, i: number): boolean =>
    word === 'kota' || (word === 'provinsi' && !ALSO_TOWNS.has(rest[i + 1]?.toLowerCase() ?? ''));
  const where = rest
    .filter((word, i) => short.startsWith('pem') || !isLevel(word.toLowerCase(), i))
    .flatMap((word) => (places.get(word.toLowerCase()) ?? word).split(' '));
  return [short, ...where.filter((word, i) => word !== '' && word.toLowerCase() !== where[i - 1]?.toLowerCase())];
}

/** Offices that only provinces have. */
const OF_PROVINCES = new Set(['pemprov', 'polda', 'kejati']);

const isProper = (word: string | undefined): boolean =>
  word !== undefined && /^\p{Lu}/u.test(word) && !CLASS_TAIL.has(word.toLowerCase()) && !CLASS_WORDS.has(stem(word));

/** True of the key of an actor of the gazetteer, and of that of a name that no list knows. */
export const isListedKey = (key: string): boolean => key.startsWith('a:');
export const isUnlistedKey = (key: string): boolean => key.startsWith('n:');

/** True of the key of a regulator, or of one of its officials. */
export const isAuthorityKey = (key: string): boolean => isListedKey(key) && isAuthority(key.slice(2));

/**
 * Two different keys of one company (`Facebook`, `Instagram`), or of the government and one of its bodies: news names now one,
 * now the other.
 */
export function areKindred(a: string, b: string): boolean {
  const company = companyOf(a);
  return (
    (a !== b && company !== undefined && company === companyOf(b)) || areOfGovernment(a, b) || areOfGovernment(b, a)
  );
}

const companyOf = (key: string): string | undefined =>
  isListedKey(key) ? actorById(key.slice(2))?.company : undefined;
const areOfGovernment = (government: string, body: string): boolean =>
  GOVERNMENT.has(government) && (isAuthorityKey(body) || /^n:(?:kementerian|ditjen)\b/.test(body));
const GOVERNMENT = new Set(['n:pemerintah', 'n:pemerintah-pusat']);

/** Keys of everyone who must act, sorted, each once; of a person who holds an office, that of its body. */
export function obligorKeys(mention: StoredMention): string[] {
  if (mention.body !== undefined) return [mention.body];
  const { obligor, obligors } = mention.mention;
  return [...new Set([...keysOf([obligor, ...obligors], mention), ...(mention.members ?? [])])].sort();
}

/** Keys of everyone the act is done to or with. */
export function counterpartyKeys(mention: StoredMention): string[] {
  return keysOf(mention.mention.counterparties, mention);
}

function keysOf(parties: readonly Party[], { article }: StoredMention): string[] {
  const day = article.published.slice(0, 10);
  return [...new Set(parties.map((party) => partyKey(party, day)))].sort();
}
