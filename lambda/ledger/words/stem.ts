import { remembered } from '../../extract/text/remembered.ts';

/**
 * A light stemmer for comparing words of news Indonesian. It needs no list of roots: where a prefix swallows the first
 * consonant of its root (`menutup` from `tutup`, `memindahkan` from `pindah`, `menyiapkan` from `siap`, `mengirim`
 * from `kirim`), all forms are brought to the root without that consonant (`utup`, `indah`, `iap`, `irim`). What comes
 * out is a key to compare, not a word to show.
 */

const PARTICLES = /(?:lah|kah|pun|nya)$/;
const SUFFIXES = /(?:kannya|annya|inya|kan|an|i)$/;
const REST = 3;

/** Roots that look as if they had an affix, in their compared form; a word that contains one is that root. */
const PROTECTED = [
  ...[
    'eriksa',
    'erbit',
    'erintah',
    'erima',
    'unjuk',
    'wakil',
    'rampung',
    'selidik',
    'kelola',
    'setor',
    'beri',
    'badan',
  ],
  ...['resmi', 'laku', 'proses', 'sertifika', 'persen', 'perang', 'bentuk', 'keluar', 'jual', 'terap'],
];
/** Words that would be taken for one of those roots, or by which the rules below go wrong. */
const EXCEPTIONS: Record<string, string> = {
  berita: 'berita',
  pemberitahuan: 'ahu',
  memberitahu: 'ahu',
  berlaku: 'berlaku',
  diberlakukan: 'berlaku',
  memberlakukan: 'berlaku',
  pemberlakuan: 'berlaku',
  pelaku: 'pelaku',
  pelakunya: 'pelaku',
  diberitakan: 'berita',
  memberitakan: 'berita',
  kesepakatan: 'epakat',
  sepakat: 'epakat',
  menyepakati: 'epakat',
  disepakati: 'epakat',
  keterangan: 'keterangan',
  kenaikan: 'aik',
  perusahaan: 'perusahaan',
  pengguna: 'pengguna',
  pemerintah: 'pemerintah',
  mengundang: 'mengundang',
  diundang: 'mengundang',
  undangan: 'mengundang',
  jaringan: 'jaringan',
  temuan: 'temuan',
  temuannya: 'temuan',
  menemukan: 'temuan',
  ditemukan: 'temuan',
  penjelasan: 'penjelasan',
  divestasi: 'divestas',
  penyelidikan: 'elid',
  menyelidiki: 'elid',
  diselidiki: 'elid',
  perekrutan: 'rekrut',
  rekrutmen: 'rekrut',
  perilisan: 'rilis',
};

/** The comparison key of one word. Never throws; short words come back in lower case as they are. */
export const stem = remembered(compute);

function compute(word: string): string {
  let w = word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  if (w.length <= 3 || /\d/.test(w)) return w;
  const exception = EXCEPTIONS[w];
  if (exception !== undefined) return exception;
  for (const root of PROTECTED) if (w.includes(root)) return bare(root);
  w = cut(w, PARTICLES, 3);
  w = prefix(w);
  w = suffix(w);
  return withoutFinalK(bare(w));
}

/** A final -k is part of the root or of -kan (`menarik`, `penarikan`): it goes from all, so that all forms agree. */
const withoutFinalK = (w: string): string =>
  w.length > 3 && w.endsWith('k') && isVowel(w.at(-2)) ? w.slice(0, -1) : w;

function cut(w: string, ending: RegExp, rest: number): string {
  const m = ending.exec(w);
  return m && m.index >= rest ? w.slice(0, m.index) : w;
}

function suffix(w: string): string {
  const m = SUFFIXES.exec(w);
  return finalI(m && m.index >= REST && m[0] !== 'i' ? w.slice(0, m.index) : w);
}

/** A final -i is a suffix or part of the root (`awasi`, `ganti`): it goes from both, so that all forms agree. */
function finalI(w: string): string {
  const before = w[w.length - 2];
  return w.length >= 5 && w.endsWith('i') && (before === 'u' || !isVowel(before)) ? w.slice(0, -1) : w;
}

const isVowel = (c: string | undefined): boolean => c !== undefined && 'aeiou'.includes(c);

function prefix(w: string): string {
  const stripped = once(w);
  // A second layer: `di-per-panjang`, `mem-per-timbang`, `ke-ter-lambat`.
  return stripped === w ? w : once(stripped, true);
}

const PREFIXES: [form: string, keeps: (next: string | undefined, w: string) => boolean][] = [
  ['memper', () => true],
  ['diper', () => true],
  ['meny', isVowel],
  ['peny', isVowel],
  ['meng', () => true],
  ['peng', () => true],
  ['mem', (c) => c !== undefined],
  ['pem', (c) => c !== undefined],
  ['men', (c) => c !== undefined],
  ['pen', (c) => c !== undefined],
  ['me', (c) => c !== undefined && 'lrwymn'.includes(c)],
  ['ber', () => true],
  ['bel', (c) => c === 'a'],
  ['per', () => true],
  ['pe', (c) => c !== undefined && 'lrwymn'.includes(c)],
  ['ter', () => true],
  ['di', () => true],
  ['ke', (_c, w) => w.endsWith('an')],
  ['se', (_c, w) => w.endsWith('nya')],
];

const INNER = new Set(['per', 'ber', 'ter', 'pe', 'pen', 'pem', 'peng', 'peny']);

function once(w: string, inner = false): string {
  for (const [form, keeps] of PREFIXES) {
    if (inner && !INNER.has(form)) continue;
    if (!w.startsWith(form) || w.length - form.length < REST + (inner ? 2 : 0)) continue;
    if (keeps(w[form.length], w)) return w.slice(form.length);
  }
  return w;
}

/** Drops the consonant that a nasal prefix would have swallowed: `tutup` → `utup`, `nyata` → `ata`. */
function bare(w: string): string {
  if (w.length > 3 && w.startsWith('ny') && isVowel(w[2])) return w.slice(2);
  if (w.length > 3 && 'ktspmn'.includes(w[0]!) && isVowel(w[1])) return w.slice(1);
  return w;
}
