import { expect, test } from 'vitest';
import { type FollowArticle, followRows, ledgerRows } from '../../lambda/ledger/follow.ts';

const STATING: FollowArticle = {
  id: 'a1',
  url: 'https://satu.example/a1',
  outlet: 'satu',
  published: '2017-08-02T11:00:00+07:00',
  title: 'Kominfo Bertemu Telegram, Twitter Menyusul',
  text: [
    'Jakarta - Kementerian Komunikasi dan Informatika (Kominfo) telah bertemu dengan CEO Telegram Pavel Durov di Jakarta, Selasa (1/8/2017).',
    'Pertemuan itu membahas penanganan konten radikal yang beredar di platform media sosial dan layanan pesan.',
    'Kominfo juga berencana bertemu dengan Twitter dan Line untuk membahas hal yang sama.',
  ].join('\n'),
};
const AT = ['2017-09-01T12:00:00+07:00'];
const outcomesOf = (articles: FollowArticle[]) =>
  followRows(articles, AT).map(({ action, outcomes, statusAt, sources }) => ({
    action: action.split(' ').slice(0, 3).join(' '),
    outcomes: outcomes.length,
    status: statusAt[0]?.status,
    sources,
  }));

test('what is told as done in the article that promises, or in a copy of it, fulfils nothing', () => {
  const copy = {
    ...STATING,
    id: 'a2',
    url: 'https://dua.example/a2',
    outlet: 'dua',
    published: '2017-08-02T12:00:00+07:00',
  };
  const expected = [{ action: 'bertemu dengan Twitter', outcomes: 0, status: 'undated', sources: 1 }];
  expect(outcomesOf([STATING])).toEqual(expected);
  expect(outcomesOf([STATING, copy])).toEqual(expected);
});

test('the same act done to somebody else is no fulfilment', () => {
  const later = {
    ...STATING,
    id: 'a3',
    url: 'https://tiga.example/a3',
    outlet: 'tiga',
    published: '2017-08-08T09:00:00+07:00',
    title: 'Kominfo Temui Facebook',
    text: 'Jakarta - Kementerian Komunikasi dan Informatika (Kominfo) telah bertemu dengan Facebook di kantornya, Senin (7/8/2017). Keduanya sepakat bertukar kontak petugas.',
  };
  expect(outcomesOf([STATING, later])[0]).toMatchObject({ outcomes: 0, status: 'undated' });
});

test('the act done to those whom the promise names fulfils it', () => {
  const later = {
    ...STATING,
    id: 'a4',
    url: 'https://empat.example/a4',
    outlet: 'empat',
    published: '2017-08-08T09:00:00+07:00',
    title: 'Kominfo Temui Twitter dan Line',
    text: 'Jakarta - Kementerian Komunikasi dan Informatika (Kominfo) telah bertemu dengan Twitter dan Line di kantornya, Senin (7/8/2017).',
  };
  expect(outcomesOf([STATING, later])[0]).toMatchObject({ outcomes: 1, status: 'fulfilled' });
});

test('a pile is kept whole, also what the growing ledger leaves out', () => {
  const pile = {
    ...STATING,
    id: 'a5',
    url: 'https://lima.example/a5',
    outlet: 'lima',
    title: 'Bank Daerah Pulihkan Transfer',
    text: 'Jakarta - Bank Arta Daerah akan memulihkan layanan transfer ke bank lain paling lambat 15 Agustus 2017, kata gubernur.',
  };
  expect(ledgerRows([pile], AT)).toEqual([]);
  expect(followRows([pile], AT).map(({ deadlines }) => deadlines.map(({ due }) => due))).toEqual([['2017-08-15']]);
});

type Piece = readonly [day: string, text: string];

/** Statuses of the promises of some short articles of one noon each, at that of a day. */
function statusesOf(pieces: readonly Piece[], day: string): (string | undefined)[] {
  const articles = pieces.map(([published, text], i): FollowArticle => {
    const [title = ''] = text.split('.');
    return { id: `p${i}`, url: `https://o${i}.example/p`, outlet: `o${i}`, published: noonOf(published), title, text };
  });
  return followRows(articles, [noonOf(day)]).map(({ statusAt }) => statusAt[0]?.status);
}
const noonOf = (day: string): string => `${day}T12:00:00+07:00`;

