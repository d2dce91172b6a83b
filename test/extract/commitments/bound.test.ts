import { describe, expect, test } from 'vitest';
import { obligorOptions } from '../../../lambda/extract/commitments/obligor.ts';
import { sceneOf } from '../../../lambda/extract/commitments/scene.ts';
import { extract } from '../../../lambda/extract/extract.ts';
import { judged } from './judged.ts';

/** Whom the rules bind in the last clause of a text. */
function boundIn(text: string): string[] | undefined {
  return judged(text)
    .judgement.judged.at(-1)
    ?.roles.obligors.map((ref) => ref.text);
}

describe('who is bound, by the rules', () => {
  test.each([
    [
      'a class without the day that stands before it',
      'Mulai 1 Januari 2026 semua ponsel wajib didaftarkan.',
      ['semua ponsel'],
    ],
    [
      'a class without the word that leads to it',
      'Kepada pelaku usaha air minum wajib memasang label.',
      ['pelaku usaha air minum'],
    ],
    [
      'a class without the day behind it',
      'Pemegang kartu mulai Selasa (1/7) wajib membayar biaya.',
      ['Pemegang kartu'],
    ],
    [
      'a class behind an order',
      'OJK meminta perusahaan asuransi menghentikan promosi itu paling lambat Juli 2025.',
      ['perusahaan asuransi'],
    ],
    [
      'who is named right behind a verb that schedules',
      'Pemerintah menunggu. Pemerintah cemas. Satelit cadangan itu dijadwalkan Telkom mengangkasa pada Mei 2026.',
      ['Telkom'],
    ],
    [
      'people who are counted are no list of organisations',
      'Shopee dan Lazada tumbuh pesat. Menteri Keuangan dan Menteri Perdagangan bertemu. Kedua menteri itu wajib melapor kepada presiden paling lambat Juli 2025.',
      ['Kedua menteri itu'],
    ],
    [
      'the company that was spoken of, and no other in sight',
      'Google membuka kantor di Jakarta. Perusahaan itu wajib melapor kepada Komdigi paling lambat Juli 2025.',
      ['Google'],
    ],
    [
      'the first of a list of kinds, not whoever says so',
      'Seluruh sekolah, kampus, dan puskesmas wajib memasang penyaring paling lambat Juli 2025, kata OJK.',
      ['Seluruh sekolah'],
    ],
    [
      'all of a list that is pointed back to',
      'Komdigi memanggil Discord, Bigo Live, dan Threads. Komdigi juga mewajibkan ketiga perusahaan mengirim laporan paling lambat Jumat.',
      ['Discord', 'Bigo Live', 'Threads'],
    ],
    [
      'a pair named once as keduanya',
      'Shopee dan Lazada dipanggil KPPU. Keduanya wajib mendaftar paling lambat Jumat.',
      ['Shopee', 'Lazada'],
    ],
    [
      'the company spoken of, not the authority that asks',
      'OJK mencabut izin PT Investree Radhika Jaya (Investree). Selain itu, perusahaan diminta menunjuk gugus tugas paling lambat Jumat, kata Kepala OJK Mahendra Siregar.',
      ['PT Investree Radhika Jaya (Investree)'],
    ],
    [
      'every name before an aside with who says it',
      'TikTok, Shopee, dan Lazada, kata dia, akan membuka kanal pelaporan mulai September.',
      ['TikTok', 'Shopee', 'Lazada'],
    ],
    [
      'a name before menurut dia',
      'Google dan TikTok, menurut dia, bersedia membuka kanal pelaporan mulai September.',
      ['Google', 'TikTok'],
    ],
    [
      'a name before a short aside',
      'TikTok, platform milik ByteDance, akan membuka kantor pada Juli 2025.',
      ['TikTok'],
    ],
    [
      'a class before an aside that widens it',
      'Kominfo memanggil Netflix. Semua PSE lingkup privat, lokal maupun asing, harus sudah mendaftar paling lambat 20 Juli 2025.',
      ['Semua PSE lingkup privat'],
    ],
    [
      'a team by its common name, right behind a passive',
      'Pengadilan menolak. Penyewa pabrik itu akan dipilih tim kurator pada akhir Juli 2025.',
      ['tim kurator'],
    ],
    [
      'a company by a common noun, right behind a passive',
      'PT Pharos Indonesia menarik obat itu. BPOM mengawasi PT Pharos Indonesia. Berkas usulan akan disampaikan perusahaan kepada BPOM pada Juli 2025.',
      ['PT Pharos Indonesia'],
    ],
    [
      'the body of whoever speaks, by a common noun',
      'Juru bicara Kominfo Gatot S. Dewa Broto menyebutkan uji coba akan digelar kementeriannya pada awal 2026.',
      ['Kominfo'],
    ],
    [
      'those to whom an order is given who open the sentence',
      'Kepada PT Pharos Indonesia selaku produsen, BPOM memerintahkan agar seluruh obat itu ditarik paling lambat Juli 2025.',
      ['PT Pharos Indonesia'],
    ],
    [
      'the body that is run by those addressed',
      'Dalam rapat itu direksi bank anggota Himbara diwajibkan menyerahkan rincian biaya paling lambat Juli 2025.',
      ['Himbara'],
    ],
    [
      'a name between commas behind what it is',
      'Kresna Life berharap. Pemegang saham pengendali, PT Duta Makmur Sejahtera, tetap akan menyuntikkan dana paling lambat Juli 2025.',
      ['PT Duta Makmur Sejahtera'],
    ],
    [
      'a name before an inset that says by what',
      'BTIP menunggu. Telkomsel, seperti ditetapkan BTIP dalam adendum, mempunyai waktu sampai 31 Juli 2025 untuk menyelesaikan seluruh desa.',
      ['Telkomsel'],
    ],
    [
      'initials that nobody introduced',
      'PT Bank Rakyat Indonesia (Persero) Tbk membangun satelit. BRI akan meluncurkannya pada Juli 2025.',
      ['PT Bank Rakyat Indonesia (Persero)'],
    ],
    [
      'a listed authority, though another name has its initials',
      'Koperasi Pandawa Kreatif bangkrut. KPK akan memeriksa pengurusnya pada Juli 2025.',
      ['KPK'],
    ],
    ['no team that is only made', 'Akan dibentuk tim khusus pada Juli 2025, kata Menkominfo Budi Arie.', ['Budi Arie']],
    [
      'not whoever receives it',
      'Berkas akan disampaikan perusahaan kepada Tokopedia pada Juli 2025. Tokopedia menunggu. Tokopedia sabar.',
      ['perusahaan'],
    ],
    [
      'whoever pays, not the people who receive',
      'Direktur Utama PT Minna Padi Budi Wihartanto memberi kabar. Nasabah bakal menerima pembayaran tahap pertama pada Juli 2025, kata Budi.',
      ['PT Minna Padi'],
    ],
    [
      'an office and who holds it, between commas',
      'Wali Kota Surabaya, Eri Cahyadi, akan membuka taman pada Juli 2025.',
      ['Eri Cahyadi'],
    ],
    [
      'the side of whoever aims, not the thing aimed at',
      '"Bursa karbon kami targetkan beroperasi akhir tahun ini," kata Kepala Bappebti Didid Noordiatmoko.',
      ['Bappebti'],
    ],
    [
      'the side of the company that answers',
      'Menurut Dirjen Komdigi Alexander Sabar, platform lambat. Bigo Live menjawab bahwa pihaknya bakal merilis pembaruan aplikasi pada pekan depan.',
      ['Bigo Live'],
    ],
    [
      'the office that blocks, not the platform blocked',
      '"Kalau sampai Jumat belum dibersihkan, kami akan blokir WhatsApp," kata Direktur Jenderal Aplikasi Informatika Kominfo Semuel Abrijani Pangerapan.',
      ['Kominfo'],
    ],
    [
      'the office that fines, though its head says I',
      'Kominfo mengancam. "Jika tidak patuh, saya akan mengenakan denda," kata Menteri Komunikasi dan Informatika Budi Arie Setiadi.',
      ['Kominfo'],
    ],
    [
      'an inspectorate behind oleh',
      'Kegiatan itu akan dimonitor oleh Inspektorat Provinsi Bali pada Juli 2025.',
      ['Inspektorat Provinsi Bali'],
    ],
    [
      'a class behind oleh, in the words of the text',
      'Usulan itu akan dibahas oleh masing-masing kantor wilayah pada Juli 2025, kata Menteri Keuangan Sri Mulyani.',
      ['masing-masing kantor wilayah'],
    ],
    [
      'the side of whoever speaks, behind oleh',
      '"Kantor baru akan dibuka di Ambon oleh kami pada Juli 2025," kata Ketua KPPU Dimas Anggara.',
      ['KPPU'],
    ],
    [
      'the association that an office names by its letters',
      'Himpunan Peritel Kota Indonesia (HPKI) rapat. "Kami akan menggelar bazar pada Juli 2025," kata Ketua Umum HPKI Budi Sahwan.',
      ['Himpunan Peritel Kota Indonesia (HPKI)'],
    ],
  ])('binds %s', (_, text, names) => {
    expect(boundIn(text)).toEqual(names);
  });

  test('a list of another length is not what a number points to', () => {
    const names = boundIn(
      'Komdigi memanggil Discord dan Threads. Komdigi juga mewajibkan ketiga perusahaan mengirim laporan paling lambat Jumat.',
    );
    expect(names).toEqual(['ketiga perusahaan']);
  });
});

