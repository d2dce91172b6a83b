import { isAuthority } from '../../extract/actors/gazetteer.ts';
import type { Party, StoredMention } from '../types.ts';
import { stem } from '../words/stem.ts';
import { lineageRoot } from './lineage.ts';

/** Kinds of addressee that have no name of their own (`semua PSE`, `platform digital`, `pelaku usaha`). */
const CLASS_WORDS = new Set(
  (
    'pse penyelenggara platform pinjol marketplace lokapasar e-commerce ecommerce perusahaan operator penyedia ' +
    'pelaku aplikasi media medsos provider isp bank fintech industri pengembang publisher penerbit situs layanan ' +
    'pedagang penjual merchant startup raksasa developer lembaga'
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
  return nameKey(party.text);
}

/** Words that may follow such a kind and leave it one, even in capitals (`Penyelenggara Sistem Elektronik Lingkup Privat`). */
const CLASS_TAIL = new Set(
  'sistem elektronik lingkup privat publik asing digital online daring global lokal dalam negeri luar layanan media sosial jasa keuangan internet usaha besar dagang dan atau pesan instan gim aplikasi konten seluler telekomunikasi pinjaman yang'.split(
    ' ',
  ),
);
const QUANTIFIERS = new Set('semua seluruh para setiap tiap sejumlah beberapa berbagai pihak kelompok'.split(' '));

/** The key of a name that no list knows. */
export function nameKey(text: string): string {
  const printed = text.replace(/\([^)]{0,200}\)/g, ' ').match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? [];
  const words = printed.filter((w) => !LEGAL_FORMS.has(w.toLowerCase()));
  const start = words.findIndex((w) => !QUANTIFIERS.has(w.toLowerCase()));
  if (start < 0) return CLASS;
  const [head, ...tail] = words.slice(start);
  if (CLASS_WORDS.has(stem(head!))) {
    const named = tail.some((w) => /^\p{Lu}/u.test(w) && !CLASS_TAIL.has(w.toLowerCase()) && !CLASS_WORDS.has(stem(w)));
    if (!named) return CLASS;
  }
  return `n:${words
    .slice(start, start + 4)
    .join('-')
    .toLowerCase()}`;
}

/** True of the key of a regulator, or of one of its officials. */
export const isAuthorityKey = (key: string): boolean => key.startsWith('a:') && isAuthority(key.slice(2));

/** Keys of everyone who must act, sorted, each once. */
export function obligorKeys(mention: StoredMention): string[] {
  const { obligor, obligors } = mention.mention;
  return keysOf([obligor, ...obligors], mention);
}

/** Keys of everyone the act is done to or with. */
export function counterpartyKeys(mention: StoredMention): string[] {
  return keysOf(mention.mention.counterparties, mention);
}

function keysOf(parties: readonly Party[], { article }: StoredMention): string[] {
  const day = article.published.slice(0, 10);
  return [...new Set(parties.map((party) => partyKey(party, day)))].sort();
}
