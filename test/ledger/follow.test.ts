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
