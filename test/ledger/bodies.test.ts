import { describe, expect, test } from 'vitest';
import { commitmentOf, promisesIn } from '../../lambda/ledger/model/model.ts';
import { areKindred, nameKey, obligorKeys, partyKey } from '../../lambda/ledger/model/parties.ts';
import { readMentions } from '../../lambda/ledger/model/read-mentions.ts';
import { bodyOf } from '../../lambda/ledger/outcomes/bodies.ts';
import { readReports } from '../../lambda/ledger/outcomes/read.ts';
import { actorsOf } from '../../lambda/ledger/store/head.ts';
import { article } from './articles.ts';

describe('the body that an office is of, by its words', () => {
  test.each([
    ['Menkomdigi', 'a:komdigi'],
    ['Menteri Perdagangan', 'a:kemendag'],
    ['Wakil Menteri Perdagangan', 'a:kemendag'],
    ['Menteri Badan Usaha Milik Negara', partyKey({ text: '', actor: 'kementerian-bumn' })],
    ['Menteri Koordinator Bidang Perekonomian', 'a:kemenko-perekonomian'],
    ['Menteri Urusan Contoh', 'n:kementerian-urusan-contoh'],
    ['Dirjen Pajak', 'a:djp'],
    ['Direktur Jenderal Perhubungan Udara', 'a:kemenhub'],
    ['Dirjen SDPPI', 'a:komdigi'],
    ['Pelaksana Tugas Direktur Jenderal Imigrasi', 'n:ditjen-imigrasi'],
    ['Gubernur DKI Jakarta', nameKey('Pemerintah Provinsi DKI Jakarta')],
    ['Wakil Wali Kota Jogja', nameKey('Pemkot Yogyakarta')],
    ['Bupati Gresik', nameKey('Pemerintah Kabupaten Gresik')],
    ['Kadishub Surabaya', nameKey('Dinas Perhubungan Kota Surabaya')],
    ['Ketua KPI', 'a:kpi'],
    ['Kepala Kebijakan Publik Meta Indonesia', 'a:facebook'],
    ['Kepala Urusan Pemerintahan Global X', 'a:x'],
    ['Ketua Umum Asosiasi Penyelenggara Jasa Internet Indonesia', 'n:apjii'],
    ['Direktur Produksi Trans7', 'n:trans7'],
    ['Direktur Utama First Travel', 'n:first-travel'],
    ['Deputi Bidang Transformasi Hijau Otorita IKN', 'n:otorita-ikn'],
    ['Deputi Pemberantasan BNN Irjen', 'n:bnn'],
    ['Direktur Utama KCI (persero)', 'n:kci'],
    ['Gubernur Bank Indonesia', 'a:bi'],
    ['Gubernur Nusa Tenggara Barat', 'n:pemprov-nusa-tenggara-barat'],
    ['Pendiri dan CEO Zipmexa Loka', 'n:zipmexa-loka'],
    ['Menteri Perdagangan dan Ketua Umum Partai Contoh', 'a:kemendag'],
    ['Menteri Investasi/Kepala BKPM', 'a:bkpm'],
    ['Menteri Kesehatan Nila', 'a:kemenkes'],
    ['Menko Perekonomian', 'a:kemenko-perekonomian'],
    ['Mendag RI', 'a:kemendag'],
    ['Direktur Jenderal Perhubungan Darat Kemenhub', 'a:kemenhub'],
    ['Direktur Jenderal Industri Logam, Mesin', 'a:kemenperin'],
    ['Direktur Jenderal Otonomi Daerah', 'a:kemendagri'],
    ['Wakapolda Metro Jaya', 'n:polda-metro-jaya'],
    // Of several offices the first that names a body.
    ['Bupati dan Wakil Bupati Bogor', 'n:pemkab-bogor'],
    ['Wali Kota Solo dan Ketua DPC Partai Contoh', 'n:pemkot-solo'],
    ['Pendiri, sekaligus CEO Zipmexa Loka', 'n:zipmexa-loka'],
    // The country is named for form's sake.
    ['Menteri Keuangan RI', 'a:kemenkeu'],
    ['Menkeu Republik Indonesia', 'a:kemenkeu'],
    ['Menteri ATR/BPN', 'a:atr-bpn'],
    // Another country's is not ours.
    ['Juru Bicara Kementerian Luar Negeri China', 'n:kementerian-luar-negeri-china'],
    ['Juru Bicara Kemenkes dan Kemenkes Singapura', 'a:kemenkes'],
    ['Kepala Perwakilan Bank Indonesia London', 'a:bi'],
    ['Kapolda Jabar dan Wagub Jabar', nameKey('Polda Jawa Barat')],
    ['Ketua Ikatan Sekretaris dan Manajer Contoh', 'n:ikatan-sekretaris-dan-manajer'],
    ['Kepala Pusat Data dan Kepala Biro Humas Kemenkes', 'a:kemenkes'],
    ['Gubernur Papua Barat Daya', 'n:pemprov-papua-barat-daya'],
    ['Gubernur NTB', nameKey('Pemprov Nusa Tenggara Barat')],
    ['Pejabat Sementara (Pjs)  Gubernur\nJateng', nameKey('Pemerintah Provinsi Jawa Tengah')],
    ['Kapolda Jabar', nameKey('Kepolisian Daerah Jawa Barat')],
    ['Kepala Satpol PP DKI Jakarta', nameKey('Satuan Polisi Pamong Praja DKI Jakarta')],
  ])('%s: %s', (role, key) => {
    expect(bodyOf(role, '2025-06-10')).toBe(key);
  });

  test.each([
    'Direktur Umum',
    'Kepala Dinas',
    'CEO',
    'warga Depok',
    'pedagang Pasar Senen',
    'pengamat telekomunikasi Contoh',
    'Kapolres',
    'Mantan Menteri Perdagangan',
    'eks pegawai KPK',
    'Gubernur terpilih Jakarta',
    'Bupati nonaktif Bekasi',
    'Calon Wali Kota Bandung',
    'mitra Grab',
    'kreator TikTok',
    'karyawan PT Contoh',
    'Menkeu AS',
    'Menteri Pariwisata dan Olahraga Thailand',
    'Gubernur Jenderal',
    'Wakapolres Kompol',
    'Komisaris dan Rudi Contoh sebagai Direktur menggantikan Dewi Misal',
    'Menteri Perdagangan China',
    'Menteri Kanada',
    'Menteri senior',
    'Wali Kota London',
    'Gubernur California',
    'Kuasa hukum mantan Direktur PT Contoh',
    'Dirjen Pendidikan',
    'Kepala Biro Humas',
    'Kapolda',
    'Menkeu Uni Emirat Arab',
    'Menkeu Republik Korea',
    'Menlu Uni Eropa',
    'Menteri Luar Negeri Papua Nugini',
    'Gubernur Papua Nugini',
    'Gubernur Bali Seto Barunawa',
    'Kapolres Bogor, AKBP Seto',
    'Kapolres dan Kajari',
    'constructor Kota',
    '__proto__ Kota',
    'Kepala Dinas Pendidikan',
    'Ketua RT 05',
    'Kepala Desa Contoh',
    'Direktur Jenderal Kekayaan',
    'Direktur Eksekutif Center of Economic and Law Studies',
    'CEO dan Rudi Contoh sebagai presiden',
    '',
  ])('none: %s', (role) => {
    expect(bodyOf(role)).toBeNull();
  });
});

