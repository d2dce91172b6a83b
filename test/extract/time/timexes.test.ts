import { describe, expect, test } from 'vitest';
import { findTimexes } from '../../../lambda/extract/time/timexes.ts';
import { expectTimexes } from './marked.ts';

/** Rabu, 2 Agustus 2017: the day Kominfo and Facebook met in Jakarta. */
const REF = '2017-08-02';

/** Kind of expression, sentence with its expressions marked, and the article's day where it is not REF. */
const CASES: Record<string, (string | [sentence: string, published: string | null])[]> = {
  'printed dates': [
    'Rapat digelar [tanggal 5 bulan depan|DATE|2017-09-05] di Bogor.',
    'Sidang [Selasa (1/8/2017) kemarin|DATE|2017-08-01] tertutup.',
    'Pertemuan digelar [Rabu (2/8/2017)|DATE|2017-08-02] di Jakarta.',
    'Keduanya bertemu [Rabu, 2 Agustus 2017|DATE|2017-08-02], di kantor kementerian.',
    'Surat itu bertanggal [2 Agt 2017|DATE|2017-08-02].',
    'Blokir dicabut pada [10 Agustus|DATE|2017-08-10] lewat surat edaran.',
    'Pameran berlangsung [2-5 Agustus|DATE|2017-08-02] di Senayan.',
    'Lelang dibuka [27 sampai dengan 31 Agustus 2017|DATE|2017-08-27] di Solo.',
    'Aturan terbit [tanggal 17 Juli 2017|DATE|2017-07-17] dan diumumkan.',
    'Pengguna dihubungi [kemarin (1/8)|DATE|2017-08-01] lewat surel.',
    'Data per [31/07/2017|DATE|2017-07-31] menunjukkan kenaikan.',
    'Berkas diunggah [2017-08-01|DATE|2017-08-01] oleh admin.',
    'Kantor itu dibuka [14 Agustus2017|DATE|2017-08-14] tanpa upacara.',
    "Jawaban datang [Jum'at (28/7)|DATE|2017-07-28].",
    'Ia datang [Rabu (2/8/)|DATE|2017-08-02] bersama tim.',
    '[Sabtu-Minggu (5-6/8/2017)|DATE|2017-08-05] layanan dihentikan.',
    ['Peluncuran terjadi pada [30 Desember|DATE|2017-12-30] di Bali.', '2018-01-03'],
  ],
  'months, quarters and years': [
    'Uji coba ditargetkan [Januari (2018)|DATE|2018-01] di Bali.',
    'Pada [2014|DATE|2014] Kominfo berjanji menutup situs itu pada [Desember|DATE|2014-12].',
    'Laporan [Juli 2017|DATE|2017-07] sudah keluar.',
    'Kantor dibuka pada [bulan Agustus|DATE|2017-08] di Jakarta.',
    'Sejak [Maret lalu|DATE|2017-03] layanan tersendat.',
    'Komdigi akan menerapkannya pada [Maret mendatang|DATE|2018-03].',
    'Pendapatan [kuartal III 2017|DATE|2017-Q3] naik.',
    'Layanan dibuka [kuartal III atau IV tahun ini|DATE|2017-Q3] di Batam.',
    'Target [semester II tahun ini|DATE|2017-H2] tetap.',
    'Pada [triwulan I-2018|DATE|2018-Q1] pajak berlaku.',
    'Krisis [tahun 1998|DATE|1998] masih diingat.',
    'Di [2016|DATE|2016] aturan serupa gagal.',
    'Rencana [tahun anggaran 2018|DATE|2018] disusun.',
    'Musik [1990-an|DATE|199] kembali digemari.',
    'Anggaran [tahun depan|DATE|2018] dipangkas.',
    'Penjualan turun dari [Januari|DATE|2017-01]-[Juni 2017|DATE|2017-06] tanpa sebab.',
    'Kapal itu dibuat [tahun 1831|DATE|1831] di Ambon.',
    'Laba [Q2 2017|DATE|2017-Q2] turun dari [tahun sebelumnya|DATE|2016].',
    'Rapat [pekan kedua Agustus|DATE|2017-W32] batal.',
    'Ia lahir pada [abad ke-20|DATE|19] di Padang.',
  ],
  'edges of periods': [
    'Selesai [akhir tahun ini|DATE|2017] juga.',
    'Dibuka [awal September|DATE|2017-09] oleh menteri.',
    'Dibahas [pertengahan 2018|DATE|2018] di DPR.',
    'Ramai [akhir pekan ini|DATE|2017-W31-WE] di Bandung.',
  ],
  weekdays: [
    'Hal itu dikatakan Semuel, [Selasa|DATE|2017-08-01].',
    'Kominfo akan memanggil Line pada [Jumat|DATE|2017-08-04] di Jakarta.',
    'Aksesnya ditutup [Senin pekan depan|DATE|2017-08-07] bila perlu.',
    'Rapat [Kamis pekan lalu|DATE|2017-07-27] berakhir buntu.',
    'Surat dikirim [Senin lalu|DATE|2017-07-31] ke Dublin.',
    '[Rabu|DATE|2017-08-02], menteri menerima tamu.',
    'Pada [hari Senin|DATE|2017-07-31], menteri mengatakan ia akan memanggil Line.',
    'Ia tinggal di Pasar Minggu dan salat Jumat di kantor.',
  ],
  'clock times and parts of day': [
    'Rapat mulai [pukul 10.00 WIB|TIME|2017-08-02T10:00].',
    'Layanan pulih [Selasa (1/8/2017) pukul 21.30 WITA|TIME|2017-08-01T21:30].',
    'Gempa terjadi [Selasa (1/8/2017) dini hari|TIME|2017-08-01TMO] di laut.',
    'Ia tiba [Selasa (1/8/2017)|DATE|2017-08-01], [sekitar pukul 13.00|TIME|2017-08-01T13:00].',
    'Akses ditutup [jam 7 malam|TIME|2017-08-02T19:00] kemudian dibuka.',
    'Jumpa pers digelar [siang ini|TIME|2017-08-02TAF] di Gambir.',
    'Situs mati [tadi malam|TIME|2017-08-01TNI] selama gangguan.',
    'Laga digelar [malam ini pukul 19.30 WIB|TIME|2017-08-02T19:30] di Solo.',
    'Acara [Selasa malam jam 8|TIME|2017-08-01T20:00] ramai.',
    'Ia tiba [tadi malam (1/8)|TIME|2017-08-01TNI] di Jakarta.',
    'Kapal sandar [pukul 13.00|TIME|2017-08-02T13:00] waktu setempat.',
    'Buka [pukul 08.00|TIME|2017-08-02T08:00]-[16.00 WIB|TIME|2017-08-02T16:00] saja.',
    'Acara pada [pukul 09.00 WIB|TIME|2017-08-04T09:00], [Jumat (4/8)|DATE|2017-08-04], dibatalkan.',
    'Ledakan terjadi [Minggu malam (30/7/2017)|TIME|2017-07-30TNI] di pasar malam.',
  ],
  'relative days and references': [
    'Situs dibuka [kemarin|DATE|2017-08-01] dan [lusa|DATE|2017-08-04] ditutup lagi.',
    'Rilis [pekan depan|DATE|2017-W32], bukan [bulan ini|DATE|2017-08].',
    '[Saat ini|DATE|PRESENT_REF] tim bekerja; [nanti|DATE|FUTURE_REF] dilaporkan.',
    'Konferensi [baru-baru ini|DATE|PAST_REF] membahas hal itu.',
    'Ia datang [Senin (31/7/2017)|DATE|2017-07-31]. Pada [hari itu|DATE|2017-07-31] juga ia pulang.',
    'Ia datang [Senin (31/7/2017)|DATE|2017-07-31]. [Sehari kemudian|DATE|2017-08-01] ia pulang, [keesokan harinya|DATE|2017-08-02] kembali.',
    'Kantor akan dibuka dalam [waktu dekat|DATE|FUTURE_REF].',
    'Kantor akan dibuka dalam [waku dekat|DATE|FUTURE_REF].',
    'Ia membaca dulu suratnya lalu lebih dulu pulang.',
  ],
  'durations and counts': [
    'Selama [dua hari|DURATION|P2D] tim bekerja.',
    'Izin berlaku [1,5 tahun|DURATION|P1.5Y] saja.',
    'Menunggu [setengah hari|DURATION|PT12H] penuh.',
    'Diberi waktu [2x24 jam|DURATION|PT48H] untuk menjawab.',
    'Dalam [tujuh hari kerja|DURATION|P7D] jawaban tiba.',
    'Dalam [3 (tiga) bulan ke depan|DURATION|P3M] sistem pindah.',
    'Ia menunggu [belasan tahun|DURATION|PXY] dan [beberapa saat|DURATION|PXX].',
    'Mereka [berhari-hari|DURATION|PXD] tanpa listrik.',
    'Penumpang antre [lebih dari dua jam|DURATION|PT2H] di loket.',
    'Rapat [1 jam 30 menit|DURATION|PT1H30M] itu tertutup.',
    'Kejadian [tiga hari lalu|DATE|2017-07-30] diusut.',
    'Izin habis [dua bulan lagi|DATE|2017-10].',
    'Barang untuk hidup sehari-hari mahal.',
  ],
  sets: [
    'Laporan dikirim [setiap tiga bulan|SET|P3M] ke OJK.',
    'Rapat [tiap Senin|SET|XXXX-WXX-1] di kantor.',
    'Iuran dibayar [setahun sekali|SET|P1Y] oleh anggota.',
    'Posko buka [dua kali seminggu|SET|P1W], yakni [setiap Kamis|SET|XXXX-WXX-4] dan [Jumat|SET|XXXX-WXX-5].',
    'Loket buka [tiap Selasa|SET|XXXX-WXX-2], [pukul 09.00|TIME|XXXX-XX-XXT09:00]-[15.00|TIME|XXXX-XX-XXT15:00].',
    'Operator melapor [3 kali dalam setahun|SET|P1Y] kepada regulator.',
    'Setoran jatuh [tanggal 15 tiap bulan|SET|XXXX-XX-15] tanpa kecuali.',
    'Rapat rutin [setiap Senin|SET|XXXX-WXX-1]. [Jumat nanti|DATE|2017-08-04] kantor libur.',
  ],
  'named days': [
    ['Migrasi tuntas sebelum [Lebaran 2024|DATE|2024-04-10] tiba.', '2024-03-14'],
    ['Puncaknya [Hari Raya Idul Adha 1446 H|DATE|2025-06-06] di Mina.', '2025-05-20'],
    ['Libur [Natal 2025|DATE|2025-12-25] diperpanjang.', '2025-10-01'],
    ['Lomba [HUT ke-80 RI|DATE|2025-08-17] digelar.', '2025-08-01'],
    ['Menjelang [Nyepi|DATE|2026-03-19] akses internet dibatasi.', '2026-03-01'],
    ['Libur [Tahun Baru Islam 1447 Hijriah|DATE|2025-06-27] ditetapkan.', '2025-06-20'],
    ['Takjil [Ramadan 2025|DATE|2025-03-01] laris.', '2025-03-10'],
  ],
  'what is not time': [
    'Undang-Undang Nomor 11 Tahun 2008 diubah dengan UU 19 Tahun 2016.',
    'Pesawat QZ8501 dan B737 membawa 162 orang.',
    'Harganya Rp 2.017.000 per unit, turun dari Rp 1.998.',
    'Universitas Sebelas Maret menerima Raja Juli Antoni.',
    'Pilot itu punya 6.053 jam terbang.',
    'Mantan Ketua MK Juni Prasetyo dan Ramadhan Sananta hadir.',
    'Penumpang penerbangan GA 2025 menunggu pesawat JT 2030.',
    'Skor akhir 2-1 dan 3/4 suara menolak.',
    'Pelaku diancam pidana penjara paling lama lima tahun.',
    'Sebanyak 2017 orang mendaftar di Jalan 17 Agustus.',
    'Warga mengeluhkan jam malam di Pasar Senin.',
  ],
};

