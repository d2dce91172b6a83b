import { describe, expect, test } from 'vitest';
import { extract } from '../../../lambda/extract/extract.ts';

describe('what is ordered or agreed', () => {
  const first = (text: string) => {
    const [one] = extract({ text, published: '2025-06-12' }).commitments;
    return [one?.type, one?.obligor.text, one?.speaker?.text, one?.deadline?.due];
  };

  test.each([
    [
      'by a decision that lays a duty on another',
      'KPPU memutuskan bahwa Google harus membuka sistem pembayaran lain.',
      ['obligation', 'Google', 'KPPU', undefined],
    ],
    [
      'by a court, within days',
      'Pengadilan Niaga Surabaya mengabulkan gugatan itu. Tokopedia dihukum membayar ganti rugi dalam 21 hari.',
      ['obligation', 'Tokopedia', 'Pengadilan Niaga Surabaya', '2025-07-03'],
    ],
    [
      'by what an authority did in the sentence before',
      'Komdigi menerbitkan surat peringatan kedua. Telegram diwajibkan menutup kanal itu dalam tiga hari.',
      ['obligation', 'Telegram', 'Komdigi', '2025-06-15'],
    ],
    [
      'in a letter',
      'Kementerian Koperasi menyurati Telkomsel agar mengembalikan dana itu paling lambat 1 Juli.',
      ['obligation', 'Telkomsel', 'Kementerian Koperasi', '2025-07-01'],
    ],
    [
      'who is yet to write such a letter pledges it',
      'Dewan Pers akan menyurati Komdigi pekan depan untuk menolak usulan itu.',
      ['pledge', 'Dewan Pers', undefined, '2025-06-22'],
    ],
    [
      'behind an inset, of others',
      'Kementerian Kesehatan, usai memeriksa laporan warga, meminta kepada Halodoc supaya menghapus iklan itu sampai 31 Juli 2025.',
      ['obligation', 'Halodoc', 'Kementerian Kesehatan', '2025-07-31'],
    ],
    [
      'with what for in front of those who are given the time',
      'Untuk melunasi denda itu, Google diberi waktu oleh KPPU hingga 30 Juli 2025.',
      ['obligation', 'Google', 'KPPU', '2025-07-30'],
    ],
    [
      'by a day behind what is set in between commas',
      'Kominfo mewajibkan Netflix membuka kantor, dengan pegawai tetap, paling lambat 1 Juli 2025.',
      ['obligation', 'Netflix', 'Kominfo', '2025-07-01'],
    ],
    [
      'of whom the sentence says it is told',
      '"Kami perintahkan menghapus iklan itu bulan depan," ucap Kepala BPOM Taruna Ikrar soal Shopee.',
      ['obligation', 'Shopee', 'Taruna Ikrar', '2025-07-31'],
    ],
    [
      'what has been agreed is an agreement, though only one acts',
      'Google akan membuka datanya pada Agustus 2025, sebagaimana disepakati bersama Dewan Pers.',
      ['agreement', 'Google', undefined, '2025-08-31'],
    ],
    [
      'what is announced, on the word of who announced it',
      'Sesuai jadwal yang diumumkan Telkomsel di lamannya, jaringan 3G akan dimatikan pada 24 Juni 2025.',
      ['pledge', 'Telkomsel', 'Telkomsel', '2025-06-24'],
    ],
    [
      'what is said in a statement, on the word of whose it is',
      '"Kami akan mengganti rugi seluruh pelanggan bulan depan," demikian keterangan resmi Indodax.',
      ['pledge', 'Indodax', 'Indodax', '2025-07-31'],
    ],
    [
      'what is said of a name between commas keeps its own day',
      'Telkomsel, yang berencana menutup gerai itu pada akhir Agustus 2025, menggelar rapat pada Kamis (12/6/2025).',
      ['pledge', 'Telkomsel', undefined, '2025-08-31'],
    ],
    [
      'a count from a day to come, at the head of its sentence',
      'Sehari setelah rapat umum pada 25 Juni 2025, Telkomsel akan menutup gerai itu.',
      ['pledge', 'Telkomsel', undefined, '2025-06-26'],
    ],
  ])('%s', (_, text, expected) => {
    expect(first(text)).toEqual(expected);
  });
});

