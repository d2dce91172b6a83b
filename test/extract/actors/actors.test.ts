import { describe, expect, test } from 'vitest';
import { type ActorIndex, findActors, refOf } from '../../../lambda/extract/actors/actors.ts';
import { segment } from '../../../lambda/extract/text/segment.ts';

const read = (text: string, published: string | null = '2025-06-10'): ActorIndex =>
  findActors(segment(text), { published });
/** The entity that the n-th occurrence of a word stands for. */
const whoIs = (text: string, word: string, nth = 1, published: string | null = '2025-06-10') => {
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(word, at + 1);
  return read(text, published).mentionAt(at)?.entity ?? null;
};

describe('names and offices', () => {
  const cases: [string, string, { name: string; role?: string | null; side?: string | null; id?: string | null }][] = [
    ['PT Bank Laras Tbk dan PT Bank Nirmala Tbk bergabung.', 'Laras', { name: 'PT Bank Laras Tbk' }],
    ['PT Bank Laras Tbk dan PT Bank Nirmala Tbk bergabung.', 'Nirmala', { name: 'PT Bank Nirmala Tbk' }],
    ['Menteri Keuangan Sinta Larasati hadir.', 'Sinta', { name: 'Sinta Larasati', role: 'Menteri Keuangan' }],
    ['Kapolda Metro Jaya Wiratama hadir.', 'Wiratama', { name: 'Wiratama', role: 'Kapolda Metro Jaya' }],
    ['Pangdam III/Siliwangi Rangga Wiratama hadir.', 'Rangga', { name: 'Rangga Wiratama' }],
    ['Pangdam Jaya/Jayakarta Mayjen TNI Rangga Wiratama hadir.', 'Rangga', { name: 'Rangga Wiratama' }],
    ['Mayor Jenderal (Mayjen) TNI (Purn) Rangga Wiratama hadir.', 'Rangga', { name: 'Rangga Wiratama' }],
    [
      'Kepala Satpol PP Kota Surabaya Rangga Wiratama hadir.',
      'Rangga',
      { name: 'Rangga Wiratama', side: 'Satpol PP Kota Surabaya' },
    ],
    ['Kasatpol PP DKI Jakarta Rangga Wiratama hadir.', 'Rangga', { name: 'Rangga Wiratama' }],
    ['Corporate Secretary PT PP Tbk Rangga Wiratama hadir.', 'Rangga', { name: 'Rangga Wiratama', side: 'PT PP Tbk' }],
    ['Menurut Jaya Wiratama, jalan itu ditutup.', 'Jaya', { name: 'Jaya Wiratama' }],
    ['Laksda TNI Galih Nurcahya menjelaskan aturan itu.', 'Galih', { name: 'Galih Nurcahya' }],
    ['Panglima TNI Galih Nurcahya menjelaskan aturan itu.', 'Galih', { name: 'Galih Nurcahya', side: 'TNI' }],
    [
      'Kepala Biro Humas KPPU Rangga Wiratama menolak berkomentar.',
      'Rangga',
      { name: 'Rangga Wiratama', role: 'Kepala Biro Humas KPPU', side: 'KPPU' },
    ],
    [
      'Direktur Jenderal Perhubungan Darat Kementerian Perhubungan Galih Nurcahya menandatangani surat itu.',
      'Galih',
      { name: 'Galih Nurcahya', side: 'Kementerian Perhubungan' },
    ],
    [
      'Menurut juru bicara Gugus Tugas Kabupaten Bekasi, Wulandari, pos itu ditutup.',
      'Wulandari',
      { name: 'Wulandari', role: 'juru bicara Gugus Tugas Kabupaten Bekasi', side: 'Gugus Tugas Kabupaten Bekasi' },
    ],
    [
      'Rian Hartono, peneliti dari Pusat Studi Siber Universitas Trisakti, Sabtu (7/6/2025), menjelaskan temuannya.',
      'Rian',
      { name: 'Rian Hartono', role: 'peneliti dari Pusat Studi Siber Universitas Trisakti' },
    ],
    [
      'Bupati Lanny Jaya, Aletinus Wenda, menyampaikan terima kasih.',
      'Aletinus',
      { name: 'Aletinus Wenda', role: 'Bupati Lanny Jaya' },
    ],
    [
      'Menteri Dalam Negeri Bagas Prakoso tiba di Aceh.',
      'Bagas',
      { name: 'Bagas Prakoso', role: 'Menteri Dalam Negeri' },
    ],
    ['Wali Kota Bogor Ratna Suminar membuka pasar.', 'Ratna', { name: 'Ratna Suminar', role: 'Wali Kota Bogor' }],
    [
      'Sekretaris Kementerian Koperasi dan UKM Yudha Lesmana membacakan hasilnya.',
      'Yudha',
      { name: 'Yudha Lesmana', role: 'Sekretaris Kementerian Koperasi dan UKM' },
    ],
    [
      'Direktur Treasury dan International Banking Bank Mandiri Kirana Dewanti mundur.',
      'Kirana',
      { name: 'Kirana Dewanti', side: 'Bank Mandiri' },
    ],
    [
      'Menteri Riset dan Teknologi/Kepala Badan Riset Nusantara Baskara Wicaksono meninjau pesawat.',
      'Baskara',
      { name: 'Baskara Wicaksono' },
    ],
    [
      'Menurut peneliti senior Wahanapolis, Suryadi Herlambang, kota itu sesak.',
      'Suryadi',
      { name: 'Suryadi Herlambang', side: 'Wahanapolis' },
    ],
    ['"Bagus," kata Bintang. Bintang lalu pulang.', 'Bintang', { name: 'Bintang' }],
    ['Manajer Humas PT KAI Daop 8 Surabaya Tirta Adinegara datang.', 'Tirta', { name: 'Tirta Adinegara' }],
  ];
  test.each(cases)('%s', (text, word, want) => {
    const index = read(text);
    const entity = index.mentionAt(text.indexOf(word))?.entity;
    expect(entity?.fullest.text).toBe(want.name);
    if (want.role !== undefined) expect(entity?.role).toBe(want.role);
    if (want.side !== undefined) expect(index.sideOf(entity!)?.fullest.text).toBe(want.side);
  });

  test('an abbreviation in brackets belongs to the name and stands for it later', () => {
    const text = 'Lembaga Pengawas Iklan Daring (LPID) memanggil tiga situs. Hasilnya diumumkan LPID pekan depan.';
    expect(whoIs(text, 'LPID', 2)?.fullest.text).toBe('Lembaga Pengawas Iklan Daring (LPID)');
  });

  test.each([
    [
      'Anggota Komisi I Bambang Barunawa (Bambar) datang. Bambar menjelaskan itu.',
      'Bambang Barunawa (Bambar)',
      'Bambar',
    ],
    ['Wali Kota Depok Munafri ‘Appi’ Barunawa datang. Appi menjelaskan itu.', 'Munafri ‘Appi’ Barunawa', 'Appi'],
    ['Politikus Seto Barunawa (PDIP) datang. Barunawa menjelaskan itu.', 'Seto Barunawa', 'Barunawa'],
  ])('another name in brackets or marks is the person’s, and where he belongs is not: %s', (text, full, later) => {
    expect(whoIs(text, later, 2)?.fullest.text).toBe(full);
  });

  test.each([
    'Direktur Jenderal Kekayaan Intelektual',
    'Dirjen Kesehatan Lanjutan',
    'Dirjen Perlindungan Konsumen dan Tertib Niaga',
    'Dirjen Hortikultura',
    'Dirjen Pendidikan Vokasi',
    'Direktur Kliring',
    'Dirjen Industri Logam, Mesin, Alat Transportasi, dan Elektronika',
  ])('no word of an office is part of its holder’s name: %s', (office) => {
    const text = `Jakarta - ${office} Seto Barunawa mengatakan aturan itu terbit pekan depan.`;
    expect(whoIs(text, 'Barunawa')).toMatchObject({ fullest: { text: 'Seto Barunawa' }, role: office });
  });

  test('a body that is for several things has one name', () => {
    const text = 'Kepala Dinas Cipta Karya, Tata Ruang, dan Pertanahan Depok memerintahkan itu.';
    expect(whoIs(text, 'Dinas')?.fullest.text).toBe('Dinas Cipta Karya, Tata Ruang, dan Pertanahan Depok');
  });

  test('initials in brackets belong to a person’s name where the name begins with them', () => {
    const text = 'Bupati Bogor Raka Surya Wijaksana (RSW) hadir. Menteri Koperasi (MK) tidak. Jalan itu dibuka RSW.';
    expect(whoIs(text, 'RSW', 2)?.fullest.text).toBe('Raka Surya Wijaksana (RSW)');
    expect(whoIs(text, 'Menteri')?.fullest.text).toBe('Menteri Koperasi');
  });

  test.each(['atau akrab disapa Jabrik', 'alias Jabrik', 'yang biasa dipanggil Jabrik'])(
    'the name that somebody goes by is his: %s',
    (called) => {
      const text = `Bupati Raka Wijaksana ${called} hadir di pasar. Jalan itu akan dibuka, kata Jabrik.`;
      expect(whoIs(text, 'Jabrik', 2)?.fullest.text).toBe('Raka Wijaksana');
    },
  );

  test('two people between whom only “dan” stands are two', () => {
    const text = 'Bupati Raka Wijaksana dan Jabrik hadir di pasar. Jalan itu akan dibuka, kata Jabrik.';
    expect(whoIs(text, 'Jabrik', 2)?.fullest.text).toBe('Jabrik');
  });

  test('a corporate secretary has a name behind the company', () => {
    expect(whoIs('Layanan itu segera dibuka, ujar Corporate Secretary BNI Wulandari.', 'Wulandari')?.fullest.text).toBe(
      'Wulandari',
    );
  });

  test('a company keeps its form in the fullest name, and its short name is linked to it', () => {
    const text =
      'PT Arta Karsa Digital Tbk (ARKD) merugi. Arta Karsa akan menutup tiga gudang. Perseroan menunda dividen.';
    expect(whoIs(text, 'Arta Karsa akan')?.fullest.text).toBe('PT Arta Karsa Digital Tbk (ARKD)');
    expect(whoIs(text, 'Perseroan')?.fullest.text).toBe('PT Arta Karsa Digital Tbk (ARKD)');
  });

  test('whoever is called by the office alone has it in the fullest name', () => {
    const text = 'Presiden Raka Wijaksana berkunjung ke Solo. Presiden mengatakan, jembatan itu selesai tahun ini.';
    expect(whoIs(text, 'Presiden mengatakan')?.fullest.text).toBe('Presiden Raka Wijaksana');
  });

  test('a listed official of the organisation is known in spite of a slip of the pen', () => {
    expect(whoIs('Dirjen Pengawasan Ruang Digital Komdigi Aleksander Sabar hadir.', 'Sabar')?.id).toBe(
      'alexander-sabar',
    );
  });

  test('the first word of a sentence is no part of a name that the text has elsewhere', () => {
    const text = 'Sahabat lama Kirana Dewanti datang. Lantas Kirana Dewanti pulang. Bersiap Kirana Dewanti di pintu.';
    expect(new Set(read(text).entities.map((entity) => entity.fullest.text))).toContain('Kirana Dewanti');
    expect(whoIs(text, 'Kirana', 3)?.fullest.text).toBe('Kirana Dewanti');
  });

  test('a minister’s field is no organisation', () => {
    const index = read('Menteri Koperasi dan UKM Yudha Lesmana hadir.');
    expect(index.entities.map((entity) => entity.fullest.text)).toEqual(['Yudha Lesmana']);
  });

  test('a place, a month or a law is nobody', () => {
    const text =
      'Di Jakarta Selatan, Senin, Undang-Undang Nomor 27 Tahun 2022 dan Peraturan Menteri Nomor 5 dibahas. Maret lalu hujan turun di Bogor.';
    expect(read(text).entities).toEqual([]);
  });

  test('a listed name behind PT is that name', () => {
    const text = 'KPPU menghukum PT Google Indonesia dan PT Shopee Internasional Indonesia.';
    expect(whoIs(text, 'PT Google')).toMatchObject({ id: 'google', fullest: { text: 'PT Google Indonesia' } });
    expect(whoIs(text, 'PT Shopee')?.id).toBe('shopee');
  });
  test('words that a page has glued are parted before they are read', () => {
    const text = 'Portal.com, JakartaPT Sinar Kirana Abadi mengumumkan rencana baru.';
    expect(whoIs(text, 'PT Sinar')?.fullest.text).toBe('PT Sinar Kirana Abadi');
  });

  test.each([
    ['PTSinar KiranaTbk membagikan dividen.', 'Sinar', 'PT Sinar Kirana Tbk'],
    ['Pemerintah Kota Cimahiakan memasang lampu.', 'Cimahi', 'Pemerintah Kota Cimahi'],
    ['Kantor baru Googlemengumumkan lowongan diBandung.', 'Google', 'Google'],
  ])('glued to its form of law, to the next verb, or to a preposition: %s', (text, word, name) => {
    expect(whoIs(text, word)?.fullest.text).toBe(name);
  });

  test.each([
    'Bantuan Subsidi Upah (BSU) cair. BSU akan disalurkan.',
    'Penawaran perdana atau IPO digelar. IPO akan dibuka.',
  ])('an abbreviation of a thing is nobody: %s', (text) => {
    expect(read(text).entities).toEqual([]);
  });
});

