import { describe, expect, test } from 'vitest';
import { CALENDAR_VERSION } from '../../../lambda/extract/time/calendar.ts';
import { findDeadlines, forObligor, mostPrecise, resolveDeadline } from '../../../lambda/extract/time/deadlines.ts';
import { findTimexes } from '../../../lambda/extract/time/timexes.ts';

const claims = (text: string, published: string | null) =>
  findDeadlines(text, findTimexes(text, { published }), { published });

/** Phrase, day it was said, window: one day, or the earliest and the latest; and the day due where it is not the latest. */
const WINDOWS: [phrase: string, said: string, earliest: string, latest?: string, due?: string][] = [
  // Operators.
  ['sebelum 17 Agustus 2017', '2017-08-02', '2017-08-16'],
  ['hingga 29 Juli 2022', '2022-07-27', '2022-07-29'],
  ['paling lambat Rabu (20/7/2022)', '2022-07-15', '2022-07-20'],
  ['selambat-lambatnya tanggal 20 Oktober 2025', '2025-10-01', '2025-10-20'],
  ['sampai dengan 31 Desember 2025', '2025-06-19', '2025-12-31'],
  ['s.d. 31 Desember 2025', '2025-06-19', '2025-12-31'],
  ['sebelum Januari 2026', '2025-10-17', '2025-12-31'],
  ['sebelum akhir tahun', '2025-10-17', '2025-12-30', '2025-12-31', '2025-12-30'],
  ['diperpanjang hingga akhir Februari', '2025-10-17', '2026-02-28'],
  ['mulai 1 Maret 2026', '2025-12-10', '2026-03-01'],
  // Periods.
  ['pekan ini', '2025-10-14', '2025-10-17', '2025-10-19'],
  ['minggu depan', '2025-10-17', '2025-10-24', '2025-10-26'],
  ['akhir pekan ini', '2025-10-14', '2025-10-18', '2025-10-19'],
  ['bulan depan', '2025-10-17', '2025-11-30'],
  ['awal Februari 2026', '2025-12-10', '2026-02-10'],
  ['pertengahan Juni', '2025-05-02', '2025-06-20'],
  ['akhir tahun ini', '2025-10-17', '2025-12-31'],
  ['awal tahun depan', '2025-10-17', '2026-03-31'],
  ['pertengahan 2026', '2025-10-17', '2026-08-31'],
  ['kuartal I 2026', '2025-10-17', '2026-03-31'],
  ['semester pertama tahun depan', '2025-10-17', '2026-06-30'],
  ['tahun 2027', '2025-10-17', '2027-12-31'],
  ['kuartal III atau IV tahun depan', '2025-10-17', '2026-12-31'],
  // Counts.
  ['dalam tujuh hari', '2025-10-17', '2025-10-24'],
  ['dua sampai tiga hari ke depan', '2017-11-08', '2017-11-10', '2017-11-11'],
  ['1 x 24 jam', '2017-08-10', '2017-08-11'],
  ['maksimal dua kali 24 jam', '2017-11-06', '2017-11-08'],
  ['2x24 jam terhitung sejak Senin (6/11/2017)', '2017-11-07', '2017-11-08'],
  ['satu minggu dari sekarang', '2023-09-27', '2023-10-04'],
  ['dalam empat bulan sejak 12 Desember 2023', '2023-12-12', '2024-04-12'],
  ['satu bulan lagi', '2025-01-31', '2025-02-28'],
  ['paling lama dua tahun sejak diundangkan pada 1 April 2025', '2025-05-02', '2027-04-01'],
  ['kurang dari 14 hari', '2025-10-17', '2025-10-31'],
  // Working days: the decree of August 2025 made the 18th joint leave, so a company may count it.
  ['tujuh hari kerja', '2025-08-11', '2025-08-19', '2025-08-21'],
  ['paling lambat 5 hari kerja', '2026-03-16', '2026-03-23', '2026-03-30'],
  ['lima hari kerja', '2022-07-21', '2022-07-27', '2022-07-28'],
  ['paling lambat tiga hari kerja sebelum 17 Oktober 2025', '2025-10-01', '2025-10-14'],
  // Named days.
  ['sebelum Lebaran 2024', '2024-03-14', '2024-04-09'],
  ['H-7 Lebaran 2026', '2026-02-01', '2026-03-14'],
  ['sebelum Natal', '2025-10-17', '2025-12-24'],
  // The most precise of several; a printed date beats a count.
  ['secepatnya, tahun ini', '2024-05-27', '2024-12-31'],
  ['lima hari kerja, atau paling lambat Jumat 5 Agustus mendatang', '2022-07-31', '2022-08-05'],
  ['paling cepat akhir tahun, paling lambat Maret 2026', '2025-10-17', '2026-03-31'],
  ['tahun depan, tahun depannya lagi', '2020-06-29', '2021-12-31', '2022-12-31'],
  // As people speak.
  ['Senin atau Selasa', '2022-07-27', '2022-08-01', '2022-08-02'],
  ['Jumat sore', '2022-07-27', '2022-07-29'],
  ['dalam satu dua hari ini', '2022-07-27', '2022-07-28', '2022-07-29'],
  ['minggu ini atau minggu depan', '2022-07-27', '2022-07-29', '2022-08-07'],
  ['dua-tiga bulan lagi', '2022-07-27', '2022-09-27', '2022-10-27'],
  ['paling lambat Q1 2026', '2025-10-17', '2026-03-31'],
  ['sebelum 2024 berakhir', '2024-02-01', '2024-12-31'],
  ['sebelum pergantian tahun', '2022-07-27', '2022-12-31'],
  ['menjelang Ramadan 2023', '2022-07-27', '2023-03-22'],
  ['awal Ramadan 2023', '2022-07-27', '2023-04-01'],
  ['pada tanggal 17', '2022-07-27', '2022-08-17'],
  ['2023-2024', '2022-07-27', '2024-12-31'],
  ['sebelum jam 12 malam', '2022-07-27', '2022-07-27'],
  // Leap days and the turn of the year.
  ['dalam satu tahun', '2024-02-29', '2025-02-28'],
  ['pekan depan', '2025-12-29', '2026-01-09', '2026-01-11'],
  // A second look at every kind, over other years.
  ['sebelum 1 Juli 2026', '2026-03-02', '2026-06-30'],
  ['sebelum 1 Maret 2024', '2024-01-05', '2024-02-29'],
  ['sebelum Ramadan 2026', '2026-01-10', '2026-02-18'],
  ['sebelum Idul Adha 2026', '2026-04-01', '2026-05-26'],
  ['sebelum Imlek 2026', '2026-01-05', '2026-02-16'],
  ['sebelum Nyepi 2025', '2025-03-01', '2025-03-28'],
  ['paling lambat HUT ke-81 RI', '2026-05-04', '2026-08-17'],
  ['hingga Lebaran 2025', '2025-02-03', '2025-03-31'],
  ['paling lambat Natal 2026', '2026-09-01', '2026-12-25'],
  ['H-10 Natal 2025', '2025-11-03', '2025-12-15'],
  ['H+7 Lebaran 2026', '2026-03-02', '2026-03-28'],
  ['paling lambat 2 Agt 2026', '2026-06-01', '2026-08-02'],
  ['paling lambat (02/08)', '2026-06-01', '2026-08-02'],
  ['hingga 02/08/2026', '2026-06-01', '2026-08-02'],
  ['hingga 2026-08-02', '2026-06-01', '2026-08-02'],
  ["paling lambat Jum'at (7/8/2026)", '2026-08-03', '2026-08-07'],
  ['paling lambat 7 Agustus2026', '2026-08-03', '2026-08-07'],
  ['2-5 Agustus 2026', '2026-07-01', '2026-08-05'],
  ['28 Oktober sampai dengan 3 November 2026', '2026-10-01', '2026-11-03'],
  ['27 sampai dengan 31 Agustus 2026', '2026-07-01', '2026-08-31'],
  ['27 s/d 31 Agustus 2026', '2026-07-01', '2026-08-31'],
  ['Oktober hingga Desember 2026', '2026-07-01', '2026-12-31'],
  ['Juni dan Juli 2026', '2026-05-04', '2026-07-31'],
  ['Juni-Juli 2026', '2026-05-04', '2026-07-31'],
  ['tahun 2026 dan 2027', '2026-05-04', '2027-12-31'],
  ['November 2026 hingga Januari 2027', '2026-05-04', '2027-01-31'],
  ['kuartal kedua tahun depan', '2026-05-04', '2027-06-30'],
  ['triwulan IV-2026', '2026-05-04', '2026-12-31'],
  ['akhir kuartal I 2027', '2026-05-04', '2027-03-31'],
  ['semester II 2026', '2026-05-04', '2026-12-31'],
  ['akhir semester ini', '2026-05-04', '2026-06-30'],
  ['tahun anggaran 2027', '2026-05-04', '2027-12-31'],
  ['awal 2027', '2026-05-04', '2027-03-31'],
  ['medio Agustus', '2026-05-04', '2026-08-20'],
  ['pertengahan tahun depan', '2026-05-04', '2027-08-31'],
  ['penghujung tahun ini', '2026-05-04', '2026-12-31'],
  ['akhir bulan ini', '2026-02-04', '2026-02-28'],
  ['awal bulan depan', '2026-05-04', '2026-06-10'],
  ['pekan kedua Agustus 2026', '2026-07-01', '2026-08-14', '2026-08-16'],
  ['akhir pekan depan', '2026-05-04', '2026-05-16', '2026-05-17'],
  ['Senin pekan depan', '2026-05-06', '2026-05-11'],
  ['besok', '2026-02-28', '2026-03-01'],
  ['lusa', '2026-12-30', '2027-01-01'],
  ['paling lambat besok pagi', '2026-05-04', '2026-05-05'],
  ['hari ini juga', '2026-05-04', '2026-05-04'],
  ['dalam sepekan', '2026-05-04', '2026-05-11'],
  ['dua pekan ke depan', '2026-05-04', '2026-05-18'],
  ['dalam sebulan', '2026-01-31', '2026-02-28'],
  ['dalam 1,5 tahun', '2026-05-04', '2027-11-04'],
  ['dalam setengah tahun', '2026-05-04', '2026-11-04'],
  ['dalam satu setengah bulan', '2026-05-04', '2026-06-19'],
  ['dalam dua puluh lima hari', '2026-05-04', '2026-05-29'],
  ['paling lama 30 (tiga puluh) hari', '2026-05-04', '2026-06-03'],
  ['dalam lima tahun ke depan', '2026-05-04', '2031-05-04'],
  ['dalam dua dekade', '2026-05-04', '2046-05-04'],
  ['3x24 jam', '2026-05-04', '2026-05-07'],
  ['dalam 36 jam', '2026-05-04', '2026-05-06'],
  ['14 hari sejak 1 Mei 2026', '2026-05-04', '2026-05-15'],
  ['tiga bulan terhitung sejak 30 November 2025', '2025-12-01', '2026-02-28'],
  ['dua minggu sebelum 17 Agustus 2026', '2026-05-04', '2026-08-03'],
  ['sejak 1 Juni 2026 hingga 30 hari ke depan', '2026-06-05', '2026-07-01'],
  ['10 hari kerja', '2026-05-04', '2026-05-18', '2026-05-20'],
  ['tiga hari kerja', '2026-12-22', '2026-12-24', '2026-12-29'],
  ['sehari kerja', '2026-05-08', '2026-05-08', '2026-05-11'],
  ['paling lambat akhir Maret 2026, secepatnya', '2025-10-01', '2026-03-31'],
  ['pada Januari (2027)', '2026-05-04', '2027-01-31'],
  ['sebelum 2027', '2026-05-04', '2026-12-31'],
  ['sebelum kuartal IV 2026', '2026-05-04', '2026-09-30'],
  ['jatuh tempo 30 September 2026', '2026-05-04', '2026-09-30'],
  ['tenggat waktunya 15 Juni', '2026-05-04', '2026-06-15'],
  ['diundur ke 15 Januari 2027', '2026-10-04', '2027-01-15'],
  ['batas akhirnya Minggu (10/5/2026)', '2026-05-04', '2026-05-10'],
  ['paling lambat tanggal 10 bulan depan', '2026-05-04', '2026-06-10'],
];

