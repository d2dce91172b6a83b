/**
 * The words that can begin or belong to a temporal expression, as data. A word's entry says what it is; which
 * expressions it can begin is said in `timexes.ts`. All keys are lower case without apostrophes (`jumat` for `Jum'at`).
 */

import type { Parser } from './scan.ts';

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'caturwulan'
  | 'semester'
  | 'year'
  | 'decade'
  | 'century'
  | 'moment';

/** Every entry has every field, so that all entries have one shape. */
export interface Lex {
  /** 1 to 12. */
  month: number;
  /** An abbreviation that is also a name or a word: a month only beside a day number or a year. */
  shortMonth: boolean;
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  unit: Unit | null;
  /** `sehari`, `setahun`: the unit with its "one". */
  one: boolean;
  /** TIMEX3 part of day: MO, MI, AF, EV, NI. */
  part: string | null;
  /** Length of the first of two words that a text printed as one (`pekandepan`); 0 where it is one word. */
  split: number;
  /** Value of a number word; 0 where the word is none. */
  number: number;
  /** Parsers of the expressions it may begin, registered by `grammar.ts`. */
  starts: Parser[] | null;
}

const blank: Lex = {
  month: 0,
  shortMonth: false,
  weekday: 0,
  unit: null,
  one: false,
  part: null,
  split: 0,
  number: 0,
  starts: null,
};

export const LEXICON = new Map<string, Lex>();

/** By first letter and length of words that have an entry their last letters, a bit for each. */
const LAST_LETTERS = new Int32Array(1024);
const shapeOf = (word: string): number => ((word.charCodeAt(0) & 31) << 5) | (word.length & 31);
const bitOf = (word: string): number => 1 << (word.charCodeAt(word.length - 1) & 31);

/** A word's entry. Most words have none, which their first and last letter and their length nearly always show. */
export const entryOf = (word: string): Lex | undefined =>
  LAST_LETTERS[shapeOf(word)]! & bitOf(word) ? LEXICON.get(word) : undefined;

function add(words: string, entry: Partial<Lex>): void {
  for (const word of words.split(' ')) {
    LEXICON.set(word, { ...blank, ...(LEXICON.get(word) ?? {}), ...entry });
    LAST_LETTERS[shapeOf(word)]! |= bitOf(word);
  }
}

/** Gives words an entry that begins no expression by itself. */
export function enter(words: Iterable<string>): void {
  for (const word of words) if (!LEXICON.has(word)) add(word, {});
}

/** Says that each of the words (lower case, separated by blanks) may begin what the parser reads. */
export function register(words: Iterable<string>, parser: Parser): void {
  for (const word of words) {
    if (!LEXICON.has(word)) add(word, {});
    const entry = LEXICON.get(word)!;
    entry.starts ??= [];
    if (!entry.starts.includes(parser)) entry.starts.push(parser);
  }
}

const MONTHS: [full: string, short: string][] = [
  ['januari january', 'jan'],
  ['februari pebruari february', 'feb peb'],
  ['maret', 'mar mrt'],
  ['april', 'apr'],
  ['mei', ''],
  ['juni june', 'jun'],
  ['juli july', 'jul'],
  ['agustus august agustusan', 'agu agt ags agust aug'],
  ['september', 'sep sept'],
  ['oktober october', 'okt oct'],
  ['november nopember', 'nov nop'],
  ['desember december', 'des dec'],
];
MONTHS.forEach(([full, short], i) => {
  add(full, { month: i + 1 });
  if (short) add(short, { month: i + 1, shortMonth: true });
});

// Slips of the key that news prints; a month only beside a day or a year.
const MISSPELT = [
  'janurai januri janauri',
  'febuari pebuari febuary februri ferbuari',
  'marert',
  'apil aprl apri',
  '',
  'juin',
  'jului',
  'agutus agusuts agustsu augustus agusutus',
  'sepetember setember septembr septemer septmber',
  'oktobr otkober okober oktoer',
  'novembr novemer novmber nobember',
  'desembr desmber desemer desmeber deember',
];
MISSPELT.forEach((words, i) => {
  if (words) add(words, { month: i + 1, shortMonth: true });
});

