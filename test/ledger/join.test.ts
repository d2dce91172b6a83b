import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { followedBy } from '../../lambda/ledger/follow.ts';
import { featuresOf } from '../../lambda/ledger/model/features.ts';
import { partition } from '../../lambda/ledger/model/join.ts';
import { likeness } from '../../lambda/ledger/model/likeness.ts';
import { commitmentOf } from '../../lambda/ledger/model/model.ts';
import { readMentions } from '../../lambda/ledger/model/read-mentions.ts';
import type { LedgerArticle, Review } from '../../lambda/ledger/types.ts';
import { article, type Said, said } from './articles.ts';

const commitments = (articles: LedgerArticle[]) =>
  followedBy(
    articles.flatMap((a) => readMentions(a, a.published)),
    [],
  ).map(commitmentOf);
const pieces = (...all: Said[]): number => commitments(all.map(said)).length;
const komdigi = { obligor: 'Komdigi=komdigi' };
/** Two that promise much of one kind by one day. */
const byJune = { deadline: '2025-06-30', precision: 'month' as const };
const kppu = { obligor: 'KPPU=kppu', ...byJune };
const tax = { obligor: 'Ditjen Pajak=ditjen-pajak', ...byJune };
const ojk = { obligor: 'OJK=ojk', type: 'sanction' as const };

describe('one promise, worded twice', () => {
  test.each<[Said, Said]>([
    [['membuka kantor di Jakarta'], ['pembukaan kantor di Jakarta']],
    [
      ['membuka kantor di Indonesia', { title: 'Facebook Buka Kantor di Indonesia', deadline: '2025-08-31' }],
      [
        'kantor perwakilannya di Indonesia diresmikan',
        { title: 'Kantor Facebook di Indonesia', deadline: '2025-08-31' },
      ],
    ],
    [['mendirikan kantor perwakilan di Jakarta'], ['punya kantor di Jakarta']],
    [
      ['menonaktifkan akun anak di bawah 16 tahun'],
      ['mematikan akun pengguna yang belum genap 16 tahun', { deadline: '2025-07-01' }],
    ],
    [
      ['menghapus konten judi daring', { type: 'obligation' }],
      ['menurunkan konten perjudian online', { type: 'obligation' }],
    ],
    [
      ['membayar denda Rp78 juta', { type: 'obligation', title: 'Facebook Didenda Rp78 Juta', deadline: '2025-06-20' }],
      ['melunasi denda administratif itu', { type: 'obligation', title: 'Denda Facebook', deadline: '2025-06-20' }],
    ],
    [
      ['mendaftar sebagai PSE', { type: 'obligation' }],
      ['melakukan pendaftaran PSE lingkup privat', { type: 'obligation' }],
    ],
    [
      ['menerbitkan peraturan menteri tentang perlindungan anak', komdigi],
      ['permen soal pelindungan anak ditargetkan terbit', komdigi],
    ],
    [['memindahkan sistem transaksi ke Tokopedia'], ['merampungkan pemindahan sistem transaksi']],
    [
      ['memindahkan sistem transaksi ke Tokopedia'],
      ['menuntaskan migrasi ini', { title: 'Migrasi Sistem Transaksi ke Tokopedia Baru Separuh' }],
    ],
    [
      ['membuka kembali akses Telegram', komdigi],
      ['mencabut blokir Telegram', komdigi],
    ],
    [
      ['memblokir situs yang membandel', { ...komdigi, type: 'sanction', title: 'PSE Wajib Daftar' }],
      ['memutus akses PSE yang tidak mendaftar', { ...komdigi, type: 'sanction', title: 'PSE Harus Mendaftar' }],
    ],
    [
      [
        'memanggil Meta pekan depan',
        { ...komdigi, counterparties: 'Meta=meta', deadline: '2025-06-15', title: 'Meta Dipanggil Komdigi' },
      ],
      ['pemanggilan Meta oleh kementerian', { ...komdigi, counterparties: 'Meta=meta', title: 'Komdigi Panggil Meta' }],
    ],
    [
      ['menampung masukan publik atas rancangan aturan', komdigi],
      ['memperpanjang konsultasi publik rancangan aturan itu', komdigi],
    ],
    [['membangun pusat data di Batam'], ['pembangunan pusat data Batam rampung']],
    [['menambah moderator konten berbahasa Indonesia'], ['merekrut moderator konten lokal berbahasa Indonesia']],
  ])('%j and %j', (a, b) => {
    expect(pieces(a, b)).toBe(1);
  });

  test('a ministry and what it became are one obligor, and so is its minister', () => {
    const act = 'menerbitkan peraturan menteri tentang kecerdasan artifisial';
    expect(
      pieces([act, { obligor: 'Kominfo=kominfo' }], [act, komdigi], [act, { obligor: 'Meutya Hafid=meutya-hafid' }]),
    ).toBe(1);
  });

  test('a promise of two is found under either of them', () => {
    const two = { obligor: 'TikTok=tiktok + Tokopedia=tokopedia', type: 'obligation' as const };
    expect(
      pieces(
        ['memindahkan sistem transaksi', two],
        ['memindahkan sistem transaksi', { ...two, obligor: 'Tokopedia=tokopedia' }],
      ),
    ).toBe(1);
  });
});