describe('a phrase alone has its window', () => {
  test.each(WINDOWS)('%s (said %s): %s', (phrase, said, earliest, latest = earliest, due = latest) => {
    const claim = resolveDeadline(phrase, { published: said });
    expect(claim).not.toBeNull();
    expect([claim!.earliest, claim!.latest]).toEqual([`${earliest}T23:59:59+07:00`, `${latest}T23:59:59+07:00`]);
    expect(claim!.due).toBe(due);
  });
});

test.each([
  ['dalam waktu dekat', 'vague'],
  ['segera', 'vague'],
  ['secepatnya', 'vague'],
  ['dalam waku dekat', 'vague'],
  ['pada kesempatan pertama', 'vague'],
  ['dalam tempo sesingkat-singkatnya', 'vague'],
  ['pada waktunya', 'vague'],
  ['selekasnya', 'vague'],
  ['dalam beberapa hari ke depan', 'vague'],
  ['30 hari sejak putusan inkrah', 'unanchored'],
  ['minimal lima hari kerja sebelum pelaksanaan lelang', 'unanchored'],
  ['H-3', 'unanchored'],
])('%s has no day: %s', (phrase, due) => {
  const claim = resolveDeadline(phrase, { published: '2025-10-17' })!;
  expect(claim).toMatchObject({ due, earliest: null, latest: null, text: phrase });
});