describe('authorities of other countries', () => {
  test.each([
    'Kementerian Perdagangan China',
    'Kemenkes Singapura',
    'BPOM Filipina',
    'Kementerian Luar Negeri Amerika Serikat',
    'Kejaksaan Agung Korea Selatan',
    'Kementerian Perdagangan Republik Rakyat China',
    'Kementerian Kesehatan (Kemenkes) Singapura',
    'Kementerian Perdagangan dan Industri Singapura',
    'Kejaksaan Agung Timor Leste',
    'Kementerian Pertahanan Papua Nugini',
    'Kemendag Uni Eropa',
  ])('%s is not ours', (name) => {
    const body = whoIs(`${name} akan membuka kantor.`, name.split(' ')[0]!);
    expect(body).toMatchObject({ kind: 'regulator', id: null });
    expect(body?.fullest.text).toBe(name);
  });

  test.each([
    ['Kementerian Perdagangan RI akan membuka kantor.', 'Kementerian', 'kemendag'],
    ['OJK Solo akan membuka kantor.', 'OJK', 'ojk'],
    ['Kemenkes, Singapura, dan Malaysia akan membuka kantor.', 'Kemenkes', 'kemenkes'],
    ['Kementerian Kesehatan (Kemenkes) akan membuka kantor.', 'Kementerian', 'kemenkes'],
    ['Bank Indonesia Tokyo akan membuka kantor.', 'Bank', 'bi'],
    ['Anggota Polri AS (35) akan diperiksa.', 'Polri', 'polri'],
    ['Google Malaysia akan membuka kantor.', 'Google', 'google'],
  ])('ours and companies are who they are: %s', (text, word, id) => {
    expect(whoIs(text, word)?.id).toBe(id);
  });

  test('a heading behind its country is no part of its name, and its spokesman has his own', () => {
    expect(whoIs('OJK Malaysia Akan Blokir Pinjol\n\nOJK Malaysia diam.', 'OJK')?.fullest.text).toBe('OJK Malaysia');
    const text = 'Juru Bicara Kementerian Luar Negeri China Seto Barunawa hadir.';
    expect(whoIs(text, 'Seto')?.fullest.text).toBe('Seto Barunawa');
  });

  test('nor does our minister speak for theirs', () => {
    const actors = read('Menteri Perdagangan Seto Barunawa hadir. Kementerian Perdagangan China akan membuka kantor.');
    const minister = actors.entities.find(({ fullest }) => fullest.text === 'Seto Barunawa')!;
    expect(actors.sideOf(minister)).toBeNull();
  });

  test('a name that looks like a Roman number is a name, and a number none', () => {
    expect(whoIs('Presiden China Xi Jinping tiba.', 'Xi')?.fullest.text).toBe('Xi Jinping');
    expect(whoIs('Kepala Bagian VI Seto Barunawa tiba.', 'Seto')?.fullest.text).toBe('Seto Barunawa');
  });
});

