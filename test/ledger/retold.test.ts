import { describe, expect, test } from 'vitest';
import { sureOfBefore } from '../../lambda/ledger/model/cues.ts';
import { featuresOf } from '../../lambda/ledger/model/features.ts';
import { pairFeatures } from '../../lambda/ledger/model/pair.ts';
import { readMentions } from '../../lambda/ledger/model/read-mentions.ts';
import { stageFeatures } from '../../lambda/ledger/model/stages.ts';
import { apartFeatures } from '../../lambda/ledger/model/whose.ts';
import { articleRef } from '../../lambda/ledger/outcomes/article-ref.ts';
import { article, type Said, said } from './articles.ts';

describe('how surely a statement speaks of what was promised before', () => {
  const sure = (quote: string, title = '', before = '') =>
    sureOfBefore({
      quote,
      before,
      article: articleRef(article({ id: 'a', published: '2025-06-10', title, text: quote })),
    });

  test.each(['Pembukaan loket diundur ke Juli.', 'Peluncuran yang semula Mei menjadi Juli.'])(
    'it says that a day is moved: %s',
    (quote) => {
      expect(sure(quote)).toBe(3);
    },
  );

  test.each([
    'Perseroan kini membidik Juli untuk pembukaan loket.',
    'Loket sekarang harus dibuka paling lambat Juli.',
    'Pembukaan loket dijadwalkan ulang pada Juli.',
    'Loket dibuka Juli setelah jadwal Mei tidak terpenuhi.',
    'Bank itu mendapat kelonggaran sampai Juli untuk membuka loket.',
    'Bank itu meminta waktu hingga Juli untuk membuka loket.',
    'Loket baru bisa dibuka Juli.',
  ])('it rather says so: %s', (quote) => {
    expect(sure(quote)).toBe(2);
  });

  test.each([
    ['Loket dibuka Juli.', 'Loket belum juga dibuka', ''],
    ['Loket dibuka Juli.', '', 'Jadwal itu terlambat sebulan.'],
    ['Sisanya dibuka Juli.', '', ''],
  ])('a thing is late: %s %s %s', (quote, title, before) => {
    expect(sure(quote, title, before)).toBe(1);
  });

  test.each([
    ['Loket akan dibuka Juli.', 'Bank buka loket', 'Bank itu besar.'],
    ['Loket dibuka Juli lewat laman resmi.', 'Daftar ulang di bank', 'Belum lama ini bank itu besar.'],
    ['Pemeriksaan memerlukan waktu 14 hari.', '', ''],
    ['Bank sentral melonggarkan kebijakan pada Juli.', '', ''],
    ['Kini semua bank wajib melapor sampai Juli.', '', ''],
    ['Jadwal kereta pertama dibuka Juli.', '', ''],
    ['Uang pembeli yang mengundurkan diri kami kembalikan Juli.', '', ''],
    ['Loket perpanjangan SIM dibuka Juli.', '', ''],
    ['Bank mencari pengganti direktur yang mundur dari jabatan pada Juli.', '', ''],
    ['Warga meminta waktu bertemu bupati pada Juli.', '', ''],
  ])('nothing says so: %s', (quote, title, before) => {
    expect(sure(quote, title, before)).toBe(0);
  });
});

describe('whose two wordings are that have nobody in common', () => {
  const of = (one: Said) => featuresOf(readMentions(said(one, 0), 'now', { chosen: true })[0]!);
  const bank: Said = ['membuka loket', { obligor: 'Bank Contoh' }];
  const koperasi = (rest: Said[1] = {}): Said => ['membuka loket', { obligor: 'Koperasi Misal', ...rest }];

  test('two names, each nowhere near the other', () => {
    expect(apartFeatures(of(bank), of(koperasi()))).toEqual(['apart:2:0']);
  });

  test('one is named round the other', () => {
    expect(apartFeatures(of(bank), of(koperasi({ title: 'Bank Contoh dan koperasi' })))).toEqual(['apart:2:1']);
    expect(apartFeatures(of(koperasi({ before: 'Bank Contoh menolak.' })), of(bank))).toEqual(['apart:2:1']);
  });

  test('one of them has no name', () => {
    expect(apartFeatures(of(bank), of(['membuka loket', { obligor: 'seluruh bank' }]))).toEqual(['apart:1:0']);
  });

  test('a person is told by his own name, though his promise is his body’s', () => {
    const text = 'Menteri Perdagangan Seto Barunawa akan membuka loket pekan depan.';
    const minister = featuresOf(
      readMentions(
        article({
          id: 'm',
          published: '2025-06-10',
          text,
          mentions: [{ obligor: 'Seto Barunawa', action: 'membuka loket' }],
        }),
        'now',
        { chosen: true },
      )[0]!,
    );
    expect(apartFeatures(minister, of(koperasi({ title: 'Seto Barunawa dan koperasi' })))).toEqual(['apart:2:1']);
  });

  test('a listed body is told by any of its names', () => {
    const meta: Said = ['membuka loket', { obligor: 'Meta=facebook' }];
    expect(apartFeatures(of(meta), of(koperasi({ title: 'Facebook dan koperasi' })))).toEqual(['apart:2:1']);
  });

  test('nothing where somebody is in common, or both are of one company', () => {
    expect(apartFeatures(of(bank), of(bank))).toEqual([]);
    const [meta, instagram]: Said[] = [
      ['membuka loket', { obligor: 'Meta=facebook' }],
      ['membuka loket', { obligor: 'Instagram=instagram' }],
    ];
    expect(apartFeatures(of(meta!), of(instagram!))).toEqual([]);
    expect(pairFeatures(of(meta!), of(instagram!))).toContain('party:kindred');
    expect(pairFeatures(of(meta!), of(koperasi()))).not.toContain('party:kindred');
  });
});

describe('the parts of what is done in parts', () => {
  test.each([
    ['bantuan tahap pertama', 'bantuan tahap kedua', 'stage:other'],
    ['gelombang ke-4', 'gelombang keempat', 'stage:same'],
    ['fase II', 'fase 2', 'stage:same'],
    ['termin pertama', 'seluruh bantuan', 'stage:one'],
    ['tahap pertama dan kedua', 'tahap kedua', 'stage:same'],
    ['tahap 2 dan 3', 'tahap 3', 'stage:same'],
    ['tahap pertama, kedua, dan ketiga', 'tahap keempat', 'stage:other'],
    ['gelombang keenam', 'gelombang VI', 'stage:same'],
  ])('%s, %s: %s', (a, b, told) => {
    expect(stageFeatures(a, b)).toEqual([told]);
    expect(stageFeatures(b, a)).toEqual([told]);
  });

  test('nothing where neither speaks of any: a second is not a part', () => {
    expect(stageFeatures('loket kedua', 'dua loket')).toEqual([]);
    expect(stageFeatures('putaran dua puluh', 'fase 5 tahun')).toEqual([]);
  });
});
