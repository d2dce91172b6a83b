/** Years and decades: `tahun 2014`, `2014`, `tahun anggaran 2026`, `1990-an`. */
import { pad4 } from '../civil.ts';
import { type Match, type Scan, yearAt } from '../scan.ts';
import { allCaps, capital, glued, isDash, NUMBER, type Tokens, WORD } from '../tokens.ts';
import { periodMatch, TIME_PREPOSITIONS } from './deictic.ts';

/** What stands before a number that counts or names something else. */
const NOT_A_YEAR_BEFORE = new Set(
  'rp usd us no nomor nomer pasal ayat seri tipe nip nik kode idr sekitar sebanyak sebesar senilai capai mencapai total ribu juta nomor. hp telepon telp rm eur jalan jl kav rt rw blok kilometer km posisi level angka otp pin kode sandi'.split(
    ' ',
  ),
);
const NOT_A_YEAR_AFTER = new Set(
  'orang unit buah km kilometer meter m kg kilogram gram ton liter watt hp cc mah persen ribu juta miliar triliun rupiah dolar dollar kali jiwa kk hektare hektar ha warga kursi peserta pelari penonton poin halaman mm cm ekor lembar butir paket titik personel prajurit tenaga anak siswa mahasiswa keluarga rumah desa pelanggan saham barel jam menit detik hari bulan tahun pekan minggu wib wita wit mdpl mpdl px piksel rpm pk lot pemain km/jam mbps korban'.split(
    ' ',
  ),
);

const FLIGHT = new Set(['penerbangan', 'pesawat', 'nomor', 'flight']);

/** `tahun 2014`, `2014`, `tahun ini`, `tahun 90-an`, `tahun anggaran 2026`, `tahun ajaran 2025/2026`. */
export function parseYear(s: Scan, i: number): Match | null {
  const t = s.t;
  if (t.lower[i] === 'tahun' || t.lower[i] === 'era' || t.lower[i] === 'dekade') {
    let at = i + 1;
    const kind = t.lower[at];
    const fiscal =
      kind === 'anggaran' ||
      kind === 'fiskal' ||
      kind === 'buku' ||
      kind === 'ajaran' ||
      kind === 'pelajaran' ||
      kind === 'pajak' ||
      kind === 'takwim' ||
      kind === 'akademik';
    if (fiscal) at++;
    if (t.lower[i] === 'tahun' && !fiscal && (t.lower[at] === 'ke' || isDash(t.lower[at]))) return null;
    const decade = decadeAt(t, at);
    if (decade) return { ...decade, from: i };
    const year = t.lower[i] === 'dekade' ? 0 : yearAt(t, at) || olderYear(t, at);
    if (year) {
      // `Nomor 11 Tahun 2008`, `UU 27/2022`: a law's number.
      if (t.lower[i] === 'tahun' && isLawNumber(t, i)) return null;
      let end = at + 1;
      if (fiscal && t.lower[end] === '/' && yearAt(t, end + 1)) end += 2;
      else if (t.lower[end] === '/' && yearAt(t, end + 1) === year + 1)
        return { ...periodMatch(i, end + 2, pad4(year), 'year', 'year'), endValue: pad4(year + 1) };
      else if (
        t.lower[end] === 'lalu' ||
        t.lower[end] === 'silam' ||
        t.lower[end] === 'mendatang' ||
        t.lower[end] === 'ini' ||
        t.lower[end] === 'nanti'
      )
        end++;
      return periodMatch(i, end, pad4(year), fiscal ? 'year-fiscal' : 'year', 'year');
    }
    return null;
  }
  const decade = decadeAt(t, i);
  if (decade) return decade;
  const year = yearAt(t, i);
  if (year === 0) return null;
  if (!bareYear(t, i, year)) return null;
  const next = t.lower[i + 1];
  const past =
    next === 'lalu' ||
    next === 'silam' ||
    next === 'mendatang' ||
    (next === 'ini' && TIME_PREPOSITIONS.has(t.lower[i - 1] ?? ''));
  return periodMatch(i, past && t.lower[i - 1] !== '/' ? i + 2 : i + 1, pad4(year), 'year-bare', 'year');
}

/** `tahun 1831`: years before 1900 only after the word, and not of another era (`tahun 1447 Hijriah`). */
function olderYear(t: Tokens, i: number): number {
  const word = t.lower[i] ?? '';
  const era = t.lower[i + 1] ?? '';
  if (t.kind[i] !== NUMBER || word.length !== 4 || era === 'h' || era === 'saka' || era.startsWith('hij')) return 0;
  const year = Number(word);
  return year >= 1000 && year < 1900 ? year : 0;
}