describe('what a person promises is of the body whose office he holds', () => {
  const of = (text: string, obligor: string) =>
    readMentions(
      article({ id: 'a', published: '2025-06-10', text, mentions: [{ obligor, action: 'membuka loket' }] }),
      'now',
      {
        chosen: true,
      },
    ).map(obligorKeys);

  test('though the article does not name the body', () => {
    expect(of('Wali Kota Yogyakarta Seto Barunawa akan membuka loket pekan depan.', 'Seto Barunawa')).toEqual([
      ['n:pemkot-yogyakarta'],
    ]);
  });

  test('of nobody else where he holds none, and a body’s own name stays', () => {
    expect(of('Warga Depok Seto Barunawa akan membuka loket pekan depan.', 'Seto Barunawa')).toEqual([
      ['n:seto-barunawa'],
    ]);
    expect(of('PT Contoh Barunawa akan membuka loket pekan depan.', 'PT Contoh Barunawa')).toEqual([
      ['n:contoh-barunawa'],
    ]);
  });

  test('nor of a body that he has left, though the article names it', () => {
    const text =
      'Kementerian Perdagangan diam. Mantan Menteri Perdagangan Seto Barunawa akan membuka loket pekan depan.';
    expect(of(text, 'Seto Barunawa')).toEqual([['n:seto-barunawa']]);
    const director =
      'PT Contoh Barunawa diam. Eks Direktur PT Contoh Barunawa Seto Misalna akan membuka loket pekan depan.';
    expect(of(director, 'Seto Misalna')).toEqual([['n:seto-misalna']]);
  });

  test('also in the growing ledger, which keeps what a minister promises as it keeps his ministry’s', () => {
    const text = 'Menteri Perdagangan Seto Barunawa akan membuka loket beras pekan depan.';
    const mentions = [{ obligor: 'Seto Barunawa', action: 'membuka loket beras' }];
    const read = (one: string) =>
      readMentions(article({ id: 'a', published: '2025-06-10', text: one, mentions }), 'now');
    // The topic of the sketch is digital by itself.
    const kept = (one: string) =>
      readMentions(
        {
          ...article({ id: 'a', published: '2025-06-10', text: one, mentions }),
          extraction: {
            ...article({ id: 'a', published: '2025-06-10', text: one, mentions }).extraction,
            commitments: read(one).map(({ mention }) => ({ ...mention, topic: 'other' as const })),
          },
        },
        'now',
      ).map(obligorKeys);
    expect(kept(text)).toEqual([['a:kemendag']]);
    expect(kept(text.replace('Menteri Perdagangan', 'Penyanyi'))).toEqual([]);
    expect(kept(text.replace('Menteri', 'Mantan Menteri'))).toEqual([]);
  });

  test('of several who promise together each keeps his name', () => {
    const text = 'Wali Kota Yogyakarta Seto Barunawa dan Rita Contohna akan membuka loket pekan depan.';
    expect(of(text, 'Seto Barunawa + Rita Contohna')[0]).toHaveLength(2);
  });

  test('and what he is reported to have done', () => {
    const text = 'Wali Kota Yogyakarta Seto Barunawa telah membuka loket itu pada Senin (9/6/2025).';
    const [report] = readReports(article({ id: 'a', published: '2025-06-10', text }), 'now', { chosen: true });
    expect(report?.parties).toContain('n:pemkot-yogyakarta');
  });
});

