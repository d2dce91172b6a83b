/**
 * Near copies: a wire story on five sites is one source, not five. Texts are compared by MinHash over three-word
 * shingles (Broder 1997): resemblance finds whole copies, containment finds excerpts. Shared figures and names must
 * agree, because stories written to one pattern (prices, weather, matches) share most of their words and no facts.
 */

/**
 * What is kept of a text to compare it by: under 600 bytes of JSON, and nothing of the text can be got back from it. It
 * goes with everything that was read in an article, so each byte is stored many times: of a least hash 8 bits are kept
 * (Li and König 2010, b-bit minwise hashing), of a sample's 16.
 */
export interface Fingerprint {
  /** Number of different shingles. */
  shingles: number;
  /** The last 8 bits of the least value of each hash function over the shingles, in base64. */
  sketch: string;
  /** Sample of the figures in the text, hashed: 16-bit numbers in base64, ascending. */
  figures: string;
  /** Sample of the names. */
  names: string;
}

const HASHES = 128;
const SHINGLE_WORDS = 3;
/** Largest sample kept of figures and of names: those with the least hashes, so that two samples can be compared. */
const SAMPLE = 48;

/** From this resemblance on two texts are copies; {@link areCopies} was tuned on pairs written for its test. */
const RESEMBLANCE = 0.35;
/** From this share of the shorter text found in the longer one it is an excerpt. */
const CONTAINMENT = 0.7;
/** Shingles a text must have to be judged: below, chance decides. */
const FEWEST = 20;
/** Share of the smaller sample that must be in the larger one, and the least size at which that means something. */
const AGREEMENT = 0.5;
const FIGURES_LEAST = 3;
const NAMES_LEAST = 4;

/** Multipliers and increments of the hash functions, from a fixed generator: the same for ever, or sketches age. */
const FAMILY = family();

function family(): { a: Uint32Array; b: Uint32Array } {
  const a = new Uint32Array(HASHES);
  const b = new Uint32Array(HASHES);
  let state = 0x9e3779b9;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  for (let i = 0; i < HASHES; i++) {
    a[i] = next() | 1;
    b[i] = next();
  }
  return { a, b };
}

/** The fingerprint of an article's text (without its title: titles change from site to site). */
export function fingerprint(text: string): Fingerprint {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE_WORDS <= words.length; i++)
    shingles.add(hash(words.slice(i, i + SHINGLE_WORDS).join(' ')));
  const sketch = new Uint32Array(HASHES).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let i = 0; i < HASHES; i++) {
      const value = scramble((Math.imul(FAMILY.a[i] as number, shingle) + (FAMILY.b[i] as number)) >>> 0);
      if (value < (sketch[i] as number)) sketch[i] = value;
    }
  }
  return {
    shingles: shingles.size,
    sketch: Buffer.from(Uint8Array.from(sketch)).toString('base64'),
    figures: encode(sample(figuresOf(text))),
    names: encode(sample(namesOf(text))),
  };
}

/** FNV-1a over UTF-16 units, then mixed. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return scramble(value >>> 0);
}

function scramble(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Amounts, percentages, counts; not the figures of dates and times, which copies of other days share or lack. */
function figuresOf(text: string): string[] {
  const plain = text.replace(/\(?\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\)?(?=[\s,.;)]|$)|\b(?:19|20)\d\d\b/g, ' ');
  return (plain.match(/\d+(?:[.,]\d+)*/g) ?? [])
    .filter((figure) => figure.length > 1)
    .map((figure) => figure.replace(/[.,]0+$/, ''));
}

/** Capitalised words inside sentences. */
function namesOf(text: string): string[] {
  const names: string[] = [];
  for (const match of text.matchAll(/(?<=[\p{Ll}\d,;] )\p{Lu}[\p{L}]{2,}/gu)) names.push(match[0].toLowerCase());
  return names;
}

/** The least hashes, by their first 16 bits, which leaves them in their order. */
function sample(values: readonly string[]): Uint16Array {
  const all = new Set(values.map((value) => hash(value) >>> 16));
  return Uint16Array.from([...all].sort((a, b) => a - b).slice(0, SAMPLE));
}

function encode(numbers: Uint16Array): string {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (let i = 0; i < numbers.length; i++) bytes.writeUInt16LE(numbers[i] as number, i * 2);
  return bytes.toString('base64');
}

function decode(text: string): Uint16Array {
  const bytes = Buffer.from(text, 'base64');
  const numbers = new Uint16Array(bytes.length >> 1);
  for (let i = 0; i < numbers.length; i++) numbers[i] = bytes.readUInt16LE(i * 2);
  return numbers;
}

interface Decoded {
  sketch: Uint8Array;
  figures: Uint16Array;
  names: Uint16Array;
}

const decoded = new WeakMap<Fingerprint, Decoded>();

function read(print: Fingerprint): Decoded {
  let known = decoded.get(print);
  if (!known) {
    known = { sketch: Buffer.from(print.sketch, 'base64'), figures: decode(print.figures), names: decode(print.names) };
    decoded.set(print, known);
  }
  return known;
}

/** Share of least hashes that agree although their shingles differ. */
const CHANCE = 1 / 256;