test('for an authority joint leave is never a working day', () => {
  const company = resolveDeadline('tujuh hari kerja', { published: '2025-08-11' })!;
  const authority = resolveDeadline('tujuh hari kerja', { published: '2025-08-11', authority: true })!;
  expect(company.earliest).toBe('2025-08-19T23:59:59+07:00');
  expect(authority.earliest).toBe('2025-08-20T23:59:59+07:00');
  expect(authority.latest).toBe(company.latest);
  expect(authority.calendarVersion).toBe(CALENDAR_VERSION);
  expect(forObligor(company, { authority: true })).toEqual(authority);
});

test('a claim that counts no working days is the same for every obligor', () => {
  const claim = resolveDeadline('dalam tujuh hari', { published: '2025-08-11' })!;
  expect(forObligor(claim, { authority: true })).toBe(claim);
});

test('an explicit hour is kept, in its zone', () => {
  expect(resolveDeadline('paling lambat Rabu (4/10/2023) pukul 17.00 WIB', { published: '2023-09-28' })).toMatchObject({
    due: '2023-10-04',
    latest: '2023-10-04T17:00:00+07:00',
    precision: 'instant',
  });
  expect(resolveDeadline('sebelum pukul 18.00 WITA', { published: '2025-10-17' })).toMatchObject({
    latest: '2025-10-17T18:00:00+08:00',
    zone: 'Asia/Makassar',
  });
});

