import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportsOf } from '../../lambda/ledger/outcomes/sentence.ts';

const lines = (sentence: string, place = {}): string[] => reportsOf(sentence, place).map((r) => `${r.kind} ${r.act}`);

test('a sentence tells an act once, whoever else is said to have done it', () => {
  const both = 'Komdigi sudah menerima laporan dari TikTok, dan Shopee telah menyerahkan laporan moderasi.';
  expect(lines(both).filter((line) => line === 'fulfilled submit')).toHaveLength(1);
});

test('what was asked for and is done is told as done, and what is to be done by then is not', () => {
  expect(lines('Dokumen yang diminta sudah diserahkan Nusachat kepada Komdigi.')).toEqual(['fulfilled submit']);
  expect(lines('Dokumen itu diminta sudah diserahkan Nusachat kepada Komdigi.')).toEqual([]);
});

test.each([
  ['a call', 'Aptrindo mencabut seruan berhenti beroperasi.', 'withdrawn stop-service'],
  ['a promise', 'Perusahaan itu menarik janjinya untuk memusnahkan salinan KTP.', 'withdrawn ~usnah'],
  ['a threat', 'BPOM mencabut ancaman untuk memusnahkan obat yang beredar itu.', 'withdrawn ~usnah'],
  ['a long plan', 'Rencana menutup kantor di lima kota pada akhir tahun itu sudah dibatalkan idEA.', 'withdrawn close'],
  ['an intention', 'Niat menutup kantor itu pun urung.', 'withdrawn close'],
  ['a plan that is struck off', 'Rencana menutup kantor itu dicoret menteri.', 'withdrawn close'],
  ['a plan that is not gone on with', 'Komdigi tidak melanjutkan rencana menutup kantor itu.', 'withdrawn close'],
])('what is taken back is told so: %s', (_what, sentence, first) => {
  const told = lines(sentence, { isLead: true });
  expect(told[0]).toBe(first);
  expect(told.filter((one) => /fulfilled (?:~cabut|close|stop)/.test(one))).toEqual([]);
});

test.each([
  ['so many of so many', 'Sebanyak 3.100 dari 5.000 laporan sudah diserahkan operator.', ''],
  ['so many of so many, in words', 'Dari delapan operator, baru dua yang telah menyerahkan laporan.', ''],
  ['so many among so many', 'Kominfo menerima laporan dari 14 di antara 21 operator pada Senin (4/8).', ''],
  ['so many of what is reckoned with', 'Sebanyak 61 operator dari perkiraan 114 sudah menyerahkan laporan.', ''],
  ['others that have not', 'Laporan sudah diserahkan dua operator, sedangkan operator lain masih menunggu izin.', ''],
  ['the rest, in the sentence behind', 'Laporan sudah diserahkan dua operator.', 'Enam lainnya tertahan di pos.'],
  ['one that is named and has not', 'Laporan sudah diserahkan Surya dan Baruna, sementara Kencana belum.', ''],
  [
    'how much it is, in the sentence behind',
    'Laporan mulai diserahkan operator Kamis (8/5).',
    'Prosesnya baru 20 persen.',
  ],
  ['one that has not, in the sentence behind', 'Laporan sudah diserahkan Surya.', 'Baruna, yang juga diminta, belum.'],
  ['so many hundredths of all', 'Operator sudah menyerahkan 60 persen dari seluruh laporan.', ''],
  [
    'so many of those promised by a year',
    'Dari 2.000 berkas yang dijanjikan Desember 2022, hanya 340 yang sudah diserahkan.',
    '',
  ],
])('that a part is done is told by %s', (_by, sentence, next) => {
  expect(lines(sentence, { next })).toContain('partly submit');
});