describe('two acts of one sentence', () => {
  const acts = (text: string) =>
    extract({ text, published: '2025-06-12' }).commitments.map(({ type, obligor, action, deadline }) => [
      type,
      obligor.text,
      action.text,
      deadline?.due,
    ]);

  test.each([
    [
      'each with a marker and a day',
      'Apple berjanji membangun pusat riset pada September 2025 dan akan menyerahkan dokumennya bulan depan.',
      [
        ['pledge', 'Apple', 'membangun pusat riset pada September 2025', '2025-09-30'],
        ['pledge', 'Apple', 'menyerahkan dokumennya bulan depan', '2025-07-31'],
      ],
    ],
    [
      'of one marker, each with its day',
      'KPPU memerintahkan Google membayar denda bulan ini dan membuka sistemnya pada Agustus.',
      [
        ['obligation', 'Google', 'membayar denda bulan ini', '2025-06-30'],
        ['obligation', 'Google', 'membuka sistemnya pada Agustus', '2025-08-31'],
      ],
    ],
    [
      'the first keeps its own day where the second is only said',
      'OJK akan memeriksa Akseleran pekan depan, lalu mengumumkan hasilnya pada 15 Juli.',
      [['pledge', 'OJK', 'memeriksa Akseleran pekan depan', '2025-06-22']],
    ],
    [
      'of a last day, who is to do the deed is named behind it',
      'Tenggat pembayaran denda bagi Google jatuh pada 1 September 2025, sebagaimana tertulis dalam surat perintah KPPU.',
      [['obligation', 'Google', 'pembayaran denda bagi Google', '2025-09-01']],
    ],
    [
      'who has a last day is bound',
      'Google memiliki tenggat hingga 1 September 2025 untuk membayar denda.',
      [['obligation', 'Google', 'membayar denda', '2025-09-01']],
    ],
    [
      'what is ordered behind a colon',
      'Menkomdigi mengultimatum Telegram: tutup kanal judi itu dalam tiga hari.',
      [['obligation', 'Telegram', 'tutup kanal judi itu dalam tiga hari', '2025-06-15']],
    ],
  ])('%s', (_, text, expected) => {
    expect(acts(text)).toEqual(expected);
  });
});

describe('what is to be done', () => {
  const acts = (text: string) =>
    extract({ text, published: '2025-06-12' }).commitments.map(({ action, obligors }) => [
      action.text,
      obligors.map((ref) => ref.text).join(),
    ]);

  test.each([
    [
      'is what two agree on, without whom they agree with',
      'Gojek sepakat dengan KPPU untuk menurunkan tarif paling lambat Juli 2025.',
      ['menurunkan tarif paling lambat Juli 2025', 'Gojek'],
    ],
    [
      'stands before those who are given time for it',
      'Adapun untuk menghapus iklan rokok, Gojek dan Grab masih punya waktu sampai 1 Juli.',
      ['menghapus iklan rokok', 'Gojek,Grab'],
    ],
    [
      'is of all who are named between commas',
      'Dua aplikasi, Gojek dan Grab, akan menutup layanan pada 1 Juli 2025.',
      ['menutup layanan pada 1 Juli 2025', 'Gojek,Grab'],
    ],
    [
      'may be promised by a company that is called as a tale is',
      'Pemimpin Redaksi Narasi mengatakan perusahaannya akan melaporkan serangan itu ke polisi pekan ini.',
      ['melaporkan serangan itu ke polisi pekan ini', 'Narasi'],
    ],
  ])('%s', (_, text, expected) => {
    expect(acts(text)).toEqual([expected]);
  });

  test('is not joined with what is threatened if it is not', () => {
    const text =
      'Kementerian Perhubungan akan mengaudit sistem Garuda pada akhir Juli 2025. "Kalau kekacauan ini terulang, izin sebagian rute Garuda kami bekukan," kata Menteri Perhubungan Dudy Purwagandhi.';
    expect(extract({ text, published: '2025-06-12' }).commitments.map(({ type }) => type)).toEqual([
      'pledge',
      'sanction',
    ]);
  });
});