describe.each(Object.entries(CASES))('%s', (_kind, cases) => {
  test.each(cases.map((c) => (typeof c === 'string' ? ([c, REF] as const) : c)))('%s', (sentence, published) => {
    expectTimexes(sentence, published);
  });
});

test('a printed weekday that contradicts its date is noted, and the numerals win', () => {
  const [found] = findTimexes('Sidang digelar Senin (2/8/2017).', { published: REF });
  expect(found).toMatchObject({ value: '2017-08-02', rule: 'weekday-date-clash' });
  expect(found!.note).toContain('numerals win');
});

test('every expression names its rule', () => {
  const found = findTimexes('Besok, 5 Mei 2025, pukul 10.00, dua hari lagi, tiap Senin, akhir tahun.', {
    published: REF,
  });
  expect(found.map((x) => x.rule)).toEqual(['tomorrow', 'date-written', 'clock', 'ahead', 'set', 'akhir-year']);
});

test('without a day of publication what is relative keeps its unknown parts', () => {
  expectTimexes('Hujan turun sejak [2 Mei 2025|DATE|2025-05-02] dan [Senin|DATE|XXXX-WXX-1].', null);
  const [tomorrow] = findTimexes('besok', { published: null });
  expect(tomorrow!.value).toBe('XXXX-XX-XX');
});

test('a month after a year in the same sentence takes that year', () => {
  expectTimexes('Diharapkan [2019|DATE|2019], tepatnya [Februari|DATE|2019-02], sudah siap.', REF);
});

test("a photo caption's date does not move the story's day", () => {
  expectTimexes(
    'Ia tiba [Senin (31/7/2017)|DATE|2017-07-31].\n\nFOTO KITA / ADE BUDI Suasana pasar, [Rabu (2/8/2017)|DATE|2017-08-02].\n\nKetika [malam|TIME|2017-07-31TNI] tiba, ia pergi.',
    REF,
  );
});

test('publication in another zone counts as the day in Jakarta', () => {
  const [found] = findTimexes('hari ini', { published: '2017-08-01T20:00:00Z' });
  expect(found!.value).toBe('2017-08-02');
});
