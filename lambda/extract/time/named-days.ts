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
export const DAY_NAMES = new Map<string, string>([
  ['lebaran', 'idul fitri'],
  ['idul fitri', 'idul fitri'],
  ['idulfitri', 'idul fitri'],
  ['eid al fitr', 'idul fitri'],
  ['idul fitr', 'idul fitri'],
  ['id ul fitri', 'idul fitri'],
  ['hari raya kurban', 'idul adha'],
  ['hari raya haji', 'idul adha'],
  ['lebaran haji', 'idul adha'],
  ['idul adha', 'idul adha'],
  ['iduladha', 'idul adha'],
  ['hari kurban', 'idul adha'],
  ['imlek', 'imlek'],
  ['tahun baru imlek', 'imlek'],
  ['tahun baru china', 'imlek'],
  ['nyepi', 'nyepi'],
  ['waisak', 'waisak'],
  ['jumat agung', 'jumat agung'],
  ['wafat isa almasih', 'jumat agung'],
  ['wafat yesus kristus', 'jumat agung'],
  ['paskah', 'paskah'],
  ['kenaikan isa almasih', 'kenaikan isa'],
  ['kenaikan yesus kristus', 'kenaikan isa'],
  ['isra mikraj', 'isra mikraj'],
  ['isra miraj', 'isra mikraj'],
  ['maulid nabi', 'maulid'],
  ['maulid nabi muhammad', 'maulid'],
  ['maulid nabi muhammad saw', 'maulid'],
  ['tahun baru islam', 'tahun baru islam'],
  ['tahun baru hijriah', 'tahun baru islam'],
  ['tahun baru masehi', 'tahun baru'],
  ['tahun baru', 'tahun baru'],
  ['pergantian tahun', 'tahun baru'],
  ['ganti tahun', 'tahun baru'],
  ['malam tahun baru', 'malam tahun baru'],
  ['malam pergantian tahun', 'malam tahun baru'],
  ['malam takbiran', 'malam takbiran'],
  ['malam natal', 'malam natal'],
  ['natal', 'natal'],
  ['hari valentine', 'valentine'],
  ['hari kartini', 'hari kartini'],
  ['hari buruh', 'hari buruh'],
  ['hari buruh internasional', 'hari buruh'],
  ['may day', 'hari buruh'],
  ['hari pendidikan nasional', 'hardiknas'],
  ['hardiknas', 'hardiknas'],
  ['hari kebangkitan nasional', 'harkitnas'],
  ['harkitnas', 'harkitnas'],
  ['hari lahir pancasila', 'hari pancasila'],
  ['hut ri', 'hari kemerdekaan'],
  ['hut kemerdekaan', 'hari kemerdekaan'],
  ['hut kemerdekaan ri', 'hari kemerdekaan'],
  ['hut kemerdekaan republik indonesia', 'hari kemerdekaan'],
  ['hari kemerdekaan', 'hari kemerdekaan'],
  ['hari kemerdekaan ri', 'hari kemerdekaan'],
  ['hari kemerdekaan indonesia', 'hari kemerdekaan'],
  ['hari kemerdekaan republik indonesia', 'hari kemerdekaan'],
  ['hari kesaktian pancasila', 'kesaktian pancasila'],
  ['hari sumpah pemuda', 'sumpah pemuda'],
  ['hari pahlawan', 'hari pahlawan'],
  ['hari guru nasional', 'hari guru'],
  ['hari guru', 'hari guru'],
  ['hari belanja online nasional', 'harbolnas'],
  ['harbolnas', 'harbolnas'],
  ['hari ibu', 'hari ibu'],
]);

/** First day of the fast as the ministry's session fixed it (2027: expected). */
export const RAMADAN_STARTS = new Map<number, [month: number, day: number]>([
  [2015, [6, 18]],
  [2016, [6, 6]],
  [2017, [5, 27]],
  [2018, [5, 17]],
  [2019, [5, 6]],
  [2020, [4, 24]],
  [2021, [4, 13]],
  [2022, [4, 3]],
  [2023, [3, 23]],
  [2024, [3, 12]],
  [2025, [3, 1]],
  [2026, [2, 19]],
  [2027, [2, 8]],
]);

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