test('the day of the statement, not of the article, anchors a count', () => {
  expect(resolveDeadline('dalam tiga hari', { published: '2025-10-20', stated: '2025-10-17' })!.due).toBe('2025-10-20');
  const [claim] = claims(
    '"Kami beri waktu 1x24 jam untuk menjawab," kata ketua panitia dalam rapat, Rabu (24/6/2020).',
    '2020-06-29',
  );
  expect(claim).toMatchObject({ text: '1x24 jam', due: '2020-06-25', anchor: '2020-06-24', anchorSource: 'text' });
});

test.each([
  [
    'Relife menyerahkan rencana itu kepada OJK pada Jumat (15/3/2019). OJK akan menyelesaikan penilaian dalam 20 hari kerja sejak diterima.',
    '2019-03-18',
    '2019-04-15',
  ],
  [
    'Kominfo mengirim surat kepada Teknasyon, Rabu (31/1/2018). Perusahaan itu diminta menjawab paling lambat tujuh hari kerja sejak surat itu dikirim.',
    '2018-02-01',
    '2018-02-09',
  ],
  [
    'Bursa menghentikan sementara perdagangan saham emiten itu sejak Senin (5/8/2019). Emiten itu diminta menjawab paling lambat 10 hari kerja sejak suspensi.',
    '2019-08-06',
    '2019-08-19',
  ],
])('what was handed in, sent or stopped is dated by the sentence that tells of it: %s', (text, published, due) => {
  expect(claims(text, published).map((claim) => claim.due)).toContain(due);
});

