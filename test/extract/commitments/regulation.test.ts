import { describe, expect, test } from 'vitest';
import { extract } from '../../../lambda/extract/extract.ts';

/** What every article here begins with: who is meant, and what it is about. */
const LEAD =
  'Kementerian Komunikasi dan Digital (Komdigi) kembali memanggil sejumlah platform digital ke kantornya. TikTok ikut diperiksa.';
const found = (sentence: string) =>
  extract({ text: `${LEAD} ${sentence}`, published: '2025-03-10', title: 'Komdigi Panggil Platform Digital' })
    .commitments;

describe('what regulation news words in its own way', () => {
  test.each<[string, string, { type: string; obligor: string; action: string; due: string }]>([
    [
      'a term that is moved for somebody binds them',
      'Kementerian itu melonggarkan batas waktu bagi operator seluler untuk memasang fitur cek nomor hingga 31 Maret 2025.',
      { type: 'obligation', obligor: 'operator seluler', action: 'memasang fitur cek nomor', due: '2025-03-31' },
    ],
    [
      'who orders may stand between the order and its act',
      'Tokopedia masih ditagih Komdigi untuk melengkapi dokumen pendaftaran paling lambat 20 Maret 2025.',
      { type: 'obligation', obligor: 'Tokopedia', action: 'melengkapi dokumen', due: '2025-03-20' },
    ],
    [
      'who is asked to sign is bound, and not in agreement with who asks',
      'Komdigi meminta operator seluler menandatangani pakta integritas paling lambat 20 Maret 2025.',
      { type: 'obligation', obligor: 'operator seluler', action: 'menandatangani pakta integritas', due: '2025-03-20' },
    ],
    [
      'what must have been received by a day is due from whom it comes',
      'Menurut Komdigi, bonus itu harus sudah diterima mitra pengemudi dari Grab paling lambat 24 Maret 2025.',
      { type: 'obligation', obligor: 'Grab', action: 'diterima', due: '2025-03-24' },
    ],
    [
      'the act that is called in may be a noun, and its doer stand behind it',
      'Menteri Komunikasi dan Digital Meutya Hafid menagih pembangunan 500 menara baru dari Telkomsel hingga Desember 2025.',
      { type: 'obligation', obligor: 'Telkomsel', action: 'pembangunan 500 menara', due: '2025-12-31' },
    ],
    [
      'a name before `Group` is an organisation, and an aside says what it is',
      'Lippo Group, pemilik lima stasiun televisi, menyatakan bakal mematikan pemancar analognya pada 30 April 2025.',
      { type: 'pledge', obligor: 'Lippo Group', action: 'mematikan pemancar', due: '2025-04-30' },
    ],
    [
      'a long description, with a bracket and a place in it, is the one named before',
      'Platform video pendek (aplikasi) asal China itu wajib membayar denda paling lambat 30 Maret 2025.',
      { type: 'obligation', obligor: 'TikTok', action: 'membayar denda', due: '2025-03-30' },
    ],
    [
      'a bare verb of one’s own with a day to come is a promise',
      '"Aturan turunannya kami terbitkan 30 April 2025," kata Menteri Komunikasi dan Digital Meutya Hafid, Senin (10/3/2025).',
      { type: 'pledge', obligor: 'Komdigi', action: 'terbitkan', due: '2025-04-30' },
    ],
    [
      'a day may open the clause of such a verb',
      '"Mulai 1 April 2025, batas usia pengguna kami naikkan," kata Menteri Komunikasi dan Digital Meutya Hafid, Senin (10/3/2025).',
      { type: 'pledge', obligor: 'Komdigi', action: 'kami naikkan', due: '2025-04-01' },
    ],
    [
      'a bare verb behind kami is a deed, whatever its other forms are',
      '"Pendaftaran gelombang kedua kami buka 20 Maret 2025," kata Menteri Komunikasi dan Digital Meutya Hafid, Senin (10/3/2025).',
      { type: 'pledge', obligor: 'Komdigi', action: 'kami buka', due: '2025-03-20' },
    ],
    [
      'a `segera` within an order is the order’s',
      'Komdigi mengimbau seluruh platform yang masuk dalam kategori wajib daftar untuk segera melengkapi pendaftaran paling lambat 30 April 2025.',
      { type: 'obligation', obligor: 'platform', action: 'melengkapi pendaftaran', due: '2025-04-30' },
    ],
    [
      'who is granted time must act by its end',
      'Operator seluler memperoleh kelonggaran sampai akhir April 2025 guna melengkapi data pelanggannya.',
      { type: 'obligation', obligor: 'Operator seluler', action: 'melengkapi data', due: '2025-04-30' },
    ],
    [
      'an order finds its act behind a relative clause',
      'Komdigi mengingatkan operator seluler yang belum melapor agar menyerahkan data pelanggan paling lambat 20 Maret 2025.',
      { type: 'obligation', obligor: 'operator seluler', action: 'menyerahkan data', due: '2025-03-20' },
    ],
    [
      'what a rule requires is no order of the sentence that names it',
      'Peraturan menteri yang mewajibkan verifikasi usia kami tanda tangani paling lambat 20 Maret 2025, kata Meutya Hafid.',
      { type: 'pledge', obligor: 'Komdigi', action: 'tanda tangani', due: '2025-03-20' },
    ],
    [
      'how long a thing is to last is not by when it is done',
      'Komdigi akan menerbitkan aturan masa karantina nomor bekas selama 90 hari pada Juni 2025.',
      { type: 'pledge', obligor: 'Komdigi', action: 'menerbitkan aturan', due: '2025-06-30' },
    ],
    [
      'nor is how long each takes, where a last day stands behind it',
      'Komdigi menjanjikan jawaban aduan keluar dalam sehari paling lambat akhir Maret 2025.',
      { type: 'pledge', obligor: 'Komdigi', action: 'jawaban aduan', due: '2025-03-31' },
    ],
    [
      'what begins on a day and lasts for a time is due on that day',
      'TikTok sepakat menerapkan masa tunggu selama 90 hari mulai 1 September 2025.',
      { type: 'agreement', obligor: 'TikTok', action: 'menerapkan', due: '2025-09-01' },
    ],
    [
      'of a moved act the day that held before makes no act of its own',
      'Selama menunggu, aplikasinya ditutup.\n\nKomdigi menunda pengumuman hasil uji itu hingga paling lambat 13 Mei 2025 dari rencana awal sebelum Lebaran.',
      { type: 'pledge', obligor: 'Komdigi', action: 'menunda pengumuman', due: '2025-05-13' },
    ],
    [
      'who says it in a colloquial word is not who must do it',
      'Ketua Umum Perhimpunan Hotel Seto Barunawa bilang TikTok akan menurunkan iklan itu pada 20 Maret 2025.',
      { type: 'pledge', obligor: 'TikTok', action: 'menurunkan iklan', due: '2025-03-20' },
    ],
    [
      'a plan that is moved away from its day is not due on it',
      'Komdigi menggeser peluncuran layanan itu dari rencana semula pada 17 Maret 2025.\n\nKomdigi akan meluncurkan layanan itu pada 29 Maret 2025.',
      { type: 'pledge', obligor: 'Komdigi', action: 'meluncurkan', due: '2025-03-29' },
    ],
    [
      'a word that is set off by marks in a clause is no quotation',
      'Komdigi meminta Google menghapus aplikasi "mata elang" yang masih beredar paling lambat 21 Maret 2025.',
      { type: 'obligation', obligor: 'Google', action: 'menghapus aplikasi', due: '2025-03-21' },
    ],
    [
      'what is agreed for all of a year is due by its end',
      'Komdigi sepakat menyalurkan 1.000 perangkat kepada sekolah sepanjang 2025.',
      { type: 'agreement', obligor: 'Komdigi', action: 'menyalurkan', due: '2025-12-31' },
    ],
    [
      'time may be given in colloquial words',
      'Soal iklan, operator seluler dikasih waktu sampai 4 April 2025 untuk mengganti nomor pengirim, kata Komdigi.',
      { type: 'obligation', obligor: 'operator seluler', action: 'mengganti nomor', due: '2025-04-04' },
    ],
    [
      'a directorate general is no one before it',
      'Direktorat Jenderal Perhubungan Udara Kementerian Perhubungan akan memeriksa kelaikan 14 pesawat sampai 24 Maret 2025.',
      { type: 'pledge', obligor: 'Perhubungan', action: 'memeriksa kelaikan', due: '2025-03-24' },
    ],
    [
      'a class is bound by what asks it, not the one who asks',
      'Komdigi meminta perusahaan aplikasi membayarkan bonus itu paling lambat 24 Maret 2025.',
      { type: 'obligation', obligor: 'perusahaan aplikasi', action: 'membayarkan bonus', due: '2025-03-24' },
    ],
    [
      'so many days given to somebody are theirs',
      'Komdigi memberi Telegram tujuh hari kerja untuk menghapus kanal judi.',
      { type: 'obligation', obligor: 'Telegram', action: 'menghapus kanal judi', due: '2025-03-19' },
    ],
    [
      'and so is a week in one word',
      'Komdigi memberi Telegram sepekan untuk menghapus kanal judi.',
      { type: 'obligation', obligor: 'Telegram', action: 'menghapus kanal judi', due: '2025-03-17' },
    ],
    [
      'they are the class named last',
      'Dalam surat kepada operator seluler, Komdigi mewajibkan mereka melapor mulai 1 April 2025.',
      { type: 'obligation', obligor: 'operator seluler', action: 'melapor', due: '2025-04-01' },
    ],
    [
      'they are those who are named, and not whom these wronged',
      'Shopee dan Tokopedia merugikan konsumen. Komdigi mewajibkan mereka melapor mulai 1 April 2025.',
      { type: 'obligation', obligor: 'Tokopedia', action: 'melapor', due: '2025-04-01' },
    ],
    [
      'who has not done it yet is told of, and until when it shall be done',
      'Hingga akhir Maret 2025, Komdigi akan membagikan perangkat kepada sekolah yang belum menerima.',
      { type: 'pledge', obligor: 'Komdigi', action: 'membagikan', due: '2025-03-31' },
    ],
    [
      'a term that shall not be passed is a deadline',
      'Komdigi akan menyerahkan berkas itu tidak melewati batas 31 Maret 2025.',
      { type: 'pledge', obligor: 'Komdigi', action: 'menyerahkan', due: '2025-03-31' },
    ],
    [
      'a bare verb behind the name of who acts is his',
      '"BSSN selesaikan uji keamanan itu pada April 2025," kata juru bicara BSSN.',
      { type: 'pledge', obligor: 'BSSN', action: 'selesaikan uji', due: '2025-04-30' },
    ],
    [
      'a noun in the shape of a verb is none',
      '"Komdigi mengirim berkas itu akhir Maret 2025," kata Meutya Hafid.',
      { type: 'pledge', obligor: 'Komdigi', action: 'mengirim berkas', due: '2025-03-31' },
    ],
    [
      'whose money it is is told of who has given up, and not what is promised',
      '"Uang penumpang yang batal kami kembalikan paling lambat 31 Maret 2025," kata Direktur Utama Garuda Indonesia.',
      { type: 'pledge', obligor: 'Garuda', action: 'kami kembalikan', due: '2025-03-31' },
    ],
  ])('%s', (_name, sentence, expected) => {
    const mention = found(sentence).find(({ action }) => action.text.includes(expected.action));
    expect(mention, sentence).toBeDefined();
    expect({ type: mention!.type, due: mention!.deadline?.due }).toEqual({ type: expected.type, due: expected.due });
    expect(mention!.obligor.text).toContain(expected.obligor);
  });

  test.each([
    'Pedoman yang dijanjikan Komdigi belum terbit hingga pekan kedua Maret 2025.',
    'Hingga pekan kedua Maret 2025, pedoman yang dijanjikan Komdigi belum akan terbit.',
    'Komdigi hanya menambah tiga pengawas hingga akhir Maret 2025, kurang dari rencana lima.',
  ])('what had not come by a day, or only so much of it, is due on no day: %s', (sentence) => {
    expect(found(sentence).filter(({ deadline }) => deadline !== null)).toEqual([]);
  });

  test.each([
    'Komdigi menjelaskan Meta menyerahkan laporan itu pada Senin (3/3/2025), satu hari sebelum batas 10 hari kerja.',
    'JAKARTA — Hingga awal Maret 2025, belum satu pun operator seluler menyerahkan laporan itu kepada Komdigi.',
    'Meta baru membuka enam kantor, padahal perusahaan menjanjikan sembilan sampai akhir Maret 2025.',
    'Meta menyampaikan rencana tersebut lewat surat, Jumat (14/3/2025).',
    'Padahal, Februari lalu perusahaan itu berjanji tidak akan melakukannya.',
    'Meta sudah menyerahkan laporan itu kepada Komdigi, masih dalam batas tujuh hari kerja.',
    'Menurut Komdigi, pendaftaran platform baru boleh dilakukan 20 hingga 28 Maret 2025.',
    'Sebelumnya Meta menargetkan kantor itu dibuka pada 3 Februari 2025.',
    'Layanan pembayaran Meta tidak jadi hadir di Indonesia pada 2025.',
    'Penyerahan laporan itu lewat sembilan hari dari janji Meta sebelum 1 Maret 2025.',
    '"Rata-rata kami tangani dalam sembilan jam," kata Dirjen Aplikasi Informatika Komdigi.',
  ])('what only tells of a deadline or a plan is no promise: %s', (sentence) => {
    expect(found(sentence)).toEqual([]);
  });

  test('a long list of names binds all of them', () => {
    const [mention] = found(
      'YouTube, TikTok, Facebook, Instagram, Threads, X, Bigo Live, dan Roblox wajib menonaktifkan akun milik anak mulai 28 Maret 2025.',
    );
    expect(mention?.obligors.map(({ text }) => text)).toEqual([
      ...['YouTube', 'TikTok', 'Facebook', 'Instagram', 'Threads', 'X', 'Bigo Live', 'Roblox'],
    ]);
  });

  test('a unit of measure is nobody', () => {
    const mentions = found(
      'Perusahaan itu wajib mengembalikan pita 2x5 MHz paling lambat 30 Maret 2025, kata Menteri Komunikasi dan Digital Meutya Hafid.',
    );
    expect(mentions.map(({ obligor }) => obligor.text)).not.toContain('MHz');
  });
});