/** What its first articles, so many of them, make of the one promise at a day. */
type Then = readonly [articles: number, day: string, status: string];

test.each<[what: string, pieces: readonly Piece[], then: readonly Then[]]>([
  [
    'who promised to cancel a thing has done it by cancelling, and has not taken the promise back',
    [
      [
        '2019-11-14',
        'Jakarta - Hendrikus Passagi dari OJK menyatakan Otoritas Jasa Keuangan (OJK) akan membatalkan tanda bukti terdaftar penyelenggara yang tidak tersambung ke pusat data.',
      ],
      [
        '2020-02-05',
        'Jakarta - Otoritas Jasa Keuangan (OJK) membatalkan tanda bukti terdaftar empat penyelenggara yang tidak tersambung ke pusat data.',
      ],
    ],
    [[2, '2020-02-10', 'fulfilled']],
  ],
  [
    'who is bound by another does not end the duty by saying that he cannot meet it',
    [
      [
        '2020-04-08',
        'Jakarta - Badan Perlindungan Konsumen Nasional (BPKN) mewajibkan HOOQ mengembalikan sisa uang langganan kepada pelanggan paling lambat 30 April 2020.',
      ],
      [
        '2020-04-17',
        'Jakarta - Kabar buruk bagi pelanggan. "Pengembalian uang langganan tidak bisa kami penuhi," kata Country Head HOOQ Indonesia Guntur Siboro, Jumat (17/4/2020).',
      ],
    ],
    [[2, '2020-05-10', 'overdue']],
  ],
  [
    'of three who are told to do a thing two have done a part of it, until the third has',
    [
      [
        '2020-08-26',
        'Jakarta - Bank Indonesia (BI) meminta Tokopedia, Bukalapak, dan Shopee menurunkan iklan penjualan uang itu paling lambat 15 September 2020.',
      ],
      [
        '2020-08-30',
        'Jakarta - Tokopedia dan Bukalapak sudah menurunkan iklan penjualan uang itu, Minggu (30/8/2020).',
      ],
      ['2020-09-05', 'Jakarta - Shopee sudah menurunkan iklan penjualan uang itu, Sabtu (5/9/2020).'],
    ],
    [
      [2, '2020-09-10', 'partly_fulfilled'],
      [3, '2020-09-10', 'fulfilled'],
    ],
  ],
  [
    'of three who are told to do a thing, those named before the one who has not have done their part',
    [
      [
        '2025-07-18',
        'Jakarta - Badan Pengawas Obat dan Makanan (BPOM) meminta Shopee, Tokopedia, dan Lazada menurunkan tautan penjualan suplemen itu paling lambat 25 Juli 2025.',
      ],
      [
        '2025-07-24',
        'Jakarta - Shopee dan Tokopedia sudah menurunkan tautan penjualan suplemen itu, sedangkan di Lazada masih tersisa 61 tautan.',
      ],
      ['2025-07-25', 'Jakarta - Lazada sudah menurunkan tautan penjualan suplemen itu, Jumat (25/7/2025).'],
    ],
    [
      [2, '2025-07-25', 'partly_fulfilled'],
      [3, '2025-07-28', 'fulfilled'],
    ],
  ],
  [
    'what was never to be done and still is, is broken',
    [
      ['2019-01-20', 'Jakarta - Grab berjanji tidak akan memungut denda pembatalan di luar Lampung.'],
      ['2019-02-05', 'Jakarta - Grab ternyata masih memungut denda pembatalan di luar Lampung.'],
    ],
    [[2, '2019-02-10', 'broken']],
  ],
  [
    'a demand for an earlier day than was planned moves it, and takes nothing back',
    [
      [
        '2025-07-14',
        'Jakarta - Kementerian Perdagangan (Kemendag) meminta ritel modern menarik beras yang tidak sesuai label dari rak paling lambat 31 Juli 2025.',
      ],
      [
        '2025-07-17',
        'Jakarta - Ritel modern wajib menarik beras tidak sesuai label dari rak paling lambat 25 Juli 2025, lebih awal dari rencana sebelumnya akhir Juli, kata Kementerian Perdagangan (Kemendag).',
      ],
    ],
    [[2, '2025-07-28', 'overdue']],
  ],
  [
    'what two are told to have handed over together is whole',
    [
      [
        '2019-05-03',
        'Jakarta - Kementerian Komunikasi dan Informatika (Kominfo) meminta Garena dan Zepetto menyampaikan penjelasan tertulis paling lambat 14 Mei 2019.',
      ],
      [
        '2019-05-13',
        'Jakarta - Kementerian Komunikasi dan Informatika (Kominfo) telah menerima penjelasan tertulis Garena dan Zepetto, Senin (13/5/2019).',
      ],
    ],
    [[2, '2019-05-20', 'fulfilled']],
  ],
  [
    'what an article says not to be done there is not done, whatever else it tells',
    [
      [
        '2022-10-11',
        'Jakarta - BPKN meminta Traveloka membuka posko pengaduan pelanggan paling lambat 20 Oktober 2022.',
      ],
      [
        '2022-10-19',
        'Jakarta - "Kami tidak membuka posko pengaduan karena pusat bantuan sudah melayani pelanggan 24 jam," ujar juru bicara Traveloka, Rabu (19/10/2022).',
      ],
    ],
    [[2, '2022-10-24', 'overdue']],
  ],
  [
    'what has not been managed is not done',
    [
      ['2021-04-06', 'Kupang - Telkomsel akan menyalakan kembali seluruh BTS di Kupang paling lambat 13 April 2021.'],
      ['2021-04-14', 'Kupang - Telkomsel belum berhasil menyalakan kembali seluruh BTS di Kupang.'],
    ],
    [[2, '2021-04-20', 'overdue']],
  ],
  [
    'whose orders were cancelled says whom it is about, and takes nothing back',
    [
      [
        '2022-09-07',
        'Jakarta - HappyFresh akan mengembalikan uang konsumen yang pesanannya batal paling lambat 27 September 2022.',
      ],
      ['2022-09-12', 'Jakarta - BPKN menerima 112 laporan konsumen HappyFresh yang pesanannya dibatalkan.'],
    ],
    [[2, '2022-09-25', 'due_soon']],
  ],
  [
    'so many of so many are not the one that promised by name',
    [
      [
        '2023-10-16',
        'Jakarta - PT BNI Life Insurance akan menyerahkan rencana pemisahan unit syariah kepada OJK paling lambat 30 November 2023.',
      ],
      [
        '2023-11-20',
        'Jakarta - Baru 11 dari 42 perusahaan yang menyerahkan rencana pemisahan unit syariah kepada OJK.',
      ],
    ],
    [[2, '2023-11-27', 'due_soon']],
  ],
  [
    'what so many others of all of a kind have done is a part',
    [
      [
        '2025-12-12',
        'Jakarta - Eksportir emas wajib menyerahkan data stok kepada Bea Cukai paling lambat 22 Desember 2025.',
      ],
      [
        '2025-12-20',
        'Jakarta - Dua eksportir emas lain sudah menyerahkan data stok kepada Bea Cukai, Sabtu (20/12/2025).',
      ],
    ],
    [[2, '2025-12-21', 'partly_fulfilled']],
  ],
  [
    'fewer than were promised are a part, also where the number is a word',
    [
      [
        '2018-08-07',
        'Mataram - Telkomsel akan mengirim sepuluh BTS bergerak ke Lombok Utara paling lambat 12 Agustus 2018.',
      ],
      ['2018-08-11', 'Mataram - Telkomsel sudah mengirim enam BTS bergerak ke Lombok Utara, Sabtu (11/8/2018).'],
    ],
    [[2, '2018-08-12', 'partly_fulfilled']],
  ],
  [
    'what was promised to be finished by then, and is not, is not finished',
    [
      [
        '2016-06-01',
        'Jakarta - Kementerian Perhubungan akan menyelesaikan kajian skema kerja sama itu paling lambat 30 Juni 2016.',
      ],
      [
        '2016-09-29',
        'Jakarta - Kajian Kementerian Perhubungan atas skema kerja sama yang dijanjikan selesai akhir Juni belum juga rampung.',
      ],
    ],
    [[2, '2016-10-05', 'overdue']],
  ],
  [
    'the day that says which ones are meant is not that of the deed',
    [
      [
        '2019-03-19',
        'Jakarta - Bukalapak akan mengatur ulang kata sandi akun yang dibuat sebelum 2018 paling lambat 31 Maret 2019.',
      ],
      ['2019-03-29', 'Jakarta - Bukalapak sudah mengatur ulang kata sandi akun yang dibuat sebelum 2018.'],
    ],
    [[2, '2019-04-05', 'fulfilled']],
  ],
  [
    'who says himself that the promise is not met has broken it',
    [
      [
        '2018-05-21',
        'Jakarta - Trans Media berjanji akan menyiarkan seluruh 64 pertandingan secara gratis hingga 15 Juli 2018.',
      ],
      [
        '2018-06-29',
        'Jakarta - Direktur Utama Trans Media minta maaf karena janji menyiarkan seluruh 64 pertandingan tidak terpenuhi.',
      ],
    ],
    [[2, '2018-06-30', 'broken']],
  ],
  [
    'what not all of those bound have done is a part',
    [
      [
        '2025-03-06',
        'Jakarta - Bank Indonesia (BI) mewajibkan bank umum membuka loket penukaran uang paling lambat 17 Maret 2025.',
      ],
      [
        '2025-03-14',
        'Jakarta - Tidak semua bank umum sudah membuka loket penukaran uang, kata Bank Indonesia (BI), Jumat (14/3/2025).',
      ],
    ],
    [[2, '2025-03-15', 'partly_fulfilled']],
  ],
  [
    'so many hundredths of what was to be recalled are no recall of all',
    [
      [
        '2022-10-20',
        'Jakarta - Badan Pengawas Obat dan Makanan (BPOM) memerintahkan PT Yarindo Farmatama menarik obat sirop itu dari apotek paling lambat 25 Oktober 2022.',
      ],
      [
        '2022-10-27',
        'Jakarta - Penarikan obat sirop PT Yarindo Farmatama dari apotek belum selesai. "Kira-kira baru 60 persen yang ditarik," kata Kepala BPOM Penny K Lukito, Kamis (27/10/2022).',
      ],
    ],
    [[2, '2022-10-29', 'overdue']],
  ],
  [
    'who has not asked another to take a thing back takes nothing back',
    [
      [
        '2017-01-10',
        'Jakarta - Asosiasi Kartu Kredit Indonesia (AKKI) akan menyerahkan kajian bunga kepada Bank Indonesia (BI) paling lambat 28 Februari 2017.',
      ],
      ['2017-02-20', 'Jakarta - AKKI tidak meminta Bank Indonesia (BI) membatalkan aturan bunga itu.'],
    ],
    [[2, '2017-02-25', 'due_soon']],
  ],
  [
    'a building that stands is not what was to run in it',
    [
      [
        '2024-06-26',
        'Jakarta - Kementerian Komunikasi dan Informatika (Kominfo) menargetkan PDN Cikarang beroperasi pada Agustus 2024.',
      ],
      [
        '2024-08-20',
        'Jakarta - Pembangunan gedung PDN Cikarang dinyatakan selesai, kata Kementerian Komunikasi dan Informatika (Kominfo).',
      ],
    ],
    [[2, '2024-09-05', 'overdue']],
  ],
  [
    'what is called off in the passive is taken back',
    [
      [
        '2021-04-29',
        'Medan - PT Kimia Farma akan memberi tes PCR gratis kepada penumpang Kualanamu paling lambat 13 Mei 2021.',
      ],
      ['2021-06-08', 'Jakarta - Adapun tes PCR gratis bagi penumpang Kualanamu dibatalkan Kimia Farma.'],
    ],
    [[2, '2021-06-10', 'withdrawn']],
  ],
  [
    'who takes back an agreement to stop a thing does not stop it',
    [
      [
        '2019-10-28',
        'Jakarta - Badan Koordinasi Penanaman Modal (BKPM) dan Asosiasi Penambang Nikel Indonesia (APNI) sepakat menghentikan ekspor bijih nikel mulai Selasa (29/10/2019).',
      ],
      [
        '2019-11-12',
        'Jakarta - Kepala Badan Koordinasi Penanaman Modal (BKPM) Bahlil Lahadalia mencabut kesepakatan penghentian ekspor bijih nikel yang dibuat dengan asosiasi pada Oktober.',
      ],
    ],
    [[2, '2019-11-14', 'withdrawn']],
  ],
  [
    'what came so many days after its day came',
    [
      [
        '2024-05-02',
        'Kudus - Lembaga Penjamin Simpanan (LPS) akan membayar simpanan nasabah BPRS Saka Dana Mulia paling lambat 20 Mei 2024.',
      ],
      [
        '2024-05-28',
        'Kudus - Lembaga Penjamin Simpanan (LPS) membayar simpanan nasabah BPRS Saka Dana Mulia, Senin (27/5/2024). Pembayaran itu mundur sepekan dari yang dijanjikan, yakni 20 Mei.',
      ],
    ],
    [[2, '2024-05-30', 'fulfilled_late']],
  ],
  [
    'what an authority does to those who have not done their duty does not fulfil it',
    [
      [
        '2023-09-05',
        'Bandung - Pemerintah Kota Bandung mewajibkan operator telekomunikasi menurunkan kabel udara di Jalan Dago paling lambat 31 Oktober 2023.',
      ],
      [
        '2023-11-02',
        'Bandung - Pemerintah Kota Bandung memotong kabel udara yang tersisa di Jalan Dago pada Rabu (1/11). Sebanyak 14 operator telekomunikasi belum menurunkan kabelnya sampai tenggat 31 Oktober terlewati.',
      ],
    ],
    [[2, '2023-11-05', 'overdue']],
  ],
  [
    'what is to be destroyed once it is recalled has another end than the recall',
    [
      [
        '2026-01-14',
        'Jakarta - Badan Pengawas Obat dan Makanan (BPOM) memerintahkan PT Nestlé Indonesia menarik seluruh susu bets itu dari pasaran paling lambat 26 Januari 2026.',
      ],
      [
        '2026-01-20',
        'Jakarta - Badan Pengawas Obat dan Makanan (BPOM) menerima bukti pemusnahan susu yang sudah ditarik PT Nestlé Indonesia dari gudang Cikarang.',
      ],
    ],
    [[2, '2026-01-28', 'overdue']],
  ],
  [
    'who admits that a thing is late has not done it',
    [
      [
        '2024-06-03',
        'Jakarta - BPJS Kesehatan akan menempatkan petugas di seluruh satpas lokasi uji coba sebelum 1 Juli 2024.',
      ],
      [
        '2024-07-02',
        'Jakarta - Petugas BPJS Kesehatan baru ada di empat satpas. BPJS Kesehatan mengakui penempatan petugasnya terlambat.',
      ],
    ],
    [[2, '2024-07-05', 'overdue']],
  ],
  [
    'what is told to be done on the last day is in time, whenever it is told',
    [
      [
        '2015-11-25',
        'Jakarta - Badan Pengawas Obat dan Makanan (BPOM) meminta Solaria menarik bumbu itu dari seluruh gerainya paling lambat 30 November 2015.',
      ],
      [
        '2015-12-02',
        'Jakarta - Solaria menuntaskan penarikan bumbu itu dari seluruh gerainya. "Solaria sudah menarik bumbu itu pada hari terakhir tenggat," kata Kepala BPOM Roy Sparringa, Rabu (2/12/2015).',
      ],
    ],
    [[2, '2015-12-05', 'fulfilled']],
  ],
  [
    'so many, far from what was promised, are a part',
    [
      [
        '2024-01-03',
        'Jakarta - Kementerian Kesehatan (Kemenkes) menargetkan vaksin berbayar tersedia di 200 rumah sakit paling lambat 31 Januari 2024.',
      ],
      [
        '2024-02-05',
        'Jakarta - Vaksin berbayar baru tersedia di 63 rumah sakit, jauh dari target Kemenkes sebanyak 200 rumah sakit.',
      ],
    ],
    [[2, '2024-02-10', 'overdue']],
  ],
  [
    'what was to stop for some days had stopped by the day before it went on',
    [
      [
        '2018-11-14',
        'Jakarta - Komisi Penyiaran Indonesia (KPI) mewajibkan Trans TV menghentikan penayangan program itu selama tiga hari, yaitu 19 hingga 21 November 2018.',
      ],
      [
        '2018-11-22',
        'Jakarta - Program itu kembali mengudara di Trans TV pada Kamis (22/11) setelah tiga hari menghilang dari layar, kata Komisi Penyiaran Indonesia (KPI).',
      ],
    ],
    [[2, '2018-11-23', 'fulfilled']],
  ],
  [
    "a day without its year, retold once it is past, is that day and not the next year's",
    [
      [
        '2021-04-06',
        'Jakarta - Bareskrim Polri akan mengumumkan penyebab kebakaran Kilang Balongan pada akhir April 2021.',
      ],
      [
        '2021-06-15',
        'Jakarta - Walhi menagih Bareskrim Polri yang berjanji mengumumkan penyebab kebakaran Kilang Balongan pada akhir April.',
      ],
    ],
    [[2, '2021-06-20', 'overdue']],
  ],
  [
    'of two who are told to do a thing the one of whom it is told that it still goes on has not done it',
    [
      [
        '2021-09-15',
        'Jakarta - Bappebti meminta Google dan Facebook menghapus iklan OctaFX paling lambat 22 September 2021.',
      ],
      [
        '2021-09-20',
        'Jakarta - Facebook sudah menghapus iklan OctaFX sejak 18 September, sedangkan iklan di layanan Google masih bermunculan.',
      ],
    ],
    [[2, '2021-09-21', 'partly_fulfilled']],
  ],
  [
    'what somebody says of it right before is what is denied',
    [
      [
        '2018-01-15',
        'Jakarta - Bursa Efek Indonesia (BEI) akan menanggung biaya pengobatan korban sampai 15 Februari 2018.',
      ],
      [
        '2018-02-20',
        'Jakarta - Bursa Efek Indonesia (BEI) menyatakan sudah menanggung biaya pengobatan seluruh korban. Pernyataan itu dibantah keluarga di Palembang.',
      ],
    ],
    [[2, '2018-02-22', 'disputed']],
  ],
  [
    'a promise to do it is of what the sentence before tells not to be done',
    [
      [
        '2024-11-04',
        'Jakarta - Google akan mengajukan permohonan sertifikat bagi ponsel Pixel paling lambat 31 Desember 2024.',
      ],
      [
        '2025-01-14',
        'Jakarta - Google belum juga memasukkan permohonan sertifikat untuk ponsel Pixel. Perusahaan itu kini berjanji mengajukannya paling lambat 28 Februari 2025.',
      ],
    ],
    [[2, '2025-01-20', 'open']],
  ],
  [
    'what is to stay until a day is not done before it',
    [
      ['2019-02-12', 'Jakarta - Solusi Bangun Indonesia akan tetap memakai merek Holcim sampai 31 Desember 2019.'],
      [
        '2019-05-20',
        'Jakarta - Solusi Bangun Indonesia sudah memakai merek Holcim di dua pabriknya, Senin (20/5/2019).',
      ],
    ],
    [[2, '2019-06-01', 'open']],
  ],
  [
    'what was promised not to be done is broken where it is found to be done still',
    [
      [
        '2024-02-05',
        'Jakarta - Lion Air berjanji tidak akan menugaskan pilot terbang lebih dari sembilan jam sehari mulai 1 Maret 2024.',
      ],
      [
        '2024-03-18',
        'Jakarta - Inspektur Kementerian Perhubungan menemukan Lion Air masih menugaskan pilot terbang lebih dari sembilan jam sehari, Senin (18/3/2024).',
      ],
    ],
    [[2, '2024-03-20', 'broken']],
  ],
  [
    'what somebody said last month that he would do by a day is retold, and no new day',
    [
      ['2024-05-10', 'Jakarta - Bank Mandiri akan membuka kembali layanan di Kudus paling lambat 20 Juni 2024.'],
      [
        '2024-06-24',
        'Jakarta - Layanan Bank Mandiri di Kudus belum dibuka. Bulan lalu Bank Mandiri berjanji membuka kembali layanan di Kudus paling lambat 21 Juni 2024.',
      ],
    ],
    [[2, '2024-06-25', 'overdue']],
  ],
  [
    'what was promised not to be done is broken by the same deed done to whom it was',
    [
      [
        '2025-02-11',
        'Jakarta - Direktorat Jenderal Pajak (DJP) tidak akan menerbitkan surat tagihan denda kepada pelaku UMKM yang masih memakai tarif lama.',
      ],
      [
        '2025-06-23',
        'Jakarta - Direktorat Jenderal Pajak (DJP) menerbitkan surat tagihan denda kepada 1.340 pelaku UMKM yang masih memakai tarif lama.',
      ],
    ],
    [[2, '2025-06-25', 'broken']],
  ],
  [
    'a duty asked for once more, to be done by then, is not told to be done',
    [
      [
        '2022-11-22',
        'Jakarta - Kementerian Ketenagakerjaan (Kemnaker) mewajibkan Ruangguru menyerahkan data karyawan kepada Kemnaker paling lambat 25 November 2022.',
      ],
      [
        '2022-12-02',
        'Jakarta - Data karyawan Ruangguru belum juga diserahkan. Kementerian Ketenagakerjaan (Kemnaker) meminta data karyawan itu sudah diserahkan Ruangguru paling lambat 9 Desember 2022.',
      ],
    ],
    [[2, '2022-12-05', 'due_soon']],
  ],
])('%s', (_what, pieces, then) => {
  for (const [articles, day, status] of then) expect(statusesOf(pieces.slice(0, articles), day)).toEqual([status]);
});