test('an event that the text dates elsewhere anchors a count', () => {
  const found = claims(
    'Pencabutan izin usaha itu ditetapkan melalui surat tanggal 16 Juni 2025.\nPerusahaan wajib melapor paling lama lima hari sejak izin usaha dicabut.',
    '2025-06-19',
  );
  expect(found.at(-1)).toMatchObject({
    text: 'paling lama lima hari sejak izin usaha dicabut',
    due: '2025-06-21',
    anchor: '2025-06-16',
    anchorSource: 'text',
  });
});

test.each([
  [
    'a meeting that the article is about',
    'Komdigi memanggil Nusachat, Senin (6/7/2026). Nusachat harus melapor dalam tujuh hari setelah pertemuan itu. Rapat berikutnya digelar 27 Juli 2026.',
    '2026-07-13',
  ],
  [
    'the day a letter bears',
    'Larangan itu dimuat dalam surat edaran bertanggal 22 Juni 2026. Produsen wajib mengubah label paling lambat satu bulan sejak edaran ditetapkan.',
    '2026-07-22',
  ],
  [
    'that day',
    'BPOM menyurati Nusachat pada 6 Juli 2026. Tokonya harus kosong dalam tujuh hari sejak tanggal tersebut.',
    '2026-07-13',
  ],
  [
    'no other day of late',
    'Menteri itu dilantik pada 6 Juli 2026. Nusachat harus melapor dalam tujuh hari setelah pertemuan itu.',
    'unanchored',
  ],
  [
    'no meeting of long ago',
    'Komdigi didirikan pada 21 Oktober 2024. Nusachat harus melapor dalam tujuh hari setelah pertemuan itu.',
    'unanchored',
  ],
])('a count may be anchored by %s', (_what, text, due) => {
  expect(
    claims(text, '2026-07-08').find(({ text: said }) => said.includes('hari') || said.includes('bulan'))?.due,
  ).toBe(due);
});

test('a plan is settled in the year before the one that it is for', () => {
  const due = (text: string, on: string) => claims(text, on).at(-1)?.due;
  expect(due('Gubernur akan mengumumkan UMP 2020 paling lambat 1 November.', '2019-10-14')).toBe('2019-11-01');
  expect(due('Bappeda akan mengunggah RAPBD tahun 2020 paling lambat 15 November.', '2019-11-04')).toBe('2019-11-15');
  expect(due('Pemerintah akan menjalankan APBN 2020 mulai 1 Januari.', '2019-11-04')).toBe('2020-01-01');
  expect(due('Kemenag akan memberangkatkan kloter pertama haji 2026 pada 22 April.', '2025-03-10')).toBe('2026-04-22');
  expect(due('Tarif akan naik pada 2020, paling lambat 1 Desember.', '2019-11-04')).toBe('2020-12-01');
});

test('each wording of an article is a claim with its span, kind and rule', () => {
  const text =
    'Kominfo akan segera memanggil Line. Mulai 28 Maret 2026 platform wajib menutup akun anak, dan paling lambat pekan depan melapor. Setiap tiga bulan laporan diperbarui.';
  const found = claims(text, '2026-03-06');
  expect(found.map((c) => [c.text, c.due, c.kind, c.rule])).toEqual([
    ['segera', 'vague', 'due', 'vague'],
    ['Mulai 28 Maret 2026', '2026-03-28', 'start', 'start-day'],
    ['paling lambat pekan depan', '2026-03-15', 'due', 'by-week'],
    ['Setiap tiga bulan', '2026-03-31', 'recurring', 'recurring'],
  ]);
  for (const c of found) expect(text.slice(c.start, c.end)).toBe(c.text);
});