describe('two promises of the same actor', () => {
  test('what is put off to a day before the one of another promise does not move that', () => {
    const rule: Said = ['menerbitkan peraturan pelindungan anak', { ...komdigi, deadline: '2025-08-31' }];
    const moved = (deadline: string): Said => [
      'memperpanjang waktu menerbitkan peraturan pelindungan anak',
      { ...komdigi, on: '2025-06-10', deadline },
    ];
    expect(pieces(rule, moved('2025-09-30'))).toBe(1);
    expect(pieces(rule, moved('2025-07-31'))).toBe(2);
  });

  test.each<[Said, Said]>([
    [['membuka kantor di Jakarta'], ['membayar pajak di Indonesia']],
    [['membuka kantor di Jakarta'], ['membangun pusat data di Jakarta']],
    [
      ['menghapus konten judi daring', { type: 'obligation' }],
      ['menghapus konten pornografi anak', { type: 'obligation' }],
    ],
    [
      ['menerbitkan aturan kecerdasan artifisial', komdigi],
      ['menerbitkan aturan gim daring', komdigi],
    ],
    [
      ['memanggil Meta', { ...komdigi, counterparties: 'Meta=meta' }],
      ['memanggil Google', { ...komdigi, counterparties: 'Google=google' }],
    ],
    [
      ['memblokir Telegram', { ...komdigi, counterparties: 'Telegram=telegram' }],
      ['tidak akan memblokir Telegram', { ...komdigi, counterparties: 'Telegram=telegram', negated: true }],
    ],
    [
      ['memblokir Telegram', { ...komdigi, type: 'sanction' }],
      ['mencabut blokir Telegram', komdigi],
    ],
    [
      ['membayar denda', { type: 'obligation', deadline: '2025-06-20' }],
      ['membayar denda', { type: 'obligation', on: '2027-03-01', deadline: '2027-03-20' }],
    ],
    [
      ['menerbitkan aturan kripto', { ...komdigi, deadline: '2025-12-31', precision: 'year' }],
      ['menerbitkan aturan pinjaman daring', { ...komdigi, deadline: '2025-12-31', precision: 'year' }],
    ],
    [['mengaudit sistem keamanan'], ['melaporkan kebocoran data']],
    [
      ['memeriksa Google soal sistem pembayaran', { ...kppu, title: 'KPPU Usut Google Play' }],
      ['memeriksa saksi kasus suku bunga pinjaman daring', { ...kppu, title: 'Sidang Pinjol di KPPU' }],
    ],
    [
      ['mengumumkan pemungut pajak digital berikutnya', { ...tax, title: 'Pajak Digital Bertambah' }],
      ['mengumumkan hasil seleksi pegawai', { ...tax, title: 'Seleksi Pegawai Pajak' }],
    ],
    [
      ['mencabut izin pinjol yang menunggak modal', { ...ojk, title: 'Modal Pinjol' }],
      ['mencabut izin asuransi yang tidak memenuhi rencana penyehatan', { ...ojk, title: 'Asuransi Sakit' }],
    ],
  ])('%j and %j', (a, b) => {
    expect(pieces(a, b)).toBe(2);
  });

  test('two objects of one act in one article stay apart', () => {
    const text = 'KPPU mewajibkan TikTok melaporkan pendapatan. KPPU mewajibkan TikTok melaporkan jumlah pedagang.';
    const both = article({
      id: 'x',
      published: '2025-06-01',
      text,
      mentions: ['melaporkan pendapatan', 'melaporkan jumlah pedagang'].map((action) => ({
        type: 'obligation',
        obligor: 'TikTok=tiktok',
        action,
      })),
    });
    expect(commitments([both])).toHaveLength(2);
  });

  test('what two others promise is not one for being worded alike', () => {
    expect(pieces(['membuka kantor di Jakarta'], ['membuka kantor di Jakarta', { obligor: 'Telegram=telegram' }])).toBe(
      2,
    );
  });
});