describe('who is meant by less than a name', () => {
  const story =
    'Dirjen Aplikasi Informatika Semuel Abrijani Pangerapan bertemu perwakilan Facebook Nadia Putranto dan Ilham Soebagio. ' +
    'Semuel mengatakan, pertemuan itu baik. Ia optimistis kantor segera dibuka. Pihaknya menunggu. ' +
    'Menurut Pangarepan, syaratnya mudah.';
  test.each([
    ['a first name', 'Semuel mengatakan'],
    ['a pronoun', 'Ia optimistis'],
    ['another spelling of the last name', 'Pangarepan,'],
  ])('%s is the full name given before', (_, at) => {
    expect(whoIs(story, at)?.fullest.text).toBe('Semuel Abrijani Pangerapan');
  });

  test('both of two names joined by "dan" behind one office hold it', () => {
    const index = read(story);
    const second = index.mentionAt(story.indexOf('Ilham'))!.entity;
    expect(index.sideOf(second)?.id).toBe('facebook');
  });

  test('"pihaknya" is the organisation of whoever speaks', () => {
    const text = 'Ketua KPPU Dimas Anggara mengatakan, perkara itu rumit. Pihaknya akan memanggil saksi.';
    expect(whoIs(text, 'Pihaknya')?.id).toBe('kppu');
  });

  test('a definite description is the last organisation of its kind', () => {
    const text =
      'Kementerian Perdagangan menegur Lazada. Platform itu diberi waktu sepekan. Kementerian tersebut menunggu.';
    expect(whoIs(text, 'Platform itu')?.id).toBe('lazada');
    expect(whoIs(text, 'Kementerian tersebut')?.id).toBe('kemendag');
  });

  test('the central bank is Bank Indonesia where that has been named, and no other country’s', () => {
    const text = 'Bank Indonesia (BI) bersidang. Bank sentral menahan bunga, seperti bank sentral Jepang.';
    expect(whoIs(text, 'Bank sentral')?.id).toBe('bi');
    expect(whoIs(text, 'bank sentral')?.id).not.toBe('bi');
    expect(whoIs('Bank sentral menahan bunga.', 'Bank sentral')?.generic).toBe(true);
    for (const whose of ['di AS', 'negara maju', 'dunia'])
      expect(whoIs(`Bank Indonesia (BI) bersidang. Bank sentral ${whose} menunggu.`, 'Bank sentral')?.id).not.toBe(
        'bi',
      );
  });

  test('those who run a company are the company where it stands behind them', () => {
    expect(whoIs('Komdigi memanggil direksi Telkom pada Senin.', 'direksi')).toBe(null);
    expect(whoIs('Komdigi memanggil direksi Telkom pada Senin.', 'Telkom')?.id).toBe('telkom');
    expect(whoIs('Komdigi memanggil direksi pada Senin.', 'direksi')?.generic).toBe(true);
  });

  test.each([
    ['Komite Iklan Daring (KID) bersidang. Komite menargetkan pedoman terbit.', 'Komite', 'Komite Iklan Daring (KID)'],
    ['Bursa Efek Indonesia (BEI) libur. Bursa meminta maaf.', 'Bursa', 'Bursa Efek Indonesia (BEI)'],
    ['KPPU dan Komite Iklan Daring bersidang. Dewan menargetkan pedoman terbit.', 'Dewan', undefined],
  ])('a first word with a capital before its verb is the body named so: %s', (text, word, name) => {
    const nth = text.split(word).length - 1;
    expect(whoIs(text, word, nth)?.fullest.text).toBe(name);
  });

  test('a short name that comes before the full one is still linked to it', () => {
    const text =
      'Larasati datang terlambat, kata panitia. "Kami siap," kata Larasati. Gubernur Intan Larasati kemudian pulang.';
    expect(whoIs(text, 'Larasati')?.fullest.text).toBe('Intan Larasati');
  });

  test('a person whom a quotation names is not the one who goes on speaking', () => {
    const text =
      'Camat Budiman Saragih menjawab warga. "Saya sudah lapor ke Gubernur Andini Kusuma," kata dia. Ia lalu pergi.';
    expect(whoIs(text, 'Ia lalu')?.fullest.text).toBe('Budiman Saragih');
  });

  test.each([
    ['Semua PSE wajib mendaftar.', 'Semua PSE'],
    ['Bank wajib melapor kepada OJK.', 'Bank'],
    ['Ia meminta para pelaku usaha patuh.', 'para pelaku usaha'],
    ['Aturan itu mengikat penyelenggara sistem elektronik asing.', 'penyelenggara sistem elektronik asing'],
  ])('a class is an actor: %s', (text, name) => {
    const entity = whoIs(text, name);
    expect(entity).toMatchObject({ kind: 'group', generic: true, fullest: { text: name } });
  });
});