test.each([
  ['all of them', 'Sebanyak 5.000 dari 5.000 laporan sudah diserahkan operator.', ''],
  ['a figure that has become smaller', 'Denda itu turun dari Rp10 miliar dan laporan sudah diserahkan operator.', ''],
  ['a reason among others', 'Laporan sudah diserahkan operator, antara lain karena warga masih mengadu.', ''],
  ['a day of the month', 'Operator pada 9 Mei sudah menyerahkan laporan dari 12 kota.', ''],
  ['days before the deadline', 'Laporan dari tiga operator di Jakarta sudah diserahkan, dua hari lebih awal.', ''],
  ['another matter', 'Laporan sudah diserahkan dua operator.', 'Di sisi lain, menteri masih mengkaji aturan baru.'],
  ['what it is among', 'Laporan itu satu dari empat yang sudah diserahkan operator.', ''],
  [
    'how many it is of, where it came late',
    'Operator baru menyelesaikan penyerahan laporan 214 gerai pada 27 Mei.',
    '',
  ],
  ['others as such', 'Laporan sudah diserahkan dua operator.', 'Situs lain yang belum terdaftar akan diblokir.'],
  ['a rest that is done too', 'Laporan sudah diserahkan dua operator.', 'Sisanya sudah masuk kemarin.'],
  ['a reason', 'Laporan itu baru kini selesai diserahkan karena sebagian arsip terbakar.', ''],
])('nothing is told to be in part by %s', (_by, sentence, next) => {
  expect(lines(sentence, { next })).toContain('fulfilled submit');
});

test.each([
  'Asosiasi khawatir pemblokiran itu membuat layanan lain ikut mati.',
  'Warga mencemaskan penutupan kantor itu.',
  'Padahal, tambahan waktu yang diberikan kepada operator sudah habis pada Senin (4/8).',
  'Kelonggaran bagi operator berakhir pada Senin (4/8).',
])('what somebody is afraid of, or only a time that ran out, is no deed: %s', (sentence) => {
  expect(lines(sentence, { isLead: true }).filter((one) => one.startsWith('fulfilled'))).toEqual([]);
});

test('what one says will never be is broken, and what others think impossible is not', () => {
  expect(lines('Kominfo mengakui laporan itu tidak mungkin diserahkan.').join()).toMatch(/broken submit/);
  expect(lines('Laporan itu mustahil diserahkan, tulis seorang warga.').join()).not.toMatch(/broken/);
  expect(lines('Dengan putusan itu, Kominfo tidak mungkin lagi menyerahkan laporan.').join()).toMatch(/broken submit/);
  expect(lines('Kominfo tidak mungkin menyerahkan laporan kepada pesaing.').join()).not.toMatch(/broken/);
});

test('in whose stead the contrary is done, that is broken', () => {
  expect(lines('Alih-alih menyerahkan laporan, Kominfo malah memusnahkannya.').join()).toMatch(/broken submit/);
  expect(lines('Alih-alih memusnahkan berkas, Kominfo menyerahkan laporan.').join()).not.toMatch(/broken/);
});

test('a demand that holds no longer is taken back', () => {
  expect(lines('Perintah menutup kantor itu tidak berlaku lagi.')).toEqual(['withdrawn close']);
  expect(lines('Kewajiban mendaftar itu dinyatakan tidak lagi berlaku.').join()).toMatch(/withdrawn register/);
  expect(lines('Perintah menutup kantor itu masih berlaku.').join()).not.toMatch(/withdrawn/);
});

test('that a time has run out is no deed, and what else ends is done', () => {
  expect(lines('Laporan itu belum sampai, padahal batas dua bulan berakhir pada Senin (4/8).')).not.toContain(
    'fulfilled ~akhir',
  );
  expect(lines('Konsultasi publik berakhir pada Senin (4/8).').join()).toMatch(/fulfilled/);
  expect(lines('Bulan ini moratorium impor berakhir.', { isLead: true }).join()).toMatch(/fulfilled/);
});

