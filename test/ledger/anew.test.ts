import { expect, test } from 'vitest';
import { followRows } from '../../lambda/ledger/follow.ts';

type Piece = readonly [day: string, text: string];

const noonOf = (day: string): string => `${day}T12:00:00+07:00`;

/** The days and the status of each promise of some short articles of one noon each, at that of a day. */
function promisesOf(pieces: readonly Piece[], day: string): string[] {
  const articles = pieces.map(([published, text], i) => ({
    ...{ id: `p${i}`, url: `https://o${i}.example/p`, outlet: `o${i}`, published: noonOf(published) },
    ...{ title: text.split('.')[0]!, text },
  }));
  return followRows(articles, [noonOf(day)]).map(
    ({ deadlines, statusAt }) => `${deadlines.map(({ due }) => due).join(' > ')} ${statusAt[0]?.status}`,
  );
}

test.each<[what: string, pieces: readonly Piece[], day: string, promises: readonly string[]]>([
  [
    'what is to be paid after a part was paid is another promise',
    [
      [
        '2024-02-12',
        'Semarang - Lembaga Penjamin Simpanan (LPS) akan membayar simpanan tahap pertama nasabah BPR Sukma Jaya paling lambat 25 Februari 2024.',
      ],
      [
        '2024-02-22',
        'Semarang - Lembaga Penjamin Simpanan (LPS) sudah membayar simpanan tahap pertama nasabah BPR Sukma Jaya, Rabu (21/2/2024). LPS akan membayar simpanan tahap kedua nasabah BPR Sukma Jaya paling lambat 31 Maret 2024.',
      ],
    ],
    '2024-03-28',
    ['2024-02-25 fulfilled', '2024-03-31 due_soon'],
  ],
  [
    'an article that tells the end of one promise and makes another of the same words tells of both',
    [
      ['2022-09-07', 'Jakarta - HappyFresh akan membuka kembali layanan di Indonesia paling lambat 21 September 2022.'],
      [
        '2022-09-20',
        'Jakarta - HappyFresh kembali membuka layanan belanja di Indonesia, Selasa, setelah mendapat pendanaan. HappyFresh akan membuka kembali layanan di Medan paling lambat 31 Oktober 2022.',
      ],
    ],
    '2022-10-05',
    ['2022-09-21 fulfilled', '2022-10-31 open'],
  ],
  [
    'a day that is moved before anything was done stays that of one promise',
    [
      ['2022-09-07', 'Jakarta - HappyFresh akan membuka kembali layanan di Indonesia paling lambat 21 September 2022.'],
      [
        '2022-09-20',
        'Jakarta - HappyFresh mengundurkan pembukaan kembali layanan di Indonesia ke 31 Oktober 2022 karena pendanaan belum cair.',
      ],
    ],
    '2022-10-05',
    ['2022-09-21 > 2022-10-31 open'],
  ],
  [
    'a day that those who promised say that they move stays that of one promise',
    [
      ['2025-11-05', 'Jakarta - Pendiri Bobibos mengatakan Bobibos akan dijual ke masyarakat pada Januari 2026.'],
      [
        '2026-01-07',
        'Jakarta - "Penjualan Bobibos ke masyarakat kami geser ke akhir Juni 2026," kata pendiri Bobibos.',
      ],
    ],
    '2026-02-10',
    ['2026-01-31 > 2026-06-30 open'],
  ],
  [
    'what one body promises to do by two ways and days is two promises',
    [
      ['2016-04-02', 'Medan - PLN akan mendatangkan 20 genset ke Nias paling lambat Rabu (6/4/2016).'],
      ['2016-04-04', 'Medan - PLN akan melunasi tagihan sewa pembangkit paling lambat 15 April 2016.'],
    ],
    '2016-04-05',
    ['2016-04-06 due_soon', '2016-04-15 open'],
  ],
  [
    'what a company and an authority pledge, each another act in other words, are two promises',
    [
      [
        '2025-06-02',
        'Jakarta - Perum Peruri akan membuka sambungan API meterai elektronik bagi lokapasar sebelum 1 Agustus 2025.',
      ],
      [
        '2025-06-27',
        'Jakarta - "Petunjuk teknis bea meterai lokapasar kami terbitkan akhir Juli 2025," kata Direktur Jenderal Pajak Bimo Wijayanto.',
      ],
    ],
    '2025-07-06',
    ['2025-07-31 open', '2025-07-31 open'],
  ],
])('%s', (_what, pieces, day, promises) => {
  expect(promisesOf(pieces, day)).toEqual(promises);
  expect(promisesOf([...pieces].reverse(), day)).toEqual(promises);
});
