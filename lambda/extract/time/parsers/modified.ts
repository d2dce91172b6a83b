/** `awal 2026`, `akhir bulan ini`, `pertengahan Juni`, `akhir pekan`; `sekitar pukul 13.00`, `lebih dari dua jam`. */
import { civil, formatDay, formatWeek, pad4, parseDay } from '../civil.ts';
import { parseAt } from '../grammar.ts';
import type { Unit } from '../lexicon.ts';
import { type Match, type Modifier, type Scan, wayOf, yearAt } from '../scan.ts';
import { glued, isDash, NUMBER } from '../tokens.ts';
import { extendDay } from './day.ts';
import { deicticAt } from './deictic.ts';
import { MONTHS_IN } from './length.ts';
import { parseMonth } from './month.ts';
import { parseNamed } from './named.ts';
import { parseCentury, parseQuarter, parseRelativeUnit, relativeUnit } from './period.ts';
import { parseYear } from './year.ts';

const EDGE = new Map<string, Modifier>([
  ['awal', 'START'],
  ['pertengahan', 'MID'],
  ['medio', 'MID'],
  ['akhir', 'END'],
  ['akir', 'END'],
  ['penghujung', 'END'],
  ['pengujung', 'END'],
  ['tutup', 'END'],
  ['tengah', 'MID'],
  ['ujung', 'END'],
  ['early', 'START'],
  ['mid', 'MID'],
  ['end', 'END'],
]);
export const EDGES: string[] = [...EDGE.keys()];

/** `awal`, `pertengahan`, `akhir` and the period they are part of. */
export function parseEdge(s: Scan, i: number): Match | null {
  const t = s.t;
  const mod = EDGE.get(t.lower[i]!)!;
  let at = i + 1;
  if (isDash(t.lower[at]) && t.lower[at + 1] === t.lower[i]) at += 2;
  // `end of July`, `mid-July`, `akhir dari tahun ini`
  if (t.lower[i] === 'end' && t.lower[at] !== 'of') return null;
  if (t.lower[at] === 'of' || t.lower[at] === 'dari' || (t.lower[i] === 'mid' && isDash(t.lower[at]))) at++;
  const unit = t.lex[at]?.unit;
  // `tutup tahun` closes nothing else; `tengah malam` and `di tengah tahun politik` are no middles.
  if (t.lower[i] === 'tutup' && unit !== 'year') return null;
  const season = parseNamed(s, at);
  if (season?.rule === 'named-season' && season.endValue) return thirdOf(season, i, mod);
  if (unit === 'week' && mod === 'END' && t.lex[at]!.one === false) return weekend(s, i, at);
  const inner =
    t.kind[at] === NUMBER
      ? parseYear(s, at)
      : longest(
          parseMonth(s, at, true),
          parseQuarter(s, at),
          parseYear(s, at),
          parseRelativeUnit(s, at),
          parseCentury(s, at),
        );
  if (inner && inner.type === 'DATE' && inner.grain !== 'day' && inner.grain !== 'reference')
    return {
      from: i,
      end: inner.end,
      type: inner.type,
      value: inner.value,
      rule: `${t.lower[i] === 'medio' ? 'pertengahan' : t.lower[i]}-${inner.rule}`,
      grain: inner.grain,
      day: inner.day,
      mod,
      note: inner.note,
      endValue: inner.endValue,
      impliedDay: inner.impliedDay,
    };
  if (t.kind[at] === NUMBER && yearAt(t, at)) {
    return {
      from: i,
      end: at + 1,
      type: 'DATE',
      value: pad4(yearAt(t, at)),
      rule: `${t.lower[i]}-year`,
      grain: 'year',
      day: null,
      mod,
    };
  }
  if (
    unit &&
    !t.lex[at]!.one &&
    t.lower[i] !== 'tengah' &&
    (unit === 'year' || unit === 'month' || unit === 'week' || MONTHS_IN[unit] !== undefined)
  ) {
    if (mod === 'START' && unit === 'year' && t.lower[at + 1] === 'ajaran') return null;
    const value = bareEdge(s, unit, mod, i, at + 1);
    return (
      value && {
        from: i,
        end: at + 1,
        type: 'DATE',
        value: value.value,
        rule: `${t.lower[i]}-${unit}`,
        grain: value.grain,
        day: null,
        mod,
      }
    );
  }
  return null;
}

