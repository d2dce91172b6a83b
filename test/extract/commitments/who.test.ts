import { describe, expect, test } from 'vitest';
import { judge } from '../../../lambda/extract/commitments/commitments.ts';
import { obligorOptions } from '../../../lambda/extract/commitments/obligor.ts';
import { sceneOf } from '../../../lambda/extract/commitments/scene.ts';
import { toldBack } from '../../../lambda/extract/commitments/told.ts';
import { speakerOptions } from '../../../lambda/extract/commitments/voice.ts';
import { extract, read } from '../../../lambda/extract/extract.ts';

function judged(text: string) {
  const { doc, input } = read({ text, published: '2025-06-10' });
  return { doc, input, judgement: judge(doc, input) };
}

/** Whom the rules bind in the last clause of a text. */
function boundIn(text: string): string[] | undefined {
  return judged(text)
    .judgement.judged.at(-1)
    ?.roles.obligors.map((ref) => ref.text);
}

test('an end told without an affix, and with a day, is an act; one that only describes a thing is none', () => {
  const rulesIn = (text: string) => judged(text).judgement.judged.map(({ candidate }) => candidate.rule);
  expect(rulesIn('Kominfo menunggu. Ketetapannya terbit akhir bulan ini.')).toEqual(['dated-act']);
  expect(rulesIn('Kominfo menunggu. Besar dana yang cair akhir bulan ini.')).toEqual([]);
});

describe('acts to which no marker points', () => {
  const rulesIn = (text: string) => judged(text).judgement.judged.map(({ candidate }) => candidate.rule);

  test.each([
    [
      'behind a condition, done by who is named behind the verb',
      'Jika tetap beroperasi, pengelolanya diadukan OJK kepada polisi.',
      ['if-act'],
    ],
    [
      'behind a condition and who says so',
      'Apabila tidak diindahkan, menurut Budi, akses ke gim itu diputus Komdigi.',
      ['if-act'],
    ],
    [
      'behind a condition, by who is named in front',
      'Bila datanya tak kunjung lengkap, kata dia, OJK melimpahkan perkara itu ke polisi.',
      ['if-act'],
    ],
    [
      'what `kami` do, in a quotation',
      '"Yang masih membandel, kantornya kami tutup," kata Kepala OJK Budi Santoso.',
      ['own-act'],
    ],
    [
      'what heads the clause with `yang`, in a quotation',
      '"Yang membandel kami tegur secara tertulis," kata Kepala OJK Budi Santoso.',
      ['own-act'],
    ],
    [
      'what is brought before somebody',
      '"Kalau masih dibuang di sana, pengelolanya kami bawa ke polisi," kata Kepala OJK Budi Santoso.',
      ['if-act'],
    ],
    ['what one does oneself', '"Berkasnya saya antar sendiri ke OJK pekan depan," kata Budi Santoso.', ['dated-act']],
    [
      'what can be done from a day to come on',
      'Aplikasi OJK itu dapat diunduh siapa pun paling lambat Agustus.',
      ['may'],
    ],
    [
      'what is handed over by a word for telling',
      'OJK menunggu. Rekomendasi itu baru disampaikan ke publik awal Juli.',
      ['dated-act'],
    ],
    [
      'in days that are counted from an event',
      'Hasilnya diumumkan OJK dalam 10 hari kerja sejak berkas diterima.',
      ['dated-act'],
    ],
  ])('are found: %s', (_name, text, rules) => {
    expect(rulesIn(text)).toEqual(rules);
  });

  test.each([
    ['what `kami` have done', '"Kantornya sudah kami tutup," kata Kepala OJK Budi Santoso.'],
    ['what can be done, with no day', 'Aplikasi OJK itu dapat diunduh siapa pun.'],
    ['what `kami` know', '"Itu yang kami ketahui," kata Kepala OJK Budi Santoso.'],
    ['behind a condition, what nobody who is named does', 'Jika hujan turun, jalan itu tergenang dan warga mengungsi.'],
  ])('are not: %s', (_name, text) => {
    expect(rulesIn(text)).toEqual([]);
  });

  test('what is not yet so may be what the act is done to', () => {
    expect(rulesIn('Produk yang belum sesuai akan dihentikan OJK.')).toEqual(['sanction']);
    expect(rulesIn('OJK belum akan menghentikan produk itu.')).toEqual([]);
  });
});

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