test.each([
  'Komdigi akan memblokir Nusachat tiga hari setelah tenggat.',
  'Nusachat wajib menyerahkan laporan tiga hari sebelum tenggat.',
])('days counted from a deadline are one for whoever must still act: %s', (text) => {
  expect(claims(text, '2026-05-04')).toMatchObject([{ due: 'unanchored', kind: 'due' }]);
});

test('an act that is itself a beginning is due on its first day', () => {
  expect(claims('Aturan ini mulai berlaku 1 Juli 2026.', '2026-03-06')[0]).toMatchObject({
    due: '2026-07-01',
    kind: 'due',
  });
});

test.each([
  ['Hal itu disampaikan Meutya di Jakarta, Rabu (10/12/2025).', '2025-12-10'],
  ['Blokir itu dijatuhkan pada 14 Juli 2017 oleh kementerian.', '2017-08-02'],
  ['Indonesia lolos ke Piala Dunia 2026 lewat babak tambahan.', '2025-06-10'],
  ['Harga bitcoin turun 5 persen dalam sehari.', '2025-06-10'],
  ['Anak dikenai batas main dua jam sehari.', '2025-06-10'],
  ['"Kami sudah serahkan laporannya dalam sepekan," kata Budi.', '2025-06-10'],
  ['"Laporan yang kami terima dalam 14 hari itu bertambah," kata Budi.', '2025-06-10'],
  ['Pelaku diancam hukuman penjara paling lama lima tahun.', '2025-06-10'],
  ['Hingga hari ini TikTok belum mengajukan izin.', '2025-06-10'],
  ['Sepanjang 2025 laba perusahaan naik.', '2025-06-10'],
  ['Diskon boleh diberikan paling lama tiga hari dalam sebulan.', '2025-06-10'],
  ['Laporan itu akhirnya diterima dua hari kerja setelah tenggat.', '2025-06-10'],
  ['Peluncurannya molor tiga pekan dari rencana.', '2025-06-10'],
  ['Peluncurannya lebih cepat dua bulan daripada rencana.', '2025-06-10'],
])('no deadline is read into: %s', (text, published) => {
  expect(claims(text, published)).toEqual([]);
});

test('of several claims the most precise is chosen, a start only for want of another', () => {
  const found = claims(
    'Mulai 1 Juli 2026, secepatnya, atau paling lambat akhir 2026 semua wajib terdaftar.',
    '2026-03-06',
  );
  expect(mostPrecise(found)!.text).toBe('paling lambat akhir 2026');
  expect(mostPrecise([])).toBeNull();
});

test('without a day of publication nothing relative gets a day', () => {
  for (const claim of claims('Kami minta selesai pekan depan atau dalam tujuh hari, paling lambat 5 Mei 2025.', null))
    expect(claim.due === 'unanchored' || claim.due === '2025-05-05').toBe(true);
});