describe('names that are ordinary words too', () => {
  test.each([
    ['Aplikasi Grab akan menaikkan tarif.', 'Grab', 'grab'],
    ['Pemerintah akan memanggil Twitter, Line, dan Telegram.', 'Line', 'line'],
    ['Media sosial X didenda.', 'X', 'x'],
    ['Facebook dan Threads diminta patuh.', 'Threads', 'threads'],
    ['Platform Temu belum terdaftar.', 'Temu', 'temu'],
    ['Aplikasi BBM ditutup akhir Mei.', 'BBM', 'blackberry'],
    ['Perusahaan induk Meta menolak.', 'Meta', 'facebook'],
    ['Meta berkomitmen menyaring kata kunci judi.', 'Meta', 'facebook'],
    ['Suku bunga acuan BI tetap.', 'BI', 'bi'],
  ])('%s', (text, word, id) => {
    expect(whoIs(text, word)?.id).toBe(id);
  });

  test.each([
    ['Integrasi tarif Commuter Line rampung akhir tahun.', 'Line'],
    ['Kerja sama Generasi X dan milenial.', 'X'],
    ['Temu wicara digelar besok.', 'Temu'],
    ['Bantuan itu bantalan akibat penyesuaian harga BBM.', 'BBM'],
    ['Pintu akan ditutup pukul tujuh.', 'Pintu'],
    ['Indonesia gagal ke World Cup.', 'World'],
    ['Warga temu kangen di balai desa.', 'temu'],
  ])('is not the platform: %s', (text, word) => {
    expect(whoIs(text, word)?.id ?? null).toBe(null);
  });
});

describe('posts and dates', () => {
  test('an office without a name is whoever held it on the day', () => {
    const text = 'Menkomdigi meminta platform menghapus iklan itu.';
    expect(whoIs(text, 'Menkomdigi', 1, '2025-06-10')?.id).toBe('meutya-hafid');
    expect(whoIs(text, 'Menkomdigi', 1, null)?.id).toBe(null);
  });

  test('the same ministry had another minister before', () => {
    const text = 'Menkominfo menutup situs itu.';
    expect(whoIs(text, 'Menkominfo', 1, '2024-02-01')?.id).toBe('budi-arie-setiadi');
  });
});

test('what extract prints is where the mention stands, with the fullest name', () => {
  const text = 'Komisi Pengawas Persaingan Usaha (KPPU) bersidang. KPPU akan memutus perkara itu.';
  const index = read(text);
  const at = text.indexOf('KPPU akan');
  expect(index.refAt(at)).toEqual({
    start: at,
    end: at + 4,
    text: 'Komisi Pengawas Persaingan Usaha (KPPU)',
    actor: 'kppu',
  });
  expect(index.mentionsIn({ start: at, end: text.length }).map(refOf)).toEqual([index.refAt(at)]);
});