describe('a group of mentions', () => {
  const three = ['a', 'b', 'c'].map((outlet, i) =>
    said(['membuka kantor di Jakarta', { deadline: '2025-08-31', title: `Facebook Buka Kantor ${outlet}` }], i),
  );
  const features = three.flatMap((one) => readMentions(one, one.published)).map(featuresOf);
  const review = (kind: 'must-link' | 'cannot-link', i: number, j: number): Review => {
    const [a, b] = [features[i]!.mention.id, features[j]!.mention.id];
    return {
      id: `${kind}${i}${j}`,
      at: '2025-07-01T00:00:00Z',
      by: 'x',
      why: '',
      commitment: a,
      action: { kind, a, b },
    };
  };

  test('takes nobody in whom a reviewer parted from one of it, however like another', () => {
    expect(partition(features)).toHaveLength(1);
    const parted = partition(features, [review('cannot-link', 0, 2)]);
    expect(parted).toHaveLength(2);
    const ids = ({ mention }: (typeof features)[number]): string => mention.id;
    expect(
      parted.every(
        ({ members }) => !members.map(ids).includes(ids(features[0]!)) || !members.map(ids).includes(ids(features[2]!)),
      ),
    ).toBe(true);
  });

  test('takes nobody in who is like one of it and unlike the others', () => {
    const [undated, soon, late] = [
      ['membuka kantor di Jakarta', { on: '2025-06-01' }] as Said,
      ['membuka kantor di Jakarta', { on: '2025-06-01', deadline: '2025-06-30' }] as Said,
      ['membuka kantor di Jakarta', { on: '2025-11-01', deadline: '2026-12-31', title: 'Pusat Data' }] as Said,
    ];
    expect(pieces(undated, soon)).toBe(1);
    expect(pieces(undated, late)).toBe(1);
    expect(pieces(soon, late)).toBe(2);
    expect(pieces(undated, soon, late)).toBe(2);
  });

  test('is compared alike whichever of two comes first', () => {
    for (const a of features) for (const b of features) expect(likeness(a, b)).toEqual(likeness(b, a));
  });
});

describe('joining is explained and does not depend on order', () => {
  test('every join names its features, and they add up to its score', () => {
    const [one] = commitments([said(['membuka kantor di Jakarta'], 0), said(['pembukaan kantor di Jakarta'], 1)]);
    expect(one!.joins).toHaveLength(1);
    const [join] = one!.joins;
    const sum = Object.values(join!.features).reduce((a, b) => a + b, 0);
    expect(join!.score).toBeCloseTo(sum, 2);
    expect(join!.score).toBeGreaterThanOrEqual(0.6);
  });

  const ACTIONS = [
    'membuka kantor di Jakarta',
    'pembukaan kantor di Medan',
    'kantor diresmikan',
    'membayar pajak',
    'menuntaskan hal itu',
    'membuka kantor perwakilan di Bandung tahun ini',
  ];
  test('any order and repetition gives the same partition', () => {
    const mention = fc.record({
      action: fc.constantFrom(...ACTIONS),
      day: fc.integer({ min: 1, max: 28 }),
      due: fc.option(fc.integer({ min: 1, max: 12 })),
    });
    fc.assert(
      fc.property(fc.array(mention, { minLength: 1, maxLength: 9 }), fc.integer(), (rows, seed) => {
        const articles = rows.map(({ action, day, due }, i) =>
          said(
            [
              action,
              {
                on: `2025-05-${String(day).padStart(2, '0')}`,
                ...(due ? { deadline: `2025-${String(due).padStart(2, '0')}-15` } : {}),
              },
            ],
            i,
          ),
        );
        const shuffled = [...articles, ...articles.slice(0, 3)].sort(
          (a, b) => ((a.id.charCodeAt(1) * 31 + seed) % 17) - ((b.id.charCodeAt(1) * 31 + seed) % 17),
        );
        expect(commitments(shuffled)).toEqual(commitments(articles));
      }),
      { numRuns: process.env.TAGIH_LONG ? 5000 : 200, seed: 6 },
    );
  }, 600_000);
});