test.each([
  'Ia tak bersedia menyebut kapan pemeriksaan selesai.',
  'Semula, penggabungan dijadwalkan kelar pada Agustus 2023.',
  'Pemeriksaan itu mestinya tuntas pekan lalu.',
])('a plan, or what nobody says, is not done: %s', (sentence) => {
  expect(lines(sentence).filter((one) => one.startsWith('fulfilled'))).toEqual([]);
});

test.each([
  ['which one is off', 'Uang tiket konser yang dibatalkan telah dikembalikan promotor.', 'fulfilled refund'],
  ['although it is off', 'Meskipun tidak jadi terbang, penumpang sudah menerima uang tiket.', ''],
])('nothing is taken back where it is only told %s', (_what, sentence, told) => {
  expect(lines(sentence).join()).toBe(told);
});

test('who takes a thing back may say so', () => {
  expect(lines('Kami batalkan penutupan kantor itu.')).toEqual(['withdrawn close']);
  expect(lines('"Rencana menutup kantor itu tidak kami teruskan," kata Budi.')).toEqual(['withdrawn close']);
  expect(lines('"Tunjangan direksi tidak jadi kami potong," kata Budi.').join()).toMatch(/^withdrawn ~/);
});

test('who says that he does not do a thing refuses it, and what does not come to him he does not refuse', () => {
  expect(lines('"Film itu tidak kami turunkan," kata Budi.').join()).toMatch(/^refused ~/);
  expect(lines('"Laporan itu tidak kami terima," kata Budi.')).toEqual([]);
});

test.each([
  [
    'what a fear is of, behind what is done',
    'Pemerintah sudah mencabut izin tambang yang membuat warga takut longsor.',
  ],
  ['what one does in spite of a fear', 'Meski warga khawatir, Meta telah membuka kantor di Jakarta.'],
  ['what is done as was due', 'Meta sudah memberikan laporan sesuai tenggat.'],
  ['what nobody doubts', 'Tidak kami ragukan bahwa Meta sudah membayar denda.'],
  ['what leaves nobody out', 'Meta tidak meninggalkan siapa pun dan telah menyalurkan bantuan.'],
])('%s is done', (_what, sentence) => {
  expect(lines(sentence).join()).toMatch(/^fulfilled [a-z-]+$/);
});

test.each([
  'Kementerian memastikan tidak mungkin menunda pembayaran gaji.',
  'Hal itu tidak saya katakan.',
  'Tidak seorang pun terluka saat Pemprov membongkar reklame.',
  'DPR mempertanyakan apakah Kemenkes sudah membayar insentif.',
  'Pemerintah telah memangkas 30 persen dari anggaran perjalanan dinas.',
])('nothing that was promised is told by: %s', (sentence) => {
  expect(lines(sentence)).toEqual([]);
});

test('a concession ends where what is taken back in spite of it begins', () => {
  expect(lines('Meski diprotes, pemerintah membatalkan kenaikan tarif.')).toEqual(['withdrawn change-price']);
});

test('who denies what is held to be done contradicts it', () => {
  expect(lines('LBH membantah anggapan bahwa perusahaan sudah membayar pesangon.')).toEqual(['contested pay']);
});

test('what is done to nobody at all is not done', () => {
  expect(lines('Hingga kini belum ada satu pun yang melapor.')).toEqual(['missed submit']);
  expect(lines('Kementerian belum menegur siapa pun.').join()).toMatch(/^missed/);
});

test('what one side has in hand the other has handed over', () => {
  expect(lines('OJK telah mengantongi laporan dari PT Nusachat.')).toContain('fulfilled submit');
});

test('others have done it where the sentence before tells who has not', () => {
  const others = 'Sebanyak 677 emiten lainnya sudah menyerahkan laporan.';
  expect(lines(others, { previous: 'Tiga puluh emiten belum menyerahkan laporan.' })).toEqual(['partly submit']);
  expect(lines(others, { previous: 'Laporan itu berisi neraca.' })).toEqual(['fulfilled submit']);
  expect(lines(others, { previous: 'Pemerintah tidak akan mundur.' })).toEqual(['fulfilled submit']);
});

