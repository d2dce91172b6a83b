import { expect, test } from 'vitest';
import { type FollowArticle, followRows, ledgerRows } from '../../lambda/ledger/follow.ts';

const STATING: FollowArticle = {
  id: 'a1',
  url: 'https://satu.example/a1',
  outlet: 'satu',
  published: '2017-08-02T11:00:00+07:00',
  title: 'Kominfo Bertemu Telegram, Twitter Menyusul',
  text: [
    'Jakarta - Kementerian Komunikasi dan Informatika (Kominfo) telah bertemu dengan CEO Telegram Pavel Durov di Jakarta, Selasa (1/8/2017).',
    'Pertemuan itu membahas penanganan konten radikal yang beredar di platform media sosial dan layanan pesan.',
    'Kominfo juga berencana bertemu dengan Twitter dan Line untuk membahas hal yang sama.',
  ].join('\n'),
};
const AT = ['2017-09-01T12:00:00+07:00'];
const outcomesOf = (articles: FollowArticle[]) =>
  followRows(articles, AT).map(({ action, outcomes, statusAt, sources }) => ({
    action: action.split(' ').slice(0, 3).join(' '),
    outcomes: outcomes.length,
    status: statusAt[0]?.status,
    sources,
  }));

test('what is told as done in the article that promises, or in a copy of it, fulfils nothing', () => {
  const copy = {
    ...STATING,
    id: 'a2',
    url: 'https://dua.example/a2',
    outlet: 'dua',
    published: '2017-08-02T12:00:00+07:00',
  };
  const expected = [{ action: 'bertemu dengan Twitter', outcomes: 0, status: 'undated', sources: 1 }];
  expect(outcomesOf([STATING])).toEqual(expected);
  expect(outcomesOf([STATING, copy])).toEqual(expected);
});

test('the same act done to somebody else is no fulfilment', () => {
  const later = {
    ...STATING,
    id: 'a3',
    url: 'https://tiga.example/a3',
    outlet: 'tiga',
    published: '2017-08-08T09:00:00+07:00',
    title: 'Kominfo Temui Facebook',
    text: 'Jakarta - Kementerian Komunikasi dan Informatika (Kominfo) telah bertemu dengan Facebook di kantornya, Senin (7/8/2017). Keduanya sepakat bertukar kontak petugas.',
  };
  expect(outcomesOf([STATING, later])[0]).toMatchObject({ outcomes: 0, status: 'undated' });
});

test('the act done to those whom the promise names fulfils it', () => {
  const later = {
    ...STATING,
    id: 'a4',
    url: 'https://empat.example/a4',
    outlet: 'empat',
    published: '2017-08-08T09:00:00+07:00',
    title: 'Kominfo Temui Twitter dan Line',
    text: 'Jakarta - Kementerian Komunikasi dan Informatika (Kominfo) telah bertemu dengan Twitter dan Line di kantornya, Senin (7/8/2017).',
  };
  expect(outcomesOf([STATING, later])[0]).toMatchObject({ outcomes: 1, status: 'fulfilled' });
});

test('a pile is kept whole, also what the growing ledger leaves out', () => {
  const pile = {
    ...STATING,
    id: 'a5',
    url: 'https://lima.example/a5',
    outlet: 'lima',
    title: 'Bank Daerah Pulihkan Transfer',
    text: 'Jakarta - Bank Arta Daerah akan memulihkan layanan transfer ke bank lain paling lambat 15 Agustus 2017, kata gubernur.',
  };
  expect(ledgerRows([pile], AT)).toEqual([]);
  expect(followRows([pile], AT).map(({ deadlines }) => deadlines.map(({ due }) => due))).toEqual([['2017-08-15']]);
});

/** Statuses of the promises of some short articles, the earliest first, at an instant. */
function statusesOf(texts: readonly [published: string, text: string][], at: string): (string | undefined)[] {
  const articles = texts.map(([published, text], i): FollowArticle => {
    const [title = ''] = text.split('.');
    return { id: `p${i}`, url: `https://o${i}.example/p`, outlet: `o${i}`, published, title, text };
  });
  return followRows(articles, [at]).map(({ statusAt }) => statusAt[0]?.status);
}

test('who promised to cancel a thing has done it by cancelling, and has not taken the promise back', () => {
  const promised: [string, string] = [
    '2019-11-14T12:00:00+07:00',
    'Jakarta - Hendrikus Passagi dari OJK menyatakan Otoritas Jasa Keuangan (OJK) akan membatalkan tanda bukti terdaftar penyelenggara yang tidak tersambung ke pusat data.',
  ];
  const done: [string, string] = [
    '2020-02-05T12:00:00+07:00',
    'Jakarta - Otoritas Jasa Keuangan (OJK) membatalkan tanda bukti terdaftar empat penyelenggara yang tidak tersambung ke pusat data.',
  ];
  expect(statusesOf([promised, done], '2020-02-10T12:00:00+07:00')).toEqual(['fulfilled']);
});

