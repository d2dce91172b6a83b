import { classOf, NAMED_ORG } from './lexicon.ts';
import { bare } from './linking.ts';
import { type RawName, rawName, type TokenView } from './raw.ts';
import { at, speaks, textOf } from './surroundings.ts';

/** How a capitalised word that stands alone in an article is spoken of. */
interface Alone {
  count: number;
  /** How often as somebody who speaks. */
  speaking: number;
  /** How surely as a thing or a place that people have, use or are in ({@link USED}). */
  used: number;
}

/** What an article names besides its officers. */
interface Known {
  /** Bodies by their whole names and by their initials. */
  bodies: Set<string>;
  /** What names of companies open with: `Aetra` of `PT Aetra Air Jakarta`. */
  heads: Set<string>;
  alone: Map<string, Alone>;
}

/**
 * Parts a body that no list knows from the name of its officer (`CEO Zipmex Marcus Lim`): they stand in one run of capitals, and
 * the article tells where the name begins. It names the body by itself elsewhere, as one (`PT Zipmex`) or as what people use
 * (`pengguna Zipmex`), or calls the officer by his own first name (`Marcus menuturkan`). Changes `raws`; linear.
 */
export function partEmployers(view: TokenView, raws: RawName[]): void {
  if (!raws.some((raw) => isGlued(raw) || mayName(raw) || raw.shape === 'office')) return;
  const known: Known = { bodies: new Set(), heads: new Set(), alone: new Map() };
  for (const raw of raws) {
    if (raw.shape === 'organisation') tellBody(view, raw, known);
    else if (raw.role === null && raw.last - raw.first === 1) tellAlone(view, raw, known.alone);
  }
  const parted = withCommonBodies(view, raws).flatMap((raw) => {
    const named = mayName(raw) ? bodyInOffice(view, raw) : null;
    if (named !== null) return [named, raw];
    const words = isGlued(raw) ? bodyWords(view, raw, known) : 0;
    return words === 0 ? [raw] : [takeBody(view, raw, words), raw];
  });
  raws.splice(0, raws.length, ...parted);
}

/**
 * `Direktur Utama Merpati Budi Santoso`, of `PT Merpati Nusantara`: a body by the first word of its name, which is an ordinary word
 * too and so parts the office from who holds it.
 */
function withCommonBodies(view: TokenView, raws: readonly RawName[]): RawName[] {
  const heads = new Set(
    raws
      .filter(({ shape, head }) => shape === 'organisation' && head & NAMED_ORG)
      .map((raw) => bare(textOf(view, raw)).split(' ')[0]!),
  );
  return raws.flatMap((raw, i) => {
    const next = raws[i + 1];
    const isOffice = raw.shape === 'office' && raw.affiliation === null && OFFICER.test(textOf(view, raw));
    if (isOffice && next !== undefined && isBetween(view, raw, next, heads)) return [];
    const before = raws[i - 1];
    if (before?.shape !== 'office' || before.affiliation !== null || !isBetween(view, before, raw, heads)) return [raw];
    const own = rawName(view, before.last, raw.first, { shape: 'organisation', head: NAMED_ORG });
    raw.role = view.text.slice(before.start, own.end);
    Object.assign(raw, { affiliation: own, lead: before.first, titled: before.start });
    return [own, raw];
  });
}

/** Nothing but the head of a body's name between an office and a person without one. */
const isBetween = (view: TokenView, office: RawName, raw: RawName, heads: ReadonlySet<string>): boolean =>
  raw.shape === 'person' &&
  raw.role === null &&
  raw.first === office.last + 1 &&
  OFFICER.test(textOf(view, office)) &&
  heads.has(at(view, office.last));

/** An officer without a body whose office may name it. */
const mayName = ({ shape, actor, role, affiliation, lead, first }: RawName): boolean =>
  shape === 'person' && actor === null && role !== null && affiliation === null && lead < first && OFFICER.test(role);

/** `Managing Director HappyFresh Indonesia Filippo Candrini`: the office ends with a name that no word of it could be. */
function bodyInOffice(view: TokenView, raw: RawName): RawName | null {
  const { tokens, text } = view;
  for (let i = raw.lead + 1; i < raw.first; i++) {
    if (tokens[i]!.kind !== 'word') return null;
    if (!isMade(text.slice(tokens[i]!.start, tokens[i]!.end))) continue;
    const own = rawName(view, i, raw.first, { shape: 'organisation' });
    raw.affiliation = own;
    return own;
  }
  return null;
}

/** An officer without a body: what stands before his name may be it. */
function isGlued({ shape, actor, role, affiliation, first, last }: RawName): boolean {
  if (shape !== 'person' || actor !== null || role === null || affiliation !== null || last - first < 2) return false;
  const office = (OFFICER.exec(role) ?? SPEAKS_FOR.exec(role))?.[0];
  return office !== undefined && !ENDS_WITH_BODY.test(role.slice(office.length));
}

/** `CEO STI`: the office names its body by initials. */
const ENDS_WITH_BODY = / \p{Lu}{2,}$/u;

/** Those who speak for somebody may speak for a person: only what the article names as a body is one before them. */
const SPEAKS_FOR =
  /^(?:juru bicara|jubir|kuasa hukum|pengacara|penasihat hukum|advokat|perwakilan|corporate secretary|humas|admin)\b/iu;

