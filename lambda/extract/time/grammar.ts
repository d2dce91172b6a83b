/** Which word may begin which expression. A new kind of expression is a parser and a line here. */
import { LEXICON, type Lex, register } from './lexicon.ts';
import { DAY_NAMES, LONG_NAMES } from './named-days.ts';
import { AFTER_PRAYER, parseClock } from './parsers/clock.ts';
import { parseDate, parseDayOfMonth } from './parsers/date.ts';
import { extendDay, parseWeekday, withPrintedDay } from './parsers/day.ts';
import { parseDuration, parseLong, parseReckoning } from './parsers/duration.ts';
import { parseHijri } from './parsers/hijri.ts';
import { MONTHS_IN } from './parsers/length.ts';
import { APPROXIMATORS, EDGES, parseApproximate, parseEdge, parseWeekend } from './parsers/modified.ts';
import { parseMonth } from './parsers/month.ts';
import { parseNamed, parseSeason } from './parsers/named.ts';
import {
  APART_WORDS,
  parseCentury,
  parseMonthWeek,
  parseNumberQuarter,
  parseQuarter,
  parseQuarterLetter,
  parseRelativeUnit,
  parseWeekOfMonth,
} from './parsers/period.ts';
import { parseSet } from './parsers/recurring.ts';
import { parsePart, parseReference, REFERENCE_WORDS } from './parsers/reference.ts';
import { parseYear } from './parsers/year.ts';
import type { Match, Parser, Scan } from './scan.ts';
import { MARK, NUMBER } from './tokens.ts';

const where = (test: (lex: Lex) => boolean): string[] =>
  [...LEXICON].filter(([, lex]) => test(lex)).map(([word]) => word);
const firstWords = (names: Iterable<string>): string[] => [...names].map((name) => name.split(' ')[0]!);

register(where((l) => l.month > 0).concat('bulan'), parseMonth);
register(
  where((l) => l.month > 0),
  parseMonthWeek,
);
register(APART_WORDS, parseQuarter);
register(where((l) => l.weekday > 0).concat('hari'), parseWeekday);
register(
  where((l) => l.unit !== null && !l.one),
  parseRelativeUnit,
);
register(
  where((l) => l.unit !== null && MONTHS_IN[l.unit] !== undefined),
  parseQuarter,
);
register(
  where((l) => l.unit === 'century' && !l.one),
  parseCentury,
);
register(
  where((l) => l.unit === 'week' && !l.one),
  parseWeekOfMonth,
);
register(
  where((l) => l.one || l.number > 0),
  parseDuration,
);
register(['beberapa', 'sejumlah', 'belasan', 'puluhan', 'ratusan', 'ribuan', 'sekian'], parseDuration);
register(['hari', 'se'], parseDuration);
register(['hitungan'], parseReckoning);
register(['q', 'h'], parseQuarterLetter);
register(['weekend'], parseWeekend);
register(['tahun', 'era', 'dekade'], parseYear);
register(['pukul', 'jam', 'pkl'], parseClock);
register(['tanggal', 'tgl'], parseDayOfMonth);
register(where((l) => l.part !== null).concat('dini', 'tengah', 'larut', 'rembang', AFTER_PRAYER), parsePart);
register(REFERENCE_WORDS, parseReference);
register(['setiap', 'tiap', 'saban'], parseSet);
register(['berhari', 'berminggu', 'berbulan', 'bertahun', 'berjam', 'bermenit', 'berabad'], parseLong);
register(['musim'], parseSeason);
register(firstWords(DAY_NAMES.keys()).concat(firstWords(LONG_NAMES.keys()), 'hari', 'hut'), parseNamed);
register(EDGES, parseEdge);
register(APPROXIMATORS, parseApproximate);

const ON_NUMBER: Parser[] = [parseDate, parseHijri, parseClock, parseDuration, parseYear, parseNumberQuarter];

/** The longest expression that begins at token `i`; of equally long ones the first registered. */
export function parseAt(s: Scan, i: number): Match | null {
  const kind = s.t.kind[i];
  if (kind === MARK) return null;
  const parsers = kind === NUMBER ? ON_NUMBER : s.t.lex[i]?.starts;
  if (!parsers) return null;
  let best: Match | null = null;
  for (const parser of parsers) {
    const match = parser(s, i);
    if (match && (best === null || match.end > best.end)) best = match;
  }
  if (best?.grain === 'day' && best.type === 'DATE') return extendDay(s, best);
  return best?.grain === 'time' ? withPrintedDay(s, best) : best;
}