test.each([
  ['got ready for', 'Bank Kencana menyiapkan Rp 2 miliar untuk membayar denda keterlambatan, Kamis (26/6/2025).'],
  ['talked of', 'Bank Kencana membahas pembayaran denda keterlambatan dalam rapat, Kamis (26/6/2025).'],
  ['asked', 'Warga bertanya apakah Bank Kencana sudah membayar denda keterlambatan.'],
  ['hoped for', 'Ombudsman berharap Bank Kencana sudah membayar denda keterlambatan sebelum Agustus.'],
  ['wished for', '"Mudah-mudahan denda keterlambatan bisa dibayar Bank Kencana sesuai rencana," kata Seto.'],
  ['asked about', 'Sudahkah Bank Kencana membayar denda keterlambatan?'],
  [
    'due',
    'Hari ini, Senin (30/6/2025), merupakan batas terakhir bagi Bank Kencana untuk membayar denda keterlambatan.',
  ],
  ['led up to', 'Rapat terakhir menjelang pembayaran denda keterlambatan digelar Bank Kencana, Rabu (25/6/2025).'],
  ['paid for', 'Anggaran untuk membayar denda keterlambatan telah cair, sehingga Bank Kencana bisa segera bekerja.'],
  [
    'spoken of at a seminar',
    'Sebuah seminar tentang pembayaran denda keterlambatan digelar di Semarang, Senin (30/6/2025).',
  ],
  ['invited to', 'Surat undangan pembayaran denda keterlambatan mulai dikirim Bank Kencana, Selasa (24/6/2025).'],
  ['usual', 'Ekonom menilai pembayaran denda keterlambatan lazim dilakukan di banyak negara.'],
  ['done by another kind of body', 'Pemerintah Kabupaten Sleman membayar denda keterlambatan pada Jumat (27/6/2025).'],
  ['not seen to', 'PT Kayu Jati didenda karena lalai membayar denda keterlambatan, Jumat (27/6/2025).'],
  [
    'denied',
    'Bank Kencana menegaskan yang selesai Rabu (25/6/2025) bukan pembayaran denda keterlambatan, melainkan audit.',
  ],
  ['a condition', 'Jika Bank Kencana sudah membayar denda keterlambatan, warga akan berhenti berdemo.'],
])('what is %s is not done', (_what, told) => {
  const pieces: Piece[] = [
    ['2025-06-02', 'Jakarta - Bank Kencana akan membayar denda keterlambatan paling lambat 30 Juni 2025.'],
    ['2025-06-27', `Jakarta - ${told}`],
  ];
  expect(statusesOf(pieces, '2025-07-06')).toEqual(['overdue']);
});