describe('a verb shares the subject of the verb before it', () => {
  test.each([
    ['OJK telah menyiapkan tim dan akan memeriksa bank itu pada Juli.', 'OJK'],
    ['PT Surya memohon maaf dan akan membayar denda itu pekan depan.', 'PT Surya'],
    ['Pemkot Bandung merampungkan survei lalu akan memperbaiki jalan itu pada Agustus.', 'Pemkot Bandung'],
  ])('%s', (text, body) => {
    expect(boundIn(text)).toEqual([body]);
  });

  test('and not what stands before the other verb, by when that was done', () => {
    const text = 'Usai diprotes, PT Surya melunak dan berjanji membayar denda itu paling lambat 1 Juli.';
    const [mention] = extract({ text, published: '2025-06-10' }).commitments;
    expect(mention?.deadline?.text).toBe('paling lambat 1 Juli');
  });
});

describe('a pronoun or a word between names nobody', () => {
  const obligorsOf = (text: string) =>
    extract({ text, published: '2025-06-10' }).commitments.map(({ obligor }) => obligor.text);

  test.each([
    ['"Kami akan melunasi gaji itu paling lambat 30 Juni," kata Wali Kota Bogor Dedie Rachim.', 'Dedie Rachim'],
    ['"Pihak kami akan membayar denda itu pada 1 Juli," kata Direktur Utama PT Surya, Hadi Wibowo.', 'PT Surya'],
    ['Badan Pemeriksa Keuangan merekomendasikan dan mewajibkan PT Surya membayar denda itu pada Juli.', 'PT Surya'],
    ['Ombudsman meminta PT Surya, tanpa menunggu rapat lagi, membayar denda itu paling lambat 1 Juli.', 'PT Surya'],
  ])('%s', (text, name) => {
    expect(obligorsOf(text)).toEqual([name]);
  });
});