test('who is bound by another does not end the duty by saying that he cannot meet it', () => {
  const asked: [string, string] = [
    '2020-04-08T12:00:00+07:00',
    'Jakarta - Badan Perlindungan Konsumen Nasional (BPKN) mewajibkan HOOQ mengembalikan sisa uang langganan kepada pelanggan paling lambat 30 April 2020.',
  ];
  const refused: [string, string] = [
    '2020-04-17T12:00:00+07:00',
    'Jakarta - Kabar buruk bagi pelanggan. "Pengembalian uang langganan tidak bisa kami penuhi," kata Country Head HOOQ Indonesia Guntur Siboro, Jumat (17/4/2020).',
  ];
  expect(statusesOf([asked, refused], '2020-05-10T12:00:00+07:00')).toEqual(['overdue']);
});

test('of three who are told to do a thing two have done a part of it, until the third has', () => {
  const asked: [string, string] = [
    '2020-08-26T12:00:00+07:00',
    'Jakarta - Bank Indonesia (BI) meminta Tokopedia, Bukalapak, dan Shopee menurunkan iklan penjualan uang itu paling lambat 15 September 2020.',
  ];
  const two: [string, string] = [
    '2020-08-30T12:00:00+07:00',
    'Jakarta - Tokopedia dan Bukalapak sudah menurunkan iklan penjualan uang itu, Minggu (30/8/2020).',
  ];
  const third: [string, string] = [
    '2020-09-05T12:00:00+07:00',
    'Jakarta - Shopee sudah menurunkan iklan penjualan uang itu, Sabtu (5/9/2020).',
  ];
  expect(statusesOf([asked, two], '2020-09-10T12:00:00+07:00')).toEqual(['partly_fulfilled']);
  expect(statusesOf([asked, two, third], '2020-09-10T12:00:00+07:00')).toEqual(['fulfilled']);
});

test('of three who are told to do a thing, those named before the one who has not have done their part', () => {
  const asked: [string, string] = [
    '2025-07-18T12:00:00+07:00',
    'Jakarta - Badan Pengawas Obat dan Makanan (BPOM) meminta Shopee, Tokopedia, dan Lazada menurunkan tautan penjualan suplemen itu paling lambat 25 Juli 2025.',
  ];
  const two: [string, string] = [
    '2025-07-24T12:00:00+07:00',
    'Jakarta - Shopee dan Tokopedia sudah menurunkan tautan penjualan suplemen itu, sedangkan di Lazada masih tersisa 61 tautan.',
  ];
  const third: [string, string] = [
    '2025-07-25T12:00:00+07:00',
    'Jakarta - Lazada sudah menurunkan tautan penjualan suplemen itu, Jumat (25/7/2025).',
  ];
  expect(statusesOf([asked, two], '2025-07-25T12:00:00+07:00')).toEqual(['partly_fulfilled']);
  expect(statusesOf([asked, two, third], '2025-07-28T12:00:00+07:00')).toEqual(['fulfilled']);
});

test('what was never to be done and still is, is broken', () => {
  const promised: [string, string] = [
    '2019-01-20T12:00:00+07:00',
    'Jakarta - Grab berjanji tidak akan memungut denda pembatalan di luar Lampung.',
  ];
  const still: [string, string] = [
    '2019-02-05T12:00:00+07:00',
    'Jakarta - Grab ternyata masih memungut denda pembatalan di luar Lampung.',
  ];
  expect(statusesOf([promised, still], '2019-02-10T12:00:00+07:00')).toEqual(['broken']);
});

test('a demand for an earlier day than was planned moves it, and takes nothing back', () => {
  const asked: [string, string] = [
    '2025-07-14T12:00:00+07:00',
    'Jakarta - Kementerian Perdagangan (Kemendag) meminta ritel modern menarik beras yang tidak sesuai label dari rak paling lambat 31 Juli 2025.',
  ];
  const earlier: [string, string] = [
    '2025-07-17T12:00:00+07:00',
    'Jakarta - Ritel modern wajib menarik beras tidak sesuai label dari rak paling lambat 25 Juli 2025, lebih awal dari rencana sebelumnya akhir Juli, kata Kementerian Perdagangan (Kemendag).',
  ];
  expect(statusesOf([asked, earlier], '2025-07-28T12:00:00+07:00')).toEqual(['overdue']);
});

test('what two are told to have handed over together is whole', () => {
  const asked: [string, string] = [
    '2019-05-03T12:00:00+07:00',
    'Jakarta - Kementerian Komunikasi dan Informatika (Kominfo) meminta Garena dan Zepetto menyampaikan penjelasan tertulis paling lambat 14 Mei 2019.',
  ];
  const received: [string, string] = [
    '2019-05-13T12:00:00+07:00',
    'Jakarta - Kementerian Komunikasi dan Informatika (Kominfo) telah menerima penjelasan tertulis Garena dan Zepetto, Senin (13/5/2019).',
  ];
  expect(statusesOf([asked, received], '2019-05-20T12:00:00+07:00')).toEqual(['fulfilled']);
});