test.each([
  'Jika TikTok tidak mendaftar sampai 20 Maret 2025, Komdigi akan memblokirnya.',
  'Komdigi akan memblokir TikTok jika platform itu tidak mendaftar sampai 20 Maret 2025.',
])('a day in the condition of a sanction is when that is looked at, and not when it comes: %s', (sentence) => {
  expect(found(sentence).map(({ type, deadline }) => [type, deadline])).toEqual([['sanction', null]]);
});

test.each([
  'Direktur Tokopedia Rangga berjanji perusahaan tidak akan menaikkan biaya layanan.',
  'Tokopedia berjanji tidak akan menaikkan biaya layanan.',
])('what is promised not to be is denied, whatever subject its clause has: %s', (sentence) => {
  expect(found(sentence).map(({ negated }) => negated)).toEqual([true]);
});

test('two companies that are told the same about two things are bound each for itself', () => {
  const sentences =
    'KPPU memerintahkan PT Pfizer Indonesia menurunkan harga obat Norvasc paling lambat 27 Maret 2025. Adapun PT Dexa Medica wajib menurunkan harga obat Tensivask paling lambat 27 Maret 2025.';
  expect(found(sentences).map(({ obligor }) => obligor.text)).toEqual(['PT Pfizer Indonesia', 'PT Dexa Medica']);
});

test.each([
  ['a name that no list knows', 'Kencana Media mengatakan akan menutup layanannya pada Maret 2025.', 'Kencana Media'],
  [
    'nobody by name',
    'Seorang sumber mengatakan bahwa Google akan menutup kantornya pada Maret 2025.',
    'Seorang sumber',
  ],
  ['a report', 'Menurut laporan dari Reuters, TikTok akan menutup kantornya pada Maret 2025.', 'Reuters'],
  [
    'an office behind `menurut`',
    'Komdigi akan menyelidiki kebocoran itu pekan depan menurut Menteri Komunikasi dan Digital Meutya Hafid.',
    'Meutya Hafid',
  ],
  [
    'a statement at the end',
    'Komdigi akan menyelidiki kebocoran itu pekan depan, menurut pernyataan yang dikeluarkan oleh BSSN.',
    'BSSN',
  ],
])('who says it is named in the sentence: %s', (_what, sentence, speaker) => {
  const [mention] = found(sentence);
  expect(mention?.speaker?.text).toBe(speaker);
  expect(mention?.action.text).not.toContain('menurut');
});