function isLawNumber(t: Tokens, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 7); k--) {
    const word = t.lower[k]!;
    if (word === 'nomor' || word === 'no' || word === 'nomer') return true;
    if (t.kind[k] === WORD && k < i - 4 && word.length > 6) return false;
    if (word === ',' || word === ';') return false;
  }
  return (t.kind[i - 1] === NUMBER || t.lower[i - 1] === ')') && capital(t, i);
}

function bareYear(t: Tokens, i: number, year: number): boolean {
  const before = t.lower[i - 1] ?? '';
  // `tahun 2018` that was not read as a year is a law's number; `UUD 1945` is its name.
  if (before === 'tahun' || before === 'uud') return false;
  if (i > 0 && glued(t, i - 1)) {
    if (t.kind[i - 1] !== 2) return t.kind[i - 1] === WORD && !!t.lex[i - 1]?.month;
    if (isDash(before)) {
      // `2014-2019`, `III-2025`; a `-` after a letter makes a code.
      if (!yearAt(t, i - 2) && t.kind[i - 2] !== WORD) return false;
      if (t.kind[i - 2] === WORD && glued(t, i - 2) && !t.lex[i - 2]?.month) return false;
    } else if (before === '/') {
      if (!yearAt(t, i - 2)) return false;
    } else if (
      before !== '(' &&
      before !== '"' &&
      before !== '“' &&
      before !== "'" &&
      before !== '‘' &&
      before !== '[' &&
      before !== ','
    )
      return false;
  }
  if (
    NOT_A_YEAR_BEFORE.has(before) ||
    before === '$' ||
    before === '€' ||
    before === '+' ||
    before === '#' ||
    before === '@'
  )
    return false;
  // `B 2024 KZL`: a car's plate.
  if (
    before.length === 1 &&
    capital(t, i - 1) &&
    allCaps(t, i + 1) &&
    t.lower[i + 1]!.length <= 3 &&
    t.text.slice(t.start[i - 1], t.end[i - 1]) === before.toUpperCase()
  )
    return false;
  // `penerbangan GA 2025`
  if (before.length === 2 && allCaps(t, i - 1) && FLIGHT.has(t.lower[i - 2] ?? '')) return false;
  const after = t.lower[i + 1] ?? '';
  if (NOT_A_YEAR_AFTER.has(after)) return false;
  if (
    after === '%' ||
    after === '+' ||
    after === '°' ||
    (after === '/' && t.kind[i + 2] === NUMBER && !yearAt(t, i + 2))
  )
    return false;
  if (isDash(after) && t.kind[i + 2] === NUMBER && glued(t, i) && !yearAt(t, i + 2)) {
    return false;
  }
  if (
    TIME_PREPOSITIONS.has(before) ||
    before === '(' ||
    before === 'periode' ||
    before === 'musim' ||
    before === '-' ||
    before === '–'
  )
    return year >= 1900;
  if (i === 0) return year >= 1990 && year <= 2049;
  // After a word with a capital (`Pilpres 2014`, `APBN 2026`) or an event's noun; never at random.
  if (t.kind[i - 1] === WORD) return year >= 1945 && year <= 2049;
  // `(GIIAS) 2025`, `U17 2025`
  const named = before === ')' || (t.kind[i - 1] === NUMBER && i > 1 && glued(t, i - 2) && t.kind[i - 2] === WORD);
  return year >= 1990 && year <= 2049 && (before === ',' || before === '/' || named);
}

/** `1990-an`, `90-an`. */
function decadeAt(t: Tokens, i: number): Match | null {
  if (t.kind[i] !== NUMBER) return null;
  const digits = t.lower[i]!;
  let end = i + 1;
  if (isDash(t.lower[end])) end++;
  if (t.lower[end] !== 'an') return null;
  if (
    digits.length === 4 &&
    digits.endsWith('0') &&
    (digits.startsWith('19') || digits.startsWith('20') || digits.startsWith('18'))
  )
    return periodMatch(i, end + 1, digits.slice(0, 3), 'decade', 'decade');
  if (digits.length === 2 && digits.endsWith('0') && t.lower[i - 1] === 'tahun')
    return periodMatch(i, end + 1, `19${digits[0]}`, 'decade', 'decade');
  return null;
}
