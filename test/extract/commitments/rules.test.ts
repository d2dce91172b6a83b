import { describe, expect, test } from 'vitest';
import { extract } from '../../../lambda/extract/extract.ts';
import type { Mention } from '../../../lambda/extract/types.ts';

const PUBLISHED = '2025-06-18'; // a Wednesday
const found = (text: string): Mention[] => extract({ text, published: PUBLISHED }).commitments;

/** What a row expects of the one mention of its text. */
interface Expected {
  type: Mention['type'];
  obligor: string;
  action: string;
  due?: string;
  speaker?: string;
  rule?: string;
}

describe('a commitment is found by its construction', () => {
  test.each<[string, string, Expected]>([
    [
      'a ministry will do something by a month',
      'Kementerian Komunikasi dan Digital (Komdigi) akan menerbitkan peraturan menteri tentang penyelenggara gim pada Oktober 2025.',
      {
        type: 'pledge',
        obligor: 'Kementerian Komunikasi dan Digital (Komdigi)',
        action: 'menerbitkan',
        due: '2025-10-31',
      },
    ],
    [
      '`kami` is the side of the one who speaks',
      '"Kami akan membuka pusat data kedua di Batam tahun depan," kata Direktur Utama PT Nusa Awan Rina Hartono di Jakarta, Rabu (18/6/2025).',
      {
        type: 'pledge',
        obligor: 'PT Nusa Awan',
        action: 'membuka pusat data',
        due: '2026-12-31',
        speaker: 'Rina Hartono',
      },
    ],
    [
      'to announce a result by a day is to hand it over',
      '"Lemigas mengumumkan hasil uji awal dalam 15 hari kerja," kata Direktur Jenderal Minyak dan Gas Bumi Laode Sulaeman di Jakarta, Rabu (18/6/2025).',
      { type: 'pledge', obligor: 'Lemigas', action: 'mengumumkan hasil uji', due: '2025-07-10' },
    ],
    [
      'a share that somebody is to add is no rate',
      'Pertamina akan menambah pasokan solar 20 persen di Sumatera Barat dalam tiga hari, kata juru bicara Pertamina Roby Hervindo, Rabu (18/6/2025).',
      { type: 'pledge', obligor: 'Pertamina', action: 'menambah pasokan solar', due: '2025-06-21' },
    ],
    [
      'what is put off by so long is due when it then comes into force',
      'Kementerian Perhubungan (Kemenhub) memundurkan pembekuan izin layanan darat Lion Group selama 30 hari, sehingga baru berlaku mulai Jumat (18/7/2025).',
      {
        type: 'pledge',
        obligor: 'Kementerian Perhubungan (Kemenhub)',
        action: 'memundurkan pembekuan',
        due: '2025-07-18',
        rule: 'extend',
      },
    ],
    [
      'a count from what has not come about on the day named is not counted from that day',
      'BPJS Kesehatan akan mencabut ketiga peraturan itu dalam 14 hari setelah menerima salinan putusan, kata juru bicaranya, Rabu (18/6/2025). "Sampai siang ini salinannya belum kami terima," ujarnya.',
      { type: 'pledge', obligor: 'BPJS Kesehatan', action: 'mencabut ketiga peraturan', due: 'unanchored' },
    ],
    [
      'an authority requires a class',
      'Otoritas Jasa Keuangan (OJK) mewajibkan seluruh penyelenggara pinjaman daring menyerahkan laporan audit paling lambat 31 Juli 2025.',
      {
        type: 'obligation',
        obligor: 'seluruh penyelenggara',
        action: 'menyerahkan laporan audit',
        due: '2025-07-31',
        rule: 'order',
      },
    ],
    [
      'the day of what a noun is stands beside that of the act',
      'BPOM memerintahkan PT Dana Cepat menarik obat yang dibuat antara 13 Juni dan 23 November 2025 dari peredaran dalam tiga minggu.',
      { type: 'obligation', obligor: 'PT Dana Cepat', action: 'menarik obat', due: '2025-07-09' },
    ],
    [
      'time is given by who stands between',
      'Pedagang kripto diberi Kepala OJK Mahendra Siregar waktu tiga pekan, yakni sampai 9 Juli 2025, guna memindahkan asetnya.',
      { type: 'obligation', obligor: 'Pedagang kripto', action: 'memindahkan asetnya', due: '2025-07-09' },
    ],
    [
      'what is only for a while',
      'OJK akan membekukan izin sementara PT Dana Cepat pada Agustus 2025.',
      { type: 'pledge', obligor: 'OJK', action: 'membekukan izin sementara PT Dana Cepat', due: '2025-08-31' },
    ],
    [
      'the day on which it should have come is none',
      'Aturan yang mestinya terbit Juli 2025 itu ditargetkan OJK terbit Oktober 2025.',
      { type: 'pledge', obligor: 'OJK', action: 'terbit', due: '2025-10-31' },
    ],
    [
      'a day that a count comes to',
      'OJK meminta PT Dana Cepat mengembalikan dana nasabah dalam waktu sebulan, yakni sampai 17 Juli 2025.',
      { type: 'obligation', obligor: 'PT Dana Cepat', action: 'mengembalikan dana nasabah', due: '2025-07-17' },
    ],
    [
      'an authority asks a company',
      'OJK meminta PT Dana Cepat menghentikan penyaluran pinjaman baru mulai 1 Juli 2025.',
      { type: 'obligation', obligor: 'PT Dana Cepat', action: 'menghentikan', due: '2025-07-01', speaker: 'OJK' },
    ],
    [
      'the speaker acts where a condition is met, without any word for it',
      '"Kalau setelah tujuh hari tidak mendaftar, ya kita blokir," kata Direktur Jenderal Aplikasi Informatika Semuel Abrijani Pangerapan.',
      { type: 'sanction', obligor: 'Semuel', action: 'blokir' },
    ],
    [
      'more time is given to those who have not yet done it',
      'Menurut Kominfo, PSE asing yang belum mendaftar diberi tambahan waktu lima hari kerja, atau hingga Rabu (25/6/2025) pukul 23.59 WIB, untuk mendaftar.',
      { type: 'obligation', obligor: 'PSE', action: 'mendaftar', due: '2025-06-25', rule: 'time-given-passive' },
    ],
    [
      'a thing to be done is part of what is to be done',
      'Pusat data Google di Batam ditargetkan rampung pada November 2025, kata Menteri Komunikasi dan Digital Meutya Hafid.',
      { type: 'pledge', obligor: 'Google', action: 'Pusat data Google di Batam', due: '2025-11-30' },
    ],
    [
      'a duty within so many days, counted from what has no date here',
      'Komdigi menyatakan PT Nusa Awan wajib membayar biaya hak penggunaan frekuensi dalam 10 hari kerja sejak penetapan.',
      { type: 'obligation', obligor: 'PT Nusa Awan', action: 'membayar', due: 'unanchored' },
    ],
    [
      'a script that will be made',
      'Selain itu, Telegram akan membuat skrip penyaring untuk kanal-kanal publik.',
      { type: 'pledge', obligor: 'Telegram', action: 'membuat skrip' },
    ],
    [
      'a ban in other words',
      'PT Dana Cepat tidak diperkenankan menyalurkan pinjaman baru mulai 1 Juli 2025, kata OJK.',
      {
        type: 'obligation',
        obligor: 'PT Dana Cepat',
        action: 'menyalurkan pinjaman baru',
        due: '2025-07-01',
        rule: 'ban',
      },
    ],
    [
      'time is given',
      'TikTok diberi waktu tujuh hari untuk menghapus iklan rokok dari aplikasinya.',
      {
        type: 'obligation',
        obligor: 'TikTok',
        action: 'menghapus iklan rokok',
        due: '2025-06-25',
        rule: 'time-given-passive',
      },
    ],
    [
      'two agree',
      'Bank Indonesia dan Bank Negara Malaysia sepakat menghubungkan sistem pembayaran cepat kedua negara pada akhir 2026.',
      { type: 'agreement', obligor: 'Bank Indonesia', action: 'menghubungkan', due: '2026-12-31', rule: 'agree' },
    ],
    [
      'a promise not to do',
      'Google berjanji tidak akan menaikkan biaya layanan di Indonesia hingga akhir tahun ini.',
      { type: 'pledge', obligor: 'Google', action: 'menaikkan biaya layanan', due: '2025-12-31', rule: 'promise' },
    ],
    [
      'a measured target',
      'Komdigi menargetkan 1.000 desa terhubung internet cepat pada akhir 2025.',
      { type: 'pledge', obligor: 'Komdigi', action: '1.000 desa', due: '2025-12-31', rule: 'target' },
    ],
    [
      'a date fixed for a meeting',
      'Rapat umum pemegang saham PT Sinar Telekom Tbk dijadwalkan berlangsung pada 10 Juli 2025.',
      { type: 'pledge', obligor: 'PT Sinar Telekom Tbk', action: 'berlangsung', due: '2025-07-10', rule: 'schedule' },
    ],
    [
      'a governor orders an agency',
      'Gubernur Jawa Barat Dedi Mulyadi memerintahkan Dinas Pendidikan memeriksa semua sekolah negeri dalam dua pekan.',
      {
        type: 'obligation',
        obligor: 'Dinas Pendidikan',
        action: 'memeriksa',
        due: '2025-07-02',
        speaker: 'Dedi Mulyadi',
      },
    ],
    [
      'a term is made longer',
      'Badan Pengawas Obat dan Makanan (BPOM) memperpanjang masa peralihan label gizi hingga 31 Desember 2026.',
      { type: 'pledge', obligor: 'BPOM', action: 'memperpanjang', due: '2026-12-31', rule: 'extend' },
    ],
    [
      'a sanction for offenders is the authority’s',
      'Kementerian Perhubungan akan menjatuhkan sanksi kepada aplikator yang melanggar batas komisi.',
      { type: 'sanction', obligor: 'Kementerian Perhubungan', action: 'menjatuhkan sanksi' },
    ],
  ])('%s', (_, text, expected) => {
    const mentions = found(text);
    expect(mentions).toHaveLength(1);
    const [mention] = mentions as [Mention];
    expect(mention.type).toBe(expected.type);
    expect(mention.obligor.text).toContain(expected.obligor);
    expect(mention.action.text).toContain(expected.action);
    expect(mention.deadline?.due).toBe(expected.due);
    if (expected.speaker) expect(mention.speaker?.text).toContain(expected.speaker);
    if (expected.rule) expect(mention.rule).toBe(expected.rule);
  });

  test('all named in a list are kept in one mention', () => {
    const [mention] = found(
      'Komdigi mewajibkan TikTok, Shopee, dan Lazada melaporkan toko palsu paling lambat 30 Juni 2025.',
    );
    expect(mention?.obligors.map(({ text }) => text)).toEqual(['TikTok', 'Shopee', 'Lazada']);
    expect(mention?.counterparties.map(({ text }) => text)).toEqual(['Komdigi']);
  });

  test('a sanction hangs on its condition', () => {
    const text =
      'Menteri Perhubungan Dudy Purwagandhi memperingatkan maskapai. "Jika tarif tidak diturunkan, izin rute akan kami cabut," kata Dudy.';
    const sanction = found(text).find(({ type }) => type === 'sanction');
    expect(sanction?.condition?.text).toBe('Jika tarif tidak diturunkan');
  });

  test('a promise not to do is marked', () => {
    expect(found('Google berjanji tidak akan menaikkan biaya layanan hingga akhir tahun ini.')[0]?.negated).toBe(true);
    expect(found('Google berjanji takkan menaikkan biaya layanan hingga akhir tahun ini.')[0]?.negated).toBe(true);
  });

  test('what somebody means to do is a plan', () => {
    expect(found('Toyota bermaksud menggabungkan kedua sistem itu pada 2027.')[0]?.rule).toBe('plan');
  });

  test('a plan is a target, an order is firm', () => {
    const [plan] = found('Grab berencana menambah 500 mobil listrik di Bali pada September 2025.');
    const [order] = found('OJK memerintahkan PT Dana Cepat menutup kantornya paling lambat 1 Juli 2025.');
    expect([plan?.modality, order?.modality]).toEqual(['target', 'firm']);
  });
});