test.each([
  ['Bantuan itu akan dicairkan pada Juni dan Juli 2026.', 'pada Juni dan Juli 2026', '2026-07-31'],
  ['Dana akan disalurkan pada periode Oktober hingga Desember 2026.', 'Oktober hingga Desember 2026', '2026-12-31'],
  ['Diskon akan diberikan selama Juni-Juli 2026.', 'selama Juni-Juli 2026', '2026-07-31'],
  [
    'Toko itu wajib meneken pakta paling lambat tujuh hari sejak penetapan dibacakan, Kamis (30/4).',
    'paling lambat tujuh hari sejak penetapan dibacakan, Kamis (30/4)',
    '2026-05-07',
  ],
  // `Terang` is a name here, not the verb of speech that would point back.
  ['PT Terang Bulan diperintahkan menghapus data warga dalam 14 hari.', 'dalam 14 hari', '2026-05-18'],
  ['Kementerian akan menambah sekolah pada tahun 2026 dan 2027.', 'pada tahun 2026 dan 2027', '2027-12-31'],
  ['Operator akan menutup menara sejak 11 Mei hingga 9 Juni 2026.', 'sejak 11 Mei hingga 9 Juni 2026', '2026-06-09'],
  [
    'Sosialisasi berjalan sejak 1 Mei 2026 hingga 30 hari ke depan.',
    'sejak 1 Mei 2026 hingga 30 hari ke depan',
    '2026-05-31',
  ],
  ['Nusachat menyanggupi memblokir situs itu dalam 2 x 24 jam.', 'dalam 2 x 24 jam', '2026-05-06'],
  ['OJK dan BI sepakat membentuk tim bersama dalam tiga pekan.', 'dalam tiga pekan', '2026-05-25'],
  ['Kami perintahkan Nusachat menurunkan iklan itu dalam 3 x 24 jam.', 'dalam 3 x 24 jam', '2026-05-07'],
  ['KPPU menugaskan timnya memeriksa berkas itu dalam 14 hari.', 'dalam 14 hari', '2026-05-18'],
  ['Penjual dituntut menarik produk itu dalam sebulan.', 'dalam sebulan', '2026-06-04'],
  // The year of a thing is not that of the day by which it is done.
  ['BPOM akan mengumumkan hasil audit vaksin 2020 pada akhir Agustus.', 'pada akhir Agustus', '2026-08-31'],
  ['Bursa meminta emiten itu menyampaikan laporan tahunan 2025 sebelum Juni.', 'sebelum Juni', '2026-05-31'],
  // What is told to come, though its verb is one of telling.
  ['Pelanggan yang menolak akan dilaporkan bank ke polisi pada September.', 'pada September', '2026-09-30'],
  ['Nusachat berencana menampilkan keterangan asal berita pada Juli.', 'pada Juli', '2026-07-31'],
  ['Pedagang kini punya waktu sampai 30 Mei 2026, mundur dua pekan dari rencana.', 'sampai 30 Mei 2026', '2026-05-30'],
  ['Rasio itu ditargetkan mendekati 100 persen dalam lima tahun ke depan.', 'dalam lima tahun ke depan', '2031-05-04'],
])('a pair, a range or a span ahead is due on its last day: %s', (text, phrase, due) => {
  expect(claims(text, '2026-05-04')).toMatchObject([{ text: phrase, due, kind: 'due' }]);
});

test.each([
  ['Komisi akan memanggil operator setelah masa reses berakhir.', 'setelah masa reses berakhir', 'awaited-after'],
  ['Sebelum direalisasikan, dinas akan menyiapkan sarana.', 'Sebelum direalisasikan', 'awaited-until'],
  ['Impor akan dihentikan hingga alat pendeteksi dipasang.', 'hingga alat pendeteksi dipasang', 'awaited-until'],
  ['Yayasan akan menggelar kirab ketika sengketanya selesai.', 'ketika sengketanya selesai', 'awaited-when'],
  ['Setelah itu kami akan mengumumkan hasilnya.', 'Setelah itu', 'awaited-after'],
])('an event without a date is awaited: %s', (text, phrase, rule) => {
  expect(claims(text, '2026-05-04')).toMatchObject([{ text: phrase, rule, due: 'unanchored', anchorSource: 'event' }]);
});

test.each([
  ['Aduan itu ditutup setelah perusahaan telah membayar denda.', 'a past event'],
  ['Tiket akan dijual hingga dua juta lembar.', 'an amount'],
  ['Data akan dikelola terpusat, sebelum akhirnya disalurkan ke daerah.', 'what comes next'],
  ['Komisi akan memeriksa rencana tarif Lebaran ketujuh maskapai.', 'what sort of fare'],
  ['Komisi akan menghentikan acara Metro Hari Ini.', 'a name'],
  ['Komisi akan menerbitkan aturan karantina nomor selama 90 hari sebelum dijual lagi.', 'how long it lasts'],
  ['Akuisisi akan dilakukan setelah mendapat izin.', 'a condition'],
  ['Budi Wijaya di Jakarta, Senin (4/5/2026), mengatakan kementerian akan bertindak.', 'the day of the saying'],
  ['Selanjutnya pemerintah akan membangun Fase 3 dan 4 MRT.', 'a railway'],
  ['Pemeriksaan itu berlangsung selama lima hari kerja.', 'how long it took'],
  ['Masa hukumannya masih tersisa dua tahun.', 'what is left of a sentence'],
  ['Akun anak di bawah 16 tahun ditutup mulai bulan lalu.', 'an age'],
])('no deadline is read into: %s (%s)', (text) => {
  expect(claims(text, '2026-05-04')).toEqual([]);
});

