import { describe, expect, test } from 'vitest';
import { sceneOf } from '../../../lambda/extract/commitments/scene.ts';
import { toldBack } from '../../../lambda/extract/commitments/told.ts';
import { speakerOptions } from '../../../lambda/extract/commitments/voice.ts';
import { extract } from '../../../lambda/extract/extract.ts';
import { judged } from './judged.ts';

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
