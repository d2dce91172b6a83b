/**
 * Days that news calls by name. `MOVING_DAYS` are dated by the holiday decrees, `FIXED_DAYS` fall on one date each
 * year, `OFFSET_DAYS` are reckoned from one of the others.
 */

/** Canonical name and the name the decree gives the day. */
export const MOVING_DAYS: [name: string, decree: string][] = [
  ['idul fitri', 'Hari Raya Idul Fitri'],
  ['idul adha', 'Hari Raya Idul Adha'],
  ['imlek', 'Tahun Baru Imlek'],
  ['nyepi', 'Hari Suci Nyepi'],
  ['waisak', 'Hari Raya Waisak'],
  ['jumat agung', 'Wafat Yesus Kristus'],
  ['kenaikan isa', 'Kenaikan Yesus Kristus'],
  ['isra mikraj', 'Isra Mikraj Nabi Muhammad'],
  ['maulid', 'Maulid Nabi Muhammad'],
  ['tahun baru islam', 'Tahun Baru Islam'],
  ['pemilu', 'Hari Pemilihan Umum'],
  ['pilkada', 'Hari Pemilihan Kepala Daerah'],
];

/** Elections and the decree's day of polling: with a year, a deadline means that day, though the text prints a year. */
export const ELECTIONS = new Map<string, string>([
  ['pemilu', 'pemilu'],
  ['pilpres', 'pemilu'],
  ['pileg', 'pemilu'],
  ['pilkada', 'pilkada'],
  ['serentak', 'pilkada'],
]);

/** Month and day. */
export const FIXED_DAYS = new Map<string, [month: number, day: number]>([
  ['tahun baru', [1, 1]],
  ['malam tahun baru', [12, 31]],
  ['valentine', [2, 14]],
  ['hari kartini', [4, 21]],
  ['hari buruh', [5, 1]],
  ['hardiknas', [5, 2]],
  ['harkitnas', [5, 20]],
  ['hari pancasila', [6, 1]],
  ['hari kemerdekaan', [8, 17]],
  ['g30s', [9, 30]],
  ['kesaktian pancasila', [10, 1]],
  ['sumpah pemuda', [10, 28]],
  ['hari pahlawan', [11, 10]],
  ['hari guru', [11, 25]],
  ['harbolnas', [12, 12]],
  ['hari ibu', [12, 22]],
  ['malam natal', [12, 24]],
  ['natal', [12, 25]],
]);

/**
 * Festivals of 2000 to 2014, before the decrees that the data holds, a day a year, as the ministry's session or the calendars fix
 * them (of two in a year the first): Muslim ones within a day of the Umm al-Qura calendar, the rest as their moons and Easter have it.
 */
export const EARLIER_DAYS = new Map<string, string>(
  (
    [
      ['idul fitri', '01-08 12-16 12-06 11-25 11-14 11-03 10-24 10-13 10-01 09-20 09-10 08-31 08-19 08-08 07-28'],
      ['idul adha', '03-16 03-05 02-22 02-12 02-01 01-21 01-10 12-20 12-08 11-27 11-17 11-06 10-26 10-15 10-05'],
      ['imlek', '02-05 01-24 02-12 02-01 01-22 02-09 01-29 02-18 02-07 01-26 02-14 02-03 01-23 02-10 01-31'],
      ['jumat agung', '04-21 04-13 03-29 04-18 04-09 03-25 04-14 04-06 03-21 04-10 04-02 04-22 04-06 03-29 04-18'],
      ['nyepi', '04-04 03-25 04-13 04-02 03-22 03-11 03-30 03-19 03-07 03-26 03-16 03-05 03-23 03-12 03-31'],
      ['waisak', '05-18 05-07 05-26 05-16 06-03 05-24 05-13 06-01 05-20 05-09 05-28 05-17 05-06 05-25 05-15'],
    ] satisfies [name: string, days: string][]
  ).flatMap(([name, days]) =>
    days.split(' ').map((day, i): [string, string] => [`${name} ${2000 + i}`, `${2000 + i}-${day}`]),
  ),
);

/** Festivals whose holiday a decree moved to another day; the name is of the festival. */
export const FESTIVALS_APART = new Map<string, string>([
  ['tahun baru islam 2021', '2021-08-10'],
  ['maulid 2021', '2021-10-19'],
]);