describe('keys of names', () => {
  test.each([
    ['Pemerintah Provinsi Bali', 'Pemprov Bali'],
    ['Pemerintah Kota Yogyakarta', 'Pemkot Jogja'],
    ['Pemprov DKI Jakarta', 'Pemprov DKI'],
    ['Dinas Perhubungan (Dishub) Kota Surabaya', 'Dishub Surabaya'],
    ['Direktorat Jenderal Imigrasi', 'Ditjen Imigrasi'],
    ['Pemerintah Provinsi Daerah Istimewa Yogyakarta', 'Pemprov DIY'],
    ['Dinas Pariwisata Provinsi Bali', 'Dispar Bali'],
    ['Dinas Kesehatan Provinsi Jawa Timur', 'Dinkes Jatim'],
    ['Pemerintah Provinsi Nusa Tenggara Timur', 'Pemprov NTT'],
    ['Polda Daerah Istimewa Yogyakarta', 'Polda DIY'],
    ['Pemprov Bangka Belitung', 'Pemprov Kepulauan Bangka Belitung'],
    ['Pemprov Babel', 'Pemprov Bangka Belitung'],
  ])('%s is %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each([
    ['Pemerintah Kota Bandung', 'Pemerintah Kabupaten Bandung'],
    ['Dinas Pendidikan Kota Bogor', 'Dinas Pendidikan Kabupaten Bogor'],
    ['Dinas Pendidikan DIY', 'Dinas Pendidikan Kota Yogyakarta'],
    ['Dinas Pendidikan Provinsi Gorontalo', 'Dinas Pendidikan Kota Gorontalo'],
    ['Pemprov DIY', 'Pemkot Yogyakarta'],
    ['Ditjen Otonomi Daerah', 'Ditjen Otonomi'],
  ])('%s is not %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  test('a word that only points to whose it is names nobody', () => {
    for (const text of ['Sisanya', 'kementeriannya', 'Semuanya']) expect(nameKey(text)).toBe('class');
    expect(nameKey('Kenya')).toBe('n:kenya');
    expect(nameKey('Karunya')).toBe('n:karunya');
    expect(nameKey('Sisanya Bank Contoh')).not.toBe('class');
  });

  test('two of one company, and the government and its bodies, are named one for the other', () => {
    expect(areKindred('a:facebook', 'a:instagram')).toBe(true);
    expect(areKindred('n:pemerintah', 'a:kemendag')).toBe(true);
    expect(areKindred('a:kemendag', 'n:pemerintah')).toBe(true);
    expect(areKindred('n:ditjen-imigrasi', 'n:pemerintah-pusat')).toBe(true);
    expect(areKindred('a:facebook', 'a:facebook')).toBe(false);
    expect(areKindred('class', 'class')).toBe(false);
    expect(areKindred('a:facebook', 'a:google')).toBe(false);
    expect(areKindred('n:pemerintah', 'n:contoh')).toBe(false);
    expect(areKindred('n:pemerintah-daerah', 'a:kemendag')).toBe(false);
  });
});

describe('a commitment of the body whose office a person holds', () => {
  test('stands in the body’s list, though the article names only the person', () => {
    const [commitment] = promisesIn({
      mentions: readMentions(
        article({
          id: 'a',
          published: '2017-08-01',
          text: 'Dirjen SDPPI Rina Kirana akan membuka blokir situs itu pekan depan.',
          mentions: [{ obligor: 'Rina Kirana', action: 'membuka blokir situs itu' }],
        }),
        'now',
      ),
      reports: [],
      reviews: [],
    }).map(commitmentOf);
    expect(actorsOf(commitment!)).toContain('komdigi');
  });
});