['senin', 'selasa', 'rabu rebo', 'kamis', 'jumat jumaat', 'sabtu', 'minggu ahad'].forEach((words, i) => {
  add(words, { weekday: i + 1 });
});

const UNITS: [Unit, string, one: string][] = [
  ['second', 'detik', 'sedetik'],
  ['minute', 'menit', 'semenit'],
  ['hour', 'jam', 'sejam'],
  ['day', 'hari hr', 'sehari'],
  ['week', 'pekan minggu mgg', 'sepekan seminggu'],
  ['month', 'bulan bln', 'sebulan'],
  ['quarter', 'kuartal triwulan tw', ''],
  ['caturwulan', 'caturwulan cawu', ''],
  ['semester', 'semester paruh', ''],
  ['year', 'tahun thn', 'setahun'],
  ['decade', 'dekade dasawarsa', 'sedekade sedasawarsa'],
  ['century', 'abad', 'seabad'],
  ['moment', 'saat waktu', ''],
];
for (const [unit, words, one] of UNITS) {
  add(words, { unit });
  if (one) add(one, { unit, one: true });
}

add('pagi subuh fajar', { part: 'MO' });
add('siang sore zuhur dzuhur ashar asar', { part: 'AF' });
add('petang magrib maghrib senja', { part: 'EV' });
add('malam isya', { part: 'NI' });
add('paginya', { part: 'MO' });
add('siangnya sorenya', { part: 'AF' });
add('petangnya', { part: 'EV' });
add('malamnya', { part: 'NI' });

const NUMBERS = 'satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');
NUMBERS.forEach((word, i) => {
  add(word, { number: i + 1 });
});
add('seratus', { number: 100 });
add('seribu', { number: 1000 });
add('setengah separuh', { number: 0.5 });

/** Words that slips of the key print as one. */
const GLUED: [first: string, second: string][] = [
  ['hari minggu pekan bulan tahun kuartal semester', 'ini depan lalu'],
  ['awal akhir pertengahan', 'tahun bulan pekan'],
  ['paling', 'lambat lama telat'],
  ['dalam', 'waktu'],
];
for (const [firsts, seconds] of GLUED) {
  for (const first of firsts.split(' '))
    for (const second of seconds.split(' ')) add(first + second, { split: first.length });
}

/** ISO unit letters; hours and smaller stand after `T`. */
export const ISO_UNIT: Record<Unit, string> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  caturwulan: 'M',
  semester: 'H',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  moment: 'X',
};

/** Words that ask for an act, promise or agree on one, and are not also said of what merely happens. */
export const ASKS: ReadonlySet<string> = new Set(
  `minta meminta diminta wajib mewajibkan diwajibkan harus mengharuskan diharuskan mesti kudu berkewajiban perintah memerintahkan
   diperintahkan menginstruksikan diinstruksikan mendesak didesak menuntut dituntut menyuruh disuruh memaksa dipaksa menugaskan
   ditugaskan menugasi ditugasi menghukum dihukum dibebani mengamanatkan diamanatkan mensyaratkan disyaratkan merekomendasikan direkomendasikan ultimatum mengultimatum diultimatum
   janji berjanji menjanjikan dijanjikan komitmen berkomitmen menyanggupi disanggupi sanggup bersedia bertekad berikrar
   berniat berencana merencanakan direncanakan menjadwalkan dijadwalkan sepakat bersepakat menyepakati disepakati
   target menargetkan ditargetkan targetkan menjamin perintahkan wajibkan instruksikan tugaskan tuntut janjikan jadwalkan rencanakan sepakati`.split(
    /\s+/,
  ),
);