export const OFFSET_DAYS = new Map<string, { from: string; days: number; months?: number }>([
  ['paskah', { from: 'jumat agung', days: 2 }],
  ['malam takbiran', { from: 'idul fitri', days: -1 }],
]);

/** First words of names that count in lower case as well; any other name counts only where it has a capital. */
export const LOWER_CASE_STARTS = new Set([
  'hari',
  'malam',
  'lebaran',
  'tahun',
  'pergantian',
  'ganti',
  'ramadan',
  'bulan',
  'puasa',
]);

/**
 * What news prints, lower case, words joined by one blank, and the canonical name. A leading `Hari`, `Hari Raya`,
 * `Hari Suci`, `Libur` is taken along by the parser. Month-long names (`ramadan`) are kept apart in `LONG_NAMES`.
 */
export const DAY_NAMES = new Map<string, string>(
  (
    [
      ['idul fitri', 'lebaran, idul fitri, idulfitri, eid al fitr, idul fitr, id ul fitri'],
      ['idul adha', 'hari raya kurban, hari raya haji, lebaran haji, idul adha, iduladha, hari kurban'],
      ['imlek', 'imlek, tahun baru imlek, tahun baru china'],
      ['nyepi', 'nyepi'],
      ['waisak', 'waisak'],
      ['jumat agung', 'jumat agung, wafat isa almasih, wafat yesus kristus'],
      ['paskah', 'paskah'],
      ['kenaikan isa', 'kenaikan isa almasih, kenaikan yesus kristus'],
      ['isra mikraj', 'isra mikraj, isra miraj'],
      ['maulid', 'maulid nabi, maulid nabi muhammad, maulid nabi muhammad saw'],
      ['tahun baru islam', 'tahun baru islam, tahun baru hijriah'],
      ['tahun baru', 'tahun baru masehi, tahun baru, pergantian tahun, ganti tahun'],
      ['malam tahun baru', 'malam tahun baru, malam pergantian tahun'],
      ['malam takbiran', 'malam takbiran'],
      ['malam natal', 'malam natal'],
      ['natal', 'natal'],
      ['valentine', 'hari valentine'],
      ['hari kartini', 'hari kartini'],
      ['hari buruh', 'hari buruh, hari buruh internasional, may day'],
      ['hardiknas', 'hari pendidikan nasional, hardiknas'],
      ['harkitnas', 'hari kebangkitan nasional, harkitnas'],
      ['hari pancasila', 'hari lahir pancasila'],
      [
        'hari kemerdekaan',
        'hut ri, hut kemerdekaan, hut kemerdekaan ri, hut kemerdekaan republik indonesia, hari kemerdekaan, hari kemerdekaan ri, hari kemerdekaan indonesia, hari kemerdekaan republik indonesia',
      ],
      ['kesaktian pancasila', 'hari kesaktian pancasila'],
      ['sumpah pemuda', 'hari sumpah pemuda'],
      ['hari pahlawan', 'hari pahlawan'],
      ['hari guru', 'hari guru nasional, hari guru'],
      ['harbolnas', 'hari belanja online nasional, harbolnas'],
      ['hari ibu', 'hari ibu'],
    ] satisfies [name: string, printed: string][]
  ).flatMap(([name, printed]) => printed.split(', ').map((word): [string, string] => [word, name])),
);

/** First day of the fast as the ministry's session fixed it (2027: expected). */
export const RAMADAN_STARTS = new Map<number, string>(
  '11-27 11-17 11-06 10-27 10-15 10-05 09-24 09-13 09-01 08-22 08-11 08-01 07-21 07-10 06-29 06-18 06-06 05-27 05-17 05-06 04-24 04-13 04-03 03-23 03-12 03-01 02-19 02-08'
    .split(' ')
    .map((day, i) => [2000 + i, day]),
);

/** Spans of days: the fast up to the day before Idul Fitri, and Christmas to New Year, the season of extra traffic. */
export const LONG_NAMES = new Map<string, 'ramadan' | 'nataru'>([
  ['ramadan', 'ramadan'],
  ['ramadhan', 'ramadan'],
  ['bulan puasa', 'ramadan'],
  ['puasa', 'ramadan'],
  ['bulan ramadan', 'ramadan'],
  ['bulan ramadhan', 'ramadan'],
  ['bulan suci ramadan', 'ramadan'],
  ['bulan suci ramadhan', 'ramadan'],
  ['nataru', 'nataru'],
]);