/** Offices of bodies that have names; what ministers and mayors are of is a field or a place. */
const OFFICER =
  /^(?:(?:plt|wakil|co)[ .-]+)*(?:direktur(?! jenderal)|dirut|direksi|presiden (?:direktur|komisaris)|presdir|ceo|cto|coo|cfo|cmo|chief|co-founder|founder|pendiri|bos|ketua|komisaris|manajer|manager|general manager|country (?:manager|head|director)|head|vice president|vp|kepala (?:cabang|divisi|bagian|komunikasi|humas|unit|departemen)|sekretaris (?:perusahaan|umum|korporat)|corporate|public (?:relations|policy)|managing|director|president|senior (?:manager|director|vice president)|executive|government relations|external|marketing|operation)\b/iu;

function tellBody(view: TokenView, raw: RawName, { bodies, heads }: Known): void {
  const name = bare(textOf(view, raw));
  bodies.add(name);
  if (raw.abbreviation) bodies.add(raw.abbreviation.toLowerCase());
  const [head = '', next] = name.split(' ');
  if (next !== undefined && head.length > 3 && raw.head & NAMED_ORG && classOf(head) === 0) heads.add(head);
}

function tellAlone(view: TokenView, raw: RawName, alone: Map<string, Alone>): void {
  const word = at(view, raw.first);
  const known = alone.get(word) ?? { count: 0, speaking: 0, used: 0 };
  alone.set(word, known);
  known.count++;
  if (speaks(view, raw)) known.speaking++;
  known.used += USED.get(at(view, raw.first - 1)) ?? 0;
}

/** Words before what people have, use or are in, and how surely no person's name stands behind them. */
const USED: ReadonlyMap<string, number> = new Map([
  ['di', 0.5],
  ...(
    'pt cv pengguna pelanggan nasabah konsumen penumpang pekerja layanan laman merek gerai armada rute tiket promotor maskapai bursa ' +
    'manajemen pengelola platform aplikasi situs marketplace lokapasar startup'
  )
    .split(' ')
    .map((word) => [word, 1] as const),
]);

/** How many words of an officer's name are the body's. */
function bodyWords(view: TokenView, { first, last, role }: RawName, { bodies, heads, alone }: Known): number {
  const { tokens, text } = view;
  if (tokens.slice(first, last).some(({ kind }) => kind !== 'word')) return 0;
  const own = alone.get(at(view, first));
  // Who is called by his first name alone is no body.
  const isCalledBy = (own?.speaking ?? 0) > 0;
  for (let words = last - first - 1; words > 0; words--) {
    const name = bare(text.slice(tokens[first]!.start, tokens[first + words - 1]!.end));
    if (bodies.has(name) && (words > 1 || !isCalledBy)) return words;
  }
  const tail = tokens.slice(first, last).findLastIndex(({ lower }) => BODY_TAIL.has(lower)) + 1;
  // `CEO Ravel Entertainment Ravel Junardy`: no person's name ends so.
  if (tail > 0 && tail < last - first) return tail;
  if (SPEAKS_FOR.test(role ?? '')) return 0;
  if (isMade(text.slice(tokens[first]!.start, tokens[first]!.end)))
    return last - first > 2 && ENDS_NAME.has(at(view, first + 1)) ? 2 : 1;
  // `Direktur Utama Merpati Budi Santoso`, of PT Merpati Nusantara.
  if (own === undefined) return last - first > 2 && heads.has(at(view, first)) ? 1 : 0;
  const isRestCalled = tokens.slice(first + 1, last).some(({ lower }) => (alone.get(lower)?.speaking ?? 0) > 0);
  if (isCalledBy) return own.used >= 1 && isRestCalled ? 1 : 0;
  if (own.used >= 1 || (own.count > 1 && (isRestCalled || heads.has(at(view, first))))) return 1;
  return 0;
}

/** A capital within (`LinkAja`): nobody is called so, but for `MacArthur` and his like. */
const isMade = (word: string): boolean =>
  (/^\p{Lu}\p{Ll}{2,}\p{Lu}/u.test(word) && !/^(?:Mac|Des|Van|Fitz)\p{Lu}/u.test(word)) ||
  /^\p{L}{1,3}-\p{Lu}\p{L}{2,}$/u.test(word);
/** Words with which names of bodies end, and names of people do not. */
const BODY_TAIL = new Set(
  (
    'entertainment tv pictures films studio studios media records mobile telecom telekomunikasi airlines airways air motor energy ' +
    'energi technology technologies teknologi games gaming hotel resort property properti land foods farma pharma sekuritas asuransi ' +
    'insurance finance capital ventures logistics logistik express travel tour wisata academy network networks digital'
  ).split(' '),
);
/** Second words of bodies: `WanaArtha Life`. */
const ENDS_NAME = new Set('life group finance capital digital pay bank insurance sekuritas asset indonesia'.split(' '));

/** The body that the first words of an officer's name are; takes them from it. */
function takeBody(view: TokenView, raw: RawName, words: number): RawName {
  const own = rawName(view, raw.first, raw.first + words, { shape: 'organisation' });
  const from = raw.titled >= 0 ? raw.titled : view.tokens[raw.lead]!.start;
  raw.first += words;
  raw.start = view.tokens[raw.first]!.start;
  raw.role = view.text.slice(from, own.end);
  raw.affiliation = own;
  return own;
}
