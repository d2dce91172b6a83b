import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civil, dayOf, formatDay, weekday } from '../../../lambda/extract/time/civil.ts';
import { findDeadlines, resolveDeadline } from '../../../lambda/extract/time/deadlines.ts';
import { findTimexes } from '../../../lambda/extract/time/timexes.ts';

const long = process.env.TAGIH_LONG !== undefined;
const SEED = 20170802;

const MONTHS = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');
const SHORT = 'Jan Feb Mar Apr Mei Jun Jul Agt Sep Okt Nov Des'.split(' ');
const DAYS = 'Senin Selasa Rabu Kamis Jumat Sabtu Minggu'.split(' ');

/** Every printed form of a date that names its year; what stands in the brackets is the expression. */
const FORMS: ((d: { y: number; m: number; d: number; w: number }) => string)[] = [
  ({ y, m, d, w }) => `${DAYS[w - 1]} (${d}/${m}/${y})`,
  ({ y, m, d, w }) => `${DAYS[w - 1]} (${String(d).padStart(2, '0')}/${String(m).padStart(2, '0')}/${y})`,
  ({ y, m, d, w }) => `${DAYS[w - 1]}, ${d} ${MONTHS[m - 1]} ${y}`,
  ({ y, m, d, w }) => `${DAYS[w - 1]} ${d} ${MONTHS[m - 1]} ${y}`,
  ({ y, m, d, w }) => `hari ${DAYS[w - 1]} (${d}/${m}/${y})`,
  ({ y, m, d }) => `${d} ${MONTHS[m - 1]} ${y}`,
  ({ y, m, d }) => `tanggal ${d} ${MONTHS[m - 1]} ${y}`,
  ({ y, m, d }) => `${d} ${SHORT[m - 1]} ${y}`,
  ({ y, m, d }) => `${d}/${m}/${y}`,
  ({ y, m, d }) => `${String(d).padStart(2, '0')}-${String(m).padStart(2, '0')}-${y}`,
  ({ y, m, d }) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
  ({ y, m, d }) => `${d} ${MONTHS[m - 1]}${y}`,
];

const parts = (day: number) => {
  const c = civil(day);
  return { y: c.year, m: c.month, d: c.day, w: weekday(day) };
};

test('days and dates turn into each other from the year 100 to 5000', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayOf(100, 1, 1), max: dayOf(5000, 1, 1) }), (day) => {
      const { year, month, day: d } = civil(day);
      const date = new Date(day * 86_400_000);
      expect([year, month, d]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]);
      expect(dayOf(year, month, d)).toBe(day);
    }),
    { seed: SEED, numRuns: long ? 100_000 : 2000 },
  );
});

describe('every date of 2000 to 2040', () => {
  const first = dayOf(2000, 1, 1);
  const last = dayOf(2040, 12, 31);
  const step = long ? 1 : 101;

  test('is read back from every printed form, whole and alone', () => {
    for (let day = first; day <= last; day += step) {
      for (const form of FORMS) {
        const printed = form(parts(day));
        const found = findTimexes(`Rapat digelar pada ${printed} di Jakarta.`, { published: '2020-06-15' });
        if (found.length !== 1 || found[0]!.text !== printed || found[0]!.value !== formatDay(day))
          expect.fail(`${printed}: ${JSON.stringify(found)}`);
      }
    }
  });

  test('is read back without its year from an article of that week', () => {
    for (let day = first; day <= last; day += step) {
      const { d, m, w } = parts(day);
      for (const printed of [`${DAYS[w - 1]} (${d}/${m})`, `${d} ${MONTHS[m - 1]}`]) {
        for (const published of [day, day + 3]) {
          const found = findTimexes(`Hal itu terjadi ${printed} di Jakarta.`, { published: formatDay(published) });
          if (found.length !== 1 || found[0]!.value !== formatDay(day))
            expect.fail(`${printed}: ${JSON.stringify(found)}`);
        }
      }
    }
  });

  test('as a deadline is due on itself, and before it on the day before', () => {
    for (let day = first; day <= last; day += step) {
      const { y, m, d } = parts(day);
      const date = `${d} ${MONTHS[m - 1]} ${y}`;
      const published = formatDay(day - 30);
      expect(resolveDeadline(`paling lambat ${date}`, { published })?.due).toBe(formatDay(day));
      expect(resolveDeadline(`sebelum ${date}`, { published })?.due).toBe(formatDay(day - 1));
    }
  });
});