test.each([
  'Nusachat sudah mengajukan berkas, tetapi izinnya belum terbit.',
  'Berkas sudah diserahkan Nusachat karena izin belum terbit.',
])('what stands in a clause of its own is no object of the verb before it: %s', (sentence) => {
  expect(lines(sentence)).toEqual(['fulfilled submit']);
});

test('where only its day is off nothing is taken back', () => {
  expect(lines('Aturan itu batal diumumkan pada Jumat (21/11).').join()).not.toMatch(/withdrawn/);
  expect(lines('Aturan itu tidak jadi terbit tahun ini.').join()).not.toMatch(/withdrawn/);
  expect(lines('Kementerian batal mengumumkan aturan itu.').join()).toMatch(/withdrawn/);
  expect(lines('Aturan itu batal terbit karena 3 alasan.').join()).toMatch(/withdrawn/);
});

test('who does not deny a thing admits it, and who somebody is contradicts nothing', () => {
  expect(lines('Nusachat menampik laporan itu sudah diserahkan.').join()).toMatch(/contested/);
  expect(lines('Nusachat tidak menampik laporan itu sudah diserahkan.').join()).not.toMatch(/contested/);
  expect(lines('Laporan itu disebut sudah diserahkan, yang dibantah Komdigi.').join()).toMatch(/contested/);
  expect(lines('Nusachat telah menyerahkan laporan kepada nasabah yang mempersoalkan tagihan.').join()).not.toMatch(
    /contested/,
  );
});

test('who asks, or denies what he is accused of, contradicts nothing; and what no class knows is contradicted too', () => {
  expect(lines('Ia mempertanyakan mengapa operator sudah menyerahkan laporan.').join()).not.toMatch(/contested/);
  expect(lines('Mereka menyerahkan laporan dan membantah tudingan itu.').join()).not.toMatch(/contested/);
  expect(lines('Asosiasi membantah bahwa biaya titip sudah dibebaskan.').join()).toMatch(/contested ~bebas/);
});