test('words like "besok" and "pekan depan" count from the day on which they were said', () => {
  const besok = (text: string) => claims(text, '2026-05-05').map((c) => [c.text, c.due]);
  expect(besok('"Besok kami panggil operatornya," kata ketua komisi, Senin (4/5/2026).')).toEqual([
    ['Besok', '2026-05-05'],
  ]);
  expect(claims('"Pekan depan kami akan putuskan," kata ketua komisi, Minggu (3/5/2026).', '2026-05-04')).toMatchObject(
    [{ text: 'Pekan depan', due: '2026-05-10' }],
  );
  expect(besok('Besok komisi akan memanggil operator.')).toEqual([['Besok', '2026-05-06']]);
});

test.each([
  ['sebelum akhir tahun', '2026-06-10', '2026-12-30', '2026-12-31'],
  ['sebelum akhir bulan ini', '2026-06-10', '2026-06-29', '2026-06-30'],
  ['sebelum akhir caturwulan II 2026', '2026-06-10', '2026-08-30', '2026-08-31'],
])(
  '"%s" has one convention for every period: due the day before its last, and not late on that',
  (phrase, published, earliest, latest) => {
    expect(resolveDeadline(phrase, { published })).toMatchObject({
      due: earliest,
      latest: `${latest}T23:59:59+07:00`,
    });
  },
);

test.each([
  ['Perusahaan wajib mendaftar tak lewat dari 31 Maret 2027.', 'by-day', 'tak lewat dari 31 Maret 2027'],
  ['Laporan jangan sampai melewati 30 Juni 2026, kata menteri.', 'by-day', 'jangan sampai melewati 30 Juni 2026'],
  ['Tim akan memeriksa berkas selama 14 hari kerja.', 'working-days:14', '14 hari kerja'],
])('the rule is named for what the words say: %s', (text, rule, phrase) => {
  expect(claims(text, '2026-06-10')).toMatchObject([{ rule, text: phrase, kind: 'due' }]);
});

test('a count that opens its sentence is a deadline where a duty stands behind it', () => {
  const due = (text: string) => claims(text, '2011-03-15').map((claim) => claim.due);
  expect(due('Dalam 30 hari, kata Heru, operator harus sudah menyetorkan hitungan biaya.')).toEqual(['2011-04-14']);
  expect(due('Dalam 30 hari, operator wajib menyetorkan hitungan biaya.')).toEqual(['2011-04-14']);
  expect(due('Dalam tiga hari, gunung itu meletus lima kali.')).toEqual([]);
});

test('hours that are counted by days are asked for, whatever else the sentence tells', () => {
  const text = 'BRTI meminta operator menurunkan spanduk yang menyebut nama pesaing dalam waktu 3 x 24 jam.';
  expect(claims(text, '2026-05-04')).toMatchObject([{ text: 'dalam waktu 3 x 24 jam', due: '2026-05-07' }]);
});

test('what was aimed at on the day of the news has not happened on it', () => {
  const text =
    '"Kami menargetkan pemeriksaan forensik itu selesai dalam dua pekan," kata Ariandi, Kamis. BPJS Ketenagakerjaan wajib memberi tahu peserta paling lambat 3 x 24 jam setelah pemeriksaan forensik selesai.';
  expect(claims(text, '2023-03-16').map((claim) => claim.due)).toEqual(['2023-03-30', 'unanchored']);
});

test.each([
  ['Telkomsel akan menaikkan tarif menjadi Rp 25 ribu sebulan mulai 1 Agustus 2025.', ['2025-08-01']],
  ['PLN akan membayar ganti rugi Rp 2 juta sebulan lagi.', ['2025-08-10']],
])('what each month costs is no term, and a month ahead is one: %s', (sentence, dues) => {
  expect(claims(sentence, '2025-07-10').map(({ due }) => due)).toEqual(dues);
});