test.each([
  [
    'by the one who is praised for it',
    'DPR mengapresiasi Bank Kencana yang telah membayar denda keterlambatan tepat waktu.',
    'fulfilled',
  ],
  [
    'as kept within its time',
    'BPK mengonfirmasi Bank Kencana telah memenuhi komitmennya untuk membayar denda keterlambatan dalam batas waktu yang dijanjikan.',
    'fulfilled',
  ],
  [
    'by the ones who say `kami`',
    'Denda keterlambatan sudah masuk kas negara. "Pembayaran denda itu kami tuntaskan tanggal 28 Juni," ujar Direktur Bank Kencana Hadi Wibowo.',
    'fulfilled',
  ],
  [
    'as why something else is off',
    'Unjuk rasa di depan kantor Bank Kencana dibatalkan karena denda keterlambatan sudah dibayar sejak Sabtu (28/6/2025).',
    'fulfilled',
  ],
  [
    'of what the sentence before names',
    'Pembayaran denda keterlambatan semula dijadwalkan akhir Juni. Bank Kencana sudah menuntaskannya pada Rabu (25/6/2025).',
    'fulfilled',
  ],
  [
    'as said of it',
    '"Itu sudah beres," ujar Direktur Bank Kencana Hadi Wibowo soal pembayaran denda keterlambatan, Rabu (2/7/2025).',
    'fulfilled_late',
  ],
  [
    'to have come before a month',
    '"Kalau soal pembayaran denda keterlambatan, itu sudah rampung sebelum Juli," kata Direktur Bank Kencana Hadi Wibowo.',
    'fulfilled',
  ],
  [
    'though it was doubted',
    'Meski sempat diragukan, Bank Kencana ternyata berhasil membayar denda keterlambatan pada 28 Juni lalu.',
    'fulfilled',
  ],
  [
    'by when it could at last be done',
    'Gagal memenuhi tenggat, Bank Kencana baru bisa membayar denda keterlambatan pada Rabu (2/7/2025).',
    'fulfilled_late',
  ],
  [
    'as called off by a noun',
    'Batalnya pembayaran denda keterlambatan dikonfirmasi Bank Kencana, Rabu (2/7/2025).',
    'withdrawn',
  ],
  [
    'as set anew without its name',
    'Pembayaran denda keterlambatan Bank Kencana meleset dari 30 Juni. Bank Kencana menjanjikan semuanya beres pada 12 Juli 2025.',
    'due_soon',
  ],
  [
    'as a postponement by a noun',
    'Bank Kencana mengumumkan penundaan pembayaran denda keterlambatan hingga 12 Juli 2025.',
    'due_soon',
  ],
  [
    'as a plan dropped',
    'Rencana pembayaran denda keterlambatan oleh Bank Kencana resmi dihentikan untuk seterusnya.',
    'withdrawn',
  ],
  [
    'as said and contradicted',
    'Bank Kencana menyatakan denda keterlambatan telah dibayar pada 30 Juni, tetapi warga membantahnya.',
    'disputed',
  ],
])('an end is told %s', (_how, told, status) => {
  const pieces: Piece[] = [
    ['2025-06-02', 'Jakarta - Bank Kencana akan membayar denda keterlambatan paling lambat 30 Juni 2025.'],
    ['2025-07-04', `Jakarta - ${told}`],
  ];
  expect(statusesOf(pieces, '2025-07-06')).toEqual([status]);
});