describe('what a sentence reports', () => {
  test.each<[string, string[]]>([
    ['Facebook resmi membuka kantor di Bandung.', ['fulfilled open-office']],
    ['Kantor perwakilan itu telah diresmikan pekan lalu.', ['fulfilled open-office']],
    ['Blokir terhadap aplikasi tersebut akhirnya dicabut.', ['fulfilled unblock']],
    ['Aplikasi itu kini sudah bisa diakses kembali.', ['fulfilled unblock']],
    ['Pemindahan sistem pembayaran telah tuntas seluruhnya.', ['fulfilled move-system']],
    ['Perusahaan itu sudah membayar denda Rp2 miliar.', ['fulfilled pay-fine']],
    [
      'Perusahaan itu telah memenuhi permintaan kementerian untuk menghapus konten perjudian.',
      ['fulfilled remove-content'],
    ],
    ['Kementerian memblokir tiga situs pada Senin (4/8).', ['fulfilled block']],
    ['Sebagian akun anak sudah dinonaktifkan.', ['partly account-off']],
    ['Hingga akhir September perusahaan baru membayar denda Rp187 miliar.', ['partly pay-fine']],
    ['Dari 26.415 kontainer, baru sekitar 17.400 yang sudah dibayar pemiliknya.', ['partly pay']],
    ['Satelit baru bernama Satria 1 telah diluncurkan.', ['fulfilled launch']],
    ['Denda itu baru dibayar pada 2024.', ['fulfilled pay-fine']],
    ['Hingga batas waktu, perusahaan itu belum membayar denda.', ['missed pay-fine']],
    ['Perusahaan itu tak kunjung mendaftar sebagai PSE.', ['missed register']],
    ['Perusahaan itu menolak membayar denda.', ['refused pay-fine']],
    ['Kementerian membatalkan rencana memblokir situs itu.', ['withdrawn block']],
    ['Aturan itu resmi diundangkan kemarin.', ['fulfilled issue-rule']],
    ['Kementerian akhirnya menormalisasi akses ke aplikasi itu.', ['fulfilled unblock']],
    ['Ketiga layanan sudah tercatat di laman PSE.', ['fulfilled register']],
    ['Pembayaran denda sudah diterima kementerian.', ['fulfilled pay-fine']],
    ['Berkas pemberitahuan dari Indosat sudah tiba di kantor komisi.', ['fulfilled submit']],
    ['Peta jalan semua operator telah masuk ke kementerian.', ['fulfilled submit']],
    ['Perusahaan itu memenuhi panggilan kementerian pada Rabu.', ['fulfilled meet']],
    ['Kementerian telah melakukan pemblokiran terhadap tiga situs.', ['fulfilled block']],
    ['Situs itu kini sudah tidak dapat diakses.', ['fulfilled block']],
    ['Batas usia pengguna telah dinaikkan menjadi 16 tahun.', ['fulfilled age-limit']],
    ['Kantor itu mulai beroperasi pada Senin.', ['fulfilled open-office']],
    // A punishment tells by its reason which duty was missed.
    [
      'Kementerian memutus akses aplikasi itu, Jumat (14/3), karena denda tidak dibayar.',
      ['missed pay-fine', 'fulfilled block'],
    ],
    ['Kementerian resmi mencabut pembekuan aplikasi itu.', ['fulfilled unblock']],
    ['Perusahaan itu tidak memenuhi ekuitas minimum hingga batas waktu berakhir.', ['missed ~enuh']],
    ['Warga mempertanyakan klaim bahwa aplikasi itu telah dihapus.', ['contested remove-app', 'fulfilled remove-app']],
    ['Konsultasi publik berakhir pada 24 Januari 2026.', ['fulfilled consult']],
    // Who takes back what was demanded, and not more than that.
    [
      'KPPU menarik kembali permintaannya agar Grab menyampaikan notifikasi.',
      ['withdrawn submit', 'withdrawn ~otifikas'],
    ],
    ['OJK resmi mencabut syarat melapor.', ['withdrawn submit', 'fulfilled ~cabut']],
    ['OJK akan mencabut ketentuan pelaporan bulanan.', []],
    ['Menteri itu didesak membatalkan aturan bunga.', []],
    // Work named by a noun is over on a day.
    ['Penataan ulang pita itu selesai pada Senin (9/3).', ['fulfilled ~ata']],
    // What holds since a day, and what can be done now, is there.
    ['Aset pelanggan bisa dikirim ke dompet lain sejak Rabu (25/9).', ['fulfilled submit']],
    ['Pedoman itu kini dapat diunduh.', ['fulfilled ~unduh']],
    ['Rencana menilang pengemudi yang melanggar dibatalkan.', ['withdrawn ~ilang']],
    ['Menteri itu menandatangani surat edaran pada Kamis (31/3).', ['fulfilled issue-rule']],
    // What is more than it was, and what runs where it was to be run.
    ['BAKTI sudah menambah kapasitas satelit untuk Merauke sejak Sabtu (30/8/2025).', ['fulfilled ~ambah']],
    ['Pemeriksaan gratis di puskesmas sudah berjalan sejak Senin (10/2/2025).', ['fulfilled ~jal']],
    ['Program itu berjalan lancar.', []],
    ['Target penyaluran minyak goreng itu meleset, Senin (9/5).', []],
    // So much is done, and not so many among them.
    ['Janji Telkomsel kepada pembeli paket itu baru ditepati separuhnya.', ['partly ~epat']],
    ['Sinetron itu merupakan satu dari sepuluh acara yang sudah diperiksa KPI.', ['fulfilled examine']],
    // Which one it is.
    ['Sebagian berada di pusat data lama yang perangkatnya telah diganti.', []],
    // Something else is denied than that it is done.
    ['Bachrul membantah aturannya longgar.', ['contested ~atur']],
    // Not yet, and not before something else.
    ['"Izinnya baru bisa dikembalikan setelah semua urusan itu beres," kata Agusman.', []],
    ['Perusahaan kini tinggal membayar pesangon karyawan.', []],
    ['OJK akan membatalkan tanda bukti terdaftar penyelenggara itu.', []],
    ['Sebagian penumpang gagal membatalkan tiketnya.', []],
    ['"Pengembalian uang itu tidak bisa kami penuhi," kata Guntur.', ['refused refund']],
    // Taken back: by those who speak, by two, and with the work that led up to it.
    ['"Pemberitahuan lewat surel kami batalkan," kata Setiaji.', ['withdrawn ~ahu']],
    [
      'KLHK dan Kementerian Perdagangan membatalkan rencana surat edaran tentang larangan penjualan merkuri.',
      ['withdrawn limit', 'withdrawn sell', 'withdrawn ~rkur'],
    ],
    [
      'Menteri itu menghentikan kajian pengaturan panggilan WhatsApp.',
      ['withdrawn examine', 'withdrawn meet', 'withdrawn ~atur'],
    ],
    // A sanction that the sentence before told, for what was left undone.
    ['Langkah itu diambil karena laporan keuangan tidak diserahkan sampai Jumat (15/6/2012).', ['missed submit']],
    // The contrary of what was to stay so; what was promised and came late is not.
    [
      'Garena sudah mematikan server lama, padahal sebelumnya berjanji server itu tetap bisa dimainkan hingga 24 Juni.',
      ['broken close', 'broken ~ain', 'fulfilled close'],
    ],
    ['Perusahaan sudah membayar pada 12 Maret, padahal berjanji membayar 1 Maret.', ['fulfilled pay']],
    ['Kami harap tidak ada lagi yang salah paham soal pencabutan izin itu.', []],
    ['OJK akan membekukan izin Bank Maju jika komitmen bank menambah modal tidak dipenuhi.', []],
    [
      'Kominfo memblokir situs Judigol, Senin (16/6/2025), setelah menunda pemblokiran itu sepekan.',
      ['fulfilled block'],
    ],
    [
      'Kenaikan tarif frekuensi yang akhirnya dibatalkan Kominfo itu disambut operator.',
      ['withdrawn change-price', 'withdrawn ~frekuens'],
    ],
    ['Tidak semua orang tahu bahwa Tokopedia sudah mengembalikan dana pelanggan.', ['fulfilled refund']],
    // Some have, and others not, in one sentence.
    [
      'Fitur itu baru dinikmati pengguna Android, sedangkan pengguna iPhone belum, meski batas waktunya lewat.',
      ['partly ~ikmat'],
    ],
    ['Shopee sudah menurunkan tautannya, sedangkan di Lazada masih tersisa 61 tautan.', ['partly remove-content']],
    // How long it has not been done is no deed.
    ['Upah pegawai itu sudah berbulan-bulan tidak dibayar.', ['missed pay']],
    // Whether it is done nobody says.
    ['Belum ada keterangan berapa merek yang sudah diperbaiki.', []],
    ['Data itu mencatat 20 juta nomor terdaftar dengan NIK yang diragukan.', []],
    // Who is doubted is not what has been done.
    ['Beberapa anggota DPR meragukan tim itu.', []],
    // Why, not what is new.
    ['Surat itu kembali karena kantor usahanya sudah tutup.', []],
    // The first of several.
    ['Data yang diminta baru bagian pertama yang diserahkan.', ['partly give-data']],
    ['BPJPH mencabut penugasan lembaga itu untuk memeriksa produk susu.', ['withdrawn examine']],
    // A verb behind a pronoun is a passive, though it ends like a noun.
    ['Surat tegurannya sudah kami layangkan Senin lalu.', ['fulfilled warn']],
    ['"Laporan itu telah kami serahkan," katanya.', ['fulfilled submit']],
    // What one side received, the other has handed over.
    ['Kementerian sudah menerima surat komitmen dari X Corp.', ['fulfilled submit']],
    ['OJK sudah menerima rencana perbaikan dari Akulaku, Senin.', ['fulfilled submit']],
    ['Dokumen dari PayPal sudah kami terima.', ['fulfilled submit']],
    ['OJK sudah menerima sebagian dokumen dari Akulaku.', ['partly submit']],
    // What was planned or demanded is taken back.
    ['Rencana penurunan akreditasi pada Maret dicabut kementerian.', ['withdrawn ~urun', 'withdrawn ~akreditas']],
    ['Kewajiban mendaftar itu kami cabut.', ['withdrawn register', 'withdrawn ~wajib']],
    ['Aturan itu dicabut kementerian.', ['withdrawn ~atur']],
    // What is still out is said of the reason, not of the deed.
    ['Komdigi memblokir Zangi pada 5 Maret karena belum juga mendaftar.', ['missed register', 'fulfilled block']],
    // A noun of a deed that took place on a day.
    ['Pertemuan dengan idEA itu digelar pada Jumat (23/5/2025).', ['fulfilled meet']],
    // Verbs of news without a prefix, and states that an act leaves behind.
    ['Peraturan menteri itu terbit pada 28 Maret 2025.', ['fulfilled issue-rule']],
    ['Akses ke situs itu kembali normal sejak Senin.', ['fulfilled unblock']],
    ['Gim tersebut tak lagi dapat diakses sejak Selasa malam.', ['fulfilled block']],
    ['Obat itu lenyap dari etalase sejak akhir Juni.', ['fulfilled remove-content']],
    // Who gives up a plan to stop a thing takes back the stop, and not the thing.
    ['KPPU membatalkan rencana menghentikan penyerahan laporan.', ['withdrawn close']],
    ['Inspektur menemukan Lion Air masih menugaskan pilot itu.', ['missed ~ugas']],
    ['Pada hari yang sama Komdigi memblokir situs itu.', ['fulfilled block']],
    ['Sejak September tidak ada lagi operator yang belum menyerahkan laporan.', ['fulfilled submit']],
    ['Direksi KAI memenuhi panggilan Komnas HAM.', ['fulfilled meet']],
    ['Komdigi memblokir dua situs karena pemiliknya tidak mendaftar.', ['missed register', 'fulfilled block']],
    [
      'Pembahasan dimulai setelah Komdigi menuntaskan verifikasi situs itu pada 26 Februari.',
      ['fulfilled verify', 'fulfilled ~bahas'],
    ],
    ['Pengawasan terasa sejak identitas gerai selesai didata operator pada April lalu.', ['fulfilled ~data']],
    ['Kajian pemblokiran situs itu tidak dilanjutkan.', ['withdrawn examine', 'withdrawn block']],
  ])('%s', (sentence, expected) => {
    expect(lines(sentence)).toEqual(expected);
  });

  test.each([
    'Facebook akan membuka kantor di Bandung.',
    'Jadwal pembukaan bandara akhirnya ditetapkan.',
    'Posko yang katanya dibuka sebelum Lebaran tidak ia temukan.',
    'Komisi I menanyakan apakah Komdigi sudah memblokir situs itu.',
    'Ombudsman berharap Komdigi sudah memblokir situs itu sebelum Agustus.',
    'Direktur menyebut blokir situs itu dibuka paling lambat Rabu.',
    'Kementerian belum memblokir situs itu.',
    'Perusahaan itu wajib membayar denda.',
    'Kapan kantor itu dibuka?',
    'Kabar berantai menyebut aplikasi itu sudah diblokir.',
    'Perusahaan itu berencana membuka kantor pada Senin.',
    'Pemindahan sistem baru mencapai 87 persen.',
    'Baca juga: Facebook Resmi Membuka Kantor',
    'Kementerian membantah pemblokiran itu belum berjalan.',
    'Kementerian akan memutus akses aplikasi itu karena denda tidak dibayar.',
    'Cuaca cerah sepanjang hari.',
    'Jika denda sudah dibayar, aplikasi itu tidak diblokir.',
    'Denda itu belum dibayar sejak Senin (4/8).',
    'Komdigi sejak awal mengawasi situs itu.',
    'Kementerian belum menerima surat komitmen dari X Corp.',
    'Kementerian menerima kasih sayang dari Bandung.',
    'Kementerian sudah menerima laporan dari warga.',
    'Rencana itu tidak akan dicabut.',
    'Pedagang mendesak kewajiban mendaftar dicabut.',
    'Laporan itu belum sampai di meja OJK.',
    'Serikat pekerja menantang Gojek membuka data pengemudi, Kamis (20/11/2025).',
    'KPPU menyarankan Google membuka pilihan pembayaran, Kamis (20/11/2025).',
    'Bank Indonesia merekomendasikan bank menutup rekening itu, Kamis (20/11/2025).',
    'Pemerintah mengajak operator menurunkan tarif, Kamis (20/11/2025).',
    'Jika kewajiban mendaftar dicabut, data hilang.',
    'Koalisi menuntut kewajiban mendaftar itu dicabut.',
    'Layanan itu diharapkan kembali normal.',
    'Kementerian meminta konten itu hilang dari laman.',
    'Aplikasi itu tidak bisa diakses sejak pagi karena gangguan.',
    'Kementerian sudah menerima surat keberatan dari TikTok soal sensor.',
    'Aturan itu semestinya terbit pada 28 April 2025.',
    'Aturan itu belum dicabut.',
    'Peraturan menteri itu akan terbit pada 28 Maret 2025.',
    'PIN itu harus sudah digunakan penerbit paling lambat 30 Juni 2025.',
    'Pertemuan itu akan digelar pada Jumat (23/5/2025).',
    'Pemblokiran dilakukan bila PSE tidak mendaftar, kata Komdigi, Senin (9/3/2026).',
    'Pemeriksaan itu mestinya dilakukan pada 5 Maret.',
    // A name is no verb, whatever it begins with.
    'Bursa itu kini ada di Medan.',
  ])('nothing: %s', (sentence) => {
    expect(lines(sentence)).toEqual([]);
  });

  test('a plain verb tells the news at the top of an article, and nothing further down without a day', () => {
    const sentence = 'Perusahaan itu membayar denda Rp78 juta.';
    expect(lines(sentence, { isLead: true })).toEqual(['fulfilled pay-fine']);
    expect(lines(sentence)).toEqual([]);
  });

  test('what was to be long ago and still is not, is not done', () => {
    const kinds = lines('Panduan yang dijanjikan terbit bulan lalu belum juga keluar.').map(
      (line) => line.split(' ')[0],
    );
    expect(kinds).not.toContain('fulfilled');
  });

  test('all of a hundred per cent is done, less is under way', () => {
    expect(lines('Migrasi sistem sudah tuntas 100 persen.')).toEqual(['fulfilled move-system']);
    expect(lines('Migrasi sistem sudah tuntas 70 persen.')).toEqual([]);
  });

  test('a denial names its act in the headline where it does not itself', () => {
    expect(lines('Perusahaan itu membantahnya.', { title: 'Kantor Facebook di Bandung Disebut Sudah Dibuka' })).toEqual(
      ['contested open-office'],
    );
  });

  test('nothing throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        reportsOf(text, { isLead: true, title: text });
      }),
      { numRuns: process.env.TAGIH_LONG ? 20_000 : 300, seed: 6 },
    );
  });

  test('a million characters take no longer than they are long', () => {
    const started = performance.now();
    for (const unit of ['sudah membuka kantor ', 'tenggat ', 'belum ', 'a', ' ', '. ', '87 persen ']) {
      reportsOf(unit.repeat(Math.ceil(100_000 / unit.length)), { isLead: true });
    }
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
