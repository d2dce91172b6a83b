/** Months: `Agustus 2017`, `bulan Agustus`, `Maret mendatang`, `Juli tahun depan`. */
import { civil } from '../civil.ts';
import { impliedYear, type Match, monthValue, refYear, type Scan, wayOf, yearAt } from '../scan.ts';
import { allCaps, capital, glued, isDash, NUMBER, type Tokens, WORD } from '../tokens.ts';
import { PLACE } from './date.ts';
import { deicticAt, periodMatch, TIME_PREPOSITIONS } from './deictic.ts';

const NAMELIKE_AFTER = new Set(['group', 'grup', 'corp']);

/**
 * `Agustus 2017`, `bulan Agustus`, `Agustus lalu`, `Juni 2025 ini`, `Maret mendatang`, `Juli tahun depan`. `bare`: the
 * word before says that a month follows, so that it needs no capital (`akhir juli`).
 */
export function parseMonth(s: Scan, i: number, bare = false): Match | null {
  const t = s.t;
  const said = t.lower[i] === 'bulan';
  const at = said ? i + 1 : i;
  const lex = t.lex[at];
  if (!lex?.month) return said ? numberedMonth(s, i) : null;
  const month = lex.month;
  // `Jalan 17 Agustus`
  if (t.kind[at - 1] === NUMBER && PLACE.has(t.lower[at - 2] ?? '')) return null;
  let end = at + 1;
  if (lex.shortMonth && t.lower[end] === '.' && yearAt(t, end + 1)) end++;
  let yearIndex = end;
  if (t.lower[end] === 'tahun' || t.lower[end] === ',' || (isDash(t.lower[end]) && glued(t, end - 1)))
    yearIndex = end + 1;
  let year: number | null = yearAt(t, yearIndex) || null;
  if (year !== null) end = yearIndex + 1;
  // `Januari (2026)`
  else if (t.lower[end] === '(' && t.lower[end + 2] === ')' && capital(t, at) && yearAt(t, end + 1)) {
    year = yearAt(t, end + 1);
    end += 3;
  }
  if (year === null) {
    if ((lex.shortMonth || !(capital(t, at) || bare)) && !said) return null;
    if (t.kind[at - 1] === NUMBER && !said && t.end[at - 1] === t.start[at]) return null;
    // `Januari-Juni 2025`, `Januari hingga Juni 2025`: the year is the second month's.
    const joiner =
      isDash(t.lower[end]) || t.lower[end] === 'hingga' || t.lower[end] === 'sampai' || t.lower[end] === 'dan';
    if (joiner && t.lex[end + 1]?.month && yearAt(t, end + 2)) {
      const second = yearAt(t, end + 2);
      year = t.lex[end + 1]!.month >= month ? second : second - 1;
      return periodMatch(i, end, monthValue(year, month), 'month', 'month');
    }
    if (t.lower[end] === 'tahun') {
      const deictic = deicticAt(t, end + 1);
      const base = deictic?.step === 'text' ? s.lastYear : refYear(s);
      if (deictic && base !== null)
        return periodMatch(
          i,
          deictic.end,
          monthValue(base + (deictic.step === 'text' ? 0 : deictic.step), month),
          'month-relative-year',
          'month',
        );
    }
    const deictic = deicticAt(t, end);
    if (deictic && deictic.step !== 'text' && s.ref !== null) {
      const now = civil(s.ref);
      let y = now.year;
      // `akhir Juni mendatang` said in June, `awal Mei lalu` in May, mean this one.
      if (deictic.step < 0 && month > now.month) y--;
      if (deictic.step > 0 && month < now.month) y++;
      return periodMatch(i, deictic.end, monthValue(y, month), 'month-relative', 'month');
    }
    if (t.lower[end] === 'nanti') {
      return periodMatch(i, end + 1, monthValue(impliedYear(s, month, 28, 1, i), month), 'month-relative', 'month');
    }
    // `kode MEI`
    if (!said && (isName(t, at) || (t.lower[at] === 'mei' && allCaps(t, at)))) return null;
    const way = wayOf(s, i, end);
    year = impliedYear(s, month, way > 0 ? 28 : 1, way, i);
    return periodMatch(i, end, monthValue(year, month), 'month', 'month');
  }
  const deictic = t.lower[end];
  if (
    deictic === 'ini' ||
    deictic === 'lalu' ||
    deictic === 'mendatang' ||
    deictic === 'silam' ||
    deictic === 'nanti' ||
    deictic === 'kemarin'
  )
    end++;
  else if (deictic === 'yang' && t.lower[end + 1] === 'lalu') end += 2;
  return periodMatch(i, end, monthValue(year, month), 'month-year', 'month');
}

/** `bulan 7` of a deadline's phrase, as people speak; elsewhere only with its year (`bulan 7 tahun ini`). */
function numberedMonth(s: Scan, i: number): Match | null {
  const { t } = s;
  const month = Number(t.lower[i + 1]);
  if (t.kind[i + 1] !== NUMBER || t.lower[i + 1]!.length > 2 || !(month >= 1 && month <= 12)) return null;
  let end = i + 2;
  let year: number | null = yearAt(t, end) || (t.lower[end] === 'tahun' ? yearAt(t, end + 1) : 0) || null;
  if (year !== null) end += t.lower[end] === 'tahun' ? 2 : 1;
  else {
    const deictic = t.lower[end] === 'tahun' ? deicticAt(t, end + 1) : null;
    const base = refYear(s);
    if (deictic && typeof deictic.step === 'number' && base !== null) {
      year = base + deictic.step;
      end = deictic.end;
    } else if (!s.forward || t.lex[end]?.unit || t.kind[end] === NUMBER) return null;
  }
  year ??= impliedYear(s, month, 28, wayOf(s, i, end), i);
  return periodMatch(i, end, monthValue(year, month), 'month-numbered', 'month');
}

/** `Juli Andriani`, `Sebelas Maret`, `Universitas … April`: a month's word inside a name. */
function isName(t: Tokens, i: number): boolean {
  const before = t.lower[i - 1] ?? '';
  if (before === 'sebelas' || before === 'jalan' || before === 'jl' || before === 'universitas') return true;
  if (capital(t, i + 1) && !t.lex[i + 1]?.weekday && !NAMELIKE_AFTER.has(t.lower[i + 1]!)) {
    // After a preposition of time a month may be followed by a name: `pada Agustus Facebook …`.
    return !TIME_PREPOSITIONS.has(before);
  }
  return capital(t, i - 1) && !TIME_PREPOSITIONS.has(before) && t.kind[i - 1] === WORD && t.lower[i] === 'mei';
}
