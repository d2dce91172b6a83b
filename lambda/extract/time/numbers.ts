import { glued, isDash, NUMBER, type Tokens } from './tokens.ts';

/** A count as printed: `3`, `1,5`, `dua puluh`, `dua setengah`, `2-3`, `3 (tiga)`, `belasan`. */
export interface Count {
  /** The lower (or only) figure; NaN where the text gives no figure (`beberapa`). */
  value: number;
  /** The upper figure of `2-3`, else the same as `value`. */
  upper: number;
  /** Index after the last token. */
  end: number;
  vague: boolean;
}

const VAGUE = new Set(['beberapa', 'sejumlah', 'belasan', 'puluhan', 'ratusan', 'ribuan', 'sekian', 'hitungan']);
const JOINERS = new Set(['hingga', 'sampai', 'atau', 'sd']);

/** A number of at most six digits with optional thousands points and decimal comma, at token `i`. */
function figure(t: Tokens, i: number): { value: number; end: number } | null {
  const digits = t.lower[i]!;
  if (digits === '' || digits.length > 6) return null;
  let value = Number(digits);
  let end = i + 1;
  if (
    t.lower[end] === '.' &&
    glued(t, i) &&
    glued(t, end) &&
    t.kind[end + 1] === NUMBER &&
    t.lower[end + 1]!.length === 3
  ) {
    value = value * 1000 + Number(t.lower[end + 1]);
    end += 2;
  } else if (
    (t.lower[end] === ',' || t.lower[end] === '.') &&
    glued(t, i) &&
    glued(t, end) &&
    t.kind[end + 1] === NUMBER &&
    t.lower[end + 1]!.length <= (t.lower[end] === ',' ? 2 : 1)
  ) {
    value += Number(t.lower[end + 1]) / 10 ** t.lower[end + 1]!.length;
    end += 2;
  }
  return { value, end };
}

/** A number in words, at token `i`: `tujuh`, `dua belas`, `dua puluh lima`, `tiga ratus enam puluh lima`. */
function words(t: Tokens, i: number): { value: number; end: number } | null {
  let total = 0;
  let at = i;
  let any = false;
  // The longest is `sembilan ratus sembilan puluh sembilan ribu …`: a few steps.
  for (let step = 0; step < 7 && at < t.count; step++) {
    const n = t.lex[at]?.number ?? 0;
    if (n === 0) break;
    if (n === 0.5) {
      if (any && t.lower[at] !== 'setengah') break;
      return { value: total + 0.5, end: at + 1 };
    }
    const next = t.lower[at + 1];
    if (n < 10 && next === 'belas') {
      total += 10 + n;
      at += 2;
    } else if (n < 10 && next === 'puluh') {
      total += n * 10;
      at += 2;
    } else if (n < 10 && next === 'ratus') {
      total += n * 100;
      at += 2;
    } else if (n < 10 && next === 'ribu') {
      total += n * 1000;
      at += 2;
    } else {
      // A second bare unit is another number: `satu dua hari`.
      if (any && n >= 10) break;
      total += n;
      at += 1;
      any = true;
      if (n < 10) {
        if (t.lower[at] === 'setengah') return { value: total + 0.5, end: at + 1 };
        break;
      }
    }
    any = true;
  }
  if (total === 3 && t.lower[at] === 'perempat') return { value: 0.75, end: at + 1 };
  return any ? { value: total, end: at } : null;
}

function single(t: Tokens, i: number): { value: number; end: number } | null {
  if (i >= t.count) return null;
  return t.kind[i] === NUMBER ? figure(t, i) : t.lex[i]?.number ? words(t, i) : null;
}

/** The count that begins at token `i`, or null. */
export function readCount(t: Tokens, i: number): Count | null {
  if (VAGUE.has(t.lower[i]!)) {
    // `beberapa puluh tahun`
    const next = t.lower[i + 1];
    const end = next === 'puluh' || next === 'belas' || next === 'ratus' ? i + 2 : i + 1;
    return { value: Number.NaN, upper: Number.NaN, end, vague: true };
  }
  const first = single(t, i);
  if (first === null) return null;
  let { value, end } = first;
  let upper = value;
  // `3 (tiga)`, `tiga (3)`
  if (t.lower[end] === '(') {
    const inner = single(t, end + 1);
    if (inner && t.lower[inner.end] === ')' && inner.value === value) end = inner.end + 1;
  }
  // `2-3`, `dua sampai tiga`, `satu atau dua`, `tiga s.d. lima`
  let second = end;
  if (isDash(t.lower[end])) second = end + 1;
  else if (JOINERS.has(t.lower[end]!)) second = end + 1;
  else if (t.lower[end] === 's' && (t.lower[end + 1] === '/' || t.lower[end + 1] === '.') && t.lower[end + 2] === 'd')
    second = t.lower[end + 3] === '.' ? end + 4 : end + 3;
  else if (
    t.kind[end] !== NUMBER &&
    t.kind[i] !== NUMBER &&
    value >= 1 &&
    value < 10 &&
    (t.lex[end]?.number ?? 0) > value
  )
    second = end; // `dua tiga hari`
  if (second !== end || (t.kind[end] !== NUMBER && t.kind[i] !== NUMBER && (t.lex[end]?.number ?? 0) > value)) {
    const other = single(t, second);
    if (other && other.value > value) {
      upper = other.value;
      end = other.end;
    }
  }
  return { value, upper, end, vague: false };
}

const ROMAN = new Map([
  ['i', 1],
  ['ii', 2],
  ['iii', 3],
  ['iv', 4],
  ...'v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 5]),
]);
const ORDINAL = new Map([
  ['pertama', 1],
  ['kesatu', 1],
  ['kedua', 2],
  ['ketiga', 3],
  ['keempat', 4],
  ['kelima', 5],
  ['keenam', 6],
  ['ketujuh', 7],
  ['kedelapan', 8],
  ['kesembilan', 9],
  ['kesepuluh', 10],
  ['terakhir', -1],
]);

/** `III`, `3`, `ketiga`, `ke-3`: an ordinal at token `i`; -1 is the last. */
export function readOrdinal(t: Tokens, i: number): { value: number; end: number } | null {
  if (i >= t.count) return null;
  const word = t.lower[i]!;
  const roman = ROMAN.get(word);
  if (roman !== undefined && t.text.slice(t.start[i]!, t.end[i]!) === word.toUpperCase())
    return { value: roman, end: i + 1 };
  const ordinal = ORDINAL.get(word);
  if (ordinal !== undefined) return { value: ordinal, end: i + 1 };
  if (t.kind[i] === NUMBER && word.length <= 2 && word !== '') return { value: Number(word), end: i + 1 };
  if (word === 'ke' && isDash(t.lower[i + 1]) && t.kind[i + 2] === NUMBER)
    return { value: Number(t.lower[i + 2]), end: i + 3 };
  if (word === 'ke' && t.kind[i + 1] === NUMBER) return { value: Number(t.lower[i + 1]), end: i + 2 };
  return null;
}
