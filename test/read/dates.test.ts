import { describe, expect, test } from 'vitest';
import { parsePrintedDate } from '../../lambda/read/dates.ts';

/** As printed → the instant meant, with its offset. */
const READ: readonly (readonly [string, string])[] = [
  // Weekday, day, month name, with every separator and gap that publishers use.
  ['Rabu, 2 Agustus 2017 14:35 WIB', '2017-08-02T14:35:00+07:00'],
  ['Rabu 02 Agu 2017, 14:35 WIB', '2017-08-02T14:35:00+07:00'],
  ['Rabu, 2 Agustus 2017 | 14.35 WIB', '2017-08-02T14:35:00+07:00'],
  ['Rabu, 2 Agustus 2017 – 14:35 wib', '2017-08-02T14:35:00+07:00'],
  ['Jum’at, 4 Agustus 2017 - 09:05 WIB', '2017-08-04T09:05:00+07:00'],
  ["Jum'at , 4 August 2017, 09:05 WIB", '2017-08-04T09:05:00+07:00'],
  ['Nama Penulis • 24 February 2026 20:33', '2026-02-24T20:33:00+07:00'],
  ['2 Agt 2017 pukul 14.35 WITA', '2017-08-02T14:35:00+08:00'],
  ['2 Agustus 2017 (14:35 WIT)', '2017-08-02T14:35:00+09:00'],
  ['14:35 WIB, Rabu, 2 Agustus 2017', '2017-08-02T14:35:00+07:00'],
  ['5 Nopember 2015 11:52', '2015-11-05T11:52:00+07:00'],
  ['30 Des 2015 24:00', '2015-12-31T00:00:00+07:00'],
  // Numbers: the day comes first, unless four digits do.
  ['Kamis, 05/11/2015 09:25 WIB', '2015-11-05T09:25:00+07:00'],
  ['3/2/2026 18:30', '2026-02-03T18:30:00+07:00'],
  ['05.11.2015', '2015-11-05T00:00:00+07:00'],
  ['2026/06/05 20:30:23', '2026-06-05T20:30:23+07:00'],
  ['2026-03-26', '2026-03-26T00:00:00+07:00'],
  // What feeds, meta elements and scripts write.
  ['2021-07-18T18:52:00+07:00', '2021-07-18T18:52:00+07:00'],
  ['2021-07-18T11:52:00.250Z', '2021-07-18T11:52:00Z'],
  ['20210718T115200Z', '2021-07-18T11:52:00Z'],
  ['Sun, 15 Mar 2020 15:51:04 +0700', '2020-03-15T15:51:04+07:00'],
  ['Thu, 12 Mar 20 04:40:23 GMT', '2020-03-12T04:40:23Z'],
  ['Sat, 07 Sep 2002 00:00:01 EST', '2002-09-07T00:00:01-05:00'],
  ['Wed Aug 02 14:35:00 +0700 2017', '2017-08-02T14:35:00+07:00'],
  ['Fri Aug 29 2025 14:08:00 GMT+0700 (Western Indonesia Time)', '2025-08-29T14:08:00+07:00'],
  ['August 14, 2017 2:35 pm', '2017-08-14T14:35:00+07:00'],
  ['1502000000', '2017-08-06T06:13:20Z'],
  // Two dates: the one of publication, whichever comes first.
  ['Diperbarui 3 Agu 2017, 10:00 WIB | Diterbitkan 2 Agu 2017, 14:35 WIB', '2017-08-02T14:35:00+07:00'],
  ['Kompas.com - 02/08/2017, 14:35 WIB Diperbarui 03/08/2017, 10:00 WIB', '2017-08-02T14:35:00+07:00'],
];

describe('a printed date is read as its publisher means it', () => {
  test.each(READ)('%s', (text, instant) => {
    expect(parsePrintedDate(text)).toBe(new Date(instant).toISOString());
  });
});

describe('what cannot be a date is null, never a day nearby', () => {
  test.each([
    '',
    'kemarin',
    '2 jam yang lalu',
    '31 Juni 2020',
    '29 Februari 2023 10:00 WIB',
    '32/01/2020',
    '05/15/2026 10:00',
    'Senin, 15 Mei 2017, 25:00 WIB',
    '15 Mei 2017, 10:75 WIB',
    'Versi 2.0.1',
    '0 Mei 2017',
  ])('%s', (text) => {
    expect(parsePrintedDate(text)).toBeNull();
  });
});

describe('a date without a zone', () => {
  test('is Jakarta time', () => {
    expect(parsePrintedDate('20/1/2026 18:30')).toBe('2026-01-20T11:30:00.000Z');
  });
  test('is in the zone given, summer time included', () => {
    expect(parsePrintedDate('20/7/2026 18:30', { zone: 'Europe/London' })).toBe('2026-07-20T17:30:00.000Z');
    expect(parsePrintedDate('20/1/2026 18:30', { zone: 'Asia/Jayapura' })).toBe('2026-01-20T09:30:00.000Z');
  });
  test('is null where the zone does not exist', () => {
    expect(parsePrintedDate('20/1/2026 18:30', { zone: 'Asia/Nowhere' })).toBeNull();
  });
});
