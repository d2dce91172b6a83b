/** How long: a count and its unit, `dua hari`, `2x24 jam`, `1 jam 30 menit`, `lima hari kerja`. */
import { ISO_UNIT, type Unit } from '../lexicon.ts';
import { type Count, readCount, readOrdinal } from '../numbers.ts';
import { yearAt } from '../scan.ts';
import { glued, isDash, NUMBER, type Tokens } from '../tokens.ts';

/** Units whose TIMEX3 letter stands after `T`. */
export const SMALL = new Set<Unit>(['second', 'minute', 'hour']);

/** `P3D`, `PT48H`, `P1.5Y`; half a unit in the next smaller one; `PXD` where the count is vague. */
export function durationValue(count: number, unit: Unit): string {
  if (unit === 'moment') return 'PXX';
  if (Number.isNaN(count)) return `P${SMALL.has(unit) ? 'T' : ''}X${unit === 'semester' ? 'M' : ISO_UNIT[unit]}`;
  if (count === 0.5) {
    const half: Partial<Record<Unit, string>> = {
      minute: 'PT30S',
      hour: 'PT30M',
      day: 'PT12H',
      month: 'P15D',
      year: 'P6M',
      decade: 'P5Y',
      century: 'P50Y',
    };
    const value = half[unit];
    if (value) return value;
  }
  if (unit === 'semester' || unit === 'caturwulan') return `P${count * MONTHS_IN[unit]!}M`;
  return `P${SMALL.has(unit) ? 'T' : ''}${count}${ISO_UNIT[unit]}`;
}

/** Months in a unit that has no letter of its own in ISO 8601, or whose lengths are reckoned in months. */
export const MONTHS_IN: Partial<Record<Unit, number>> = { quarter: 3, caturwulan: 4, semester: 6 };

export interface Length {
  count: Count;
  unit: Unit;
  value: string;
  end: number;
  working: boolean;
  /** `2 x 24 jam` */
  times: boolean;
  /** What stands behind the first unit: the 6 months of `1 tahun 6 bulan`. */
  rest?: { value: number; unit: Unit };
}

const SCHOOL_YEAR = new Set(['ajaran', 'akademik', 'anggaran', 'pelajaran', 'buku', 'fiskal']);
const NUMBER_BEFORE = new Set(['rp', 'usd', 'ke', 'nomor', 'no', 'pasal', '$', 'pukul', 'rm']);