describe('who says it', () => {
  test('behind menurut at the end of a sentence', () => {
    const { input } = judged('Kominfo tak segan mencabut izin penyedia itu pada Juli, menurut Budi Arie.');
    expect(input.statements.map(({ speaker }) => speaker?.text)).toEqual(['Budi Arie']);
  });

  test.each([
    ['Shopee ditagih Kementerian Perdagangan untuk melunasi denda sebelum Juli 2025.', 'Kementerian Perdagangan'],
    ['Shopee diberi waktu oleh KPPU hingga 30 Juli 2025 untuk melunasi denda.', 'KPPU'],
    ['Shopee diminta melunasi denda sebelum Juli 2025.', undefined],
  ])('whoever orders, behind the order: %s', (text, name) => {
    expect(judged(text).judgement.judged.at(-1)?.roles.speaker?.text).toBe(name);
  });

  test.each([
    ['Shopee berencana membuka kantor di Batam pada Juli 2025.', 'Shopee'],
    ['Shopee merencanakan pembukaan kantor di Batam pada Juli 2025.', 'Shopee'],
    ['Shopee hendak membuka kantor di Batam pada Juli 2025.', undefined],
  ])('whoever plans aloud, and nobody where a plan is only had: %s', (text, name) => {
    expect(judged(text).judgement.judged.at(-1)?.roles.speaker?.text).toBe(name);
  });

  test('a pronoun that aims where only an office spoke', () => {
    const text = 'Kepala KPPU mengatakan perkara itu rumit. Ia menargetkan sidang pertama dibuka pada Juli 2025.';
    expect(judged(text).judgement.judged.at(-1)?.roles.speaker?.text).toBe('KPPU');
  });

  test.each([
    [
      'Google akan membangun pusat data di Batam. Hal itu disampaikan Menteri Komunikasi Budi Arie Setiadi.',
      'Budi Arie Setiadi',
    ],
    [
      'BI akan meluncurkan layanan baru. Deputi Gubernur BI Filianingsih Hendarta menyampaikannya dalam rapat.',
      'Filianingsih Hendarta',
    ],
    ['BI akan meluncurkan layanan baru. Rapat itu dihadiri Filianingsih Hendarta.', undefined],
  ])('told a sentence later: %s', (text, name) => {
    const { doc, judgement } = judged(text);
    const told = toldBack(doc.text, doc.sentences, judgement.parties);
    expect(told[0]).toBe(-1);
    expect(judgement.parties.all[told[1]!]?.name).toBe(name);
  });

  test('who is told of a sentence later is marked among the options', () => {
    const text = 'Google akan membangun pusat data di Batam. Hal itu disampaikan Menteri Komunikasi Budi Arie Setiadi.';
    const { doc, input, judgement } = judged(text);
    const { parties, judged: all } = judgement;
    const { sentences } = doc;
    const scene = sceneOf({ text, parties, sentences, statements: input.statements, title: '', judged: all });
    const [first] = all;
    const options = speakerOptions(first!.candidate, first!.roles, -1, scene);
    const told = options.filter(({ features }) => features.includes('told'));
    expect(told.map(({ party }) => parties.all[party]!.name)).toEqual(['Budi Arie Setiadi']);
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

describe('who orders', () => {
  const speaker = (text: string) => extract({ text, published: '2025-06-12' }).commitments[0]?.speaker?.text;

  test.each([
    ['PTUN Jakarta mewajibkan Telkomsel membayar ganti rugi sebelum 30 Juni 2025.', 'PTUN Jakarta'],
    ['Telkomsel diwajibkan dalam waktu paling lama 14 hari oleh KPPU untuk mengembalikan pulsa pelanggan.', 'KPPU'],
    ['Telkomsel diwajibkan paling lambat 30 Juni 2025 untuk mengembalikan pulsa yang dipotong oleh BRTI.', undefined],
  ])('is its speaker, listed or not: %s', (text, name) => {
    expect(speaker(text)).toBe(name);
  });
});

describe('who speaks', () => {
  const said = (text: string) => {
    const [first] = extract({ text, published: '2025-06-12' }).commitments;
    return [first?.speaker?.text, first?.obligor.text];
  };

  test.each([
    [
      'one who has been named, described by an office',
      'Sufmi Dasco Ahmad memimpin rapat. "Pekan depan DPR akan mengesahkan aturan itu," imbuh Ketua Harian Partai Gerindra ini.',
      'Sufmi Dasco Ahmad',
    ],
    [
      'one described by a former office',
      'Bima Arya menilai usulan itu baik. "Kami akan membuka pendaftaran mulai Senin," tutur mantan Wali Kota Bogor tersebut.',
      'Bima Arya',
    ],
    [
      'one described by whom he is married to',
      'Ahmad Dhani mengaku sibuk. "Bulan depan saya akan menyerahkan royalti itu," kata suami Mulan Jameela itu.',
      'Ahmad Dhani',
    ],
    [
      'one described by a party, of whom nothing was quoted yet',
      'Rieke Diah Pitaloka menolak. "Kami akan memanggil Menkes pekan depan," tegas politikus PDIP itu.',
      'Rieke Diah Pitaloka',
    ],
    [
      'who holds the office, where the article names him',
      'Ketua DPRD Bogor Rudi Susanto memimpin rapat. "Perda itu akan kami sahkan bulan depan," ujar Ketua DPRD.',
      'Ketua DPRD Bogor Rudi Susanto',
    ],
    [
      'a head of a local government, by the office alone',
      'Gubernur Jawa Barat Dedi Mulyadi datang. Gubernur menambahkan, Pemprov akan menutup tambang itu besok.',
      'Dedi Mulyadi',
    ],
    [
      'whose name comes behind all that the office is of',
      '"Kami akan menggelar demo pada 10 Juli," ucap Ketua RT 18, RW 14, Klaster Melati, Wahyu Anggoro.',
      'Wahyu Anggoro',
    ],
    [
      'an envoy, behind the country to which he is sent',
      'Dubes Iran untuk Indonesia Mohammad Zamani hadir. "Kami akan membuka pusat budaya bulan depan," kata Zamani.',
      'Mohammad Zamani',
    ],
    [
      'one who is called by the beginnings of his names',
      'Anggota DPR Bambang Soesatyo hadir. "Kami akan membahas RUU itu bulan depan," kata Bamsoet.',
      'Bambang Soesatyo',
    ],
    [
      'the subject before what is said of it between commas',
      'Eko Prasojo, guru di Trenggalek, yang dipukul wali murid bernama Anton, menegaskan akan menggugat sekolah pekan depan.',
      'Eko Prasojo',
    ],
    [
      'who spoke before, where his side promises',
      'Haris Sukamto memimpin rapat. "Kami dorong terus," katanya. Pihaknya menargetkan aturan itu terbit bulan depan.',
      'Haris Sukamto',
    ],
    [
      'the one person with a name, where a page lost the names of his firm and his own',
      'Direktur Utama PT , (Persero) , hadir. Dia mengatakan pemerintah akan membayar utang tahun ini. Nicke menyambut itu.',
      'Nicke',
    ],
  ])('%s', (_, text, name) => {
    expect(said(text)[0]).toBe(name);
  });

  test('of an officer, for the body by the first word of its name, though it looks like a verb', () => {
    const text =
      'PT Merpati Nusantara Airlines berhenti. "Gaji akan kami bayar akhir bulan ini," kata Direktur Utama Merpati Asep Suryana.';
    expect(said(text)).toEqual(['Asep Suryana', 'PT Merpati Nusantara Airlines']);
    const common =
      'PT Bumi Lestari berhenti. "Gaji akan kami bayar akhir bulan ini," kata Direktur Utama Bumi Asep Suryana.';
    expect(said(common)).toEqual(['Asep Suryana', 'PT Bumi Lestari']);
  });

  test('to whom time is given, without the time', () => {
    expect(said('DPR memberi waktu rekan-rekan Komisi VII 1x24 jam untuk memutuskan hal itu.')[1]).toBe(
      'rekan-rekan Komisi VII',
    );
  });

  test('an office of one body is not who holds that of another', () => {
    const text =
      'Dian Siswarini, Direktur Utama Telkom, hadir. "Tarif akan kami turunkan bulan depan," ujar Direktur Utama PLN.';
    expect(said(text)).toEqual(['PLN', 'PLN']);
  });

  test('a place of that name is nobody', () => {
    expect(said('Kepala BNPB di Aceh Tamiang mengatakan BNPB akan membagikan beras pekan depan.')[0]).toBe('BNPB');
  });
});