/** `awal Ramadan`: the first, middle or last ten days of a span. */
function thirdOf(season: Match, from: number, mod: Modifier): Match {
  const first = parseDay(season.value)!;
  const last = parseDay(season.endValue!)!;
  const start = mod === 'START' ? first : mod === 'MID' ? first + 10 : last - 9;
  const end = mod === 'START' ? first + 9 : mod === 'MID' ? first + 19 : last;
  return { ...season, from, value: formatDay(start), endValue: formatDay(end) };
}

/** `akhir tahun` without saying which: this one, or in a forward clause the next where this one's is gone. */
function bareEdge(s: Scan, unit: Unit, mod: Modifier, from: number, end: number) {
  let step = 0;
  if (s.ref !== null && mod !== 'END' && (unit === 'year' || unit === 'month') && wayOf(s, from, end) > 0) {
    const now = civil(s.ref);
    const gone =
      unit === 'year'
        ? mod === 'START'
          ? now.month > 3
          : now.month > 8
        : mod === 'START'
          ? now.day > 10
          : now.day > 20;
    if (gone) step = 1;
  }
  return relativeUnit(s, unit, step);
}

function weekend(s: Scan, from: number, at: number): Match | null {
  const t = s.t;
  const deictic = deicticAt(t, at + 1);
  const step = deictic && typeof deictic.step === 'number' ? deictic.step : 0;
  const end = deictic ? deictic.end : at + 1;
  const anchor = deictic?.step === 'text' ? (s.lastDay ?? s.ref) : s.ref;
  const value = anchor === null ? 'XXXX-WXX-WE' : `${formatWeek(anchor + 7 * step)}-WE`;
  return { from, end, type: 'DATE', value, rule: 'weekend', grain: 'weekend', day: null };
}

export const parseWeekend = (s: Scan, i: number): Match | null => weekend(s, i, i);

function longest(...matches: (Match | null)[]): Match | null {
  let best: Match | null = null;
  for (const m of matches) if (m && (!best || m.end > best.end)) best = m;
  return best;
}

export const APPROXIMATORS: string[] = ['sekitar', 'sekira', 'kira', 'kurang', 'lebih', 'hampir', 'nyaris'];

/** Words that make a clock time or a length inexact, taken into the expression. */
export function parseApproximate(s: Scan, i: number): Match | null {
  const t = s.t;
  const word = t.lower[i]!;
  const next = t.lower[i + 1];
  let at = i + 1;
  let mod: Modifier = 'APPROX';
  if (word === 'kira') {
    if (!isDash(next) || t.lower[i + 2] !== 'kira') return null;
    at = i + 3;
  } else if (word === 'kurang' || word === 'lebih') {
    if (next === (word === 'kurang' ? 'lebih' : 'kurang')) at = i + 2;
    else if (next === 'dari') {
      at = i + 2;
      mod = word === 'kurang' ? 'LESS_THAN' : 'MORE_THAN';
    } else return null;
  } else if (word !== 'sekitar' && word !== 'sekira') mod = 'LESS_THAN';
  if (glued(t, i - 1) && t.kind[i - 1] === NUMBER) return null;
  // One such word at a time: `sekitar sekitar …` must not run on.
  if (APPROXIMATORS.includes(t.lower[at] ?? '')) return null;
  const inner = parseAt(s, at);
  if (!inner) return null;
  const fits =
    inner.type === 'DURATION' ||
    (mod === 'APPROX' &&
      (inner.type === 'TIME' ||
        inner.grain === 'month' ||
        inner.grain === 'year' ||
        inner.grain === 'decade' ||
        inner.grain === 'day'));
  if (!fits || inner.mod || inner.rule === 'part-bare') return null;
  return extendDay(s, { ...inner, from: i, mod });
}