describe('who else may be bound', () => {
  test.each([
    [
      'Menteri Lingkungan Hanif Faisol mengatakan, Indonesia dalam waktu dekat akan menyampaikan laporan emisi.',
      'Indonesia',
    ],
    ['Menteri Lingkungan Hanif Faisol mengatakan, Rusia serta Ukraina akan bertukar tahanan.', 'Rusia serta Ukraina'],
  ])('a subject no list knows, without what is said of the time: %s', (text, name) => {
    const { doc, input, judgement } = judged(text);
    const { parties, judged: all } = judgement;
    const { sentences } = doc;
    const scene = sceneOf({ text, parties, sentences, statements: input.statements, title: '', judged: all });
    const options = obligorOptions(text, all[0]!.candidate, all[0]!.roles, scene);
    expect(options.filter(({ party }) => party < 0).map(({ ref }) => ref?.text)).toEqual([name]);
  });
});

describe('a country', () => {
  const bound = (text: string) =>
    extract({ text, published: '2025-06-10T08:00:00+07:00' }).commitments.map(
      ({ obligor }) => obligor.actor ?? obligor.text,
    );

  test('promises as a body does, and ours by the ministry whose minister says so', () => {
    expect(
      bound('JAKARTA - Menteri Komdigi Meutya Hafid mengatakan Singapura akan memblokir TikTok pada 1 Juli 2025.'),
    ).toEqual(['Singapura']);
    expect(
      bound('JAKARTA - Menteri Komdigi Meutya Hafid mengatakan Indonesia akan memblokir TikTok pada 1 Juli 2025.'),
    ).toEqual(['komdigi']);
    expect(bound('WASHINGTON - Amerika Serikat (AS) akan mengenakan tarif 19 persen mulai 1 Agustus 2025.')).toEqual([
      'Amerika Serikat (AS)',
    ]);
  });
});