/** A length at token `i`: count and unit, `sebulan`, `2 x 24 jam`, `1 jam 30 menit`, `lima hari kerja`. */
export function lengthAt(t: Tokens, i: number): Length | null {
  const lex = t.lex[i];
  if (lex?.one && lex.unit) return oneUnit(t, i, lex.unit);
  if (t.lower[i] === 'hari') return ordinalDay(t, i);
  // `se-bulan`
  if (t.lower[i] === 'se') {
    const unit = isDash(t.lower[i + 1]) && glued(t, i) ? t.lex[i + 2]?.unit : null;
    return unit && unit !== 'moment' && !t.lex[i + 2]!.one ? oneUnit(t, i + 2, unit) : null;
  }
  const count = readCount(t, i);
  if (!count) return null;
  let at = count.end;
  // `2 x 24 jam`
  const times = t.lower[at];
  if ((times === 'x' || times === '×' || times === 'kali' || times === '*') && t.kind[at + 1] !== undefined) {
    const inner = readCount(t, at + 1);
    const unit = inner ? t.lex[inner.end]?.unit : undefined;
    if (inner && unit && !count.vague && !inner.vague && (times !== 'kali' || inner.value === 24)) {
      const total = count.value * inner.value;
      const end = inner.end + 1;
      // `3x24 jam kerja`, `3x24 jam hari kerja`: as many working days.
      const working = t.lower[end] === 'hari' ? end + 1 : end;
      if (unit === 'hour' && inner.value === 24 && t.lower[working] === 'kerja')
        return { count, unit: 'day', value: durationValue(total, unit), end: working + 1, working: true, times: true };
      return {
        count: { ...count, value: total, upper: count.upper * inner.value },
        unit,
        value: durationValue(total, unit),
        end,
        working: false,
        times: true,
      };
    }
    return null;
  }
  let lex2 = t.lex[at];
  // `dua minggu`, but `2 Minggu` on a page of weekdays is rare enough to be the week too.
  if (!lex2?.unit || lex2.one) {
    if (t.lower[at] === 'buah' || t.lower[at] === 'orang') at++;
    lex2 = t.lex[at];
    if (!lex2?.unit || lex2.one || at !== count.end) return null;
  }
  const unit = lex2.unit!;
  // `UU 27 Tahun 2022`, `gelombang 2 Tahun Akademik`, `Piala Dunia 2026 bulan Maret`, `kelas 5 semester 1`.
  if (unit === 'year' && (yearAt(t, at + 1) || SCHOOL_YEAR.has(t.lower[at + 1] ?? ''))) return null;
  if (yearAt(t, i) && count.end === i + 1) return null;
  const part = MONTHS_IN[unit] !== undefined;
  if (part && (t.kind[at + 1] === NUMBER || t.lower[i - 1] === 'kelas')) return null;
  if (part && unit !== 'semester' && readOrdinal(t, at + 1)) return null;
  // `Liga 1 pekan ke-12`
  if (t.lower[at + 1] === 'ke' && isDash(t.lower[at + 2]) && t.kind[at + 3] === NUMBER) return null;
  if (unit === 'moment' && !count.vague) return null;
  let end = at + 1;
  if (t.lower[at] === 'detik' && t.lower[end] === '.' && t.lower[end + 1] === 'com') return null;
  if (t.lower[at] === 'detik' && glued(t, at - 1)) return null;
  // `6.053 jam terbang`: experience, not a time.
  if (unit === 'hour' && t.lower[end] === 'terbang') return null;
  if (unit === 'day' && (t.lower[end] === 'raya' || t.lower[end] === 'besar')) return null;
  // `ke-5 tahun`, `Rp 5 jam`
  const before = t.lower[i - 1];
  if (before === '.' && (t.lower[i - 2] === 'no' || t.lower[i - 2] === 'nomor') && unit === 'year') return null;
  if (
    before !== undefined &&
    (NUMBER_BEFORE.has(before) || (isDash(before) && glued(t, i - 1) && t.lower[i - 2] === 'ke'))
  )
    return null;
  let value = durationValue(count.value, unit);
  let rest: Length['rest'];
  let working = false;
  if (unit === 'day') {
    if (t.lower[end] === 'kerja' || t.lower[end] === 'bursa') {
      working = true;
      end++;
    } else if (t.lower[end] === 'kalender') end++;
  } else if (!count.vague && unit !== 'moment') {
    // `1 jam 30 menit`, `dua tahun tiga bulan`
    const smaller: Partial<Record<Unit, Unit[]>> = {
      hour: ['minute'],
      year: ['month'],
      minute: ['second'],
      month: ['day'],
    };
    const next = smaller[unit];
    const joined = t.lower[end] === 'dan' || t.lower[end] === 'lebih' ? end + 1 : end;
    const inner = next && (t.kind[joined] === NUMBER || t.lex[joined]?.number) ? readCount(t, joined) : null;
    const innerUnit = inner ? t.lex[inner.end]?.unit : undefined;
    if (inner && innerUnit && next!.includes(innerUnit) && !inner.vague && inner.value >= 1) {
      value += `${inner.value}${ISO_UNIT[innerUnit]}`;
      rest = { value: inner.value, unit: innerUnit };
      end = inner.end + 1;
    }
  }
  const length: Length = { count, unit, value, end, working, times: false };
  if (rest) length.rest = rest;
  return length;
}

/** `hari kerja ke-5`, and `hari ke-7` of a count that says from when: as long as to that day. */
function ordinalDay(t: Tokens, i: number): Length | null {
  const working = t.lower[i + 1] === 'kerja';
  const ordinal = readOrdinal(t, working ? i + 2 : i + 1);
  // `hari 5` is none.
  if (!ordinal || ordinal.value < 1 || t.kind[working ? i + 2 : i + 1] === NUMBER) return null;
  if (!COUNTED_FROM.has(t.lower[ordinal.end] ?? '') && !(working && t.lower[i - 1] === 'lambat')) return null;
  const { value, end } = ordinal;
  return {
    count: { value, upper: value, end, vague: false },
    unit: 'day',
    value: durationValue(value, 'day'),
    end,
    working,
    times: false,
  };
}

const COUNTED_FROM = new Set(['sejak', 'terhitung', 'setelah', 'sesudah']);

function oneUnit(t: Tokens, i: number, unit: Unit): Length | null {
  let end = i + 1;
  // `sehari-hari`
  if (isDash(t.lower[end]) && glued(t, i)) return null;
  let value = 1;
  let upper = 1;
  const next = t.lex[end]?.number ?? 0;
  if (t.lower[end] === 'setengah') {
    upper = value = 1.5;
    end++;
  } else if (next > 1 && next < 5 && t.lex[end + 1]?.unit === unit && !t.lex[end + 1]!.one) {
    // `sehari dua hari`
    upper = next;
    end += 2;
  }
  let working = false;
  if (unit === 'day' && t.lower[end] === 'kerja') {
    working = true;
    end++;
  }
  return {
    count: { value, upper, end, vague: false },
    unit,
    value: durationValue(value, unit),
    end,
    working,
    times: false,
  };
}