/** Words that begin or belong to expressions, so that random texts meet every parser. */
const WORDS =
  `senin Minggu minggu Agustus mei pukul jam 10.00 WIB 2/8/2017 (30/12) 2017 12 1,5 2-5 dua belas puluh setengah hari pekan
   bulan tahun lalu depan ini itu yang akan datang sebelum hingga paling lambat dalam x 24 kali kerja sejak setelah sekitar
   kurang lebih dari hampir awal akhir kuartal III ke - semester tiap setiap sekali nanti malam dini tadi kemarin Lebaran
   Idul Fitri H 1445 HUT RI , . ( ) / : " segera tanggal musim hujan abad beberapa puluhan`.split(/\s+/);

const checkInvariants = (text: string, published: string | null): void => {
  const found = findTimexes(text, { published });
  let end = 0;
  for (const x of found) {
    expect(x.start).toBeGreaterThanOrEqual(end);
    expect(x.end).toBeGreaterThan(x.start);
    expect(text.slice(x.start, x.end)).toBe(x.text);
    expect(x.value).not.toMatch(/NaN|undefined|null|Infinity/);
    end = x.end;
  }
  let last = 0;
  for (const c of findDeadlines(text, found, { published })) {
    expect(c.start).toBeGreaterThanOrEqual(last);
    expect(text.slice(c.start, c.end)).toBe(c.text);
    expect(c.due).toMatch(/^(\d{4,}-\d\d-\d\d|vague|unanchored)$/);
    if (c.earliest !== null && c.latest !== null)
      expect(Date.parse(c.earliest)).toBeLessThanOrEqual(Date.parse(c.latest));
    last = c.end;
  }
};

const published = fc.constantFrom('2017-08-02', '2025-12-31', '2024-02-29', null);

test('any text of temporal words gives ordered spans, whole values and ordered windows', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }),
      fc.boolean(),
      published,
      (words, spaced, day) => {
        checkInvariants(words.join(spaced ? ' ' : ''), day);
      },
    ),
    { seed: SEED, numRuns: long ? 50_000 : 800 },
  );
});

test('no Unicode text throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), published, checkInvariants), {
    seed: SEED,
    numRuns: long ? 50_000 : 500,
  });
});

test('a published day that is none leaves expressions unresolved and throws nothing', () => {
  fc.assert(
    fc.property(fc.string(), (day) => {
      findDeadlines('besok, pekan depan', findTimexes('besok, pekan depan', { published: day }), { published: day });
    }),
    { seed: SEED, numRuns: 200 },
  );
});

/** Worst cases by repetition. Quadratic work on so many words would take minutes; in proportion it is well under a second. */
test.each([
  'dua puluh ',
  'sekitar ',
  'lebih dari ',
  'paling lambat ',
  'hingga ',
  'setelah ',
  'akan ditutup setelah masa reses berakhir dan ',
  'Juni dan ',
  '2-',
  '1/',
  '12.',
  'Senin, ',
  'H-3 ',
  'tujuh hari sejak izin usaha dicabut ',
  '5 Mei 2025 izin usaha dicabut lalu tujuh hari sejak izin usaha dicabut, kata dia, Senin (5/5/2025). ',
  'pukul 10.00-',
  'awal akhir ',
  "'a",
  '(',
])('a long line of %j, repeated, is read at once', (unit) => {
  const size = long ? 1_000_000 : 200_000;
  const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
  const start = process.hrtime.bigint();
  findDeadlines(text, findTimexes(text, { published: '2025-05-06' }), { published: '2025-05-06' });
  expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(15_000);
});
