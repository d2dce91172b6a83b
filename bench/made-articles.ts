import type { Mention } from '../lambda/extract/types.ts';
import type { LedgerArticle } from '../lambda/ledger/types.ts';

/** Articles of one promise each, as extraction would leave them, for ledgers of any size. A fifth are one regulator's. */

const REGULATORS = ['komdigi', 'ojk', 'kppu', 'bpom', 'kemendag', 'bi', 'djp', 'bssn', 'ppatk', 'kemenperin'];
const PLATFORMS = ['tiktok', 'telegram', 'google', 'meta', 'whatsapp', 'x', 'shopee', 'tokopedia', 'gojek', 'grab'];
const VERBS = [
  'menerbitkan',
  'membangun',
  'memeriksa',
  'membuka',
  'menghapus',
  'membayar',
  'memindahkan',
  'melaporkan',
  'mengaudit',
  'menyusun',
];

/** Pronounceable nonsense, different for each number: what a promise is about. */
function noun(n: number): string {
  const syllables = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'je', 'ki', 'lo', 'mu', 'ra', 'se', 'ti', 'wo', 'ya', 'ze'];
  let word = '';
  for (let left = n, i = 0; i < 5; i++, left = Math.floor(left / syllables.length))
    word += syllables[left % syllables.length];
  return word;
}

/** The n-th article: one promise of its own. */
export function articleOf(n: number): LedgerArticle {
  const isSkewed = n % 5 === 0;
  const actor = isSkewed ? 'komdigi' : ([...REGULATORS, ...PLATFORMS][(n * 7) % 20] as string);
  const published = new Date(Date.UTC(2024, 0, 1) + (n % 880) * 86_400_000).toISOString();
  const action = `${VERBS[n % VERBS.length]} ${noun(n)} ${noun(n * 31 + 7)}`;
  const due = new Date(Date.UTC(2026, 0, 1) + (n % 700) * 86_400_000).toISOString().slice(0, 10);
  const text = `Pihak itu akan ${action} paling lambat ${due}.`;
  const by = text.indexOf(' paling') + 1;
  const span = { start: text.indexOf(action), end: text.indexOf(action) + action.length, text: action };
  const obligor = { start: 0, end: 9, text: actor, actor };
  const mention: Mention = {
    type: 'pledge',
    obligor,
    obligors: [obligor],
    counterparties: [],
    modality: 'firm',
    topic: (['tax', 'competition', 'licensing', 'child-safety', 'other'] as const)[n % 5]!,
    rule: 'bench',
    speaker: null,
    sentence: { start: 0, end: text.length },
    action: span,
    deadline: {
      start: by,
      end: text.length - 1,
      text: text.slice(by, -1),
      due,
      earliest: `${due}T23:59:59+07:00`,
      latest: `${due}T23:59:59+07:00`,
      rule: 'bench',
      anchor: null,
      anchorSource: null,
      precision: 'day',
      zone: 'Asia/Jakarta',
      calendarVersion: null,
      kind: 'due',
    },
    condition: null,
    negated: false,
    confidence: 0.9,
  };
  const outlet = `outlet${n % 40}`;
  return {
    key: `https://${outlet}.example/${n}`,
    id: `n${n}`,
    url: `https://${outlet}.example/${n}`,
    outlet,
    published,
    title: '',
    text,
    textHash: `h${n}`,
    fetchedAt: published,
    snapshot: null,
    fingerprint: null,
    extraction: { timexes: [], statements: [], commitments: [mention], named: [] },
    extractorVersion: 'bench',
  };
}

/** An article of an actor of its own; given another, one that tells the same promise. */
export function articleBy(n: number, actor: string, same?: LedgerArticle): LedgerArticle {
  const article = articleOf(n);
  const [mention] = (same ?? article).extraction.commitments;
  const obligor = { ...mention!.obligor, actor, text: actor };
  const text = same?.text ?? article.text;
  return {
    ...article,
    text,
    outlet: 'outlet1',
    extraction: {
      timexes: [],
      statements: [],
      commitments: [{ ...mention!, obligor, obligors: [obligor] }],
      named: [],
    },
  };
}

/** Who is told of every day, and by no article of the load promises anything; as the ledger names them and as printed. */
export const BUSY = { actor: 'kemenhub', name: 'Kemenhub' };

/** An article that reports what {@link BUSY} has done: the n-th thing, on a day. */
export function toldOf(n: number, published: string): LedgerArticle {
  const article = articleOf(0);
  const text = `${BUSY.name} telah memeriksa ${noun(n)} ${noun(n * 31 + 7)}.`;
  return {
    ...article,
    key: `https://outlet1.example/told${n}`,
    id: `told${n}`,
    published,
    text,
    textHash: `told${n}`,
    extraction: { ...article.extraction, commitments: [] },
  };
}