export interface Similarity {
  /** Estimated share of shingles in common, of all that either has (Jaccard). */
  resemblance: number;
  /** Estimated share of the shorter text's shingles that the longer one has. */
  containment: number;
  /** Why they are no copies although their words agree. */
  veto: 'figures' | 'names' | null;
}

export function similarity(a: Fingerprint, b: Fingerprint): Similarity {
  const [x, y] = [read(a), read(b)];
  let equal = 0;
  for (let i = 0; i < HASHES; i++) if (x.sketch[i] === y.sketch[i]) equal++;
  const none = a.shingles === 0 || b.shingles === 0;
  // Of 8 bits a part agrees by chance.
  const resemblance = none ? 0 : Math.max(0, (equal / HASHES - CHANCE) / (1 - CHANCE));
  const shared = (resemblance * (a.shingles + b.shingles)) / (1 + resemblance);
  const containment = none ? 0 : Math.min(1, shared / Math.min(a.shingles, b.shingles));
  const veto = disagree(x.figures, y.figures, FIGURES_LEAST)
    ? 'figures'
    : disagree(x.names, y.names, NAMES_LEAST)
      ? 'names'
      : null;
  return { resemblance, containment, veto };
}

/** Whether of two samples, both large enough, the smaller is for the most part not in the larger. */
function disagree(a: Uint16Array, b: Uint16Array, least: number): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length < least) return false;
  // Full samples hold least hashes only: what lies above the other's highest cannot be expected in it.
  const ceiling = many.length < SAMPLE ? 0xffff : (many[many.length - 1] as number);
  const all = new Set(many);
  const comparable = few.filter((value) => value <= ceiling);
  if (comparable.length < least) return false;
  return comparable.filter((value) => all.has(value)).length < comparable.length * AGREEMENT;
}

/** Whether two texts tell one story in one wording: copies, or one an excerpt of the other. */
export function areCopies(a: Fingerprint, b: Fingerprint): boolean {
  if (a.shingles < FEWEST || b.shingles < FEWEST) return false;
  const { resemblance, containment, veto } = similarity(a, b);
  return veto === null && (resemblance >= RESEMBLANCE || containment >= CONTAINMENT);
}

/** Rows of a band: two texts of resemblance r share one of 64 bands with probability 1 − (1 − r²)⁶⁴. */
const ROWS = 2;

/** Keys under which copies can be found without comparing everything: copies share at least one, nearly always. */
export function copyBands(print: Fingerprint): string[] {
  const { sketch } = read(print);
  const bands: string[] = [];
  for (let i = 0; i + ROWS <= sketch.length; i += ROWS) {
    bands.push(
      `${(i / ROWS).toString(36)}.${(sketch[i] as number).toString(36)}.${(sketch[i + 1] as number).toString(36)}`,
    );
  }
  return bands;
}

export interface CopyCandidate {
  id: string;
  /** Instant; decides which of a group is the source. */
  published: string;
  /** The article's key: versions of one article are one source, whatever became of the text. */
  key?: string;
  fingerprint: Fingerprint;
}

export interface CopyGroup {
  /** The earliest: the source that counts. */
  source: string;
  /** All of them, the earliest first. */
  members: string[];
}

/** Days between a story and a reprint of it, at most: the same words months later are another story. */
export const COPY_DAYS = 7;
/** How many earlier texts of one band a text is compared with. */
const BUCKET = 40;

/**
 * Groups articles into sources. A pure function of the set: neither order nor what was grouped before matters.
 * @returns every article in exactly one group, groups by their earliest article
 */
export function groupCopies(articles: readonly CopyCandidate[], days = COPY_DAYS): CopyGroup[] {
  const sorted = [...articles].sort((a, b) => compare(a.published, b.published) || compare(a.id, b.id));
  const parent = sorted.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = i; at !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  const unite = (a: number, b: number): void => {
    const [x, y] = [find(a), find(b)];
    parent[Math.max(x, y)] = Math.min(x, y);
  };
  const keys = new Map<string, number>();
  const buckets = new Map<string, number[]>();
  const window = days * 86_400_000;
  for (const [i, article] of sorted.entries()) {
    if (article.key !== undefined) {
      const known = keys.get(article.key);
      if (known === undefined) keys.set(article.key, i);
      else unite(known, i);
    }
    if (article.fingerprint.shingles < FEWEST) continue;
    const seen = new Set<number>();
    for (const band of copyBands(article.fingerprint)) {
      const bucket = buckets.get(band) ?? [];
      for (const j of bucket) {
        if (seen.has(j)) continue;
        seen.add(j);
        const other = sorted[j] as CopyCandidate;
        if (Date.parse(article.published) - Date.parse(other.published) > window) continue;
        if (find(i) !== find(j) && areCopies(article.fingerprint, other.fingerprint)) unite(j, i);
      }
      bucket.push(i);
      if (bucket.length > BUCKET) bucket.shift();
      buckets.set(band, bucket);
    }
  }
  const groups = new Map<number, CopyGroup>();
  for (const [i, article] of sorted.entries()) {
    const root = find(i);
    const group = groups.get(root);
    if (group) group.members.push(article.id);
    else groups.set(root, { source: article.id, members: [article.id] });
  }
  return [...groups.values()];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
