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
  ['Komdigi', 'OJK'],
  ['Pemkot Depok', 'Pemkot Bogor'],
  ['Bank Kencana', 'Bank Surya'],
  ['PT Kencana Air', 'PT Baruna Raya'],
  ['Universitas Kencana', 'Universitas Baruna'],
])('what %s promised is not done where %s did the like', (one, other) => {
  for (const deed of DEEDS) {
    const promise = `${one} akan ${deed} paling lambat 30 Juni 2025.`;
    expect(statusAfter(promise, `${other} sudah ${deed}, Kamis (26/6/2025).`), deed).toEqual(['overdue', 1]);
    expect(statusAfter(promise, `${one} sudah ${deed}, Kamis (26/6/2025).`), deed).toEqual(['fulfilled', 1]);
  }
});

test.each([
  ['Bulog', 'Perum Bulog'],
  ['BNKC', 'PT Bank Kencana Tbk'],
  ['Kominfo', 'Menteri Komunikasi dan Digital Meutya Hafid'],
])('what %s promised is done where %s did it', (one, other) => {
  for (const deed of DEEDS) {
    const promise = `${one} akan ${deed} paling lambat 30 Juni 2025.`;
    expect(statusAfter(promise, `${other} sudah ${deed}, Kamis (26/6/2025).`), deed).toEqual(['fulfilled', 1]);
  }
});

test.each([
  ['got ready for', 'Bank Kencana menyiapkan Rp 2 miliar untuk membayar denda keterlambatan, Kamis (26/6/2025).'],
  ['talked of', 'Bank Kencana membahas pembayaran denda keterlambatan dalam rapat, Kamis (26/6/2025).'],
  ['asked', 'Warga bertanya apakah Bank Kencana sudah membayar denda keterlambatan.'],
  ['hoped for', 'Ombudsman berharap Bank Kencana sudah membayar denda keterlambatan sebelum Agustus.'],
  ['a condition', 'Jika Bank Kencana sudah membayar denda keterlambatan, warga akan berhenti berdemo.'],
])('what is %s is not done', (_what, told) => {
  const promise = 'Bank Kencana akan membayar denda keterlambatan paling lambat 30 Juni 2025.';
  expect(statusAfter(promise, told)[0]).toBe('overdue');
});

test('what a company and an authority pledge, each another act in other words, are two', () => {
  const peruri = 'Perum Peruri akan membuka sambungan API meterai elektronik bagi lokapasar sebelum 1 Agustus 2025.';
  const djp =
    '"Petunjuk teknis bea meterai lokapasar kami terbitkan akhir Juli 2025," kata Direktur Jenderal Pajak Bimo Wijayanto.';
  expect(statusAfter(peruri, djp)[1]).toBe(2);
});