describe('what is no commitment is left out', () => {
  test.each([
    ['an announcement of the day', 'OJK mengumumkan hasil pemeriksaan Pinjamcepat, Rabu (18/6/2025).'],
    ['what has been so since a day', 'Perubahan itu diumumkan lewat pesan singkat sejak akhir pekan.'],
    [
      'what a thing is made for',
      'Badan Pengawas Obat dan Makanan (BPOM) menerbitkan pedoman nitrogen cair pada pangan siap saji, Rabu.',
    ],
    ['a hope', 'Semoga pemerintah segera membangun jaringan internet di desa ini.'],
    ['the weather', 'BMKG memperkirakan hujan lebat akan turun di Jakarta pada Jumat.'],
    ['a market forecast', 'Analis memprediksi rupiah akan menguat pekan depan.'],
    ['a slogan', '"Kami akan terus memerangi konten negatif," kata Menteri Komunikasi Rudiantara.'],
    ['an empty threat', '"Konten seperti itu tidak akan kami beri ruang," kata Rudiantara.'],
    ['a past act', 'Pada 2019 OJK telah mencabut izin usaha PT Maju Mundur.'],
    ['a standing law', 'Berdasarkan Pasal 27 Undang-Undang ITE, pelaku dapat dipidana penjara paling lama enam tahun.'],
    ['an ability', 'Aplikasi ini bisa mengirim berkas berukuran besar.'],
    ['a rumour quoted to deny it', 'Kominfo membantah kabar yang menyebut WhatsApp akan ditutup bulan depan.'],
    ['a question', 'Apakah pemerintah akan menaikkan tarif tahun depan?'],
    ['a link to another article', 'Baca juga: Kominfo Akan Blokir Gim Daring Bulan Depan'],
    ['a headline announced by a link line', 'Baca juga:\nOJK Akan Cabut Izin 10 Bank Bulan Depan'],
    ['a fixture', 'Timnas Indonesia akan menghadapi Jepang di Osaka pada Selasa malam.'],
    ['a film', 'Film horor itu akan tayang di bioskop mulai 14 Agustus 2025.'],
    ['advice to the public', 'Masyarakat diimbau berhati-hati terhadap penipuan daring.'],
    ['a plan not yet made', 'Kominfo belum berencana membuka blokir situs itu.'],
    ['an exhortation', 'Kita harus menjaga persatuan bangsa.'],
    ['a request for time', 'DJP meminta waktu kepada DPR untuk menuntaskan perbaikan Coretax.'],
    [
      'a request for more time with a length',
      'Penerbit kartu kredit meminta tambahan waktu enam bulan untuk menutup kartu.',
    ],
    [
      'an act that begins on the day it is told',
      'OJK membatasi kegiatan usaha PT Dana Cepat terhitung Rabu, 18 Juni 2025.',
    ],
    ['an appeal to a state of mind', 'Menteri Perdagangan meminta semua pihak bersabar.'],
    ['a price', 'Harga emas dipatok Rp 1,9 juta per gram.'],
    ['a step of instructions', 'Pengguna harus memasukkan nomor telepon lalu mengetuk tombol lanjut.'],
    ['a demand of the prosecution', 'Jaksa menuntut terdakwa membayar denda Rp 1 miliar.'],
    ['a plan given up', 'Google sempat akan menutup kantornya di Surabaya.'],
    ['time that is refused', 'OJK menolak memberi perusahaan-perusahaan itu waktu enam bulan untuk melunasi utang.'],
    [
      'a chance that is a treat',
      'Google memberi pengembang kesempatan untuk mencoba Gemini gratis hingga 30 September 2025.',
    ],
    ['a name that only stands before a day', 'Saham Telkom mundur dari level 4.000 pada 30 September 2025.'],
    ['an empty text', ''],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('what is only asked, feared, hoped for or called untrue is left out', () => {
  test.each([
    'Direktur Utama PT Surya Hadi Wibowo enggan menyebut kapan pihaknya akan membayar denda itu.',
    'Menteri Perhubungan tak menjelaskan apakah maskapai itu akan dicabut izinnya.',
    'Informasi yang menyebut OJK akan menghapus semua utang pinjol mulai 1 Juli adalah hoaks.',
    'Pesan berantai yang menyatakan Kominfo akan memblokir WhatsApp pekan depan itu tidak benar.',
    'Warga berharap Pemkot Bandung akan memperbaiki jalan itu bulan depan.',
    'Pedagang khawatir Kementerian Perdagangan akan mencabut izin impor itu pada Juli.',
    'Banyak investor mengira PT Surya bakal membagikan dividen pada Juni.',
    'Menjelang HUT RI, Telkomsel akhirnya membuka gerai itu pada Agustus.',
    '"Pembayaran denda itu kami tuntaskan tanggal 28 Mei," ujar Direktur Bank Kencana Hadi Wibowo.',
    'PT Surya meminta penundaan pembayaran hingga 7 Juli.',
    'Menurut undang-undang, penghentian sementara berlangsung lima hari kerja dan dapat diperpanjang 15 hari kerja.',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a lie that somebody acts against is another thing', () => {
    const [mention] = found('Komdigi menyatakan akan memblokir akun penyebar hoaks itu mulai 1 Juli 2025.');
    expect(mention?.deadline?.due).toBe('2025-07-01');
  });
});

test('what begins on the day it is told is no promise, also in an article of the small hours in Jakarta', () => {
  const text = 'OJK membatasi kegiatan usaha PT Dana Cepat terhitung Rabu, 18 Juni 2025.';
  expect(extract({ text, published: '2025-06-17T23:30:00Z' }).commitments).toEqual([]);
  expect(extract({ text, published: '2025-06-16T23:30:00Z' }).commitments).toHaveLength(1);
});

describe('who is bound', () => {
  test.each([
    ['the owner that a thing names', 'Pusat data Google di Batam ditargetkan rampung pada November 2025.', 'Google'],
    [
      'the application that a description means',
      'Bigo Live masih menayangkan konten judi. Aplikasi siaran langsung itu diwajibkan menghapusnya dalam waktu tiga hari.',
      'Bigo Live',
    ],
    [
      'who is named within the giving of time',
      'Kominfo memberi Bigo Live waktu tiga hari untuk membersihkan konten judi dari aplikasinya.',
      'Bigo Live',
    ],
    [
      'who is addressed behind the time given',
      'Kominfo memberi tenggat 3x24 jam kepada Telegram untuk menghapus kanal judi daring.',
      'Telegram',
    ],
    [
      'a class named within the giving of time',
      'Otoritas Jasa Keuangan (OJK) memberi bank-bank tersebut waktu tambahan sampai 31 Oktober 2025 untuk merampungkan integrasi sistemnya.',
      'bank-bank tersebut',
    ],
    [
      'a class that is given leave for longer',
      'OJK memberi kelonggaran hingga 31 Oktober 2025 bagi penyelenggara untuk memenuhi modal minimum.',
      'penyelenggara',
    ],
    [
      'for whom the term of an act is moved',
      'BPOM memperpanjang tenggat penarikan produk bagi importir hingga 29 November 2025.',
      'importir',
    ],
    [
      'for whom a term is, when the term moves',
      'Tenggat bagi Google untuk membayar denda itu dimundurkan menjadi 30 Oktober 2025, kata KPPU.',
      'Google',
    ],
    [
      'the company, not who speaks for it',
      'Direktur Utama PT Sinar Kirana Tbk, Budi Santoso, mengatakan pihaknya akan membangun pusat data di Batam pada 2026.',
      'PT Sinar Kirana Tbk',
    ],
  ])('%s', (_, text, name) => {
    expect(found(text).map(({ obligor }) => obligor.text)).toEqual([name]);
  });

  test('two companies that promise the like promise each for itself', () => {
    const text = [
      'Gojek akan mencairkan bonus hari raya kepada mitra pengemudinya paling lambat 24 Juni 2025.',
      'Grab Indonesia berkomitmen menyalurkan bonus serupa kepada mitranya paling lambat 24 Juni 2025.',
    ].join('\n');
    expect(found(text).map(({ obligor }) => obligor.actor)).toEqual(['gojek', 'grab']);
  });

  test('a verb with nothing behind it is no act', () => {
    expect(found('Komisi Pengawas Persaingan Usaha (KPPU) menghukum Shopee.')).toEqual([]);
  });
});

describe('a repeated commitment is one mention', () => {
  test('the wording with the day is kept', () => {
    const text = [
      'Kementerian Perdagangan akan menerbitkan aturan baru tentang perdagangan lewat media sosial.',
      'Menteri Perdagangan Budi Santoso mengatakan aturan perdagangan lewat media sosial itu akan diterbitkan pada 1 Juli 2025.',
    ].join('\n');
    const mentions = found(text);
    expect(mentions).toHaveLength(1);
    expect(mentions[0]?.deadline?.due).toBe('2025-07-01');
  });

  test('the same act on two days is two', () => {
    const text = [
      'OJK akan menggelar lelang aset PT Dana Cepat pada 1 Juli 2025.',
      'OJK akan menggelar lelang aset PT Dana Cepat pada 1 Agustus 2025.',
    ].join('\n');
    expect(found(text)).toHaveLength(2);
  });

  test('and stays two, however many wordings without a day stand between', () => {
    const act = 'Komdigi akan memblokir Telegram di Indonesia';
    const text = `${act} pada 20 Juni 2025. ${act}. Menurut dia, ${act}. ${act} pada 25 Juli 2025.`;
    const days = found(text).map(({ deadline }) => deadline?.due);
    expect(days).toEqual(expect.arrayContaining(['2025-06-20', '2025-07-25']));
  });
});

describe('of an old day and a new one the new one is the deadline', () => {
  test.each([
    [
      'OJK memperpanjang batas waktu penyampaian laporan keuangan emiten dari 30 Juni menjadi 31 Agustus 2025.',
      '2025-08-31',
    ],
    ['Komdigi menggeser pengumuman lelang dari 30 Juli 2025 ke 5 September 2025.', '2025-09-05'],
    ['Komdigi memundurkan peluncuran yang semula dijadwalkan Juli 2025 ke September 2025.', '2025-09-30'],
    ['Komdigi akan membuka blokir itu bukan pada Juli 2025 melainkan September 2025.', '2025-09-30'],
    ['Komdigi memajukan jadwal lelang menjadi 2 Juli 2025 dari semula 30 Juli 2025.', '2025-07-02'],
  ])('%s', (text, due) => {
    expect(found(text).map(({ deadline }) => deadline?.due)).toEqual([due]);
  });
});

test.each([
  ['Meta wajib menyerahkan data dalam tiga hari untuk sidang pada 20 September 2025, kata Komdigi.', '2025-06-21'],
  [
    'PSE diberi tambahan waktu lima hari kerja, atau hingga Rabu (18/6/2025), untuk mendaftar, kata Komdigi.',
    '2025-06-18',
  ],
])('a printed day beats a count only where it says the count once more: %s', (text, due) => {
  expect(found(text).map(({ deadline }) => deadline?.due)).toEqual([due]);
});

test.each([
  // An hour is of what is done, where a later day is named beside it.
  ['SCTV akan memindahkan acara itu ke pukul 21.00 WIB mulai Senin (23/6/2025), kata Harsiwi.', '2025-06-23'],
  ['Pemprov NTT akan mencabut jam masuk pukul 05.30 paling lambat pekan depan, kata Ayodhia.', '2025-06-29'],
  ['Komdigi meminta TikTok menghapusnya paling lambat pukul 16.00 WIB hari ini.', '2025-06-18'],
  // The verb before the count says which of them.
  ['Perusahaan itu akan membayar bonus Februari dan Maret paling lambat akhir bulan ini, kata Rizal.', '2025-06-30'],
  ['BPKN meminta Tokopedia menyerahkan daftar pesanan yang belum diterima pembeli dalam waktu sepekan.', '2025-06-25'],
])('of several times the one by which it is due is kept: %s', (text, due) => {
  expect(found(text).map(({ deadline }) => deadline?.due)).toEqual([due]);
});

test.each([
  'BI mengundur pembukaan penukaran uang di bank umum yang semula dijadwalkan 1 Oktober.',
  // So far, and no more.
  'Adapun posko pengaduan konsumen baru dibuka Telkom di 21 dari 38 provinsi sampai Senin, 16 Juni 2025.',
  'Komdigi sebelumnya berjanji mengeluarkan aturan itu pada awal Juni.',
  // What held before, told beside what has come of it.
  'Semula peraturan Komdigi itu dijadwalkan terbit bulan ini.',
  'Sebelumnya satelit Telkom tersebut dijadwalkan mengangkasa pada 24 Januari 2026.',
  'Sehari sebelumnya, Kemendag mencabut harga eceran tertinggi minyak goreng.',
  '"Sudah kita periksa, izinnya ada dan masih berlaku sampai tahun depan," kata Kepala Dinkes Dien Emawati.',
  'Daftar situs itu diserahkan Mola TV selaku pemegang hak siar Liga Inggris musim 2025/2026.',
])('no day by which anything is to be done: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  'Google dan Telkom sepakat membuka pusat data bersama di Batam pada 30 Oktober 2025.',
  'Telkom menyerahkan laporan itu kepada Komdigi selambatnya 30 Oktober 2025.',
])('with a day to come a plain act is a commitment: %s', (text) => {
  expect(found(text).map(({ deadline }) => deadline?.due)).toEqual(['2025-10-30']);
});

test.each([
  'Analis sepakat bahwa saham GoTo naik sebelum akhir 2025.',
  'Para ekonom setuju Bank Indonesia menahan suku bunga pada Juli 2025.',
])('an agreement about what others do is none: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  'Bank Indonesia akan senantiasa menjaga stabilitas rupiah.',
  'Telkomsel selalu berupaya memberi layanan terbaik bagi pelanggan.',
])('what goes on without end is none: %s', (text) => {
  expect(found(text)).toEqual([]);
});

test('a deadline before a conjunction belongs to the act before it', () => {
  const text =
    'Google akan membuka pusat data di Batam sebelum 17 Agustus 2025, dan perusahaan itu akan membayar denda Rp 202 miliar kepada negara.';
  const dues = found(text).map((mention) => [mention.action.text.split(' ')[0], mention.deadline?.due ?? null]);
  expect(dues).toContainEqual(['membuka', '2025-08-16']);
  expect(dues).not.toContainEqual(['membayar', '2025-08-16']);
});

describe('time that moves or is given binds those who are named with it', () => {
  test.each([
    [
      'a duty put off',
      'Bank Indonesia (BI) mengundurkan kewajiban penerbit memakai PIN dari 30 Juni menjadi 31 Desember 2025.',
      'penerbit',
      '2025-12-31',
    ],
    [
      'a duty longer to be done, said from its own side',
      'Kewajiban penyelenggara sistem elektronik mendaftarkan diri diperpanjang Komdigi hingga 29 Juli 2025.',
      'penyelenggara sistem elektronik',
      '2025-07-29',
    ],
    [
      'those told apart by what they have not done',
      'Komdigi memberi ISP yang belum melapor kesempatan sampai 24 Juli untuk menyerahkan laporannya.',
      'ISP',
      '2025-07-24',
    ],
    [
      'whose name ends in a form of law with a dot',
      'Menteri BUMN meminta direksi PT Telkom Indonesia (Persero) Tbk. (TLKM) menyerahkan kajian paling lambat 31 Juli 2025.',
      'PT Telkom Indonesia (Persero) Tbk',
      '2025-07-31',
    ],
  ])('%s', (_name, text, obligor, due) => {
    expect(found(text)).toMatchObject([{ type: 'obligation', obligor: { text: obligor }, deadline: { due } }]);
  });

  test('to ask for leniency orders nobody: what is promised behind it is the promise of the one who asks', () => {
    const text =
      'Investree meminta kelonggaran dan menyatakan sisa uang lender dilunasi paling lambat 31 Desember 2025.';
    expect(found(text)).toMatchObject([{ type: 'pledge', obligor: { text: 'Investree' } }]);
  });
});

describe('what is ahead is found without a word for it', () => {
  test.each([
    [
      'not to be late is to do',
      'Kominfo meminta Telkom tidak melewati tenggat pengisian slot, yakni 31 Agustus 2025.',
      '2025-08-31',
    ],
    [
      'what will not pass a day',
      'Pengumuman aturan baru itu, menurut Kominfo, tak akan lewat dari 20 Juli 2025.',
      '2025-07-20',
    ],
  ])('%s', (_name, text, due) => {
    expect(found(text)).toMatchObject([{ negated: false, deadline: { due } }]);
  });

  test.each([
    'Bank Indonesia tidak akan mengubah suku bunga acuan pada Juli 2025.',
    'Telkom tidak akan menutup layanan itu pada Juli 2025.',
  ])('what is denied stays denied: %s', (text) => {
    expect(found(text)).toMatchObject([{ negated: true }]);
  });

  test('what can be done only from a day to come is promised for it', () => {
    const text =
      'Direktur Telkom Rina Hartono mengatakan jaringan baru di Batam baru bisa dioperasikan Telkom pada pertengahan 2026.';
    expect(found(text)).toMatchObject([{ type: 'pledge', rule: 'not-before', deadline: { due: '2026-08-31' } }]);
    expect(
      found('Direktur Telkom Rina Hartono mengatakan jaringan baru di Batam baru bisa dioperasikan Telkom.'),
    ).toEqual([]);
  });

  test('the subject of a plan is the deed where no verb follows', () => {
    const text = 'Kominfo bersiap. Pengajuan izin edar baru direncanakan Kominfo pada Juli 2025.';
    expect(found(text)[0]?.action.text).toContain('Pengajuan izin edar baru');
  });

  test('the day behind one verb is not that of the clause after it', () => {
    const text =
      '"Pemeriksaan khusus kami selesaikan akhir Juni ini, jangan berandai-andai dulu," kata Kepala OJK Mahendra Siregar.';
    expect(found(text)).toMatchObject([{ deadline: { due: '2025-06-30' } }]);
  });

  test('claims of the insured are no rumour', () => {
    const text = 'Klaim nasabah akan mulai dibayarkan PT Asuransi Maju pada 6 Juli 2025.';
    expect(found(text)).toMatchObject([{ deadline: { due: '2025-07-06' } }]);
    expect(found('Komdigi membantah klaim bahwa Facebook akan ditutup pada Juli 2025.')).toEqual([]);
  });

  test('what takes a permit is a sanction, by whatever verb', () => {
    const text = 'OJK bakal mengakhiri izin PT Asuransi Maju jika kekurangan modal itu tidak ditutup.';
    expect(found(text)).toMatchObject([{ type: 'sanction', obligor: { text: 'OJK' } }]);
  });

  test('a sanction in the first person is that of the office', () => {
    const text =
      '"Kalau tidak dijalankan, pengurusnya akan kami jatuhi sanksi administratif," kata Kepala Eksekutif OJK Ogi Prastomiyono.';
    expect(found(text)).toMatchObject([{ type: 'sanction', obligor: { text: 'OJK' } }]);
  });
});

describe('those addressed may stand far from the order', () => {
  test('behind an inset that says from when time runs', () => {
    const text =
      'BRTI memberi waktu sepuluh hari kerja, terhitung sejak surat dikirim, kepada semua operator seluler untuk menyerahkan prosedur penggantian kartu.';
    expect(found(text)).toMatchObject([{ type: 'obligation', obligor: { text: 'semua operator seluler' } }]);
  });
});

describe('those to whom one speaks are not those of whom something is asked', () => {
  test.each([
    ['Kepada wartawan, Meutya Hafid meminta TikTok menghapus konten itu paling lambat 31 Juli 2025.', 'TikTok'],
    ['Kepada DPR, OJK meminta perusahaan asuransi melunasi klaim paling lambat 31 Juli 2025.', 'perusahaan asuransi'],
  ])('%s', (text, obligor) => {
    expect(found(text)).toMatchObject([{ obligor: { text: obligor } }]);
  });
});
