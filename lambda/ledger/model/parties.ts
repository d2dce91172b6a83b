import type { Party, StoredMention } from '../types.ts';
import { stem } from '../words/stem.ts';
import { wordsOf } from '../words/words.ts';
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

/** The key of a name that no list knows. */
export function nameKey(text: string): string {
  const words = wordsOf(text.replace(/\([^)]*\)/g, ' ')).filter((w) => !LEGAL_FORMS.has(w));
  const isProper = /\p{Lu}/u.test(text.replace(/\b(?:PSE|ISP|UMKM|PMSE)\b/gi, '').slice(1)) || /^\p{Lu}/u.test(text);
  if (words.some((w) => CLASS_WORDS.has(stem(w))) && (!isProper || words.length < 3 || /\b(?:PSE)\b/i.test(text))) {
    return CLASS;
  }
  const name = words.slice(0, 4).join('-');
  return name === '' ? CLASS : `n:${name}`;
}

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
