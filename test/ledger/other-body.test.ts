import { expect, test } from 'vitest';
import { followRows } from '../../lambda/ledger/follow.ts';

/** The status in July of what somebody promised in June, where an article tells who did it; and how many promises there are. */
function statusAfter(promise: string, told: string): [status: string | undefined, promises: number] {
  const pieces = [
    ['2025-06-02', promise],
    ['2025-06-27', told],
  ] as const;
  const articles = pieces.map(([day, text], i) => ({
    ...{ id: `p${i}`, url: `https://o${i}.example/p`, outlet: `o${i}`, published: `${day}T12:00:00+07:00` },
    ...{ title: text.split('.')[0]!, text: `Jakarta - ${text}` },
  }));
  const rows = followRows(articles, ['2025-07-06T12:00:00+07:00']);
  return [rows[0]?.statusAt[0]?.status, rows.length];
}

const DEEDS = ['menyerahkan laporan keuangan', 'memasang kamera pengawas', 'mencetak surat suara'];

test.each([
  ['Komdigi', 'OJK', 'overdue'],
  ['Pemkot Depok', 'Pemkot Bogor', 'overdue'],
  ['Bank Kencana', 'Bank Surya', 'overdue'],
  ['PT Kencana Air', 'PT Baruna Raya', 'overdue'],
  ['Universitas Kencana', 'Universitas Baruna', 'overdue'],
  ['Komdigi', 'Komdigi', 'fulfilled'],
  ['Bulog', 'Perum Bulog', 'fulfilled'],
  ['BNKC', 'PT Bank Kencana Tbk', 'fulfilled'],
  ['Kominfo', 'Menteri Komunikasi dan Digital Meutya Hafid', 'fulfilled'],
])('what %s promised, and %s did, is %s', (one, other, status) => {
  for (const deed of DEEDS) {
    const promise = `${one} akan ${deed} paling lambat 30 Juni 2025.`;
    expect(statusAfter(promise, `${other} sudah ${deed}, Kamis (26/6/2025).`), deed).toEqual([status, 1]);
  }
});

test.each([
  [
    'done by another, told passive',
    'Penyerahan laporan keuangan itu dilakukan Pemkot Bogor, Kamis (26/6/2025).',
    'overdue',
  ],
  ['told to be usual', 'Penyerahan laporan keuangan lazim dilakukan di banyak daerah, kata ekonom Rudi.', 'overdue'],
  [
    'claimed, and denied by whom that was told to',
    'YLKI membantah klaim Pemkot Depok bahwa laporan keuangan sudah diserahkan.',
    'disputed',
  ],
  [
    'claimed, and not so by others in the same sentence',
    'Pemkot Depok menyatakan laporan keuangan sudah diserahkan, sedangkan Ombudsman mengatakan belum.',
    'disputed',
  ],
  [
    'claimed, and not so by others in the next sentence',
    'Pemkot Depok sudah menyerahkan laporan keuangan. Namun, Ombudsman menyatakan hal itu sama sekali belum dilakukan.',
    'disputed',
  ],
  [
    'otherwise than was claimed',
    'Berbeda dengan pernyataan Pemkot Depok bahwa laporan keuangan sudah diserahkan, Ombudsman menegaskan hal itu belum terjadi.',
    'disputed',
  ],
])('what is %s', (_, told, status) => {
  expect(statusAfter('Pemkot Depok akan menyerahkan laporan keuangan paling lambat 30 Juni 2025.', told)[0]).toBe(
    status,
  );
});
